"""Decisions on what the agent enters at a step: facts, drafts, ticks, phrases, notes, holds."""

from typing import TYPE_CHECKING

from lenovo_desk.core.engine import mock_rules
from lenovo_desk.core.engine.gates import embargo, fact_verdict, open_fact, value_of
from lenovo_desk.core.engine.moment_bounds import impossible
from lenovo_desk.core.engine.step_lines import shown_items, shown_lines, typed_otherwise
from lenovo_desk.core.model import events as ev
from lenovo_desk.core.model import intents as it
from lenovo_desk.core.model.case import Case, effective, flow_here
from lenovo_desk.core.model.country import place_of
from lenovo_desk.core.model.events import Answer
from lenovo_desk.core.model.flow import WRITTEN, FactSpec, Flow, Flows
from lenovo_desk.core.model.values import NONE, Value
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.text import clean, clean_line, has_content, is_blank
from lenovo_desk.core.time.clock import Stamp, elapsed
from lenovo_desk.core.values.parse_value import Entry, parse_value

if TYPE_CHECKING:
    from lenovo_desk.core.privacy.places import Breach

MAX_NOTE = 4000
"""The most characters of a note, a reply or a reason."""
MAX_DRAFT = 100_000
"""The most characters of a draft, which holds what was pasted and then refused as too long."""
MAX_WORDS = 60
"""The most characters of a public text that its refusal quotes."""
MAX_FLAGS = 50
"""The most wording rules that are recorded with a note or a reply."""


def record_fact(flows: Flows, case: Case, intent: it.RecordFact, at: Stamp) -> Answer:
    """Decide whether to record the value typed for a fact."""
    typable = _typable_fact(flows, case, intent.fact, at)
    if isinstance(typable, Reason):
        return typable
    flow, spec = typable
    value = parse_value(spec, intent.raw, entry_of(flow, case, at))
    if isinstance(value, Reason):
        return value
    overruled = typed_otherwise(flows, case, flow.key(spec.id), value, at)
    if overruled:
        return overruled
    entry = effective(case, flow.key(spec.id))
    before = entry.value if entry else None
    exact = any(spec.id in other.of for other in flow.facts.values())

    def limit(name: str) -> Value | None:
        return None if name == spec.id else value_of(flow, case, name, frozenset({spec.id}))

    reason = impossible(spec, value, before, case, at, limit, exact)
    if reason:
        return reason
    why = clean(intent.why).strip()
    if len(why) > MAX_NOTE:
        return Reason("too_long", "why", detail=str(MAX_NOTE))
    if not has_content(why):
        why = ""
    personal = spec.personal and not (spec.none and value == NONE)
    return ev.FactRecorded(flow.key(spec.id), value, personal, why)


def entry_of(flow: Flow, case: Case, at: Stamp) -> Entry:
    """Return when and where a value of a flow is typed in a case."""
    place = place_of(case)
    return Entry(at, place.zone, case.language, place.country, flow.rules, place.currency)


def clear_fact(flows: Flows, case: Case, intent: it.ClearFact, at: Stamp) -> Answer:
    """Decide whether to take out the value of a fact."""
    typable = _typable_fact(flows, case, intent.fact, at)
    if isinstance(typable, Reason):
        return typable
    flow, spec = typable
    entry = effective(case, flow.key(spec.id))
    if entry is None or entry.value is None:
        return Reason("no_change", spec.id)
    overruled = typed_otherwise(flows, case, flow.key(spec.id), None, at)
    return overruled or ev.FactCleared(flow.key(spec.id))


def _typable_fact(flows: Flows, case: Case, name: str, at: Stamp) -> tuple[Flow, FactSpec] | Reason:
    """Return a fact that the agent may type now, with its flow; else why not."""
    match = open_fact(flows, case, name)
    if match is None:
        return Reason("unknown_fact", name)
    flow, spec = match
    if spec.derive:
        return Reason("derived", spec.id)
    if spec.chosen:
        return Reason("chosen", spec.id)
    verdict = fact_verdict(flows, case, name, at)
    if verdict.hidden:
        return Reason("fact_not_now", spec.id)
    if verdict.reasons:
        return verdict.reasons[0]._replace(detail=spec.id)
    return flow, spec


def reason_given(flows: Flows, case: Case, field: str, text: str, most: int) -> str | Reason:
    """Return a cleaned text that says why, of at most `most` characters; else why it is none."""
    if not text or (flows[case.flow].rules > 1 and not has_content(text)):
        return Reason("empty", field)
    return Reason("too_long", field, detail=str(most)) if len(text) > most else text


def _nothing(flows: Flows, case: Case, text: str) -> bool:
    """Return whether nobody would see a text; the first rules took what has a character."""
    return is_blank(text) if flows[case.flow].rules > 1 else not text


def draft(flows: Flows, case: Case, intent: it.DraftField, at: Stamp) -> Answer:
    """Decide whether to keep the half-typed text of a field."""
    field, text = clean_line(intent.field)[:80].strip(), clean(intent.text)
    if len(text) > MAX_DRAFT:
        return Reason("too_long", field, detail=str(MAX_DRAFT))
    if case.drafts.get(field, "") == text:
        return Reason("no_change", field)
    return ev.FieldDrafted(field, text)


def tick(flows: Flows, case: Case, intent: it.TickItem, at: Stamp) -> Answer:
    """Decide whether to tick an item, or to take its tick back.

    An item that is owed is ticked by its id or by `flow.item`; the event has the latter.
    """
    for box in shown_items(flows, case, at):
        if intent.item not in (box.name, box.item.id):
            continue
        if not box.verdict.open:
            return box.verdict.reasons[0]
        if (box.ticked is not None) == intent.on:
            return Reason("no_change", intent.item)
        return ev.ItemTicked(box.name, intent.on)
    return Reason("unknown_item", intent.item)


def copy(flows: Flows, case: Case, intent: it.CopyPhrase, at: Stamp) -> Answer:
    """Decide whether a phrase can be copied; its first open line counts."""
    locked = None
    for line, verdict in shown_lines(flows, case, at):
        if line.phrase != intent.phrase:
            continue
        if not verdict.open:
            locked = locked or verdict.reasons[0]
            continue
        if intent.missing:
            name = intent.missing[0]
            code = "needs_fact" if open_fact(flows, case, name) else "needs_setting"
            return Reason(code, name, detail=intent.phrase)
        named = _named_in_public(flows, case, clean(intent.text), line.via)
        if named:
            return named
        matches = (open_fact(flows, case, blank) for blank in intent.blanks)
        personal = any(pair is not None and pair[1].personal for pair in matches)
        return ev.PhraseCopied(
            intent.phrase,
            clean_line(intent.language),
            clean(intent.text),
            clean_line(intent.authority),
            line.via,
            personal,
            _settings_in(flows, case, intent.blanks),
        )
    return locked or Reason("unknown_phrase", intent.phrase)


def language(flows: Flows, case: Case, intent: it.SwitchLanguage, at: Stamp) -> Answer:
    """Decide whether to show the phrases in another language."""
    name = clean_line(intent.language)[:20].strip()
    if not name:
        return Reason("empty", "language")
    return Reason("no_change", name) if name == case.language else ev.LanguageSwitched(name)


def hold(flows: Flows, case: Case, intent: it.ToggleHold, at: Stamp) -> Answer:
    """Decide to start a hold, or to end the one that lasts."""
    if case.holding is None:
        return ev.HoldStarted()
    return ev.HoldEnded(round(elapsed(case.holding, at).seconds, 3))


def note(flows: Flows, case: Case, intent: it.AddNote, at: Stamp) -> Answer:
    """Decide whether to keep a note."""
    text = clean(intent.text).strip()
    if _nothing(flows, case, text):
        return Reason("empty", "note")
    if len(text) > MAX_NOTE:
        return Reason("too_long", "note", detail=str(MAX_NOTE))
    return ev.NoteAdded(text, _flags(intent.flags))


def reply(flows: Flows, case: Case, intent: it.WriteReply, at: Stamp) -> Answer:
    """Decide whether to keep a reply in the agent's own words.

    A public reply must not name anybody.
    """
    text = clean(intent.text).strip()
    if _nothing(flows, case, text):
        return Reason("empty", "reply")
    if len(text) > MAX_NOTE:
        return Reason("too_long", "reply", detail=str(MAX_NOTE))
    if intent.via not in WRITTEN:
        return Reason("not_written", intent.via)
    barred = embargo(flows, case, intent.via)
    if barred:
        return barred
    if intent.phrase:
        locked = _why_not(flows, case, intent.phrase, at)
        if locked:
            return locked
    named = _named_in_public(flows, case, text, intent.via)
    if named:
        return named
    personal = intent.via != "public" and bool(_places(flows, case, text))
    flags = _flags(intent.flags)
    settings = _settings_in(flows, case, intent.blanks if intent.phrase else ())
    return ev.ReplyWritten(
        text,
        intent.via,
        case.language,
        intent.phrase,
        flags,
        personal,
        tuple(name for name in settings if clean(case.settings[name]) in text),
    )


def _named_in_public(flows: Flows, case: Case, text: str, via: str) -> Answer | None:
    """Return the refusal of a public text that names somebody, with the words that do."""
    places = _places(flows, case, text) if via == "public" else ()
    if not places:
        return None
    words = clean_line(text[places[0].start : places[0].end])[:MAX_WORDS]
    return mock_rules.barred_text(case, text, via, places[0].kind, words)


def _places(flows: Flows, case: Case, text: str) -> "tuple[Breach, ...]":
    from lenovo_desk.core.privacy.case_knowledge import personal_in  # most cases write nothing

    return personal_in(flows, case, text)


def _settings_in(flows: Flows, case: Case, blanks: tuple[str, ...]) -> tuple[str, ...]:
    """Return the blanks that settings fill: those that are no fact of the innermost flow."""
    facts = flow_here(flows, case).facts
    return tuple(name for name in blanks if name not in facts and case.settings.get(name))


def _why_not(flows: Flows, case: Case, phrase: str, at: Stamp) -> Reason | None:
    """Return why a phrase cannot be used at this step; None when one of its lines is open."""
    verdicts = [verdict for line, verdict in shown_lines(flows, case, at) if line.phrase == phrase]
    if any(verdict.open for verdict in verdicts):
        return None
    return verdicts[0].reasons[0] if verdicts else Reason("unknown_phrase", phrase)


def _flags(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(clean_line(name)[:80] for name in names[:MAX_FLAGS]))
