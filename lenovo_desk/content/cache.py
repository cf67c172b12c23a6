"""A cache of compiled content: JSON parts on disk, each with its origin and a checksum.

The checksums are CRC-32. They guard against accidents only, for which they are as good as a digest
in practice, and importing hashlib takes as long as reading all parts of a walk.
"""

import json
import os
from typing import Any
from zlib import crc32

_FOLDER = "of-"
_STALE = 3600.0
"""Seconds after which no program can still be writing a part."""
_KEPT = 4
"""The number of folders kept: the current one and those written last, for several contents."""


class Cache:
    """One folder of parts. It never raises: what cannot be stored is compiled again."""

    def __init__(self, folder: str, made_from: bytes) -> None:
        """Use a subfolder of `folder`; `made_from` identifies the origin of the parts."""
        self._root = folder
        self._folder = os.path.join(folder, f"{_FOLDER}{crc32(made_from):08x}")
        self._head = made_from + b"\n"

    def read(self, part: str) -> Any:
        """Return a part; None when it is damaged, missing or of another origin."""
        try:
            with open(os.path.join(self._folder, part + ".json"), "rb") as file:
                data = file.read()
            seal, _, body = data.removeprefix(self._head).partition(b"\n")
            if data.startswith(self._head) and seal == _seal(body):
                return json.loads(body)
        except (OSError, ValueError):
            pass
        return None

    def write(self, parts: dict[str, Any], last: str) -> None:
        """Store parts, the part `last` after all others, and delete the oldest folders."""
        from lenovo_desk.disk_files import make_folder, write_atomic

        try:
            make_folder(self._folder)
            for part in sorted(parts, key=lambda name: name == last):
                body = json.dumps(parts[part], ensure_ascii=False, separators=(",", ":")).encode()
                # A part that a power cut damages fails its checksum and is compiled again.
                path = os.path.join(self._folder, part + ".json")
                write_atomic(path, self._head + _seal(body) + b"\n" + body, durable=False)
            self._sweep()
        except (OSError, ValueError):  # ValueError: a path that is not valid text
            return

    def _sweep(self) -> None:
        from lenovo_desk.disk_files import sweep_leftovers

        sweep_leftovers(self._folder, _STALE)
        with os.scandir(self._root) as entries:
            folders = [
                entry for entry in entries if entry.is_dir() and entry.name.startswith(_FOLDER)
            ]
        folders.sort(key=lambda entry: entry.stat().st_mtime, reverse=True)
        keep = {os.path.basename(self._folder)}
        for entry in folders:
            if len(keep) < _KEPT:
                keep.add(entry.name)
            elif entry.name not in keep:
                import shutil

                shutil.rmtree(entry.path, ignore_errors=True)


def _seal(body: bytes) -> bytes:
    return b"%08x" % crc32(body)
