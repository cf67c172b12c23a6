"""Candidates that words of a sentence lead to: days, closed answers, handles."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from lenovo_desk.core.reasons import Reason
from lenovo_desk.pasted.by_shape import timely_value
from lenovo_desk.pasted.cues import CuePlace, stands_at
from lenovo_desk.pasted.message_reading import ASKED, CUE, NO_DAY, UNSURE, Candidate, Span
from lenovo_desk.pasted.message_text import BARE, LED, MessageText
from lenovo_desk.pasted.others_words import asked, denied, other_day
from lenovo_desk.pasted.sentences.tellings import bought_there, came_by_it
from lenovo_desk.pasted.written_days import WrittenDay

_BEFORE, _BEHIND = 40, 14
"""How many characters may stand between a cue and its day, which is behind it or before it."""
_HANDLE = re.compile(r"@\w(?:[\w.\-]{0,38}\w)?")
_FIRST_PERSON = re.compile(r",?[ ](?:j'ai|j'|je l'ai|nous avons|on a|i(?: have|'ve)?|we)[ ]?")
"""What stands between a day and a cue behind it in languages that seldom have it there."""
_CN_BROKEN = re.compile(r"[^,],|,.")
"""A Chinese clause that ends before the day."""
_AMOUNT = re.compile(
    r"[ ]?(?:est de|est|is|of|de|du|a|是|为|了|:"
    r"|(?:换?[\u3400-\u9fff]{1,3}?)?(?:一?共计?|合计|总共)?)?[ ]?"
    r"(?:现金|人民币)?[ ]?"
    r"(?P<value>[€£¥]?[ ]?\d[\d ,.']*(?:万)?[ ]?(?:€|euros?|eur|元|块钱?|£|万元"
    r"|pounds?(?![a-z])|yuan|gbp)"
    r"|[€£¥][ ]?\d[\d,.]*)"
)
_WISHED = re.compile(
    r"(?:要求|希望|想要?|最好|麻烦|尽量|改到|改成|改约|改为|争取|能不能|可不可以)[^,。\n]{0,5}$"
)
"""What stands before a day that a Chinese customer asks for: nobody has agreed to it."""
_WISHES = ("callback_at",)
"""The moments that customers name themselves."""
_COUNT = re.compile(
    r"[ ]?(?:约|大约|为|是|:)?[ ]?(?P<value>\d{1,4}(?:\.\d{1,2})?)[ ]?"
    r"(?:天|日|分钟|分|v|伏|min|jours?|days?)(?!.?到)"
)
_GAP = re.compile(r"[ ]?(?:est|is|是|为)?[ ]?")
_SOLD_ON = re.compile(r"(?:[ ](?:de|a|d'|du|in)[ ]?[a-z\-]{2,16})?,?[ ](?:le|on|du)?[ ]?")
_THOUSANDS = re.compile(r",(?=\d{3}(?!\d))(?=[^.]*(?:元|pound|gbp|yuan))", re.IGNORECASE)
_POUNDS = re.compile(r"[ ]?(?:pounds?|gbp|yuan)$", re.IGNORECASE)
_MAKER = re.compile("lenovo|motorola")


def days(text: MessageText) -> Iterator[Candidate]:
    """Yield the days that a cue of a date leads to in its clause."""
    kinds = ("date", "datetime")
    dated = {name: spec for name, spec in text.cues.specs.items() if spec.kind in kinds}
    places = [place for place in text.places if any(name in dated for name in place.facts)]
    ends, starts = [place.end for place in places], [place.start for place in places]
    for number, day in enumerate(text.days if dated else ()):
        last, following = bisect_right(ends, day.start) - 1, bisect_left(starts, day.end)
        before = places[last] if last >= 0 else None
        former = text.days[number - 1].start if number else -1
        behind = places[following : following + 3]
        place = _cue_of(text, day, before if before and before.end > former else None, behind)
        if place is None:
            continue
        possible = [name for name in place.facts if name in dated]
        words = text.words(day.start, day.until)
        timely = [
            name
            for name in possible
            if not isinstance(timely_value(dated[name], words, text.entry), Reason)
        ]
        fact = (timely or possible)[0]
        by = text.words(place.start, place.end)
        if not day.whole:
            yield text.candidate(fact, (day.start, day.end), LED - 5, CUE, by, NO_DAY)
            continue
        end = day.until if dated[fact].kind == "datetime" else day.end
        wished = _WISHED.search(text.low, max(0, day.start - 12), day.start)
        wish = bool(wished) and fact not in _WISHES
        doubt = ASKED if wish or asked(text.low, day.start, day.end) else ""
        yield text.candidate(fact, (day.start, end), LED, CUE, by, doubt)


def _cue_of(
    text: MessageText, day: WrittenDay, before: CuePlace | None, behind: list[CuePlace]
) -> CuePlace | None:
    """Return the cue that a day belongs to: before it in its clause, or right behind it."""
    if before and _leads(text, before, day):
        return before
    for place in behind:
        if place.start - day.end <= _BEHIND:
            between = text.low[day.end : place.start]
            if text.low[place.start] < "\u3400" and not _FIRST_PERSON.fullmatch(between):
                continue
            if not re.search(r"[\n.!?;。,]", between) and not other_day(between):
                return place
    return None


def _leads(text: MessageText, place: CuePlace, day: WrittenDay) -> bool:
    """Return whether a cue before a day is in its clause, and nothing else leads to the day."""
    between = text.low[place.end : day.start]
    if len(between) > _BEFORE or other_day(between) or denied(text.low, place.start):
        return False
    if re.search(r"[\n.!?;。](?![ ]?$)|,.*,", between):
        return False
    if between.strip() and text.low[place.start] >= "\u3400" and _CN_BROKEN.search(between):
        return False
    clause = re.split("[,。;\n]", text.low[day.end : day.end + 8])[0]
    return place.end - place.start == 1 or not other_day(clause, True)


def closed_answers(text: MessageText) -> Iterator[Candidate]:
    """Yield the values of closed facts that words tell: `ThinkPad` tells the product line."""
    labels = {cell.label for cell in text.cells}
    for place in text.places:
        at = (place.start, place.end)
        if at in labels or not place.values:
            continue
        doubt = ASKED if asked(text.low, *at) else UNSURE if denied(text.low, place.start) else ""
        words = text.words(*at)
        for fact, value in place.values:
            if fact == "seller" and not bought_there(text.low, *at):
                continue
            if fact == "channel" and not came_by_it(text.low, place.start):
                continue
            answer = words if doubt else value
            if value == "elsewhere" and not doubt:
                yield from _day_of_sale(text, place)
            yield Candidate(fact, answer, (text.span(*at),), BARE, CUE, words, doubt)


def _day_of_sale(text: MessageText, place: CuePlace) -> Iterator[Candidate]:
    """Yield the day right behind a shop where the machine was bought: `chez LDLC le 14/02`."""
    for day in text.days if "purchase_date" in text.cues.specs else ():
        between = text.low[place.end : day.start] if 0 < day.start - place.end < _BEFORE else ""
        if day.whole and _SOLD_ON.fullmatch(between):
            by = text.words(place.start, place.end)
            yield text.candidate("purchase_date", (day.start, day.end), LED, CUE, by)


def answers_led(text: MessageText) -> Iterator[Candidate]:
    """Yield the values of closed facts right behind a cue: `gamme Think`."""
    for place in text.places:
        for fact in place.facts:
            if text.cues.specs[fact].kind != "choice":
                continue
            gap = _GAP.match(text.low, place.end)
            at = gap.end() if gap else place.end
            own = text.cues.answers[fact]
            matches = [w for w in own if len(w) > 1 and stands_at(w, text.low, at)]
            words = max(matches, key=len, default="")
            if words and at > place.end and not asked(text.low, place.start, at + len(words)):
                span = text.span(at, at + len(words))
                by = text.words(place.start, place.end)
                yield Candidate(fact, own[words], (span,), LED, CUE, by)


def amounts(text: MessageText, used: list[Span]) -> Iterator[Candidate]:
    """Yield amounts of money right behind a cue: `套餐128元`."""
    money = [name for name, spec in text.cues.specs.items() if spec.money]
    for place in text.places if money else ():
        fact = next((name for name in place.facts if name in money), "")
        match = _AMOUNT.match(text.low, place.end) if fact else None
        if match and text.span(*match.span("value")) not in used:
            by = text.words(place.start, place.end)
            amount = text.candidate(fact, match.span("value"), LED, CUE, by)
            yield amount._replace(text=_POUNDS.sub("", _THOUSANDS.sub("", amount.text)))


def counted_values(text: MessageText) -> Iterator[Candidate]:
    """Yield numbers with what they count right behind a cue: `还要40分钟`, `火零 223V`."""
    for place in text.places:
        for fact in place.facts:
            match = _COUNT.match(text.low, place.end)
            spec = text.cues.specs[fact]
            if match and spec.kind == "number" and not spec.money:
                by = text.words(place.start, place.end)
                yield text.candidate(fact, match.span("value"), LED, CUE, by)


def handles(text: MessageText) -> Iterator[Candidate]:
    """Yield words that begin with a sign which is a cue: `@` begins somebody's handle."""
    for place in text.places:
        if text.low[place.start : place.end] != "@":
            continue
        match = _HANDLE.match(text.low, place.start)
        before = text.low[max(0, place.start - 1) : place.start]
        joined = before.isascii() and before.isalnum()
        if not match or joined or before in ("/", ".", "-") or _MAKER.search(match[0]):
            continue
        for fact in place.facts:
            if text.cues.specs[fact].kind == "text":
                yield text.candidate(fact, match.span(), BARE, CUE, "@")
