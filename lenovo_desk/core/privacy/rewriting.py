"""Write a public text without what names somebody, as a sentence that can be posted."""

import re

from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.privacy.hits import ADDRESS, EMAIL, KINDS, LINK, PERSON, PHONE
from lenovo_desk.core.privacy.places import Breach
from lenovo_desk.core.privacy.public_text import breaches


class Instead(NamedTuple):
    """What stands in a language for that which names somebody."""

    in_private: str
    """For what cannot be left out: `(en message privé)`."""
    that_phone: str
    """What follows a preposition or an article: `numéro que vous nous avez indiqué`."""
    that_email: str
    that_address: str
    that_person: str
    """Where a sentence needs somebody: `cette personne`."""
    dear: str
    """For `Cher …`."""


_HAN = "\u3400-\u9fff"
_APART = r"(?: *[,;:·\-–] *| +)(?:[A-Z][\w'’\-]+ )?"
"""What stands between two parts of one address or name."""
_STATED = re.compile(r"(?:[:=：是为]|\b(?:est(?: bien)?(?: le| la)?|is|was|sont|are))\s*$", re.I)
_LED = re.compile(r"(?<![^\W_])(?:sur le|sur|au|à|a|le|via|par mail à|on|at|to)\s+$", re.I)
_NUMBER_WORD = re.compile(
    r"[\s]*(?:(?<![^\W_])(?:n°|no\.|nº|numéro|number|réf\.?|ref\.?|sous le n°|s/n)|#)\s*:?\s*$",
    re.I,
)
_LABEL_CN = re.compile(r"(?:电话|手机|号码?|座机|邮箱|地址|微信|QQ|单|编号|机器|电脑)$")
_SAME_TITLE = re.compile(r"(?:M\.|MM\.|Mr\.?|Monsieur|Mme|Madame)\s+(?:et|&|and)\s+$")
_DEAR = re.compile(r"(?<![^\W_])(?:chère?|dear)\s+$", re.I)
_DEAR_CN = re.compile(r"尊敬的$")
_GREETED = re.compile(
    r"(?<![^\W_])(?:bonjour|bonsoir|merci|salut|hello|hi|hey|thanks|thank you|désolée?s?),?\s+$",
    re.I,
)
_ADDRESSED = re.compile(r"\s*(?:[,，!！]|您好|你好)")
_NEEDED = re.compile(
    r"(?<![^\W_])(?:à|a|de|d['’]|chez|avec|pour|par|que|et|to|of|with|for|by|from|and|that)\s*$"
    r"|(?:[给跟和由请向对把让找的]|联系|通知)$",
    re.I,
)
_THEIRS = re.compile(r"(?<![^\W_])(?:votre|notre|your|our)\s*$", re.I)
_IS = re.compile(r"(?<![^\W_])(?:c['’]est|ici|je suis|this is|it['’]s)\s+$", re.I)
_APPOSED = re.compile(r"\s*,\s*((?:notre|votre|our|your)\s[^,.!?()]{3,40}),(?=\s[^\W_])", re.I)
_APPOSED_CN = re.compile(r"[,，](我们的[^,，。！]{2,8})[,，]")
_SENTENCE = re.compile(r"(?:^|[.!?。！？\n])\s*$")
_THANKS = re.compile(r"#(?:merci|bravo|thanks|thankyou|félicitations|congrats)", re.I)


def without(text: str, places: tuple[Breach, ...], instead: Instead) -> str:
    """Return a text without the parts that name somebody.

    A name is left out where somebody is addressed or a role says who it is, a number where a word
    says what it is of. Elsewhere a neutral wording stands for them.
    """
    written, at = "", 0
    for breach in _whole(text, places):
        before, after = written + text[at : breach.start], text[breach.end :]
        part = text[breach.start : breach.end]
        kind = _kind(part, breach.kind)
        write = _without_name if kind == PERSON else _without_number
        written, skipped = write(before, part, after, kind, instead)
        at = breach.end + skipped
    return _tidy(written + text[at:])


def _whole(text: str, places: tuple[Breach, ...]) -> list[Breach]:
    """Return the places, those joined that are parts of one address or name."""
    joined = list[Breach]()
    for place in places:
        last = joined[-1] if joined else None
        gap = text[last.end : place.start] if last else ""
        if last and last.kind == place.kind and (not gap or re.fullmatch(_APART, gap)):
            same = last.kind == ADDRESS or not re.search(r"[,;:]", gap)
            if same:
                joined[-1] = last._replace(end=place.end)
                continue
        joined.append(place)
    return joined


def _kind(part: str, kind: str) -> str:
    """Return what a part is: of a recorded value its shape tells; a name has none."""
    if kind in KINDS:
        return kind
    shapes = breaches(part)
    return shapes[0].kind if shapes else "" if re.search(r"\d", part) else PERSON


def _without_number(
    before: str, part: str, after: str, kind: str, instead: Instead
) -> tuple[str, int]:
    """Return what stands before a number, and instead of it."""
    chinese = bool(re.search(f"[{_HAN}]", before[-1:] or after[:1]))
    before = before.removesuffix("+").removesuffix("(+")
    wording = {
        PHONE: instead.that_phone,
        EMAIL: instead.that_email,
        ADDRESS: instead.that_address,
    }.get(kind, "")
    bare = before.rstrip("#")
    if re.search(r"[(（\[]\s*$", bare):
        return bare + instead.in_private.strip("()（）"), 0
    if _STATED.search(bare) or kind == LINK:
        return bare + instead.in_private, 0
    if chinese:
        if _LABEL_CN.search(bare.rstrip()) or not wording:
            return bare, 0
        return bare + wording, 0
    led = _LED.search(bare)
    if wording:
        return bare + instead.in_private if not led else _led(bare, kind) + wording, 0
    bare = _NUMBER_WORD.sub("", before)
    if bare != before and _THEIRS.search(bare):
        return before + instead.in_private, 0
    alone = re.search(r"(?:^|[,;(])\s*[^\W_]+\s*$", bare) and re.match(r"\W|$", after.lstrip())
    if led or alone or not re.search(r"[^\W_]\s*$", bare):
        return f"{bare.rstrip()} {instead.in_private}" if alone else bare + instead.in_private, 0
    return bare.rstrip(), 0


def _led(before: str, kind: str) -> str:
    """Return what leads to a number, with the French preposition that its wording needs."""
    if kind == PHONE:
        return re.sub(r"(?<![^\W_])à\s+$", "au ", before)
    return re.sub(r"(?<![^\W_])(?:au|le|sur le)\s+$", "à ", before)


def _without_name(
    before: str, part: str, after: str, kind: str, instead: Instead
) -> tuple[str, int]:
    """Return what stands before a name and instead of it, and how much after it falls too."""
    if thanks := _THANKS.match(part):
        return before + thanks[0], 0
    before = _SAME_TITLE.sub("", before)
    if apposed := _APPOSED.match(after) or _APPOSED_CN.match(after):
        return before + apposed[1], apposed.end()
    if _IS.search(before) and (comma := re.match(r"\s*,\s*", after)):
        return before, comma.end()
    if part.startswith("姓"):
        return before, int(after.startswith("的"))
    addressed = _ADDRESSED.match(after)
    if _DEAR.search(before):
        return _DEAR.sub("", before) + instead.dear, 0
    if _DEAR_CN.search(before):
        if addressed:
            comma = re.match(r"\s*[,，]?", after)
            return _DEAR_CN.sub("", before), comma.end() if comma else 0
        return before[:-3] + instead.that_person, 0
    if _GREETED.search(before):
        return before.rstrip().rstrip(","), 0
    if _NEEDED.search(before):
        return before + instead.that_person, 0
    first = bool(_SENTENCE.search(before))
    if addressed and (first or before.rstrip().endswith((",", "，"))):
        comma = re.match(r"\s*[,，]\s*", after)
        return before, comma.end() if comma else 0
    if before.rstrip().endswith(",") and not re.search(r"[^\W_]", after):
        return before.rstrip().rstrip(","), 0
    if first and re.match(r"\s*(?:[^\W_]|[(（])", after):
        return before + instead.that_person[:1].upper() + instead.that_person[1:], 0
    if before.rstrip().endswith(",") and re.match(r"\s+[^\W_]", after):
        return before + instead.that_person, 0
    return before, 0


def _tidy(text: str) -> str:
    """Return a text without what is left of parts that were taken out."""
    text = re.sub(r"[(\[{«“（]\s*[)\]}»”）]", "", text)
    text = re.sub(r"[ \u00a0]{2,}", " ", text)
    text = re.sub(r" +(?=[,.)\]，。])|(?<=[(\[]) +", "", text)
    text = re.sub(r"([,，])(?:\s*[,，])+", r"\1", text)
    text = re.sub(r"^[\s,，;：:、]+|[\s,，、]+$", "", text)
    return text[:1].upper() + text[1:]
