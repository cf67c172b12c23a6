"""What the agent types as a reply: where it goes, what it must not say, how it is kept."""

from collections.abc import Callable

from lenovo_desk.core.engine.gates import embargo
from lenovo_desk.core.model import intents as it
from lenovo_desk.core.wording.sentences import filled
from lenovo_desk.tui.desk.case_on_screen import CaseOnScreen, reason_text
from lenovo_desk.tui.desk.typing.doubts import doubts_of
from lenovo_desk.tui.desk.typing.public_guard import PublicGuard
from lenovo_desk.tui.desk.typing.reply import (
    WHERE,
    Reply,
    media_to_ask,
    reply_draft,
    signature_of,
    where_options,
)
from lenovo_desk.tui.desk.wording_guard import REPLY, flags
from lenovo_desk.tui.kit.options import Options

PUBLIC = "public"
SOON = 0.12
"""Seconds after a key until a text is looked at; keys in between cost nothing."""


class ReplyLine:
    """Opens the editor for a reply, marks in it what should not go out, and keeps it."""

    def __init__(
        self,
        case: CaseOnScreen,
        open_line: Callable[[str, tuple[str, ...], str, Options | None], None],
        drop: Callable[[str], None],
    ) -> None:
        """Take how the line is opened, and how the draft of a field is dropped."""
        self._case, self._open, self._drop = case, open_line, drop
        self._reply = Reply()
        self._public = PublicGuard(case)
        self._begun = ""
        """The phrase that the reply began with, as the editor has it."""
        self._judging = False
        """Whether the text will be looked at before long."""

    def begin(self) -> None:
        """Open the editor for a reply; without a channel yet, ask where it goes first."""
        reply = reply_draft(self._case.view, self._case.hand)
        if reply.via:
            self._write(reply)
            return
        options = where_options(media_to_ask(self._case.view), self._case.words)
        self._open(WHERE, (self._case.words["reply.where"], *options.labels), "", options)
        self._case.paint("hints")

    def _write(self, reply: Reply) -> None:
        case, view = self._case, self._case.view
        locked = embargo(case.session.flows, case.session.case, reply.via)
        case.entry.close()
        if locked:
            case.show(reason_text(case, locked), alert=True)
            return
        draft = case.session.case.drafts.get(REPLY, "")
        self._reply = reply._replace(phrase="", text="", blanks=()) if draft else reply
        book = case.shell.library.book(view.flow.id, case.session.case.language)
        signature = signature_of(view, book.phrases, case.hand, reply.via)
        case.editor.write(reply.via, draft or reply.text, signature)
        self._begun = "" if draft else case.editor.input.value
        case.load_ahead()
        case.message = ""
        case.paint()
        self.heed()

    def enter_where(self, text: str) -> bool:
        """Open the reply in the chosen medium; Enter alone leaves. Return that it is done."""
        index = self._case.entry.meant
        if index is not None:
            self._write(Reply(media_to_ask(self._case.view)[index]))
        elif text:
            self._case.entry.input.choose_all()
            self._case.say(self._case.words["entry.no_option"], alert=True)
        else:
            self._drop(WHERE)
        return True

    def heed(self) -> None:
        """Look at the text before long: not on the path of a key."""
        if not self._judging:
            self._judging = True
            self._case.set_timer(SOON, self._judge_soon)

    def _judge_soon(self) -> None:
        self._judging = False
        if self._case.editor.active:
            self.judge()

    def judge(self) -> None:
        """Mark now what should not go out, and say why."""
        case, public = self._case, self._reply.via == PUBLIC
        before = case.editor.doubts
        doubts = doubts_of(case, case.editor.input.value, self._public if public else None)
        if doubts != before:
            case.editor.doubt(doubts)
            case.paint("head", "column", "hints")

    def notice(self) -> tuple[str, bool]:
        """Return what the row of messages says: a doubt that there is no room for elsewhere."""
        editor = self._case.editor
        if not editor.doubts or editor.names_doubts:
            return "", False
        first = editor.doubts[0]
        rather = filled(self._case.words["reply.rather"], {"text": first.sentence})
        return f"{first.why} {rather if first.sentence else ''}".rstrip(), True

    def untouched(self, text: str) -> bool:
        """Return whether a text is the phrase that the reply began with."""
        return text == self._begun

    def take_sentence(self) -> None:
        """Put the first sentence that is offered in place of the doubted one."""
        case = self._case
        self.judge()
        if case.editor.doubts:
            case.editor.input.value = case.editor.doubts[0].text
            case.message = ""
            self.judge()
            case.paint()

    def enter(self, text: str) -> bool:
        """Keep and copy the reply; return whether it was accepted. An empty one leaves the line."""
        case = self._case
        if not text:
            self._drop(REPLY)
            return True
        findings = flags(case.guard.findings(REPLY, text))
        reply = self._reply
        outcome = case.do(it.WriteReply(text, reply.via, reply.phrase, findings, reply.blanks))
        if outcome.event is None:
            self.judge()
            case.say(outcome.notice or outcome.problem, alert=True)
            return False
        copied = case.shell.copy(text)
        case.entry.close()
        case.say(filled(case.words["reply.kept"], {"copied": copied}))
        return True
