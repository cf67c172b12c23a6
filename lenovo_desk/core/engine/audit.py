"""Audit a list of events: would the engine have accepted each of them?"""

from collections.abc import Callable, Iterable
from typing import Any

from lenovo_desk.core.engine import mock_rules, presence
from lenovo_desk.core.engine.engine import decide
from lenovo_desk.core.engine.fold import apply
from lenovo_desk.core.model import events as ev
from lenovo_desk.core.model import intents as it
from lenovo_desk.core.model.case import Case
from lenovo_desk.core.model.dispositions import ABANDONED, HANDED_OVER
from lenovo_desk.core.model.events import Act, Event, Refusal
from lenovo_desk.core.model.flow import Flows, closure
from lenovo_desk.core.model.intents import Intent
from lenovo_desk.core.model.values import as_typed
from lenovo_desk.core.reasons import Reason


def first_unlawful(flows: Flows, events: Iterable[Event]) -> int | None:
    """Return the number of the first event that the engine would not accept; None without one.

    Each event is decided again, at its own stamp, in the case that the events before it make. A
    choice behind a locked gate, a tick of a missing item or a deadline with other arithmetic is
    not accepted. Within one boot, the seconds since that boot must not decrease.
    """
    case, up = Case(), dict[str, float]()
    for number, event in enumerate(events, 1):
        at, act = event.at, event.act
        if isinstance(act, ev.CaseTakenOver):  # another machine has clocks of its own
            up = {}
        if at.up < up.get(at.boot, at.up) or not _accepted(flows, case, event):
            return number
        if isinstance(act, ev.CaseOpened | ev.FlowEntered) and _endless(flows, act.flow):
            return number
        up[at.boot] = at.up
        case = apply(flows, case, event)
    return None


def _endless(flows: Flows, flow: str) -> bool:
    """Return whether a flow, or one it runs, runs itself without end."""
    inside = closure(flows, flow)
    return any(name in closure(flows, run) for name in inside for run in inside[name].runs())


def _accepted(flows: Flows, case: Case, event: Event) -> bool:
    act = event.act
    answer = decide(flows, case, intent_behind(case, act), event.at)
    if _only_named(case, answer, act):
        return True
    decided = answer.attempt if isinstance(answer, Refusal) else answer
    if decided is None or type(decided.act) is not type(act):
        return False
    if isinstance(decided.act, _TEXTS) and isinstance(act, _TEXTS):
        # The event does not record the blanks that decided whether a phrase is personal, and what
        # names somebody in a reply is told better with every version.
        decided = decided._replace(act=decided.act._replace(personal=act.personal))
    if isinstance(decided.act, ev.GateTried) and isinstance(act, ev.GateTried):
        decided = decided._replace(act=decided.act._replace(reasons=_as_told(decided.act, act)))
    if not event.by or isinstance(act, ev.CaseResumed):  # older, or another agent resumes it
        decided = decided._replace(by=event.by)
    return decided == event


def _as_told(decided: ev.GateTried, act: ev.GateTried) -> tuple[Reason, ...]:
    """Return the reasons of a decision without the details that an older version did not tell."""
    untold = {(reason.code, reason.id) for reason in act.reasons if not reason.detail}
    return tuple(
        reason._replace(detail="") if (reason.code, reason.id) in untold else reason
        for reason in decided.reasons
    )


_TEXTS = ev.PhraseCopied | ev.ReplyWritten


def _only_named(case: Case, answer: Event | Refusal, act: Act) -> bool:
    """Return whether a public text is judged otherwise only for what it says of whom it names.

    What names somebody is told better with every version; the one that wrote the event had its
    say.
    """
    if isinstance(answer, Refusal):
        codes = {reason.code for reason in answer.reasons}
        return codes == {"personal_in_public"} and isinstance(act, _TEXTS)
    barred = isinstance(act, ev.ReplyBarred) and bool(case.scenario)
    return barred and isinstance(answer.act, ev.ReplyWritten)


def _opening(case: Case, act: ev.CaseOpened) -> Intent:
    fields = act._asdict()
    return it.OpenCase(**{name: fields[name] for name in it.OpenCase._fields if name in fields})


def _parking(case: Case, act: ev.CaseParked) -> Intent:
    from lenovo_desk.core.time.moments import iso

    return it.ParkCase(act.reason, iso(act.until, case.zone))


def _closing(case: Case, act: ev.CaseClosed) -> Intent:
    if act.disposition == ABANDONED:
        return it.AbandonCase(act.notes)
    return it.HandOver(act.notes) if act.disposition == HANDED_OVER else it.CloseCase(act.notes)


def intent_behind(case: Case, act: Act) -> Intent:
    """Return the intent that leads to an act in a case."""
    return INTENTS[type(act)](case, act)


INTENTS: dict[type[Any], Callable[[Case, Any], Intent]] = {
    ev.CaseOpened: _opening,
    ev.ChoiceMade: lambda case, act: it.MakeChoice(act.choice),
    ev.GateTried: lambda case, act: it.MakeChoice(act.choice),
    ev.FactRecorded: lambda case, act: it.RecordFact(act.fact, as_typed(act.value), act.why),
    ev.FactCleared: lambda case, act: it.ClearFact(act.fact),
    ev.FieldDrafted: lambda case, act: it.DraftField(*act),
    ev.ItemTicked: lambda case, act: it.TickItem(*act),
    ev.PhraseCopied: lambda case, act: it.CopyPhrase(
        act.phrase, act.language, act.text, act.authority, blanks=act.settings
    ),
    ev.SteppedBack: lambda case, act: it.StepBack(),
    ev.FlowEntered: lambda case, act: it.EnterFlow(act.flow),
    ev.FlowLeft: lambda case, act: it.LeaveFlow(),
    ev.LanguageSwitched: lambda case, act: it.SwitchLanguage(act.language),
    ev.HoldStarted: lambda case, act: it.ToggleHold(),
    ev.HoldEnded: lambda case, act: it.ToggleHold(),
    ev.NoteAdded: lambda case, act: it.AddNote(*act),
    ev.ReplyWritten: lambda case, act: it.WriteReply(
        act.text, act.via, act.phrase, act.flags, act.settings
    ),
    ev.CaseParked: _parking,
    ev.CaseResumed: lambda case, act: it.ResumeCase(),
    ev.CaseClosed: _closing,
    ev.CaseTakenOver: lambda case, act: it.TakeOver(*act),
    ev.DeskChanged: lambda case, act: it.UseDesk(*act),
    **presence.INTENTS,
    **mock_rules.INTENTS,
}
"""Returns the intent behind an act, by the act's class; canonical values parse as themselves."""
