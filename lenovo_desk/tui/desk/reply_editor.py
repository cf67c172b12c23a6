"""The reply on its stage: who reads it, the text of several lines, signature, length, doubts."""

from collections.abc import Callable
from typing import Protocol

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.strip import Strip

from lenovo_desk.core.text import clean
from lenovo_desk.tui.desk.painters.reply_panel import (
    DoubtedWords,
    bar_of,
    doubt_rows,
    empty_row,
    is_over,
    reply_foot,
    reply_head,
)
from lenovo_desk.tui.desk.wording_guard import REPLY
from lenovo_desk.tui.kit.editing.editor import Editor
from lenovo_desk.tui.kit.face import Face
from lenovo_desk.tui.kit.input_line import steps
from lenovo_desk.tui.kit.lines import Lines, repaint

ONE_PARAGRAPH = ("public", "sms")
"""The media of which a message has no line breaks of its own."""
_LEAST, _MOST = 3, 10
"""The rows of text that there are at least, if there is room, and at most."""
_WAYS = 5
"""The ways on that stay in view at least, if there are as many."""
_AIRY = 26
"""The rows of the screen from which there are empty ones within the stage."""


class Writing(Protocol):
    """What becomes of a text: saved, heeded, entered, left."""

    def enter(self, field: str, text: str) -> None:
        """Record what was entered."""

    def leave(self) -> None:
        """Save the draft and close the editor."""

    def next(self, step: int) -> None:
        """Take the first sentence that is offered."""

    def changed(self) -> None:
        """Mark the text as unsaved."""

    def heed(self) -> None:
        """Look at the text before long."""


class ReplyEditor(Vertical):
    """An editor for replies, hidden until needed, in place of the line for all else.

    It has what its owner asks of that line. Its owner saves the text as a draft.
    """

    DEFAULT_CSS = """
    ReplyEditor { height: auto; display: none; }
    ReplyEditor.-shown { display: block; }
    ReplyEditor > Lines { height: 1; }
    """

    def __init__(
        self,
        owner: Writing,
        face: Callable[[], Face],
        ways: Callable[[], int],
        turned: Callable[[], None],
        *,
        id: str | None = None,
    ) -> None:
        """Take whose text it is, how it is painted, and how many ways on should stay in view.

        `turned` is called when it has opened or closed.
        """
        super().__init__(id=id)
        self._owner, self._face, self._ways, self._turned = owner, face, ways, turned
        self.field = ""
        self.via = ""
        self.doubts: tuple[DoubtedWords, ...] = ()
        self.names_doubts = True
        """Whether there is room to say what is doubted."""

    def compose(self) -> ComposeResult:
        owner = self._owner
        keys = {"escape": owner.leave, "f10": owner.leave, "enter": self._entered}
        tabs = {key: act for key, act in steps(owner.next).items() if "tab" in key}
        yield Lines(self._draw_head, id="reply-head")
        yield Editor({**keys, **tabs}, self._edited, self.repaint, id="reply-text")
        yield Lines(self._draw_foot, id="reply-foot")
        yield Lines(self._draw_doubts, id="reply-doubts")

    # --- what the line for all else has too

    @property
    def input(self) -> Editor:
        """The editor itself."""
        return self.query_one(Editor)

    @property
    def active(self) -> bool:
        """Whether it is open."""
        return self.has_class("-shown")

    @property
    def text(self) -> str:
        """The reply as it would be sent."""
        return clean(self.input.value).strip()

    def write(self, via: str, text: str, signature: str) -> None:
        """Open the editor for a medium, with a text that is gone on with at its end."""
        self.field, self.via, self.doubts = REPLY, via, ()
        self.input.open(text, bar_of(via), via in ONE_PARAGRAPH, signature)
        self.add_class("-shown")
        self.screen.add_class("-writing")
        self._turned()
        self.fit()
        self.screen.set_focus(self.input)  # at once: the next key is already text

    def close(self) -> None:
        """Hide the editor."""
        self.field = ""
        self.remove_class("-shown")
        self.screen.remove_class("-writing")
        self._turned()
        self.screen.set_focus(None)

    # --- its size

    def fit(self) -> None:
        """Take as many rows as the text needs, so that title and ways on stay in view."""
        screen, middle = self.screen.size, self.parent
        if not self.active or not isinstance(middle, Vertical):
            return
        room = (middle.size or screen).height - 2  # the title and an empty row
        airy = int(screen.height >= _AIRY)
        foot = len(self._foot(screen.width)) + airy
        spare = max(2, room - 1 - airy - foot - min(self._ways(), _WAYS))
        most = max(min(_LEAST, spare - 1), spare - max(_LEAST, min(_MOST, self.input.rows)))
        doubts = doubt_rows(*self._doubted, self.size.width or screen.width, most)
        rows = max(1, min(_MOST, max(_LEAST, self.input.rows), spare - len(doubts)))
        gaps = max(0, min(spare - rows - len(doubts), 2 if doubts else 1))
        self.names_doubts = bool(doubts) or not self.doubts
        heights = {"head": 1 + airy, "text": rows, "foot": foot, "doubts": len(doubts) + gaps}
        for name, height in heights.items():
            styles = self.query_one(f"#reply-{name}").styles
            if styles.height is None or styles.height.value != height:
                styles.height = height
                self.call_after_refresh(self._settle)

    def _settle(self) -> None:
        self.input.scroll_cursor_visible()
        repaint(*self.query(Lines))

    def doubt(self, doubts: tuple[DoubtedWords, ...]) -> None:
        """Underline what is doubted and say why below."""
        self.doubts = doubts
        self.input.mark(tuple(span for doubt in doubts for span in doubt.spans))
        self.repaint()

    def repaint(self) -> None:
        """Paint what stands around the text at once."""
        self.fit()
        repaint(*self.query(Lines))

    def _entered(self) -> None:
        self._owner.enter(self.field, self.text)

    def _edited(self) -> None:
        self._owner.changed()
        self.repaint()
        self._owner.heed()

    # --- drawing

    def _draw_head(self, width: int, height: int) -> list[Strip]:
        face = self._face()
        return [reply_head(self.via, self.text, face, width), empty_row(self.via, face, width)]

    def _foot(self, width: int) -> list[Strip]:
        editor = self.input
        parts = (editor.signature, editor.part_in_view)
        return reply_foot(self.via, self.text, *parts, self._face(), width)

    def _draw_foot(self, width: int, height: int) -> list[Strip]:
        rows = self._foot(width)
        return [*[empty_row(self.via, self._face(), width)] * (height - len(rows)), *rows]

    @property
    def _doubted(self) -> tuple[tuple[DoubtedWords, ...], str, Face]:
        face = self._face()
        over = face.words["reply.too_heavy"] if is_over(self.via, self.text) else ""
        return self.doubts, over, face

    def _draw_doubts(self, width: int, height: int) -> list[Strip]:
        rows = doubt_rows(*self._doubted, width, height)
        return [Strip.blank(width, self.rich_style)] * min(1, height - len(rows)) + rows
