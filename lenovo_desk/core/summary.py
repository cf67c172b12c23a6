"""Summarise a case in a few lines of plain text, ready to paste elsewhere."""

from collections.abc import Iterator, Mapping
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


def summary(session: Session, library: Library, words: Mapping[str, str], language: str) -> str:
    """Return the summary of a case in a language of the interface.

    Its lines have the case, its way, facts, consents that have fallen, promises, phrases used,
    replies and notes. `words` are those of the interface in `language`.
    """
    case, flows = session.case, session.flows
    book = library.book(case.flow, language)
    formats = formats_of(words)
    opened = iso(case.opened.utc, case.zone) if case.opened else ""

    def row(key: str, value: str) -> str:
        return pair(words, words[f"summary.{key}"], value)

    now = case.last and case.last.utc
    moment = date_text(formats, opened, case.zone, now=now)
    lines = [row("case", f"{case.id}  {book.title}"), row("opened", f"{moment}  {case.agent}")]
    if case.mode == MOCK:  # nobody must mistake it for a real case where it is pasted
        lines.insert(0, words["desk.mock"])
    lines += [row("way", ""), *(f"- {step}" for step in _way(case, library, language))]
    facts = []
    for flow_id in case.digests:
        flow = flows[flow_id]
        names = library.book(flow_id, language)
        for name, spec in flow.facts.items():
            recorded = effective(case, flow.key(name))
            value = value_of(flow, case, name) if recorded else None
            if value is not None:
                text = value_text(names, spec, value, place_of(case), "", now)
                facts.append("- " + pair(words, names.facts[name], text))
    facts = list(dict.fromkeys(facts))
    if facts:
        lines += [row("facts", ""), *facts]
    sentences = CaseSentences(flows, case, words, lambda flow: library.book(flow, language))
    fell = [
        "- " + pair(words, library.book(consent.flow, language).items[consent.item], text)
        for consent, keys in fallen_consents(case)
        if (text := sentences.again(consent, keys))
    ]
    if fell:
        lines += [pair(words, words["record.consents"], ""), *fell]
    promised = [
        f"- {pair(words, due_title(library, words, language, key), _due(formats, case, promise))}"
        for key, promise in case.promises.items()
        if promise.state in ("running", "paused")
    ]
    if promised:
        lines += [row("promised", ""), *promised]
    if case.used:
        lines.append(row("phrases", ""))
        lines += ["- " + pair(words, words[f"via.{used.via}"], used.text) for used in case.used]
    if case.replies:
        lines.append(row("replies", ""))
        lines += [
            "- " + pair(words, words[f"via.{reply.via}"], reply.text) for reply in case.replies
        ]
    if case.notes:
        lines += [row("notes", ""), *(f"- {note.text}" for note in case.notes)]
    return "\n".join(line.rstrip() for line in lines)


def _way(case: Case, library: Library, language: str) -> Iterator[str]:
    """Yield the choices that stand, each with its step; those stepped back from do not."""
    for before, visit in pairwise(case.trail):
        step = library.book(before.top.flow, language).steps[before.top.step]
        name, _, choice = visit.via.rpartition(".")
        if name == before.top.step:
            yield f"{step.title} → {step.choices[choice]}"


def _due(formats: Formats, case: Case, promise: Promise) -> str:
    return time_text(formats, promise.due, case.zone, now=case.last and case.last.utc)
