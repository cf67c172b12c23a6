"""The parts of lists: Home with the day beside it, previews, figures, the row under the cursor."""

from pathlib import Path

import pytest
from rich.cells import cell_len

from lenovo_desk.core.model.events import Event
from lenovo_desk.core.model.intents import RecordFact
from lenovo_desk.tui.home.home_panes import shares
from lenovo_desk.tui.kit.lists.figures import big_digits
from lenovo_desk.tui.kit.lists.rows import ListColumn, column_widths
from tests.tui.driver import Driver, desk
from tests.tui.parking import parked
from tests.tui.scenes import DELAYED, NO_WARRANTY, PERSON, SCENES

COLUMNS = (ListColumn(), ListColumn(wide=True), ListColumn(most=8, gives_way=20))


@pytest.mark.parametrize(
    ("width", "widths"), [(60, (5, 37, 14)), (40, (5, 23, 8)), (28, (5, 21, 0)), (3, (5, 0, 0))]
)
def test_the_wide_column_takes_what_the_others_leave(width: int, widths: tuple[int, ...]) -> None:
    rows = [("10:00", "a reason of thirty characters.", "fourteen cells")]
    assert column_widths(rows, COLUMNS, width) == widths


@pytest.mark.parametrize(
    ("needs", "room", "rows"),
    [((6, 13), 16, [6, 10]), ((6, 13), 30, [6, 13]), ((6, 2), 5, [3, 2]), ((11, 9), 8, [5, 3])],
)
def test_no_list_is_pushed_off_by_another(
    needs: tuple[int, ...], room: int, rows: list[int]
) -> None:
    assert shares(needs, room) == rows


def test_big_digits_are_three_rows_of_one_width() -> None:
    for text in ("0", "7:48", "1234567890", "–"):
        rows = big_digits(text)
        assert len(rows) == 3
        assert len({cell_len(row) for row in rows}) == 1
    assert len({tuple(big_digits(digit)) for digit in "0123456789"}) == 10


async def busy(d: Driver) -> None:
    """One case closed with its customer, one parked until tomorrow, one with a promise."""
    await SCENES["home-waiting"](d, "fr")
    await d.press("9")
    assert d.app.session is not None
    assert isinstance(d.app.session.do(RecordFact("noticed_at", "now")), Event)
    await d.press("g", "tab")
    await parked(d, "rappelle", "+1h")


@pytest.mark.slow
async def test_a_promise_stands_before_what_waits_until_tomorrow(tmp_path: Path) -> None:
    async with desk(tmp_path, size=(100, 30)) as d:
        await busy(d)
        text = d.screen_text()
        promises, waiting = text.index("Promesses ─"), text.index("À reprendre ─")
        assert promises < text.index("CASE4") < waiting < text.index("CASE1")
        assert waiting < text.index("Nouveau dossier ─"), "customers first"
        await d.resize(80, 20)
        d.hides("Promesses ─")
        assert d.screen_text().index("CASE4") < d.screen_text().index("CASE1")


@pytest.mark.slow
async def test_at_140_the_day_stands_beside_the_cases_with_its_n(tmp_path: Path) -> None:
    async with desk(tmp_path, size=(140, 45)) as d:
        await busy(d)
        d.shows("Clos en dernier", PERSON["fr"], "Escalade enreg", "durée médiane", "sur 1")
        d.shows("Obtenir le numéro de dossier"), "the second row of a case"
        row = next(row for row in d.rows if "Nouveau dossier" in row)
        assert row.index("Nouveau dossier") > 90
        used = sum(bool(row.strip()) for row in d.rows)
        assert used >= 20, "more than twice what it was"


@pytest.mark.slow
@pytest.mark.parametrize("size", [(80, 24), (100, 30)])
async def test_a_day_without_a_case_has_no_figures(tmp_path: Path, size: tuple[int, int]) -> None:
    async with desk(tmp_path, size=size) as d:
        d.shows("Aujourd’hui", "aucun dossier clos").hides("0:00", "médiane")
        await d.press(*NO_WARRANTY, "x", *"fini", "enter")
        d.shows("clos 1   menés à terme 0 sur 1   durée médiane 0:0")


@pytest.mark.slow
async def test_a_click_reaches_what_it_points_at_in_either_pane(tmp_path: Path) -> None:
    async with desk(tmp_path, size=(140, 45)) as d:
        await d.press(*DELAYED)
        await parked(d, "attend", "demain 9h")
        y = next(n for n, row in enumerate(d.rows) if "gestion de crise" in row)
        await d._pilot.click(offset=(d.rows[y].index("gestion de crise"), y))
        await d.settle()
        assert d.case.flow == "crisis"
        await d.press("x", *"fini", "enter")
        y = next(n for n, row in enumerate(d.rows) if "CASE0" in row)
        await d._pilot.click(offset=(20, y + 1))
        await d.settle()
        assert d.case.id.endswith("case0"), "its second row is of it"


@pytest.mark.slow
@pytest.mark.parametrize(("width", "beside"), [(80, False), (100, True), (140, True)])
async def test_the_preview_stands_at_the_right_from_100_columns(
    tmp_path: Path, width: int, beside: bool
) -> None:
    async with desk(tmp_path, size=(width, 30)) as d:
        await d.press("slash")
        await d.type("garantie")
        pane = d.app.screen.query_one("#pick-preview").region
        rows = d.app.screen.query_one("#pick-rows").region
        assert (pane.x >= rows.right) == beside
        assert (pane.y >= rows.bottom) != beside
        assert d.cursor_row, "the row under the cursor is lit"
        before = d.cursor_row
        await d.press("down")
        assert d.cursor_row != before


@pytest.mark.slow
async def test_the_log_has_customer_and_ending_in_columns(tmp_path: Path) -> None:
    async with desk(tmp_path, size=(100, 30)) as d:
        await SCENES["log"](d, "fr")
        row = next(row for row in d.rows if "CASE0" in row)
        assert row.index(PERSON["fr"]) < row.index("Escalade enregistrée") < row.index("CASE0")
        await d.type("hermite")
        d.shows("CASE0").hides("CASE1")
