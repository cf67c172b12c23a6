"""Find phone numbers, addresses of mail, links and numbers of machines by how they are written."""

import re
from collections.abc import Iterator
from functools import lru_cache

from lenovo_desk.core.named_tuple import NamedTuple

_PHONES = (
    # France: ten digits, or nine behind its code, however they are grouped
    r"(?:(?:\+|00)?33[ .\-]?(?:\(0\)[ .\-]?)?|\(?0[ .\-]?)[1-9]\)?(?:[ .\-/]{0,3}\d){8}",
    # China: mobile numbers, and fixed ones with their area
    r"(?:\(?(?:\+|00)?86\)?[ \-]?)?1[ .\-]?[3-9](?:[ .\-]{0,2}\d){9}",
    r"(?:\(?\+?86\)?[ \-]?)?(?:\(0\d{2,3}\)|0\d{2,3})[ \-]{0,2}"
    r"(?:\d{7,8}|\d{3,4}[ \-]\d{4})(?:[ ]?(?:转|-)[ ]?\d{1,6})?",
    # anywhere else, with the code of the country or in the long groups of one
    r"(?:\+|00)[1-9]\d{0,2}[ .\-/]?(?:\(?\d{1,4}\)?[ .\-/]?){2,6}\d{2,4}",
    r"\(?0\d{3,4}\)?[ \-]?\d{3}[ \-]?\d{3,4}",
    r"\(?0\d{1,4}\)?(?:[ \-]\d{3,4}){2}",
    r"0\d{2,3}[ ./\-]\d{2,3}(?:[ .]\d{2}){2}",
)
_PHONE = (
    rf"(?<![a-z\d_+@])(?<![a-z\d]{{3}}/)(?<!\d[.,\-])(?<!\d\d[ ])(?:{'|'.join(_PHONES)})"
    r"(?![a-z\d]|[.\-]\d|[ ]\d{1,3}(?![\d\-]|[ ]?[:hx台年月日点楼层号室天块元]"
    r"|[ ,]{1,2}(?:bis|rue|av|bd|place|quai|chemin))|@)"
)
"""A number of days, or of one more thing, may stand behind it; what would go on with it may not."""
_EXTENSION = r"[ ]?(?:,[ ]?)?(?:\([ ]?)?(?:poste|ext\.?|extension|转|分机)[ .:]?\d{1,6}\)?"
_NOT_DIALLED = re.compile(
    r"(?:\bn°|(?<!phone )(?<!mobile )(?<!tel )(?<!tel\. )(?<!contact )\bno\b"
    r"|\bref(?:erence)?\b|commande|order|dossier|ticket|facture"
    r"|invoice"
    r"|\bs/?n\b|imei|colis|suivi|tracking|siret|siren|rcs|tva|\bcase\b|\bid\b|\bfax\b|telecopie"
    r"|单号|编号|单|序列号|传真|身份证|卡号|账号|qq)[^\w\n]{0,3}(?:(?:n°|no|number|est|is|是"
    r"|为)[^\w\n]{0,2})?$"
)
"""What stands before digits that nobody dials."""
_EMAIL = r"(?<![a-z\d_.+\-])[a-z\d_.+\-]{1,64}(?<![.\-])@[^\W_][\w\-]*(?:\.[\w\-]+)*\.[^\W\d_]{2,}"
_URL = r"https?://[^\s<>\"«»\x00，。；、）】」]+"
_MACHINE = (
    r"(?<![a-z\d\-/.@_])(?:1s[a-z\d]{10})?(?:pf|mp|mj|lr|r9|pc|pg|pw|yx|yd|wb|cb"
    r"|pb)-?\d-?[a-z\d]{5}(?![a-z\d\-_]|\.[a-z\d])"
)
"""How the maker numbers machines: eight signs, the first two of few kinds."""
_MODEL = (
    r"(?<![a-z\d\-/.@_])(?:1[0-3]|2[0-3]|3[0-3]|6[0-9]|8[0-4]|9[0-3]|f0|za)(?:[a-z][a-z\d]|\d[a-z])"
    r"[a-z\d]{6}(?![a-z\d\-_]|\.[a-z\d])"
)
"""How the maker numbers models: machine type, and six signs."""
_TRAILING = ".,;:!?)]}'\"。，；"
_OURS = re.compile(r"@(?:[\w\-]+\.)*(?:lenovo|motorola)\.|^(?:no-?reply|ne-pas-repondre|noreply)")
_SHARED = re.compile(
    r"^(?:contact|info|sav|support|service|serviceclient|service\.client|accueil|hello|compta\w*"
    r"|commercial|dpo|rgpd|privacy|admin|secretariat|standard|helpdesk|it|sales|bonjour|kefu|hr"
    r"|rh)@"
)
"""Addresses of an office, which stand at the foot of its mails."""


class Written(NamedTuple):
    """Where something is written."""

    start: int
    end: int


def phones_in(low: str) -> Iterator[Written]:
    """Yield what may be dialled, without numbers that are said to be something else."""
    pattern, extension = _patterns()[:2]
    for match in pattern.finditer(low):
        if _NOT_DIALLED.search(low[max(0, match.start() - 24) : match.start()]):
            continue
        more = extension.match(low, match.end())
        yield Written(match.start(), more.end() if more else match.end())


def is_service_number(text: str) -> bool:
    """Return whether a phone number in plain digits is one of a hotline."""
    digits = re.sub(r"[^\d+]", "", text)
    return bool(
        re.match(
            r"(?:\+33|0033|0)8\d{8}$|[48]00\d{7}$"
            r"|(?:\+?44|0044|0)(?:80[08]|84[45]|87[01])\d{6,7}$|(?:\+?86)?(?:[48]00\d{7}|95\d{3,6})$",
            digits,
        )
    )


def emails_in(low: str) -> Iterator[Written]:
    """Yield addresses of mail."""
    for match in _patterns()[2].finditer(low):
        yield Written(*match.span())


def is_own_address(address: str) -> bool:
    """Return whether an address in lower case is not the customer's: the maker's, or no reply."""
    return bool(_OURS.search(address))


def is_office_address(address: str) -> bool:
    """Return whether an address in lower case is one of an office, not of a person."""
    return bool(_SHARED.match(address))


def links_written(low: str) -> Iterator[Written]:
    """Yield links, without what ends the sentence behind them."""
    for match in _patterns()[3].finditer(low):
        yield Written(match.start(), match.start() + len(match[0].rstrip(_TRAILING)))


def machines_in(low: str) -> Iterator[Written]:
    """Yield numbers of machines that look like no other number."""
    for match in _patterns()[4].finditer(low):
        yield Written(*match.span())


def models_in(low: str) -> Iterator[Written]:
    """Yield numbers of models that look like no other number."""
    for match in _patterns()[5].finditer(low):
        yield Written(*match.span())


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(map(re.compile, (_PHONE, _EXTENSION, _EMAIL, _URL, _MACHINE, _MODEL)))
