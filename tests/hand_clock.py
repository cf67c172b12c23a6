"""A clock moved by hand."""

from lenovo_desk.core.time.clock import Stamp

START = 1_795_330_800.0
"""2026-11-22 15:00 in Shanghai."""


class HandClock:
    """A wall clock and the seconds since boot, both to the millisecond and moved by hand.

    `tick`: seconds that pass each time it is read, so that no two events share a moment; 0.0 where
    a test counts seconds itself.
    """

    def __init__(
        self, utc: float = START, boot: str = "boot-a", up: float = 1000.0, tick: float = 1.0
    ) -> None:
        self.utc, self.boot, self.up, self._tick = utc, boot, up, tick

    def now(self) -> Stamp:
        """Return this moment."""
        self.forward(self._tick)
        return Stamp(round(self.utc, 3), self.boot, round(self.up, 3))

    def forward(self, seconds: float) -> None:
        """Let time pass, asleep or awake."""
        self.utc += seconds
        self.up += seconds

    def restart(self, boot: str = "boot-b", up: float = 10.0) -> None:
        """Restart the machine in no time."""
        self.boot, self.up = boot, up
