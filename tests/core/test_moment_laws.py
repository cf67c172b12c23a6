"""Law 7 against random agents: moments are possible, no promise ends later without a reason."""

import json
from collections import Counter
from random import Random

import pytest

from lenovo_desk.core.engine.audit import first_unlawful
from lenovo_desk.core.model import events as ev
from lenovo_desk.core.model.event_codec import event_from_plain
from lenovo_desk.core.model.events import Event
from lenovo_desk.core.model.flow import Plain
from tests.core.agreement import agree
from tests.core.chance import moment_flows, moment_intent, worked
from tests.core.event_lists import lawful, plains
from tests.core.machine import Machine, same

pytestmark = pytest.mark.slow

SWEEP, MOVES = 400, 50


def timed(random: Random) -> Machine:
    """Return a machine on which a random agent has recorded moments otherwise."""
    return worked(random, moment_flows(random), MOVES, moment_intent)


@pytest.mark.parametrize("part", range(4))
def test_no_moment_is_impossible_and_no_promise_moves_in_silence(part: int) -> None:
    happened: Counter[str] = Counter()
    for seed in range(part, SWEEP, 4):
        try:
            machine = timed(Random(seed))
            agree(machine)
            assert first_unlawful(machine.flows, machine.events) is None
        except Exception as error:
            raise AssertionError(f"seed {seed}: {error!r}") from error
        for event in machine.events:
            happened.update(mark.what for mark in event.marks)
            if isinstance(event.act, ev.FactRecorded):
                happened["recorded"] += 1
                happened["why"] += bool(event.act.why)
    least = {"recorded": 500, "why": 20, "started": 200, "paused": 10, "kept": 20, "missed": 5}
    assert {name: happened[name] for name, few in least.items() if happened[name] < few} == {}


def meddled(lines: list[Plain]) -> list[tuple[str, list[Plain]]]:
    """Return what one change of a case's lines makes of it, with what was changed."""
    changed = []
    for n, line in enumerate(lines):
        if line["event"] != "FactRecorded":
            continue
        before, after = lines[:n], lines[n + 1 :]
        if line.get("why"):
            bare = {name: value for name, value in line.items() if name != "why"}
            changed.append(("no why", [*before, bare, *after]))
        elif any(mark[1] == "started" for mark in line.get("marks", ())):
            changed.append(("a why", [*before, {**line, "why": "for nothing"}, *after]))
            base = [[*mark[:3], mark[3] - 7200, *mark[4:]] for mark in line["marks"]]
            changed.append(("start", [*before, {**line, "marks": base}, *after]))
        if isinstance(line["value"], str) and "T" in line["value"]:
            ahead = {**line, "value": "2031-01-01T09:00+00:00"}
            changed.append(("ahead", [*before, ahead, *after]))
    return changed


def test_a_case_whose_moments_were_meddled_with_is_caught() -> None:
    caught: Counter[str] = Counter()
    for seed in range(60):
        machine = timed(Random(seed))
        lines = plains(machine)
        assert lawful(machine.structures, lines)
        for what, changed in meddled(lines):
            caught[what] += not lawful(machine.structures, changed)
            if what in ("no why", "a why"):
                assert not lawful(machine.structures, changed), f"seed {seed}"
    assert min(caught[what] for what in ("no why", "a why", "start", "ahead")) > 5, caught


def reread(machine: Machine, changed: list[Plain]) -> int | None:
    """Return the number of the first event that the audit finds unlawful."""
    events = [event_from_plain(json.loads(json.dumps(line)), same) for line in changed]
    return first_unlawful(machine.flows, [event for event in events if isinstance(event, Event)])


def test_the_audit_catches_what_the_checker_does() -> None:
    caught: Counter[str] = Counter()
    for seed in range(30):
        machine = timed(Random(seed))
        for what, changed in meddled(plains(machine)):
            if not lawful(machine.structures, changed):
                assert reread(machine, changed) is not None, f"seed {seed}: {what}"
                caught[what] += 1
    assert min(caught[what] for what in ("no why", "a why", "start", "ahead")) > 2, caught
