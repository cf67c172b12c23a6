"""Messages written for these tests, with what people read in them."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from lenovo_desk.core.model.flow import Flow
from lenovo_desk.core.time.clock import Stamp
from lenovo_desk.core.values.entry import Entry
from lenovo_desk.core.wording.books import Book
from lenovo_desk.pasted.message_reading import MessageReading
from lenovo_desk.pasted.read_message import read_message
from tests.shipped_content import library

SAMPLES = Path(__file__).with_name("messages.jsonl")
AT = 1796032800.0
"""Monday, 30 November 2026, 10:00 UTC."""
_PLACES = {
    "fr": ("Europe/Paris", "FR", "EUR"),
    "zh": ("Asia/Shanghai", "CN", "CNY"),
    "en": ("Europe/London", "GB", "GBP"),
}


@cache
def samples() -> tuple[dict[str, Any], ...]:
    """Return the messages."""
    return tuple(map(json.loads, SAMPLES.read_text(encoding="utf-8").splitlines()))


@cache
def books(flow: str) -> tuple[Book, ...]:
    """Return the words of a flow in all languages."""
    return tuple(library().book(flow, language) for language in ("en", "fr", "zh"))


def entry(language: str, flow: Flow) -> Entry:
    """Return where and when a message in a language is read."""
    zone, country, currency = _PLACES[language]
    return Entry(Stamp(AT, "", 0.0), zone, language, country, flow.rules, currency)


def reading_of(language: str, flow: str, text: str) -> MessageReading:
    """Return what is read in a message for a shipped flow."""
    own = library().flow(flow)
    return read_message(text, own, books(flow), entry(language, own))


def proposed(language: str, flow: str, text: str) -> dict[str, Any]:
    """Return the canonical values that are proposed, by fact."""
    return {each.fact: each.value for each in reading_of(language, flow, text).proposals}
