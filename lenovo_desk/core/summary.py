"""Summarise a case in a few lines of plain text, ready to paste elsewhere."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from lenovo_desk.core.engine.consents import fallen_consents
from lenovo_desk.core.engine.gates import value_of
from lenovo_desk.core.engine.mock_rules import MOCK
from lenovo_desk.core.engine.session import Session
from lenovo_desk.core.model.case import Case, Promise, effective
from lenovo_desk.core.model.country import place_of
from lenovo_desk.core.ports import Library
from lenovo_desk.core.promise_board import due_title
from lenovo_desk.core.time.moments import iso
from lenovo_desk.core.wording.books import date_text, time_text, value_text
from lenovo_desk.core.wording.consent_words import CaseSentences
from lenovo_desk.core.wording.language_formats import Formats, formats_of
from lenovo_desk.core.wording.sentences import pair


def summary(
    session: Session,
    library: Library,
    words: Mapping[str, str],
    language: str,
    first: Sequence[str] = (),
) -> str:
    """Return the summary of a case in a language of the interface.

    What counts comes first: the facts whose keys are `first`, how it ended, what is promised and
    until when, what was sent. The other facts, consents that have fallen and notes follow, and the
    way that stands comes last. `words` are those of the interface in `language`.
    """
    case, flows = session.case, session.flows
    book = library.book(case.flow, language)
    formats = formats_of(words)
    opened = iso(case.opened.utc, case.zone) if case.opened else ""

    def row(key: str, value: str) -> str:
        return pair(words, words[f"summary.{key}"], value)

    now = case.last and case.last.utc
    moment = date_text(formats, opened, case.zone, now=now)
    agent = case.settings.get("agent_name", "") or case.agent
    lines = [row("case", f"{book.title}  {case.id}"), row("opened", f"{moment}  {agent}")]
    if case.mode == MOCK:  # nobody must mistake it for a real case where it is pasted
        lines.insert(0, words["desk.mock"])
    facts: dict[str, str] = {}
    for flow_id in case.digests:
        flow = flows[flow_id]
        names = library.book(flow_id, language)
        for name, spec in flow.facts.items():
            key = flow.key(name)
            value = value_of(flow, case, name) if effective(case, key) else None
            if value is not None:
                text = value_text(names, spec, value, place_of(case), "", now)
                facts[key] = pair(words, names.facts[name], text)
    lines += [facts[key] for key in first if key in facts]
    if result := _result(session, library, words, language):
        lines.append(row("result", result))
    promised = [
        f"- {pair(words, due_title(library, words, language, key), _due(formats, case, promise))}"
        for key, promise in case.promises.items()
        if promise.state in ("running", "paused")
    ]
    sent = [(used.at.utc, used.via, used.text) for used in case.used]
    sent += [(reply.at.utc, reply.via, reply.text) for reply in case.replies]
    messages = (f"- {pair(words, words[f'via.{via}'], text)}" for _, via, text in sorted(sent))
    others = (f"- {text}" for key, text in facts.items() if key not in first)
    sentences = CaseSentences(flows, case, words, lambda flow: library.book(flow, language))
    fell = [
        "- " + pair(words, library.book(consent.flow, language).items[consent.item], text)
        for consent, keys in fallen_consents(case)
        if (text := sentences.again(consent, keys))
    ]
    for heading, rows in (
        (words["summary.promised"], promised),
        (words["record.consents"], fell),
        (words["summary.sent"], [*dict.fromkeys(messages)]),
        (words["summary.facts"], [*dict.fromkeys(others)]),
        (words["summary.notes"], [f"- {note.text}" for note in case.notes]),
        (words["summary.way"], [*_way(case, library, language)]),
    ):
        if rows:
            lines += [pair(words, heading, ""), *rows]
    return "\n".join(line.rstrip() for line in lines)


def _result(session: Session, library: Library, words: Mapping[str, str], language: str) -> str:
    """Return how the case ended, or the end at which it stands, in words; or ""."""
    case = session.case
    if case.disposition:
        ends = library.book(case.flow, language).ends
        return ends.get(case.disposition) or words.get(f"ends.{case.disposition}", "")
    top = case.here.top
    step = session.flows[top.flow].steps[top.step]
    return library.book(top.flow, language).ends.get(step.end, "") if step.end else ""


def _way(case: Case, library: Library, language: str) -> Iterator[str]:
    """Yield the choices that stand, each with its step; those stepped back from do not."""
    for before, visit in pairwise(case.trail):
        step = library.book(before.top.flow, language).steps[before.top.step]
        name, _, choice = visit.via.rpartition(".")
        if name == before.top.step:
            yield f"- {step.title} → {step.choices[choice]}"


def _due(formats: Formats, case: Case, promise: Promise) -> str:
    return time_text(formats, promise.due, case.zone, now=case.last and case.last.utc)
