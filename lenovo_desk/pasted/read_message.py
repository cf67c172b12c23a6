"""Read a pasted message for the facts of a flow, and propose values.

A wrong value that is accepted is a false record: what is not sure is left to the agent as a doubt.
"""

from collections.abc import Container, Iterable, Iterator

from lenovo_desk.core.model.flow import VALUE_RULES, FactSpec, Flow
from lenovo_desk.core.model.values import Value
from lenovo_desk.core.privacy.readings import read
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.time.clock import Stamp
from lenovo_desk.core.values.entry import Entry
from lenovo_desk.core.wording.books import Book
from lenovo_desk.pasted.by_cue import (
    amounts,
    answers_led,
    closed_answers,
    counted_values,
    days,
    handles,
)
from lenovo_desk.pasted.by_label import labelled
from lenovo_desk.pasted.by_shape import (
    dated_orders,
    emails,
    machines,
    models_led,
    numbers_led,
    timely_value,
    urls,
)
from lenovo_desk.pasted.cues import FlowCues
from lenovo_desk.pasted.customer_phones import phones
from lenovo_desk.pasted.message_reading import (
    LABEL,
    SEVERAL,
    UNFIT,
    UNSURE,
    Candidate,
    Doubt,
    MessageReading,
    Proposal,
)
from lenovo_desk.pasted.message_text import MessageText
from lenovo_desk.pasted.people.by_name import name_fact, names
from lenovo_desk.pasted.sentences.chinese_answers import marks_given, phone_kinds, spelled_phones
from lenovo_desk.pasted.sentences.lone_clocks import clock_times
from lenovo_desk.pasted.sentences.loose_numbers import loose_numbers, speaks_for_press
from lenovo_desk.pasted.sentences.marks_and_orders import marks_and_orders
from lenovo_desk.pasted.sentences.model_names import models_named
from lenovo_desk.pasted.sentences.network_heads import channels_told

MAX_MESSAGE = 100_000
"""The most characters of a message that are read."""
_CUSTOMERS = ("customer_name", "customer_title", "customer_email", "customer_phone")
"""What is told of the customer, and not of a journalist who writes."""


def read_message(
    text: str,
    flow: Flow,
    books: Iterable[Book],
    entry: Entry,
    open_facts: Container[str] | None = None,
) -> MessageReading:
    """Return what a message says about the facts of a flow.

    `books` are the words of the flow in every language in which people may write. `entry` is when
    and where the values would be typed. `open_facts` are the facts that may be recorded now, by
    their ids; nothing is read for others. None stands for all.
    """
    cues = FlowCues(flow, books)
    by_fact: dict[str, list[Candidate]] = {}
    message = MessageText(cues, text[:MAX_MESSAGE], entry)
    press = _CUSTOMERS if speaks_for_press(message) else ()
    for candidate in _candidates(message):
        if candidate.fact in press and candidate.way != LABEL:
            candidate = candidate._replace(doubt=UNSURE)
        by_fact.setdefault(candidate.fact, []).append(candidate)
    proposals, doubts = [], []
    for fact, spec in cues.specs.items():
        if fact not in by_fact or not (open_facts is None or fact in open_facts):
            continue
        judged = _judge(spec, by_fact[fact], entry)
        if isinstance(judged, Proposal):
            proposals.append(judged)
        elif judged:
            doubts.append(judged)
    return MessageReading(tuple(proposals), tuple(doubts))


def warm_patterns(country: str) -> None:
    """Compile what reads messages in a country: a tenth of a second for the first one."""
    kinds = {"customer_phone": "phone", "customer_email": "email", "purchase_date": "date"}
    kinds |= dict.fromkeys(("customer_name", "model_number", "handle", "media_name"), "text")
    kinds |= {"serial_number": "serial", "customer_service_number": "serial", "post_link": "url"}
    facts = {name: FactSpec(name, kind) for name, kind in kinds.items()}
    flow = Flow("", "", "", (), (), facts, (), {}, "", False, rules=VALUE_RULES)
    entry = Entry(Stamp(0.0, "", 0.0), "UTC", "", country)
    read_message("M. Paul Martin, 06 39 98 12 45, a@example.com\n您好，我叫李娜", flow, (), entry)


def _candidates(text: MessageText) -> Iterator[Candidate]:
    person = name_fact(text.cues.specs)
    behind = [*labelled(text, person)]
    serials = [each for each in behind if text.cues.specs[each.fact].kind == "serial"]
    used = [span for candidate in serials for span in candidate.spans]
    led = [*numbers_led(text, used)]
    used += [span for candidate in led for span in candidate.spans]
    yield from (*dated_orders(text, used), *amounts(text, [*used]), *answers_led(text))
    yield from (*counted_values(text), *channels_told(text))
    numbers = [*phones(text, used), *spelled_phones(text)]
    yield from (*behind, *led, *numbers, *emails(text), *urls(text))
    yield from (*phone_kinds(text, numbers), *marks_given(text))
    yield from (*machines(text), *models_led(text), *models_named(text))
    yield from (*loose_numbers(text), *marks_and_orders(text), *clock_times(text))
    yield from (*days(text), *closed_answers(text), *handles(text))
    if person:
        yield from names(text, person)


def _judge(spec: FactSpec, candidates: list[Candidate], entry: Entry) -> Proposal | Doubt | None:
    """Return the value that is sure enough, else why there is none."""
    candidates = sorted(candidates, key=lambda candidate: (-candidate.rank, candidate.spans))
    valued: list[tuple[Candidate, Value]] = []
    read_before: dict[str, Value | Reason] = {}
    doubt = None
    for candidate in candidates:
        if candidate.doubt:
            doubt = doubt or _doubt(candidate, candidate.doubt)
            continue
        if candidate.text not in read_before:
            read_before[candidate.text] = timely_value(spec, candidate.text, entry)
        value = read_before[candidate.text]
        if isinstance(value, Reason):
            doubt = doubt or _doubt(candidate, UNFIT)
        else:
            valued.append((candidate, value))
    if not valued:
        return doubt
    best, value = valued[0]
    others = [
        other
        for other, own in valued
        if other.rank == best.rank and not same_value(spec, own, value)
    ]
    if others:
        return _doubt(others[0], SEVERAL)
    return Proposal(spec.id, best.text, value, best.spans, best.way, best.by)


def same_value(spec: FactSpec, first: Value, second: Value) -> bool:
    """Return whether two values of a fact are the same, texts without regard to case and blanks."""
    if first == second:
        return True
    if spec.kind != "text" or not (isinstance(first, str) and isinstance(second, str)):
        return False
    return folded_text(first) == folded_text(second)


def folded_text(text: str) -> str:
    """Return a text without regard to case, width, accents of signs, blanks and marks at its"
    " ends."""
    return " ".join(read(text).low.split()).strip(" .,;:!?。、\"'")


def _doubt(candidate: Candidate, reason: str) -> Doubt:
    first = candidate.spans[0]
    return Doubt(candidate.fact, candidate.text, first, reason)
