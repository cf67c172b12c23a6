"""A mock call as a conversation: what the customer said and what the trainee did, by the second."""

from collections.abc import Iterator

from lenovo_desk.core.engine.fold import apply
from lenovo_desk.core.engine.gates import open_fact, worded_by
from lenovo_desk.core.model import events as ev
from lenovo_desk.core.model.case import Case
from lenovo_desk.core.model.events import Event
from lenovo_desk.core.model.flow import Flows
from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.wording.sentences import pair, sentence, span
from lenovo_desk.core.wording.wording import Wording
from lenovo_desk.training.customer.conversation import Utterance
from lenovo_desk.training.model.call import Call
from lenovo_desk.tui.training.customer_pane import spoken

CUSTOMER, TRAINEE = "customer", "trainee"


class TranscriptLine(NamedTuple):
    """One thing that happened in a call, in words."""

    at: float
    """Seconds into the call, as the case counts them."""
    who: str
    """`CUSTOMER` or `TRAINEE`."""
    text: str
    alert: bool = False
    """Whether a trainer should see it: a gate tried, a wording flagged, a reply barred."""
    trainer: bool = False
    """Whether a trainer had the customer say it."""
    n: int = 0
    """The event that it is, or after which the customer said it."""


def transcript(
    told: tuple[TranscriptLine, ...], heard: tuple[Utterance, ...], wording: Wording
) -> list[TranscriptLine]:
    """Return what the trainee did with what the customer said, in the order of it all."""
    said = [
        TranscriptLine(one.at, CUSTOMER, spoken(one, wording.words), one.why == "hang_up",
             one.why in _TRAINERS, one.n)
        for one in heard
    ]  # fmt: skip
    return sorted((*told, *said), key=lambda one: one.n)


_TRAINERS = ("line", "objection")


def trainee_lines(call: Call, wording: Wording) -> tuple[TranscriptLine, ...]:
    """Return what the trainee did, from the first event to the last."""
    case, found = Case(), []
    for event in call.events:
        before, case = case, apply(call.flows, case, event)
        wording.zone = case.zone
        found += [
            TranscriptLine(case.handled, TRAINEE, text, alert, n=event.n)
            for text, alert in _words(event, before, case, call.flows, wording)
            if text
        ]
    last = call.events[-1].act
    if isinstance(last, ev.FieldDrafted) and last.text:
        types = wording.fill("trainer.types", text=last.text)
        found.append(TranscriptLine(case.handled, TRAINEE, types, n=call.events[-1].n))
    return tuple(found)


def _words(
    event: Event, before: Case, case: Case, flows: Flows, wording: Wording
) -> Iterator[tuple[str, bool]]:
    """Yield an event in words, and whether a trainer should see it."""
    act = event.act
    here = before.here.top if before.trail else case.here.top
    book = wording.book(here.flow)
    match act:
        case ev.ChoiceMade():
            step = book.steps[act.step]
            yield f"{step.title} → {step.choices[act.choice]}", False
        case ev.FactRecorded():
            yield _fact(act, case, flows, wording), False
        case ev.ItemTicked():
            yield f"{'[x]' if act.on else '[ ]'} {book.items[act.item]}", False
        case ev.PhraseCopied():
            yield wording.fill("trainer.copied", text=act.text), False
        case ev.ReplyWritten():
            flagged = f"  ! {wording.word('trainer.flagged')}" if act.flags else ""
            via = wording.word(f"via.{act.via}")
            yield f"{pair(wording.words, via, act.text)}{flagged}", bool(act.flags)
        case ev.ReplyBarred():
            yield wording.fill("trainer.barred", text=act.text), True
        case ev.GateTried():
            yield _gate(act, before, flows, wording), True
        case ev.NoteAdded():
            note = pair(wording.words, wording.word("trainer.note"), act.text)
            yield note, bool(act.flags)
        case ev.HoldEnded():
            yield wording.fill("trainer.hold_ended", time=span(wording.words, act.seconds)), False
        case ev.CustomerAsked():
            found = open_fact(flows, case, act.fact)
            title = wording.book(found[0].id).facts[found[1].id] if found else act.fact
            yield wording.fill("trainer.asked", name=title), False
        case ev.FlowEntered():
            yield wording.fill("trainer.entered", name=wording.book(act.flow).title), False
        case ev.FlowLeft():
            yield wording.fill("trainer.left", name=wording.book(act.flow).title), False
        case ev.ClockSet():
            yield wording.word("trainer.fast" if act.rate > 1 else "trainer.slow"), False
        case ev.CaseParked():
            yield wording.fill("trainer.parked", text=act.reason), False
        case ev.CaseResumed():
            yield wording.word("trainer.crashed" if act.after_crash else "trainer.resumed"), False
        case ev.CaseClosed():
            yield wording.fill("trainer.closed", end=ended(case, wording)), False
        case ev.SteppedBack():
            yield wording.word("trainer.back"), False
        case ev.HoldStarted():
            yield wording.word("trainer.hold_started"), False


def ended(case: Case, wording: Wording) -> str:
    """Return how a closed call ended."""
    return wording.end(case.flow, case.disposition)


def _fact(act: ev.FactRecorded, case: Case, flows: Flows, wording: Wording) -> str:
    found = open_fact(flows, case, act.fact)
    if found is None:
        return pair(wording.words, act.fact, str(act.value))
    book = wording.book(found[0].id)
    shown = wording.value(book, found[1], act.value)
    return pair(wording.words, book.facts[found[1].id], shown)


def _gate(act: ev.GateTried, before: Case, flows: Flows, wording: Wording) -> str:
    book = wording.book(before.here.top.flow)
    why = ""
    for first in act.reasons[:1]:
        words = wording.book(worded_by(flows, before, first))
        why = sentence(wording.words, words, first)
    return wording.fill("trainer.tried", name=book.steps[act.step].choices[act.choice], why=why)
