"""A hand-over file: one case, which only a passphrase opens.

The file is JSON. It holds its format and version, the scrypt parameters and salt that make the key
from the passphrase, a nonce, the payload under AES-GCM with all of these as associated data, and a
checksum over everything. The checksum tells a damaged file from a wrong passphrase.
"""

import hashlib
import json
import operator
import os
from binascii import a2b_base64, b2a_base64
from contextlib import suppress
from pathlib import Path
from typing import Any

from lenovo_desk.core.engine.session import StoreProblem
from lenovo_desk.core.model.flow import Plain
from lenovo_desk.core.text import folded
from lenovo_desk.disk_files import errno_name, sync_folder
from lenovo_desk.store.disk.file_access import PRIVATE_ACCESS

FORMAT, VERSION = "lenovo-desk handover", 1
SHORTEST = 8
"""The fewest characters of a passphrase."""
LARGEST = 8 * 1024 * 1024
"""The most bytes of a file: about 10,000 events."""
_N, _R, _P, _SALT, _NONCE = 2**15, 8, 1, 16, 12
_ALLOWED_N = (2**14, 2**15, 2**16, 2**17)
"""The scrypt costs that a file may ask for: at most 128 MB of memory."""
_BEGIN = b'{"format":"lenovo-desk handover"'
_ENDING = ".handover"


def suggested_file(case: str) -> str:
    """Return the path of a new file in the user's Documents or home folder."""
    home = Path(os.path.expanduser("~"))
    folder = home / "Documents" if (home / "Documents").is_dir() else home
    path, number = folder / f"{case}{_ENDING}", 1
    while path.exists():
        number += 1
        path = folder / f"{case}-{number}{_ENDING}"
    return str(path)


def write_handover(file: str, payload: Plain, passphrase: str) -> Path:
    """Write a payload into a new private file (0600); return its path.

    Raises `StoreProblem("passphrase_short")`, `folder_named` when the path is a folder, `no_folder`
    when its parent is missing, `file_exists`, `handover_large`, `disk_full` or `disk_refused`.
    """
    path, folded_passphrase = _path(file), folded(passphrase)
    if len(folded_passphrase) < SHORTEST:
        raise StoreProblem("passphrase_short")
    if path.is_dir():
        raise StoreProblem("folder_named", str(path))
    if not path.parent.is_dir():
        raise StoreProblem("no_folder", str(path.parent))
    if os.path.lexists(path):
        raise StoreProblem("file_exists", str(path))
    salt, nonce = os.urandom(_SALT), os.urandom(_NONCE)
    plain: Plain = {
        "format": FORMAT,
        "version": VERSION,
        "scrypt": {"n": _N, "r": _R, "p": _P, "salt": _text(salt)},
        "nonce": _text(nonce),
    }
    cipher = _cipher(folded_passphrase, salt, _N, _P)
    data = json.dumps(payload, separators=(",", ":")).encode("ascii")
    plain["sealed"] = _text(cipher.encrypt(nonce, data, _bound(plain)))
    content = _json({**plain, "sum": _sum(plain)})
    if len(content) > LARGEST:
        raise StoreProblem("handover_large", path.name)
    PRIVATE_ACCESS.write(path, content)
    return path


def withdraw_handover(path: Path) -> None:
    """Delete the file of a case that stays here after all; errors of the disk are ignored."""
    with suppress(OSError):
        path.unlink()
        sync_folder(path.parent)


def read_handover(file: str, passphrase: str) -> Plain:
    """Return the payload of a hand-over file.

    Raises `StoreProblem("file_unreadable")`, `handover_foreign` when it is not a hand-over file,
    `handover_large`, `handover_newer`, `handover_changed` or `passphrase_wrong`.
    """
    from cryptography.exceptions import InvalidTag

    path = _path(file)
    plain = _parsed(_bytes(path), path.name)
    try:
        scrypt = plain["scrypt"]
        n, r, p = (operator.index(scrypt[key]) for key in ("n", "r", "p"))
        salt, nonce = _binary(scrypt["salt"]), _binary(plain["nonce"])
        sealed = _binary(plain["sealed"])
        sum_matches = plain["sum"] == _sum({k: v for k, v in plain.items() if k != "sum"})
    except (KeyError, TypeError, ValueError):
        raise StoreProblem("handover_changed", path.name) from None
    allowed = n in _ALLOWED_N and r == _R and 1 <= p <= 4 and _SALT <= len(salt) <= 64
    if not (sum_matches and allowed and len(nonce) == _NONCE):
        raise StoreProblem("handover_changed", path.name)
    try:
        data = _cipher(folded(passphrase), salt, n, p).decrypt(nonce, sealed, _bound(plain))
        payload = json.loads(data)
    except InvalidTag:
        raise StoreProblem("passphrase_wrong", path.name) from None
    except (ValueError, RecursionError):
        raise StoreProblem("handover_changed", path.name) from None
    if not isinstance(payload, dict):
        raise StoreProblem("handover_changed", path.name)
    return payload


def _path(file: str) -> Path:
    return Path(os.path.abspath(os.path.expanduser(file)))


def _bytes(path: Path) -> bytes:
    """Return a file's bytes, at most `LARGEST`. Raises `StoreProblem` like `read_handover`."""
    try:
        if path.exists() and not path.is_file():  # reading a pipe would block
            raise StoreProblem("handover_foreign", path.name)
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise StoreProblem("file_unreadable", f"{path}: {errno_name(error)}") from None
    if len(data) > LARGEST:
        raise StoreProblem("handover_large", path.name)
    return data


def _parsed(data: bytes, name: str) -> Plain:
    try:
        plain = json.loads(data)
    except (ValueError, RecursionError):
        code = "handover_changed" if data.startswith(_BEGIN) else "handover_foreign"
        raise StoreProblem(code, name) from None
    if not isinstance(plain, dict) or plain.get("format") != FORMAT:
        raise StoreProblem("handover_foreign", name)
    version = plain.get("version")
    if not isinstance(version, int) or version < VERSION:
        raise StoreProblem("handover_changed", name)
    if version > VERSION:
        raise StoreProblem("handover_newer", name)
    return plain


def _cipher(passphrase: str, salt: bytes, n: int, p: int) -> Any:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    return AESGCM(Scrypt(salt=salt, length=32, n=n, r=_R, p=p).derive(passphrase.encode()))


def _bound(plain: Plain) -> bytes:
    """Return the associated data of the payload: all other fields of the file."""
    return _json({key: plain[key] for key in plain if key not in ("sealed", "sum")})


def _sum(plain: Plain) -> str:
    return hashlib.sha256(_json(plain)).hexdigest()


def _json(plain: Plain) -> bytes:
    return json.dumps(plain, separators=(",", ":")).encode("ascii")


def _text(data: bytes) -> str:
    return b2a_base64(data, newline=False).decode("ascii")


def _binary(text: str) -> bytes:
    return a2b_base64(text, strict_mode=True)
