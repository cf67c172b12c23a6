"""An independent reader of journals: it knows the raw lines and the flows' plain structures only.

It imports nothing from the product. Fed the lines of a case one by one, it works out by its own
simple logic where the case stands and what is met, and raises `Gap` where a line got past a gate
that was not, or where a gate was said to be shut that was open.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

Line = dict[str, Any]
Gate = dict[str, Any]


class Gap(AssertionError):
    """A line of the journal that the flow does not allow."""


class Level(NamedTuple):
    """An open flow."""

    flow: str
    step: str
    by: str
    working: str


Stack = tuple[Level, ...]


@dataclass
class Stay:
    """A visit to a step."""

    stack: Stack
    since: Line
    result: str
    ticks: set[str] = field(default_factory=set)
    ways: dict[object, tuple["Place", int]] = field(default_factory=dict)
    """Ways on from here that were stepped back from, and when."""


@dataclass
class Place:
    """A stay as it stands on the way to here."""

    stay: Stay
    came: int
    way: object
    asked: dict[str, int] = field(default_factory=dict)


class Checker:
    """Follows one case."""

    def __init__(self, structures: dict[str, Any]) -> None:
        self.flows = structures
        self.places: list[Place] = []
        self.facts: list[tuple[str, Any, int, int]] = []
        self.status = "new"
        self.worked: set[str] = set()
        self.stays: list[Stay] = []
        self.end = ""
        self.count = 0
        self.mode = ""
        self.agent = ""
        self.script = ""
        self.heard = 0
        self.gone = False
        self.rate = 1.0

    @property
    def stack(self) -> Stack:
        """The open flows, innermost last."""
        return self.places[-1].stay.stack

    def step(self) -> dict[str, Any]:
        """Return the structure of the step the case is at."""
        top = self.stack[-1]
        found: dict[str, Any] = self.flows[top.flow]["steps"][top.step]
        return found

    def key(self, flow: str, fact: str) -> str:
        """Return under which name the case keeps a fact."""
        return fact if self.flows[flow]["facts"][fact].get("shared") else f"{flow}.{fact}"

    def value(self, flow: str, fact: str) -> Any:
        """Return what a fact is now, None when it is not recorded."""
        if fact == "result":
            return self.places[-1].stay.result or None
        spec = self.flows[flow]["facts"].get(fact)
        if spec is None:
            return None
        if spec.get("derive") == "not_after":
            first, second = (self.value(flow, name) for name in spec["of"])
            if first is None or second is None:
                return None
            early = datetime.fromisoformat(first) <= datetime.fromisoformat(second)
            return "yes" if early else "no"
        on_the_way = {place.came for place in self.places}
        for key, value, _, came in reversed(self.facts):
            if key == self.key(flow, fact) and (came == 0 or came in on_the_way):
                return value
        return None

    def met(self, flow: str, gate: Gate, line: Line) -> bool:
        """Tell whether a gate of a flow is open at the time of a line."""
        for fact, wanted in gate.get("when", {}).items():
            value = self.value(flow, fact)
            if isinstance(wanted, dict):
                if (value is None) == wanted["known"]:
                    return False
            elif value is None or not set(wanted) & set(
                [value] if isinstance(value, str) else value
            ):
                return False
        return all(self.has(flow, need, line) for need in gate.get("needs", ()))

    def has(self, flow: str, need: str, line: Line) -> bool:
        """Tell whether a fact is recorded, an item ticked, a wait over."""
        if need in self.flows[flow]["facts"]:
            return self.value(flow, need) is not None
        working = [level.working for level in self.stack if level.flow == flow][-1]
        for place in reversed(self.places):
            stay, top = place.stay, place.stay.stack[-1]
            if top.flow != flow:
                continue
            step = self.flows[flow]["steps"][top.step]
            if need in step.get("items", {}):
                return top.working == working and need in stay.ticks
            if step.get("wait", {}).get("id") == need:
                return top.working == working and passed(stay.since, line) >= step["wait"]["for"]
        return False

    def read(self, line: Line) -> None:
        """Take the next line of the journal."""
        self.count += 1
        self.demand(line["n"] == self.count, line, "a line is missing")
        kind = line["event"]
        allowed = {
            "new": {"CaseOpened"},
            "parked": {"CaseResumed", "CaseClosed", "CaseTakenOver", "DeskChanged"},
            "closed": set(),
        }
        if self.status in allowed:
            self.demand(kind in allowed[self.status], line, f"the case is {self.status}")
        else:
            self.demand(kind != "CaseOpened", line, "opened twice")
        if kind in ("CaseOpened", "CaseTakenOver", "DeskChanged"):
            self.agent = line["agent"]
        if line.get("by") and kind != "CaseResumed":
            self.demand(line["by"] == self.agent, line, "another agent acts")
        reader = getattr(self, f"read_{kind}", None)
        if reader:
            reader(line)

    def demand(self, holds: bool, line: Line, what: str) -> None:
        """Raise `Gap` when something that must hold does not."""
        if not holds:
            raise Gap(f"line {line['n']} {line['event']}: {what}")

    def read_CaseOpened(self, line: Line) -> None:
        self.status, self.mode = "open", line["mode"]
        first = next(iter(self.flows[line["flow"]]["steps"]))
        self.arrive((Level(line["flow"], first, "start", "1"),), line, "", "")

    def read_ChoiceMade(self, line: Line) -> None:
        top, step = self.stack[-1], self.step()
        self.demand(top.step == line["step"], line, f"the case is at {top.step}")
        choice = step.get("choices", {}).get(line["choice"])
        self.demand(choice is not None, line, "no such choice")
        self.demand(self.met(top.flow, choice, line), line, "the gate was shut")
        self.worked.add(top.flow)
        sets = dict(line["sets"])
        wanted = {self.key(top.flow, fact): raw for fact, raw in choice.get("set", {}).items()}
        self.demand(sets.keys() == wanted.keys(), line, "it set other facts")
        for key, raw in wanted.items():
            self.demand(raw in ("now", sets[key]), line, f"it set {key} otherwise")
        again = [self.key(top.flow, fact) for fact in choice.get("again", ())]
        self.demand(again == list(line["again"]), line, "it asked other facts anew")
        stack = (*self.stack[:-1], top._replace(step=choice["goto"]))
        left = self.arrive(stack, line, f"{top.step} {line['choice']}", "")
        place = self.places[-1]
        for key, value in line["sets"]:
            self.facts.append((key, value, line["n"], place.came))
        for key in again:
            since = place.asked.get(key)
            told = (n for name, _, n, came in self.facts if name == key and came == 0)
            if since is None or not any(since < n < left for n in told):
                self.facts.append((key, None, line["n"], place.came))
                place.asked[key] = line["n"]
        parks = choice.get("park", 0)
        self.demand(bool(parks) == bool(line["park_until"]), line, "parking")
        if parks:
            self.park()

    def read_FactRecorded(self, line: Line) -> None:
        self.typable(line)
        self.demand(bool(line["value"]), line, "no value")
        self.facts.append((line["fact"], line["value"], line["n"], 0))

    def read_FactCleared(self, line: Line) -> None:
        self.typable(line)
        flow = next(
            level.flow
            for level in self.stack
            for fact in self.flows[level.flow]["facts"]
            if self.key(level.flow, fact) == line["fact"]
        )
        value = self.value(flow, line["fact"].removeprefix(f"{flow}."))
        self.demand(value is not None, line, "there was nothing to take out")
        self.facts.append((line["fact"], None, line["n"], 0))

    def typable(self, line: Line) -> None:
        """Demand that an open flow lets the fact be typed here and now."""
        known = False
        for level in self.stack:
            for fact, spec in self.flows[level.flow]["facts"].items():
                if self.key(level.flow, fact) == line["fact"]:
                    known = True
                    self.demand(not spec.get("derive"), line, "it is derived")
                    self.demand(not spec.get("chosen"), line, "choices alone record it")
                    self.demand(self.met(level.flow, spec, line), line, "the fact's gate was shut")
                    if "personal" in line:
                        none = bool(spec.get("none")) and line["value"] == "none"
                        personal = bool(spec.get("personal")) and not none
                        self.demand(personal == line["personal"], line, "personal")
        self.demand(known, line, "no open flow knows the fact")
        top = self.stack[-1]
        for fact, gate in self.step().get("facts", {}).items():
            if self.key(top.flow, fact) == line["fact"]:
                self.demand(self.met(top.flow, gate, line), line, "the step's gate was shut")

    def read_ItemTicked(self, line: Line) -> None:
        item, stay = line["item"], self.places[-1].stay
        gate = self.step().get("items", {}).get(item)
        self.demand(gate is not None, line, "no such item")
        self.demand(self.met(self.stack[-1].flow, gate, line), line, "the item's gate was shut")
        self.demand((item in stay.ticks) != line["on"], line, "nothing changed")
        stay.ticks ^= {item}

    def read_PhraseCopied(self, line: Line) -> None:
        said = [
            one
            for one in self.step().get("say", ())
            if (one["phrase"], one["via"]) == (line["phrase"], line["via"])
        ]
        self.demand(bool(said), line, "no such phrase")
        flow = self.stack[-1].flow
        self.demand(any(self.met(flow, one, line) for one in said), line, "its gate was shut")
        self.permit(line)

    def read_ReplyWritten(self, line: Line) -> None:
        self.demand(bool(line["text"].strip()), line, "no text")
        self.demand(line["via"] in ("sms", "public", "private", "ticket"), line, "not written")
        phrases = {one["phrase"] for one in self.step().get("say", ())}
        self.demand(line["phrase"] in {*phrases, ""}, line, "no such phrase")
        said = [value for value in self.personal() if value.lower() in line["text"].lower()]
        self.demand(not said or line["via"] != "public", line, "personal in public")
        self.permit(line)

    def permit(self, line: Line) -> None:
        """Demand that no flow worked in, or on the way to here, has an embargo on a medium."""
        on_the_way = {level.flow for place in self.places for level in place.stay.stack}
        for flow in on_the_way | self.worked:
            barred = self.flows[flow].get("embargo", {})
            if line["via"] in barred.get("via", ()):
                lifted = any(self.value(flow, fact) is not None for fact in barred["until"])
                self.demand(lifted, line, f"the embargo of {flow} stands")

    def personal(self) -> list[str]:
        """Return the texts of four letters and digits and more that were recorded as personal."""
        found = []
        for flow in self.flows.values():
            for fact, spec in flow["facts"].items():
                key = self.key(flow["flow"], fact)
                values = [value for name, value, *_ in self.facts if name == key]
                if spec.get("personal") and spec.get("type", "text") in ("text", "email"):
                    texts = [one for one in values if isinstance(one, str)]
                    texts = [one for one in texts if not (spec.get("none") and one == "none")]
                    found += [one for one in texts if sum(map(str.isalnum, one)) >= 4]
        return found

    def read_GateTried(self, line: Line) -> None:
        choice = self.step().get("choices", {}).get(line["choice"])
        self.demand(choice is not None, line, "no such choice")
        flow = self.stack[-1].flow
        self.demand(not self.met(flow, choice, line), line, "the gate was open")
        self.demand(bool(line["reasons"]), line, "no reason")

    def read_SteppedBack(self, line: Line) -> None:
        self.demand(len(self.places) > 1, line, "nothing to step back from")
        self.demand(self.stack[-1].step == line["step"], line, "another step")
        gone = self.places.pop()
        self.places[-1].stay.ways[gone.way] = (gone, line["n"])

    def read_FlowEntered(self, line: Line) -> None:
        first = next(iter(self.flows[line["flow"]]["steps"]))
        inside = self.runs(line["flow"])
        self.demand(not inside & {level.flow for level in self.stack}, line, "open already")
        level = Level(line["flow"], first, "agent", f"{line['n']}/{len(self.stack)}")
        self.demand(len(self.stack) > 1 or "end" not in self.step(), line, "the case is at its end")
        self.arrive((*self.stack, level), line, f"({line['flow']}", "")

    def read_FlowLeft(self, line: Line) -> None:
        stack = self.stack
        if line["result"]:
            self.demand(len(stack) > 1, line, "there is no flow to leave")
            self.demand(self.step().get("end") == line["result"], line, "that end was not reached")
        while not line["result"] and stack[-1].by == "run":
            stack = stack[:-1]
        self.demand(stack[-1].by != "start", line, "the case's own flow is not left")
        self.demand(stack[-1].flow == line["flow"], line, "another flow")
        self.leave(stack, line, f"){line['flow']}", line["result"])

    def read_CaseParked(self, line: Line) -> None:
        self.park()

    def read_CaseResumed(self, line: Line) -> None:
        self.status = "open"

    def read_CaseClosed(self, line: Line) -> None:
        self.status = "closed"
        at_end = len(self.stack) == 1 and "end" in self.step()
        if line["completed"]:
            self.demand(at_end, line, "completed before an end")
            self.demand(line["disposition"] == self.step()["end"], line, "another end")
        else:
            self.demand(
                line["disposition"] in ("abandoned", "handed_over"), line, "no end of a case"
            )
            self.demand(bool(line["notes"]), line, "left without a reason")

    def read_CaseTakenOver(self, line: Line) -> None:
        self.park()

    def read_MockCallBegun(self, line: Line) -> None:
        self.demand(self.mode == "mock" and line["n"] == 2, line, "it is a real case")
        self.script = line["scenario"]

    def scripted(self, line: Line) -> None:
        """Demand a customer who is played."""
        self.demand(bool(self.script), line, "the customer is a real one")

    def read_CustomerAsked(self, line: Line) -> None:
        self.scripted(line)
        flows = {level.flow for level in self.stack}
        known = {self.key(flow, fact) for flow in flows for fact in self.flows[flow]["facts"]}
        self.demand(line["fact"] in known, line, "no open flow knows the fact")

    def read_CustomerSpoke(self, line: Line) -> None:
        self.scripted(line)
        self.demand(not self.gone, line, "he has hung up")
        self.demand(line["heard"] == self.heard + 1, line, "not what comes next")
        self.demand(line["kind"] in ("line", "objection", "hang_up"), line, "nothing he can do")
        self.heard, self.gone = line["heard"], line["kind"] == "hang_up"

    def read_ClockSet(self, line: Line) -> None:
        self.scripted(line)
        self.demand({self.rate, line["rate"]} == {1.0, 15.0}, line, "no other rate of the two")
        wait, since = self.step().get("wait"), self.places[-1].stay.since
        runs = wait is not None and passed(since, line) < wait["for"]
        self.demand(line["rate"] == 1.0 or runs, line, "no wait runs")
        self.rate = line["rate"]

    def read_ReplyBarred(self, line: Line) -> None:
        self.scripted(line)
        said = [value for value in self.personal() if value.lower() in line["text"].lower()]
        self.demand(bool(said) and line["via"] == "public", line, "nothing personal in public")
        self.permit(line)

    def park(self) -> None:
        """Put the case aside: what was stepped back from before is begun anew after it."""
        self.status = "parked"
        for stay in self.stays:
            stay.ways.clear()

    def runs(self, flow: str) -> set[str]:
        """Return a flow and all that it runs."""
        steps = self.flows[flow]["steps"].values()
        return {flow}.union(*(self.runs(step["run"]) for step in steps if step.get("run")))

    def arrive(self, stack: Stack, line: Line, via: str, result: str) -> int:
        """Come to the top of a stack; return when it had been stepped back from, 0 for never."""
        top = stack[-1]
        step = self.flows[top.flow]["steps"][top.step]
        if step.get("run") and not result:
            first = next(iter(self.flows[step["run"]]["steps"]))
            level = Level(step["run"], first, "run", f"{line['n']}/{len(stack)}")
            return self.arrive((*stack, level), line, via, "")
        bare = not any(step.get(part) for part in ("say", "items", "facts"))
        if step.get("end") and bare and len(stack) > 1:
            return self.leave(stack, line, via, step["end"])
        return self.stay(Stay(stack, line, result), line, via)

    def leave(self, stack: Stack, line: Line, via: str, result: str) -> int:
        """Leave the innermost flow of a stack."""
        if stack[-1].by == "run":
            return self.arrive(stack[:-1], line, via, result)
        hosts = [place.stay for place in self.places if place.stay.stack == stack[:-1]]
        return self.stay(hosts[-1], line, via)

    def stay(self, stay: Stay, line: Line, via: str) -> int:
        """Stand at a stay, or at the one that was reached by the same way before."""
        way = (via, stay.result, tuple(level[:3] for level in stay.stack))
        ways = self.places[-1].stay.ways if self.places else {}
        place, left = ways.pop(way, (Place(stay, line["n"], way), 0))
        self.places.append(place)
        self.stays.append(place.stay)
        return left


def passed(start: Line, end: Line) -> float:
    """Return the seconds between two lines that can be proven."""
    wall: float = end["utc"] - start["utc"]
    if start["boot"] == end["boot"]:
        wall = min(wall, end["up"] - start["up"])
    return wall
