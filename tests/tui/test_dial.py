"""The number to dial stands at the step where one dials, as one dials it, and nowhere in public."""

from pathlib import Path

import pytest

from lenovo_desk.core.model.intents import ClearFact, OpenCase, RecordFact
from lenovo_desk.store.cases.case_store import CaseStore
from lenovo_desk.tui.kit.theme import TOKENS
from tests.hand_clock import HandClock
from tests.shipped_content import library
from tests.tui.driver import SETTINGS, SIZES, Driver, desk, desk_clock
from tests.tui.left_case import VALUES
from tests.tui.visit_at_the_door import at_the_door, visit_left_at

pytestmark = pytest.mark.slow


def row_of(d: Driver, label: str) -> int:
    return next(n for n, row in enumerate(d.rows) if f"{label}  " in row)


def colour_of(d: Driver, row: int, text: str) -> str:
    """Return the colour in which a text of a row is written."""
    for part in d.strips[row]:
        if text in part.text and part.style and part.style.color:
            return part.style.color.name
    raise AssertionError(d.rows[row])


@pytest.mark.parametrize("size", [(60, 18), *SIZES])
@pytest.mark.parametrize("step", ["dial", "confirm_call", "five_minute_call", "phone_them"])
async def test_it_stands_below_the_title_before_the_phrase(
    tmp_path: Path, step: str, size: tuple[int, int]
) -> None:
    clock = desk_clock()
    visit_left_at(tmp_path, clock, step)
    async with desk(tmp_path, clock=clock, language="zh", size=size) as d:
        await d.press("up", "enter")
        row = row_of(d, "拨打")
        assert d.desk.view.title in d.rows[row - 1]
        assert "010 6234 5678" in d.rows[row]
        assert colour_of(d, row, "010 6234 5678") == TOKENS["dark"].base


async def test_it_stands_beneath_a_running_wait(tmp_path: Path) -> None:
    clock = desk_clock()
    at_the_door(tmp_path, clock)
    async with desk(tmp_path, clock=clock, language="zh", size=(100, 30)) as d:
        await d.press("up", "enter")
        bar = next(n for n, row in enumerate(d.rows) if "等满了，再打一次" in row)
        assert row_of(d, "拨打") == bar + 2
        d.shows("010 6234 5678")
        await d.press("1")
        assert d.step == "enter"
        d.hides("拨打")


async def test_a_mobile_number_comes_before_the_reported_one(tmp_path: Path) -> None:
    clock = desk_clock()
    visit_left_at(tmp_path, clock, "five_minute_call")
    async with desk(tmp_path, clock=clock, language="zh") as d:
        await d.press("up", "enter")
        assert d.app.session
        d.app.session.do(RecordFact("mobile_phone", "13800138000"))
        d.desk.show()
        assert "138 0013 8000" in d.rows[row_of(d, "拨打")]


@pytest.mark.parametrize(
    ("country", "zone", "number"),
    [
        ("CN", "Asia/Shanghai", "138 0013 8000"),
        ("FR", "Europe/Paris", "00 86 138 0013 8000"),
        ("US", "America/New_York", "011 86 138 0013 8000"),
    ],
)
async def test_it_is_written_as_it_is_dialled_from_the_country(
    tmp_path: Path, country: str, zone: str, number: str
) -> None:
    clock = desk_clock()
    begun(tmp_path, clock, country, zone, "+86 138 0013 8000")
    async with desk(tmp_path, clock=clock) as d:
        await d.press("up", "enter")
        assert d.step == "order"
        d.hides("À composer")
        await d.press("space", "1")
        assert d.step == "dial"
        assert f"À composer  {number} " in d.rows[row_of(d, "À composer")]


def begun(folder: Path, clock: HandClock, country: str, zone: str, number: str) -> None:
    """Leave a visit at its order, with a phone number or none."""
    store = CaseStore(folder / "data", clock)
    opening = OpenCase("visit1", "field_visit", "ana", "field", "fr", zone, VALUES, country=country)
    session = store.open_case(library(), opening)
    for fact, value in (("customer_phone", number), ("customer_name", "Zoé")):
        if value:
            session.do(RecordFact(fact, value))
    store.release(session)


async def test_an_unknown_number_is_a_blank_that_f_fills_first(tmp_path: Path) -> None:
    clock = desk_clock()
    begun(tmp_path, clock, "FR", "Europe/Paris", "")
    async with desk(tmp_path, clock=clock) as d:
        await d.press("up", "enter", "space", "1")
        assert d.step == "dial"
        row = row_of(d, "À composer")
        assert d.rows[row].split() == ["☐", "À", "composer", "____", "Téléphone", "f"]
        # the step's own order is kept: what it asks for first comes first
        d.desk.ask_fact("customer_phone")
        await d.type("06 12 34 56 78")
        await d.press("enter", "escape")
        assert "06 12 34 56 78" in d.rows[row_of(d, "À composer")]


async def test_a_number_that_the_step_does_not_ask_for_is_asked_for_when_it_is_unknown(
    tmp_path: Path,
) -> None:
    clock = desk_clock()
    visit_left_at(tmp_path, clock, "waiting")
    async with desk(tmp_path, clock=clock, language="zh") as d:
        await d.press("up", "enter")
        assert d.app.session
        d.app.session.do(ClearFact("customer_phone"))
        d.desk.show()
        row = row_of(d, "拨打")
        assert "____" in d.rows[row]
        assert colour_of(d, row, "____") == TOKENS["dark"].hand
        await d.press("f")
        await d.type("010-6234 5678")
        await d.press("enter", "escape")
        assert "010 6234 5678" in d.rows[row_of(d, "拨打")]
        assert [fact.id for fact in d.desk.view.facts] == ["attempts"]


async def test_a_line_of_the_settings_is_dialled_where_a_queue_takes_over(tmp_path: Path) -> None:
    settings = SETTINGS + 'country: CN\nnumbers: {{commercial_phone: "400-810-6666"}}\n'
    async with desk(tmp_path, settings=settings, language="zh", start="hotline_outbound") as d:
        await d.press("3")
        assert d.app.session
        assert "400 810 6666" in d.rows[row_of(d, "拨打")]
        await d.press("b", "4")
        assert "400 106 8888" in d.rows[row_of(d, "拨打")]
        await d.press("g")
    async with desk(tmp_path / "b", language="fr", start="hotline_outbound") as d:
        await d.press("3")
        assert "____" in d.rows[row_of(d, "À composer")]


async def test_its_code_is_the_first_to_scan(tmp_path: Path) -> None:
    clock = desk_clock()
    at_the_door(tmp_path, clock)
    async with desk(tmp_path, clock=clock, language="zh", size=(100, 30)) as d:
        await d.press("up", "enter", "q")
        d.shows("拨打", "010 6234 5678")


def test_no_shipped_step_has_a_number_beside_a_public_phrase() -> None:
    dialling = {}
    for card in library().cards():
        flow = library().flow(card.id)
        for step in flow.steps.values():
            if step.dial:
                dialling[f"{flow.id}.{step.id}"] = {line.via for line in step.say}
    assert len(dialling) >= 30
    assert not [name for name, media in dialling.items() if "public" in media]
    assert {"field_visit.dial", "field_visit.five_minute_call", "field_visit.waiting"} <= {
        *dialling
    }
    assert {"callback.dial", "hotline_outbound.dial", "hotline_inbound.call_back"} <= {*dialling}
