"""Consents: an item that covers facts stands while they are what they were at its tick.

A choice that covers facts decides them: they hold fast after it.
"""

from collections.abc import Iterator

from lenovo_desk.core.model.case import Case, Consent, Frame, Visit, effective
from lenovo_desk.core.model.events import ChoiceMade, ConsentMark
from lenovo_desk.core.model.flow import Choice, Flow, Flows, Use
from lenovo_desk.core.model.values import Value, looks_same
from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.reasons import Reason


class Debt(NamedTuple):
    """A consent that the way to this step relied on and that does not stand any more."""

    owner: Visit
    """The latest visit with the item."""
    use: Use
    consent: Consent
    changes: tuple[str, ...]
    """Keys of the covered facts that differ; none when the tick was taken back."""


def covered_keys(flow: Flow, names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the keys of the recorded facts that covered facts stand for.

    A derived fact stands for the facts it derives from.
    """
    keys: list[str] = []
    for name in names:
        spec = flow.facts.get(name)
        if spec:
            keys += covered_keys(flow, spec.of) if spec.derive else (flow.key(name),)
    return tuple(dict.fromkeys(keys))


def recorded_value(case: Case, key: str) -> Value | None:
    """Return the value that counts for a fact, whether or not its `when` holds."""
    entry = effective(case, key)
    return entry.value if entry else None


# --- what the fold keeps


def tick_key(flows: Flows, case: Case, name: str) -> tuple[int, str]:
    """Return under which visit and item a case keeps the tick of an item.

    `name` is an item of this step, or `flow.item` for one that the innermost flow owes: its tick
    is kept at the latest visit with the item.
    """
    flow, _, item = name.rpartition(".")
    for visit in reversed(case.trail) if flow else ():
        if visit.top.flow == flow and _offered(flows, visit, item):
            return visit.serial, item
    return case.here.serial, item


def with_tick(flows: Flows, case: Case, key: tuple[int, str], n: int) -> Case:
    """Return the case with the consent of an item that event `n` ticks, if it covers facts."""
    serial, item = key
    top = next(visit.top for visit in reversed(case.trail) if visit.serial == serial)
    flow = flows[top.flow]
    covers = next((use.covers for use in flow.steps[top.step].items if use.id == item), ())
    if not covers:
        return case
    values = tuple((name, recorded_value(case, name)) for name in covered_keys(flow, covers))
    consent = Consent(flow.id, item, top.serial, n, case.here.came, values)
    return case._replace(consents={**case.consents, key: consent})


def _offered(flows: Flows, visit: Visit, item: str) -> Use | None:
    """Return the item of this id at the step of a visit; None when it has none."""
    uses = flows[visit.top.flow].steps[visit.top.step].items
    return next((use for use in uses if use.id == item), None)


def with_choice(flows: Flows, before: Case, after: Case, act: ChoiceMade, choice: Choice) -> Case:
    """Return the case after a choice, its new visit marked with what the choice rests on."""
    flow = flows[before.here.top.flow]
    relies = tuple(_relied_on(flows, before, flow, choice)) if before.consents else ()
    sets, keys = dict(act.sets), covered_keys(flow, choice.covers)
    decides = tuple((key, sets.get(key) or recorded_value(after, key)) for key in keys)
    if not (relies or decides or act.again):
        return after
    visit = after.here._replace(relies=relies, decides=decides, renews=act.again)
    return after._replace(trail=(*after.trail[:-1], visit))


def _relied_on(flows: Flows, before: Case, flow: Flow, choice: Choice) -> Iterator[tuple[int, str]]:
    """Yield the keys of the consents that a choice needs."""
    for need in choice.gate.needs:
        if need in flow.facts:
            continue
        for visit in reversed(before.trail):
            use = _offered(flows, visit, need) if visit.top.flow == flow.id else None
            if use:
                if use.covers:
                    yield visit.serial, need
                break


# --- what stands


def stands(case: Case, serial: int, item: str) -> bool:
    """Return whether an item is ticked and what it covers is what it was then."""
    key = (serial, item)
    if key not in case.ticks:
        return False
    consent = case.consents.get(key)
    return consent is None or not (changes(case, consent) or renewed(case, serial, consent))


def changes(case: Case, consent: Consent) -> tuple[str, ...]:
    """Return the keys of the covered facts whose value is another one than at the tick."""
    then = consent.values
    return tuple(key for key, value in then if not looks_same(recorded_value(case, key), value))


def renewed(case: Case, serial: int, consent: Consent) -> tuple[str, ...]:
    """Return the keys of the covered facts that a choice on the trail asked anew since the tick.

    Such a consent is spent: it does not stand, is not owed and never stands again.
    """
    keys, on_trail = set[str](), consent.came in case.active
    for visit in reversed(case.trail):
        # Stepping back may have removed the visit of a tick given in place: then its own counts.
        if visit.came == consent.came or (visit.serial == serial and not on_trail):
            return tuple(key for key, _ in consent.values if key in keys) if keys else ()
        if visit.renews:
            keys.update(visit.renews)
    return ()


def fallen(case: Case, serial: int, item: str) -> tuple[str, ...]:
    """Return the keys of the facts that an item was ticked for and that differ; () otherwise."""
    consent = case.consents.get((serial, item))
    if consent is None or (serial, item) not in case.ticks or renewed(case, serial, consent):
        return ()
    return changes(case, consent)


def fallen_consents(case: Case) -> tuple[tuple[Consent, tuple[str, ...]], ...]:
    """Return the consents on the trail that have fallen, each with the keys that differ."""
    trail, latest = {visit.serial for visit in case.trail}, _latest(case).items()
    pairs = ((consent, fallen(case, *key)) for key, consent in latest if key[0] in trail)
    return tuple(pair for pair in pairs if pair[1])


# --- what is owed


def debts(flows: Flows, case: Case) -> tuple[Debt, ...]:
    """Return the consents that the innermost flow of a case owes, latest first."""
    if not case.consents:
        return ()
    top, later = case.here.top, set[str]()
    steps = flows[top.flow].steps
    owed: dict[tuple[int, str], Debt] = {}
    for visit in reversed(case.trail):
        frame = visit.stack[-1]
        if frame.serial == top.serial:
            for use in steps[frame.step].items:
                later.add(use.id)
        for key in visit.relies:
            consent = case.consents.get(key)
            if consent is None or consent.working != top.serial:
                continue
            if key[1] in later or key in owed or stands(case, *key):
                continue
            if not renewed(case, key[0], consent):
                owner = next(visit for visit in case.trail if visit.serial == key[0])
                use = next(use for use in steps[owner.top.step].items if use.id == key[1])
                owed[key] = Debt(owner, use, consent, changes(case, consent))
    return tuple(owed.values())


def reaffirmed(case: Case) -> tuple[tuple[int, str], ...]:
    """Return the keys of the consents that were owed and are ticked again at this very visit."""
    visit = case.here
    return tuple(
        key
        for key, consent in case.consents.items()
        if consent.came == visit.came
        and key[0] != visit.serial
        and consent.working == visit.top.serial
        and stands(case, *key)
    )


def debt_reasons(flow: Flow, owed: tuple[Debt, ...], choice: Choice | None) -> tuple[Reason, ...]:
    """Return why debts lock a choice, or without one an end of their flow.

    None locks a choice that asks anew, and so ends, what differs; all, once the tick is taken back.
    """
    again = {flow.key(fact) for fact in choice.again} if choice else set()
    return tuple(
        signed_otherwise(debt.use.id, debt.changes)
        for debt in owed
        if not again.intersection(debt.changes or dict(debt.consent.values))
    )


def signed_otherwise(item: str, keys: tuple[str, ...]) -> Reason:
    """Return the reason that an item was ticked for other values of these facts."""
    return Reason("signed_otherwise", item, detail=", ".join(keys))


# --- what is decided


class Decision(NamedTuple):
    """What a choice decided and holds fast."""

    frame: Frame
    """The flow and step of the choice."""
    value: Value | None


def decision_on(case: Case, key: str) -> Decision | None:
    """Return the decision that a fact is held fast by; None when none holds it.

    It is held until the step is visited again, the fact asked anew, the choice taken back or the
    working over.
    """
    if not any(key == name for visit in case.trail for name, _ in visit.decides):
        return None
    running, revisited = {frame.serial for frame in case.here.stack}, set[tuple[str, str]]()
    for before, visit in zip(reversed(case.trail[:-1]), reversed(case.trail[1:]), strict=True):
        revisited.update((frame.serial, frame.step) for frame in visit.stack)
        if key in visit.renews:
            return None
        top = before.top
        holds = top.serial in running and (top.serial, top.step) not in revisited
        for name, value in visit.decides if holds else ():
            if name == key:
                return Decision(top, value)
    return None


def strayed(case: Case) -> tuple[tuple[str, Frame], ...]:
    """Return the keys of the facts that differ from what the innermost flow decided.

    A value typed while a fact was asked anew stays when that is stepped back from: the decision
    holds again, and the value is another. Each comes with the step that decided it.
    """
    keys = dict.fromkeys(key for visit in case.trail for key, _ in visit.decides)
    decisions = ((key, decision_on(case, key)) for key in keys)
    return tuple(
        (key, decision.frame)
        for key, decision in decisions
        if decision
        and decision.frame.serial == case.here.top.serial
        and not looks_same(decision.value, recorded_value(case, key))
    )


# --- what the journal says


def consent_marks(before: Case, after: Case) -> tuple[ConsentMark, ...]:
    """Return which consents fall by an event and which stand again, by item.

    Of the consents of an item the one ticked last counts; a tick taken back is no fall.
    """
    if not (before.consents or after.consents):
        return ()
    moved = before.ledger is not after.ledger or before.trail is not after.trail
    if not moved and before.ticks is after.ticks:
        return ()
    stood, marks = _states(before), []
    for item, differing in sorted(_states(after).items()):
        if item in stood and bool(stood[item]) != bool(differing):
            marks.append(ConsentMark(item, "fell" if differing else "stands", differing))
    return tuple(marks)


def _states(case: Case) -> dict[str, tuple[str, ...]]:
    """Return by `flow.item` the keys for which each consent does not stand; () for one that does.

    An item whose last consent is not ticked any more is left out.
    """
    states = {}
    for key, consent in _latest(case).items():
        if key in case.ticks:
            keys = {*changes(case, consent), *renewed(case, key[0], consent)}
            differing = tuple(key for key, _ in consent.values if key in keys)
            states[f"{consent.flow}.{consent.item}"] = differing
    return states


def _latest(case: Case) -> dict[tuple[int, str], Consent]:
    """Return of the consents of each item the one that was ticked last, by its key."""
    by_time = sorted(case.consents.items(), key=lambda pair: pair[1].n)
    latest = {(consent.flow, consent.item): key for key, consent in by_time}
    return {key: case.consents[key] for key in latest.values()}
