"""A reply in the agent's own words: its medium, first draft and length."""

from collections.abc import Mapping
from typing import NamedTuple

from lenovo_desk.core.engine.gates import value_of
from lenovo_desk.core.model.flow import WRITTEN
from lenovo_desk.core.step_parts import PhraseView
from lenovo_desk.core.step_view import StepView
from lenovo_desk.core.text import clean_line
from lenovo_desk.core.wording.message_length import MAX_POST, post_weight
from lenovo_desk.tui.desk.painters.phrase_panel import message_size
from lenovo_desk.tui.kit.options import Options, options_of
from lenovo_desk.tui.live_cases import Hand

CHANNEL = "channel"
"""The shared fact with the channel for the rest of the conversation."""
WHERE = "reply.where"
"""The field that asks for the medium of a reply."""
_OTHERWISE = "private"


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
    return Reply(phrase.via, phrase.id, clean_line(phrase.text), phrase.blanks)


def reply_label(via: str, text: str, words: Mapping[str, str]) -> str:
    """Return the label of the line for a reply: its medium and length."""
    parts = [words["reply.label"], words[f"via.{via}"], message_size(text, via, words)]
    if via == "public" and post_weight(text) > MAX_POST:
        parts.append(f"! {words['reply.too_heavy']}")
    return " · ".join(part for part in parts if part)
