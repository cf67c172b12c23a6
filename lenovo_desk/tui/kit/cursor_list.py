"""The arithmetic of a scrolling list with a cursor."""

from typing import NamedTuple


def window_top(top: int, rows: int, height: int) -> int:
    """Return `top`, moved so that the window is as full as possible."""
    return max(0, min(top, rows - height))


class CursorList(NamedTuple):
    """A list's length, its cursor, and the height of its window."""

    rows: int
    cursor: int = 0
    height: int = 0
    """Rows that fit into the window."""
    centred: bool = True
    """Whether the window keeps the cursor in its middle; otherwise at its bottom."""

    @property
    def window(self) -> range:
        """The rows in view, the one under the cursor among them."""
        above = self.height // 2 if self.centred else self.height - 1
        top = window_top(self.cursor - above, self.rows, self.height)
        return range(top, min(self.rows, top + self.height))

    def move(self, step: int) -> "CursorList":
        """Return the list with its cursor moved by `step`, within its ends."""
        return self._replace(cursor=max(0, min(self.cursor + step, self.rows - 1)))

    def at(self, y: int) -> int | None:
        """Return the row at line `y` of the window, from 0; None below the last row."""
        window = self.window
        return window[y] if 0 <= y < len(window) else None
