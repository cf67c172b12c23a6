"""What a step shows at one moment: the view of a case, its flows and words.

The desk, the mock desk, a walk and the trainer's window all use it. Each part is computed at its
first use and cached where it is read twice, so that a walk never computes an outline, nor a narrow
screen the facts.
"""

from collections.abc import Mapping
from functools import cached_property

from lenovo_desk.core.engine.gates import running_wait, valid_facts, value_of
from lenovo_desk.core.engine.mock_rules import MOCK
from lenovo_desk.core.engine.parking import due_again
from lenovo_desk.core.engine.step_lines import shown_choices, shown_facts, shown_items, shown_lines
from lenovo_desk.core.model.case import (
    Case,
    at_end,
    call_seconds,
    fact_of,
    flow_here,
    host_flow,
    step_here,
)
from lenovo_desk.core.model.country import place_of
from lenovo_desk.core.model.flow import Choice, Flow, Flows, Step
from lenovo_desk.core.phrase_views import phrase_view
from lenovo_desk.core.ports import Library
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.step_parts import (
    LEAVE,
    WRAP_UP,
    ChoiceView,
    DeadlineView,
    DialView,
    FactView,
    ItemView,
    KnownFact,
    Lock,
    PhraseView,
    TrailView,
    WaitView,
    dial_view,
    wait_view,
)
from lenovo_desk.core.time.clock import Stamp, elapsed
from lenovo_desk.core.wording.books import Book, guidance_text, value_text
from lenovo_desk.core.wording.consent_words import CaseSentences

CUSTOMER = ("network", "handle", "customer_name", "channel")
"""The facts that say who the customer is, in the order in which they are shown."""


class StepView:
    """The current step of a case at one moment; phrases are in the language of the case."""

    def __init__(
        self,
        flows: Flows,
        case: Case,
        at: Stamp,
        library: Library,
        words: Mapping[str, str],
        language: str,
    ) -> None:
        """Compute no part yet; `words` are those of the interface in `language`."""
        self.case, self.at, self.language = case, at, language
        self.flow: Flow = flow_here(flows, case)
        self.step: Step = step_here(flows, case)
        self.book: Book = library.book(self.flow.id, language)
        self._flows, self._library, self._words = flows, library, words
        # Nothing here refers to the view itself: it goes as soon as the next one is there.
        self._sentences = CaseSentences(
            flows, case, words, lambda name: library.book(name, language)
        )

    @property
    def title(self) -> str:
        """The title of the step."""
        return self.book.steps[self.step.id].title

    @property
    def do(self) -> str:
        """What to do, for the agent."""
        return guidance_text(self.book.steps[self.step.id].do, self.book, self.case)

    @property
    def caution(self) -> str:
        """The warning that must be seen before acting."""
        return guidance_text(self.book.steps[self.step.id].caution, self.book, self.case)

    @property
    def end(self) -> str:
        """The title of the flow's end; empty at any other step."""
        return self.book.ends.get(self.step.end, "") if self.step.end else ""

    @cached_property
    def phrases(self) -> tuple[PhraseView, ...]:
        """The phrases not hidden, in order, without those the case's language lacks."""
        flow, case, views = self.flow, self.case, []
        case_book = self._library.book(flow.id, case.language)
        for line, (_, reasons) in shown_lines(self._flows, case, self.at):
            if phrase := case_book.phrases.get(line.phrase):
                locked = self.locked(reasons)
                views.append(phrase_view(phrase, case_book, flow, case, line.via, reasons, locked))
        return tuple(views)

    @cached_property
    def facts(self) -> tuple[FactView, ...]:
        """The facts that the step asks for, in order."""
        book, place = self.book, place_of(self.case)
        return tuple(
            FactView(
                spec,
                book.facts[spec.id],
                value,
                value_text(book, spec, value, place, "", self.at.utc),
                verdict.reasons,
            )
            for spec, verdict, value in shown_facts(self._flows, self.case, self.at)
        )

    @cached_property
    def items(self) -> tuple[ItemView, ...]:
        """The items to tick, in order, then those to be given again here."""
        return tuple(
            ItemView(
                box.name,
                self.book.items[box.item.id],
                box.ticked,
                box.verdict.reasons,
                self._sentences.again(box.consent, box.changes) if box.consent else "",
            )
            for box in shown_items(self._flows, self.case, self.at)
        )

    @cached_property
    def choices(self) -> tuple[ChoiceView, ...]:
        """The choices that are not hidden."""
        labels, numbers = self.book.steps[self.step.id].choices, self.step.numbers

        def until(moment: float) -> float:
            return due_again(self._flows, self.case, moment, self.at)

        return tuple(
            ChoiceView(
                choice.id,
                labels[choice.id],
                numbers[choice.id],
                _target(self.flow, self.book, self.step, choice),
                verdict.reasons,
                self.locked(verdict.reasons),
                until(self.at.utc + choice.park) if choice.park else 0.0,
            )
            for choice, verdict in shown_choices(self._flows, self.case, self.at)
        )

    @cached_property
    def offers(self) -> tuple[ChoiceView, ...]:
        """The choices, then what a desk offers beside them: wrap up, leave the flow."""
        beside, stack, after = [], self.case.here.stack, len(self.step.choices) + 1
        if at_end(self._flows, self.case):
            beside.append(ChoiceView(WRAP_UP, self._words["desk.wrap_up"], after))
        if (self.step.end and len(stack) > 1) or any(frame.by == "agent" for frame in stack):
            host = self._library.book(host_flow(self.case), self.language).title
            title = self._words["desk.back_to"].format(flow=host)
            beside.append(ChoiceView(LEAVE, title, after + len(beside)))
        return (*self.choices, *beside)

    @cached_property
    def dial(self) -> DialView | None:
        """The number that is dialled here; None where nobody is called."""
        return dial_view(self.flow, self.case, self.at, self.book, self._words)

    @cached_property
    def wait(self) -> WaitView | None:
        """The wait of the step and the time left; None without a wait."""
        running = running_wait(self._flows, self.case, self.at)
        if running is None:
            return None
        wait, over = running
        title = self.book.waits.get(wait.id, wait.id)
        return wait_view(self.step, wait, title, over, self.case.here.entered, self.at)

    def blank_title(self, name: str) -> str:
        """Return what fills a blank of a phrase in words: a fact of the flow, or a setting."""
        if name in self.flow.facts:
            return self.book.facts[name]
        return self._words.get(f"blanks.{name}", name)

    def locked(self, reasons: tuple[Reason, ...]) -> str:
        """Return the sentence of the first reason and the number of further ones."""
        if not reasons:
            return ""
        more = f" (+{len(reasons) - 1})" if len(reasons) > 1 else ""
        return self._sentences.sentence(reasons[0]) + more

    def locks(self, reasons: tuple[Reason, ...]) -> tuple[Lock, ...]:
        """Return each reason with its sentence."""
        word = self._sentences.sentence
        return tuple(Lock(reason.code, reason.id, word(reason)) for reason in reasons)

    # --- the case around the step

    @property
    def mock(self) -> bool:
        """Whether it is a mock call."""
        return self.case.mode == MOCK

    @property
    def seconds(self) -> float:
        """Seconds that the case has been on a screen so far."""
        return call_seconds(self.case, self.at)

    @property
    def hold(self) -> float | None:
        """Seconds since the present hold began; None when the customer is not on hold."""
        holding = self.case.holding
        return elapsed(holding, self.at).seconds if holding else None

    @property
    def held(self) -> float:
        """Seconds on hold, summed over all holds."""
        return sum(self.case.holds) + (self.hold or 0.0)

    @property
    def stage(self) -> str:
        """The title of the stage; empty for a step outside all stages."""
        return self.book.stages.get(self.step.stage, "")

    @property
    def crumbs(self) -> tuple[str, ...]:
        """The titles of the open flows, outermost first."""
        book, language = self._library.book, self.language
        return tuple(book(frame.flow, language).title for frame in self.case.here.stack)

    @property
    def trail(self) -> tuple[TrailView, ...]:
        """The steps of the trail, this one last."""
        case, views = self.case, []
        for visit in case.trail:
            top = visit.top
            book, step = self._library.book(top.flow, self.language), top.step
            stage = book.stages.get(self._flows[top.flow].steps[step].stage, "")
            depth, current = len(visit.stack) - 1, visit is case.here
            views.append(TrailView(book.steps[step].title, stage, depth, current))
        return tuple(views)

    @cached_property
    def deadlines(self) -> tuple[DeadlineView, ...]:
        """The promises in the order they began, including kept and missed ones."""
        if not self.case.promises:
            return ()
        from lenovo_desk.core.promise_board import due_title  # a walk shows none

        library, words, language = self._library, self._words, self.language
        return tuple(
            DeadlineView(key, due_title(library, words, language, key), promise.state, promise.due)
            for key, promise in self.case.promises.items()
        )

    @property
    def customer(self) -> str:
        """Who the customer is, as far as recorded; two spaces separate the values."""
        texts = []
        for name in CUSTOMER:
            value = value_of(self.flow, self.case, name)
            if isinstance(value, str):
                texts.append(self.book.options.get(name, {}).get(value, value))
        return "  ".join(texts)

    @property
    def known(self) -> tuple[KnownFact, ...]:
        """Every fact recorded in the case, in the order first recorded."""
        facts, case = [], self.case
        for key, value in valid_facts(self._flows, case).items():
            if keeper := fact_of(self._flows, case, key):
                flow, spec = keeper
                book, now = self._library.book(flow.id, self.language), self.at.utc
                text = value_text(book, spec, value, place_of(case), "", now)
                facts.append(KnownFact(book.facts[spec.id], text))
        return tuple(facts)


def _target(flow: Flow, book: Book, step: Step, choice: Choice) -> str:
    """Return the title of where a choice leads: an end or another step."""
    target = flow.steps[choice.goto]
    if target.end:
        return book.ends.get(target.end, "")
    return "" if target is step else book.steps[target.id].title
