"""Personal data, sealed under a key per case, itself wrapped by the data folder's key."""

import os
from binascii import a2b_base64, b2a_base64
from contextlib import suppress
from typing import Any

from lenovo_desk.core.engine.session import StoreProblem
from lenovo_desk.core.model.flow import Plain
from lenovo_desk.core.model.values import FORGOTTEN
from lenovo_desk.disk_files import sync_folder
from lenovo_desk.store.disk.file_access import disk_problem
from lenovo_desk.store.disk.layout import Layout

FOLDER_KEY = "folder.key"
_FINDER_LABEL = b"lenovo-desk: finding cases again, 1"
_KEY, _NONCE = 32, 12


def load_cryptography() -> None:
    """Import what sealing needs (15 ms), so that the first sealed event does not wait for it."""
    import cryptography.hazmat.primitives.ciphers.aead  # noqa: F401  (the import is the work)


def _encrypt(key: bytes, data: bytes, about: str) -> bytes:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = os.urandom(_NONCE)
    return nonce + AESGCM(key).encrypt(nonce, data, about.encode())


def _decrypt(key: bytes, data: bytes, about: str) -> bytes | None:
    """Return the plain bytes; None when the key, the place or the bytes are wrong."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        return AESGCM(key).decrypt(data[:_NONCE], data[_NONCE:], about.encode())
    except (InvalidTag, ValueError):
        return None


class Sealer:
    """Seals and unseals the personal values of one case."""

    def __init__(self, case: str, key: bytes | None) -> None:
        self._case = case
        self._key = key

    @property
    def forgotten(self) -> bool:
        """Whether the key of the case is gone."""
        return self._key is None

    def seal(self, value: Any, place: str) -> Plain:
        """Seal a JSON value for one place in the case: an event's number, or a name.

        Return `{"sealed": <base64>}`. Raises `StoreProblem("key_gone")` when the case was
        forgotten.
        """
        import json

        if self._key is None:
            raise StoreProblem("key_gone", self._case)
        data = json.dumps(value, separators=(",", ":")).encode()
        token = _encrypt(self._key, data, f"{self._case}/{place}")
        return {"sealed": b2a_base64(token, newline=False).decode()}

    def unseal(self, token: Any, place: str) -> Any:
        """Return the value sealed for a place, or `FORGOTTEN` when it cannot be unsealed."""
        import json

        if self._key is None or not isinstance(token, dict):
            return FORGOTTEN
        try:
            sealed = a2b_base64(token["sealed"], strict_mode=True)
        except (KeyError, TypeError, ValueError):
            return FORGOTTEN
        data = _decrypt(self._key, sealed, f"{self._case}/{place}")
        return FORGOTTEN if data is None else json.loads(data)


class KeyRing:
    """The keys of one data folder."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._folder_key: bytes | None = None

    def reader(self, case: str) -> Sealer:
        """Return a sealer for reading a case; without the key, every value is `FORGOTTEN`."""
        with suppress(OSError, StoreProblem):
            wrapped = (self._layout.keys / case).read_bytes()
            if folder := self._read_folder_key():
                return Sealer(case, _decrypt(folder, wrapped, f"key/{case}"))
        return Sealer(case, None)

    def writer(self, case: str) -> Sealer:
        """Return a sealer for writing a case, creating a key when the case has none.

        A key that exists but cannot be used is never replaced; that raises
        `StoreProblem("key_unreadable")`. Raises `StoreProblem("busy")`, `disk_full` or
        `disk_refused`.
        """
        path = self._layout.keys / case
        try:
            if path.exists():
                path.read_bytes()
                sealer = self.reader(case)
                if sealer.forgotten:
                    raise StoreProblem("key_unreadable", case)
                return sealer
            self._layout.access.make_folder(self._layout.keys)
        except OSError as error:
            raise disk_problem(error, f"keys/{case}") from None
        key = os.urandom(_KEY)
        with self._layout.access.folder_locked(self._layout.keys):
            folder = self._read_folder_key() or self._make_folder_key()
            self._layout.access.write(path, _encrypt(folder, key, f"key/{case}"))
        return Sealer(case, key)

    def finder_key(self) -> bytes | None:
        """Return the key under which cases are found again; None while the folder has no key.

        It is derived from the folder's key by HKDF, so that there is no other secret to guard, to
        keep a copy of or to change; whoever has the digests alone can look for nobody. Raises
        `StoreProblem("key_unreadable")` or `StoreProblem("disk_refused")`.
        """
        import hmac

        folder = self._read_folder_key()
        # The folder's key is random as a whole, so that HKDF needs only its second step (RFC 5869).
        return hmac.digest(folder, _FINDER_LABEL + b"\x01", "sha256") if folder else None

    def forget(self, case: str) -> bool:
        """Delete the key of a case for good; return whether there was one.

        Raises `StoreProblem("disk_full")` or `StoreProblem("disk_refused")`.
        """
        try:
            (self._layout.keys / case).unlink()
            sync_folder(self._layout.keys)
        except FileNotFoundError:
            return False
        except OSError as error:
            raise disk_problem(error, f"keys/{case}") from None
        return True

    def sweep(self) -> None:
        """Remove temporary files of killed programs.

        Raises `StoreProblem` like `FileAccess.sweep`.
        """
        self._layout.access.sweep(self._layout.keys)

    def _read_folder_key(self) -> bytes | None:
        if self._folder_key is None:
            try:
                key = (self._layout.keys / FOLDER_KEY).read_bytes()
            except FileNotFoundError:
                return None
            except OSError as error:
                raise disk_problem(error, f"keys/{FOLDER_KEY}") from None
            if len(key) != _KEY:
                raise StoreProblem("key_unreadable", FOLDER_KEY)
            self._folder_key = key
        return self._folder_key

    def _make_folder_key(self) -> bytes:
        """Create the folder's key; the caller holds the lock of the keys folder."""
        self._folder_key = os.urandom(_KEY)
        self._layout.access.write(self._layout.keys / FOLDER_KEY, self._folder_key)
        return self._folder_key
