"""Asks the terminal how wide signs are, while the app runs: nobody waits, and no key is lost."""

from textual import events
from textual.app import App
from textual.filter import LineFilter

from lenovo_desk.tui.kit.lines import Lines
from lenovo_desk.tui.kit.terminals.sign_widths import ANSWERS, FULL, need_plain, question
from lenovo_desk.tui.kit.terminals.signs import PlainSigns, count_cells

_ROW = 2
"""Where it is asked: an answer from the first row could be F3 with a modifier."""


class SignsAsked:
    """The signs of an app, plain where its terminal needs it."""

    def __init__(self, app: App[None], filters: list[LineFilter]) -> None:
        """Paint by `filters`: one that paints plain signs is added where it is needed."""
        self._app, self._filters = app, filters
        self._plain = PlainSigns()
        self._setting = FULL
        self._cells: list[int] = []
        self._counted: list[int] = []
        self._asked = False

    def choose(self, setting: str) -> None:
        """Paint as a setting says; ask the terminal unless it has answered or need not.

        The answers come between the keys, and the parser of keys takes them out. Until then, and
        without any, each sign counts as one cell.
        """
        if setting == self._setting:
            return
        self._setting = setting
        if setting != FULL and not self._asked and self._app._driver:
            self._asked = True
            self._app._driver.write(question(f"\x1b[{_ROW};1H"))
        self._apply()

    def take(self, event: events.CursorPosition) -> None:
        """Take an answer; after the last one, paint everything as it has to be."""
        if self._asked and event.y == _ROW - 1 and len(self._cells) < ANSWERS:
            self._cells.append(event.x)
            if len(self._cells) == ANSWERS:
                self._apply()

    def _apply(self) -> None:
        has_wide = len(self._cells) == ANSWERS and max(self._cells) == 2
        cells = self._cells if has_wide and self._setting != FULL else []
        plain = need_plain(self._setting, cells)
        if plain == (self._plain in self._filters) and cells == self._counted:
            return
        self._counted = cells
        self._filters[:] = [*(f for f in self._filters if f is not self._plain)]
        self._filters += [self._plain] if plain else []
        count_cells(plain, cells)
        for screen in self._app.screen_stack:
            for lines in screen.query(Lines):
                lines.notify_style_update()
            screen.refresh(layout=True)
