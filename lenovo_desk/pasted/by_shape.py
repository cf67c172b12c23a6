"""Candidates told by how they are written: phone numbers, mail, links, numbers of machines."""

import re
from collections.abc import Iterator

from lenovo_desk.core.engine.moment_bounds import against_clock
from lenovo_desk.core.model.flow import FactSpec
from lenovo_desk.core.model.values import Value
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.values.entry import Entry
from lenovo_desk.core.values.parse_value import parse_value
from lenovo_desk.pasted.message_reading import CUE, LABEL, SHAPE, UNSURE, Candidate, Span
from lenovo_desk.pasted.message_text import BARE, LABELLED, LED, MessageText
from lenovo_desk.pasted.others_words import denied, not_theirs, of_others
from lenovo_desk.pasted.written_shapes import (
    emails_in,
    is_office_address,
    is_own_address,
    links_written,
    machines_in,
    models_in,
)

_LINKS = re.compile(
    r"(?:[ ]*(?:en cours|ouverte?|actuel(?:le)?|concernee?|client|interne|sav|initiale?"
    r"|existante?))?"
    r"(?:[ ]*(?:(?:n°|nos?\.?|num(?:ero)?\.?|number|nr\.?|ref(?:erence)?\.?|est|is|was|etait|le"
    r"|la|l'"
    r"|du|de|d'|the|au|sur|a|at|on|of|lu|suivant)(?![a-z\d])|[:=#(\"'«\-]|是|为|号码?|编号|有"
    r"|写着|如下"
    r"|[ 】\])]|'?s(?![a-z\d])|(?:fr|be|ch|lu|uk|ie|de|service client)(?=[ ][:\d])))*[ ]*"
)
"""What may stand between a cue and the number that it announces."""
_NUMBER = re.compile(
    r"(?P<value>(?=[a-z\d\-_/]*\d)[a-z\d][a-z\d\-_/]{2,29}(?<![\-_/])"
    r"(?:[ ](?=\d{2,4}(?![a-z\d_]))\d{2,4})*|\d(?:[ ]\d{2,4}){2,5})"
    r"(?![a-z\d@]|[.,]\d|[ ]?(?:€|eur|%))"
)
_MODEL = "model_number"
_OF_MACHINE = re.compile(r"[a-z\d]{7,8}")
_FEWEST_DIGITS = 3
_FOREIGN_HAN = re.compile(
    "(?:订|运|快递|物流|包裹|流水|保|账|取件|发票|合同|顺丰|圆通|中通|申通|京东|韵达|德邦|邮政|寄)$"
)
"""What makes another number of a cue behind it: 单号 is none of the work order in 订单号."""
_OF_MODEL = re.compile("model|型|mtm")
_MODEL_NAME = re.compile(
    r"[ ]?(?:(?:est|is|n°|是|为|=)[ ]?)?(?:(?:un|une|le|a|the)[ ])?"
    r"(?P<name>(?:(?:moto|[A-Z\u3400-\u9fff])[\w+\-]*)(?:[ ](?:[A-Z\d][\w+\-]*|pro|gen|slim|air"
    r"|plus|edge"
    r"|razr|carbon|[a-z]\d+))*)(?=[ ]?(?:[,;。、.()|/\n\r]|$))"
)

_MACHINE_TYPE = re.compile(
    r"[ ]?(?:(?:est|is|n°|:|=)[ ]?)?(?P<name>[1-9][\dA-Z](?:\d[A-Z]|[A-Z][\dA-Z]))(?![\w\-])"
)
"""How the maker numbers kinds of machines: four signs."""


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


_AND = re.compile(r"[ ]?(?:和|、|,|/|&|et|and|ou|or|或|跟)[ ]?")
"""What stands between two numbers of one kind."""
_SPACED_MACHINE = re.compile(
    r"(?P<value>(?:pf|mp|mj|lr|r9|pc|pg|pw|yx|yd)(?:[ \-]{1,2}[a-z\d]{1,4}){2,6})(?![a-z\d])"
)
_DATED = re.compile(
    r"(?<![a-z\d\-/])[a-z]{1,2}20[2-4]\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{2,5}(?![a-z\d])"
)
"""How orders and tickets are numbered: what they are, the day, and a count."""


def dated_orders(text: MessageText, used: list[Span]) -> Iterator[Candidate]:
    """Yield numbers that hold a day, for the first fact of tickets or else of work orders."""
    fact = next((name for name in ("ticket", "work_order") if name in text.cues.specs), "")
    for match in _DATED.finditer(text.low) if fact else ():
        if text.span(*match.span()) not in used:
            yield text.candidate(fact, match.span(), BARE, SHAPE, "")


def numbers_led(text: MessageText, used: list[Span]) -> Iterator[Candidate]:
    """Yield the numbers that a cue of their fact leads to, without those used already."""
    for place in text.places:
        if _FOREIGN_HAN.search(text.low[max(0, place.start - 2) : place.start]):
            continue
        if not any(is_numbered(text.cues.specs[name]) for name in place.facts):
            continue
        span = number_behind(text, place.end)
        fact = numbered_fact(text, place.facts, text.low[slice(*span)] if span else "")
        kinds = {text.cues.specs[name].kind for name in place.facts}
        if not fact or not kinds <= {"serial", "date", "datetime", "text"}:
            continue
        links = _LINKS.match(text.low, place.end)
        grouped = _SPACED_MACHINE.match(text.low, links.end() if links else place.end)
        if fact == "serial_number" and grouped:
            span = _machine_span(grouped)
        if span and text.span(*span) not in used and not denied(text.low, place.start):
            by = text.words(place.start, place.end)
            yield text.candidate(fact, span, LED, CUE, by)
            another = _AND.match(text.low, span[1])
            second = _NUMBER.match(text.low, another.end()) if another else None
            if second and _alike(text.low[slice(*span)], second["value"]):
                yield text.candidate(fact, second.span("value"), LED, CUE, by)


def timely_value(spec: FactSpec, text: str, entry: Entry) -> Value | Reason:
    """Return the canonical value of words, or why the fact refuses them now."""
    value = parse_value(spec, text, entry)
    if isinstance(value, str) and spec.kind in ("date", "datetime"):
        return against_clock(spec, value, entry.zone, entry.at) or value
    return value


def numbered_fact(text: MessageText, facts: tuple[str, ...], number: str) -> str:
    """Return the fact of a cue that a number can be for; empty for none.

    A machine has eight signs; what has another look belongs to the next fact with that cue.
    """
    numbered = [name for name in facts if is_numbered(text.cues.specs[name])]
    if len(numbered) > 1 and numbered[0] == "serial_number" and not _OF_MACHINE.fullmatch(number):
        return numbered[1]
    return numbered[0] if numbered else ""


def is_numbered(spec: FactSpec) -> bool:
    """Return whether a fact is a number of something, in figures or signs."""
    return spec.kind == "serial" or (
        spec.kind == "text"
        and spec.id.endswith(("_reference", "_number", "filed_as"))
        and spec.id != _MODEL
    )


def _machine_span(match: re.Match[str]) -> Span | None:
    """Return where eight signs in groups end; None when the groups do not come to eight."""
    for end in range(match.end("value"), match.start("value"), -1):
        value = match["value"][: end - match.start("value")]
        if len(re.sub(r"[ \-]", "", value)) == 8 and (
            end == match.end("value") or match["value"][len(value)] == " "
        ):
            return match.start("value"), end
    return None


def _alike(first: str, second: str) -> bool:
    """Return whether two numbers are built alike, so that both are of one kind."""
    return re.sub(r"\d", "0", first) == re.sub(r"\d", "0", second)


def emails(text: MessageText) -> Iterator[Candidate]:
    """Yield addresses of mail, of the message and of its envelope."""
    spec = text.first("email")
    if spec is None:
        return
    for written in emails_in(text.low):
        address = text.low[written.start : written.end]
        way, by, rank = text.led_to(written, "email")
        others = of_others(text.low, written.start) or not_theirs(
            text.low, written.start, way == LABEL
        )
        if is_own_address(address) or others:
            continue
        doubt = UNSURE if way == SHAPE and is_office_address(address) else ""
        yield text.candidate(spec.id, written, rank, way, by, doubt)
    for start, end in text.own.senders:
        for written in emails_in(text.reading.low[start:end]):
            place = (start + written.start, start + written.end)
            address = text.reading.low[slice(*place)]
            if not (is_own_address(address) or is_office_address(address)):
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


_IS_ONE = re.compile(
    r"(?:est|is|j'ai|have|c)[ ](?:un |une |a |an )"
    r"(?P<name>(?:2[0-3]|8[0-4])[A-Z][A-Z\d])(?![\w\-])"
)
"""What says that a machine is of a type."""


def models_led(text: MessageText) -> Iterator[Candidate]:
    """Yield names of models right behind a cue: `modèle Yoga Slim 7`."""
    for type_name in _IS_ONE.finditer(text.text) if "model_number" in text.cues.specs else ():
        yield text.candidate("model_number", type_name.span("name"), BARE - 6, CUE, "")
    for place in text.places:
        if "model_number" not in place.facts:
            continue
        of_model = _OF_MODEL.search(text.low[slice(*place[:2])])
        match = (_MODEL_NAME if of_model else _MACHINE_TYPE).match(text.text, place.end)
        if match and any(map(str.isdigit, match["name"])) and not denied(text.low, place.start):
            by = text.words(place.start, place.end)
            yield text.candidate("model_number", match.span("name"), LED, CUE, by)
