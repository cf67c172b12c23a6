"""The priority of a case: what its flows mark as danger, urgent or first."""

from collections.abc import Iterable

from lenovo_desk.core.engine.gates import judge
from lenovo_desk.core.model.case import Case
from lenovo_desk.core.model.flow import RANKS, Flows, Gate


def priority_of(flows: Flows, case: Case) -> str:
    """Return the highest rank that any flow of a case gives it; empty for none."""
    ranks = set(_ranks(flows, case))
    return next((rank for rank in RANKS if rank in ranks), "")


def _ranks(flows: Flows, case: Case) -> Iterable[str]:
    assert case.last is not None, "a case has begun"
    for name in case.digests:
        for rank, when in flows[name].priority:
            if judge(flows[name], case, Gate(when), case.last).open:
                yield rank
