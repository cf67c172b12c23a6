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

Compiled = TypeVar("Compiled")

SCORECARD = "scorecard"
"""Its name where a scenario has its own."""
_CACHED = 64
"""Scenarios kept in memory while somebody looks through a class."""


def mock_opening(case: str, events: Sequence[Event]) -> MockCallBegun:
    """Return how a mock call began. Raises `StoreProblem("not_mock")` for a case that is none."""
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
        """Keep those of a call that begins.

        Raises `StoreProblem("flow_changed")` when they are not what they were, and what the disk
        refuses.
        """
        digests = {begin.scenario: begin.digest, SCORECARD: begin.scorecard}

        def structure(name: str) -> Plain:
            try:
                return materials.structure(digests[name])
            except KeyError:  # its file was changed while it was on the screen
                raise StoreProblem("flow_changed", name) from None

        self._structures.keep(digests.items(), structure)

    def of(self, case: str, events: Sequence[Event]) -> tuple[Scenario, Scorecard]:
        """Return those of a call.

        Raises `StoreProblem("not_mock")`, `StoreProblem("flow_missing")` and
        `StoreProblem("flow_changed")` when they are not what they were.
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
