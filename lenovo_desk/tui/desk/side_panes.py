"""What stands around the step: status rows, facts and timers, the way so far."""

from collections.abc import Mapping, Sequence

from rich.cells import cell_len
from rich.style import Style
from textual.strip import Strip

from lenovo_desk.core.engine.mock_calls import MOCK
from lenovo_desk.core.model.case import Case, effective
from lenovo_desk.core.model.flow import Flows
from lenovo_desk.core.ports import Library
from lenovo_desk.core.time.clock import Stamp, elapsed
from lenovo_desk.core.time.moments import iso
from lenovo_desk.core.wording.books import show_time
from lenovo_desk.core.wording.sentences import filled, pair
from lenovo_desk.tui.desk.step_look import Known, Look, call_seconds
from lenovo_desk.tui.kit.formats import away, clock_text, short_id
from lenovo_desk.tui.kit.lines import line
from lenovo_desk.tui.kit.text_layout import fit, wrap
from lenovo_desk.tui.kit.theme import Inks

Words = Mapping[str, str]
Parts = Sequence[tuple[str, Style]]
_BETWEEN = "  ·  "


def status_rows(
    view: Look, case: Case, at: Stamp, words: Words, ink: Inks, language: str, width: int
) -> list[Strip]:
    """Return the two rows at the top: time, case, where; then the customer and what is due."""
    hold = ""
    if case.holding:
        hold = f" {words['desk.hold']} {clock_text(elapsed(case.holding, at).seconds)} "
    mock = f" {words['desk.mock']} " if case.mode == MOCK else ""
    if case.rate != 1.0:
        mock += f"{filled(words['mock.rate'], {'rate': f'{case.rate:g}'})} "
    head: list[tuple[str, Style]] = [
        (" " + clock_text(call_seconds(case, at)), ink.status_strong),
        (f"  {short_id(case.id)} ", ink.status),
        (mock, ink.cursor if mock else ink.status),
        (hold, ink.cursor if hold else ink.status),
    ]
    room = width - 1 - sum(cell_len(text) for text, _ in head)
    head.append((" " + _where(view, room - 1), ink.status_strong))
    due = next_due(view, case, at, words, language)
    spoken = f"{words['desk.phrases_in']} {words.get('language.' + case.language, case.language)}"
    customer = _customer(view, case, words)
    room = width - 2 - cell_len(due)
    told = _BETWEEN.join(text for text in (spoken, customer) if text)
    if due and cell_len(told + _BETWEEN) > room:
        told = customer  # the language stands beside the phrase as well
    if due:
        told = fit(told, room - cell_len(_BETWEEN))
        due = _BETWEEN + due if told else due
    second: Parts = [
        (" " + fit(told, width - 2), ink.status),
        (fit(due, width - 2), ink.status_warn),
    ]
    return [line(head, width, ink.status), line(second, width, ink.status)]


def _where(view: Look, room: int) -> str:
    """Return the open flows and the stage; where room is short the outer ones give way."""
    crumbs = [*view.crumbs]
    if view.stage and view.stage != crumbs[-1]:
        crumbs.append(view.stage)
    left = " › ".join(crumbs)
    while len(crumbs) > 1 and cell_len(left) > room:
        crumbs.pop(0)
        left = " › ".join(["…", *crumbs])
    return fit(left, room)


def _customer(view: Look, case: Case, words: Words) -> str:
    shown = []
    for name in ("network", "handle", "customer_name", "channel"):
        if name in view.flow.facts:
            entry = effective(case, view.flow.key(name))
            if entry is not None and isinstance(entry.value, str):
                shown.append(view.book.options.get(name, {}).get(entry.value, entry.value))
    return "  ".join(shown)


def next_due(view: Look, case: Case, at: Stamp, words: Words, language: str) -> str:
    """Return the next running deadline in words, overdue ones said to be so."""
    running = [(p.due, key) for key, p in case.promises.items() if p.state == "running"]
    if not running:
        return ""
    due, key = min(running)
    name = view.promised[key]
    if due < at.utc:
        return words["desk.overdue"].format(name=name, time=away(words, at.utc - due))
    return words["desk.due"].format(name=name, time=away(words, due - at.utc))


def _heading(text: str, ink: Inks, width: int) -> Strip:
    return line([(text, ink.title)], width, ink.plain)


def side(
    view: Look,
    case: Case,
    facts: Sequence[Known],
    at: Stamp,
    words: Words,
    ink: Inks,
    language: str,
    size: tuple[int, int],
) -> list[Strip]:
    """Return the right pane: facts, timers, notes; the latest stay when room is short."""
    width, height = size
    room = width - 2
    strips = [_heading(words["desk.facts"], ink, width)]
    rows: list[Strip] = []
    for known in facts:
        text = pair(words, known.title, known.value)
        rows += [line([(part, ink.plain)], width, ink.plain) for part in wrap(text, room)[:3]]
    if not rows:
        rows = [line([(words["desk.nothing_yet"], ink.dim)], width, ink.plain)]
    timers = _timers(view, case, at, words, ink, language, width)
    notes = [
        line([(part, ink.plain)], width, ink.plain)
        for note in case.notes[-4:]
        for part in wrap(f"{_hour(note.at, case)} {note.text}", room)[:4]
    ]
    tail = [line([], width, ink.plain), _heading(words["desk.timers"], ink, width), *timers]
    if notes:
        tail += [line([], width, ink.plain), _heading(words["desk.notes"], ink, width), *notes]
    keep = max(1, height - 1 - len(tail))
    return [*strips, *rows[-keep:], *tail][:height]


def _hour(at: Stamp, case: Case) -> str:
    return iso(at.utc, case.zone)[11:16]


def _timers(
    view: Look, case: Case, at: Stamp, words: Words, ink: Inks, language: str, width: int
) -> list[Strip]:
    rows: list[Parts] = []
    held = sum(case.holds) + (elapsed(case.holding, at).seconds if case.holding else 0.0)
    rows.append(
        [
            (f"{words['desk.on_screen']}  ", ink.dim),
            (clock_text(call_seconds(case, at)), ink.strong),
        ]
    )
    if held:
        rows.append([(f"{words['desk.hold']}  ", ink.dim), (clock_text(held), ink.strong)])
    if view.waiting:
        rows.append([(f"{view.waiting[0]}  ", ink.dim), (clock_text(view.waiting[1]), ink.key)])
    for key, promise in sorted(case.promises.items(), key=lambda pair: pair[1].due):
        name = view.promised[key]
        when = show_time(language, promise.due, case.zone)
        told = f"{when} {words[f'promise.{promise.state}']}"
        room = width - 2
        if cell_len(name) + cell_len(told) < room:
            rows.append([(f"{name} {told}", ink.plain)])
        else:
            rows.append([(fit(name, room), ink.plain)])
            rows.append([(fit(f"  {told}", room), ink.plain)])
    return [line(row, width, ink.plain) for row in rows]


def outline(
    view: Look,
    case: Case,
    flows: Flows,
    library: Library,
    words: Words,
    ink: Inks,
    language: str,
    size: tuple[int, int],
) -> list[Strip]:
    """Return the left pane: stages of the flow, then the steps on the way to here."""
    width, height = size
    room = width - 3
    strips = [_heading(words["desk.stages"], ink, width)]
    for title in view.book.stages.values():
        here = title == view.stage
        style = ink.strong if here else ink.dim
        strips.append(line([("> " if here else "  ", ink.key), (title, style)], width, ink.plain))
    strips += [line([], width, ink.plain), _heading(words["desk.way"], ink, width)]
    way: list[Strip] = []
    for visit in case.trail[-(height):]:
        book = library.book(visit.top.flow, language)
        depth = "  " * (len(visit.stack) - 1)
        here = visit is case.here
        mark = "> " if here else "· "
        text = fit(depth + book.steps[visit.top.step].title, room)
        way.append(
            line([(mark, ink.key), (text, ink.strong if here else ink.plain)], width, ink.plain)
        )
    keep = max(1, height - len(strips))
    return [*strips, *way[-keep:]][:height]
