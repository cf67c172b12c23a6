"""The facts, items and wait of a step, as lines."""

from rich.style import Style
from textual.strip import Strip

from lenovo_desk.core.step_view import StepView
from lenovo_desk.core.wording.sentences import pair
from lenovo_desk.tui.kit.face import Face
from lenovo_desk.tui.kit.lines import line
from lenovo_desk.tui.kit.text_layout import fit, pack, wrap
from lenovo_desk.tui.kit.theme import Inks
from lenovo_desk.tui.kit.times_and_ids import clock_text


def row(parts: list[tuple[str, Style]], ink: Inks, width: int) -> Strip:
    """Return a line of the column: a space, then the parts."""
    return line([(" ", ink.plain), *parts], width, ink.plain)


def entry_rows(view: StepView, face: Face, width: int) -> list[Strip]:
    """Return a line for each fact, item and wait of the step."""
    words, ink = face.words, face.ink
    strips = []
    room = width - 5
    for fact in view.facts:
        if fact.value is not None:
            text = pair(words, fact.title, fact.text)
            parts = [("[x] ", ink.key), (fit(text, room), ink.strong)]
        elif fact.open:
            parts = [("[ ] ", ink.key), (fit(fact.title, room), ink.plain)]
        else:
            parts = [("[-] ", ink.dim), (fit(fact.title, room), ink.dim)]
        strips.append(row(parts, ink, width))
    for item in view.items:
        mark = "[x] " if item.ticked else "[ ] " if item.open else "[-] "
        style = ink.warn if item.again else ink.plain if item.open else ink.dim
        text = pair(words, item.title, item.again) if item.again else fit(item.title, room)
        for number, part in enumerate(wrap(text, max(8, room))):
            lead = (mark, ink.key) if not number else ("    ", ink.plain)
            strips.append(row([lead, (part, style)], ink, width))
    if view.wait:
        template = words["desk.wait_over"] if view.wait.left <= 0 else words["desk.wait_left"]
        text = template.format(name=view.wait.title, time=clock_text(view.wait.left))
        if view.wait.proof == "jumped":
            text += f" ({words['desk.clock_jumped']})"
        strips.append(row([(fit(text, width - 1), ink.warn)], ink, width))
    return strips


def folded_entries(view: StepView, face: Face, width: int) -> list[Strip]:
    """Return all facts and items as *3 of 8*, each with the next one's name; none without any.

    What the key ticks is always named: the items go to a line of their own rather than be cut.
    """
    words, parts = face.words, []
    if view.facts:
        done = sum(fact.value is not None for fact in view.facts)
        following = next((fact.title for fact in view.facts if fact.value is None), "")
        text = words["desk.facts_fold"].format(done=done, total=len(view.facts))
        parts.append(f"{text}{' · ' + following if following else ''} ({face.key('desk.fill')})")
    if view.items:
        done = sum(item.ticked is not None for item in view.items)
        named = (item.title for item in view.items if item.open and item.ticked is None)
        text = words["desk.items_fold"].format(done=done, total=len(view.items))
        following = next(named, "")
        parts.append(f"{text}{' · ' + following if following else ''} ({face.key('desk.tick')})")
    parts += [pair(words, item.title, item.again) for item in view.items if item.again]
    if view.wait:
        parts.append(f"{view.wait.title} {clock_text(view.wait.left)}")
    ink = face.ink
    return [row([(text, ink.dim)], ink, width) for text in pack(parts, width - 1, "   ")]
