"""The facts that the next steps ask for and that can be recorded already."""

from lenovo_desk.core.engine.gates import fact_verdict, judge
from lenovo_desk.core.model.case import Case, flow_here, step_here
from lenovo_desk.core.model.flow import Flows
from lenovo_desk.core.time.clock import Stamp

MOVES = 3
"""How many choices ahead a step may be."""


def later_facts(flows: Flows, case: Case, at: Stamp) -> tuple[str, ...]:
    """Return the ids of facts that steps ahead ask for, the nearest first; none of this step's.

    A customer says things early. What a gate still hides or locks is left out.
    """
    flow, step = flow_here(flows, case), step_here(flows, case)
    own, visited, names = {use.id for use in step.facts}, {step.id}, dict[str, None]()
    ahead = [step]
    for _ in range(MOVES):
        following = []
        for place in ahead:
            for choice in place.choices:
                if choice.goto in visited or judge(flow, case, choice.gate, at).hidden:
                    continue
                visited.add(choice.goto)
                following.append(flow.steps[choice.goto])
        for place in following:
            for use in place.facts:
                spec = flow.facts[use.id]
                free = not (spec.derive or spec.chosen) and judge(flow, case, use.gate, at).open
                if use.id not in own and free and fact_verdict(flows, case, use.id, at).open:
                    names[use.id] = None
        ahead = following
    return tuple(names)
