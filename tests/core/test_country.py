"""What a case depends on of its country: stated when it opens, kept for good."""

import re

import pytest

from lenovo_desk.content.countries import COUNTRIES, local_values
from lenovo_desk.core.engine.audit import first_unlawful
from lenovo_desk.core.engine.engine import decide
from lenovo_desk.core.engine.gates import value_of
from lenovo_desk.core.model import intents as it
from lenovo_desk.core.model.case import Case, FactEntry
from lenovo_desk.core.model.country import COUNTRY_BY_ZONE, place_of
from lenovo_desk.core.model.derivations import DERIVATIONS
from lenovo_desk.core.model.events import Event, Refusal
from lenovo_desk.core.model.flow import VALUE_RULES
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.time.clock import Stamp
from lenovo_desk.core.wording.books import Phrase, fill_phrase, value_text
from tests.core.machine import Machine
from tests.shipped_content import library


@pytest.mark.parametrize(
    ("zone", "country"),
    [
        ("Europe/Paris", "FR"),
        ("Asia/Shanghai", "CN"),
        ("Asia/Urumqi", "CN"),
        ("Europe/Brussels", "BE"),
        ("Atlantic/Canary", "ES"),
        ("UTC", ""),
        ("Africa/Dakar", ""),
        ("", ""),
    ],
)
def test_a_time_zone_suggests_a_country_or_none(zone: str, country: str) -> None:
    assert COUNTRY_BY_ZONE.get(zone, "") == country


def test_no_zone_suggests_two_countries_and_every_limit_is_a_range() -> None:
    assert set(COUNTRY_BY_ZONE.values()) == set(COUNTRIES)
    for code in COUNTRIES:
        values = dict(local_values(code))
        assert float(values["mains_low"]) < float(values["mains_high"])
        assert len(values["currency"]) == 3


@pytest.mark.parametrize(
    ("country", "volts", "verdict"),
    [
        ("FR", ("240", "239", "1"), "ok"),
        ("FR", ("205", "204", "1"), "low"),
        ("FR", ("207", "206", "0"), "ok"),
        ("FR", ("253.1", "252", "0"), "high"),
        ("FR", ("230", "1", "229"), "swapped"),
        ("FR", ("230", "0", "230"), "swapped"),
        ("FR", ("230", "115", "115"), "no_earth"),
        ("FR", ("230", "0", "0"), "no_earth"),
        ("FR", ("230", "60", "170"), "no_earth"),
        ("BE", ("198", "197", "0"), "low"),
        ("CH", ("236", "235", "0"), "ok"),
        ("GB", ("216.1", "216", "0"), "low"),
        ("CN", ("240", "239", "1"), "high"),
        ("CN", ("205", "204", "1"), "ok"),
        ("CN", ("220", "2", "218"), "swapped"),
        ("", ("240", "239", "1"), "high"),
        ("", ("205", "204", "1"), "ok"),
        ("ZZ", ("230", "229", "1"), None),
    ],
)
def test_mains_are_judged_by_the_country_of_the_case(
    country: str, volts: tuple[str, ...], verdict: str | None
) -> None:
    machine = measured(country, volts)
    assert value_of(machine.flows["mains"], machine.case, "mains") == verdict
    answer = decide(machine.flows, machine.case, it.MakeChoice("on"), machine.now())
    reasons = answer.reasons if isinstance(answer, Refusal) else ()
    assert reasons == (() if verdict else (Reason("needs_setting", "country"),))


def test_a_flow_of_old_calls_swapped_wires_what_it_called_them_then() -> None:
    old = ("ok", "low", "high", "no_earth", "neutral_note", "neutral_stop")
    machine = measured("", ("220", "1", "219"), old)
    assert value_of(machine.flows["mains"], machine.case, "mains") == "no_earth"


def test_a_case_without_a_country_gets_the_one_that_is_set_later_and_keeps_it() -> None:
    machine = measured("ZZ", ("240", "239", "1"))
    desk = it.UseDesk("agent", "social", (), "FR", local_values("FR"))
    assert isinstance(machine.do(desk), Event)
    assert value_of(machine.flows["mains"], machine.case, "mains") == "ok"
    assert machine.reason(desk._replace(country="CN", local=local_values("CN"))) == "no_change"
    assert machine.case.country == "FR"
    assert first_unlawful(machine.flows, machine.events) is None
    assert machine.read_back() == machine.case


def measured(
    country: str, volts: tuple[str, ...], options: tuple[str, ...] | None = None
) -> Machine:
    """Return a case in a country with three voltages measured."""
    names = ["line_neutral", "line_earth", "neutral_earth"]
    verdict = {
        "type": "choice",
        "derive": "mains_verdict",
        "of": names,
        "options": list(options or DERIVATIONS["mains_verdict"].options),
    }
    facts = {name: {"type": "number", "unit": "V"} for name in names}
    choices = {"on": {"goto": "over", "needs": ["mains"]}}
    structure = {
        "flow": "mains",
        "facts": {**facts, "mains": verdict},
        "steps": {"measure": {"choices": choices}, "over": {"end": "done"}},
    }
    machine = Machine({"mains": structure})
    opening = it.OpenCase("case", "mains", "agent", "social", "en", "UTC")
    machine.do(opening._replace(country=country, local=local_values(country)))
    for name, text in zip(names, volts, strict=True):
        assert machine.record(name, text)
    return machine


@pytest.mark.parametrize(
    ("country", "language", "text"),
    [
        ("FR", "fr", "1240,5\u00a0€"),
        ("CN", "fr", "1240,5\u00a0yuans"),
        ("CN", "zh", "1240.5元"),
        ("FR", "zh", "1240.5欧元"),
        ("CH", "fr", "1240,5\u00a0CHF"),
        ("GB", "en", "£1240.5"),
        ("CN", "en", "1240.5 yuan"),
        ("", "zh", "1240.5元"),
        ("ZZ", "fr", "1240,5"),
    ],
)
def test_an_amount_is_written_in_the_currency_of_the_case(
    country: str, language: str, text: str
) -> None:
    flow, book = library().flow("field_visit"), library().book("field_visit", language)
    entry = FactEntry("1240.5", Stamp(0.0, "", 0.0), 1)
    case = Case(
        country=country, local=dict(local_values(country)), ledger={flow.key("fee"): (entry,)}
    )
    spec = flow.facts["fee"]
    assert spec.money
    assert value_text(book, spec, "1240.5", place_of(case)) == text
    filled = fill_phrase(Phrase("fee", "{fee}.", "proposed"), book, flow, case).text
    assert filled == f"{text}.".replace("\u00a0", " ")


@pytest.mark.parametrize("language", ["en", "fr", "zh"])
def test_no_wording_of_a_flow_says_a_currency_itself(language: str) -> None:
    for card in library().cards():
        book = library().book(card.id, language)
        texts = [*book.facts.values(), *(phrase.text for phrase in book.phrases.values())]
        for text in texts:
            assert not re.search("yuan|元|€|欧", text), f"{card.id}: {text}"


def test_every_currency_has_its_words_in_every_language() -> None:
    for language in ("en", "fr", "zh"):
        words = library().words(language)
        for code, country in COUNTRIES.items():
            assert "{amount}" in words[f"currency.{country.currency}"]
            assert words[f"country.{code}"]


PHONE = {
    "flow": "call",
    "rules": VALUE_RULES,
    "facts": {"phone": {"type": "phone"}},
    "steps": {"ask": {"facts": {"phone": {}}, "end": "done"}},
}


@pytest.mark.parametrize(
    ("country", "mode", "zone", "typed", "kept", "text"),
    [
        ("FR", "real", "Asia/Shanghai", "06 39 98 12 34", "+33639981234", "06 39 98 12 34"),
        ("FR", "mock", "Asia/Shanghai", "01 99 00 44 12", "+33199004412", "01 99 00 44 12"),
        ("CN", "mock", "Europe/Paris", "13800138021", "+8613800138021", "138 0013 8021"),
        ("DE", "walk", "UTC", "030 123456", "+4930123456", "030 123456"),
        ("DE", "real", "Europe/Berlin", "4930123456", "+4930123456", "030 123456"),
        ("GB", "real", "UTC", "020 7946 0018", "+442079460018", "020 7946 0018"),
        ("DE", "real", "UTC", "+33 6 12 34 56 78", "+33612345678", "+33 6 12 34 56 78"),
        ("ZZ", "real", "Europe/Paris", "+33612345678", "+33612345678", "+33 6 12 34 56 78"),
        ("", "real", "Europe/Paris", "06 12 34 56 78", "+33612345678", "06 12 34 56 78"),
        ("", "mock", "Europe/Paris", "13800138021", "+8613800138021", "+86 138 0013 8021"),
        ("", "real", "Africa/Dakar", "13800138021", "+8613800138021", "+86 138 0013 8021"),
    ],
)
def test_a_number_is_read_and_written_as_in_the_country_that_the_case_states(
    country: str, mode: str, zone: str, typed: str, kept: str, text: str
) -> None:
    machine = Machine({"call": PHONE})
    opening = it.OpenCase("case", "call", "agent", "social", "en", zone, mode=mode)
    machine.do(opening._replace(country=country, local=local_values(country)))
    assert machine.record("phone", typed)
    flow, case = machine.flows["call"], machine.case
    assert value_of(flow, case, "phone") == kept
    book = library().book("field_visit", "en")
    filled = fill_phrase(Phrase("say", "{phone}", "proposed"), book, flow, case)
    assert filled.text == value_text(book, flow.facts["phone"], kept, place_of(case)) == text


@pytest.mark.parametrize(
    ("country", "typed", "example"),
    [
        ("FR", "13800138021", "06 12 34 56 78"),
        ("CN", "0612345678", "138 0013 8000"),
        ("DE", "12", "01512 3456789"),
        ("ZZ", "12", "+33 6 12 34 56 78, +86 138 0013 8000"),
    ],
)
def test_a_number_of_no_such_country_is_refused_with_one_of_its_own(
    country: str, typed: str, example: str
) -> None:
    machine = Machine({"call": PHONE})
    opening = it.OpenCase("case", "call", "agent", "social", "en", "UTC")
    machine.do(opening._replace(country=country))
    answer = machine.do(it.RecordFact("phone", typed))
    assert isinstance(answer, Refusal)
    assert answer.reasons == (Reason("not_phone", "phone", detail=example),)
