"""The trainee's way beside the good one, step by step, with its faults."""

from collections.abc import Iterable

from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.ports import Library
from lenovo_desk.training.model.call import Call
from lenovo_desk.training.scoring.alignment import StepPair
from lenovo_desk.training.scoring.comparison import Comparison, compare_call
from lenovo_desk.training.scoring.evidence import Evidence
from lenovo_desk.training.scoring.score import Score, score_comparison


class WayRow(NamedTuple):
    """A step of one way or of both."""

    kind: str
    """`same`; `detour`: only the trainee came here, or left it otherwise; `missed`: only the good
    call comes here; `parted`: the first row that is either of these."""
    flow: str
    step: str
    choice: str
    """How the trainee left it: a choice, `<` for back, `(` and the flow opened, or `)` for leaving
    a flow; empty when the step was not reached or is not left yet."""
    ideal: tuple[str, str, str] | None
    """Flow, step and choice of the good call here. None when only the trainee came here, except
    in the `parted` row, which has what the good call does next."""
    n: int
    """The number of the event that left the step; 0 when the trainee did not reach it."""
    at: float
    """Seconds into the call."""
    evidence: tuple[Evidence, ...]
    """The faults there; each is in one row only."""


def compare_ways(call: Call, library: Library) -> tuple[WayRow, ...]:
    """Return the two ways step by step; the last row is where the call is now.

    Empty for a call that has not begun.
    """
    both = compare_call(call, library)
    return way_rows(both, score_comparison(call, both))


def way_rows(both: Comparison | None, result: Score) -> tuple[WayRow, ...]:
    """Return the rows of a compared and scored call; empty when `both` is None."""
    if both is None:
        return ()
    faults = [fault for line in result.lines for fault in line.faults]
    faults += [fault for failed in result.failures for fault in failed.evidence if fault.step]
    unique_faults = sorted(dict.fromkeys(faults), key=lambda fault: fault.n)
    return tuple(_with_evidence(_rows(both), unique_faults))


def _rows(both: Comparison) -> list[WayRow]:
    rows, at, parted = [], 0.0, False
    for index, pair in enumerate(both.pairs):
        at = pair.trainee.at if pair.trainee else at
        row = _row(pair, at)
        if pair.fault and not parted:
            parted = True
            coming = next(
                (pair_ahead.ideal for pair_ahead in both.pairs[index:] if pair_ahead.ideal), None
            )
            row = row._replace(kind="parted", ideal=coming.move if coming else None)
        rows.append(row)
    top, trainee = both.trainee.case.here.top, both.trainee
    rows.append(WayRow("same", top.flow, top.step, "", None, trainee.case.n, trainee.seconds, ()))
    if both.short or not both.good.case.trail:
        return rows
    end = both.good.case.here.top
    ideal = (end.flow, end.step, "")
    same_end = ideal[:2] == (top.flow, top.step)
    rows[-1] = rows[-1]._replace(kind="same" if same_end else "detour", ideal=ideal)
    return rows


def _row(pair: StepPair, at: float) -> WayRow:
    ideal, own = pair.ideal, pair.trainee
    if own:
        kind = "same" if pair.same else "detour"
        return WayRow(kind, *own.move, ideal.move if ideal else None, own.n, at, ())
    assert ideal is not None, "a pair has one side at least"
    return WayRow("missed", ideal.flow, ideal.step, "", ideal.move, 0, at, ())


def _with_evidence(rows: list[WayRow], faults: Iterable[Evidence]) -> list[WayRow]:
    """Return the rows with their faults.

    A fault goes to the row of its event, else of its step, else to the last one.
    """
    by_row: list[list[Evidence]] = [[] for _ in rows]
    for fault in faults:
        by_row[_index(rows, fault)].append(fault)
    return [
        row._replace(evidence=tuple(evidence)) for row, evidence in zip(rows, by_row, strict=True)
    ]


def _index(rows: list[WayRow], fault: Evidence) -> int:
    place = fault.flow, fault.step
    if fault.n:
        return next((i for i, row in enumerate(rows) if row.n >= fault.n), len(rows) - 1)
    for kinds in (("missed", "parted"), ("same", "detour", "parted", "missed")):
        for index, row in enumerate(rows):
            if row.kind in kinds and (row.flow, row.step) == place:
                return index
    return len(rows) - 1
