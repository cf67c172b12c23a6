"""Wrap-up: how the case ends, last notes, a summary ready to paste."""

from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.strip import Strip

from lenovo_desk.core.engine.session import StoreProblem
from lenovo_desk.core.model import intents as it
from lenovo_desk.core.model.case import at_end
from lenovo_desk.core.model.events import Refusal
from lenovo_desk.core.summary import summary
from lenovo_desk.core.wording.sentences import sentence
from lenovo_desk.tui.desk.entry_bar import Entry
from lenovo_desk.tui.desk.wording_guard import instead, likeness
from lenovo_desk.tui.kit.base_screen import DeskScreen
from lenovo_desk.tui.kit.form import Ask, Form
from lenovo_desk.tui.kit.input_line import catch
from lenovo_desk.tui.kit.lines import Lines, line, repaint
from lenovo_desk.tui.kit.text_layout import wrap
from lenovo_desk.tui.kit.theme import inks
from lenovo_desk.tui.kit.translated_page import next_language

if TYPE_CHECKING:
    from lenovo_desk.search.guard import Finding
    from lenovo_desk.tui.desk.desk_screen import Desk

NOTES = "closing_notes"


def wrap_up(desk: "Desk") -> None:
    """Wrap up a case at its end; before one, ask for the reason to abandon it."""
    desk.flush_draft()
    if at_end(desk.session.flows, desk.session.case):
        desk.app.push_screen(WrapUp(desk))
        return
    words, shell = desk.words, desk.shell

    def check(answers: list[str]) -> str:
        return finish(desk, it.AbandonCase(answers[0]))

    def done(closed: bool | None) -> None:
        if closed:
            desk.put_down(words["home.abandoned_now"])

    form = Form(
        words["wrap.abandon_title"],
        [Ask(words["wrap.abandon_reason"], desk.drafted("leave.reason"), draft="leave.reason")],
        check,
        words["form.hint"],
        words["wrap.abandon_text"],
        desk.keep_draft,
    )
    shell.push_screen(form, done)


def finish(desk: "Desk", intent: it.Intent) -> str:
    """Close the case; return why it cannot be closed, or an empty string."""
    try:
        answer = desk.session.do(intent)
    except StoreProblem as problem:
        return desk.shell.store_problem(problem)
    if isinstance(answer, Refusal):
        return sentence(desk.words, desk.view.book, answer.reasons[0])
    return ""


class WrapUp(DeskScreen[None], scope="wrap"):
    """The summary, and one line for last notes; Enter closes the case."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__()
        self.desk = desk
        self.message = ""
        self.alert = False
        self._language = desk.shell.language
        self._found: tuple[Finding, ...] = ()

    def compose(self) -> ComposeResult:
        yield Lines(self._draw, id="summary")
        yield Entry(self._entered, self.action_leave, self._heed, id="entry")
        yield Lines(self._draw_hints, id="hints")

    @property
    def typing(self) -> bool:
        """Whether what is typed becomes text: always."""
        return True

    def on_mount(self) -> None:
        """Ask for last notes at once."""
        draft = self.desk.session.case.drafts.get(NOTES, "")
        self.query_one(Entry).ask(NOTES, (self.desk.words["wrap.notes"],), draft)
        self.set_interval(1.0, self._tick)

    def _tick(self) -> None:
        if self.app.screen_stack[-1:] == [self] and (problem := self.flush_draft()):
            self.message, self.alert = problem, True
            repaint(self.query_one("#hints", Lines))

    def flush_draft(self) -> str:
        """Keep the notes typed since the last time; return why they cannot be kept."""
        text = self.query_one(Entry).text
        if text == self.desk.session.case.drafts.get(NOTES, ""):
            return ""
        return finish(self.desk, it.DraftField(NOTES, text))

    def _heed(self) -> None:
        """Say at once what the notes are like; they stay in the house, so none is kept."""
        entry, words = self.query_one(Entry), self.desk.words
        self._found = self.desk.findings(entry.text)
        label = entry.relabel(words["wrap.notes"], warning=likeness(self._found, words))
        repaint(label, self.query_one("#hints", Lines))

    async def on_key(self, event: events.Key) -> None:
        """Take what was typed before the line had the focus."""
        await catch(self, event, self.query_one(Entry).input)

    @property
    def text(self) -> str:
        """The summary as plain text, in the language chosen for it."""
        library = self.desk.shell.library
        words = library.words(self._language)
        return summary(self.desk.session, library, words, self._language)

    def _draw(self, width: int, height: int) -> list[Strip]:
        ink, words = inks(self.app), self.desk.words
        room = min(width - 4, 90)
        rows = [
            line([(f" {words['wrap.title']}", ink.status_strong)], width, ink.status),
            line([(f" {self.desk.view.end}", ink.title)], width, ink.plain),
            line([], width, ink.plain),
        ]
        for text in self.text.split("\n"):
            for part in wrap(text, room) if text else [""]:
                rows.append(line([("  ", ink.plain), (part, ink.plain)], width, ink.plain))
        if len(rows) > height:
            rows = [*rows[: height - 1], line([("  …", ink.dim)], width, ink.plain)]
        return rows

    def _draw_hints(self, width: int, height: int) -> list[Strip]:
        message = self.message or instead(self._found, self.desk.words)
        alert = self.alert if self.message else bool(message)
        return self.hint_row(message, alert, width)

    def _entered(self, field: str, text: str) -> None:
        problem = finish(self.desk, it.CloseCase(text))
        if problem:
            self.message, self.alert = problem, True
            self.query_one("#hints", Lines).redraw()
        else:
            self.desk.put_down(self.desk.words["home.closed_now"])

    def action_close(self) -> None:
        """Close the case with the notes as they are."""
        self._entered(NOTES, self.query_one(Entry).text)

    def action_leave(self) -> None:
        """Return to the case; the notes stay a draft."""
        problem = self.flush_draft()
        if self.is_active:  # a second key may come in the same moment
            self.dismiss(None)
        if problem:
            self.desk.show(problem, alert=True)

    def action_record(self) -> None:
        """Write the record of the case as a page to print, and show it."""
        self.message = self.desk.show_record()
        self.alert = bool(self.message)
        self.query_one("#hints", Lines).redraw()

    def action_language(self) -> None:
        """Show the summary in the next language."""
        self._language = next_language(self.desk.shell, self._language)
        self.query_one("#summary", Lines).redraw()

    def action_copy_summary(self) -> None:
        """Copy the summary."""
        how = self.desk.shell.copy(self.text)
        self.message = self.desk.words[f"desk.copied_{how}"]
        self.query_one("#hints", Lines).redraw()
