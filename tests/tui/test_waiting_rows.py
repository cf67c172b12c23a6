"""Waiting cases as rows in columns: what they say, where columns stand, what gives way."""

from pathlib import Path

import pytest
from rich.cells import cell_len

from lenovo_desk.core.ports import CaseSummary, DueTime
from lenovo_desk.tui.home.waiting_rows import waiting_row
from lenovo_desk.tui.kit.lists.case_table import CaseRow, case_columns, case_strips
from lenovo_desk.tui.kit.theme import inks
from lenovo_desk.tui.kit.urgency import Urgency
from tests.cli.cases import put
from tests.tui.driver import START, desk
from tests.tui.parking import parked
from tests.tui.scenes import DELAYED, NO_WARRANTY

DAY = 86400.0
REASON = "Attend le vendeur, qui rappelle dès qu’il a retrouvé la facture"
ROWS = [
    CaseRow("1:00 de retard", Urgency.UP, "M. Durand", REASON, "Réclamation", "", "IL3B7A"),
    CaseRow("demain 9 h 00", Urgency.LATER, "王小明女士", "等客户回复", "上门服务", "", "X2WBQO"),
    CaseRow("17 h 30", Urgency.TODAY, "@nadia.b", "Réponse", "Messages des réseaux", "", "455POM"),
]


def summary(due: float = 0.0, name: str = "park", **other: object) -> CaseSummary:
    state = "waiting" if name.startswith("wait.") else "parked"
    case = CaseSummary(
        "20261122-090000-case1", "social_triage", "", "no_warranty", "ana", "fr", "parked",
        START, START, due, name if due else "", "", "Europe/Paris",
        dues=(DueTime(name, state, due),) if due else (),
    )  # fmt: skip
    return case._replace(**other)  # type: ignore[arg-type]


@pytest.mark.parametrize("width", [60, 80, 100, 140])
async def test_columns_stand_one_below_the_other_in_cells(tmp_path: Path, width: int) -> None:
    async with desk(tmp_path) as d:
        widths = case_columns(ROWS, width)
        ink = inks(d.app)
        strips = [case_strips(row, widths, False, ink, width)[0] for row in ROWS]
        assert {strip.cell_length for strip in strips} == {width}
        for row, strip in zip(ROWS, strips, strict=True):
            at = 2 + widths[0] + 2
            assert strip.crop(at, at + cell_len(row.customer)).text == row.customer


@pytest.mark.parametrize(
    ("width", "left_out"), [(140, set()), (80, {"flow"}), (52, {"flow", "id"})]
)
def test_the_flow_gives_way_first_then_the_id(width: int, left_out: set[str]) -> None:
    names = ("when", "customer", "reason", "flow", "agent", "id")
    widths = dict(zip(names, case_columns(ROWS, width), strict=True))
    assert {name for name in ("when", "customer", "flow", "id") if not widths[name]} == left_out
    assert widths["when"] == cell_len("1:00 de retard"), "when it is due is never cut"


def test_without_a_customer_there_is_no_column_for_one() -> None:
    bare = [row._replace(customer="") for row in ROWS]
    assert case_columns(bare, 80)[1] == 0
    assert case_columns(bare, 80)[2] > case_columns(ROWS, 80)[2]


@pytest.mark.parametrize("width", [1, 5, 20, 30])
def test_no_width_is_too_small(width: int) -> None:
    assert min(case_columns(ROWS, width)) >= 0
    assert case_columns([], width) == (0, 0, 0, 0, 0, 0)


@pytest.mark.parametrize(
    ("due", "name", "when", "urgency"),
    [
        (START - 60, "park", "1:00 de retard", Urgency.UP),
        (START + 60, "park", "dans 1:00", Urgency.HOUR),
        (START + 7200, "park", "12 h 00", Urgency.TODAY),
        (START + 59, "park", "dans 0:59", Urgency.UP),
        (START + 59, "wait.waited", "attente 0:59", Urgency.HOUR),
        (START + DAY, "park", "demain 10 h 00", Urgency.LATER),
        (START + 3 * DAY, "park", "mer. 10 h 00", Urgency.LATER),
        (START + 7 * DAY, "park", "29/11/2026", Urgency.LATER),
        (START + 60, "wait.waited", "attente 1:00", Urgency.TODAY),
        (START - 60, "wait.waited", "attente terminée", Urgency.UP),
        (0.0, "", "en attente 10 h 00", Urgency.LATER),
    ],
)
async def test_when_is_said_as_shortly_as_it_is_clear(
    tmp_path: Path, due: float, name: str, when: str, urgency: Urgency
) -> None:
    async with desk(tmp_path) as d:
        row = waiting_row(d.app, summary(due, name), START)
        assert (row.when, row.urgency) == (when.replace(" h ", "\u00a0h\u00a0"), urgency)


@pytest.mark.parametrize(
    ("reason", "step", "shows"),
    [
        ("social_triage.delayed_support.sat_out", "delayed_support", "Obtenir le numéro"),
        ("social_triage.no_such_step.waiting", "no_such_step", "Messages des réseaux sociaux"),
        ("no_such_flow.step.waiting", "delayed_support", "no_such_flow.step.waiting"),
        ("Attend la facture", "delayed_support", "Attend la facture"),
    ],
)
async def test_what_the_wording_no_longer_has_is_said_by_what_is_there(
    tmp_path: Path, reason: str, step: str, shows: str
) -> None:
    async with desk(tmp_path) as d:
        row = waiting_row(d.app, summary(reason=reason, step=step), START)
        assert row.reason.startswith(shows)
        assert "Sat out" not in row.reason
        assert "No such" not in row.step


@pytest.mark.slow
async def test_a_late_case_stands_first_by_word_and_weight(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*NO_WARRANTY)
        await parked(d, "tard", "demain 9h")
        await d.press(*DELAYED)
        await parked(d, "tôt", "+1h")
        d.clock.forward(2 * 3600)
        d.app.home.show()
        number, row = next((n, row) for n, row in enumerate(d.rows) if "CASE" in row)
        assert "de retard" in row
        assert "tôt" in row
        late = [seg for seg in d.strips[number] if "de retard" in seg.text]
        assert all(seg.style == inks(d.app).late for seg in late), "filled: time is up"


@pytest.mark.slow
async def test_after_a_case_the_cursor_is_on_the_next_and_then_on_the_first_flow(
    tmp_path: Path,
) -> None:
    data = tmp_path / "data"
    for number in range(3):
        put(
            data,
            f"20261122-09000{number}-case{number}",
            "private_positive",
            at=START - 600 + number,
        )
    async with desk(tmp_path) as d:
        assert "1" in d.cursor_row, "a start is for a new case"
        await d.press("up", "up")
        assert "CASE1" in d.cursor_row
        await d.press("enter")
        await parked(d, "attend", "demain 9h")
        assert "CASE1" in d.cursor_row, "where one was, though it stands elsewhere now"
        for next_one in ("CASE0", "CASE2", ""):
            await d.press("enter", "x")
            await d.type("fini")
            await d.press("enter")
            assert next_one in d.cursor_row
        assert "Messages des réseaux" in d.cursor_row
