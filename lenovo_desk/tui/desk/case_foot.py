"""The last rows of a case: the row of messages, and below it, always, the row of keys."""

from collections.abc import Callable

from textual.strip import Strip

from lenovo_desk.tui.commands import keys_of
from lenovo_desk.tui.desk.case_on_screen import CaseOnScreen
from lenovo_desk.tui.desk.step_keys import WRAP_UP_KEY, KeyInTurn, matter_now
from lenovo_desk.tui.desk.step_offers import step_offers
from lenovo_desk.tui.kit.base_screen import HELP_ID
from lenovo_desk.tui.kit.hint_row import KeyOffer, keys_row, message_rows
from lenovo_desk.tui.kit.theme import inks


class CaseFoot:
    """Draws the last rows of a case."""

    def __init__(self, case: CaseOnScreen) -> None:
        self._case = case
        self.standing: Callable[[], str] = str
        """Returns the warning that stands while there is no other message; "" for none."""

    def message(self, width: int, height: int) -> list[Strip]:
        """Return the message, else what the typing line says, else the standing warning."""
        case = self._case
        text, alert = case.message, case.alert
        if not text and case.entry.active:
            text, alert = case.typing_notice()
        elif not text and (standing := self.standing()):
            text, alert = standing, True
        return message_rows(text, alert, inks(case.shell), width, height)

    def keys(self, width: int, height: int) -> list[Strip]:
        """Return the keys of the line while it is open, else those of the step."""
        case, typing, shell = self._case, self._case.entry.active, self._case.shell
        help_keys = keys_of(HELP_ID, shell.settings.current.keys)
        offers = case.typing_offers() if typing else self._step_offers()
        return [keys_row(offers, help_keys, typing, case.words, inks(shell), width)]

    def _step_offers(self) -> list[KeyOffer]:
        """Return the keys at the step: once the customer has hung up, that of the wrap-up first."""
        case, view, shell = self._case, self._case.view, self._case.shell
        commands = [
            command
            for command in case.commands()
            if command.id != HELP_ID and (not command.when or case.holds(command.when))
        ]
        matter = matter_now(view, case.hand.phrase, case.hand.passed)
        if case.leave_reason:
            matter = (KeyInTurn(WRAP_UP_KEY),)
        remapped, live = shell.settings.current.keys, len(shell.live.cases)
        return step_offers(view, matter, commands, live, case.words, remapped)
