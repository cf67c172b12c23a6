"""The customer of a mock call as lines: what he says, newest at the bottom, and his mood."""

from collections.abc import Mapping, Sequence

from rich.style import Style
from textual.strip import Strip

from lenovo_desk.core.sentences import filled
from lenovo_desk.training.customer import Customer, Heard, mood
from lenovo_desk.training.scenario import MOST
from lenovo_desk.tui.boxes import clock
from lenovo_desk.tui.lines import line
from lenovo_desk.tui.page import Paragraph
from lenovo_desk.tui.theme import Inks
from lenovo_desk.tui.typeset import fit, wrap

Words = Mapping[str, str]
MEASURE = 90
"""Cells after which a line of text becomes hard to read."""
LATE = 8
"""Cells of a time before what was said."""


def pane(
    person: Customer, words: Words, ink: Inks, size: tuple[int, int], indent: int = 0
) -> list[Strip]:
    """Return his mood, and below it as much of what he said last as there is room for."""
    width, height = size
    left = (" " * indent, ink.status)
    feels = mood(person.temper)
    angry = feels in ("angry", "furious") or person.hung_up
    parts: list[tuple[str, Style]] = [
        left,
        (f" {words['mock.customer']}  ", ink.status),
        (words[f"mock.mood.{feels}"], ink.status_warn if angry else ink.status_strong),
        (f"  {scale(person.temper)}", ink.status_warn if angry else ink.status),
    ]
    if person.hung_up:
        parts.append((f"  {words['mock.hung_up']}", ink.cursor))
    rows = [line(parts, width, ink.status)]
    room = min(MEASURE, width - indent - LATE - 2)
    for when, text, newest in _latest(person.heard, words, height - 1, room):
        style = ink.status_strong if newest else ink.status
        cells = [left, (f" {when:>{LATE - 2}}  ", ink.status), (text, style)]
        rows.append(line(cells, width, ink.status))
    return rows + [line([], width, ink.status)] * (height - len(rows))


def scale(temper: int) -> str:
    """Return a temper as a bar of as many cells as there are tempers."""
    return "█" * temper + "░" * (MOST - temper)


def spoken(one: Heard, words: Words) -> str:
    """Return what he said; what he did, where he said nothing."""
    did = {"unknown": words["mock.unknown"], "hang_up": f"({words['mock.hung_up']})"}
    return " ".join(part for part in (one.text, did.get(one.why, "")) if part)


def _latest(
    heard: Sequence[Heard], words: Words, height: int, room: int
) -> list[tuple[str, str, bool]]:
    """Return the last rows of what he said: a time, a text, and whether it is the newest.

    The newest is told first of all; what of it or before it has no room is marked as cut.
    """
    if not heard:
        return [("", fit(words["mock.silent"], room), False)][:height]
    rows: list[tuple[str, str, bool]] = []
    for one in reversed(heard):
        texts = wrap(spoken(one, words), room)
        free = height - len(rows)
        if len(texts) > free:
            more = words["mock.more"]
            texts = texts[:free]
            texts = [*texts[:-1], f"{fit(texts[-1], room - len(more) - 1)} {more}"] if free else []
        newest = one is heard[-1]
        told = [(clock(one.at) if not n else "", text, newest) for n, text in enumerate(texts)]
        rows = told + rows
        if len(rows) >= height:
            break
    return rows


def talk(person: Customer, words: Words) -> list[Paragraph]:
    """Return all that he said, for reading."""
    page: list[Paragraph] = [(words["mock.talk_title"], "title"), ("", "plain")]
    for one in person.heard:
        why = words.get(f"mock.why.{one.why}", "")
        page.append((f"{clock(one.at)}  {why}".rstrip(), "dim"))
        page.append((spoken(one, words), "strong" if one is person.heard[-1] else "plain"))
    if not person.heard:
        page.append((words["mock.silent"], "dim"))
    feels = filled("{mood}  {scale}", {"mood": words[f"mock.mood.{mood(person.temper)}"],
                                       "scale": scale(person.temper)})  # fmt: skip
    return [*page, ("", "plain"), (feels, "strong")]
