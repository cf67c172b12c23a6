"""What a step asks to record, tick and wait for, as lines."""

from collections.abc import Mapping

from rich.style import Style
from textual.strip import Strip

from lenovo_desk.core.wording.books import show_value
from lenovo_desk.core.wording.sentences import pair
from lenovo_desk.tui.desk.step_look import Look
from lenovo_desk.tui.kit.formats import clock_text
from lenovo_desk.tui.kit.lines import line
from lenovo_desk.tui.kit.text_layout import fit
from lenovo_desk.tui.kit.theme import Inks


def row(parts: list[tuple[str, Style]], ink: Inks, width: int) -> Strip:
    """Return a line of the column: one blank, then the parts."""
    return line([(" ", ink.plain), *parts], width, ink.plain)


def records(view: Look, words: Mapping[str, str], ink: Inks, zone: str, width: int) -> list[Strip]:
    """Return a line for each fact, item and wait of the step."""
    strips = []
    room = width - 5
    for field in view.fields:
        shown = show_value(view.book, field.spec, field.value, zone)
        title = view.book.facts[field.spec.id]
        if field.value is not None:
            parts = [("[x] ", ink.key), (fit(pair(words, title, shown), room), ink.strong)]
        elif field.verdict.open:
            parts = [("[ ] ", ink.key), (fit(title, room), ink.plain)]
        else:
            parts = [("[-] ", ink.dim), (fit(title, room), ink.dim)]
        strips.append(row(parts, ink, width))
    for box in view.boxes:
        mark = "[x] " if box.ticked else "[ ] " if box.verdict.open else "[-] "
        style = ink.plain if box.verdict.open else ink.dim
        title = fit(view.book.items[box.item.id], room)
        strips.append(row([(mark, ink.key), (title, style)], ink, width))
    if view.waiting:
        name, left, proof = view.waiting
        text = words["desk.wait_over"] if left <= 0 else words["desk.wait_left"]
        shown = text.format(name=name, time=clock_text(left))
        if proof == "jumped":
            shown += f" ({words['desk.clock_jumped']})"
        strips.append(row([(fit(shown, width - 1), ink.warn)], ink, width))
    return strips


def fold(view: Look, words: Mapping[str, str], ink: Inks, width: int) -> list[Strip]:
    """Return the one line that stands for all fields and items: *3 of 8*."""
    parts = []
    if view.fields:
        done = sum(field.value is not None for field in view.fields)
        following = next((view.book.facts[f.spec.id] for f in view.fields if f.value is None), "")
        text = words["desk.facts_fold"].format(done=done, total=len(view.fields))
        parts.append(f"{text}{' · ' + following if following else ''} (f)")
    if view.boxes:
        done = sum(box.ticked is not None for box in view.boxes)
        parts.append(words["desk.items_fold"].format(done=done, total=len(view.boxes)))
    if view.waiting:
        parts.append(f"{view.waiting[0]} {clock_text(view.waiting[1])}")
    return [row([(fit("   ".join(parts), width - 1), ink.dim)], ink, width)] if parts else []
