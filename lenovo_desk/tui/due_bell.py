"""What has fallen due, in live cases and in those that wait, and a bell that announces it once."""

from collections.abc import Iterator, Mapping

from lenovo_desk.core.case_rows import CaseSummary
from lenovo_desk.core.ports import Library
from lenovo_desk.core.promise_board import due_title
from lenovo_desk.core.step_view import StepView

Due = tuple[str, str, int]
"""A case, what falls due in it as a `DueTime` names it, and when, in whole seconds since 1970."""


class DueBell:
    """Remembers what it has announced."""

    def __init__(self) -> None:
        self._rung: set[Due] = set()

    def ring(self, due: Mapping[Due, str]) -> list[str]:
        """Return the words for what has fallen due since the last call; `due` is all that has."""
        fresh = [text for key, text in due.items() if key not in self._rung]
        self._rung = set(due)
        return fresh


def due_in_case(view: StepView, words: Mapping[str, str]) -> Iterator[tuple[Due, str]]:
    """Yield what has fallen due in a live case, in words: its wait, its promises."""
    case, wait = view.case, view.step.wait
    if wait and view.wait and view.wait.left <= 0:
        end = int(case.here.entered.utc + wait.seconds)
        yield (
            (case.id, f"wait.{wait.id}", end),
            words["desk.wait_over"].format(name=view.wait.title),
        )
    for deadline in view.deadlines:
        if deadline.state == "running" and deadline.due <= view.at.utc:
            text = words["desk.due_now"].format(name=deadline.title)
            yield (case.id, deadline.key, int(deadline.due)), text


def due_in_waiting(
    case: CaseSummary, now: float, library: Library, words: Mapping[str, str], language: str
) -> Iterator[tuple[Due, str]]:
    """Yield what has fallen due in a case that waits; `now` is in seconds since 1970 UTC.

    A case that another window has open rings there.
    """
    for due in case.dues if not case.elsewhere else ():
        if due.state == "paused" or due.at > now:
            continue
        if due.state == "waiting":
            text = words["home.wait_over"]
        else:
            text = words["desk.due_now"].format(name=due_title(library, words, language, due.name))
        yield (case.id, due.name, int(due.at)), text
