"""Find the files of the content folders: the shipped one and those laid over it."""

import os
from collections.abc import Iterable, Iterator, Sequence

from lenovo_desk.core.named_tuple import NamedTuple

FLOWS = "flows"
SCRIPTS = "scripts_"
CALLS, QUIZZES = "mock_calls", "quiz"
"""The training folders of a language."""
SCORECARD = "scorecard"
"""The training file beside flows and scripts."""
Root = str | os.PathLike[str]
_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


class Source(NamedTuple):
    """One YAML file of the content."""

    folder: str
    """`flows`, `scripts_xx`, or a training folder such as `scripts_xx/quiz`."""
    name: str
    """The file's name without its suffix."""
    path: str

    @property
    def language(self) -> str:
        """Its language; empty for flows."""
        return self.folder.partition("/")[0].removeprefix(SCRIPTS) if self.folder != FLOWS else ""


def shipped() -> str:
    """Return the content folder that comes with the program.

    Raises `FileNotFoundError` when there is none.
    """
    for root in (os.path.join(_PACKAGE, "_content"), os.path.dirname(_PACKAGE)):
        if os.path.isdir(os.path.join(root, FLOWS)):
            return root
    raise FileNotFoundError("the content of Lenovo Desk is not beside the program")


def is_content_folder(name: str) -> bool:
    """Return whether a folder of this name holds flows or scripts."""
    language = name.removeprefix(SCRIPTS)
    return name == FLOWS or (
        name != language and 2 <= len(language) <= 8 and language.isascii() and language.isalpha()
    )


def sources(roots: Iterable[Root]) -> tuple[Source, ...]:
    """Return the files of flows and scripts by folder and name.

    A file of a later root replaces one of the same name. A folder that is missing or cannot be
    listed has no files.
    """
    return _topmost(source for source in _content(roots) if source.name != SCORECARD)


def drills(roots: Iterable[Root]) -> tuple[Source, ...]:
    """Return the training files as `sources` does: scorecards, scenarios, quizzes."""
    roots = tuple(roots)
    scorecards = (source for source in _content(roots) if source.name == SCORECARD)
    return _topmost((*scorecards, *_nested(roots)))


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


def _topmost(files: Iterable[Source]) -> tuple[Source, ...]:
    by_name = {(source.folder, source.name): source for source in files}
    return tuple(by_name[key] for key in sorted(by_name))


def _names(folder: str) -> Sequence[str]:
    try:
        return sorted(os.listdir(folder))
    except OSError:
        return ()


def load(source: Source) -> bytes | OSError:
    """Return a file's bytes, or the error when it cannot be read."""
    try:
        with open(source.path, "rb") as file:
            return file.read()
    except OSError as error:
        return error
