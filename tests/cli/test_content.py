"""`flows` and `check`, as processes."""

from pathlib import Path

import pytest

from tests.cli.program import Program

pytestmark = pytest.mark.slow

BROKEN = """\
# yaml-language-server: $schema=./flow.schema.json
flow: broken
title: Broken
steps:
  begin:
    choices:
      on: {goto: nowhere}
"""
MINE = """\
# yaml-language-server: $schema=../../flows/scenario.schema.json
scenario: mine
title: Le mien
about: Un message arrive.
flow: field_visit
persona: {name: Mme Roy, type: easy, about: Calme.}
goal: Une réponse.
target: 5m
opens: Bonjour.
good:
  - large_account
  - handover_reference=0
  - large_account
  - =large_account
"""


def own(desk: Program, text: str = BROKEN) -> Path:
    """Return a content folder with one flow of its own."""
    folder = desk.folder / "own"
    (folder / "flows").mkdir(parents=True)
    (folder / "flows" / "broken.yaml").write_text(text, "utf-8")
    return folder


def test_flows_lists_them_with_languages_and_sizes(desk: Program) -> None:
    told = desk("flows")
    assert told.status == 0
    assert "social_triage" in told.out
    flows = {one["id"]: one for one in desk("flows", "--json", "--lang", "fr").json()}
    assert flows["social_triage"]["languages"] == ["fr", "zh"]
    assert flows["social_triage"]["steps"] > 40
    assert not flows["escalation"]["on_home"]


def test_check_of_what_is_shipped_finds_no_error(desk: Program) -> None:
    told = desk("check")
    assert told.status == 0, told.out
    assert told.out.splitlines()[-1].startswith("0 errors")


def test_check_says_where_each_problem_is(desk: Program) -> None:
    folder = own(desk)
    for words in (("check", "own"), ("check", "--content", "own"), ("check", str(folder))):
        told = desk(*words)
        assert told.status == 1
        assert told.err == ""
        line = next(one for one in told.out.splitlines() if "unknown-step" in one)
        assert "broken.yaml:7:" in line
    report = desk("check", "own", "--json").json()
    assert report["errors"] == sum(not one["warning"] for one in report["problems"]) > 0
    assert "unknown-step" in [one["code"] for one in report["problems"]]


def test_a_broken_flow_is_listed_and_cannot_be_worked(desk: Program) -> None:
    own(desk)
    told = desk("flows", "--content", "own", "--json")
    assert told.status == 0
    assert next(one for one in told.json() if one["id"] == "broken")["problems"] > 0
    told = desk("walk", "broken", "--content", "own")
    assert told.status == 1
    assert "lenovo-desk check" in told.one_line()
    assert desk("walk", "social_triage", "--content", "own").status == 0


def test_a_path_that_is_not_there_is_a_problem(desk: Program) -> None:
    told = desk("check", "none.yaml")
    assert told.status == 1
    assert "none.yaml" in told.out


def test_a_content_folder_that_is_not_there_is_bad_usage(desk: Program) -> None:
    told = desk("flows", "--content", "none")
    assert told.status == 2
    assert "none" in told.one_line()


def test_check_makes_the_good_call_of_a_scenario_of_ones_own(desk: Program) -> None:
    calls = desk.folder / "own" / "scripts_fr" / "mock_calls"
    calls.mkdir(parents=True)
    (calls / "mine.yaml").write_text(MINE, "utf-8")
    assert desk("check", "own").out == "0 errors, 0 warnings\n"
    (calls / "mine.yaml").write_text(MINE.replace("- large_account", "- large_acount", 1), "utf-8")
    for words in (("check", "own"), ("check", "--content", "own"), ("check", str(calls))):
        told = desk(*words)
        assert (told.status, told.err) == (1, "")
        line = next(one for one in told.out.splitlines() if "mine.yaml" in one)
        assert "mine.yaml:11:5 good-refused" in line
        assert 'Did you mean "large_account"?' in line
