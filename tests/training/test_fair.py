"""What people do in a call that is no fault, or not as bad as it looks, and costs no more."""

from collections.abc import Callable

from lenovo_desk.core.engine.step_lines import shown_choices
from lenovo_desk.core.model import intents as it
from lenovo_desk.core.phrase_views import copy_intent
from lenovo_desk.core.walking.moves import WalkMove
from lenovo_desk.core.wording.wording import Wording
from lenovo_desk.training.reports.evidence_text import evidence_text
from lenovo_desk.training.reports.progress import attempt_of
from lenovo_desk.training.reports.score_sheet import score_sheet
from lenovo_desk.training.scoring.score import Score, score
from lenovo_desk.training.scoring.way_comparison import compare_ways
from tests.shipped_content import library, materials
from tests.training.scripted import SCRIPT
from tests.training.trainee import Trainee

Hook = Callable[["Human", WalkMove], bool]


class Human(Trainee):
    """Works the good call, and does something of his own before a move; true: instead of it."""

    hook: Hook = staticmethod(lambda human, move: False)
    done = 0

    def moves(self, move: WalkMove) -> None:
        """Do what people do, then the move."""
        if not self.hook(self, move):
            super().moves(move)


def played(name: str, hook: Hook, language: str = "fr") -> Score:
    scripts = (*materials().scenarios(language), SCRIPT)
    human = Human(next(one for one in scripts if one.id == name))
    human.hook = hook
    return score(human.plays().call(), library())


def lost(result: Score) -> dict[str, list[str]]:
    return {one.line.id: [x.code for x in one.faults] for one in result.lines if one.faults}


# Going back


def test_who_steps_back_to_look_and_goes_the_same_way_again_has_lost_nothing() -> None:
    def looks(human: Human, move: WalkMove) -> bool:
        if move.kind == "choice" and human.done < 3:
            human.done += 1
            human.says()
            assert human.do(it.MakeChoice(move.name))
            assert human.do(it.StepBack())
        return False

    assert not lost(played("floppy_drive", looks))


def test_who_looks_two_steps_back_has_lost_nothing_either() -> None:
    trainee = Trainee(SCRIPT).plays(SCRIPT.good[:11])
    assert trainee.do(it.StepBack())
    assert trainee.do(it.StepBack())
    trainee.plays(["recorded", "no", *SCRIPT.good[11:]])
    assert not lost(score(trainee.call(), library()))


def test_another_choice_that_is_taken_back_is_still_a_detour() -> None:
    trainee = Trainee(SCRIPT).plays(SCRIPT.good[:10])
    trainee.do(it.MakeChoice("yes"))
    trainee.do(it.StepBack())
    trainee.do(it.MakeChoice("no"))
    trainee.do(it.StepBack())
    trainee.plays(SCRIPT.good[10:])
    assert lost(score(trainee.call(), library())) == {"path": ["detour"]}


# What is corrected, done early, or interrupted


def test_typing_errors_that_are_corrected_cost_nothing() -> None:
    def mistypes(human: Human, move: WalkMove) -> bool:
        if move.kind == "fact" and move.name in ("serial_number", "customer_phone"):
            human.asks(move.name)
            wrong = "PF9X9X9X" if move.name == "serial_number" else "0611111111"
            assert human.do(it.RecordFact(move.name, wrong))
        return False

    assert not lost(played("backup_hurry", mistypes))


def test_a_tick_that_is_taken_away_and_set_again_costs_nothing() -> None:
    def unticks(human: Human, move: WalkMove) -> bool:
        if move.kind == "tick":
            human.do(it.TickItem(move.name, True))
            human.do(it.TickItem(move.name, False))
        return False

    assert not lost(played("floppy_drive", unticks))


def test_a_call_that_was_parked_and_taken_up_is_the_same_call() -> None:
    def parks(human: Human, move: WalkMove) -> bool:
        human.done += move.kind == "choice"
        if move.kind == "choice" and human.done == 3:
            assert human.do(it.ParkCase("pause", "+1h"))
            human.passes(7200.0)
            assert human.do(it.ResumeCase())
        return False

    assert not lost(played("floppy_drive", parks))


# Another flow


def test_a_flow_opened_aside_is_one_detour_whatever_is_done_in_it() -> None:
    def opens(human: Human, move: WalkMove) -> bool:
        human.done += move.kind == "choice"
        if move.kind == "choice" and human.done == 4:
            flows, seen = human.session.flows, 0
            assert human.do(it.EnterFlow("crisis"))
            while human.case.here.top.flow == "crisis" and seen < 4:
                seen += 1
                for choice, verdict in shown_choices(flows, human.case, human.session.now()):
                    if verdict.open and human.do(it.MakeChoice(choice.id)):
                        break
            assert len([one for one in human.case.path if one.flow == "crisis"]) == 4
            if human.case.here.top.flow == "crisis":
                assert human.do(it.LeaveFlow())
        return False

    assert lost(played("floppy_drive", opens)) == {"path": ["detour"]}


# Languages


def test_a_phrase_copied_in_another_language_is_not_sent_until_it_is_in_the_customers() -> None:
    def reads(again: bool) -> Hook:
        def looks(human: Human, move: WalkMove) -> bool:
            if move.kind == "copy" and not human.done:
                human.done = 1
                assert human.do(it.SwitchLanguage("zh"))
                assert human.do(copy_intent(library(), human.session, move.name))
                assert human.do(it.SwitchLanguage("fr"))
                return not again
            return False

        return looks

    foreign = played("angry_post", reads(again=False))
    assert lost(foreign) == {"phrases_copied": ["copied_foreign"]}
    assert not lost(played("angry_post", reads(again=True)))


def test_phrases_read_in_another_language_for_a_moment_cost_nothing() -> None:
    def looks(human: Human, move: WalkMove) -> bool:
        if move.kind == "choice":
            human.do(it.SwitchLanguage("zh"))
            human.passes(1.0)
            human.do(it.SwitchLanguage("fr"))
        return False

    assert not lost(played("floppy_drive", looks))


# What must never be missing


def forgetting(*tries: float) -> Hook:
    """Forget the tick of the signature; try to go on after so many seconds each, then tick it."""

    def forgets(human: Human, move: WalkMove) -> bool:
        if move.kind == "tick" and move.name == "signed_before" and not human.done:
            human.done = 1
            return True
        if move.kind == "choice" and human.done == 1:
            human.done = 2
            human.says()
            for seconds in tries:
                human.passes(seconds)
                assert not human.do(it.MakeChoice(move.name))
            human.do(it.TickItem("signed_before", True))
        return False

    return forgets


def test_a_forgotten_tick_is_a_fault_and_no_work_without_a_signature() -> None:
    for language in ("fr", "zh"):
        result = played("backup_hurry", forgetting(0.0), language)
        assert lost(result) == {"gates": ["gate"]}
        assert not result.failures
        assert result.passed


def test_a_key_pressed_twice_is_one_try() -> None:
    result = played("backup_hurry", forgetting(0.0, 0.3))
    assert lost(result) == {"gates": ["gate"]}
    assert not result.failures


def test_whoever_tries_again_without_the_signature_that_was_named_fails() -> None:
    result = played("backup_hurry", forgetting(0.0, 5.0))
    (failed,) = result.failures
    assert failed.failure.id == "work_before_backup"
    (found,) = failed.evidence
    assert found.code == "gate_again"
    assert "malgré le premier refus" in evidence_text(found, library(), "fr")
    assert not result.passed


def test_whoever_goes_before_the_wait_is_over_fails_at_once() -> None:
    def leaves(human: Human, move: WalkMove) -> bool:
        if move.kind == "wait" and not human.done:
            human.done = 1
            human.do(it.MakeChoice("over_landline"))
        return False

    (failed,) = played("nobody_home", leaves).failures
    assert failed.failure.id == "left_before_wait"


def test_the_days_and_hours_of_the_good_call_are_no_example_for_a_list() -> None:
    def forgets(human: Human, move: WalkMove) -> bool:
        return move.name == "attempts"

    assert lost(played("nobody_home", forgets)) == {"facts_complete": ["fact_missing"]}


# Who hangs up


def hung_up(upto: int, *moves: str) -> Trainee:
    """Play some moves of the script, have a trainer hang up, and go on with others."""
    trainee = Trainee(SCRIPT).plays(SCRIPT.good[:upto])
    assert trainee.do(it.HearCustomer(1, "hang_up", "Tant pis !"))
    return trainee.plays(moves)


def test_a_call_that_the_trainer_ended_is_judged_as_far_as_it_had_come() -> None:
    trainee = hung_up(10, "abandon:la cliente a raccroché")
    result = score(trainee.call(), library())
    assert result.cut_short
    assert not lost(result)
    assert {one.line.id: one.state for one in result.lines}["outcome"] == "nothing"
    assert {row.kind for row in compare_ways(trainee.call(), library())} == {"same"}
    told = score_sheet(trainee.call(), library(), Wording(library(), "fr"))
    assert "qui a raccroché\u00a0: 100\u00a0% jusque-là, un entraînement" in told.verdict
    assert not result.passed, "neither passed nor missed"
    one = attempt_of(trainee.call(), library())
    assert (one.cut_short, one.whole, one.certifies) == (True, False, False)


def test_what_went_wrong_before_the_trainer_hung_up_still_counts() -> None:
    trainee = Trainee(SCRIPT)
    trainee.do(it.MakeChoice("accepted"))
    trainee.plays([*SCRIPT.good[:5], *SCRIPT.good[6:10]])
    trainee.do(it.HearCustomer(1, "hang_up", ""))
    trainee.do(it.AbandonCase("no time"))
    result = score(trainee.call(), library())
    assert lost(result) == {"gates": ["gate"], "ticks": ["not_ticked"]}


def test_whoever_works_the_case_to_its_end_after_a_hang_up_is_judged_whole() -> None:
    trainee = hung_up(10, *SCRIPT.good[10:])
    result = score(trainee.call(), library())
    assert trainee.case.completed
    assert not result.cut_short
    assert {one.line.id: one.state for one in result.lines}["outcome"] == "measured"


def test_a_customer_who_was_driven_away_costs_the_outcome_and_it_is_said_why() -> None:
    trainee = Trainee(SCRIPT)
    for _ in range(4):
        trainee.do(it.ToggleHold())
        trainee.passes(61.0)
        trainee.do(it.ToggleHold())
    assert trainee.customer().hung_up
    trainee.do(it.AbandonCase("elle a raccroché"))
    result = score(trainee.call(), library())
    assert not result.cut_short
    (fault,) = next(one.faults for one in result.lines if one.line.id == "outcome")
    assert fault.code == "end_gone"
    assert "poussé à bout" in evidence_text(fault, library(), "fr")
    assert not result.passed
