"""A machine on which a case is worked, with clocks that can be set."""

import json
from typing import Any

from lenovo_desk.core.engine.engine import decide
from lenovo_desk.core.engine.fold import apply, replay
from lenovo_desk.core.model import intents as it
from lenovo_desk.core.model.case import Case
from lenovo_desk.core.model.event_codec import event_from_plain, event_to_plain
from lenovo_desk.core.model.events import Event, Refusal
from lenovo_desk.core.model.flow import Flow, Plain
from lenovo_desk.core.model.structure import flow_from_plain
from lenovo_desk.core.time.clock import Stamp
from lenovo_desk.core.time.moments import seconds_of
from tests.core.checker import Checker

START = 1_795_000_000.0
"""18 November 2026, 11:06:40 UTC."""


def same(value: Any) -> Any:
    """Seal nothing."""
    return value


class Machine:
    """A case at work: every intent is decided, kept as a raw line, folded and checked."""

    def __init__(self, structures: dict[str, Plain], main: str = "", zone: str = "UTC") -> None:
        self.structures = structures
        self.flows: dict[str, Flow] = {
            name: flow_from_plain(plain, f"digest of {name}") for name, plain in structures.items()
        }
        self.main = main or next(iter(structures))
        self.covered = any(
            "covers" in line
            for plain in structures.values()
            for step in plain["steps"].values()
            for part in ("items", "choices")
            for line in step.get(part, {}).values()
        )
        self.zone = zone
        self.case = Case()
        self.events: list[Event] = []
        self.lines: list[str] = []
        self.checker = Checker(json.loads(json.dumps(structures)))
        self.utc, self.boot, self.up = START, "boot 1", 1000.0

    def now(self) -> Stamp:
        """Return this moment."""
        return Stamp(self.utc, self.boot, self.up)

    def passes(self, seconds: float) -> "Machine":
        """Let time pass, asleep or awake."""
        self.utc += seconds
        self.up += seconds
        return self

    def set_clock(self, seconds: float) -> "Machine":
        """Set the wall clock forward or back."""
        self.utc += seconds
        return self

    def reboots(self, seconds: float = 60.0) -> "Machine":
        """Restart the machine and fold the case again from what was kept."""
        self.utc += seconds
        self.boot, self.up = f"{self.boot}'", 20.0
        self.case = self.read_back()
        return self

    def begin(self, calendar: str = "", mode: str = "real", **times: str) -> "Machine":
        """Open the case; `times` are terms of the main flow's deadlines."""
        set_here = tuple((f"{self.main}.{name}", term) for name, term in times.items())
        opening = it.OpenCase("case", self.main, "agent", "social", "en", self.zone)
        self.do(opening._replace(calendar=calendar, times=set_here, mode=mode))
        return self

    def begin_mock(self) -> "Machine":
        """Open a mock call."""
        self.begin(mode="mock")
        self.do(it.BeginMockCall("scene", "en", "digest of scene", "digest of scorecard"))
        return self

    def at_time(self, moment: str) -> "Machine":
        """Set both clocks to a local time of the machine's zone."""
        utc = seconds_of(moment, self.zone)
        assert utc is not None
        return self.passes(utc - self.utc)

    def do(self, intent: it.Intent) -> Event | Refusal:
        """Decide an intent and keep what comes of it."""
        answer = decide(self.flows, self.case, intent, self.now())
        event = answer.attempt if isinstance(answer, Refusal) else answer
        if event:
            self.keep(event)
        return answer

    def keep(self, event: Event) -> None:
        """Keep an event as a raw line, let the checker read that, and fold it."""
        line = json.dumps(event_to_plain(event, same), ensure_ascii=False, allow_nan=False)
        self.checker.read(json.loads(line))
        self.lines.append(line)
        self.events.append(event)
        self.case = apply(self.flows, self.case, event)

    def read_back(self) -> Case:
        """Return the case as the raw lines tell it."""
        return replay(self.flows, (event_from_plain(json.loads(line), same) for line in self.lines))

    def choose(self, choice: str) -> bool:
        """Make a choice; tell whether it was accepted."""
        return isinstance(self.do(it.MakeChoice(choice)), Event)

    def record(self, fact: str, raw: str) -> bool:
        """Record a fact; tell whether it was accepted."""
        return isinstance(self.do(it.RecordFact(fact, raw)), Event)

    def tick(self, item: str, on: bool = True) -> bool:
        """Tick an item; tell whether it was accepted."""
        return isinstance(self.do(it.TickItem(item, on)), Event)

    def back(self) -> bool:
        """Step back; tell whether there was a step to go back to."""
        return isinstance(self.do(it.StepBack()), Event)

    def reason(self, intent: it.Intent) -> str:
        """Return the code of the first reason why an intent is refused, or an empty string."""
        answer = self.do(intent)
        return answer.reasons[0].code if isinstance(answer, Refusal) else ""

    @property
    def at(self) -> str:
        """The step the case is at."""
        return self.case.here.top.step

    @property
    def marks(self) -> list[tuple[str, str]]:
        """What became of deadlines, in order."""
        return [(mark.deadline, mark.what) for event in self.events for mark in event.marks]
