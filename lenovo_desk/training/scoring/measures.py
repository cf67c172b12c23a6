"""The measures of a scorecard, one function each; `score` turns their faults into points.

Each takes a call compared with its good call, and the line that it measures. It returns faults with
their evidence, what was right, and how much there was to do right: 0 for nothing to judge.
"""

from collections.abc import Callable
from math import ceil

from lenovo_desk.core.model import events as ev
from lenovo_desk.training.model.scorecard import ScoreLine
from lenovo_desk.training.scoring import fact_measures, phrase_measures
from lenovo_desk.training.scoring.comparison import Comparison, Measurement
from lenovo_desk.training.scoring.evidence import FREE, Evidence, detail

LONG_HOLD = 120.0
"""Seconds after which a hold is too long, however few there were."""

REFUSAL_READ = 2.0
"""Seconds that it takes to read a refusal: the same key pressed sooner is the same try."""


def path(both: Comparison, line: ScoreLine) -> Measurement:
    """Compare the steps and choices with those of the good call."""
    faults, right, at = [], [], 0.0
    for pair in both.pairs:
        ideal, own = pair.ideal, pair.trainee
        at = own.at if own else at
        if pair.same and own:
            if own.counts:
                right.append(both.evidence(own.n, "step", own.choice))
        elif ideal and own:
            faults.append(both.evidence(own.n, "other_choice", own.choice, ideal.choice))
        elif own and pair.fault:
            faults.append(both.evidence(own.n, "detour", own.choice))
        elif ideal and pair.fault:
            missed = detail(ideal.choice)
            faults.append(Evidence(0, at, ideal.flow, ideal.step, "missed", missed))
    expected = sum(1 for pair in both.pairs if pair.ideal and pair.ideal.counts)
    return Measurement(expected or len(faults), tuple(faults), tuple(right))


def gates(both: Comparison, line: ScoreLine) -> Measurement:
    """Find the choices that were tried too early; a key pressed twice counts once."""
    faults, last = list[Evidence](), dict[str, float]()
    for event in both.trainee.events:
        if isinstance(event.act, ev.GateTried):
            at, name = both.trainee.at[event.n], f"{both.trainee.place[event.n]} {event.act.choice}"
            if name not in last or at - last[name] >= REFUSAL_READ:
                faults.append(gate_evidence(both, event.n, event.act))
            last[name] = at
    steps = sum(1 for departure in both.good.departures if departure.counts)
    return Measurement(max(steps, len(faults), 1), tuple(faults))


def gate_evidence(both: Comparison, n: int, act: ev.GateTried, again: bool = False) -> Evidence:
    """Return the evidence for a gate tried: the choice and the first reason against it.

    `again` says that an earlier refusal had already named that reason.
    """
    reason = act.reasons[0] if act.reasons else ()
    return both.evidence(n, "gate_again" if again else "gate", act.choice, *reason)


def ticks(both: Comparison, line: ScoreLine) -> Measurement:
    """Measure which of the good call's items the trainee ticked."""
    faults, right = [], []
    for (flow, step, item), count in both.good.ticked.items():
        done = min(count, both.trainee.ticked[flow, step, item])
        right += [both.missing_evidence((flow, step), "ticked", item)] * done
        faults += [both.missing_evidence((flow, step), "not_ticked", item)] * (count - done)
    return Measurement(both.good.ticked.total(), tuple(faults), tuple(right))


def outcome(both: Comparison, line: ScoreLine) -> Measurement:
    """Compare the end of the call with that of the good one; live or cut short, it has none."""
    own, good, last = both.trainee.case, both.good.case, both.trainee.case.n
    if both.short or not good.disposition:
        return Measurement(0)
    if not own.completed and both.customer.hung_up:
        return Measurement(
            1, (both.evidence(last, "end_gone", own.disposition, own.closing_notes),)
        )
    if not own.completed:
        fault = both.evidence(last, "end_left", own.disposition, own.closing_notes)
        return Measurement(1, (fault,))
    if own.disposition != good.disposition:
        return Measurement(
            1, (both.evidence(last, "end_other", own.disposition, good.disposition),)
        )
    return Measurement(1, (), (both.evidence(last, "end", own.disposition),))


def wording(both: Comparison, line: ScoreLine) -> Measurement:
    """Find the rules of wording that replies broke.

    Statements are left out: they are failures.
    """
    statements = {rule.id for rule in both.call.scorecard.statements}
    failures = {failure.id for failure in both.call.scorecard.failures}
    faults, right = [], []
    for event in both.trainee.events:
        if not isinstance(event.act, ev.ReplyWritten):
            continue
        broken = [
            flag
            for flag in event.act.flags
            if flag not in statements and flag.partition(".")[0] not in failures
        ]
        faults += [both.evidence(event.n, "wording", flag, event.act.text) for flag in broken]
        if not broken:
            right.append(both.evidence(event.n, "clean_reply", event.act.text))
    return Measurement(len(faults) + len(right), tuple(faults), tuple(right))


def holds(both: Comparison, line: ScoreLine) -> Measurement:
    """Find the holds beyond the allowed number, and those longer than `LONG_HOLD`."""
    faults, right, count = [], [], 0
    for n, seconds in _holds(both):
        count += 1
        if count > line.allowed:
            faults.append(both.evidence(n, "hold_more", count, line.allowed, round(seconds)))
        if seconds > LONG_HOLD:
            faults.append(both.evidence(n, "hold_long", round(seconds), round(LONG_HOLD)))
        elif count <= line.allowed:
            right.append(both.evidence(n, "hold", round(seconds)))
    spoken_call = bool(both.good.phrases or both.trainee.phrases or count)
    return Measurement(max(count, spoken_call), tuple(faults), tuple(right))


def _holds(both: Comparison) -> list[tuple[int, float]]:
    """Return each hold as the event that began it and its length in seconds."""
    holds_by_event, began = [], 0
    for event in both.trainee.events:
        ended = isinstance(event.act, ev.HoldEnded | ev.CaseParked | ev.CaseClosed)
        ended = ended or (isinstance(event.act, ev.ChoiceMade) and event.act.park_until > 0)
        if began and ended:
            holds_by_event.append((began, both.trainee.at[event.n] - both.trainee.at[began]))
            began = 0
        elif isinstance(event.act, ev.HoldStarted):
            began = event.n
    if began:
        holds_by_event.append((began, both.trainee.seconds - both.trainee.at[began]))
    return holds_by_event


def repeats(both: Comparison, line: ScoreLine) -> Measurement:
    """Find the facts that the customer was asked for again after revealing them."""
    if not both.call.scenario.reveals:
        return Measurement(0)
    acts = {event.n: event.act for event in both.trainee.events}
    faults, right = [], []
    for utterance in both.customer.utterances:
        act = acts.get(utterance.n)
        if utterance.why == "repeat" and isinstance(act, ev.CustomerAsked):
            faults.append(both.evidence(utterance.n, "repeat", act.fact))
        elif utterance.why == "reveal" and isinstance(act, ev.CustomerAsked):
            right.append(both.evidence(utterance.n, "asked", act.fact))
    expected = max(len(both.call.scenario.reveals), len(faults))
    return Measurement(expected, tuple(faults), tuple(right))


def time(both: Comparison, line: ScoreLine) -> Measurement:
    """Compare the time with the target: each begun tenth of the target beyond it is a fault."""
    target, own = both.call.scenario.target, both.trainee
    if target <= 0:
        return Measurement(0)
    tenth, excess = target / 10, own.seconds - target
    top = own.place[own.case.n]
    if excess <= 0:
        time_detail = detail(round(own.seconds), target)
        return Measurement(
            10, (), (Evidence(own.case.n, own.seconds, *top, "in_time", time_detail),)
        )
    most = ceil(line.points / line.each) + line.allowed if line.each else 10 + line.allowed
    faults = []
    for count in range(min(ceil(excess / tenth), most)):
        second = target + count * tenth
        n = next((n for n, at in own.at.items() if at > second), own.case.n)
        place, time_detail = own.place[n], detail(round(own.seconds), target)
        faults.append(Evidence(n, round(second, 3), *place, "over_time", time_detail))
    return Measurement(10, tuple(faults))


MEASURES_BY_NAME: dict[str, Callable[[Comparison, ScoreLine], Measurement]] = {
    "path": path,
    "gates": gates,
    "ticks": ticks,
    "facts_complete": fact_measures.facts_complete,
    "facts_right": fact_measures.facts_right,
    "outcome": outcome,
    "phrases_said": phrase_measures.phrases_said,
    "phrases_copied": phrase_measures.phrases_copied,
    "phrases_altered": phrase_measures.phrases_altered,
    "wording": wording,
    "holds": holds,
    "repeats": repeats,
    "time": time,
}
"""The functions by the name of their measure in a scorecard."""


def measure_line(both: Comparison, line: ScoreLine) -> Measurement:
    """Measure a line; allowed faults are moved to what was right, their codes after `FREE`."""
    result = MEASURES_BY_NAME[line.measure](both, line)
    if line.measure == "holds":  # it counts the allowed holds itself
        return result
    free = tuple(fault._replace(code=FREE + fault.code) for fault in result.faults[: line.allowed])
    return result._replace(faults=result.faults[line.allowed :], right=(*result.right, *free))
