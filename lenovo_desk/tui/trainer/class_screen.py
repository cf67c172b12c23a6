"""The class: every trainee's progress, and where the group loses points."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path, PurePath

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.strip import Strip

from lenovo_desk.core.model.country import Place
from lenovo_desk.core.wording.sentences import filled
from lenovo_desk.core.wording.wording import Wording
from lenovo_desk.training.model.call import Call
from lenovo_desk.training.reports.class_export import class_csv
from lenovo_desk.training.reports.classroom import (
    certification_text,
    class_counts,
    classroom_of,
    loss_text,
    percent_blocks,
    share_bar,
    weak_place_title,
    weak_share,
    whole_attempts,
)
from lenovo_desk.training.reports.progress import Attempt, Trainee, WeakPlace
from lenovo_desk.training.reports.score_sheet import percent_text
from lenovo_desk.tui.kit.base_screen import BaseModal
from lenovo_desk.tui.kit.cursor_list import CursorList
from lenovo_desk.tui.kit.edges import SIGN_AT, heading
from lenovo_desk.tui.kit.lines import Lines, line, repaint
from lenovo_desk.tui.kit.lists.rows import Cell, list_row
from lenovo_desk.tui.kit.text_layout import fit, pad
from lenovo_desk.tui.kit.theme import inks
from lenovo_desk.tui.shell import Shell

SLICE = 0.1
"""Seconds of reading calls before keys are handled again."""
SPARK = 12
"""The number of latest calls that a trainee's blocks show."""
_NAME, _BESIDE = 14, 120
"""Cells of a trainee's id; the width from which weak lines and steps are side by side."""


def show_class(shell: Shell, back: Callable[[], object] | None = None) -> None:
    """Show the class, from its closed mock calls; `back` is called when it is left."""

    def left(_: None) -> None:
        if back:
            back()

    shell.push_screen(ClassScreen(shell), left)


class ClassScreen(BaseModal[None], scope="class"):
    """The trainees, and below them the places where the group loses points."""

    CSS_PATH = Path(__file__).with_suffix(".tcss")
    MATTERS = ("class.calls",)

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell, self._words = shell, shell.words
        self._scorecard = shell.training.materials.scorecard(shell.language)
        self._attempts: list[Attempt] = []
        self._titles: dict[tuple[str, str], str] = {}
        self._room = classroom_of((), {}, self._scorecard)
        self._calls: Iterator[Call] | None = None
        """The calls still to be read; None when all are."""
        self._wording = Wording(shell.library, shell.language)
        self._wording.place = Place(shell.settings.current.zone)
        self._list = CursorList(0)
        self._top = 0

    @property
    def _trainees(self) -> tuple[Trainee, ...]:
        return self._room.progress.trainees

    def compose(self) -> ComposeResult:
        yield Lines(self._draw, id="class")
        yield self.message_row()
        yield self.keys_row()

    def on_mount(self) -> None:
        """Start reading the calls; the class is already shown while they are read."""
        self._calls = self._shell.training.calls.closed()
        self._read_on()

    def _read_on(self) -> None:
        calls = self._calls
        if calls is None:
            return
        if problem := self._shell.refusal(lambda: self._read_slice(calls)):
            self._calls, self.message, self.alert = None, problem, True
        self._room = classroom_of(self._attempts, self._titles, self._scorecard)
        repaint(*self.query(Lines))
        if self._calls is not None:
            self.set_timer(0.01, self._read_on)

    def _read_slice(self, calls: Iterator[Call]) -> None:
        training = self._shell.training
        now = training.calls.clock.now
        until = now().up + SLICE
        while now().up < until:
            call = next(calls, None)
            if call is None:
                self._calls = None
                break
            self._attempts.append(training.results.attempt(call))
            self._titles[call.scenario.language, call.scenario.id] = call.scenario.title

    # --- keys

    def action_cursor(self, step: int) -> None:
        """Move the cursor over the trainees."""
        self._list = self._list._replace(rows=len(self._trainees)).move(step)
        self.show()

    @on(Lines.Picked, "#class")
    def _clicked(self, event: Lines.Picked) -> None:
        number = self._list.at(event.number - self._top)
        if number is not None:
            self._list = self._list._replace(cursor=number)
            self.show()

    def action_calls(self) -> None:
        """List the calls of a trainee, latest first."""
        if self._trainees:
            from lenovo_desk.tui.trainer.trainee_calls import show_trainee_calls

            show_trainee_calls(self._shell, self._room, self._trainees[self._list.cursor])

    def action_export(self) -> None:
        """Write the class as a CSV table and an HTML page, and show where."""
        written = self._shell.attempt(self._write_files, self.show)
        if written is None:
            return
        names = ", ".join(PurePath(path).name for path in written)
        values = {"names": names, "detail": str(PurePath(written[0]).parent)}
        self.show(filled(self._words["class.written"], values))

    def _write_files(self) -> list[str]:
        from lenovo_desk.training.reports.class_html import printed_class

        calls = self._shell.training.calls
        page = printed_class(self._room, self._wording, calls.clock.now().utc)
        return [
            calls.keep_file("class.csv", class_csv(self._room, self._wording)),
            calls.keep_file("class.html", page),
        ]

    def action_leave(self) -> None:
        """Close."""
        if self.is_active:  # a second key may come in the same moment
            self.dismiss(None)

    # --- drawing

    def _draw(self, width: int, height: int) -> list[Strip]:
        ink, words, room = inks(self.app), self._words, self._room
        more = words["class.reading"] if self._calls is not None else ""
        head = [
            (" " * SIGN_AT + words["class.title"], ink.status_strong),
            (f" {more}" if more else "", ink.status_warn),
            (f"   {class_counts(room, self._wording)}", ink.status),
        ]
        blank = line([], width, ink.plain)
        rows = [line(head, width, ink.status), blank]
        if not self._trainees:
            text = more or words["class.nobody"]
            return [*rows, list_row([(text, ink.dim)], ink, width)]
        beside = width >= _BESIDE
        weak = self._weak(width, max(3, (height - 8) // (2 if beside else 3)), beside)
        left = max(1, height - len(rows) - len(weak) - 2)
        self._top = len(rows)
        self._list = self._list._replace(rows=len(self._trainees), height=left)
        rows += [self._trainee(self._trainees[n], n, width) for n in self._list.window]
        return [*rows, blank, *weak]

    def _trainee(self, trainee: Trainee, index: int, width: int) -> Strip:
        ink, words, at_cursor = inks(self.app), self._words, index == self._list.cursor
        last = percent_text(trainee.attempts[-1].percent, self._wording) if trainee.attempts else ""
        counted = filled(words["class.calls_of"], {"calls": str(len(trainee.attempts))})
        blocks = percent_blocks((attempt.percent for attempt in whole_attempts(trainee)), SPARK)
        parts: list[Cell] = [
            (pad(trainee.agent, _NAME), ink.strong if at_cursor else ink.plain),
            (f" {blocks:<{SPARK}}", ink.title),
            (f" {last:>7}", ink.plain),
            (f"  {counted}", ink.dim),
        ]
        used = sum(cell_len(text) for text, _ in parts)
        state = fit(certification_text(trainee, self._wording), width - used - 2 - 2 * SIGN_AT)
        parts.append((f"  {state}", ink.strong if trainee.certified else ink.plain))
        return list_row(parts, ink, width, at_cursor)

    def _weak(self, width: int, most: int, beside: bool) -> list[Strip]:
        """Return the lines and steps that cost the group most, in at most `most` rows each."""
        ink, progress = inks(self.app), self._room.progress
        half = width // 2 if beside else width
        lists = [
            self._weak_places(key, places, half, most - 1)
            for key, places in (
                ("weak_lines", progress.weak_lines),
                ("weak_steps", progress.weak_steps),
            )
        ]
        if not beside:
            return [*lists[0], *lists[1]]
        long = max(map(len, lists))
        blank = line([], half, ink.plain)
        left, right = ([*rows, *[blank] * (long - len(rows))] for rows in lists)
        return [Strip.join(pair) for pair in zip(left, right, strict=True)]

    def _weak_places(
        self, key: str, places: Sequence[WeakPlace], width: int, most: int
    ) -> list[Strip]:
        ink = inks(self.app)
        if not places:
            return []
        rows = [heading(self._words[f"class.{key}"], self.face, width, at=SIGN_AT)]
        for place in places[:most]:
            value = loss_text(place, self._wording)
            name = pad(weak_place_title(place.where, self._room, self._wording), max(8, width - 29))
            parts = [(f"{name} ", ink.plain), (share_bar(weak_share(place, places)), ink.dim)]
            rows.append(list_row([*parts, (fit(f" {value}", 15), ink.plain)], ink, width))
        return rows
