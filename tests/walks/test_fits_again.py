"""What is signed again still fits what the way demanded when it was signed first.

A choice that relied on the item was open only for an amount within another, for days within the
fault: the value typed later is held to the same.
"""

import pytest

from lenovo_desk.core.engine.session import Session
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.walking.moves import parse_move
from lenovo_desk.core.walking.walker import LibraryFlows, Walker
from tests.memory_journal import MemoryJournal
from tests.shipped_content import library
from tests.walks.stored_walks import clock_of, moves_of, opening

pytestmark = pytest.mark.slow

RENT = "wireless_complaint/rent_changed_after_the_amount_was_told.walk"
CASH = "crisis/approved_amount_holds_fast.walk"


class Desk:
    """A case that follows a transcript up to one of its moves, and then goes its own way."""

    def __init__(self, name: str, until: str, *before: str) -> None:
        """Take the transcript, the move to stop at, and what is done ahead of its first move."""
        clock = clock_of(name)
        self.session = Session(LibraryFlows(library()), MemoryJournal(), clock)
        self.session.do(opening(name, "fr"))
        self._walker = Walker(library(), self.session, clock)
        self.does(*before)
        for move in moves_of(name):
            if move.text == until:
                break
            assert not self._walker.take(move), move.text

    def does(self, *moves: str) -> "Desk":
        """Make moves, all of which are taken."""
        for move in moves:
            assert not self._walker.take(parse_move(move)), move
        return self

    def refuses(self, move: str) -> tuple[Reason, ...]:
        """Return why a move is refused."""
        reasons = self._walker.take(parse_move(move))
        assert reasons, f"{move} is taken"
        return reasons


def unfit(desk: Desk, item: str, verdict: str) -> None:
    """Hold that an owed item is not ticked, and that the case stays where it is."""
    name = item.rpartition(".")[2]
    assert desk.refuses(f"+{item}") == (Reason("unfit", name, detail=verdict),)


TOLD = "wireless_complaint.amount_told"
DAYS = ("since=2026-11-20",)
VOUCHER, RECEIPT = "crisis.voucher_signed", "crisis.receipt_signed"


def test_more_days_than_the_fault_lasted_are_not_told_at_the_reply_either() -> None:
    desk = Desk(RENT, "accepted", *DAYS).does("accepted_fits", "fault_days=9")
    unfit(desk, TOLD, "days_fit")
    assert desk.refuses("compensated")
    desk.does("fault_days=2", f"+{TOLD}", "+reply_written", "compensated")


def test_a_fault_that_began_later_makes_the_days_too_many() -> None:
    desk = Desk(RENT, "accepted", *DAYS).does("accepted_fits", "since=2026-11-22")
    unfit(desk, TOLD, "days_fit")
    desk.does("fault_days=1", f"+{TOLD}", "+reply_written", "compensated")


def test_days_without_dates_are_told_again_as_they_are() -> None:
    desk = Desk(RENT, "accepted").does("accepted", "fault_days=9", f"+{TOLD}")
    desk.does("since=2026-11-20")
    unfit(desk, TOLD, "days_fit")
    desk.does("since=2026-11-10", f"+{TOLD}", "+reply_written", "compensated")


def test_a_voucher_is_not_signed_again_above_what_was_approved() -> None:
    desk = Desk(CASH, "@cash").does("voucher_amount=9000")
    unfit(desk, VOUCHER, "within_approved")
    desk.does("voucher_amount=2900", f"+{VOUCHER}")


def test_a_voucher_is_not_signed_again_below_what_was_paid() -> None:
    desk = Desk(CASH, "@fulfil").does("voucher_amount=2000")
    unfit(desk, VOUCHER, "within_voucher")
    assert desk.refuses("cannot")


def test_a_receipt_is_not_signed_again_above_its_voucher() -> None:
    desk = Desk(CASH, "@fulfil").does("receipt_amount=9000")
    unfit(desk, RECEIPT, "within_voucher")
    unfit(desk, "crisis.cash_counted", "within_voucher")
    desk.does("receipt_amount=3000", "fulfilment=3000", "+fulfilled", "done")


def test_it_holds_after_a_step_back_a_park_and_inside_another_flow() -> None:
    desk = Desk(CASH, "@fulfil").does("receipt_amount=9000", "park:wait@+1h", "resume")
    unfit(desk, RECEIPT, "within_voucher")
    assert desk.does("back").refuses("paid")
    desk.does("receipt_amount=3000", "paid", "@fulfil", "receipt_amount=3001")
    desk.does("open:eight_d", "leave")
    unfit(desk, RECEIPT, "within_voucher")


PAID = "field_visit/home_mobile_paid_solved.walk"
DEPOT = "depot_repair/waits_paid_repaired.walk"
SHEET = ("+sheet_completed", "+sheet_read", "+signed_after")
SETTLED = ("+accessories_returned", "+sheet_completed", "+signed_after")
SIGNED, COLLECTED = "field_visit.signed_after", "depot_repair.signed_after"


def test_a_visit_that_is_paid_after_all_ends_with_its_bill() -> None:
    desk = Desk(PAID, "@sheet").does("paid=no", *SHEET, "signed", "@offer", "paid=yes")
    unfit(desk, SIGNED, "paid")
    assert desk.refuses("nothing_fits")
    desk.does("back", "@sheet", "+signed_after")
    assert desk.refuses("signed_paid")
    desk.does("+bill_given", "signed_paid", "@offer")


@pytest.mark.parametrize(
    "way",
    [
        ("park:wait@+1h", "resume"),
        ("open:complaint", "paid=yes", "leave"),
        ("nothing_fits", "paid=yes"),
        ("fee=250", "paid=yes"),
        ("paid=", "paid=yes"),
    ],
    ids=["parked", "inside a complaint", "a step later", "with another fee", "emptied first"],
)
def test_no_way_round_leads_past_the_bill(way: tuple[str, ...]) -> None:
    desk = Desk(PAID, "@sheet").does("paid=no", *SHEET, "signed")
    desk.does(*way, *(("paid=yes",) if "paid=yes" not in way else ()))
    unfit(desk, SIGNED, "paid")


def test_a_fee_that_is_waived_at_the_door_is_signed_for_there() -> None:
    desk = Desk(PAID, "@sheet").does(*SHEET, "+bill_given", "signed_paid", "paid=no", "fee=0")
    desk.does(f"+{SIGNED}", "+field_visit.fee_signed", "+field_visit.bill_given", "nothing_fits")


def test_a_repair_at_the_counter_that_is_paid_after_all_ends_with_its_bill() -> None:
    desk = Desk(DEPOT, "@settle").does("paid=no", *SETTLED, "signed", "@offer", "paid=yes")
    unfit(desk, COLLECTED, "paid")
    assert desk.refuses("nothing_fits")
    desk.does("back", "@settle", "+signed_after", "+bill_given", "signed_paid", "@offer")


DECISION = "crisis/approved_amount_holds_fast.walk"


@pytest.mark.parametrize(
    "rows", ["王||now", "王|approved|now;李||now", "王|refused|now", "王|returned|"]
)
def test_a_decision_is_yes_only_when_everyone_in_the_chain_said_yes(rows: str) -> None:
    desk = Desk(DECISION, "approved").does("approvals=", f"approvals={rows}")
    assert desk.refuses("approved") == (Reason("hidden", "approved", detail="none_refused"),)
    desk.does("park:wait@+1h", "resume")
    assert desk.refuses("approved")
    desk.does("approvals=王|approved|now", "approved")
    assert desk.refuses(f"approvals={rows}")[0].code == "decided"


@pytest.mark.parametrize(
    ("name", "fact", "again"),
    [
        ("field_visit/large_account.walk", "handover_reference", "0"),
        ("hotline_outbound/large_account_in_the_order.walk", "handover_reference", "LA-2"),
        ("callback/wrong_number_reported.walk", "handover_reference", "0"),
        ("hotline_outbound/solved_by_phone.walk", "product_answer", "bought"),
    ],
)
def test_an_end_keeps_its_evidence(name: str, fact: str, again: str) -> None:
    end = next(move.text for move in moves_of(name) if move.kind == "end")
    desk = Desk(name, end).does(f"{fact}=")
    assert desk.refuses(end) == (Reason("needs_fact", fact),)
    desk.does("park:wait@+1h", "resume")
    assert desk.refuses(end)
    desk.does(f"{fact}={again}", end)
    assert desk.session.case.completed


PROMISED = "social_triage/answer_promised.walk"


@pytest.mark.parametrize("way", ["given", "none_product"])
def test_a_reference_taken_out_while_the_answer_is_awaited_is_recorded_again(way: str) -> None:
    desk = Desk(PROMISED, "@answer").does("mail_reference=", "waiting", "resume")
    assert desk.refuses(way) == (Reason("needs_fact", "mail_reference"),)
    desk.does("mail_reference=0", way)
