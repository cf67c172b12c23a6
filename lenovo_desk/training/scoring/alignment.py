"""A call beside the good one: which steps go together, which only one of them made."""

from collections.abc import Sequence

from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.training.scoring.call_reading import Departure


class StepPair(NamedTuple):
    """A step of the good call and one of the trainee's; one of them is missing where they part."""

    ideal: Departure | None
    made: Departure | None

    @property
    def same(self) -> bool:
        """Whether both left the same step in the same way."""
        return bool(self.ideal and self.made and self.ideal.move == self.made.move)

    @property
    def fault(self) -> bool:
        """Whether it is a step too many, too few or left otherwise; going back alone is none."""
        if self.ideal and self.made:
            return not self.same
        one = self.ideal or self.made
        return one is not None and one.counts


def align_ways(
    good: Sequence[Departure], made: Sequence[Departure], live: bool = False
) -> tuple[StepPair, ...]:
    """Return two ways side by side with the fewest faults.

    The same step left by another choice is one fault. Of a live call only as much of the good one
    is taken as it can have come to.
    """
    costs = _costs(good, made)
    j, i = len(good), len(made)
    if live:
        j = min(range(len(good) + 1), key=lambda one: (costs[one][i], -one))
    pairs = []
    while i or j:
        here = costs[j][i]
        if i and j and here == costs[j - 1][i - 1] + _change(good[j - 1], made[i - 1]):
            i, j = i - 1, j - 1
            pairs.append(StepPair(good[j], made[i]))
        elif i and here == costs[j][i - 1] + _weight(made[i - 1]):
            i -= 1
            pairs.append(StepPair(None, made[i]))
        else:
            j -= 1
            pairs.append(StepPair(good[j], None))
    return tuple(reversed(pairs))


_NEVER = 1_000_000


def _weight(one: Departure) -> int:
    return 1 if one.counts else 0


def _change(ideal: Departure, made: Departure) -> int:
    if ideal.move == made.move:
        return 0
    alike = (ideal.flow, ideal.step) == (made.flow, made.step) and ideal.counts and made.counts
    return 1 if alike else _NEVER


def _costs(good: Sequence[Departure], made: Sequence[Departure]) -> list[list[int]]:
    """Return the fewest faults for every beginning of the two ways."""
    rows = [[0]]
    for one in made:
        rows[0].append(rows[0][-1] + _weight(one))
    for ideal in good:
        above = rows[-1]
        row = [above[0] + _weight(ideal)]
        for i, one in enumerate(made):
            row.append(
                min(
                    above[i] + _change(ideal, one),
                    row[i] + _weight(one),
                    above[i + 1] + _weight(ideal),
                )
            )
        rows.append(row)
    return rows
