"""Events as the journal writes them."""

import contextlib
import json
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lenovo_desk.core.model import events as ev
from lenovo_desk.core.model.event_codec import event_from_plain, event_to_plain, sealed_fields
from lenovo_desk.core.model.events import ConsentMark, DeadlineMark, Event
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.time.clock import Stamp
from tests.core.machine import same

AT = Stamp(1.5, "boot", 2.5)
GOOD = event_to_plain(Event(1, AT, ev.ItemTicked("sent", True)), same)

ACTS: list[ev.Act] = [
    ev.CaseOpened("c", "f", "a", "r", "en", "UTC", (("k", "v"),), (("f", "d"),), "real"),
    ev.CaseOpened(
        "c", "f", "a", "r", "en", "UTC", (), (), "real", country="FR", local=(("mains_low", "207"),)
    ),
    ev.ChoiceMade("a", "b", (("f", "x"),), ("g",), 5.0),
    ev.FactRecorded("f", "x", False),
    ev.FactRecorded("f", ("x", "y"), True),
    ev.FactRecorded("f", (("x", ""), ("y", "z")), False),
    ev.FactRecorded("f", "x", False, "a later day was agreed"),
    ev.FactCleared("f"),
    ev.FieldDrafted("note", "half"),
    ev.ItemTicked("i", False),
    ev.PhraseCopied("p", "zh", "您好", "standard", "sms", True),
    ev.PhraseCopied("p", "zh", "您好", "standard", "sms", True, ("hotline_phone",)),
    ev.ReplyWritten("您好", "private", "zh", "p", ("child_could",), True),
    ev.SteppedBack("a"),
    ev.FlowEntered("f", (("f", "d"),)),
    ev.FlowLeft("f", ""),
    ev.LanguageSwitched("fr"),
    ev.HoldStarted(),
    ev.HoldEnded(1.25),
    ev.NoteAdded("n", ("child_could", "not_ours")),
    ev.GateTried("a", "b", (Reason("needs_wait", "w", 1.5, "d"), Reason("hidden"))),
    ev.CaseParked("later", 9.0),
    ev.CaseResumed(True),
    ev.CaseLeft(),
    ev.CaseReturned(),
    ev.CaseClosed("done", True, "n"),
    ev.DeskChanged("b", "hotline", (("agent_name", "Bo"),)),
    ev.CaseTakenOver("b", "hotline", (("agent_name", "Bo"),)),
    ev.MockCallBegun("floppy", "zh", "d1", "d2", "case#7"),
    ev.CustomerAsked("f.name"),
    ev.CustomerSpoke(3, "objection", "软驱不读盘"),
    ev.ClockSet(15.0),
    ev.ReplyBarred("写给 a@b.fr", "public", "f.mail"),
]


def test_every_act_is_tried_here() -> None:
    assert {type(act).__name__ for act in ACTS} == set(ev.ACTS)


def test_no_act_has_a_field_that_every_line_of_a_journal_has() -> None:
    consents = (ConsentMark("f.signed", "fell", ("f.fee",)),)
    event = Event(1, AT, ev.HoldStarted(), (DeadlineMark("f.d", "kept"),), consents, "camille")
    of_lines = {*event_to_plain(event, same)}
    assert {"n", "utc", "boot", "up", "event", "marks", "consents", "by"} == of_lines
    assert event_from_plain(event_to_plain(event, same), same) == event
    for act in ev.ACTS.values():
        assert not {*of_lines, "sum"} & set(act._fields), act


@pytest.mark.parametrize("act", ACTS, ids=lambda act: type(act).__name__)
def test_an_event_comes_back_as_it_went(act: ev.Act) -> None:
    event = Event(7, AT, act, (DeadlineMark("f.d", "started", 3.0, 1.0, 2.0),))
    text = json.dumps(event_to_plain(event, same))
    assert event_from_plain(json.loads(text), same) == event


@pytest.mark.parametrize("act", ACTS, ids=lambda act: type(act).__name__)
def test_a_personal_word_is_sealed_and_opened(act: ev.Act) -> None:
    plain = event_to_plain(Event(1, AT, act), lambda value: {"sealed": value})
    secrets = [name for name in sealed_fields(act) if getattr(act, name)]
    assert [key for key, value in plain.items() if isinstance(value, dict)] == secrets
    assert event_from_plain(plain, lambda token: token["sealed"]).act == act


def test_what_is_personal_is_sealed() -> None:
    sealed = {type(act).__name__ for act in ACTS if sealed_fields(act)}
    assert sealed == {
        "FactRecorded", "PhraseCopied", "ReplyWritten", "FieldDrafted", "NoteAdded", "CaseParked",
        "CaseClosed", "ReplyBarred",
    }  # fmt: skip


def test_a_reply_is_sealed_whatever_it_says() -> None:
    assert sealed_fields(ev.ReplyWritten("hello", "public", "en", "", (), False)) == ("text",)


def test_a_note_of_a_journal_older_than_flags_is_read() -> None:
    plain = event_to_plain(Event(1, AT, ev.NoteAdded("n", ("child_could",))), same)
    del plain["flags"]
    assert event_from_plain(plain, same).act == ev.NoteAdded("n")


def test_a_forgotten_word_comes_back_as_the_store_says() -> None:
    plain = event_to_plain(Event(1, AT, ev.NoteAdded("secret")), lambda _: {"sealed": "…"})
    assert event_from_plain(plain, lambda _: "") == Event(1, AT, ev.NoteAdded(""))


@pytest.mark.parametrize(
    "change",
    [
        {"event": "Nothing"},
        {"event": ["ItemTicked"]},
        {"event": None},
        {"n": "x"},
        {"n": None},
        {"n": math.inf},
        {"utc": "late"},
        {"utc": math.nan},
        {"up": math.inf},
        {"item": 5},
        {"item": None},
        {"on": "yes"},
        {"marks": 5},
        {"marks": [5]},
        {"marks": [["f.d"]]},
        {"marks": [["f.d", "kept", "soon"]]},
        {"marks": ["ab"]},
        {"event": "GateTried", "step": "a", "choice": "b", "reasons": [[1, 2, 3, 4, 5]]},
        {"event": "GateTried", "step": "a", "choice": "b", "reasons": 5},
        {"event": "ChoiceMade", "step": "a", "choice": "b", "sets": [["f"]]},
        {"event": "FactRecorded", "fact": "f", "value": "x", "personal": 1},
    ],
)
def test_what_is_no_event_is_a_value_error(change: Any) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - any ValueError will do, and nothing else
        event_from_plain({**GOOD, **change}, same)


@pytest.mark.parametrize("gone", ["n", "utc", "boot", "up", "event", "item", "on"])
def test_what_lacks_a_part_is_a_value_error(gone: str) -> None:
    with pytest.raises(ValueError, match="not an event"):
        event_from_plain({key: value for key, value in GOOD.items() if key != gone}, same)


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=5,
)


@given(st.sampled_from(ACTS), st.data())
def test_a_damaged_event_is_an_event_or_a_value_error(act: ev.Act, data: st.DataObject) -> None:
    plain = event_to_plain(Event(1, AT, act, (DeadlineMark("f.d", "kept"),)), same)
    key = data.draw(st.sampled_from(sorted(plain)))
    with contextlib.suppress(ValueError):
        event_from_plain({**plain, key: data.draw(JSON)}, same)


@given(JSON)
def test_anything_else_is_a_value_error(plain: Any) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - any ValueError will do, and nothing else
        event_from_plain(plain, same)
