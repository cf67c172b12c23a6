"""Finds cases again by what is known of the customer."""

from collections.abc import Sequence
from functools import cached_property
from heapq import nlargest
from typing import TYPE_CHECKING

from lenovo_desk.core.case_rows import CaseHit, CaseHits, CaseSummary
from lenovo_desk.core.text import folded
from lenovo_desk.store.cases.case_folder import CaseFolder
from lenovo_desk.store.cases.case_summaries import WaitingCases
from lenovo_desk.store.cases.day_files import closing_moment
from lenovo_desk.store.disk.layout import is_case_id
from lenovo_desk.store.disk.sealing import load_cryptography

if TYPE_CHECKING:  # the first screen does not find anything
    from lenovo_desk.store.cases.find_index import FindIndex
    from lenovo_desk.store.cases.index_rows import IndexRow

MOST = 50
"""The most cases that a search returns."""
_SHORTEST_ID = 3
"""The fewest characters of the end of a case's id that name it."""


class CaseFinder:
    """Finds the unfinished and the closed cases of one folder."""

    def __init__(self, folder: CaseFolder, waiting: WaitingCases) -> None:
        self._folder, self._waiting = folder, waiting

    @cached_property
    def _index(self) -> "FindIndex":
        from lenovo_desk.store.cases.find_index import FindIndex

        return FindIndex(self._folder)

    def find(self, text: str, country: str, seconds: float) -> CaseHits:
        """Find cases; see `core.ports.Store.find`.

        Raises `StoreProblem("key_unreadable")` or `StoreProblem("disk_refused")`.
        """
        from lenovo_desk.search.customer_marks import meanings_of
        from lenovo_desk.store.cases.find_index import CASE

        unread, query = self._index.refresh(seconds), folded(text).lower()
        if not query:
            from lenovo_desk.core.values.phone_numbers import warm_phone_numbers

            warm_phone_numbers(country)  # nobody waits yet
            load_cryptography()
            return CaseHits((), (), unread)
        meanings = meanings_of(text, country)
        case = query if len(query) >= _SHORTEST_ID and is_case_id(query) else ""
        rows = list(self._index.search(meanings, case))
        kinds = (*dict.fromkeys(meaning.kind for meaning in meanings), *([CASE] if case else []))
        return CaseHits(self._hits(rows), kinds, unread)

    def forget(self, case: str) -> None:
        """Take the digests of a case out of the index. Raises `StoreProblem` like the index."""
        self._index.forget(case)

    def _hits(self, rows: "Sequence[tuple[IndexRow, tuple[str, ...]]]") -> tuple[CaseHit, ...]:
        """Return unfinished cases, the next due first, then closed ones, the latest first."""
        summaries = [
            (summary, kinds)
            for row, kinds in rows
            if row.unfinished and (summary := self._waiting.summary(row.case))
        ]
        summaries.sort(key=lambda pair: (pair[0].due or float("inf"), -pair[0].last, pair[0].id))
        waiting = [_waiting_hit(summary, kinds) for summary, kinds in summaries[:MOST]]
        closed = nlargest(
            MOST - len(waiting),
            ((row, kinds) for row, kinds in rows if not row.unfinished),
            key=lambda pair: pair[0].closed,
        )
        return (*waiting, *(self._closed_hit(row, kinds) for row, kinds in closed))

    def _closed_hit(self, row: "IndexRow", kinds: tuple[str, ...]) -> CaseHit:
        from lenovo_desk.store.cases.index_rows import customer_of

        customer, problem = customer_of(self._folder, row)
        return CaseHit(
            id=row.case,
            status="closed",
            when=closing_moment({"closed": row.closed}),
            zone=row.zone or "UTC",
            flow=row.flow,
            agent=row.agent,
            customer=customer,
            problem=problem,
            kinds=kinds,
            disposition=row.disposition,
        )


def _waiting_hit(summary: CaseSummary, kinds: tuple[str, ...]) -> CaseHit:
    return CaseHit(
        id=summary.id,
        status=summary.status,
        when=summary.last,
        zone=summary.zone,
        flow=summary.flow,
        agent=summary.agent,
        customer=summary.customer,
        problem=summary.problem,
        kinds=kinds,
        step=summary.step,
        summary=summary,
    )
