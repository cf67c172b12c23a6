"""Every problem of content files: what the `check` command reports."""

import os
from collections.abc import Sequence

from lenovo_desk.content.folders import (
    FLOWS,
    Source,
    is_content_folder,
    load,
    sources,
)
from lenovo_desk.content.problems import Problem, Report, Spot
from lenovo_desk.content.reading import read_content

Path = str | os.PathLike[str]


def check(paths: Sequence[Path], roots: Sequence[Path]) -> list[Problem]:
    """Return the problems of the named paths, or of the content folders when none is named.

    A path is a folder laid out like the content, one of its folders, or a single file; it is read
    laid over `roots`, and only its own problems are returned.
    """
    if not paths:
        return read_content((one, load(one)) for one in sources(roots)).problems
    files = {(one.folder, one.name): one for one in sources(roots)}
    problems: list[Problem] = []
    named: set[str] = set()
    for path in (os.fspath(one) for one in paths):
        found = _named(path)
        if not found:
            report = Report(path)
            why = "there is no such file" if not os.path.exists(path) else "it holds no content"
            report.add("unreadable", Spot(), why=why)
            problems += report.problems
        named |= {one.path for one in found}
        files |= {(one.folder, one.name): one for one in found}
    content = read_content((files[key], load(files[key])) for key in sorted(files))
    problems += [problem for problem in content.problems if problem.path in named]
    return problems


def _named(path: str) -> tuple[Source, ...]:
    """Return the content files that a path of the `check` command means."""
    base = os.path.basename(os.path.abspath(path))
    if os.path.isdir(path):
        if is_content_folder(base):
            parent = os.path.join(path, os.pardir)
            inside = (one for one in sources([parent]) if one.folder == base)
            return tuple(
                one._replace(path=os.path.join(path, os.path.basename(one.path))) for one in inside
            )
        return sources([path])
    if not os.path.exists(path):
        return ()
    folder = os.path.basename(os.path.dirname(os.path.abspath(path)))
    name = os.path.splitext(base)[0]
    return (Source(folder if is_content_folder(folder) else FLOWS, name, path),)
