"""Writes a walk as text for people and as JSON for programs."""

from collections.abc import Mapping
from typing import Any

from lenovo_desk.cli.output import Output
from lenovo_desk.cli.walk.walk_session import Stay, Walk
from lenovo_desk.core.engine.gates import valid_facts, value_of
from lenovo_desk.core.model.values import NONE, Value
from lenovo_desk.core.step_parts import ChoiceView, FactView, Lock, PhraseView
from lenovo_desk.core.step_view import StepView
from lenovo_desk.core.wording.books import GAP, time_text
from lenovo_desk.core.wording.sentences import filled


def as_json(walk: Walk) -> dict[str, Any]:
    """Return a walk as a value for JSON."""
    case, stopped = walk.case, walk.stopped
    return {
        "flow": case.flow,
        "country": walk.case.country,
        "language": case.language,
        "status": case.status,
        "steps": [_step(stay) for stay in walk.stays()],
        "facts": _facts(walk),
        "owed": [
            {"id": item.id, "title": item.title, "text": item.again}
            for item in (() if case.status == "closed" else walk.view().items)
            if item.again
        ],
        "choices": [
            {
                "id": choice.id,
                "title": choice.title,
                "open": choice.open,
                "reasons": _reasons(walk.view().locks(choice.reasons)),
            }
            for choice in _choices(walk)
        ],
        "disposition": case.disposition or None,
        "refusal": None
        if stopped is None
        else {
            "move": stopped.move.text,
            "reasons": _reasons(walk.view().locks(stopped.reasons)),
        },
    }


def _step(stay: Stay) -> dict[str, Any]:
    view = stay.view
    return {
        "id": view.step.id,
        "flow": view.flow.id,
        "title": view.title,
        "do": view.do,
        "caution": view.caution,
        **({"dial": view.dial.text or None} if view.dial else {}),
        "phrases": [
            {
                "id": phrase.id,
                "authority": phrase.authority,
                "via": phrase.via,
                "text": phrase.text,
                "missing": phrase.missing,
                "reasons": _reasons(view.locks(phrase.reasons)),
            }
            for phrase in view.phrases
        ],
    }


def _reasons(locks: tuple[Lock, ...]) -> list[dict[str, Any]]:
    return [lock._asdict() for lock in locks]


def _choices(walk: Walk) -> tuple[ChoiceView, ...]:
    """Return the choices of the current step; none for a closed case."""
    return () if walk.case.status == "closed" else walk.view().choices


def _facts(walk: Walk) -> dict[str, Value]:
    """Return the current values by short id; a second fact with that id by its key."""
    facts: dict[str, Value] = {}
    for key, value in valid_facts(walk.flows, walk.case).items():
        short = key.rpartition(".")[2]
        facts[key if short in facts else short] = value
    for name in walk.case.digests:
        flow = walk.flows[name]
        for spec in flow.facts.values():
            derived = value_of(flow, walk.case, spec.id) if spec.derive else None
            if derived is not None:
                facts.setdefault(spec.id, derived)
    return facts


def tell(walk: Walk, out: Output) -> None:
    """Write a walk as text: every step, then the current step or the end."""
    words = walk.words
    for view, moves in walk.stays():
        out.line(f"{view.title}  [{view.flow.id}.{view.step.id}]")
        if view.do:
            out.line(f"  {view.do}")
        if view.caution:
            out.line(f"  ! {words['cli.caution']}: {view.caution}")
        if view.dial:
            out.line(f"  {words['desk.to_dial']}  {view.dial.text or GAP}  {view.dial.title}")
        for phrase in view.phrases:
            _say(view, phrase, words, out)
        for move in moves:
            out.line(f"  > {move}")
        out.line()
    case, book = walk.case, view.book
    if case.status == "closed":
        end = words["cli.abandoned"] if not case.completed else book.ends[case.disposition]
        out.line(filled(words["cli.ended"], {"end": end, "id": case.disposition}))
        return
    for id, title, value in _entries(walk):
        out.line(f"  {id:<3} {title}{': ' + value if value else ''}")
    for choice in view.choices:
        out.line(f"  {choice.number}  {choice.title}  [{choice.id}]")
        for lock in view.locks(choice.reasons):
            out.line(f"     {words['cli.locked']}: {lock.text}")
    values = {"step": view.title}
    if case.status == "parked":
        values["time"] = time_text(book.formats, case.park_until, case.zone, now=view.at.utc)
    out.line(filled(words["cli.parked" if "time" in values else "cli.stands"], values))


def _entries(walk: Walk) -> list[tuple[str, str, str]]:
    """Return the facts and items that can be entered now: move, title and value."""
    view = walk.view()
    facts = [
        (f"{fact.id}=", f"{fact.title}{_or_none(view, fact)}", fact.text)
        for fact in view.facts
        if fact.open
    ]
    items = [
        (f"+{item.id}", item.title, "✓" if item.ticked else item.again)
        for item in view.items
        if item.open
    ]
    return facts + items


def _or_none(view: StepView, fact: FactView) -> str:
    """Return what to type when there is none, for a fact that takes it."""
    return f" (0: {view.book.options[fact.id][NONE]})" if fact.spec.none else ""


def _say(view: StepView, phrase: PhraseView, words: Mapping[str, str], out: Output) -> None:
    via = words.get(f"via.{phrase.via}", phrase.via)
    authority = words.get(f"authority.{phrase.authority}", phrase.authority)
    out.line(f"  {via} · {authority} · {phrase.id}")
    for line in phrase.text.split("\n"):
        out.line(f"    {line}")
    for lock in view.locks(phrase.reasons):
        out.line(f"    {words['cli.locked']}: {lock.text}")
    if phrase.missing:
        out.line(f"    {words['cli.missing']}: {', '.join(phrase.missing)}")


def refusal(walk: Walk, source: str) -> str:
    """Return the line on a refused move: where, why, and what is possible instead.

    `source` is the name of the transcript file; empty for none.
    """
    assert walk.stopped is not None, "asked of a walk that stopped"
    move, reasons = walk.stopped
    words, case = walk.words, walk.case
    place = f"{source}:{move.line}: " if move.line else ""
    why = " ".join(lock.text for lock in walk.view().locks(reasons))
    text = filled(words["cli.refused"], {"move": move.text, "step": case.here.top.step})
    line = f"{place}{text}: {why}"
    names = _names(walk, reasons[0].code)
    if reasons[0].id and names:
        from lenovo_desk.cli.exits import guess

        line += guess(reasons[0].id, names)
    possible = _possible(walk) if move.kind in ("choice", "resume", "leave", "open") else []
    if possible:
        line += f" {words['cli.possible']}: {', '.join(possible)}."
    return line


def _names(walk: Walk, code: str) -> list[str]:
    """Return the ids that may have been meant by an unknown one; `code` is the reason's."""
    if code == "unknown_choice":
        return [choice.id for choice in _choices(walk)]
    if code == "unknown_fact":
        stack = walk.case.here.stack
        return [name for frame in stack for name in walk.flows[frame.flow].facts]
    if code == "unknown_item":
        return [item.id for item in walk.view().items if item.open]
    if code == "unknown_phrase":
        return [phrase.id for phrase in walk.view().phrases]
    return list(walk.flows.names()) if code == "unknown_flow" else []


def _possible(walk: Walk) -> list[str]:
    if walk.case.status == "parked":
        return ["resume"]
    return [f"{choice.number} {choice.id}" for choice in _choices(walk) if choice.open]
