"""What stood in a case when something was signed, and what has become of the signature."""

from collections.abc import Iterator

from lenovo_desk.core.engine.consents import changes, renewed
from lenovo_desk.core.engine.history import CaseHistory, TickedConsent
from lenovo_desk.core.model.case import FactEntry, counts, fact_of
from lenovo_desk.core.model.flow import Flow, FlowForm, Flows
from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.wording.consent_words import CaseSentences
from lenovo_desk.core.wording.wording import Wording


class PrintedSigner(NamedTuple):
    """Who signs a form, and the signature that the case has of them."""

    name: str
    at: str = ""
    """When they signed; empty when that is not known, or no longer counts."""
    note: str = ""
    """Why they have not signed what the form says; empty when nothing speaks against it."""


class GivenConsent(NamedTuple):
    """A consent, and what it was given to."""

    name: str
    at: str
    values: tuple[tuple[str, str], ...]
    """Titles and values of what it covers, as it stood then."""
    note: str = ""
    """Why it counts no more; empty when it does."""


class SignedValues:
    """Reads the consents of one flow of a case."""

    def __init__(self, history: CaseHistory, flows: Flows, flow: Flow, wording: Wording) -> None:
        self._case, self._flow, self._wording = history.case, flow, wording
        self._flows = flows
        self._book = wording.book(flow.id)
        self._sentences = CaseSentences(flows, history.case, wording.words, wording.book)
        on_trail = {visit.serial for visit in history.case.trail}
        self._ticked = [
            tick
            for tick in history.ticked
            if tick.consent.flow == flow.id and tick.visit in on_trail
        ]

    def given(self) -> Iterator[tuple[float, GivenConsent]]:
        """Yield the consents of the moves that stand, each with its time in seconds since 1970.

        One that was given again to the very same is yielded as it was given last.
        """
        latest = {(tick.consent.item, tick.consent.values): tick for tick in self._ticked}
        for tick in latest.values():
            item = tick.consent.item
            last = tick is self._latest(item)
            consent = GivenConsent(
                self._book.items[item],
                self._wording.moment(tick.at.utc),
                tuple(self._covered(tick)),
                self.note(item) if last else "",
            )
            yield tick.at.utc, consent

    def _covered(self, tick: TickedConsent) -> Iterator[tuple[str, str]]:
        """Yield title and value of what a tick covers, and has a value."""
        for key, value in tick.consent.values:
            keeper = fact_of(self._flows, self._case, key)
            if value is not None and keeper:
                flow, spec = keeper
                book = self._wording.book(flow.id)
                yield book.facts[spec.id], self._wording.value(book, spec, value)

    def note(self, item: str) -> str:
        """Return why the latest tick of an item no longer counts; empty when it does, or is none.

        It names what stood there then and what does now, or else what was asked anew since: such a
        tick does not count either. Nor does one that was given again, which was taken back.
        """
        tick = self._latest(item)
        if not tick:
            return ""
        keys = changes(self._case, tick.consent)
        if not keys and (tick.visit, item) in self._case.ticks:
            anew = renewed(self._case, tick.visit, tick.consent)
            return self._sentences.spent(anew) if anew else ""
        again = self._sentences.again(tick.consent, keys)
        return f"{self._wording.word('record.not_signed')} · {again}"

    def stood(self, fact: str, form: FlowForm) -> tuple[str, ...]:
        """Return what stood for a fact at each consent of the form's signers and items to it."""
        key, spec = self._flow.key(fact), self._flow.facts[fact]
        signatures = {item for _, item in form.signatures}
        texts: dict[str, str] = {}
        for tick in self._ticked:
            item, values = tick.consent.item, dict(tick.consent.values)
            if key not in values or item not in {*signatures, *form.fields}:
                continue
            value = self._wording.value(self._book, spec, values[key])
            text = self._wording.fill(
                "record.stood",
                name=self._book.items[item],
                time=self._wording.moment(tick.at.utc),
                value=value or self._wording.word("consent.nothing"),
            )
            # Beside a signature another item says nothing new with the same value.
            if item in signatures or value not in texts.values():
                texts[text] = value
        return tuple(texts)

    def earlier(self, fact: str, form: FlowForm) -> tuple[tuple[str, str], ...]:
        """Return the values that have stood on a form since its first signature and count no more.

        Each with the time when it was recorded. Where the case knows no signature of a form that
        is signed by hand, every earlier value may have stood there.
        """
        since = self._first_signature(form)
        if since is None:
            return ()
        key, spec = self._flow.key(fact), self._flow.facts[fact]
        entries = [entry for entry in self._case.ledger.get(key, ()) if counts(self._case, entry)]
        stood = [entry for entry in entries if entry.n < since][-1:]
        standing = [*stood, *(entry for entry in entries if entry.n > since)]
        return tuple(
            (self._wording.value(self._book, spec, entry.value), self._wording.moment(at))
            for entry, at in _overridden(standing)
        )

    def signers(self, form: FlowForm) -> tuple[PrintedSigner, ...]:
        """Return the signers of a form in its order."""
        return tuple(self._signer(who, form) for who in form.sign)

    def _signer(self, who: str, form: FlowForm) -> PrintedSigner:
        name = self._book.signers[who]
        items = [item for signer, item in form.signatures if signer == who]
        ticks = [tick for item in items if (tick := self._latest(item))]
        latest = max(ticks, key=lambda tick: tick.consent.n, default=None)
        if latest is None or renewed(self._case, latest.visit, latest.consent):
            return PrintedSigner(name)
        if note := self.note(latest.consent.item):
            return PrintedSigner(name, note=note)
        return PrintedSigner(name, self._wording.moment(latest.at.utc))

    def _latest(self, item: str) -> TickedConsent | None:
        return next((g for g in reversed(self._ticked) if g.consent.item == item), None)

    def _first_signature(self, form: FlowForm) -> int | None:
        """Return the number of the event that first signed a form; 0 when it is signed by hand.

        None when nobody has signed it yet.
        """
        if not form.signatures:
            return 0 if form.sign else None
        signatures = {item for _, item in form.signatures}
        numbers = (g.consent.n for g in self._ticked if g.consent.item in signatures)
        return min(numbers, default=None)


def _overridden(entries: list[FactEntry]) -> Iterator[tuple[FactEntry, float]]:
    """Yield the entries with a value that a later one differs from, each with its time."""
    last = entries[-1].value if entries else None
    for entry in entries:
        if entry.value is not None and entry.value != last:
            yield entry, entry.at.utc
