"""Clean and compare text; all text from outside passes `clean`.

It comes from the keyboard, the clipboard, YAML, other files and the database.
"""

import re

# Patterns are kept as text and unicodedata is imported late, since plain ASCII needs neither.
# Harmful are C0 except tab and newline, DEL, C1, bidi marks, overrides and isolates, deprecated
# format characters, interlinear anchors, the byte-order mark, noncharacters and lone surrogates.
_HARMFUL = (
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)
# Invisible are format characters and blanks that no line shows: soft hyphen, joiners, Hangul and
# Braille blanks, variation selectors, tags, musical and shorthand controls.
_INVISIBLE = (
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffc\U0001bca0-\U0001bca3"
    "\U0001d159\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_JOINERS = "\u200c\u200d\ufe00-\ufe0f"
_STRAY = rf"(?<![^\x00-\u024f])[{_JOINERS}]|[\u200c\u200d](?![^\x00-\u024f])"
"""Joiners beside nothing but Latin; others are part of Persian words and of pictures of people."""
_ALIKE = {ord("您"): "你", ord("œ"): "oe", ord("æ"): "ae"}
_NEWLINES = "\r\n?|[\x0b\x0c\x85\u2028\u2029]"


def clean(text: str) -> str:
    """Return text in NFC without control characters and bidi overrides; newlines stay."""
    if text.isascii() and text.isprintable():
        return text
    from unicodedata import normalize

    text = re.sub(_HARMFUL, "", re.sub(_NEWLINES, "\n", text)).replace("\t", " ")
    return normalize("NFC", text)


def clean_line(text: str) -> str:
    """Return cleaned text as one line, newlines as spaces and both ends stripped."""
    return re.sub("\n+", " ", clean(text)).strip()


def folded(text: str) -> str:
    """Return cleaned text as one line in NFKC: full-width characters become plain."""
    line = clean_line(text)
    if line.isascii():
        return line
    from unicodedata import normalize

    return clean_line(normalize("NFKC", line))


def without_invisible(text: str) -> str:
    """Return text without characters that nobody sees.

    Joiners and variation selectors stay inside the words of scripts that need them and pictures.
    """
    if text.isascii():
        return text
    text = re.sub(f"(?![{_JOINERS}]){_INVISIBLE}", "", text)
    while (shorter := re.sub(_STRAY, "", text)) != text:
        text = shorter
    return text


def is_blank(text: str) -> bool:
    """Return whether a text has no visible character."""
    return not re.sub(_INVISIBLE, "", clean(text)).strip()


def has_content(text: str) -> bool:
    """Return whether a text has a letter, a digit or a picture; a lone `-` or `.` has none."""
    if text.isascii():
        return any(map(str.isalnum, text))
    from unicodedata import category

    kinds = map(category, re.sub(_INVISIBLE, "", text))
    return any(kind[0] in "LN" or kind == "So" for kind in kinds)


def plain_words(text: str) -> list[str]:
    """Return the runs of letters and digits of a text, folded for comparison.

    Case, width and accents are dropped, and 您 equals 你. Chinese has no spaces, so that a whole
    clause is one run.
    """
    flat = text.lower()
    if not text.isascii():
        from unicodedata import combining, normalize

        visible = re.sub(_INVISIBLE, "", text)
        flat = normalize("NFKC", visible).casefold().translate(_ALIKE)
        flat = "".join(char for char in normalize("NFD", flat) if not combining(char))
    return re.findall(r"[^\W_]+", flat)


def bare(text: str) -> str:
    """Return only the letters and digits of a text, folded as in `plain_words`."""
    return "".join(plain_words(text))


def same_ends(before: str, after: str) -> tuple[int, int]:
    """Return how many characters two texts have in common at the start, and then at the end."""
    least = min(len(before), len(after))
    start = next((at for at in range(least) if before[at] != after[at]), least)
    least -= start
    end = next((at for at in range(least) if before[-1 - at] != after[-1 - at]), least)
    return start, end
