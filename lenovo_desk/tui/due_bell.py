"""Announces each wait that ends and each promise that falls due, once."""

from collections.abc import Mapping

from lenovo_desk.core.step_view import StepView


class DueBell:
    """Remembers what it has announced."""

    def __init__(self) -> None:
        self._rung: set[tuple[object, ...]] = set()

    def ring(self, view: StepView, words: Mapping[str, str]) -> str:
        """Return what has fallen due since the last call, in words, or ""."""
        due: dict[tuple[object, ...], str] = {}
        if view.wait and view.wait.left <= 0:
            text = words["desk.wait_over"].format(name=view.wait.title)
            due[("wait", view.case.here.serial)] = text
        for deadline in view.deadlines:
            if deadline.state == "running" and deadline.due <= view.at.utc:
                text = words["desk.due_now"].format(name=deadline.title)
                due[(deadline.key, deadline.due)] = text
        fresh = [text for key, text in due.items() if key not in self._rung]
        self._rung = set(due)
        return " · ".join(fresh)
