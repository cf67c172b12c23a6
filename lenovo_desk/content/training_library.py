"""The library of scenarios, quizzes and the scorecard: compiled once, read at first use.

Nothing of it is imported or read before training begins; Home and real cases do not need it.
"""

import os
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from lenovo_desk.content.compiled_parts import CompiledParts, Files
from lenovo_desk.content.folders import drills, shipped
from lenovo_desk.content.library import ContentLibrary
from lenovo_desk.core.model.flow import Plain
from lenovo_desk.training.model.quiz import Quiz, quiz_from_plain
from lenovo_desk.training.model.scenario import Scenario, scenario_from_plain
from lenovo_desk.training.model.scorecard import Scorecard, scorecard_from_plain

if TYPE_CHECKING:  # a start with a valid cache reads no YAML
    from lenovo_desk.content.yaml.problems import Problem

_ENGLISH = "en"
_CODE = ("content", "core", "training")
"""The packages whose code determines whether a scenario can be played."""


class ContentMaterials:
    """Implements `training.training_ports.Materials` on content folders.

    Each folder is laid over those before it.
    """

    def __init__(
        self,
        library: ContentLibrary,
        roots: Sequence[str | os.PathLike[str]] | None = None,
        cache: str | os.PathLike[str] | None = None,
    ) -> None:
        """Read nothing yet; `roots` are the folders of `library`, by default the shipped one.

        `cache` is the folder of the compiled form; None for no cache.
        """
        self._library = library
        self._roots = roots
        self._folder = os.path.join(os.fspath(cache), "training") if cache is not None else None

    @cached_property
    def _parts(self) -> CompiledParts:
        roots = self._roots if self._roots is not None else [shipped()]
        also = b"\0" + self._library.made_from
        return CompiledParts(self._folder, drills(roots), _CODE, self._compile, also)

    def _compile(self, files: Files) -> dict[str, Any]:
        from lenovo_desk.content.compile.compile_training import training_parts

        return training_parts(files, self._library)

    def scenarios(self, language: str) -> tuple[Scenario, ...]:
        """Return the playable scenarios of a language, in their order."""
        digests = self._parts.index["scenarios"].get(language, {})
        plains = self._parts.part(f"scenarios.{language}") if digests else {}
        return tuple(
            scenario_from_plain(plains[name], language, digest) for name, digest in digests.items()
        )

    def quizzes(self, language: str) -> tuple[Quiz, ...]:
        """Return the quizzes of a language, in their order."""
        if language not in self._parts.index["quizzes"]:
            return ()
        return tuple(
            quiz_from_plain(plain, language) for plain in self._parts.part(f"quizzes.{language}")
        )

    def scorecard(self, language: str) -> Scorecard:
        """Return the scorecard in a language; English words fill gaps."""
        digests = self._parts.index["scorecards"]
        card_language = language if language in digests else _ENGLISH
        return scorecard_from_plain(
            self._parts.part(f"scorecard.{card_language}"), digests[card_language]
        )

    def structure(self, digest: str) -> Plain:
        """Return the plain structure of a scenario or scorecard by its digest.

        Raises `KeyError` when no current one has that digest.
        """
        for language, current in self._parts.index["scorecards"].items():
            if current == digest:
                scorecard: Plain = self._parts.part(f"scorecard.{language}")
                return scorecard
        for language, digests in self._parts.index["scenarios"].items():
            for name, current in digests.items():
                if current == digest:
                    scenario: Plain = self._parts.part(f"scenarios.{language}")[name]
                    return scenario
        raise KeyError(digest)

    def problems(self) -> "list[Problem]":
        """Return every problem of scenarios, quizzes and the scorecard."""
        return self._parts.problems()
