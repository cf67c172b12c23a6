"""Check the facts of a flow: types, ranges and derivations."""

from decimal import Decimal

from lenovo_desk.content.settings_fields import SWITCHES
from lenovo_desk.content.yaml.problems import Report, nearest
from lenovo_desk.core.model.derivations import DERIVATIONS, SETTING
from lenovo_desk.core.model.flow import Plain

_ONLY = {
    "options": ("choice",),
    "unit": ("number",),
    "min": ("number",),
    "max": ("number",),
    "none": ("text", "serial", "url"),
    "past": ("date", "datetime"),
    "future": ("date", "datetime"),
    "not_before": ("date", "datetime"),
    "not_after": ("date", "datetime"),
}


def check_facts(facts: Plain, report: Report) -> None:
    """Report the problems of facts, except shared ones, which are checked in `facts.yaml`."""
    for name, spec in facts.items():
        if spec.get("shared"):
            continue
        if "derive" in spec:
            _derived(name, spec, facts, report)
        elif "rows" in spec:
            for key in spec:
                if key not in ("rows", "personal", "when", "needs", "many"):
                    report.add("odd-key", name, key=key, kind="rows")
            for column, cell in spec["rows"].items():
                _plain(column, cell, report)
        else:
            _plain(name, spec, report)
            if "of" in spec:
                report.add("odd-key", name, key="of", kind=spec.get("type", "text"))


def _plain(name: str, spec: Plain, report: Report) -> None:
    kind = spec.get("type", "text")
    if kind == "choice" and not spec.get("options"):
        report.add("no-options", name, name=name)
    for key, kinds in _ONLY.items():
        if key in spec and kind not in kinds:
            report.add("odd-key", name, key=key, kind=kind)
    if "none" in spec and spec.get("many"):
        report.add("odd-key", name, key="none", kind="many")
    if "min" in spec and "max" in spec and Decimal(spec["min"]) > Decimal(spec["max"]):
        report.add("odd-range", spec["min"])


def _derived(name: str, spec: Plain, facts: Plain, report: Report) -> None:
    derivation = DERIVATIONS[spec["derive"]]
    arguments = spec.get("of", [])
    if len(arguments) != len(derivation.takes):
        report.add(
            "derive-arguments",
            spec["derive"],
            name=spec["derive"],
            count=len(derivation.takes),
            kinds=", ".join(derivation.takes),
            given=len(arguments),
        )
    for fact, kind_read in zip(arguments, derivation.takes, strict=False):
        if fact not in facts:
            report.add("unknown-fact", fact, nearest(fact, facts), name=fact)
        elif (kind := kind_of(facts[fact])) != kind_read:
            report.add(
                "derive-argument-kind",
                fact,
                name=spec["derive"],
                wanted=kind_read,
                fact=fact,
                kind=kind,
            )
    if spec["derive"] == SETTING and name not in SWITCHES:
        report.add("unknown-setting", name, nearest(name, SWITCHES), name=name)
    if _reads(name, name, facts, set()):
        report.add("derive-cycle", name, name=name)


def _reads(goal: str, name: str, facts: Plain, visited: set[str]) -> bool:
    """Return whether the fact `name` is derived from `goal`, directly or not.

    `visited` collects the facts already followed.
    """
    todo = list(facts[name].get("of", ()))
    while todo:
        fact = todo.pop()
        if fact == goal:
            return True
        if fact in facts and fact not in visited:
            visited.add(fact)
            todo += facts[fact].get("of", ())
    return False


def kind_of(spec: Plain) -> str:
    """Return the type of a fact as authors write it."""
    return "rows" if "rows" in spec else str(spec.get("type", "text"))


def values_of(spec: Plain) -> tuple[str, ...]:
    """Return the possible values of a `choice` or `yes_no` fact; empty for other types."""
    if spec.get("type") == "yes_no":
        return ("yes", "no")
    return tuple(spec.get("options", ())) if spec.get("type") == "choice" else ()
