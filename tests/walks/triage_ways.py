"""Every way through the YAML of the triage, as transcripts.

It reads the YAML by itself and knows nothing of the engine, so that the two can be held against
each other: which choices are hidden or locked is worked out here a second time.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

ROOT = Path(__file__).parents[2]
FLOW = "social_triage"
VALUES = {
    "customer_name": "Jeanne Dupont",
    "customer_email": "jeanne.dupont@example.com",
    "customer_phone": "06 12 34 56 78",
    "model_number": "ThinkPad T14 Gen 5",
    "product_line": "think",
    "customer_service_number": "CS-1234567",
    "page_link": "https://www.example.com/page",
    "consent_proof": "message of 22 November",
    "approver": "Country team",
    "approval_reference": "FR-2026-118",
    "mail_reference": "FR-2026-117",
    "tool_reference": "EMEA-240917",
}
Plain = dict[str, Any]
Node = tuple[str, ...]
"""The steps at which a case stands, the outermost first."""


class Way(NamedTuple):
    """One way through the flow."""

    choices: tuple[str, ...]
    lines: tuple[str, ...]
    loop: str = ""
    """`step.choice` of the loop it shows; empty for a way without a repeated step."""

    @property
    def name(self) -> str:
        """The name of its transcript: the channel, the root branch, then the choices made."""
        channel, _, branch = self.choices[0].partition("_")
        rest = self.choices[1:]
        folder = "loops" if self.loop else branch
        return f"{FLOW}/{folder}/{'--'.join(self.choices if self.loop else [channel, *rest])}.walk"


class State(NamedTuple):
    """Where a way has come to."""

    stack: tuple[tuple[str, str], ...]
    """Flow and step, the outermost first."""
    facts: Plain
    result: str = ""
    seen: frozenset[Node] = frozenset()
    choices: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    loop: str = ""

    @property
    def node(self) -> Node:
        """The steps at which it stands."""
        return tuple(step for _, step in self.stack)


class Tree:
    """The flows as their YAML says."""

    def __init__(self, root: Path = ROOT) -> None:
        self.flows: dict[str, Plain] = {}
        for file in (root / "flows").glob("*.yaml"):
            plain = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)
            if "flow" in plain:
                self.flows[plain["flow"]] = plain

    def step(self, state: State) -> Plain:
        """Return the step a way stands at."""
        flow, step = state.stack[-1]
        found: Plain = self.flows[flow]["steps"][step]
        return found

    def ways(self) -> Iterator[Way]:
        """Yield every way without a repeated step, then each loop once."""
        loops: dict[str, State] = {}
        todo = [self._arrived(State(((FLOW, next(iter(self.flows[FLOW]["steps"]))),), {}))]
        while todo:
            state = todo.pop(0)
            if "end" in self.step(state):
                yield _path(self, state)
                continue
            for choice, line in self.step(state)["choices"].items():
                after = self._chosen(state, choice, line)
                if after is None:
                    continue
                if after.node in state.seen | {state.node}:
                    edge = f"{state.stack[-1][1]}.{choice}"
                    loops.setdefault(edge, after._replace(loop=edge))
                else:
                    todo.append(after._replace(seen=state.seen | {state.node}))
        for state in loops.values():
            yield _path(self, self._shortest(state))

    def _shortest(self, state: State) -> State:
        """Return the end that is nearest from a place that was reached a second time."""
        todo = [state._replace(seen=frozenset({state.node}))]
        while todo:
            state = todo.pop(0)
            if "end" in self.step(state):
                return state
            for choice, line in self.step(state)["choices"].items():
                after = self._chosen(state, choice, line)
                if after is not None and after.node not in state.seen:
                    todo.append(after._replace(seen=state.seen | {after.node}))
        raise AssertionError("a loop without an end")

    def _chosen(self, state: State, choice: str, line: Plain) -> State | None:
        """Return where a choice leads; None when it is hidden there."""
        if not _shown(line.get("when", {}), state):
            return None
        lines, facts = [*state.lines, f"@{state.stack[-1][1]}"], dict(state.facts)
        for other, gate in self.step(state)["choices"].items():
            if not _shown(gate.get("when", {}), state):
                lines.append(f"!{other}")
        missing = [need for need in line.get("needs", ()) if need not in facts]
        if missing:
            lines.append(f"!{choice}")
        for need in missing:
            lines += self._recorded(need, state.stack[-1][0], facts)
        lines.append(choice)
        if "park" in line:
            lines += [f"!{choice}", f"wait:{line['park']}", "resume"]
        facts |= line.get("set", {})
        stack = (*state.stack[:-1], (state.stack[-1][0], line["goto"]))
        return self._arrived(
            state._replace(
                stack=stack, facts=facts, result="", lines=tuple(lines),
                choices=(*state.choices, choice),
            )
        )  # fmt: skip

    def _recorded(self, fact: str, flow: str, facts: Plain) -> list[str]:
        """Return the lines that record a fact, and those that must go before."""
        lines: list[str] = []
        spec = self.flows[flow]["facts"][fact] or {}
        for other, wanted in spec.get("when", {}).items():
            if facts.get(other) != wanted:
                lines += [f"!{fact}={VALUES[fact]}", f"{other}={wanted}"]
                facts[other] = wanted
        facts[fact] = VALUES[fact]
        return [*lines, f"{fact}={VALUES[fact]}"]

    def _arrived(self, state: State) -> State:
        """Return the way after it was led into or out of inner flows."""
        step = self.step(state)
        if state.result in step.get("then", {}):
            stack = (*state.stack[:-1], (state.stack[-1][0], step["then"][state.result]))
            return self._arrived(state._replace(stack=stack, result=""))
        if "run" in step and not state.result:
            first = next(iter(self.flows[step["run"]]["steps"]))
            return self._arrived(state._replace(stack=(*state.stack, (step["run"], first))))
        if "end" in step and len(state.stack) > 1:
            return self._arrived(state._replace(stack=state.stack[:-1], result=step["end"]))
        return state


def _shown(when: Plain, state: State) -> bool:
    for fact, wanted in when.items():
        value = state.result if fact == "result" else state.facts.get(fact)
        if isinstance(wanted, dict):
            if (value is not None) != (wanted["known"] == "yes"):
                return False
        elif value not in (wanted if isinstance(wanted, list) else [wanted]):
            return False
    return True


def _path(tree: Tree, state: State) -> Way:
    end = tree.step(state)["end"]
    lines = (*state.lines, f"@{state.stack[-1][1]}", f"={end}")
    return Way(state.choices, lines, state.loop)


def text(path: Way) -> str:
    """Return the transcript of a way."""
    about = f"The loop {path.loop}, once." if path.loop else "One way through the triage."
    said = [f"# {about}", f"# {' > '.join(path.choices)}", ""]
    for line in path.lines:
        if line.startswith("@") and len(said) > 3:
            said.append("")
        said.append(line)
    return "\n".join(said) + "\n"


def choices_of(transcript: str) -> tuple[str, ...]:
    """Return the choices that a transcript makes."""
    words = (line.strip() for line in transcript.split("\n"))
    plain = re.compile(r"[a-z][a-z0-9_]*")
    return tuple(word for word in words if plain.fullmatch(word) and word != "resume")


@cache
def transcripts() -> dict[str, str]:
    """Return every transcript by its name, sorted."""
    ways = list(Tree().ways())
    texts = {way.name: text(way) for way in sorted(ways, key=lambda way: way.name)}
    assert len(texts) == len(ways), "two ways share a name"
    return texts
