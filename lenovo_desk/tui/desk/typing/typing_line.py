"""What the agent types: facts, notes and replies, with their drafts."""

from typing import TYPE_CHECKING

from lenovo_desk.core.model import intents as it
from lenovo_desk.tui.desk.case_on_screen import CHOOSE, CaseOnScreen
from lenovo_desk.tui.desk.typing.fact_line import FactLine
from lenovo_desk.tui.desk.typing.fact_prompt import read_as
from lenovo_desk.tui.desk.typing.later_reason import WHY
from lenovo_desk.tui.desk.typing.reply import WHERE
from lenovo_desk.tui.desk.typing.reply_line import ReplyLine
from lenovo_desk.tui.desk.wording_guard import FREE, NOTE, REPLY, flags, instead, likeness
from lenovo_desk.tui.kit.hint_row import KeyOffer, entry_keys
from lenovo_desk.tui.kit.options import Options

if TYPE_CHECKING:
    from lenovo_desk.search.guard import Finding


class TypingLine:
    """Opens the line, saves drafts, and records what is entered."""

    def __init__(self, case: CaseOnScreen) -> None:
        self._case = case
        self._unkept: tuple[str, str] | None = None
        """A field and its text that is not yet saved as a draft."""
        self._read_as = ""
        """How the date or time in the line is read."""
        self._row: object = None
        """What the last rows say while typing, as last painted."""
        self.facts = FactLine(case, self._open, self._close, self._keep)
        self._findings: tuple[Finding, ...] = ()
        self._reply = ReplyLine(case, self._open, self._drop_draft)

    # --- opening the line

    def note(self) -> None:
        """Open the line for a note; the phrase stays in view."""
        case = self._case
        self._open(NOTE, (case.words["desk.note"],), case.session.case.drafts.get(NOTE, ""))
        case.paint("hints")

    def reply(self) -> None:
        """Open the line for a reply in the agent's own words."""
        self._reply.begin()

    def _open(
        self,
        field: str,
        label: tuple[str, ...],
        text: str,
        options: Options | None = None,
        whole: bool = False,
    ) -> None:
        case = self._case
        if case.entry.active and case.entry.field == REPLY:
            self.leave()
        case.entry.ask(field, label, text, options, whole=whole)
        case.load_ahead()
        case.message = ""
        self.heed()

    # --- while typing

    def heed(self) -> None:
        """Check free text against the wording rules; paint what the line means now."""
        case, entry = self._case, self._case.entry
        if entry.field == REPLY:
            self._reply.heed()
            return
        free, before, row = entry.field == NOTE, self._findings, (case.message, self._row)
        self.facts.heed()
        self._findings = case.guard.findings(entry.field, entry.text) if free else ()
        read = "" if free else read_as(case.session, entry.field, entry.text, case.words)
        if (self._findings and self._findings != before) or read != self._read_as:
            case.message = ""
        self._read_as = read
        self._row = (self.notice(), self.offers())
        if free:
            warning = likeness(self._findings, case.words)
            case.paint("hints", beside=entry.relabel(case.words["desk.note"], warning=warning))
        elif entry.input.options:
            case.paint("hints", beside=entry.label)
        elif row != (case.message, self._row):
            case.paint("hints")

    def notice(self) -> tuple[str, bool]:
        """Return what the row of messages says while typing, and whether it is a warning."""
        case = self._case
        if not case.entry.active:
            return "", False
        if case.entry.field == REPLY:
            return self._reply.notice()
        if self._findings:
            return instead(self._findings, case.words), True
        return self._read_as, False

    def offers(self) -> list[KeyOffer]:
        """Return what the keys do while typing."""
        case, words = self._case, self._case.words
        field = case.entry.field
        if field in (*FREE, WHY, WHERE):
            enter = words.get(f"entry.enter_{field}", words["entry.enter"])
            breaks = field == REPLY and not case.editor.input.one_paragraph
            lines = [KeyOffer("ctrl+j", words["reply.break_line"])] if breaks else []
            return [*entry_keys(enter, words), *lines]
        return self.facts.offers()

    def changed(self) -> None:
        """Mark the text as unsaved; an unchanged phrase is not a draft."""
        entry = self._case.entry
        if entry.active and entry.field not in ("", WHERE):
            text = entry.input.value
            unchanged = entry.field == REPLY and self._reply.untouched(text)
            field = self.facts.later.draft if entry.field == WHY else entry.field
            self._unkept = (field, "" if unchanged else text)

    def _keep(self, field: str, text: str) -> str:
        """Save a draft; return why it could not be saved, or ""."""
        self._unkept = (field, text)
        return self.flush()

    def flush(self) -> str:
        """Save the draft; return why it could not be saved, or ""."""
        if self._unkept is None:
            return ""
        (field, text), self._unkept = self._unkept, None
        case = self._case
        problem = case.shell.refusal(lambda: case.session.do(it.DraftField(field, text)))
        if problem:
            self._unkept = (field, text)
        return problem

    # --- leaving the line

    def enter(self, field: str, text: str) -> None:
        """Record what was entered; a refused text stays a draft.

        The Enter that closes the line is never one that chooses, however often it arrives.
        """
        self._unkept = None
        if field == NOTE:
            accepted = self._enter_note(text)
        elif field == REPLY:
            accepted = self._reply.enter(text)
        elif field == WHERE:
            accepted = self._reply.enter_where(text)
        elif field == WHY:
            self.facts.later.enter(text)
            accepted = True
        else:
            accepted = self.facts.enter(field, text)
        if not accepted:
            self._unkept = (field, text)
        if not self._case.entry.active:
            self._case.confirming = CHOOSE

    def _enter_note(self, text: str) -> bool:
        case = self._case
        if not text:
            self._close(case.message)
            return True
        outcome = case.do(it.AddNote(text, flags(case.guard.findings(NOTE, text))))
        if outcome.event is None:
            case.say(outcome.notice or outcome.problem, alert=True)
            return False
        case.entry.close()
        case.say(outcome.notice or case.words["desk.noted"])
        return True

    def next(self, step: int) -> None:
        """Save the draft and go to the next (1) or previous (-1) fact."""
        if self._case.entry.field == REPLY:
            self._reply.take_sentence()
            return
        self.changed()  # the message about the last key may still be on its way
        problem = self.flush()
        if problem:
            self._case.show(problem, alert=True)
        if self._case.entry.field not in (*FREE, WHY):
            self.facts.next(step)

    def leave(self) -> None:
        """Save the draft and close the line; `f` need not come back to a fact left untouched."""
        case = self._case
        if case.entry.field not in (*FREE, WHY, WHERE) and case.entry.input.untouched:
            case.hand = case.hand._replace(passed="facts")
        self.changed()
        self.flush()
        self._close()

    def _drop_draft(self, field: str) -> None:
        """Forget what was typed in a field, and close the line."""
        self._unkept = (field, "")
        self.flush()
        self._close()

    def _close(self, message: str = "") -> None:
        self._case.entry.close()
        self._case.show(message)
