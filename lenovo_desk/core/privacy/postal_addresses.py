"""Find postal addresses by their structure: French, Chinese and English ones."""

import re
from collections.abc import Iterator
from functools import lru_cache

from lenovo_desk.core.privacy.hits import ADDRESS, Hit

_STREET = (
    r"rue|avenue|av|ave|boulevard|bd|bvd|blvd|boul|allees?|impasse|imp|quai|faubourg|fbg|residence"
    r"|lotissement|hameau|sentier|rond-point|esplanade|ruelle|venelle|chaussee|montee|promenade"
    r"|traverse|zac|rte"
)
_STREET_OR_WORD = (
    r"place|pl|route|chemin|ch|cours|square|sq|passage|villa|cite|voie|clos|domaine|mail|parvis"
    r"|lieu-dit|cour|lot"
)
_ONE_STREET = r"place|pl|route|chemin|ch|square|sq|passage|villa|voie|domaine|cour|parvis"
"""Those of them whose plural is written otherwise: behind a number they are no things counted."""
_SHORT_STREET = r"r|pl|ch|sq|pass|imp|all|rte|crs|fg|qu"
_NAMESAKES = (
    "victor hugo|jean jaures|jules ferry|pasteur|gambetta|foch|leclerc|de gaulle|voltaire|carnot"
    "|clemenceau|zola|moliere|mozart|republique|liberation|liberte|nation|mairie|gare|eglise|ecoles?"
    "|fontaine|moulin|lilas|roses|vignes|tilleuls|acacias|cerisiers|peupliers|platanes|chenes|lavoir"
    "|chateau|lac|bellecour|stade|prairies?|verdun|alsace|lorraine"
)
"""After what the streets of every French town are called."""
_ENGLISH_NAMESAKES = (
    "church|station|school|mill|park|kings?|queens?|victoria|albert|oak|elm|maple|cedar|chapel|manor"
    "|abbey|castle|meadow|orchard|high|london|york"
)
_ROAD = r"street|road|avenue|lane|boulevard|crescent|terrace"
_NO_ROAD_WORD = (
    r"(?!(?:of|on|in|at|the|a|an|for|to|and|or|per|by|way|lane|core|bay|is|are|with|more|from|down|along"
    r"|up|off|into|inch|product|[kmgt]b|hard|flash|usb|ssd|state|solid|different|external|internal"
    r"|optical|disk|test|backup|boot|system|nvme|sata|network|cloud|google|one|shared|mapped|letter"
    r"|bootable|removable|rpm|spare|dead|faulty|failed|empty|main|primary|secondary|recovery|raid"
    r"|means?|says?|shows?|needs?|no|not|your|my|our|their|its|this|that|these|any|every|each|when|if"
    r"|was|were|has|have|had|can|will|would|should|does|did|but|so|than|then|as|be|been|new|second"
    r")\b)"
)
"""Words that stand before a drive of a machine, or lead to a road that has no number."""
_THINGS = (
    r"(?:parking|stationnement|marche|choix|assises?|libres?|gratuit\w*|disponibles?|possibles?"
    r"|restantes?|offert\w*|gagn\w+|pour|vers|sur|dans|par|vip|premium|debout|recours|test|controle"
    r"|acces|vers|critique|atelier|confirmation|donnees|application|expertise|competence|activite"
    r"|sortie|secours|retour|honneur|cinema|concert|spectacle)\b"
)
"""Words behind a place, a way or a field that is no address."""
_THINGS_IN_CAPITALS = (
    "Excel|Python|Word|Windows|Linux|Lenovo|Legion|Microsoft|Office|Google|Amazon|Chronopost"
    "|Premium|Gold|VIP|USB|HDMI|PC|PRO|ETHERNET|NVME|SATA|SSD|LAN|AV"
)
_NUMBER = r"(?<![\w.,])\d{1,4}(?: ?(?:bis|ter|quater|[a-d](?![a-z])))?(?: ?[-/] ?\d{1,4})? ?,? ?"
_OF = (
    r"(?:(?:de la|de l'|des|du|de|d'|la|le|les|l') ?)?"
    r"(?!(?:et|ou|a|au|aux|en|est|de|jc|[a-z]|centrale|principale)\b(?!['\-]))"
)
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
_NAME = rf"(?!(?:{_THINGS_IN_CAPITALS})\b){_CAPITAL}"
"""What a place or a course is called that is an address, not a seat or a lesson."""
_NO_MONTH = (
    r"(?! ?(?:janv|fevr|mars|avr|mai|juin|juil|aout|sept|oct|nov|dec"
    r"|jan|feb|apr|may|jun|jul|aug)\w*)"
)
_DOOR = (
    r"codes? (?:d'|de (?:la |l')?|du )?(?:porte|entree|portail|immeuble|hall|portillon|bas"
    r"|grille|sas|garage)"
    r"|(?:door|gate|entry|entrance|building|intercom|buzzer) codes?|buzzer|intercom|entryphone"
)
_DOOR_LINKS = r"(?:,? ?(?:c'est|est(?: bien)?|is|le|la|the|:|=|n°|numero|number|au)(?![a-z])| )*"
_LOWER = (
    rf"{_NUMBER}(?:{_STREET})\b\.? {_OF}(?:[^\W\d_][\w'\-]*|\d)",
    rf"{_NUMBER}(?:{_SHORT_STREET})(?:\. ?| (?=d[eu]s? |d'))(?!\d){_OF}[^\W\d_][\w'\-]+",
    rf"{_NUMBER}(?:{_STREET_OR_WORD})\b\.? {_OF}(?:{_NAMESAKES})\b",
    rf"{_NUMBER}(?:grande?[ \-]?|grand'|vieille )(?:rue|route|place)\b",
    rf"{_NUMBER}(?:de la |de l'|du |des )(?:{_STREET}|{_ONE_STREET})\b \w+",
    rf"(?<![\w.,])(?<![\d.,] )(?!(?:19|20)\d\d)(?!0)(?!1 )\d{{1,3}}(?: ?(?:bis|ter|quater))? "
    rf"(?:{_ONE_STREET}) {_OF}(?!{_THINGS})[^\W\d_][\w'\-]+",
    r"(?<![\w.,])(?<=\bau )(?!0)\d{1,4}(?: ?(?:bis|ter|quater))? "
    rf"(?:{_STREET_OR_WORD})\b\.? {_OF}(?!{_THINGS})"
    r"[^\W\d_][\w'\-]+",
    rf"{_POSTCODE},? +(?:a )?(?:{_TOWNS})\b",
    rf"\b(?:{_TOWNS}),? *\(?(?:0[1-9]|[1-8]\d|9[0-8])\d{{3}}\b",
    r"\b(?:code postal|cp)(?: est|:)? *(?:0[1-9]|[1-8]\d|9[0-8])\d{3}\b",
    r"\b(?:b\.?p\.?|p\.?o\.? box|boite postale) *\d+",
    r"\b(?:appartement|appt|apt|batiment|bat|escalier|digicode|interphone)\.? *(?:n° *)?"
    r"[a-z]?\d{1,4}[a-z]?\b(?!\.\d)",
    rf"\b(?:rue|avenue|boulevard|impasse|allee|quai) {_OF}(?:[^\W\d_][\w'\-]+ ){{0,3}}"
    r"[^\W\d_][\w'\-]+,? ?(?:n°|no\.? |numero |au )? ?\d{1,4}\b(?! ?(?:[a-z]*h\b|:|€|%|jours|ans))"
    rf"(?! (?!(?:dans|chez|sans|apres|puis|vous|bis)\b)[a-z]+s\b){_NO_MONTH}",
    r"\b(?:porte|flat|apartment|appartement)(?: n°)? ?\d{1,4}[a-z]?,? (?:au )?"
    r"\d{1,2}(?:e|er|eme|nd|rd|th|st)"
    r" (?:etage|floor)",
    r"\b(?:bat|batiment|escalier|hall) [a-z\d],? porte \d{1,4}\b",
    rf"\b(?:chemin|allee|impasse|sentier|ruelle|venelle|montee|quai) {_OF}(?!{_THINGS})"
    r"(?:[^\W\d_][\w'\-]+ ){0,2}?[^\W\d_][\w'\-]+, ?\d{1,4}(?: ?(?:bis|ter))?"
    rf"(?=[.;!)]|$|,? (?:a )?(?:{_TOWNS})\b|,? \d{{5}}\b)"
    rf"(?! ?(?:[a-z]*h\b|:|€|%|jours|ans)){_NO_MONTH}",
    rf"\b(?:digicode|interphone|{_DOOR}){_DOOR_LINKS}"
    r"(?=[a-z]{0,2}\d)[a-z\d#*]{2,8}(?![a-z\d])(?! ?[€%])",
    rf"(?<![\w.,])\d{{1,5}}[a-z]? (?:{_NO_ROAD_WORD}[a-z][\w'.\-]+ ){{1,3}}(?:{_ROAD}|drive)\b"
    r"(?! (?:maps?|shows?|trips?|tests?))",
    rf"(?<![\w.,])\d{{1,5}}[a-z]? (?:{_NO_ROAD_WORD}[a-z][\w'.\-]+ ){{1,2}}"
    r"(?:st|rd|ave|ln|blvd|hwy)\b",
    rf"(?<![\w.,])\d{{1,5}}[a-z]? (?:{_ENGLISH_NAMESAKES}) "
    r"(?:close|way|court|place|square|row|gardens|grove|hill|rise|view|mews|walk)"
    r"(?= ?(?:[,.;:!?)]|$|in |at ))",
)
"""Patterns of text in lower case that has digits."""
_BEHIND = (
    rf"(?<!de )\b(?:(?:{_STREET})|(?:{_ONE_STREET}|cite|clos)) (?!{_THINGS}){_OF}(?!{_THINGS})"
    r"(?:[^\W\d_][\w'\-]+ ){0,3}?[^\W\d_][\w'\-]+,? ?"
    r"(?:(?:au |le )?(?:n° ?|no\. ?|(?:numero|num) )|(?<=,)(?<! ) ?(?:au|le) |, ?(?:au|le) )"
    rf"\d{{1,4}}(?: ?(?:bis|ter|quater)\b|\b)"
    rf"(?! ?(?:[a-z]*h\b|:|€|%|/|[.,]\d|jours|ans|rendez)){_NO_MONTH}",
    rf"\b[a-z]\w+ (?:{_ROAD}|drive),? (?:at )?(?:number|no\.?|n°) ?\d{{1,4}}\b"
    r"(?! (?:choice|hit|brand|place|of|for|track|on|seller))",
    rf"\b(?:number|no\.?) ?\d{{1,4}},? (?:(?:on|in|of|at) )?"
    rf"{_NO_ROAD_WORD}[a-z]\w+ (?:{_ROAD}|drive)\b",
)
"""The same, with the number behind the street and a word or a sign before it."""
_WITH_CAPITALS = (
    rf"{_NUMBER}(?i:(?:(?:{_STREET_OR_WORD})\b\.?|r\.) {_OF}){_NAME}(?: {_CAPITAL})*",
    rf"{_NUMBER}r {_OF}[A-Z][a-z'\-]{{2,}}",
    rf"{_POSTCODE} +(?!{_QUANTITIES}\b)"
    r"(?:[A-Z]{4,}|[A-Z][a-z'\-]{3,}(?:[\- ][A-Z][\w'\-]+)*)\b",
    rf"\b(?i:chemin|route|place|cours(?! de\b)|hameau|residence|allees?) {_OF}"
    rf"{_CAPITAL}(?: {_CAPITAL})*,? ?(?i:n°|no\.|numero) ?\d{{1,4}}\b",
    r"(?<![\w.,])\d{1,5}[a-z]? (?:[A-Z][\w'.\-]+ ){1,3}"
    r"(?:St|Rd|Ave|Ln|Dr|Blvd|Ct|Way|Close|Court|Place|Square|Hwy)\b\.?",
    r"\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b(?<!GB)(?<!TB)",
)
"""The same, of text as it was written."""
_WORDED = (
    r"\bcedex\b(?: \d+)?",
    r"\blieu[ -]dit (?:la |le |les |l')?\w+",
    rf"\b(?:habit\w+|demeur\w+|domicili\w+|vi[st] ?a?|adresse\w*(?: est)?:?)"
    rf" (?:(?:au|dans|dans la|a la|la|sur) )?(?:{_STREET}) {_OF}[^\W\d_][\w'\-]*",
)
"""Patterns of text in lower case without digits."""
_HAN = "\u3400-\u9fff"
_COUNT = r"(?:[\d十百千]+[a-z]?|(?<![a-z\d])[a-z]\d*)(?:-\d+)?"
_CHINESE = (
    rf"(?<=[{_HAN}\d])(?:(?<![线网电短回断思])路|街|大道|巷|胡同|弄|里|道)"
    r" ?(?:[东西南北中一二三四五六\d]?段)?[甲乙丙丁]?"
    rf"{_COUNT} ?(?:号|弄|#)(?!线)"
    rf"(?:[{_HAN}\d\- ]*(?:室|楼|栋|单元|户))?",
    rf"(?<=[{_HAN}])(?:村|屯|寨|(?<!石家)(?<!枣)庄|坪|湾|沟|垸|坝|岗|塘|坳|堡)"
    rf" ?第?{_COUNT} ?(?:村民)?[组社队](?: ?{_COUNT} ?号)?",
    r"(?:门禁|大门|单元门|楼道门|楼下|门锁|院门)的?(?:密码|门禁|码|卡号)[是为: ]*[\d#*]{3,8}",
    r"(?:对讲机?|门铃|门牌号?)[按是为呼叫: ]{0,3}(?=[a-z]?\d{2})[a-z\d#\-]{2,8}",
    rf"(?<=[{_HAN}])(?:村|屯|寨) ?{_COUNT} ?(?:[组社队](?: ?{_COUNT} ?号)?|号)",
    rf"(?<!第)(?<!第\d){_COUNT} ?(?:号楼(?!梯)|栋|幢|号院)"
    rf"(?:[\d十{_HAN}\- ]{{0,10}}\d+ ?(?:室|户|号)?)?",
    rf"(?<!第){_COUNT} ?单元 ?(?:{_COUNT} ?[层楼] ?)?\d+ ?[室户号]?",
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
_IN_TOWN = re.compile(rf",? (?:a )?(?:{_TOWNS})\b")
_HOUSE = re.compile(r"(?<![\w.,])\d{1,5}(?!\d|[:h%€$]|[.,]\d)")
"""Digits that an address may begin with."""
_LED_BEHIND = re.compile(r"(?:n°|no\.?|num(?:ero)?|number|, ?au|, ?le) ?\d{1,4}(?![\d/:])")
_DIGITS = re.compile(r"\d")
_WORDS = re.compile(r"habit|demeur|domicili|\bvi[st] |adresse|cedex|lieu.dit")
"""What stands in every address without digits."""
_BEFORE = re.compile(r"[^\W\da-z到在寄给是的于往送去了把]{1,8}$")
"""The place before a street, without the verb or particle that leads to it."""


def addresses_in(text: str, low: str) -> Iterator[Hit]:
    """Yield the postal addresses in a reading."""
    compiled = _patterns()
    digits = _DIGITS.search(low)
    starts = [match.start() for match in _HOUSE.finditer(low)]
    groups = [("worded", low)] if _WORDS.search(low) else []
    if digits:
        groups += [("lower", low), ("capitals", text)]
        groups += [("behind", low)] if _LED_BEHIND.search(low) else []
        for name, reading in (("lower led", low), ("capitals led", text)):
            for pattern in compiled[name]:
                for start in starts:
                    if match := pattern.match(reading, start):
                        town = _IN_TOWN.match(low, match.end())
                        yield Hit(ADDRESS, start, town.end() if town else match.end())
    for name, reading in groups:
        for pattern in compiled[name]:
            for match in pattern.finditer(reading):
                yield Hit(ADDRESS, *match.span())
    if max(low, default="") < _HAN[0]:
        return
    for pattern in (*(compiled["chinese"] if digits else ()), *compiled["chinese worded"]):
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
        "behind": _BEHIND,
        "worded": _WORDED,
        "chinese": _CHINESE,
        "chinese worded": _CHINESE_WORDED,
    }
    return {name: tuple(map(re.compile, group)) for name, group in groups.items()}
