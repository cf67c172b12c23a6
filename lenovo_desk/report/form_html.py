"""Lay out the forms of a record: boxes, lines to write on, places to sign."""

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

from lenovo_desk.printing.html import PageLayout, element, tag
from lenovo_desk.report.printed_forms import PrintedForm
from lenovo_desk.report.record_chapters import FactAnswer, ItemTick
from lenovo_desk.report.record_css import RECORD_STYLE
from lenovo_desk.report.signed_values import PrintedSigner


def _is_short(line: FactAnswer | ItemTick) -> bool:
    return isinstance(line, FactAnswer) and not line.columns


class FormLayout(PageLayout):
    """Lays out forms, each on a page of its own."""

    WORDS, STYLE = "record", RECORD_STYLE

    def form(self, form: PrintedForm) -> Iterator[str]:
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
        yield from self.signatures(form.signers)
        yield "</section>"

    def _pair(self, name: str, value: str) -> str:
        return self._wording.fill("value.pair", name=self._word(name), value=value)

    def _value(self, value: str) -> str:
        return tag("dd", value) if value else tag("dd", "", "line", title=self._word("empty"))

    def _when(self, answer: FactAnswer) -> str:
        texts = [self.later(answer) if answer.why else answer.at] if answer.at else []
        texts += [self.earlier(*earlier) for earlier in answer.earlier]
        texts += answer.stood
        return "".join(tag("dd", text, "when") for text in texts)

    def later(self, answer: FactAnswer) -> str:
        """Return when a value was recorded by which a promise ends later, and why."""
        return self._wording.fill("record.later", time=answer.at, why=answer.why)

    def earlier(self, value: str, when: str) -> str:
        """Return a value that counts no more."""
        return self._wording.fill("record.earlier", value=value, time=when)

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

    def box(self, tick: ItemTick) -> str:
        """Return the box of an item, ticked when its tick counts."""
        counts = tick.at and not tick.note
        name = self._word("ticked" if counts else "empty")
        mark = '<path d="M2.5 6.5l2.5 2.5 4.5-6"/>' if counts else ""
        box = f'<rect x=".5" y=".5" width="11" height="11"/>{mark}'
        return element("svg", box, "box", viewBox="0 0 12 12", role="img", **{"aria-label": name})

    def _tick(self, tick: ItemTick) -> str:
        times = "".join(" " + tag("small", text) for text in (*tick.at, tick.note) if text)
        return element("li", f"{self.box(tick)} {escape(tick.title)}{times}")

    def _field(self, line: FactAnswer | ItemTick) -> str:
        if isinstance(line, ItemTick):
            return element("div", self._tick(line))
        return element("div", tag("dt", line.title) + self._value(line.value) + self._when(line))

    def signatures(self, who: Iterable[PrintedSigner]) -> Iterator[str]:
        """Yield the places to sign."""
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
