"""Single faults: the good call with one thing wrong, and the line or the failure it must cost.

A fault is looked for where it touches nothing else: the call without it makes the same events.
"""

from collections.abc import Callable, Iterator
from functools import cache

from lenovo_desk.core.engine.gates import open_fact
from lenovo_desk.core.engine.step_lines import shown_choices, shown_lines
from lenovo_desk.core.model import events as ev
from lenovo_desk.core.model import intents as it
from lenovo_desk.core.model.case import at_end, flow_here
from lenovo_desk.core.model.events import CaseOpened
from lenovo_desk.core.model.flow import WRITTEN
from lenovo_desk.core.walking.moves import WalkMove, parse_move
from lenovo_desk.core.walking.walker import LibraryFlows
from lenovo_desk.training.customer.conversation import fact_key
from lenovo_desk.training.model.scenario import Scenario
from lenovo_desk.training.scoring.call_reading import CallReading, read_call
from lenovo_desk.training.scoring.good_call import GoodCall, good_call
from lenovo_desk.training.scoring.measures import REFUSAL_READ
from tests.shipped_content import library, materials
from tests.training.trainee import Trainee

Make = Callable[[Trainee, WalkMove], bool]
"""Does something wrong before a move, if it can be done there; whether it was."""


class Slipping(Trainee):
    """Works the good call, but once does something wrong before a move."""

    slipped = False

    def __init__(self, scenario: Scenario, slip: Make) -> None:
        super().__init__(scenario)
        self._slip = slip

    def moves(self, move: WalkMove) -> None:
        """Make a move, and before the first one possible the slip."""
        if not self.slipped:
            self.slipped = self._slip(self, move)
        super().moves(move)


def slipping(scenario: Scenario, slip: Make) -> Trainee | None:
    """Return a trainee who slipped once, None where nobody can."""
    trainee = Slipping(scenario, slip)
    trainee.plays()
    return trainee if trainee.slipped else None


@cache
def _good(language: str, name: str) -> tuple[Scenario, GoodCall, CallReading]:
    scenario = next(one for one in materials().scenarios(language) if one.id == name)
    call = Trainee(scenario).call()
    opening = call.events[0].act
    assert isinstance(opening, CaseOpened)
    made = good_call(scenario, library(), opening)
    return scenario, made, read_call(LibraryFlows(library()), made.events)


def _otherwise(scenario: Scenario, change: Callable[[WalkMove], str | None]) -> Iterator[list[str]]:
    """Yield the moves of the good call with one of them changed or left out, where all can be made.

    What is changed must be alone: the other events are the same, what is said among them.
    """
    _, good, reading = _good(scenario.language, scenario.id)
    opening = good.events[0].act
    assert isinstance(opening, CaseOpened)
    for index, text in enumerate(scenario.good):
        move = parse_move(text)
        other = change(move)
        if other == text:
            continue
        moves = [*scenario.good]
        moves[index : index + 1] = [] if other is None else [other]
        made = good_call(scenario._replace(good=tuple(moves)), library(), opening)
        if made.stopped or made.case.path != good.case.path:
            continue
        there = read_call(LibraryFlows(library()), made.events)
        kept = [event.act for event in made.events if not _of(move, event.act)]
        ideal = [event.act for event in good.events if not _of(move, event.act)]
        if kept == ideal and there.phrases == reading.phrases:
            yield moves


def _of(move: WalkMove, act: ev.Act) -> bool:
    """Tell whether an act is what a move does, whatever it records."""
    match act:
        case ev.FactRecorded():
            return move.kind == "fact" and act.fact.rpartition(".")[2] == move.name
        case ev.ItemTicked():
            return move.kind == "tick" and act.item == move.name
        case ev.PhraseCopied():
            return move.kind == "copy" and act.phrase == move.name
    return False


def _with(scenario: Scenario, moves: Iterator[list[str]]) -> Trainee | None:
    found = next(moves, None)
    return Trainee(scenario).plays(found) if found else None


# Lines


def detour(scenario: Scenario) -> Trainee | None:
    """Take another choice, and go back."""

    def slip(trainee: Trainee, move: WalkMove) -> bool:
        session = trainee.session
        if move.kind != "choice":
            return False
        for choice, verdict in shown_choices(session.flows, trainee.case, session.now()):
            if verdict.open and choice.id != move.name and not choice.park:
                trainee.says()
                trainee.do(it.MakeChoice(choice.id))
                trainee.do(it.StepBack())
                return True
        return False

    return slipping(scenario, slip)


def early(scenario: Scenario) -> Trainee | None:
    """Try a choice behind a gate, one that fails nobody."""
    return slipping(scenario, lambda trainee, move: _tries(trainee, failing=False))


def _tries(trainee: Trainee, failing: bool, failure: str = "") -> bool:
    session = trainee.session
    if trainee.over or trainee.case.status != "open":
        return False
    flow = flow_here(session.flows, trainee.case).id
    named = {
        name
        for one in session.scorecard.failures
        if not failure or one.id == failure
        for name in one.gates
    }
    for choice, verdict in shown_choices(session.flows, trainee.case, session.now()):
        ids = {reason.id for reason in verdict.reasons}
        fails = bool((ids | {f"{flow}.{one}" for one in ids}) & named)
        if not verdict.open and fails == failing:
            trainee.do(it.MakeChoice(choice.id))
            return True
    return False


def no_tick(scenario: Scenario) -> Trainee | None:
    """Leave out an item that no gate asks for."""
    change = _otherwise(scenario, lambda move: None if move.kind == "tick" else move.text)
    return _with(scenario, change)


def no_fact(scenario: Scenario) -> Trainee | None:
    """Leave out a fact that no gate and no phrase asks for."""
    change = _otherwise(scenario, lambda move: None if move.kind == "fact" else move.text)
    return _with(scenario, change)


def wrong_fact(scenario: Scenario) -> Trainee | None:
    """Record something else than what the customer said."""
    known = {one.fact.rpartition(".")[2]: one.value for one in scenario.reveals}

    def change(move: WalkMove) -> str:
        if move.kind != "fact" or known.get(move.name, "").strip() != move.value.strip():
            return move.text
        kind = _kind(scenario, move.name)
        other = {
            "phone": "0699999999",
            "email": "wrong@example.com",
            "serial": "WRONG000",
            "text": "quelqu’un d’autre" if len(move.value) <= 30 else move.value,
            "number": "1",
        }.get(kind, move.value)
        return f"{move.name}={other}"

    return _with(scenario, _otherwise(scenario, change))


def _kind(scenario: Scenario, fact: str) -> str:
    _, good, _ = _good(scenario.language, scenario.id)
    flows = LibraryFlows(library())
    for name in good.case.digests:
        if fact in flows[name].facts:
            return flows[name].facts[fact].kind
    return ""


def left_at_the_end(scenario: Scenario) -> Trainee | None:
    """Come to the end, and leave the case unfinished."""

    class Leaving(Trainee):
        def closes(self) -> None:
            assert at_end(self.session.flows, self.case)
            self.do(it.AbandonCase("left at the end"))

    return Leaving(scenario).plays()


def unsaid(scenario: Scenario) -> Trainee | None:
    """Leave a step before its phrase can have been said."""
    _, _, reading = _good(scenario.language, scenario.id)
    for item in reading.phrases:
        if reading.seconds_in_view.get(item, 0.0) == 0.0:

            class Silent(Trainee):
                skipped = item

                def says(self) -> None:
                    top = self.case.here.top
                    if (top.flow, top.step) != self.skipped[:2]:
                        super().says()

            return Silent(scenario).plays()
    return None


def no_copy(scenario: Scenario) -> Trainee | None:
    """Leave out a written phrase."""
    _, good, _ = _good(scenario.language, scenario.id)
    taken = [e.act for e in good.events if isinstance(e.act, ev.PhraseCopied)]
    written = {act.phrase for act in taken if act.via in WRITTEN}
    left_out = _otherwise(
        scenario,
        lambda move: None if move.kind == "copy" and move.name in written else move.text,
    )
    return _with(scenario, left_out)


def altered(scenario: Scenario) -> Trainee | None:
    """Begin a reply with a phrase whose words are ordered, and change them."""

    def slip(trainee: Trainee, move: WalkMove) -> bool:
        session = trainee.session
        if trainee.case.status != "open":
            return False
        book = library().book(flow_here(session.flows, trainee.case).id, trainee.case.language)
        for line, verdict in shown_lines(session.flows, trainee.case, session.now()):
            ordered = book.phrases[line.phrase].authority == "standard"
            text = trainee.phrase(line.phrase)
            if ordered and verdict.open and line.via in WRITTEN and "____" not in text:
                return trainee.writes(f"{text[:-8]} OK", line.via, line.phrase)
        return False

    return slipping(scenario, slip)


def forbidden(scenario: Scenario) -> Trainee | None:
    """Write what a customer should not hear."""
    own = (rule for rule in library().guard_rules() if rule.language == scenario.language)
    text = next(own).says
    return slipping(scenario, lambda trainee, move: trainee.writes(text))


def two_holds(scenario: Scenario) -> Trainee | None:
    """Put the customer on hold once more than is allowed."""

    def slip(trainee: Trainee, move: WalkMove) -> bool:
        for _ in range(2):
            trainee.do(it.ToggleHold())
            trainee.passes(1.0)
            trainee.do(it.ToggleHold())
        return True

    return slipping(scenario, slip) if _good(scenario.language, scenario.id)[2].phrases else None


def long_hold(scenario: Scenario) -> Trainee | None:
    """Leave the customer on hold for more than two minutes, within the target."""

    def slip(trainee: Trainee, move: WalkMove) -> bool:
        trainee.do(it.ToggleHold())
        trainee.passes(121.0)
        trainee.do(it.ToggleHold())
        return True

    return slipping(scenario, slip) if _good(scenario.language, scenario.id)[2].phrases else None


def asks_again(scenario: Scenario) -> Trainee | None:
    """Ask for what the customer has told."""

    def slip(trainee: Trainee, move: WalkMove) -> bool:
        for reveal in scenario.reveals:
            key = fact_key(trainee.session.flows, scenario, reveal.fact)
            if open_fact(trainee.session.flows, trainee.case, reveal.fact):
                if key not in trainee.customer().revealed:
                    trainee.do(it.AskCustomer(reveal.fact))
                return trainee.do(it.AskCustomer(reveal.fact))
        return False

    return slipping(scenario, slip)


def late(scenario: Scenario) -> Trainee | None:
    """Take a little longer than the target."""

    class Late(Trainee):
        def closes(self) -> None:
            self.passes(self.scenario.target + 1.0 - self.case.handled)
            super().closes()

    return Late(scenario).plays()


FAULTS: dict[str, tuple[str, Callable[[Scenario], Trainee | None]]] = {
    "detour": ("path", detour),
    "early": ("gates", early),
    "no_tick": ("ticks", no_tick),
    "no_fact": ("facts_complete", no_fact),
    "wrong_fact": ("facts_right", wrong_fact),
    "left_at_the_end": ("outcome", left_at_the_end),
    "unsaid": ("phrases_said", unsaid),
    "no_copy": ("phrases_copied", no_copy),
    "altered": ("phrases_altered", altered),
    "forbidden": ("wording", forbidden),
    "two_holds": ("holds", two_holds),
    "long_hold": ("holds", long_hold),
    "asks_again": ("repeats", asks_again),
    "late": ("time", late),
}
"""By name: the measure that it must cost, and who makes it; None where a scenario has no room."""


# Failures


def tries_at_once(scenario: Scenario, failure: str) -> Trainee | None:
    """Try a gate while something is missing that must never be, and again when it was named."""

    def slip(trainee: Trainee, move: WalkMove) -> bool:
        if not _tries(trainee, True, failure):
            return False
        trainee.passes(REFUSAL_READ)
        return _tries(trainee, True, failure)

    return slipping(scenario, slip)


def states(scenario: Scenario, failure: str) -> Trainee | None:
    """Write a statement of a failure."""
    rules = materials().scorecard(scenario.language).statements
    text = next((rule.says for rule in rules if rule.id.startswith(f"{failure}.")), "")
    return slipping(scenario, lambda trainee, move: trainee.writes(text)) if text else None


def posts(scenario: Scenario, failure: str) -> Trainee | None:
    """Say in public what only the customer can know."""

    def slip(trainee: Trainee, move: WalkMove) -> bool:
        flows = trainee.session.flows
        for reveal in scenario.reveals:
            found = open_fact(flows, trainee.case, reveal.fact)
            if found and found[1].personal and len(reveal.value) >= 6:
                trainee.writes(f"… {reveal.value} …", "public")
                return True
        return False

    return slipping(scenario, slip)
