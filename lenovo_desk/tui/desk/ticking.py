"""Ticking items: what a key ticks is always named, and nothing is unticked by one key."""

from rich.cells import cell_len

from lenovo_desk.core.model import intents as it
from lenovo_desk.core.step_parts import ItemView
from lenovo_desk.core.wording.sentences import filled, name_list, pair
from lenovo_desk.tui.desk.case_screen import CaseScreen
from lenovo_desk.tui.kit.lines import SHARE

TICK, TICK_ALL = "desk.tick", "desk.tick_all"
"""The commands that tick the next item, and all of them."""


def tick_item(case: CaseScreen) -> None:
    """Tick the next open item; when all are ticked, ask whether to untick the last one.

    An item that the step has no room to name is named first.
    """
    unticked = [item for item in case.view.items if item.ticked is None]
    following = next((item for item in unticked if item.open), None)
    if following:
        question = filled(case.with_keys(case.words["tick.next"]), {"item": following.title})
        if case.panes.names_items or _confirmed(case, TICK, question):
            _tick(case, [following])
    elif unticked:
        case.carry_out(it.TickItem(unticked[0].id))
    elif case.view.items:
        last = max(case.view.items, key=lambda item: item.ticked.utc if item.ticked else 0.0)
        if _confirmed(
            case, TICK, filled(case.with_keys(case.words["tick.untick"]), {"item": last.title})
        ):
            message = filled(case.words["tick.unticked"], {"item": last.title})
            case.carry_out(it.TickItem(last.id, on=False), message)


def tick_all(case: CaseScreen) -> None:
    """Name what would be ticked, and what would not and why; tick it when asked once more."""
    words, view = case.words, case.view
    unticked = [item for item in view.items if item.ticked is None]
    ready = _nameable([item for item in unticked if item.open], case)
    left_out = [
        pair(words, item.title, view.locked(item.reasons)) for item in unticked if not item.open
    ]
    if not unticked:
        case.show(words["tick.none_left"])
        return
    without = filled(words["tick.left_out"], {"items": " ".join(left_out)}) if left_out else ""
    if not ready:
        case.show(without, alert=True)
        return
    names = name_list(words, [item.title for item in ready])
    texts = {"n": str(len(ready)), "items": names}
    question = f"{filled(case.with_keys(words['tick.all']), texts)} {without}".rstrip()
    if _confirmed(case, TICK_ALL, question):
        _tick(case, ready)


def _nameable(items: list[ItemView], case: CaseScreen) -> list[ItemView]:
    """Return as many items as a message has room for, the first one in any case."""
    width, height = case.size
    room, most = width * (height // SHARE) // 2, list[ItemView]()
    for item in items:
        room -= cell_len(item.title)
        if most and room < 0:
            break
        most.append(item)
    return most


def _tick(case: CaseScreen, items: list[ItemView]) -> None:
    """Tick items, each as an event of its own, and name those that were ticked."""
    titles = []
    for item in items:
        outcome = case.do(it.TickItem(item.id))
        if outcome.event:
            titles.append(item.title)
        if warning := outcome.notice or outcome.problem:
            case.say(warning, alert=True)
            return
    case.say(filled(case.words["tick.ticked"], {"items": name_list(case.words, titles)}))


def _confirmed(case: CaseScreen, command: str, question: str) -> bool:
    """Return whether a command is given again while its question is in view; else ask it."""
    if case.confirming == command and case.message == question:
        case.confirming = ""
        return True
    case.confirming = command
    case.say(question, alert=True)
    return False
