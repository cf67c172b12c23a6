"""Find every problem of content files for the `check` command."""

import os
from collections.abc import Iterable, Sequence

from lenovo_desk.content.compile.compile_training import read_drills
from lenovo_desk.content.folders import (
    CALLS,
    FLOWS,
    QUIZZES,
    SCORECARD,
    Source,
    drills,
    is_content_folder,
    load,
    sources,
)
from lenovo_desk.content.library import ContentLibrary
from lenovo_desk.content.yaml.problems import Problem, Report, Spot

Path = str | os.PathLike[str]


def check(paths: Sequence[Path], roots: Sequence[Path]) -> list[Problem]:
    """Return the problems of some paths; without any, those of the content folders.

    A path is a folder laid out like the content, one of its subfolders, or a single file. It is
    laid over the content folders `roots`, and only its own problems are returned.
    """
    files = {(source.folder, source.name): source for source in _all(roots)}
    if not paths:
        return _problems(files.values())
    problems: list[Problem] = []
    named: set[str] = set()
    for path in [os.fspath(path) for path in paths]:
        path_sources = _named(path)
        if not path_sources:
            report = Report(path)
            why = "there is no such file" if not os.path.exists(path) else "it holds no content"
            report.add("unreadable", Spot(), why=why)
            problems += report.problems
        named |= {source.path for source in path_sources}
        files |= {(source.folder, source.name): source for source in path_sources}
    problems += [
        problem
        for problem in _problems(files[key] for key in sorted(files))
        if problem.path in named
    ]
    return problems


def _problems(files: Iterable[Source]) -> list[Problem]:
    """Return the problems of flows, scripts and training files, by path, line and column."""
    files = tuple(files)
    library = ContentLibrary(files=[source for source in files if not _trains(source)])
    training = read_drills(((source, load(source)) for source in files if _trains(source)), library)
    problems = [*library.problems(), *training.problems]
    return sorted(problems, key=lambda problem: (problem.path, problem.line, problem.column))


def _trains(source: Source) -> bool:
    return "/" in source.folder or source.name == SCORECARD


def _all(roots: Sequence[Path]) -> tuple[Source, ...]:
    return (*sources(roots), *drills(roots))


def _named(path: str) -> tuple[Source, ...]:
    """Return the content files that a path of the `check` command stands for."""
    folder = _folder(os.path.abspath(path))
    if os.path.isdir(path):
        if folder:
            top = os.path.join(path, *(os.pardir for _ in folder.split("/")))
            return tuple(
                source._replace(path=os.path.join(path, os.path.relpath(source.path, path)))
                for source in _all([top])
                if f"{source.folder}/".startswith(f"{folder}/")
            )
        return _all([path])
    if not os.path.exists(path):
        return ()
    above = os.path.dirname(os.path.abspath(path))
    name = os.path.splitext(os.path.basename(path))[0]
    if not _folder(above) and os.path.basename(above) in (CALLS, QUIZZES):
        return ()  # a training folder outside a language folder
    return (Source(_folder(above) or FLOWS, name, path),)


def _folder(path: str) -> str:
    """Return the content folder of a path, such as `flows` or `scripts_xx/quiz`, else empty."""
    above, base = os.path.split(path)
    if is_content_folder(base):
        return base
    language = os.path.basename(above)
    if base in (CALLS, QUIZZES) and language != FLOWS and is_content_folder(language):
        return f"{language}/{base}"
    return ""
