"""What flows and scripts say fits a desk of any country."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from lenovo_desk.core.model.flow import FactSpec
from lenovo_desk.core.time.clock import Stamp
from lenovo_desk.core.values.parse_value import Entry, parse_value
from tests.shipped_content import library, materials

_OF_ONE_COUNTRY = r"(?i)yuan|元|¥|€|\beuros?\b|\b198(\.0)?\b|\b235[.,]4\b|\b(207|253)\b"
FICTION = ("+3319900", "+3363998")
"""The numbers of Paris, and the mobile ones, that the French regulator keeps for fiction."""


def texts(value: Any) -> Iterator[str]:
    """Yield every text in a structure."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from texts(one)
    elif isinstance(value, tuple | list):
        for one in value:
            yield from texts(one)


@pytest.mark.parametrize("language", ["en", "fr", "zh"])
def test_no_flow_names_a_currency_or_a_limit_of_the_mains(language: str) -> None:
    for card in library().cards():
        book = library().book(card.id, language)._replace(currencies={})
        parts: list[Any] = [book.title, book.steps, book.facts, book.options, book.items]
        parts += [book.waits, book.phrases, book.ends, book.deadlines, book.forms]
        for text in texts([dict(part) if hasattr(part, "keys") else part for part in parts]):
            assert not re.search(_OF_ONE_COUNTRY, text), (card.id, text)


@pytest.mark.parametrize("language", ["fr", "zh"])
def test_customers_of_a_call_have_a_number_of_its_country(language: str) -> None:
    numbers = 0
    for scenario in materials().scenarios(language):
        entry = Entry(Stamp(0.0, "", 0.0), "UTC", country=scenario.country)
        for reveal in scenario.reveals:
            if reveal.fact.rpartition(".")[2] in ("customer_phone", "mobile_phone"):
                value = parse_value(FactSpec("it", "phone"), str(reveal.value), entry)
                assert isinstance(value, str), (scenario.id, reveal.value)
                wanted = FICTION if scenario.country == "FR" else "+86"
                assert value.startswith(wanted), (scenario.id, value)
                numbers += 1
    assert numbers > 9
