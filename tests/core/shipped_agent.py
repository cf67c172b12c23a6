"""Agents who work shipped flows: one does what a step offers, one looks only for an end."""

from random import Random

from lenovo_desk.core.engine.step_lines import shown_choices, shown_items
from lenovo_desk.core.model import intents as it
from lenovo_desk.core.model.events import CaseOpened, Event, Refusal
from lenovo_desk.core.model.flow import FactSpec, Plain
from lenovo_desk.core.reasons import Reason
from tests.core.machine import Machine

RAW = {
    "yes_no": ["yes", "no"],
    "number": ["1", "9", "220", "240"],
    "date": ["today", "+1d"],
    "datetime": ["now", "-1h", "+1h", "+2h"],
    "phone": ["0612345678", "+33687654321"],
    "email": ["a@b.fr", "c@d.fr"],
    "serial": ["PF3ABCD1", "PF3ABCD2"],
    "url": ["https://example.com/a"],
}


def raw_value(random: Random, spec: FactSpec) -> str:
    """Return something to type for a fact."""
    if spec.rows:
        row = " | ".join(raw_value(random, column) for column in spec.rows)
        return "; ".join([row] * random.choice([1, 1, 2]))
    values = [*spec.options] if spec.kind == "choice" else RAW.get(spec.kind, [])
    return random.choice(values or ["one thing", "another"])


def working_intent(random: Random, machine: Machine, back: float = 0.06) -> it.Intent:
    """Return what an agent does who goes on by what is open, and changes values at will."""
    case, roll = machine.case, random.random()
    if case.status == "parked":
        return it.ResumeCase()
    flow = machine.flows[case.here.top.flow]
    step = flow.steps[case.here.top.step]
    choices = [
        c for c, verdict in shown_choices(machine.flows, case, machine.now()) if verdict.open
    ]
    boxes = [
        box
        for box in shown_items(machine.flows, case, machine.now())
        if box.verdict.open and box.ticked is None
    ]
    if roll < back:
        return it.StepBack()
    if roll < back + 0.02 and case.consents:
        changed = sorted({key for one in case.consents.values() for key, _ in one.values})
        name = random.choice(changed).removeprefix(f"{flow.id}.")
        return it.ClearFact(name)
    if roll < 0.2 and (specs := [spec for spec in flow.facts.values() if not spec.derive]):
        covered = {key for one in case.consents.values() for key, _ in one.values}
        signed = [spec for spec in specs if flow.key(spec.id) in covered]
        spec = random.choice(signed or specs)
        return it.RecordFact(spec.id, raw_value(random, spec))
    if roll < 0.45 and boxes:
        return it.TickItem(random.choice(boxes).name)
    if roll < 0.65 and step.facts:
        spec = flow.facts[random.choice(step.facts).id]
        return it.RecordFact(spec.id, raw_value(random, spec))
    if step.end:
        return it.LeaveFlow() if len(case.here.stack) > 1 else it.StepBack()
    return it.MakeChoice(random.choice(choices).id) if choices else it.StepBack()


class Finisher:
    """Looks for an end: takes ways at random, and does what each of them lacks."""

    def __init__(self, random: Random, machine: Machine) -> None:
        self.random, self.machine = random, machine

    def finish(self, moves: int) -> str:
        """Return the end the case was closed with; empty when none was reached.

        `moves` bounds the number of choices that are tried.
        """
        machine = self.machine
        for _ in range(moves):
            case = machine.case
            if case.status == "parked":
                machine.do(it.ResumeCase())
                continue
            step = machine.flows[case.here.top.flow].steps[case.here.top.step]
            if step.end and len(case.here.stack) == 1:
                self._do(it.CloseCase())
                return machine.case.disposition if machine.case.status == "closed" else ""
            if step.end:
                self._do(it.LeaveFlow())
                continue
            lines = shown_choices(machine.flows, case, machine.now())
            if not lines:
                return ""
            self._do(it.MakeChoice(self.random.choice(lines)[0].id))
        return ""

    def _do(self, intent: it.Intent) -> bool:
        """Do what is wanted, and first what it lacks; tell whether it was done."""
        for _ in range(12):
            answer = self.machine.do(intent)
            if not isinstance(answer, Refusal):
                return True
            mended = [self._mend(reason) for reason in answer.reasons]
            if not any(mended):
                return False
        return False

    def _mend(self, reason: Reason) -> bool:
        """Do what a reason asks for; tell whether anything was done."""
        machine = self.machine
        flow = machine.flows[machine.case.here.top.flow]
        if spec := flow.facts.get(reason.id):
            return machine.record(reason.id, raw_value(self.random, spec))
        if reason.code == "needs_wait":
            machine.passes(reason.seconds + 1)
            return True
        boxes = shown_items(machine.flows, machine.case, machine.now())
        box = next((box for box in boxes if box.item.id == reason.id), None)
        if box is None:
            return False
        lacks = [self._mend(lack) for lack in box.verdict.reasons]
        return machine.tick(box.name) or any(lacks)


def follows(structures: dict[str, Plain], events: list[Event]) -> Machine:
    """Return a machine that stands where these events of a case end."""
    first = events[0].act
    assert isinstance(first, CaseOpened)
    machine = Machine(structures, first.flow, first.zone)
    for event in events:
        machine.keep(event)
    at = events[-1].at
    machine.utc, machine.boot, machine.up = at.utc, at.boot, at.up
    return machine
