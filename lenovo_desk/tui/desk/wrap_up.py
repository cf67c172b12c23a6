"""The wrap-up: the end of a case, last notes and a summary to paste."""

from functools import partial
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.strip import Strip

from lenovo_desk.core.model import intents as it
from lenovo_desk.core.model.case import at_end
from lenovo_desk.tui.desk.case_on_screen import (
    LEAVE_REASON,
    CaseOnScreen,
    drafted,
    keep_draft,
    submit_intent,
)
from lenovo_desk.tui.desk.dialogs import summary_text, write_record
from lenovo_desk.tui.desk.wording_guard import instead, likeness
from lenovo_desk.tui.kit.base_screen import BaseScreen
from lenovo_desk.tui.kit.edges import MEASURE, TEXT_AT, edged, staged
from lenovo_desk.tui.kit.entry_bar import EntryBar
from lenovo_desk.tui.kit.lines import Lines, line, repaint
from lenovo_desk.tui.kit.pages.form import Ask, Form
from lenovo_desk.tui.kit.pages.translated_page import next_language
from lenovo_desk.tui.kit.text_layout import wrap
from lenovo_desk.tui.kit.theme import inks
from lenovo_desk.tui.kit.times_and_ids import short_id

if TYPE_CHECKING:
    from lenovo_desk.search.guard import Finding

NOTES = "closing_notes"
LOW = 16
"""Rows up to which there is no blank row under the title."""


def wrap_up(case: CaseOnScreen) -> None:
    """Wrap up a case at its end; before that, ask why it is abandoned."""
    case.flush_draft()
    if at_end(case.session.flows, case.session.case):
        case.shell.push_screen(WrapUp(case))
        return
    words, shell = case.words, case.shell

    def check(answers: list[str]) -> str:
        return submit_intent(case, it.AbandonCase(answers[0]))

    def done(closed: bool | None) -> None:
        if closed:
            case.release_case(words["home.abandoned_now"])

    form = Form(
        words["wrap.abandon_title"],
        [Ask(words["wrap.abandon_reason"], drafted(case, LEAVE_REASON), draft=LEAVE_REASON)],
        check,
        words["wrap.enter_abandon"],
        words["wrap.abandon_text"],
        partial(keep_draft, case),
    )
    shell.push_screen(form, done)


class WrapUp(BaseScreen[None], scope="wrap"):
    """Shows the summary and a line for last notes; Enter closes the case."""

    MATTERS = ("wrap.copy", "wrap.close")

    def __init__(self, case: CaseOnScreen) -> None:
        super().__init__()
        self.case = case
        self._language = case.shell.language
        self._found: tuple[Finding, ...] = ()

    def compose(self) -> ComposeResult:
        yield Lines(self._draw, id="summary")
        yield self.message_row()
        yield EntryBar(self._entered, self.action_leave, self._heed, id="entry")
        yield self.keys_row()

    @property
    def typing(self) -> bool:
        """Whether typing enters text: always."""
        return True

    def on_mount(self) -> None:
        """Open the line for last notes."""
        draft = self.case.session.case.drafts.get(NOTES, "")
        self.query_one(EntryBar).ask(NOTES, (self.case.words["wrap.notes"],), draft)
        self.set_timer(0.02, lambda: self.case.guard.warm(NOTES))
        self.set_interval(1.0, self._tick)

    def _tick(self) -> None:
        if self.app.screen_stack[-1:] == [self] and (problem := self.flush_draft()):
            self._tell(problem, True)

    def flush_draft(self) -> str:
        """Save the notes as a draft; return why they could not be saved, or ""."""
        text = self.query_one(EntryBar).text
        if text == self.case.session.case.drafts.get(NOTES, ""):
            return ""
        return submit_intent(self.case, it.DraftField(NOTES, text))

    def _tell(self, message: str, alert: bool = False) -> None:
        """Show a message, without drawing the summary again."""
        self.message, self.alert = message, alert
        self.query_one("#message", Lines).redraw()

    def _heed(self) -> None:
        """Show the findings in the notes; notes are internal, so none is recorded."""
        entry, words = self.query_one(EntryBar), self.case.words
        self._found = self.case.guard.findings(NOTES, entry.text)
        label = entry.relabel(words["wrap.notes"], warning=likeness(self._found, words))
        repaint(label, self.query_one("#message", Lines))

    async def on_key(self, event: events.Key) -> None:
        """Pass a key to the line when it has not the focus."""
        if self.focused is None:
            await self.query_one(EntryBar).input.receive(event)

    @property
    def text(self) -> str:
        """The summary as plain text, in the language chosen for it."""
        return summary_text(self.case, self._language)

    def _draw(self, width: int, height: int) -> list[Strip]:
        """Return the end, what it asks, then the summary on its stage, as it is copied."""
        ink, words, view = inks(self.app), self.case.words, self.case.view
        room = max(8, min(width - TEXT_AT - 1, MEASURE))
        blank = line([], width, ink.plain)
        place = [("  ", ink.status), (words["wrap.title"], ink.status_strong)]
        rows = [
            line([*place, (f"  {short_id(view.case.id)}", ink.status)], width, ink.status),
            *([blank] if height > LOW else []),
            edged(None, [(view.end, ink.title)], ink, width),
            *(
                edged(None, [(part, ink.dim)], ink, width)
                for part in (wrap(view.do, room) if view.do else ())
            ),
            blank,
        ]
        texts = [part for text in self.text.split("\n") for part in wrap(text, room) or [""]]
        keep = max(1, height - len(rows))
        if len(texts) > keep:
            texts = [*texts[: keep - 1], "…"]
        return [*rows, *(staged([(text, ink.stage_half)], ink, width) for text in texts)]

    def notice(self) -> tuple[str, bool]:
        """Return the message to show now, else what could be said instead of what is typed."""
        instead_of = instead(self._found, self.case.words)
        return (self.message, self.alert) if self.message else (instead_of, bool(instead_of))

    def _entered(self, field: str, text: str) -> None:
        problem = submit_intent(self.case, it.CloseCase(text))
        if problem:
            self._tell(problem, True)
        else:
            self.case.release_case(self.case.words["home.closed_now"])

    def action_close(self) -> None:
        """Close the case with the notes as they are."""
        self._entered(NOTES, self.query_one(EntryBar).text)

    def action_leave(self) -> None:
        """Return to the case; the notes stay a draft."""
        problem = self.flush_draft()
        if self.is_active:  # a second key may arrive at the same moment
            self.dismiss(None)
        if problem:
            self.case.show(problem, alert=True)

    def action_record(self) -> None:
        """Write and show the record of the case."""
        self._tell("")
        write_record(self.case, self._tell)

    def action_language(self) -> None:
        """Show the summary in the next language."""
        self._language = next_language(self.case.shell, self._language)
        self.query_one("#summary", Lines).redraw()

    def action_copy_summary(self) -> None:
        """Copy the summary."""
        self._tell(self.case.shell.copy(self.text))
