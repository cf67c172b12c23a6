"""What the screens and commands of training are handed: its content and its store."""

from collections.abc import Iterator
from typing import Protocol

from lenovo_desk.core.model.flow import Plain
from lenovo_desk.core.model.intents import OpenCase
from lenovo_desk.core.ports import CaseSummary, Library
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.time.clock import Clock
from lenovo_desk.training.mock_session import MockSession
from lenovo_desk.training.model.call import Call, SpokenLine, TrainerMark
from lenovo_desk.training.model.quiz import Quiz, QuizAnswer
from lenovo_desk.training.model.scenario import Scenario
from lenovo_desk.training.model.scorecard import Scorecard
from lenovo_desk.training.reports.progress import CallResults


class Materials(Protocol):
    """Scenarios, quizzes and the scorecard, compiled; read when first asked for."""

    def scenarios(self, language: str) -> tuple[Scenario, ...]:
        """Return those of a language that can be played, in their order."""
        ...

    def quizzes(self, language: str) -> tuple[Quiz, ...]:
        """Return those of a language, in their order."""
        ...

    def scorecard(self, language: str) -> Scorecard:
        """Return the scorecard in a language; English words fill gaps."""
        ...

    def structure(self, digest: str) -> Plain:
        """Return the plain structure of a scenario or scorecard as it is now; KeyError."""
        ...


class Training(Protocol):
    """What the screens are handed of training; everything is made when first asked for."""

    @property
    def materials(self) -> Materials:
        """Scenarios, quizzes and the scorecard."""
        ...

    @property
    def calls(self) -> "CallStore":
        """The mock calls of this desk or of its class. Raises `StoreProblem`."""
        ...

    @property
    def results(self) -> CallResults:
        """How the calls went; lists of calls ask for the same ones again and again."""
        ...

    def opening(self, flow: str, language: str) -> OpenCase:
        """Return the intent to begin a mock call: like a real case's, but that every setting has
        a value to practise with."""
        ...


class TrainerLine(Protocol):
    """A trainer's own file beside a call; it is locked to one trainer."""

    def say(self, kind: str, text: str) -> SpokenLine:
        """Have the customer say or do something. Raises `StoreProblem`."""
        ...

    def close(self) -> None:
        """Close the file, so that another trainer can open it."""
        ...


class CallStore(Protocol):
    """The mock calls of one folder. Every method may raise `StoreProblem`."""

    clock: Clock
    notices: list[Reason]
    """What the user should read once; codes are keys of the interface's `reasons`."""

    @property
    def folder(self) -> str:
        """Where the mock calls lie."""
        ...

    def recover(self) -> tuple[str, ...]:
        """Finish what a killed program left half done; return the ids of calls now in the log."""
        ...

    def begin(
        self,
        library: Library,
        opening: OpenCase,
        scenario: Scenario,
        scorecard: Scorecard,
        materials: Materials,
    ) -> MockSession:
        """Begin a mock call, locked to this window."""
        ...

    def begin_again(
        self, library: Library, opening: OpenCase, call: Call, upto: int, materials: Materials
    ) -> MockSession:
        """Begin a new call that has gone as an earlier one did up to its event `upto`."""
        ...

    def resume(self, case: str, library: Library) -> MockSession:
        """Resume an unfinished mock call at the step it is at."""
        ...

    def release(self, session: MockSession) -> None:
        """Release a call; a closed one goes to the log of mock calls."""
        ...

    def settle(self) -> None:
        """Bring into the log what a disk refused when it was released; never raises."""
        ...

    def live(self) -> tuple[CaseSummary, ...]:
        """Return the unfinished mock calls, latest event first; no lock, no repair."""
        ...

    def call(self, case: str) -> Call:
        """Return a mock call, live or closed, with the trainers' marks; no lock, no repair."""
        ...

    def closed(self, agent: str = "") -> Iterator[Call]:
        """Yield the closed mock calls, latest first; one that cannot be read is a notice.

        Those of one `agent` cost only what that agent has played.
        """
        ...

    def spoken(self, case: str, after: int = 0) -> tuple[SpokenLine, ...]:
        """Return what a trainer had the customer do after the `after`th; no lock, no repair."""
        ...

    def line(self, case: str) -> TrainerLine:
        """Open the trainer's file of a live call, locked to this window."""
        ...

    def mark(self, case: str, mark: TrainerMark) -> None:
        """Keep what a trainer adds to a call."""
        ...

    def answers(self, agent: str) -> tuple[QuizAnswer, ...]:
        """Return how an agent answered quizzes, earliest first."""
        ...

    def answered(self, agent: str, answer: QuizAnswer) -> None:
        """Keep an answer."""
        ...

    def keep_report(self, case: str, page: str) -> str:
        """Write the report of a call as a page; return the file's name."""
        ...

    def keep_file(self, name: str, text: str) -> str:
        """Write a file on several calls beside their reports; return the file's name."""
        ...
