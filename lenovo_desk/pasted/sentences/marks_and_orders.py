"""Candidates told by their own look: marks out of ten, volts of a socket, numbers of orders."""

import re
from collections.abc import Iterator
from functools import lru_cache

from lenovo_desk.pasted.message_reading import CUE, SHAPE, Candidate
from lenovo_desk.pasted.message_text import LABELLED, LED, MessageText
from lenovo_desk.pasted.others_words import denied

_OUT_OF_TEN = (
    r"(?<![\d/.,])(?P<mark>10|\d)[ ]?(?:/|sur|out of|on)[ ]?(?:10|ten|dix)(?![\d/])"
    r"|(?:^|[\n,;.。])[ ]?(?P<points>10|\d)[ ]?分(?=[ ]?(?:[,;.。\n]|$))"
)
_ORDER = r"(?<![a-z\d\-/])(?P<order>(?:wo|or|ot|bt|dr|ro|jo|di|so)-(?:20\d\d-)?\d{4,7})(?![\d\-])"
"""How workshops number what they do: two letters, maybe the year, and a count."""
_VOLTS = r"[ ]?(?:[:=]|是|为)?[ ]?(?P<volts>\d{1,3}(?:[.,]\d{1,2})?)(?![\d.:/]|[ ]?[a-uw-z€%])"


def marks_and_orders(text: MessageText) -> Iterator[Candidate]:
    """Yield marks, volts and numbers of orders."""
    marks, orders, volts = _patterns()
    specs = text.cues.specs
    if "score" in specs and specs["score"].kind == "number":
        for match in marks.finditer(text.low):
            group = match.lastgroup or "mark"
            by = text.words(*match.span())
            yield text.candidate("score", match.span(group), LED - 4, CUE, by)
    if "work_order" in specs:
        for match in orders.finditer(text.low):
            if not denied(text.low, match.start()):
                yield text.candidate("work_order", match.span("order"), LABELLED + 5, SHAPE, "")
    for place in text.places:
        for fact in place.facts[:1]:
            volt = volts.match(text.low, place.end) if specs[fact].unit == "V" else None
            if volt:
                by = text.words(place.start, place.end)
                yield text.candidate(fact, volt.span("volts"), LED, CUE, by)


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], ...]:
    return re.compile(_OUT_OF_TEN), re.compile(_ORDER), re.compile(_VOLTS)
