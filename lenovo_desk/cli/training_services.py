"""The rooms of training, put together when the first mock call is asked for."""

import time
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from lenovo_desk.cli.paths import new_case_id
from lenovo_desk.cli.services import Rooms
from lenovo_desk.core.engine.mock_calls import MOCK
from lenovo_desk.core.engine.session import StoreProblem
from lenovo_desk.core.model.intents import OpenCase

if TYPE_CHECKING:
    from lenovo_desk.content.training_library import ContentMaterials
    from lenovo_desk.store.mock.mock_store import MockStore


def _new_id() -> str:
    return new_case_id(time.time())


class TrainingRooms:
    """Implements `training.ports.Training`."""

    def __init__(
        self, rooms: Rooms, new_id: Callable[[], str] = _new_id, recover: bool = True
    ) -> None:
        """What a killed program left half done is finished when one is to `recover`.

        What stays undone is a notice.
        """
        self._rooms, self._new_id = rooms, new_id
        if recover:
            with suppress(StoreProblem):
                self.calls.recover()

    @property
    def materials(self) -> "ContentMaterials":
        """Scenarios, quizzes and the scorecard."""
        return self._rooms.materials

    @property
    def calls(self) -> "MockStore":
        """The mock calls of this desk or of its class."""
        return self._rooms.calls

    def opening(self, flow: str, language: str) -> OpenCase:
        """Return the intent to begin a mock call.

        Its settings are the desk's; what the desk has not filled in has a value to practise with.
        """
        from lenovo_desk.content.practice_values import practice_values

        opening = self._rooms.opening(flow, self._new_id(), MOCK, language)
        values = practice_values(language) | dict(opening.settings)
        return opening._replace(settings=tuple(values.items()))
