"""A walk told to people and to programs."""

from typing import Any

from lenovo_desk.cli.output import Output
from lenovo_desk.cli.walk.stays import Said, Stay
from lenovo_desk.cli.walk.walk_session import Walk
from lenovo_desk.core.wording.books import show_time
from lenovo_desk.core.wording.sentences import filled


def as_json(walk: Walk) -> dict[str, Any]:
    """Return a walk as JSON can carry it."""
    case, stopped = walk.case, walk.stopped
    return {
        "flow": case.flow,
        "language": case.language,
        "status": case.status,
        "steps": [_step(stay) for stay in walk.stays()],
        "facts": walk.view.facts(case),
        "choices": [_plain(offer) for offer in walk.offers()],
        "disposition": case.disposition or None,
        "refusal": None
        if stopped is None
        else {
            "move": stopped.move.text,
            "reasons": [why._asdict() for why in walk.view.reasons(case, stopped.reasons)],
        },
    }


def _step(stay: Stay) -> dict[str, Any]:
    plain = stay._asdict()
    del plain["moves"]
    return {**plain, "phrases": [_plain(said) for said in stay.phrases]}


def _plain(line: Any) -> dict[str, Any]:
    return {**line._asdict(), "reasons": [why._asdict() for why in line.reasons]}


def tell(walk: Walk, out: Output) -> None:
    """Write a walk as text: every step, then where it stands or how it ended."""
    words, book = walk.view.words, walk.view.book(walk.case)
    for stay in walk.stays():
        out.line(f"{stay.title}  [{stay.flow}.{stay.id}]")
        if stay.do:
            out.line(f"  {stay.do}")
        if stay.caution:
            out.line(f"  ! {words['cli.caution']}: {stay.caution}")
        for said in stay.phrases:
            _say(walk, said, out)
        for move in stay.moves:
            out.line(f"  > {move}")
        out.line()
    case = walk.case
    if case.status == "closed":
        end = words["cli.abandoned"] if not case.completed else book.ends[case.disposition]
        out.line(filled(words["cli.ended"], {"end": end, "id": case.disposition}))
        return
    for blank in walk.view.blanks(case, walk.at):
        out.line(f"  {blank.id:<3} {blank.title}{': ' + blank.value if blank.value else ''}")
    for number, offer in enumerate(walk.offers(), 1):
        out.line(f"  {number}  {offer.title}  [{offer.id}]")
        for why in offer.reasons:
            out.line(f"     {words['cli.locked']}: {why.text}")
    values = {"step": book.steps[case.here.top.step].title}
    if case.status == "parked":
        values["time"] = show_time(book.language, case.park_until, case.zone)
    out.line(filled(words["cli.parked" if "time" in values else "cli.stands"], values))


def _say(walk: Walk, said: Said, out: Output) -> None:
    words = walk.view.words
    via = words.get(f"via.{said.via}", said.via)
    authority = words.get(f"authority.{said.authority}", said.authority)
    out.line(f"  {via} · {authority} · {said.id}")
    for line in said.text.split("\n"):
        out.line(f"    {line}")
    for why in said.reasons:
        out.line(f"    {words['cli.locked']}: {why.text}")
    if said.missing:
        out.line(f"    {words['cli.missing']}: {', '.join(said.missing)}")


def refusal(walk: Walk, source: str) -> str:
    """Return the line that says which move a walk stopped at, where, why, and what is possible."""
    assert walk.stopped is not None, "asked of a walk that stopped"
    move, reasons = walk.stopped
    words, case = walk.view.words, walk.case
    place = f"{source}:{move.line}: " if move.line else ""
    why = " ".join(one.text for one in walk.view.reasons(case, reasons))
    told = filled(words["cli.refused"], {"move": move.text, "step": case.here.top.step})
    line = f"{place}{told}: {why}"
    known = _known(walk, reasons[0].code)
    if reasons[0].id and known:
        from lenovo_desk.cli.exits import guess

        line += guess(reasons[0].id, known)
    possible = _possible(walk) if move.kind in ("choice", "resume", "leave", "open") else []
    if possible:
        line += f" {words['cli.possible']}: {', '.join(possible)}."
    return line


def _known(walk: Walk, code: str) -> list[str]:
    """Return the ids among which the one that nothing has may have been meant."""
    if code == "unknown_choice":
        return [offer.id for offer in walk.offers()]
    if code == "unknown_fact":
        stack = walk.case.here.stack
        return [name for frame in stack for name in walk.flows[frame.flow].facts]
    if code == "unknown_item":
        return [one.id[1:] for one in walk.view.blanks(walk.case, walk.at) if one.id[0] == "+"]
    if code == "unknown_phrase":
        return [said.id for said in walk.stays()[-1].phrases]
    return list(walk.flows.names()) if code == "unknown_flow" else []


def _possible(walk: Walk) -> list[str]:
    if walk.case.status == "parked":
        return ["resume"]
    offers = enumerate(walk.offers(), 1)
    return [f"{number} {offer.id}" for number, offer in offers if offer.open]
