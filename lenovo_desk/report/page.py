"""A record as one HTML page that prints on A4 and needs nothing from outside itself."""

import re
from collections.abc import Iterable, Iterator
from html import escape

from lenovo_desk.report.chapters import Answer, Chapter, Tick
from lenovo_desk.report.forms import Sheet
from lenovo_desk.report.record import Moment, Quoted, Record
from lenovo_desk.report.style import STYLE
from lenovo_desk.report.times import Promised, Waited
from lenovo_desk.report.wording import Wording

_TAGS = {"zh": "zh-Hans", "fr": "fr", "en": "en"}
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""Nothing is loaded and nothing runs, even if a text should slip through as markup."""


def page(record: Record, wording: Wording) -> str:
    """Return the page; every text in it is escaped."""
    return "\n".join(_Layout(wording).page(record)) + "\n"


def _tag(name: str, text: str, kind: str = "", **attributes: str) -> str:
    """Return an element around a text, which is escaped here."""
    return _element(name, escape(text), kind, **attributes)


def _element(name: str, inner: str, kind: str = "", **attributes: str) -> str:
    given = {"class": kind, **attributes} if kind else attributes
    shown = "".join(f' {key}="{escape(value)}"' for key, value in given.items())
    return f"<{name}{shown}>{inner}</{name}>"


class _Layout:
    """Lays a record out in one language."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording

    def _word(self, name: str) -> str:
        return self._wording.word(f"record.{name}")

    def page(self, record: Record) -> Iterator[str]:
        """Yield the lines of the page."""
        title = f"{self._word('title')} · {record.title}"
        running = re.sub(r"[^\w-]", "", record.case, flags=re.ASCII)
        yield "<!DOCTYPE html>"
        yield f'<html lang="{_TAGS.get(record.language, escape(record.language))}">'
        yield '<head><meta charset="utf-8">'
        yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        yield '<meta name="viewport" content="width=device-width">'
        yield _tag("title", f"{record.case} {record.title}")
        yield f'<style>\n{STYLE}@page {{ @top-left {{ content: "{running}"; }} }}\n</style></head>'
        yield "<body>"
        yield _tag("h1", title)
        yield from self._head(record.head)
        for chapter in record.chapters:
            yield from self._chapter(chapter)
        yield from self._waits(record)
        yield from self._promises(record.promises)
        yield from self._section("path", (self._move(move) for move in record.path))
        yield from self._section("phrases", (self._quoted(one) for one in record.phrases))
        yield from self._section("parks", (self._happened(one) for one in record.parks))
        yield from self._section("notes", (self._happened(one) for one in record.notes))
        yield from self._signatures(record.signatures)
        for form in record.forms:
            yield from self._form(form)
        yield "</body></html>"

    def _head(self, head: Iterable[tuple[str, str]]) -> Iterator[str]:
        yield '<dl class="head">'
        for name, value in head:
            yield _element("div", _tag("dt", name) + self._value(value))
        yield "</dl>"

    def _value(self, value: str) -> str:
        return _tag("dd", value) if value else _tag("dd", "", "line", title=self._word("empty"))

    def _chapter(self, chapter: Chapter) -> Iterator[str]:
        note = "" if chapter.reached else " " + _tag("small", self._word("not_reached"))
        yield f"<section>{_element('h2', escape(chapter.title) + note)}"
        short = [answer for answer in chapter.answers if not answer.columns]
        if short:
            yield '<dl class="facts">'
            for answer in short:
                inner = _tag("dt", answer.title) + self._value(answer.value)
                yield _element("div", inner + self._when(answer))
            yield "</dl>"
        for answer in chapter.answers:
            if answer.columns:
                yield from self._table(answer)
        if chapter.ticks:
            yield _element("ul", "".join(map(self._tick, chapter.ticks)), "ticks")
        yield "</section>"

    def _when(self, answer: Answer) -> str:
        texts = [answer.at] if answer.at else []
        texts += [
            self._wording.fill("record.earlier", value=value, time=when)
            for value, when in answer.earlier
        ]
        return "".join(_tag("dd", text, "when") for text in texts)

    def _table(self, answer: Answer) -> Iterator[str]:
        """Yield the rows of a fact, or two empty ones to write in."""
        blank = ("\u00a0",) * len(answer.columns)
        yield "<table>" + _tag("caption", answer.title)
        yield self._row("th", answer.columns)
        for row in answer.rows or (blank, blank):
            yield self._row("td", row)
        yield "</table>"
        if when := self._when(answer):
            yield _element("dl", when)

    def _row(self, cell: str, texts: Iterable[str], kind: str = "") -> str:
        return _element("tr", "".join(_tag(cell, text) for text in texts), kind)

    def _tick(self, tick: Tick) -> str:
        name = self._word("ticked" if tick.at else "empty")
        mark = '<path d="M2.5 6.5l2.5 2.5 4.5-6"/>' if tick.at else ""
        box = f'<rect x=".5" y=".5" width="11" height="11"/>{mark}'
        drawn = _element("svg", box, "box", viewBox="0 0 12 12", role="img", **{"aria-label": name})
        times = "".join(" " + _tag("small", at) for at in tick.at)
        return _element("li", f"{drawn} {escape(tick.title)}{times}")

    def _form(self, form: Sheet) -> Iterator[str]:
        """Yield a form on a page of its own, its lines in its own order."""
        yield f'<section class="form">{_tag("h1", form.title)}'
        for line in form.lines:
            if isinstance(line, Tick):
                yield _element("ul", self._tick(line), "ticks")
            elif line.columns:
                yield from self._table(line)
            else:
                inner = _tag("dt", line.title) + self._value(line.value)
                yield _element("dl", _element("div", inner), "facts")
        yield from self._signatures(form.signers)
        yield "</section>"

    def _waits(self, record: Record) -> Iterator[str]:
        if not (record.waits or record.jumps):
            return
        yield f"<section>{_tag('h2', self._word('waits'))}"
        if record.waits:
            heads = ("wait", "started", "ended", "lasted", "proof")
            yield f"<table>{self._row('th', map(self._word, heads))}"
            for wait in record.waits:
                yield self._row("td", self._waited(wait), "" if wait.measured else "unproven")
            yield "</table>"
        yield from (_tag("p", text, "unproven") for text in record.jumps)
        yield "</section>"

    def _waited(self, wait: Waited) -> tuple[str, ...]:
        lasted = wait.lasted
        if wait.wanted:
            wanted = self._wording.fill("record.wanted", time=wait.wanted)
            lasted += f"\n{wanted}\n{self._word('enough' if wait.enough else 'too_short')}"
        proof = "\n".join(part for part in (wait.proof, wait.remark) if part)
        return wait.name, wait.started, wait.ended or self._word("running"), lasted, proof

    def _promises(self, promises: Iterable[Promised]) -> Iterator[str]:
        rows = [
            self._row("td", (one.name, one.due, one.state, one.at), "missed" if one.missed else "")
            for one in promises
        ]
        if rows:
            heads = self._row("th", map(self._word, ("deadline", "due_at", "state", "at")))
            yield f"<section>{_tag('h2', self._word('deadlines'))}"
            yield _element("table", "".join([heads, *rows]))
            yield "</section>"

    def _section(self, name: str, lines: Iterable[str]) -> Iterator[str]:
        shown = list(lines)
        if shown:
            yield f"<section>{_tag('h2', self._word(name))}"
            yield _element("ol", "\n".join(_element("li", line) for line in shown))
            yield "</section>"

    def _move(self, move: Moment) -> str:
        return f"{_tag('small', move.at)} {escape(move.text)} → {escape(move.detail)}"

    def _happened(self, one: Moment) -> str:
        text = " ".join(part for part in (one.text, one.detail) if part)
        return f"{_tag('small', one.at)} {_tag('span', text, 'said')}"

    def _quoted(self, one: Quoted) -> str:
        label = _tag("small", f"{one.at} · {one.via} · {one.authority}")
        lang = _TAGS.get(one.language, one.language)
        return f"{label} {_tag('q', one.text, 'said', lang=lang)}"

    def _signatures(self, who: Iterable[str]) -> Iterator[str]:
        places = [
            _element(
                "div",
                _tag("p", self._wording.fill("value.pair", name=self._word("signature"), value=one))
                + _tag("p", self._word("date"), "line"),
            )
            for one in who
        ]
        if places:
            yield _element("section", "".join(places), "signatures")
