"""Find the numbers of orders, parcels and machines that are written in small groups."""

import re
from collections.abc import Iterator
from functools import lru_cache

from lenovo_desk.core.privacy.hits import REFERENCE, SERIAL, Hit
from lenovo_desk.core.privacy.numbers.number_shapes import PART, PRODUCT

_OF_SERIAL = r"s/?n|n/s|sns?|serial|(?:n°|no\.?|numero) ?de serie"
_OF_REFERENCE = (
    r"cdes?|commandes?|colis|suivi|orders?|parcels?|packages?|tracking|refs?|references?|tickets?"
    r"|dossiers?|factures?|envoi|expedition|shipment|invoice|case|bon|bordereau|waybill"
    r"|cmd|bl|sav|ot|service tag|intervention|chronopost|colissimo|mondial relay|dhl|fedex|dpd|gls"
)
_LINKS = (
    r"(?:[ ]?(?:(?:n°|no\.?|nos?|num(?:ero)?|number|nr|id|code|est|is|was|le|the"
    r"|de colis|de commande)"
    r"(?![a-z\d])|号码?|是|为|[:#=(\"«.])|[ ])*"
)
_OF_MACHINE = (
    r"(?P<machine>(?:pc|ordinateur|portable|machine|laptop|computer|appareil|device|poste"
    r"|tablette|unit|serie)"
    r"(?![a-z\d])|(?:thinkpad|ideapad|thinkbook|yoga|legion|loq)(?= ?\()"
    r"|电脑|机器|笔记本|主机|设备)(?: est| is|是)?[ :(\[]{1,3}"
)
_CUE = (
    rf"(?:(?P<serial>(?:{_OF_SERIAL})(?![a-z\d])|序列号|机身号|主机编号)"
    rf"|(?:{_OF_REFERENCE})(?![a-z\d])|编号|单号|单子|运单|快递|订单|顺丰|圆通|中通|韵达|申通){_LINKS}|{_OF_MACHINE}"
)
_GROUP = re.compile(r"[a-z\d]{1,5}(?![a-z\d])")
_GROUPED = re.compile(r"\d[a-z\d]{0,4} ?[ .\-] ?(?:[a-z]{1,3} ?[ .\-] ?)?[a-z]{0,4}\d")
_GAP = re.compile(r" ?[ .\-] ?")
_SMALL = re.compile(
    r"(?:a|de|le|la|du|et|en|au|ou|un|to|of|in|is|at|or|on|by|est|les|des|the|and|for|par|sur|se|il|y"
    r"|via|are|has|was|que|qui|i[3579]|x1|rtx|gtx|rx|gen|wi|fi|v\d+|go|to|gb|tb|ssd|ram|pro|kb\d*|usb)"
)
"""Words, and parts of the names of products, that are no group of a number."""
_UNIT = re.compile(
    r" ?(?:[€$%°\"]|h\b|j\b|jours|days|mois|pouces|inch|go\b|to\b|gb\b|ans\b|[天台件元])"
)
_FARTHEST, _MOST = 48, 12
"""How many characters before two groups are read, and how many groups a number has at most."""
_MACHINE = re.compile(r"(?:[a-z]{2}|r9)\d[a-z\d]{5}|\d{8,12}")


_VERSION = re.compile(r"\d{1,2}\.\d(?:\.\d+)*|\d{1,2}\.\d+\.\d(?:\.\d+)*")
_FREE = re.compile(
    rf"{PART}|{PRODUCT}|(?:19|20)\d{{4}}|(?:(?:19|20)\d\d){{2,3}}"
    rf"|\d{{2,3}}000(?:000)?|0?1?23456\d*|0?8\d{{8}}|[48]00\d{{7}}"
)
"""Parts, products, months, numbers that count, and those that anybody may call."""


def grouped_numbers(undated: str) -> Iterator[Hit]:
    """Yield what stands in groups beside a word that says what it is of.

    `undated` is a reading in lower case in which what is something else is out of sight.
    """
    for match in _cues(undated):
        groups = _groups(undated, match.end())
        joined = "".join(undated[a:b] for a, b in groups)
        digits = sum(map(str.isdigit, joined))
        machine = match["machine"] and _MACHINE.fullmatch(joined)
        serial = match["serial"] or machine
        enough = digits > (1 if serial and not joined.isdigit() else 4) and len(joined) > 5
        version = _VERSION.fullmatch(undated, groups[0][0], groups[-1][1]) if groups else None
        if version or (match["machine"] and not machine):
            continue
        if len(groups) > 1 and enough and not _is_free(joined):
            yield Hit(SERIAL if serial else REFERENCE, groups[0][0], groups[-1][1])


def _cues(undated: str) -> Iterator[re.Match[str]]:
    """Yield what says what a number is of, where two small groups stand beside each other."""
    at = 0
    for pair in _GROUPED.finditer(undated):
        for match in _cue().finditer(undated, max(at, pair.start() - _FARTHEST), pair.end()):
            before = undated[match.start() - 1 : match.start()]
            if not (match[0][0].isascii() and before.isascii() and before.isalnum()):
                at = match.end()
                yield match


def _groups(low: str, at: int) -> list[tuple[int, int]]:
    """Return where the groups of a number stand that begins at a place, none of words behind it."""
    groups = list[tuple[int, int]]()
    group = _GROUP.match(low, at)
    while group and len(groups) < _MOST and not _SMALL.fullmatch(group[0]):
        if group[0].isalpha() and len(group[0]) > 3:
            break
        groups.append(group.span())
        gap = _GAP.match(low, group.end())
        group = _GROUP.match(low, gap.end()) if gap else None
    while groups and low[groups[-1][0] : groups[-1][1]].isalpha():
        groups.pop()
    if groups and _UNIT.match(low, groups[-1][1]):
        groups.pop()
    return groups


def _is_free(joined: str) -> bool:
    """Return whether a number of groups points at nobody."""
    return bool(_FREE.fullmatch(joined))


@lru_cache(maxsize=1)
def _cue() -> re.Pattern[str]:
    return re.compile(_CUE)
