"""A message on standard input is read for a flow; a file of messages is measured, line by line."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.cli.program import HANGS, Answer, Program
from tests.pasted.messages import SAMPLES

NAMED = "Bonjour, je m’appelle Hugo Durand, 06 39 98 12 45, acheté en mars."


def read(desk: Program, *words: str) -> Answer:
    """Return the answer to a command that reads the message from standard input."""
    done = subprocess.run(
        desk.command(*words),
        input=NAMED.encode(),
        capture_output=True,
        cwd=desk.folder,
        env=desk.env,
        timeout=HANGS,
        check=False,
    )
    return Answer(done.returncode, done.stdout.decode(), done.stderr.decode())


def line(**changes: object) -> str:
    """Return a line of a file of messages."""
    sample = {
        "lang": "fr",
        "flow": "escalation",
        "text": NAMED,
        "facts": {"customer_name": "hugo  DURAND", "customer_phone": "+33639981245"},
    }
    return json.dumps({**sample, **changes}, ensure_ascii=False)


def measured(desk: Program, folder: Path, *lines: str) -> tuple[Path, tuple[str, ...]]:
    file = folder / "messages.jsonl"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file, ("paste", "--evaluate", str(file))


def test_a_message_on_standard_input_is_read(desk: Program) -> None:
    answer = read(desk, "paste", "social_triage", "--lang", "fr")
    assert (answer.status, answer.err) == (0, "")
    assert "Hugo Durand" in answer.out
    assert "le jour manque" in answer.out
    plain = read(desk, "paste", "social_triage", "--lang", "fr", "--json").json()
    assert {each["fact"]: each["value"] for each in plain["proposals"]} == {
        "customer_name": "Hugo Durand",
        "customer_phone": "+33639981245",
    }
    assert [each["reason"] for each in plain["doubts"]] == ["no_day"]


def test_what_is_read_is_counted_as_people_read_it(desk: Program, tmp_path: Path) -> None:
    more = line(facts={"customer_name": "Paul Durand", "customer_email": "a@b.fr"})
    _, words = measured(desk, tmp_path, line(), "", more)
    plain = desk(*words, "--json").json()
    assert (plain["messages"], plain["facts"], plain["proposed"], plain["correct"]) == (2, 4, 4, 2)
    assert (plain["recall"], plain["precision"]) == (0.5, 0.5)
    assert plain["misses"] == [
        {"line": 3, "fact": "customer_name"},
        {"line": 3, "fact": "customer_email"},
    ]
    assert plain["wrong"] == [
        {"line": 3, "fact": "customer_name"},
        {"line": 3, "fact": "customer_phone"},
    ]
    table = desk(*words).out
    assert "50.0 %" in table
    assert "Durand" not in table


def test_the_samples_of_these_tests_hold_the_bars_that_were_set(desk: Program) -> None:
    plain = desk("paste", "--evaluate", str(SAMPLES), "--json").json()
    assert plain["messages"] > 60
    assert plain["recall"] >= 0.95
    assert plain["precision"] >= 0.99


def test_a_bad_line_is_named_with_what_it_must_be_and_the_others_count(
    desk: Program, tmp_path: Path
) -> None:
    bad = {
        "{": "is no JSON",
        "[1]": "is no object",
        line(lang=3): '"lang" must be a text',
        line(facts=[]): '"facts" must be an object',
        line(flow="escalaton"): 'Did you mean "escalation"?',
        line(facts={"nom": "x"}): 'has no fact "nom"',
        line(at="hier"): '"at" must be a moment',
    }
    file, words = measured(desk, tmp_path, *bad, line())
    answer = desk(*words, "--json")
    assert answer.status == 1
    assert answer.json()["messages"] == 1
    errors = answer.err.splitlines()
    assert len(errors) == len(bad)
    for number, (error, part) in enumerate(zip(errors, bad.values(), strict=True), 1):
        assert f"{file}:{number}: " in error
        assert part in error
        assert "Durand" not in error


@pytest.mark.parametrize(
    ("fact", "value"),
    [
        ("customer_phone", "+44 7700 12"),
        ("customer_phone", "07 00 00 55 18"),
        ("customer_email", "no address"),
        ("product_line", "fridge"),
    ],
)
def test_a_value_that_cannot_be_typed_counts_as_missed_and_the_rest_of_its_line_counts(
    desk: Program, tmp_path: Path, fact: str, value: str
) -> None:
    plain = json.loads(line())
    whole = plain["facts"]
    whole[fact] = value
    file, words = measured(desk, tmp_path, line(facts=whole))
    answer = desk(*words, "--json")
    assert answer.status == 0
    assert answer.json()["facts"] == len(whole)
    assert {"line": 1, "fact": fact} in answer.json()["misses"]
    assert answer.err.count("\n") == 1
    assert f'{file}:1: the value of "{fact}" cannot be typed for it' in answer.err
    assert value not in answer.err


def test_misuse_is_told_in_one_line(desk: Program, tmp_path: Path) -> None:
    for words in (("paste",), ("paste", "--evaluate", str(tmp_path / "none.jsonl"))):
        answer = read(desk, *words)
        assert answer.status == 2
        assert answer.err.count("\n") == 1
        assert "Durand" not in answer.err
