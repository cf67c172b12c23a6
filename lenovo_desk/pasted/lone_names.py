"""Find names that stand alone between marks: in a list, before a number, at the end of a"
" message."""

import re
from collections.abc import Iterator
from functools import lru_cache

from lenovo_desk.core.privacy.chinese_words import COMPOUND, STRONG, SURNAMES
from lenovo_desk.core.privacy.name_words import AFTER_TITLE, COMMON, FORENAMES, NOT_GREETED
from lenovo_desk.pasted.others_words import of_others
from lenovo_desk.pasted.writers import Writer, is_chinese_name, is_whole_name, name_at

_HAN = "\u3400-\u9fff"
_SEGMENT = r"(?:(?<![a-z])(?:m|mr|mme|mlle|mrs|ms|dr)\.|[^\n,;|/.!?。、()\t\x00])+"
_CN = rf"(?:{COMPOUND}|[{SURNAMES}])[{_HAN}]{{1,2}}"
_BEFORE_NUMBER = rf"(?<![{_HAN}a-z\d])(?P<name>{_CN})[ ,;、:]{{1,3}}(?=(?:\+?86[ \-]?)?1[3-9]\d)"
_BEHIND_NUMBER = (
    rf"(?<!\d)1[3-9]\d[ \-]?\d{{4}}[ \-]?\d{{4}}[ ,;、]{{1,3}}(?P<name>{_CN})(?![{_HAN}a-z\d])"
)


def lone_names(text: str, low: str) -> Iterator[Writer]:
    """Yield whole names that are all of a segment, or stand right beside a mobile number."""
    segment, *beside = _patterns()
    last = len(low.rstrip(" \n\r.!。"))
    for match in segment.finditer(low):
        start, end = match.span()
        if not 5 <= len(match[0].strip()) <= 40 or of_others(low, start):
            continue
        writer = name_at(text, low, start, end)
        if writer and not low[writer.end : end].strip(" \r"):
            name = text[writer.start : writer.end]
            if is_whole_name(name) or (writer.title and name.isascii()):
                yield writer
        elif end >= last and (small := _small_name(low, start, end)):
            yield small
    for pattern in beside:
        for match in pattern.finditer(text):
            name = match["name"]
            sure = name[0] in STRONG or len(name) > 2
            if sure and is_chinese_name(name) and not of_others(low, match.start("name")):
                yield Writer(*match.span("name"), "", 0)


def _small_name(low: str, start: int, end: int) -> Writer | None:
    """Return two words without capitals at the end of a message of which one is a first name."""
    words = low[start:end].split()
    if len(words) != 2 or not all(word.replace("-", "").isalpha() for word in words):
        return None
    words_of_text = COMMON | AFTER_TITLE | NOT_GREETED
    if not any(word in FORENAMES for word in words) or words_of_text & set(words):
        return None
    begin = start + len(low[start:end]) - len(low[start:end].lstrip())
    return Writer(begin, start + len(low[start:end].rstrip()), "", 0)


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(map(re.compile, (_SEGMENT, _BEFORE_NUMBER, _BEHIND_NUMBER)))
