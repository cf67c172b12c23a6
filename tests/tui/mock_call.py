"""A mock call begun from Home and read from its files."""

from typing import Any

from lenovo_desk.core.model.events import Act
from lenovo_desk.store.mock.mock_store import MockStore
from lenovo_desk.training.customer.customer import Customer
from lenovo_desk.training.model.scenario import Scenario
from lenovo_desk.tui.training.mock_desk import MockDesk
from tests.shipped_content import materials
from tests.tui.driver import MOCK_CALL, Driver

FLOPPY = "floppy_drive"


CALL = MOCK_CALL.format(0)


def scenario(name: str, language: str) -> Scenario:
    """A shipped scenario."""
    return next(one for one in materials().scenarios(language) if one.id == name)


async def begin(d: Driver, name: str, language: str = "fr") -> Scenario:
    """Begin a mock call from Home, by the title of its scenario."""
    found = scenario(name, language)
    await d.press("m")
    await d.type(found.title)
    await d.press("enter")
    d.shows(found.about)
    d.hides(found.persona.about[:20])
    await d.press("enter")
    return found


def the_desk(d: Driver) -> MockDesk:
    """The mock desk in front."""
    assert isinstance(d.desk, MockDesk)
    return d.desk


def customer_of(d: Driver) -> Customer:
    """The customer of the mock call in front."""
    person = the_desk(d).customer.person
    assert person is not None, "it has been read"
    return person


def acts(d: Driver, kind: type[Any], case: str = CALL) -> list[Act]:
    """What was done of a kind in a call, live or closed, as its files tell it."""
    call = calls(d).call(case)
    return [event.act for event in call.events if isinstance(event.act, kind)]


def calls(d: Driver) -> MockStore:
    """The folder of mock calls as a second terminal sees it."""
    return MockStore(d.data / "mock", d.clock)
