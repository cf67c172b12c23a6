"""What a pasted message proposes for a case, judged by the rules of the case before it is shown."""

from collections.abc import Mapping
from importlib import import_module
from typing import NamedTuple

from lenovo_desk.core.engine.engine import decide
from lenovo_desk.core.engine.entry_decisions import entry_of
from lenovo_desk.core.engine.gates import open_fact
from lenovo_desk.core.engine.session import Session
from lenovo_desk.core.model.case import effective
from lenovo_desk.core.model.country import place_of
from lenovo_desk.core.model.events import Event, FactRecorded, Refusal
from lenovo_desk.core.model.flow import FactSpec, Flow
from lenovo_desk.core.model.intents import RecordFact
from lenovo_desk.core.model.values import Value, as_typed, looks_same
from lenovo_desk.core.ports import Library
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.wording.books import Book, value_text
from lenovo_desk.core.wording.consent_words import CaseSentences
from lenovo_desk.core.wording.sentences import filled, name_list
from lenovo_desk.pasted.message_reading import CUE, Doubt, Proposal, Span
from lenovo_desk.tui.desk.typing.fact_prompt import FactPrompt, fact_prompt

_SAID = ("choice", "yes_no", "date", "datetime")
"""Kinds whose value stands otherwise in the message than it is shown."""
_LONGEST = 40
"""The most characters of the message that a note quotes."""


class ProposedFact(NamedTuple):
    """A value for a fact that may be recorded now."""

    intent: RecordFact
    text: str
    """The value as it can be typed."""
    label: str
    value: str
    """The value in words."""
    note: str = ""
    """What the agent should know of it."""
    ticked: bool = True
    """Whether it is recorded when the agent takes the proposals."""
    same: bool = False
    """Whether it is recorded already."""
    spans: tuple[Span, ...] = ()
    """Where it stands in the message."""


class UnreadWords(NamedTuple):
    """Words about facts that are not proposed."""

    labels: str
    why: str
    spans: tuple[Span, ...] = ()


class ReadMessage(NamedTuple):
    """What a message proposes, and what it leaves to ask."""

    facts: tuple[ProposedFact, ...] = ()
    doubts: tuple[UnreadWords, ...] = ()


def warm_reader(country: str) -> None:
    """Load what reads messages in a country, while nobody waits for it."""
    from lenovo_desk.core.values.phone_numbers import warm_phone_numbers

    import_module("lenovo_desk.pasted.read_message").warm_patterns(country)
    warm_phone_numbers(country)


class MessageReader:
    """Reads messages for the open flows of a case."""

    def __init__(
        self, session: Session, library: Library, words: Mapping[str, str], language: str
    ) -> None:
        """Take the case, and the words of the interface in `language`."""
        self._session, self._library = session, library
        self._words, self._language = words, language

    def read(self, text: str) -> ReadMessage:
        """Return what a cleaned message proposes for the case as it is now."""
        from lenovo_desk.pasted.read_message import read_message  # loads tables of names

        session, facts, doubts = self._session, [], dict[str, UnreadWords]()
        read_keys: set[str] = set()
        for name in dict.fromkeys(frame.flow for frame in reversed(session.case.here.stack)):
            flow = session.flows[name]
            books = [self._library.book(name, lang) for lang in ("en", *self._library.languages())]
            entry = entry_of(flow, session.case, session.now())
            reading = read_message(text, flow, books, entry)
            lines: list[Proposal | Doubt] = [*reading.proposals, *reading.doubts]
            for line in lines:
                key = flow.key(line.fact)
                if key in read_keys:
                    continue
                read_keys.add(key)
                judged = self._judged(flow, line, text)
                if isinstance(judged, ProposedFact):
                    facts.append(judged)
                elif judged.why in doubts:  # one reason for several
                    doubts[judged.why] = _joined(self._words, doubts[judged.why], judged)
                else:
                    doubts[judged.why] = judged
        return ReadMessage(tuple(facts), tuple(doubts.values()))

    def _judged(self, flow: Flow, line: Proposal | Doubt, text: str) -> ProposedFact | UnreadWords:
        spec = flow.facts[line.fact]
        label = self._book(flow).facts[line.fact]
        if isinstance(line, Doubt):
            why = filled(self._words[f"pasted.doubt_{line.reason}"], {"text": _quoted(line.text)})
            return UnreadWords(label, why, (line.span,))
        origin = ""
        if spec.kind in _SAID:
            start, end = line.spans[0]
            words = _quoted(line.by if line.way == CUE and line.by else text[start:end])
            origin = filled(self._words["pasted.told_by"], {"text": words})
        judged = self.judge(flow.key(line.fact), line.text, origin)
        if isinstance(judged, Reason):
            return UnreadWords(label, self._why(judged), line.spans)
        return judged._replace(spans=line.spans)

    def judge(self, key: str, text: str, origin: str = "") -> ProposedFact | Reason:
        """Return what a text proposes for a fact as it would be recorded now; else why not.

        `origin` is its note when there is nothing more important to say of it.
        """
        session, at = self._session, self._session.now()
        place = open_fact(session.flows, session.case, key)
        if place is None:
            return Reason("unknown_fact", key)
        flow, spec = place
        before = effective(session.case, key)
        earlier = before.value if before else None
        intent = RecordFact(key, _with_earlier(spec, earlier, text))
        answer = decide(session.flows, session.case, intent, at)
        if isinstance(answer, Refusal):
            return answer.reasons[0]
        assert isinstance(answer.act, FactRecorded), "what an intent to record leads to"
        value, book = answer.act.value, self._book(flow)
        row = ProposedFact(intent, text, book.facts[spec.id], self._text(book, spec, value))
        if looks_same(earlier, value):
            return row._replace(note=self._words["pasted.same"], ticked=False, same=True)
        if earlier is None:
            return row._replace(note=origin)
        texts = {"value": self._text(book, spec, earlier), "names": self._falling(answer)}
        word = "replaces" if not texts["names"] else "replaces_signed"
        note = filled(self._words[f"pasted.{word}"], texts)
        return row._replace(note=note, ticked=not texts["names"])

    def prompt(self, key: str) -> FactPrompt:
        """Return how the fact of a proposal is asked for."""
        session = self._session
        place = open_fact(session.flows, session.case, key)
        assert place, "asked of a fact that was proposed"
        flow, spec = place
        return fact_prompt(flow, spec, self._book(flow), self._words, session.case)

    def _falling(self, event: Event) -> str:
        """Return the names of the consents that an event would make fall; empty for none."""
        titles = []
        for mark in event.consents:
            if mark.what == "fell":
                name, _, item = mark.item.partition(".")
                titles.append(self._book(self._session.flows[name]).items[item])
        return name_list(self._words, titles) if titles else ""

    def _text(self, book: Book, spec: FactSpec, value: Value) -> str:
        return value_text(book, spec, value, place_of(self._session.case))

    def _book(self, flow: Flow) -> Book:
        return self._library.book(flow.id, self._language)

    def _why(self, reason: Reason) -> str:
        """Return why a fact is not proposed, without its name where that would stand twice."""
        if reason.code == "fact_not_now":
            return self._words["pasted.not_now"]
        return self.sentence(reason)

    def sentence(self, reason: Reason) -> str:
        """Return a reason in words."""
        session = self._session

        def book_of(flow: str) -> Book:
            return self._library.book(flow, self._language)

        sentences = CaseSentences(session.flows, session.case, self._words, book_of)
        return sentences.sentence(reason)


def _with_earlier(spec: FactSpec, earlier: Value | None, text: str) -> str:
    """Return all values of a fact that has several, those of the message last."""
    if earlier is None or not (spec.many or spec.rows):
        return text
    return f"{as_typed(earlier)}; {text}"


def _quoted(text: str) -> str:
    """Return words of the message on one line, not too long to be quoted."""
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"


def _joined(words: Mapping[str, str], first: UnreadWords, more: UnreadWords) -> UnreadWords:
    labels = name_list(words, (first.labels, more.labels))
    return UnreadWords(labels, first.why, first.spans + more.spans)
