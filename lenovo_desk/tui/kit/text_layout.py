"""Line breaking by Unicode rules (UAX 14), measured in terminal cells."""

import re
import sys
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from rich.cells import cell_len, split_graphemes

# Spaces after which a line may break; the no-break ones (U+00A0, U+2007, U+202F) are not here.
_BREAK_SPACES = " \t\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000"
_CLOSING = frozenset("，。！？；：、）》〉」』】〕〗］｝”’…—·％,.!?;:)]}»›%")
_OPENING = frozenset("（《〈「『【〔〖［｛“‘([{«‹")
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
    if width < 1:
        return ""
    room, end = width - 1, 0
    for _, stop, cells in split_graphemes(line)[0]:
        room -= cells
        if room < 0:
            break
        end = stop
    return line[:end].rstrip(_BREAK_SPACES) + "…"


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
    lines: list[str] = []
    line, used = "", 0
    for unit in _pieces(paragraph, width):
        bare = cell_len(unit.rstrip(_BREAK_SPACES))
        if used + bare > width:
            if line.strip(_BREAK_SPACES):
                lines.append(line.rstrip(_BREAK_SPACES))
            line, used = "", 0
        line += unit
        used += cell_len(unit)
    lines.append(line.rstrip(_BREAK_SPACES))
    return lines


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
