"""Checks free text against the wording rules at every key."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from lenovo_desk.core.wording.sentences import filled

if TYPE_CHECKING:
    from lenovo_desk.core.model.wording_rules import Rule
    from lenovo_desk.search.guard import Finding

NOTE, REPLY = "note", "reply"
FREE = (NOTE, REPLY)
"""The fields for free text; all others are facts."""


def flags(findings: "tuple[Finding, ...]") -> tuple[str, ...]:
    """Return the part of findings that is recorded: the ids of their rules."""
    return tuple(finding.rule for finding in findings)


def likeness(findings: "tuple[Finding, ...]", words: Mapping[str, str]) -> str:
    """Return the first finding in words, and how many more there are."""
    if not findings:
        return ""
    text = filled(words[f"guard.{findings[0].kind}"], {"text": findings[0].says})
    return f"{text} (+{len(findings) - 1})" if len(findings) > 1 else text


def instead(findings: "tuple[Finding, ...]", words: Mapping[str, str]) -> str:
    """Return what to say instead of the first finding, or ""."""
    return filled(words["guard.instead"], {"text": findings[0].instead}) if findings else ""


class WordingGuard:
    """Finds questionable wording in a text; never blocks it."""

    def __init__(
        self,
        rules: "Callable[[], tuple[Rule, ...]]",
        reply_rules: "Callable[[], tuple[Rule, ...]] | None" = None,
    ) -> None:
        """Take functions that return the rules for notes and, if different, for replies."""
        self._rules, self._reply_rules = rules, reply_rules or rules

    def findings(self, field: str, text: str) -> "tuple[Finding, ...]":
        """Return the findings for a text in a field."""
        return self._read(field, text) if text.strip() else ()

    def places(self, field: str, text: str) -> "tuple[tuple[Finding, int, int], ...]":
        """Return the findings for a text in a field, each with where its words start and end."""
        from lenovo_desk.search.guard import places

        rules = self._reply_rules() if field == REPLY else self._rules()
        return places(text, rules) if text.strip() else ()

    def warm(self, field: str) -> None:
        """Compile the rules for a field (50 ms) before the first key is checked."""
        self._read(field, "")

    def _read(self, field: str, text: str) -> "tuple[Finding, ...]":
        from lenovo_desk.search.guard import guard

        return guard(text, self._reply_rules() if field == REPLY else self._rules())
