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
from lenovo_desk.tui.kit.hint_row import KeyOffer
from lenovo_desk.tui.kit.input_line import Field, steps
from lenovo_desk.tui.kit.lines import Lines, line
from lenovo_desk.tui.kit.options import Options
from lenovo_desk.tui.kit.text_layout import fit, wrap
from lenovo_desk.tui.kit.theme import inks
from lenovo_desk.tui.shell import HalfTyped

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


class Wrong(NamedTuple):
    """What is wrong with the answers of a form, in words."""

    text: str
    at: int = -1
    """The line at fault, counted from 0; by default the one that the cursor is in."""


Keep = Callable[[str, str], object]
"""Takes the field of a draft and its text."""
Check = Callable[[list[str]], str | Wrong]
"""Takes the answers; returns what is wrong with them, or "" if they are accepted."""


class Form(BaseModal[bool], scope="form"):
    """Enter goes to the next line and submits the last one; a refused form keeps its text.

    What is typed is never lost by leaving: it stands there again when the form is opened again,
    from the drafts of the case, else from the memory of this window. Only what is secret does not.
    """

    CSS_PATH = Path(__file__).with_suffix(".tcss")

    def __init__(
        self,
        title: str,
        asks: Sequence[Ask],
        check: Check,
        enter: str,
        text: str = "",
        keep: Keep | None = None,
        about: str = "",
    ) -> None:
        """Take what to ask; `enter` is what Enter does in the last line, in words.

        `keep` gets the drafts each second and on leaving. `about` is what tells the form from
        others that ask the same, such as a case.
        """
        super().__init__()
        self._title = title
        self._asks = asks
        self._check = check
        self._enter_does = enter
        self._text = text
        self._keep = keep
        self._about = about
        self._read = ""

    def compose(self) -> ComposeResult:
        leave = self.action_leave
        keys = {**steps(self._move), **dict.fromkeys(self.key_parts("form.close"), leave)}
        with Vertical(id="form"):
            yield Lines(lambda w, h: self._label(self._title, w, strong=True))
            yield from self._told(self.with_keys(self._text))
            for ask in self._asks:
                yield from self._told(f"{ask.label}  {ask.hint}" if ask.hint else ask.label)
                yield Field(self._enter, ask.value, keys=keys, secret=ask.secret)
        with Vertical(id="foot"):
            yield self.message_row()
            yield self.keys_row()

    def _told(self, text: str) -> Iterable[Lines]:
        room = min(WIDTH, self.app.size.width - BAR) - MARGIN
        for part in wrap(text, room) if text else ():
            yield Lines(lambda w, h, part=part: self._label(part, w))  # type: ignore[misc]

    def _label(self, text: str, width: int, strong: bool = False) -> list[Strip]:
        ink = inks(self.app)
        style = ink.phrase if strong else ink.on_panel
        return [line([(fit(text, width), style)], width, ink.on_panel)]

    @property
    def typing(self) -> bool:
        """Whether typing enters text: always."""
        return True

    def notice(self) -> tuple[str, bool]:
        """Return the message to show now, else how the text of the line is read."""
        return (self.message, self.alert) if self.message else (self._read, False)

    def offers(self) -> list[KeyOffer]:
        """Return what the keys do now: Enter in the line in focus."""
        words, inputs = self.words, list(self.query(Field))
        last = self.focused in inputs[-1:]
        keys = [KeyOffer("enter", self._enter_does if last else words["form.next"], lit=True)]
        field = self.focused
        if isinstance(field, Field) and field.options:
            keys.insert(0, KeyOffer(f"1-{len(field.options.names)}", words["entry.choose"]))
        keys += super().offers()[:1]
        return [*keys, KeyOffer("tab", words["entry.next"])] if len(inputs) > 1 else keys

    def on_mount(self) -> None:
        """Focus the first line."""
        before = self.shell.half_typed.get(self._key, ())
        texts = before or [ask.value for ask in self._asks]
        for ask, field, half_typed in zip(self._asks, self.query(Field), texts, strict=True):
            text = ask.value if ask.draft else half_typed
            field.open(text, text == ask.value and not (ask.draft or ask.begun), ask.options)
        if before:
            self.show(self.words["form.again"])
        self.set_focus(self.query(Input).first())
        if self._keep:
            self.set_interval(1.0, self._tick)

    def _tick(self) -> None:
        if self.app.screen_stack[-1:] == [self]:
            self.flush_draft()

    @property
    def _key(self) -> HalfTyped:
        """What tells this form from others while it is half typed."""
        asks = tuple((ask.label, "" if ask.draft else ask.value) for ask in self._asks)
        return self.shell.settings.current.agent.id, self._title, self._about, asks

    def _remember(self) -> None:
        """Keep what is typed for the next time, unless drafts keep it or it is secret."""
        fields = zip(self._asks, self.query(Input), strict=True)
        texts = [ask.value if ask.secret or ask.draft else field.value for ask, field in fields]
        self.shell.half_typed.pop(self._key, None)
        if texts != [ask.value for ask in self._asks]:
            self.shell.half_typed[self._key] = tuple(texts)

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
        self.show()

    @on(Input.Submitted)
    def _enter(self) -> None:
        inputs = list(self.query(Input))
        if self.focused in inputs[:-1]:
            index = inputs.index(self.focused)
            judge = self._asks[index].wrong
            problem = judge(clean_line(inputs[index].value)) if judge else ""
            if not problem:
                self.set_focus(inputs[index + 1])
            self.show(problem, alert=True)
            return
        if not self.is_active:
            return
        for ask, field in zip(self._asks, inputs, strict=True):
            wrong = ask.wrong(clean_line(field.value)) if ask.wrong else ""
            if wrong:
                self._put_right(Wrong(wrong, self._asks.index(ask)))
                return
        answer = self._check([clean_line(field.value) for field in inputs])
        fault = answer if isinstance(answer, Wrong) else Wrong(answer)
        if fault.text:
            self._put_right(fault)
        else:
            self.shell.half_typed.pop(self._key, None)
            self.dismiss(True)

    def _put_right(self, fault: Wrong) -> None:
        """Put the cursor into the line at fault; what is secret is typed anew."""
        if fault.at >= 0:
            field = self.query(Field)[fault.at]
            self.set_focus(field)
            if self._asks[fault.at].secret:
                field.choose_all()
        self.show(fault.text, alert=True)

    @on(Input.Changed)
    def _heed(self, event: Input.Changed) -> None:
        """Show how the text of a line is read, where that is more than the text itself."""
        ask = self._asks[list(self.query(Input)).index(event.input)]
        reading = ask.read(clean_line(event.value)) if ask.read else ""
        touched = not (isinstance(event.input, Field) and event.input.untouched)
        if reading != self._read or (self.message and touched):
            self._read = reading
            self.show()

    def action_leave(self) -> None:
        """Leave without submitting; what is typed is there again the next time."""
        if self.is_active:  # a second key may arrive at the same moment
            self.flush_draft()
            self._remember()
            self.dismiss(False)
