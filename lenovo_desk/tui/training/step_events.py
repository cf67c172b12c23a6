"""What the trainee did and the customer said at one step of a mock call."""

from lenovo_desk.core.engine.fold import replay
from lenovo_desk.core.ports import Library
from lenovo_desk.core.wording.wording import Wording
from lenovo_desk.training.customer.customer import customer
from lenovo_desk.training.model.call import Call
from lenovo_desk.training.reports.event_text import EventText, utterance_text
from lenovo_desk.training.scoring.way_comparison import WayRow

StepEvent = tuple[float, str, bool]
"""Seconds into the call, a text, and whether the customer said it."""


class StepEvents:
    """Reads a call once, then answers for each row of coaching."""

    def __init__(self, call: Call, library: Library, language: str) -> None:
        self._call = call
        self._wording = Wording(library, language)
        self._text = EventText(call.flows, self._wording)
        self._case = replay(call.flows, call.events)
        self._customer = customer(call, call.events[-1].at)

    def at(self, before: WayRow | None, row: WayRow) -> list[StepEvent]:
        """Return what happened between two rows that the trainee reached, in order.

        `before` is None for the first row.
        """
        first = before.n if before else 0
        numbered: list[tuple[int, StepEvent]] = []
        for event in self._call.events:
            if first < event.n <= row.n:
                texts = [
                    *self._text.for_coaching(event.act, self._case),
                    *self._text.fallen(event, self._case),
                ]
                second = self._second(event.n)
                numbered += [(event.n, (second, text, False)) for text in texts]
        numbered += [
            (utterance.n, (utterance.at, utterance_text(utterance, self._wording.words), True))
            for utterance in self._customer.utterances
            if first <= utterance.n and (utterance.n < row.n or not row.choice)
        ]
        return [step_event for _, step_event in sorted(numbered, key=lambda pair: pair[0])]

    def _second(self, n: int) -> float:
        """Return how many seconds into the call event `n` happened."""
        return replay(self._call.flows, self._call.events[:n]).handled
