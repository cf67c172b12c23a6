"""What a step shows, on whatever face: read from a case, its flows and the words at one moment.

The desk, the mock desk, a walk and the trainer's window all read this. Each part is read when it is
asked for, and kept where faces ask twice: a walk pays for no outline, a narrow screen for no facts.
"""

from collections.abc import Mapping
from functools import cached_property

from lenovo_desk.core.engine.gates import (
    running_wait,
    shown_choices,
    shown_facts,
    shown_items,
    shown_lines,
    worded_by,
)
from lenovo_desk.core.engine.mock_rules import MOCK
from lenovo_desk.core.engine.session import Session
from lenovo_desk.core.model.case import (
    Case,
    at_end,
    call_seconds,
    effective,
    fact_of,
    flow_here,
    host_flow,
    standing,
    step_here,
)
from lenovo_desk.core.model.flow import Flow, Flows, Step
from lenovo_desk.core.model.intents import CopyPhrase
from lenovo_desk.core.ports import Library
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.step_parts import (
    LEAVE,
    WRAP_UP,
    ChoiceView,
    DeadlineView,
    FactView,
    ItemView,
    KnownFact,
    Lock,
    PhraseView,
    TrailView,
    WaitView,
)
from lenovo_desk.core.time.clock import Stamp, elapsed
from lenovo_desk.core.wording.books import Book, Phrase, fill_phrase, value_text
from lenovo_desk.core.wording.sentences import sentence

CUSTOMER = ("network", "handle", "customer_name", "channel")
"""The facts that say who the customer is, in the order in which they are read."""


class StepView:
    """The step that a case is at, at a moment: in one language, the phrases in the case's."""

    def __init__(
        self,
        flows: Flows,
        case: Case,
        at: Stamp,
        library: Library,
        words: Mapping[str, str],
        language: str,
    ) -> None:
        """Read nothing yet; `words` are the interface's in `language`."""
        self.case, self.at, self.language = case, at, language
        self.flow: Flow = flow_here(flows, case)
        self.step: Step = step_here(flows, case)
        self.book: Book = library.book(self.flow.id, language)
        self._flows, self._library, self._words = flows, library, words

    @property
    def title(self) -> str:
        """The title of the step."""
        return self.book.steps[self.step.id].title

    @property
    def do(self) -> str:
        """What to do, for the agent."""
        return self.book.steps[self.step.id].do

    @property
    def caution(self) -> str:
        """What must be seen before acting."""
        return self.book.steps[self.step.id].caution

    @property
    def end(self) -> str:
        """How the flow ends here, in words; empty at any other step."""
        return self.book.ends.get(self.step.end, "") if self.step.end else ""

    @cached_property
    def phrases(self) -> tuple[PhraseView, ...]:
        """The phrases shown, in order; those that the case's language lacks are left out."""
        flow, case, views = self.flow, self.case, []
        spoken = self._library.book(flow.id, case.language)
        for line, (_, reasons) in shown_lines(self._flows, case, self.at):
            if phrase := spoken.phrases.get(line.phrase):
                locked = self.locked(reasons)
                views.append(_phrase_view(phrase, spoken, flow, case, line.via, reasons, locked))
        return tuple(views)

    @cached_property
    def facts(self) -> tuple[FactView, ...]:
        """The facts that the step asks for, in order."""
        book, zone = self.book, self.case.zone
        return tuple(
            FactView(
                spec,
                book.facts[spec.id],
                value,
                value_text(book, spec, value, zone),
                verdict.reasons,
            )
            for spec, verdict, value in shown_facts(self._flows, self.case, self.at)
        )

    @cached_property
    def items(self) -> tuple[ItemView, ...]:
        """The items to tick, in order."""
        return tuple(
            ItemView(item.id, self.book.items[item.id], ticked, verdict.reasons)
            for item, verdict, ticked in shown_items(self._flows, self.case, self.at)
        )

    @cached_property
    def choices(self) -> tuple[ChoiceView, ...]:
        """The choices of the flow that are shown; the number of one is its place, from 1."""
        labels = self.book.steps[self.step.id].choices
        return tuple(
            ChoiceView(
                choice.id,
                labels[choice.id],
                _target(self.flow, self.book, choice.goto),
                verdict.reasons,
                self.locked(verdict.reasons),
                bool(choice.park),
            )
            for choice, verdict in shown_choices(self._flows, self.case, self.at)
        )

    @cached_property
    def offers(self) -> tuple[ChoiceView, ...]:
        """The choices, then what a desk offers beside them: to wrap up, to leave the flow."""
        beside, stack = [], self.case.here.stack
        if at_end(self._flows, self.case):
            beside.append(ChoiceView(WRAP_UP, self._words["desk.wrap_up"]))
        if (self.step.end and len(stack) > 1) or any(frame.by == "agent" for frame in stack):
            host = self._library.book(host_flow(self.case), self.language).title
            beside.append(ChoiceView(LEAVE, self._words["desk.back_to"].format(flow=host)))
        return (*self.choices, *beside)

    @cached_property
    def wait(self) -> WaitView | None:
        """The wait of the step and what is left of it."""
        running = running_wait(self._flows, self.case, self.at)
        if running is None:
            return None
        wait, over = running
        title = self.book.waits.get(wait.id, wait.id)
        return WaitView(title, max(0.0, wait.seconds - over.seconds), over.proof)

    def locked(self, reasons: tuple[Reason, ...]) -> str:
        """Return the first of some reasons in words, with how many more there are."""
        if not reasons:
            return ""
        more = f" (+{len(reasons) - 1})" if len(reasons) > 1 else ""
        return self._sentence(reasons[0]) + more

    def locks(self, reasons: tuple[Reason, ...]) -> tuple[Lock, ...]:
        """Return every one of some reasons in words."""
        return tuple(Lock(reason.code, reason.id, self._sentence(reason)) for reason in reasons)

    def _sentence(self, reason: Reason) -> str:
        """Return a reason in words: what another flow locked, in the words of that flow."""
        name = worded_by(self._flows, self.case, reason)
        book = self.book if name == self.flow.id else self._library.book(name, self.language)
        return sentence(self._words, book, reason)

    # --- what stands around it

    @property
    def mock(self) -> bool:
        """Whether it is a mock call."""
        return self.case.mode == MOCK

    @property
    def seconds(self) -> float:
        """Seconds that the case has been on a screen up to now."""
        return call_seconds(self.case, self.at)

    @property
    def hold(self) -> float | None:
        """Seconds of the hold that lasts; None when there is none."""
        holding = self.case.holding
        return elapsed(holding, self.at).seconds if holding else None

    @property
    def held(self) -> float:
        """Seconds on hold, all holds together."""
        return sum(self.case.holds) + (self.hold or 0.0)

    @property
    def stage(self) -> str:
        """The title of the stage; empty for a step outside all stages."""
        return self.book.stages.get(self.step.stage, "")

    @property
    def stages(self) -> tuple[str, ...]:
        """The titles of the flow's stages."""
        return tuple(self.book.stages.values())

    @property
    def crumbs(self) -> tuple[str, ...]:
        """The titles of the open flows, outermost first."""
        book, language = self._library.book, self.language
        return tuple(book(frame.flow, language).title for frame in self.case.here.stack)

    @property
    def trail(self) -> tuple[TrailView, ...]:
        """The steps on the way to this one, itself last."""
        book, language, case = self._library.book, self.language, self.case
        return tuple(
            TrailView(
                book(visit.top.flow, language).steps[visit.top.step].title,
                len(visit.stack) - 1,
                visit is case.here,
            )
            for visit in case.trail
        )

    @cached_property
    def deadlines(self) -> tuple[DeadlineView, ...]:
        """The promises of the case in the order they began, those kept and missed included."""
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
        """Who the customer is, as far as it is recorded."""
        texts = []
        for name in CUSTOMER:
            if name in self.flow.facts:
                entry = effective(self.case, self.flow.key(name))
                if entry is not None and isinstance(entry.value, str):
                    texts.append(self.book.options.get(name, {}).get(entry.value, entry.value))
        return "  ".join(texts)

    @property
    def known(self) -> tuple[KnownFact, ...]:
        """Every fact recorded in the case, in the order first recorded."""
        facts = []
        for key, value in standing(self.case).items():
            if keeper := fact_of(self._flows, self.case, key):
                flow, spec = keeper
                book = self._library.book(flow.id, self.language)
                text = value_text(book, spec, value, self.case.zone)
                facts.append(KnownFact(book.facts[spec.id], text))
        return tuple(facts)


def copy_intent(library: Library, session: Session, phrase: str) -> CopyPhrase:
    """Return the intent to take a phrase of the flow, in the words that the case would say."""
    case, flow = session.case, flow_here(session.flows, session.case)
    spoken = library.book(flow.id, case.language)
    if phrase not in spoken.phrases:
        return CopyPhrase(phrase, case.language, "", "")
    return _phrase_view(spoken.phrases[phrase], spoken, flow, case).copy_intent()


def _phrase_view(
    phrase: Phrase,
    spoken: Book,
    flow: Flow,
    case: Case,
    via: str = "",
    reasons: tuple[Reason, ...] = (),
    locked: str = "",
) -> PhraseView:
    text, missing, blanks = fill_phrase(phrase, spoken, flow, case)
    language, authority = spoken.language, phrase.authority
    return PhraseView(phrase.id, language, authority, via, text, missing, reasons, locked, blanks)


def _target(flow: Flow, book: Book, step: str) -> str:
    """Return where a choice leads, in words: an outcome, or the title of a step."""
    end = flow.steps[step].end
    return book.ends.get(end, "") if end else book.steps[step].title
