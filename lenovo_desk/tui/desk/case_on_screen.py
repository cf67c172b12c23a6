"""What commands, dialogs and parts of the screen may ask of the case on the screen."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import NamedTuple, Protocol

from textual.strip import Strip

from lenovo_desk.core.engine.gates import worded_by
from lenovo_desk.core.engine.session import Session, StoreProblem
from lenovo_desk.core.model import intents as it
from lenovo_desk.core.model.events import Event, Refusal
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.step_view import StepView
from lenovo_desk.core.wording.sentences import sentence
from lenovo_desk.tui.desk.painters.step_column import Hand
from lenovo_desk.tui.desk.wording_guard import WordingGuard
from lenovo_desk.tui.kit.entry_bar import EntryBar
from lenovo_desk.tui.shell import Shell

LEAVE_REASON = "leave.reason"
"""The field of a form that asks why a case is left before its end."""
Tell = Callable[[], str]
"""Returns, once the case has moved, what the agent should know."""


class Outcome(NamedTuple):
    """What became of an intent; nothing of it is on the screen yet."""

    event: Event | None
    """What was kept; None when it was refused."""
    problem: str = ""
    """Why it was refused, in words."""
    notice: str = ""
    """What the agent must know whatever was done, such as that the customer hung up."""


class CaseOnScreen(Protocol):
    """A live case, real or mock, its last row, and the ways to move it."""

    view: StepView
    """The step as it was read last."""
    hand: Hand
    message: str
    alert: bool
    entry: EntryBar
    guard: WordingGuard
    leave_reason: str
    """Why the case would be left now, as a form proposes it."""
    ask_fact: Callable[[str], None]
    """Opens the line for a fact, by its id."""
    typing_hint: Callable[[], tuple[str, bool]]
    """Returns what the last row says of what is being typed, and whether it is a warning."""
    paint: Callable[..., None]
    """Paints panes, by their names, as of the moment at which the view was read; all by default."""

    @property
    def session(self) -> Session:
        """The live case."""

    @property
    def shell(self) -> Shell:
        """The app, as far as a screen knows it."""

    @property
    def words(self) -> Mapping[str, str]:
        """The words of the interface."""

    def with_keys(self, text: str) -> str:
        """Return a text of the interface with the keys of this screen in its blanks."""

    def hint_row(self, message: str, alert: bool, width: int) -> list[Strip]:
        """Return a message as the last row, else the keys that matter now."""

    def say(self, message: str = "", alert: bool = False) -> None:
        """Paint what was read last, with a message in the last row."""

    def show(self, message: str = "", alert: bool = False) -> None:
        """Read the step again and paint it, with a message in the last row."""

    def do(self, intent: it.Intent) -> Outcome:
        """Carry out an intent and read the step again; paint nothing."""

    def carry_out(self, intent: it.Intent, message: str = "", tell: Tell | None = None) -> Outcome:
        """Carry out an intent, then paint and say what came of it."""

    def choose(self, number: int) -> None:
        """Take one of the numbered offers, counted from 0."""

    def move(self, intent: it.Intent, tell: Tell | None = None) -> None:
        """Carry out a move: another step."""

    def put_down(self, message: str) -> None:
        """Release the case and return to Home, which says so."""

    def flush_draft(self) -> str:
        """Keep what is half typed; return why it cannot be kept, or an empty string."""


def say_outcome(
    case: CaseOnScreen, outcome: Outcome, message: str = "", tell: Tell | None = None
) -> None:
    """Paint a case once and say what came of an intent: why it was refused, else a message."""
    if outcome.event and tell:
        message = tell()
    warning = outcome.notice or outcome.problem
    case.say(warning or message, alert=bool(warning))


def reason_text(case: CaseOnScreen, reason: Reason) -> str:
    """Return a reason in words, with the names of the flow that knows them."""
    shell, session = case.shell, case.session
    flow = worded_by(session.flows, session.case, reason)
    return sentence(case.words, shell.library.book(flow, shell.language), reason)


def outcome_of(case: CaseOnScreen, act: Callable[[], Event | Refusal]) -> Outcome:
    """Do something to a case; return what was kept, or why it is refused, in words."""
    try:
        answer = act()
    except StoreProblem as problem:
        return Outcome(None, case.shell.store_problem(problem))
    if isinstance(answer, Refusal):
        return Outcome(None, reason_text(case, answer.reasons[0]))
    return Outcome(answer)


def submit_intent(case: CaseOnScreen, intent: it.Intent) -> str:
    """Carry out an intent for a form; return why it is refused, in words, or ""."""
    return outcome_of(case, lambda: case.session.do(intent)).problem


def drafted(case: CaseOnScreen, field: str) -> str:
    """Return what was half typed in a field of a form; a reason to leave may be proposed."""
    draft = case.session.case.drafts.get(field, "")
    return draft or (case.leave_reason if field == LEAVE_REASON else "")


def keep_draft(case: CaseOnScreen, field: str, text: str) -> None:
    """Keep what is half typed in a form; a disk that refuses is told when it is entered."""
    session = case.session
    if text != session.case.drafts.get(field, "") and session.case.status == "open":
        with suppress(StoreProblem):
            session.do(it.DraftField(field, text))
