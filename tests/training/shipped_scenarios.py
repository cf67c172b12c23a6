"""Every shipped scenario, as parameters of a test."""

import pytest

from lenovo_desk.training.model.scenario import Scenario
from tests.shipped_content import materials

LANGUAGES = ("zh", "fr")


SCENARIOS = [one for language in LANGUAGES for one in materials().scenarios(language)]


def named(value: object) -> str:
    return f"{value.language}.{value.id}" if isinstance(value, Scenario) else str(value)


every_scenario = pytest.mark.parametrize("scenario", SCENARIOS, ids=named)
