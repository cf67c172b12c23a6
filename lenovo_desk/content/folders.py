"""Where content lies: the shipped folder and those laid over it."""

import os
from collections.abc import Iterable, Iterator, Sequence

from lenovo_desk.core.named_tuple import NamedTuple

FLOWS = "flows"
SCRIPTS = "scripts_"
CALLS, QUIZZES = "mock_calls", "quiz"
"""Folders of training in those of a language."""
SCORECARD = "scorecard"
"""The file of training beside flows and scripts."""
Root = str | os.PathLike[str]
_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


class Source(NamedTuple):
    """One YAML file of the content."""

    folder: str
    """`flows`, `scripts_xx`, or one of training in it: `scripts_xx/quiz`."""
    name: str
    """Without `.yaml`."""
    path: str

    @property
    def language(self) -> str:
        """Its language; empty for flows."""
        return self.folder.partition("/")[0].removeprefix(SCRIPTS) if self.folder != FLOWS else ""


def shipped() -> str:
    """Return the folder of the content that came with the program; OSError when it has none."""
    for root in (os.path.join(_PACKAGE, "_content"), os.path.dirname(_PACKAGE)):
        if os.path.isdir(os.path.join(root, FLOWS)):
            return root
    raise FileNotFoundError("the content of Lenovo Desk is not beside the program")


def is_content_folder(name: str) -> bool:
    """Tell whether a folder of this name holds flows or scripts."""
    language = name.removeprefix(SCRIPTS)
    return name == FLOWS or (
        name != language and 2 <= len(language) <= 8 and language.isascii() and language.isalpha()
    )


def sources(roots: Iterable[Root]) -> tuple[Source, ...]:
    """Return the files of flows and scripts, sorted; a later folder's replace same-named ones.

    A folder that is missing or cannot be listed has no files.
    """
    return _found(one for one in _content(roots) if one.name != SCORECARD)


def drills(roots: Iterable[Root]) -> tuple[Source, ...]:
    """Return the files of training, in the same way: scorecards, scenarios, quizzes."""
    roots = tuple(roots)
    scorecards = (one for one in _content(roots) if one.name == SCORECARD)
    return _found((*scorecards, *_nested(roots)))


def _content(roots: Iterable[Root]) -> Iterator[Source]:
    for root in roots:
        for folder in _names(os.fspath(root)):
            if is_content_folder(folder):
                yield from _files(root, folder)


def _nested(roots: Iterable[Root]) -> Iterator[Source]:
    for root in roots:
        for folder in _names(os.fspath(root)):
            if is_content_folder(folder) and folder != FLOWS:
                for inner in (CALLS, QUIZZES):
                    yield from _files(root, f"{folder}/{inner}")


def _files(root: Root, folder: str) -> Iterator[Source]:
    inside = os.path.join(os.fspath(root), *folder.split("/"))
    for file in _names(inside):
        name, suffix = os.path.splitext(file)
        if suffix in (".yaml", ".yml") and not name.startswith("."):
            yield Source(folder, name, os.path.join(inside, file))


def _found(files: Iterable[Source]) -> tuple[Source, ...]:
    found = {(one.folder, one.name): one for one in files}
    return tuple(found[key] for key in sorted(found))


def _names(folder: str) -> Sequence[str]:
    try:
        return sorted(os.listdir(folder))
    except OSError:
        return ()


def load(source: Source) -> bytes | OSError:
    """Return a file's bytes, or why it cannot be read."""
    try:
        with open(source.path, "rb") as file:
            return file.read()
    except OSError as error:
        return error
