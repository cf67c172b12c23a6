"""A running wait is read across a room, and takes no row that the step needs more."""

from functools import lru_cache
from pathlib import Path
from tempfile import mkdtemp
from unicodedata import east_asian_width

import pytest

from lenovo_desk.content.folders import shipped
from lenovo_desk.content.library import ContentLibrary
from lenovo_desk.tui.kit.theme import TOKENS
from tests.big_digits import big_time, lit_cells
from tests.tui.driver import SETTINGS, SIZES, Driver, desk, desk_clock
from tests.tui.visit_at_the_door import at_the_door

pytestmark = pytest.mark.slow

QUARTER = 900.0
SAY = "Bonjour, je reste en ligne avec vous : prenez le temps qu’il vous faut, je vous écoute."
_WAYS = "\n".join(f"      w{n}: {{label: Way {n}, goto: short}}" for n in range(1, 10))
_LABELS = ", ".join(f"w{n}: Voie {n}" for n in range(1, 10))
FLOW = f"""\
# yaml-language-server: $schema=./flow.schema.json
flow: pause
title: Pause
roles: [social]
stages: [all]
steps:
  long:
    stage: all
    title: Stay with them
    do: Listen, and answer what they ask meanwhile.
    say: [{{phrase: stay, via: call}}]
    wait: {{id: patience, for: 90m}}
    choices:
{_WAYS}
      over: {{label: Over, goto: done, needs: [patience]}}
  short:
    stage: all
    title: Count to thirty
    wait: {{id: breath, for: 30s}}
    choices: {{over: {{label: Over, goto: done, needs: [breath]}}}}
  done: {{stage: all, title: End, end: handled}}
words: {{waits: {{patience: Patience, breath: A breath}}}}
"""
SCRIPT = f"""\
# yaml-language-server: $schema=../flows/script.schema.json
flow: pause
title: Pause
stages: {{all: Tout}}
waits: {{patience: Patience, breath: Souffle}}
ends: {{handled: Fini}}
steps:
  long:
    title: Rester en ligne
    do: Écouter, et répondre à ce qui est demandé.
    choices: {{{_LABELS}, over: C’est l’heure}}
  short: {{title: Compter jusqu’à trente, choices: {{over: C’est l’heure}}}}
  done: {{title: Fini}}
phrases:
  stay: {{authority: proposed, text: "{SAY}"}}
"""


@lru_cache(maxsize=1)
def pause() -> ContentLibrary:
    root = Path(mkdtemp(prefix="desk-pause-"))
    for name, text in (("flows/pause.yaml", FLOW), ("scripts_fr/pause.yaml", SCRIPT)):
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(text, "utf-8")
    library = ContentLibrary([shipped(), root], root / "cache")
    problems = [problem for problem in library.problems() if problem.code != "no-script"]
    assert not problems, "\n".join(map(str, problems))
    return library


def read(d: Driver) -> tuple[str, bool]:
    return big_time(lit_cells(d.strips))


def ink_of(d: Driver, row: int) -> str:
    """Return the colour of the first lit cell of a row."""
    for part in d.strips[row]:
        if part.style and part.style.reverse and part.style.color:
            return part.style.color.name
    raise AssertionError(d.screen_text())


def top(d: Driver) -> int:
    return next(n for n, row in enumerate(lit_cells(d.strips)) if any(row))


@pytest.mark.parametrize("size", [(60, 22), *SIZES])
async def test_every_digit_is_read_at_every_size(tmp_path: Path, size: tuple[int, int]) -> None:
    clock = desk_clock()
    at_the_door(tmp_path, clock)
    async with desk(tmp_path, clock=clock, size=size) as d:
        await d.press("up", "enter")
        for time in ("14:36", "12:09", "9:58", "7:47", "3:21", "1:04", "0:50"):
            minutes, seconds = map(int, time.split(":"))
            clock.forward(d.desk.view.wait.left - 60 * minutes - seconds - 1)  # type: ignore[union-attr]
            await d.seconds(1)
            assert read(d) == (time, False)


@pytest.mark.parametrize("theme", TOKENS)
async def test_it_is_half_then_amber_in_the_last_minute_then_filled(
    tmp_path: Path, theme: str
) -> None:
    clock = desk_clock()
    at_the_door(tmp_path, clock)
    settings = SETTINGS.replace("theme: dark", f"theme: {theme}")
    async with desk(tmp_path, clock=clock, settings=settings, size=(100, 30)) as d:
        await d.press("up", "enter")
        for left, time, ink in ((61, "1:01", "half"), (59, "0:59", "time"), (0, "0:00", "time")):
            clock.forward(d.desk.view.wait.left - left - 1)  # type: ignore[union-attr]
            await d.seconds(1)
            assert read(d) == (time, not left)
            assert ink_of(d, top(d)) == getattr(TOKENS[theme], ink)
        d.shows("temps écoulé")
        clock.forward(124)
        await d.seconds(1)
        d.shows("il y a 2:05")


async def test_the_bar_has_its_start_its_end_and_the_way_that_opens(tmp_path: Path) -> None:
    clock = desk_clock()
    at_the_door(tmp_path, clock)
    async with desk(tmp_path, clock=clock, language="zh", size=(100, 30)) as d:
        await d.press("up", "enter")
        for share in (0.0, 0.25, 0.75):
            clock.forward(d.desk.view.wait.left - QUARTER * (1 - share) - 1)  # type: ignore[union-attr]
            await d.seconds(1)
            row = next(n for n, text in enumerate(d.rows) if "4 等满了，再打一次" in text)
            assert d.rows[row].split()[:4] == ["17:00", "4", "等满了，再打一次", "17:15"]
            parts = [part for part in d.strips[row - 1] if part.style and part.style.reverse]
            half = sum(
                part.cell_length
                for part in parts
                if part.style and part.style.color and part.style.color.name == TOKENS["dark"].half
            )
            assert half == round(share * sum(part.cell_length for part in parts))
        d.shows("17:15 等满，响铃")


async def test_no_sign_of_uncertain_width_is_in_it(tmp_path: Path) -> None:
    clock = desk_clock()
    at_the_door(tmp_path, clock)
    async with desk(tmp_path, clock=clock, language="zh") as d:
        await d.press("up", "enter")
        for left in (600, 0):
            clock.forward(d.desk.view.wait.left - left - 1)  # type: ignore[union-attr]
            await d.seconds(1)
            first = top(d)
            end = next(n for n, text in enumerate(d.rows) if "4 等满了，再打一次" in text)
            panel = "".join(row[:60] for row in d.rows[first : end + 1])
            assert not [sign for sign in panel if east_asian_width(sign) == "A"], panel


async def test_beside_a_phrase_and_ten_ways_it_takes_one_row_at_80x24(tmp_path: Path) -> None:
    async with desk(tmp_path, content=pause(), start="pause") as d:
        assert sum(map(any, lit_cells(d.strips))) == 1, "the bar beside the text"
        d.shows("Rester en ligne", SAY, "Patience : encore 1:30:00", "0 C’est l’heure")
        d.shows(*(f"{n} Voie {n}" for n in range(1, 10)), "? toutes les touches")
        for size in ((80, 30), (80, 40), (140, 45)):
            await d.resize(*size)
            assert read(d)[0] == "1:30:00", size
            d.shows("Rester en ligne", SAY[:40], "Voie 9", "0 C’est l’heure")
        for size in ((50, 24), (60, 14), (40, 10), (80, 8)):
            await d.resize(*size)  # nothing breaks, however small
            assert d.screen_text()


async def test_a_wait_of_half_a_minute_takes_one_row(tmp_path: Path) -> None:
    async with desk(tmp_path, content=pause(), start="pause", size=(140, 45)) as d:
        await d.press("1")
        assert d.step == "short"
        d.shows("Souffle : encore 0:30")
        await d.seconds(12)
        d.shows("Souffle : encore 0:18")
        await d.seconds(19)
        d.shows("Souffle : temps écoulé")
        assert read(d)[0] == ""


async def test_a_second_repaints_only_the_rows_that_changed(tmp_path: Path) -> None:
    clock = desk_clock()
    at_the_door(tmp_path, clock)
    async with desk(tmp_path, clock=clock, size=(100, 30)) as d:
        await d.press("up", "enter")
        clock.forward(100)
        await d.seconds(1)
        column: list[object] = [*d.desk.query_one("#column")._lines]  # type: ignore[attr-defined]
        await d.seconds(1)
        after: list[object] = [*d.desk.query_one("#column")._lines]  # type: ignore[attr-defined]
        changed = [n for n, (a, b) in enumerate(zip(column, after, strict=True)) if a is not b]
        assert 0 < len(changed) <= 7, "five of the digits, the bar, the locked way"


@pytest.mark.parametrize("language", ["zh", "fr", "en"])
@pytest.mark.parametrize("size", [(100, 24), (100, 27), (100, 30), (130, 26), (140, 30)])
async def test_facts_and_steps_that_are_out_of_room_go_whole(
    tmp_path: Path, language: str, size: tuple[int, int]
) -> None:
    """No value stands at the top of the facts without its label, no end of a title without sign."""
    clock = desk_clock()
    at_the_door(tmp_path, clock)
    async with desk(tmp_path, clock=clock, language=language, size=size) as d:
        await d.press("up", "enter")
        panes = [pane for name in ("#side", "#outline") for pane in d.app.screen.query(name)]
        areas = [pane.content_region for pane in panes if pane.region]
        assert len(areas) == (1 if size[0] < 130 else 2)
        for area in areas:
            first = d.strips[area.y + 1].crop(area.x, area.x + 2).text
            assert first.strip(), d.screen_text()
