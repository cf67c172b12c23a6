"""Simulated trainees at every shipped scenario: what each of them scores, and why."""

from collections.abc import Callable
from functools import cache

import pytest

from lenovo_desk.core.engine.engine import decide
from lenovo_desk.core.model import intents as it
from lenovo_desk.core.model.case import at_end
from lenovo_desk.core.model.events import Event
from lenovo_desk.core.model.flow import Flow, Flows
from lenovo_desk.core.walking.moves import WalkMove
from lenovo_desk.training.customer.customer import customer
from lenovo_desk.training.model.call import TrainerMark
from lenovo_desk.training.model.scenario import Scenario
from lenovo_desk.training.model.scorecard import MANUAL
from lenovo_desk.training.scoring.score import Score, score
from tests.shipped_content import library, materials
from tests.training import faults
from tests.training.score_checks import evidence, explains, scored, tells
from tests.training.shipped_scenarios import SCENARIOS, every_scenario
from tests.training.trainee import Careless, Hasty, Random, Trainee

pytestmark = pytest.mark.slow


@cache
def perfect(index: int) -> Score:
    return score(Trainee(SCENARIOS[index]).plays().call(), library())


@cache
def faulty(index: int, fault: str) -> Trainee | None:
    return faults.FAULTS[fault][1](SCENARIOS[index])


@every_scenario
def test_the_perfect_trainee_scores_full_marks(scenario: Scenario) -> None:
    trainee = Trainee(scenario).plays()
    result = scored(trainee)
    assert not trainee.refused
    assert trainee.case.completed
    assert result.percent == 100.0, [line.faults for line in result.lines if line.faults]
    assert all(one.points == one.line.points for one in result.lines if one.state == "measured")
    assert result.passed
    assert not result.failures
    assert {one.line.measure for one in result.lines if one.state == "ears"} == {MANUAL}
    assert not trainee.customer().hung_up
    tells(evidence(result), trainee)


@every_scenario
def test_whoever_takes_all_the_time_there_is_keeps_the_customer_too(scenario: Scenario) -> None:
    class Slow(Trainee):
        pace = (scenario.target - Trainee(scenario).plays().case.handled) / len(scenario.good)

        def moves(self, move: WalkMove) -> None:
            self.passes(self.pace)
            super().moves(move)

    trainee = Slow(scenario).plays()
    assert scored(trainee).percent == 100.0
    assert not trainee.customer().hung_up, trainee.customer().utterances


@every_scenario
def test_a_single_fault_costs_exactly_its_line(scenario: Scenario) -> None:
    index, made = SCENARIOS.index(scenario), []
    for fault, (measure, _) in faults.FAULTS.items():
        trainee = faulty(index, fault)
        if trainee is not None:  # not every scenario has room for every fault
            made.append(fault)
            costs_exactly(measure, trainee, perfect(index), fault)
    assert len(made) >= 7, made


def costs_exactly(measure: str, trainee: Trainee, ideal: Score, fault: str) -> None:
    """Check that a trainee lost one fault on the line of a measure, and nothing elsewhere."""
    result = scored(trainee)
    assert trainee.over, fault
    lost = {one.line.measure: one.faults for one in result.lines if one.faults}
    assert lost.keys() == {measure}, (fault, lost)
    for one, full in zip(result.lines, ideal.lines, strict=True):
        if one.line.measure == measure:
            assert len(one.faults) == 1, (fault, one.faults)
            assert one.points == pytest.approx(one.line.points - one.each), fault
            assert one.points < one.line.points, fault
        elif full.state == "measured":
            assert (one.points, one.state) == (one.line.points, "measured"), fault
    assert not result.failures, fault
    explains(result)
    tells(evidence(result), trainee)


def test_every_measured_line_is_lost_by_a_fault_somewhere() -> None:
    lines = materials().scorecard("zh").lines()
    made = {
        measure
        for fault, (measure, _) in faults.FAULTS.items()
        if any(faulty(index, fault) for index in range(len(SCENARIOS)))
    }
    assert {line.measure for line in lines} - {MANUAL} <= made


def test_every_line_for_ears_is_lost_by_a_mark() -> None:
    trainee = Trainee(SCENARIOS[0]).plays()
    for line in trainee.session.scorecard.lines():
        if line.measure == MANUAL:
            mark = TrainerMark("line", line.id, line.points / 2, "", "trainer", 0.0)
            result = score(trainee.call(mark), library())
            assert result.percent < 100.0
            assert [one.points for one in result.lines if one.line == line] == [line.points / 2]


FAILURES = {one.id: one for one in materials().scorecard("en").failures}


@pytest.mark.parametrize("failure", FAILURES)
def test_each_failure_is_brought_about_and_shows_it(failure: str) -> None:
    spec = FAILURES[failure]
    ways: list[Callable[[Scenario, str], Trainee | None]] = []
    ways += [faults.tries_at_once] if spec.gates else []
    ways += [faults.states] if spec.stated else []
    ways += [faults.posts] if spec.posted else []
    for make in ways:
        made = [trainee for scenario in SCENARIOS if (trainee := make(scenario, failure))]
        assert made, f"no scenario can fail by {failure}"
        for trainee in made:
            result = scored(trainee)
            assert failure in [one.failure.id for one in result.failures]
            assert not result.passed
            found = next(one for one in result.failures if one.failure.id == failure)
            assert found.evidence
            tells(found.evidence, trainee)
            explains(result)


@every_scenario
def test_careless_and_hasty_trainees_lose_what_their_evidence_says(scenario: Scenario) -> None:
    for trainee in (Careless(scenario, 1).plays(), Careless(scenario, 2).plays()):
        result = scored(trainee)
        assert result.percent < 100.0
        explains(result)
        tells(evidence(result), trainee)
    hasty = Hasty(scenario).plays()
    result = scored(hasty)
    explains(result)
    tells(evidence(result), hasty)


def ways_out(flow: Flow, step: str) -> bool:
    """Tell whether an end of a flow can be come to from a step, by its graph."""
    seen, todo = {step}, [step]
    while todo:
        here = flow.steps[todo.pop()]
        if here.end:
            return True
        new = {*(choice.goto for choice in here.choices), *here.then.values()} - seen
        seen |= new
        todo += new
    return False


def can_end(flows: Flows, trainee: Trainee) -> bool:
    """Tell whether a case can come to an end of its own flow from where it stands."""
    return trainee.over or all(
        ways_out(flows[frame.flow], frame.step) for frame in trainee.case.here.stack
    )


@every_scenario
def test_no_state_is_without_a_way_out(scenario: Scenario) -> None:
    trainee = Random(scenario, SCENARIOS.index(scenario))
    for count in range(300):
        trainee.moves_once()
        case, session = trainee.case, trainee.session
        assert can_end(session.flows, trainee)
        abandoned = decide(session.flows, case, it.AbandonCase("no more time"), session.now())
        assert isinstance(abandoned, Event)
        if count == 200:
            trainee.do(it.ResumeCase())
            assert trainee.do(it.HearCustomer(1, "hang_up", ""))
            assert trainee.customer().hung_up
    trainee.do(it.ResumeCase())
    result = scored(trainee)
    explains(result)
    tells(evidence(result), trainee)
    if at_end(trainee.session.flows, trainee.case):
        assert trainee.do(it.CloseCase())
    else:
        assert trainee.do(it.AbandonCase("no more time"))
    explains(scored(trainee))


def test_a_customer_who_was_made_angry_hangs_up_and_the_call_can_still_be_ended() -> None:
    for scenario in SCENARIOS:
        if not scenario.limit:
            continue
        trainee = Trainee(scenario)
        for _ in range(scenario.limit):
            trainee.do(it.ToggleHold())
            trainee.passes(61.0)
            trainee.do(it.ToggleHold())
        assert trainee.customer().hung_up
        heard = trainee.customer().utterances
        assert heard[-1].why == "hang_up"
        trainee.plays()
        assert customer(trainee.session.call, trainee.session.now()).utterances == heard
        assert trainee.over
        explains(scored(trainee))
