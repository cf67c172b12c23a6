"""The good call of a scenario, made in the engine: where it is refused, and whether it ends."""

from collections.abc import Sequence
from datetime import UTC, datetime

from lenovo_desk.content.materials import practice_values
from lenovo_desk.content.names import CaseNames
from lenovo_desk.content.problems import Placed, Report, nearest
from lenovo_desk.content.settings import WORKING
from lenovo_desk.core.case import Case, at_end, flow_here, step_here
from lenovo_desk.core.ends import ABANDONED
from lenovo_desk.core.events import Act, Event, FactRecorded
from lenovo_desk.core.intents import BeginMockCall, OpenCase
from lenovo_desk.core.mock import MOCK
from lenovo_desk.core.moves import Move
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.records import NamedTuple
from lenovo_desk.core.sentences import sentence
from lenovo_desk.core.session import Session
from lenovo_desk.core.values import Value
from lenovo_desk.core.walker import WalkClock, Walker

_MOMENTS = (
    datetime(2026, 11, 24, 10, 0, tzinfo=UTC),
    datetime(2026, 11, 27, 17, 40, tzinfo=UTC),
    datetime(2026, 11, 29, 23, 50, tzinfo=UTC),
)
"""A call is trained at any hour: a busy morning, late on a Friday, a Sunday before midnight."""
_AGENT = {"agent_name": "Camille Martin", "agent_initials": "CM", "agent_phone": "01 99 00 00 09"}


class Said(NamedTuple):
    """A move of a good call, and the word of the file that says it."""

    word: Placed
    move: Move


class Recorded(NamedTuple):
    """What a good call has recorded for a fact in the end, and the word that records it."""

    value: Value
    word: Placed


class _Last:
    """A journal that knows its last event alone."""

    act: Act | None = None

    def append(self, event: Event) -> None:
        """Remember the event."""
        self.act = event.act


def rehearse(
    flow: str, language: str, good: Sequence[Said], names: CaseNames, report: Report
) -> dict[str, Recorded]:
    """Note the first move of a good call that is refused, or that it comes to no end.

    Return what is typed in it, by the name under which a case keeps the fact.
    """
    recorded: dict[str, Recorded] = {}
    for moment in _MOMENTS:
        when = "" if moment is _MOMENTS[0] else f" when it begins {moment:on a %A at %H:%M}"
        clock, last = WalkClock(moment.timestamp()), _Last()
        session = Session(names.flows, last, clock)
        values = tuple((practice_values(language) | _AGENT).items())
        opening = OpenCase("good", flow, "good", "", language, "UTC", values, MOCK)
        session.do(opening._replace(calendar=WORKING))
        session.do(BeginMockCall("good", language, "", ""))
        walker = Walker(names.library, session, clock)
        for said in good:
            reasons = walker.take(said.move)
            if reasons:
                why = _why(session.case, reasons, names)
                guess = nearest(said.move.name, _known(reasons[0].code, session.case, names))
                report.add("good-refused", said.word, guess, when=when, why=why)
                return recorded
            if said.move.kind == "fact" and isinstance(last.act, FactRecorded):
                recorded[last.act.fact] = Recorded(last.act.value, said.word)
        if session.case.status == "open" and at_end(names.flows, session.case):
            walker.close()
        case = session.case
        if case.status != "closed" or case.disposition == ABANDONED:
            report.add("good-unfinished", good[-1].word, step=case.here.top.step, when=when)
            return recorded
    return recorded


def _why(case: Case, reasons: Sequence[Reason], names: CaseNames) -> str:
    """Return why a move is refused, with the ids that the file would name."""
    book = names.library.book(flow_here(names.flows, case).id, "en")
    told = []
    for reason in reasons:
        text = sentence(names.words, book, reason)
        told.append(text if not reason.id or reason.id in text else f"{text} ({reason.id})")
    return " ".join(told)


def _known(code: str, case: Case, names: CaseNames) -> list[str]:
    """Return the names among which the one that nothing has may have been meant."""
    if case.status == "closed":
        return []
    step = step_here(names.flows, case)
    match code:
        case "unknown_choice":
            return [choice.id for choice in step.choices]
        case "unknown_item":
            return [use.id for use in step.items]
        case "unknown_phrase":
            return [line.phrase for line in step.say]
        case "unknown_fact":
            return list(names.facts)
        case "unknown_flow":
            return names.flows.names()
        case "expected_step":
            return list(names.steps)
    return []
