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
)
_LINKS = (
    r"(?:[ ]?(?:(?:n°|no\.?|nos?|num(?:ero)?|number|nr|id|code|est|is|was|le|the"
    r"|de colis|de commande)"
    r"(?![a-z\d])|号码?|是|为|[:#=(\"«.])|[ ])*"
)
_CUE = (
    rf"(?:(?P<serial>{_OF_SERIAL})|{_OF_REFERENCE})(?![a-z\d]){_LINKS}"
    rf"|(?:(?P<serial_cn>序列号|机身号|主机编号)|编号|单号|运单|快递|订单){_LINKS}"
)
_MACHINE_CUE = (
    r"(?:(?:pc|ordinateur|portable|machine|laptop|computer|appareil|device|poste|tablette|unit|serie)"
    r"(?![a-z\d])|电脑|机器|笔记本|主机|设备)(?: est| is|是)?[ :(\[]{1,3}"
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
_MOST = 12
"""How many groups a number has at most."""
_MACHINE = re.compile(r"(?:[a-z]{2}|r9)\d[a-z\d]{5}|\d{8,12}")


def grouped_numbers(undated: str) -> Iterator[Hit]:
    """Yield what stands in groups beside a word that says what it is of.

    `undated` is a reading in lower case in which what is something else is out of sight.
    """
    cue, machine = _patterns()
    if not _GROUPED.search(undated):
        return
    for match in cue.finditer(undated):
        if undated[match.start() - 1 : match.start()].isalnum() and match[0][0].isascii():
            continue
        groups = _groups(undated, match.end())
        joined = "".join(undated[a:b] for a, b in groups)
        digits = sum(map(str.isdigit, joined))
        serial = match["serial"] or match["serial_cn"]
        enough = digits > (1 if serial and not joined.isdigit() else 4) and len(joined) > 5
        if len(groups) > 1 and enough and not _is_free(joined):
            yield Hit(SERIAL if serial else REFERENCE, groups[0][0], groups[-1][1])
    for match in machine.finditer(undated):
        if undated[match.start() - 1 : match.start()].isalnum() and match[0][0].isascii():
            continue
        groups = _groups(undated, match.end())
        joined = "".join(undated[a:b] for a, b in groups)
        if len(groups) > 1 and _MACHINE.fullmatch(joined) and not _is_free(joined):
            yield Hit(SERIAL, groups[0][0], groups[-1][1])


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
    """Return whether a number is one of products, or goes up step by step."""
    return bool(re.fullmatch(rf"{PART}|{PRODUCT}|(?:19|20)\d{{4}}|0?1?23456\d*", joined))


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(_CUE), re.compile(_MACHINE_CUE)
