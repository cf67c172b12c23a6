"""A message made ready to be read: its cues, its cells, its days and the words in sight."""

import re

from lenovo_desk.core.model.flow import FactSpec
from lenovo_desk.core.privacy.readings import read
from lenovo_desk.core.text import clean_line
from lenovo_desk.core.values.entry import Entry
from lenovo_desk.pasted.cues import FlowCues
from lenovo_desk.pasted.labelled_cells import cells_in, trimmed
from lenovo_desk.pasted.mail_parts import own_words
from lenovo_desk.pasted.message_reading import CUE, LABEL, SHAPE, Candidate, Span
from lenovo_desk.pasted.written_days import days_in
from lenovo_desk.pasted.written_shapes import Written

LABELLED, LED, BARE = 60, 50, 20
"""The ranks of words behind a label, behind words that lead to them, and alone."""
_FAR = 24
"""How many characters may stand between a cue and what it leads to."""


class MessageText:
    """The customer's own words in a message, with all that was seen in them."""

    def __init__(self, cues: FlowCues, message: str, entry: Entry) -> None:
        """Find cues, cells and days in a message."""
        self.cues, self.message, self.entry = cues, message, entry
        self.reading = read(message)
        self.own = own_words(self.reading)
        self.low, self.text = self.own.low, self.own.text
        self.places = [*cues.places(self.low)]
        shaped = ("phone", "email", "serial", "date", "datetime", "url")
        ending = [name for name, spec in cues.specs.items() if spec.kind in shaped]
        ending += [name for name, spec in cues.specs.items() if spec.kind == "choice"]
        self.cells = cells_in(self.text, self.low, self.places, ending)
        self.days = [*days_in(self.low)]

    def first(self, kind: str) -> FactSpec | None:
        """Return the first fact of a kind; None when the flow has none."""
        return next((spec for spec in self.cues.specs.values() if spec.kind == kind), None)

    def span(self, start: int, end: int) -> Span:
        """Return where a part of the reading stands in the message."""
        return self.reading.place(start, end)

    def words(self, start: int, end: int) -> str:
        """Return the words of the message that a part of the reading stands for."""
        return self.message[slice(*self.span(start, end))]

    def candidate(
        self, fact: str, place: tuple[int, int], rank: int, way: str, by: str, doubt: str = ""
    ) -> Candidate:
        """Return the words at a place of the reading as a candidate."""
        start, end = trimmed(self.reading.low, *place)
        text = clean_line(self.words(start, end))
        return Candidate(fact, text, (self.span(start, end),), rank, way, by, doubt)

    def led_to(self, written: Written, kind: str) -> tuple[str, str, int]:
        """Return how something written is led to by a cue of its kind, by which, and its rank."""
        for cell in self.cells:
            if cell.start <= written.start < cell.end and self._has_kind(cell.facts, kind):
                return LABEL, self.words(*cell.label), LABELLED
        for place in reversed(self.places):
            if place.end <= written.start and self._has_kind(place.facts, kind):
                between = self.low[place.end : written.start]
                if len(between) <= _FAR and not re.search(r"[\n.;。,](?![ ]?$)", between):
                    return CUE, self.words(place.start, place.end), LED
                break
        return SHAPE, "", BARE

    def _has_kind(self, facts: tuple[str, ...], kind: str) -> bool:
        return any(self.cues.specs[name].kind == kind for name in facts)
