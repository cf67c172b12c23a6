"""Home: the agent, the flows to start, the waiting cases and today's figures."""

from datetime import datetime

from textual import events, on
from textual.app import ComposeResult
from textual.strip import Strip

from lenovo_desk.core.ports import CaseSummary, DayFigures, FlowCard
from lenovo_desk.core.time.moments import local
from lenovo_desk.core.wording.language_formats import (
    day_text,
    formats_of,
    moment_text,
    weekday_text,
)
from lenovo_desk.core.wording.sentences import filled
from lenovo_desk.tui.commands import KeyCommand
from lenovo_desk.tui.digits import digit
from lenovo_desk.tui.home.home_panes import (
    FIGURE_ROWS,
    LEAST,
    SIDE,
    WIDE,
    CaseList,
    Drawn,
    beside,
    case_lists,
    closed_list,
    figures_block,
    figures_row,
    flow_list,
    rows_of_flows,
    shares,
    stacked,
    title_row,
)
from lenovo_desk.tui.home.home_rows import enter_text
from lenovo_desk.tui.home.waiting_rows import fallen_due_text, is_due, live_case_row, waiting_row
from lenovo_desk.tui.kit.base_screen import BaseScreen
from lenovo_desk.tui.kit.edges import SIGN_AT, heading
from lenovo_desk.tui.kit.hint_row import TimeUp
from lenovo_desk.tui.kit.lines import Lines, line, repaint
from lenovo_desk.tui.kit.lists.rows import list_row

EVERY = 10.0
"""Seconds after which Home reads the waiting cases again."""
MOST_CLOSED = 40
"""The most cases of today that are listed as closed."""


class Home(BaseScreen[None], scope="home"):
    """Numbered flows, then open and parked cases, the next due first."""

    HELP, PLACE = "help.home", "home"
    MATTERS = ("home.choose",)
    READS_PASTE = "desk.pasting.paste_commands:read_at_home"

    def __init__(self) -> None:
        super().__init__()
        self._cards: tuple[FlowCard, ...] = ()
        self._cases: tuple[CaseSummary, ...] = ()
        self._cursor = 0
        self._per = 0
        self._live: list[str] = []
        """The ids of the live cases, which come first in `_cases`."""
        self._due = 0
        """How many cases after those have a time that is promised or has come."""
        self._closed_rows: list[tuple[str, str, str]] = []
        self._closed_as_of: object = None
        self._drawn = Drawn([], [])

    def compose(self) -> ComposeResult:
        yield Lines(self._draw, id="home")
        yield self.message_row()
        yield self.keys_row()

    def on_mount(self) -> None:
        """Read flows and cases, and refresh them from time to time."""
        self.read()
        self.greet()
        self.set_interval(EVERY, self.look_again)
        self.set_interval(1.0, self._count)

    def greet(self) -> None:
        """Say what the program begins with, and what had fallen due before; draws nothing."""
        greeting, due = self.shell.readings.greeting, fallen_due_text(self.shell, self._cases)
        self.message = f"{greeting}  {due}".strip() if greeting else TimeUp(due)
        self.alert = bool(self.message)

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
        now = shell.store.clock.now().utc
        waiting = [case for case in cases.values() if case.id not in live]
        due = [case for case in waiting if is_due(case, now)]
        self._due = len(due)
        parked = (case for case in waiting if case not in due)
        self._cases = (*(cases[id] for id in live if id in cases), *due, *parked)
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
        """Read the waiting cases and paint them."""
        if self.app.screen_stack[-1:] != [self]:  # not in front, or the app is closing
            return
        self.shell.refresh_settings()
        self.read()
        repaint(self.query_one("#home", Lines))

    def holds(self, condition: str) -> bool:
        """Return whether a command applies now, which decides what the last row lists."""
        return condition != "live" or bool(self.shell.live.cases)

    def does(self, command: KeyCommand) -> str:
        """Return what a command does now, in words; Enter names its row."""
        if command.id != "home.choose":
            return super().does(command)
        rows: tuple[FlowCard | CaseSummary, ...] = (*self._cards, *self._cases)
        return enter_text(self.shell, rows[self._cursor])

    def _draw(self, width: int, height: int) -> list[Strip]:
        face = self.face
        head = [self._title(width), line([], width, face.ink.plain)]
        body = self._wide if width >= WIDE else self._narrow
        panes = body(width, max(1, height - len(head)))
        self._drawn = stacked([Drawn(head[:1], []), panes], face, width)
        return self._drawn.strips

    def _title(self, width: int) -> Strip:
        words, formats, settings = self.words, formats_of(self.words), self.shell.settings.current
        moment = local(self.shell.store.clock.now().utc, settings.zone)
        agent, date = settings.agent, day_text(formats, moment, moment.year)
        role = words.get(f"role.{agent.role}", agent.role)
        dates = (f"{weekday_text(formats, moment)} {date}", date)
        time = moment_text(formats.time, moment)
        return title_row(self.face, f"{agent.name} ({agent.initials}) · {role}", dates, time, width)

    def _sections(self, whole: bool) -> list[CaseList]:
        """Return the lists of cases that have any; if not `whole`, all that wait in one."""
        shell, now, first = self.shell, self.shell.store.clock.now().utc, len(self._cards)
        problems = {case.id: case.problem for case in self._cases}
        live = [
            live_case_row(shell, live, problems.get(live.id, ""))
            for live in shell.live.cases
            if live.id in self._live
        ]
        rows = [waiting_row(shell, case, now) for case in self._cases[len(self._live) :]]
        due = self._due if whole else 0
        sections = [
            CaseList("live", live, first, "home.live"),
            CaseList("promises", rows[:due], first + len(live), "home.board"),
            CaseList("waiting", rows[due:], first + len(live) + due),
        ]
        return [section for section in sections if section.rows]

    def _narrow(self, width: int, height: int) -> Drawn:
        """Return the lists one below the other, and the day in one row at the end."""
        face, room = self.face, max(1, height - 2)
        sections = self._sections(whole=True)
        case_rows_high = sum(len(section.rows) + 2 for section in sections) or 3
        self._per = rows_of_flows(len(self._cards), width, room - case_rows_high - 1)
        if room < case_rows_high + self._per + 1:
            sections = self._sections(whole=False)
        cases = sum(len(section.rows) for section in sections)
        free = room - 2 * max(1, len(sections)) - 1
        flows, left = shares([self._per, cases], free)
        flows = max(flows, free - left)
        left += 2 * len(sections) - 1
        blocks = case_lists(sections, self._cursor, face, width, left, tall=False)
        blocks = blocks or [self._nothing(width)]
        blocks.append(flow_list(self._cards, self._cursor, face, width, self._per, flows))
        lists = stacked(blocks, face, width)
        blank = line([], width, face.ink.plain)
        day = figures_row(self.shell.readings.today(), face, width)
        strips = [*lists.strips, *[blank] * height][: height - 1]
        return Drawn([*strips, day], lists.spots)

    def _wide(self, width: int, height: int) -> Drawn:
        """Return the cases and the day at the left, flows and what is done at the right."""
        face, day = self.face, self.shell.readings.today()
        self._per = max(1, len(self._cards))
        widths = width - SIDE, SIDE
        sections = self._sections(whole=True)
        blocks = case_lists(sections, self._cursor, face, widths[0], height, tall=True)
        blocks = blocks or [self._nothing(widths[0])]
        left = stacked(blocks, face, widths[0])
        if day and height - len(left.strips) > FIGURE_ROWS:
            left = stacked([left, figures_block(day, face, widths[0])], face, widths[0])
        flows = flow_list(self._cards, self._cursor, face, SIDE, self._per, height - LEAST)
        room = height - len(flows.strips) - 1
        closed = closed_list(self._done_today(day), face, SIDE, max(1, room))
        right = stacked([flows, closed] if room > LEAST else [flows], face, SIDE)
        return beside(left, right, face, widths, height)

    def _nothing(self, width: int) -> Drawn:
        """Return that no case waits."""
        face = self.face
        text = list_row([(self.words["home.nothing_waits"], face.ink.dim)], face.ink, width)
        return Drawn([heading(self.words["home.waiting"], face, width, at=SIGN_AT), text], [])

    def _done_today(self, day: DayFigures | None) -> list[tuple[str, str, str]]:
        """Return the cases closed today: time, customer, ending; read only when that changes."""
        shell = self.shell
        state = (day, shell.language, shell.settings.current.agent.id, shell.readings.warmed)
        if state != self._closed_as_of:
            self._closed_as_of = state
            pattern = formats_of(self.words).time
            self._closed_rows = [
                (
                    moment_text(pattern, datetime.fromisoformat(document["closed"])),
                    shell.readings.customer_of(document),
                    shell.readings.ending(document["flow"], document["disposition"]),
                )
                for document in shell.readings.closed_today(MOST_CLOSED)
            ]
        return self._closed_rows

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
        entry = self._drawn.at(event.number, event.cell)
        if entry is not None:
            self.choose(entry)

    def choose(self, number: int) -> None:
        """Start a flow or open a case."""
        if number < len(self._cards):
            self.shell.start(self._cards[number].id)
        elif number - len(self._cards) < len(self._cases):
            self.shell.resume(self._cases[number - len(self._cards)].id)

    def action_cursor(self, step: int) -> None:
        """Move the cursor over flows and cases."""
        cards = len(self._cards)
        rows = range(cards + len(self._cases))
        if order := [*rows[cards:], *rows[:cards]]:
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
