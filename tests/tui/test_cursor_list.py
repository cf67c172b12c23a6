"""A list with a cursor: its window, its ends, and what a click lands on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lenovo_desk.tui.kit.cursor_list import CursorList, window_top

LISTS = st.builds(
    CursorList, st.integers(0, 40), st.integers(0, 39), st.integers(1, 20), st.booleans()
).filter(lambda rows: rows.cursor < max(1, rows.rows))


@given(LISTS)
def test_the_cursor_is_always_in_view(rows: CursorList) -> None:
    assert rows.cursor in rows.window or not rows.rows


@given(LISTS)
def test_no_line_stays_empty_while_there_are_rows(rows: CursorList) -> None:
    assert len(rows.window) == min(rows.rows, rows.height)


@given(LISTS, st.integers(-50, 50))
def test_the_cursor_stops_at_the_ends(rows: CursorList, step: int) -> None:
    moved = rows.move(step)
    assert 0 <= moved.cursor < max(1, rows.rows)
    assert abs(moved.cursor - rows.cursor) <= abs(step)


@given(LISTS)
def test_a_click_lands_on_the_row_in_that_line(rows: CursorList) -> None:
    assert [rows.at(y) for y in range(len(rows.window))] == list(rows.window)
    assert rows.at(len(rows.window)) is None
    assert rows.at(-1) is None


@given(st.integers(-50, 90), st.integers(0, 40), st.integers(1, 20))
def test_a_window_stays_within_its_rows(top: int, rows: int, height: int) -> None:
    first = window_top(top, rows, height)
    assert len(range(rows)[first : first + height]) == min(rows, height)
    if 0 <= top <= rows - height:
        assert first == top


@pytest.mark.parametrize(
    ("cursor", "centred", "window"),
    [
        (0, True, range(5)),
        (2, True, range(5)),
        (5, True, range(3, 8)),
        (9, True, range(5, 10)),
        (4, False, range(5)),
        (5, False, range(1, 6)),
        (9, False, range(5, 10)),
    ],
)
def test_where_the_window_begins(cursor: int, centred: bool, window: range) -> None:
    assert CursorList(10, cursor, 5, centred).window == window
