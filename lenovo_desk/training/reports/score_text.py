"""The score of a call as plain text, for a screen or a screen reader."""

from collections.abc import Iterable, Iterator

from lenovo_desk.core.wording.sentences import pair
from lenovo_desk.core.wording.wording import Wording
from lenovo_desk.training.reports.score_sheet import ScoreSheet, SheetFailure, SheetLine, SheetStep

_SIGNS = {"same": " ", "detour": "+", "missed": "-", "parted": "!"}


def score_text(sheet: ScoreSheet, wording: Wording) -> str:
    """Return the score as lines of text; headings begin with `## `."""
    return "\n".join(line.rstrip() for line in _lines(sheet, wording)) + "\n"


def _lines(sheet: ScoreSheet, wording: Wording) -> Iterator[str]:
    yield f"{wording.word('class.sheet.title')} · {sheet.title}"
    yield sheet.verdict
    for name, value in sheet.head:
        if value:
            yield pair(wording.words, name, value)
    yield from _block("failures", map(_failure, sheet.failures), wording)
    for section in sheet.sections:
        yield from ("", f"## {section.title}  {section.points}/{section.of}")
        for line in section.lines:
            yield from _line(line)
    yield from _block("remarks", sheet.remarks, wording)
    yield from _block("path", (_step(step, wording) for step in sheet.path), wording)
    sentences = (f"{n}. {sentence}" for n, sentence in enumerate(sheet.good_call, 1))
    yield from _block("good_call", sentences, wording)


def _block(name: str, lines: Iterable[str], wording: Wording) -> list[str]:
    texts = list(lines)
    return ["", f"## {wording.word(f'class.sheet.{name}')}", *texts] if texts else []


def _failure(failure: SheetFailure) -> str:
    lines = [failure.title, *(f"  {text}" for text in (*failure.evidence, failure.marked) if text)]
    return "\n".join(lines)


def _line(line: SheetLine) -> Iterator[str]:
    mark = "-" if line.lost else " "
    yield f"{mark} {line.title}  {line.points or '–'}/{line.of}  ({line.state_text})"
    if line.marked:
        yield f"    {line.marked}"
    yield from (f"    - {text}" for text in line.faults)
    yield from (f"    + {text}" for text in line.right)


def _step(step: SheetStep, wording: Wording) -> str:
    parts = [f"{_SIGNS[step.kind]} {step.at:>5}  {step.mine or step.state_text}"]
    if step.theirs and step.kind != "same":
        parts.append("        " + wording.fill("class.sheet.rather", text=step.theirs))
    parts += [f"        {text}" for text in step.evidence]
    return "\n".join(parts)
