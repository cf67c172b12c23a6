"""The line where the agent types a fact, a note or a reply."""

from collections.abc import Callable

from rich.cells import cell_len
from rich.style import Style
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.strip import Strip
from textual.widgets import Input

from lenovo_desk.core.text import clean_line
from lenovo_desk.tui.kit.edges import TEXT_AT
from lenovo_desk.tui.kit.input_line import Field, steps
from lenovo_desk.tui.kit.lines import FittingLines, line
from lenovo_desk.tui.kit.options import Options
from lenovo_desk.tui.kit.text_layout import fit, pack, wrap_within
from lenovo_desk.tui.kit.theme import inks

_EDGE = " " * TEXT_AT


class EntryBar(Horizontal):
    """A labelled input, hidden until needed. Its owner saves the text as a draft."""

    DEFAULT_CSS = """
    EntryBar { height: auto; display: none; background: $panel; }
    EntryBar.-shown { display: block; layout: vertical; }
    EntryBar > #entry-label { height: 1; }
    EntryBar > Input.-textual-compact { height: 1; padding: 0 1 0 5; background: $panel; }
    EntryBar > Input.-textual-compact:focus { background-tint: transparent; }
    """

    def __init__(
        self,
        take: Callable[[str, str], object],
        leave: Callable[[], object],
        changed: Callable[[], object] | None = None,
        move: Callable[[int], object] | None = None,
        edited: Callable[[], object] | None = None,
        *,
        id: str | None = None,
    ) -> None:
        """Take the callbacks; all but `edited` run while their key is handled.

        `take` gets the field and its text on Enter, `leave` is called on Escape, `move` with 1
        for the next field and -1 for the previous one, `changed` after every change. `edited`
        is called one message later than `changed`.
        """
        super().__init__(id=id)
        self.field = ""
        self._take = take
        self._changed, self._edited = changed, edited
        self._keys = {
            "escape": leave,
            "f10": leave,
            "ctrl+z": lambda: self.input.bring_back(),
            **(steps(move) if move else {}),
        }
        self._label: tuple[str, ...] = ()
        self._warning = ""

    def compose(self) -> ComposeResult:
        yield FittingLines(self._draw_label, id="entry-label")
        yield Field(self._entered, changed=self._changed, keys=self._keys, id="entry-input")

    @property
    def input(self) -> Field:
        """The input itself."""
        return self.query_one(Field)

    @property
    def active(self) -> bool:
        """Whether the line is open."""
        return self.has_class("-shown")

    def ask(
        self,
        field: str,
        label: tuple[str, ...],
        text: str = "",
        options: Options | None = None,
        *,
        whole: bool = False,
    ) -> None:
        """Open the line for a field; what is typed goes on with its text, or replaces the `whole`.

        `label` has a title and more, such as options; none is broken across lines if it fits.
        """
        self.field = field
        self.relabel(*label).take_room(self.screen.size.width)
        self.input.open(text, whole, options)
        self.add_class("-shown")
        self.display = True
        self.screen.set_focus(self.input)  # at once: the next key is already text
        self.label.redraw()

    def mark(self, spans: tuple[tuple[int, int], ...]) -> None:
        """Mark parts of the text, by index; they are underlined, not told by colour alone."""
        self.input.mark(spans)

    def relabel(self, *label: str, warning: str = "") -> FittingLines:
        """Set the label; return its widget, which the caller repaints."""
        self._label, self._warning = label, warning
        return self.label

    @property
    def label(self) -> FittingLines:
        """The widget that shows the label."""
        return self.query_one(FittingLines)

    def close(self) -> None:
        """Hide the line."""
        self.field = ""
        self.remove_class("-shown")
        self.display = False
        self.screen.set_focus(None)

    @property
    def text(self) -> str:
        """The text, cleaned."""
        return clean_line(self.input.value)

    def _draw_label(self, width: int, height: int) -> list[Strip]:
        ink = inks(self.app)
        room = max(8, width - TEXT_AT - 1)
        texts = pack(self._label, room) or [""]
        if len(texts) > height:
            texts[height - 1 :] = [fit("  ".join(texts[height - 1 :]), room)]
        rows = [self._marked(text) for text in texts]
        warning = f"  ! {self._warning}" if self._warning else ""
        if cell_len(texts[-1]) + cell_len(warning) <= room:
            rows[-1].append((warning, ink.guard))
        else:
            most = max(1, height - len(rows))
            rows += [[(_EDGE + row, ink.guard)] for row in wrap_within(warning[2:], room, most)]
        return [line(parts, width, ink.on_panel) for parts in rows]

    @property
    def meant(self) -> int | None:
        """The index of the option that the text means; None for none."""
        options = self.input.options
        return options.meant(self.text) if options and self.active else None

    def _marked(self, text: str) -> list[tuple[str, Style]]:
        """Return a row of the label, with the option that the text means in brackets."""
        ink, options, index = inks(self.app), self.input.options, self.meant
        before, chosen, after = f" {text} ", "", ""
        if options and index is not None:
            before, chosen, after = before.partition(f" {options.labels[index]} ")
        if not chosen:
            return [(_EDGE + text, ink.on_panel)]
        marked = (f"[{chosen[1:-1]}]", ink.cursor)
        before = _EDGE + before[1:]
        return [(before, ink.on_panel), marked, (after.rstrip(), ink.on_panel)]

    def _entered(self) -> None:
        self._take(self.field, self.text)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell the owner that the text has changed."""
        event.stop()
        if self._edited:
            self._edited()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter the text when the screen, not the input, got the Enter key."""
        event.stop()
        if self.active:
            self._entered()
