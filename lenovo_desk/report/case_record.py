"""The record of a case: everything in its journal as texts in one language, ready for layout."""

from collections.abc import Iterable
from itertools import pairwise

from lenovo_desk.core.engine.history import CaseHistory, history_of
from lenovo_desk.core.model.country import place_of
from lenovo_desk.core.model.events import Event
from lenovo_desk.core.model.flow import Flows
from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.time.clock import Stamp
from lenovo_desk.core.wording.consent_words import CaseSentences
from lenovo_desk.core.wording.sentences import span
from lenovo_desk.core.wording.wording import Wording
from lenovo_desk.report.printed_forms import PrintedForm, printed_forms
from lenovo_desk.report.record_chapters import Chapter, chapters
from lenovo_desk.report.record_times import PromiseRecord, WaitRecord, promise_records, wait_records
from lenovo_desk.report.signed_values import GivenConsent, SignedValues


class RecordMoment(NamedTuple):
    """Something that happened, with its local time."""

    at: str
    text: str
    detail: str = ""


class QuotedText(NamedTuple):
    """A phrase that was used or a reply that was written, word for word."""

    at: str
    via: str
    authority: str
    language: str
    text: str
    again: tuple[str, ...] = ()
    """When the same was used once more."""


class CaseRecord(NamedTuple):
    """A case in words; times are local to the case."""

    case: str
    language: str
    title: str
    closed: bool
    head: tuple[tuple[str, str], ...]
    """Names and values: agent, opened, closed, how it ended …"""
    chapters: tuple[Chapter, ...]
    waits: tuple[WaitRecord, ...]
    jumps: tuple[str, ...]
    """Sentences about jumps of the wall clock."""
    promises: tuple[PromiseRecord, ...]
    path: tuple[RecordMoment, ...]
    """The way that stands: the choices that nobody stepped back from."""
    signed: tuple[GivenConsent, ...]
    """The consents that were given, with what they were given to."""
    consents: tuple[RecordMoment, ...]
    """When consents fell and stood again."""
    phrases: tuple[QuotedText, ...]
    parks: tuple[RecordMoment, ...]
    notes: tuple[RecordMoment, ...]
    forms: tuple[PrintedForm, ...]
    signatures: tuple[str, ...]
    """Who signs on paper; empty when the flow has no phrase to say face to face."""


def case_record(flows: Flows, events: Iterable[Event], wording: Wording) -> CaseRecord:
    """Return the record of a case, unfinished or closed, from its events.

    The wording is set to the time zone and the currency of the case.
    """
    history = history_of(flows, events)
    case = history.case
    wording.place = place_of(case)
    book = wording.book(case.flow)
    jumps = tuple(
        wording.fill(
            "record.clock_back" if jump < 0 else "record.clock_forward",
            time=span(wording.words, abs(jump)),
        )
        for jump in case.jumps
    )
    return CaseRecord(
        case=case.id,
        language=wording.language,
        title=book.title,
        closed=case.status == "closed",
        head=_head(history, wording),
        chapters=chapters(history, flows, wording),
        waits=wait_records(history, flows, wording),
        jumps=jumps,
        promises=promise_records(history, flows, wording),
        path=_path(history, wording),
        signed=_signed(history, flows, wording),
        consents=_consents(history, flows, wording),
        phrases=_quoted(history, wording),
        parks=tuple(
            RecordMoment(
                wording.moment(at.utc),
                wording.fill("record.until", time=wording.moment(until)),
                reason if own else _choice(reason, wording),
            )
            for at, until, reason, own in history.parks
        ),
        notes=_notes(history, wording),
        forms=printed_forms(history, flows, wording),
        signatures=_signatures(history, flows, wording),
    )


def _head(history: CaseHistory, wording: Wording) -> tuple[tuple[str, str], ...]:
    case = history.case
    state = wording.word(f"cli.state_{'parked' if case.status == 'parked' else 'open'}")
    if case.status == "closed":
        state = wording.end(case.flow, case.disposition)
    lines = [
        ("case", case.id),
        (_who(history), _agents(history)),
        ("role", wording.words.get(f"role.{case.role}", case.role)),
        ("opened", wording.moment(case.opened.utc) if case.opened else ""),
        ("closed", wording.moment(case.last.utc) if case.status == "closed" and case.last else ""),
        ("outcome", state),
        ("handled", span(wording.words, case.handled)),
        ("zone", case.zone),
        ("mode", wording.word("desk.mock") if case.mode != "real" else ""),
        ("follows", case.follows),
    ]
    # An unfinished case keeps the line for its closing time, left empty.
    return tuple(
        (wording.word(f"record.{key}"), value) for key, value in lines if value or key == "closed"
    )


def _signed(history: CaseHistory, flows: Flows, wording: Wording) -> tuple[GivenConsent, ...]:
    consents: list[tuple[float, GivenConsent]] = []
    for name in history.case.digests:
        consents += SignedValues(history, flows, flows[name], wording).given()
    return tuple(consent for _, consent in sorted(consents, key=lambda timed: timed[0]))


def _consents(history: CaseHistory, flows: Flows, wording: Wording) -> tuple[RecordMoment, ...]:
    sentences = CaseSentences(flows, history.case, wording.words, wording.book)
    return tuple(
        RecordMoment(wording.moment(at.utc), *sentences.mark(mark)) for at, mark in history.consents
    )


def _quoted(history: CaseHistory, wording: Wording) -> tuple[QuotedText, ...]:
    """Return the phrases used and the agent's own replies by time, each text once."""
    used = [
        (phrase.at.utc, phrase.via, f"authority.{phrase.authority}", phrase.language, phrase.text)
        for phrase in history.case.used
    ]
    used += [
        (reply.at.utc, reply.via, "record.own_words", reply.language, reply.text)
        for reply in history.case.replies
    ]
    times: dict[tuple[str, str, str, str], list[str]] = {}
    for utc, *quoted in sorted(used, key=lambda text: text[0]):
        times.setdefault((quoted[0], quoted[1], quoted[2], quoted[3]), []).append(
            wording.moment(utc)
        )
    return tuple(
        QuotedText(
            at[0],
            wording.word(f"via.{via}"),
            wording.word(authority),
            language,
            text,
            tuple(at[1:]),
        )
        for (via, authority, language, text), at in times.items()
    )


def _path(history: CaseHistory, wording: Wording) -> tuple[RecordMoment, ...]:
    """Return the choices that stand in order, and between them where another agent went on."""
    moves, shifts = [], list(history.shifts[1:])
    for before, visit in pairwise(history.case.trail):
        step = wording.book(before.top.flow).steps[before.top.step]
        name, _, choice = visit.via.rpartition(".")
        if name != before.top.step:
            continue
        while shifts and shifts[0][0].utc <= visit.entered.utc:
            moves.append(_shift(shifts.pop(0), wording))
        moves.append(
            RecordMoment(wording.moment(visit.entered.utc), step.title, step.choices[choice])
        )
    return (*moves, *(_shift(shift, wording) for shift in shifts))


def _shift(shift: tuple[Stamp, str, str], wording: Wording) -> RecordMoment:
    at, id, name = shift
    return RecordMoment(
        wording.moment(at.utc), wording.fill("record.goes_on", name=_agent(id, name))
    )


def _agents(history: CaseHistory) -> str:
    """Return everyone who acted in the case, the first one first."""
    agents = {id: _agent(id, name) for _, id, name in history.shifts}
    return " · ".join(agents.values())


def _agent(id: str, name: str) -> str:
    return f"{name} ({id})" if name and name != id else id


def _choice(name: str, wording: Wording) -> str:
    """Return the label of the choice `flow.step.choice` that parked a case."""
    flow, _, rest = name.partition(".")
    step, _, choice = rest.partition(".")
    return wording.book(flow).steps[step].choices[choice]


def _notes(history: CaseHistory, wording: Wording) -> tuple[RecordMoment, ...]:
    case = history.case
    notes = [RecordMoment(wording.moment(note.at.utc), note.text) for note in case.notes]
    if case.closing_notes and case.last:
        notes.append(RecordMoment(wording.moment(case.last.utc), case.closing_notes))
    return tuple(notes)


def _signatures(history: CaseHistory, flows: Flows, wording: Wording) -> tuple[str, ...]:
    """Return customer and agent as signers, or nobody.

    They sign when the flow has phrases to say face to face.
    """
    case = history.case
    steps = flows[case.flow].steps.values()
    if not any(line.via == "in_person" for step in steps for line in step.say):
        return ()
    who = wording.word(f"record.{_who(history)}")
    name = case.settings.get("agent_name", "") or case.agent
    return (wording.word("record.customer"), f"{who} {name}".strip())


def _who(history: CaseHistory) -> str:
    return "engineer" if history.case.role == "field" else "agent"
