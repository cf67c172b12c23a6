"""Words that make what stands beside them somebody else's, denied, or a question."""

import re
from functools import lru_cache

_OTHERS = (
    r"\b(?:technicien(?:ne)?|conseill(?:er|ere)|agent|vendeu(?:r|se)|magasin|boutique|revendeur"
    r"|sav|hotline|fax|telecopie"
    r"|service client(?:ele)?|service technique|standard|assistance|support|lenovo|dealer|store"
    r"|seller|technician|engineer|advisor|colleague|numero vert"
    r"|collegue|voisin|voisine|fils|fille|mari|femme|mere|pere|frere|soeur|ami|amie|epou(?:x|se)"
    r"|livreur|transporteur|chronopost|ups|dhl|fedex"
    r"|husband|wife|(?<=my )son|(?<=his )son|(?<=her )son"
    r"|daughter|neighbou?r|friend|mother|father|ancien(?:ne)?|old|secours|other"
    r"|alternative|fournisseur"
    r"|gendre|neveu|niece|oncle|tante|cousine?|nephew|uncle|aunt|in-law|journaliste?|afp|reporter"
    r"|cabinet|switchboard|siege|secretariat|accueil|expediteur|sender)\b"
    r"|客服|热线|工程师|师傅|门店|传真|经销商|销售|维修站|售后|服务站|店家|同事|朋友|老公|老婆"
    r"|爱人|儿子|女儿|邻居|专员|快递|物流|发件人|寄件人|受理人|经办人|网点|商家|卖家|店员|家人"
    r"|代维|调度|装维|消协|工商局|物业|法院|媒体|居委会|父亲|母亲|爸|妈|投诉电话|总部|公司电话|备用|备选|旧|记者|另一个|其他"
)
_DENIED = (
    r"\b(?:pas(?![ ](?:normal|content|possible|serieux|bien|du tout))"
    r"|plus|non|not|no longer|never|n'est|ni)(?:[ ]\w+){0,2}[ ]?$|(?:不是|并非|不再"
    r"|没有|不用|别打|勿打|停用|旧)[^\n,。]{0,4}$"
    r"|(?:没|未)[^\n,。]{0,2}$|不$"
    r"|(?:准备|打算|想去|要去)[^\n,。]{0,4}$"
)
_ASKED = (
    r"\?|ne sais|pas sur|not sure|unsure|peut-etre|maybe|perhaps|je crois|je pense|i think"
    r"|probabl|sans doute|不知道|不清楚|不确定|不记得|可能|好像|大概|应该|也许|忘了|est-ce"
    r"|\bsi\b|\bif\b|whether|\bou pas\b|吗|是否|是不是|还在不在|有没有|能不能"
    r"|\bis it\b|\bis my\b|quand|savoir"
)
_OTHER_DAY = (
    r"livr|recu|reception|expedi|appel|telephon|contact|envoy|panne|depuis|rdv|rendez|interven"
    r"|repar|chang|remplac|depos|tomb|casse"
    r"|deliver|receiv|ship|call|broke|since|fail|stopp|appoint|repair|sent|arriv|demarr|s'allum"
    r"|bug|plant"
    r"|收到|到货|发货|送修|报修|坏|故障|预约|上门|寄|来电|开始|出现|维修|换|打电话|联系|到期"
    r"|过保|蓝屏|黑屏|死机"
)
_PERSONS = (
    r"\b(?:avocate?|ancien(?:ne)?|previous|technicien(?:ne)?|conseill(?:er|ere)|vendeu(?:r|se)"
    r"|collegue|voisine?|mon fils"
    r"|fille|mari|femme|mere|pere|frere|soeur|epou(?:x|se)|livreur|lawyer|technician|engineer"
    r"|colleague|husband|wife|my son|daughter|neighbou?r|mother|father|friend|assistante?"
    r"|secretaire"
    r"|gendre|neveu|niece|oncle|tante|cousine?|nephew|uncle|aunt"
    r"|notaire|assureur|afp|journaliste?)\b"
    r"|\b(?:revendeur|reseller|dealer|magasin|boutique|secretariat|standard|accueil"
    r"|fournisseur)[ ]?[=:]"
    r"|律师|同事|朋友|老公|老婆|爱人|儿子|女儿|邻居|妈妈|爸爸|我妈|我爸|母亲|父亲|店员|快递员"
    r"|记者"
)
_OWN = (
    r"\b(?:mon (?:numero|portable|tel|telephone|mobile|mail|adresse|e-mail|email)|le mien|moi"
    r"|me joindre"
    r"|je suis|joignable|my (?:number|phone|mobile|cell|e-?mail)|mine|reach me|call me"
    r"|clien(?:t|te)|customer|r?appele[rz]|contactez|nouve(?:au|lle)|desormais|maintenant|new|now)\b|我的"
    r"|打我|本人|联系我|找我|我电话|我手机|我叫|换成|改成|现在"
)
_FORMER = re.compile(r"(?<![a-z])(?:ancien(?:ne)?|old|former|旧|原来的)[ ]?[,:]?[ ]?$")
"""What is right before a value that holds no more."""
_CUSTOMER = re.compile(r"(?:客户|用户|机主|报修人)(?!的)")
"""Whoever is named last is spoken of."""
_CLAUSE = re.compile(r"[\n.!;。!;,,?]")


def of_others(low: str, at: int) -> bool:
    """Return whether the words right before a place say that what follows is somebody else's."""
    begin = max(0, at - 36)
    clause = re.split(
        r"[\n.!?;。,|\t]|转[来给单]:?|(?:反[馈映]|记录|备注|留言|登记):|\d[\d \-]{5,}\d",
        low[begin:at],
    )[-1]
    return bool(_patterns()[0].search(_CUSTOMER.split(clause)[-1]))


def told_of_others(low: str, at: int) -> bool:
    """Return whether a sentence speaks of somebody else last before a place, not of its writer."""
    sentence = re.split(r"[\n!?;。|\t]|(?<!\bm)(?<!\bmr)\.(?=[ ])", low[max(0, at - 90) : at])[-1]
    others, own = _patterns()[4:]
    last = max((match.start() for match in others.finditer(sentence)), default=-1)
    return last >= 0 and not any(match.start() > last for match in own.finditer(sentence))


def not_theirs(low: str, at: int, labelled: bool) -> bool:
    """Return whether what stands at a place is denied, or, without a label, somebody else's."""
    return denied(low, at) or (not labelled and told_of_others(low, at))


def denied(low: str, at: int) -> bool:
    """Return whether the words right before a place deny what follows."""
    clause = re.split(r"[\n.!;。!;,,|\t]", low[max(0, at - 24) : at])[-1]
    return bool(_FORMER.search(low, max(0, at - 14), at)) or bool(_patterns()[1].search(clause))


def asked(low: str, start: int, end: int) -> bool:
    """Return whether the clause of a place is a question."""
    before = _CLAUSE.split(low[max(0, start - 60) : start])[-1]
    behind = re.match(r"[^\n.!;。!;,,]{0,60}", low[end : end + 60])
    return bool(_patterns()[2].search(f"{before} | {behind[0] if behind else ''}"))


def other_day(between: str, chinese: bool = False) -> bool:
    """Return whether words lead to a day of something else; behind it in `chinese` alone."""
    match = _patterns()[3].search(between)
    return bool(match) and (not chinese or (match is not None and match[0] >= "\u3400"))


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(map(re.compile, (_OTHERS, _DENIED, _ASKED, _OTHER_DAY, _PERSONS, _OWN)))
