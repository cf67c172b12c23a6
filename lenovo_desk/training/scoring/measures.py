"""What is measured in a call, one function a measure; `score` turns faults into points.

Each takes the call beside the good one and the line it is for, and finds faults with their
evidence, what was right, and out of how much: 0 where there is nothing to judge.
"""

from collections.abc import Callable
from math import ceil

from lenovo_desk.core.model import events as ev
from lenovo_desk.training.customer.customer import customer
from lenovo_desk.training.model.scorecard import ScoreLine
from lenovo_desk.training.scoring import fact_measures as facts
from lenovo_desk.training.scoring import phrase_measures as phrases
from lenovo_desk.training.scoring.comparison import Comparison, Measurement
from lenovo_desk.training.scoring.evidence import FREE, Evidence, detail

LONG_HOLD = 120.0
"""Seconds after which a hold is too long, however few there were."""

REFUSAL_READ = 2.0
"""Seconds in which a refusal is read: the same key pressed sooner is the same try."""


def path(both: Comparison, line: ScoreLine) -> Measurement:
    """Compare the steps and choices with those of the good call."""
    faults, right, at = [], [], 0.0
    for pair in both.pairs:
        ideal, made = pair.ideal, pair.made
        at = made.at if made else at
        if pair.same and made:
            if made.counts:
                right.append(both.found(made.n, "step", made.choice))
        elif ideal and made:
            faults.append(both.found(made.n, "other_choice", made.choice, ideal.choice))
        elif made and pair.fault:
            faults.append(both.found(made.n, "detour", made.choice))
        elif ideal and pair.fault:
            missed = detail(ideal.choice)
            faults.append(Evidence(0, at, ideal.flow, ideal.step, "missed", missed))
    expected = sum(1 for pair in both.pairs if pair.ideal and pair.ideal.counts)
    return Measurement(expected or len(faults), tuple(faults), tuple(right))


def gates(both: Comparison, line: ScoreLine) -> Measurement:
    """Find the choices that were tried too early; a key pressed twice is one try."""
    faults, last = list[Evidence](), dict[str, float]()
    for event in both.made.events:
        if isinstance(event.act, ev.GateTried):
            at, name = both.made.at[event.n], f"{both.made.place[event.n]} {event.act.choice}"
            if name not in last or at - last[name] >= REFUSAL_READ:
                faults.append(gate_evidence(both, event.n, event.act))
            last[name] = at
    steps = sum(1 for one in both.good.departures if one.counts)
    return Measurement(max(steps, len(faults), 1), tuple(faults))


def gate_evidence(both: Comparison, n: int, act: ev.GateTried, again: bool = False) -> Evidence:
    """Return the evidence of a gate that was tried: the choice and the first reason why not.

    `again`: after a refusal that had named that reason.
    """
    reason = act.reasons[0] if act.reasons else ()
    return both.found(n, "gate_again" if again else "gate", act.choice, *reason)


def ticks(both: Comparison, line: ScoreLine) -> Measurement:
    """Look for the items that the good call ticks."""
    faults, right = [], []
    for (flow, step, item), count in both.good.ticked.items():
        done = min(count, both.made.ticked[flow, step, item])
        right += [both.lacking((flow, step), "ticked", item)] * done
        faults += [both.lacking((flow, step), "not_ticked", item)] * (count - done)
    return Measurement(both.good.ticked.total(), tuple(faults), tuple(right))


def outcome(both: Comparison, line: ScoreLine) -> Measurement:
    """Compare the end with that of the good call; a live call, or one cut short, has none."""
    made, good, last = both.made.case, both.good.case, both.made.case.n
    if both.short or not good.disposition:
        return Measurement(0)
    if not made.completed and made.last and customer(both.call, made.last).hung_up:
        return Measurement(1, (both.found(last, "end_gone", made.disposition, made.closing_notes),))
    if not made.completed:
        fault = both.found(last, "end_left", made.disposition, made.closing_notes)
        return Measurement(1, (fault,))
    if made.disposition != good.disposition:
        return Measurement(1, (both.found(last, "end_other", made.disposition, good.disposition),))
    return Measurement(1, (), (both.found(last, "end", made.disposition),))


def wording(both: Comparison, line: ScoreLine) -> Measurement:
    """Find the rules of wording that replies broke; statements are failures, not counted here."""
    statements = {rule.id for rule in both.call.scorecard.statements}
    failures = {failure.id for failure in both.call.scorecard.failures}
    faults, right = [], []
    for event in both.made.events:
        if not isinstance(event.act, ev.ReplyWritten):
            continue
        broken = [
            flag
            for flag in event.act.flags
            if flag not in statements and flag.partition(".")[0] not in failures
        ]
        faults += [both.found(event.n, "wording", flag, event.act.text) for flag in broken]
        if not broken:
            right.append(both.found(event.n, "clean_reply", event.act.text))
    return Measurement(len(faults) + len(right), tuple(faults), tuple(right))


def holds(both: Comparison, line: ScoreLine) -> Measurement:
    """Count the holds beyond those allowed, and each that was longer than two minutes."""
    faults, right, count = [], [], 0
    for n, seconds in _held(both):
        count += 1
        if count > line.allowed:
            faults.append(both.found(n, "hold_more", count, line.allowed, round(seconds)))
        if seconds > LONG_HOLD:
            faults.append(both.found(n, "hold_long", round(seconds), round(LONG_HOLD)))
        elif count <= line.allowed:
            right.append(both.found(n, "hold", round(seconds)))
    spoken_call = bool(both.good.said or both.made.said or count)
    return Measurement(max(count, spoken_call), tuple(faults), tuple(right))


def _held(both: Comparison) -> list[tuple[int, float]]:
    """Return the event that began each hold and how many seconds it lasted."""
    held, began = [], 0
    for event in both.made.events:
        over = isinstance(event.act, ev.HoldEnded | ev.CaseParked | ev.CaseClosed)
        over = over or (isinstance(event.act, ev.ChoiceMade) and event.act.park_until > 0)
        if began and over:
            held.append((began, both.made.at[event.n] - both.made.at[began]))
            began = 0
        elif isinstance(event.act, ev.HoldStarted):
            began = event.n
    return [*held, (began, both.made.seconds - both.made.at[began])] if began else held


def repeats(both: Comparison, line: ScoreLine) -> Measurement:
    """Find what the customer was asked although he had told it."""
    last = both.made.case.last
    if not both.call.scenario.reveals or last is None:
        return Measurement(0)
    asked = {event.n: event.act for event in both.made.events}
    faults, right = [], []
    for heard in customer(both.call, last).heard:
        act = asked.get(heard.n)
        if heard.why == "repeat" and isinstance(act, ev.CustomerAsked):
            faults.append(both.found(heard.n, "repeat", act.fact))
        elif heard.why == "reveal" and isinstance(act, ev.CustomerAsked):
            right.append(both.found(heard.n, "asked", act.fact))
    expected = max(len(both.call.scenario.reveals), len(faults))
    return Measurement(expected, tuple(faults), tuple(right))


def time(both: Comparison, line: ScoreLine) -> Measurement:
    """Compare the time with the target: each tenth of it that was begun beyond it is a fault."""
    target, made = both.call.scenario.target, both.made
    if target <= 0:
        return Measurement(0)
    tenth, over = target / 10, made.seconds - target
    top = made.place[made.case.n]
    if over <= 0:
        spent = detail(round(made.seconds), target)
        return Measurement(10, (), (Evidence(made.case.n, made.seconds, *top, "in_time", spent),))
    most = ceil(line.points / line.each) + line.allowed if line.each else 10 + line.allowed
    faults = []
    for count in range(min(ceil(over / tenth), most)):
        second = target + count * tenth
        n = next((n for n, at in made.at.items() if at > second), made.case.n)
        place, spent = made.place[n], detail(round(made.seconds), target)
        faults.append(Evidence(n, round(second, 3), *place, "over_time", spent))
    return Measurement(10, tuple(faults))


MEASURES_BY_NAME: dict[str, Callable[[Comparison, ScoreLine], Measurement]] = {
    "path": path,
    "gates": gates,
    "ticks": ticks,
    "facts_complete": facts.facts_complete,
    "facts_right": facts.facts_right,
    "outcome": outcome,
    "phrases_said": phrases.phrases_said,
    "phrases_copied": phrases.phrases_copied,
    "phrases_altered": phrases.phrases_altered,
    "wording": wording,
    "holds": holds,
    "repeats": repeats,
    "time": time,
}
"""By the measure's name in a scorecard."""


def measure_line(both: Comparison, line: ScoreLine) -> Measurement:
    """Measure a line; faults that cost nothing are among what was right, marked as free."""
    found = MEASURES_BY_NAME[line.measure](both, line)
    if line.measure == "holds":  # which of them are allowed it knows itself
        return found
    free = tuple(one._replace(code=FREE + one.code) for one in found.faults[: line.allowed])
    return found._replace(faults=found.faults[line.allowed :], right=(*found.right, *free))
