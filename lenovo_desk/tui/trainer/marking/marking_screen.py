"""Marking a mock call: points, failures and remarks on the lines of its scorecard."""

from collections.abc import Iterator
from pathlib import Path

from rich.style import Style
from textual import events, on
from textual.app import ComposeResult
from textual.strip import Strip

from lenovo_desk.core.ports import Library
from lenovo_desk.core.wording.sentences import filled
from lenovo_desk.training.model.call import Call
from lenovo_desk.training.model.scorecard import MANUAL
from lenovo_desk.training.training_ports import CallStore
from lenovo_desk.tui.kit.base_screen import BaseScreen
from lenovo_desk.tui.kit.cursor_list import CursorList
from lenovo_desk.tui.kit.edges import SIGN_AT, TEXT_AT, heading
from lenovo_desk.tui.kit.lines import Lines, line, repaint
from lenovo_desk.tui.kit.lists.rows import list_row
from lenovo_desk.tui.kit.pages.page import Page, Paragraph
from lenovo_desk.tui.kit.text_layout import fit, wrap
from lenovo_desk.tui.kit.theme import inks
from lenovo_desk.tui.kit.times_and_ids import short_id
from lenovo_desk.tui.shell import Shell
from lenovo_desk.tui.trainer.call_watcher import check_worded
from lenovo_desk.tui.trainer.marking.marking_forms import MarkingForms
from lenovo_desk.tui.trainer.marking.marking_view import (
    FailurePlace,
    LinePlace,
    MarkableCall,
    MarkingPlace,
    MarkingText,
)

EVERY = 1.0
"""Seconds between two readings of the call: it may be live, or marked by someone else."""


class MarkingScreen(BaseScreen[None], scope="marking"):
    """The lines of the scorecard, and below them the evidence for the one under the cursor."""

    CSS_PATH = Path(__file__).with_suffix(".tcss")
    MATTERS = ("marking.mark",)

    def __init__(self, shell: Shell, calls: CallStore, call: Call) -> None:
        super().__init__()
        self.calls, self.call = calls, call
        self.marked: MarkableCall = None  # type: ignore[assignment]
        self._cursor = 0
        self._rows: dict[int, int] = {}
        self._marks = MarkingForms(shell, call.id, self._mark_kept)
        self._read(shell)

    def compose(self) -> ComposeResult:
        yield Lines(self._draw_status, id="status")
        yield Lines(self._draw_lines, id="lines")
        yield Lines(self._draw_shown, id="shown")
        yield self.message_row()
        yield self.keys_row()

    def on_mount(self) -> None:
        """Read the call again at regular intervals."""
        self.set_interval(EVERY, self._tick)

    def _tick(self) -> None:
        if self.app.screen_stack[-1:] == [self] and self._look():
            repaint(*self.query(Lines))

    def _look(self) -> bool:
        """Read the call again; return whether the screen may need painting. Never raises."""
        library = self.shell.library
        call = self.shell.attempt(
            lambda: _worded_call(self.calls, self.call.id, library), self.show
        )
        if call is None:
            return True
        if call is self.call:
            return False
        self.call = call
        self._read(self.shell)
        return True

    def _read(self, shell: Shell) -> None:
        before = self.marked.places[self._cursor].name if self.marked else None
        zone = shell.settings.current.zone
        self.marked = MarkableCall(self.call, shell.library, shell.language, zone)
        names = [place.name for place in self.marked.places]
        last = max(0, len(names) - 1)
        self._cursor = names.index(before) if before in names else min(self._cursor, last)

    def _mark_kept(self, message: str) -> None:
        """Show a message with the percent that the call has after a mark."""
        self._look()
        values = {"percent": self.marked.percent}
        self.show(f"{message}  {filled(self.shell.words['trainer.percent_now'], values)}")

    @property
    def at_cursor(self) -> MarkingPlace | None:
        """The place under the cursor; None when there is nothing to mark."""
        return self.marked.places[self._cursor] if self.marked.places else None

    # --- drawing

    def _draw_status(self, width: int, height: int) -> list[Strip]:
        ink, words, case = inks(self.app), self.shell.words, self.call
        title = f"{words['trainer.marking']} · {short_id(case.id)} · {self.marked.sheet.title}"
        edge = " " * SIGN_AT
        verdict = ink.status_strong if self.marked.score.passed else ink.status_warn
        return [
            line([(fit(f"{edge}{title} · {case.agent}", width), ink.status)], width, ink.status),
            line(
                [(fit(edge + self.marked.sheet.verdict, width), verdict)],
                width,
                ink.status,
            ),
        ]

    def _draw_lines(self, width: int, height: int) -> list[Strip]:
        rows = list(self._all_rows(width))
        at = next((n for n, (place, _) in enumerate(rows) if place == self._cursor), 0)
        window = [rows[n] for n in CursorList(len(rows), at, height).window]
        self._rows = {n: place for n, (place, _) in enumerate(window) if place >= 0}
        return [strip for _, strip in window]

    def _all_rows(self, width: int) -> Iterator[tuple[int, Strip]]:
        """Yield sections with their lines, failures and remarks as rows.

        Each row comes with the index of its place, -1 for none.
        """
        words, ink = self.shell.words, inks(self.app)

        def titled(text: str) -> tuple[int, Strip]:
            return -1, heading(text, self.face, width, at=SIGN_AT)

        numbers = {place.name: n for n, place in enumerate(self.marked.places)}
        for section in self.marked.sheet.sections:
            yield titled(f"{section.title}  {section.points}/{section.of}")
            for line_text in section.lines:
                n = numbers["line", line_text.id]
                lost = ink.strong if line_text.lost or line_text.state == "ears" else ink.plain
                points = f"{line_text.points or '–':>5}/{line_text.of:<4}"
                suffix = "" if line_text.state == "measured" else f"  ({line_text.state_text})"
                yield n, self._row(n, points, line_text.title + suffix, lost, width)
        yield titled(words["trainer.failures"])
        for n, place in enumerate(self.marked.places):
            if isinstance(place, FailurePlace):
                mark = "[!]" if place.fails else "[-]" if place.failed else "[ ]"
                pardoned = place.failed and not place.fails
                suffix = f"  ({words['trainer.pardoned']})" if pardoned else ""
                style = ink.warn if place.fails else ink.dim
                yield n, self._row(n, f"{mark:>8}  ", place.failure.title + suffix, style, width)
        yield titled(words["trainer.remarks"])
        for text in self.marked.sheet.remarks or (words["trainer.no_remarks"],):
            for part in wrap(text, width - 6):
                yield -1, list_row([(part, ink.plain)], ink, width, at=TEXT_AT)

    def _row(self, n: int, points: str, title: str, style: Style, width: int) -> Strip:
        ink = inks(self.app)
        at_cursor = n == self._cursor
        parts = [(points, ink.key), (fit(title, width - 14), ink.strong if at_cursor else style)]
        return list_row(parts, ink, width, at_cursor)

    def _draw_shown(self, width: int, height: int) -> list[Strip]:
        ink = inks(self.app)
        rows = [
            line(
                [(" ", ink.on_panel), (part, ink.phrase if strong else ink.on_panel)],
                width,
                ink.on_panel,
            )
            for text, strong in self._evidence()
            for part in wrap(text, min(width - 4, 100))
        ]
        if len(rows) > height:
            more = line(
                [(f" … z {self.shell.words['trainer.commands.whole']}", ink.gap)],
                width,
                ink.on_panel,
            )
            rows = [*rows[: height - 1], more]
        return rows + [line([], width, ink.on_panel)] * (height - len(rows))

    def _evidence(self) -> list[MarkingText]:
        return self.marked.evidence(self.at_cursor) if self.at_cursor else []

    # --- keys

    def on_key(self, event: events.Key) -> None:
        """Start typing points with their first digit."""
        digit_text, place = event.character or "", self.at_cursor
        if digit_text.isdecimal() and isinstance(place, LinePlace):
            event.stop()
            self._marks.line(place.line, digit_text)

    @on(Lines.Picked, "#lines")
    def _picked(self, event: Lines.Picked) -> None:
        if event.number in self._rows:
            self._cursor = self._rows[event.number]
            self.show()

    def action_cursor(self, step: int) -> None:
        """Move the cursor over what can be marked."""
        self._cursor = CursorList(len(self.marked.places), self._cursor).move(step).cursor
        self.show()

    def action_mark(self) -> None:
        """Give points to a line, make a failure fail the call, or pardon it."""
        place = self.at_cursor
        if isinstance(place, LinePlace):
            self._marks.line(place.line)
        elif place is not None:
            self._marks.failure(place.failure, place.failed)

    def action_remark(self) -> None:
        """Add a remark on the whole call."""
        self._marks.remark()

    def action_ears(self) -> None:
        """Move to the next line judged by a trainer, unmarked ones first."""
        manual_lines = {
            n: place.line
            for n, place in enumerate(self.marked.places)
            if isinstance(place, LinePlace) and place.line.line.measure == MANUAL
        }
        unmarked = [n for n, line_score in manual_lines.items() if line_score.state == "ears"]
        targets = unmarked or [*manual_lines]
        if targets:
            self._cursor = next((n for n in targets if n > self._cursor), targets[0])
        self.show()

    def action_whole(self) -> None:
        """Show all evidence and every mark of the place under the cursor."""
        page: list[Paragraph] = [("", "plain")]
        page += [(text, "title" if strong else "plain") for text, strong in self._evidence()]
        self.app.push_screen(Page(page))

    def action_leave(self) -> None:
        """Leave; marks are already saved."""
        if self.is_active:  # a second key may come in the same moment
            self.dismiss(None)


def mark_call(shell: Shell, case: str) -> str:
    """Open a call for marking; return why it cannot be marked, or an empty string."""

    def show() -> None:
        calls = shell.training.calls
        call = _worded_call(calls, case, shell.library)
        shell.push_screen(MarkingScreen(shell, calls, call))

    return shell.refusal(show)


def _worded_call(calls: CallStore, case: str, library: Library) -> Call:
    """Return a call that has words here. Raises `StoreProblem`."""
    call = calls.call(case)
    check_worded(call, library)
    return call
