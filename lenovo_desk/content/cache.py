"""Compiled content on disk: JSON parts that prove themselves, in a folder named by their key."""

import json
import os
from typing import Any

_KEPT = 4
"""Folders kept: this content's and those used last, for people who work with several."""


class Cache:
    """One folder of parts. Nothing here fails: what cannot be kept is worked out anew."""

    def __init__(self, folder: str, key: str) -> None:
        self._root = folder
        self._folder = os.path.join(folder, key)

    def read(self, part: str) -> Any:
        """Return a part, or None when it is not there whole."""
        import hashlib

        try:
            with open(os.path.join(self._folder, part + ".json"), "rb") as file:
                seal, _, body = file.read().partition(b"\n")
            if seal == hashlib.sha256(body).hexdigest().encode():
                return json.loads(body)
        except (OSError, ValueError):
            pass
        return None

    def write(self, parts: dict[str, Any], last: str) -> None:
        """Keep parts, `last` after all others, and drop folders not used for long."""
        import hashlib

        try:
            os.makedirs(self._folder, mode=0o700, exist_ok=True)
            for part in sorted(parts, key=lambda name: name == last):
                body = json.dumps(parts[part], ensure_ascii=False, separators=(",", ":")).encode()
                seal = hashlib.sha256(body).hexdigest().encode()
                self._replace(part, seal + b"\n" + body)
            self._sweep()
        except (OSError, ValueError):  # ValueError: a path whose bytes are no text
            return

    def _replace(self, part: str, data: bytes) -> None:
        path = os.path.join(self._folder, part + ".json")
        passing = f"{path}.{os.getpid()}"
        handle = os.open(passing, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        try:
            with open(handle, "wb") as file:
                file.write(data)
            os.replace(passing, path)
        except OSError:
            os.unlink(passing)
            raise

    def _sweep(self) -> None:
        with os.scandir(self._root) as entries:
            folders = [entry for entry in entries if entry.is_dir() and len(entry.name) == 32]
        folders.sort(key=lambda entry: entry.stat().st_mtime, reverse=True)
        keep = {os.path.basename(self._folder)}
        for entry in folders:
            if len(keep) < _KEPT:
                keep.add(entry.name)
            elif entry.name not in keep:
                import shutil

                shutil.rmtree(entry.path, ignore_errors=True)
