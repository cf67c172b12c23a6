"""The score of a call as one HTML page: it prints on A4 and loads nothing from elsewhere."""

from collections.abc import Iterable, Iterator

from lenovo_desk.core.wording.wording import Wording
from lenovo_desk.printing.html import LIST_STYLE, PAPER_STYLE, PageLayout, element, tag
from lenovo_desk.training.reports.score_sheet import (
    ScoreSheet,
    SheetFailure,
    SheetLine,
    SheetSection,
    SheetStep,
)

SCORES = """\
.verdict { font-size: 13pt; font-weight: 600; margin: 2mm 0 4mm; padding: 2mm 3mm;
  border: 0.6mm solid #000; }
.verdict.failed { border-style: double; border-width: 1.2mm; }
.points { white-space: nowrap; text-align: right; width: 16mm; }
.lost { font-weight: 600; }
.faults, .right { margin: 0.5mm 0 0; padding-left: 5mm; font-weight: normal; }
.right { color: #333; }
.faults li::marker { content: "− "; }
.right li::marker { content: "+ "; }
.marked { font-style: italic; font-weight: normal; margin: 0.5mm 0 0; }
.pardoned { text-decoration: line-through; }
tr.same td { color: #333; }
tr.detour td, tr.missed td, tr.parted td { border-left-width: 0.8mm; }
tr.parted td { border-top-width: 0.8mm; }
"""
"""CSS of scores, on top of the style of every printed page."""


def printed_score(sheet: ScoreSheet, wording: Wording) -> str:
    """Return the score as an HTML page, every text in it escaped."""
    return _ScoreLayout(wording).page(sheet)


class _ScoreLayout(PageLayout):
    WORDS, STYLE = "class.sheet", PAPER_STYLE + LIST_STYLE + SCORES

    def page(self, sheet: ScoreSheet) -> str:
        """Return the page of a score."""
        return self._page(f"{sheet.case} {sheet.title}", sheet.case, self._body(sheet))

    def _body(self, sheet: ScoreSheet) -> Iterator[str]:
        yield tag("h1", f"{self._word('title')} · {sheet.title}")
        yield tag("p", sheet.verdict, "verdict" if sheet.passed else "verdict failed")
        yield from self._head(sheet.head)
        yield from self._list("failures", "ul", map(self._failure, sheet.failures))
        for section in sheet.sections:
            yield from self._lines(section)
        yield from self._list("remarks", "ul", (tag("li", text, "said") for text in sheet.remarks))
        yield from self._path(sheet.path)
        yield from self._list("good_call", "ol", (tag("li", text) for text in sheet.good_call))

    def _failure(self, failure: SheetFailure) -> str:
        title = tag("strong", failure.title, "pardoned" if failure.pardoned else "")
        return element(
            "li", title + _items(failure.evidence, "faults") + _mark_text(failure.marked)
        )

    def _lines(self, section: SheetSection) -> Iterator[str]:
        yield f"<section>{tag('h2', f'{section.title}  {section.points}/{section.of}')}"
        yield "<table>"
        for line in section.lines:
            yield element("tr", self._line(line), "lost" if line.lost else "")
        yield "</table></section>"

    def _line(self, line: SheetLine) -> str:
        cell = tag("span", line.title) + " " + tag("small", line.state_text)
        cell += (
            _mark_text(line.marked) + _items(line.faults, "faults") + _items(line.right, "right")
        )
        return element("td", cell) + tag("td", f"{line.points or '–'}/{line.of}", "points")

    def _path(self, steps: Iterable[SheetStep]) -> Iterator[str]:
        rows = [element("tr", self._step(step), step.kind) for step in steps]
        if rows:
            heads = "".join(tag("th", self._word(name)) for name in ("at", "mine", "theirs"))
            yield f"<section>{tag('h2', self._word('path'))}"
            yield element("table", "\n".join([element("tr", heads), *rows]))
            yield "</section>"

    def _step(self, step: SheetStep) -> str:
        mine = tag("span", step.mine)
        if step.kind != "same":
            mine += (" " if step.mine else "") + tag("small", step.state_text)
        mine += _items(step.evidence, "faults")
        return tag("td", step.at, "points") + element("td", mine) + tag("td", step.theirs)


def _items(texts: Iterable[str], kind: str) -> str:
    items = "".join(tag("li", text) for text in texts)
    return element("ul", items, kind) if items else ""


def _mark_text(text: str) -> str:
    return tag("p", text, "marked") if text else ""
