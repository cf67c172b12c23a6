"""A phrase, number or link as QR codes for the agent's phone, in parts where one is too small."""

from collections.abc import Sequence
from pathlib import Path

from textual import events
from textual.app import ComposeResult
from textual.strip import Strip

from lenovo_desk.tui.desk.case_commands import copy_phrase
from lenovo_desk.tui.desk.case_on_screen import CaseOnScreen
from lenovo_desk.tui.desk.qr.code_room import code_strips, laid_out, room_in, words_size
from lenovo_desk.tui.desk.qr.code_words import CodeWords, word_rows
from lenovo_desk.tui.desk.qr.qr_codes import CodePart, code_parts
from lenovo_desk.tui.desk.qr.qr_payloads import Offered, numbers, phrase_payload, without_words
from lenovo_desk.tui.digits import digit
from lenovo_desk.tui.kit.base_screen import BaseModal
from lenovo_desk.tui.kit.lines import Lines
from lenovo_desk.tui.kit.theme import inks


def show_code(case: CaseOnScreen) -> None:
    """Show codes of the phrase in view and the case's numbers and links."""
    session, view, words = case.session, case.view, case.words
    refused = ""
    offered = numbers(view, session.flows, session.case, case.shell.library)
    if view.phrases:
        phrase = view.phrases[case.hand.phrase % len(view.phrases)]
        if phrase.locked or phrase.missing:
            case.carry_out(phrase.copy_intent())
            refused = case.message
        else:
            whole = phrase_payload(phrase, session.flows, session.case, view.book.formats.extension)
            offered[:0] = [whole, without_words(whole)] if whole.kind == "sms" else [whole]
    if offered:
        case.shell.push_screen(QrScreen(case, offered, refused))
    elif not refused:
        case.show(words["qr.nothing"], alert=True)


class QrScreen(BaseModal[None], scope="qr"):
    """One code at a time beside the words it holds, and what else there is to show."""

    CSS_PATH = Path(__file__).with_suffix(".tcss")

    def __init__(self, case: CaseOnScreen, offered: Sequence[Offered], message: str = "") -> None:
        super().__init__()
        self._case = case
        self._offered = offered
        self._at = self._part = 0
        self.message, self.alert = message, bool(message)
        self._parts_shown: set[CodePart] = set()
        self._taken = False

    def compose(self) -> ComposeResult:
        yield Lines(self._draw)

    def holds(self, condition: str) -> bool:
        """Return whether the last row offers another code: what does not fit comes in parts."""
        return len(self._offered) > 1 or len(self._parts(self._at)) > 1

    def matters(self) -> tuple[str, ...]:
        """Return the command that matters now: to see the rest, else to copy."""
        more = self._part + 1 < len(self._parts(self._at))
        return ("qr.next",) if more else ("qr.copy",)

    def _parts(self, number: int) -> tuple[CodePart, ...]:
        """Return the codes of what is offered under a number, for the room there is now."""
        current = self._offered[number]
        width, height = self.size
        return code_parts(current.text, current.payload, room_in(width, height - 1).side)

    def _draw(self, width: int, height: int) -> list[Strip]:
        ink, parts = inks(self.app), self._parts(self._at)
        size = width, height - 1
        room = room_in(*size)
        code = code_strips(parts[self._part].payload, room.side) if parts else []
        spoken = word_rows(self._words(parts), ink, words_size(code, room, size))
        return [*laid_out(code, spoken, room, ink, size), *self.draw_keys(width, 1)]

    def _words(self, parts: Sequence[CodePart]) -> CodeWords:
        words, current = self._case.words, self._offered[self._at]
        in_view_before = (number for number, part in enumerate(parts) if part in self._parts_shown)
        note = ""
        if len(parts) > 1:
            apart = current.kind == "sms" and parts[0].payload != parts[0].text
            note = self.with_keys(words["qr.messages_apart" if apart else "qr.texts_apart"])
        return CodeWords(
            title=self._title(parts),
            texts=[part.text for part in parts] or [current.text],
            part=self._part,
            parts_shown=frozenset(in_view_before),
            note=note if parts else self.with_keys(words["qr.too_small"]),
            labels=[self._label(current) for current in self._offered],
            at=self._at,
            message=self.message,
            alert=self.alert,
        )

    def _title(self, parts: Sequence[CodePart]) -> str:
        """Return what the code is, and which of how many."""
        kind = self._case.words[f"qr.{self._offered[self._at].kind}"]
        return f"{kind} {self._part + 1}/{len(parts)}" if len(parts) > 1 else kind

    def _label(self, current: Offered) -> str:
        kind = self._case.words[f"qr.{current.kind}"]
        return f"{kind} {current.name}" if current.name else kind

    def on_resize(self, event: events.Resize) -> None:
        """Cut the text for the new room, and note what can be read."""
        self._go_to(self._at, min(self._part, max(0, len(self._parts(self._at)) - 1)))

    def _go_to(self, number: int, part: int) -> None:
        """Show a code; a phrase counts as used once every part of it could be read."""
        self._at, self._part = number, part
        current, parts = self._offered[number], self._parts(number)
        self._parts_shown.update(parts[part : part + 1])
        if current.phrase and not self._taken and parts and self._parts_shown.issuperset(parts):
            self._taken = True
            if self._case.carry_out(current.phrase.copy_intent()).event is None:
                self.message, self.alert = self._case.message, self._case.alert
        self.query_one(Lines).redraw()

    def action_next(self, step: int) -> None:
        """Show the next or previous part, then what else there is."""
        self.message = ""
        part = self._part + step
        if 0 <= part < len(self._parts(self._at)):
            self._go_to(self._at, part)
            return
        number = (self._at + step) % len(self._offered)
        self._go_to(number, 0 if step > 0 else max(0, len(self._parts(number)) - 1))

    def on_key(self, event: events.Key) -> None:
        """Show what stands at a digit."""
        number = digit(event.character)
        if number is not None and number <= len(self._offered):
            event.stop()
            self.message = ""
            self._go_to(number - 1, 0)

    def action_copy(self) -> None:
        """Copy the whole text; a phrase is recorded as used."""
        current = self._offered[self._at]
        if current.phrase is not None:
            self._taken = True
            copy_phrase(self._case)
            self.message, self.alert = self._case.message, self._case.alert
        else:
            self.message, self.alert = self._case.shell.copy(current.text), False
        self.query_one(Lines).redraw()

    def action_close(self) -> None:
        """Return to the desk."""
        self.dismiss(None)
