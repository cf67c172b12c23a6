"""A new case is filled by another program: by its command line, and by JSON in standard input."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from lenovo_desk.core.engine.session import StoreProblem
from lenovo_desk.core.model import events as ev
from lenovo_desk.core.model.intents import OpenCase, RecordFact
from lenovo_desk.core.walking.walker import WalkClock
from lenovo_desk.store.cases.case_store import CaseStore
from tests.cli.cases import put
from tests.cli.program import HANGS, Answer, Program
from tests.cli.terminal import leave, piped, press, terminal
from tests.shipped_content import library
from tests.store.house import events_of

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such terminals"),
]

ZOE = {
    "channel": "private",
    "customer_name": "Zoé L’Hermite",
    "customer_email": "zoe@example.com",
    "customer_phone": "06 12 34 56 78",
    "model_number": "21HMCTO1WW",
    "product_line": "think",
    "customer_service_number": 4100238871,
}
SECRET = "Hermite"
AT = 1795312800.0 + 3600


def fed(desk: Program, text: str | bytes, *words: str) -> Answer:
    """Run the program without any terminal, with a text in its standard input."""
    done = subprocess.run(
        desk.command(*words),
        input=text.encode() if isinstance(text, str) else text,
        capture_output=True,
        cwd=desk.folder,
        env=desk.env,
        timeout=HANGS,
        start_new_session=True,
        check=False,
    )
    return Answer(done.returncode, done.stdout.decode(), done.stderr.decode())


def recorded(data: Path) -> dict[str, object]:
    """What the events of the one open case record, by fact."""
    (journal,) = (data / "open").glob("*.jsonl")
    acts = [event.act for event in events_of(data, journal.stem)]
    return {act.fact: act.value for act in acts if isinstance(act, ev.FactRecorded)}


def nothing_begun(desk: Program) -> bool:
    return not list(desk.data.glob("open/*")) and not list(desk.data.glob("keys/*"))


@pytest.mark.parametrize("language", ["fr", "zh", "en"])
def test_a_case_opens_filled_and_takes_its_keys_from_the_terminal(
    tmp_path: Path, language: str
) -> None:
    with piped(
        tmp_path, (100, 30), language, json.dumps(ZOE), "start", "escalation", "--stdin"
    ) as at:
        at.wait_for("Hermite")
        at.idle(0.5)
        press(at, "1")
        at.wait_for("zoe@example.com")
        press(at, "n", "seen", "enter")
        leave(at)
    assert recorded(tmp_path) == {
        "channel": "private",
        "customer_name": "Zoé L’Hermite",
        "customer_email": "zoe@example.com",
        "customer_phone": "+33612345678",
        "model_number": "21HMCTO1WW",
        "product_line": "think",
        "customer_service_number": "4100238871",
    }
    (journal,) = (tmp_path / "open").glob("*.jsonl")
    assert b"Hermite" not in journal.read_bytes(), "what is personal is sealed"
    notes = [event.act for event in events_of(tmp_path, journal.stem)]
    assert [act.text for act in notes if isinstance(act, ev.NoteAdded)] == ["seen"]


def test_facts_of_both_kinds_join_those_of_the_case_that_is_followed(tmp_path: Path) -> None:
    put(tmp_path, "before", "channel=private", "customer_name=Zoé", "purchase_date=2026-03-01")
    words = ("start", "escalation", "--stdin", "--follows", "before", "--fact", "channel=private")
    with piped(tmp_path, (80, 24), "fr", '{"customer_phone": "0612345678"}', *words) as at:
        at.wait_for("Six informations|Demander")
        leave(at)
    (journal,) = [path for path in (tmp_path / "open").glob("*.jsonl") if path.stem != "before"]
    acts = [event.act for event in events_of(tmp_path, journal.stem)]
    values = {act.fact: act.value for act in acts if isinstance(act, ev.FactRecorded)}
    assert values == {
        "channel": "private",
        "customer_name": "Zoé",
        "customer_phone": "+33612345678",
    }


def test_what_is_not_personal_needs_no_pipe(tmp_path: Path) -> None:
    words = ("start", "social_triage", "--fact", "network=x", "--fact=explosive=oui")
    with terminal(tmp_path, (80, 24), "fr", *words) as at:
        at.wait_for("Lire tout l’échange")
        leave(at)
    assert recorded(tmp_path) == {"social_triage.network": "x", "social_triage.explosive": "yes"}


def test_lists_rows_numbers_and_answers_are_read_as_what_they_are(tmp_path: Path) -> None:
    facts = {
        "resource_kinds": ["cash", "part"],
        "claim_amount": 1234.5,
        "attempts": [["2026-03-01 14:00", "06 12 34 56 78"]],
    }
    with piped(tmp_path, (80, 24), "fr", json.dumps(facts), "start", "crisis", "--stdin") as at:
        at.wait_for("›|▸|Crise|crise")
        leave(at)
    values = {key.rpartition(".")[2]: value for key, value in recorded(tmp_path).items()}
    assert values["resource_kinds"] == ("cash", "part")
    assert values["claim_amount"] == "1234.5"
    assert values["attempts"] == (("2026-03-01T14:00+01:00", "+33612345678"),)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("custmer_name=x",), 'the flow has no fact "custmer_name". Did you mean "customer_name"?'),
        (("zzz=x",), "There are: approval_reference, approver,"),
        (("customer_name=Zoé",), "it is personal and would stand in the list of processes"),
        (("handle=zoe",), "it is personal"),
        (("network=fax",), "network: Network: choose one of"),
        (("network",), "write it as name=value"),
        (("=x",), "write it as name=value"),
        (("network=x", "network=forum"), "network: this fact is there twice"),
        (("network=",), "network: Network: nothing was given."),
        (("call_date=2099-01-01",), "has not come yet"),
        (("asked=pr_team",), "is settled by a choice"),
        (("network=x", "purchase_date=hier et demain"), "purchase_date"),
    ],
)
def test_a_fact_that_cannot_be_recorded_is_one_line_and_begins_no_case(
    desk: Program, words: tuple[str, ...], says: str
) -> None:
    told = desk("start", "social_triage", *(part for word in words for part in ("--fact", word)))
    assert (told.status, told.out) == (2, "")
    assert says in told.one_line()
    assert nothing_begun(desk)


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        ({"customer_name": SECRET}, 'customer_name: Record "Channel" first.'),
        ({"channel": "public", "customer_name": SECRET}, "cannot be recorded now"),
        ({**ZOE, "customer_phone": SECRET}, "this is not a phone number"),
        ({**ZOE, "customer_email": SECRET}, "this is not an e-mail address"),
        ({**ZOE, "customer_name": SECRET * 100}, "at most 500 characters"),
        ({**ZOE, "customer_name": "\u200b"}, "nothing was given"),
        ({**ZOE, "customer_name": [SECRET]}, "this fact has one value, not a list"),
        ({**ZOE, "customer_name": {"first": SECRET}}, "write a text, a number"),
        ({**ZOE, "customer_name": None}, "write a text, a number"),
        ({**ZOE, "Customer_nam": SECRET}, 'Did you mean "customer_name"?'),
        ({"call_date": f"{SECRET} lundi"}, "call_date"),
        ({"press_deadline": "2020-01-01"}, "press_deadline: this value is refused (moment_behind)"),
        ({"explosive": 7}, "answer yes or no"),
    ],
)
def test_a_bad_value_in_standard_input_is_told_without_what_it_says(
    desk: Program, facts: dict[str, object], says: str
) -> None:
    told = fed(desk, json.dumps(facts), "start", "social_triage", "--stdin")
    assert (told.status, told.out) == (2, "")
    assert says in told.one_line()
    assert SECRET not in told.err
    assert "2020" not in told.err
    assert nothing_begun(desk)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "this is not JSON (line 1, column 1)"),
        ('{"customer_name": "Hermite"', "this is not JSON (line 1"),
        ('["Hermite"]', "write a JSON object"),
        ('"Hermite"', "write a JSON object"),
        ('{"handle": "a", "handle": "Hermite"}', '"handle" is there twice'),
        ('{"claim_amount": NaN}', "NaN is no number"),
        ('{"handle": 1e999999999}', "too many digits"),
        (b'{"handle": "Hermite \xe9"}', "this is not UTF-8 text (byte 21)"),
        ("[" * 100_000, "nested too deeply"),
        (f'{{"handle": "{"x" * (1 << 20)}"}}', "more than 1 MiB"),
    ],
)
def test_standard_input_that_is_no_object_of_facts_is_one_line(
    desk: Program, text: str | bytes, says: str
) -> None:
    told = fed(desk, text, "start", "social_triage", "--stdin")
    assert (told.status, told.out) == (2, "")
    assert says in told.one_line()
    assert "Hermite" not in told.err
    assert nothing_begun(desk)


def test_a_mark_of_order_before_the_json_is_none_of_it(desk: Program) -> None:
    told = fed(desk, "\ufeff" + json.dumps(ZOE), "start", "escalation", "--stdin")
    assert "there is no terminal" in told.one_line()


def test_a_refusal_is_worded_in_the_language_of_the_desk(desk: Program) -> None:
    facts = json.dumps({**ZOE, "customer_phone": SECRET})
    fr = fed(desk, facts, "--lang", "fr", "start", "escalation", "--stdin").one_line()
    zh = fed(desk, facts, "--lang", "zh", "start", "escalation", "--stdin").one_line()
    assert "n’est pas un numéro" in fr
    assert "电话" in zh


@pytest.mark.parametrize("words", [("start", "escalation", "--stdin"), ("start", "escalation"), ()])
def test_without_a_terminal_there_is_one_line_and_no_case(
    desk: Program, words: tuple[str, ...]
) -> None:
    told = fed(desk, json.dumps(ZOE), *words)
    assert (told.status, told.out) == (2, "")
    assert "there is no terminal" in told.one_line()
    assert nothing_begun(desk)


def test_a_fact_refused_when_the_case_opens_leaves_nothing_of_it(tmp_path: Path) -> None:
    store = CaseStore(tmp_path, WalkClock(AT))
    opening = OpenCase("after", "escalation", "li", "social", "fr", "Europe/Paris")
    facts = (RecordFact("channel", "public"), RecordFact("customer_name", "Zoé"))
    with pytest.raises(StoreProblem, match="fact_refused"):
        store.open_case(library(), opening, facts)
    assert store.unfinished() == ()
    assert not (tmp_path / "keys" / "after").exists()
