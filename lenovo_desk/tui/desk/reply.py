"""A reply of the agent's own: typed with the phrase as a beginning, copied, and kept."""

from typing import NamedTuple

from lenovo_desk.core.engine.gates import embargo
from lenovo_desk.core.model import intents as it
from lenovo_desk.core.model.case import effective
from lenovo_desk.core.model.flow import WRITTEN
from lenovo_desk.core.step_parts import PhraseView
from lenovo_desk.core.text import clean_line
from lenovo_desk.core.wording.message_length import MAX_POST, post_weight
from lenovo_desk.core.wording.sentences import filled
from lenovo_desk.tui.desk.fact_typing import Writing
from lenovo_desk.tui.desk.step_column import message_size
from lenovo_desk.tui.desk.wording_guard import REPLY, flags

CHANNEL = "channel"
"""The shared fact that says where the talk with the customer goes on."""
_OTHERWISE = "private"


class Beginning(NamedTuple):
    """Where a reply goes and what it begins as."""

    via: str = _OTHERWISE
    phrase: str = ""
    text: str = ""


class Replying(Writing):
    """Opens the line for a reply, and takes it to the clipboard when it is accepted."""

    _begun = Beginning()

    def action_reply(self) -> None:
        """Write a reply of one's own."""
        begun = self._beginning()
        barred = embargo(self.session.flows, self.session.case, begun.via)
        if barred:
            return self.show(self.why(barred), alert=True)
        draft = self.session.case.drafts.get(REPLY, "")
        self._begun = begun._replace(phrase="", text="") if draft else begun
        return self._type(REPLY, (), draft or begun.text)

    def _beginning(self) -> Beginning:
        """Return the medium of the phrase in view, else the channel's; and the phrase, if ready."""
        view, case = self.view, self.session.case
        phrase = view.phrases[self.hand.phrase % len(view.phrases)] if view.phrases else None
        if phrase and phrase.via in WRITTEN:
            return _beginning_with(phrase)
        spec = view.flow.facts.get(CHANNEL)
        entry = effective(case, CHANNEL) if spec and spec.shared else None
        via = entry.value if entry and isinstance(entry.value, str) else _OTHERWISE
        return Beginning(via if via in WRITTEN else _OTHERWISE)

    def free_label(self) -> str:
        """Return what stands above the line: for a reply its medium and length as well."""
        if self.entry.field != REPLY:
            return super().free_label()
        via = self._begun.via
        text, words = self.entry.text, self.words
        parts = [words["reply.label"], words[f"via.{via}"], message_size(text, via)]
        if via == "public" and post_weight(text) > MAX_POST:
            parts.append(f"! {words['reply.too_heavy']}")
        return " · ".join(part for part in parts if part)

    def _to_keep(self, field: str, text: str) -> str:
        """Return what is kept of half-typed text: a phrase nobody has changed is no draft."""
        return "" if field == REPLY and text == self._begun.text else text

    def _entered(self, field: str, text: str) -> None:
        if field != REPLY:
            return super()._entered(field, text)
        self._typed = None
        if not text:
            self._typed = (field, "")
            self.flush_draft()
            return self._close_entry()
        via, phrase, _ = self._begun
        broken = flags(self.findings(text))
        if self.do(it.WriteReply(text, via, phrase, broken)):
            copied = self.words[f"desk.copied_{self.shell.copy(text)}"]
            return self._close_entry(filled(self.words["reply.kept"], {"copied": copied}))
        self._typed = (field, text)  # refused: it stays a draft
        return None


def _beginning_with(phrase: PhraseView) -> Beginning:
    if phrase.locked or phrase.missing:
        return Beginning(phrase.via)
    return Beginning(phrase.via, phrase.id, clean_line(phrase.text))
