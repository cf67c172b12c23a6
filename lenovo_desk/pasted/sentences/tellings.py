"""What words must stand among to tell a closed answer: a shop in a purchase, a channel on top."""

import re
from functools import lru_cache

_BUYING = (
    r"achat|achet|commande|pris(?:e)?\b|paye|facture|acqui|vendu|procure|bought|purchas|order"
    r"|\bgot\b|paid|invoice|sold|seller|vendeur|offert"
)
_NOT_YET = (
    r"\b(?:vais|voudrais|veux|souhaite|hesite|prochain|envisage|pourrai|compte|moins cher|cheaper"
    r"|will|going to|want to|plan|next time|should i|thinking|devis|conseillez|irai|acheterai)\b"
)
_AT_SHOP = (
    r"(?:chez|a la|a l'|au|aux|sur|via|from|at|on|in|through|par|par la|de la|de|dans|dans un|en|un"
    r"|une|the|a|site|votre|your|notre|official|officielle?|le|la|l'|with|with the|facture"
    r"|ticket|achat|commande|invoice|receipt|order|purchase|magasin|[(/:,;|\-])[ ]?$"
)
_SPOKEN = (
    r"\b(?:je|vous|me|mon|ma|mes|bonjour|bonsoir|salut|hello|hi|hey|i|you|my|your|please|merci|nous"
    r"|svp|tu|on|we|can|could|pouvez|ecrivez|dear)\b|\b[jm]'"
)
_CAME_BY = (
    r"(?:reached out|got in touch|ai (?:ecrit|contacte))(?:[ ]to you|[ ]you)?[ ](?:by|via|in|par"
    r"|en)"
    r"[ ](?:an?[ ]|une?[ ])?$|"
    r"(?:reached|contacted|wrote to|wrote|messaged|asked)[ ]us[ ](?:by|via|in|through|with)?[ ]?"
    r"(?:an?[ ])?$|(?:recue?s?|received|arrivee?|contact|canal|channel|source|origine|provenance"
    r"|came in|came)[ ](?:en|par|via|as|by|through|in)[ ](?:une?[ ]|an?[ ])?$"
    r"|nous a (?:ecrit|contactee?s?)[ ](?:en|par|via)[ ](?:une?[ ])?$"
    r"|(?:canal|channel|source|origine|provenance|type)[ ]?[:=\-]?[ ]?$"
)
_FAR = 90


def bought_there(low: str, start: int, end: int) -> bool:
    """Return whether a shop is named as where the customer's machine was bought."""
    if low[start] >= "\u3400":
        return True
    before = re.split(r"[\n!?;]|\.(?=[ ])", low[max(0, start - _FAR) : start])[-1]
    behind = re.split(r"[\n!?;]|\.(?=[ ]|$)", low[end : end + _FAR // 2])[0]
    buying, not_yet, at_shop = _patterns()[:3]
    sentence = f"{before}|{behind}"
    if low[start - 1 : start] in (".", "@", "-", "_") or not_yet.search(sentence):
        return False
    direct = low.startswith(("direct", "chez", "lenovo direct"), start)
    direct |= not (before.strip() or low.startswith("vo", start))
    return (direct or bool(at_shop.search(before))) and bool(buying.search(sentence))


def came_by_it(low: str, start: int) -> bool:
    """Return whether a way of writing stands on top of a message, or is told of one that came."""
    spoken, came = _patterns()[3:]
    line = low.rfind("\n", 0, start) + 1
    before = low[line:start]
    if low[start] >= "\u3400" or came.search(before):
        return True
    above = sum(1 for each in low[:line].split("\n")[-4:] if each.strip(" \x00"))
    return above < 2 and len(before) <= 45 and not spoken.search(before)


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(map(re.compile, (_BUYING, _NOT_YET, _AT_SHOP, _SPOKEN, _CAME_BY)))
