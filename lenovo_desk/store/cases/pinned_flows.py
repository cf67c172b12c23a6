"""Flow structures by digest: a case keeps the versions it began with."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping

from lenovo_desk.core.engine.session import StoreProblem
from lenovo_desk.core.model.events import CaseOpened, Event, FlowEntered
from lenovo_desk.core.model.flow import Flow, Plain
from lenovo_desk.core.model.structure import flow_from_plain, structure_digest, structure_text
from lenovo_desk.core.ports import Library
from lenovo_desk.store.disk.file_access import disk_problem
from lenovo_desk.store.disk.layout import Layout

Digests = Iterable[tuple[str, str]]


def digests_of(events: Iterable[Event]) -> dict[str, str]:
    """Return the digests of the flows that a case has opened, by flow id."""
    digests: dict[str, str] = {}
    for event in events:
        if isinstance(event.act, CaseOpened | FlowEntered):
            digests.update(event.act.digests)
    return digests


class PinnedFlows:
    """The flow structures kept in one data folder."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._flows: dict[str, Flow] = {}

    def keep(self, digests: Digests, structure: Callable[[str], Plain]) -> None:
        """Write the structures of the flows that are not kept yet.

        `structure` returns the current structure of a flow. Raises `StoreProblem("flow_changed")`
        when its digest is another one, `busy`, `disk_full` or `disk_refused`.
        """
        folder = self._layout.flows
        missing = [(name, d) for name, d in digests if not (folder / d).exists()]
        if not missing:
            return
        access = self._layout.access
        try:
            access.make_folder(folder)
        except OSError as error:
            raise disk_problem(error, folder.name) from None
        with access.folder_locked(folder):
            for name, digest in missing:
                plain = structure(name)
                if structure_digest(plain) != digest:
                    raise StoreProblem("flow_changed", name)
                access.write(folder / digest, structure_text(plain).encode())

    def flow(self, name: str, digest: str) -> Flow:
        """Return a flow as of a digest. Raises `StoreProblem` like `plain`."""
        if digest not in self._flows:
            self._flows[digest] = flow_from_plain(self.plain(name, digest), digest)
        return self._flows[digest]

    def plain(self, name: str, digest: str) -> Plain:
        """Return the structure of a flow as of a digest.

        Raises `StoreProblem("flow_missing")` when it was not kept, `StoreProblem("flow_changed")`
        when the file does not match its digest, and `StoreProblem("disk_refused")`.
        """
        import json

        try:
            data = (self._layout.flows / digest).read_bytes()
        except FileNotFoundError:
            raise StoreProblem("flow_missing", name) from None
        except OSError as error:
            raise disk_problem(error, f"flows/{digest}") from None
        if hashlib.sha256(data).hexdigest()[:32] != digest:
            raise StoreProblem("flow_changed", name)
        structure: Plain = json.loads(data)
        return structure

    def pinned(self, digests: Mapping[str, str]) -> dict[str, Flow]:
        """Return the flows of a case by id. Raises `StoreProblem` like `plain`."""
        return {name: self.flow(name, digest) for name, digest in digests.items()}

    def sweep(self) -> None:
        """Remove temporary files of killed programs.

        Raises `StoreProblem` like `FileAccess.sweep`.
        """
        self._layout.access.sweep(self._layout.flows)


class CaseFlows(Mapping[str, Flow]):
    """The flows pinned by a case, and the library's for all others.

    A flow is read from the library when first used, and stays the same while the case is on the
    screen.
    """

    def __init__(self, pinned: Mapping[str, Flow], library: Library) -> None:
        self._flows = dict(pinned)
        self._library = library

    def __getitem__(self, name: str) -> Flow:
        if name not in self._flows:
            self._flows[name] = self._library.flow(name)
        return self._flows[name]

    def __iter__(self) -> Iterator[str]:
        cards = (card.id for card in self._library.cards() if not card.problems)
        return iter(dict.fromkeys((*self._flows, *cards)))

    def __len__(self) -> int:
        return sum(1 for _ in self)
