"""Moments on the real screen: the echo, refusals, and a start that moves a promise later."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.cli.cases import put
from tests.tui.driver import START, Driver, desk

pytestmark = pytest.mark.slow

SUBMITTED = "phone_complaint.submitted_at"
EIGHT, HALF_PAST_NINE = "2026-11-22T08:00+01:00", "2026-11-22T09:30+01:00"
SIZES = ((80, 24), (140, 45))
LANGUAGES = ("fr", "zh", "en")


@asynccontextmanager
async def submitted(
    folder: Path, language: str, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Driver]:
    """Run the desk at a complaint that was submitted at eight; its line for that time is open."""
    moves = ("submitted_at=8:00", "website")
    put(folder / "data", "case1", *moves, at=START - 600, flow="phone_complaint")
    async with desk(folder, language=language, size=size) as d:
        await d.press("up", "enter", "f", "tab")
        assert d.desk.entry.field == "submitted_at"
        yield d


async def over(d: Driver, text: str) -> None:
    """Type a text in place of what stands in the line."""
    await d.press("ctrl+u")
    await d.type(text)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("language", "typed", "echo"),
    [
        ("fr", "hier 17h", "samedi 21/11/2026 à 17 h 00"),
        ("fr", "9:30", "dimanche 22/11/2026 à 9 h 30"),
        ("zh", "昨天17点", "2026年11月21日 17:00（星期六）"),
        ("zh", "9:30", "2026年11月22日 09:30（星期日）"),
        ("en", "yesterday 17:00", "Saturday 2026-11-21 17:00"),
    ],
)
async def test_a_time_is_read_back_while_it_is_typed(
    tmp_path: Path, language: str, typed: str, echo: str, size: tuple[int, int]
) -> None:
    async with submitted(tmp_path, language, size) as d:
        await over(d, typed)
        d.shows(echo)
        await d.press("escape")
        assert d.fact(SUBMITTED) == EIGHT


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("language", "parts"),
    [
        ("fr", ("22/11/2026 à 12 h 30 est à venir", "Indiquer un moment passé")),
        ("zh", ("2026年11月22日 12:30还没到", "请填已经过去的时间", "10:00")),
        ("en", ("2026-11-22 12:30 has not come yet", "Record a past time")),
    ],
)
async def test_a_time_to_come_is_refused_with_what_to_do(
    tmp_path: Path, language: str, parts: tuple[str, ...], size: tuple[int, int]
) -> None:
    async with submitted(tmp_path, language, size) as d:
        await over(d, "12:30")
        await d.press("enter")
        d.shows(*parts)
        assert d.desk.entry.text == "12:30"
        assert d.fact(SUBMITTED) == EIGHT


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_later_start_asks_why_and_the_board_says_it(
    tmp_path: Path, language: str, size: tuple[int, int]
) -> None:
    async with submitted(tmp_path, language, size) as d:
        words = d.app.words
        await over(d, "9:30")
        await d.press("enter")
        assert d.desk.entry.field == "why"
        title = d.desk.view.book.facts["submitted_at"]
        d.shows(words["entry.why"].format(name=title))
        d.shows(words["reasons.needs_why"].format(name=title))
        assert d.fact(SUBMITTED) == EIGHT
        await d.type("mauvaise ligne")
        await d.press("enter")
        assert d.fact(SUBMITTED) == HALF_PAST_NINE
        assert not d.case.drafts
        assert not d.desk.message
    async with desk(tmp_path, language=language, size=size) as d:
        await d.press("d", "down")
        d.shows("mauvaise ligne")
        d.shows(d.app.words["why.later"].partition("{time}")[0])


@pytest.mark.parametrize("nothing", ["", " ", ".", "—", "\u3000"])
async def test_no_reason_is_none(tmp_path: Path, nothing: str) -> None:
    async with submitted(tmp_path, "fr") as d:
        await over(d, "9:30")
        await d.press("enter")
        await d.type(nothing)
        await d.press("enter")
        assert d.fact(SUBMITTED) == EIGHT
        assert d.desk.entry.active
        assert "9:30" in (d.desk.entry.text, d.case.drafts.get("submitted_at"))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_escape_from_the_reason_keeps_what_was_typed(tmp_path: Path, language: str) -> None:
    async with submitted(tmp_path, language) as d:
        await over(d, "9:30")
        await d.press("enter")
        await d.type("mauvaise")
        await d.press("escape")
        assert not d.desk.entry.active
        assert d.fact(SUBMITTED) == EIGHT
    async with desk(tmp_path, language=language) as d:
        await d.press("up", "enter", "f", "tab")
        assert d.desk.entry.text == "9:30"
        await d.press("enter")
        assert d.desk.entry.text == "mauvaise"
        await d.type(" ligne")
        await d.press("enter")
        assert d.fact(SUBMITTED) == HALF_PAST_NINE
        assert not d.case.drafts


async def test_an_earlier_start_needs_no_reason_and_drops_the_one_half_typed(
    tmp_path: Path,
) -> None:
    async with submitted(tmp_path, "fr") as d:
        await over(d, "9:30")
        await d.press("enter")
        await d.type("mauvaise")
        await d.press("escape", "f", "tab")
        await over(d, "7:30")
        await d.press("enter")
        assert d.fact(SUBMITTED) == "2026-11-22T07:30+01:00"
        assert not d.case.drafts


@pytest.mark.parametrize(
    ("language", "typed", "echo"),
    [
        ("fr", "demain 9h", "lundi 23/11/2026 à 9 h 00"),
        ("zh", "明天9点", "2026年11月23日 09:00（星期一）"),
        ("en", "next year", ""),
        ("en", "31/12/2027 9:00", "Friday 2027-12-31 09:00"),
        ("fr", "demain à minuit", ""),
    ],
)
async def test_the_time_of_a_parked_case_is_read_back_before_it_counts(
    tmp_path: Path, language: str, typed: str, echo: str
) -> None:
    async with submitted(tmp_path, language, (140, 45)) as d:
        await d.press("escape", "p")
        await d.type("x")
        await d.press("enter")
        await d.type(typed)
        if echo:
            d.shows(echo)
        else:
            beginning = d.app.words["park.read_as"].partition("{")[0]
            d.hides(beginning)
            await d.press("enter")
            assert d.case.status == "open"


@pytest.mark.parametrize(
    ("language", "typed", "echo"),
    [
        ("fr", "hier 17h | 0612345678", "samedi 21/11/2026 à 17 h 00"),
        ("zh", "昨晚两点|0612345678", "2026年11月22日 02:00（星期日）"),
        ("en", "9:30 | 0612345678", "Sunday 2026-11-22 09:30"),
    ],
)
async def test_the_time_in_a_row_is_read_back_too(
    tmp_path: Path, language: str, typed: str, echo: str
) -> None:
    async with submitted(tmp_path, language, (140, 45)) as d:
        await d.press("escape", "/")
        await d.type(d.desk.view.book.facts["attempts"])
        await d.press("enter")
        assert d.desk.entry.field == "attempts"
        await d.type(typed)
        d.shows(echo)
