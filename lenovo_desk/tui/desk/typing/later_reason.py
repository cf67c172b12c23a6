"""Asks why a promise moves later, and records it with the time that moves it."""

from collections.abc import Callable

from lenovo_desk.core.model.intents import why_draft
from lenovo_desk.core.wording.sentences import filled
from lenovo_desk.tui.desk.case_on_screen import CaseOnScreen
from lenovo_desk.tui.desk.typing.fact_entry import fact_title

WHY = "why"
"""The line in which the reason is typed."""


class LaterReason:
    """Holds the typed time while its reason is asked."""

    def __init__(
        self,
        case: CaseOnScreen,
        open_line: Callable[[str, tuple[str, ...], str], None],
        ask: Callable[[str], bool],
        record: Callable[[str, str, str], bool],
    ) -> None:
        """Take what opens the line, asks for a fact again, and records one with a reason."""
        self._case, self._open, self._ask, self._record = case, open_line, ask, record
        self._typed = ("", "")

    @property
    def draft(self) -> str:
        """The field under which a reason that is half typed is kept."""
        return why_draft(self._typed[0])

    def ask_for(self, field: str, text: str, problem: str) -> None:
        """Open the line for the reason, with the sentence that says why it is needed."""
        case, self._typed = self._case, (field, text)
        title = fact_title(case.session, field, case.shell)
        draft = case.session.case.drafts.get(self.draft, "")
        self._open(WHY, (filled(case.words["entry.why"], {"name": title}),), draft)
        case.say(problem, alert=True)

    def enter(self, why: str) -> None:
        """Record the typed time with its reason; without one, go back to the time."""
        field, text = self._typed
        if why and self._record(field, text, why):
            return
        self._ask(field)
        self._case.entry.input.value = text
        self._case.paint()
