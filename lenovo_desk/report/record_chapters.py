"""The chapters of a record: facts and items by stage, including empty ones."""

from collections.abc import Iterator, Sequence

from lenovo_desk.core.engine.gates import judge, value_of
from lenovo_desk.core.engine.history import CaseHistory
from lenovo_desk.core.model.case import FactEntry, effective
from lenovo_desk.core.model.flow import FactSpec, Flow, Flows, Gate, Step
from lenovo_desk.core.model.values import Value
from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.wording.wording import Wording
from lenovo_desk.report.signed_values import SignedValues


class FactAnswer(NamedTuple):
    """A fact with its value, or with the space to fill one in."""

    title: str
    value: str
    """Empty when nothing is recorded."""
    at: str = ""
    earlier: tuple[tuple[str, str], ...] = ()
    """Earlier values, which no longer count, and when they were recorded."""
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    stood: tuple[str, ...] = ()
    """On a form, what stood there at each signature."""
    why: str = ""
    """Why a promise ends later by it."""

    @property
    def recorded(self) -> bool:
        """Whether it has a value, or had one that counts no more."""
        return bool(self.value or self.rows or self.earlier)


class ItemTick(NamedTuple):
    """An item with the times when it was ticked."""

    title: str
    at: tuple[str, ...]
    """Empty when it was not ticked."""
    note: str = ""
    """Why it counts no more; empty when it does."""


class Chapter(NamedTuple):
    """A stage of a flow."""

    title: str
    reached: bool
    answers: tuple[FactAnswer, ...]
    ticks: tuple[ItemTick, ...]

    @property
    def begun(self) -> bool:
        """Whether there is anything to say of it."""
        recorded = any(answer.recorded for answer in self.answers)
        return self.reached or recorded or any(tick.at for tick in self.ticks)

    @property
    def missing(self) -> list[str]:
        """The titles of the facts that have no value yet."""
        return [answer.title for answer in self.answers if not answer.recorded]


def chapters(history: CaseHistory, flows: Flows, wording: Wording) -> tuple[Chapter, ...]:
    """Return the stages of the case's flow, then of flows worked inside it.

    A stage that a closed case never reached has no empty answers.
    """
    case, placed_keys = history.case, set[str]()
    worked = {frame.flow for visit in history.visits.values() for frame in visit.stack}
    chapters_in_order = []
    for name in dict.fromkeys((case.flow, *(flow for flow in case.digests if flow in worked))):
        flow = flows[name]
        reader = ChapterReader(history, flows, flow, wording)
        placed = reader.placed(placed_keys)
        placed_keys |= {flow.key(fact) for facts in placed.values() for fact in facts}
        for stage in dict.fromkeys((*flow.stages, *placed)):
            chapter = reader.chapter(stage, placed.get(stage, ()), name == case.flow)
            if not chapter.reached and case.status == "closed":
                answers = tuple(answer for answer in chapter.answers if answer.recorded)
                chapter = chapter._replace(answers=answers)
            if chapter.answers or chapter.ticks or name == case.flow:
                chapters_in_order.append(chapter)
    return tuple(chapters_in_order)


class ChapterReader:
    """Reads the answers and ticks of one flow of a case."""

    def __init__(self, history: CaseHistory, flows: Flows, flow: Flow, wording: Wording) -> None:
        self._history, self._flow, self._wording = history, flow, wording
        self.signed = SignedValues(history, flows, flow, wording)
        self._book = wording.book(flow.id)
        self._at = history.case.last or history.case.here.entered
        self._steps = {
            frame.step
            for visit in history.visits.values()
            for frame in visit.stack
            if frame.flow == flow.id
        }

    def placed(self, placed_keys: set[str]) -> dict[str, list[str]]:
        """Return the facts by stage, each once, without those in `placed_keys`.

        A fact belongs to the stage where it was recorded, else to the first stage reached that asks
        for it, else to the first that asks for it. A derived fact comes after those it reads.
        """
        flow, stages = self._flow, self._asking_stages()
        placed: dict[str, list[str]] = {stage: [] for stage in flow.stages}
        for fact, asking in stages.items():
            if flow.key(fact) not in placed_keys and self._applies(flow.facts[fact]):
                recorded_in = self._stage_of(fact)
                reached = [stage for stage in asking if self._reached(stage)]
                stage = recorded_in if recorded_in in asking else (reached or asking)[0]
                placed.setdefault(stage, []).append(fact)
        for spec in flow.facts.values():
            if (
                spec.derive
                and flow.key(spec.id) not in placed_keys
                and self._value(spec.id) is not None
            ):
                after = [facts for facts in placed.values() if set(spec.of) & set(facts)]
                for facts in after[-1:]:
                    last = max(facts.index(source) for source in spec.of if source in facts)
                    facts.insert(last + 1, spec.id)
        return placed

    def chapter(self, stage: str, facts: Sequence[str], own: bool) -> Chapter:
        """Return a stage as a chapter; it names the flow too, unless that is the case's `own`."""
        book = self._book
        names = [book.title] if not own or not stage else []
        if stage:
            names.append(book.stages[stage])
        return Chapter(
            " · ".join(names),
            self._reached(stage),
            tuple(map(self.answer, facts)),
            tuple(self._ticks(stage)),
        )

    def _asking_stages(self) -> dict[str, list[str]]:
        """Return the stages that ask for or set each fact, in the flow's order."""
        stages: dict[str, list[str]] = {}
        for step in self._flow.steps.values():
            names = [use.id for use in step.facts]
            names += [name for choice in step.choices for name, _ in choice.sets]
            for name in dict.fromkeys(names):
                if name in self._flow.facts and step.stage not in stages.setdefault(name, []):
                    stages[name].append(step.stage)
        first = next(iter(self._flow.stages), "")
        for spec in self._flow.facts.values():
            if spec.id not in stages and not spec.derive and self._value(spec.id) is not None:
                stages[spec.id] = [first]
        return stages

    def _stage_of(self, fact: str) -> str | None:
        entry = effective(self._history.case, self._flow.key(fact))
        visit = self._history.visits.get(self._history.visit_of.get(entry.n, 0)) if entry else None
        frames = visit.stack if visit else ()
        steps = [frame.step for frame in frames if frame.flow == self._flow.id]
        return self._flow.steps[steps[-1]].stage if steps else None

    def _reached(self, stage: str) -> bool:
        steps = self._flow.steps
        return any(steps[name].stage == stage for name in self._steps if name in steps)

    def _applies(self, spec: FactSpec) -> bool:
        """Return whether a fact belongs to this case: recorded, or not hidden by other facts."""
        if self._history.case.ledger.get(self._flow.key(spec.id)):
            return True
        uses = [u.gate for s in self._flow.steps.values() for u in s.facts if u.id == spec.id]
        return not self._hidden(spec.gate) and (not uses or not all(map(self._hidden, uses)))

    def _hidden(self, gate: Gate) -> bool:
        if not gate.when:
            return False
        try:
            return judge(self._flow, self._history.case, Gate(gate.when), self._at).hidden
        except (ArithmeticError, ValueError):  # derived from a forgotten value
            return False

    def _value(self, fact: str) -> Value | None:
        try:
            return value_of(self._flow, self._history.case, fact)
        except (ArithmeticError, ValueError):
            return None

    def _when(self, entry: FactEntry) -> str:
        """Return when a value was recorded, and why a promise ends later by it."""
        at = self._wording.moment(entry.at.utc)
        return self._wording.fill("record.later", time=at, why=entry.why) if entry.why else at

    def answer(self, fact: str) -> FactAnswer:
        """Return a fact with its value, its time and its earlier values."""
        spec, case, book = self._flow.facts[fact], self._history.case, self._book
        key, value = self._flow.key(fact), self._value(fact)
        latest = effective(case, key)
        earlier = tuple(
            (self._wording.value(book, spec, entry.value), self._when(entry))
            for entry in case.ledger.get(key, ())
            if entry.value is not None
            and (value is None or entry != latest)
            and entry.value != value
        )
        taken_out = latest is not None and latest.value is None and latest.visit == 0
        at = why = ""
        if latest and (taken_out or value is not None):
            at, why = self._wording.moment(latest.at.utc), latest.why
        text = self._wording.value(book, spec, value)
        if taken_out:
            text = self._wording.word("value.taken_out")
        columns = tuple(book.facts[f"{fact}.{column.id}"] for column in spec.rows)
        rows: list[tuple[str, ...]] = []
        if spec.rows and isinstance(value, tuple):
            for row in value:
                cells = zip(spec.rows, row, strict=False)
                rows.append(
                    tuple(
                        self._wording.value(book, column._replace(id=f"{fact}.{column.id}"), cell)
                        for column, cell in cells
                    )
                )
        return FactAnswer(book.facts[fact], text, at, earlier, columns, tuple(rows), why=why)

    def tick(self, item: str) -> ItemTick:
        """Return an item with its ticks at all steps."""
        steps = (step for step in self._flow.steps.values() if item in (i.id for i in step.items))
        times = dict.fromkeys(time for step in steps for time in self._ticked(step, item))
        return ItemTick(self._book.items[item], tuple(times), self.signed.note(item))

    def _ticks(self, stage: str) -> Iterator[ItemTick]:
        """Yield the items of the stage's steps that apply to the case.

        Of a step that a closed case never reached, only ticked items are yielded.
        """
        at: dict[str, list[str]] = {}
        closed = self._history.case.status == "closed"
        for step in self._flow.steps.values():
            if step.stage != stage:
                continue
            for use in step.items:
                times = self._ticked(step, use.id)
                due = step.id in self._steps if closed else True
                if times or (due and not self._hidden(use.gate)):
                    at.setdefault(use.id, []).extend(times)
        for item, times in at.items():
            yield ItemTick(self._book.items[item], tuple(times), self.signed.note(item))

    def _ticked(self, step: Step, item: str) -> list[str]:
        times = []
        for visit in self._history.case.trail:
            when = self._history.case.ticks.get((visit.serial, item))
            if when and (visit.top.flow, visit.top.step) == (self._flow.id, step.id):
                times.append(self._wording.moment(when.utc))
        return list(dict.fromkeys(times))
