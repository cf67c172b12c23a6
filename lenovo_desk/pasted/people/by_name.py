"""Candidates for the customer's name, and for the title beside it."""

import re
from collections.abc import Iterator, Mapping

from lenovo_desk.core.model.flow import FactSpec
from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.pasted.desk_words import written_by_desk
from lenovo_desk.pasted.message_reading import CUE, LABEL, SEVERAL, SHAPE, Candidate
from lenovo_desk.pasted.message_text import BARE, LABELLED, LED, MessageText
from lenovo_desk.pasted.others_words import of_others
from lenovo_desk.pasted.people.lone_names import lone_names, name_behind
from lenovo_desk.pasted.people.mentioned_names import (
    addressed_names,
    mentioned_names,
)
from lenovo_desk.pasted.people.person_words import (
    Writer,
    chinese_alone,
    is_whole_name,
    may_be_whole,
    name_at,
    titled,
)
from lenovo_desk.pasted.people.signatures import foot_of_colleague, names_at_end, signed_names
from lenovo_desk.pasted.people.writers import writers_in
from lenovo_desk.pasted.written_shapes import is_office_address

_NAME, _TITLE = "customer_name", "customer_title"
_SECOND = re.compile(r"(?:先生|女士)?[ ]?[/、和与及][ ]?[\u3400-\u9fff]{1,3}(?:先生|女士|小姐)")
"""What names a second person behind the first: it is not sure which is the customer."""
_LAST_FIRST = re.compile(r", ?[A-Z][a-z]+(?:-[A-Z][a-z]+)?(?= *$)")
"""A first name behind the last one: `Van der Meer, Joost`."""
_BESIDE = 120
"""How many characters lie at most between a last name and a first name of one person."""
_INITIAL = re.compile(r"(?<![^ ])[a-z]\.?(?![^ ])")
_MOST_NAMES = 50
"""How many names are looked at: whoever writes more has not written about one customer."""


class _Named(NamedTuple):
    """A name with how sure it is that it is the customer's."""

    writer: Writer
    rank: int
    by: str
    doubt: str = ""


def name_fact(specs: Mapping[str, FactSpec]) -> str:
    """Return the id of the fact that is the customer's name; empty for none."""
    if _NAME in specs:
        return _NAME
    names = [name for name, spec in specs.items() if spec.kind == "text" and name.endswith("name")]
    return names[0] if len(names) == 1 else ""


def names(text: MessageText, fact: str) -> Iterator[Candidate]:
    """Yield the customer's name as candidates for a fact, and the title beside it."""
    named = sorted(_named(text, fact), key=lambda each: -each.rank)
    best = _name(text, named[0].writer) if named else ""
    rivals = [_name(text, each.writer) for each in named if each.rank == named[0].rank]
    sure = not any(each.doubt for each in named[:1]) and all(
        name == best or _within(name, best) or _within(best, name) for name in rivals
    )
    writers = {_name(text, each.writer): each.writer for each in reversed(named)}
    for each in named[:_MOST_NAMES]:
        own = _name(text, each.writer)
        wider = [name for name in [*writers][:_MOST_NAMES] if _within(own, name)]
        writer = writers[max([own, *wider], key=len)] if wider else each.writer
        writer = writer if writer.title else titled(text.low, writer)
        way = LABEL if each.rank >= LABELLED else CUE if each.by else SHAPE
        place = (writer.start, writer.end)
        candidate = text.candidate(fact, place, each.rank, way, each.by, each.doubt)
        if candidate.text[:1] >= "\u3400":
            candidate = candidate._replace(text="".join(candidate.text.split()))
        yield _with_forename(text, candidate, each.writer.start)
        title = (writer.title or each.writer.title).strip()
        value = text.cues.answers.get(_TITLE, {}).get(title)
        near = writer if writer.title else each.writer
        at = text.reading.low.find(title, max(0, near.start - 16), near.end + 6)
        same = own == best or _within(own, best) or _within(best, own)
        if value and at >= 0 and same and sure and not each.doubt:
            place = (at, at + len(title))
            yield Candidate(_TITLE, value, (text.span(*place),), each.rank, CUE, text.words(*place))


def _named(text: MessageText, fact: str) -> Iterator[_Named]:
    for cell in text.cells:
        if fact not in cell.facts or of_others(text.low, cell.label[0]):
            continue
        writer = name_at(text.text, text.low, cell.start, cell.end)
        if writer and (first := _LAST_FIRST.match(text.text, writer.end, cell.end)):
            writer = writer._replace(end=first.end())
        if writer or (writer := chinese_alone(text.text, cell.start, cell.end)):
            beside = _SECOND.match(text.low, writer.end, cell.end)
            doubt = SEVERAL if cell.rows > 1 or beside else ""
            yield _Named(writer, LABELLED, text.words(*cell.label), doubt)
    labels = {cell.label for cell in text.cells}
    for place in text.places:
        at = (place.start, place.end)
        if fact not in place.facts or at in labels or of_others(text.low, place.start):
            continue
        if writer := name_behind(text.text, text.low, place.end):
            yield _Named(writer, LED, text.words(*at))
    if written_by_desk(text.low):
        for writer in addressed_names(text.text, text.low):
            yield _Named(writer, LED, "")
    else:
        for find in (writers_in, signed_names, names_at_end):
            for writer in find(text.text, text.low):
                yield _Named(writer, LED - 10 * (3 - writer.sure), writer.by)
    foot = foot_of_colleague(text.low)
    for rank, find in ((BARE - 2, mentioned_names), (BARE, lone_names)):
        for writer in find(text.text, text.low):
            if writer.start < foot or writer.title:
                yield _Named(writer, rank, "")
    for start, end in text.own.speakers:
        writer = name_at(text.reading.text, text.reading.low, start, end)
        name = text.reading.text[writer.start : writer.end] if writer else ""
        if writer and (is_whole_name(name) or may_be_whole(name)):
            yield _Named(writer, BARE + 10, "")
    for start, end in text.own.senders:
        address = text.reading.low.find("<", start, end)
        if is_office_address(text.reading.low[address + 1 : end]):
            continue
        stop = address if address >= 0 else end
        writer = name_at(text.reading.text, text.reading.low, start, stop)
        name = text.reading.text[writer.start : writer.end] if writer else ""
        if writer and (" " in name or not name.isascii()):
            yield _Named(writer, BARE, "")


def _with_forename(text: MessageText, candidate: Candidate, at: int) -> Candidate:
    """Return a labelled last name with the first name that has a label of its own beside it."""
    if candidate.way != LABEL:
        return candidate
    for cell in text.cells:
        if cell.forename and abs(cell.start - at) < _BESIDE:
            writer = name_at(text.text, text.low, cell.start, cell.end)
            name = text.words(writer.start, writer.end) if writer else ""
            if writer and name.lower() not in candidate.text.lower().split():
                spans = sorted([text.span(writer.start, writer.end), *candidate.spans])
                parts = [name, candidate.text] if writer.start < at else [candidate.text, name]
                return candidate._replace(text=" ".join(parts), spans=tuple(spans))
    return candidate


def _name(text: MessageText, writer: Writer) -> str:
    return text.reading.low[writer.start : writer.end]


def _within(name: str, other: str) -> bool:
    """Return whether all parts of a name are parts of a longer one."""
    if name[:1] >= "\u3400":
        return len(name) < len(other) and other.startswith(name) and len(name) < 3
    parts, others = name.split(), other.split()
    if len(others) == len(parts) and _INITIAL.search(name) and not _INITIAL.search(other):
        return all(b.startswith(a.rstrip(".")) for a, b in zip(parts, others, strict=True))
    return len(others) > len(parts) > 0 and all(part in others for part in parts)
