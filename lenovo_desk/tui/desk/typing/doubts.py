"""What in a reply should not go out as it stands: where, why, and the sentence to send instead."""

import re

from lenovo_desk.core.text import same_ends
from lenovo_desk.tui.desk.case_on_screen import CaseOnScreen
from lenovo_desk.tui.desk.painters.reply_panel import DoubtedWords
from lenovo_desk.tui.desk.typing.public_guard import PublicGuard
from lenovo_desk.tui.desk.wording_guard import REPLY, likeness

_STOPS = ".!?。！？\n"
_ENDS = f"{_STOPS};:；："
"""What ends a sentence, and what ends a part of one that can be said on its own."""


def doubts_of(
    case: CaseOnScreen, text: str, public: PublicGuard | None
) -> tuple[DoubtedWords, ...]:
    """Return the doubts about a reply: who is named in a `public` one, then its wording."""
    doubts = []
    if public and (spans := public.spans(text)):
        without = public.without(text)
        sentence = _changed(text, without).removesuffix(case.editor.input.signature).rstrip()
        doubts.append(DoubtedWords(spans, public.warning(text), sentence, without))
    for finding, start, end in case.guard.places(REPLY, text):
        why = likeness((finding,), case.words)
        replaced = _replaced(text, start, end, finding.instead)
        doubts.append(DoubtedWords(((start, end),), why, finding.instead, replaced))
    return tuple(doubts)


def _changed(before: str, after: str) -> str:
    """Return the sentences of a text in which it differs from what it was before."""
    same, tail = same_ends(before, after)
    start, end = _around(after, same, len(after) - tail, _STOPS)
    return (after[start:end] + after[end : end + 1]).strip()


def _replaced(text: str, start: int, end: int, sentence: str) -> str:
    """Return a text with a sentence in place of the one that has doubted words.

    A mark that leads on, such as a colon, stands instead of its full stop.
    """
    start, end = _around(text, start, end, _ENDS)
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    rest = text[end:]
    if re.match(r"\s*[;:；：]", rest):
        sentence = sentence.rstrip(".。")
    elif re.match(r"\s*[.!?。！？]", rest):
        rest = re.sub(r"^\s*[.!?。！？]+", "", rest)
    return text[:start] + sentence + rest


def _around(text: str, start: int, end: int, marks: str) -> tuple[int, int]:
    """Return where the sentence around a part of a text starts, and where it ends without a mark.

    A mark within a number or an address ends none.
    """
    ends = [at for at, char in enumerate(text) if char in marks and _is_end(text, at)]
    first = max((at + 1 for at in ends if at < start), default=0)
    return first, next((at for at in ends if at >= end), len(text))


def _is_end(text: str, at: int) -> bool:
    return not text[at].isascii() or text[at + 1 : at + 2].strip() == ""
