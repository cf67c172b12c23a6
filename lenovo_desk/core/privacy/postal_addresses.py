"""Find postal addresses by their structure: French, Chinese and English ones."""

import re
from collections.abc import Iterator
from functools import lru_cache

from lenovo_desk.core.privacy.hits import ADDRESS, Hit

_STREET = (
    r"rue|avenue|av|ave|boulevard|bd|bvd|blvd|boul|allees?|impasse|imp|quai|faubourg|fbg|residence"
    r"|lotissement|lot|hameau|sentier|rond-point|esplanade|ruelle|venelle|chaussee|montee|promenade"
    r"|traverse|zac|rte"
)
_STREET_OR_WORD = (
    r"place|pl|route|chemin|ch|cours|square|sq|passage|villa|cite|voie|clos|domaine|mail|parvis"
    r"|lieu-dit|cour|port"
)
_NUMBER = r"(?<![\w.,])\d{1,4}(?: ?(?:bis|ter|quater|[a-d](?![a-z])))?(?: ?[-/] ?\d{1,4})? ?,? ?"
_OF = r"(?:(?:de la|de l'|des|du|de|d'|la|le|les|l') ?)?"
_TOWNS = (
    "paris|lyon|marseille|toulouse|nice|nantes|montpellier|strasbourg|bordeaux|lille|rennes|reims"
    "|toulon|grenoble|dijon|angers|nimes|brest|tours|amiens|metz|besancon|orleans|rouen|mulhouse"
    "|caen|nancy|avignon|bruxelles"
)
_POSTCODE = r"(?<![\w.,])(?:0[1-9]|[1-8]\d|9[0-8])\d{3}"
_QUANTITIES = (
    r"(?i:euros?|clients?|fans|abonn\w+|pages|points|windows|photos|personnes|utilisateurs"
    r"|followers|users|customers)"
)
_CAPITAL = r"[A-Z][\w'\-]+"
_LOWER = (
    rf"{_NUMBER}(?:{_STREET})\b\.? {_OF}[^\W\d_][\w'\-]*",
    rf"{_POSTCODE},? +(?:a )?(?:{_TOWNS})\b",
    rf"\b(?:{_TOWNS}),? *\(?(?:0[1-9]|[1-8]\d|9[0-8])\d{{3}}\b",
    r"\b(?:code postal|cp)(?: est|:)? *(?:0[1-9]|[1-8]\d|9[0-8])\d{3}\b",
    r"\b(?:b\.?p\.?|p\.?o\.? box|boite postale) *\d+",
    r"\b(?:appartement|appt?|apt|batiment|bat|escalier|digicode|interphone)\.? *(?:n° *)?"
    r"[a-z]?\d{1,4}[a-z]?\b",
    rf"\b(?:rue|avenue|boulevard|impasse|allee|quai) {_OF}(?:[^\W\d_][\w'\-]+ ){{0,3}}"
    r"[^\W\d_][\w'\-]+,? ?(?:n°|no\.? |numero |au )? ?\d{1,4}\b(?! ?(?:[a-z]*h\b|:|€|%|jours|ans))",
    r"(?<![\w.,])\d{1,5}[a-z]? (?:[a-z][\w'.\-]+ ){1,3}"
    r"(?:street|road|avenue|lane|boulevard|drive|crescent|terrace)\b",
)
"""Patterns of text in lower case that has digits."""
_WITH_CAPITALS = (
    rf"{_NUMBER}(?i:(?:(?:{_STREET_OR_WORD})\b\.?|r\.) {_OF}){_CAPITAL}(?: {_CAPITAL})*",
    rf"{_POSTCODE} +(?!{_QUANTITIES}\b)"
    r"(?:[A-Z]{4,}|[A-Z][a-z'\-]{3,}(?:[\- ][A-Z][\w'\-]+)*)\b",
    r"(?<![\w.,])\d{1,5}[a-z]? (?:[A-Z][\w'.\-]+ ){1,3}"
    r"(?:St|Rd|Ave|Ln|Dr|Blvd|Ct|Way|Close|Court|Place|Square|Hwy)\b\.?",
    r"\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b(?<!GB)(?<!TB)",
)
"""The same, of text as it was written."""
_WORDED = (
    r"\bcedex\b(?: \d+)?",
    rf"\b(?:habit\w+|demeur\w+|domicili\w+|vi[st] ?a?|adresse\w*(?: est)?:?)"
    rf" (?:(?:au|dans|dans la|a la|la|sur) )?(?:{_STREET}) {_OF}[^\W\d_][\w'\-]*",
)
"""Patterns of text in lower case without digits."""
_HAN = "\u3400-\u9fff"
_COUNT = r"(?:[\d十百千]+[a-z]?|(?<![a-z\d])[a-z]\d*)(?:-\d+)?"
_CHINESE = (
    rf"(?<=[{_HAN}\d])(?:路|街|大道|巷|胡同|弄|里|道) ?(?:[东西南北中]?段)?[甲乙丙丁]?"
    rf"{_COUNT} ?(?:号|弄|#)(?!线)"
    rf"(?:[{_HAN}\d\- ]*(?:室|楼|栋|单元|户))?",
    rf"{_COUNT} ?(?:号楼|栋|幢|单元|号院)(?:[\d十{_HAN}\- ]{{0,10}}\d+ ?(?:室|户|号)?)?",
    rf"(?:小区|花园|公寓|家园|新村|苑|大厦|社区|校区|宿舍)[{_HAN} ]{{0,4}}{_COUNT} ?"
    r"(?:号|栋|幢|座|楼|室|单元|层|-\d)",
    r"(?<!\d)[1-9]\d{2}0?\d ?室(?!内|外|温)",
    r"(?<![a-z])[a-z\d] ?座 ?\d{3,4}",
)
_CHINESE_WORDED = (
    rf"[{_HAN}](?:省|市|自治区)[{_HAN}]{{1,6}}(?:市|区|县)[{_HAN}\d]{{1,10}}"
    r"(?:路|街道|街|大道|镇|乡|村|小区|花园|胡同|巷|科技园|产业园|大厦|广场|公寓)",
)
_LED = r"(?<![\w.,])"
"""How a pattern begins that can only begin where digits do."""
_DIGITS = re.compile(r"\d+")
_WORDS = re.compile(r"habit|demeur|domicili|\bvi[st] |adresse|cedex")
"""What stands in every address without digits."""
_BEFORE = re.compile(r"[^\W\da-z到在寄给是的于往送去了把]{1,8}$")
"""The place before a street, without the verb or particle that leads to it."""


def addresses_in(text: str, low: str) -> Iterator[Hit]:
    """Yield the postal addresses in a reading."""
    compiled = _patterns()
    starts = [match.start() for match in _DIGITS.finditer(low)]
    groups = [("worded", low)] if _WORDS.search(low) else []
    if starts:
        groups += [("lower", low), ("capitals", text)]
        for name, reading in (("lower led", low), ("capitals led", text)):
            for pattern in compiled[name]:
                for start in starts:
                    if match := pattern.match(reading, start):
                        yield Hit(ADDRESS, *match.span())
    for name, reading in groups:
        for pattern in compiled[name]:
            for match in pattern.finditer(reading):
                yield Hit(ADDRESS, *match.span())
    if max(low, default="") < _HAN[0]:
        return
    for pattern in (*(compiled["chinese"] if starts else ()), *compiled["chinese worded"]):
        for match in pattern.finditer(low):
            before = _BEFORE.search(low, max(0, match.start() - 8), match.start())
            yield Hit(ADDRESS, before.start() if before else match.start(), match.end())


@lru_cache(maxsize=1)
def _patterns() -> dict[str, tuple[re.Pattern[str], ...]]:
    groups = {
        "lower": [pattern for pattern in _LOWER if not pattern.startswith(_LED)],
        "lower led": [pattern for pattern in _LOWER if pattern.startswith(_LED)],
        "capitals": [pattern for pattern in _WITH_CAPITALS if not pattern.startswith(_LED)],
        "capitals led": [pattern for pattern in _WITH_CAPITALS if pattern.startswith(_LED)],
        "worded": _WORDED,
        "chinese": _CHINESE,
        "chinese worded": _CHINESE_WORDED,
    }
    return {name: tuple(map(re.compile, group)) for name, group in groups.items()}
