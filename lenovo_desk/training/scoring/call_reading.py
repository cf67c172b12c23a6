"""Reads a call once for all measures: its steps, their times, and how long phrases were in view."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from lenovo_desk.core.engine.fold import apply
from lenovo_desk.core.engine.gates import is_valid
from lenovo_desk.core.engine.step_lines import shown_lines
from lenovo_desk.core.model import events as ev
from lenovo_desk.core.model.case import Case, effective
from lenovo_desk.core.model.events import Event
from lenovo_desk.core.model.flow import Flows
from lenovo_desk.core.model.values import Value
from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.time.clock import Stamp

BACK, INTO, OUT = "<", "(", ")"
"""Used instead of a choice when a step was left backwards, into a flow or out of one."""
SPOKEN = ("call", "in_person")
"""The media by which a phrase is said aloud."""

Place = tuple[str, str]
"""A flow and a step."""
Item = tuple[str, str, str]
"""A flow, a step, and the item or phrase there."""


class Departure(NamedTuple):
    """The leaving of a step."""

    flow: str
    step: str
    choice: str
    """A choice, `<`, `(` with the flow that was opened, or `)`."""
    n: int
    """The number of the event that left it."""
    at: float
    """Seconds into the call."""
    inside: str = ""
    """The outermost flow opened by the agent in which it was made; empty for none."""
    spared: bool = False
    """Whether it is not judged on its own: it repeats one that was taken back, or is in a flow
    that the good call does not open, which is one detour whatever happens there."""

    @property
    def move(self) -> tuple[str, str, str]:
        """The flow, the step and the choice."""
        return self.flow, self.step, self.choice

    @property
    def counts(self) -> bool:
        """Whether it is judged as a step; going back, leaving a flow and spared ones are not."""
        return self.choice not in (BACK, OUT) and not self.spared


class CallReading(NamedTuple):
    """What the events of a call show."""

    events: tuple[Event, ...]
    case: Case
    at: Mapping[int, float]
    """Seconds into the call, by event number."""
    place: Mapping[int, Place]
    """The step at which an event happened, by event number."""
    departures: tuple[Departure, ...]
    left: Mapping[Place, Departure]
    """The last departure from each step."""
    ticked: Counter[Item]
    """The number of stays at a step in which an item was ticked."""
    phrases: tuple[Item, ...]
    """The spoken phrases that were shown first when a step was left, each once; not at a step
    that led to one with the same phrase."""
    seconds_in_view: Mapping[Item, float]
    """The seconds for which a spoken phrase was shown first, without holds."""
    phrase_cases: Mapping[Item, Case]
    """The case when a spoken phrase was last shown first; it fills the phrase's blanks."""

    @property
    def closed(self) -> bool:
        """Whether the call is closed."""
        return self.case.status == "closed"

    @property
    def seconds(self) -> float:
        """How long the call has lasted, in seconds."""
        return self.case.handled


def read_call(flows: Flows, events: Iterable[Event]) -> CallReading:
    """Read the events of a call, which may end anywhere."""
    case, second = Case(), 0.0
    events = tuple(events)
    at, place, serials = dict[int, float](), dict[int, Place](), dict[int, Place]()
    departures, left = list[Departure](), dict[Place, Departure]()
    phrases, seconds_in_view, phrase_cases = (
        dict[Item, None](),
        dict[Item, float](),
        dict[Item, Case](),
    )
    first: Item | None = None
    owed: Item | None = None
    for event in events:
        before, act = case, event.act
        case = apply(flows, case, event)
        passed, second = case.handled - second, max(case.handled, second)
        at[event.n] = round(second, 3)
        top = before.here.top if before.trail else case.here.top
        place[event.n] = step_place = top.flow, top.step
        if first and passed > 0 and before.holding is None and before.status == "open":
            seconds_in_view[first] = seconds_in_view.get(first, 0.0) + passed
        choice = _left_by(act)
        if choice:
            opened = (frame.flow for frame in before.here.stack if frame.by == "agent")
            departure = Departure(*step_place, choice, event.n, at[event.n], next(opened, ""))
            departures.append(departure)
            left[step_place] = departure
            if first and departure.counts:
                owed = first
        if isinstance(act, ev.FieldDrafted):
            continue
        serials[case.here.serial] = (case.here.top.flow, case.here.top.step)
        first = _first_said(flows, case, event.at)
        if owed and (first is None or (first[0], first[2]) != (owed[0], owed[2])):
            phrases[owed] = None  # else it goes on being said: where that ends it is looked for
        owed = None
        if first:
            phrase_cases[first] = case
    ticked = Counter((*serials[serial], item) for serial, item in case.ticks)
    way = tuple(_looked_back(departures))
    return CallReading(
        events, case, at, place, way, left, ticked, tuple(phrases), seconds_in_view, phrase_cases
    )


def _looked_back(departures: list[Departure]) -> Iterator[Departure]:
    """Yield the departures, with those spared that repeat one that was taken back.

    Another choice after going back leaves the first one what it is: a detour.
    """
    forward, taken_back, again = list[Departure](), list[Departure](), set[int]()
    for departure in departures:
        if departure.choice == BACK:
            if forward:
                taken_back.append(forward.pop())
            continue
        if taken_back and taken_back[-1].move == departure.move:
            again.add(taken_back.pop().n)
        else:
            taken_back.clear()
        forward.append(departure)
    yield from (departure._replace(spared=departure.n in again) for departure in departures)


def _left_by(act: ev.Act) -> str:
    match act:
        case ev.ChoiceMade():
            return act.choice
        case ev.SteppedBack():
            return BACK
        case ev.FlowEntered():
            return INTO + act.flow
        case ev.FlowLeft():
            return OUT
    return ""


def _first_said(flows: Flows, case: Case, at: Stamp) -> Item | None:
    """Return the phrase that a step shows first; None when it is not a spoken one."""
    if case.status != "open":
        return None
    top = case.here.top
    if not any(line.via in SPOKEN for line in flows[top.flow].steps[top.step].say):
        return None
    for line, verdict in shown_lines(flows, case, at):
        if verdict.open:
            return (top.flow, top.step, line.phrase) if line.via in SPOKEN else None
    return None


def value_in(flows: Flows, case: Case, key: str) -> tuple[Value, int] | None:
    """Return the value of a fact that counts and the event that recorded it; None for none."""
    entry = effective(case, key)
    if entry is None or entry.value is None or not is_valid(flows, case, key):
        return None
    return entry.value, entry.n
