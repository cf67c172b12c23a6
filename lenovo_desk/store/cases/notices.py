"""What a store noticed, and the names under which it keeps damaged files."""

from collections.abc import Iterable

from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.time.clock import Clock
from lenovo_desk.core.time.moments import local


class Notices:
    """Collects what the user should be told once; codes are keys of the interface's `reasons`."""

    def __init__(self, clock: Clock) -> None:
        self.reasons: list[Reason] = []
        self._clock = clock

    def add(self, reasons: Iterable[Reason]) -> None:
        """Add the reasons that are not there yet."""
        self.reasons += [reason for reason in reasons if reason not in self.reasons]

    def aside(self) -> str:
        """Return the ending for a damaged file that is set aside now: `broken-20261122T150000…`."""
        moment = local(self._clock.now().utc, "UTC")
        return f"broken-{moment:%Y%m%dT%H%M%S%f}"
