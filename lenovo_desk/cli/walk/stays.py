"""What a walk saw at each step: the wording, the phrases with their blanks filled, the choices."""

from collections.abc import Mapping

from lenovo_desk.core.engine.gates import (
    Verdict,
    shown_choices,
    shown_facts,
    shown_items,
    shown_lines,
    value_of,
    worded_by,
)
from lenovo_desk.core.model.case import Case, at_end, flow_here, standing, step_here
from lenovo_desk.core.model.flow import Flows
from lenovo_desk.core.model.values import Value
from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.ports import Library
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.time.clock import Stamp
from lenovo_desk.core.wording.books import Book, fill, show_value
from lenovo_desk.core.wording.sentences import sentence


class Why(NamedTuple):
    """A reason as data and as a sentence."""

    code: str
    id: str
    text: str


class Said(NamedTuple):
    """A phrase of a step."""

    id: str
    authority: str
    via: str
    text: str
    missing: tuple[str, ...]
    reasons: tuple[Why, ...]
    """Why it cannot be said yet."""


class Offer(NamedTuple):
    """A choice of a step."""

    id: str
    title: str
    open: bool
    reasons: tuple[Why, ...]


class Stay(NamedTuple):
    """A step as it stood when the walk left it."""

    id: str
    flow: str
    title: str
    do: str
    caution: str
    phrases: tuple[Said, ...]
    moves: tuple[str, ...] = ()
    """What was done there."""


class Blank(NamedTuple):
    """A fact or an item that the step asks for."""

    id: str
    title: str
    value: str
    """Empty when it is not there yet."""


class View:
    """Reads a case at a moment, in one language of wording and one of phrases."""

    def __init__(self, library: Library, flows: Flows, wording: str, spoken: str) -> None:
        self._library = library
        self._flows = flows
        self._books: dict[tuple[str, str], Book] = {}
        self._spoken = spoken
        self.wording = wording
        self.words: Mapping[str, str] = library.words(wording)

    def book(self, case: Case) -> Book:
        """Return the wording of the flow the case is in."""
        return self._book(flow_here(self._flows, case).id, self.wording)

    def _book(self, flow: str, language: str) -> Book:
        key = flow, language
        if key not in self._books:
            self._books[key] = self._library.book(flow, language)
        return self._books[key]

    def stay(self, case: Case, at: Stamp, moves: tuple[str, ...] = ()) -> Stay:
        """Return the step the case is at."""
        flow, step = flow_here(self._flows, case), step_here(self._flows, case)
        text = self.book(case).steps[step.id]
        said = self._said(case, at)
        return Stay(step.id, flow.id, text.title, text.do, text.caution, said, moves)

    def _said(self, case: Case, at: Stamp) -> tuple[Said, ...]:
        flow = flow_here(self._flows, case)
        spoken = self._book(flow.id, self._spoken)
        found = []
        for line, verdict in shown_lines(self._flows, case, at):
            phrase = spoken.phrases.get(line.phrase)
            if phrase is not None:
                full = fill(phrase, spoken, flow, case)
                found.append(
                    Said(
                        line.phrase,
                        phrase.authority,
                        line.via,
                        full.text,
                        full.missing,
                        self.why(case, verdict),
                    )
                )
        return tuple(found)

    def offers(self, case: Case, at: Stamp) -> tuple[Offer, ...]:
        """Return the choices shown, in the order of their numbers."""
        labels = self.book(case).steps[step_here(self._flows, case).id].choices
        return tuple(
            Offer(choice.id, labels[choice.id], verdict.open, self.why(case, verdict))
            for choice, verdict in shown_choices(self._flows, case, at)
        )

    def blanks(self, case: Case, at: Stamp) -> tuple[Blank, ...]:
        """Return the facts and items that the step asks for and that can be given now."""
        book = self.book(case)
        facts = [
            Blank(f"{one.spec.id}=", book.facts[one.spec.id], self._shown(book, case, one.spec.id))
            for one in shown_facts(self._flows, case, at)
            if one.verdict.open
        ]
        items = [
            Blank(f"+{box.item.id}", book.items[box.item.id], "✓" if box.ticked else "")
            for box in shown_items(self._flows, case, at)
            if box.verdict.open
        ]
        return (*facts, *items)

    def _shown(self, book: Book, case: Case, fact: str) -> str:
        flow = flow_here(self._flows, case)
        value = value_of(flow, case, fact)
        return show_value(book, flow.facts[fact], value, case.zone)

    def why(self, case: Case, verdict: Verdict) -> tuple[Why, ...]:
        """Return the reasons of a verdict in words."""
        return self.reasons(case, verdict.reasons)

    def reasons(self, case: Case, reasons: tuple[Reason, ...]) -> tuple[Why, ...]:
        """Return reasons in words, with the names of the flow the case is in."""
        found = []
        for one in reasons:
            book = self._book(worded_by(self._flows, case, one), self.wording)
            found.append(Why(one.code, one.id, sentence(self.words, book, one)))
        return tuple(found)

    def end(self, case: Case) -> str:
        """Return the disposition of a case that has come to an end, or an empty string."""
        if case.status == "closed":
            return case.disposition
        return step_here(self._flows, case).end if at_end(self._flows, case) else ""

    def facts(self, case: Case) -> dict[str, Value]:
        """Return the values that count now, by short id; a second fact of that id by its key."""
        found: dict[str, Value] = {}
        for key, value in standing(case).items():
            short = key.rpartition(".")[2]
            found[key if short in found else short] = value
        for name in case.digests:
            flow = self._flows[name]
            for spec in flow.facts.values():
                derived = value_of(flow, case, spec.id) if spec.derive else None
                if derived is not None:
                    found.setdefault(spec.id, derived)
        return found
