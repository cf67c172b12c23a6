"""Coaching: the trainee's way beside the good one."""

import pytest

from lenovo_desk.core.model import intents as it
from lenovo_desk.training.model.call import Call
from lenovo_desk.training.scoring.alignment import align_ways
from lenovo_desk.training.scoring.call_reading import Departure
from lenovo_desk.training.scoring.score import score
from lenovo_desk.training.scoring.way_comparison import WayRow, compare_ways
from tests.shipped_content import library, materials
from tests.training.scripted import SCRIPT, at_listening
from tests.training.shipped_scenarios import SCENARIOS, every_scenario
from tests.training.trainee import Careless, Hasty, Random, Trainee

Shape = tuple[str, str, str]


def rows_of(trainee: Trainee) -> tuple[WayRow, ...]:
    return compare_ways(trainee.call(), library())


def shapes(rows: tuple[WayRow, ...]) -> list[Shape]:
    return [(row.kind, row.step, row.choice) for row in rows]


@every_scenario
def test_a_perfect_call_is_the_same_all_along(scenario: object) -> None:
    index = next(i for i, one in enumerate(SCENARIOS) if one is scenario)
    rows = rows_of(Trainee(SCENARIOS[index]).plays())
    assert {row.kind for row in rows} == {"same"}
    assert all(row.ideal == (row.flow, row.step, row.choice) for row in rows)
    assert not any(row.evidence for row in rows)
    assert [row.n for row in rows] == sorted(row.n for row in rows)


def test_a_detour_is_where_they_part_and_they_meet_again() -> None:
    trainee = Trainee(SCRIPT).plays(SCRIPT.good[:10])
    assert trainee.case.here.top.step == "safety"
    trainee.do(it.MakeChoice("yes"))
    trainee.do(it.StepBack())
    trainee.plays(SCRIPT.good[10:])
    rows = rows_of(trainee)
    assert shapes(rows)[1:5] == [
        ("same", "listen", "recorded"),
        ("parted", "safety", "yes"),
        ("detour", "make_safe", "<"),
        ("same", "safety", "no"),
    ]
    assert rows[2].ideal == ("complaint", "safety", "no")
    assert [one.code for one in rows[2].evidence] == ["detour"]
    assert [row.kind for row in rows].count("parted") == 1
    assert {row.kind for row in rows[4:]} == {"same"}


def test_another_choice_stands_beside_the_one_of_the_good_call() -> None:
    trainee = Trainee(SCRIPT).plays(SCRIPT.good[:18])
    trainee.plays(["not_sure", "superior=Paul", "+superior_told", "decision=oui", "go_on"])
    trainee.plays(SCRIPT.good[18:])
    rows = rows_of(trainee)
    parted = next(row for row in rows if row.kind == "parted")
    assert (parted.step, parted.choice) == ("policy", "not_sure")
    assert parted.ideal == ("complaint", "policy", "inside")
    assert shapes(rows)[-1] == ("same", "end_closed", "")


def test_what_was_not_come_to_is_missed_and_has_its_own_evidence() -> None:
    trainee = Trainee(SCRIPT).plays(SCRIPT.good[:10])
    trainee.do(it.AbandonCase("raccroché"))
    rows = rows_of(trainee)
    missed = [row for row in rows if not row.n]
    assert [row.kind for row in missed] == ["parted"] + ["missed"] * (len(missed) - 1)
    assert all(row.ideal and row.ideal[2] and not row.choice for row in missed)
    apologise = next(row for row in missed if row.step == "apologise")
    assert {one.code for one in apologise.evidence} == {
        "missed", "not_seen", "not_ticked", "fact_missing_value",
    }  # fmt: skip
    assert rows[-1][:4] == ("detour", "complaint", "safety", "")


def test_a_live_call_is_compared_as_far_as_it_has_come() -> None:
    rows = rows_of(at_listening())
    assert shapes(rows) == [("same", "receive", "accepted"), ("same", "listen", "")]
    assert not compare_ways(Call("none", {}, (), SCRIPT, materials().scorecard("fr")), library())


@pytest.mark.slow
def test_every_fault_stands_at_one_step() -> None:
    for index, scenario in enumerate(SCENARIOS):
        wanderer = Random(scenario, index)
        for _ in range(60):
            wanderer.moves_once()
        for trainee in (Careless(scenario, index).plays(), Hasty(scenario).plays(), wanderer):
            found = [one for row in rows_of(trainee) for one in row.evidence]
            assert len(found) == len(set(found))
            result = score(trainee.call(), library())
            faults = {one for line in result.lines for one in line.faults}
            failed = {one for failure in result.failures for one in failure.evidence}
            assert set(found) == faults | failed


def way(*choices: str) -> list[Departure]:
    made = [choice.split(".") for choice in choices]
    return [Departure("flow", step, how, n, float(n)) for n, (step, how) in enumerate(made, 1)]


def test_the_same_step_left_otherwise_is_one_fault_and_going_back_none() -> None:
    good = way("a.x", "b.x", "c.x")
    for made, faults in (
        (way("a.x", "b.x", "c.x"), 0),
        (way("a.x", "b.y", "c.x"), 1),
        (way("a.x", "c.x"), 1),
        (way("a.x", "b.y", "d.<", "b.x", "c.x"), 1),
        (way("a.x", "a.x", "a.x", "b.x", "c.x"), 2),
        (way("d.x"), 4),
        ([], 3),
    ):
        pairs = align_ways(good, made)
        assert sum(pair.fault for pair in pairs) == faults
        assert [pair.trainee for pair in pairs if pair.trainee] == made
        assert [pair.ideal for pair in pairs if pair.ideal] == good


def test_a_live_way_is_not_charged_with_what_is_to_come() -> None:
    good = way("a.x", "b.x", "c.x")
    for made, faults, come in ((way("a.x"), 0, 1), (way("a.x", "b.y"), 1, 2), ([], 0, 0)):
        pairs = align_ways(good, made, live=True)
        assert sum(pair.fault for pair in pairs) == faults
        assert sum(1 for pair in pairs if pair.ideal) == come
