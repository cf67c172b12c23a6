"""A whole visit by hand: every key but the texts typed is counted, from Home to the closed case."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from lenovo_desk.core.model.flow import FactSpec
from tests.tui.driver import SETTINGS, Driver, desk
from tests.walks.stored_walks import text_of

pytestmark = pytest.mark.slow

FIELD = SETTINGS.replace("initials: AL, role: social", "initials: AL, role: field") + (
    "station_name: 海淀站\nstation_phone: 010 6234 5678\ncountry: CN\n"
)
VISIT = "field_visit/home_mobile_free_solved.walk"
MOST = 137
"""With an Enter behind each fact that is typed; copies are not counted, they are one key each."""


class Hand:
    """Presses the keys of a visit, and counts those that type no text."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver
        self.keys = 0
        self._recorded: dict[str, str] = {}

    async def press(self, *keys: str) -> None:
        self.keys += len(keys)
        await self._driver.press(*keys)

    async def step(self, values: dict[str, str], items: set[str], choice: str) -> None:
        """Do what a step asks for and go on."""
        d = self._driver
        await self._fill(values)
        if items:
            several = sum(not item.ticked for item in d.desk.view.items) > 1
            await self.press(*(("A", "A") if several else ("space",)))
            ticked = {item.id for item in d.desk.view.items if item.ticked}
            assert items <= ticked, (d.step, items, d.last_row)
        ways = [way.id for way in d.desk.view.step.choices]
        before = d.step
        await self.press(str((ways.index(choice) + 1) % 10))
        assert d.app.screen is not d.desk or d.step != before, (before, choice, d.last_row)

    async def _fill(self, values: dict[str, str]) -> None:
        d = self._driver
        left = {name: text for name, text in values.items() if self._recorded.get(name) != text}
        passed_over: list[str] = []
        self._recorded |= left
        if not left:
            return
        await self.press("f")
        while left:
            field = d.desk.entry.field
            assert field, (d.step, left, d.last_row)
            if field not in left:
                passed_over.append(field)
                assert passed_over.count(field) < 3, (d.step, left, passed_over)
                await self.press("tab")
                continue
            text, is_key = _typed(d.desk.view.flow.facts[field], left.pop(field))
            self.keys += is_key
            await d.type(text)
            await self.press("enter")
        if d.desk.entry.field:
            await self.press("escape")


def _typed(spec: FactSpec, value: str) -> tuple[str, bool]:
    """Return what is typed for a value, and whether that is a key and no text."""
    if spec.kind == "choice":
        return str([*spec.options].index(value) + 1), True
    if spec.kind == "yes_no":
        return value[0], True
    return value.replace("13911112222", "+86 139 1111 2222"), False


def steps_of(name: str) -> Iterator[tuple[dict[str, str], set[str], str]]:
    """Yield the values, items and choice of each step of a transcript; a wait as a choice."""
    values: dict[str, str] = {}
    items: set[str] = set()
    for line in text_of(name).split("\n"):
        if not line or line.startswith(("#", "!", "@", "copy:", "=")):
            continue
        if line.startswith("+"):
            items.add(line[1:])
        elif "=" in line:
            fact, _, value = line.partition("=")
            values[fact] = value
        else:
            yield values, items, line
            if not line.startswith("wait:"):
                values, items = {}, set()


async def test_a_visit_costs_no_more_keys_than_this(tmp_path: Path) -> None:
    async with desk(tmp_path, language="zh", size=(100, 30), settings=FIELD,
                    start="field_visit") as d:  # fmt: skip
        hand = Hand(d)
        for values, items, choice in steps_of(VISIT):
            if choice.startswith("wait:"):
                d.clock.forward(86400.0 if choice == "wait:1d" else 3300.0)
                await d.settle()
                continue
            if "appointment" in values:
                values |= {"appointment": "11:00"}
            await hand.step(values, items, choice)
        await hand.press("enter")
        (closed,) = d.app.store.documents()
        assert closed["disposition"] == "solved"
        assert hand.keys <= MOST
        assert len(closed["ticks"]) > 40
