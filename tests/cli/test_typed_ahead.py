"""In a real terminal, keys mean at any speed what they mean typed slowly, or nothing."""

from pathlib import Path

import pytest

from lenovo_desk.core.model import events as ev
from tests.bench.terminal import Terminal
from tests.cli.terminal import leave, terminal
from tests.store.house import events_of

pytestmark = pytest.mark.slow

GAPS = [0.0, 0.05, 0.12, 0.25, 0.3, 0.4]
"""Seconds between two keys."""
at_every_speed = pytest.mark.parametrize("gap", GAPS, ids="{}s".format)
at_some_speeds = pytest.mark.parametrize("gap", [0.0, 0.08, 0.4], ids="{}s".format)
HOME = "Nouveau dossier"
ORIENTED = ["social_triage", "public_complaint", "computer_problem", "valid_warranty"]
"""What `1 1 2 1` is from Home; there, 3 parks the case."""
REFERRED = "Orienter vers le service client"
WRAP_UP = ["1", "4", "1"]
"""From Home to the wrap-up, where Enter closes the case."""
COUNTED = 28
"""Arrows down from the first of nine ways to the second."""
THANKED = ["social_triage", "public_positive", "no_media"]


def type_keys(at: Terminal, gap: float, *keys: str) -> None:
    """Type keys, so many seconds between two of them; all in one write when there are none."""
    if not gap:
        at.type_at_once(*keys)
    for key in keys if gap else ():
        at.type(key)
        at.idle(gap)


def worked(data: Path) -> list[list[str]]:
    """Return each case that was begun: its flow, its ways, and how it was left."""
    paths = [*data.glob("open/*.jsonl"), *data.glob("evidence/*/*.jsonl")]
    cases = [events_of(data, path.stem) for path in paths]
    cases.sort(key=lambda events: events[0].at.utc)
    words = [[_word(event.act) for event in events] for events in cases]
    return [[word for word in case if word] for case in words]


def _word(act: object) -> str:
    match act:
        case ev.CaseOpened():
            return act.flow
        case ev.ChoiceMade():
            return act.choice
        case ev.FlowEntered():
            return f"+{act.flow}"
        case ev.NoteAdded():
            return f"note:{act.text}"
        case ev.HoldStarted() | ev.HoldEnded() | ev.SteppedBack():
            return type(act).__name__
        case ev.CaseParked() | ev.CaseResumed() | ev.CaseClosed():
            return type(act).__name__
    return ""


@at_every_speed
def test_from_home_the_same_keys_end_at_the_same_step(tmp_path: Path, gap: float) -> None:
    with terminal(tmp_path, (80, 24), "fr") as at:
        at.wait_for(HOME)
        type_keys(at, gap, *"1121")
        leave(at)
    assert worked(tmp_path) == [ORIENTED]


@pytest.mark.parametrize("gap", [0.0, 0.02, 0.06, 0.2], ids="{}s".format)
def test_keys_typed_while_the_program_starts_count_every_one(tmp_path: Path, gap: float) -> None:
    with terminal(tmp_path, (80, 24), "fr") as at:
        type_keys(at, gap, *"1n", *"ab", "enter", *"121")
        at.wait_for(REFERRED)
        leave(at)
    assert worked(tmp_path) == [[ORIENTED[0], "note:ab", *ORIENTED[1:]]]


def test_an_enter_typed_before_the_program_has_the_terminal_is_an_enter(tmp_path: Path) -> None:
    with terminal(tmp_path, (80, 24), "fr", "start", "social_triage") as at:
        type_keys(at, 0.0, "1", "n", "a", "enter", "1")
        at.wait_for("Écrire à l’équipe France")
        leave(at)
    assert worked(tmp_path) == [["social_triage", "public_complaint", "note:a", "web_store"]]


@at_some_speeds
def test_keys_go_through_screens_that_open_and_close(tmp_path: Path, gap: float) -> None:
    with terminal(tmp_path, (80, 24), "fr") as at:
        at.wait_for(HOME)
        type_keys(at, gap, *"1?")  # a page closes by its own key
        type_keys(at, gap, *"q1", *"n2", "enter", *"zz2")
        type_keys(at, gap, "+", *"réparation", "enter", "1", "b", "/", *"patienter", "enter", "1")
        type_keys(at, gap, "p", *"rappel", "enter", *"demain 9h", "enter", "2", "1")
        leave(at)
    first, second = worked(tmp_path)
    assert first[:4] == ["social_triage", "public_complaint", "note:2", "computer_problem"]
    assert first[4] == "+depot_repair"
    assert first[-2:] == ["HoldStarted", "CaseParked"] or first[-1] == "CaseParked"
    assert second[0] != "social_triage"


AGAIN = "trop vite"
HELD_DOWN = "reste enfoncé"


@at_some_speeds
def test_escape_leaves_whatever_is_typed_right_after_it(tmp_path: Path, gap: float) -> None:
    with terminal(tmp_path, (80, 24), "fr") as at:
        at.wait_for(HOME)
        type_keys(at, gap, *"1n", *"abc", "escape", "1", "p", *"def", "escape", "1")
        type_keys(at, gap, "z", "escape", "n", *"ok", "enter", "2")
        leave(at)
    assert worked(tmp_path) == [
        ["social_triage", "public_complaint", "web_store", "note:abcok", "waiting"]
    ]


@at_every_speed
def test_an_enter_pressed_twice_closes_one_case_and_begins_none(tmp_path: Path, gap: float) -> None:
    with terminal(tmp_path, (80, 24), "fr") as at:
        at.wait_for(HOME)
        type_keys(at, gap, *WRAP_UP, "enter", "enter", "enter")
        at.wait_for(AGAIN)
        at.idle(1.0)
        type_keys(at, 0.0, "2")  # the hand has rested: it counts again
        leave(at)
    closed, begun = worked(tmp_path)
    assert closed == [*THANKED, "CaseClosed"]
    assert len(begun) == 1


@at_some_speeds
def test_an_enter_pressed_twice_takes_up_no_other_customer(tmp_path: Path, gap: float) -> None:
    with terminal(tmp_path, (80, 24), "fr") as at:
        at.wait_for(HOME)
        type_keys(at, 0.12, "2", "p", *"rappel", "enter", *"demain 9h", "enter", "up", *WRAP_UP)
        type_keys(at, gap, "enter", "enter", "1")  # 1 was meant for the screen that did not come
        at.wait_for(AGAIN)
        leave(at)
    parked, closed = worked(tmp_path)
    assert parked[-1] == "CaseParked"
    assert closed == [*THANKED, "CaseClosed"]


@at_some_speeds
def test_a_digit_that_parks_a_case_begins_none_behind_it(tmp_path: Path, gap: float) -> None:
    with terminal(tmp_path, (80, 24), "fr") as at:
        at.wait_for(HOME)
        type_keys(at, gap, *"1121", "3", "3", "1")
        at.wait_for(AGAIN)
        leave(at)
    assert worked(tmp_path) == [[*ORIENTED, "waiting"]]


@at_some_speeds
def test_another_key_behind_a_case_that_was_left_counts(tmp_path: Path, gap: float) -> None:
    with terminal(tmp_path, (80, 24), "fr") as at:
        at.wait_for(HOME)
        type_keys(at, gap, *"1121", "3", *WRAP_UP, "enter", "2", "x")
        leave(at)
    first, second, third = worked(tmp_path)
    assert first == [*ORIENTED, "waiting"]
    assert second == [*THANKED, "CaseClosed"]
    assert len(third) == 1


@pytest.mark.parametrize("key", ["1", "enter", "h", "b"])
def test_a_key_held_down_is_taken_a_few_times_and_no_more(tmp_path: Path, key: str) -> None:
    with terminal(tmp_path, (80, 24), "fr") as at:
        at.wait_for(HOME)
        type_keys(at, 0.12, *"112")
        type_keys(at, 0.03, *[key] * 60)
        at.wait_for(f"{HELD_DOWN}|{AGAIN}")
        leave(at)
    (case,) = worked(tmp_path)
    assert case[:3] == ORIENTED[:3]
    assert len(case) <= 3 + 1 + 4
    assert "CaseClosed" not in case


@at_some_speeds
def test_text_and_arrows_may_be_held_down(tmp_path: Path, gap: float) -> None:
    with terminal(tmp_path, (80, 24), "fr") as at:
        at.wait_for(HOME)
        type_keys(at, gap, "1", "n")
        type_keys(at, 0.03, *"1" * 20)
        type_keys(at, gap, "enter")
        type_keys(at, 0.03, *["down"] * COUNTED)
        type_keys(at, gap, "enter")
        leave(at)
    assert worked(tmp_path) == [["social_triage", "note:" + "1" * 20, "public_query"]]
