"""What the agent types: facts, notes and replies, with their drafts."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from lenovo_desk.core.engine.gates import open_fact
from lenovo_desk.core.model import intents as it
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.wording.sentences import filled, pair, sentence
from lenovo_desk.tui.desk.case_on_screen import CaseOnScreen
from lenovo_desk.tui.desk.typing import fact_entry
from lenovo_desk.tui.desk.typing.reply import WHERE
from lenovo_desk.tui.desk.typing.reply_line import ReplyLine
from lenovo_desk.tui.desk.wording_guard import FREE, NOTE, REPLY, flags, instead, likeness

if TYPE_CHECKING:
    from lenovo_desk.search.guard import Finding


class TypingLine:
    """Opens the line, saves drafts, and records what is entered."""

    def __init__(self, case: CaseOnScreen) -> None:
        self._case = case
        self._unkept: tuple[str, str] | None = None
        """A field and its text that is not yet saved as a draft."""
        self._replacing = ""
        """The fact whose only value the next one replaces."""
        self._value_text = ""
        """The recorded value that the line opened with."""
        self._taking_out = ""
        """The fact that the next Enter takes out."""
        self._read_as = ""
        """How the date or time in the line is read."""
        self._later = fact_entry.LaterReason(case, self._open, self._ask, self._record)
        self._findings: tuple[Finding, ...] = ()
        self._reply = ReplyLine(case, self._open, self._drop_draft)
        self.before_asking: Callable[[str], str | None] = lambda fact: None
        """Called with a fact's id before the line opens for it.

        Returns None if it did nothing, else a warning to show, or "".
        """

    # --- opening the line

    def fill(self) -> None:
        """Open the line for the first fact of this step without a value."""
        case = self._case
        facts = [fact for fact in case.view.facts if fact.open]
        if facts:
            first = next((fact for fact in facts if fact.value is None), facts[0])
            self.ask_fact(first.id)
        elif case.view.facts:
            case.show(case.view.locked(case.view.facts[0].reasons[:1]), alert=True)
        else:
            case.show(case.words["desk.no_facts"], alert=True)

    def note(self) -> None:
        """Open the line for a note; the phrase stays in view."""
        case = self._case
        self._open(NOTE, (case.words["desk.note"],), case.session.case.drafts.get(NOTE, ""))
        case.paint("hints")

    def reply(self) -> None:
        """Open the line for a reply in the agent's own words."""
        self._reply.begin()

    def ask_fact(self, name: str) -> None:
        """Open the line for a fact, with its draft or its value."""
        if self._ask(name):
            self._case.paint()
        else:
            self._case.paint("hints")

    def _ask(self, name: str) -> bool:
        """Open the line for a fact; return whether the case changed. Paints nothing."""
        case = self._case
        place = open_fact(case.session.flows, case.session.case, name)
        warning = self.before_asking(name) if place else None
        self._replacing = self._taking_out = ""
        if place is None:
            return False
        flow, spec = place
        book = case.shell.library.book(flow.id, case.shell.language)
        self._value_text = text = fact_entry.text_to_edit(book, flow, spec, case.session.case)
        label, quick = fact_entry.fact_prompt(flow, spec, book, case.words, case.session.case)
        self._open(spec.id, label, case.session.case.drafts.get(spec.id, text), quick)
        if warning:
            case.message, case.alert = warning, True
        return warning is not None

    def _open(self, field: str, label: tuple[str, ...], text: str, quick: int = 0) -> None:
        case = self._case
        case.entry.ask(field, label, text, quick)
        case.load_ahead()
        case.message = ""
        self.heed()

    # --- while typing

    def heed(self) -> None:
        """Check free text against the wording rules and paint the findings."""
        case, entry = self._case, self._case.entry
        free, before = entry.field in FREE, self._findings
        named = self._reply.heed()
        self._findings = case.guard.findings(entry.field, entry.text) if free else ()
        if self._findings and self._findings != before:
            case.message = ""
        read = "" if free else fact_entry.read_as(case.session, entry.field, entry.text, case.words)
        if read != self._read_as:
            self._read_as = read
            case.message = ""
            case.paint("hints")
        if free:
            if named:
                case.message = ""
            warning = named or likeness(self._findings, case.words)
            case.paint("hints", beside=entry.relabel(self._free_label(), warning=warning))

    def _free_label(self) -> str:
        case = self._case
        if case.entry.field != REPLY:
            return case.words["desk.note"]
        return self._reply.label()

    def hint(self) -> tuple[str, bool]:
        """Return the last row's text while typing, and whether it is a warning."""
        case = self._case
        if not case.entry.active:
            return "", False
        if without := self._reply.hint():
            return without, True
        if self._findings:
            return instead(self._findings, case.words), True
        if self._read_as:
            return self._read_as, False
        hint = f"entry.hint_{case.entry.field}"
        return case.words.get(hint, case.words["entry.hint"]), False

    def changed(self) -> None:
        """Mark the text as unsaved; an unchanged phrase is not a draft."""
        entry, self._taking_out = self._case.entry, ""
        if entry.active and entry.field not in ("", WHERE):
            text = entry.input.value
            unchanged = entry.field == REPLY and self._reply.untouched(text)
            field = self._later.draft if entry.field == fact_entry.WHY else entry.field
            self._unkept = (field, "" if unchanged else text)

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
        """Record what was entered; a refused text stays a draft."""
        self._unkept = None
        if field == NOTE:
            accepted = self._enter_note(text)
        elif field == REPLY:
            accepted = self._reply.enter(text)
        elif field == WHERE:
            accepted = self._reply.enter_where(text)
        elif field == fact_entry.WHY:
            self._later.enter(text)
            return
        else:
            accepted = self._enter_fact(field, text)
        if not accepted:
            self._unkept = (field, text)

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

    def _enter_fact(self, field: str, text: str) -> bool:
        case = self._case
        if self._take_out(field, text):
            return True
        if not text:
            if following := fact_entry.field_after(case.view.facts, field):
                self.ask_fact(following)
            else:
                self._close()
            return True
        if (
            text == "-"
            and fact_entry.takes_several(case.session, field)
            and len(fact_entry.values_before(case.session, field)) < 2
        ):
            self._give_way(field)
            return True
        return self._record(
            field, fact_entry.with_earlier(case.session, field, text, self._replacing)
        )

    def _record(self, field: str, text: str, why: str = "") -> bool:
        """Record a fact and go to the next; ask for a reason when a promise moves later."""
        case = self._case
        outcome = case.do(it.RecordFact(field, text, why))
        if outcome.code == "needs_why":
            self._unkept = (field, text)
            self._later.ask_for(field, text, self.flush() or outcome.problem)
            return True
        if outcome.event is None:
            case.say(outcome.notice or outcome.problem, alert=True)
            return False
        if fact_entry.takes_several(case.session, field):
            self._ask(field)
        elif following := fact_entry.field_after(case.view.facts, field):
            self._ask(following)
        else:
            case.entry.close()
            case.message = ""
        case.paint()
        return True

    def _take_out(self, field: str, text: str) -> bool:
        """Ask about an emptied field, then take its value out; return whether it was emptied."""
        case = self._case
        title = fact_entry.recorded_title(case.session, case.shell, field)
        emptied = not text and bool(self._value_text or field == self._replacing)
        dropped = text == "-" and not fact_entry.takes_several(case.session, field)
        if not title or not (emptied or dropped):
            return False
        if self._taking_out != field:
            self._taking_out = field
            case.say(filled(case.words["entry.take_out"], {"name": title}), alert=True)
            return True
        outcome = case.do(it.ClearFact(field))
        problem = outcome.notice or outcome.problem
        self._ask(field)
        done = pair(case.words, title, case.words["value.taken_out"])
        case.say(problem or done, alert=bool(problem))
        case.paint()
        return True

    def _give_way(self, field: str) -> None:
        """Let the next value replace the only one: a recorded fact always has a value."""
        case = self._case
        self._ask(field)
        case.entry.input.value = ""
        if fact_entry.values_before(case.session, field):
            self._replacing = field
            case.message = case.words["entry.replaces"]
        else:
            case.message = sentence(case.words, None, Reason("no_change"))
        case.paint()

    def next(self, step: int) -> None:
        """Save the draft and go to the next (1) or previous (-1) fact."""
        if self._case.entry.field == REPLY:
            self._reply.write_without()
            self.changed()
            return
        self.changed()  # the message about the last key may still be on its way
        problem = self.flush()
        if problem:
            self._case.show(problem, alert=True)
        if self._case.entry.field in (*FREE, fact_entry.WHY):
            return
        names = [fact.id for fact in self._case.view.facts if fact.open]
        field = self._case.entry.field
        index = names.index(field) if field in names else -1
        if names:
            self.ask_fact(names[(index + step) % len(names)])
        else:
            self._close()

    def leave(self) -> None:
        """Save the draft and close the line."""
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
