"""Lay out a record as one self-contained HTML page that prints on A4."""

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

from lenovo_desk.core.wording.wording import Wording
from lenovo_desk.printing.html import PageLayout, element, tag
from lenovo_desk.report.brief_times import BriefTimes
from lenovo_desk.report.case_record import CaseRecord, QuotedText, RecordMoment
from lenovo_desk.report.printed_forms import PrintedForm
from lenovo_desk.report.record_chapters import Chapter, FactAnswer, ItemTick
from lenovo_desk.report.record_css import RECORD_STYLE
from lenovo_desk.report.record_times import PromiseRecord, WaitRecord
from lenovo_desk.report.signed_values import GivenConsent, PrintedSigner


def printed_record(record: CaseRecord, wording: Wording) -> str:
    """Return the HTML page of a record; every text in it is escaped."""
    return _RecordLayout(wording).page(record)


def _is_short(line: FactAnswer | ItemTick) -> bool:
    return isinstance(line, FactAnswer) and not line.columns


class _RecordLayout(PageLayout):
    WORDS, STYLE = "record", RECORD_STYLE

    def page(self, record: CaseRecord) -> str:
        """Return the page of a record."""
        return self._page(f"{record.case} {record.title}", record.case, self._body(record))

    def _body(self, record: CaseRecord) -> Iterator[str]:
        yield tag("h1", f"{self._word('title')} · {record.title}")
        yield from self._head(record.head)
        yield from self._chapters(record.chapters[:1], record.closed)
        consents = [*map(self._given, record.signed), *map(self._happened, record.consents)]
        yield from self._list("consents", "ol", consents)
        yield from self._promises(record.promises)
        yield from self._waits(record)
        yield from self._chapters(record.chapters[1:], record.closed)
        if passed_over := [chapter.title for chapter in record.chapters if not chapter.begun]:
            yield from self._run(self._word("not_reached"), map(escape, passed_over))
        yield from self._list("notes", "ol", map(self._happened, record.notes))
        yield from self._list("parks", "ol", map(self._happened, record.parks))
        yield from self._quoted(record.phrases)
        yield from self._way(record.path)
        yield from self._signatures(map(PrintedSigner, record.signatures))
        for form in record.forms:
            yield from self._form(form)

    def _run(self, title: str, pieces: Iterable[str]) -> Iterator[str]:
        """Yield pieces of markup run on behind a title."""
        yield element("section", tag("h2", title) + " " + " · ".join(pieces), "run")

    def _pair(self, name: str, value: str) -> str:
        return self._wording.fill("value.pair", name=self._word(name), value=value)

    def _value(self, value: str) -> str:
        return tag("dd", value) if value else tag("dd", "", "line", title=self._word("empty"))

    def _chapters(self, chapters: Iterable[Chapter], closed: bool) -> Iterator[str]:
        for chapter in chapters:
            if not chapter.begun:
                continue
            times = BriefTimes()
            answers = [answer for answer in chapter.answers if answer.recorded]
            pieces = [self._recorded(answer, times) for answer in answers]
            pieces += [self._brief_tick(tick, times) for tick in chapter.ticks]
            if chapter.missing and not closed:
                missing = " · ".join(chapter.missing)
                pieces.append(tag("small", self._pair("missing", missing)))
            yield from self._run(chapter.title, pieces)

    def _at(self, times: BriefTimes, *moments: str) -> str:
        """Return the markup of moments, those that the page has not just said."""
        brief = ", ".join(text for moment in moments if moment and (text := times.brief(moment)))
        return tag("small", brief) + " " if brief else ""

    def _recorded(self, answer: FactAnswer, times: BriefTimes) -> str:
        title, value = answer.title, answer.value
        if answer.rows:
            title = f"{title} ({' | '.join(answer.columns)})"
            value = "; ".join(" | ".join(row) for row in answer.rows)
        mark = "\0"
        name, _, after = self._wording.fill("value.pair", name=title, value=mark).partition(mark)
        notes = [self._later(answer)] if answer.why else []
        notes += [self._earlier(*earlier) for earlier in answer.earlier]
        small = "".join(" " + tag("small", f"({note})") for note in notes)
        return self._at(times, answer.at) + escape(name) + tag("b", value) + escape(after) + small

    def _brief_tick(self, tick: ItemTick, times: BriefTimes) -> str:
        note = " " + tag("small", tick.note) if tick.note else ""
        return f"{self._at(times, *tick.at)}{self._box(tick)} {escape(tick.title)}{note}"

    def _given(self, consent: GivenConsent) -> str:
        values = " · ".join(self._wording.fill("value.pair", name=name, value=value)
                            for name, value in consent.values)  # fmt: skip
        text = consent.name
        if values:
            text = self._wording.fill("value.pair", name=consent.name, value=values)
        note = " " + tag("small", consent.note) if consent.note else ""
        return element("li", f"{tag('small', consent.at)} {tag('span', text)}{note}")

    def _later(self, answer: FactAnswer) -> str:
        return self._wording.fill("record.later", time=answer.at, why=answer.why)

    def _earlier(self, value: str, when: str) -> str:
        return self._wording.fill("record.earlier", value=value, time=when)

    def _when(self, answer: FactAnswer) -> str:
        texts = [self._later(answer) if answer.why else answer.at] if answer.at else []
        texts += [self._earlier(*earlier) for earlier in answer.earlier]
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

    def _box(self, tick: ItemTick) -> str:
        counts = tick.at and not tick.note
        name = self._word("ticked" if counts else "empty")
        mark = '<path d="M2.5 6.5l2.5 2.5 4.5-6"/>' if counts else ""
        box = f'<rect x=".5" y=".5" width="11" height="11"/>{mark}'
        return element("svg", box, "box", viewBox="0 0 12 12", role="img", **{"aria-label": name})

    def _tick(self, tick: ItemTick) -> str:
        times = "".join(" " + tag("small", text) for text in (*tick.at, tick.note) if text)
        return element("li", f"{self._box(tick)} {escape(tick.title)}{times}")

    def _form(self, form: PrintedForm) -> Iterator[str]:
        """Yield a form on a page of its own; its short lines stand in two columns."""
        yield f'<section class="form">{tag("h1", form.title)}'
        for are_facts, lines in groupby(form.lines, _is_short):
            if are_facts:
                yield element("dl", "".join(map(self._field, lines)), "facts")
                continue
            for line in lines:
                if isinstance(line, ItemTick):
                    yield element("ul", self._tick(line), "ticks")
                else:
                    yield from self._table(line)
        yield from self._signatures(form.signers)
        yield "</section>"

    def _field(self, line: FactAnswer | ItemTick) -> str:
        if isinstance(line, ItemTick):
            return element("div", self._tick(line))
        return element("div", tag("dt", line.title) + self._value(line.value) + self._when(line))

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
        yield from self._list("deadlines", "ol", map(self._promised, promises))

    def _promised(self, promise: PromiseRecord) -> str:
        due = self._wording.fill("record.due", time=promise.due)
        state = f"{promise.state} ({promise.at})" if promise.at else promise.state
        text = self._wording.fill("value.pair", name=promise.name, value=f"{due} · {state}")
        return tag("li", text, "missed" if promise.missed else "")

    def _way(self, path: Iterable[RecordMoment]) -> Iterator[str]:
        times = BriefTimes()
        if moves := [self._at(times, m.at) + escape(m.detail or m.text) for m in path]:
            yield from self._run(self._word("path"), moves)

    def _happened(self, moment: RecordMoment) -> str:
        text = " ".join(part for part in (moment.text, moment.detail) if part)
        return element("li", f"{tag('small', moment.at)} {tag('span', text, 'said')}")

    def _quoted(self, phrases: Iterable[QuotedText]) -> Iterator[str]:
        """Yield the texts run on, those that went out alike behind how they did."""
        label, times, pieces = "", BriefTimes(), list[str]()
        for quoted in phrases:
            how = " · ".join((quoted.via, quoted.authority, quoted.language))
            start = ""
            if how != label:
                label, times, start = how, BriefTimes(), tag("small", f"{how} · ")
            lang = self._wording.tag(quoted.language)
            text = tag("q", quoted.text, "said", lang=lang)
            pieces.append(f"{start}{self._at(times, quoted.at, *quoted.again)}{text}")
        if pieces:
            yield from self._run(self._word("phrases"), pieces)

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
