"""Run the good call of a scenario in the engine: where does it stop, does it reach an end?"""

from collections.abc import Mapping, Sequence

from lenovo_desk.content.checks.scenario_names import CaseNames
from lenovo_desk.content.countries import local_values
from lenovo_desk.content.practice_values import practice_values
from lenovo_desk.content.settings_fields import WORKING
from lenovo_desk.content.yaml.problems import Placed, Report, nearest
from lenovo_desk.core.engine.engine import decide
from lenovo_desk.core.model.case import Case, flow_here, step_here
from lenovo_desk.core.model.country import UNKNOWN_COUNTRY
from lenovo_desk.core.model.dispositions import ABANDONED
from lenovo_desk.core.model.events import CaseOpened, Event, FactRecorded
from lenovo_desk.core.model.flow import Plain
from lenovo_desk.core.model.intents import OpenCase
from lenovo_desk.core.model.values import Value
from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.time.clock import Stamp
from lenovo_desk.core.walking.moves import WalkMove
from lenovo_desk.core.wording.sentences import sentence
from lenovo_desk.training.model.scenario import Persona, Scenario
from lenovo_desk.training.scoring.good_call import DAY, good_call

_DAYS = (
    (DAY, ""),
    ("2026-11-27T17:40", " when it begins on a Friday at 17:40"),
    ("2026-11-29T23:50", " when it begins on a Sunday at 23:50"),
)
"""The starts that a good call is run from, each with its words in a problem.

People train at any hour: on a morning, late on a Friday, on a Sunday before midnight.
"""
_AGENT = {"agent_name": "Camille Martin"}
_ZONE = "UTC"
_SOME_COUNTRY = "CN"
"""Whose limits and currency a scenario has that names no country; its numbers are of any."""


class GoodMove(NamedTuple):
    """A move of a good call, with its word in the file."""

    word: Placed
    move: WalkMove


class Recorded(NamedTuple):
    """The last value that a good call records for a fact."""

    value: Value
    word: Placed


def rehearse(
    plain: Plain, language: str, good: Sequence[GoodMove], names: CaseNames, report: Report
) -> dict[str, Recorded]:
    """Report where a scenario's good call stops, and return what it records, by fact key.

    It stops at its first refused move, or at the last move when that reaches no end.
    """
    flow, moves = str(plain["flow"]), tuple(str(entry.word) for entry in good)
    opening = _opening(flow, language, str(plain.get("country", "")), names)
    scenario = Scenario("", language, "", "", "", flow, Persona("", "", ""), "", 0, "", moves)
    recorded: dict[str, Recorded] = {}
    for day, when in _DAYS:
        run = good_call(scenario, names.library, opening, day=day)
        recorded = _recorded(run.events, good[: run.moves_made])
        if run.stopped:
            refused, reasons = good[run.moves_made], run.stopped.reasons
            why = _why(run.case, reasons, names)
            guess = nearest(refused.move.name, _candidates(reasons[0].code, run.case, names))
            report.add("good-refused", refused.word, guess, when=when, why=why)
            break
        if run.case.status != "closed" or run.case.disposition == ABANDONED:
            step = run.case.here.top.step
            report.add("good-unfinished", good[-1].word, step=step, when=when)
            break
        if not _timed(recorded, good, names):
            break
    return recorded


def _timed(recorded: Mapping[str, Recorded], good: Sequence[GoodMove], names: CaseNames) -> bool:
    """Return whether a call records dates or parks, so that its start matters."""
    specs = [names.specs[key] for key in recorded]
    kinds = {cell.kind for spec in specs for cell in (spec, *spec.rows)}
    return bool(kinds & {"date", "datetime"}) or any(entry.move.kind == "park" for entry in good)


def _opening(flow: str, language: str, country: str, names: CaseNames) -> CaseOpened:
    """Return the opening of a call at a desk with all settings filled in."""
    values = tuple((practice_values(language) | _AGENT).items())
    intent = OpenCase("good", flow, "", "", language, _ZONE, values, calendar=WORKING)
    intent = intent._replace(
        country=country or UNKNOWN_COUNTRY, local=local_values(country or _SOME_COUNTRY)
    )
    opened = decide(names.flows, Case(), intent, Stamp(0.0, "", 0.0))
    assert isinstance(opened, Event), "the caller has checked that the flow exists"
    assert isinstance(opened.act, CaseOpened), "an `OpenCase` leads to a `CaseOpened`"
    return opened.act


def _recorded(events: Sequence[Event], moves: Sequence[GoodMove]) -> dict[str, Recorded]:
    """Return the last value recorded by fact key; each move that types a fact is one event."""
    acts = [event.act for event in events if isinstance(event.act, FactRecorded)]
    words = [entry.word for entry in moves if entry.move.kind == "fact"]
    return {act.fact: Recorded(act.value, word) for act, word in zip(acts, words, strict=False)}


def _why(case: Case, reasons: Sequence[Reason], names: CaseNames) -> str:
    """Return the sentences of a refusal, with ids as the file writes them."""
    book = names.library.book(flow_here(names.flows, case).id, "en")
    sentences = []
    for reason in reasons:
        text = sentence(names.words, book, reason)
        sentences.append(text if not reason.id or reason.id in text else f"{text} ({reason.id})")
    return " ".join(sentences)


def _candidates(code: str, case: Case, names: CaseNames) -> list[str]:
    """Return the names that an unknown name may stand for; `code` is that of its refusal."""
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
