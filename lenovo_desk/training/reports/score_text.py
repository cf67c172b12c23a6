"""The score of a call as plain text, to read on a screen or to have read out."""

from collections.abc import Iterable, Iterator

from lenovo_desk.core.wording.sentences import pair
from lenovo_desk.core.wording.wording import Wording
from lenovo_desk.training.reports.score_sheet import ScoreSheet, SheetFailure, SheetLine, SheetStep

_SIGNS = {"same": " ", "detour": "+", "missed": "-", "parted": "!"}


def score_text(told: ScoreSheet, wording: Wording) -> str:
    """Return the score as lines of text; headings begin with `## `."""
    return "\n".join(line.rstrip() for line in _lines(told, wording)) + "\n"


def _lines(told: ScoreSheet, wording: Wording) -> Iterator[str]:
    yield f"{wording.word('class.sheet.title')} · {told.title}"
    yield told.verdict
    for name, value in told.head:
        if value:
            yield pair(wording.words, name, value)
    yield from _block("failures", map(_failure, told.failures), wording)
    for section in told.sections:
        yield from ("", f"## {section.title}  {section.points}/{section.of}")
        for line in section.lines:
            yield from _line(line)
    yield from _block("remarks", told.remarks, wording)
    yield from _block("path", (_step(step, wording) for step in told.path), wording)
    yield from _block("good_call", (f"{n}. {x}" for n, x in enumerate(told.good_call, 1)), wording)


def _block(name: str, lines: Iterable[str], wording: Wording) -> list[str]:
    shown = list(lines)
    return ["", f"## {wording.word(f'class.sheet.{name}')}", *shown] if shown else []


def _failure(one: SheetFailure) -> str:
    lines = [one.title, *(f"  {text}" for text in (*one.evidence, one.marked) if text)]
    return "\n".join(lines)


def _line(one: SheetLine) -> Iterator[str]:
    mark = "-" if one.lost else " "
    yield f"{mark} {one.title}  {one.points or '–'}/{one.of}  ({one.said})"
    if one.marked:
        yield f"    {one.marked}"
    yield from (f"    - {text}" for text in one.faults)
    yield from (f"    + {text}" for text in one.right)


def _step(step: SheetStep, wording: Wording) -> str:
    parts = [f"{_SIGNS[step.kind]} {step.at:>5}  {step.mine or step.said}"]
    if step.theirs and step.kind != "same":
        parts.append("        " + wording.fill("class.sheet.rather", text=step.theirs))
    parts += [f"        {text}" for text in step.evidence]
    return "\n".join(parts)
