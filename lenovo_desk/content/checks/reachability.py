"""Check that every step of a flow is reachable and leads to an end."""

from collections.abc import Iterable, Mapping

from lenovo_desk.content.yaml.problems import Report, nearest
from lenovo_desk.core.engine.gates import RESULT
from lenovo_desk.core.model.flow import Plain


def results(structure: Plain) -> tuple[str, ...]:
    """Return the ends of a flow."""
    ends = (str(step["end"]) for step in structure["steps"].values() if "end" in step)
    return tuple(dict.fromkeys(ends))


def check_paths(structure: Plain, flows: Mapping[str, Plain], report: Report) -> None:
    """Report steps without a way in or out, and flows that run in a circle.

    `flows` are the structures of all flows by id.
    """
    steps = structure["steps"]
    if not steps:
        report.add("no-steps", structure["flow"])
        return
    for name, step in steps.items():
        if "end" in step and step.get("choices"):
            report.add("end-and-choices", name)
        elif "end" in step and "run" in step:
            report.add("end-and-run", name)
        elif "end" not in step and not step.get("choices") and not step.get("then"):
            report.add("no-way-out", name)
        if step.get("run") in flows:
            _results_handled(name, step, flows[step["run"]], report)
            way = _way(step["run"], structure["flow"], flows)
            if way:
                report.add("run-cycle", step["run"], way=" > ".join(way))
    ways = {name: _targets(step, steps) for name, step in steps.items()}
    reached = _spread([next(iter(steps))], ways)
    back: dict[str, list[str]] = {name: [] for name in steps}
    for name, targets in ways.items():
        for target in targets:
            back[target].append(name)
    ending = _spread([name for name, step in steps.items() if "end" in step], back)
    for name, step in steps.items():
        if name not in reached:
            report.add("unreachable", name)
        elif name not in ending and (step.get("choices") or step.get("then")):
            report.add("no-end-ahead", name)


def _targets(step: Plain, steps: Iterable[str]) -> list[str]:
    """Return the steps that a step's choices lead to; a misspelt one counts as the nearest."""
    targets = []
    ways = [choice["goto"] for choice in step.get("choices", {}).values()]
    for target in (*ways, *step.get("then", {}).values()):
        if target := target if target in steps else nearest(target, steps):
            targets.append(target)
    return targets


def _spread(start: Iterable[str], ways: Mapping[str, Iterable[str]]) -> set[str]:
    reached = set(start)
    todo = list(reached)
    while todo:
        for target in ways[todo.pop()]:
            if target not in reached:
                reached.add(target)
                todo.append(target)
    return reached


def _results_handled(name: str, step: Plain, inner: Plain, report: Report) -> None:
    conditions = [choice.get("when", {}).get(RESULT) for choice in step.get("choices", {}).values()]
    ways = conditions or step.get("then")
    for end in results(inner):
        handles = (not isinstance(values, list) or end in values for values in conditions)
        if end not in step.get("then", {}) and ways and not any(handles):
            report.add("result-unhandled", name, flow=step["run"], end=end)


def _way(start: str, goal: str, flows: Mapping[str, Plain]) -> list[str]:
    """Return the chain of flows by which `start` runs `goal`, both included.

    Each flow runs the next one. Empty when there is no such chain.
    """
    host_of: dict[str, str] = {start: ""}
    todo = [start]
    while todo:
        flow = todo.pop(0)
        if flow == goal:
            way = [flow]
            while host_of[way[0]]:
                way.insert(0, host_of[way[0]])
            return [str(name) for name in way]
        steps = flows[flow]["steps"].values() if flow in flows else ()
        for inner in (step["run"] for step in steps if "run" in step):
            if inner not in host_of:
                host_of[inner] = flow
                todo.append(inner)
    return []
