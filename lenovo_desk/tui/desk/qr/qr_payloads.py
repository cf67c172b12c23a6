"""What a phone can read from a case: phrases, numbers and links."""

import re
from typing import NamedTuple

from lenovo_desk.core.engine.gates import open_fact, valid_facts, value_of
from lenovo_desk.core.model.case import Case, fact_of
from lenovo_desk.core.model.country import country_of
from lenovo_desk.core.model.flow import Flows
from lenovo_desk.core.ports import Library
from lenovo_desk.core.step_parts import PhraseView
from lenovo_desk.core.step_view import StepView
from lenovo_desk.core.values.phone_numbers import phone_text

NUMBERS = ("mobile_phone", "customer_phone")
"""The facts with a number for text messages, in order of preference."""


class Offered(NamedTuple):
    """Something to show as a QR code."""

    kind: str
    """`sms`, `text`, `call`, `link`, or `write`: a text message still without words."""
    name: str
    text: str
    """The readable text."""
    payload: str
    """The content of the code."""
    phrase: PhraseView | None = None


def phrase_payload(
    phrase: PhraseView, flows: Flows, case: Case, extension: str = "{number} x{extension}"
) -> Offered:
    """Return a phrase as a text message, or as text without a number."""
    text = phrase.text
    number = _number(flows, case) if phrase.via == "sms" else ""
    if number:
        place = country_of(case)
        name = phone_text(number, place, extension)
        return Offered("sms", name, text, f"SMSTO:{_dialled(number)[0]}:{text}", phrase)
    return Offered("text", "", text, text, phrase)


def without_words(message: Offered) -> Offered:
    """Return the shortest code for a text message: its number, words are typed on the phone."""
    number = message.payload.removesuffix(f":{message.text}").removeprefix("SMSTO:")
    return Offered("write", "", message.name, f"sms:{number}")


def numbers(view: StepView, flows: Flows, case: Case, library: Library) -> list[Offered]:
    """Return the numbers and links of a case, those of this step first."""
    payloads: dict[str, Offered] = {}
    dial = view.dial
    if dial and dial.value and not any(map(str.isalpha, dial.value.replace("x", ""))):
        payloads[dial.value] = Offered("call", dial.title, dial.text, _tel(dial.value))
    values = valid_facts(flows, case)
    first = [view.flow.key(fact.id) for fact in view.facts]
    for key in dict.fromkeys((*first, *case.ledger)):
        keeper, value = fact_of(flows, case, key), values.get(key)
        if keeper is None or not isinstance(value, str):
            continue
        flow, spec = keeper
        title = library.book(flow.id, view.book.language).facts[spec.id]
        if spec.kind == "phone":
            text = phone_text(value, country_of(case), view.book.formats.extension)
            payloads.setdefault(value, Offered("call", title, text, _tel(value)))
        elif spec.kind == "url":
            payloads.setdefault(value, Offered("link", title, value, value))
    return list(payloads.values())


def _number(flows: Flows, case: Case) -> str:
    for name in NUMBERS:
        place = open_fact(flows, case, name)
        value = value_of(place[0], case, place[1].id) if place else None
        if isinstance(value, str):
            return value
    return ""


def _dialled(number: str) -> tuple[str, str]:
    """Split a phone number from its extension, written after an x."""
    bare, _, extension = number.partition("x")
    return bare, extension


def _tel(number: str) -> str:
    """Return the link that dials a number; a comma pauses before the extension."""
    bare, extension = _dialled(re.sub(r"[\s.()-]", "", number))
    return f"tel:{bare},{extension}" if extension else f"tel:{bare}"
