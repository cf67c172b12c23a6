"""Candidates for moments of which a note tells the time alone, beside the one day it names."""

import re
from collections.abc import Iterator
from functools import lru_cache

from lenovo_desk.pasted.message_reading import CUE, Candidate
from lenovo_desk.pasted.message_text import LED, MessageText
from lenovo_desk.pasted.others_words import denied

_TIME = (
    r"(?<![\d/.\-:])(?P<hour>[01]?\d|2[0-3])[ ]?(?:[:h]|点|时)[ ]?(?P<minute>[0-5]\d)(?![\d:])分?"
)
_BETWEEN = 12
"""How many characters may stand between a cue and its time."""
_LEADS = re.compile(r"(?:[ ]?(?:a|at|vers|around|le|on|by|:|=|于|在|是|了)[ ]?)*[ ]?")


def clock_times(text: MessageText) -> Iterator[Candidate]:
    """Yield the moments whose time a cue leads to, on the one day that the message names.

    In Chinese the cue may stand right behind the time as well: `16:45恢复`.
    """
    whole = [day for day in text.days if day.whole]
    if len({text.low[day.start : day.end] for day in whole}) != 1:
        return
    day = whole[0]
    date = text.words(day.start, day.end)
    places = [
        (place, fact)
        for place in text.places
        for fact in place.facts[:1]
        if text.cues.specs[fact].kind == "datetime"
    ]
    for match in _pattern().finditer(text.low):
        if any(each.start <= match.start() < each.until for each in whole):
            continue
        for place, fact in places:
            between = text.low[place.end : match.start()] if place.end <= match.start() else None
            before = between is not None and len(between) <= _BETWEEN and _LEADS.fullmatch(between)
            behind = place.start == match.end() and text.low[place.start] >= "\u3400"
            if (before or behind) and not denied(text.low, place.start):
                moment = f"{date} {int(match['hour'])}:{match['minute']}"
                spans = (text.span(*match.span()),)
                by = text.words(place.start, place.end)
                yield Candidate(fact, moment, spans, LED - 2, CUE, by)
                break


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    return re.compile(_TIME)
