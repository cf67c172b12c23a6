"""The numbers of the ways on never change, and any count of ways leaves the step in view."""

from functools import lru_cache
from pathlib import Path
from tempfile import mkdtemp

import pytest

from lenovo_desk.content.folders import shipped
from lenovo_desk.content.library import ContentLibrary
from tests.tui.driver import SIZES, Driver, desk

pytestmark = pytest.mark.slow

COUNT = 22
SAY = "Bonjour, voici ce que nous pouvons faire : à vous."
DO = "Lire la liste au client, puis prendre ce qu’il choisit."
_WAYS = "\n".join(f"      w{n}: {{label: Way {n}, goto: done}}" for n in range(1, COUNT + 1))
_CHOSEN = ", ".join(f"w{n}: Voie {n}" for n in range(1, COUNT + 1))
FLOW = f"""\
# yaml-language-server: $schema=./flow.schema.json
flow: many
title: Many ways
roles: [social]
stages: [all]
facts: {{kind: {{type: choice, options: [a, b]}}, late: {{type: yes_no}}}}
steps:
  list:
    stage: all
    title: All there is
    do: Read the list, then take what they choose.
    say: [{{phrase: all, via: call}}]
    choices:
{_WAYS}
      turns: {{label: On, goto: turns}}
  turns:
    stage: all
    title: It turns
    facts: [kind, late]
    choices:
      only_a: {{label: Only a, goto: done, when: {{kind: a}}}}
      only_b: {{label: Only b, goto: done, when: {{kind: b}}}}
      later:  {{label: Known late, goto: done, when: {{late: {{known: yes}}}}}}
      always: {{label: Always, goto: list}}
  done: {{stage: all, title: Over, end: handled}}
words: {{facts: {{kind: Kind, late: Late}}, options: {{kind: {{a: A, b: B}}}}}}
"""
SCRIPT = f"""\
# yaml-language-server: $schema=../flows/script.schema.json
flow: many
title: Voies
stages: {{all: Tout}}
facts: {{kind: Genre, late: Tard}}
options: {{kind: {{a: A, b: B}}}}
ends: {{handled: Fini}}
steps:
  list: {{title: Tout ce qu’il y a, do: "{DO}", choices: {{{_CHOSEN}, turns: Suite}}}}
  turns:
    title: Ça tourne
    choices: {{only_a: Seulement a, only_b: Seulement b, later: Su plus tard, always: Toujours}}
  done: {{title: Fini}}
phrases:
  all: {{authority: proposed, text: "{SAY}"}}
"""


@lru_cache(maxsize=1)
def many() -> ContentLibrary:
    root = Path(mkdtemp(prefix="desk-many-"))
    for name, text in (("flows/many.yaml", FLOW), ("scripts_fr/many.yaml", SCRIPT)):
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(text, "utf-8")
    library = ContentLibrary([shipped(), root], root / "cache")
    problems = [problem for problem in library.problems() if problem.code != "no-script"]
    assert not problems, "\n".join(map(str, problems))
    return library


def numbers(d: Driver) -> dict[str, int]:
    """Return the numbers of the ways by their labels."""
    return {offer.title: offer.number for offer in d.desk.view.offers}


@pytest.mark.parametrize("size", SIZES, ids="{0[0]}x{0[1]}".format)
async def test_twenty_two_ways_leave_title_guidance_and_phrase_in_view(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with desk(tmp_path, size=size, start="many", content=many()) as d:
        d.shows("Tout ce qu’il y a", DO, SAY)
        rows = "\n".join(d.rows)
        assert " 1  Voie 1" in rows
        for number in range(2, COUNT + 2):
            await d.press("down")
            d.shows("Tout ce qu’il y a", DO, SAY)
            label = f"Voie {number}" if number <= COUNT else "Suite"
            key = f"{0 if number == 10 else number:>2} "
            assert any(f"{key} {label}" in row for row in d.rows), f"{number} is in view"
        await d.press("down")
        assert d.desk.hand.cursor == 1, "round the end"


async def test_nought_takes_the_tenth_way_and_the_cursor_those_beyond(tmp_path: Path) -> None:
    async with desk(tmp_path, start="many", content=many()) as d:
        await d.press("0", "escape")  # every way leads to an end, where the wrap-up opens
        assert d.events()[-1]["choice"] == "w10"
        await d.press("b", *["down"] * 16, "enter", "escape")
        assert d.events()[-1]["choice"] == "w17"
        await d.press("b", *["up"] * 2, "enter", "escape")
        assert d.events()[-1]["choice"] == "w22"


async def test_numbers_stay_while_facts_show_and_hide_other_ways(tmp_path: Path) -> None:
    async with desk(tmp_path, start="many", content=many()) as d:
        await d.press("up", "enter")
        assert d.step == "turns"
        assert numbers(d) == {"Seulement a": 1, "Seulement b": 2, "Toujours": 4}
        await d.press("up")
        assert d.desk.hand.cursor == 4
        await d.press("f", "2", "enter")
        assert numbers(d) == {"Seulement b": 2, "Toujours": 4}
        await d.press("o", "enter", "escape")
        assert numbers(d) == {"Seulement b": 2, "Su plus tard": 3, "Toujours": 4}
        assert d.desk.hand.cursor == 4, "the cursor stays at its way too"
        await d.press("1")
        d.shows("Seulement a", "Genre")
        assert d.step == "turns"
        await d.press("2")
        assert d.step == "done"
        d.shows("Clôture du dossier")


async def test_the_third_level_of_a_crisis_keeps_its_number(tmp_path: Path) -> None:
    async with desk(tmp_path, start="crisis") as d:
        while d.step != "recognise":
            await d.press("1")
        before = numbers(d)
        assert [*before.values()] == [1, 2, 3, 5]
        level_3 = next(title for title, number in before.items() if number == 3)
        await d.press("f", *"11", "enter", "enter", "escape")
        assert d.fact("crisis.triggers"), d.screen_text()
        assert numbers(d)[level_3] == 3
