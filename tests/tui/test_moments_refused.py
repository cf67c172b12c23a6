"""A date of the wrong side of today is refused on the real screen; what it offers is possible."""

import re
from pathlib import Path

import pytest

from tests.cli.cases import put
from tests.tui.driver import START, Driver, desk

pytestmark = pytest.mark.slow

LANGUAGES = ("fr", "zh", "en")
FACTS = {
    "since": ("31/12/2099", "moment_ahead"),
    "taken_at": ("31/12/2099 9:00", "moment_ahead"),
    "planned_date": ("01/02/2020", "moment_behind"),
    "expected_at": ("01/02/2020 9:00", "moment_behind"),
}
"""Facts of a complaint about a network, each with a moment that is not possible for it."""


async def open_line(d: Driver, fact: str) -> None:
    """Open the line of a fact of any step, by its title, with nothing in it."""
    if d.desk.entry.active:
        await d.press("ctrl+u", "escape")
    await d.press("/")
    await d.type(d.desk.view.book.facts[fact])
    await d.press("enter")
    assert d.desk.entry.field == fact
    await d.press("ctrl+u")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("fact", FACTS)
async def test_a_moment_on_the_wrong_side_is_refused_and_the_example_is_taken(
    tmp_path: Path, fact: str, language: str
) -> None:
    typed, code = FACTS[fact]
    put(tmp_path / "data", "case1", at=START - 600, flow="wireless_complaint")
    async with desk(tmp_path, language=language, size=(140, 45)) as d:
        await d.press("up", "enter")
        await open_line(d, fact)
        await d.type(typed)
        await d.press("enter")
        assert d.fact(f"wireless_complaint.{fact}") is None
        assert d.desk.entry.text == typed
        words = d.app.words
        beginning = words[f"reasons.{code}"].partition("{moment}")[2].partition("{")[0]
        d.shows(beginning.strip(" (（"), "2099" if code == "moment_ahead" else "2020")
        await d.press("ctrl+u")
        await d.type("?!")
        await d.press("enter")
        kind = "date" if fact in ("since", "planned_date") else "datetime"
        lean = "past" if code == "moment_ahead" else "future"
        examples = re.split("[,、，] ?", words[f"examples.{kind}_{lean}"])
        d.shows(examples[0])
        for example in examples:
            await d.press("ctrl+u")
            await d.type(example)
            await d.press("enter")
            assert d.fact(f"wireless_complaint.{fact}"), (example, d.desk.message)
            await open_line(d, fact)


@pytest.mark.parametrize(
    ("language", "readings"),
    [
        ("fr", ("samedi 21/11/2026 à 0 h 00", "dimanche 22/11/2026 à 0 h 00")),
        ("zh", ("2026年11月21日 00:00", "2026年11月22日 00:00")),
        ("en", ("Saturday 2026-11-21 00:00", "Sunday 2026-11-22 00:00")),
    ],
)
async def test_what_has_two_readings_is_asked_back_with_both_at_any_width(
    tmp_path: Path, language: str, readings: tuple[str, str]
) -> None:
    put(tmp_path / "data", "case1", at=START - 600, flow="wireless_complaint")
    async with desk(tmp_path, language=language, size=(80, 24)) as d:
        await d.press("up", "enter")
        await open_line(d, "taken_at")
        await d.type("hier à minuit")
        await d.press("enter")
        d.shows(*readings)
        assert d.fact("wireless_complaint.taken_at") is None
        assert d.desk.entry.text == "hier à minuit"
        await d.press("ctrl+u")
        await d.type(readings[1])
        await d.press("enter")
        assert d.fact("wireless_complaint.taken_at") == "2026-11-22T00:00+01:00"
