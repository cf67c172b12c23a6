"""Scores: marks, live and left calls, what was forgotten, flows that changed."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lenovo_desk.core.model import intents as it
from lenovo_desk.core.model.events import CaseOpened
from lenovo_desk.core.model.flow import Flow
from lenovo_desk.core.ports import Library
from lenovo_desk.core.wording.books import Book
from lenovo_desk.training.model.call import MARK_KINDS, Call, TrainerMark
from lenovo_desk.training.reports.evidence_text import evidence_place, evidence_text
from lenovo_desk.training.scoring.evidence import FREE
from lenovo_desk.training.scoring.good_call import good_call
from lenovo_desk.training.scoring.score import LineScore, Score, score
from tests.shipped_content import library, materials
from tests.training.score_checks import evidence, explains
from tests.training.scripted import SCRIPT, at_listening, forgotten, script
from tests.training.shipped_scenarios import SCENARIOS, every_scenario
from tests.training.trainee import Careless, Random, Trainee

CARD = materials().scorecard("fr")


def mark(what: str, name: str = "", points: float = 0.0, reason: str = "parce que") -> TrainerMark:
    return TrainerMark(what, name, points, reason, "trainer", 1.0)


def line(result: Score, name: str) -> LineScore:
    return next(one for one in result.lines if one.line.id == name)


@cache
def whole() -> Call:
    return Trainee(SCRIPT).plays().call()


def marked(*marks: TrainerMark) -> Score:
    return score(whole()._replace(marks=marks), library())


# Marks


def test_a_line_for_ears_waits_for_its_mark_and_counts_only_then() -> None:
    result = marked()
    assert result.awaits_marking
    assert result.judged == result.points < 100.0
    assert line(result, "tone").state == "ears"
    ears = [one.line for one in result.lines if one.state == "ears"]
    every = marked(*(mark("line", one.id, one.points) for one in ears))
    assert not every.awaits_marking
    assert every.percent == 100.0
    assert every.judged == result.judged + sum(one.points for one in ears)
    assert line(every, "tone").state == "marked"


def test_the_last_mark_of_a_line_counts_and_stays_within_its_points() -> None:
    result = marked(mark("line", "tone", 1.0), mark("line", "tone", 3.0))
    assert line(result, "tone").points == 3.0
    assert line(marked(mark("line", "tone", 99.0)), "tone").points == 4.0
    assert line(marked(mark("line", "tone", -1.0)), "tone").points == 0.0


def test_an_overruled_line_keeps_what_was_measured() -> None:
    given_ = mark("line", "path", 5.0)
    overruled = line(marked(given_), "path")
    assert overruled.state == "overruled"
    assert (overruled.points, overruled.measured, overruled.mark) == (5.0, 17.0, given_)
    assert marked(given_).points == marked().points - 12.0


def test_a_line_with_nothing_to_judge_can_be_given_points_all_the_same() -> None:
    assert line(marked(), "phrases_copied").state == "nothing"
    result = marked(mark("line", "phrases_copied", 2.0))
    assert line(result, "phrases_copied").state == "overruled"
    assert result.judged == marked().judged + 4.0


def test_a_trainer_fails_a_call_and_pardons_it() -> None:
    failed = marked(mark("failure", "promise_outside_policy", reason="au téléphone"))
    (one,) = failed.failures
    assert (one.failure.id, one.pardon) == ("promise_outside_policy", None)
    assert one.evidence[-1].code == "trainer"
    assert "au téléphone" in evidence_text(one.evidence[-1], library(), "fr")
    assert failed.percent == 100.0
    assert not failed.passed
    pardon = mark("pardon", "promise_outside_policy")
    pardoned = marked(mark("failure", "promise_outside_policy"), pardon)
    assert pardoned.failures[0].pardon == pardon
    assert pardoned.passed
    again = marked(pardon, mark("failure", "promise_outside_policy"))
    assert not again.passed
    assert not marked(pardon).failures


def test_a_failure_that_was_found_is_pardoned_and_keeps_its_evidence() -> None:
    trainee = Trainee(SCRIPT)
    trainee.writes("Rappelez-vous : 01 99 00 17 34", "public")
    trainee.plays()
    (found,) = score(trainee.call(), library()).failures
    assert found.failure.id == "personal_in_public"
    pardon = mark("pardon", "personal_in_public")
    (pardoned,) = score(trainee.call(pardon), library()).failures
    assert pardoned.evidence == found.evidence
    assert score(trainee.call(pardon), library()).passed
    assert not score(trainee.call(), library()).passed


def test_remarks_are_kept_in_their_order() -> None:
    first, second = mark("remark", reason="Bien."), mark("remark", reason="Plus lent.")
    assert marked(first, mark("line", "tone", 1.0), second).remarks == (first, second)


# What is measured, where no trainee of `faults` comes


class Late(Trainee):
    """Somebody who takes more than the target."""

    over_target = 0.0

    def closes(self) -> None:
        """Close so many seconds after the target."""
        self.passes(SCRIPT.target + self.over_target - self.case.handled)
        super().closes()


def test_each_tenth_over_the_target_is_a_fault_until_nothing_is_left() -> None:
    for over, faults in ((0.0, 0), (1.0, 1), (60.0, 1), (61.0, 2), (9999.0, 4)):
        trainee = Late(script(interrupts=()))
        trainee.over_target = over
        time = line(score(trainee.plays().call(), library()), "time")
        assert len(time.faults) == faults
        assert time.points == 4.0 - faults
        assert [round(one.at) for one in time.faults] == [600 + 60 * n for n in range(faults)]


def test_a_hold_that_is_allowed_is_right_and_one_too_long_is_not() -> None:
    for seconds, allowed, points in (((5.0,), 1, 4.0), ((121.0,), 0, 2.0), ((5.0, 121.0), 1, 0.0)):
        trainee = Trainee(script(interrupts=(), limit=0))
        for one in seconds:
            trainee.do(it.ToggleHold())
            trainee.passes(one)
            trainee.do(it.ToggleHold())
        holds = line(score(trainee.plays().call(), library()), "holds")
        assert len(holds.right) == allowed
        assert holds.points == points


def test_a_phrase_is_not_said_while_the_customer_is_on_hold() -> None:
    trainee = Trainee(script(interrupts=()))
    trainee.do(it.RecordFact("came_by", "phone"))
    trainee.do(it.ToggleHold())
    trainee.passes(60.0)
    trainee.do(it.ToggleHold())
    trainee.do(it.MakeChoice("accepted"))
    trainee.plays(SCRIPT.good[2:])
    faults = line(score(trainee.call(), library()), "phrases_said").faults
    assert [(one.step, one.code) for one in faults] == [("receive", "not_said")]


def test_faults_that_a_line_allows_cost_nothing_and_are_shown() -> None:
    sections = tuple(
        section._replace(
            lines=tuple(
                one._replace(allowed=1) if one.measure == "gates" else one for one in section.lines
            )
        )
        for section in CARD.sections
    )
    trainee = Trainee(SCRIPT, CARD._replace(sections=sections))
    trainee.do(it.MakeChoice("accepted"))
    gates = line(score(trainee.call(), library()), "gates")
    assert gates.points == gates.line.points
    assert [one.code for one in gates.right] == [f"{FREE}gate"]
    assert "toléré" in evidence_text(gates.right[0], library(), "fr")
    trainee.passes(5.0)
    trainee.do(it.MakeChoice("accepted"))
    assert len(line(score(trainee.call(), library()), "gates").faults) == 1


def test_values_are_compared_as_people_would() -> None:
    right = {
        "customer_name": ("Odile MOREL", "odile  morel", "Mme Odile Morel", "Odile Maurel"),
        "customer_phone": ("01 99 00 17 34", "+33 1 99 00 17 34"),
        "complaint_problem": ("tout autre chose, mais long assez",),
    }
    wrong = {"customer_name": ("Jean Petit",), "customer_phone": ("0199001735",)}
    for expected, values in ((0, right), (1, wrong)):
        for fact, typed in values.items():
            for value in typed:
                moves = [
                    f"{fact}={value}" if one.startswith(f"{fact}=") else one for one in SCRIPT.good
                ]
                result = score(Trainee(SCRIPT).plays(moves).call(), library())
                assert len(line(result, "facts_right").faults) == expected, value


def test_words_that_nobody_told_the_trainee_are_not_judged() -> None:
    moves = ["findings=autre" if one.startswith("findings=") else one for one in SCRIPT.good]
    result = score(Trainee(SCRIPT).plays(moves).call(), library())
    assert not line(result, "facts_right").faults
    moves = ["handler=Paul" if one.startswith("handler=") else one for one in SCRIPT.good]
    result = score(Trainee(SCRIPT).plays(moves).call(), library())
    (fault,) = line(result, "facts_right").faults
    assert evidence_text(fault, library(), "fr").endswith(
        "«\u00a0Paul\u00a0» noté, «\u00a0Denis\u00a0» attendu"
    )


def test_another_end_costs_the_outcome_and_the_steps_that_led_there() -> None:
    trainee = Trainee(SCRIPT).plays(SCRIPT.good[:10])
    trainee.do(it.AbandonCase("la cliente a raccroché"))
    result = score(trainee.call(), library())
    (left,) = line(result, "outcome").faults
    assert "la cliente a raccroché" in evidence_text(left, library(), "fr")
    assert line(result, "path").points == 0.0
    assert {one.code for one in line(result, "path").faults} == {"missed"}
    assert line(result, "facts_complete").faults[0].n == 0
    assert not result.passed
    explains(result)


def test_a_step_that_the_good_call_works_twice_is_expected_twice() -> None:
    upward = ("not_sure", "superior=Paul", "+superior_told", "decision=oui", "go_on")
    again = ("not_sure", "+superior_told", "go_on")
    once = (*SCRIPT.good[:18], *upward, *SCRIPT.good[18:])
    twice = (*SCRIPT.good[:18], *upward, *again, *SCRIPT.good[18:])
    result = score(Trainee(script(good=twice)).plays().call(), library())
    assert not [one.faults for one in result.lines if one.faults]
    result = score(Trainee(script(good=twice)).plays(once).call(), library())
    missed = [(one.step, one.code) for one in line(result, "path").faults]
    assert sorted(missed) == [("policy", "missed"), ("report_up", "missed")]
    assert [one.detail for one in line(result, "ticks").faults] == ["superior_told"]
    result = score(Trainee(script(good=once)).plays(twice).call(), library())
    assert {one.code for one in line(result, "path").faults} == {"detour"}
    assert not line(result, "ticks").faults


# States a call can be in


@pytest.mark.slow
@every_scenario
def test_the_score_so_far_of_a_perfect_call_is_perfect_all_along(
    scenario: object,
) -> None:
    index = next(i for i, one in enumerate(SCENARIOS) if one is scenario)
    call = Trainee(SCENARIOS[index]).plays().call()
    for count in range(1, len(call.events), 1 + len(call.events) // 12):
        result = score(call._replace(events=call.events[:count]), library())
        assert not [one.faults for one in result.lines if one.faults]
        assert line(result, "outcome").state == "nothing"


def test_a_live_call_is_charged_with_what_it_has_left_behind_alone() -> None:
    trainee = Trainee(SCRIPT).plays([*SCRIPT.good[:5], *SCRIPT.good[6:10]])
    result = score(trainee.call(), library())
    assert [one.detail for one in line(result, "ticks").faults] == ["heard_out"]
    assert not line(result, "path").faults
    assert not line(result, "facts_complete").faults


def test_a_call_that_has_not_begun_is_not_judged() -> None:
    result = score(Call("none", {}, (), SCRIPT, CARD), library())
    assert (result.points, result.judged, result.percent, result.passed) == (0.0, 0.0, 0.0, False)
    assert {one.state for one in result.lines} == {"nothing", "ears"}


def test_a_forgotten_call_says_what_cannot_be_judged_any_more() -> None:
    trainee = Trainee(SCRIPT)
    trainee.writes("01 99 00 17 34", "public")
    call = forgotten(trainee.plays().call())
    result = score(call, library())
    facts = line(result, "facts_right")
    assert {one.code for one in facts.right} >= {"gone", "value"}
    assert not facts.faults
    assert not line(result, "facts_complete").faults
    gone = next(one for one in facts.right if one.code == "gone")
    assert "effacée" in evidence_text(gone, library(), "fr")
    explains(result)
    bare = script(good=tuple(one for one in SCRIPT.good if not one.startswith("handler")))
    assert score(call._replace(scenario=bare), library())


class Changed:
    """A library that has lost a flow, or in which it has become another."""

    def __init__(self, lost: bool) -> None:
        self._lost = lost

    def __getattr__(self, name: str) -> object:
        return getattr(library(), name)

    def flow(self, name: str) -> Flow:
        """Return the flow of inner flows for every name."""
        if self._lost:
            raise KeyError(name)
        return library().flow("callback")

    def book(self, name: str, language: str) -> Book:
        """Return the wording of another flow."""
        if self._lost:
            raise KeyError(name)
        return library().book("callback", language)


@pytest.mark.parametrize("lost", [True, False])
def test_structures_are_the_calls_own_whatever_became_of_the_library(lost: bool) -> None:
    other: Library = Changed(lost)  # type: ignore[assignment]  # it has all that a library has
    call = whole()._replace(flows=library().closure("complaint"))
    result, before = score(call, other), score(whole(), library())
    for one, full in zip(result.lines, before.lines, strict=True):
        if one.line.measure == "phrases_said":
            assert one.state == "nothing", "nobody knows how long they were"
        else:
            assert (one.points, one.state) == (full.points, full.state)
    for found in evidence(result):
        assert evidence_text(found, other, "zh")
        assert evidence_place(found, other, "zh")


def test_a_good_call_tells_where_it_stops() -> None:
    opening = whole().events[0].act
    assert isinstance(opening, CaseOpened)
    for moves, code in (
        (("accepted",), "needs_fact"),
        (("wait:soon",), "not_a_move"),
        (("came_by=phone", "accepted", "=closed"), "expected_end"),
    ):
        made = good_call(script(good=moves), library(), opening)
        assert made.stopped
        assert made.stopped.reasons[0].code == code
    made = good_call(script(flow="nothing"), library(), opening._replace(flow="nothing"))
    assert made.stopped
    assert not made.events


def test_evidence_says_which_second_and_which_step() -> None:
    trainee = at_listening()
    trainee.do(it.AskCustomer("customer_name"))
    trainee.passes(5.0)
    trainee.do(it.AskCustomer("customer_name"))
    (fault,) = line(score(trainee.call(), library()), "repeats").faults
    assert (fault.n, fault.at, fault.step) == (trainee.case.n, 5.0, "listen")
    assert evidence_place(fault, library(), "fr") == "0:05 · Écouter, apaiser, noter"


CALLS = [Random(SCENARIOS[i % len(SCENARIOS)], i) for i in range(6)]


@cache
def played(index: int) -> Call:
    trainee = CALLS[index]
    for _ in range(80):
        trainee.moves_once()
    if index % 2:
        return Careless(trainee.scenario, index).plays().call()
    return trainee.call()


@given(
    index=st.integers(0, len(CALLS) - 1),
    count=st.integers(0, 120),
    gone=st.booleans(),
    marks=st.lists(
        st.builds(
            mark,
            st.sampled_from((*MARK_KINDS, "other")),
            st.sampled_from(("path", "tone", "left_before_wait", "no_such_line", "")),
            st.floats(-100, 100),
        ),
        max_size=4,
    ),
)
def test_a_score_is_given_whatever_the_events(
    index: int, count: int, gone: bool, marks: list[TrainerMark]
) -> None:
    call = played(index)
    call = call._replace(events=call.events[:count], marks=tuple(marks))
    result = score(forgotten(call) if gone else call, library())
    assert 0.0 <= result.percent <= 100.0
    assert 0.0 <= result.points <= result.judged
    assert len(result.lines) == len(CARD.lines())
