"""The rows that the index of cases has: of each case what it is found by, as digests."""

import hmac
from binascii import b2a_base64
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any, NamedTuple

from lenovo_desk.core.engine.gates import valid_facts
from lenovo_desk.core.engine.session import StoreProblem
from lenovo_desk.core.model.flow import Flow, Plain
from lenovo_desk.core.model.values import FORGOTTEN
from lenovo_desk.core.text import clean_line
from lenovo_desk.search.customer_marks import customer_key, marks_of, problem_key
from lenovo_desk.store.cases.case_document import HIDDEN
from lenovo_desk.store.cases.case_folder import CaseFolder
from lenovo_desk.store.disk.layout import is_case_id
from lenovo_desk.store.disk.sealing import Sealer

_DIGEST = 9
"""Bytes of a digest: two of a million marks are the same in one of ten thousand folders or less."""
_JOURNAL = ".jsonl"
_PLACE = "find"
"""The place that the customer in a row is sealed for."""


def is_journal(source: str) -> bool:
    """Return whether a file of cases is the journal of an unfinished one, and no day file."""
    return source.endswith(_JOURNAL)


class IndexRow(NamedTuple):
    """What the index has of a case; of an unfinished one only what it is found by."""

    source: str
    """The file it is made from: a day file, or a journal among the unfinished cases."""
    case: str
    closed: str
    """When it was closed, in ISO 8601; empty while it is not."""
    zone: str
    flow: str
    disposition: str
    agent: str
    digests: str
    """Separated by spaces."""
    token: str
    """Customer and problem, sealed under the case's own key; empty when there are none."""

    @property
    def unfinished(self) -> bool:
        """Whether it is of an unfinished case; one that is closed on a screen is none."""
        return self.in_journal and not self.closed

    @property
    def in_journal(self) -> bool:
        """Whether it is made from a journal, which a closed case leaves when it is let go of."""
        return is_journal(self.source)


class Digester:
    """Turns marks into digests under a key; without a key there are none."""

    def __init__(self, key: bytes | None) -> None:
        self.key = key
        self.check = self.digest("key") if key else "-"
        """Tells indexes under different keys apart."""

    def digest(self, mark: str) -> str:
        """Return the digest of a mark. There must be a key."""
        assert self.key is not None, "without a key nothing is digested"
        code = hmac.digest(self.key, mark.encode(), "sha256")[:_DIGEST]
        return b2a_base64(code, newline=False).decode()

    def digests(self, marks: Iterable[str]) -> list[str]:
        """Return the digests of marks, sorted; none without a key."""
        return sorted(map(self.digest, marks)) if self.key else []


class RowReader:
    """Makes rows from the cases of a folder, unfinished and closed."""

    def __init__(self, folder: CaseFolder, digester: Digester) -> None:
        self._folder, self._digester = folder, digester

    def documents(self, source: str) -> dict[str, Plain]:
        """Return the stored documents of a day file by case; none when the file is broken.

        Whoever can write the file can add documents that are none of ours: they are left out.
        """
        documents, _ = self._folder.rows(self._folder.layout.log / source)
        return {
            case: document
            for document in documents
            if isinstance(case := document.get("case"), str)
            and is_case_id(case)
            and document.get("mode", "real") == "real"
        }

    def from_journal(self, source: str) -> IndexRow:
        """Return the row of a case that is unfinished or still on a screen, from its journal."""
        case = source.removesuffix(_JOURNAL)
        digests = ""
        with suppress(StoreProblem):  # one that cannot be read is found by its id
            reading = self._folder.reading(self._folder.layout.journal(case))
            replayed = self._folder.replayed(
                reading._replace(bad_line=0), self._folder.keys.reader(case)
            )
            if replayed.case.status == "closed":
                return self.closed(source, case, self._folder.row(reading)[2])
            facts = valid_facts(replayed.flows, replayed.case)
            digests = self._digests(replayed.flows.values(), facts, replayed.case.country)
        return IndexRow(source, case, "", "", "", "", "", digests, "")

    def closed(self, source: str, case: str, document: Plain) -> IndexRow:
        """Return the row of a closed case, from its stored document."""
        sealer = self._folder.keys.reader(case)
        facts = _facts(document, sealer)
        flows = tuple(self._flows(document))
        keys = (customer_key(flows, facts), problem_key(flows, facts))
        pair = [_text(facts.get(key, "")) for key in keys]
        sealed = sealer.seal(pair, _PLACE)["sealed"] if any(pair) and not sealer.forgotten else ""
        return IndexRow(
            source,
            case,
            closed=_text(document.get("closed")),
            zone=_text(document.get("zone")),
            flow=_text(document.get("flow")),
            disposition=_text(document.get("disposition")),
            agent=_text(document.get("agent")),
            digests=self._digests(flows, facts, _text(document.get("country"))),
            token=sealed,
        )

    def _flows(self, document: Plain) -> Iterator[Flow]:
        """Yield the flows that a closed case was worked in, as they were then."""
        digests = document.get("digests")
        for name, digest in digests.items() if isinstance(digests, dict) else ():
            if isinstance(digest, str) and digest.isalnum():
                with suppress(StoreProblem):
                    yield self._folder.structures.flow(name, digest)

    def _digests(self, flows: Iterable[Flow], facts: dict[str, Any], country: str) -> str:
        return " ".join(self._digester.digests(marks_of(flows, facts, country)))


def customer_of(folder: CaseFolder, row: IndexRow) -> tuple[str, str]:
    """Return the customer and the problem of a closed case; empty when its key is gone."""
    if not row.token:
        return "", ""
    secret = folder.keys.reader(row.case).unseal({"sealed": row.token}, _PLACE)
    customer, problem = (*(secret if isinstance(secret, list) else ()), "", "")[:2]
    return str(customer), str(problem)


def _text(value: Any) -> str:
    """Return a cell of a document as one line; empty when it is no text."""
    return clean_line(value) if isinstance(value, str) and value != FORGOTTEN else ""


def _facts(document: Plain, sealer: Sealer) -> dict[str, Any]:
    """Return the facts of a stored document by key, those that can be unsealed in clear."""
    facts = document.get("facts")
    if not isinstance(facts, dict):
        return {}
    secret = None
    if "sealed" in document:
        secret = sealer.unseal({"sealed": document["sealed"]}, "document")
    values = secret if isinstance(secret, dict) else {}
    read = {
        key: values.get(f"/facts/{key}", FORGOTTEN) if value == HIDDEN else value
        for key, value in facts.items()
    }
    return {key: value for key, value in read.items() if value != FORGOTTEN}
