"""The clock of a mock call: it can run faster than the machine's and never goes back."""

import math

from lenovo_desk.core.time.clock import Clock, Stamp


class MockClock:
    """Counts like another clock, times a rate, and continues where a call was left.

    `last` is the stamp of the call's last event: after running fast, it may be ahead of `base`.
    """

    def __init__(self, base: Clock, last: Stamp | None = None) -> None:
        self._base = base
        self._since = self._mock = base.now()
        self._fast = math.inf
        self.rate = 1.0
        if last is not None:
            up = max(last.up, self._since.up) if last.boot == self._since.boot else self._since.up
            self._mock = Stamp(max(last.utc, self._since.utc), self._since.boot, up)

    def now(self) -> Stamp:
        """Return the current moment of the call."""
        return self._at(self._base.now())

    def run(self, rate: float, seconds: float = math.inf) -> None:
        """Run `rate` times as fast as the machine's clock for `seconds` of the call.

        Afterwards it runs at the machine's speed, so that a wait is not overshot while nobody
        looks.
        """
        base = self._base.now()
        self._mock, self._since = self._at(base), base
        self.rate, self._fast = rate, max(0.0, seconds)

    def _at(self, base: Stamp) -> Stamp:
        real = max(0.0, base.up - self._since.up)
        fast = min(real, self._fast / self.rate)
        passed = fast * self.rate + (real - fast)
        return Stamp(
            round(self._mock.utc + passed, 3), self._mock.boot, round(self._mock.up + passed, 3)
        )
