"""Finds cases again by what is known of the customer."""

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from lenovo_desk.core.case_rows import CaseHit, CaseHits, CaseSummary
from lenovo_desk.core.text import folded
from lenovo_desk.store.cases.case_folder import CaseFolder
from lenovo_desk.store.cases.case_summaries import WaitingCases
from lenovo_desk.store.cases.day_files import closing_moment

if TYPE_CHECKING:  # the first screen does not find anything
    from lenovo_desk.store.cases.find_index import FindIndex
    from lenovo_desk.store.cases.index_rows import IndexRow

MOST = 50
"""The most cases that a search returns."""
_CASE = "case"
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

        unread = self._index.refresh(seconds)
        meanings = meanings_of(text, country)
        kinds: dict[str, list[str]] = {}
        rows: dict[str, IndexRow] = {}
        for meaning in meanings:
            for row in self._index.matching(meaning):
                rows[row.case] = row
                kinds.setdefault(row.case, []).append(meaning.kind)
        query = folded(text).lower()
        if len(query) >= _SHORTEST_ID:
            for row in self._index.rows():
                if _names(row.case, query):
                    rows[row.case] = row
                    kinds.setdefault(row.case, []).append(_CASE)
        looked_for = tuple(dict.fromkeys([m.kind for m in meanings] + [_CASE])) if query else ()
        return CaseHits(self._hits(rows.values(), kinds), looked_for, unread)

    def forget(self, case: str) -> None:
        """Take the digests of a case out of the index. Raises `StoreProblem` like the index."""
        self._index.forget(case)

    def _hits(self, rows: Iterable["IndexRow"], kinds: dict[str, list[str]]) -> tuple[CaseHit, ...]:
        """Return unfinished cases, the next due first, then closed ones, the latest first."""
        unfinished: list[CaseSummary] = []
        closed: list[IndexRow] = []
        for row in rows:
            if not row.unfinished:
                closed.append(row)
            elif summary := self._waiting.summary(row.case):
                unfinished.append(summary)
        unfinished.sort(key=lambda case: (case.due or float("inf"), -case.last, case.id))
        closed.sort(key=lambda row: closing_moment({"closed": row.closed}), reverse=True)
        hits = [_waiting_hit(summary) for summary in unfinished]
        hits += [self._closed_hit(row) for row in closed[: max(0, MOST - len(hits))]]
        return tuple(hit._replace(kinds=tuple(dict.fromkeys(kinds[hit.id]))) for hit in hits[:MOST])

    def _closed_hit(self, row: "IndexRow") -> CaseHit:
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
            disposition=row.disposition,
        )


def _waiting_hit(summary: CaseSummary) -> CaseHit:
    return CaseHit(
        id=summary.id,
        status=summary.status,
        when=summary.last,
        zone=summary.zone,
        flow=summary.flow,
        agent=summary.agent,
        customer=summary.customer,
        problem=summary.problem,
        step=summary.step,
        summary=summary,
    )


def _names(case: str, query: str) -> bool:
    """Return whether a typed text, in lower case, is a case's id or the end that people read."""
    return case.lower() == query or case.lower().rpartition("-")[2] == query
