"""The times of a record: waits with their proof, and promises with their outcome."""

from collections.abc import Iterator

from lenovo_desk.core.engine.declared_waits import DECLARED, declared_waits
from lenovo_desk.core.engine.history import CaseHistory
from lenovo_desk.core.model.events import DeadlineMark
from lenovo_desk.core.model.flow import Flow, Flows
from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.time.clock import elapsed
from lenovo_desk.core.wording.sentences import span
from lenovo_desk.core.wording.wording import Wording


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
    book = wording.book(flow.id)
    for declared in declared_waits(flow, history.case):
        start, end, seconds = declared.start, declared.end, declared.seconds
        required = declared.wait.seconds if declared.wait else 0
        yield (
            start or declared.at.utc,
            WaitRecord(
                book.waits[declared.wait.id] if declared.wait else book.facts[DECLARED[0]],
                wording.moment(start) if start else "",
                wording.moment(end) if end else "",
                _span(wording, seconds) if seconds > 0 else "",
                span(wording.words, required) if required else "",
                seconds >= required > 0,
                wording.fill("record.proof_declared", time=wording.moment(declared.at.utc)),
                False,
                declared.why,
            ),
        )


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
