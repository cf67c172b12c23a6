"""What the agent types at the desk: facts, notes, and the drafts of both."""

from textual import on
from textual.widgets import Input

from lenovo_desk.core.engine.gates import open_fact, value_of
from lenovo_desk.core.engine.session import StoreProblem
from lenovo_desk.core.model import intents as it
from lenovo_desk.core.model.flow import FactSpec
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.wording.books import Book, value_text
from lenovo_desk.core.wording.sentences import pair, sentence
from lenovo_desk.tui.desk.wording_guard import FREE, NOTE, Guarded, flags
from lenovo_desk.tui.kit.lines import repaint


class Writing(Guarded):
    """Opens the typing line, keeps what is half typed, and records what is entered."""

    _replacing = ""
    """The fact of several values whose only one gives way to the next."""

    def action_fill(self) -> None:
        """Record the facts of this step, the first open one first."""
        facts = [fact for fact in self.view.facts if fact.open]
        if not facts:
            if self.view.facts:
                self.show(self.view.locked(self.view.facts[0].reasons[:1]), alert=True)
            else:
                self.show(self.words["desk.no_facts"], alert=True)
            return
        first = next((fact for fact in facts if fact.value is None), facts[0])
        self.ask_fact(first.id)

    def ask_fact(self, name: str) -> None:
        """Open the line for a fact, with its draft or its value."""
        self._replacing = ""
        found = open_fact(self.session.flows, self.session.case, name)
        if found is None:
            return
        flow, spec = found
        case = self.session.case
        book = self.shell.library.book(flow.id, self.shell.language)
        value = value_of(flow, case, spec.id)
        known = value_text(book, spec, value, case.zone) if value is not None else ""
        if spec.options or spec.kind == "yes_no" or spec.rows or spec.many:
            known = ""
        label, quick = self._prompt(spec, book)
        self._type(spec.id, label, case.drafts.get(spec.id, known), quick)

    def _type(self, field: str, label: tuple[str, ...], text: str, quick: int = 0) -> None:
        self.entry.ask(field, label, text, quick)
        self.message = ""
        self.heed()
        repaint(self._lines["hints"])

    def _prompt(self, spec: FactSpec, book: Book) -> tuple[tuple[str, ...], int]:
        """Return the title of a fact with what can be typed, and up to which digit enters alone."""
        title, options = book.facts[spec.id], book.options.get(spec.id, {})
        several = (self.words["entry.several"],) if spec.rows or spec.many else ()
        if spec.rows:
            names = " | ".join(book.facts[f"{spec.id}.{one.id}"] for one in spec.rows)
            return (pair(self.words, title, names), *several), 0
        if spec.kind == "yes_no":
            yes, no = self.words["value.yes"], self.words["value.no"]
            return (pair(self.words, title, f"{yes} / {no}"),), 0
        if spec.options:
            shown = (f"{n} {options.get(o, o)}" for n, o in enumerate(spec.options, start=1))
            count = 0 if spec.many or len(spec.options) > 9 else len(spec.options)
            return (pair(self.words, title, ""), *shown, *several), count
        hint = self.words.get(f"kinds.{spec.kind}", "")
        return (title, *((hint,) if hint else ()), *several), 0

    def action_note(self) -> None:
        """Write a note; the phrase stays in view."""
        self._type(NOTE, (self.words["desk.note"],), self.session.case.drafts.get(NOTE, ""))

    @on(Input.Changed)
    def _typing(self) -> None:
        if self.entry.active and self.entry.field:
            field, text = self.entry.field, self.entry.input.value
            self._typed = (field, self._to_keep(field, text))

    def _to_keep(self, field: str, text: str) -> str:
        """Return what is kept of half-typed text."""
        return text

    def flush_draft(self) -> str:
        """Keep what has been typed since the last time; at most a second is ever unkept."""
        if self._typed is None:
            return ""
        (field, text), self._typed = self._typed, None
        try:
            self.session.do(it.DraftField(field, text))
        except StoreProblem as problem:
            self._typed = (field, text)
            message = self.shell.store_problem(problem)
            self.show(message, alert=True)
            return message
        return ""

    def _entered(self, field: str, text: str) -> None:
        self._typed = None
        if field == NOTE:
            note = it.AddNote(text, flags(self.findings(text)))
            if not text or self.do(note, self.words["desk.noted"]):
                return self._close_entry(self.message)
        elif not text:
            return self._next_field(field, 1, only_open=True)
        elif text == "-" and self._is_list(field) and len(self._earlier(field)) < 2:
            return self._give_way(field)
        elif self.do(it.RecordFact(field, self._with_earlier(field, text))):
            if self._is_list(field):
                return self.ask_fact(field)
            return self._next_field(field, 1, only_open=True)
        self._typed = (field, text)  # refused: it stays a draft
        return None

    def _is_list(self, name: str) -> bool:
        found = open_fact(self.session.flows, self.session.case, name)
        return found is not None and bool(found[1].rows or found[1].many)

    def _with_earlier(self, name: str, text: str) -> str:
        """Return what is typed for a fact of several values with those it has; `-` drops the last.

        One is typed at a time; a fact is recorded whole, so that earlier wholes are kept.
        """
        if not self._is_list(name):
            return text
        typed = [] if name == self._replacing else self._earlier(name)
        return "; ".join(typed[:-1] if text == "-" else [*typed, text])

    def _earlier(self, name: str) -> list[str]:
        """Return the values that a fact of several has, as they could be typed."""
        found = open_fact(self.session.flows, self.session.case, name)
        value = value_of(found[0], self.session.case, found[1].id) if found else None
        earlier = () if value is None or isinstance(value, str) else value
        return [one if isinstance(one, str) else "|".join(one) for one in earlier]

    def _give_way(self, field: str) -> None:
        """Let the next value replace the only one: a fact that was recorded is never without."""
        self.ask_fact(field)
        self.entry.input.value = ""
        if self._earlier(field):
            self._replacing = field
            self.message = self.words["entry.replaces"]
        else:
            self.message = sentence(self.words, None, Reason("no_change"))
        repaint(self._lines["hints"])

    def next_entry(self, step: int) -> None:
        """Keep what is typed and go to the next fact, or the one before."""
        self._typing()  # what the last key said of it may still be on its way
        self.flush_draft()
        if self.entry.field not in FREE:
            self._next_field(self.entry.field, step, only_open=False)

    def _next_field(self, name: str, step: int, only_open: bool) -> None:
        facts = [fact for fact in self.view.facts if fact.open]
        names = [fact.id for fact in facts]
        here = names.index(name) if name in names else -1
        if only_open:
            after = [fact.id for fact in facts[here + 1 :] if fact.value is None]
            following = after[0] if after else ""
        else:
            following = names[(here + step) % len(names)] if names else ""
        if following:
            self.ask_fact(following)
        else:
            self._close_entry()

    def leave_entry(self) -> None:
        """Keep what is typed and close the line."""
        self._typing()
        self.flush_draft()
        self._close_entry()

    def _close_entry(self, message: str = "") -> None:
        self.entry.close()
        self.show(message)
