"""A reply in the agent's own words: its medium, first draft and length."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from lenovo_desk.core.engine.gates import value_of
from lenovo_desk.core.model.flow import WRITTEN
from lenovo_desk.core.step_parts import PhraseView
from lenovo_desk.core.step_view import StepView
from lenovo_desk.core.text import clean
from lenovo_desk.core.wording.books import Phrase
from lenovo_desk.tui.kit.options import Options, options_of
from lenovo_desk.tui.live_cases import Hand

CHANNEL = "channel"
"""The shared fact with the channel for the rest of the conversation."""
WHERE = "reply.where"
"""The field that asks for the medium of a reply."""
_OTHERWISE = "private"
_INITIALS = "agent_initials"
"""The setting with the initials of the agent."""
_SIGNED = re.compile(rf"(\S*)\{{{_INITIALS}\}}(\S*)\s*$")


class Reply(NamedTuple):
    """The medium and the first draft of a reply."""

    via: str = _OTHERWISE
    """Empty when the agent is to say it first."""
    phrase: str = ""
    text: str = ""
    blanks: tuple[str, ...] = ()
    """The blanks of the phrase."""


def reply_draft(view: StepView, hand: Hand) -> Reply:
    """Return a reply in the medium of the phrase, else of the channel.

    Its text is the phrase, if that is complete. In a flow that asks for the channel, a reply has no
    medium before that is recorded, unless a phrase that can be said has one.
    """
    phrase = view.phrases[hand.phrase % len(view.phrases)] if view.phrases else None
    spec = view.flow.facts.get(CHANNEL)
    channel = value_of(view.flow, view.case, CHANNEL) if spec and spec.shared else None
    via = channel if isinstance(channel, str) else ""
    open_question = via not in WRITTEN and len(media_to_ask(view)) > 1
    if phrase and phrase.via in WRITTEN and not (phrase.locked and open_question):
        return _beginning_with(phrase)
    return Reply("" if open_question else via or _OTHERWISE)


def media_to_ask(view: StepView) -> tuple[str, ...]:
    """Return the media among which the channel decides, in the order of its options."""
    spec = view.flow.facts.get(CHANNEL)
    return tuple(name for name in spec.options if name in WRITTEN) if spec and spec.shared else ()


def where_options(media: tuple[str, ...], words: Mapping[str, str]) -> Options:
    """Return the media among which the line asks, each with its digit."""
    return options_of({via: words[f"via.{via}"] for via in media})


def _beginning_with(phrase: PhraseView) -> Reply:
    if phrase.locked or phrase.missing:
        return Reply(phrase.via)
    return Reply(phrase.via, phrase.id, clean(phrase.text).strip(), phrase.blanks)


def signature_of(view: StepView, phrases: Mapping[str, Phrase], hand: Hand, via: str) -> str:
    """Return what signs a reply: the last word of the phrase in view, where that is initials.

    A public reply without such a phrase is signed as others of the flow's `phrases` are.
    """
    phrase = view.phrases[hand.phrase % len(view.phrases)] if view.phrases else None
    initials = view.case.settings.get(_INITIALS, "")
    names = [phrase.id] if phrase and phrase.via == via else []
    for name in (*names, *(phrases if via == "public" else ())) if initials else ():
        if name in phrases and (last := _SIGNED.search(phrases[name].text)):
            return f"{last[1]}{initials}{last[2]}"
    return ""
