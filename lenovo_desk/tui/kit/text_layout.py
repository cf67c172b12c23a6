"""Line breaking by Unicode rules (UAX 14), measured in terminal cells."""

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from rich.cells import cell_len, split_graphemes

# Spaces after which a line may break; the no-break ones (U+00A0, U+2007, U+202F) are not here.
_BREAK_SPACES = " \t\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000"
_CLOSING = frozenset("，。！？；：、）》〉」』】〕〗］｝”’…—·％,.!?;:)]}»›%")
_OPENING = frozenset("（《〈「『【〔〖［｛“‘([{«‹")
_CUT = "…"
_FULL_STOPS = "。！？；"
_COMMAS = "，：、"
_AFTER_MARKS = _BREAK_SPACES + "”’」』）》"
_IDEOGRAPH = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_WORD = re.compile(f"{_IDEOGRAPH.pattern}|[^{_BREAK_SPACES}{_IDEOGRAPH.pattern[1:]}+")
"""An ideograph, or what stands between spaces and ideographs."""
_STANDS_ALONE = re.compile(r"[^\w^]*(\^|[a-z]{2,8}://)")
"""What may have the last line for itself: initials that sign a post, an address."""
_HARD_BREAK = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")

# Where lines may break depends on the shape of the text, not on its letters: runs of letters and
# of digits never break inside, and all ideographs behave alike. Shapes are few and short, so each
# is looked up once; the library alone takes 10 ms for a long phrase, too much for one key.
_TOKEN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ]+|[0-9]+|.", re.DOTALL)
_ADDRESS = re.compile(
    f"([{re.escape(''.join(_OPENING))}]*[a-z]{{2,8}}://[!-~]+[{re.escape(''.join(_CLOSING))}]*\\s*)"
)
"""A link with the marks and the space around it."""
_SLASH = re.compile("(?<=[^/:]/)(?=[^/])")
"""Where a link that is longer than a line may break."""
_SAFE_BREAK = re.compile("(?<=[一，。、；：！？])(?=一)|(?<=[a0,.;:!?] )(?=a)")


def warm_layout() -> None:
    """Load the line-breaking tables and the commonest shapes before the first wrap."""
    for shape in ("一，", "一。", "一、", "一；", "一：", "一？", "一！", "一（一", "“一", "一”一"):
        _shape_units(shape)
    for shape in ("a, ", "a. ", "a.", "a’a ", "a-a ", "a\u00a0! ", "«\u00a0a ", "0 a ", "a 0 "):
        _shape_units(shape)


@lru_cache(maxsize=4096)
def wrap(text: str, width: int) -> list[str]:
    """Break a text into lines of at most `width` cells; do not modify the result."""
    lines: list[str] = []
    for paragraph in _HARD_BREAK.split(text.expandtabs(4)):
        if cell_len(paragraph) <= width:
            lines.append(paragraph.rstrip(_BREAK_SPACES))
        else:
            lines.extend(_fill(paragraph, max(1, width)))
    return lines


@lru_cache(maxsize=256)
def typed_lines(paragraph: str, width: int) -> tuple[str, ...]:
    """Break a paragraph being typed where `wrap` may, each line as full as can be.

    So no line moves under the hand while another grows. Blanks at the end of a line may stick out:
    the lines put together are the paragraph.
    """
    if cell_len(paragraph) <= width:
        return (paragraph,)
    lines: list[str] = []
    line, used = "", 0
    for piece in _pieces(paragraph, width):
        if line and used + cell_len(piece.rstrip(_BREAK_SPACES)) > width:
            lines.append(line)
            line, used = "", 0
        line += piece
        used += cell_len(piece)
    return (*lines, line)


def wrap_within(text: str, width: int, most: int) -> list[str]:
    """Break a text into at most `most` lines; an ellipsis marks what does not fit."""
    lines = wrap(text, width)
    cut = [fit(" ".join(lines[most - 1 :]), width)] if len(lines) > most else lines[most - 1 :]
    return [*lines[: most - 1], *cut]


@lru_cache(maxsize=4096)
def fit(text: str, width: int) -> str:
    """Cut a text to one line of at most `width` cells, marked by an ellipsis."""
    line = _HARD_BREAK.sub(" ", text.expandtabs(4))
    if cell_len(line) <= width:
        return line
    room, end = width - cell_len(_CUT), 0
    if room < 0:
        return ""
    for _, stop, cells in split_graphemes(line)[0]:
        room -= cells
        if room < 0:
            break
        end = stop
    return line[:end].rstrip(_BREAK_SPACES) + _CUT


def pack(parts: Iterable[str], width: int, between: str = "  ") -> list[str]:
    """Lay parts side by side in as few lines as possible; break only parts wider than a line."""
    lines: list[str] = []
    for part in parts:
        joined = f"{lines[-1]}{between}{part}" if lines else part
        if lines and cell_len(joined) <= width:
            lines[-1] = joined
        else:
            lines += wrap(part, width)
    return lines


def pad(text: str, width: int) -> str:
    """Fit a text and pad it with spaces to exactly `width` cells."""
    line = fit(text, width).rstrip("\u200d")  # a joiner would swallow the first space
    return line + " " * (width - cell_len(line))


def units(text: str) -> list[str]:
    """Split a text after every place where UAX 14 lets a line end."""
    tokens = _TOKEN.findall(text)
    shape = "".join(map(_stand_in, tokens))
    parts: list[str] = []
    at = 0
    for chunk in _SAFE_BREAK.split(shape):
        for length in _shape_units(chunk):
            parts.append("".join(tokens[at : at + length]))
            at += length
    return parts


def _stand_in(token: str) -> str:
    first = token[0]
    if first.isascii():
        return "a" if first.isalpha() else "0" if first.isdigit() else first
    if "一" <= first <= "鿿":
        return "一"
    return "a" if "À" <= first <= "ÿ" and first not in "×÷" else first


@lru_cache(maxsize=8192)
def _shape_units(shape: str) -> tuple[int, ...]:
    if shape in ("一", "a ", "a", ""):
        return (len(shape),) if shape else ()
    _enter_uniseg()  # its tables take 50 ms to load: not at start-up
    from uniseg.linebreak import line_break_units

    return tuple(map(len, line_break_units(shape)))


@cache
def _enter_uniseg() -> None:
    """Take the package as it lies, without running it.

    It would only ask for its own version; for that Python loads its readers of mail and archives, a
    megabyte.
    """
    from importlib.util import find_spec, module_from_spec

    if package := find_spec("uniseg"):
        sys.modules.setdefault("uniseg", module_from_spec(package))


def _fill(paragraph: str, width: int) -> list[str]:
    """Break a paragraph into as few lines as it needs.

    Among the ways to do so, Chinese is broken where a speaker breathes, and no word stands alone
    at the end.
    """
    pieces = _pieces(paragraph, width)
    count = len(pieces)
    starts, ends = [0], []  # cells before a piece; before the spaces behind it
    for piece in pieces:
        ends.append(starts[-1] + cell_len(piece.rstrip(_BREAK_SPACES)))
        starts.append(starts[-1] + cell_len(piece))
    tail = _last_break(pieces, starts, ends[-1] - width)
    reach, lines_from = [count] * count, [0] * (count + 1)
    stop = count
    for at in range(count - 1, -1, -1):
        while stop > at + 1 and ends[stop - 1] - starts[at] > width:
            stop -= 1
        reach[at] = stop if stop == count else min(stop, tail)
        lines_from[at] = lines_from[reach[at]] + 1
    lines: list[str] = []
    at = 0
    while at < count:
        stop = reach[at]
        if stop < count:
            least, fewest, first = starts[at] + width - width // 3, lines_from[stop], stop
            while first > at + 1 and ends[first - 2] >= least and lines_from[first - 1] == fewest:
                first -= 1
            stop = _breath(pieces, range(stop, first - 1, -1)) or stop
        lines.append("".join(pieces[at:stop]).rstrip(_BREAK_SPACES))
        at = stop
    return [line for line in lines if line] or [""]


def _last_break(pieces: Sequence[str], starts: Sequence[int], first: int) -> int:
    """Return before which piece the last line begins at the latest, not to hold one word only.

    In Chinese, two characters are as little as a word. `first` is the cells before a last line that
    is full. Where no such line is long enough, all pieces are returned.
    """
    line = ""
    for at in range(len(pieces) - 1, 0, -1):
        line = pieces[at] + line
        if starts[at] < first:
            break
        if _STANDS_ALONE.match(line):
            return at
        words = [word for word in _WORD.findall(line) if any(map(str.isalnum, word))]
        if len(words) >= (3 if any(map(_IDEOGRAPH.match, words)) else 2):
            return at
    return len(pieces)


def _breath(pieces: Sequence[str], breaks: Iterable[int]) -> int:
    """Return the first break after a full stop in Chinese, else the first after a comma, else 0."""
    comma = 0
    for at in breaks:
        mark = pieces[at - 1].rstrip(_AFTER_MARKS)[-1:]
        if mark and mark in _FULL_STOPS:
            return at
        if mark and mark in _COMMAS:
            comma = comma or at
    return comma


def _pieces(paragraph: str, width: int) -> list[str]:
    """Split as `units` does; split units wider than a line further."""
    pieces: list[str] = []
    for unit in _units_and_addresses(paragraph, width):
        if cell_len(unit.rstrip(_BREAK_SPACES)) <= width:
            pieces.append(unit)
            continue
        for cluster in _clusters(unit):
            if cell_len(cluster.rstrip(_BREAK_SPACES)) <= width:
                pieces.append(cluster)
            else:
                pieces.extend(_graphemes(cluster))
    return pieces


def _units_and_addresses(paragraph: str, width: int) -> Iterator[str]:
    """Split as `units` does, but a link only where it is longer than a line, behind a slash."""
    if "://" not in paragraph:
        yield from units(paragraph)
        return
    for number, part in enumerate(_ADDRESS.split(paragraph)):
        if not number % 2:
            yield from units(part)
        elif cell_len(part.rstrip(_BREAK_SPACES)) <= width:
            yield part
        else:
            yield from _SLASH.split(part)


def _clusters(unit: str) -> list[str]:
    """Split into graphemes that keep their closing and opening marks."""
    clusters: list[str] = []
    for grapheme in _graphemes(unit):
        if clusters and (grapheme[0] in _CLOSING or clusters[-1][-1] in _OPENING):
            clusters[-1] += grapheme
        else:
            clusters.append(grapheme)
    return clusters


def _graphemes(text: str) -> list[str]:
    return [text[start:end] for start, end, _ in split_graphemes(text)[0]]
