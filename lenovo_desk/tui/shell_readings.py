"""What the screens read of content and store, in the words of the interface."""

from collections.abc import Mapping

from lenovo_desk.core.engine.session import StoreProblem
from lenovo_desk.core.model.dispositions import TAKEN_OVER
from lenovo_desk.core.ports import Library, SettingsFile, Store, Summary, Today
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.wording.sentences import sentence


class Readings:
    """The readings of the app; what cannot be read is told, never raised."""

    library: Library
    store: Store
    settings: SettingsFile
    words: Mapping[str, str]
    greeting: str
    warmed = False
    """Whether what unseals the reasons of parked cases is loaded."""

    @property
    def language(self) -> str:
        """The language of the interface."""
        return self.settings.current.language

    def unfinished(self) -> tuple[Summary, ...]:
        """Return the unfinished cases; none when the store cannot be read."""
        try:
            return self.store.unfinished(reasons=self.warmed)
        except StoreProblem as problem:
            self.greeting = self.store_problem(problem)
            return ()

    def today(self) -> Today | None:
        """Return today's figures of who is at the desk; None when they cannot be read."""
        try:
            current = self.settings.current
            return self.store.today(current.agent.id, current.zone)
        except StoreProblem:
            return None

    def titles(self, flow: str, step: str) -> tuple[str, str]:
        """Return the titles of a flow and one of its steps, ids when it is no longer here."""
        try:
            book = self.library.book(flow, self.language)
        except KeyError:
            return flow, step
        return book.title, book.steps[step].title

    def park_reason(self, case: Summary) -> str:
        """Return why a case waits: the agent's words, the choice that parked it, another desk."""
        if case.reason == TAKEN_OVER:
            return self.words["handover.waits"]
        flow, _, rest = case.reason.partition(".")
        step, _, choice = rest.partition(".")
        if not choice or " " in case.reason:
            return case.reason
        try:
            return self.library.book(flow, self.language).steps[step].choices[choice]
        except KeyError:
            return case.reason

    def store_problem(self, problem: StoreProblem) -> str:
        """Return what the store refused, in words."""
        return sentence(self.words, None, Reason(problem.code, detail=problem.detail))
