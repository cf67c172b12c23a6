"""A consent is given again for what its way allowed, wherever the case stands by then."""

import pytest

from lenovo_desk.core.engine.step_lines import shown_choices
from lenovo_desk.core.model import intents as it
from lenovo_desk.core.model.events import Event, Refusal
from lenovo_desk.core.reasons import Reason
from tests.core.machine import Machine
from tests.core.small_flows import counter


def reasons(machine: Machine) -> dict[str, tuple[Reason, ...]]:
    """Return why each choice of this step is locked."""
    choices = shown_choices(machine.flows, machine.case, machine.now())
    return {choice.id: verdict.reasons for choice, verdict in choices}


UNPAID = Reason("unfit", "signed", detail="paid")
OWED = Reason("signed_otherwise", "signed", detail="counter.paid")


def refusal(machine: Machine, item: str) -> Reason:
    """Return why an item cannot be ticked."""
    answer = machine.do(it.TickItem(item))
    assert isinstance(answer, Refusal)
    return answer.reasons[0]


@pytest.fixture
def free() -> Machine:
    """A sheet signed as free, which is paid after all."""
    machine = Machine(counter()).begin()
    machine.record("paid", "no")
    machine.tick("signed")
    machine.choose("free")
    machine.record("paid", "yes")
    return machine


def test_it_is_not_signed_again_for_what_would_not_have_led_here(free: Machine) -> None:
    assert refusal(free, "counter.signed") == UNPAID
    assert reasons(free) == {"on": (OWED,), "wait": (), "anew": (), "back": (OWED,)}
    assert not free.choose("on")


def test_what_it_was_stands_and_leads_on(free: Machine) -> None:
    free.record("paid", "no")
    assert free.choose("on")


def test_parked_or_stepped_back_and_on_it_stays_so(free: Machine) -> None:
    assert isinstance(free.do(it.ParkCase("later", "+1h")), Event)
    free.do(it.ResumeCase())
    assert refusal(free, "signed") == UNPAID
    free.back()
    assert "free" not in reasons(free)
    free.tick("signed")
    assert not free.choose("paid")
    free.tick("bill")
    assert free.choose("paid")
    assert free.choose("on")


def test_another_way_to_the_same_place_is_as_good() -> None:
    machine = Machine(counter()).begin()
    machine.record("paid", "yes")
    machine.tick("signed")
    machine.tick("bill")
    machine.choose("paid")
    machine.record("paid", "no")
    assert reasons(machine)["on"] == (OWED,)
    assert machine.tick("signed")
    assert machine.choose("on")


def test_the_step_seen_again_or_the_fact_asked_anew_forgets_the_way(free: Machine) -> None:
    free.record("paid", "no")
    assert free.choose("back")
    free.record("paid", "yes")
    free.tick("signed")
    free.tick("bill")
    assert free.choose("paid")
    assert free.choose("anew")
    assert isinstance(free.do(it.CloseCase()), Event)


def test_a_case_does_not_close_by_it_either(free: Machine) -> None:
    free.record("paid", "no")
    free.choose("on")
    free.record("paid", "yes")
    assert refusal(free, "signed") == UNPAID
    answer = free.do(it.CloseCase())
    assert isinstance(answer, Refusal)
    assert answer.reasons == (OWED,)


def test_a_derived_limit_holds_after_the_step_that_asked_for_it() -> None:
    machine = Machine(counter()).begin()
    machine.choose("voucher")
    machine.record("asked", "2026-11-20 09:00")
    machine.record("limit", "2026-11-20 10:00")
    machine.tick("agreed")
    assert machine.choose("ready")
    machine.record("asked", "2026-11-20 09:30")
    assert machine.tick("agreed")
    assert reasons(machine) == {"on": ()}
    machine.record("asked", "2026-11-20 11:00")
    assert refusal(machine, "agreed") == Reason("unfit", "agreed", detail="within")
    machine.record("asked", "2026-11-20 10:00")
    assert machine.tick("agreed")
    assert machine.choose("on")
