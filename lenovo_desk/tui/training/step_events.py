"""What a trainee did at one step of a mock call, and what he heard there, as short texts."""

from collections.abc import Iterator

from lenovo_desk.core.engine.fold import replay
from lenovo_desk.core.model import events as ev
from lenovo_desk.core.model.case import Case, fact_of
from lenovo_desk.core.model.events import Act
from lenovo_desk.core.ports import Library
from lenovo_desk.core.text import clean_line
from lenovo_desk.core.wording.books import value_text
from lenovo_desk.core.wording.sentences import filled, pair
from lenovo_desk.training.customer.customer import Customer, customer
from lenovo_desk.training.model.call import Call
from lenovo_desk.training.scoring.way_comparison import WayRow
from lenovo_desk.tui.kit.formats import clock_text
from lenovo_desk.tui.training.customer_pane import spoken

Told = tuple[float, str, bool]
"""Seconds into the call, a text, and whether the customer said it."""


class StepEvents:
    """Reads a call once, then answers for each of its rows."""

    def __init__(self, call: Call, library: Library, language: str) -> None:
        self._call, self._library, self._language = call, library, language
        self._words = library.words(language)
        self._case: Case = replay(call.flows, call.events)
        self._customer: Customer = customer(call, call.events[-1].at)

    def at(self, before: WayRow | None, row: WayRow) -> list[Told]:
        """Return what happened between two rows that the trainee came to, in its order."""
        first = before.n if before else 0
        told = []
        for event in self._call.events:
            if first < event.n <= row.n:
                at = self._second(event.n)
                told += [(event.n, (at, text, False)) for text in self._did(event.act)]
        told += [
            (one.n, (one.at, spoken(one, self._words), True))
            for one in self._customer.utterances
            if first <= one.n and (one.n < row.n or not row.choice)
        ]
        return [one for _, one in sorted(told, key=lambda one: one[0])]

    def _second(self, n: int) -> float:
        """Return which second of the call an event is from."""
        return replay(self._call.flows, self._call.events[:n]).handled

    def _did(self, act: Act) -> Iterator[str]:
        words = self._words
        match act:
            case ev.FactRecorded():
                yield self._fact(act)
            case ev.ItemTicked():
                yield f"[{'x' if act.on else ' '}] {self._item(act.item)}"
            case ev.PhraseCopied():
                yield f"{words['commands.copy']}: {clean_line(act.text)}"
            case ev.ReplyWritten() | ev.ReplyBarred():
                via = words.get(f"via.{act.via}", act.via)
                barred = "! " if isinstance(act, ev.ReplyBarred) else ""
                yield f"{barred}{pair(words, via, clean_line(act.text))}"
            case ev.NoteAdded():
                yield pair(words, words["desk.note"], clean_line(act.text))
            case ev.HoldEnded():
                yield f"{words['desk.hold']} {clock_text(act.seconds)}"
            case ev.CustomerAsked():
                yield f"? {self._title(act.fact)}"
            case ev.ClockSet():
                yield filled(words["mock.rate"], {"rate": f"{act.rate:g}"})

    def _fact(self, act: ev.FactRecorded) -> str:
        found = fact_of(self._call.flows, self._case, act.fact)
        if found is None:
            return pair(self._words, act.fact, str(act.value))
        flow, spec = found
        book = self._library.book(flow.id, self._language)
        shown = value_text(book, spec, act.value, self._case.zone)
        return pair(self._words, book.facts[spec.id], shown)

    def _title(self, key: str) -> str:
        found = fact_of(self._call.flows, self._case, key)
        if found is None:
            return key
        return self._library.book(found[0].id, self._language).facts[found[1].id]

    def _item(self, item: str) -> str:
        for name in self._case.digests:
            book = self._library.book(name, self._language)
            if item in book.items:
                return book.items[item]
        return item
