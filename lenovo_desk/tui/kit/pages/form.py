"""A form of a few lines, checked before it is accepted."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.strip import Strip
from textual.widgets import Input

from lenovo_desk.core.text import clean_line
from lenovo_desk.tui.kit.base_screen import BaseModal
from lenovo_desk.tui.kit.input_line import Field, steps
from lenovo_desk.tui.kit.lines import FittingLines, Lines, line
from lenovo_desk.tui.kit.options import Options
from lenovo_desk.tui.kit.text_layout import fit, wrap, wrap_within
from lenovo_desk.tui.kit.theme import inks

WIDTH, MARGIN, BAR = 76, 4, 2
"""Cells: a form, the margins of its texts, the scroll bar of a form taller than the screen."""


class Ask(NamedTuple):
    """One line of a form."""

    label: str
    value: str = ""
    hint: str = ""
    secret: bool = False
    """Whether the text is hidden, as for a passphrase."""
    draft: str = ""
    """The case's field that keeps the draft; empty for none."""
    wrong: Callable[[str], str] | None = None
    """Returns what is wrong with this line, or "", before the next one is typed."""
    read: Callable[[str], str] | None = None
    """Returns how the text is read, or "", while it is typed."""
    options: Options | None = None
    """What digits choose; the line shows its name."""
    begun: bool = False
    """Whether the value is half typed: it is gone on with, and not replaced by the next key."""


Keep = Callable[[str, str], object]
"""Takes the field of a draft and its text."""
Check = Callable[[list[str]], str]
"""Takes the answers; returns what is wrong in words, or "" if they are accepted."""


class Form(BaseModal[bool], scope="form"):
    """Enter goes to the next line and submits the last one; a refused form keeps its text."""

    CSS_PATH = Path(__file__).with_suffix(".tcss")

    def __init__(
        self,
        title: str,
        asks: Sequence[Ask],
        check: Check,
        hint: str,
        text: str = "",
        keep: Keep | None = None,
    ) -> None:
        """Take what to ask; `keep` gets the drafts each second and on leaving."""
        super().__init__()
        self._title = title
        self._asks = asks
        self._check = check
        self._hint = hint
        self._text = text
        self._keep = keep
        self._problem = ""
        self._read = ""

    def compose(self) -> ComposeResult:
        leave = self.action_leave
        keys = {**steps(self._move), **dict.fromkeys(self.key_parts("form.close"), leave)}
        with Vertical():
            yield Lines(lambda w, h: self._label(self._title, w, strong=True))
            yield from self._told(self.with_keys(self._text))
            for ask in self._asks:
                yield from self._told(f"{ask.label}  {ask.hint}" if ask.hint else ask.label)
                yield Field(self._enter, ask.value, keys=keys, secret=ask.secret)
            yield FittingLines(self._draw_hint, least=2, id="form-hint")

    def _told(self, text: str) -> Iterable[Lines]:
        room = min(WIDTH, self.app.size.width - BAR) - MARGIN
        for part in wrap(text, room) if text else ():
            yield Lines(lambda w, h, part=part: self._label(part, w))  # type: ignore[misc]

    def _label(self, text: str, width: int, strong: bool = False) -> list[Strip]:
        ink = inks(self.app)
        style = ink.phrase if strong else ink.on_panel
        return [line([(fit(text, width), style)], width, ink.on_panel)]

    def _draw_hint(self, width: int, height: int) -> list[Strip]:
        text = self._problem or self.message or self._read or self.with_keys(self._hint)
        rows = wrap_within(text, width, height)
        style = inks(self.app).gap if self._problem else inks(self.app).on_panel
        return [line([(row, style)], width, inks(self.app).on_panel) for row in rows]

    def on_mount(self) -> None:
        """Focus the first line."""
        for ask, field in zip(self._asks, self.query(Field), strict=True):
            field.open(ask.value, not (ask.draft or ask.begun), ask.options)
        self.set_focus(self.query(Input).first())
        if self._keep:
            self.set_interval(1.0, self._tick)

    def _tick(self) -> None:
        if self.app.screen_stack[-1:] == [self]:
            self.flush_draft()

    def flush_draft(self) -> str:
        """Save the drafts of the lines that have a field for one."""
        for ask, field in zip(self._asks, self.query(Input), strict=True):
            if self._keep and ask.draft:
                self._keep(ask.draft, clean_line(field.value))
        return ""

    async def on_key(self, event: events.Key) -> None:
        """Pass a key to the first line when none has the focus."""
        if self.focused is None:
            await self.query(Field).first().receive(event)

    def _move(self, step: int) -> None:
        inputs = list(self.query(Input))
        index = inputs.index(self.focused) if isinstance(self.focused, Input) else -step
        self.set_focus(inputs[(index + step) % len(inputs)])

    @on(Input.Submitted)
    def _enter(self) -> None:
        inputs = list(self.query(Input))
        if self.focused in inputs[:-1]:
            index = inputs.index(self.focused)
            judge = self._asks[index].wrong
            self._say(judge(clean_line(inputs[index].value)) if judge else "")
            if not self._problem:
                self.set_focus(inputs[index + 1])
            return
        if not self.is_active:
            return
        for ask, field in zip(self._asks, inputs, strict=True):
            wrong = ask.wrong(clean_line(field.value)) if ask.wrong else ""
            if wrong:
                self.set_focus(field)
                self._say(wrong)
                return
        self._say(self._check([clean_line(field.value) for field in inputs]))
        if not self._problem:
            self.dismiss(True)

    @on(Input.Changed)
    def _heed(self, event: Input.Changed) -> None:
        """Show how the text of a line is read, where that is more than the text itself."""
        ask = self._asks[list(self.query(Input)).index(event.input)]
        reading = ask.read(clean_line(event.value)) if ask.read else ""
        if reading != self._read:
            self._read = reading
            self._say("", always=True)

    def _say(self, problem: str, always: bool = False) -> None:
        before, self._problem = self._problem, problem
        if problem or before or always:
            hint = self.query_one("#form-hint", Lines)
            hint.redraw()
            hint.scroll_visible(animate=False)

    def action_leave(self) -> None:
        """Leave without submitting."""
        if self.is_active:  # a second key may arrive at the same moment
            self.flush_draft()
            self.dismiss(False)
