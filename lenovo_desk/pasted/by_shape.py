"""Candidates told by how they are written: phone numbers, mail, links, numbers of machines."""

import re
from collections.abc import Iterator

from lenovo_desk.pasted.message_reading import CUE, LABEL, SHAPE, UNSURE, Candidate, Span
from lenovo_desk.pasted.message_text import BARE, LABELLED, LED, MessageText
from lenovo_desk.pasted.others_words import denied, of_others, told_of_others
from lenovo_desk.pasted.written_shapes import (
    Written,
    emails_in,
    is_office_address,
    is_own_address,
    is_service_number,
    links_written,
    machines_in,
    models_in,
    phones_in,
)

_MOBILE = r"(?:0033|33)?0?[67]\d{8}$|(?:86)?1[3-9]\d{9}$"
_LINKS = re.compile(
    r"(?:[ ]*(?:n°|nos?\.?|num(?:ero)?\.?|number|nr\.?|ref(?:erence)?\.?|est|is|was|etait|le|la|l'"
    r"|du|de|d'|the|au|sur|a|at|on|of|lu|suivant|[:=#(\"'«\-]|是|为|号码?|编号|有|写着|如下|[ ])"
    r"(?![a-z\d]))*[ ]*[:#(\"'«]?[ ]*"
)
"""What may stand between a cue and the number that it announces."""
_NUMBER = re.compile(
    r"(?P<value>(?=[a-z\d\-_/]*\d)[a-z\d][a-z\d\-_/]{2,29}(?<![\-_/])"
    r"(?:[ ](?=\d{2,4}(?![a-z\d_]))\d{2,4})*|\d(?:[ ]\d{2,4}){2,5})"
    r"(?![a-z\d@]|[.,]\d|[ ]?(?:€|eur|%))"
)
_FEWEST_DIGITS = 3
_MODEL_NAME = re.compile(
    r"[ ]?(?:(?:est|is|n°|是|为|=)[ ]?)?(?:(?:un|une|le|a|the)[ ])?"
    r"(?P<name>(?:[A-Z\u3400-\u9fff][\w+\-]*)(?:[ ](?:[A-Z\d][\w+\-]*|pro|gen|slim|air|plus|edge"
    r"|razr|carbon|i\d))*)(?=[ ]?(?:[,;。、.()|/\n\r]|$))"
)


def number_behind(text: MessageText, start: int, end: int | None = None) -> Span | None:
    """Return where a number stands right behind a place, as far as `end`; None for none."""
    stop = len(text.low) if end is None else end
    links = _LINKS.match(text.low, start, stop)
    match = _NUMBER.match(text.low, links.end() if links else start, stop)
    if not match or sum(map(str.isdigit, match["value"])) < _FEWEST_DIGITS:
        return None
    day = any(
        day.start < match.end() and match.start() < day.end and day.whole for day in text.days
    )
    return None if day else match.span("value")


def numbers_led(text: MessageText, used: list[Span]) -> Iterator[Candidate]:
    """Yield the numbers that a cue of their fact leads to, without those used already."""
    for place in text.places:
        if not place.facts or text.cues.specs[place.facts[0]].kind != "serial":
            continue
        span = number_behind(text, place.end)
        if span and text.span(*span) not in used and not denied(text.low, place.start):
            by = text.words(place.start, place.end)
            yield text.candidate(place.facts[0], span, LED, CUE, by)


def phones(text: MessageText, used: list[Span]) -> Iterator[Candidate]:
    """Yield the phone numbers that may be the customer's; mobile ones come first."""
    spec = text.first("phone")
    for written in phones_in(text.low) if spec else ():
        span = text.span(*written)
        figures = text.low[written.start : written.end]
        if any(start < span[1] and span[0] < end for start, end in used):
            continue
        if is_service_number(figures) or _not_theirs(text, written):
            continue
        way, by, rank = text.led_to(written, "phone")
        rank += 5 if re.match(_MOBILE, re.sub(r"\D", "", figures)) else 0
        if spec:
            yield text.candidate(spec.id, written, rank, way, by)


def emails(text: MessageText) -> Iterator[Candidate]:
    """Yield addresses of mail, of the message and of its envelope."""
    spec = text.first("email")
    if spec is None:
        return
    for written in emails_in(text.low):
        address = text.low[written.start : written.end]
        if is_own_address(address) or _not_theirs(text, written):
            continue
        way, by, rank = text.led_to(written, "email")
        doubt = UNSURE if way == SHAPE and is_office_address(address) else ""
        yield text.candidate(spec.id, written, rank, way, by, doubt)
    for start, end in text.own.senders:
        for written in emails_in(text.reading.low[start:end]):
            place = (start + written.start, start + written.end)
            if not is_own_address(text.reading.low[slice(*place)]):
                yield text.candidate(spec.id, place, BARE + 10, SHAPE, "")


def urls(text: MessageText) -> Iterator[Candidate]:
    """Yield links that a cue leads to, or that hold one: `facebook.com` is a cue of a post."""
    specs = [spec for spec in text.cues.specs.values() if spec.kind == "url"]
    for written in links_written(text.low) if specs else ():
        for spec in specs:
            inside = [
                place
                for place in text.places
                if spec.id in place.facts
                and (
                    written.start <= place.start < written.end
                    or 0 <= written.start - place.end <= 24
                )
            ]
            if inside:
                by = text.words(inside[0].start, inside[0].end)
                span = text.span(*written)
                words = text.message[slice(*span)]
                yield Candidate(spec.id, words, (span,), LED, CUE, by)
                break


def machines(text: MessageText) -> Iterator[Candidate]:
    """Yield numbers of machines and models that look like nothing else."""
    for name, shapes in (("serial_number", machines_in), ("model_number", models_in)):
        for written in shapes(text.low) if name in text.cues.specs else ():
            if of_others(text.low, written.start):
                continue
            label = next(
                (
                    text.words(*cell.label)
                    for cell in text.cells
                    if cell.start <= written.start < cell.end and name in cell.facts
                ),
                "",
            )
            rank, way = (LABELLED + 5, LABEL) if label else (BARE, SHAPE)
            yield text.candidate(name, written, rank, way, label)


def models_led(text: MessageText) -> Iterator[Candidate]:
    """Yield names of models right behind a cue: `modèle Yoga Slim 7`."""
    for place in text.places:
        if "model_number" not in place.facts:
            continue
        match = _MODEL_NAME.match(text.text, place.end)
        if match and any(map(str.isdigit, match["name"])) and not denied(text.low, place.start):
            by = text.words(place.start, place.end)
            yield text.candidate("model_number", match.span("name"), LED, CUE, by)


def _not_theirs(text: MessageText, written: Written) -> bool:
    at = written.start
    return of_others(text.low, at) or told_of_others(text.low, at) or denied(text.low, at)
