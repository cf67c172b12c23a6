"""The interface of a case screen for commands, dialogs and panes."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any, NamedTuple, Protocol

from lenovo_desk.core.engine.gates import hidden_by
from lenovo_desk.core.engine.parking import outside_hours
from lenovo_desk.core.engine.session import Session, StoreProblem
from lenovo_desk.core.model import intents as it
from lenovo_desk.core.model.case import Case
from lenovo_desk.core.model.events import Event, Refusal
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.step_view import StepView
from lenovo_desk.core.wording.books import Book, time_text
from lenovo_desk.core.wording.consent_words import CaseSentences
from lenovo_desk.core.wording.language_formats import formats_of
from lenovo_desk.core.wording.sentences import filled
from lenovo_desk.tui.commands import KeyCommand
from lenovo_desk.tui.desk.reply_editor import ReplyEditor
from lenovo_desk.tui.desk.wording_guard import WordingGuard
from lenovo_desk.tui.kit.entry_bar import EntryBar
from lenovo_desk.tui.kit.hint_row import KeyOffer
from lenovo_desk.tui.live_cases import Hand
from lenovo_desk.tui.shell import Shell

CHOOSE = "desk.choose"
"""The command that takes the way on under the cursor."""
LEAVE_REASON = "leave.reason"
"""The form field for why a case is left before its end."""
Tell = Callable[[], str]
"""Returns, after a move, what the agent should know."""


class Outcome(NamedTuple):
    """The result of an intent, not yet painted."""

    event: Event | None
    """The recorded event; None if the intent was refused."""
    problem: str = ""
    """Why it was refused, in words."""
    notice: str = ""
    """What the agent must know in any case, such as that the customer hung up."""
    code: str = ""
    """The code of the first reason it was refused for."""
    about: str = ""
    """What that reason is about: a fact, a field of a form."""
    store_code: str = ""
    """The code of the store's problem, if it was the store that refused."""


class CaseOnScreen(Protocol):
    """A live case, real or mock, on its screen."""

    view: StepView
    """The step as last read."""
    hand: Hand
    message: str
    alert: bool
    confirming: str
    """The command that has asked for its key once more."""
    entry: EntryBar
    """The line for typing; while the editor is open, that, for what both have."""
    editor: ReplyEditor
    """The editor for replies."""
    guard: WordingGuard
    leave_reason: str
    """The reason for leaving that a form proposes."""
    ask_fact: Callable[[str], None]
    """Opens the line for a fact, by its id."""
    write_reply: Callable[[], None]
    """Opens the line for a reply."""
    typing_notice: Callable[[], tuple[str, bool]]
    """Returns what the row of messages says while typing, and whether it is a warning."""
    typing_offers: Callable[[], list[KeyOffer]]
    """Returns what the keys do while typing."""
    load_ahead: Callable[[], None]
    """Loads what the line that has just opened will need, once this key is painted."""
    paint: Callable[..., None]
    """Paints panes by name, all by default, as of when the view was read."""

    @property
    def session(self) -> Session:
        """The live case."""

    @property
    def shell(self) -> Shell:
        """The app, as screens see it."""

    @property
    def words(self) -> Mapping[str, str]:
        """The words of the interface."""

    def set_timer(self, delay: float, callback: Callable[[], Any] | None = None) -> object:
        """Call a function in so many seconds."""

    def with_keys(self, text: str) -> str:
        """Fill the blanks of a text with the keys of this screen."""

    def commands(self) -> list[KeyCommand]:
        """Return the commands that have a word, in display order."""

    def holds(self, condition: str) -> bool:
        """Return whether a command's `when` condition holds now."""

    def say(self, message: str = "", alert: bool = False) -> None:
        """Paint the view as last read, with a message."""

    def show(self, message: str = "", alert: bool = False) -> None:
        """Read and paint the step, with a message."""

    def do(self, intent: it.Intent) -> Outcome:
        """Carry out an intent and read the step again; paint nothing."""

    def carry_out(self, intent: it.Intent, message: str = "", tell: Tell | None = None) -> Outcome:
        """Carry out an intent, then paint its result."""

    def choose(self, number: int) -> None:
        """Choose the way with a number, or say why there is none."""

    def move(self, intent: it.Intent, tell: Tell | None = None) -> None:
        """Carry out an intent that leads to another step."""

    def release_case(self, message: str) -> None:
        """Release the case and return to Home with a message."""

    def flush_draft(self) -> str:
        """Save the draft; return why it could not be saved, or ""."""


def say_outcome(
    case: CaseOnScreen, outcome: Outcome, message: str = "", tell: Tell | None = None
) -> None:
    """Paint a case with the result of an intent: a warning, else a message."""
    if outcome.event and tell:
        message = tell()
    warning = outcome.notice or outcome.problem
    case.say(warning or message, alert=bool(warning))


def reason_text(case: CaseOnScreen, reason: Reason) -> str:
    """Return a reason in words, with the names that its flow uses."""
    shell, session = case.shell, case.session

    def book_of(flow: str) -> Book:
        return shell.library.book(flow, shell.language)

    return CaseSentences(session.flows, session.case, case.words, book_of).sentence(reason)


def no_way(case: CaseOnScreen, number: int) -> str:
    """Return why there is no way with a number: no fact shows it, or the step has fewer."""
    choices = case.view.step.choices
    if not 0 < number <= len(choices):
        return filled(case.words["typed.no_way"], {"n": str(number)})
    choice = choices[number - 1]
    fact = hidden_by(case.view.flow, case.session.case, choice.gate)
    return reason_text(case, Reason("hidden", choice.id, detail=fact))


def outcome_of(case: CaseOnScreen, act: Callable[[], Event | Refusal]) -> Outcome:
    """Return what `act` records, or why it is refused, in words."""
    try:
        answer = act()
    except StoreProblem as problem:
        text = case.shell.readings.store_problem(problem)
        return Outcome(None, text, store_code=problem.code)
    if isinstance(answer, Refusal):
        first = answer.reasons[0]
        return Outcome(None, reason_text(case, first), code=first.code, about=first.id)
    return Outcome(answer)


def submit_intent(case: CaseOnScreen, intent: it.Intent) -> str:
    """Carry out an intent for a form; return why it is refused, in words, or ""."""
    return outcome_of(case, lambda: case.session.do(intent)).problem


def drafted(case: CaseOnScreen, field: str) -> str:
    """Return the draft of a form field, or the proposed reason for leaving."""
    draft = case.session.case.drafts.get(field, "")
    return draft or (case.leave_reason if field == LEAVE_REASON else "")


def keep_draft(case: CaseOnScreen, field: str, text: str) -> None:
    """Save the draft of a form field; a full disk is reported on submit."""
    session = case.session
    if text != session.case.drafts.get(field, "") and session.case.status == "open":
        with suppress(StoreProblem):
            session.do(it.DraftField(field, text))


def parked_message(words: Mapping[str, str], case: Case, wish: float | None, now: float) -> str:
    """Return that a case is parked; and until when, if that is not when it would have been.

    `wish` and `now` are in seconds since 1970 UTC.
    """
    until = time_text(formats_of(words), case.park_until, case.zone, now=now)
    if wish is not None and case.park_until > wish + 60:
        return filled(words["home.parked_moved"], {"time": until})
    if outside_hours(case, case.park_until):
        return filled(words["home.parked_outside"], {"time": until})
    return words["home.parked_now"]
