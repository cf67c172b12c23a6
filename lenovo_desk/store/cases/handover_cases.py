"""A case handed over to another desk, and one taken over from there."""

import hashlib
from base64 import b32encode
from collections.abc import Mapping
from typing import Any, NamedTuple

from lenovo_desk.core.engine.audit import first_unlawful
from lenovo_desk.core.engine.engine import decide
from lenovo_desk.core.engine.fold import replay
from lenovo_desk.core.engine.session import StoreProblem
from lenovo_desk.core.model.event_codec import event_from_plain, event_to_plain, sealed_fields
from lenovo_desk.core.model.events import CaseOpened, Event, Refusal
from lenovo_desk.core.model.flow import Flow, Plain
from lenovo_desk.core.model.intents import TakeOver
from lenovo_desk.core.model.structure import flow_from_plain, structure_digest
from lenovo_desk.core.model.values import FORGOTTEN
from lenovo_desk.core.time.clock import Stamp
from lenovo_desk.store.cases import evidence_files
from lenovo_desk.store.cases.case_folder import CaseFolder
from lenovo_desk.store.cases.case_summaries import keep_summary
from lenovo_desk.store.cases.pinned_flows import digests_of
from lenovo_desk.store.disk.journal import may_be_closed
from lenovo_desk.store.disk.layout import checked_case_id

_NONSENSE = (
    LookupError,
    TypeError,
    ValueError,
    AttributeError,
    ArithmeticError,
    AssertionError,
    RecursionError,
    StopIteration,
)
"""Raised when data that looks like a case makes no sense."""
_STEM, _TAIL = 73, 6


def _clear(value: Any) -> Any:
    return value


def handover_payload(folder: CaseFolder, case: str) -> Plain:
    """Return what another desk needs to continue an unfinished case, personal values in clear.

    The payload has the plain events under `events`, and under `flows` the structures by digest.
    Raises `StoreProblem("not_lawful")` when the other desk would not accept the case,
    `StoreProblem("key_gone")` when personal data was forgotten, and `StoreProblem` like
    `CaseFolder.reading` and `CaseFolder.replayed`.
    """
    replayed = folder.replayed(
        folder.reading(folder.layout.journal(case)), folder.keys.reader(case)
    )
    for event in replayed.events:
        if FORGOTTEN in (getattr(event.act, name) for name in sealed_fields(event.act)):
            raise StoreProblem("key_gone", case)
    if number := first_unlawful(replayed.flows, replayed.events):
        raise StoreProblem("not_lawful", f"{case}.jsonl:{number}")
    digests = digests_of(replayed.events)
    return {
        "events": [event_to_plain(event, _clear) for event in replayed.events],
        "flows": {
            digest: folder.structures.plain(name, digest) for name, digest in digests.items()
        },
    }


class HandedCase(NamedTuple):
    """A case from another desk, checked to be lawful."""

    events: tuple[Event, ...]
    structures: Mapping[str, Plain]
    """By flow id."""
    flows: Mapping[str, Flow]

    @property
    def opening(self) -> CaseOpened:
        """How the case began."""
        act = self.events[0].act
        assert isinstance(act, CaseOpened), "a lawful case begins with its opening"
        return act


def handed_case(plain: Plain, name: str) -> HandedCase:
    """Return the case in a payload; `name` is the file's name, for problems.

    Raises `StoreProblem("handover_changed")` when the payload makes no sense, and
    `StoreProblem("handover_unlawful")` when the case cannot have happened.
    """
    try:
        events = tuple(event_from_plain(event, _clear) for event in plain["events"])
        digests = digests_of(events)
        structures = {flow: plain["flows"][digest] for flow, digest in digests.items()}
        if any(structure_digest(structures[flow]) != digests[flow] for flow in digests):
            raise StoreProblem("handover_changed", name)
        flows = {flow: flow_from_plain(structures[flow], digests[flow]) for flow in digests}
        number = first_unlawful(flows, events) if events else 1
    except _NONSENSE:
        raise StoreProblem("handover_changed", name) from None
    if number:
        raise StoreProblem("handover_unlawful", f"{name}:{number}")
    return HandedCase(events, structures, flows)


def successor_id(case: str, n: int) -> str:
    """Return the id under which a case continues after its hand-over at event `n`.

    The same case and event always give the same id, so that nothing is taken over twice.
    """
    tail = b32encode(hashlib.sha256(f"{case}/{n}".encode()).digest()).decode("ascii").lower()
    return f"{(case.rpartition('-')[0] or case)[:_STEM]}-{tail[:_TAIL]}"


def accept_case(folder: CaseFolder, handed: HandedCase, intent: TakeOver, at: Stamp) -> str:
    """Add a case from another desk to the unfinished ones; return its id.

    It is at the step it was at. It is written whole or not at all, even if the program is killed.
    Raises `StoreProblem("already_taken_over")`, `StoreProblem("still_open_here")`, `bad_case_id`,
    the code of a refusal, `disk_full` or `disk_refused`.
    """
    old = folder.layout.journal(checked_case_id(handed.opening.case))
    case = successor_id(handed.opening.case, handed.events[-1].n)
    opening = handed.opening._replace(case=case, follows=handed.opening.case)
    events = (handed.events[0]._replace(act=opening), *handed.events[1:])
    answer = decide(handed.flows, replay(handed.flows, events), intent, at)
    if isinstance(answer, Refusal):
        raise StoreProblem(answer.reasons[0].code, case)
    lock = folder.locked(case)
    try:
        if evidence_files.journal_path(folder, case):
            raise StoreProblem("already_taken_over", case)
        if old.exists() and not may_be_closed(old):
            raise StoreProblem("still_open_here", handed.opening.case)
        folder.write_journal(case, (*events, answer), handed.structures.__getitem__)
        keep_summary(folder, case, opening.mode)
    finally:
        lock.release(remove=True)
    return case
