"""A running wait: digits that are read across a room, a bar, and the way that opens at its end."""

from collections.abc import Iterator
from itertools import groupby

from rich.cells import cell_len
from rich.style import Style
from textual.strip import Strip

from lenovo_desk.core.step_parts import WaitView
from lenovo_desk.core.step_view import StepView
from lenovo_desk.core.wording.sentences import filled
from lenovo_desk.tui.digits import number_key
from lenovo_desk.tui.kit.edges import MEASURE, TEXT_AT, edged
from lenovo_desk.tui.kit.face import Face
from lenovo_desk.tui.kit.text_layout import fit
from lenovo_desk.tui.kit.times_and_ids import clock_text, near_moment
from lenovo_desk.tui.kit.urgency import MINUTE, Urgency, time_ink, wait_urgency

BIG, WITH_BAR, DIGITS, ROW = 8, 6, 5, 1
"""The rows that a wait can take: digits with a bar and its labels, with a bar, alone, a text."""
_DOTS = {
    "0": "111 101 101 101 111",
    "1": "010 110 010 010 111",
    "2": "111 001 111 100 111",
    "3": "111 001 111 001 111",
    "4": "101 101 111 001 001",
    "5": "111 100 111 001 111",
    "6": "111 100 111 101 111",
    "7": "111 001 001 001 001",
    "8": "111 101 111 101 111",
    "9": "111 101 111 001 111",
    ":": "0 1 0 1 0",
}
"""Five rows of dots each. A dot is two blanks on a surface: no sign of uncertain width."""
_DOT = "  "
_ASIDE = 4
"""Cells between the digits and what stands beside them."""
_LEAST_ASIDE, _LEAST_BAR = 16, 8
"""Cells that a text beside the digits, and a bar in a row of text, are worth drawing in."""

Parts = list[tuple[str, Style]]


def wait_panel(view: StepView, face: Face, width: int, most: int = BIG) -> list[Strip]:
    """Return the wait of a step in at most `most` rows, at least one; none without a wait.

    A wait of a minute or less takes one row: nobody leaves the screen for it.
    """
    if view.wait is None:
        return []
    panel = _WaitPanel(view, view.wait, face, width)
    if most < DIGITS or view.wait.seconds <= MINUTE or panel.digits_width > panel.room:
        return [panel.strip(panel.row())]
    filled = most >= BIG and panel.over
    rows = list(panel.beside(panel.digits(filled), labelled=most >= BIG))
    if filled:
        rows = [panel.edge(), *rows, panel.edge(), panel.labels()]
    elif most >= BIG:
        rows += [[], panel.bar(panel.room), panel.labels()]
    elif most >= WITH_BAR:
        rows.append(panel.bar(panel.room))
    return [panel.strip(row) for row in rows]


class _WaitPanel:
    """The parts of a wait at one moment."""

    def __init__(self, view: StepView, wait: WaitView, face: Face, width: int) -> None:
        self._wait, self._face, self._width = wait, face, width
        self.room = max(8, min(MEASURE, width - TEXT_AT - 1))
        self.over = wait.left <= 0
        ink, degree = face.ink, wait_urgency(wait.left)
        self._ink = time_ink(ink, degree)
        """Of a text; at the end it is filled."""
        self._solid = (ink.due if degree >= Urgency.HOUR else ink.plain) + Style(reverse=True)
        """Of the dots and the bar: blanks that show without colours too."""
        now = self._now = view.at.utc
        self._began, self._ends = (
            near_moment(face.words, utc, face.zone, now) for utc in (wait.began, wait.ends)
        )
        self._opening = "  ".join(
            f"{number_key(choice.number).strip()} {choice.title}"
            for choice in view.choices
            if choice.id in wait.opens
        )

    @property
    def _time(self) -> str:
        return clock_text(self._wait.left)

    @property
    def digits_width(self) -> int:
        """The cells that the digits take."""
        dots = sum(len(_DOTS[sign].split()[0]) for sign in self._time)
        return cell_len(_DOT) * (dots + len(self._time) - 1)

    def strip(self, parts: Parts) -> Strip:
        """Return a row of the step."""
        return edged(None, parts, self._face.ink, self._width)

    def digits(self, filled: bool) -> Iterator[Parts]:
        """Yield the rows of the time left; if `filled`, cut out of a surface around it."""
        glyphs = [_DOTS[sign].split() for sign in self._time]
        solid = "0" if filled else "1"
        for row in range(DIGITS):
            dots = "0".join(glyph[row] for glyph in glyphs)
            dots = f"0{dots}0" if filled else dots
            yield [
                (_DOT * len(list(run)), self._solid if dot == solid else self._face.ink.plain)
                for dot, run in groupby(dots)
            ]

    def edge(self) -> Parts:
        """Return the upper or lower edge of the surface around filled digits."""
        return [(" " * (self.digits_width + 2 * cell_len(_DOT)), self._solid)]

    def beside(self, digits: Iterator[Parts], labelled: bool) -> Iterator[Parts]:
        """Yield the digits with what is said beside them, where there is room for that.

        What the labels of the bar say is left out if they stand below.
        """
        words, ink = self._face.words, self._face.ink
        jumped = words["desk.clock_jumped"] if self._wait.proof == "jumped" else ""
        texts = [(self._wait.title, ink.dim), (jumped, ink.dim)]
        if self.over:
            since = clock_text(self._now - self._wait.ends)
            texts += [
                (f" {words['desk.wait_up']} ", self._ink),
                (filled(words["desk.wait_since"], {"time": since}), ink.plain),
            ]
        else:
            texts += [
                (filled(words["desk.wait_began"], {"time": self._began}), ink.dim),
                (filled(words["desk.wait_ends"], {"time": self._ends}), self._ink),
            ]
        texts.append(("" if labelled else self._opening, ink.dim))
        for dots, (text, style) in zip(digits, texts, strict=True):
            room = self.room - sum(cell_len(part) for part, _ in dots) - _ASIDE
            if room >= _LEAST_ASIDE:
                dots += [(" " * _ASIDE, ink.plain), (fit(text, room), style)]
            yield dots

    def bar(self, cells: int) -> Parts:
        """Return how much of the wait is over, and how much is not."""
        share = 1 - min(1.0, self._wait.left / self._wait.seconds)
        done = min(cells, int(cells * share + 0.5))
        return [
            (" " * done, self._solid),
            (" " * (cells - done), self._face.ink.rule + Style(reverse=True)),
        ]

    def labels(self) -> Parts:
        """Return its start, and at the right the way that opens at its end."""
        ink = self._face.ink
        room = self.room - cell_len(self._began) - cell_len(self._ends) - 4
        opening = fit(self._opening, room)
        gap = self.room - cell_len(self._began + opening + self._ends) - 2
        style = ink.plain if self.over else ink.dim
        return [
            (self._began, ink.locked),
            (" " * gap, ink.plain),
            (opening, style),
            (f"  {self._ends}", ink.locked),
        ]

    def row(self) -> Parts:
        """Return all in a row of text: what is waited for, how long yet, from when to when."""
        words, ink = self._face.words, self._face.ink
        text = words["desk.wait_over" if self.over else "desk.wait_left"]
        text = text.format(name=self._wait.title, time=self._time)
        if self._wait.proof == "jumped":
            text += f" ({words['desk.clock_jumped']})"
        strong = self._ink + Style(bold=True)
        span = f"  {self._began} ", f" {self._ends}"
        cells = min(30, self.room - cell_len(text + "".join(span)))
        if self.over:
            text = f" {text} "
        if cells < _LEAST_BAR or self.over:
            return [(fit(text, self.room), strong)]
        return [(text, strong), (span[0], ink.locked), *self.bar(cells), (span[1], ink.locked)]
