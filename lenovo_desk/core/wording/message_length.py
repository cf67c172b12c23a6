"""Measure the length of a post on X and of a short message."""

import re
import unicodedata
from functools import lru_cache

from lenovo_desk.core.named_tuple import NamedTuple

MAX_POST = 280
"""The greatest weight of a post on X."""
_LINK_WEIGHT = 23
_LINK = re.compile(
    r"(?:https?://(?:[\w-]+\.)+[a-z]{2,}"
    r"|(?<![@\w.-])(?:[\w-]+\.)+(?:com|net|org|info|fr|cn|eu|io|be|ch|ca|de|uk))"
    r"(?![\w-])(?::\d+)?(?:/[^\s，。！？；：、（）「」《》]*)?",
    re.IGNORECASE,
)
_TAIL = re.compile(r"[.,;:!?'\"’»)\]]+$")
_PICTURE = (
    "[\u00a9\u00ae\u203c\u2049\u2122\u2139\u2194-\u21aa\u231a-\u23ff\u24c2\u25aa-\u27bf"
    "\u2934\u2935\u2b05-\u2b55\u3030\u303d\u3297\u3299\U0001f000-\U0001faff]"
)
_EMOJI = re.compile(
    "[\U0001f1e6-\U0001f1ff]{2}|[0-9#*]\ufe0f?\u20e3"
    f"|{_PICTURE}(?:\ufe0f|[\U0001f3fb-\U0001f3ff])?"
    f"(?:\u200d{_PICTURE}(?:\ufe0f|[\U0001f3fb-\U0001f3ff])?)*"
)
_GSM = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_GSM_EXTENSION = frozenset("^{}\\[~]|€\f")


@lru_cache(maxsize=1024)
def post_weight(text: str) -> int:
    """Return the weight of a text as a post on X, which has at most `MAX_POST`.

    Latin letters and general punctuation weigh 1, a link 23, an emoji sequence 2, any other
    character 2.
    """
    text = unicodedata.normalize("NFC", text)
    weight, end = 0, 0
    for match in _LINK.finditer(text):
        link = _TAIL.sub("", match[0])
        weight += _weigh(text[end : match.start()]) + _LINK_WEIGHT
        end = match.start() + len(link)
    return weight + _weigh(text[end:])


def _weigh(text: str) -> int:
    emoji = 0
    for match in _EMOJI.finditer(text):
        picture = match[0]
        emoji += 2 - sum(1 if _light(char) else 2 for char in picture)
    return sum(1 if _light(char) else 2 for char in text) + emoji


def _light(char: str) -> bool:
    code = ord(char)
    return (
        code <= 0x10FF
        or 0x2000 <= code <= 0x200D
        or 0x2010 <= code <= 0x201F
        or 0x2032 <= code <= 0x2037
    )


class Segments(NamedTuple):
    """How a short message is sent."""

    encoding: str
    """`GSM-7` or `UCS-2`."""
    units: int
    """Its length in the units of that encoding."""
    count: int  # type: ignore[assignment]  # replaces the `count` method of a tuple
    """The number of messages it is billed as."""


def sms_segments(text: str) -> Segments:
    """Return how a text is sent as a short message.

    One character outside GSM-7 makes the whole message UCS-2.
    """
    text = unicodedata.normalize("NFC", text)
    if all(char in _GSM or char in _GSM_EXTENSION for char in text):
        sizes = [2 if char in _GSM_EXTENSION else 1 for char in text]
        return _segments("GSM-7", sizes, 160, 153)
    return _segments("UCS-2", [2 if ord(char) > 0xFFFF else 1 for char in text], 70, 67)


def _segments(encoding: str, sizes: list[int], single: int, part: int) -> Segments:
    """Return the segments of a message; none of them ends within a character of two units."""
    units = sum(sizes)
    if units <= single:
        return Segments(encoding, units, 1 if units else 0)
    count, room = 1, part
    for size in sizes:
        if size > room:
            count, room = count + 1, part
        room -= size
    return Segments(encoding, units, count)
