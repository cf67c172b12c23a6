"""Which flow a pasted message begins: asked by digit, the flows of the agent's role first."""

from pathlib import Path

from textual import events, on
from textual.app import ComposeResult
from textual.strip import Strip

from lenovo_desk.core.ports import FlowCard
from lenovo_desk.core.text import clean
from lenovo_desk.tui.desk.pasting.paste_column import DIGITS
from lenovo_desk.tui.desk.pasting.paste_screen import PasteScreen
from lenovo_desk.tui.desk.pasting.paste_targets import CaseToBegin
from lenovo_desk.tui.desk.pasting.proposed_facts import warm_reader
from lenovo_desk.tui.digits import digit
from lenovo_desk.tui.kit.base_screen import BaseModal
from lenovo_desk.tui.kit.cursor_list import CursorList
from lenovo_desk.tui.kit.edges import MEASURE, TEXT_AT, edged, risen
from lenovo_desk.tui.kit.lines import Lines, line
from lenovo_desk.tui.kit.lists.rows import list_row
from lenovo_desk.tui.kit.text_layout import fit, wrap_within
from lenovo_desk.tui.kit.theme import inks

MESSAGE_ROWS = 5
"""The most rows of the message that are in view."""


class FlowChoice(BaseModal[None], scope="begin"):
    """Lists the flows; the message is read for the one that is chosen."""

    CSS_PATH = Path(__file__).with_suffix(".tcss")
    MATTERS = ("paste.flow",)

    def __init__(self, text: str, cards: tuple[FlowCard, ...]) -> None:
        """Take a pasted text and the flows in the order in which they are listed."""
        super().__init__()
        self._text, self._cards = clean(text).strip(), cards
        self._list = CursorList(len(cards))
        self._top = 0

    def compose(self) -> ComposeResult:
        yield Lines(self._draw, id="flows")
        yield self.message_row()
        yield self.keys_row()

    def on_mount(self) -> None:
        """Load what reads the message, while the agent looks for the flow."""
        country = self.shell.settings.current.country
        self.set_timer(0.05, lambda: warm_reader(country))

    def _draw(self, width: int, height: int) -> list[Strip]:
        ink, room, blank = inks(self.app), width - TEXT_AT, line([], width, inks(self.app).plain)
        title = fit(self.words["pasted.which_flow"], room)
        rows = [edged(None, [(title, ink.title)], ink, width), blank]
        most = max(1, min(MESSAGE_ROWS, height - len(self._cards) - 4))
        texts = wrap_within(self._text, min(MEASURE, room - 1), most)
        rows += [risen([(text, ink.status)], ink, width) for text in texts]
        rows.append(blank)
        self._list = self._list._replace(height=max(1, height - len(rows)))
        self._top = len(rows)
        for number in self._list.window:
            card, current = self._cards[number], number == self._list.cursor
            key = DIGITS[number] if number < len(DIGITS) else " "
            name = card.titles.get(self.shell.language, card.titles["en"])
            parts = [(f"{key}  ", ink.key), (fit(name, room), ink.title if current else ink.plain)]
            rows.append(list_row(parts, ink, width, current))
        return rows

    def on_key(self, event: events.Key) -> None:
        """Choose by a digit."""
        if number := digit(event.character):
            event.stop()
            self._choose(number - 1)

    @on(Lines.Picked, "#flows")
    def _clicked(self, event: Lines.Picked) -> None:
        number = self._list.at(event.number - self._top)
        if number is not None:
            self._choose(number)

    def _choose(self, number: int) -> None:
        if number < len(self._cards) and self.is_active:
            target = CaseToBegin(self.shell, self._cards[number].id)
            self.shell.push_screen(PasteScreen(self._text, target))

    def action_choose(self) -> None:
        """Choose the flow under the cursor."""
        self._choose(self._list.cursor)

    def action_cursor(self, step: int) -> None:
        """Move the cursor over the flows, round the ends."""
        cursor = (self._list.cursor + step) % max(1, len(self._cards))
        self._list = self._list._replace(cursor=cursor)
        self.show()

    def action_drop(self) -> None:
        """Begin nothing, and forget the message."""
        if self.is_active:
            self.dismiss(None)
