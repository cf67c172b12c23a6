"""Find e-mail addresses, however their signs are spelled, and links that carry somebody."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from lenovo_desk.core.privacy.hits import EMAIL, Hit
from lenovo_desk.core.privacy.postal_addresses import addresses_in

_TLDS = (
    "com|fr|net|org|cn|eu|be|ch|ca|de|uk|io|info|me|it|es|lu|edu|gov|co|hk|tw|jp|us|pro|biz|mobi|re|nc"
    "|online|site|app|dev|email|xyz|top|paris|bzh|corsica|tech|cloud|store|shop|vip|live|ru|nl|pt|pl"
)
_HOSTS = (
    "gmail|googlemail|hotmail|outlook|yahoo|ymail|wanadoo|orange|free|sfr|laposte|icloud|protonmail|proton"
    "|aol|gmx|live|msn|bbox|numericable|neuf|qq|163|126|139|189|sina|sohu|foxmail|aliyun|yeah"
)
_THINGS = (
    r"(?:iphone|ipad|galaxy|windows?|win|office|microsoft|outlook|(?:live|free|b|neuf)?box|rtx|gtx|wi-?fi|wpa"
    r"|imap|pop|smtp|ipv|forfait|yoga|legion|loq|think\w*|idea\w*|moto\w*|edge|razr|mp|usb|hdmi|ddr|ports?"
    r"|tab|xbox|playstation|pixel|fibre|android|ios|mac\w*|v?a?dsl|esim|sim|offre|ligne|clients?|box|nuc)"
    r"[\d_.\-]"
)
"""What digits stand behind that is no person's address, but sold or set up at a provider."""
_NAME = r"[^\W_][\w.+\-]*"
_OPEN, _CLOSE = r"[(\[{<«\"', ]{0,3}", r"[)\]}>»\"', ]{0,3}"
_AT = (
    rf"(?:{_OPEN}(?:@+|arr?obas?e?|a-?robase|艾特|圈 ?a|小老鼠){_CLOSE}"
    r"|\s?[(\[{<«](?:at?|chez|sur)[)\]}>»]\s?)"
)
_AT_WORD = r"\s+at\s+"
_DOT = rf"(?:{_OPEN}(?:point|dot|punto|点){_CLOSE}| ?[(\[{{]\.[)\]}}] ?|[.。]| \. ?)"
_DOT_WORD = r"(?:\s+(?:point|dot)\s+|\s?点\s?|\s?[(\[{](?:point|dot|点|\.)[)\]}]\s?)"
_SIGN = (
    r"(?:,?\s*[(\[{]?(?:point|dot|点|tiret(?: (?:du )?(?:bas|six|8|huit))?|underscore|souligne"
    r"|下划线|dash|moins)[)\]}]?,?\s*|\.)"
)
_LOCAL = rf"(?:{_NAME}{_SIGN}){{0,4}}{_NAME}"
_MAILS = (
    r"[^\s@<>(),;:\"]+@[^\W_][\w\-]*(?:\.[\w\-]+)*\.(?:[a-z]{2,}|中国|公司|网络|集团|香港|台湾)",
    rf"[\w.+\-]*\w@ ?(?:[(\[{{<«*][^)\]}}>»*@]{{1,25}}[)\]}}>»*] ?"
    rf"|[a-z]+ ){{1,2}}{_NAME}{_DOT}(?:{_TLDS})(?![a-z\d])",
    rf"[\w.+\-]+@[^\W_][\w\-]*[,;] ?(?:{_TLDS})(?![a-z\d])",
    rf"{_LOCAL}{_AT}{_NAME}(?:{_SIGN}{_NAME}){{0,3}}{_DOT}(?:{_TLDS})(?![a-z\d])",
    rf"{_LOCAL}(?:{_AT}(?<! @)|@ )(?:{_HOSTS})(?!\w)",
    rf"{_LOCAL}(?:{_AT_WORD}){_NAME}(?:{_SIGN}{_NAME})?{_DOT_WORD}(?:{_TLDS})(?![a-z\d])",
    rf"[a-z]\w*(?:[._]|{_SIGN})[a-z][\w.\-]*\s(?:[(\[](?:at|chez|sur)[)\]]|at|chez|sur)\s(?:{_HOSTS})(?!\w)",
    rf"(?<![\w.\-])(?!{_THINGS})(?=[a-z_.\-]*\d)(?=(?:[\d_.\-]*[a-z]){{3}})[a-z][\w.\-]{{4,}}"
    rf"(?:\s?(?:\s(?:at|chez)\s|[在圈]\s?)(?:{_HOSTS})|\ssur\s(?:gmail|hotmail|yahoo|icloud|ymail))(?!\w)",
    rf"(?:arr?obas?e?|艾特)\s?{_NAME}{_DOT}(?:{_TLDS})(?![a-z\d])",
    rf"[a-z\d][\w.\-]{{2,}}(?:在|[#*&])(?:{_HOSTS})(?:点|\.)(?:{_TLDS})(?![a-z\d])",
)
_LED_TO = re.compile(r"[\u3400-\u9fff，。：]+(?=[a-z\d][\w.+\-]* ?[@(\[艾圈在#])")
"""Chinese words that lead to an address without a blank."""
_SIGN_CUE = r"@|arr?oba|艾特|圈|小老鼠|[(\[{<«](?:at?|chez|sur)[)\]}>»]"
_CUES = (
    *(_SIGN_CUE,) * 5,
    rf"{_SIGN_CUE}|\bat\b.{{1,40}}(?:dot|point|点)",
    rf"\s[(\[]?(?:at|chez|sur)[)\]]?\s(?:{_HOSTS})(?!\w)",
    rf"(?:\s(?:at|chez|sur)\s|[在圈]\s?)(?:{_HOSTS})(?!\w)",
    _SIGN_CUE,
    rf"(?:在|[#*&])(?:{_HOSTS})",
)
"""What each way to spell an address has in its middle; it is searched for around that alone."""
_BEFORE_CUE, _AFTER_CUE = 90, 80
"""How many characters around a sign belong to an address at most."""

_URL = (
    r"(?:(?:https?|ftps?)://|www\.|wa\.me/|mailto:|tel:|sms:)[^\s<>\"«»]+"
    rf"|(?<![\w@.\-])(?:[a-z\d\-]+\.)+(?:{_TLDS})(?:[/?#][^\s<>\"«»]*)?(?![\w@])"
)
_TAIL = ".,;:!?)]}'。，；！？）】”"
_PERSONAL_KEY = re.compile(
    r"(?:^|[?&#;/])(?:[a-z]*[_\-]?)?(?:e?-?mail|mel|phone|tel|mobile|portable|name|nom|prenom|firstname|lastname|user"
    r"(?:name|id)?|uid|login|account|compte|client|customer|contact|token|auth|jwt|session(?:id)?|sid|otp"
    r"|order(?:id|number|no)?|commande|case(?:id|number|no)?|dossier|ticket|incident|workorder|wo|rma|repair"
    r"|reparation|suivi|track(?:ing)?(?:num(?:ber)?)?|waybill|awb|mailno|parcel|package|shipment|consignment|bordereau|expedition|serial(?:number|no)?|sn|imei|invoice|facture|colis|password|pwd|pass|secret"
    r"|signature|invite|adresse|address|claim)(?:[_\-]?(?:id|no|number|key|code))?(?:=|/)(?P<value>[^&#;/\s]+)"
)
_PARCEL_KEY = re.compile(r"[?&#](?:nu|nn|num|numero|lt|barcode|bill\w*)=(?=[a-z\d\-]*\d{6})")
"""How carriers call the number of a parcel in a link."""
_MACHINE_PART = re.compile(
    r"(?:^|[/=])(?=[a-z\d]{2}\d[\d]*[a-z])(?:[a-z]{2}|r9)\d[a-z\d]{5}(?=$|[/?&#])"
)
_PLACED = re.compile(r"map|waze|adr|addr|livr|deliver|ship|[?&]q(?:uery)?=|search|geo|itinerai")
"""What a link to a place says of itself: elsewhere a street is a part of a title."""
_FOLLOWED = re.compile(r"suiv|track|order|commande|colis|parcel|repair|status|warranty")
"""What the page of a parcel, an order or a machine is called: its query says whose."""
_NUMBER_PART = re.compile(
    r"(?<!\d)(?:0[1-79]\d{8}|(?:\+|%2b|00)\d{9,13}|1[3-9]\d{9}|33[1-79]\d{8})(?!\d)"
)


def mails_in(low: str) -> Iterator[Hit]:
    """Yield the e-mail addresses in a reading in lower case."""
    signs = {cue: [match.span() for match in cue.finditer(low)] for cue in {*_patterns()[0]}}
    for cue, pattern in zip(*_patterns()[:2], strict=True):
        end = 0
        for first, last in signs[cue]:
            start = max(end, first - _BEFORE_CUE)
            end = max(end, last + _AFTER_CUE)
            for match in pattern.finditer(low, start, end):
                led = _LED_TO.match(match[0])
                yield Hit(EMAIL, match.start() + (led.end() if led else 0), match.end())


def links_in(low: str) -> list[tuple[int, int]]:
    """Return where the links of a reading in lower case stand, without what ends a sentence."""
    if "." not in low and ":" not in low:
        return []
    spans = []
    for match in _patterns()[2][0].finditer(low):
        text = match[0].rstrip(_TAIL)
        spans.append((match.start(), match.start() + len(text)))
    return spans


def carries_somebody(link: str, names: Callable[[str], bool]) -> bool:
    """Return whether a link in lower case carries an address, a number, a machine or a name.

    `names` tells whether a text names a person the case knows.
    """
    link = decoded(link)
    if link.startswith(("mailto:", "tel:", "sms:")) or "wa.me/" in link:
        return True
    host, _, rest = (
        link.partition("://")[2].partition("/") if "://" in link else link.partition("/")
    )
    if "@" in host or any(True for _ in mails_in(rest)) or any(True for _ in mails_in(link)):
        return True
    for match in _PERSONAL_KEY.finditer(f"{host}/{rest}"[len(host) :]):
        if _is_personal(match):
            return True
    if _PARCEL_KEY.search(link):
        return True
    if _FOLLOWED.search(link) and re.search(r"=(?=[a-z\d\-]*\d{6})[a-z\d\-]{8,}", rest):
        return True
    values = (re.sub(r"[+\-._ ]", "", value) for value in re.findall(r"=([^&#]+)", rest))
    if any(_NUMBER_PART.fullmatch(value) for value in values):
        return True
    if _NUMBER_PART.search(rest) or _MACHINE_PART.search(f"/{rest}"):
        return True
    words = re.sub(r"[^\w'@]+|_", " ", rest)
    if names(words):
        return True
    placed = not words.isascii() or _PLACED.search(link)
    return bool(placed) and any(True for _ in addresses_in(words, words))


def _is_personal(match: re.Match[str]) -> bool:
    """Return whether the value after a key that names somebody is one: a word in a path is none."""
    value = match["value"]
    if match[0][-len(value) - 1] == "/":
        return sum(char.isdigit() for char in value) >= 5 or "@" in value
    return len(value) >= 3 and value not in ("true", "false", "yes", "none", "null")


def is_provider(domain: str) -> bool:
    """Return whether a domain in lower case gives addresses to anybody, or is the maker's own."""
    return bool(re.search(rf"(?:^|\.)(?:{_HOSTS}|lenovo|motorola)\.", domain))


def decoded(link: str) -> str:
    """Return a link without its escapes, such as %40 for @."""
    if "%" not in link:
        return link
    data = re.sub(
        rb"%([0-9a-f]{2})", lambda code: bytes([int(code[1], 16)]), link.encode(), flags=re.I
    )
    return data.decode("utf-8", "replace").lower()


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[re.Pattern[str], ...], ...]:
    return tuple(tuple(map(re.compile, group)) for group in (_CUES, _MAILS, (_URL,)))
