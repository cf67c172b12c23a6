"""flows/README.md is true: its examples work as they stand, and it leaves out no key."""

import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from lenovo_desk.content.all_problems import check
from lenovo_desk.content.formats.settings_format import SETTINGS
from lenovo_desk.content.yaml.problem_codes import RULES
from lenovo_desk.core.model.derivations import DERIVATIONS
from lenovo_desk.core.wording.books import PARTS
from tests.cli.program import ROOT, Program

pytestmark = pytest.mark.slow

PAGE = (ROOT / "flows" / "README.md").read_text("utf-8")
EXAMPLES = dict(re.findall(r"^`([\w/]+\.(?:yaml|walk))`\n\n```\w+\n(.*?)^```", PAGE, re.M | re.S))
COMMANDS = [
    line
    for block in re.findall(r"^```sh\n(.*?)^```", PAGE, re.M | re.S)
    for line in block.splitlines()
    if re.search(r" (walk|check) ", line)
]
SECTIONS = dict(re.findall(r"^<!-- ([\w.]+) -->\n(.*?)(?=^## |^<!-- |\Z)", PAGE, re.M | re.S))
"""What the page says of the files of each schema."""
SCHEMAS = sorted((ROOT / "flows").glob("*.schema.json"))
KINDS_OF_FILES = {
    "flows/*",
    "flows/facts",
    "flows/cards",
    "flows/scorecard",
    "scripts_fr/*",
    "scripts_fr/facts",
    "scripts_fr/cards",
    "scripts_fr/guard",
    "scripts_fr/scorecard",
    "scripts_fr/mock_calls/*",
    "scripts_fr/quiz/*",
    "settings",
}


def quoted(text: str) -> set[str]:
    """Return what stands in backticks outside of examples."""
    return set(re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```", "", text, flags=re.M | re.S)))


def properties(schema: Any) -> Iterator[str]:
    """Yield every key and every fixed value that a JSON schema names."""
    if isinstance(schema, list):
        for inner in schema:
            yield from properties(inner)
    elif isinstance(schema, dict):
        if schema.get("type") == "object":
            yield from schema.get("properties", {})
        yield from (value for value in schema.get("enum", ()) if isinstance(value, str))
        for inner in schema.values():
            yield from properties(inner)


@pytest.fixture
def shop(tmp_path: Path) -> Program:
    """The program beside a folder `mine` that has the examples of the page."""
    for name, text in EXAMPLES.items():
        path = tmp_path / "mine" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return Program(tmp_path)


def test_there_is_an_example_of_every_kind_of_file() -> None:
    own = ("flows/loan_", "scripts_fr/loan_", "scripts_fr/mock_calls/", "scripts_fr/quiz/")
    names = {name.removesuffix(".yaml") for name in EXAMPLES}
    kinds = {re.sub(r"[^/]+$", "*", one) if one.startswith(own) else one for one in names}
    assert kinds >= KINDS_OF_FILES


@pytest.mark.parametrize("name", [name for name in EXAMPLES if name.endswith(".yaml")])
def test_an_example_is_yaml_for_every_reader(name: str) -> None:
    assert isinstance(yaml.safe_load(EXAMPLES[name]), dict)  # libyaml forgives more


def test_nothing_is_wrong_with_the_examples(shop: Program) -> None:
    found = check([], [shop.folder / "mine"])
    assert [str(problem) for problem in found] == []


def test_nothing_is_wrong_with_the_examples_over_the_shipped_content(shop: Program) -> None:
    answer = shop("check", "mine")
    assert (answer.status, answer.out) == (0, "0 errors, 0 warnings\n")


@pytest.mark.parametrize("command", COMMANDS)
def test_the_commands_of_the_page_work(shop: Program, command: str) -> None:
    program, *words = shlex.split(command, comments=True)
    answer = shop(*words)
    assert program == "lenovo-desk"
    assert (answer.status, answer.err) == (0, "")


def test_the_good_call_of_the_example_comes_to_its_end(shop: Program) -> None:
    scenario = yaml.safe_load(EXAMPLES["scripts_fr/mock_calls/loan_back.yaml"])
    answer = shop("--content", "mine", "walk", scenario["flow"], *scenario["good"], "--json")
    assert (answer.status, answer.err) == (0, "")
    assert answer.json()["disposition"] == "returned"


def test_the_settings_of_the_example_have_no_error(shop: Program) -> None:
    shop.data.mkdir()
    (shop.folder / "mine" / "settings.yaml").rename(shop.data / "settings.yaml")
    found = shop("--content", "mine", "check", "--json").json()["problems"]
    own = [one["code"] for one in found if one["path"].endswith("settings.yaml")]
    assert {*own} <= {"holidays-end"}, "its list of holidays ends with its year, and says so"


@pytest.mark.parametrize("schema", SCHEMAS, ids=lambda one: one.name)
def test_the_page_names_every_key_and_value_of_a_schema(schema: Path) -> None:
    named = quoted(SECTIONS[schema.name])
    assert set(properties(json.loads(schema.read_text("utf-8")))) - named - {"yes", "no"} == set()


def test_the_page_names_every_setting() -> None:
    section = PAGE.partition("\n## Settings that phrases use\n")[2]
    blanks = {name.strip("{}") for name in quoted(section)}
    days = {"tue", "wed", "thu", "fri", "sat"}  # "mon to sun"
    assert set(properties(SETTINGS.schema())) - blanks - days == set()


def test_the_page_names_every_problem() -> None:
    assert set(RULES) - quoted(PAGE) == set()


def test_the_page_names_every_function_and_part_of_a_moment() -> None:
    named = {name.rpartition(":")[2].strip("{}") for name in quoted(PAGE)}
    assert {*DERIVATIONS, *PARTS} - named == set()


def test_every_link_of_the_page_leads_to_a_heading() -> None:
    headings = re.findall(r"^#+ (.+)$", PAGE, re.M)
    anchors = {re.sub(r"[^\w -]", "", one.lower()).replace(" ", "-") for one in headings}
    assert set(re.findall(r"\]\(#([^)]+)\)", PAGE)) <= anchors
