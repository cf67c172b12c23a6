"""Attempts, certification, and where a class is weak."""

import pytest

from lenovo_desk.core.model import intents as it
from lenovo_desk.core.model.events import MockCallBegun
from lenovo_desk.training.model.call import TrainerMark
from lenovo_desk.training.reports.progress import (
    Attempt,
    ClassProgress,
    Trainee,
    attempt_of,
    class_progress,
)
from tests.shipped_content import library, materials
from tests.training import faults
from tests.training import trainee as simulated
from tests.training.scripted import SCRIPT

CARD = materials().scorecard("fr")


def one(agent: str, at: float, passed: bool, **more: object) -> Attempt:
    percent = 90.0 if passed else 60.0
    made = Attempt(f"{agent}-{at}", agent, "floppy", "fr", at, percent, passed, (), 300.0, {})
    return made._replace(**more)  # type: ignore[arg-type]  # only of the right kinds


def trainee_of(*attempts: Attempt) -> Trainee:
    (found,) = class_progress(attempts, CARD).trainees
    return found


def test_an_attempt_has_what_a_call_came_to() -> None:
    trainee = simulated.Trainee(SCRIPT)
    trainee.do(it.MakeChoice("accepted"))
    trainee.plays()
    mark = TrainerMark("line", "tone", 1.0, "", "trainer", 0.0)
    found = attempt_of(trainee.call(mark), library())
    assert (found.case, found.agent, found.scenario) == ("call", "camille", "scripted")
    assert (found.language, found.passed, found.again) == ("fr", True, False)
    assert found.at == trainee.case.last.utc if trainee.case.last else 0.0
    assert found.seconds == trainee.case.handled
    assert {name: lost for name, lost in found.lost.items() if lost} == {"gates": 4.0, "tone": 3.0}
    assert "spoken_wording" not in found.lost
    assert {step: lost for step, lost in found.steps.items() if lost} == {"complaint.receive": 4.0}
    assert "complaint.apologise" in found.steps


def test_an_attempt_names_what_failed_it_but_what_was_pardoned() -> None:
    trainee = faults.posts(SCRIPT, "")
    assert trainee
    assert attempt_of(trainee.call(), library()).failures == ("personal_in_public",)
    pardon = TrainerMark("pardon", "personal_in_public", 0.0, "…", "trainer", 0.0)
    found = attempt_of(trainee.call(pardon), library())
    assert not found.failures
    assert found.passed


def test_the_points_lost_at_the_steps_are_those_lost_on_measured_lines() -> None:
    for scenario in materials().scenarios("zh"):
        found = attempt_of(simulated.Careless(scenario, 5).plays().call(), library())
        assert sum(found.steps.values()) == pytest.approx(sum(found.lost.values()), abs=1e-3)


def test_four_of_the_last_five_certify() -> None:
    passes = [one("a", float(n), True) for n in range(4)]
    assert not trainee_of(*passes[:3]).certified
    assert trainee_of(*passes).certified
    assert trainee_of(*passes).passed_of_last == (4, 4)
    assert trainee_of(*passes, one("a", 9.0, False)).certified
    lately = trainee_of(*passes, one("a", 9.0, False), one("a", 10.0, False))
    assert not lately.certified
    assert lately.passed_of_last == (3, 5)
    unordered = trainee_of(one("a", 10.0, False), one("a", 9.0, False), *passes)
    assert unordered == lately


def test_a_call_that_goes_on_from_another_is_practice_and_certifies_nobody() -> None:
    passes = [one("a", float(n), True) for n in range(3)]
    again = one("a", 5.0, True, again=True, percent=100.0)
    found = trainee_of(*passes, again)
    assert not found.certified
    assert found.passed_of_last == (3, 3)
    assert found.best == {"floppy": 90.0}
    assert again in found.attempts


def test_a_call_that_nobody_listened_to_or_that_was_cut_short_is_practice() -> None:
    passes = [one("a", float(n), True) for n in range(4)]
    for practice in ({"fully_judged": False}, {"cut_short": True}):
        failed = one("a", 9.0, False, **practice)
        assert trainee_of(*passes, failed, failed, failed).certified
        alone = trainee_of(*(one("a", float(n), True, **practice) for n in range(5)))
        assert not alone.certified
        assert alone.passed_of_last == (0, 0)
    assert trainee_of(one("a", 1.0, True, fully_judged=False)).best == {"floppy": 90.0}
    assert not trainee_of(one("a", 1.0, True, cut_short=True)).best


def test_a_call_is_heard_when_a_trainer_has_marked_every_line_for_ears() -> None:
    call = simulated.Trainee(SCRIPT).plays().call()
    ears = [line.id for line in CARD.lines() if line.measure == "ears"]
    marks = tuple(TrainerMark("line", name, 1.0, "", "trainer", 0.0) for name in ears)
    assert not attempt_of(call, library()).fully_judged
    assert not attempt_of(call._replace(marks=marks[1:]), library()).fully_judged
    assert attempt_of(call._replace(marks=marks), library()).certifies
    none = [s._replace(lines=tuple(x for x in s.lines if x.id not in ears)) for s in CARD.sections]
    deaf = CARD._replace(sections=tuple(none))
    assert attempt_of(call._replace(scorecard=deaf), library()).certifies


def test_certification_is_by_all_calls_also_where_one_scenario_is_looked_at() -> None:
    passes = [one("a", float(n), True, scenario=f"s{n}") for n in range(4)]
    other = one("b", 1.0, True, scenario="other")
    (found,) = class_progress([*passes, other], CARD, "s1").trainees
    assert found.certified
    assert [attempt.scenario for attempt in found.attempts] == ["s1"]
    assert found.best == {"s1": 90.0}


def test_a_call_says_that_it_goes_on_from_another() -> None:
    call = simulated.Trainee(SCRIPT).plays().call()
    begun = call.events[1]
    assert isinstance(begun.act, MockCallBegun)
    again = begun._replace(act=begun.act._replace(again="call#7"))
    call = call._replace(events=(call.events[0], again, *call.events[2:]))
    found = attempt_of(call, library())
    assert found.again
    assert found.percent == 100.0


def test_the_best_of_each_scenario_is_kept() -> None:
    found = trainee_of(
        one("a", 1.0, True, percent=99.0),
        one("a", 2.0, False),
        one("a", 3.0, False, scenario="late"),
    )
    assert found.best == {"floppy": 99.0, "late": 60.0}


def test_the_weakest_lines_and_steps_of_a_class_come_first() -> None:
    attempts = (
        one(
            "a",
            1.0,
            True,
            lost={"path": 3.0, "gates": 8.0},
            of={"path": 17.0, "gates": 10.0},
            steps={"f.a": 2.0, "f.b": 0.0},
        ),
        one(
            "b",
            2.0,
            True,
            lost={"path": 3.0, "gates": 0.0, "time": 0.0},
            of={"path": 17.0, "gates": 10.0, "time": 4.0},
            steps={"f.b": 3.0},
        ),
    )
    found = class_progress(attempts, CARD)
    assert [trainee.agent for trainee in found.trainees] == ["a", "b"]
    assert [weak[:3] for weak in found.weak_lines] == [("gates", 8.0, 20.0), ("path", 6.0, 34.0)]
    assert [weak[:3] for weak in found.weak_steps] == [("f.b", 3.0, 2.0), ("f.a", 2.0, 1.0)]
    assert found.weak_lines[0].share == 0.4


def test_a_line_counts_by_the_scorecard_that_each_call_was_played_by() -> None:
    before = one("a", 1.0, True, lost={"path": 20.0, "manners": 5.0}, of={"path": 40, "manners": 5})
    after = one("a", 2.0, True, lost={"path": 1.0}, of={"path": 10.0})
    found = class_progress((before, after), CARD)
    assert [weak[:3] for weak in found.weak_lines] == [("manners", 5.0, 5.0), ("path", 21.0, 50.0)]
    call = simulated.Trainee(SCRIPT).plays().call()
    told = attempt_of(call, library())
    assert told.of.keys() == told.lost.keys()
    assert told.of["path"] == 17.0


def test_an_empty_class_is_no_trouble() -> None:
    assert class_progress((), CARD) == ClassProgress((), (), ())
