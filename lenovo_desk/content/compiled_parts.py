"""Compiled parts of the content, read from the cache or compiled at first use."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any
from zlib import crc32

from lenovo_desk import __version__
from lenovo_desk.content.cache import Cache
from lenovo_desk.content.folders import Source, load
from lenovo_desk.core.model.flow import Plain

if TYPE_CHECKING:  # a start with a valid cache reads no YAML
    from lenovo_desk.content.yaml.problems import Problem

Files = Sequence[tuple[Source, bytes | OSError]]
_INDEX = "index"
_PROBLEMS = "problems"


class CompiledParts:
    """The compiled form of some files: `index`, `problems` and further parts.

    Each part is read only when it is used.
    """

    def __init__(
        self,
        folder: str | os.PathLike[str] | None,
        sources: Iterable[Source],
        rooms: Iterable[str],
        compile_files: Callable[[Files], dict[str, Any]],
        also: bytes = b"",
    ) -> None:
        """Read the files and the index; `folder` is that of the cache, None for no cache.

        `rooms` are the packages whose code determines the compiled form; `also` identifies
        anything else that does. `compile_files` returns all parts by name.
        """
        self._sources = tuple(sources)
        self._rooms, self._also = tuple(rooms), also
        self._compile_files = compile_files
        self._files: Files = self._load()
        self.made_from = self._inventory(self._files)
        self._cache = Cache(os.fspath(folder), self.made_from) if folder is not None else None
        self._parts: dict[str, Any] | None = None
        self.index: Plain = self.part(_INDEX)
        self._files = ()  # frees a megabyte that is not needed again with a valid cache

    def part(self, name: str) -> Any:
        """Return a part. Raises `KeyError` when there is no part of that name."""
        if self._parts is None and self._cache is not None:
            part = self._cache.read(name)
            if part is not None:
                return part
        if self._parts is None:
            self._parts = self._compile()
        return self._parts[name]

    def problems(self) -> "list[Problem]":
        """Return every problem of the files."""
        from lenovo_desk.content.yaml.problems import Problem

        return [Problem(*problem) for problem in self.part(_PROBLEMS)]

    def _compile(self) -> dict[str, Any]:
        files = self._files or self._load()
        parts = self._compile_files(files)
        if self._cache is not None and self._inventory(files) == self.made_from:
            self._cache.write(parts, _INDEX)
        return parts

    def _load(self) -> Files:
        return [(source, load(source)) for source in self._sources]

    def _inventory(self, files: Files) -> bytes:
        """Return bytes that identify the files, the rooms' code and `also`."""
        made_from = [__version__, *map(_code, self._rooms)]
        for source, data in files:
            size = f"{len(data)} {crc32(data):08x}" if isinstance(data, bytes) else "unreadable"
            made_from += source.path, size
        return "\0".join(made_from).encode("utf-8", "surrogatepass") + self._also


def _code(room: str) -> str:
    """Return a text that changes with the code of a room.

    The version alone is not enough, since it stays the same while a checkout changes.
    """
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    try:
        return repr(sorted(_modules(os.path.join(package, room), "")))
    except OSError:  # not installed as files
        return ""


def _modules(folder: str, prefix: str) -> Iterator[tuple[str, int, int]]:
    """Yield the name, size and modification time of each module below a folder.

    The size is in bytes, the time in nanoseconds. Raises `OSError`.
    """
    with os.scandir(folder) as entries:
        for entry in entries:
            name = prefix + entry.name
            if entry.name.endswith(".py"):
                yield name, (stat := entry.stat()).st_size, stat.st_mtime_ns
            elif not entry.name.startswith("__") and entry.is_dir():
                yield from _modules(entry.path, f"{name}/")
