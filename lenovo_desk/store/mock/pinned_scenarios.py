"""Scenarios and scorecards by digest: a call is scored by the versions it began with."""

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

Compiled = TypeVar("Compiled")

SCORECARD = "scorecard"
"""The name of the scorecard where a scenario has its own name."""
_CACHED = 64
"""The most scenarios cached while someone looks through a class."""


def mock_opening(case: str, events: Sequence[Event]) -> MockCallBegun:
    """Return the event that began a mock call.

    Raises `StoreProblem("not_mock")` when the case is not a mock call.
    """
    act = events[1].act if len(events) > 1 else None
    if not isinstance(act, MockCallBegun):
        raise StoreProblem("not_mock", case)
    return act


class PinnedScenarios:
    """The scenarios and scorecards that the calls of one folder began with."""

    def __init__(self, structures: PinnedFlows) -> None:
        self._structures = structures
        self._scenario = lru_cache(_CACHED)(self._read_scenario)
        self._scorecard = lru_cache(_CACHED)(self._read_scorecard)

    def keep(self, begin: BeginMockCall, materials: Materials) -> None:
        """Write the scenario and scorecard of a call that begins.

        Raises `StoreProblem("flow_changed")` when they have changed since they were shown, `busy`,
        `disk_full` or `disk_refused`.
        """
        digests = {begin.scenario: begin.digest, SCORECARD: begin.scorecard}

        def structure(name: str) -> Plain:
            try:
                return materials.structure(digests[name])
            except KeyError:  # its file changed while it was on the screen
                raise StoreProblem("flow_changed", name) from None

        self._structures.keep(digests.items(), structure)

    def of(self, case: str, events: Sequence[Event]) -> tuple[Scenario, Scorecard]:
        """Return the scenario and scorecard of a call.

        Raises `StoreProblem("not_mock")`, `StoreProblem("flow_missing")` when they were not kept,
        and `StoreProblem("flow_changed")` when their files were changed.
        """
        act = mock_opening(case, events)
        scenario = self._scenario(act.scenario, act.digest, act.language)
        return scenario, self._scorecard(act.scorecard)

    def _read_scenario(self, name: str, digest: str, language: str) -> Scenario:
        return self._compiled(
            name, digest, lambda plain: scenario_from_plain(plain, language, digest)
        )

    def _read_scorecard(self, digest: str) -> Scorecard:
        return self._compiled(SCORECARD, digest, lambda plain: scorecard_from_plain(plain, digest))

    def _compiled(self, name: str, digest: str, compiled: Callable[[Plain], Compiled]) -> Compiled:
        plain = self._structures.plain(name, digest)
        try:
            return compiled(plain)
        except (KeyError, TypeError, ValueError, AttributeError):
            raise StoreProblem("flow_changed", name) from None
