"""Peel off the label that is pasted with a value, as in `SN PF0ABC12` or `Tél. : 06…`.

A label ends in a mark that no value of its kind has, or is one of the words below and stands apart:
what could be part of the value stays.
"""

import re

# Kept as text: `re` compiles a pattern at its first use and caches it; few walks use them all.
_SERIAL_WORDS = (
    r"s/?n|p/?n|imei|ser|serial|product|machine|number|num|no|nr|nbr|numéro|numero|série|serie|de|du"
    r"|la|le|commande|dossier|facture|contrat|bon|order|case|ticket|invoice|contract|work|service"
    r"|ref|réf|reference|référence|id"
)
_LABELS = {
    "serial": (
        r"^[^\d:]*[:°º№#]\s*",
        r"^.*[^\x00-\x7f\W\dà-ÿ](?=[\x00-\x7f])",
        rf"^(?:(?:{_SERIAL_WORDS})\b\.?[\s/]+(?=\S))+",
    ),
    "phone": (
        r"^[^\d+(]*:\s*",
        r"^(?:tél|tel|téléphone|telephone|phone|mobile|mob|portable|port|fixe|cell|fax|bureau|domicile"
        r"|numéro|n°|no|电话|联系电话|手机号?|座机|号码)[\s.:]*(?=[\d+(])",
    ),
    "email": (
        r"^[^@:]*:\s*",
        r"^(?:e-?mail|mail|courriel|mél|adresse|address|邮箱|邮件|电子邮箱|电子邮件)\s+",
    ),
    "url": (r"^[^/:：]*[:：\s]\s*(?=https?[:：])",),
    "number": (r"^[^\d:]*:\s*(?=\S)",),
}
_BRACKETED = r"[^<>]*<([^<>]+)>"


def without_label(kind: str, text: str) -> str:
    """Return a typed text without the label and the brackets around a value of a kind."""
    if kind in ("email", "url") and (match := re.fullmatch(_BRACKETED, text.strip())):
        text = match[1]
    for pattern in _LABELS.get(kind, ()):
        text = re.sub(pattern, "", text.strip(), flags=re.IGNORECASE)
    return text.strip()
