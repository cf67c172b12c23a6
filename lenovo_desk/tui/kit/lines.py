"""Widgets made of ready lines, repainted at once."""

import re
from collections.abc import Callable, Iterable, Sequence

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import NULL_SIZE, Region, Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

SHARE = 3
"""What grows beside the step, a message or a label, has at most one row in this many."""
Draw = Callable[[int, int], Sequence[Strip]]

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")


def line(parts: Iterable[tuple[str, Style]], width: int, fill: Style) -> Strip:
    """Lay parts side by side in exactly `width` cells; text is never markup."""
    segments: list[Segment] = []
    left = width
    for text, style in parts:
        text = _CONTROL.sub("", text)
        cells = cell_len(text)
        if cells > left:
            text, cells = set_cell_size(text, left), left
        if text:
            segments.append(Segment(text, fill + style))
            left -= cells
    if left > 0:
        segments.append(Segment(" " * left, fill))
    return Strip(segments, width)


class Lines(Widget):
    """A widget that shows lines drawn for its size; they never change its size."""

    ALLOW_SELECT = False

    class Picked(Message):
        """A line was clicked; `number` and `cell` count from 0 at the top left of the widget."""

        def __init__(self, lines: "Lines", number: int, cell: int = 0) -> None:
            super().__init__()
            self.lines = lines
            self.number = number
            self.cell = cell

        @property
        def control(self) -> "Lines":
            """The clicked widget, so that `@on` can select by its id."""
            return self.lines

    def __init__(self, draw: Draw | None = None, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._draw = draw
        self._given: Sequence[Strip] = ()
        self._lines: list[Strip] = []
        self._drawn_for: Size = NULL_SIZE

    def draw(self, width: int, height: int) -> Sequence[Strip]:
        """Return the lines for a size; missing ones stay blank."""
        return self._draw(width, height) if self._draw else self._given

    def show(self, strips: Sequence[Strip]) -> None:
        """Show other lines at once."""
        self._given = strips
        repaint(self)

    def redraw(self) -> None:
        """Draw again at once."""
        repaint(self)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the lines of a region, without the stock border and padding work."""
        if self._drawn_for != self.size:
            self._change()
        strips = self._lines[crop.y : crop.bottom]
        for line_filter in self.get_line_filters():
            background = self.background_colors[1]
            strips = [strip.apply_filter(line_filter, background) for strip in strips]
        if crop.column_span != (0, self.size.width):
            strips = [strip.crop(*crop.column_span) for strip in strips]
        return strips

    def render_line(self, y: int) -> Strip:
        """Return one line, for code that looks up a cell."""
        return self._lines[y] if y < len(self._lines) else Strip.blank(self.size.width)

    def on_click(self, event: events.Click) -> None:
        """Tell the screen which line was clicked."""
        event.stop()
        self.post_message(self.Picked(self, event.y, event.x))

    def notify_style_update(self) -> None:
        """Draw in the new colours when the theme has changed."""
        super().notify_style_update()
        self._drawn_for = NULL_SIZE

    def _change(self) -> list[Region]:
        """Draw the lines; return the regions of those that changed."""
        size, blank = self.size, self.rich_style
        width, height = size
        strips = [strip.adjust_cell_length(width, blank) for strip in self.draw(width, height)]
        strips = (strips + [Strip.blank(width, blank)] * height)[:height]
        before = self._lines if self._drawn_for == size else []
        self._lines, self._drawn_for = strips, size
        changed: list[Region] = []
        for y, strip in enumerate(strips):
            if y < len(before) and strip == before[y]:
                strips[y] = before[y]  # it remembers its escape sequences
            else:
                changed.append(Region(0, y, width, 1))
        return changed


class FittingLines(Lines):
    """Lines as high as what they draw: from `least` rows to a third of the screen."""

    def __init__(self, draw: Draw, least: int = 1, *, id: str | None = None) -> None:
        super().__init__(draw, id=id)
        self._least = least

    def draw(self, width: int, height: int) -> Sequence[Strip]:
        """Return the lines for a width, however many rows there are so far."""
        return self.take_room(width)

    def take_room(self, width: int) -> Sequence[Strip]:
        """Return the lines for a width, and become as high as they are."""
        most = max(self._least, self.screen.size.height // SHARE)
        strips = Lines.draw(self, width, most)
        rows = min(most, max(self._least, len(strips)))
        if self.styles.height is None or self.styles.height.value != rows:
            self.styles.height = rows
        return strips


def repaint(*widgets: Lines) -> None:
    """Redraw widgets and write what changed to the terminal before returning.

    A refresh() takes three messages per widget, of which all but the first wait for a frame.
    This does what the screen does after them. It is not public API; the tests check it.
    """
    dirty: set[Widget] = set()
    for widget in widgets:
        if widget.size and (changed := widget._change()):
            widget._repaint_regions.update(changed)
            dirty.add(widget)
    if not dirty:
        return
    screen = widgets[0].screen
    moving = screen._layout_required or any(widget._layout_required for widget in dirty)
    if screen.is_current and not screen.app._batch_count and not moving:
        screen._compositor.update_widgets(screen._dirty_widgets | dirty)
        screen._compositor_refresh()
    else:
        for changed_widget in dirty:
            changed_widget.refresh()
