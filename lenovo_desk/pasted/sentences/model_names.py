"""Candidates for the model that is called by the name it is sold under: `Yoga Slim 7 14ITL5`."""

import re
from collections.abc import Iterator
from functools import lru_cache

from lenovo_desk.pasted.message_reading import SHAPE, Candidate
from lenovo_desk.pasted.message_text import BARE, MessageText
from lenovo_desk.pasted.others_words import denied, of_others

_FACT = "model_number"
_LINE = (
    r"(?:(?:[a-z]{1,2}\d{1,3}[a-z]{0,2}|\d{2}[ew])(?=[ ]gen[ .]?\d)"
    r"|think(?:pad|book|centre|center|station)|idea(?:pad|centre|center)|yoga|legion|loq"
    r"|x1 (?:carbon|yoga|nano|extreme|fold|titanium)|(?<=lenovo )(?:flex|tab|duet"
    r"|[bcegstvyz]\d{1,3}[a-z]?|1[1-7][ew]|[13]00[ew]))"
)
_WORD = (
    r"(?:(?:think|idea)?(?:carbon|yoga|nano|extreme|titanium|slim|pro|air|plus|flex|gaming|duet"
    r"|chromebook|tower|tiny|mini|neo|edge|aio|creator|book|fold|ultra|gamer|go|tab|desktop|twist"
    r"|detachable|sff|duo|laptop|one|titane|workstation|2[ -]in[ -]1)"
)
_CODE = (
    r"|gen[ .]?\d{1,2}|g[ ]?\d{1,2}|(?:[a-z]{1,2}\d{1,4}|\d{1,3})[a-z]{0,2}\+?(?:-\d{2,3})?"
    r"|\d{2}[a-z]{2,4}\d{0,2}[a-z]?\d?|are\d{2}"
    r"|i(?:[tmiwgjkr]l|gm|kb|sk|ap|ax|ah|au|an|bl|br|ru|rh|rx|rn|mh|mp)\d{0,2}h?"
    r"|a(?:da|cl|lc|ch|cn|br|ba|hp|rh|rp|rx|mn|st|dn|np)\d{0,2}h?)"
)
_COUNTED = (
    r"(?![a-z\d@+]|[ ]?(?:€|%|(?<=\d)\"|°|/(?=\d)|[.,]\d(?!\d{3}年)|-\d|fois|jours?|ans?\b|mois"
    r"|semaines?"
    r"|heures?|h\b|min|euros?|go\b|to\b|gb|tb|pouces?|inch|times?|days?|weeks?|months?|years?|hours?|et"
    r"[ ]demi|ecrans?|pcs?\b|exemplaires?|personnes?|usb|ports?|cm|kg|w\b|v\b|au lieu|sur \d"
    r"|退|块|寸|英寸|元|岁|台|次|天|年|月))"
)
"""What does not stand behind the last word of a name: it would be counted by it."""
_LINE_CN = (
    r"(?:小新|拯救者|扬天|昭阳|启天|天逸|来酷|异能者|开天|威6|moto(?=[ ]?[a-z]{1,4}[ ]?\d)"
    r"|(?<=联想)(?=[a-z]{1,2}\d{1,3})|(?<=机器)(?=[a-z]{1,2}\d{3})|(?<=机器是)(?=[a-z]{1,2}\d{3}))"
)
_CODE_CN = (
    r"(?:(?:20[12]\d款?(?!年)|pro|air|plus|duet|slim|max|neo|ultra|fusion|power|lite|play|tiny|mini|edge|razr|青春版|锐龙版|至尊版|极光|刃\d{4}k?"
    r"|[a-z]{0,2}\d{1,4}[a-z]{0,4}(?:-[a-z\d]{2,6})?|[a-z]{1,2}(?=[ ]\d)))"
)
"""The lines that are sold in China, and what stands behind them."""
_COMPARED = re.compile(
    r"(?:comme|par rapport au?|contrairement (?:a|au)|mieux que|aussi bien qu|plutot qu|au lieu"
    r"|remplace(?:r|ment)? par|than|compared (?:to|with)|unlike|instead of|replaced (?:by|with)"
    r"|used to have|j'avais|avant j|compatible avec|compatible with|vu|saw"
    r"|quand sort|sortie d[ue]|when does|when is|when will)"
    r"[^\n.,;!?]{0,24}$"
)
"""What stands before a machine that is spoken of beside the customer's own."""
_ANOTHERS = re.compile(
    r"(?:collegue|voisine?|copine?|copain|colleague|neighbou?r|friend|\bmate\b|同事|朋友|邻居)[^\n.!?;。,]*$"
)
"""Whose machine it is not that the customer writes about; a wife's or a son's may be."""
_RELATIVES = re.compile(
    r"lenovo|\b(?:fils|fille|mari|femme|mere|pere|frere|soeur|epou(?:x|se)|son|husband|wife|daughter"
    r"|mother|father)\b|老公|老婆|爱人|儿子|女儿|家人|父亲|母亲|爸|妈"
)
"""Whose machine may well be the one that is written about."""
_AGAINST = re.compile(r"[ ]?(?:和|与|跟|还是|或|对比|vs)[ ]?[a-z\u3400-\u9fff]{0,3}\d")
"""What puts another machine beside one: nobody says which is theirs."""


def models_named(text: MessageText) -> Iterator[Candidate]:
    """Yield the machines that are called by name, the fullest name of each."""
    if _FACT not in text.cues.specs:
        return
    places = [
        (match.start(), end)
        for pattern in _patterns()
        for match in pattern.finditer(text.low)
        if (end := _end_of_name(text.low, match)) and not _another(text, match.start(), end)
    ]
    names = {place: text.low[slice(*place)] for place in places}
    for place, name in names.items():
        if not any(len(other) > len(name) and _within(name, other) for other in names.values()):
            yield text.candidate(_FACT, place, BARE - 5, SHAPE, "")


def _end_of_name(low: str, match: re.Match[str]) -> int:
    """Return where a name of a machine ends, as far as it is one; 0 when no number is in it."""
    line_end = match.end("line")
    end = line_end if _counted().match(low, line_end) else 0
    for word in re.finditer(r"[ ]?[^ ]+", low[line_end : match.end()]):
        stop = line_end + word.end()
        if _counted().match(low, stop):
            end = stop
    return end if re.search(r"\d", low[match.start() : end]) else 0


def _within(name: str, other: str) -> bool:
    words, others = name.split(), other.split()
    return all(word in others for word in words)


def _another(text: MessageText, at: int, end: int) -> bool:
    """Return whether a machine is not the one that the customer writes about."""
    return (
        denied(text.low, at)
        or of_others(_RELATIVES.sub(lambda match: "\x00" * len(match[0]), text.low), at)
        or bool(_ANOTHERS.search(text.low, max(0, at - 60), at))
        or bool(_AGAINST.match(text.low, end))
        or bool(_COMPARED.search(text.low, max(0, at - 50), at))
        or text.low[at - 1 : at] in ("#", "@", "/", ".", "_")
    )


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], ...]:
    return (
        re.compile(rf"(?<![a-z\d])(?P<line>{_LINE})(?![a-z])(?:[ ]?-?{_WORD}{_CODE}(?![a-z\d]))*"),
        re.compile(rf"(?<![a-z\d])(?P<line>{_LINE_CN})(?:[ ]?{_CODE_CN}(?![a-z]))*"),
    )


@lru_cache(maxsize=1)
def _counted() -> re.Pattern[str]:
    return re.compile(_COUNTED)
