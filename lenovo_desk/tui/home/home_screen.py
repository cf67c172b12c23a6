"""Home: the agent, the flows to start, the waiting cases and today's figures."""

from typing import NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.strip import Strip

from lenovo_desk.core.ports import CaseSummary, DueTime, FlowCard
from lenovo_desk.core.promise_board import board_entries, due_title
from lenovo_desk.core.wording.books import time_text
from lenovo_desk.core.wording.language_formats import formats_of
from lenovo_desk.core.wording.sentences import filled
from lenovo_desk.tui.digits import digit
from lenovo_desk.tui.home.home_rows import card_row
from lenovo_desk.tui.home.waiting_rows import (
    case_strips,
    columns_of,
    live_case_row,
    rows_high,
    waiting_row,
)
from lenovo_desk.tui.kit.base_screen import BaseScreen
from lenovo_desk.tui.kit.cursor_list import CursorList
from lenovo_desk.tui.kit.lines import FittingLines, Lines, line, repaint
from lenovo_desk.tui.kit.theme import inks
from lenovo_desk.tui.kit.times_and_ids import away, clock_text

EVERY = 10.0
"""Seconds after which Home reads the waiting cases again."""
ROOM_BELOW = 8
"""Lines of Home that are neither flows nor cases."""
ONE_COLUMN, TWO_COLUMNS = 6, 76
"""Flows that one column holds; cells from which more flows take two columns."""
WIDE = 130
"""Cells from which each case has a second row, if all of them have room."""


class _Drawn(NamedTuple):
    strips: list[Strip]
    entries: dict[int, tuple[int, ...]]
    """Indices of the entries on each line, from left to right."""


class Home(BaseScreen[None], scope="home"):
    """Numbered flows, then open and parked cases, the next due first."""

    HELP = "help.home"
    READS_PASTE = "desk.pasting.paste_commands:read_at_home"

    def __init__(self) -> None:
        super().__init__()
        self._cards: tuple[FlowCard, ...] = ()
        self._cases: tuple[CaseSummary, ...] = ()
        self._cursor = 0
        self._per = 0
        self._live: list[str] = []
        """The ids of the live cases, which come first in `_cases`."""
        self._belled: set[tuple[str, DueTime | None]] = set()
        self._drawn = _Drawn([], {})

    def compose(self) -> ComposeResult:
        yield Lines(self._draw, id="home")
        yield FittingLines(self._draw_hints, id="hints")

    def on_mount(self) -> None:
        """Read flows and cases, and refresh them from time to time."""
        self.read()
        texts = (self.shell.readings.greeting, self._overdue())
        self.message = "  ".join(text for text in texts if text)
        self.alert = bool(self.message)
        self.set_interval(EVERY, self.look_again)
        self.set_interval(1.0, self._count)

    def _overdue(self) -> str:
        """Return what is overdue at the start, in words; "" for nothing."""
        shell, now = self.shell, self.shell.store.clock.now().utc
        late = [entry for entry in board_entries(self._cases, now) if entry.overdue(now)]
        due = late[0].due if late else None
        if due is None:
            return ""
        name = due_title(shell.library, shell.words, shell.language, due.name)
        return shell.words["home.overdue_now"].format(
            n=len(late), name=name, time=away(shell.words, now - due.at)
        )

    def show(self, message: str = "", alert: bool = False) -> None:
        """Read everything again and paint it."""
        self.message, self.alert = message, alert
        self.read()
        repaint(*self.query(Lines))

    def read(self) -> None:
        """Read flows and cases; draws nothing."""
        shell = self.shell
        role = shell.settings.current.agent.role
        row = self._cursor - len(self._cards)
        chosen = self._cases[row].id if 0 <= row < len(self._cases) else ""
        cards = (card for card in shell.library.cards() if card.on_home)
        self._cards = tuple(sorted(cards, key=lambda card: role not in card.roles))
        live = [each.id for each in shell.live.cases]
        cases = {case.id: case for case in shell.readings.unfinished()}
        waiting = tuple(case for case in cases.values() if case.id not in live)
        self._cases = (*(cases[id] for id in live if id in cases), *waiting)
        ids = [case.id for case in self._cases]
        changed, self._live = live != self._live, live
        if changed and live and shell.live.neighbour(0).id in ids:
            self._cursor = len(self._cards) + ids.index(shell.live.neighbour(0).id)
        elif chosen in ids:  # the order may have changed
            self._cursor = len(self._cards) + ids.index(chosen)
        elif chosen and ids:  # the case is done: the next one
            self._cursor = len(self._cards) + min(row, len(ids) - 1)
        elif self._cursor >= len(self._cards):
            self._cursor = 0

    def _count(self) -> None:
        """Repaint the countdowns."""
        if self.app.screen is self and (self._live or any(case.due for case in self._cases)):
            repaint(self.query_one("#home", Lines))

    def look_again(self) -> None:
        """Read the waiting cases, ring for newly due ones, and paint."""
        if self.app.screen_stack[-1:] != [self]:  # not in front, or the app is closing
            return
        self.shell.refresh_settings()
        self.read()
        now = self.shell.store.clock.now().utc
        due = {
            (entry.case.id, entry.due)
            for entry in board_entries(self._cases, now)
            if entry.come(now) and entry.case.id not in self._live  # those ring by themselves
        }
        if due - self._belled:
            self.app.bell()
        self._belled = due
        repaint(self.query_one("#home", Lines))

    def holds(self, condition: str) -> bool:
        """Return whether a command applies now, which decides what the last row lists."""
        return condition != "live" or bool(self.shell.live.cases)

    def _draw(self, width: int, height: int) -> list[Strip]:
        shell = self.shell
        words, ink, now = shell.words, inks(shell), shell.store.clock.now()
        settings = shell.settings.current
        agent = settings.agent
        role = words.get(f"role.{agent.role}", agent.role)
        day = time_text(formats_of(shell.words), now.utc, settings.zone, now=now.utc)
        rows = [
            line(
                [
                    (f" {words['home.title']}", ink.status_strong),
                    (f"   {agent.name} ({agent.initials}) · {role}", ink.status),
                    (f"   {day}", ink.status),
                ],
                width,
                ink.status,
            ),
            line([], width, ink.plain),
        ]
        entries: dict[int, tuple[int, ...]] = {}
        half = width // 2 if len(self._cards) > ONE_COLUMN and width >= TWO_COLUMNS else width
        per = self._per = -(-len(self._cards) // (width // half))
        rows += self._live_rows(entries, len(rows), width, height)
        waiting = self._cases[len(self._live) :]
        room = max(2, height - ROOM_BELOW - max(1, min(len(waiting), 3)) - len(rows) + 2)
        row = self._cursor % per if self._cursor < len(self._cards) else 0
        window = CursorList(per, row, room).window
        rows.append(self._heading("start", window, per, width))
        for first in window:
            numbers = tuple(range(first, len(self._cards), per))
            entries[len(rows)] = numbers
            cells = [card_row(shell, self._cards[n], n, n == self._cursor, half) for n in numbers]
            rows.append(Strip.join(cells).adjust_cell_length(width, ink.plain))
        rows.append(line([], width, ink.plain))
        room = max(1, height - len(rows) - 4)
        first = len(self._cards) + len(self._live)
        cursor = self._cursor - first
        window = CursorList(len(waiting), cursor, room, centred=False).window
        rows.append(self._heading("waiting", window, len(waiting), width))
        if not waiting:
            rows.append(line([(f"   {words['home.nothing_waits']}", ink.dim)], width, ink.plain))
        lines = [waiting_row(shell, case, now.utc) for case in waiting]
        columns = columns_of(lines, width - 1)
        tall = width >= WIDE and sum(map(rows_high, lines)) <= room
        for index in window:
            strips = case_strips(lines[index], columns, index == cursor, ink, width, tall)
            entries.update((len(rows) + n, (first + index,)) for n in range(len(strips)))
            rows += strips
        rows += [line([], width, ink.plain)] * max(0, height - len(rows) - 2)
        rows.append(line([(f" {self._today()}", ink.dim)], width, ink.plain))
        self._drawn = _Drawn(rows, entries)
        return rows

    def _live_rows(
        self, entries: dict[int, tuple[int, ...]], top: int, width: int, height: int
    ) -> list[Strip]:
        """Return the rows of the live cases, entered from line `top` on; none without any."""
        shell, ink = self.shell, inks(self.shell)
        lines = [live_case_row(shell, live) for live in shell.live.cases if live.id in self._live]
        if not lines:
            return []
        first, columns = len(self._cards), columns_of(lines, width - 1)
        cursor = self._cursor - first
        window = CursorList(len(lines), cursor, max(2, height // 3), centred=False).window
        strips = [self._heading("live", window, len(lines), width)]
        for index in window:
            entries[top + len(strips)] = (first + index,)
            strips += case_strips(lines[index], columns, index == cursor, ink, width)
        return [*strips, line([], width, ink.plain)]

    def _heading(self, key: str, window: range, count: int, width: int) -> Strip:
        """Return a list's heading, with the range in view if not all fit."""
        ink = inks(self.app)
        part = f"  {window.start + 1}-{window.stop}/{count}" if count > len(window) else ""
        parts = [(f" {self.shell.words[f'home.{key}']}", ink.title), (part, ink.dim)]
        return line(parts, width, ink.plain)

    def _today(self) -> str:
        shell = self.shell
        today = shell.readings.today()
        if today is None:
            return ""
        average = today.handled / today.closed if today.closed else 0.0
        return shell.words["home.today"].format(
            closed=today.closed, completed=today.completed, average=clock_text(average)
        )

    def on_key(self, event: events.Key) -> None:
        """Start the flow of a digit."""
        number = digit(event.character)
        if number is None:
            return
        event.stop()
        if number <= len(self._cards):
            self.choose(number - 1)
        else:
            self.show(filled(self.words["typed.no_flow"], {"n": str(number)}), alert=True)

    @on(Lines.Picked, "#home")
    def _picked(self, event: Lines.Picked) -> None:
        entries = self._drawn.entries.get(event.number, ())
        if entries:
            column = event.cell * len(entries) // max(1, event.lines.size.width)
            self.choose(entries[min(column, len(entries) - 1)])

    def choose(self, number: int) -> None:
        """Start a flow or open a case."""
        if number < len(self._cards):
            self.shell.start(self._cards[number].id)
        elif number - len(self._cards) < len(self._cases):
            self.shell.resume(self._cases[number - len(self._cards)].id)

    def action_cursor(self, step: int) -> None:
        """Move the cursor over flows and cases."""
        cards, live = len(self._cards), len(self._live)
        rows = range(cards + len(self._cases))
        order = [*rows[cards : cards + live], *rows[:cards], *rows[cards + live :]]
        if order:
            self._cursor = order[(order.index(self._cursor) + step) % len(order)]
        self.message = ""
        repaint(*self.query(Lines))

    def action_column(self, step: int) -> None:
        """Move to the flow in the next column."""
        target = self._cursor + step * self._per
        if self._cursor < len(self._cards) and 0 <= target < len(self._cards):
            self.action_cursor(target - self._cursor)

    def action_live_case(self) -> None:
        """Go back to the live case that was in view last."""
        if self.shell.live.cases:
            self.shell.show_live(self.shell.live.neighbour(0))

    def action_choose_cursor(self) -> None:
        """Choose the row under the cursor."""
        self.choose(self._cursor)
