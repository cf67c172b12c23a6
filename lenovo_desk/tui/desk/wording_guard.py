"""What is typed in free words, held against the rules of wording at every key."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from lenovo_desk.core.wording.sentences import filled

if TYPE_CHECKING:
    from lenovo_desk.core.model.wording_rules import Rule
    from lenovo_desk.search.guard import Finding

NOTE, REPLY = "note", "reply"
FREE = (NOTE, REPLY)
"""What is typed in free words, beside the facts."""


def warm_guard(rules: "tuple[Rule, ...]") -> None:
    """Make rules ready before the first key is held against them."""
    from lenovo_desk.search.guard import guard

    guard("", rules)


def flags(findings: "tuple[Finding, ...]") -> tuple[str, ...]:
    """Return what is kept of findings: the ids of the rules."""
    return tuple(finding.rule for finding in findings)


def likeness(findings: "tuple[Finding, ...]", words: Mapping[str, str]) -> str:
    """Return what the first finding is like, in words, and how many more there are."""
    if not findings:
        return ""
    text = filled(words[f"guard.{findings[0].kind}"], {"text": findings[0].says})
    return f"{text} (+{len(findings) - 1})" if len(findings) > 1 else text


def instead(findings: "tuple[Finding, ...]", words: Mapping[str, str]) -> str:
    """Return what to say in place of the first finding."""
    return filled(words["guard.instead"], {"text": findings[0].instead}) if findings else ""


class WordingGuard:
    """Says what a text is like; nothing typed is blocked."""

    def __init__(
        self,
        rules: "Callable[[], tuple[Rule, ...]]",
        reply_rules: "Callable[[], tuple[Rule, ...]] | None" = None,
    ) -> None:
        """`rules` returns what customers should not hear; `reply_rules` those for a reply."""
        self._rules, self._reply_rules = rules, reply_rules or rules

    def findings(self, field: str, text: str) -> "tuple[Finding, ...]":
        """Return what a text for a field breaks."""
        from lenovo_desk.search.guard import guard

        return guard(text, self._reply_rules() if field == REPLY else self._rules())
