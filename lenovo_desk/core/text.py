"""The one door through which text enters: keyboard, paste, YAML, files, database."""

import re
import unicodedata

# C0 but tab and newline, DEL, C1, bidi marks, overrides and isolates, deprecated format
# characters, interlinear anchors, lone surrogates, the byte-order mark and noncharacters.
_HARMFUL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)
_NEWLINES = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")


def clean(text: str) -> str:
    """Return text as NFC without control characters and bidi overrides; newlines are kept."""
    if text.isascii() and text.isprintable():
        return text
    text = _HARMFUL.sub("", _NEWLINES.sub("\n", text)).replace("\t", " ")
    return unicodedata.normalize("NFC", text)


def clean_line(text: str) -> str:
    """Return cleaned text as one line: every run of newlines becomes a space, ends are bare."""
    return re.sub("\n+", " ", clean(text)).strip()


def folded(text: str) -> str:
    """Return cleaned text as one line with full-width letters, digits and signs made plain."""
    return clean_line(unicodedata.normalize("NFKC", clean_line(text)))
