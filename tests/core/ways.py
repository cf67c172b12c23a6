"""The ways through a flow's plain structure: what can be reached, and where one is stuck."""

from collections.abc import Iterator
from itertools import product
from typing import Any

from lenovo_desk.core.model.derivations import DERIVATIONS
from lenovo_desk.core.model.flow import Plain

State = tuple[str, str, frozenset[str], frozenset[str]]
"""Step, result of the flow it ran, guarded facts known, steps seen that other steps ask for."""


class Ways:
    """A flow with its facts as known or unknown.

    A fact that may be recorded at any time has whatever value a way needs; what is followed is
    what cannot be undone or had at will: facts that must be unrecorded for a choice, results, and
    the items and waits of other steps.
    """

    def __init__(self, flows: dict[str, Plain], name: str) -> None:
        self.flows, self.flow = flows, flows[name]
        self.steps: dict[str, Any] = self.flow["steps"]
        self.facts: dict[str, Any] = self.flow.get("facts", {})
        self.start = next(iter(self.steps))
        self.asked_elsewhere = self.holders_asked_elsewhere()
        self.next: dict[State, set[State]] = {}
        self.reached: set[str] = set()
        todo = list(self.arrivals(self.start, frozenset[str](), frozenset[str]()))
        self.first = set(todo)
        while todo:
            state = todo.pop()
            if state not in self.next:
                self.next[state] = set(self.moves(state))
                todo.extend(self.next[state])

    def results(self, step: str) -> list[str]:
        """Return how the flow that a step runs may end; one empty result without one."""
        run = self.steps[step].get("run")
        if not run:
            return [""]
        return [inner["end"] for inner in self.flows[run]["steps"].values() if "end" in inner]

    def stays(self, step: str) -> list[str]:
        """Return the results with which one stays at a step."""
        return [name for name in self.results(step) if name not in self.steps[step].get("then", {})]

    def moves(self, state: State) -> list[State]:
        """Return the states one choice, with whatever it asks for recorded, leads to."""
        step, result, known, seen = state
        found: list[State] = []
        for choice in self.steps[step].get("choices", {}).values():
            after = self.passes(choice, result, known, step, seen)
            if after is None:
                continue
            for fact in choice.get("set", {}):
                after |= {fact} & self.watched()
            found += self.arrivals(choice["goto"], after, seen)
        return found

    def arrivals(self, step: str, known: frozenset[str], seen: frozenset[str]) -> Iterator[State]:
        """Yield where one stands after going to a step, past those that a result leads on from."""
        self.reached.add(step)
        then = self.steps[step].get("then", {})
        for result in self.results(step):
            if result in then:
                yield from self.arrivals(then[result], known, seen)
            else:
                yield step, result, known, seen | self.asked_elsewhere & {step}

    def holders(self, need: str) -> set[str]:
        """Return the steps that have an item or a wait of this id."""
        return {
            name
            for name, step in self.steps.items()
            if need in step.get("items", {}) or step.get("wait", {}).get("id") == need
        }

    def holders_asked_elsewhere(self) -> frozenset[str]:
        """Return the steps whose items or waits other steps need: only these must be followed."""
        found: set[str] = set()
        for name, step in self.steps.items():
            for choice in step.get("choices", {}).values():
                for need in set(choice.get("needs", ())) - self.facts.keys():
                    if name not in self.holders(need):
                        found |= self.holders(need)
        return frozenset(found)

    def chosen(self) -> set[str]:
        """Return the facts that choices alone record."""
        return {fact for fact, spec in self.facts.items() if spec.get("chosen")}

    def watched(self) -> set[str]:
        """Return the facts that some gate wants unrecorded, or that must be set on the way."""
        gates = [g for step in self.steps.values() for g in step.get("choices", {}).values()]
        return self.chosen() | {
            fact
            for gate in gates
            for fact, wanted in gate.get("when", {}).items()
            if isinstance(wanted, dict) and not wanted["known"]
        }

    def passes(
        self, gate: Plain, result: str, known: frozenset[str], step: str, seen: frozenset[str]
    ) -> frozenset[str] | None:
        """Return what is known after a gate was passed, or None when it cannot be."""
        wanted = set(gate.get("needs", ())) & self.facts.keys()
        chosen = self.chosen()
        for fact, values in gate.get("when", {}).items():
            if fact == "result":
                if result not in values:
                    return None
            elif isinstance(values, dict) and not values["known"]:
                if fact in known:
                    return None
            else:
                if not isinstance(values, dict) and not set(values) & self.values(fact):
                    return None
                wanted.add(fact)
        if wanted & chosen - known:
            return None
        unknown = {
            fact for fact, values in gate.get("when", {}).items() if values == {"known": False}
        }
        if wanted & unknown or not all(self.recordable(fact) for fact in wanted):
            return None
        for need in set(gate.get("needs", ())) - self.facts.keys():
            if not (seen | {step}) & self.holders(need):
                return None
        return known | frozenset(wanted & self.watched())

    def values(self, fact: str) -> set[str]:
        """Return what a fact of few values may be."""
        spec = self.facts[fact]
        if spec.get("derive"):
            return set(DERIVATIONS[spec["derive"]].options)
        return {"yes", "no"} if spec.get("type") == "yes_no" else set(spec.get("options", ()))

    def recordable(self, fact: str, asked: tuple[str, ...] = ()) -> bool:
        """Tell whether a fact can be recorded by recording others first."""
        spec = self.facts[fact]
        if fact in asked:
            return False
        for other, values in spec.get("when", {}).items():
            if isinstance(values, dict):
                continue
            if not set(values) & self.values(other):
                return False
        others = {*spec.get("of", ()), *spec.get("when", {}), *spec.get("needs", ())}
        return all(
            self.recordable(other, (*asked, fact)) for other in others if other in self.facts
        )

    def unreachable(self) -> set[str]:
        """Return the steps no way leads to."""
        return set(self.steps) - self.reached

    def endless(self) -> set[str]:
        """Return the steps at which a case can stand without any end ahead."""
        good = {state for state in self.next if "end" in self.steps[state[0]]}
        grown = True
        while grown:
            more = {state for state, ahead in self.next.items() if ahead & good} - good
            good |= more
            grown = bool(more)
        return {state[0] for state in self.next.keys() - good}

    def stuck(self) -> list[tuple[str, Plain]]:
        """Return the steps at which some values of the facts hide every choice."""
        found = []
        for name, step in self.steps.items():
            whens = [choice.get("when", {}) for choice in step.get("choices", {}).values()]
            if not whens or {} in whens:
                continue
            tested = sorted({fact for when in whens for fact in when})
            spaces = [
                self.stays(name) if fact == "result" else sorted({"", *self.values(fact)})
                for fact in tested
            ]
            for values in product(*spaces):
                facts = dict(zip(tested, values, strict=True))
                if all(_hidden(when, facts) for when in whens):
                    found.append((name, facts))
        return found


def _hidden(when: Plain, facts: dict[str, str]) -> bool:
    for fact, wanted in when.items():
        value = facts[fact]
        if isinstance(wanted, dict):
            if bool(value) != wanted["known"]:
                return True
        elif value and value not in wanted:
            return True
    return False


def reach(flows: dict[str, Plain]) -> list[str]:
    """Return every fault in the ways through some flows, in words."""
    faults = []
    for name in flows:
        ways = Ways(flows, name)
        faults += [f"{name}.{step}: no way leads here" for step in sorted(ways.unreachable())]
        faults += [f"{name}.{step}: no end is ahead" for step in sorted(ways.endless())]
        faults += [
            f"{name}.{step}: every choice is hidden by {facts}" for step, facts in ways.stuck()
        ]
    return faults
