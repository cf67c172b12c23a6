"""The lines of a step: its choices, phrases, items and facts, each with its state.

What the innermost flow owes comes along to every step of it: boxes to tick again, and the phrases
of their steps.
"""

from collections.abc import Iterator
from itertools import pairwise

from lenovo_desk.core.engine.consents import (
    Debt,
    covered_keys,
    debt_reasons,
    debts,
    decision_on,
    fallen,
    reaffirmed,
    recorded_value,
    stands,
    strayed,
)
from lenovo_desk.core.engine.gates import (
    Verdict,
    embargo,
    fact_verdict,
    judge,
    value_of,
)
from lenovo_desk.core.model.case import Case, Consent, Frame, flow_here, step_here
from lenovo_desk.core.model.flow import (
    Choice,
    FactSpec,
    Flow,
    Flows,
    Gate,
    PhraseLine,
    Step,
    Use,
    flow_keeping,
)
from lenovo_desk.core.model.values import Value, looks_same
from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.time.clock import Stamp


def shown_choices(flows: Flows, case: Case, at: Stamp) -> tuple[tuple[Choice, Verdict], ...]:
    """Return the choices of this step that are not hidden, by their numbers.

    A consent that is owed locks those that lead on, except one that asks anew for a fact that
    differs; a decision locks those that set another value for what it decided.
    """
    flow, step = flow_here(flows, case), step_here(flows, case)
    owed, choices = debts(flows, case), []
    for choice in step.choices:
        verdict = judge(flow, case, choice.gate, at)
        if verdict.hidden:
            continue
        locks: tuple[Reason, ...] = ()
        if choice.goto != step.id:
            locks = debt_reasons(flow, owed, choice) + strays(flows, case, choice, at)
        locks += _overruled(flows, case, flow, choice, at)
        if locks:
            reasons = tuple(dict.fromkeys((*verdict.reasons, *locks)))
            verdict = verdict._replace(reasons=reasons)
        choices.append((choice, verdict))
    return tuple(choices)


def _overruled(
    flows: Flows, case: Case, flow: Flow, choice: Choice, at: Stamp
) -> tuple[Reason, ...]:
    """Return why a choice cannot set what another choice decided."""
    reasons = (
        decided(flows, case, flow.key(fact), raw, at)
        for fact, raw in choice.sets
        if fact not in choice.again
    )
    return tuple(reason for reason in reasons if reason)


def decided(flows: Flows, case: Case, key: str, value: Value | None, at: Stamp) -> Reason | None:
    """Return why a fact cannot get another value: a choice decided it; None when it can.

    The detail of the reason is the choice of this step that leads to a new decision, if any.
    """
    decision = decision_on(case, key)
    allowed = (decision.value, recorded_value(case, key)) if decision else ()
    if decision is None or any(looks_same(value, other) for other in allowed):
        return None
    return _holding(flows, case, key, decision.frame, at)


def typed_otherwise(
    flows: Flows, case: Case, key: str, value: Value | None, at: Stamp
) -> Reason | None:
    """Return why a fact cannot be typed as another value; None when it can.

    What was asked for at this step and granted later may be written anew here: nothing but asking
    for it again leads on with that.
    """
    reason = decided(flows, case, key, value, at)
    return None if reason and _reopened(case, key) else reason


def _reopened(case: Case, key: str) -> bool:
    """Return whether a fact was decided at this step before the step that holds it decided it."""
    decision, top = decision_on(case, key), case.here.top
    frames = [before.top for before, visit in pairwise(case.trail) if key in dict(visit.decides)]
    steps = [(frame.serial, frame.step) for frame in frames]
    if decision is None or (top.serial, top.step) not in steps:
        return False
    holder = decision.frame
    return steps.index((top.serial, top.step)) < steps.index((holder.serial, holder.step))


def strays(flows: Flows, case: Case, choice: Choice | None, at: Stamp) -> tuple[Reason, ...]:
    """Return why decisions lock a choice, or without one an end of their flow.

    Each is on a fact that has another value by now. A choice that asks the fact anew, or comes
    back to the step that decides it, is not locked.
    """
    values = tuple(strayed(case))
    if not values:
        return ()
    flow = flow_here(flows, case)
    again = {flow.key(fact) for fact in choice.again} if choice else set()
    return tuple(
        _holding(flows, case, key, frame, at)
        for key, frame in values
        if key not in again and not (choice and choice.goto == frame.step)
    )


def taken_out(flow: Flow, case: Case, at: Stamp) -> tuple[Reason, ...]:
    """Return what the choice that led to this end needed and is not recorded any more.

    An end has its evidence: a reference that was taken out is recorded again, or that there is
    none. Cases of older flows keep the rule that they began with, which did not ask again.
    """
    name, _, chosen = case.here.via.partition(".")
    came_from = case.trail[-2].top.flow if len(case.trail) > 1 else ""
    own = flow.rules > 1 and came_from == flow.id and name in flow.steps
    choices = flow.steps[name].choices if own else ()
    needs = (need for choice in choices if choice.id == chosen for need in choice.gate.needs)
    return judge(
        flow, case, Gate(needs=tuple(need for need in needs if need in flow.facts)), at
    ).reasons


def _holding(flows: Flows, case: Case, key: str, frame: Frame, at: Stamp) -> Reason:
    """Return the reason that a fact is decided, with the choice here that leads to it anew."""
    flow, ways = flow_here(flows, case), list[str]()
    for choice in step_here(flows, case).choices:
        anew = key in map(flow.key, choice.again)
        back = choice.goto == frame.step and case.here.top.serial == frame.serial
        if (anew or back) and not judge(flow, case, choice.gate, at).hidden:
            ways.insert(0 if anew else len(ways), choice.id)
    keeper = flow_keeping((flows[name] for name in case.digests), key)
    return Reason("decided", keeper[1].id if keeper else key, detail=ways[0] if ways else "")


def shown_lines(flows: Flows, case: Case, at: Stamp) -> tuple[tuple[PhraseLine, Verdict], ...]:
    """Return the phrases of this step that are not hidden, in order, then those of what is owed.

    A channel lock locks the phrases that go out by its media.
    """
    flow, lines = flow_here(flows, case), []
    says = list(step_here(flows, case).say)
    for debt in debts(flows, case):
        says += flow.steps[debt.owner.top.step].say
    for line in dict.fromkeys(says):
        verdict = judge(flow, case, line.gate, at)
        barred = embargo(flows, case, line.via)
        if barred:
            verdict = verdict._replace(reasons=(barred, *verdict.reasons))
        if not verdict.hidden:
            lines.append((line, verdict))
    return tuple(lines)


class StepItem(NamedTuple):
    """An item of the current step, or one that its flow owes, with its state."""

    item: Use
    verdict: Verdict
    ticked: Stamp | None
    """When it was ticked; None when it is not, or when it was ticked for other values."""
    name: str
    """What ticks it: the item's id, or `flow.item` for one that is owed."""
    consent: Consent | None = None
    """What it was ticked for when that differs now; None otherwise."""
    changes: tuple[str, ...] = ()
    """Keys of the facts that differ."""


def shown_items(flows: Flows, case: Case, at: Stamp) -> tuple[StepItem, ...]:
    """Return the items of this step that are not hidden, in order, then those that are owed."""
    flow, boxes = flow_here(flows, case), list[StepItem]()
    for use in step_here(flows, case).items:
        verdict = judge(flow, case, use.gate, at)
        if not verdict.hidden:
            key = (case.here.serial, use.id)
            ticked = case.ticks.get(key) if stands(case, *key) else None
            differing = fallen(case, *key)
            consent = case.consents[key] if differing else None
            boxes.append(StepItem(use, verdict, ticked, use.id, consent, differing))
    if not case.consents:
        return tuple(boxes)
    for key in reaffirmed(case):
        use, name = Use(key[1]), f"{flow.id}.{key[1]}"
        boxes.append(StepItem(use, Verdict(), case.ticks[key], name))
    for debt in debts(flows, case):
        # Its `when` may have turned false since: what was signed is signed again all the same.
        verdict = judge(flow, case, Gate(needs=debt.use.gate.needs), at)
        verdict = verdict._replace(reasons=(*verdict.reasons, *_unfit(flow, case, debt, at)))
        name = f"{flow.id}.{debt.use.id}"
        boxes.append(StepItem(debt.use, verdict, None, name, debt.consent, debt.changes))
    return tuple(boxes)


def _unfit(flow: Flow, case: Case, debt: Debt, at: Stamp) -> tuple[Reason, ...]:
    """Return why an owed item is not ticked for what it covers now.

    A choice that relied on it may be there for some of what it covers only, such as an amount
    within what was approved: the new value allows it too, or it opens another choice of the step
    that leads to the same place.
    """
    covered, reasons = {key for key, _ in debt.consent.values}, []
    for step, reliant in _relying(flow, case, (debt.owner.serial, debt.use.id)):
        missed = [
            test.fact
            for test in reliant.gate.when
            if not covered.isdisjoint(covered_keys(flow, (test.fact,)))
            and not judge(flow, case, Gate(when=(test,)), at).open
        ]
        others = (choice for choice in step.choices if choice.goto == reliant.goto)
        if missed and not any(_leads(flow, case, choice, at) for choice in others):
            reasons.append(Reason("unfit", debt.use.id, detail=missed[0]))
    return tuple(dict.fromkeys(reasons))


def _leads(flow: Flow, case: Case, choice: Choice, at: Stamp) -> bool:
    """Return whether a choice would be open once what is owed is given again."""
    verdict = judge(flow, case, choice.gate, at)
    owed = all(reason.code == "signed_otherwise" for reason in verdict.reasons)
    return owed and not verdict.hidden


def _relying(flow: Flow, case: Case, key: tuple[int, str]) -> Iterator[tuple[Step, Choice]]:
    """Yield the choices on the trail that relied on a consent, each with its step."""
    for visit in case.trail:
        if key in visit.relies:
            step_id, _, choice_id = visit.via.partition(".")
            step = flow.steps[step_id]
            yield step, next(choice for choice in step.choices if choice.id == choice_id)


class StepFact(NamedTuple):
    """A fact that the current step asks for, with its state."""

    spec: FactSpec
    verdict: Verdict
    value: Value | None


def shown_facts(flows: Flows, case: Case, at: Stamp) -> tuple[StepFact, ...]:
    """Return the facts of this step that are not hidden, in order.

    The number that is dialled here comes first when it is not known and not asked for anyway.
    """
    flow, step, fields = flow_here(flows, case), step_here(flows, case), []
    names = [use.id for use in step.facts]
    dialled, number = number_to_dial(flow, case, step, at)
    if dialled in flow.facts and dialled not in names and not number:
        names.insert(0, dialled)
    for name in names:
        verdict = fact_verdict(flows, case, name, at)
        if not verdict.hidden:
            fields.append(StepFact(flow.facts[name], verdict, value_of(flow, case, name)))
    return tuple(fields)


def number_to_dial(flow: Flow, case: Case, step: Step, at: Stamp) -> tuple[str, str]:
    """Return the fact or setting with the number that is dialled at a step, and the number.

    It is the first one of the step's that is known. If none is, the number is empty, and the name
    is that of the one to record here: one that the step asks for, else the last. Both are empty
    where nobody is called.
    """
    names = [use.id for use in step.dial if judge(flow, case, use.gate, at).open]
    for name in names:
        value = value_of(flow, case, name) if name in flow.facts else case.settings.get(name, "")
        if isinstance(value, str) and value:
            return name, value
    own = {use.id for use in step.facts}
    return next((name for name in names if name in own), "".join(names[-1:])), ""
