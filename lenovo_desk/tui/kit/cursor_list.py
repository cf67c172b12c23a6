"""A list with a cursor of which only a window is in view: which rows, and which one was clicked."""

from typing import NamedTuple


def window_top(top: int, rows: int, height: int) -> int:
    """Return the first row in view, moved so that no line stays empty while there are rows."""
    return max(0, min(top, rows - height))


class CursorList(NamedTuple):
    """Where the cursor of a list is, and how many of its rows have room."""

    rows: int
    cursor: int = 0
    height: int = 0
    """Rows that have room."""
    centred: bool = True
    """Whether the cursor stays in the middle where it can; else it goes down to the last line."""

    @property
    def window(self) -> range:
        """The rows in view, the one under the cursor among them."""
        above = self.height // 2 if self.centred else self.height - 1
        top = window_top(self.cursor - above, self.rows, self.height)
        return range(top, min(self.rows, top + self.height))

    def move(self, step: int) -> "CursorList":
        """Return the list with its cursor moved by `step` rows, but not past an end."""
        return self._replace(cursor=max(0, min(self.cursor + step, self.rows - 1)))

    def at(self, y: int) -> int | None:
        """Return the row in a line of the window, counted from 0; None below the last one."""
        window = self.window
        return window[y] if 0 <= y < len(window) else None
