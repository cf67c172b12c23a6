"""What is typed in free words, held against the rules of wording at every key."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual.strip import Strip

from lenovo_desk.core.wording.sentences import filled
from lenovo_desk.tui.desk.case_screen import Live
from lenovo_desk.tui.kit.lines import repaint

if TYPE_CHECKING:
    from lenovo_desk.core.model.wording_rules import Rule
    from lenovo_desk.search.guard import Finding

NOTE, REPLY = "note", "reply"
FREE = (NOTE, REPLY)
"""What is typed in free words, beside the facts."""


def warm(rules: "tuple[Rule, ...]") -> None:
    """Make rules ready before the first key is held against them."""
    from lenovo_desk.search.guard import guard

    guard("", rules)


def flags(found: "tuple[Finding, ...]") -> tuple[str, ...]:
    """Return what is kept of findings: the ids of the rules."""
    return tuple(one.rule for one in found)


def likeness(found: "tuple[Finding, ...]", words: Mapping[str, str]) -> str:
    """Return what the first finding is like, in words, and how many more there are."""
    if not found:
        return ""
    text = filled(words[f"guard.{found[0].kind}"], {"text": found[0].says})
    return f"{text} (+{len(found) - 1})" if len(found) > 1 else text


def instead(found: "tuple[Finding, ...]", words: Mapping[str, str]) -> str:
    """Return what to say in place of the first finding."""
    return filled(words["guard.instead"], {"text": found[0].instead}) if found else ""


class Guarded(Live):
    """Says at once what a note or a reply is like; nothing typed is blocked."""

    found: "tuple[Finding, ...]" = ()

    @property
    def rules(self) -> "tuple[Rule, ...]":
        """What customers should not hear, in every language."""
        return self.shell.library.guard_rules()

    def findings(self, text: str) -> "tuple[Finding, ...]":
        """Return what a text breaks."""
        from lenovo_desk.search.guard import guard

        return guard(text, self.rules)

    def heed(self) -> None:
        """Read what is typed, and paint what is found above and below it."""
        free, before = self.entry.field in FREE, self.found
        self.found = self.findings(self.entry.text) if free else ()
        if self.found and self.found != before:
            self.message = ""
        if free:
            label = self.entry.relabel(self.free_label(), warning=likeness(self.found, self.words))
            repaint(label, self._lines["hints"])

    def free_label(self) -> str:
        """Return what stands above the line for free words."""
        return self.words["desk.note"]

    def _draw_hints(self, width: int, height: int) -> list[Strip]:
        if self.message or not (self.found and self.entry.active):
            return super()._draw_hints(width, height)
        text = instead(self.found, self.words)
        return self.hint_row(text, True, width)
