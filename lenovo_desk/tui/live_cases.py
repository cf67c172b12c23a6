"""The cases that are live in this window: one in view at most, the others a key away."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from lenovo_desk.core.engine.session import Session, StoreProblem
from lenovo_desk.core.model.events import Refusal
from lenovo_desk.core.model.intents import LeaveCase, ReturnToCase
from lenovo_desk.core.ports import Settings
from lenovo_desk.core.step_parts import ChoiceView

MOST = 9
"""How many cases can be live at once."""


class Hand(NamedTuple):
    """What the agent has under the hand: the cursor on the offers, the phrase in view."""

    cursor: int = 0
    """The number of the way under the cursor; 0 for the first."""
    phrase: int = 0
    card: str = ""
    """The customer card last read."""
    passed: str = ""
    """What was left unfilled at this step, `settings` or `facts`: the other comes next."""

    def number(self, offers: Sequence[ChoiceView]) -> int:
        """Return the number of the way under the cursor: the next one, if it has gone."""
        numbers = [offer.number for offer in offers]
        return next((number for number in numbers if number >= self.cursor), max([0, *numbers]))


class LiveCase:
    """A case held open by this window, with what a screen must know to show it again."""

    def __init__(
        self, session: Session, release: Callable[[], object], settings: Settings | None
    ) -> None:
        """Take how the case is released, and the settings that it was opened with."""
        self.session = session
        self.release = release
        self.settings = settings
        self.hand = Hand()

    @property
    def id(self) -> str:
        """The id of the case."""
        return self.session.case.id


class LiveCases:
    """The live cases in a fixed order, that in which they were opened here."""

    def __init__(self) -> None:
        self.cases: list[LiveCase] = []
        self.in_view: LiveCase | None = None
        self._place = 0
        """Where the case in view stands; without one, where the one last in view stood."""

    def add(self, live: LiveCase) -> None:
        """Add a case and show it; none is in view before."""
        self.cases.append(live)
        self._show(live)

    def named(self, case: str) -> LiveCase | None:
        """Return the live case with an id; None when it is not live here."""
        return next((live for live in self.cases if live.id == case), None)

    def neighbour(self, step: int) -> LiveCase:
        """Return the case so many places from the one in view, or last in view, round the ends."""
        return self.cases[(self._place + step) % len(self.cases)]

    def turn_away(self) -> None:
        """Take the case in view, if any, out of view.

        Raises `StoreProblem`, also with the code of a refusal; the case then stays.
        """
        if self.in_view:
            answer = self.in_view.session.do(LeaveCase())
            if isinstance(answer, Refusal):
                raise StoreProblem(answer.reasons[0].code, answer.reasons[0].detail)
            self.in_view = None

    def turn_to(self, live: LiveCase) -> None:
        """Bring a case into view; it is there even when this raises `StoreProblem`."""
        self._show(live)
        live.session.do(ReturnToCase())

    def _show(self, live: LiveCase) -> None:
        self.in_view, self._place = live, self.cases.index(live)

    def release(self) -> None:
        """Release the case in view. Raises `StoreProblem`."""
        live, self.in_view = self.in_view, None
        if live:
            self.cases.remove(live)
            live.release()

    def release_all(self) -> None:
        """Release every case. Raises the first `StoreProblem` once all others are released."""
        problems = []
        cases, self.cases, self.in_view = self.cases, [], None
        for live in cases:
            try:
                live.release()
            except StoreProblem as problem:
                problems.append(problem)
        if problems:
            raise problems[0]
