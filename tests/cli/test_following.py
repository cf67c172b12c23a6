"""A case that follows another begins with what both flows know, and says which it follows."""

import sys
from pathlib import Path

import pytest

from lenovo_desk.core.engine.session import StoreProblem
from lenovo_desk.core.model.case import Case
from lenovo_desk.core.model.intents import AbandonCase, OpenCase
from lenovo_desk.core.walking.walker import WalkClock
from lenovo_desk.store.cases.case_store import CaseStore
from tests.bench.terminal import Terminal
from tests.cli.cases import put
from tests.cli.program import Program
from tests.cli.terminal import leave
from tests.full_disk import files_no_longer_than
from tests.shipped_content import library

pytestmark = pytest.mark.slow

TOLD = (
    "channel=private",
    "customer_name=Zoé L’Hermite",
    "customer_phone=06 12 34 56 78",
    "model_number=ThinkPad T14; gris",
    "purchase_date=2026-03-01",
    "handle=zoe_lh",
    "private_positive",
    "no_media",
)
AT = 1795312800.0 + 3600


def following(data: Path, flow: str, follows: str, mode: str = "real") -> Case:
    """Begin a case that follows another, and return it as it stands then."""
    store = CaseStore(data, WalkClock(AT))
    opening = OpenCase("after", flow, "li", "field", "zh", "Asia/Shanghai", mode=mode)
    session = store.open_case(library(), opening._replace(follows=follows))
    store.release(session)
    return session.case


def known(case: Case) -> dict[str, object]:
    return {key: entries[-1].value for key, entries in case.ledger.items()}


@pytest.mark.parametrize("last", [("=thanked",), ()], ids=["closed", "unfinished"])
def test_the_customer_need_not_repeat_himself(tmp_path: Path, last: tuple[str, ...]) -> None:
    put(tmp_path, "before", *TOLD, *last)
    case = following(tmp_path, "field_visit", "before")
    assert case.follows == "before"
    assert known(case) == {
        "customer_name": "Zoé L’Hermite",
        "customer_phone": "+33612345678",
        "model_number": "ThinkPad T14; gris",
        "purchase_date": "2026-03-01",
    }, "what only one of the two knows stays behind"
    assert len(case.trail) == 1
    data = next((tmp_path / "open").glob("after.jsonl")).read_bytes()
    assert b"Hermite" not in data, "it is sealed under the key of the new case"


def test_a_fact_whose_gate_another_one_opens_is_carried_too(tmp_path: Path) -> None:
    put(tmp_path, "before", *TOLD, "=thanked")
    found = known(following(tmp_path, "social_triage", "before"))
    assert found["customer_name"] == "Zoé L’Hermite", "in private, as it was told"
    assert "social_triage.handle" not in found


def test_what_is_refused_now_is_left_behind(tmp_path: Path) -> None:
    put(tmp_path, "before", "private_positive", "customer_name=Zoé", "back", "public_positive")
    assert known(following(tmp_path, "social_triage", "before")) == {"channel": "public"}, (
        "in public nothing is asked of a person"
    )


def test_nothing_of_a_forgotten_customer_is_carried(tmp_path: Path) -> None:
    put(tmp_path, "before", *TOLD, "=thanked")
    CaseStore(tmp_path, WalkClock(AT)).forget("before")
    assert known(following(tmp_path, "field_visit", "before")) == {
        "model_number": "ThinkPad T14; gris",
        "purchase_date": "2026-03-01",
    }


def test_without_its_journal_the_log_tells_what_was_known(tmp_path: Path) -> None:
    put(tmp_path, "before", *TOLD, "=thanked")
    for journal in tmp_path.glob("evidence/*/before.jsonl"):
        journal.unlink()
    assert known(following(tmp_path, "field_visit", "before"))["customer_name"] == "Zoé L’Hermite"


def test_mock_calls_and_real_cases_do_not_follow_each_other(tmp_path: Path) -> None:
    put(tmp_path, "before", *TOLD, "=thanked")
    with pytest.raises(StoreProblem, match="no_case"):
        following(tmp_path, "field_visit", "before", "mock")


@pytest.mark.parametrize("name", ["nobody", "../before", ""])
def test_a_case_that_is_not_there_is_not_followed(tmp_path: Path, name: str) -> None:
    put(tmp_path, "before", *TOLD)
    if name:
        with pytest.raises(StoreProblem, match="no_case"):
            following(tmp_path, "field_visit", name)
        assert [one.id for one in CaseStore(tmp_path, WalkClock(AT)).unfinished()] == ["before"]
    else:
        assert known(following(tmp_path, "field_visit", name)) == {}


def test_a_disk_that_fills_up_meanwhile_leaves_no_half_case(tmp_path: Path) -> None:
    put(tmp_path, "before", *TOLD, "=thanked")
    following(tmp_path, "field_visit", "before")
    whole = (tmp_path / "open" / "after.jsonl").stat().st_size
    store = CaseStore(tmp_path, WalkClock(AT))
    session = store.resume("after", library())
    session.do(AbandonCase("to begin anew"))
    store.release(session)
    other = tmp_path / "other"
    put(other, "before", *TOLD, "=thanked")
    with files_no_longer_than(whole - 100), pytest.raises(StoreProblem):
        following(other, "field_visit", "before")
    assert CaseStore(other, WalkClock(AT)).unfinished() == ()
    assert not (other / "keys" / "after").exists()


def test_the_log_and_the_record_name_the_case_it_follows(desk: Program) -> None:
    put(desk.data, "before", *TOLD, "=thanked")
    following(desk.data, "social_triage", "before")
    store = CaseStore(desk.data, WalkClock(AT))
    session = store.resume("after", library())
    session.do(AbandonCase("he rang off"))
    store.release(session)
    assert desk("log", "show", "after", "--json").json()["follows"] == "before"
    assert "Follows case" in desk("log", "show", "after").out


def test_an_unknown_case_is_one_line_before_any_screen(desk: Program) -> None:
    put(desk.data, "before", *TOLD, "=thanked")
    told = desk("start", "field_visit", "--follows", "befor")
    assert (told.status, told.out) == (1, "")
    assert 'Did you mean "before"?' in told.one_line()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such terminals")
def test_start_opens_the_screen_with_a_case_that_follows(desk: Program) -> None:
    put(desk.data, "before", *TOLD, "=thanked")
    command = desk.command("--lang", "fr", "start", "field_visit", "--follows", "before")
    with Terminal(command, env=desk.env, size=(100, 30)) as at:
        at.wait_for("ThinkPad T14; gris")
        leave(at)
    (waiting,) = CaseStore(desk.data, WalkClock(AT)).unfinished()
    assert waiting.flow == "field_visit"
