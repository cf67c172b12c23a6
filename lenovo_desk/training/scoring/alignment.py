"""Aligns a call with the good one: which steps match, and which only one of them has."""

from collections.abc import Sequence

from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.training.scoring.call_reading import Departure


class StepPair(NamedTuple):
    """A step of the good call and one of the trainee's; None where one of them has no such step."""

    ideal: Departure | None
    trainee: Departure | None

    @property
    def same(self) -> bool:
        """Whether both left the same step by the same choice."""
        return bool(self.ideal and self.trainee and self.ideal.move == self.trainee.move)

    @property
    def fault(self) -> bool:
        """Whether it is a step too many, too few or left otherwise; going back alone is not."""
        if self.ideal and self.trainee:
            return not self.same
        departure = self.ideal or self.trainee
        return departure is not None and departure.counts


def align_ways(
    good: Sequence[Departure], trainee: Sequence[Departure], live: bool = False
) -> tuple[StepPair, ...]:
    """Return the two ways step by step, aligned with the fewest faults.

    The same step left by another choice is one fault. With `live`, only that part of the good call
    is aligned which the trainee can have reached.
    """
    costs = _costs(good, trainee)
    j, i = len(good), len(trainee)
    if live:
        j = min(range(len(good) + 1), key=lambda length: (costs[length][i], -length))
    pairs = []
    while i or j:
        cost = costs[j][i]
        if i and j and cost == costs[j - 1][i - 1] + _change(good[j - 1], trainee[i - 1]):
            i, j = i - 1, j - 1
            pairs.append(StepPair(good[j], trainee[i]))
        elif i and cost == costs[j][i - 1] + _weight(trainee[i - 1]):
            i -= 1
            pairs.append(StepPair(None, trainee[i]))
        else:
            j -= 1
            pairs.append(StepPair(good[j], None))
    return tuple(reversed(pairs))


_NEVER = 1_000_000


def _weight(departure: Departure) -> int:
    return 1 if departure.counts else 0


def _change(ideal: Departure, trainee: Departure) -> int:
    if ideal.move == trainee.move:
        return 0
    alike = (
        (ideal.flow, ideal.step) == (trainee.flow, trainee.step) and ideal.counts and trainee.counts
    )
    return 1 if alike else _NEVER


def _costs(good: Sequence[Departure], trainee: Sequence[Departure]) -> list[list[int]]:
    """Return the fewest faults by length: a row per good departure, a column per trainee's.

    The first row and column are for none.
    """
    rows = [[0]]
    for departure in trainee:
        rows[0].append(rows[0][-1] + _weight(departure))
    for ideal in good:
        above = rows[-1]
        row = [above[0] + _weight(ideal)]
        for i, departure in enumerate(trainee):
            row.append(
                min(
                    above[i] + _change(ideal, departure),
                    row[i] + _weight(departure),
                    above[i + 1] + _weight(ideal),
                )
            )
        rows.append(row)
    return rows
