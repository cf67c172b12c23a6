"""`decide` turns an intent into an event, or into a refusal with reasons. It never raises."""

from collections.abc import Callable
from typing import Any

from lenovo_desk.core.engine import entry_decisions, mock_rules, presence
from lenovo_desk.core.engine.consents import consent_marks, debt_reasons, debts
from lenovo_desk.core.engine.deadlines import deadline_marks, moved_later
from lenovo_desk.core.engine.entry_decisions import MAX_NOTE, reason_given
from lenovo_desk.core.engine.fold import fold_act
from lenovo_desk.core.engine.gates import hidden_by
from lenovo_desk.core.engine.parking import decide_parking, due_again
from lenovo_desk.core.engine.step_lines import shown_choices, strays, taken_out
from lenovo_desk.core.model import events as ev
from lenovo_desk.core.model import intents as it
from lenovo_desk.core.model.case import Case, at_end, flow_here, step_here
from lenovo_desk.core.model.country import UNKNOWN_COUNTRY, country_of
from lenovo_desk.core.model.dispositions import ABANDONED, HANDED_OVER
from lenovo_desk.core.model.events import Act, Answer, Event, KeptRefusal, Refusal
from lenovo_desk.core.model.flow import Flow, Flows, closure
from lenovo_desk.core.model.intents import Intent
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.text import clean, clean_line
from lenovo_desk.core.time.clock import Stamp


def decide(flows: Flows, case: Case, intent: Intent, at: Stamp) -> Event | Refusal:
    """Return the event that an intent leads to, or its refusal.

    `flows` holds, by id, the structures that the case works with and those it may open. The event
    is not folded yet. A refusal may carry an event to be kept, such as `GateTried`.
    """
    return foresee(flows, case, intent, at)[0]


def foresee(
    flows: Flows, case: Case, intent: Intent, at: Stamp
) -> tuple[Event | Refusal, Case | None]:
    """Return what `decide` does, and the case after the event where deciding had to fold it.

    That case lacks only the marks of the event, which `fold.with_marks` adds.
    """
    status = _status(case, intent)
    if status:
        return Refusal((status,)), None
    answer = _DECISIONS[type(intent)](flows, case, intent, at)
    if isinstance(answer, Reason):
        return Refusal((answer,)), None
    if isinstance(answer, KeptRefusal):
        attempt = Event(case.n + 1, at, answer.act, by=actor(case, intent))
        return Refusal(answer.reasons, attempt), None
    event = Event(case.n + 1, at, answer, by=actor(case, intent))
    timed = _timed(flows, case, answer)
    if type(answer) in _QUIET or not (timed or case.consents):
        return _reasoned(event, ""), None
    after = fold_act(flows, case, event)
    marks = deadline_marks(flows, case, after, answer, at) if timed else ()
    if isinstance(answer, ev.FactRecorded):
        promise = moved_later(flows, case, answer, marks, at)
        if promise and not answer.why:
            fact = answer.fact.rpartition(".")[2]
            return Refusal((Reason("needs_why", fact, detail=promise),)), None
        event = _reasoned(event, promise)
    unchanged = event.act == answer  # else the fold has a reason that the event has not
    event = event._replace(marks=marks, consents=consent_marks(case, after))
    return event, after if unchanged else None


def _reasoned(event: Event, promise: str) -> Event:
    """Return the event without a reason when no promise ends later by it."""
    if promise or not isinstance(event.act, ev.FactRecorded):
        return event
    return event._replace(act=event.act._replace(why=""))


def actor(case: Case, intent: Intent) -> str:
    """Return the id of the agent who acts; empty for the customer of a mock call."""
    if isinstance(intent, it.HearCustomer):
        return ""
    if isinstance(intent, it.OpenCase | it.TakeOver | it.UseDesk):
        return clean_line(intent.agent)
    resumer = clean_line(intent.agent) if isinstance(intent, it.ResumeCase) else ""
    return resumer or case.agent


def _timed(flows: Flows, case: Case, act: Act) -> bool:
    """Return whether any flow of the case has a deadline or due time; most have none."""
    digests = dict(act.digests) if isinstance(act, ev.CaseOpened | ev.FlowEntered) else {}
    return any(flows[name].timed for name in (*case.digests, *digests))


_QUIET = {
    ev.FieldDrafted,
    ev.PhraseCopied,
    ev.ReplyWritten,
    ev.LanguageSwitched,
    ev.NoteAdded,
    ev.DeskChanged,
    *presence.FOLDS,
    *mock_rules.FOLDS,
}
"""Acts that touch no deadline and no consent."""


def _status(case: Case, intent: Intent) -> Reason | None:
    """Return why the case's status rules out an intent; None when it does not."""
    if isinstance(intent, it.OpenCase):
        return None if case.status == "new" else Reason("already_open")
    if case.status == "new":
        return Reason("not_open")
    if case.status == "closed":
        return Reason("closed")
    if case.status == "parked" and not isinstance(intent, _ON_PARKED):
        return Reason("parked")
    if case.away_since and not isinstance(intent, presence.ON_AWAY):
        return Reason("away")
    return None


_ON_PARKED = it.ResumeCase | it.AbandonCase | it.HandOver | it.TakeOver | it.UseDesk


def _open(flows: Flows, case: Case, intent: it.OpenCase, at: Stamp) -> Answer:
    inside = _inside(flows, intent.flow)
    if isinstance(inside, Reason):
        return inside
    return ev.CaseOpened(
        clean_line(intent.case),
        intent.flow,
        clean_line(intent.agent),
        clean_line(intent.role),
        clean_line(intent.language),
        clean_line(intent.zone),
        _cleaned(intent.settings),
        tuple((flow.id, flow.digest) for flow in inside.values()),
        clean_line(intent.mode),
        clean_line(intent.follows),
        clean_line(intent.calendar),
        _cleaned(intent.times),
        clean_line(intent.country),
        _cleaned(intent.local),
    )


def _inside(flows: Flows, flow: str) -> dict[str, Flow] | Reason:
    """Return a flow and all it can run, by id, or why one is missing."""
    try:
        return closure(flows, flow)
    except KeyError as missing:
        return Reason("unknown_flow", str(missing.args[0]))


def _make_choice(flows: Flows, case: Case, intent: it.MakeChoice, at: Stamp) -> Answer:
    step = step_here(flows, case)
    for choice, verdict in shown_choices(flows, case, at):
        if choice.id != intent.choice:
            continue
        if not verdict.open:
            return _locked(step.id, choice.id, verdict.reasons)
        flow = flow_here(flows, case)
        sets = tuple((flow.key(fact), _set(flow, fact, raw, case, at)) for fact, raw in choice.sets)
        again = tuple(flow.key(fact) for fact in choice.again)
        until = due_again(flows, case, at.utc + choice.park, at) if choice.park else 0.0
        return ev.ChoiceMade(step.id, choice.id, sets, again, until)
    for choice in step.choices:
        if choice.id == intent.choice:
            fact = hidden_by(flow_here(flows, case), case, choice.gate)
            return _locked(step.id, choice.id, (Reason("hidden", choice.id, detail=fact),))
    return Reason("unknown_choice", intent.choice)


def _locked(step: str, choice: str, reasons: tuple[Reason, ...]) -> KeptRefusal:
    """Return the refusal of a choice behind gates that are not met."""
    return KeptRefusal(reasons, ev.GateTried(step, choice, reasons))


def _set(flow: Flow, fact: str, raw: str, case: Case, at: Stamp) -> str:
    """Return the value that a choice sets; `now` in a date or datetime is the moment `at`."""
    kind = flow.facts[fact].kind
    if raw != "now" or kind not in ("date", "datetime"):
        return raw
    from lenovo_desk.core.time.moments import iso, local

    if kind == "datetime":
        return iso(at.utc, case.zone)
    return local(at.utc, case.zone).date().isoformat()


def _step_back(flows: Flows, case: Case, intent: it.StepBack, at: Stamp) -> Answer:
    if len(case.trail) < 2:
        return Reason("first_step")
    return ev.SteppedBack(case.here.top.step)


def _enter_flow(flows: Flows, case: Case, intent: it.EnterFlow, at: Stamp) -> Answer:
    inside = _inside(flows, intent.flow)
    if isinstance(inside, Reason):
        return inside
    if at_end(flows, case):
        return Reason("at_end")
    if any(frame.flow in inside for frame in case.here.stack):
        return Reason("flow_open_already", intent.flow)
    return ev.FlowEntered(intent.flow, tuple((f.id, f.digest) for f in inside.values()))


def _leave_flow(flows: Flows, case: Case, intent: it.LeaveFlow, at: Stamp) -> Answer:
    stack = case.here.stack
    end = step_here(flows, case).end
    if end and len(stack) > 1:
        return _owed(flows, case, at) or ev.FlowLeft(stack[-1].flow, end)
    opened = [frame for frame in stack if frame.by == "agent"]
    return ev.FlowLeft(opened[-1].flow, "") if opened else Reason("no_flow_to_leave")


def _owed(flows: Flows, case: Case, at: Stamp) -> Reason | None:
    """Return why the innermost flow cannot end, by what has changed on the way; None if it can."""
    reasons = debt_reasons(flow_here(flows, case), debts(flows, case), None)
    reasons += strays(flows, case, None, at) + taken_out(flow_here(flows, case), case, at)
    return reasons[0] if reasons else None


def _resume(flows: Flows, case: Case, intent: it.ResumeCase, at: Stamp) -> Answer:
    return ev.CaseResumed(after_crash=case.status != "parked")


def _close(flows: Flows, case: Case, intent: it.CloseCase, at: Stamp) -> Answer:
    if not at_end(flows, case):
        return Reason("not_at_end")
    if owed := _owed(flows, case, at):
        return owed
    notes = clean(intent.notes)
    if len(notes) > MAX_NOTE:
        return Reason("too_long", "note", detail=str(MAX_NOTE))
    return ev.CaseClosed(step_here(flows, case).end, True, notes)


def _abandon(flows: Flows, case: Case, intent: it.AbandonCase, at: Stamp) -> Answer:
    return _left(flows, case, ABANDONED, intent.reason)


def _hand_over(flows: Flows, case: Case, intent: it.HandOver, at: Stamp) -> Answer:
    return _left(flows, case, HANDED_OVER, intent.reason)


def _left(flows: Flows, case: Case, disposition: str, text: str) -> Answer:
    """Return the decision to close a case that has not reached an end."""
    reason = reason_given(flows, case, "reason", clean(text).strip(), MAX_NOTE)
    return reason if isinstance(reason, Reason) else ev.CaseClosed(disposition, False, reason)


def _take_over(flows: Flows, case: Case, intent: it.TakeOver, at: Stamp) -> Answer:
    return ev.CaseTakenOver(
        clean_line(intent.agent), clean_line(intent.role), _cleaned(intent.settings)
    )


def _use_desk(flows: Flows, case: Case, intent: it.UseDesk, at: Stamp) -> Answer:
    abroad = intent.abroad and country_of(case) not in ("", intent.country)
    settings = _cleaned(intent.abroad if abroad else intent.settings)
    act = ev.DeskChanged(clean_line(intent.agent), clean_line(intent.role), settings)
    if case.country == UNKNOWN_COUNTRY != intent.country:
        act = act._replace(country=clean_line(intent.country), local=_cleaned(intent.local))
    same = (act.agent, act.role, dict(settings)) == (case.agent, case.role, case.settings)
    if same and not act.country:
        return Reason("no_change", "desk")
    return act


def _cleaned(pairs: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    return tuple((clean_line(name), clean_line(value)) for name, value in pairs)


_DECISIONS: dict[type[Any], Callable[..., Answer]] = {
    it.OpenCase: _open,
    it.MakeChoice: _make_choice,
    it.RecordFact: entry_decisions.record_fact,
    it.ClearFact: entry_decisions.clear_fact,
    it.DraftField: entry_decisions.draft,
    it.TickItem: entry_decisions.tick,
    it.CopyPhrase: entry_decisions.copy,
    it.WriteReply: entry_decisions.reply,
    it.StepBack: _step_back,
    it.EnterFlow: _enter_flow,
    it.LeaveFlow: _leave_flow,
    it.SwitchLanguage: entry_decisions.language,
    it.ToggleHold: entry_decisions.hold,
    it.AddNote: entry_decisions.note,
    it.ParkCase: decide_parking,
    it.ResumeCase: _resume,
    it.CloseCase: _close,
    it.AbandonCase: _abandon,
    it.HandOver: _hand_over,
    it.TakeOver: _take_over,
    it.UseDesk: _use_desk,
    **presence.DECISIONS,
    **mock_rules.DECISIONS,
}
