"""A phrase, number or link as a QR code for the agent's phone."""

from collections.abc import Sequence
from pathlib import Path

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.app import ComposeResult
from textual.geometry import Size
from textual.strip import Strip

from lenovo_desk.core.wording.sentences import filled
from lenovo_desk.tui.desk.case_commands import copy_phrase
from lenovo_desk.tui.desk.case_on_screen import CaseOnScreen
from lenovo_desk.tui.desk.qr.qr_payloads import Offered, numbers, phrase_payload
from lenovo_desk.tui.kit.base_screen import BaseModal
from lenovo_desk.tui.kit.lines import Lines, line
from lenovo_desk.tui.kit.text_layout import fit, wrap
from lenovo_desk.tui.kit.theme import inks

QUIET = 4
"""Light modules around a code, as ISO/IEC 18004 asks."""
PAPER = Style.parse("#000000 on #ffffff")
"""Dark on light in every theme: many phones cannot read the reverse."""
_HALVES = {(0, 0): " ", (1, 0): "▀", (0, 1): "▄", (1, 1): "█"}
Modules = tuple[tuple[int, ...], ...]


def modules(payload: str) -> Modules:
    """Return the modules with their quiet zone, 1 for dark; empty if too long.

    Every phone reads byte mode in UTF-8. The lowest level of error correction is enough on a
    screen; segno raises it where that needs no more modules.
    """
    import segno

    try:
        code = segno.make_qr(payload, error="l", mode="byte", encoding="utf-8")
    except segno.DataOverflowError:
        return ()
    return tuple(tuple(row) for row in code.matrix_iter(border=QUIET))


def fits(code: Modules, size: Size) -> bool:
    """Return whether a code and one row below it fit."""
    return bool(code) and len(code[0]) <= size.width and (len(code) + 1) // 2 < size.height


def drawn(code: Modules) -> list[Strip]:
    """Return a code as rows of half blocks, two modules per character."""
    light = (0,) * len(code[0])
    pairs = zip(code[::2], (*code[1::2], light), strict=False)
    return [
        Strip([Segment("".join(map(_HALVES.__getitem__, zip(*pair, strict=True))), PAPER)])
        for pair in pairs
    ]


def show_code(case: CaseOnScreen) -> None:
    """Show codes of the phrase in view and the case's numbers and links."""
    session, view, words = case.session, case.view, case.words
    refused = ""
    offered = numbers(view, session.flows, session.case, case.shell.library)
    if view.phrases:
        phrase = view.phrases[case.hand.phrase % len(view.phrases)]
        if phrase.locked or phrase.missing:
            case.carry_out(phrase.copy_intent())
            refused = case.message
        else:
            offered.insert(0, phrase_payload(phrase, session.flows, session.case))
    if offered:
        case.shell.push_screen(QrScreen(case, offered, refused))
    elif not refused:
        case.show(words["qr.nothing"], alert=True)


class QrScreen(BaseModal[None], scope="qr"):
    """One code at a time, full screen, with its text below."""

    CSS_PATH = Path(__file__).with_suffix(".tcss")

    def __init__(self, case: CaseOnScreen, offered: Sequence[Offered], message: str = "") -> None:
        super().__init__()
        self._case = case
        self._offered = offered
        self._codes = [modules(payload.payload) for payload in offered]
        self._at = 0
        self.message = message
        self._taken = False

    def compose(self) -> ComposeResult:
        yield Lines(self._draw)

    def _draw(self, width: int, height: int) -> list[Strip]:
        ink, words = inks(self.app), self._case.words
        current, code = self._offered[self._at], self._codes[self._at]
        count = f"  {self._at + 1}/{len(self._offered)}" if len(self._offered) > 1 else ""
        name = f" {current.name}" if current.name else ""
        label = f"{words[f'qr.{current.kind}']}{name}{count}"
        rows: list[Strip] = []
        wide, high = (len(code[0]), (len(code) + 1) // 2) if code else (0, 0)
        if fits(code, Size(width, height)):
            left = (width - wide) // 2
            pad, rest = Segment(" " * left, ink.plain), width - wide - left
            rows = [Strip([pad, *strip, Segment(" " * rest, ink.plain)]) for strip in drawn(code)]
        else:
            problem = self.with_keys(words["qr.too_long"])
            if code:
                size = {"columns": str(wide), "rows": str(high + 1)}
                problem = filled(self.with_keys(words["qr.too_small"]), size)
            lines = wrap(problem, max(8, min(width - 4, 90)))
            rows = [line([("  ! " if not n else "    ", ink.warn), (text, ink.warn)], width,
                         ink.plain) for n, text in enumerate(lines)]  # fmt: skip
            rows = [line([], width, ink.plain), *rows, line([], width, ink.plain)]
        texts = [(label, ink.dim)]
        texts += [(text, ink.strong) for text in wrap(current.text, max(8, min(width - 4, 90)))]
        room = height - 1 - len(rows)
        if len(texts) > room > 0:
            texts = [*texts[: room - 1], (fit(f"{texts[room - 1][0]} …", width - 4), ink.strong)]
        rows += [
            line([("  ", ink.plain), text], width, ink.plain) for text in texts[: max(0, room)]
        ]
        rows += [line([], width, ink.plain)] * (height - 1 - len(rows))
        hint = self.message or self.with_keys(words["qr.hint"])
        return [*rows[: height - 1], line([(f" {hint}", ink.status)], width, ink.status)]

    def on_resize(self, event: events.Resize) -> None:
        """Record the phrase as used once its code can be read."""
        self._take(event.size)

    def _take(self, size: Size) -> None:
        phrase = self._offered[self._at].phrase
        if phrase is not None and not self._taken and fits(self._codes[self._at], size):
            self._taken = True
            if self._case.carry_out(phrase.copy_intent()).event is None:
                self.message = self._case.message

    def action_next(self, step: int) -> None:
        """Show the next code."""
        self._at = (self._at + step) % len(self._offered)
        self.message = ""
        self._take(self.size)
        self.query_one(Lines).redraw()

    def action_copy(self) -> None:
        """Copy the text; a phrase is recorded as used."""
        current = self._offered[self._at]
        if current.phrase is not None:
            self._taken = True
            copy_phrase(self._case)
            self.message = self._case.message
        else:
            self.message = self._case.shell.copy(current.text)
        self.query_one(Lines).redraw()

    def action_close(self) -> None:
        """Return to the desk."""
        self.dismiss(None)
