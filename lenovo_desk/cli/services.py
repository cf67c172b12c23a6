"""The one place that puts the rooms together: content, store, settings and training.

Each service is made as the options of the command say, and when it is first asked for: a walk
imports no store.
"""

import os
import time
from argparse import Namespace
from collections.abc import Callable
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

from lenovo_desk.cli.desk_settings import desk_settings
from lenovo_desk.cli.exits import FAILED, MISUSED, PROGRAM, Stop, guess
from lenovo_desk.cli.output import complain
from lenovo_desk.cli.paths import data_folder, local_zone, new_case_id
from lenovo_desk.content.library import ContentLibrary
from lenovo_desk.core.model.flow import Flow
from lenovo_desk.core.model.intents import OpenCase
from lenovo_desk.core.ports import Settings

if TYPE_CHECKING:  # what a walk does without
    from lenovo_desk.content.settings import YamlSettings
    from lenovo_desk.content.training_library import ContentMaterials
    from lenovo_desk.store.cases.case_store import CaseStore
    from lenovo_desk.store.mock.mock_store import MockStore
    from lenovo_desk.training.reports.progress import CallResults


class Services:
    """What the commands work with."""

    def __init__(self) -> None:
        self.command = ""
        self._options = Namespace()

    def take_options(self, options: Namespace) -> None:
        """Take the options that every command has; nothing was asked for before."""
        self._options = options

    @cached_property
    def data(self) -> str:
        """The data folder."""
        return data_folder(getattr(self._options, "data", None))

    @cached_property
    def roots(self) -> list[str]:
        """The content folders, later ones laid over earlier."""
        from lenovo_desk.content.folders import shipped

        folder = getattr(self._options, "content", None)
        if folder and not os.path.isdir(folder):
            raise Stop(f"{folder}: there is no such folder; --content names one", MISUSED)
        folder = folder or self.settings_file.current.content
        return [shipped(), folder] if folder else [shipped()]

    @cached_property
    def classroom(self) -> str:
        """The folder of the class that practises together; empty for none."""
        folder = getattr(self._options, "classroom", "") or os.environ.get("LENOVO_DESK_CLASS", "")
        if folder:
            return os.path.abspath(os.path.expanduser(folder))
        return self.settings_file.current.classroom

    @cached_property
    def library(self) -> ContentLibrary:
        """The content, compiled into the data folder's cache."""
        return ContentLibrary(self.roots, os.path.join(self.data, "cache"))

    @cached_property
    def materials(self) -> "ContentMaterials":
        """Scenarios, quizzes and the scorecard, of the same folders; nothing is read yet."""
        from lenovo_desk.content.training_library import ContentMaterials

        return ContentMaterials(self.library, self.roots, os.path.join(self.data, "cache"))

    @cached_property
    def store(self) -> "CaseStore":
        """The cases of the data folder."""
        from pathlib import Path

        from lenovo_desk.store.cases.case_store import CaseStore
        from lenovo_desk.store.disk.system_clock import SystemClock

        return CaseStore(Path(self.data), SystemClock())

    @cached_property
    def calls(self) -> "MockStore":
        """The mock calls of the class, or of the data folder where there is none.

        Raises `StoreProblem("no_class")` where no class was made: with a mistyped name, or a share
        that is not there today, calls would go where no trainer looks.
        """
        from pathlib import Path

        from lenovo_desk.core.engine.mock_rules import MOCK
        from lenovo_desk.store.disk.system_clock import SystemClock
        from lenovo_desk.store.mock.mock_store import MockStore

        root = Path(self.classroom or self.data) / MOCK
        if self.classroom and not root.is_dir():
            from lenovo_desk.core.engine.session import StoreProblem

            raise StoreProblem("no_class", self.classroom)
        return MockStore(root, SystemClock())

    def tell_notices(self) -> None:
        """Write to standard error what the store noticed while it was read."""
        from lenovo_desk.core.wording.sentences import sentence

        words = self.library.words(self.wording)
        for notice in self.store.notices:
            complain(PROGRAM, sentence(words, None, notice))

    @cached_property
    def settings_file(self) -> "YamlSettings":
        """The settings file, which may be changed."""
        return desk_settings(self.data, local_zone())

    @cached_property
    def settings(self) -> Settings:
        """How this desk is set up; what is wrong with the file is reported, and counts as unset."""
        for problem in self.settings_file.problems:
            complain(PROGRAM, problem)
        return self.settings_file.current

    @cached_property
    def language(self) -> str:
        """The language asked for on the command line or in the environment, or an empty string."""
        language = getattr(self._options, "lang", None) or os.environ.get("LENOVO_DESK_LANG", "")
        languages = ("en", *self.library.languages())
        if language and language not in languages:
            hint = f"known are {', '.join(languages)}.{guess(language, languages)}"
            raise Stop(f'there is no language "{language}"; {hint}', MISUSED)
        return str(language)

    @property
    def wording(self) -> str:
        """The language of titles, guidance and messages."""
        return self.language or self.settings.language

    def flow(self, name: str) -> Flow:
        """Return a flow that can be worked. Raises `Stop` for any other name."""
        cards = {card.id: card for card in self.library.cards()}
        card = cards.get(name)
        if card is None:
            hint = guess(name, cards) or f" There are: {', '.join(cards)}."
            raise Stop(f'there is no flow "{name}".{hint}', MISUSED)
        if card.problems:
            count = f"{card.problems} problem{'s' if card.problems > 1 else ''}"
            raise Stop(f'"{name}" has {count} and cannot be worked; see lenovo-desk check', FAILED)
        return self.library.flow(name)

    def opening(self, flow: str, case: str, mode: str, language: str = "") -> OpenCase:
        """Return the intent to begin a case at this desk, its phrases in the desk's language.

        A language that nothing is written in gives way to the first that there is.
        """
        settings, languages = self.settings, self.library.languages()
        phrases = settings.phrases
        if languages and phrases not in languages:
            phrases = languages[0]
        agent = settings.agent
        values = {
            **settings.values,
            "agent_name": agent.name,
            "agent_initials": agent.initials,
            "agent_phone": agent.phone,
        }
        return OpenCase(
            case,
            flow,
            agent.id,
            agent.role,
            language or phrases,
            settings.zone,
            tuple((name, value) for name, value in values.items() if value),
            mode,
            calendar=settings.calendar,
            times=tuple(settings.times.items()),
        )


def _new_id() -> str:
    return new_case_id(time.time())


class TrainingServices:
    """Implements `training.training_ports.Training`."""

    def __init__(
        self, services: Services, new_id: Callable[[], str] = _new_id, recover: bool = True
    ) -> None:
        """Hand over the services of training; `new_id` returns the id of a mock call that begins.

        With `recover`, calls that a killed program left half done are finished; what stays undone
        is a notice.
        """
        self._rooms, self._new_id = services, new_id
        if recover:
            from lenovo_desk.core.engine.session import StoreProblem

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

    @cached_property
    def results(self) -> "CallResults":
        """How the calls went, scored once each."""
        from lenovo_desk.training.reports.progress import CallResults

        return CallResults(self._rooms.library)

    def opening(self, flow: str, language: str) -> OpenCase:
        """Return the intent to begin a mock call.

        Its settings are the desk's; what the desk has not filled in has a value to practise with.
        """
        from lenovo_desk.content.practice_values import practice_values
        from lenovo_desk.core.engine.mock_rules import MOCK

        opening = self._rooms.opening(flow, self._new_id(), MOCK, language)
        values = practice_values(language) | dict(opening.settings)
        return opening._replace(settings=tuple(values.items()))
