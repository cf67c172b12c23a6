"""Peel off what is pasted around a value: its label, brackets or quotes, the mark of a sentence.

A label ends in a mark that no value of its kind has, or is one of the words below and stands apart:
what could be part of the value stays. Letters of other scripts than the labels' are never peeled
off: a serial number that begins with a Cyrillic Р is none, not the rest of it.
"""

import re

# Kept as text: `re` compiles a pattern at its first use and caches it; few walks use them all.
_HAN = "\u3400-\u9fff"
_LATIN = "A-Za-z\u00c0-\u024f"
_LETTER = _LATIN + _HAN
_NOUNS = {
    "serial": (
        r"s[./]?n|n(?=\s+de\s)|p/?n|mtm|imei|ser(?=\.)|serial|product|machine|number|num|no|nr|nbr|numéros?|numeros?"
        r"|séries?|series?|commande|dossier|facture|contrat|bon(?=\s+de)|ordre|order|case|ticket"
        r"|invoice|contract|work|service|ref|réf|reference|référence|id|code|identifiant|demande"
        r"|réclamation|intervention|appareil|ordinateur|produit|modèle|article|device|laptop"
        r"|computer|asset|tag|garantie|warranty"
    ),
    "phone": (
        r"tél|tel|téléphone|telephone|téléphonique|phone|mobile|mob|portable|port|fixe|cell|fax"
        r"|bureau|domicile|perso|pro|numéro|numero|number|no|call|appeler|rappeler|whatsapp|wechat"
        r"|[☎☏✆📞📱🕿]\ufe0f?"
    ),
    "email": (
        r"adresse\s+(?:e-?mail|mail|électronique)|e-?mail|mail|courriel|mél|mel|adresse|address"
    ),
    "number": r"total|montant|prix|price|amount|sum|somme|cost|coût",
}
_LINKS = (
    r"(?:(?:de|du|des|la|le|les|au|mon|ma|notre|votre|the|my|our|your|of|is|est)\s+"
    r"(?:(?:pc|ordi|laptop)\s+)?|[dl]['’]\s*)*"
)
"""Words that stand between those of a label, or before them."""
_HAN_LABELS = {
    "serial": f"[{_HAN}]+",
    "phone": f"[{_HAN}]+",
    "email": "(?:我的)?(?:电子)?(?:邮箱|邮件|邮址)(?:地址)?[是为]?",
    "number": "(?:一?共计?|合计|总计|总价|总额|金额|费用|价格|价钱)[是为]?",
}
_COLON = rf"^[{_LETTER}°º№#(][{_LETTER}°º№#'./() -]*[:=]\s*(?=[^\s/])|^[:=]\s*"
_WORD_BEFORE_COLON = f"[^:=]*(?:[{_LETTER}]{{3}}|[{_HAN}])"
_AFTER = {
    "serial": f"[{_LATIN}0-9-]",
    "phone": f"[{_LATIN}]",
    "email": r"[^\s.:=]",
    "number": f"[{_LATIN}]",
}
"""What must not follow a word, since it would be part of the value."""
_BRACKETED = r"[^<>]*<([^<>]+)>"
_QUOTED = r"""["'«“”「『]\s*([^"'«»“”「」『』]+?)\s*["'»“”」』]"""
_IN_BRACKETS = r"[【\[(]\s*([^【】\[\]()]+?)\s*[】\])]"
_MARKDOWN = r"!?\[[^\[\]]*\]\(([^\[\]]+)\)"
_SCHEME = r"(?i)^(?:tel|callto|sms(?:to)?|weixin|mailto):/*"
_CHAT = (
    r"(?i)(?:https?:)?(?://)?(?:www\.)?(?:wa\.me/|(?:api|web)\.whatsapp\.com/send/?\?(?:.*&)?phone="
    r"|whatsapp:/*send/?\?(?:.*&)?phone=)(?:\+|%2B)?(\d{7,15})(?!\d).*"
)
"""Links that open a chat with a number, which they write with its country code."""
_WRAPPED = {"(": ")", "（": "）", "【": "】", "[": "]", "«": "»", "“": "”", "「": "」", "『": "』"}
_BEFORE_LINK = r"(?i)[^/]*(?<![a-z0-9+.-])(?=https?[:：]//)"
_SENTENCE_END = r"[\s。.;,、!?]+$"
_NUMBER_END = r"[\s。;!?]+$|(?<=[^\d\s])[.,]$"
_NAME = (
    r"(?i)^(?:(?:le |mon |the |my )?(?:noms?|prénoms?|names?|client|cliente|customer|contact)"
    r"(?:[ -]+(?:et|and|&|complet|prénoms?|de famille|du client|de la cliente|name|of customer))*"
    r"|(?:full|first|last|family|customer(?:'s|’s)?|contact) names?"
    r"|(?:客户|用户|顾客|联系人|您的)?(?:姓名|名字|名称|称呼)|客户|用户|联系人)\s*[:：=]\s*(?=\S)"
)


def without_label(kind: str, text: str) -> str:
    """Return a typed text without what stands around a value of its kind."""
    text = text.strip()
    if kind in ("email", "url", "phone"):
        bare = text.rstrip("。.;,、!")
        if match := re.fullmatch(_MARKDOWN, bare) or re.fullmatch(_BRACKETED, bare):
            text = match[1].strip()
    if kind == "url":
        return _without_words(text)
    if kind not in _NOUNS:
        return text
    text = re.sub(_NUMBER_END if kind == "number" else _SENTENCE_END, "", text)
    if quoted := re.fullmatch(_QUOTED, text):
        text = quoted[1]
    elif kind != "number" and (quoted := re.fullmatch(_IN_BRACKETS, text)):
        text = quoted[1]  # a number in brackets is a negative one to some
    mail = re.match(r"(?i)mailto:", text)
    if kind == "phone" and (chat := re.fullmatch(_CHAT, text)):
        return f"+{chat[1]}"
    text = re.sub(_SCHEME, "", text)
    if kind != "serial" or re.match(_WORD_BEFORE_COLON, text):
        text = re.sub(_COLON, "", text)
    nouns, han, after = _NOUNS[kind], _HAN_LABELS[kind], _AFTER[kind]
    mark = {"serial": "n?°|#", "phone": r"n?°|\([^\d()]*\)"}.get(kind, "n?°")
    pattern = rf"(?i){_LINKS}(?:(?:{nouns})(?!{after})|{mark}|{han})[\s.:/=]*{_LINKS}(?=[^\s@])"
    while label := re.match(pattern, text):
        text = text[label.end() :]
    if mail:
        from urllib.parse import unquote

        return unquote(text.partition("?")[0]).strip()
    return text.strip()


def bare_name(text: str) -> str:
    """Return a typed name without the label pasted with it and with single spaces."""
    return re.sub(_NAME, "", " ".join(text.split()))


def _without_words(text: str) -> str:
    """Return a link without the words and the quotes or brackets around it."""
    words = re.match(_BEFORE_LINK, text)
    if not words:
        return text
    link, last = text[words.end() :].strip(), words[0][-1:]
    if last in ('"', "'", "`") or last in _WRAPPED:
        end = _WRAPPED.get(last, last)
        inner = link.removesuffix(end)
        return inner if inner != link and end not in inner.replace(last, "") else text
    return link
