"""Waits that an agent declares, because this program did not measure them."""

from collections.abc import Iterator

from lenovo_desk.core.model.case import Case, FactEntry, counts
from lenovo_desk.core.model.flow import Flow, Wait
from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.time.clock import Stamp

DECLARED = ("declared_from", "declared_to", "declared_why")
"""The facts that declare a wait."""


class DeclaredWait(NamedTuple):
    """A wait in the words of the agent alone."""

    wait: Wait | None
    """The wait of the flow that it stands for; None when the flow has none or several."""
    start: float | None
    """Seconds since 1970 UTC; None when not declared."""
    end: float | None
    why: str
    at: Stamp
    """When the declaration began to be recorded."""

    @property
    def seconds(self) -> float:
        """How long it lasted; 0 while one of its ends is not declared."""
        return 0.0 if None in (self.start, self.end) else (self.end or 0.0) - (self.start or 0.0)


def declared_waits(flow: Flow, case: Case) -> Iterator[DeclaredWait]:
    """Yield the declared waits of a flow in the order of their declaration."""
    if any(name not in flow.facts for name in DECLARED):
        return
    entries = [
        (entry.n, name, entry)
        for name in DECLARED
        for entry in case.ledger.get(flow.key(name), ())
        if counts(case, entry)
    ]
    waits = {step.wait.id: step.wait for step in flow.steps.values() if step.wait}
    wait = next(iter(waits.values())) if len(waits) == 1 else None
    for declaration in _declarations(sorted(entries, key=lambda entry: entry[:2])):
        start, end, why = (declaration.get(fact) for fact in DECLARED)
        yield DeclaredWait(
            wait,
            _seconds(start, case.zone),
            _seconds(end, case.zone),
            str(why.value) if why else "",
            next(iter(declaration.values())).at,
        )


def _declarations(entries: list[tuple[int, str, FactEntry]]) -> Iterator[dict[str, FactEntry]]:
    """Yield the declared waits, each with its latest entry by fact.

    An entry without a value ends a declaration, so that the next entry begins another one.
    """
    declaration: dict[str, FactEntry] = {}
    for _, name, entry in entries:
        if entry.value is None:
            if declaration:
                yield declaration
            declaration = {}
        else:
            declaration = {**declaration, name: entry}
    if declaration:
        yield declaration


def _seconds(entry: FactEntry | None, zone: str) -> float | None:
    from lenovo_desk.core.time.moments import seconds_of

    return seconds_of(entry.value, zone) if entry and isinstance(entry.value, str) else None
