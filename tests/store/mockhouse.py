"""A scenario and a scorecard for the flows of `house`, and a mock call worked with them."""

from typing import Any

from lenovo_desk.core.model import intents as it
from lenovo_desk.core.model.flow import Plain
from lenovo_desk.core.model.structure import structure_digest
from lenovo_desk.store.mock.mock_store import MockStore
from lenovo_desk.training.mock_session import MockSession
from lenovo_desk.training.model.quiz import Quiz
from lenovo_desk.training.model.scenario import Scenario, scenario_from_plain
from lenovo_desk.training.model.scorecard import Scorecard, scorecard_from_plain
from tests.store.house import Shelf, opening

SCENARIO: Plain = {
    "scenario": "nobody_home",
    "title": "Nobody at the door",
    "about": "You stand before a closed door.",
    "flow": "visit",
    "persona": {"name": "Mr Wang", "type": "easy", "about": "Forgot the appointment."},
    "goal": "His machine repaired.",
    "target": 600,
    "opens": "Who is there?",
    "good": ["begin", "wait:15m", "no_answer", "=no_show"],
    "reveals": {"customer": {"value": "Wang", "says": "Wang is my name."}},
}
SCORECARD: Plain = {
    "pass": "85",
    "certification": {"passed": "4", "of": "5"},
    "sections": {
        "calls": {
            "title": "The call",
            "lines": {"path": {"title": "Path", "measure": "path", "points": "100"}},
        }
    },
}


class Materials:
    """What a room of trainees has: one scenario, one scorecard."""

    def __init__(self, **scenario: Any) -> None:
        plains = ({**SCENARIO, **scenario}, SCORECARD)
        self._plains = {structure_digest(plain): plain for plain in plains}
        one, card = self._plains
        self.scenario = scenario_from_plain(self._plains[one], "zh", one)
        self.card = scorecard_from_plain(SCORECARD, card)

    def scenarios(self, language: str) -> tuple[Scenario, ...]:
        return (self.scenario,)

    def quizzes(self, language: str) -> tuple[Quiz, ...]:
        return ()

    def scorecard(self, language: str) -> Scorecard:
        return self.card

    def structure(self, digest: str) -> Plain:
        return self._plains[digest]


def called(calls: MockStore, case: str, *intents: it.Intent, agent: str = "li") -> MockSession:
    """Begin a mock call and do so much of it."""
    materials = Materials()
    session = calls.begin(
        Shelf(), opening(case, agent=agent), materials.scenario, materials.card, materials
    )
    for intent in intents:
        session.do(intent)
    return session


OVER: tuple[it.Intent, ...] = (it.MakeChoice("begin"), it.AbandonCase("he rang off"))
