"""Content, store and settings, put together as the options say, each when first asked for."""

import os
from argparse import Namespace
from functools import cached_property
from typing import TYPE_CHECKING

from lenovo_desk.cli.desk_settings import desk_settings
from lenovo_desk.cli.exits import FAILED, MISUSED, PROGRAM, Stop, guess
from lenovo_desk.cli.output import complain
from lenovo_desk.cli.paths import data_folder, local_zone
from lenovo_desk.content.library import ContentLibrary
from lenovo_desk.core.model.flow import Flow
from lenovo_desk.core.model.intents import OpenCase
from lenovo_desk.core.ports import Settings

if TYPE_CHECKING:  # what a walk does without
    from lenovo_desk.content.settings import YamlSettings
    from lenovo_desk.content.training_library import ContentMaterials
    from lenovo_desk.store.cases.case_store import CaseStore
    from lenovo_desk.store.mock.mock_store import MockStore


class Rooms:
    """What the commands work with."""

    def __init__(self) -> None:
        self.command = ""
        self._options = Namespace()

    def furnish(self, options: Namespace) -> None:
        """Take the options that every command has."""
        self._options = options

    @cached_property
    def data(self) -> str:
        """The data folder."""
        return data_folder(getattr(self._options, "data", None))

    @cached_property
    def roots(self) -> list[str]:
        """The content folders, later ones laid over earlier."""
        from lenovo_desk.content.folders import shipped

        own = getattr(self._options, "content", None)
        if own and not os.path.isdir(own):
            raise Stop(f"{own}: there is no such folder; --content names one", MISUSED)
        own = own or self.settings_file.current.content
        return [shipped(), own] if own else [shipped()]

    @cached_property
    def classroom(self) -> str:
        """The folder of the class that practises together; empty for none."""
        given = getattr(self._options, "classroom", "") or os.environ.get("LENOVO_DESK_CLASS", "")
        if given:
            return os.path.abspath(os.path.expanduser(given))
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

        `no_class` where no class was made: with a slip of the pen, or a share that is not there
        today, calls would go where no trainer looks.
        """
        from pathlib import Path

        from lenovo_desk.core.engine.mock_calls import MOCK
        from lenovo_desk.store.disk.system_clock import SystemClock
        from lenovo_desk.store.mock.mock_store import MockStore

        root = Path(self.classroom or self.data) / MOCK
        if self.classroom and not root.is_dir():
            from lenovo_desk.core.engine.session import StoreProblem

            raise StoreProblem("no_class", self.classroom)
        return MockStore(root, SystemClock())

    def tell_notices(self) -> None:
        """Say on standard error what the store noticed while it was read."""
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
        """How this desk is set up; what is wrong with the file is told, and is as if unset."""
        for problem in self.settings_file.problems:
            complain(PROGRAM, problem)
        return self.settings_file.current

    @cached_property
    def language(self) -> str:
        """The language asked for on the command line or in the environment, or an empty string."""
        given = getattr(self._options, "lang", None) or os.environ.get("LENOVO_DESK_LANG", "")
        known = ("en", *self.library.languages())
        if given and given not in known:
            hint = f"known are {', '.join(known)}.{guess(given, known)}"
            raise Stop(f'there is no language "{given}"; {hint}', MISUSED)
        return str(given)

    @property
    def wording(self) -> str:
        """The language of titles, guidance and messages."""
        return self.language or self.settings.language

    def flow(self, name: str) -> Flow:
        """Return a flow that can be worked."""
        cards = {card.id: card for card in self.library.cards()}
        card = cards.get(name)
        if card is None:
            known = guess(name, cards) or f" There are: {', '.join(cards)}."
            raise Stop(f'there is no flow "{name}".{known}', MISUSED)
        if card.problems:
            count = f"{card.problems} problem{'s' if card.problems > 1 else ''}"
            raise Stop(f'"{name}" has {count} and cannot be worked; see lenovo-desk check', FAILED)
        return self.library.flow(name)

    def opening(self, flow: str, case: str, mode: str, language: str = "") -> OpenCase:
        """Return the intent to begin a case at this desk, its phrases in the desk's language.

        A language that nothing is written in gives way to the first that there is.
        """
        now, written = self.settings, self.library.languages()
        spoken = now.phrases if now.phrases in written or not written else written[0]
        agent = now.agent
        values = {
            **now.values,
            "agent_name": agent.name,
            "agent_initials": agent.initials,
            "agent_phone": agent.phone,
        }
        return OpenCase(
            case,
            flow,
            agent.id,
            agent.role,
            language or spoken,
            now.zone,
            tuple((name, value) for name, value in values.items() if value),
            mode,
            calendar=now.calendar,
            times=tuple(now.times.items()),
        )
