"""The one place that puts the rooms together: content, store, settings and training.

Each service is made when first asked for, by the options of the command, so that a walk does not
import the store.
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
from lenovo_desk.content.countries import local_values, stated_country
from lenovo_desk.content.library import ContentLibrary
from lenovo_desk.content.settings_fields import values_in
from lenovo_desk.core.model.flow import Flow
from lenovo_desk.core.model.intents import OpenCase
from lenovo_desk.core.ports import SIGNS, Settings

if TYPE_CHECKING:  # a walk does not need these
    from lenovo_desk.content.settings import YamlSettings
    from lenovo_desk.content.training_library import ContentMaterials
    from lenovo_desk.store.cases.case_store import CaseStore
    from lenovo_desk.store.mock.mock_store import MockStore
    from lenovo_desk.training.reports.progress import CallResults


class Services:
    """The services that commands work with."""

    def __init__(self) -> None:
        self.command = ""
        self._options = Namespace()
        self._reported = False

    def take_options(self, options: Namespace) -> None:
        """Take the options that every command has; call it before any service is used."""
        self._options = options

    @cached_property
    def data(self) -> str:
        """The path of the data folder."""
        return data_folder(getattr(self._options, "data", None))

    @cached_property
    def roots(self) -> list[str]:
        """The content folders, later ones laid over earlier.

        Raises `Stop` when the folder of `--content` does not exist.
        """
        from lenovo_desk.content.folders import shipped

        folder = getattr(self._options, "content", None)
        if folder and not os.path.isdir(folder):
            raise Stop(f"{folder}: there is no such folder; --content names one", MISUSED)
        folder = folder or self.settings_file.current.content
        return [shipped(), folder] if folder else [shipped()]

    @cached_property
    def classroom(self) -> str:
        """The path of the class folder; empty for none."""
        folder = getattr(self._options, "classroom", "") or os.environ.get("LENOVO_DESK_CLASS", "")
        if folder:
            return os.path.abspath(os.path.expanduser(folder))
        return self.settings_file.current.classroom

    @cached_property
    def library(self) -> ContentLibrary:
        """The content, compiled into a cache in the data folder."""
        return ContentLibrary(self.roots, os.path.join(self.data, "cache"))

    @cached_property
    def materials(self) -> "ContentMaterials":
        """Scenarios, quizzes and the scorecard of the same folders; nothing is read yet."""
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
        """The mock calls of the class; without a class, those of the data folder.

        Raises `StoreProblem("no_class")` when the class folder is missing: if its name is mistyped
        or the share is not mounted, calls would otherwise go where no trainer looks.
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
        """Write the store's notices to standard error."""
        from lenovo_desk.core.wording.sentences import sentence

        words = self.library.words(self.wording)
        for notice in self.store.notices:
            complain(PROGRAM, sentence(words, None, notice))

    @cached_property
    def settings_file(self) -> "YamlSettings":
        """The settings file, which may be changed."""
        return desk_settings(self.data, local_zone())

    @property
    def settings(self) -> Settings:
        """The present settings of this desk.

        Problems in the file are reported at the first use, their values ignored.
        """
        if not self._reported:
            self._reported = True
            for problem in self.settings_file.problems:
                complain(PROGRAM, problem)
        return self.settings_file.current

    @property
    def today(self) -> str:
        """The date at this desk as `YYYY-MM-DD`."""
        from lenovo_desk.core.time.moments import local

        return local(time.time(), self.settings_file.current.zone).date().isoformat()

    @cached_property
    def language(self) -> str:
        """The language from the command line or the environment; empty for none.

        Raises `Stop` when there is no such language.
        """
        language = getattr(self._options, "lang", None) or os.environ.get("LENOVO_DESK_LANG", "")
        languages = ("en", *self.library.languages())
        if language and language not in languages:
            hint = f"known are {', '.join(languages)}.{guess(language, languages)}"
            raise Stop(f'there is no language "{language}"; {hint}', MISUSED)
        return str(language)

    @property
    def own_signs(self) -> str:
        """How signs are painted by the environment, whatever the settings say; empty for that.

        Raises `Stop` when it is no way to paint them.
        """
        signs = os.environ.get("LENOVO_DESK_SIGNS", "")
        if signs not in ("", *SIGNS):
            hint = f"known are {', '.join(SIGNS)}.{guess(signs, SIGNS)}"
            raise Stop(f'LENOVO_DESK_SIGNS cannot be "{signs}"; {hint}', MISUSED)
        return signs

    @property
    def wording(self) -> str:
        """The language of titles, guidance and messages."""
        return self.language or self.settings.language

    def flow(self, name: str) -> Flow:
        """Return a flow. Raises `Stop` when there is none of that name, or it has problems."""
        cards = {card.id: card for card in self.library.cards()}
        card = cards.get(name)
        if card is None:
            hint = guess(name, cards) or f" There are: {', '.join(cards)}."
            raise Stop(f'there is no flow "{name}".{hint}', MISUSED)
        if card.problems:
            count = f"{card.problems} problem{'s' if card.problems > 1 else ''}"
            raise Stop(f'"{name}" has {count} and cannot be worked; see lenovo-desk check', FAILED)
        return self.library.flow(name)

    def opening(
        self, flow: str, case: str, mode: str, language: str = "", country: str = ""
    ) -> OpenCase:
        """Return the intent that opens a case at this desk.

        Its phrases are in `language`, else in the desk's; if there are no scripts in the desk's
        language, they are in the first language that has some. It is opened in `country`, else in
        the desk's.
        """
        self.settings_file.reread()
        settings, languages = self.settings, self.library.languages()
        phrases = settings.phrases
        if languages and phrases not in languages:
            phrases = languages[0]
        agent = settings.agent
        place = country or settings.country
        who = {
            "agent_name": agent.name,
            "agent_initials": agent.initials,
            "agent_phone": agent.phone,
        }
        values, abroad = (
            tuple((name, value) for name, value in {**own, **who}.items() if value)
            for own in (values_in(place, settings.values), values_in("", settings.values))
        )
        return OpenCase(
            case,
            flow,
            agent.id,
            agent.role,
            language or phrases,
            settings.zone,
            values,
            mode,
            calendar=settings.calendar,
            times=tuple(settings.times.items()),
            country=stated_country(place),
            local=local_values(place),
            abroad=abroad if abroad != values else (),
        )


def _new_id() -> str:
    return new_case_id(time.time())


class TrainingServices:
    """Implements `training.training_ports.Training`."""

    def __init__(
        self, services: Services, new_id: Callable[[], str] = _new_id, recover: bool = True
    ) -> None:
        """Offer the services of training; `new_id` returns the id of the next mock call.

        With `recover`, calls that a killed program left half done are finished; what could not be
        done becomes a notice.
        """
        self._services, self._new_id = services, new_id
        if recover:
            from lenovo_desk.core.engine.session import StoreProblem

            with suppress(StoreProblem):
                self.calls.recover()

    @property
    def materials(self) -> "ContentMaterials":
        """Scenarios, quizzes and the scorecard."""
        return self._services.materials

    @property
    def calls(self) -> "MockStore":
        """The mock calls of this desk or of its class."""
        return self._services.calls

    @cached_property
    def results(self) -> "CallResults":
        """The results of the calls, each scored once."""
        from lenovo_desk.training.reports.progress import CallResults

        return CallResults(self._services.library)

    def opening(self, flow: str, language: str, country: str) -> OpenCase:
        """Return the intent that opens a mock call; without a `country`, it is in the desk's.

        Its settings are the desk's, with a value to practise with wherever the desk has none.
        """
        from lenovo_desk.content.practice_values import practice_values
        from lenovo_desk.core.engine.mock_rules import MOCK

        opening = self._services.opening(flow, self._new_id(), MOCK, language, country)
        values = practice_values(language) | dict(opening.settings)
        return opening._replace(settings=tuple(values.items()))
