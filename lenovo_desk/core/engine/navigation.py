"""Move a case between steps: arrive at a step, leave a flow, step back."""

from lenovo_desk.core.engine.gates import visit_of
from lenovo_desk.core.model.case import Case, Frame, LeftVisit, PathEntry, Visit, Way
from lenovo_desk.core.model.events import Event
from lenovo_desk.core.model.flow import Flow, Flows
from lenovo_desk.core.time.clock import Stamp


def with_path_entry(case: Case, at: Stamp, flow: str, step: str, choice: str) -> Case:
    """Return the case with one more entry on its path."""
    return case._replace(path=(*case.path, PathEntry(at, flow, step, choice)))


def arrive_at(
    flows: Flows, case: Case, stack: tuple[Frame, ...], event: Event, via: str, result: str = ""
) -> Case:
    """Return the case after it arrives at the top of a new stack.

    A step that runs a flow leads straight into that flow. An end of an inner flow that has nothing
    to say, tick or record leads straight out of it, and past the step that ran it when that says
    where its result leads.
    """
    while True:
        top = stack[-1]
        step = flows[top.flow].steps[top.step]
        if result in step.then and not _begins_with_its_end(flows[step.run]):
            stack, result = (*stack[:-1], top._replace(step=step.then[result])), ""
        elif step.run and not result:
            inner = flows[step.run]
            frame = Frame(f"{event.n}.{len(stack)}", inner.id, inner.first, "run")
            stack = (*stack, frame)
        elif step.end and step.bare and len(stack) > 1:
            return leave_flow(flows, case, stack, event, step.end, via)
        else:
            return _stay(case, Visit(event.n, stack, event.at, via, result, event.n))


def _begins_with_its_end(flow: Flow) -> bool:
    """Return whether a flow ends where it begins, so that passing it could go on for ever."""
    return bool(flow.steps[flow.first].end)


def leave_flow(
    flows: Flows, case: Case, stack: tuple[Frame, ...], event: Event, result: str, via: str
) -> Case:
    """Return the case after it leaves the innermost flow with a result."""
    top = stack[-1]
    case = with_path_entry(case, event.at, top.flow, top.step, ")")
    if top.by == "agent":
        host = visit_of(case, stack[:-1])
        assert host is not None, "a flow that the agent opened has a visit to return to"
        host = host._replace(via=via, came=event.n, relies=(), decides=(), renews=())
        return _stay(case, host)
    return arrive_at(flows, case, stack[:-1], event, via, result)


def step_back(case: Case, event: Event) -> Case:
    """Return the case at its previous visit."""
    visit, trail = case.here, case.trail[:-1]
    case = with_path_entry(case, event.at, visit.top.flow, visit.top.step, "<")
    key = _way(trail[-1].serial, visit)
    return case._replace(
        trail=trail,
        active=frozenset(visit.came for visit in trail),
        past={**case.past, key: LeftVisit(visit, event.n)},
    )


def _way(parent: int, visit: Visit) -> Way:
    places = tuple((frame.flow, frame.step, frame.by) for frame in visit.stack)
    return parent, visit.via, visit.result, places


def _stay(case: Case, visit: Visit) -> Case:
    key = _way(case.here.serial if case.trail else 0, visit)
    left_visit = case.past.get(key)
    if left_visit:  # removed from `past`, else a later working would find its ticks and waits
        visit = left_visit.visit
        case = case._replace(past={way: entry for way, entry in case.past.items() if way != key})
    return case._replace(trail=(*case.trail, visit), active=case.active | {visit.came})
