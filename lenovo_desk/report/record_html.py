"""Lay out a record as one self-contained HTML page that prints on A4."""

from collections.abc import Iterable, Iterator
from html import escape

from lenovo_desk.core.wording.wording import Wording
from lenovo_desk.printing.html import PageLayout, element, tag
from lenovo_desk.report.case_record import CaseRecord, QuotedText, RecordMoment
from lenovo_desk.report.printed_forms import PrintedForm
from lenovo_desk.report.record_chapters import Chapter, FactAnswer, ItemTick
from lenovo_desk.report.record_css import RECORD_STYLE
from lenovo_desk.report.record_times import PromiseRecord, WaitRecord
from lenovo_desk.report.signed_values import PrintedSigner


def printed_record(record: CaseRecord, wording: Wording) -> str:
    """Return the HTML page of a record; every text in it is escaped."""
    return _RecordLayout(wording).page(record)


class _RecordLayout(PageLayout):
    WORDS, STYLE = "record", RECORD_STYLE

    def page(self, record: CaseRecord) -> str:
        """Return the page of a record."""
        return self._page(f"{record.case} {record.title}", record.case, self._body(record))

    def _body(self, record: CaseRecord) -> Iterator[str]:
        yield tag("h1", f"{self._word('title')} · {record.title}")
        yield from self._head(record.head)
        for chapter in record.chapters:
            yield from self._chapter(chapter)
        yield from self._waits(record)
        yield from self._promises(record.promises)
        yield from self._list("path", "ol", map(self._move, record.path))
        yield from self._list("consents", "ol", map(self._happened, record.consents))
        yield from self._list("phrases", "ol", map(self._quoted, record.phrases))
        yield from self._list("parks", "ol", map(self._happened, record.parks))
        yield from self._list("notes", "ol", map(self._happened, record.notes))
        yield from self._signatures(map(PrintedSigner, record.signatures))
        for form in record.forms:
            yield from self._form(form)

    def _pair(self, name: str, value: str) -> str:
        return self._wording.fill("value.pair", name=self._word(name), value=value)

    def _value(self, value: str) -> str:
        return tag("dd", value) if value else tag("dd", "", "line", title=self._word("empty"))

    def _chapter(self, chapter: Chapter) -> Iterator[str]:
        note = "" if chapter.reached else " " + tag("small", self._word("not_reached"))
        yield f"<section>{element('h2', escape(chapter.title) + note)}"
        short = [answer for answer in chapter.answers if not answer.columns]
        if short:
            yield '<dl class="facts">'
            for answer in short:
                inner = tag("dt", answer.title) + self._value(answer.value)
                yield element("div", inner + self._when(answer))
            yield "</dl>"
        for answer in chapter.answers:
            if answer.columns:
                yield from self._table(answer)
        if chapter.ticks:
            yield element("ul", "".join(map(self._tick, chapter.ticks)), "ticks")
        yield "</section>"

    def _when(self, answer: FactAnswer) -> str:
        texts = [answer.at] if answer.at else []
        texts += [
            self._wording.fill("record.earlier", value=value, time=when)
            for value, when in answer.earlier
        ]
        texts += answer.stood
        return "".join(tag("dd", text, "when") for text in texts)

    def _table(self, answer: FactAnswer) -> Iterator[str]:
        """Yield the table of a fact, with two empty rows when it has none."""
        blank = ("\u00a0",) * len(answer.columns)
        yield "<table>" + tag("caption", answer.title)
        yield self._row("th", answer.columns)
        for row in answer.rows or (blank, blank):
            yield self._row("td", row)
        yield "</table>"
        if when := self._when(answer):
            yield element("dl", when)

    def _tick(self, tick: ItemTick) -> str:
        counts = tick.at and not tick.note
        name = self._word("ticked" if counts else "empty")
        mark = '<path d="M2.5 6.5l2.5 2.5 4.5-6"/>' if counts else ""
        box = f'<rect x=".5" y=".5" width="11" height="11"/>{mark}'
        box_svg = element(
            "svg", box, "box", viewBox="0 0 12 12", role="img", **{"aria-label": name}
        )
        times = "".join(" " + tag("small", text) for text in (*tick.at, tick.note) if text)
        return element("li", f"{box_svg} {escape(tick.title)}{times}")

    def _form(self, form: PrintedForm) -> Iterator[str]:
        """Yield a form on a page of its own."""
        yield f'<section class="form">{tag("h1", form.title)}'
        for line in form.lines:
            if isinstance(line, ItemTick):
                yield element("ul", self._tick(line), "ticks")
            elif line.columns:
                yield from self._table(line)
            else:
                inner = tag("dt", line.title) + self._value(line.value) + self._when(line)
                yield element("dl", element("div", inner), "facts")
        yield from self._signatures(form.signers)
        yield "</section>"

    def _waits(self, record: CaseRecord) -> Iterator[str]:
        if not (record.waits or record.jumps):
            return
        yield f"<section>{tag('h2', self._word('waits'))}"
        if record.waits:
            heads = ("wait", "started", "ended", "lasted", "proof")
            yield f"<table>{self._row('th', map(self._word, heads))}"
            for wait in record.waits:
                yield self._row("td", self._waited(wait), "" if wait.measured else "unproven")
            yield "</table>"
        yield from (tag("p", text, "unproven") for text in record.jumps)
        yield "</section>"

    def _waited(self, wait: WaitRecord) -> tuple[str, ...]:
        lasted = wait.lasted
        if wait.required:
            required = self._wording.fill("record.wanted", time=wait.required)
            lasted += f"\n{required}\n{self._word('enough' if wait.enough else 'too_short')}"
        proof = "\n".join(part for part in (wait.proof, wait.remark) if part)
        return wait.name, wait.started, wait.ended or self._word("running"), lasted, proof

    def _promises(self, promises: Iterable[PromiseRecord]) -> Iterator[str]:
        rows = [
            self._row(
                "td",
                (promise.name, promise.due, promise.state, promise.at),
                "missed" if promise.missed else "",
            )
            for promise in promises
        ]
        if rows:
            heads = self._row("th", map(self._word, ("deadline", "due_at", "state", "at")))
            yield f"<section>{tag('h2', self._word('deadlines'))}"
            yield element("table", "".join([heads, *rows]))
            yield "</section>"

    def _move(self, move: RecordMoment) -> str:
        return element("li", f"{tag('small', move.at)} {escape(move.text)} → {escape(move.detail)}")

    def _happened(self, moment: RecordMoment) -> str:
        text = " ".join(part for part in (moment.text, moment.detail) if part)
        return element("li", f"{tag('small', moment.at)} {tag('span', text, 'said')}")

    def _quoted(self, quoted: QuotedText) -> str:
        label = tag("small", f"{quoted.at} · {quoted.via} · {quoted.authority}")
        lang = self._wording.tag(quoted.language)
        return element("li", f"{label} {tag('q', quoted.text, 'said', lang=lang)}")

    def _signatures(self, who: Iterable[PrintedSigner]) -> Iterator[str]:
        places = [
            element(
                "div",
                tag("p", self._pair("signature", signer.name))
                + tag(
                    "p", self._pair("date", signer.at) if signer.at else self._word("date"), "line"
                )
                + (tag("p", signer.note, "line") if signer.note else ""),
            )
            for signer in who
        ]
        if places:
            yield element("section", "".join(places), "signatures")
