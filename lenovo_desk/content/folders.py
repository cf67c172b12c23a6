"""Where content lies: the shipped folder and those laid over it."""

import os
from collections.abc import Iterable, Sequence

from lenovo_desk.core.records import NamedTuple

FLOWS = "flows"
SCRIPTS = "scripts_"
_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


class Source(NamedTuple):
    """One YAML file of the content."""

    folder: str
    """`flows` or `scripts_xx`."""
    name: str
    """Without `.yaml`."""
    path: str

    @property
    def language(self) -> str:
        """Its language; empty for flows."""
        return self.folder.removeprefix(SCRIPTS) if self.folder != FLOWS else ""


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


def sources(roots: Iterable[str | os.PathLike[str]]) -> tuple[Source, ...]:
    """Return the files of content folders, sorted; a later folder's replace same-named ones.

    A folder that is missing or cannot be listed has no files.
    """
    found: dict[tuple[str, str], Source] = {}
    for root in roots:
        for folder in _names(os.fspath(root)):
            if not is_content_folder(folder):
                continue
            inside = os.path.join(os.fspath(root), folder)
            for file in _names(inside):
                name, suffix = os.path.splitext(file)
                if suffix in (".yaml", ".yml") and not name.startswith("."):
                    found[folder, name] = Source(folder, name, os.path.join(inside, file))
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
