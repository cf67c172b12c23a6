"""The one door through which text enters: keyboard, paste, YAML, files, database."""

import re

# Patterns are text, and unicodedata is imported late: what is plain ASCII needs neither.
# C0 but tab and newline, DEL, C1, bidi marks, overrides and isolates, deprecated format
# characters, interlinear anchors, lone surrogates, the byte-order mark and noncharacters.
_HARMFUL = (
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)
_NEWLINES = "\r\n?|[\x0b\x0c\x85\u2028\u2029]"


def clean(text: str) -> str:
    """Return text as NFC without control characters and bidi overrides; newlines are kept."""
    if text.isascii() and text.isprintable():
        return text
    from unicodedata import normalize

    text = re.sub(_HARMFUL, "", re.sub(_NEWLINES, "\n", text)).replace("\t", " ")
    return normalize("NFC", text)


def clean_line(text: str) -> str:
    """Return cleaned text as one line: every run of newlines becomes a space, ends are bare."""
    return re.sub("\n+", " ", clean(text)).strip()


def folded(text: str) -> str:
    """Return cleaned text as one line with full-width letters, digits and signs made plain."""
    line = clean_line(text)
    if line.isascii():
        return line
    from unicodedata import normalize

    return clean_line(normalize("NFKC", line))
