"""Read a text as people would, whatever it is spelled with: each reading keeps its places.

A reading is a text of plain characters, and for each of them the part of the original text that it
stands for. So a number that was spelled in words is marked where those words stand.
"""

import re
from functools import lru_cache

from lenovo_desk.core.named_tuple import NamedTuple


class Reading(NamedTuple):
    """A text as it is read, and where each of its characters stands in the original."""

    text: str
    low: str
    """The same in lower case, character by character."""
    starts: tuple[int, ...] | range
    ends: tuple[int, ...] | range

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return which part of the original a part of this reading stands for."""
        return self.starts[start], self.ends[end - 1]


class Swap(NamedTuple):
    """A part of a reading that is read as something else."""

    start: int
    end: int
    text: str


_LOOKS = str.maketrans(
    "АВЕЅІЈКМНОРСТУХаеѕіјкорсухьΑΒΕΖΗΙΚΜΝΟΡΤΥΧοøØłŁđĐı‹›",
    "ABESIJKMHOPCTYXaesijkopcyxbABEZHIKMNOPTYXooOlLdDi<>",
)
_LIGATURES = {"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ß": "ss", "№": "No"}
_TRADITIONAL = str.maketrans(
    "陳張劉趙吳楊黃孫馬羅鄭許鄧馮蕭葉盧蔣賈鍾陸蘇呂謝鄒譚顧龍萬錢韓偉麗華國軍強東龔湯賴嚴畢聶齊莊應關學師經總號樓單電話點",
    "陈张刘赵吴杨黄孙马罗郑许邓冯萧叶卢蒋贾钟陆苏吕谢邹谭顾龙万钱韩伟丽华国军强东龚汤赖严毕聂齐庄应关学师经总号楼单电话点",
)
_BLANKS = "\u2800\u3164\u115f\u1160\uffa0"


@lru_cache(maxsize=4096)
def _plain(char: str) -> str:
    """Return what a character is read as: no accent, no width, no look-alike, maybe nothing."""
    from unicodedata import category, digit, normalize

    if char in _BLANKS:
        return ""
    if char in _LIGATURES:
        return _LIGATURES[char]
    value = digit(char, None)
    if value is not None:
        return str(value)
    flat = []
    for part in normalize("NFKD", char):
        kind = category(part)
        if kind[0] == "M" or kind == "Cf":
            continue
        flat.append(" " if kind == "Zs" else "-" if kind == "Pd" else _QUOTES.get(part, part))
    return "".join(flat).translate(_LOOKS).translate(_TRADITIONAL)


_QUOTES = {"‘": "'", "’": "'", "ʼ": "'", "`": "'", "´": "'", "⁄": "/", "，": ",", "：": ":"}


def read(text: str) -> Reading:
    """Return a text in plain characters."""
    if text.isascii():
        return Reading(text, text.lower(), range(len(text)), range(1, len(text) + 1))
    chars, starts, ends = list[str](), list[int](), list[int]()
    for run in _compiled(r"[\x00-\x7f]+|[\u4e00-\u9fff]+|[^\x00-\x7f]").finditer(text):
        at, end = run.span()
        if run[0].isascii() or "\u4e00" <= run[0][0] <= "\u9fff":
            chars.append(run[0].translate(_TRADITIONAL))
            starts.extend(range(at, end))
            ends.extend(range(at + 1, end + 1))
            continue
        plain = _plain(run[0])
        chars.append(plain)
        starts.extend([at] * len(plain))
        ends.extend([end] * len(plain))
    plain_text = "".join(chars)
    return Reading(plain_text, _lower(plain_text), tuple(starts), tuple(ends))


def _lower(text: str) -> str:
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)


def swapped(reading: Reading, swaps: list[Swap]) -> Reading:
    """Return a reading in which some parts, in order and apart, are read as something else."""
    if not swaps:
        return reading
    texts, starts, ends, at = list[str](), list[int](), list[int](), 0
    for start, end, text in [*swaps, Swap(len(reading.text), len(reading.text), "")]:
        texts.append(reading.text[at:start])
        starts.extend(reading.starts[at:start])
        ends.extend(reading.ends[at:start])
        if text:
            texts.append(text)
            place = reading.place(start, end)
            starts.extend([place[0]] * len(text))
            ends.extend([place[1]] * len(text))
        at = end
    joined = "".join(texts)
    return Reading(joined, _lower(joined), tuple(starts), tuple(ends))


_SPACED = r"(?<![a-zA-Z\d])(?:[!-~] {1,3}){3,}[!-~](?![a-zA-Z\d])"
_PUNCTUATED = r"(?<![^\W_])(?:[^\W_](?:[.\-_*·•~|/]|\.\.\.)){3,}[^\W_](?![^\W_])"


def closed_up(reading: Reading) -> Reading:
    """Return a reading in which characters that stand apart one by one stand together."""
    swaps = [
        Swap(match.start() + at, match.start() + at + 1, "")
        for pattern, gap in ((_SPACED, " "), (_PUNCTUATED, ".-_*·•~|/"))
        for match in _compiled(pattern).finditer(reading.text)
        if any(char.isalpha() for char in match[0])
        for at, char in enumerate(match[0])
        if char in gap
    ]
    return swapped(reading, sorted(set(swaps)))


@lru_cache(maxsize=64)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
