"""The journal of a case: one event per line, each with a checksum over everything before it."""

import hashlib
import json
import os
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from lenovo_desk.core.engine.session import StoreProblem
from lenovo_desk.core.model.event_codec import event_from_plain, event_to_plain
from lenovo_desk.core.model.events import CaseOpened, Event, FlowEntered
from lenovo_desk.core.model.flow import Plain
from lenovo_desk.disk_files import replace_file, sync_file, sync_folder, write_all
from lenovo_desk.store.disk.file_access import FileAccess, disk_problem
from lenovo_desk.store.disk.sealing import Sealer

_TAIL = b',"sum":"0123456789abcdef"}'
_AT = len(b',"sum":"')
DISPLACED = ".other"
"""The ending given to a foreign file found where an open journal should be."""


def _sum(before: str, body: bytes) -> str:
    return hashlib.sha256(before.encode() + body).hexdigest()[:16]


def chained_line(plain: Plain, before: str) -> tuple[bytes, str]:
    """Return a plain event as a journal line, and the checksum of that line.

    `before` is the checksum of the line before; for the first line the case's id, so that a journal
    under another case's name does not verify.
    """
    body = json.dumps(plain, separators=(",", ":")).encode("ascii")
    total = _sum(before, body)
    return body[:-1] + b',"sum":"' + total.encode() + b'"}\n', total


def journal_bytes(case: str, events: Iterable[Event], seal: Callable[..., Any]) -> bytes:
    """Return a whole journal; `seal` takes a value and the place it is sealed for."""
    lines, last = [], case
    for event in events:
        line, last = chained_line(event_to_plain(event, partial(seal, place=str(event.n))), last)
        lines.append(line)
    return b"".join(lines)


class JournalReading(NamedTuple):
    """The part of a journal that can be trusted."""

    case: str
    plains: tuple[Plain, ...]
    """The sound lines, personal values still sealed."""
    size: int
    """The length of the sound lines in bytes."""
    sum: str
    """The checksum of the last sound line; the case's id when there is none."""
    torn: bool = False
    """Whether a half-written line, which was never accepted, follows."""
    bad_line: int = 0
    """The number of the first line that was changed after it was written; 0 for none."""

    @property
    def where(self) -> str:
        """The place of the bad line in the form editors understand: `<case>.jsonl:5`."""
        return f"{self.case}.jsonl:{self.bad_line or 1}"

    def events(self, unseal: Callable[..., Any]) -> tuple[Event, ...]:
        """Return the events of the sound lines. Raises ValueError when a line is not an event."""
        return tuple(
            event_from_plain(plain, partial(unseal, place=str(plain["n"]))) for plain in self.plains
        )


def read_journal(path: Path) -> JournalReading:
    """Read a journal without lock or repair. Raises OSError."""
    return parse_journal(path.stem, path.read_bytes())


def parse_journal(case: str, data: bytes) -> JournalReading:
    """Parse the bytes of a case's journal.

    A last line that is cut short, or is not a journal line at all, was being written when the
    machine stopped: it is torn. A complete line with a wrong checksum was changed afterwards: it is
    bad, even when it is the last one.
    """
    plains: list[Plain] = []
    size, last = 0, case
    lines = data.split(b"\n")
    rest = lines.pop()
    for number, line in enumerate(lines, 1):
        plain = _load(line)
        body = line[: -len(_TAIL)] + b"}"
        sum_matches = plain is not None and plain.pop("sum", "") == _sum(last, body)
        if plain is None or not sum_matches or plain.get("n") != number:
            if plain is None and number == len(lines) and not rest:
                return JournalReading(case, tuple(plains), size, last, torn=True)
            return JournalReading(case, tuple(plains), size, last, bad_line=number)
        plains.append(plain)
        size += len(line) + 1
        last = line[-len(_TAIL) + _AT : -2].decode()
    return JournalReading(case, tuple(plains), size, last, torn=bool(rest))


def _load(line: bytes) -> Plain | None:
    """Return the object on a line; None when it does not have the form of a journal line."""
    if not line.endswith(b'"}') or line[-len(_TAIL) :][:_AT] != _TAIL[:_AT]:
        return None
    try:
        plain = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return plain if isinstance(plain, dict) else None


def may_be_closed(path: Path) -> bool:
    """Return whether a journal may belong to a closed case, by its last line.

    Also true for a journal with a torn end, which only a full reading can judge. Raises OSError.
    """
    plain = _last(path)
    return plain is None or plain.get("event") == "CaseClosed"


def last_event_moment(path: Path) -> float:
    """Return the time of a journal's last event in seconds since 1970 UTC; 0 when it is lost."""
    try:
        utc = (_last(path) or {}).get("utc")
    except OSError:
        return 0.0
    return float(utc) if isinstance(utc, float | int) else 0.0


def opening_agent(path: Path) -> str:
    """Return the id of the agent who opened a case, from the first line; empty when it is lost."""
    try:
        with path.open("rb") as file:
            plain = _load(file.readline(65536).removesuffix(b"\n"))
    except OSError:
        return ""
    return str((plain or {}).get("agent", ""))


def _last(path: Path) -> Plain | None:
    """Return a journal's last line; None when it is torn or over 16 KB. Raises OSError."""
    with path.open("rb") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(max(0, size - 16384))
        data = file.read()
    return _load(data[:-1].rpartition(b"\n")[2]) if data.endswith(b"\n") else None


class LineWriter:
    """Appends lines that `parse_journal` can read; the owner holds a lock on the file."""

    def __init__(
        self, path: Path, access: FileAccess, reading: JournalReading | None = None
    ) -> None:
        """Append after `reading`, or create the file. Raises `StoreProblem` like `disk_problem`."""
        self._path, self._name, self._access = path, path.name, access
        self._size = reading.size if reading else 0
        self._sum = reading.sum if reading else path.stem
        self._clean = not (reading and reading.torn)
        flags = os.O_RDWR | os.O_APPEND
        try:
            self._fd = access.open(path, flags if reading else flags | os.O_CREAT | os.O_EXCL)
            if not reading:
                sync_folder(path.parent)
        except OSError as error:
            raise disk_problem(error, self._name) from None

    def write(self, plain: Plain) -> None:
        """Append a line and sync it: it is on the disk when this returns.

        A file that someone removed or replaced is put back first. Raises `StoreProblem("damaged")`
        when it became shorter, `StoreProblem("open_elsewhere")` when another program wrote to it,
        `disk_full` or `disk_refused`; the file is then unchanged.
        """
        line, total = chained_line(plain, self._sum)
        self._check_place()
        try:
            if not self._clean:
                self._cut()
            self._clean = False
            write_all(self._fd, line)
            sync_file(self._fd)
        except OSError as error:
            self._try_cut()
            raise disk_problem(error, self._name) from None
        except BaseException:
            self._try_cut()
            raise
        self._clean = True
        self._size += len(line)
        self._sum = total

    def close(self) -> None:
        """Close the file."""
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1

    def _check_place(self) -> None:
        """Make sure that the file is at its path with every accepted line.

        Deleting a lock by hand can leave a case open in two windows, so a file that another program
        has extended is not written to.
        """
        try:
            open_file = os.fstat(self._fd)
            if self._clean and open_file.st_size != self._size:
                if open_file.st_size < self._size:
                    raise StoreProblem("damaged", self._name)
                raise StoreProblem("open_elsewhere", self._path.stem)
            try:
                file_at_path = os.stat(self._path)
            except FileNotFoundError:
                self._put_back()
                return
            if not os.path.samestat(open_file, file_at_path):
                replace_file(self._path, self._path.with_name(f"{self._name}{DISPLACED}"))
                self._put_back()
        except OSError as error:
            raise disk_problem(error, self._name) from None

    def _put_back(self) -> None:
        os.lseek(self._fd, 0, os.SEEK_SET)
        data = b""
        while len(data) < self._size and (part := os.read(self._fd, self._size - len(data))):
            data += part
        self._access.write(self._path, data)
        fd = self._access.open(self._path, os.O_RDWR | os.O_APPEND)
        os.close(self._fd)
        self._fd, self._clean = fd, True

    def _cut(self) -> None:
        os.ftruncate(self._fd, self._size)
        self._clean = True

    def _try_cut(self) -> None:
        """Cut off a line that was not accepted; if that fails, the next write does it."""
        try:
            self._cut()
            sync_file(self._fd)
        except OSError:
            self._clean = False


class CaseJournal:
    """Appends the events of one case; the owner holds the lock of the case."""

    def __init__(
        self,
        path: Path,
        access: FileAccess,
        sealer: Sealer,
        keep: Callable[[Iterable[tuple[str, str]]], None],
        reading: JournalReading | None = None,
    ) -> None:
        """Open a journal after its last sound line, or create it when there is no `reading`.

        `keep` stores the flow structures that an event opens, given as pairs of id and digest.
        Raises `StoreProblem("disk_full")` or `StoreProblem("disk_refused")`.
        """
        self._sealer = sealer
        self._keep = keep
        self._writer = LineWriter(path, access, reading)

    def append(self, event: Event) -> None:
        """Append an event: it is on the disk when this returns.

        Raises `StoreProblem("key_gone")` when a personal value cannot be sealed, `flow_changed`,
        and `StoreProblem` like `LineWriter.write`; the journal is then unchanged.
        """
        if isinstance(event.act, CaseOpened | FlowEntered):
            self._keep(event.act.digests)
        self._writer.write(event_to_plain(event, partial(self._sealer.seal, place=str(event.n))))

    def close(self) -> None:
        """Close the file."""
        self._writer.close()


def cut_torn_line(path: Path, reading: JournalReading) -> None:
    """Cut off a torn last line, under the case's lock.

    Raises `StoreProblem` like `disk_problem`.
    """
    try:
        fd = os.open(path, os.O_WRONLY | getattr(os, "O_BINARY", 0))
        try:
            os.ftruncate(fd, reading.size)
            sync_file(fd)
        finally:
            os.close(fd)
    except OSError as error:
        raise disk_problem(error, path.name) from None
