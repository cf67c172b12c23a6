"""The times of a record: waits with their proof, and promises with their outcome."""

from collections.abc import Iterator

from lenovo_desk.core.engine.history import CaseHistory
from lenovo_desk.core.model.case import FactEntry, counts
from lenovo_desk.core.model.events import DeadlineMark
from lenovo_desk.core.model.flow import Flow, Flows
from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.time.clock import elapsed
from lenovo_desk.core.time.moments import seconds_of
from lenovo_desk.core.wording.sentences import span
from lenovo_desk.core.wording.wording import Wording

DECLARED = ("declared_from", "declared_to", "declared_why")
"""The facts that declare a wait which this program did not measure."""


class WaitRecord(NamedTuple):
    """A wait and its evidence."""

    name: str
    started: str
    ended: str
    """Empty while it is running."""
    lasted: str
    required: str
    """How long it had to last; empty when no flow requires a time."""
    enough: bool
    """Whether it lasted that long."""
    proof: str
    """In words: measured, across a restart or a handover, after a clock jump, or declared."""
    measured: bool
    """Whether both clocks of one boot prove it."""
    remark: str = ""


class PromiseRecord(NamedTuple):
    """One period of a promise, or of a step's due time, with its outcome."""

    name: str
    due: str
    state: str
    at: str
    missed: bool


def wait_records(history: CaseHistory, flows: Flows, wording: Wording) -> tuple[WaitRecord, ...]:
    """Return the waits by their start, including those stepped back from or declared."""
    case, waits = history.case, []
    for serial, visit in history.visits.items():
        wait = flows[visit.top.flow].steps[visit.top.step].wait
        if wait is None:
            continue
        running = serial == case.here.serial and case.status != "closed"
        end = history.left_at.get(serial) or case.last or visit.entered
        duration = elapsed(visit.entered, end)
        on_trail = any(visit.serial == serial for visit in case.trail)
        record = WaitRecord(
            wording.book(visit.top.flow).waits[wait.id],
            wording.moment(visit.entered.utc),
            "" if running else wording.moment(end.utc),
            _span(wording, duration.seconds),
            span(wording.words, wait.seconds),
            duration.seconds >= wait.seconds,
            wording.word(f"record.proof_{duration.proof}"),
            duration.proof == "boot",
            "" if on_trail else wording.word("log.back"),
        )
        waits.append((visit.entered.utc, record))
    for name in case.digests:
        waits += _declared(history, flows[name], wording)
    return tuple(record for _, record in sorted(waits, key=lambda timed: timed[0]))


def _span(wording: Wording, seconds: float) -> str:
    """Return a length of time in its units and in whole seconds, rounded down."""
    whole = int(seconds)
    text = span(wording.words, whole)
    exact = wording.fill("value.seconds", n=str(whole))
    return text if text == exact else f"{text} ({exact})"


def _declared(
    history: CaseHistory, flow: Flow, wording: Wording
) -> Iterator[tuple[float, WaitRecord]]:
    case = history.case
    if any(name not in flow.facts for name in DECLARED):
        return
    entries = [
        (entry.n, name, entry)
        for name in DECLARED
        for entry in case.ledger.get(flow.key(name), ())
        if counts(case, entry)
    ]
    flow_waits = [step.wait for step in flow.steps.values() if step.wait]
    required = flow_waits[0].seconds if len({wait.id for wait in flow_waits}) == 1 else 0
    book = wording.book(flow.id)
    name = book.waits[flow_waits[0].id] if required else book.facts[DECLARED[0]]
    for declaration in _declarations(sorted(entries, key=lambda entry: entry[:2])):
        start, end, why = (declaration.get(fact) for fact in DECLARED)
        first = next(iter(declaration.values()))
        times = [_seconds(entry, case.zone) for entry in (start, end)]
        seconds = (times[1] or 0.0) - (times[0] or 0.0) if None not in times else 0.0
        yield (
            times[0] or first.at.utc,
            WaitRecord(
                name,
                wording.moment(times[0]) if times[0] else "",
                wording.moment(times[1]) if times[1] else "",
                _span(wording, seconds) if seconds > 0 else "",
                span(wording.words, required) if required else "",
                seconds >= required > 0,
                wording.fill("record.proof_declared", time=wording.moment(first.at.utc)),
                False,
                str(why.value) if why else "",
            ),
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
    return seconds_of(entry.value, zone) if entry and isinstance(entry.value, str) else None


def promise_records(
    history: CaseHistory, flows: Flows, wording: Wording
) -> tuple[PromiseRecord, ...]:
    """Return every period of every promise, those still running or paused last."""
    promises = [
        _promised(mark.deadline, mark.what, mark, at.utc, flows, wording)
        for at, mark in history.promises
    ]
    for key, promise in history.case.promises.items():
        if promise.state in ("running", "paused"):
            mark = DeadlineMark(key, promise.state, promise.due)
            promises.append(_promised(key, promise.state, mark, 0.0, flows, wording))
    return tuple(promises)


def _promised(
    key: str, state: str, mark: DeadlineMark, at: float, flows: Flows, wording: Wording
) -> PromiseRecord:
    flow, _, name = key.partition(".")
    book = wording.book(flow)
    is_deadline = (
        any(deadline.id == name for deadline in flows[flow].deadlines) if flow in flows else False
    )
    return PromiseRecord(
        book.deadlines[name] if is_deadline else book.steps[name].title,
        wording.moment(mark.due),
        wording.word(f"promise.{state}"),
        wording.moment(at) if at else "",
        state == "missed",
    )
