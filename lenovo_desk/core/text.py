"""The one door through which text enters: keyboard, paste, YAML, files, database."""

import re

# Patterns are text, and unicodedata is imported late: what is plain ASCII needs neither.
# C0 but tab and newline, DEL, C1, bidi marks, overrides and isolates, deprecated format
# characters, interlinear anchors, lone surrogates, the byte-order mark and noncharacters.
_HARMFUL = (
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)
_ALIKE = {ord("您"): "你", ord("œ"): "oe", ord("æ"): "ae"}
_NEWLINES = "\r\n?|[\x0b\x0c\x85\u2028\u2029]"


def clean(text: str) -> str:
    """Return text as NFC without control characters and bidi overrides; newlines are kept."""
    if text.isascii() and text.isprintable():
        return text
    from unicodedata import normalize

    text = re.sub(_HARMFUL, "", re.sub(_NEWLINES, "\n", text)).replace("\t", " ")
    return normalize("NFC", text)


def clean_line(text: str) -> str:
    """Return cleaned text as one line: newlines become a space, the ends are stripped."""
    return re.sub("\n+", " ", clean(text)).strip()


def folded(text: str) -> str:
    """Return cleaned text as one line, full-width letters, digits and signs made plain."""
    line = clean_line(text)
    if line.isascii():
        return line
    from unicodedata import normalize

    return clean_line(normalize("NFKC", line))


def plain_words(text: str) -> list[str]:
    """Return the runs of letters and digits of a text without case, width and accents.

    For comparing: 您 equals 你. Chinese has no spaces, so a clause of it is one run.
    """
    flat = text.lower()
    if not text.isascii():
        from unicodedata import combining, normalize

        flat = normalize("NFKC", text).casefold().translate(_ALIKE)
        flat = "".join(char for char in normalize("NFD", flat) if not combining(char))
    return re.findall(r"[^\W_]+", flat)


def bare(text: str) -> str:
    """Return the letters and digits of a text alone, as `plain_words` has them."""
    return "".join(plain_words(text))
