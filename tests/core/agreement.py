"""Two readings of one journal: the engine's and the independent checker's."""

import json
from typing import Any

from lenovo_desk.core.engine.gates import value_of
from lenovo_desk.core.model.case import effective
from tests.core.machine import Machine


def agree(machine: Machine) -> None:
    """Check that the raw lines, read by the engine and by the checker, tell the same case."""
    case, checker = machine.case, machine.checker
    assert machine.read_back() == case
    assert checker.status == case.status
    assert (checker.away, checker.handled) == (case.away_since is not None, case.handled)
    assert (checker.script, checker.heard, checker.gone, checker.rate) == (
        case.scenario,
        case.heard,
        case.hung_up,
        case.rate,
    )
    ours = [[frame[1:3] for frame in visit.stack] for visit in case.trail]
    theirs = [[(level.flow, level.step) for level in p.stay.stack] for p in checker.places]
    assert ours == theirs
    for mark in (mark for event in machine.events for mark in event.marks):
        assert mark.base + mark.seconds == mark.due
    for frame in case.here.stack:
        flow = machine.flows[frame.flow]
        for fact, spec in flow.facts.items():
            entry = None if spec.derive else effective(case, flow.key(fact))
            assert plain(entry.value if entry else None) == checker.kept(flow.key(fact)), fact
            assert plain(value_of(flow, case, fact)) == checker.value(flow.id, fact), fact


def plain(value: Any) -> Any:
    """Return a value as JSON keeps it."""
    return json.loads(json.dumps(value))
