"""What the agent types as a reply: where it goes, what it must not say, how it is kept."""

from collections.abc import Callable

from lenovo_desk.core.engine.gates import embargo
from lenovo_desk.core.model import intents as it
from lenovo_desk.core.wording.sentences import filled
from lenovo_desk.tui.desk.case_on_screen import CaseOnScreen, reason_text
from lenovo_desk.tui.desk.typing.public_guard import PublicGuard
from lenovo_desk.tui.desk.typing.reply import (
    WHERE,
    Reply,
    media_to_ask,
    reply_draft,
    reply_label,
    where_options,
)
from lenovo_desk.tui.desk.wording_guard import REPLY, flags
from lenovo_desk.tui.kit.options import Options

PUBLIC = "public"


class ReplyLine:
    """Opens the line for a reply, marks in a public one what names somebody, and keeps it."""

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

    def begin(self) -> None:
        """Open the line for a reply; without a channel yet, ask where it goes first."""
        reply = reply_draft(self._case.view, self._case.hand)
        if reply.via:
            self._write(reply)
            return
        options = where_options(media_to_ask(self._case.view), self._case.words)
        self._open(WHERE, (self._case.words["reply.where"], *options.labels), "", options)
        self._case.paint("hints")

    def _write(self, reply: Reply) -> None:
        case = self._case
        locked = embargo(case.session.flows, case.session.case, reply.via)
        if locked:
            case.entry.close()
            case.show(reason_text(case, locked), alert=True)
            return
        draft = case.session.case.drafts.get(REPLY, "")
        self._reply = reply._replace(phrase="", text="", blanks=()) if draft else reply
        self._open(REPLY, (), draft or reply.text, None)
        case.paint("hints")

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

    def heed(self) -> str:
        """Mark what names somebody in a public reply; return it in words, or ""."""
        entry = self._case.entry
        self._public.heed(entry.input.value, entry.field == REPLY and self._reply.via == PUBLIC)
        return self._public.warning(entry.input.value)

    def hint(self) -> str:
        """Return how to go on without what names somebody, or ""."""
        return self._public.hint()

    def label(self) -> str:
        """Return the label of the line: the medium and the length."""
        return reply_label(self._reply.via, self._case.entry.text, self._case.words)

    def untouched(self, text: str) -> bool:
        """Return whether a text is the phrase that the reply began with."""
        return text == self._reply.text

    def write_without(self) -> None:
        """Put the reply without what names somebody in place of the one on the line."""
        line = self._case.entry.input
        text = self._public.without(line.value) if self._reply.via == PUBLIC else line.value
        if text != line.value:
            line.value = text
            line.cursor_position = len(text)
            self._case.say()

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
            case.say(f"{outcome.notice or outcome.problem} {self.hint()}".rstrip(), alert=True)
            return False
        copied = case.shell.copy(text)
        case.entry.close()
        case.say(filled(case.words["reply.kept"], {"copied": copied}))
        return True
