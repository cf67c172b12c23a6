"""Find phone numbers said in between other words, or with letters that look like digits."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from lenovo_desk.core.privacy.hits import PHONE, Hit
from lenovo_desk.core.privacy.numbers.number_shapes import MOBILE_CN

_TALK = (
    r"(?:oui|non|puis|et|ensuite|enfin|euh+|heu+|hein|hum+|hmm+|donc|alors|apres|d'abord|voila|ok|bon"
    r"|finalement|pour finir|suivi de|de|des?|virgule|trait d'union|pardon|je crois|la fin|ca|il"
    r"|(?:ca |il )?(?:commence|finit|se termine)(?: par)?"
    r"|then|and|next|yes|um+|uh+|er+|well|right|finally|lastly|followed by|comma|dash|it"
    r"|(?:starts|ends)(?: with| in)?"
    r"|(?:comme|like|as in) [^\W\d_][\w'\-]*(?: [^\W\d_][\w'\-]*){0,2}|bien sur)(?![^\W_])"
    r"|然后|接着|再来?|最后|末尾|先|后面|中间|开头|结尾|前面|(?:[前后]|中间)[34]位|嗯|哈|对|啊|呃|是|接下来"
)
"""What is said between the groups of a number, in lower case without accents."""
_BRACKETS = r"[(\[{<][^()\[\]{}\d]{0,25}(?:\d{1,4}[^()\[\]{}\d]{0,12})?[)\]}>]"
"""What is said aside, which may correct a group."""
_BETWEEN = re.compile(rf"(?P<sign>[^\w\x00(\[{{<]|_)|{_BRACKETS}|(?<![a-z\d]){_TALK}|[(\[{{<]")
_GROUP = re.compile(r"\d{1,4}(?!\d)")
_BEGINS = re.compile(r"(?:0\d{0,3}|1(?:[3-9]\d{1,2})?|33)(?!\d)")
_JOINED = re.compile(r"[a-z\d_.,/]")
"""What stands before digits that are a part of something longer."""
_GOES_ON = re.compile(r"[.,/:\-]?\d| ?[/€%h]")
_FARTHEST, _MOST_GROUPS = 44, 14
"""How many characters may stand between two groups, and how many groups a number has."""
_SAME_SIGN = (
    r"0(?<![\w.,/]0)[1-79](?P<gap>[^\d\x00\n]{1,6}?)\d\d(?:(?P=gap)\d\d){3}(?!\d)"
    r"(?!(?P=gap)\d)"
)
_UNIT = re.compile(r"(?<![a-z])(?:[gmtk][ob]|ou|or|cm|mm|kg|mn|ms|min|an|in|to)(?![a-z])")
_DIGIT = r"[\doilszb|]"
_ALIKE = (
    rf"[o0+](?<![^\W_][o0])(?:(?:(?<=\+)|(?<=0)0)33 ?(?:\(0\) ?)?)?[1-79ilzsb|]"
    rf"(?:\)?[ .\-/]{{0,2}}{_DIGIT}){{8}}(?![^\W_])",
    rf"[1il|](?<![^\W_].)[3-9szb]{_DIGIT}(?:[ .\-]?{_DIGIT}{{4}}){{2}}(?![^\W_])",
)
"""Phones of France and China in which letters may stand for digits."""
_TRUE_DIGITS = 6
"""The fewest digits that stand in such a number as digits."""


def loose_phones(low: str) -> Iterator[Hit]:
    """Yield phone numbers whose groups have talk, or any one sign, between them."""
    for match in _BEGINS.finditer(low):
        joined = match.start() and _JOINED.match(low, match.start() - 1)
        if not joined and (end := _end_of_talk(low, match)):
            yield Hit(PHONE, match.start(), end)
    for match in _patterns()[0].finditer(low):
        groups = re.findall(r"\d\d", match[0])
        if not _UNIT.search(match["gap"]) and not _rises(groups):
            yield Hit(PHONE, *match.span())


def phones_alike(low: str) -> Iterator[Hit]:
    """Yield phone numbers with letters for some digits: `O6 l2 34 S6 78`."""
    for pattern in _patterns()[1:]:
        for match in pattern.finditer(low):
            digits = sum(map(str.isdigit, match[0]))
            if digits >= _TRUE_DIGITS and re.search(r"[a-z|]", match[0]):
                yield Hit(PHONE, *match.span())


def _end_of_talk(low: str, begin: re.Match[str]) -> int:
    """Return where a number ends that begins with a group and is talked on; 0 for none."""
    groups, at, talked = [begin[0]], begin.end(), False
    while len(groups) < _MOST_GROUPS:
        start = at
        between = _BETWEEN.match(low, at)
        while between and at - start < _FARTHEST:
            talked |= not between["sign"]
            at = between.end()
            between = _BETWEEN.match(low, at)
        group = _GROUP.match(low, at)
        if not group:
            return 0
        groups.append(group[0])
        at = group.end()
        digits = "".join(groups)
        if talked and _is_said(digits, groups):
            return 0 if _GOES_ON.match(low, at) else at
        if len(digits) > 12:
            return 0
    return 0


def _is_said(digits: str, groups: list[str]) -> bool:
    """Return whether groups are a phone number of France or China, not a list of numbers."""
    if _rises(groups):
        return False
    if re.fullmatch(r"(?:0|(?:00)?33)[1-79]\d{8}", digits):
        return max(map(len, groups[1:])) < 4 or len(groups) < 5
    if re.fullmatch(r"0044\d{10}", digits):
        return True
    return bool(re.match(MOBILE_CN, digits)) and len(groups[0]) != 2


def _rises(groups: list[str]) -> bool:
    """Return whether numbers rise to no more than the days of a month, or by the same step."""
    values = [int(group) for group in groups]
    steps = {b - a for a, b in pairwise(values)}
    return max(map(len, groups)) > 1 and (
        (min(steps) > 0 and values[-1] < 32) or (len(steps) == 1 and len(values) > 3)
    )


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(map(re.compile, (_SAME_SIGN, *_ALIKE)))
