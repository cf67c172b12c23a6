"""Every kind of mistake in scenarios, quizzes and the scorecard is reported where it stands.

In the table `§` marks the place where the problem must be reported.
"""

from pathlib import Path

import pytest

from lenovo_desk.content.all_problems import check
from lenovo_desk.content.library import ContentLibrary
from lenovo_desk.content.training_library import ContentMaterials
from lenovo_desk.content.yaml.problem_codes import TRAINING
from lenovo_desk.content.yaml.problems import Problem
from tests.content.folder import written
from tests.content.problem_table import Row, part, place_of
from tests.content.training import (
    CARD,
    CARD_WORDS,
    QUIZ,
    SCENARIO,
    TALK,
    problems,
    read,
    trained,
)

CALL, DECK, POINTS, WORDS = (
    "scripts_fr__mock_calls__short",
    "scripts_fr__quiz__times",
    "flows__scorecard",
    "scripts_fr__scorecard",
)


def call(old: str, new: str) -> str:
    """Return the scenario with a part changed."""
    return part(SCENARIO, old, new)


def good(old: str, new: str) -> str:
    """Return the scenario with a move of its good call changed."""
    return call(f"  - {old}\n", f"  - {new}\n" if new else "")


ROWS = [
    # Scenarios: shapes.
    Row("no-schema", CALL, "§" + SCENARIO.partition("\n")[2], "scenario.schema.json"),
    Row("missing-key", CALL, "§" + call("goal: Savoir où elle en est.\n", "").partition("\n")[2],
        '"goal" is missing'),
    Row("not-among", CALL, call("type: emotional", "type: §emotive"), "emotional"),
    Row("not-among", CALL, call("snaps: {hold:", "snaps: {§holds:"), "repeat, hold, wording"),
    Row("out-of-range", CALL, call("start: 4", "start: §11"), "from 0 to 10"),
    Row("out-of-range", CALL, call("start: 4", "start: §2.5"), "whole number"),
    Row("out-of-range", CALL, call("limit: 9", "limit: §-1"), "from 0 to 10"),
    Row("out-of-range", CALL, call("raises: 2", "raises: §20"), "from 0 to 10"),
    Row("bad-number", CALL, call("raises: 2", "raises: §two"), '"two"'),
    Row("bad-duration", CALL, call("target: 10m", "target: §10"), "15m"),
    Row("not-yes-no", CALL, call("told: yes", "told: §already"), '"already"'),
    Row("no-value", CALL, call("value: Martin", "value: §'\u200b'"), '"value"'),
    Row("no-value", CALL, call("value: Martin", "value: §\u3164\u2800"), '"value"'),
    # Scenarios: names.
    Row("file-name", CALL, call("scenario: short", "scenario: §shorter"), '"shorter"'),
    Row("unknown-flow", CALL, call("flow: talk", "flow: §tolk"), '"tolk"'),
    Row("flow-has-problems", CALL, call("flow: talk", "flow: §talk"), "of its own (1)",
        {"flows__talk": TALK.replace("goto: solved", "goto: slved")}),
    Row("unknown-step", CALL, call("  greet: Enfin", "  §gret: Enfin"), '"gret"'),
    Row("unknown-step", CALL, call("  talk.waiting:", "  §visit.knock:"), '"visit.knock"'),
    Row("unknown-step", CALL, call("at: waiting", "at: §wait"), '"wait"'),
    Row("unknown-fact-of-call", CALL, call("  customer: {", "  §customr: {"), '"customr"'),
    Row("derived-fact", CALL, call("  customer: {", "  §on_time: {"), "cannot be revealed"),
    Row("chosen-revealed", CALL, call("  customer: {", "  §length: {"), '"length"'),
    Row("unknown-calm", CALL, call("calms: [listened", "calms: [§listend"), '"listend"'),
    Row("nothing-said", CALL, call("calms:", "speaks_first: [§gret]\ncalms:"), '"gret"'),
    Row("unknown-calm", CALL, call("greet.go_on", "§greet.go"), '"greet.go"'),
    # Scenarios: values.
    Row("bad-reveal", CALL, call("value: 06 39 98 00 01", "value: §06"), "no telephone"),
    Row("bad-reveal", CALL, call("customer: {value: Martin", "mood: {value: §bad"), "fine, cross"),
    Row("hangs-up-at-once", CALL, call("limit: 9", "limit: §4"), "at 4"),
    Row("short-target", CALL, call("target: 10m", "§target: 4m"), "300 seconds"),
    Row("not-revealed", CALL, call("  phone: {value: 06 39 98 00 01, says: Le 06 39 98 00 01., "
        "asked_by: [numéro], told: yes}\n", "").replace("- phone=", "- §phone="), '"talk.phone"'),
    Row("recorded-otherwise", CALL, good("phone=0639980001", "§phone=0639980002"),
        "says otherwise"),
    # Scenarios: the good call.
    Row("no-good-call", CALL, SCENARIO.partition("good:\n")[0] + "§good: []\n", "first step"),
    Row("bad-move", CALL, good("wait:5m", "§wait:5"), "wait:15m"),
    Row("bad-move", CALL, good("+listened", "§+"), "lacks"),
    Row("good-refused", CALL, good("+listened", "").replace("- go_on", "- §go_on"), "listened"),
    Row("good-refused", CALL, good("wait:5m", "wait:4m").replace("- over", "- §over"),
        "1 min"),
    Row("good-refused", CALL, good("copy:more", "§copy:hello"), '"hello"'),
    Row("good-refused", CALL, good("=solved", "§=lost"), '"lost"'),
    Row("good-refused", CALL, good("=solved", "=solved\n  - §back"), "stops here"),
    Row("good-refused", CALL, good("mood=fine", "§'!mood=fine'"), "refus"),
    Row("good-refused", CALL, good("then=+1h", "then=10:30").replace("- over", "- §over"),
        "on a Friday at 17:40"),
    Row("good-unfinished", CALL, good("copy:more", "§copy:more").replace(
        "  - done\n  - =solved\n", ""),
        'it stands at "goodbye"'),
    Row("good-unfinished", CALL, good("=solved", "§abandon:enough"), "no end"),
    # Quizzes.
    Row("no-schema", DECK, "§" + QUIZ.partition("\n")[2], "quiz.schema.json"),
    Row("file-name", DECK, part(QUIZ, "quiz: times", "quiz: §time"), '"time"'),
    Row("missing-key", DECK, part(QUIZ, "  wait:", "  §wait:").replace(
        "    source: flows/talk.yaml\n", ""), '"source" is missing'),
    Row("no-questions", DECK, QUIZ.partition("questions:")[0] + "§questions: {}\n", "questions"),
    Row("right-among-wrong", DECK, part(QUIZ, "Une heure]", "§cinq  minutes]"), "among the wrong"),
    Row("listed-twice", DECK, part(QUIZ, "Une heure]", "§Dix minutes]"), "twice"),
    Row("asked-twice", DECK, part(QUIZ, "ask: Qui salue ?", "ask: §Combien de temps attendre ?"),
        '"wait"'),
    Row("duplicate-key", DECK, part(QUIZ, "  recalled:", "  §wait:"), "line 6"),
    Row("unknown-flow", DECK, part(QUIZ, "source: flows/talk", "source: §flows/tolk"), '"tolk"'),
    # The scorecard.
    Row("no-schema", POINTS, "§" + CARD.partition("\n")[2], "scorecard.schema.json"),
    Row("not-among", POINTS, part(CARD, "measure: path", "measure: §paths"), "path, gates"),
    Row("out-of-range", POINTS, part(CARD, "pass: 80", "pass: §101"), "from 0 to 100"),
    Row("out-of-range", POINTS, part(CARD, "points: 60", "points: §-1"), "from 0 to 1000"),
    Row("out-of-range", POINTS, part(CARD, "allowed: 1", "allowed: §0.5"), "whole number"),
    Row("out-of-range", POINTS, part(CARD, "passed: 2", "passed: §0"), "from 1 to 100"),
    Row("odd-certification", POINTS, part(CARD, "passed: 2", "passed: §4"), "the last 3"),
    Row("points-sum", POINTS, part(CARD, "points: 40", "points: 45.5").replace(
        "sections:", "§sections:"), "105.5"),
    Row("no-lines", POINTS, part(CARD, CARD[CARD.index("sections:"):CARD.index("failures:")],
        "§sections: {}\n"), "needs lines"),
    Row("line-twice", POINTS, part(CARD, "      tone: {", "      §path: {"), "line 8"),
    Row("unknown-gate", POINTS, part(CARD, "talk.waited", "§talk.wated"), '"talk.wated"'),
    Row("unknown-gate", POINTS, part(CARD, "listened]", "§listend]"), '"listend"'),
    Row("idle-failure", POINTS, part(CARD, "  public: {title: In public, posted: yes}",
        "  §public: {title: In public}"), '"public"'),
    Row("no-script", POINTS, "§" + CARD, "scripts_fr/scorecard.yaml",
        {"scripts_fr__scorecard": None}),
    # Its words.
    Row("no-script", WORDS, "§" + CARD_WORDS, "flows/scorecard.yaml",
        {"flows__scorecard": None}),
    Row("missing-words", WORDS, part(CARD_WORDS, "sections: {work: Travail, ", "§sections: {"),
        'The section "work"'),
    Row("missing-words", WORDS, part(CARD_WORDS, "lines: {path: Chemin, ", "§lines: {"),
        'The line "path"'),
    Row("missing-words", WORDS, part(CARD_WORDS, "failures: {early: Parti trop tôt, ",
        "§failures: {"), 'The failure "early"'),
    Row("missing-words", WORDS, CARD_WORDS.partition("statements:")[0] + "§statements: {}\n",
        'A statement of "law"'),
    Row("unknown-title", WORDS, part(CARD_WORDS, "lines: {path:", "lines: {pth: x, path:")
        .replace("pth", "§pth"), "no line"),
    Row("unknown-failure", WORDS, part(CARD_WORDS, "failure: law", "failure: §lw"), '"lw"'),
    Row("not-stated", WORDS, part(CARD_WORDS, "failure: law", "failure: §early"), '"early"'),
    Row("misplaced-mark", WORDS, part(CARD_WORDS, "[[aucun droit]]", "[[§aucun$ droit]]"), "place"),
    Row("missing-key", WORDS, part(CARD_WORDS, "  no_right:", "  §no_right:").replace(
        "    instead: Voyons vos droits.\n", ""), '"instead" is missing'),
]  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=[f"{i}-{row.code}" for i, row in enumerate(ROWS)])
def test_a_mistake_is_reported_where_it_stands(row: Row, tmp_path: Path) -> None:
    text, line, column = place_of(row.text)
    root = trained(tmp_path, **{**row.others, row.file: text})
    path = str(root / f"{row.file.replace('__', '/')}.yaml")
    found = [one for one in problems(root) if one.code == row.code and one.path == path]
    assert [(one.line, one.column) for one in found] == [(line, column)], problems(root)
    assert row.says in found[0].text


def test_every_code_has_a_row() -> None:
    assert {row.code for row in ROWS} >= set(TRAINING) | {"out-of-range"}


def test_the_small_training_has_no_problems(tmp_path: Path) -> None:
    assert check([], [trained(tmp_path)]) == []


@pytest.mark.parametrize(
    ("file", "text", "guess"),
    [
        (CALL, call("flow: talk", "flow: tolk"), "talk"),
        (CALL, call("  greet: Enfin", "  gret: Enfin"), "greet"),
        (CALL, call("  customer: {", "  customr: {"), "customer"),
        (CALL, call("value: Martin", "value: Martin, sais: x"), "says"),
        (CALL, call("customer: {value: Martin", "mood: {value: cros"), "cross"),
        (CALL, call("calms: [listened", "calms: [listend"), "listened"),
        (CALL, call("scenario: short", "scenario: shorter"), "short"),
        (CALL, good("go_on", "go_one"), "go_on"),
        (CALL, good("+listened", "+listend"), "listened"),
        (CALL, good("mood=fine", "mod=fine"), "mood"),
        (CALL, good("copy:more", "copy:mor"), "more"),
        (CALL, good("over", "over\n  - '@godbye'"), "goodbye"),
        (POINTS, part(CARD, "talk.waited", "talk.wated"), "talk.waited"),
        (WORDS, part(CARD_WORDS, "failure: law", "failure: lwa"), "law"),
        (DECK, part(QUIZ, "source: flows/talk", "source: flows/tlk"), "talk"),
    ],
)
def test_a_slip_is_met_with_a_guess(file: str, text: str, guess: str, tmp_path: Path) -> None:
    assert guess in {one.guess for one in problems(trained(tmp_path, **{file: text}))}


def test_the_first_move_that_is_refused_is_the_only_problem_of_the_good_call(
    tmp_path: Path,
) -> None:
    text = good("+listened", "+listend").replace("copy:more", "copy:mor")
    found = problems(trained(tmp_path, **{CALL: text}))
    assert [(one.code, one.guess) for one in found] == [("good-refused", "listened")]


def test_one_bad_file_never_hides_the_good_ones(tmp_path: Path) -> None:
    root = trained(
        tmp_path,
        scripts_fr__mock_calls__broken="a: [",
        scripts_fr__mock_calls__unfinished=SCENARIO.replace("scenario: short", "scenario: long"),
        scripts_fr__quiz__broken=b"\xff",
    )
    drills = read(root)
    assert list(drills.scenarios["fr"]) == ["short"]
    assert [quiz["quiz"] for quiz in drills.quizzes["fr"]] == ["times"]
    assert {Path(one.path).stem for one in drills.problems} == {"broken", "unfinished"}


@pytest.mark.slow
@pytest.mark.parametrize("file", [CALL, DECK, POINTS, WORDS])
def test_whatever_line_is_broken_what_is_left_can_be_used(file: str, tmp_path: Path) -> None:
    root = trained(tmp_path)
    path, library = root / f"{file.replace('__', '/')}.yaml", ContentLibrary([root])
    lines = path.read_text().splitlines(keepends=True)
    for number, line in enumerate(lines):
        for broken in ("", line.partition(":")[0] + ":\n", line.replace(":", ": []", 1), line * 2):
            path.write_text("".join([*lines[:number], broken, *lines[number + 1 :]]))
            shelf = ContentMaterials(library, [root])
            told = bool(shelf.problems())
            assert len(shelf.scenarios("fr")) == 1 or (told and file == CALL)
            assert len(shelf.quizzes("fr")) == 1 or (told and file == DECK)
            assert shelf.scorecard("fr").lines() or (told and file == POINTS)
            twice = broken == line * 2 and ": " in line and not line.lstrip().startswith(("-", "#"))
            assert told or not twice, broken


def test_a_scenario_with_no_more_than_a_warning_is_played(tmp_path: Path) -> None:
    drills = read(trained(tmp_path, **{CALL: SCENARIO.partition("\n")[2]}))
    assert [one.code for one in drills.problems] == ["no-schema"]
    assert list(drills.scenarios["fr"]) == ["short"]


def test_a_scenario_may_stand_in_one_language_alone(tmp_path: Path) -> None:
    root = trained(tmp_path, scripts_fr__mock_calls__mine=SCENARIO.replace(": short", ": mine"))
    assert problems(root) == []


def names(found: list[Problem]) -> set[tuple[str, str]]:
    return {(Path(one.path).name, one.code) for one in found}


def test_files_and_folders_of_training_can_be_checked_alone(tmp_path: Path) -> None:
    root = trained(
        tmp_path / "content",
        scripts_fr__mock_calls__short=good("+listened", "+listend"),
        scripts_fr__quiz__times=part(QUIZ, "quiz: times", "quiz: time"),
        flows__scorecard=part(CARD, "points: 40", "points: 30"),
    )
    calls = root / "scripts_fr" / "mock_calls"
    assert names(check([calls], [root])) == {("short.yaml", "good-refused")}
    assert names(check([calls / "short.yaml"], [root])) == {("short.yaml", "good-refused")}
    assert names(check([root / "scripts_fr"], [root])) == {
        ("short.yaml", "good-refused"),
        ("times.yaml", "file-name"),
    }
    assert names(check([root / "flows" / "scorecard.yaml"], [root])) == {
        ("scorecard.yaml", "points-sum")
    }
    own = written(tmp_path / "own", flows__talk=TALK)
    assert check([own / "flows"], [root]) == []


def test_a_scenario_outside_a_language_is_said_to_be_none(tmp_path: Path) -> None:
    folder = tmp_path / "mock_calls"
    folder.mkdir()
    (folder / "short.yaml").write_text(SCENARIO)
    (found,) = check([folder / "short.yaml"], [trained(tmp_path / "content")])
    assert (found.code, "holds no content" in found.text) == ("unreadable", True)
