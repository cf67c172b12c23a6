"""Scenarios and scorecards by digest: a call is scored as it was played."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TypeVar

from lenovo_desk.core.engine.session import StoreProblem
from lenovo_desk.core.model.events import Event, MockCallBegun
from lenovo_desk.core.model.flow import Plain
from lenovo_desk.core.model.intents import BeginMockCall
from lenovo_desk.store.cases.pinned_flows import PinnedFlows
from lenovo_desk.training.model.scenario import Scenario, scenario_from_plain
from lenovo_desk.training.model.scorecard import Scorecard, scorecard_from_plain
from lenovo_desk.training.training_ports import Materials

Made = TypeVar("Made")

SCORECARD = "scorecard"
"""Its name where a scenario has its own."""
_KEPT = 64
"""Scenarios of a class that is looked through."""


def mock_opening(case: str, events: Sequence[Event]) -> MockCallBegun:
    """Return how a mock call began; `not_mock` for a case that is none."""
    act = events[1].act if len(events) > 1 else None
    if not isinstance(act, MockCallBegun):
        raise StoreProblem("not_mock", case)
    return act


class PinnedScenarios:
    """The scenarios and scorecards that the calls of one folder began with."""

    def __init__(self, structures: PinnedFlows) -> None:
        self._structures = structures
        self._scenario = lru_cache(_KEPT)(self._read_scenario)
        self._scorecard = lru_cache(_KEPT)(self._read_scorecard)

    def keep(self, begin: BeginMockCall, materials: Materials) -> None:
        """Keep those of a call that begins; `flow_changed` when they are not what they were."""
        digests = {begin.scenario: begin.digest, SCORECARD: begin.scorecard}

        def structure(name: str) -> Plain:
            try:
                return materials.structure(digests[name])
            except KeyError:  # its file was changed while it was on the screen
                raise StoreProblem("flow_changed", name) from None

        self._structures.keep(digests.items(), structure)

    def of(self, case: str, events: Sequence[Event]) -> tuple[Scenario, Scorecard]:
        """Return those of a call; `StoreProblem` when they are missing or not what they were."""
        act = mock_opening(case, events)
        scenario = self._scenario(act.scenario, act.digest, act.language)
        return scenario, self._scorecard(act.scorecard)

    def _read_scenario(self, name: str, digest: str, language: str) -> Scenario:
        return self._made(name, digest, lambda plain: scenario_from_plain(plain, language, digest))

    def _read_scorecard(self, digest: str) -> Scorecard:
        return self._made(SCORECARD, digest, lambda plain: scorecard_from_plain(plain, digest))

    def _made(self, name: str, digest: str, made: Callable[[Plain], Made]) -> Made:
        plain = self._structures.plain(name, digest)
        try:
            return made(plain)
        except (KeyError, TypeError, ValueError, AttributeError):
            raise StoreProblem("flow_changed", name) from None
