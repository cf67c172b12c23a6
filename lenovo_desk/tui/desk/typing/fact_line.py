"""The facts on the line: asked for in order, recorded, corrected and taken out."""

from collections.abc import Callable

from lenovo_desk.core.engine.gates import open_fact
from lenovo_desk.core.later_facts import later_facts
from lenovo_desk.core.model import intents as it
from lenovo_desk.core.model.flow import FactSpec
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.values.closed_answers import option_meant
from lenovo_desk.core.wording.sentences import filled, pair, sentence
from lenovo_desk.tui.desk.case_on_screen import CaseOnScreen
from lenovo_desk.tui.desk.typing import fact_entry
from lenovo_desk.tui.desk.typing.fact_keys import fact_keys
from lenovo_desk.tui.desk.typing.fact_prompt import (
    FactPrompt,
    answers,
    fact_prompt,
    recorded_text,
)
from lenovo_desk.tui.desk.typing.later_reason import LaterReason
from lenovo_desk.tui.kit.hint_row import KeyOffer
from lenovo_desk.tui.kit.options import Options

Open = Callable[[str, tuple[str, ...], str, Options | None, bool], None]
"""Opens the line for a field: its label and text, what digits choose, whether the text is whole."""


class FactLine:
    """Asks for facts on the line, one after another."""

    def __init__(
        self,
        case: CaseOnScreen,
        open_line: Open,
        close: Callable[[], None],
        keep: Callable[[str, str], str],
    ) -> None:
        """Take what opens and closes the line, and what saves a draft, which says why not."""
        self._case, self._open, self._close, self._keep_draft = case, open_line, close, keep
        self._replacing = ""
        """The fact whose only value the next one replaces."""
        self._value_text = ""
        """The recorded value of the fact as it can be edited."""
        self._taking_out = ""
        """The fact that the next Enter takes out."""
        self._message = ""
        """What the Enter before led to in words, until anything else is typed."""
        self._opened_by_enter = False
        """Whether the Enter that recorded the fact before was the last key."""
        self.later = LaterReason(case, self._open_reason, self.ask, self._record)
        self.before_asking: Callable[[str], str | None] = lambda fact: None
        """Called with a fact's id before the line opens for it.

        Returns None if it did nothing, else a warning to show, or "".
        """

    def fill(self) -> None:
        """Open the line for the first fact of this step without a value."""
        case = self._case
        facts = [fact for fact in case.view.facts if fact.open]
        if facts:
            first = next((fact for fact in facts if fact.value is None), facts[0])
            self.ask_and_paint(first.id)
        elif later := self._later():
            self.ask_and_paint(later[0])
        elif case.view.facts:
            case.show(case.view.locked(case.view.facts[0].reasons[:1]), alert=True)
        else:
            case.show(case.words["desk.no_facts"], alert=True)

    def ask_and_paint(self, name: str) -> None:
        """Open the line for a fact, with its draft or its value."""
        if self.ask(name):
            self._case.paint()
        else:
            self._case.paint("hints")

    def ask(self, name: str) -> bool:
        """Open the line for a fact; return whether the case changed. Paints nothing.

        A draft is gone on with at its end; what is typed first takes the place of a value.
        """
        case = self._case
        place = open_fact(case.session.flows, case.session.case, name)
        warning = self.before_asking(name) if place else None
        self._replacing = self._taking_out = ""
        self._opened_by_enter = False
        if place is None:
            return False
        flow, spec = place
        book, live = case.shell.library.book(flow.id, case.shell.language), case.session.case
        prompt = fact_prompt(flow, spec, book, case.words, live)
        self._value_text = prompt.value
        draft = live.drafts.get(spec.id, prompt.value)
        if draft != prompt.value and prompt.value:
            recorded = recorded_text(book, flow, spec, case.words, live)
            prompt = prompt._replace(label=(prompt.label[0], recorded, *prompt.label[1:]))
        if spec.id not in {fact.id for fact in case.view.facts}:
            prompt = prompt._replace(label=(case.words["entry.not_here"], *prompt.label))
        self._show(spec, prompt, draft)
        if warning:
            case.message, case.alert = warning, True
        return warning is not None

    def _show(self, spec: FactSpec, prompt: FactPrompt, draft: str) -> None:
        whole = bool(draft) and draft == prompt.value
        self._open(spec.id, prompt.label, draft, prompt.options, whole)

    def _open_reason(self, field: str, label: tuple[str, ...], text: str) -> None:
        self._open(field, label, text, None, False)

    def heed(self) -> None:
        """Forget what the Enter before meant once anything else is typed."""
        if self._message and self._case.message == self._message:
            self._case.message = ""
        self._taking_out = self._message = ""
        self._opened_by_enter = False

    def offers(self) -> list[KeyOffer]:
        """Return what the keys do now."""
        return fact_keys(self._case, self._value_text)

    def _say(self, message: str, alert: bool = False) -> None:
        """Show a message until anything else is typed."""
        self._message = message
        self._case.say(message, alert)

    def enter(self, field: str, text: str) -> bool:
        """Record what was entered; return whether it was accepted.

        A field that is left as it was leads on to the next one, an emptied one asks whether its
        value is to be taken out. The Enter that recorded the fact before is never taken for one
        that leaves this one, however often it arrives.
        """
        case = self._case
        untouched = case.entry.input.untouched
        if self._opened_by_enter and untouched:
            self._opened_by_enter = False
            self._say(case.words["entry.enter_spent"])
            return True
        if self._take_out(field, text):
            return True
        if not text or (untouched and text == self._value_text):
            if following := fact_entry.field_after(case.view.facts, field):
                self.ask_and_paint(following)
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
        text = self._answer(field, text)
        return self._record(
            field, fact_entry.with_earlier(case.session, field, text, self._replacing)
        )

    def _answer(self, field: str, text: str) -> str:
        """Return the option that a text means, or the text when it means none."""
        case = self._case
        place = open_fact(case.session.flows, case.session.case, field)
        if place is None or place[1].rows:
            return text
        book = case.shell.library.book(place[0].id, case.shell.language)
        labels = answers(place[1], book, case.words)
        return option_meant(text, labels, place[1].kind) or text

    def _record(self, field: str, text: str, why: str = "") -> bool:
        """Record a fact and go to the next; ask for a reason when a promise moves later."""
        case = self._case
        outcome = case.do(it.RecordFact(field, text, why))
        if outcome.code == "needs_why":
            self.later.ask_for(field, text, self._keep_draft(field, text) or outcome.problem)
            return True
        if outcome.event is None:
            if case.entry.input.options:
                case.entry.input.choose_all()
            self._say(outcome.notice or outcome.problem, alert=True)
            return False
        if fact_entry.takes_several(case.session, field):
            self.ask(field)
        elif following := fact_entry.field_after(case.view.facts, field):
            self.ask(following)
            self._opened_by_enter = True
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
            self._say(filled(case.words["entry.take_out"], {"name": title}), alert=True)
            return True
        outcome = case.do(it.ClearFact(field))
        problem = outcome.notice or outcome.problem
        self.ask(field)
        done = pair(case.words, title, case.words["value.taken_out"])
        case.say(problem or done, alert=bool(problem))
        case.paint()
        return True

    def _give_way(self, field: str) -> None:
        """Let the next value replace the only one: a recorded fact always has a value."""
        case = self._case
        self.ask(field)
        case.entry.input.open("", options=case.entry.input.options)
        if fact_entry.values_before(case.session, field):
            self._replacing = field
            case.message = case.words["entry.replaces"]
        else:
            case.message = sentence(case.words, None, Reason("no_change"))
        case.paint()

    def next(self, step: int) -> None:
        """Go to the next (1) or previous (-1) fact: this step's, then those of the next steps."""
        case, field = self._case, self._case.entry.field
        own = [fact.id for fact in case.view.facts if fact.open]
        names = own if step < 0 and field in own else [*own, *self._later()]
        index = names.index(field) if field in names else -1
        if names:
            self.ask_and_paint(names[(index + step) % len(names)])
        else:
            self._close()

    def _later(self) -> tuple[str, ...]:
        """Return the facts that the next steps ask for and that can be recorded already."""
        session = self._case.session
        return later_facts(session.flows, session.case, session.now())
