"""Scenarios, quizzes and the scorecard as training uses them: compiled once, read when asked for.

Nothing of it is imported or read before the first question: Home and real cases do without.
"""

import os
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from lenovo_desk.content.cache import Cache
from lenovo_desk.content.folders import Source, drills, load, shipped
from lenovo_desk.content.library import ContentLibrary, listed
from lenovo_desk.core.model.flow import Plain
from lenovo_desk.training.model.quiz import Quiz, quiz_from_plain
from lenovo_desk.training.model.scenario import Scenario, scenario_from_plain
from lenovo_desk.training.model.scorecard import Scorecard, scorecard_from_plain

if TYPE_CHECKING:  # who finds the cache reads no YAML
    from lenovo_desk.content.yaml.problems import Problem

_ENGLISH = "en"
_INDEX = "index"
_CODE = ("content", "core", "training")
"""Rooms whose rules decide whether a scenario can be played."""


class ContentMaterials:
    """Implements `training.ports.Materials` over content folders, later ones laid over earlier."""

    def __init__(
        self,
        library: ContentLibrary,
        roots: Sequence[str | os.PathLike[str]] | None = None,
        cache: str | os.PathLike[str] | None = None,
    ) -> None:
        """Name the folders (the shipped one when none is) and the `library` that is of them.

        `cache` is the folder for the compiled form, the same as the library's; it may be none.
        """
        self._library = library
        self._roots = roots
        self._folder = os.fspath(cache) if cache is not None else ""
        self._parts: dict[str, Any] | None = None

    @cached_property
    def _files(self) -> "list[tuple[Source, bytes | OSError]]":
        roots = self._roots if self._roots is not None else [shipped()]
        return [(source, load(source)) for source in drills(roots)]

    @cached_property
    def _cache(self) -> Cache | None:
        if not self._folder:
            return None
        made_from = listed(self._files, *_CODE) + b"\0" + self._library.made_from
        return Cache(os.path.join(self._folder, "training"), made_from)

    def _part(self, name: str) -> Any:
        """Return a compiled part, None when there is none of that name."""
        if self._parts is None and self._cache is not None:
            part = self._cache.read(name)
            if part is not None:
                return part
        if self._parts is None:
            from lenovo_desk.content.compile.compile_training import compiled

            self._parts = compiled(self._files, self._library)
            if self._cache is not None:
                self._cache.write(self._parts, _INDEX)
        return self._parts.get(name)

    @cached_property
    def _index(self) -> Plain:
        index: Plain = self._part(_INDEX)
        return index

    def scenarios(self, language: str) -> tuple[Scenario, ...]:
        """Return those of a language that can be played, in their order."""
        digests = self._index["scenarios"].get(language, {})
        plains = self._part(f"scenarios.{language}") if digests else {}
        return tuple(
            scenario_from_plain(plains[name], language, digest) for name, digest in digests.items()
        )

    def quizzes(self, language: str) -> tuple[Quiz, ...]:
        """Return those of a language, in their order."""
        if language not in self._index["quizzes"]:
            return ()
        return tuple(
            quiz_from_plain(plain, language) for plain in self._part(f"quizzes.{language}")
        )

    def scorecard(self, language: str) -> Scorecard:
        """Return the scorecard in a language; English words fill gaps."""
        digests = self._index["scorecards"]
        spoken = language if language in digests else _ENGLISH
        return scorecard_from_plain(self._part(f"scorecard.{spoken}"), digests[spoken])

    def structure(self, digest: str) -> Plain:
        """Return the plain structure of a scenario or scorecard as it is now; KeyError."""
        for language, kept in self._index["scorecards"].items():
            if kept == digest:
                scorecard: Plain = self._part(f"scorecard.{language}")
                return scorecard
        for language, digests in self._index["scenarios"].items():
            for name, kept in digests.items():
                if kept == digest:
                    scenario: Plain = self._part(f"scenarios.{language}")[name]
                    return scenario
        raise KeyError(digest)

    def problems(self) -> "list[Problem]":
        """Return everything that is wrong with scenarios, quizzes and the scorecard."""
        from lenovo_desk.content.yaml.problems import Problem

        return [Problem(*problem) for problem in self._part("problems")]
