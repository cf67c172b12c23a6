"""`apply` folds an event into a case; `replay` folds a whole list."""

from collections.abc import Callable, Iterable
from typing import Any

from lenovo_desk.core.engine import mock_rules, presence
from lenovo_desk.core.engine.consents import tick_key, with_choice, with_tick
from lenovo_desk.core.engine.gates import open_fact
from lenovo_desk.core.engine.navigation import arrive_at, leave_flow, step_back, with_path_entry
from lenovo_desk.core.engine.promise_arithmetic import promise_of
from lenovo_desk.core.model import events as ev
from lenovo_desk.core.model.case import Case, FactEntry, Frame, GateTry, Note, OwnReply, UsedPhrase
from lenovo_desk.core.model.dispositions import TAKEN_OVER
from lenovo_desk.core.model.events import Event
from lenovo_desk.core.model.flow import Flows
from lenovo_desk.core.model.intents import why_draft
from lenovo_desk.core.time.clock import Stamp, elapsed, jump


def apply(flows: Flows, case: Case, event: Event) -> Case:
    """Return the case after an accepted event, which is not decided again."""
    return with_marks(fold_act(flows, case, event), event)


def with_marks(case: Case, event: Event) -> Case:
    """Return the case that `fold_act` made of an event, with what it does to deadlines."""
    if not event.marks:
        return case
    marks = {mark.deadline: promise_of(mark, event.at) for mark in event.marks}
    return case._replace(promises={**case.promises, **marks})


def fold_act(flows: Flows, case: Case, event: Event) -> Case:
    """Return the case after an event, its deadlines as they were before."""
    act = event.act
    unseen = case.status == "parked" or bool(case.away_since)
    unseen |= isinstance(act, ev.CaseResumed | ev.CaseTakenOver)
    case = _FOLDS[type(act)](flows, case, event, act)
    handled, jumps = case.handled, case.jumps
    if case.last is not None and not unseen:
        handled += elapsed(case.last, event.at).seconds
    if case.last is not None and (seconds := jump(case.last, event.at)):
        jumps = (*jumps, seconds)
    away = event.at if isinstance(act, ev.CaseLeft) else None
    return case._replace(n=event.n, last=event.at, handled=handled, away_since=away, jumps=jumps)


def replay(flows: Flows, events: Iterable[Event]) -> Case:
    """Return the case that a list of events makes."""
    case = Case()
    for event in events:
        case = apply(flows, case, event)
    return case


def _opened(flows: Flows, case: Case, event: Event, act: ev.CaseOpened) -> Case:
    case = Case(
        id=act.case,
        flow=act.flow,
        agent=act.agent,
        role=act.role,
        language=act.language,
        zone=act.zone,
        settings=dict(act.settings),
        digests=dict(act.digests),
        mode=act.mode,
        follows=act.follows,
        calendar=act.calendar,
        times=dict(act.times),
        country=act.country,
        local=dict(act.local),
        status="open",
        opened=event.at,
        last=event.at,
    )
    frame = Frame(f"{event.n}.0", act.flow, flows[act.flow].first, "start")
    return arrive_at(flows, case, (frame,), event, "")


def _choice_made(flows: Flows, case: Case, event: Event, act: ev.ChoiceMade) -> Case:
    before, top = case, case.here.top
    flow = flows[top.flow]
    choice = next(c for c in flow.steps[top.step].choices if c.id == act.choice)
    case = with_path_entry(case, event.at, top.flow, top.step, choice.id)
    stack = (*case.here.stack[:-1], top._replace(step=choice.goto))
    case = arrive_at(flows, case, stack, event, f"{top.step}.{choice.id}")
    case = with_choice(flows, before, case, act, choice)
    for key, value in act.sets:
        case = _enter(case, key, FactEntry(value, event.at, event.n, case.here.came))
    for key in act.again:
        if not _answered(before, case, key):
            case = _enter(case, key, FactEntry(None, event.at, event.n, case.here.came))
    if act.park_until:
        case = _put_aside(case, event.at, f"{top.flow}.{act.step}.{act.choice}", act.park_until)
    return case


def _answered(before: Case, case: Case, key: str) -> bool:
    """Return whether a fact that a revived visit asks for again has been recorded.

    It must have been recorded during the visit, that is, before the agent stepped back from it.
    """
    came, entries = case.here.came, case.ledger.get(key, ())
    asked_at = max((e.n for e in entries if e.value is None and e.visit == came), default=0)
    left_at = max(
        (left_visit.left for left_visit in before.past.values() if left_visit.visit.came == came),
        default=0,
    )
    return asked_at > 0 and any(e.visit == 0 and asked_at < e.n < left_at for e in entries)


def _enter(case: Case, key: str, entry: FactEntry) -> Case:
    return case._replace(ledger={**case.ledger, key: (*case.ledger.get(key, ()), entry)})


def _fact_recorded(flows: Flows, case: Case, event: Event, act: ev.FactRecorded) -> Case:
    case = _enter(case, act.fact, FactEntry(act.value, event.at, event.n, why=act.why))
    match = open_fact(flows, case, act.fact)
    names = {act.fact, match[1].id, why_draft(match[1].id)} if match else {act.fact}
    if names & case.drafts.keys():
        case = case._replace(drafts={k: v for k, v in case.drafts.items() if k not in names})
    return case


def _fact_cleared(flows: Flows, case: Case, event: Event, act: ev.FactCleared) -> Case:
    return _enter(case, act.fact, FactEntry(None, event.at, event.n))


def _field_drafted(flows: Flows, case: Case, event: Event, act: ev.FieldDrafted) -> Case:
    drafts = {**case.drafts, act.field: act.text}
    if not act.text:
        del drafts[act.field]
    return case._replace(drafts=drafts)


def _item_ticked(flows: Flows, case: Case, event: Event, act: ev.ItemTicked) -> Case:
    key = tick_key(flows, case, act.item)
    ticks = {**case.ticks, key: event.at}
    if not act.on:
        del ticks[key]
        return case._replace(ticks=ticks)
    return with_tick(flows, case._replace(ticks=ticks), key, event.n)


def _phrase_copied(flows: Flows, case: Case, event: Event, act: ev.PhraseCopied) -> Case:
    used = UsedPhrase(event.at, *act, flow=case.here.top.flow)
    return case._replace(used=(*case.used, used))


def _reply_written(flows: Flows, case: Case, event: Event, act: ev.ReplyWritten) -> Case:
    reply = OwnReply(event.at, *act, flow=case.here.top.flow)
    return _undrafted(case, "reply")._replace(replies=(*case.replies, reply))


def _stepped_back(flows: Flows, case: Case, event: Event, act: ev.SteppedBack) -> Case:
    return step_back(case, event)


def _flow_entered(flows: Flows, case: Case, event: Event, act: ev.FlowEntered) -> Case:
    top = case.here.top
    case = with_path_entry(case, event.at, top.flow, top.step, "(")
    frame = Frame(f"{event.n}.{len(case.here.stack)}", act.flow, flows[act.flow].first, "agent")
    case = case._replace(digests={**case.digests, **dict(act.digests)})
    return arrive_at(flows, case, (*case.here.stack, frame), event, f"({act.flow}")


def _flow_left(flows: Flows, case: Case, event: Event, act: ev.FlowLeft) -> Case:
    stack = case.here.stack
    while not act.result and stack[-1].by != "agent":
        stack = stack[:-1]
    return leave_flow(flows, case, stack, event, act.result, f"){act.flow}")


def _language(flows: Flows, case: Case, event: Event, act: ev.LanguageSwitched) -> Case:
    return case._replace(language=act.language)


def _hold_started(flows: Flows, case: Case, event: Event, act: ev.HoldStarted) -> Case:
    return case._replace(holding=event.at)


def _hold_ended(flows: Flows, case: Case, event: Event, act: ev.HoldEnded) -> Case:
    return case._replace(holding=None, holds=(*case.holds, act.seconds))


def _note_added(flows: Flows, case: Case, event: Event, act: ev.NoteAdded) -> Case:
    note = Note(event.at, act.text, act.flags)
    return _undrafted(case, "note")._replace(notes=(*case.notes, note))


def _undrafted(case: Case, *fields: str) -> Case:
    drafts = {key: text for key, text in case.drafts.items() if key not in fields}
    return case._replace(drafts=drafts)


def _gate_tried(flows: Flows, case: Case, event: Event, act: ev.GateTried) -> Case:
    attempt = GateTry(event.at, case.here.top.flow, act.step, act.choice)
    return case._replace(tries=(*case.tries, attempt))


def _parked(flows: Flows, case: Case, event: Event, act: ev.CaseParked) -> Case:
    case = _undrafted(case, "park.reason", "park.until")
    return _put_aside(case, event.at, act.reason, act.until)


def _put_aside(case: Case, at: Stamp, reason: str, until: float) -> Case:
    """Return the case parked, its hold ended.

    No visit stepped back from before can be revived after this.
    """
    case = _off_hold(case, at)
    return case._replace(status="parked", park_reason=reason, park_until=until, past={})


def _off_hold(case: Case, at: Stamp) -> Case:
    """Return the case with a running hold ended at a moment."""
    if case.holding is None:
        return case
    seconds = round(elapsed(case.holding, at).seconds, 3)
    return case._replace(holding=None, holds=(*case.holds, seconds))


def _resumed(flows: Flows, case: Case, event: Event, act: ev.CaseResumed) -> Case:
    return case._replace(status="open", park_reason="", park_until=0.0)


def _closed(flows: Flows, case: Case, event: Event, act: ev.CaseClosed) -> Case:
    return _off_hold(case, event.at)._replace(
        status="closed",
        disposition=act.disposition,
        completed=act.completed,
        closing_notes=act.notes,
    )


def _taken_over(flows: Flows, case: Case, event: Event, act: ev.CaseTakenOver) -> Case:
    """Return the case as another agent receives it: at the same step, its figures reset."""
    case = _undrafted(case, "leave.reason")
    case = _put_aside(case, event.at, TAKEN_OVER, event.at.utc)
    return case._replace(
        agent=act.agent,
        role=act.role,
        settings=dict(act.settings),
        handled=0.0,
        holds=(),
        tries=(),
    )


def _desk_changed(flows: Flows, case: Case, event: Event, act: ev.DeskChanged) -> Case:
    case = case._replace(agent=act.agent, role=act.role, settings=dict(act.settings))
    if act.country:
        case = case._replace(country=act.country, local=dict(act.local))
    return case


_FOLDS: dict[type[Any], Callable[..., Case]] = {
    ev.CaseOpened: _opened,
    ev.ChoiceMade: _choice_made,
    ev.FactRecorded: _fact_recorded,
    ev.FactCleared: _fact_cleared,
    ev.FieldDrafted: _field_drafted,
    ev.ItemTicked: _item_ticked,
    ev.PhraseCopied: _phrase_copied,
    ev.ReplyWritten: _reply_written,
    ev.SteppedBack: _stepped_back,
    ev.FlowEntered: _flow_entered,
    ev.FlowLeft: _flow_left,
    ev.LanguageSwitched: _language,
    ev.HoldStarted: _hold_started,
    ev.HoldEnded: _hold_ended,
    ev.NoteAdded: _note_added,
    ev.GateTried: _gate_tried,
    ev.CaseParked: _parked,
    ev.CaseResumed: _resumed,
    ev.CaseClosed: _closed,
    ev.CaseTakenOver: _taken_over,
    ev.DeskChanged: _desk_changed,
    **presence.FOLDS,
    **mock_rules.FOLDS,
}
