"""The good call of a scenario, made in the engine: where it is refused, and whether it ends."""

from collections.abc import Mapping, Sequence

from lenovo_desk.content.checks.scenario_names import CaseNames
from lenovo_desk.content.practice_values import practice_values
from lenovo_desk.content.settings_fields import WORKING
from lenovo_desk.content.yaml.problems import Placed, Report, nearest
from lenovo_desk.core.engine.engine import decide
from lenovo_desk.core.model.case import Case, flow_here, step_here
from lenovo_desk.core.model.dispositions import ABANDONED
from lenovo_desk.core.model.events import CaseOpened, Event, FactRecorded
from lenovo_desk.core.model.intents import OpenCase
from lenovo_desk.core.model.values import Value
from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.time.clock import Stamp
from lenovo_desk.core.walking.moves import Move
from lenovo_desk.core.wording.sentences import sentence
from lenovo_desk.training.model.scenario import Persona, Scenario
from lenovo_desk.training.scoring.good_call import DAY, good_call

_DAYS = (
    (DAY, ""),
    ("2026-11-27T17:40", " when it begins on a Friday at 17:40"),
    ("2026-11-29T23:50", " when it begins on a Sunday at 23:50"),
)
"""A call is trained at any hour: a morning, late on a Friday, a Sunday before midnight."""
_AGENT = {"agent_name": "Camille Martin"}
_ZONE = "UTC"


class GoodMove(NamedTuple):
    """A move of a good call, and the word of the file that says it."""

    word: Placed
    move: Move


class Recorded(NamedTuple):
    """What a good call has recorded for a fact in the end, and the word that records it."""

    value: Value
    word: Placed


def rehearse(
    flow: str, language: str, good: Sequence[GoodMove], names: CaseNames, report: Report
) -> dict[str, Recorded]:
    """Note the first move of a good call that is refused, or that it comes to no end.

    Return what is typed in it, by the name under which a case keeps the fact.
    """
    opening, moves = _opening(flow, language, names), tuple(str(said.word) for said in good)
    scenario = Scenario("", language, "", "", "", flow, Persona("", "", ""), "", 0, "", moves)
    recorded: dict[str, Recorded] = {}
    for day, when in _DAYS:
        made = good_call(scenario, names.library, opening, day=day)
        recorded = _recorded(made.events, good[: made.moves_made])
        if made.stopped:
            stopped, reasons = good[made.moves_made], made.stopped.reasons
            why = _why(made.case, reasons, names)
            guess = nearest(stopped.move.name, _known(reasons[0].code, made.case, names))
            report.add("good-refused", stopped.word, guess, when=when, why=why)
            break
        if made.case.status != "closed" or made.case.disposition == ABANDONED:
            step = made.case.here.top.step
            report.add("good-unfinished", good[-1].word, step=step, when=when)
            break
        if not _timed(recorded, good, names):
            break
    return recorded


def _timed(recorded: Mapping[str, Recorded], good: Sequence[GoodMove], names: CaseNames) -> bool:
    """Tell whether a call names times, so that it can go otherwise at another hour."""
    specs = [names.specs[key] for key in recorded]
    kinds = {one.kind for spec in specs for one in (spec, *spec.rows)}
    return bool(kinds & {"date", "datetime"}) or any(said.move.kind == "park" for said in good)


def _opening(flow: str, language: str, names: CaseNames) -> CaseOpened:
    """Return the opening of a call at a desk that has everything to practise with."""
    values = tuple((practice_values(language) | _AGENT).items())
    intent = OpenCase("good", flow, "", "", language, _ZONE, values, calendar=WORKING)
    opened = decide(names.flows, Case(), intent, Stamp(0.0, "", 0.0))
    assert isinstance(opened, Event), "the flow was looked up before"
    assert isinstance(opened.act, CaseOpened), "that is what was asked for"
    return opened.act


def _recorded(events: Sequence[Event], made: Sequence[GoodMove]) -> dict[str, Recorded]:
    """Return what moves have recorded in the end: each that types a fact is an event of its own."""
    acts = [event.act for event in events if isinstance(event.act, FactRecorded)]
    words = [said.word for said in made if said.move.kind == "fact"]
    return {act.fact: Recorded(act.value, word) for act, word in zip(acts, words, strict=False)}


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
