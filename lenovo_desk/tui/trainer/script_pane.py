"""The script for the trainer: lines for this step, answers, objections, then all others.

The order is the one in which a trainer needs them; lines of other steps come last.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from rich.cells import cell_len
from rich.style import Style
from textual.strip import Strip

from lenovo_desk.core.model.case import Case
from lenovo_desk.core.wording.wording import Wording
from lenovo_desk.training.model.scenario import Scenario
from lenovo_desk.tui.kit.cursor_list import window_top
from lenovo_desk.tui.kit.lines import line
from lenovo_desk.tui.kit.lists.rows import lit_inks
from lenovo_desk.tui.kit.text_layout import fit, wrap
from lenovo_desk.tui.kit.theme import Inks

NOW, ASKED, OBJECTIONS, OTHERS = BLOCKS = ("now", "asked_for", "objections", "others")
INDENT = 7
MOST = 4
"""The most rows of the line under the cursor."""


class ScriptLine(NamedTuple):
    """Something the trainer can have the customer say."""

    block: str
    """One of `BLOCKS`."""
    kind: str
    """The kind that the trainee's desk records: `line` or `objection`."""
    text: str
    about: str = ""
    """The title of the fact that it answers or of its step, or a word for what it is."""


class DrawnScript(NamedTuple):
    """The rows of the script, and which line is in which row."""

    strips: list[Strip]
    rows: Mapping[int, int]
    """The index of a script line by the row it is drawn in."""
    digits: Mapping[int, int]
    """The index of a script line by the digit shown before it."""


def script_lines(scenario: Scenario, case: Case, wording: Wording) -> tuple[ScriptLine, ...]:
    """Return every line of a scenario once, in blocks for the call's current step."""
    by_text: dict[str, ScriptLine] = {}
    for script_line in (
        *_now(scenario, case),
        *_asked(scenario, wording),
        *_objections(scenario),
        *_others(scenario, wording),
    ):
        by_text.setdefault(script_line.text, script_line)
    return tuple(by_text.values())


def _now(scenario: Scenario, case: Case) -> Iterator[ScriptLine]:
    if not case.path:
        yield ScriptLine(NOW, "line", scenario.opens)
    step = case.here.top
    for key, texts in scenario.says.items():
        if _place(scenario, key) == (step.flow, step.step):
            yield from (ScriptLine(NOW, "line", text) for text in texts)


def _asked(scenario: Scenario, wording: Wording) -> Iterator[ScriptLine]:
    for reveal in scenario.reveals:
        flow, _, name = reveal.fact.rpartition(".")
        title = wording.book(flow or scenario.flow).facts[name]
        yield ScriptLine(ASKED, "line", reveal.says, title)


def _objections(scenario: Scenario) -> Iterator[ScriptLine]:
    for text in scenario.objections.values():
        yield ScriptLine(OBJECTIONS, "objection", text)


def _others(scenario: Scenario, wording: Wording) -> Iterator[ScriptLine]:
    yield ScriptLine(OTHERS, "line", scenario.opens, wording.word("trainer.opens"))
    for key, texts in scenario.says.items():
        flow, step = _place(scenario, key)
        title = wording.book(flow).steps[step].title
        yield from (ScriptLine(OTHERS, "line", text, title) for text in texts)
    for interruption in scenario.interrupts:
        yield ScriptLine(OTHERS, "line", interruption.says, wording.word("trainer.unasked"))
    for cause, texts in scenario.snaps.items():
        about = wording.word(f"trainer.snap.{cause}")
        yield from (ScriptLine(OTHERS, "line", text, about) for text in texts)


def _place(scenario: Scenario, key: str) -> tuple[str, str]:
    """Return the flow and step of a key: `flow.step`, or `step` in the scenario's own flow."""
    flow, _, step = key.rpartition(".")
    return flow or scenario.flow, step


def next_line(lines: tuple[ScriptLine, ...], spoken_texts: Collection[str]) -> int:
    """Return the index of the line to say next: unsaid ones of this step, then objections."""
    for block in (NOW, OBJECTIONS, ASKED, OTHERS):
        for number, script_line in enumerate(lines):
            if script_line.block == block and script_line.text not in spoken_texts:
                return number
    return 0


def draw_script(
    lines: tuple[ScriptLine, ...],
    cursor: int,
    marks: Mapping[str, str],
    wording: Wording,
    ink: Inks,
    size: tuple[int, int],
) -> DrawnScript:
    """Draw the lines around the cursor; digits count from the beginning of its block.

    `marks` has a short mark, by text, for each line that no longer needs saying. `size` is width
    and height in cells.
    """
    width, height = size
    rows: list[tuple[int, list[tuple[str, Style]]]] = []
    for block in BLOCKS:
        rows.append((-1, [(fit(f" {wording.word(f'trainer.{block}')}", width), ink.title)]))
        inside = [n for n, script_line in enumerate(lines) if script_line.block == block]
        if not inside:
            rows.append((-1, [(fit(f"   {wording.word('trainer.nothing')}", width), ink.dim)]))
        for n in inside:
            rows += ((n, parts) for parts in _row(lines[n], n == cursor, marks, ink, width))
    at = [number for number, (n, _) in enumerate(rows) if n == cursor] or [0]
    top = window_top(at[0] - height // 3, len(rows), height)
    window = rows[top : top + height]
    block = lines[cursor].block if lines else NOW
    first = next((n for n, script_line in enumerate(lines) if script_line.block == block), 0)
    return _numbered(window, bool(top), top + height < len(rows), (cursor, first), ink, width)


def _numbered(
    window: list[tuple[int, list[tuple[str, Style]]]],
    above: bool,
    below: bool,
    hand: tuple[int, int],
    ink: Inks,
    width: int,
) -> DrawnScript:
    """Return the rows with their digits.

    `hand` is the index of the line under the cursor and of the first line with a digit.
    """
    (cursor, first), strips = hand, list[Strip]()
    places: dict[int, int] = {}
    digits: dict[int, int] = {}
    for number, (n, parts) in enumerate(window):
        if n >= 0:
            places[number] = n
        if n >= first and n not in digits.values() and len(digits) < 9:
            digits[len(digits) + 1] = n
            style = ink.cursor if n == cursor else ink.key
            parts = [(" ", ink.plain), (f" {len(digits)} ", style), *parts[1:]]
        more = "↑" if above and number == 0 else "↓" if below and number == len(window) - 1 else ""
        if n == cursor and n >= 0:
            lit = lit_inks(ink)
            parts = [(text, lit.get(style, style)) for text, style in parts]
        strip = line(parts, width - 2, ink.lit if n == cursor and n >= 0 else ink.plain)
        strips.append(Strip.join([strip, line([(f" {more}", ink.dim)], 2, ink.plain)]))
    return DrawnScript(strips, places, digits)


def _row(
    script_line: ScriptLine, at_cursor: bool, marks: Mapping[str, str], ink: Inks, width: int
) -> Iterator[list[tuple[str, Style]]]:
    """Yield the rows of a script line: up to `MOST` under the cursor, else one."""
    is_said = script_line.text in marks
    room = max(8, width - INDENT - 2)
    about = f"{fit(script_line.about, room // 3)}  " if script_line.about else ""
    text = f"{marks[script_line.text]} " if is_said else ""
    inner = max(8, room - cell_len(about) - cell_len(text))
    body = wrap(script_line.text, inner)
    style = ink.dim if is_said and not at_cursor else ink.strong if at_cursor else ink.plain
    keep = 1 if not at_cursor else 2 if is_said else MOST
    if len(body) > keep:
        body = [*body[: keep - 1], fit(f"{body[keep - 1]} …", inner)]
    indent = " " * (cell_len(about) + cell_len(text))
    for number, part in enumerate(body):
        lead = [(about, ink.dim), (text, ink.key)] if number == 0 else [(indent, ink.plain)]
        yield [("      ", ink.plain), *lead, (part, style)]
