"""A closed case as one small document, with its personal values kept apart."""

import copy
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from lenovo_desk.core.engine.declared_waits import declared_waits
from lenovo_desk.core.engine.gates import valid_facts, value_of
from lenovo_desk.core.engine.history import CaseHistory, history_of
from lenovo_desk.core.model.case import Case
from lenovo_desk.core.model.country import currency_of
from lenovo_desk.core.model.events import CaseTakenOver, Event
from lenovo_desk.core.model.flow import Flows, Plain
from lenovo_desk.core.model.values import FORGOTTEN
from lenovo_desk.core.time.clock import Stamp, elapsed
from lenovo_desk.core.time.moments import local

SCHEMA = 3
"""Version 2 added replies and what notes and replies were flagged for, version 3 all agents and
what became of consents."""
HIDDEN = "[sealed]"
"""Replaces a personal value in a stored document."""


def local_day(at: Stamp, zone: str) -> str:
    """Return the local date of a moment, such as `2026-11-22`; `zone` is an IANA name."""
    return local(at.utc, zone).date().isoformat()


def case_document(flows: Flows, events: Iterable[Event]) -> tuple[Plain, dict[str, Any]]:
    """Return the document of a closed case, and its personal values by place.

    Places such as `/facts/customer_name` or `/notes/0/text` are listed in the document's `hidden`;
    the values there are `HIDDEN`. Local times are ISO 8601 with their offset, durations are
    seconds.
    """
    events = tuple(events)
    past = history_of(flows, events)
    case, zone, facts = past.case, past.case.zone, _facts(flows, past.case)
    assert case.opened is not None, "a case begins with its opening"
    assert case.last is not None, "a case ends with an event"

    def iso(utc: float) -> str:
        return _iso(utc, zone)

    plain: Plain = {
        "schema": SCHEMA,
        "case": case.id,
        "mode": case.mode,
        "flow": case.flow,
        "digest": case.digests.get(case.flow, ""),
        "digests": dict(case.digests),
        "agent": case.agent,
        "agents": list(dict.fromkeys(agent for _, agent, _ in past.shifts)),
        "role": case.role,
        "language": case.language,
        "zone": zone,
        "country": case.country,
        "currency": currency_of(case),
        "follows": case.follows,
        "opened": iso(case.opened.utc),
        "closed": iso(case.last.utc),
        "disposition": case.disposition,
        "completed": case.completed,
        "figures": _own_figures(past, flows, events),
        "path": [
            {"at": iso(m.at.utc), "flow": m.flow, "step": m.step, "choice": m.choice}
            for m in case.path
        ],
        "ticks": [
            {**_where(past, serial), "at": iso(at.utc), "item": item}
            for (serial, item), at in case.ticks.items()
        ],
        "facts": facts,
        "deadlines": [
            {
                "id": mark.deadline,
                "state": mark.what,
                "due": iso(mark.due),
                "from": iso(mark.base),
                "seconds": mark.seconds,
                "at": iso(at.utc),
            }
            for at, mark in past.promises
        ],
        **_consents(past),
        "waits": _waits(past, flows),
        "clock_jumps": list(case.jumps),
        "phrases": [
            {
                "at": iso(use.at.utc),
                "flow": use.flow,
                "id": use.phrase,
                "language": use.language,
                "authority": use.authority,
                "via": use.via,
                "text": use.text,
            }
            for use in case.used
        ],
        "replies": [
            {
                "at": iso(reply.at.utc),
                "flow": reply.flow,
                "phrase": reply.phrase,
                "language": reply.language,
                "via": reply.via,
                "text": reply.text,
                "flags": list(reply.flags),
            }
            for reply in case.replies
        ],
        "gates_tried": [
            {"at": iso(t.at.utc), "flow": t.flow, "step": t.step, "choice": t.choice}
            for t in case.tries
        ],
        "parks": [
            {"at": iso(at.utc), "until": iso(until), "reason": reason}
            for at, until, reason, _ in past.parks
        ],
        "notes": [
            {"at": iso(note.at.utc), "text": note.text, "flags": list(note.flags)}
            for note in case.notes
        ],
        "closing_notes": case.closing_notes,
    }
    pointers = _personal_pointers(past, facts)
    secret = {pointer: _swap(plain, pointer, HIDDEN) for pointer in pointers}
    return {**plain, "hidden": pointers}, secret


def _iso(utc: float, zone: str) -> str:
    return local(utc, zone).isoformat(timespec="milliseconds")


def _consents(past: CaseHistory) -> Plain:
    """Return what became of consents, without values; nothing where none fell."""
    zone = past.case.zone
    turns = [
        {"at": _iso(at.utc, zone), "item": mark.item, "what": mark.what, "facts": list(mark.facts)}
        for at, mark in past.consents
    ]
    return {"consents": turns} if turns else {}


def _waits(past: CaseHistory, flows: Flows) -> list[Plain]:
    """Return the waits of a case in order, with the proof of their length in seconds."""
    waits: list[Plain] = []
    zone, last = past.case.zone, past.case.last
    assert last is not None, "a case ends with an event"
    for serial, visit in past.visits.items():
        if wait := flows[visit.top.flow].steps[visit.top.step].wait:
            end = past.left_at.get(serial, last)
            duration = elapsed(visit.entered, end)
            waits.append(
                {
                    **_where(past, serial),
                    "wait": wait.id,
                    "wanted": wait.seconds,
                    "started": _iso(visit.entered.utc, zone),
                    "left": _iso(end.utc, zone),
                    "seconds": round(duration.seconds, 3),
                    "proof": duration.proof,
                }
            )
    return waits + list(_declared(past.case, flows))


def _declared(case: Case, flows: Flows) -> Iterator[Plain]:
    """Yield the waits that the agent declared; nobody measured them."""
    zone = case.zone
    for name in case.digests:
        for declared in declared_waits(flows[name], case):
            yield {
                "flow": name,
                "step": "",
                "counts": True,
                "wait": declared.wait.id if declared.wait else "",
                "wanted": declared.wait.seconds if declared.wait else 0,
                "started": _iso(declared.start, zone) if declared.start is not None else "",
                "left": _iso(declared.end, zone) if declared.end is not None else "",
                "seconds": round(declared.seconds, 3),
                "proof": "declared",
            }


def _personal_pointers(past: CaseHistory, facts: Mapping[str, Any]) -> list[str]:
    """Return the places of personal values in the document."""
    case = past.case
    return [
        *(f"/facts/{key}" for key in facts if key in past.personal),
        *(f"/notes/{n}/text" for n, _ in enumerate(case.notes)),
        *(f"/phrases/{n}/text" for n, use in enumerate(case.used) if use.personal),
        *(f"/replies/{n}/text" for n, _ in enumerate(case.replies)),
        *(f"/parks/{n}/reason" for n, park in enumerate(past.parks) if park[3]),
        *(["/closing_notes"] if case.closing_notes else []),
    ]


def _where(past: CaseHistory, serial: int) -> Plain:
    """Return the step of a visit, and whether the visit counts: it was not taken back."""
    top = past.visits[serial].top
    counts = any(visit.serial == serial for visit in past.case.trail)
    return {"flow": top.flow, "step": top.step, "counts": counts}


def _own_figures(past: CaseHistory, flows: Flows, events: Sequence[Event]) -> dict[str, float]:
    """Return the figures since the last take-over: earlier ones are in another document."""
    figures = _figures(past)
    take_overs = [event.n for event in events if isinstance(event.act, CaseTakenOver)]
    if not take_overs:
        return figures
    figures_before = _figures(history_of(flows, events[: take_overs[-1]]))
    return {name: figures[name] - figures_before[name] for name in figures}


def _figures(past: CaseHistory) -> dict[str, float]:
    case = past.case
    states = [mark.what for _, mark in past.promises]
    flags = [note.flags for note in case.notes] + [reply.flags for reply in case.replies]
    return {
        "handled": round(case.handled, 3),
        "held": round(sum(case.holds), 3),
        "holds": len(case.holds),
        "steps_back": sum(move.choice == "<" for move in case.path),
        "gates_tried": len(case.tries),
        "phrases": len(case.used),
        "replies": len(case.replies),
        "flagged": sum(map(bool, flags)),
        "parked": len(past.parks),
        "resumed": past.resumed,
        "crashed": past.crashed,
        "kept": states.count("kept"),
        "missed": states.count("missed"),
        "dropped": states.count("dropped"),
    }


def _facts(flows: Flows, case: Case) -> dict[str, Any]:
    """Return the values that count, by fact key.

    They include values derived from facts that are not personal.
    """
    facts: dict[str, Any] = {**valid_facts(flows, case)}
    for name in case.digests:
        flow = flows[name]
        for spec in flow.facts.values():
            sources = [flow.facts[source] for source in spec.of if source in flow.facts]
            if spec.derive and not any(source.personal for source in (spec, *sources)):
                value = value_of(flow, case, spec.id)
                if value is not None:
                    facts[flow.key(spec.id)] = value
    return facts


def _swap(plain: Plain, pointer: str, value: Any) -> Any:
    """Set the value at a pointer and return the one that was there."""
    *parents, last = pointer.split("/")[1:]
    place: Any = plain
    for part in parents:
        place = place[int(part) if isinstance(place, list) else part]
    previous, place[last] = place[last], value
    return previous


def reveal_document(stored: Plain, secret: Mapping[str, Any] | None) -> Plain:
    """Return a stored document with its personal values put back.

    `secret` holds them by place; `FORGOTTEN` stands for any that is missing.
    """
    document = copy.deepcopy({k: v for k, v in stored.items() if k not in ("sealed", "hidden")})
    for pointer in stored.get("hidden", ()):
        _swap(document, pointer, (secret or {}).get(pointer, FORGOTTEN))
    return document
