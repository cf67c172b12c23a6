"""Lines are painted in the turn that changed them, say which was clicked, and are never markup."""

import asyncio
from collections.abc import Awaitable, Callable

from rich.cells import cell_len
from rich.style import Style
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.screen import Screen
from textual.strip import Strip
from textual.widgets import Input

from lenovo_desk.tui.kit.lines import Lines, line, repaint

PLAIN = Style()


class Desk(App[None]):
    """Two line widgets and a field, counting what reaches the terminal."""

    CSS = "Lines { height: 3; } #below { height: 2; }"
    painted = 0

    def __init__(self) -> None:
        super().__init__()
        self.word = "one"
        self.picked: list[tuple[str | None, int]] = []
        self.during_key = 0

    def compose(self) -> ComposeResult:
        yield Lines(self.draw, id="above")
        yield Lines(id="below")
        field = Input()
        field.cursor_blink = False  # its timer paints as well
        yield field

    def draw(self, width: int, height: int) -> list[Strip]:
        style = Style(bold=True, color="black" if "light" in self.theme else "white")
        return [line([(self.word, style)], width, style), line([("same", style)], width, style)]

    def post_display_hook(self) -> None:
        self.painted += 1

    def on_lines_picked(self, event: Lines.Picked) -> None:
        self.picked.append((event.lines.id, event.number))

    @property
    def above(self) -> Lines:
        return self.query_one("#above", Lines)

    @property
    def below(self) -> Lines:
        return self.query_one("#below", Lines)


def drive(script: Callable[[Desk, Pilot[None]], Awaitable[None]]) -> None:
    async def run() -> None:
        desk = Desk()
        async with desk.run_test(size=(40, 10)) as pilot:
            await pilot.pause()
            await script(desk, pilot)

    asyncio.run(run())


def shown(app: App[None]) -> list[str]:
    strips = app.screen._compositor.render_strips()
    return [strip.text.rstrip() for strip in strips]


def test_several_widgets_change_in_one_paint_before_the_call_returns() -> None:
    async def script(desk: Desk, pilot: Pilot[None]) -> None:
        before = desk.painted
        desk.word = "two"
        desk.below._given = [line([("three", PLAIN)], 40, PLAIN)]
        repaint(desk.above, desk.below)
        assert desk.painted == before + 1
        assert shown(desk)[:4] == ["two", "same", "", "three"]
        await pilot.pause()
        assert desk.painted == before + 1

    drive(script)


def test_nothing_is_painted_when_nothing_changed() -> None:
    async def script(desk: Desk, pilot: Pilot[None]) -> None:
        before = desk.painted
        desk.above.redraw()
        assert desk.painted == before

    drive(script)


def test_only_the_lines_that_changed_are_painted() -> None:
    async def script(desk: Desk, pilot: Pilot[None]) -> None:
        desk.word = "two"
        assert [region.y for region in desk.above._change()] == [0]

    drive(script)


def test_a_refresh_asked_of_another_widget_is_not_lost() -> None:
    async def script(desk: Desk, pilot: Pilot[None]) -> None:
        field = desk.query_one(Input)
        field.value = "typed"
        desk.screen._dirty_widgets.add(field)
        desk.below.show([line([("new", PLAIN)], 40, PLAIN)])
        await pilot.pause()
        assert any("typed" in text for text in shown(desk))

    drive(script)


def test_lines_changed_below_a_dialog_are_there_when_it_closes() -> None:
    async def script(desk: Desk, pilot: Pilot[None]) -> None:
        above = desk.above
        await desk.push_screen(Screen())
        desk.word = "two"
        above.redraw()
        desk.pop_screen()
        await pilot.pause()
        assert shown(desk)[0] == "two"

    drive(script)


def test_another_size_and_another_theme_are_drawn_anew() -> None:
    async def script(desk: Desk, pilot: Pilot[None]) -> None:
        colour = desk.above.render_line(0)._segments[0].style
        await pilot.resize_terminal(30, 10)
        while desk.above.size.width != 30:  # a busy machine lays out later
            await pilot.pause()
        assert desk.above.render_line(0).cell_length == 30
        desk.theme = "textual-light"
        await pilot.pause()
        await pilot.pause()
        desk.above.render_lines(desk.above.size.region)
        assert desk.above.render_line(0)._segments[0].style != colour

    drive(script)


def test_a_click_says_which_line() -> None:
    async def script(desk: Desk, pilot: Pilot[None]) -> None:
        await pilot.click("#above", offset=(2, 1))
        await pilot.click("#below", offset=(0, 1))
        assert desk.picked == [("above", 1), ("below", 1)]

    drive(script)


def test_a_line_is_exactly_as_wide_as_asked_and_its_text_is_never_markup() -> None:
    text = "[/x] [@click=quit]联想[PF3ABCD1]"
    assert line([(text, PLAIN)], 60, PLAIN).text == text + " " * (60 - cell_len(text))
    for width in range(40):
        assert cell_len(line([(text, PLAIN), (text, PLAIN)], width, PLAIN).text) == width
    assert line([("a\x1b]52;c;x\x07b", PLAIN)], 12, PLAIN).text == "a]52;c;xb   "
