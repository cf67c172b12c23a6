"""Lay out a record as one self-contained HTML page that prints on A4."""

from collections.abc import Iterable, Iterator
from html import escape

from lenovo_desk.core.wording.wording import Wording
from lenovo_desk.printing.html import PageLayout, element, tag
from lenovo_desk.report.brief_times import BriefTimes
from lenovo_desk.report.case_record import CaseRecord, QuotedText, RecordMoment
from lenovo_desk.report.form_html import FormLayout
from lenovo_desk.report.record_chapters import Chapter, FactAnswer, ItemTick
from lenovo_desk.report.record_css import RECORD_STYLE
from lenovo_desk.report.record_times import PromiseRecord, WaitRecord
from lenovo_desk.report.signed_values import GivenConsent, PrintedSigner


def printed_record(record: CaseRecord, wording: Wording) -> str:
    """Return the HTML page of a record; every text in it is escaped."""
    return _RecordLayout(wording).page(record)


class _RecordLayout(PageLayout):
    WORDS, STYLE = "record", RECORD_STYLE

    def __init__(self, wording: Wording) -> None:
        super().__init__(wording)
        self._forms = FormLayout(wording)

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
        yield from self._forms.signatures(map(PrintedSigner, record.signatures))
        for form in record.forms:
            yield from self._forms.form(form)

    def _run(self, title: str, pieces: Iterable[str]) -> Iterator[str]:
        """Yield pieces of markup run on behind a title."""
        yield element("section", tag("h2", title) + " " + " · ".join(pieces), "run")

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
                pieces.append(
                    tag(
                        "small",
                        self._wording.fill("value.pair", name=self._word("missing"), value=missing),
                    )
                )
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
        notes = [self._forms.later(answer)] if answer.why else []
        notes += [self._forms.earlier(*earlier) for earlier in answer.earlier]
        small = "".join(" " + tag("small", f"({note})") for note in notes)
        return self._at(times, answer.at) + escape(name) + tag("b", value) + escape(after) + small

    def _brief_tick(self, tick: ItemTick, times: BriefTimes) -> str:
        note = " " + tag("small", tick.note) if tick.note else ""
        return f"{self._at(times, *tick.at)}{self._forms.box(tick)} {escape(tick.title)}{note}"

    def _given(self, consent: GivenConsent) -> str:
        values = " · ".join(self._wording.fill("value.pair", name=name, value=value)
                            for name, value in consent.values)  # fmt: skip
        text = consent.name
        if values:
            text = self._wording.fill("value.pair", name=consent.name, value=values)
        note = " " + tag("small", consent.note) if consent.note else ""
        return element("li", f"{tag('small', consent.at)} {tag('span', text)}{note}")

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
