"""Coaching: the call beside the good call, step by step, and a new call from any step."""

from functools import cached_property
from pathlib import Path

from rich.style import Style
from textual import on
from textual.app import ComposeResult
from textual.strip import Strip

from lenovo_desk.training.model.call import Call
from lenovo_desk.training.reports.evidence_text import call_time, departure_text, evidence_text
from lenovo_desk.training.scoring.way_comparison import WayRow, compare_ways
from lenovo_desk.tui.kit.base_screen import BaseScreen
from lenovo_desk.tui.kit.cursor_list import CursorList, window_top
from lenovo_desk.tui.kit.lines import Lines, line, repaint
from lenovo_desk.tui.kit.pages.picker import Picker
from lenovo_desk.tui.kit.pages.picker_rows import PickerRow
from lenovo_desk.tui.kit.text_layout import fit, pad, wrap
from lenovo_desk.tui.kit.theme import inks
from lenovo_desk.tui.shell import Shell
from lenovo_desk.tui.training.step_events import StepEvents
from lenovo_desk.tui.training_messages import PlayFrom

BEGUN = 2
"""The number of events that begin a mock call, before the trainee's first move."""
MARKS = {"same": "=", "detour": "+", "missed": "-", "parted": "!"}
TIME_WIDTH = 7
"""Width in cells of the time before an entry."""


class Coaching(BaseScreen[None], scope="coaching"):
    """One row per step; what happened at the row under the cursor is shown below."""

    CSS_PATH = Path(__file__).with_suffix(".tcss")
    MATTERS = ("coaching.again",)

    def __init__(self, shell: Shell, call: Call) -> None:
        super().__init__()
        self._call = call
        self._rows = compare_ways(call, shell.library)
        self._happened = StepEvents(call, shell.library, shell.language)
        parted = (n for n, row in enumerate(self._rows) if row.kind == "parted")
        self._list = CursorList(len(self._rows), next(parted, 0))
        self._below = 0

    def compose(self) -> ComposeResult:
        yield Lines(self._draw_rows, id="coaching-rows")
        yield Lines(self._draw_here, id="coaching-here")
        yield self.message_row()
        yield self.keys_row()

    # --- drawing

    def _draw_rows(self, width: int, height: int) -> list[Strip]:
        ink, words = inks(self.app), self.shell.words
        half = (width - 4 - TIME_WIDTH) // 2
        heading = [
            (" " * (2 + TIME_WIDTH) + pad(words["mock.mine"], half), ink.status_strong),
            (fit(words["mock.theirs"], half), ink.status_strong),
        ]
        strips = [line(heading, width, ink.status)]
        self._list = self._list._replace(height=height - 1)
        for number in self._list.window:
            row, (own_way, good_way), at_cursor = (
                self._rows[number],
                self._ways[number],
                self._list.cursor == number,
            )
            if row.kind == "same" and own_way == good_way:
                cells = [
                    (fit(own_way, width - TIME_WIDTH - 3), ink.cursor if at_cursor else ink.plain)
                ]
            else:
                style: Style = ink.cursor if at_cursor else ink.warn
                cells = [(pad(own_way, half - 1) + " ", style), (fit(good_way, half), ink.strong)]
            when = call_time(row.at) if row.n else ""
            edge = [
                (">" if at_cursor else " ", ink.key),
                (MARKS[row.kind], ink.dim if row.kind == "same" else ink.warn),
            ]
            strips.append(
                line([*edge, (f"{when:>{TIME_WIDTH - 1}} ", ink.dim), *cells], width, ink.plain)
            )
        return strips

    @cached_property
    def _ways(self) -> list[tuple[str, str]]:
        """What the trainee did and what the good call does, as texts, for each row."""
        return [
            (
                ""
                if row.kind == "missed" or not row.n
                else self._way(row.flow, row.step, row.choice),
                self._way(*row.ideal) if row.ideal else "",
            )
            for row in self._rows
        ]

    def _way(self, flow: str, step: str, choice: str) -> str:
        shell = self.shell
        return departure_text(shell.library, shell.language, (flow, step), choice)

    def _draw_here(self, width: int, height: int) -> list[Strip]:
        ink = inks(self.app)
        rows = self._cursor_rows(min(width - 4, 90))
        self._below = window_top(self._below, len(rows), height - 1)
        strips = [line([(f" {fit(self._heading, width - 2)}", ink.phrase)], width, ink.on_panel)]
        for text, name in rows[self._below : self._below + height - 1]:
            style: Style = getattr(ink, name)
            strips.append(line([("  ", ink.on_panel), (text, style)], width, ink.on_panel))
        if self._below + height - 1 < len(rows):
            strips[-1] = line([(f"  {rows[self._below + height - 2][0]}  ↓", ink.on_panel)], width,
                              ink.on_panel)  # fmt: skip
        blank = line([], width, ink.on_panel)
        return [*strips, *[blank] * (height - len(strips))]

    @property
    def _heading(self) -> str:
        words = self.shell.words
        if not self._rows:
            return words["mock.coaching_title"]
        row = self._rows[self._list.cursor]
        parted = f" · {words['mock.parted']}" if row.kind == "parted" else ""
        return f"{words['mock.here']} · {self.shell.readings.titles(row.flow, row.step)[1]}{parted}"

    def _cursor_rows(self, room: int) -> list[tuple[str, str]]:
        """Return the texts on the row under the cursor, each with its ink's name."""
        shell, words = self.shell, self.shell.words
        rows: list[tuple[str, str]] = []
        if self._rows:
            row = self._rows[self._list.cursor]
            statements = self._call.scorecard.statements
            for evidence in row.evidence:
                sentence = f"− {evidence_text(evidence, shell.library, shell.language, statements)}"
                rows += [(text, "gap") for text in wrap(sentence, room)]
            happened = self._happened.at(self._before(self._list.cursor), row) if row.n else []
            for at, text, customer in happened:
                name = words["mock.customer"] + " " if customer else ""
                for n, part in enumerate(wrap(f"{name}{text}", room - TIME_WIDTH)):
                    when = f"{call_time(at):>{TIME_WIDTH - 2}}  " if not n else " " * TIME_WIDTH
                    rows.append((when + part, "phrase" if customer else "on_panel"))
            if not happened:
                rows.append((words[self._nothing(row)], "on_panel"))
        rows.append(("", "on_panel"))
        if self._call.scenario.good_call:
            rows.append((words["mock.good_call"], "phrase"))
        for sentence in self._call.scenario.good_call:
            rows += [(text, "on_panel") for text in wrap(f"· {sentence}", room)]
        return rows

    def _nothing(self, row: WayRow) -> str:
        """Return the key of the text for a row where nothing happened.

        The call has stopped at its last row, so that row has a text of its own.
        """
        if row.n:
            return "mock.nothing_here"
        last = self._rows[-1]
        at_last = (last.flow, last.step) == (row.flow, row.step)
        return "mock.stopped_here" if at_last else "mock.not_here_yet"

    def _before(self, number: int) -> WayRow | None:
        """Return the last row before `number` that the trainee reached; None when there is none."""
        return next((row for row in reversed(self._rows[:number]) if row.n), None)

    # --- moving

    def action_move(self, step: int) -> None:
        """Move the cursor by `step` rows."""
        self._list = self._list.move(step)
        self._below = 0
        self.show()

    def action_read(self, step: int) -> None:
        """Scroll the text below by `step` times three rows."""
        self._below = max(0, self._below + step * 3)
        repaint(self.query_one("#coaching-here", Lines))

    @on(Lines.Picked, "#coaching-rows")
    def _clicked(self, event: Lines.Picked) -> None:
        number = self._list.at(event.number - 1)
        if number is not None:
            self.action_move(number - self._list.cursor)

    def action_again(self) -> None:
        """Ask whether to begin a new call at this step, and begin it if so."""
        if not self._rows:
            return
        shell, words = self.shell, self.shell.words
        before = self._before(self._list.cursor)
        upto = max(BEGUN, before.n if before else BEGUN)
        rows = [
            PickerRow(words["mock.from_no"], False, preview=words["mock.from_why"]),
            PickerRow(words["mock.from_yes"], True, preview=words["mock.from_why"]),
        ]

        def picked(again: bool | None) -> None:
            if again:
                problem = shell.go(PlayFrom(self._call.id, upto))
                self.show(problem, alert=bool(problem))

        shell.push_screen(Picker(words["mock.from_title"], rows, words["pick.hint"]), picked)

    def action_leave(self) -> None:
        """Go back to the score."""
        if self.is_active:  # a second key may come in the same moment
            self.dismiss(None)
