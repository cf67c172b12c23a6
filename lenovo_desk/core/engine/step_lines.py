"""The lines of a step: its choices, phrases, items and facts, each with its state."""

from lenovo_desk.core.engine.gates import Verdict, embargo, fact_verdict, judge, value_of
from lenovo_desk.core.model.case import Case, flow_here, step_here
from lenovo_desk.core.model.flow import Choice, FactSpec, Flows, PhraseLine, Use
from lenovo_desk.core.model.values import Value
from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.time.clock import Stamp


def shown_choices(flows: Flows, case: Case, at: Stamp) -> tuple[tuple[Choice, Verdict], ...]:
    """Return the choices of this step that are not hidden, by their numbers."""
    flow = flow_here(flows, case)
    judged = (
        (choice, judge(flow, case, choice.gate, at)) for choice in step_here(flows, case).choices
    )
    return tuple((choice, verdict) for choice, verdict in judged if not verdict.hidden)


def shown_lines(flows: Flows, case: Case, at: Stamp) -> tuple[tuple[PhraseLine, Verdict], ...]:
    """Return the phrases of this step that are not hidden, in order.

    A channel lock locks the phrases that go out by its media.
    """
    flow, lines = flow_here(flows, case), []
    for line in step_here(flows, case).say:
        verdict = judge(flow, case, line.gate, at)
        barred = embargo(flows, case, line.via)
        if barred:
            verdict = verdict._replace(reasons=(barred, *verdict.reasons))
        if not verdict.hidden:
            lines.append((line, verdict))
    return tuple(lines)


class StepItem(NamedTuple):
    """An item of the current step, with its state."""

    item: Use
    verdict: Verdict
    ticked: Stamp | None
    """When it was ticked; None when it is not."""


def shown_items(flows: Flows, case: Case, at: Stamp) -> tuple[StepItem, ...]:
    """Return the items of this step that are not hidden, in order."""
    flow, boxes = flow_here(flows, case), []
    for use in step_here(flows, case).items:
        verdict = judge(flow, case, use.gate, at)
        if not verdict.hidden:
            boxes.append(StepItem(use, verdict, case.ticks.get((case.here.serial, use.id))))
    return tuple(boxes)


class StepFact(NamedTuple):
    """A fact that the current step asks for, with its state."""

    spec: FactSpec
    verdict: Verdict
    value: Value | None


def shown_facts(flows: Flows, case: Case, at: Stamp) -> tuple[StepFact, ...]:
    """Return the facts of this step that are not hidden, in order."""
    flow, fields = flow_here(flows, case), []
    for use in step_here(flows, case).facts:
        verdict = fact_verdict(flows, case, use.id, at)
        if not verdict.hidden:
            fields.append(StepFact(flow.facts[use.id], verdict, value_of(flow, case, use.id)))
    return tuple(fields)
