"""Candidates that stand beside the name of a social network: who writes, and who may read it."""

import re
from collections.abc import Iterator
from functools import lru_cache

from lenovo_desk.pasted.message_reading import CUE, Candidate
from lenovo_desk.pasted.message_text import BARE, MessageText

_NETWORK = r"(?:x|twitter|facebook|fb|instagram|insta|linkedin|youtube|tiktok|reddit|forum)"
_TOLD = (
    rf"\b{_NETWORK}\b[ ]?[,/|(:\-–]{{0,2}}[ ]?(?P<a>public|priv(?:ee?|ate))(?![a-z])"
    rf"|\b(?P<b>public|priv(?:ee?|ate))[ ]?(?:on|sur|[,/|(\-–])[ ]?{_NETWORK}(?![a-z])"
    r"|[(](?P<c>public|prive|private)[)]"
)
_WRITER = (
    r"\b(?:message(?: prive)?|mp|dm|post|commentaire|comment|tweet|avis|reponse|reply)"
    r"(?: public| prive)?[ ](?:de|d'|by|from)[ ]?[«\"]?[ ]?(?P<handle>@?[a-z][\w.]*[_\d][\w.]*)"
)


def channels_told(text: MessageText) -> Iterator[Candidate]:
    """Yield who may read a post or a message, and the handle of whoever wrote it."""
    audience, writer = _patterns()
    if "channel" in text.cues.answers:
        for match in audience.finditer(text.low):
            group = match.lastgroup or "a"
            value = "public" if match[group] == "public" else "private"
            span = text.span(*match.span(group))
            yield Candidate("channel", value, (span,), BARE, CUE, text.words(*match.span(group)))
    if "handle" in text.cues.specs:
        for match in writer.finditer(text.low):
            yield text.candidate("handle", match.span("handle"), BARE, CUE, "")


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], ...]:
    return re.compile(_TOLD), re.compile(_WRITER)
