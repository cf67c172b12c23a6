"""Check what the dates and moments of a flow may be: bounds that mean something and can be kept."""

from collections.abc import Iterator

from lenovo_desk.content.checks.fact_checks import kind_of
from lenovo_desk.content.yaml.problems import Placed, Report, nearest
from lenovo_desk.core.model.flow import Plain

MOMENTS = ("date", "datetime")
"""The kinds of facts of time."""


def check_moments(structure: Plain, report: Report) -> None:
    """Report bounds that no moment can keep, and moments that start a promise without any."""
    facts = structure["facts"]
    for name, spec in facts.items():
        if not spec.get("shared"):
            for cell in (spec, *spec.get("rows", {}).values()):
                if cell.get("past") and cell.get("future"):
                    report.add("past-and-future", name, name=name)
            _limits(name, spec, facts, report)
    _circles(facts, report)
    _unbounded(structure, report)


def _limits(name: Placed, spec: Plain, facts: Plain, report: Report) -> None:
    """Report bounding facts that do not exist or hold no single moment."""
    for key in ("not_before", "not_after"):
        if key not in spec:
            continue
        other = spec[key]
        if other not in facts:
            report.add("unknown-fact", other, nearest(other, facts), name=other)
        elif facts[other].get("many") or kind_of(facts[other]) not in MOMENTS:
            kind = "list" if facts[other].get("many") else kind_of(facts[other])
            report.add("not-a-moment", other, name=other, kind=kind)


def _earlier(facts: Plain) -> dict[str, set[str]]:
    """Return for each fact those that it cannot precede."""
    order: dict[str, set[str]] = {name: set() for name in facts}
    for name, spec in facts.items():
        if (other := spec.get("not_before")) in order:
            order[name].add(other)
        if (other := spec.get("not_after")) in order:
            order[other].add(name)
    return order


def _circles(facts: Plain, report: Report) -> None:
    """Report bounds that lead back to where they began: only the same moment would keep them."""
    order, reported = _earlier(facts), set[str]()
    for name in facts:
        way = next(_ways(name, name, order, ()), ())
        if way and name not in reported:
            reported.update(way)
            report.add("bound-circle", name, name=name, way=" > ".join((name, *way)))


def _ways(
    name: str, goal: str, order: dict[str, set[str]], way: tuple[str, ...]
) -> Iterator[tuple[str, ...]]:
    """Yield the ways of bounds from a fact back to the goal."""
    for other in sorted(order[name]):
        if other == goal:
            yield (*way, other)
        elif other not in way:
            yield from _ways(other, goal, order, (*way, other))


def _unbounded(structure: Plain, report: Report) -> None:
    """Report moments that are typed, start a promise, and may lie anywhere."""
    facts = structure["facts"]
    starts = [(line["from"], key) for key, line in structure.get("deadlines", {}).items()]
    starts += [
        (step["due"]["anchor"], name)
        for name, step in structure["steps"].items()
        if step.get("due", {}).get("anchor")
    ]
    for start, promise in starts:
        spec = facts.get(start, {})
        bounded = any(spec.get(key) for key in ("past", "future", "not_before", "not_after"))
        if spec and kind_of(spec) in MOMENTS and not (bounded or spec.get("chosen")):
            report.add("start-unbounded", start, name=start, promise=promise)
