"""Where the facts of a pasted message go: into the case on the screen, or into a new one."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from lenovo_desk.core.engine.follow_up import RefusedFact, record_all
from lenovo_desk.core.engine.session import Session, StoreProblem
from lenovo_desk.core.model.intents import RecordFact
from lenovo_desk.core.walking.rehearsal import rehearsed
from lenovo_desk.core.wording.sentences import filled
from lenovo_desk.tui.desk.case_screen import CaseScreen
from lenovo_desk.tui.desk.pasting.proposed_facts import MessageReader
from lenovo_desk.tui.kit.base_screen import BaseScreen
from lenovo_desk.tui.shell import Shell


class Recording(NamedTuple):
    """What came of recording facts; the screen stays open unless all went well."""

    problem: str = ""
    """What the store refused, in words."""
    refused: tuple[tuple[str, str], ...] = ()
    """The facts that the case refused, each with why in words."""


class PasteTarget(Protocol):
    """A case, open or not yet, for which a message is read."""

    begins: bool
    """Whether the case has yet to begin."""

    @property
    def session(self) -> Session:
        """The case, or one as it would begin."""

    @property
    def reader(self) -> MessageReader:
        """Reads messages for it."""

    def record(self, intents: Sequence[RecordFact]) -> Recording:
        """Record facts, each by its own event; close what is in front of the case after all."""


class CaseOnDesk:
    """The case that is on the screen."""

    begins = False

    def __init__(self, case: CaseScreen) -> None:
        self._case = case
        self.session = case.session
        self.reader = reader_of(case.shell, case.session)

    def record(self, intents: Sequence[RecordFact]) -> Recording:
        """Record facts; what is refused loses nothing of the others."""
        case = self._case
        case.flush_draft()
        try:
            refused = record_all(self.session, intents)
        except StoreProblem as problem:
            return Recording(case.shell.readings.store_problem(problem))
        finally:
            case.see()
        if refused:
            return Recording(refused=_in_words(self.reader, refused))
        while case.app.screen is not case:
            case.app.pop_screen()
        case.say(filled(case.words["pasted.recorded"], {"n": str(len(intents))}) if intents else "")
        return Recording()


class CaseToBegin:
    """A case that begins with what is taken of the message."""

    begins = True

    def __init__(self, shell: Shell, flow: str) -> None:
        self._shell, self._flow = shell, flow
        self.session = self._rehearsed()
        self.reader = reader_of(shell, self.session)

    def _rehearsed(self) -> Session:
        shell = self._shell
        return rehearsed(shell.library, shell.opening(self._flow), shell.store.clock)

    def record(self, intents: Sequence[RecordFact]) -> Recording:
        """Begin the case with the facts; when one would be refused, begin none yet."""
        if refused := record_all(self._rehearsed(), intents):
            return Recording(refused=_in_words(self.reader, refused))
        shell = self._shell
        problem = shell.start(self._flow, facts=intents)
        if not problem and intents and isinstance(shell.screen, BaseScreen):
            shell.screen.show(filled(shell.words["pasted.recorded"], {"n": str(len(intents))}))
        return Recording(problem)


def reader_of(shell: Shell, session: Session) -> MessageReader:
    """Return what reads messages for a case in the words of the screen."""
    return MessageReader(session, shell.library, shell.words, shell.language)


def _in_words(reader: MessageReader, refused: Sequence[RefusedFact]) -> tuple[tuple[str, str], ...]:
    return tuple((fact.intent.fact, reader.sentence(fact.reason)) for fact in refused)
