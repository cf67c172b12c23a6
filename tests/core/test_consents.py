"""A consent holds for what was consented to, and a decision holds fast: awkward situations."""

import json

import pytest

from lenovo_desk.core.engine.step_lines import shown_choices, shown_items, shown_lines
from lenovo_desk.core.model import events as ev
from lenovo_desk.core.model import intents as it
from lenovo_desk.core.model.events import Event, Refusal
from lenovo_desk.core.reasons import Reason
from tests.core.agreement import agree
from tests.core.machine import Machine
from tests.core.small_flows import repair

FEE_DIFFERS = Reason("signed_otherwise", "signed", detail="repair.fee")


class Desk(Machine):
    """A repair at work, with what these tests ask of it."""

    def reasons(self, choice: str) -> tuple[Reason, ...]:
        """Return why a choice of this step is locked; () when it is open."""
        return next(
            verdict.reasons
            for one, verdict in shown_choices(self.flows, self.case, self.now())
            if one.id == choice
        )

    @property
    def open(self) -> set[str]:
        """The choices of this step that are open."""
        choices = shown_choices(self.flows, self.case, self.now())
        return {choice.id for choice, verdict in choices if verdict.open}

    @property
    def boxes(self) -> dict[str, bool]:
        """The items to tick here, and whether they are ticked."""
        items = shown_items(self.flows, self.case, self.now())
        return {item.name: item.ticked is not None for item in items}

    @property
    def phrases(self) -> dict[str, bool]:
        """The phrases of this step, and whether they are open."""
        lines = shown_lines(self.flows, self.case, self.now())
        return {line.phrase: verdict.open for line, verdict in lines}

    @property
    def told(self) -> list[tuple[int, str, str, tuple[str, ...]]]:
        """What the journal says of consents: event, item, what, facts."""
        return [(event.n, *mark) for event in self.events for mark in event.consents]

    def why(self, intent: it.Intent) -> Reason:
        """Return the first reason why an intent is refused."""
        answer = self.do(intent)
        assert isinstance(answer, Refusal)
        return answer.reasons[0]


@pytest.fixture
def desk() -> Desk:
    """A case whose fee of 100 is recorded, at the step that signs it."""
    desk = Desk(repair())
    desk.begin()
    assert desk.record("fee", "100")
    return desk


@pytest.fixture
def signed(desk: Desk) -> Desk:
    """The same signed, at the step after it."""
    assert desk.tick("signed")
    assert desk.choose("on")
    return desk


@pytest.fixture
def working(signed: Desk) -> Desk:
    """The same, formatting and plan agreed, in the work."""
    assert signed.record("formatting", "no")
    assert signed.record("plan", "board")
    assert signed.choose("agreed")
    return signed


class TestAtItsOwnStep:
    def test_a_typo_corrected_before_leaving_opens_the_box_again(self, desk: Desk) -> None:
        desk.tick("signed")
        assert "on" in desk.open
        desk.record("fee", "900")
        assert desk.boxes["signed"] is False
        assert desk.reasons("on") == (FEE_DIFFERS,)
        assert desk.told == [(4, "repair.signed", "fell", ("repair.fee",))]

    def test_ticked_again_it_covers_the_new_value(self, desk: Desk) -> None:
        desk.tick("signed")
        desk.record("fee", "900")
        assert desk.tick("signed")
        assert "on" in desk.open
        desk.record("fee", "100")
        assert "on" not in desk.open

    def test_a_box_that_fell_cannot_be_unticked(self, desk: Desk) -> None:
        desk.tick("signed")
        desk.record("fee", "900")
        assert desk.why(it.TickItem("signed", on=False)).code == "no_change"

    def test_emptied_is_another_value_and_the_box_waits_for_one(self, desk: Desk) -> None:
        desk.tick("signed")
        desk.do(it.ClearFact("fee"))
        assert desk.boxes["signed"] is False
        assert desk.why(it.TickItem("signed")).code == "needs_fact"
        desk.record("fee", "100")
        assert desk.boxes["signed"] is True

    def test_signed_then_declined_is_no_debt(self, desk: Desk) -> None:
        desk.tick("signed")
        desk.choose("declined")
        desk.record("fee", "900")
        assert "on" in desk.open
        assert desk.boxes == {}
        assert desk.phrases == {"take_fee": False}

    def test_nothing_recorded_is_a_value_too(self, desk: Desk) -> None:
        desk.tick("parts_signed")
        assert desk.boxes["parts_signed"] is True
        desk.record("parts", "board | 80")
        assert desk.boxes["parts_signed"] is False


class TestWhatIsOwed:
    def test_the_way_on_is_locked_and_the_box_and_its_phrase_come_along(self, signed: Desk) -> None:
        assert signed.boxes == {}
        assert signed.phrases == {}
        signed.record("fee", "900")
        assert signed.open == set()
        assert signed.reasons("set_fee") == (FEE_DIFFERS,)
        assert signed.boxes == {"repair.signed": False}
        assert signed.phrases == {"price": True}
        assert isinstance(signed.do(it.CopyPhrase("price", "en", "900", "standard")), Event)

    def test_given_again_where_the_case_stands(self, signed: Desk) -> None:
        entered = signed.case.here.entered
        signed.passes(60).record("fee", "900")
        answer = signed.do(it.TickItem("repair.signed"))
        assert isinstance(answer, Event)
        assert answer.act == ev.ItemTicked("repair.signed", True)
        assert "agreed" in signed.open
        assert signed.case.here.entered == entered
        assert len(signed.case.trail) == 2
        assert [what for _, _, what, _ in signed.told] == ["fell", "stands"]

    def test_it_is_ticked_by_its_short_name_as_well(self, signed: Desk) -> None:
        signed.record("fee", "900")
        assert signed.tick("signed")
        assert signed.events[-1].act == ev.ItemTicked("repair.signed", True)

    def test_a_slip_is_undone_as_long_as_the_case_stays_there(self, signed: Desk) -> None:
        signed.record("fee", "900")
        signed.tick("signed")
        assert signed.boxes == {"repair.signed": True}
        assert signed.tick("repair.signed", on=False)
        assert signed.reasons("agreed") == (Reason("signed_otherwise", "signed"),)
        assert signed.tick("signed")
        assert signed.choose("agreed")
        assert signed.boxes == {}

    def test_another_value_and_back_stands_again(self, signed: Desk) -> None:
        signed.record("fee", "900")
        signed.record("fee", "100")
        assert "agreed" in signed.open
        assert signed.boxes == {}
        assert [what for _, _, what, _ in signed.told] == ["fell", "stands"]

    def test_the_same_value_recorded_again_changes_nothing(self, signed: Desk) -> None:
        signed.record("fee", "100.00 yuan")
        assert "agreed" in signed.open
        assert signed.told == []

    def test_signed_for_the_new_value_the_old_one_makes_it_fall(self, signed: Desk) -> None:
        signed.record("fee", "900")
        signed.tick("signed")
        signed.record("fee", "100")
        assert signed.open == set()

    def test_five_steps_later_it_is_owed_all_the_same(self, working: Desk) -> None:
        for choice in ("on", "on"):
            working.choose(choice)
        assert working.at == "hand_back"
        working.record("fee", "900")
        assert working.boxes == {"received": False, "repair.signed": False}
        assert working.tick("received")
        assert working.reasons("on") == (FEE_DIFFERS,)
        assert working.tick("signed")
        assert working.choose("on")

    def test_the_signed_paper_says_otherwise_and_the_customer_is_gone(self, working: Desk) -> None:
        working.record("fee", "900")
        assert working.reasons("on") == (FEE_DIFFERS,)
        working.record("fee", "100")
        assert working.choose("on")

    def test_two_signatures_are_two_ticks(self, desk: Desk) -> None:
        desk.tick("signed")
        desk.tick("parts_signed")
        desk.choose("both")
        desk.record("fee", "900")
        desk.record("parts", "board | 80")
        assert {reason.id for reason in desk.reasons("agreed")} == {"signed", "parts_signed"}
        desk.tick("signed")
        assert [reason.id for reason in desk.reasons("agreed")] == ["parts_signed"]
        desk.tick("parts_signed")
        assert "agreed" in desk.open

    def test_rows_are_one_value_and_a_row_more_is_another(self, desk: Desk) -> None:
        desk.record("parts", "board | 80")
        desk.tick("signed")
        desk.tick("parts_signed")
        desk.choose("both")
        desk.record("parts", "board | 80; fan | 5")
        assert desk.open == set()
        desk.record("parts", "board | 80.0")
        assert "agreed" in desk.open

    @pytest.mark.parametrize(
        ("value", "stays"),
        [
            ("Écran\u00a024\u202fp", True),
            ("E\u0301cran  24 p ", True),
            ("\ufeffÉcran 24\u200b p", True),
            ("Ecran 24 p", False),
            ("écran 24 p", False),
            ("Écran 24p", False),
            ("Écran 24 p.", False),
        ],
    )
    def test_what_nobody_sees_is_no_other_value(self, value: str, stays: bool) -> None:
        desk = Desk(repair())
        desk.begin()
        desk.record("paid", "yes")
        desk.record("extra", "Écran 24 p")
        desk.tick("parts_signed")
        desk.record("extra", value)
        assert desk.boxes["parts_signed"] is stays
        agree(desk)

    def test_rows_in_another_order_are_another_value_and_in_other_spaces_are_not(
        self, desk: Desk
    ) -> None:
        desk.record("parts", "board A | 80; fan | 5")
        desk.tick("parts_signed")
        desk.record("parts", "board\u00a0A | 80.0; fan | 5")
        assert desk.boxes["parts_signed"] is True
        desk.record("parts", "fan | 5; board A | 80")
        assert desk.boxes["parts_signed"] is False
        agree(desk)

    def test_what_was_signed_may_be_emptied_and_is_then_owed(self, desk: Desk) -> None:
        desk.record("parts", "board | 80")
        desk.tick("signed")
        desk.tick("parts_signed")
        desk.choose("both")
        desk.do(it.ClearFact("parts"))
        assert desk.boxes == {"repair.parts_signed": False}
        assert desk.tick("parts_signed")
        assert "agreed" in desk.open

    def test_a_derived_fact_stands_for_what_it_derives_from(self, working: Desk) -> None:
        working.choose("on")
        working.choose("on")
        working.record("came_by", "2026-11-20 09:00")
        working.record("ready_by", "2026-11-20 10:00")
        working.tick("received")
        working.record("ready_by", "2026-11-20 11:00")
        assert working.reasons("on") == (
            Reason("signed_otherwise", "received", detail="repair.ready_by"),
        )

    def test_a_when_that_turns_false_and_true_changes_nothing(self, desk: Desk) -> None:
        desk.record("paid", "yes")
        desk.record("extra", "a cable")
        desk.tick("signed")
        desk.tick("parts_signed")
        desk.choose("both")
        desk.record("paid", "no")
        assert "agreed" in desk.open
        assert desk.told == []

    def test_a_fact_that_nothing_covers_is_corrected_freely(self, signed: Desk) -> None:
        signed.record("customer", "Zoé")
        signed.record("customer", "Zoé L’Hermite")
        assert "agreed" in signed.open
        assert signed.told == []

    def test_a_choice_that_sets_the_fact_makes_it_owed(self, signed: Desk) -> None:
        assert signed.choose("set_fee")
        assert signed.told == [(5, "repair.signed", "fell", ("repair.fee",))]
        assert "on" not in signed.open
        signed.back()
        assert signed.told[-1] == (6, "repair.signed", "stands", ())
        assert "agreed" in signed.open

    def test_a_phrase_that_needs_the_signature_is_locked_until_it_is_given(
        self, working: Desk
    ) -> None:
        assert working.phrases == {"take_fee": True}
        working.record("fee", "900")
        assert working.phrases == {"take_fee": False, "price": True}
        working.tick("signed")
        assert working.phrases == {"take_fee": True}


class TestWhatIsNeverLocked:
    def test_choices_that_stay_here(self, working: Desk) -> None:
        working.record("fee", "900")
        assert {"cared", "later"} <= working.open
        assert working.choose("cared")
        assert "on" not in working.open
        assert working.choose("later")
        assert working.case.status == "parked"
        working.do(it.ResumeCase())
        assert working.boxes == {"repair.signed": False}

    def test_a_choice_that_asks_the_differing_fact_anew(self, working: Desk) -> None:
        working.record("fee", "900")
        assert "anew" in working.open
        assert "to_parts" not in working.open
        assert working.choose("anew")
        assert working.boxes == {}
        assert working.open == {"on"}

    def test_one_that_asks_anew_what_a_tick_taken_back_was_for(self, working: Desk) -> None:
        working.record("fee", "900")
        working.tick("signed")
        working.tick("repair.signed", on=False)
        undone = Reason("signed_otherwise", "signed")
        assert working.reasons("on") == (undone,)
        assert working.reasons("to_parts") == (undone,)
        assert working.choose("anew")
        assert working.boxes == {}

    def test_one_that_asks_another_covered_fact_anew_leaves_the_debt(self, desk: Desk) -> None:
        desk.tick("signed")
        desk.tick("parts_signed")
        desk.choose("both")
        desk.choose("agreed")
        desk.record("fee", "900")
        desk.record("parts", "fan | 5")
        assert [reason.id for reason in desk.reasons("anew")] == ["parts_signed"]
        assert desk.reasons("to_parts") == (FEE_DIFFERS,)

    def test_leaving_the_case_in_any_way(self, signed: Desk) -> None:
        signed.record("fee", "900")
        assert isinstance(signed.do(it.ParkCase("out of hours", "+1h")), Event)
        assert isinstance(signed.do(it.ResumeCase()), Event)
        assert signed.open == set()
        assert isinstance(signed.do(it.HandOver("the depot goes on")), Event)

    def test_abandoning(self, signed: Desk) -> None:
        signed.record("fee", "900")
        assert isinstance(signed.do(it.AbandonCase("hung up")), Event)

    def test_taken_over_it_is_owed_at_the_new_desk(self, signed: Desk) -> None:
        signed.record("fee", "900")
        signed.do(it.TakeOver("bo", "field"))
        signed.do(it.ResumeCase())
        assert signed.boxes == {"repair.signed": False}
        assert signed.open == set()
        assert signed.tick("signed")
        assert "agreed" in signed.open

    def test_a_mock_call_obeys_the_same_law(self) -> None:
        desk = Desk(repair())
        desk.begin_mock()
        desk.record("fee", "100")
        desk.tick("signed")
        desk.choose("on")
        desk.record("fee", "900")
        assert desk.open == set()
        assert not desk.choose("agreed")
        assert desk.events[-1].act == ev.GateTried("explain", "agreed", (FEE_DIFFERS,))


class TestGoingBack:
    def test_to_its_own_step_the_box_is_open_there(self, signed: Desk) -> None:
        signed.record("fee", "900")
        signed.back()
        assert signed.boxes == {"signed": False, "parts_signed": False}
        assert signed.tick("signed")
        assert signed.choose("on")
        assert "agreed" in signed.open

    def test_to_its_own_step_there_is_the_other_way_out(self, signed: Desk) -> None:
        signed.record("fee", "900")
        signed.back()
        assert signed.choose("declined")
        assert "on" in signed.open

    def test_and_on_by_the_same_choice_restamps_nothing(self, working: Desk) -> None:
        entered = working.case.here.entered
        working.passes(3000).back()
        working.back()
        working.choose("on")
        working.choose("agreed")
        assert working.case.here.entered == entered
        assert working.told == []

    def test_changed_behind_the_signature_the_way_on_is_shut(self, signed: Desk) -> None:
        signed.back()
        signed.record("fee", "900")
        assert signed.reasons("on") == (FEE_DIFFERS,)

    def test_a_value_set_by_a_choice_taken_back_is_gone_from_the_consent(self, desk: Desk) -> None:
        desk.choose("declined")
        desk.choose("explain_again")
        desk.choose("set_fee")
        desk.choose("second_visit")
        desk.tick("signed")
        desk.choose("on")
        assert "agreed" in desk.open
        assert dict(desk.case.consents[desk.case.trail[-2].serial, "signed"].values) == {
            "repair.fee": "7"
        }

    def test_given_in_place_and_stepped_back_from_it_stays_given(self, working: Desk) -> None:
        working.record("fee", "900")
        working.tick("signed")
        working.choose("on")
        working.back()
        working.back()
        assert working.at == "explain"
        assert "agreed" in working.open


class TestAskedAnew:
    def test_it_ends_the_consent_for_good(self, working: Desk) -> None:
        working.choose("anew")
        assert working.told == [(8, "repair.signed", "fell", ("repair.fee",))]
        working.record("fee", "100")
        assert working.boxes == {}
        assert working.open == {"on"}
        assert [what for _, _, what, _ in working.told] == ["fell"]

    def test_taken_back_it_has_ended_nothing(self, working: Desk) -> None:
        working.choose("anew")
        working.back()
        assert "on" in working.open
        assert working.phrases == {"take_fee": True}
        assert [what for _, _, what, _ in working.told] == ["fell", "stands"]

    def test_a_second_visit_asks_for_a_tick_of_its_own(self, working: Desk) -> None:
        working.choose("second_visit")
        assert working.boxes == {"signed": False, "parts_signed": False}
        working.record("fee", "900")
        assert working.reasons("on") == (Reason("needs_item", "signed"),)
        assert "declined" in working.open
        working.tick("signed")
        assert working.choose("on")
        assert "agreed" in working.open

    def test_stepping_back_from_the_second_visit_brings_the_first_consent_back(
        self, working: Desk
    ) -> None:
        working.choose("second_visit")
        working.record("fee", "900")
        working.back()
        assert working.reasons("on") == (FEE_DIFFERS,)


class TestADecision:
    def test_holds_fast(self, working: Desk) -> None:
        for intent in (
            it.RecordFact("formatting", "yes"),
            it.RecordFact("repair.plan", "disk"),
            it.ClearFact("plan"),
        ):
            assert working.why(intent).code == "decided"
        assert working.record("formatting", "no")

    def test_names_a_choice_here_that_asks_anew_or_leads_to_its_step(self, working: Desk) -> None:
        assert working.why(it.RecordFact("plan", "disk")).detail == "plan_anew"
        assert working.why(it.RecordFact("formatting", "yes")).detail == "explain_again"
        working.choose("on")
        assert working.why(it.RecordFact("plan", "disk")) == Reason("decided", "plan")

    def test_locks_a_choice_that_would_set_another_value(self, working: Desk) -> None:
        assert working.reasons("format")[0][:2] == ("decided", "formatting")
        assert not working.choose("format")
        assert isinstance(working.events[-1].act, ev.GateTried)

    def test_is_free_once_its_step_is_visited_again(self, working: Desk) -> None:
        working.choose("explain_again")
        assert working.record("plan", "disk")
        working.choose("agreed")
        assert working.why(it.RecordFact("plan", "board")).code == "decided"

    def test_is_free_once_the_fact_is_asked_anew(self, working: Desk) -> None:
        working.choose("plan_anew")
        assert working.record("plan", "disk")
        assert working.record("plan", "board")
        assert working.why(it.RecordFact("formatting", "yes")).code == "decided"

    def test_is_free_once_it_is_taken_back(self, working: Desk) -> None:
        working.back()
        assert working.record("plan", "disk")
        working.choose("agreed")
        assert working.why(it.RecordFact("plan", "board")).code == "decided"

    def test_allows_the_value_in_other_spaces(self) -> None:
        flows = repair()
        flows["repair"]["facts"]["plan"] = {}
        desk = Desk(flows)
        desk.begin()
        desk.choose("declined")
        desk.choose("explain_again")
        desk.record("plan", "a new board")
        desk.choose("agreed")
        assert desk.record("plan", "a\u00a0new  board")
        assert "on" in desk.open
        assert desk.why(it.RecordFact("plan", "a new  boat")).code == "decided"
        agree(desk)

    def test_none_is_a_value(self, signed: Desk) -> None:
        signed.choose("agreed")
        assert signed.why(it.RecordFact("plan", "disk")).code == "decided"

    def test_set_now_is_another_moment(self, signed: Desk) -> None:
        signed.choose("moved")
        assert signed.reasons("came") == (Reason("decided", "came_by", detail="explain_again"),)
        assert signed.why(it.RecordFact("ready_by", "2026-11-20 10:00")).code == "decided"
        assert "on" in signed.open

    def test_the_same_choice_made_again_at_its_step_sets_it_anew(self, signed: Desk) -> None:
        signed.choose("moved")
        signed.passes(60).choose("explain_again")
        assert signed.choose("moved")


class TestADecidedValueThatWasTypedElsewhere:
    """A value typed while the fact was free stays when that way is stepped back from."""

    @pytest.fixture
    def strayed(self, working: Desk) -> Desk:
        working.record("plan", "board")
        working.choose("explain_again")
        working.choose("agreed")
        working.choose("plan_anew")
        assert working.record("plan", "disk")
        assert working.back()
        return working

    def test_locks_the_way_on_until_it_is_what_was_decided(self, strayed: Desk) -> None:
        locked = Reason("decided", "plan", detail="plan_anew")
        for choice in ("on", "anew", "second_visit", "inside"):
            assert strayed.reasons(choice) == (locked,)
        assert not strayed.choose("on")
        assert strayed.record("plan", "board")
        assert strayed.choose("on")

    def test_leaves_open_what_stays_asks_anew_or_decides_anew(self, strayed: Desk) -> None:
        assert {"cared", "later", "plan_anew", "explain_again"} <= strayed.open
        assert strayed.record("plan", "disk")
        assert strayed.choose("explain_again")
        assert strayed.choose("agreed")
        assert "on" in strayed.open

    def test_is_no_other_value_than_the_decided_one(self, strayed: Desk) -> None:
        assert strayed.why(it.ClearFact("plan")).code == "decided"

    def test_emptied_is_another_value(self, strayed: Desk) -> None:
        strayed.choose("plan_anew")
        assert isinstance(strayed.do(it.ClearFact("plan")), Event)
        strayed.back()
        assert strayed.reasons("on")[0].code == "decided"

    def test_counts_when_it_was_typed_at_the_deciding_step_seen_again(self, working: Desk) -> None:
        working.choose("explain_again")
        working.record("formatting", "yes")
        working.back()
        assert working.reasons("on")[0][:2] == ("decided", "formatting")
        assert working.record("formatting", "no")
        assert "on" in working.open

    def test_locks_the_way_to_the_end_of_a_flow_inside(self, desk: Desk) -> None:
        desk.do(it.EnterFlow("complaint"))
        desk.record("scene", "x")
        desk.choose("agreed")
        desk.choose("anew")
        desk.record("scene", "y")
        assert isinstance(desk.do(it.LeaveFlow()), Event)
        desk.do(it.EnterFlow("complaint"))
        desk.choose("agreed")
        desk.choose("anew")
        desk.record("scene", "x")
        desk.back()
        assert desk.reasons("out")[0].code == "decided"
        assert desk.record("scene", "y")
        assert desk.choose("out")

    def test_is_not_locked_while_the_case_is_parked_or_given_up(self, strayed: Desk) -> None:
        assert isinstance(strayed.do(it.ParkCase("later", "+1h")), Event)
        strayed.do(it.ResumeCase())
        assert strayed.reasons("on")[0].code == "decided"
        assert isinstance(strayed.do(it.AbandonCase("gone")), Event)


class TestFlowsInside:
    def test_a_value_of_the_host_changed_inside_locks_on_return(self, working: Desk) -> None:
        working.do(it.EnterFlow("complaint"))
        working.record("fee", "800")
        assert working.boxes == {"heard": False}
        working.record("scene", "x")
        working.tick("heard")
        assert working.choose("on")
        assert working.choose("out")
        assert isinstance(working.do(it.LeaveFlow()), Event)
        assert working.boxes == {"repair.signed": False}
        assert "on" not in working.open

    def test_a_flow_inside_is_never_locked_by_its_host(self, working: Desk) -> None:
        working.record("fee", "900")
        assert isinstance(working.do(it.EnterFlow("complaint")), Event)
        working.tick("heard")
        assert working.choose("on")
        assert isinstance(working.do(it.LeaveFlow()), Event)

    def test_a_decision_of_the_host_holds_inside(self, working: Desk) -> None:
        working.do(it.EnterFlow("complaint"))
        assert working.why(it.RecordFact("plan", "disk")) == Reason("decided", "plan")

    def test_the_inner_flow_owes_its_own(self, working: Desk) -> None:
        working.do(it.EnterFlow("complaint"))
        working.record("scene", "x")
        working.tick("heard")
        working.choose("on")
        working.record("scene", "y")
        assert working.open == {"anew"}
        assert working.boxes == {"complaint.heard": False}
        assert isinstance(working.do(it.LeaveFlow()), Event)
        assert "on" in working.open
        assert working.boxes == {}

    def test_it_does_not_leave_by_its_end_while_it_owes(self, working: Desk) -> None:
        working.do(it.EnterFlow("complaint"))
        working.record("scene", "x")
        working.tick("heard")
        working.choose("on")
        working.choose("out")
        working.record("scene", "y")
        assert working.why(it.LeaveFlow()) == Reason("signed_otherwise", "heard", detail="scene")
        working.tick("heard")
        assert isinstance(working.do(it.LeaveFlow()), Event)

    def test_a_shared_fact_changed_after_its_flow_ended_locks_nothing(self, working: Desk) -> None:
        working.do(it.EnterFlow("complaint"))
        working.record("scene", "x")
        working.tick("heard")
        working.choose("agreed")
        working.choose("out")
        working.do(it.LeaveFlow())
        assert working.record("scene", "y")
        assert "on" in working.open
        assert working.boxes == {}
        assert working.told == [(working.case.n, "complaint.heard", "fell", ("scene",))]

    def test_a_flow_that_a_step_runs_owes_until_it_has_ended(self, working: Desk) -> None:
        working.choose("inside")
        working.record("hours", "24")
        working.tick("burnt_in")
        working.choose("on")
        working.record("hours", "2")
        assert working.open == set()
        assert working.boxes == {"test_run.burnt_in": False}
        working.tick("burnt_in")
        assert working.choose("on")
        assert working.at == "hosting"


class TestTheEnd:
    def at_end(self, working: Desk) -> Desk:
        for choice in ("on", "on"):
            working.choose(choice)
        working.tick("received")
        working.choose("on")
        assert working.at == "end"
        return working

    def test_a_case_does_not_close_while_it_owes(self, working: Desk) -> None:
        self.at_end(working).record("fee", "900")
        assert working.why(it.CloseCase()).code == "signed_otherwise"
        assert set(working.boxes) == {"repair.signed", "repair.received"}
        working.tick("signed")
        working.tick("received")
        assert isinstance(working.do(it.CloseCase()), Event)

    def test_a_closed_case_changes_no_more(self, working: Desk) -> None:
        self.at_end(working).do(it.CloseCase())
        assert working.reason(it.RecordFact("fee", "900")) == "closed"


def test_the_journal_names_no_value() -> None:
    flows = repair()
    flows["repair"]["facts"]["fee"] = {"personal": True}
    desk = Desk(flows)
    desk.begin()
    desk.record("fee", "Zoé")
    desk.tick("signed")
    desk.choose("on")
    desk.record("fee", "Léa")
    desk.choose("agreed")
    lines = [json.loads(line) for line in desk.lines]
    journal = json.dumps([{**line, "value": ""} for line in lines], ensure_ascii=False)
    assert "fell" in journal
    assert "signed_otherwise" in journal
    assert "Zoé" not in journal
    assert "Léa" not in journal
