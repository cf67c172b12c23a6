"""The events of a mock call as short texts, for its trainer and for coaching."""

from collections.abc import Iterator, Mapping

from lenovo_desk.core.model import events as ev
from lenovo_desk.core.model.case import Case, fact_of
from lenovo_desk.core.model.country import place_of
from lenovo_desk.core.model.events import Act, Event
from lenovo_desk.core.model.flow import Flows
from lenovo_desk.core.text import clean_line
from lenovo_desk.core.wording.books import value_text
from lenovo_desk.core.wording.consent_words import CaseSentences
from lenovo_desk.core.wording.sentences import pair, span
from lenovo_desk.core.wording.wording import Wording
from lenovo_desk.training.customer.conversation import Utterance
from lenovo_desk.training.reports.evidence_text import call_time


def utterance_text(utterance: Utterance, words: Mapping[str, str]) -> str:
    """Return what the customer said, or what they did if they said nothing."""
    action_texts = {"unknown": words["mock.unknown"], "hang_up": words["mock.hung_up"]}
    return " ".join(part for part in (utterance.text, action_texts.get(utterance.why, "")) if part)


def end_text(case: Case, wording: Wording) -> str:
    """Return how a closed call ended."""
    return wording.end(case.flow, case.disposition)


def _short(item: str) -> str:
    """Return the id of an item from its id or `flow.item`."""
    return item.rpartition(".")[2]


class EventText:
    """Puts the trainee's events in one call into words."""

    def __init__(self, flows: Flows, wording: Wording) -> None:
        self._flows, self._wording = flows, wording

    def for_coaching(self, act: Act, case: Case) -> Iterator[str]:
        """Yield an act in words for coaching; a choice yields nothing, its row already shows it."""
        wording = self._wording
        words = wording.words
        match act:
            case ev.FactRecorded():
                yield self._fact(act, case, dated=False)
            case ev.FactCleared():
                yield self._cleared(act, case)
            case ev.ItemTicked():
                yield f"[{'x' if act.on else ' '}] {self._item(act.item, case)}"
            case ev.PhraseCopied():
                yield f"{words['commands.copy']}: {clean_line(act.text)}"
            case ev.ReplyWritten() | ev.ReplyBarred():
                barred = "! " if isinstance(act, ev.ReplyBarred) else ""
                via = wording.word(f"via.{act.via}")
                yield f"{barred}{pair(words, via, clean_line(act.text))}"
            case ev.NoteAdded():
                yield pair(words, words["desk.note"], clean_line(act.text))
            case ev.HoldEnded():
                # rounded up, like a hold on the desk
                up = call_time(act.seconds + 0.999 if act.seconds > 0 else 0)
                yield f"{words['desk.hold']} {up}"
            case ev.CustomerAsked():
                yield f"? {self._title(act.fact, case)}"
            case ev.ClockSet():
                yield wording.fill("mock.rate", rate=f"{act.rate:g}")

    def for_trainer(self, event: Event, before: Case, case: Case) -> Iterator[tuple[str, bool]]:
        """Yield an event in words for the trainer, and whether it is an alert.

        `before` is the case before the event, `case` the one after it.
        """
        act, wording = event.act, self._wording
        top = before.here.top if before.trail else case.here.top
        book = wording.book(top.flow)
        match act:
            case ev.ChoiceMade():
                step = book.steps[act.step]
                yield f"{step.title} → {step.choices[act.choice]}", False
            case ev.FactRecorded():
                yield self._fact(act, case, dated=True), False
            case ev.FactCleared():
                yield self._cleared(act, case), False
            case ev.ItemTicked():
                yield f"{'[x]' if act.on else '[ ]'} {book.items[_short(act.item)]}", False
            case ev.PhraseCopied():
                yield wording.fill("trainer.copied", text=act.text), False
            case ev.ReplyWritten():
                flagged = f"  ! {wording.word('trainer.flagged')}" if act.flags else ""
                via = wording.word(f"via.{act.via}")
                yield f"{pair(wording.words, via, act.text)}{flagged}", bool(act.flags)
            case ev.ReplyBarred():
                yield wording.fill("trainer.barred", text=act.text), True
            case ev.GateTried():
                yield self._gate(act, before), True
            case ev.NoteAdded():
                note = pair(wording.words, wording.word("trainer.note"), act.text)
                yield note, bool(act.flags)
            case ev.CustomerAsked():
                yield wording.fill("trainer.asked", name=self._title(act.fact, case)), False
            case _:
                yield self._turn(act, case), False

    def fallen(self, event: Event, case: Case) -> Iterator[str]:
        """Yield in words which consents an event lets fall, and which stand again by it."""
        sentences = CaseSentences(self._flows, case, self._wording.words, self._wording.book)
        for mark in event.consents:
            yield pair(self._wording.words, *sentences.mark(mark))

    def _turn(self, act: Act, case: Case) -> str:
        """Return the text for an act that moves or pauses the call; "" for all others."""
        wording = self._wording
        match act:
            case ev.HoldStarted():
                return wording.word("trainer.hold_started")
            case ev.HoldEnded():
                return wording.fill("trainer.hold_ended", time=span(wording.words, act.seconds))
            case ev.FlowEntered():
                return wording.fill("trainer.entered", name=wording.book(act.flow).title)
            case ev.FlowLeft():
                return wording.fill("trainer.left", name=wording.book(act.flow).title)
            case ev.SteppedBack():
                return wording.word("trainer.back")
            case ev.ClockSet():
                return wording.word("trainer.fast" if act.rate > 1 else "trainer.slow")
            case ev.CaseParked():
                return wording.fill("trainer.parked", text=act.reason)
            case ev.CaseResumed():
                return wording.word("trainer.crashed" if act.after_crash else "trainer.resumed")
            case ev.CaseClosed():
                return wording.fill("trainer.closed", end=end_text(case, wording))
            case _:
                return ""

    def _fact(self, act: ev.FactRecorded, case: Case, dated: bool) -> str:
        """Return a fact and its value; with `dated`, dates have their year."""
        match = fact_of(self._flows, case, act.fact)
        if match is None:
            return pair(self._wording.words, act.fact, str(act.value))
        flow, spec = match
        book = self._wording.book(flow.id)
        if dated:
            value = self._wording.value(book, spec, act.value)
        else:
            value = value_text(book, spec, act.value, place_of(case))
        return pair(self._wording.words, book.facts[spec.id], value)

    def _cleared(self, act: ev.FactCleared, case: Case) -> str:
        words = self._wording.words
        return pair(words, self._title(act.fact, case), words["value.taken_out"])

    def _title(self, key: str, case: Case) -> str:
        match = fact_of(self._flows, case, key)
        return self._wording.book(match[0].id).facts[match[1].id] if match else key

    def _item(self, item: str, case: Case) -> str:
        for flow in case.digests:
            book = self._wording.book(flow)
            if _short(item) in book.items:
                return book.items[_short(item)]
        return item

    def _gate(self, act: ev.GateTried, before: Case) -> str:
        wording, why = self._wording, ""
        for reason in act.reasons[:1]:
            sentences = CaseSentences(self._flows, before, wording.words, wording.book)
            why = sentences.sentence(reason)
        choice = wording.book(before.here.top.flow).steps[act.step].choices[act.choice]
        return wording.fill("trainer.tried", name=choice, why=why)
