"""The protocols by which screens and commands of training get their content and store."""

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
    """Scenarios, quizzes and the scorecard, compiled; each is read when first asked for."""

    def scenarios(self, language: str) -> tuple[Scenario, ...]:
        """Return the playable scenarios of a language, in order."""
        ...

    def quizzes(self, language: str) -> tuple[Quiz, ...]:
        """Return the quizzes of a language, in order."""
        ...

    def scorecard(self, language: str) -> Scorecard:
        """Return the scorecard in a language; English fills gaps."""
        ...

    def structure(self, digest: str) -> Plain:
        """Return the current plain structure of a scenario or scorecard.

        Raises KeyError when there is none with this digest.
        """
        ...


class Training(Protocol):
    """Everything the screens need for training; each part is made when first asked for."""

    @property
    def materials(self) -> Materials:
        """Scenarios, quizzes and the scorecard."""
        ...

    @property
    def calls(self) -> "CallStore":
        """The mock calls of this desk, or of its class. Raises `StoreProblem`."""
        ...

    @property
    def results(self) -> CallResults:
        """The results of calls, cached, since lists ask for the same calls repeatedly."""
        ...

    def opening(self, flow: str, language: str, country: str) -> OpenCase:
        """Return the intent that opens a mock call; without a `country`, it is in the desk's.

        It is like a real case's, except that every setting has a value to practise with.
        """
        ...


class TrainerLine(Protocol):
    """The file in which a trainer plays the customer of a call; others are locked out."""

    def say(self, kind: str, text: str) -> SpokenLine:
        """Have the customer say or do something; return the line with its number and time.

        Raises `StoreProblem("nothing_said")`, `hung_up` after the customer hung up, or `closed`.
        """
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
        """The path of the mock calls."""
        ...

    def recover(self) -> tuple[str, ...]:
        """Finish what a killed program left half done; return the ids of calls moved to the log."""
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
        """Begin a new call from an earlier one, replayed up to its event `upto`."""
        ...

    def resume(self, case: str, library: Library) -> MockSession:
        """Resume an unfinished mock call at the step it is at."""
        ...

    def release(self, session: MockSession) -> None:
        """Release a call; a closed one goes to the log of mock calls."""
        ...

    def settle(self) -> None:
        """Move calls to the log that could not be moved when released; never raises."""
        ...

    def live(self) -> tuple[CaseSummary, ...]:
        """Return the unfinished mock calls, latest event first, without lock or repair."""
        ...

    def call(self, case: str) -> Call:
        """Return a mock call, live or closed, with the trainers' marks, without lock or repair."""
        ...

    def closed(self, agent: str = "") -> Iterator[Call]:
        """Yield the closed mock calls, latest first; one that cannot be read becomes a notice.

        With `agent`, only that agent's calls are read.
        """
        ...

    def spoken(self, case: str, after: int = 0) -> tuple[SpokenLine, ...]:
        """Return what a trainer had the customer say after line `after`, without lock or repair."""
        ...

    def line(self, case: str) -> TrainerLine:
        """Open the trainer's file of a live call, locked to this window."""
        ...

    def mark(self, case: str, mark: TrainerMark) -> None:
        """Save a trainer's mark on a call."""
        ...

    def answers(self, agent: str) -> tuple[QuizAnswer, ...]:
        """Return an agent's answers to quizzes, earliest first."""
        ...

    def answered(self, agent: str, answer: QuizAnswer) -> None:
        """Save an agent's answer to a quiz question."""
        ...

    def keep_report(self, case: str, page: str) -> str:
        """Write the report of a call as a page; return the file's name."""
        ...

    def keep_file(self, name: str, text: str) -> str:
        """Write a file about several calls beside their reports; return the file's name."""
        ...
