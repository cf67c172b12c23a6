"""Find numbers that point at somebody: of phones, accounts, identities, cases and machines.

They are told by their structure. What has the structure of something else, such as a date, a price
or a version, is put out of sight first.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.privacy.hits import ACCOUNT, PHONE, REFERENCE, SERIAL, Hit, blanked

_SOMETHING_ELSE = (
    # dates and moments
    r"(?<![\d./-])(?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2])[-/.](?:[0-2]?\d|3[01])(?![\d]|[./-]\d)",
    r"(?<![\d./-])(?:[0-2]?\d|3[01])[-/.](?:0?[1-9]|1[0-2])[-/.](?:19|20)\d\d(?![\d]|[./-]\d)",
    r"(?<![\da-z\-_])(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])(?:t\d{4,6})?(?!\d)",
    r"(?<![\d:])(?:[01]?\d|2[0-4])(?::[0-5]\d){1,2}(?![\d]|:\d)",
    r"(?<!\d)(?:[01]?\d|2[0-4]) ?h ?[0-5]\d(?!\d)",
    r"(?<!\d)(?:19|20)\d\d ?[-/–] ?(?:19|20)\d\d(?! ?[-/.]? ?\d)",
    # money and quantities, with their unit
    r"(?:[€$£¥]|usd|eur|rmb|cny) ?\d[\d .,']*\d",
    r"(?<!\d)(?<!\d[ .])\d{1,3}(?:[ .,']?\d{3})*(?:[.,]\d+)? ?(?:[€$£¥%元块]|euros?\b|eur\b|yuan\b"
    r"|dollars?\b|utilisateurs?\b|clients?\b|users\b|customers\b|octets?\b|bytes\b|字节|万|亿|millions?\b|milliards?\b)",
    r"(?<![\d.,])[1-9][.,]\d{5,}(?![.,]?\d)",
    r"(?<!\d)\d{1,3}(?:[ .,']?\d{3})*(?:[ .,']?000){2}(?!\d)",
    # numbers of a machine's own: errors, updates, barcodes, addresses of a network
    r"(?<![a-z\d_])0x[0-9a-f]+",
    r"(?<![a-z\d])[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}",
    r"(?<![a-z\d_])(?:kb|cve|ht|ds|ps|ss|en|iso|iec|ieee|rfc|din)-? ?\d[\d\-:]*",
    r"(?<![a-z\d_])(?:ean|upc|gtin|isbn|sku|p/?n|fru|mtm)(?: ?[:n°] ?)? ?[\w\-]+",
    r"(?<![a-z\d_])#\w*[a-z]\w*",
)
_DOTTED = r"(?<![\d.])\d{1,5}(?:\.\d{1,5}){2,4}(?![\d]|\.\d)"
_GAP = r"(?:[^\w\x00]|_){1,4}"
_CHAIN = rf"\d+(?:{_GAP}\d+)*"
_PAIRED = (
    r"(?<!\d)0[1-79]"
    r"(?:[\W_]{0,3}(?:et puis|puis|et|ensuite|then|and|再|然后|[a-z])?[\W_]{0,3}\d\d){4}(?!\d)"
)
"""A French number in pairs, whatever word stands between them."""
_LETTERED = r"\d{1,4}(?:([a-z])\d{1,4})(?:\1\d{1,4}){2,}"
_MOBILE_CN = r"(?:86)?1[3-9]\d{9}$"
_TOLL_FREE = r"1?8(?:00|88|77|66|55|44|33)\d{7}$"
_DIGITS = re.compile(r"\d+")

_IBAN = r"(?<![a-z\d])[a-z]{2}\d{2}(?:[ -]?[a-z\d]{4}){3,7}(?:[ -]?[a-z\d]{1,3})?(?![a-z\d])"
_INSEE = r"(?<!\d)[12][ .-]?\d\d[ .-]?(?:0[1-9]|1[0-2]|[2-4]\d)[ .-]?\d[\dab](?:[ .-]?\d{3}){2}"
_CARD_OF_CHINA = r"(?<!\d)[1-9]\d{5}[ -]?(?:19|20)\d\d[ -]?\d{4}[ -]?\d{3}[\dx](?![a-z\d])"
_PASSPORT = r"(?<![a-z\d])\d\d[a-z]{2}\d{5}(?![a-z\d])"
_MAC = r"(?<![a-z\d])[\da-f]{2}(?:[:-][\da-f]{2}){5}(?![a-z\d])"
_PREFIXED = r"(?<![a-z\d])[a-z]{1,6}[-_/]?\d{7,}(?![a-z\d])"
_PARTED = r"(?<![a-z\d])[a-z]{2,6}[-_/](?:\d{2,4}[-_/])?\d{5,}(?![a-z\d])"
_MACHINE = r"(?<![a-z\d])(?:1s[\da-z]{10}|sn)?(?:[a-z]{2}|r9)-?\d-?[\da-z]{5}(?!-?[a-z\d])"
_PRODUCT = r"(?:nv|ne|lp|lm|mb|ax|be|ac|tb|xt|mx|rx|gt)\d{3}[a-z\d]{3}"
"""How panels, radios, tablets and graphics are called."""
_PART = r"(?:\d[a-z\d]{2}\d|[a-z]{2}\d\d)[a-z]\d{5}|\d\d[a-z\d]{6}[a-z]{2}"
"""Parts, panels and cards have numbers of their own, which are in every list of parts."""
_BIOS = r"(?:...(?:et|ht)\d\d[wp]|[a-z\d]{4}\d\dww)"

_OF_A_CASE = (
    r"(?:num(?:ero)?s? de |n° ?de |n° ?|no\.? )?(?:dossiers?|commandes?|tickets?|incidents?"
    r"|interventions?|reparations?|factures?|suivi|colis|contrats?|reclamations?|devis|demandes?"
    r"|expeditions?|compte client|numero client|cas|bons?|ot|rma|cases?|orders?|work ?orders?|wo"
    r"|invoices?|tracking|claims?|service requests?|sr|requests?|repairs?|shipments?|parcels?"
    r"|contracts?|so)"
)
_LINKS = (
    r"(?:(?:[ ]?(?:n°|no\.?|nos?|num(?:ero)?|number|nr|id|ref(?:erence)?|client|est|is|was|le|the"
    r"|sous|portant|de reference|code)(?![a-z\d])|[ ]?[:#=(\"'«,]|[ ]))*"
)
"""Words and signs between what a number is of and the number itself."""
_OF_CN = r"(?:号码?|是|为|[:=(“\"# ])*"
_VALUE = (
    r"(?P<value>(?=(?:[a-z\-_/]*\d){4})[a-z\d][a-z\d\-_/]{3,}(?:[ ]\d+)*"
    r"|\d{1,3}(?: \d{3}){1,4}(?!\d)|\d(?: \d){4,})"
)
_LONG_VALUE = (
    r"[a-z\d][a-z\d\-]{4,}(?:[ ][a-z\d]*\d[a-z\d]*)*"
    r"|[a-z\d]{1,4}(?: [a-z\d\-]*\d[a-z\d\-]*){1,7})"
)
_CASE = rf"(?<![a-z\d]){_OF_A_CASE}{_LINKS}{_VALUE}"
_CASE_CN = (
    r"(?:工单|订单|案件|个案|服务单|维修单|派工单|单据|快递|运单|物流|发票|保单|客户|会员|受理|报修"
    r"|合同|流水|投诉|退款|服务|报价|编|单)(?:单)?(?:编?号码?|号|编码)?[ ]?" + _OF_CN + _VALUE
)
_TAIL = r"(?:尾号|后四位)" + _OF_CN + r"(?P<value>\d{3,6})"
_SERIAL_CUE = (
    r"(?<![a-z\d])(?:(?:s/?n|sns?|serial(?: (?:number|no\.?))?|imei|meid"
    r"|(?:num(?:ero)?|n°|no\.?) ?de serie|serie)(?![a-z\d])|序列号|主机编号|机身号|机器号|机编)"
    + _LINKS
    + _OF_CN
    + r"(?P<value>(?=[a-z\-]*\d)"
    + _LONG_VALUE
)
_IDENTITY_CUE = (
    r"(?:passe?ports?|carte d'identite|cni|permis(?: de conduire)?|securite sociale|n° ?secu|nir"
    r"|siret|id card|social security|ssn|driving licen[cs]e|identite|身份证|护照|驾照|社保|银行卡"
    r"|卡号"
    r"|rib|iban|account(?: number)?|carte bancaire|carte bleue|numero de carte|credit card"
    r"|card number)" + _LINKS + _OF_CN + r"(?P<value>(?=(?:[a-z\-]*\d){4})" + _LONG_VALUE
)
_CHAT_CUE = (
    r"(?:(?<![a-z\d])(?:qq|wechat|weixin|whatsapp|telegram|skype|line id|signal)|微信|企鹅)"
    r"(?:号码?|id)?[ ]?" + _OF_CN + r"(?P<value>(?=[a-z_\-]*\d)[a-z\d_\-+]{5,})"
)
_PHONE_CUE = (
    r"(?:(?<![a-z\d])(?:tel(?:ephone)?s?|phone|mobile|gsm|cell|fax|portable|fixe|(?:r?appele[rz]?"
    r"|join(?:dre|ignez)|telephone[rz]|contacte[rz]|call|reach|ring|text)"
    r"(?:[ -](?:moi|nous|le|la|les|vous|me|us|him|her))?)(?![a-z\d])"
    r"|电话|手机|座机|拨打|致电|联系|打给|回电|号码)"
)
_PHONE_LINKS = r"(?:[ ]?(?:au|sur|est|is|at|on|le|numero|number|n°|no|是|为|号码|:|[ ]|\(|打))*[ ]?"


class _Chain(NamedTuple):
    """Digits that stand close to each other."""

    start: int
    groups: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    gaps: tuple[str, ...]


def numbers_in(low: str, own: frozenset[str]) -> Iterator[Hit]:
    """Yield the numbers in a reading in lower case that point at somebody.

    `own` are the digits of the desk's own numbers, without country code.
    """
    if not any(map(str.isdigit, low)):
        return
    compiled = _patterns()
    masks = [match.span() for pattern in compiled["else"] for match in pattern.finditer(low)]
    masks += [m.span() for m in compiled["dotted"][0].finditer(low) if not _like_phone(m[0])]
    rest = blanked(low, masks)
    for match in compiled["paired"][0].finditer(rest):
        if not _own("".join(_DIGITS.findall(match[0])), own):
            yield Hit(PHONE, *match.span())
    for match in compiled["lettered"][0].finditer(rest):
        if _is_phone("".join(_DIGITS.findall(match[0]))):
            yield Hit(PHONE, *match.span())
    for kind, pattern in zip(
        (REFERENCE, REFERENCE, REFERENCE, SERIAL, ACCOUNT, PHONE), compiled["cues"], strict=True
    ):
        for match in pattern.finditer(rest):
            digits = "".join(_DIGITS.findall(match["value"]))
            other = re.fullmatch(rf"(?:19|20)\d\d|{_PART}", match["value"])
            if not other and not _own(digits, own):
                yield Hit(kind, *match.span("value"))
    yield from _whole(rest, compiled)
    cues = [match.end() for match in compiled["phone"][0].finditer(low)]
    for match in compiled["chain"][0].finditer(rest):
        yield from _of_chain(_chain(match), rest, own, cues)


@lru_cache(maxsize=1)
def _patterns() -> dict[str, tuple[re.Pattern[str], ...]]:
    def compiled(*patterns: str) -> tuple[re.Pattern[str], ...]:
        return tuple(map(re.compile, patterns))

    return {
        "else": compiled(*_SOMETHING_ELSE),
        "dotted": compiled(_DOTTED),
        "paired": compiled(_PAIRED),
        "lettered": compiled(_LETTERED),
        "chain": compiled(_CHAIN),
        "phone": compiled(_PHONE_CUE + _PHONE_LINKS),
        "cues": compiled(_CASE, _CASE_CN, _TAIL, _SERIAL_CUE, _IDENTITY_CUE, _CHAT_CUE),
        "accounts": compiled(_IBAN, _INSEE, _CARD_OF_CHINA, _PASSPORT),
        "machines": compiled(_MAC, _MACHINE),
        "references": compiled(_PREFIXED, _PARTED),
    }


def _whole(rest: str, compiled: dict[str, tuple[re.Pattern[str], ...]]) -> Iterator[Hit]:
    """Yield what its own shape tells, letters and digits together."""
    kinds = ((ACCOUNT, "accounts"), (SERIAL, "machines"), (REFERENCE, "references"))
    for kind, name in kinds:
        for pattern in compiled[name]:
            for match in pattern.finditer(rest):
                counted = kind != ACCOUNT or sum(map(str.isdigit, match[0])) > 6
                if counted and not re.fullmatch(f"{_BIOS}|{_PRODUCT}", match[0]):
                    yield Hit(kind, *match.span())


def _chain(match: re.Match[str]) -> _Chain:
    groups = [(m[0], (m.start(), m.end())) for m in _DIGITS.finditer(match[0])]
    at = match.start()
    places = tuple((at + start, at + end) for _, (start, end) in groups)
    gaps = tuple(match[0][a[1] : b[0]] for (_, a), (_, b) in pairwise(groups))
    return _Chain(at, tuple(text for text, _ in groups), places, gaps)


def _of_chain(chain: _Chain, low: str, own: frozenset[str], cues: list[int]) -> Iterator[Hit]:
    """Yield the phones, accounts and references of a chain of digits."""
    at, count = 0, len(chain.groups)
    while at < count:
        end, kind = _at_group(chain, at, low, cues)
        if kind and not _own("".join(chain.groups[at:end]), own):
            yield Hit(kind, chain.places[at][0], chain.places[end - 1][1])
        at = max(end, at + 1)


def _at_group(chain: _Chain, at: int, low: str, cues: list[int]) -> tuple[int, str]:
    """Return where a number that begins at a group ends, and its kind; empty for none."""
    groups, count = chain.groups, len(chain.groups)
    start = chain.places[at][0]
    plus = low[max(0, start - 2) : start].replace(" ", "").endswith(("+", "(+"))
    digits, longest, kind, enumerated = "", at, "", False
    for end in range(at + 1, count + 1):
        enumerated |= end > at + 1 and "," in chain.gaps[end - 2] and len(groups[end - 1]) > 2
        digits += groups[end - 1]
        if len(digits) > 19:
            break
        if enumerated and not re.match(_MOBILE_CN, digits):
            continue
        sizes = tuple(map(len, groups[at:end]))
        if _is_phone(digits, sizes, plus) or (end - at >= 8 and set(sizes) == {1}):
            longest, kind = end, PHONE
    service = re.match(
        rf"{_TOLL_FREE}|0?8\d{{8}}$|[48]00\d{{7}}$|95\d{{3,6}}$|1\d{{4}}$|3\d{{3}}$", digits
    )
    if not kind and start in cues and 7 <= len(digits) <= 15 and not service:
        longest, kind = count, PHONE
    if not kind and _uniform(chain, at):
        longest, kind = count, ACCOUNT
    if not kind and len(groups[at]) >= 8 and not groups[at].endswith("000000"):
        longest, kind = at + 1, REFERENCE
    return longest, kind


def _uniform(chain: _Chain, at: int) -> bool:
    """Return whether the rest of a chain is one number of twelve digits or more."""
    gaps, sizes = set(chain.gaps[at:]), [len(group) for group in chain.groups[at:]]
    return (
        len(gaps) == 1
        and gaps <= {" ", "-", "."}
        and sum(sizes) >= 12
        and min(sizes) >= 3
        and len(sizes) < 7
    )


def _is_phone(digits: str, sizes: tuple[int, ...] = (), plus: bool = False) -> bool:
    count, shape = len(digits), tuple(sizes)
    if shape == (1, 3, 3, 4) and re.match(_TOLL_FREE, digits):
        return False
    if plus:
        return 9 <= count <= 15
    if digits.startswith("00"):
        return 11 <= count <= 17 and digits[2] in "123456789" and len(set(digits)) > 3
    if re.match(_MOBILE_CN, digits):
        return True
    if digits.startswith("0"):
        return (count == 10 and digits[1] != "8") or 11 <= count <= 12
    if shape == (3, 3, 4):
        return digits[0] not in "01" and not re.match(rf"{_TOLL_FREE}|400", digits)
    return shape in ((1, 2, 2, 2, 2), (2, 1, 2, 2, 2, 2)) or bool(
        re.match(r"33[1-79]\d{8}$", digits)
    )


def _like_phone(text: str) -> bool:
    groups = _DIGITS.findall(text)
    return _is_phone("".join(groups), tuple(map(len, groups)))


def _own(digits: str, own: frozenset[str]) -> bool:
    return any(len(number) >= 4 and digits.endswith(number) for number in own)
