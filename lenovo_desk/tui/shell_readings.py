"""Content and store as the screens read them, in the interface's language."""

from collections.abc import Mapping
from contextlib import suppress

from lenovo_desk.core.engine.session import Session, StoreProblem
from lenovo_desk.core.model.dispositions import LEFT, TAKEN_OVER
from lenovo_desk.core.model.flow import Flow, Plain
from lenovo_desk.core.model.values import FORGOTTEN
from lenovo_desk.core.ports import CaseSummary, DayFigures, Library, SettingsFile, Store
from lenovo_desk.core.promise_board import by_urgency
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.step_view import StepView
from lenovo_desk.core.time.moments import local
from lenovo_desk.core.wording.customer_words import WhoAndWhere, who_and_where
from lenovo_desk.core.wording.sentences import sentence


class ShellReadings:
    """Reads content and store; says in words what cannot be read, and raises nothing."""

    def __init__(self, library: Library, store: Store, settings: SettingsFile) -> None:
        self._library, self._store, self._settings = library, store, settings
        self.waiting: tuple[CaseSummary, ...] = ()
        """The unfinished cases as they were last read."""
        self.greeting = ""
        """Home's first message."""
        self.warmed = False
        """Whether the code that unseals the reasons of parked cases is loaded."""
        self.words: Mapping[str, str] = library.words(self.language)

    def reword(self) -> None:
        """Read the words again, in case the language has changed."""
        self.words = self._library.words(self.language)

    @property
    def language(self) -> str:
        """The language of the interface."""
        return self._settings.current.language

    def unfinished(self) -> tuple[CaseSummary, ...]:
        """Return the unfinished cases, danger first; none if the store cannot be read."""
        try:
            cases = self._store.unfinished(reasons=self.warmed)
            self.waiting = by_urgency(cases, self._store.clock.now().utc)
            return self.waiting
        except StoreProblem as problem:
            self.greeting = self.store_problem(problem)
            return ()

    def step(self, session: Session) -> StepView:
        """Return a view of the step of a live case as of now."""
        flows, case, now = session.flows, session.case, session.now()
        return StepView(flows, case, now, self._library, self.words, self.language)

    def customer(self, session: Session) -> WhoAndWhere:
        """Return the customer of a live case, as far as recorded."""
        language, book = self.language, self._library.book
        return who_and_where(session.flows, session.case, lambda flow: book(flow, language))

    def today(self) -> DayFigures | None:
        """Return today's figures of the agent at the desk; None if they cannot be read."""
        try:
            current = self._settings.current
            return self._store.today(current.agent.id, current.zone)
        except StoreProblem:
            return None

    def flows_of(self, document: Plain) -> list[Flow]:
        """Return the flows of a closed case that the content still has."""
        flows = []
        for flow in document["digests"]:
            with suppress(KeyError):
                flows.append(self._library.flow(flow))
        return flows

    def customer_of(self, document: Plain) -> str:
        """Return who the customer of a closed case was; "" when that is not recorded or sealed."""
        from lenovo_desk.search.customer_marks import customer_key  # the first screen needs none

        facts = {key: value for key, value in document["facts"].items() if value != FORGOTTEN}
        key = customer_key(self.flows_of(document), facts)
        return str(facts[key]) if key else ""

    def ending(self, flow: str, disposition: str) -> str:
        """Return how a case ended, in words; the name of that if the flow no longer has it."""
        if disposition in LEFT:
            return self.words[f"ends.{disposition}"]
        try:
            return self._library.book(flow, self.language).ends[disposition]
        except KeyError:
            return disposition

    def closed_today(self, most: int) -> tuple[Plain, ...]:
        """Return the documents of the cases that the agent closed today, the latest first.

        None before the code that unseals them is loaded.
        """
        if not self.warmed:
            return ()
        current = self._settings.current
        day = local(self._store.clock.now().utc, current.zone).date().isoformat()
        rows: list[Plain] = []
        try:
            for row in self._store.documents():
                if row["closed"][:10] < day or len(rows) == most:
                    break
                if row["agent"] == current.agent.id:
                    rows.append(row)
        except StoreProblem:
            return ()
        return tuple(rows)

    def titles(self, flow: str, step: str) -> tuple[str, str]:
        """Return the titles of a flow and a step; their ids if the flow is gone.

        A step that the flow no longer has is called by the flow.
        """
        try:
            book = self._library.book(flow, self.language)
        except KeyError:
            return flow, step
        return book.title, book.steps[step].title if step in book.steps else book.title

    def park_reason(self, case: CaseSummary) -> str:
        """Return why a case waits: a note, the choice that parked it, or a takeover.

        For a choice that the flow no longer has, its step, else the flow.
        """
        if case.reason == TAKEN_OVER:
            return self.words["handover.waits"]
        flow, _, rest = case.reason.partition(".")
        step, _, choice = rest.partition(".")
        if not choice or " " in case.reason:
            return case.reason
        try:
            book = self._library.book(flow, self.language)
        except KeyError:
            return case.reason
        if step not in book.steps:
            return book.title
        words = book.steps[step]
        return words.choices.get(choice, words.title)

    def store_problem(self, problem: StoreProblem) -> str:
        """Return the store's refusal in words."""
        return sentence(self.words, None, Reason(problem.code, detail=problem.detail))
