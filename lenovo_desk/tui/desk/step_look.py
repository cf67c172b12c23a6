"""What a live case shows: a reading of the session, built anew after every event."""

from collections.abc import Mapping
from typing import NamedTuple

from lenovo_desk.core.engine.gates import (
    Box,
    Field,
    Verdict,
    running_wait,
    shown_choices,
    shown_facts,
    shown_items,
    shown_lines,
    worded_by,
)
from lenovo_desk.core.engine.session import Session
from lenovo_desk.core.model.case import Case, at_end, fact_of, flow_here, standing, step_here
from lenovo_desk.core.model.flow import Flow
from lenovo_desk.core.model.intents import CopyPhrase
from lenovo_desk.core.ports import Library
from lenovo_desk.core.promise_board import due_title
from lenovo_desk.core.time.clock import Stamp, elapsed
from lenovo_desk.core.wording.books import Book, Filled, Phrase, fill, show_value
from lenovo_desk.core.wording.sentences import sentence

LEAVE = ")"
WRAP_UP = "."
"""Choices that the desk offers beside those of the flow."""


class Said(NamedTuple):
    """One phrase of the step, ready to say."""

    phrase: Phrase
    via: str
    filled: Filled
    locked: str
    """Why it cannot be used yet, in words; empty when it can."""


class Offer(NamedTuple):
    """One numbered way on."""

    choice: str
    label: str
    target: str
    locked: str
    parks: bool = False


class Look(NamedTuple):
    """Everything the screen draws, in the interface's language, phrases in their own."""

    flow: Flow
    book: Book
    crumbs: tuple[str, ...]
    """Titles of the open flows, outermost first."""
    stage: str
    title: str
    do: str
    caution: str
    said: tuple[Said, ...]
    fields: tuple[Field, ...]
    boxes: tuple[Box, ...]
    offers: tuple[Offer, ...]
    waiting: tuple[str, float, str] | None
    """Name of the running wait, seconds left, how it is proven."""
    end: str
    promised: Mapping[str, str]
    """Titles of the case's promises by their keys."""


def look(session: Session, library: Library, words: Mapping[str, str], language: str) -> Look:
    """Return what the step the case is at shows. `language` is the interface's."""
    flows, case = session.flows, session.case
    at = session.now()
    flow, step = flow_here(flows, case), step_here(flows, case)
    book = library.book(flow.id, language)
    text = book.steps[step.id]
    return Look(
        flow=flow,
        book=book,
        crumbs=tuple(library.book(f.flow, language).title for f in case.here.stack),
        stage=book.stages.get(step.stage, ""),
        title=text.title,
        do=text.do,
        caution=text.caution,
        said=_said(session, library, words, book, at),
        fields=shown_facts(flows, case, at),
        boxes=shown_items(flows, case, at),
        offers=_offers(session, library, words, language, at),
        waiting=_waiting(session, book, at),
        end=book.ends.get(step.end, "") if step.end else "",
        promised={key: due_title(library, words, language, key) for key in case.promises},
    )


def _said(
    session: Session, library: Library, words: Mapping[str, str], book: Book, at: Stamp
) -> tuple[Said, ...]:
    flows, case = session.flows, session.case
    flow = flow_here(flows, case)
    spoken = library.book(flow.id, case.language)
    said = []
    for line, verdict in shown_lines(flows, case, at):
        phrase = spoken.phrases.get(line.phrase)
        if phrase is not None:
            locked = why(words, _asking(session, library, book, verdict), verdict)
            said.append(Said(phrase, line.via, fill(phrase, spoken, flow, case), locked))
    return tuple(said)


def _asking(session: Session, library: Library, book: Book, verdict: Verdict) -> Book:
    """Return the words in which a lock is told: the embargo of another flow in that flow's."""
    here = flow_here(session.flows, session.case).id
    for reason in verdict.reasons[:1]:
        flow = worded_by(session.flows, session.case, reason)
        return book if flow == here else library.book(flow, book.language)
    return book


def taking(said: Said, language: str) -> CopyPhrase:
    """Return the intent to take a phrase, in the very words it is shown in."""
    phrase, filled = said.phrase, said.filled
    return CopyPhrase(
        phrase.id, language, filled.text, phrase.authority, filled.missing, filled.blanks
    )


def why(words: Mapping[str, str], book: Book, verdict: Verdict) -> str:
    """Return the first reason of a locked line in words, with how many more there are."""
    if verdict.open or not verdict.reasons:
        return ""
    text = sentence(words, book, verdict.reasons[0])
    more = len(verdict.reasons) - 1
    return f"{text} (+{more})" if more else text


def _offers(
    session: Session, library: Library, words: Mapping[str, str], language: str, at: Stamp
) -> tuple[Offer, ...]:
    flows, case = session.flows, session.case
    flow, step = flow_here(flows, case), step_here(flows, case)
    book = library.book(flow.id, language)
    labels = book.steps[step.id].choices
    offers = [
        Offer(
            choice.id,
            labels[choice.id],
            _target(flow, book, choice.goto),
            why(words, book, verdict),
            bool(choice.park),
        )
        for choice, verdict in shown_choices(flows, case, at)
    ]
    if at_end(flows, case):
        offers.append(Offer(WRAP_UP, words["desk.wrap_up"], "", ""))
    stack = case.here.stack
    if (step.end and len(stack) > 1) or any(frame.by == "agent" for frame in stack):
        host = library.book(_host(case), language).title
        offers.append(Offer(LEAVE, words["desk.back_to"].format(flow=host), "", ""))
    return tuple(offers)


def _host(case: Case) -> str:
    """Return the flow to which leaving this one returns."""
    stack = case.here.stack
    for below, frame in zip(reversed(stack[:-1]), reversed(stack[1:]), strict=True):
        if frame.by == "agent":
            return below.flow
    return stack[0].flow


def _target(flow: Flow, book: Book, step: str) -> str:
    end = flow.steps[step].end
    return book.ends.get(end, "") if end else book.steps[step].title


def _waiting(session: Session, book: Book, at: Stamp) -> tuple[str, float, str] | None:
    found = running_wait(session.flows, session.case, at)
    if found is None:
        return None
    wait, over = found
    return book.waits.get(wait.id, wait.id), max(0.0, wait.seconds - over.seconds), over.proof


class Known(NamedTuple):
    """A recorded fact as the side pane lists it."""

    title: str
    value: str


def known_facts(session: Session, library: Library, language: str) -> tuple[Known, ...]:
    """Return every fact recorded in the case, in the order first recorded."""
    case, found = session.case, []
    for key, value in standing(case).items():
        if keeper := fact_of(session.flows, case, key):
            flow, spec = keeper
            book = library.book(flow.id, language)
            found.append(Known(book.facts[spec.id], show_value(book, spec, value, case.zone)))
    return tuple(found)


def call_seconds(case: Case, at: Stamp) -> float:
    """Return how long the case has been on a screen up to now."""
    return case.handled + (elapsed(case.last, at).seconds if case.last else 0.0)
