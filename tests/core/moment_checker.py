"""Law 7 read from raw lines and plain structures alone: which moments are possible, and promises.

It imports nothing from the product.
"""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

Line = dict[str, Any]
Demand = Callable[[bool, Line, str], None]
StartOf = Callable[[str, str], float | None]
GRACE = 300.0


def moment_of(text: str, zone: str) -> float | None:
    """Return a date or datetime in seconds since 1970 UTC; None for other text."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(zone))).timestamp()


def day_of(text: str, zone: str) -> str:
    """Return the local day of a date or datetime."""
    if len(text) == 10:
        return text
    return datetime.fromisoformat(text).astimezone(ZoneInfo(zone)).date().isoformat()


def fits(spec: Line, value: Any, zone: str, limit_of: Callable[[str], Any]) -> bool:
    """Tell whether a value lies between the facts that bound it."""
    for key in ("not_before", "not_after"):
        limit = limit_of(spec[key]) if spec.get(key) else None
        if not isinstance(limit, str):
            continue
        for one in [value] if isinstance(value, str) else value:
            if not isinstance(one, str):
                continue
            pair: list[Any] = [moment_of(one, zone), moment_of(limit, zone)]
            if None not in pair and 10 in (len(one), len(limit)):
                pair = [day_of(one, zone), day_of(limit, zone)]
            first, last = pair if key == "not_after" else pair[::-1]
            if None not in pair and first > last:
                return False
    return True


def cells(spec: Line, value: Any, before: Any) -> Iterator[tuple[Line, str]]:
    """Yield the moments that a value adds to the one before, each with its bounds."""
    if isinstance(value, str):
        if value != before:
            yield spec, value
        return
    for part in value:
        if part not in (before or ()):
            if "rows" in spec:
                yield from zip(spec["rows"].values(), part, strict=True)
            else:
                yield spec, part


def by_clock(spec: Line, value: Any, before: Any, line: Line, zone: str, exact: bool) -> bool:
    """Tell whether what a value adds may lie where it lies to the line's own time."""
    for bounds, one in cells(spec, value, before):
        if not (bounds.get("past") or bounds.get("future")) or not one:
            continue
        if bounds["type"] == "date":
            now = min(max(line["utc"], -60e9), 250e9)  # no calendar has the years beyond
            epoch = datetime(1970, 1, 1, tzinfo=UTC)  # Windows has no earlier timestamp
            today = (epoch + timedelta(seconds=now)).astimezone(ZoneInfo(zone))
            ahead = float((one > today.date().isoformat()) - (one < today.date().isoformat()))
            late = early = 0.0
        else:
            ahead = (moment_of(one, zone) or 0.0) - line["utc"]
            late, early = (0.0 if exact else GRACE), -GRACE
        if (bounds.get("past") and ahead > late) or (bounds.get("future") and ahead < early):
            return False
    return True


class Promises:
    """The promises of a case as the marks of its lines tell them."""

    def __init__(self, structures: dict[str, Any]) -> None:
        self.flows = structures
        self.running: dict[str, tuple[str, float, float]] = {}
        """By deadline: running or paused, when it is due, since when."""

    def read(self, line: Line, recorded: set[str], start_of: StartOf, demand: Demand) -> None:
        """Take the marks of a line.

        `recorded` are the keys of the facts that the line records, `start_of` returns the moment of
        a fact that counts. A promise that ends later needs
        a reason on the line; a choice cannot make one end later.
        """
        later, at_first = set(), dict(self.running)
        for key, what, due, base, *_ in line.get("marks", ()):
            flow = key.partition(".")[0]
            rules = self.flows[flow].get("rules", 1)
            if what == "started" and rules > 1:
                self.demand_start(key, base, line, recorded, start_of, demand)
                # What a typed time keeps is over; what ran out before it is not.
                since_then = self.running if self.keeps(key, line) else at_first
                state, before, since = since_then.get(key, ("", 0.0, 0.0))
                if state == "paused":
                    before += max(0.0, line["utc"] - since)
                if state and due > before + 0.5:
                    demand(line["event"] != "ChoiceMade", line, f"a choice moves {key} later")
                    later.add(key)
            if what in ("started", "moved", "paused"):
                state = "paused" if what == "paused" else "running"
                self.running[key] = (state, due, line["utc"])
            else:
                self.running.pop(key, None)
        if line["event"] == "FactRecorded":
            demand(not later or bool(line.get("why")), line, f"no reason why {later} ends later")
            demand(bool(later) or not line.get("why"), line, "a reason, but nothing ends later")

    def keeps(self, key: str, line: Line) -> bool:
        """Tell whether a line keeps a promise, by a choice or by the time that it records."""
        if line["event"] != "FactRecorded":
            return True
        flow, _, name = key.partition(".")
        until = self.flows[flow].get("deadlines", {}).get(name, {}).get("until", "")
        shared = self.flows[flow]["facts"].get(until, {}).get("shared")
        return bool(line["fact"] == (until if shared else f"{flow}.{until}"))

    def demand_start(
        self,
        key: str,
        base: float,
        line: Line,
        recorded: set[str],
        start_of: StartOf,
        demand: Demand,
    ) -> None:
        """Demand that a promise which begins with a recorded moment begins there."""
        flow, _, name = key.partition(".")
        structure = self.flows[flow]
        start = structure.get("deadlines", {}).get(name, {}).get("from", "")
        start = start or structure["steps"].get(name, {}).get("due", {}).get("anchor", "")
        fact = structure["facts"].get(start, {})
        if (start if fact.get("shared") else f"{flow}.{start}") in recorded:
            moment = start_of(flow, start)
            near = 60 if line["event"] == "ChoiceMade" else 1  # `now` is kept to the minute
            holds = moment is None or abs(base - moment) < near
            demand(holds, line, f"{key} does not begin with {start}")
