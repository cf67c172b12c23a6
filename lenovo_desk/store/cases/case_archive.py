"""What there is in a data folder: unfinished cases, the log, the evidence, today's figures."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from lenovo_desk.core.engine.fold import replay
from lenovo_desk.core.engine.mock_calls import MOCK
from lenovo_desk.core.engine.session import StoreProblem
from lenovo_desk.core.model.case import standing
from lenovo_desk.core.model.events import Event
from lenovo_desk.core.model.flow import Flows, Plain
from lenovo_desk.core.model.values import Value
from lenovo_desk.core.ports import Summary, Today
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.time.clock import Clock
from lenovo_desk.core.time.moments import local
from lenovo_desk.store.cases import evidence_files as evidence
from lenovo_desk.store.cases.case_folder import CaseFolder
from lenovo_desk.store.cases.case_summaries import unfinished_summaries
from lenovo_desk.store.cases.day_files import closing_moment, log_days
from lenovo_desk.store.disk.file_access import PRIVATE_ACCESS, access_below
from lenovo_desk.store.disk.layout import checked_case_id
from lenovo_desk.store.disk.sealing import FORGOTTEN

REAL = "real"


class CaseArchive:
    """The cases of a data folder as they can be read; see `core.ports.Store`.

    They are the real ones unless mock calls are asked for: those are listed, read and counted
    elsewhere, so that none is ever taken for a case.

    `notices` collects what somebody should be told once: `log_broken` (a day file cannot be
    read), `log_rebuilt` (one was set aside, `detail`, and written anew), and why a case could
    not be brought into the log.
    """

    def __init__(self, data: Path, clock: Clock) -> None:
        self.clock = clock
        self.notices: list[Reason] = []
        self._places = {
            REAL: CaseFolder(data, PRIVATE_ACCESS),
            MOCK: CaseFolder(data / MOCK, access_below(data / MOCK)),
        }

    def unfinished(self, reasons: bool = True, mode: str = REAL) -> tuple[Summary, ...]:
        """Return open and parked cases, next due first; no lock, no repair.

        Without `reasons` those that agents wrote are left out, which spares a start the import
        of what unseals them.
        """
        place = self._places[mode]
        found = (card.shown(place, reasons) for card in unfinished_summaries(place, mode))
        return tuple(sorted(found, key=lambda one: (one.due or float("inf"), one.last, one.id)))

    def documents(self, mode: str = REAL, personal: bool = True) -> Iterator[Plain]:
        """Yield closed cases, latest first, their personal part unsealed when its key is here.

        Without `personal` no key is read; figures need none.
        """
        place = self._places[mode]
        for _, paths in log_days(place.layout.log):
            rows: list[Plain] = []
            for path in paths:
                found, notices = place.rows(path)
                rows += found
                self._notice(notices)
            for row in sorted(rows, key=closing_moment, reverse=True):
                yield place.shown(row, personal)

    def document(self, case: str) -> Plain | None:
        """Return one closed case by its id."""
        place = self._places[REAL]
        for _, paths in log_days(place.layout.log):
            for path in paths:
                found, notices = place.rows(path)
                self._notice(notices)
                for row in found:
                    if row.get("case") == case:
                        return place.shown(row, True)
        return None

    def history(self, case: str) -> tuple[Flows, tuple[Event, ...]]:
        """Return the flows and the events of a case, unfinished or closed; no lock, no repair."""
        return evidence.case_history(self._places[REAL], case)

    def keep_record(self, case: str, page: str) -> str:
        """Write the record of a case as a page, for this user only; return the file's name."""
        layout = self._places[REAL].layout
        return evidence.keep_page(self._places[REAL], case, layout.record(case), page)

    def known_facts(self, case: str, mode: str = REAL) -> dict[str, Value]:
        """Return what a case knows, unfinished or closed, by fact key; `no_case`.

        Nothing personal of a forgotten case is known.
        """
        try:
            flows, events = evidence.case_history(self._places[mode], case)
            facts = standing(replay(flows, events))
        except StoreProblem as problem:
            if problem.code not in ("no_journal", "bad_case_id"):
                raise
            # Journals may have been put away: what was closed is still in the log.
            found = (row for row in self.documents(mode) if row["case"] == case)
            document = next(found, None)
            if document is None:
                raise StoreProblem("no_case", case) from None
            facts = document["facts"]
        return {key: value for key, value in facts.items() if value != FORGOTTEN}

    def today(self, agent: str, zone: str = "") -> Today:
        """Return the figures of an agent on today's date, the machine's own or a zone's."""
        utc = self.clock.now().utc
        day = (local(utc, zone) if zone else datetime.fromtimestamp(utc)).date().isoformat()
        place = self._places[REAL]
        rows, notices = place.rows(place.layout.day_file(day, agent))
        self._notice(notices)
        mine = [row for row in rows if row.get("agent") == agent]
        return Today(
            len(mine),
            sum(bool(row.get("completed")) for row in mine),
            sum(row.get("figures", {}).get("handled", 0.0) for row in mine),
        )

    def rebuild(self, day: str, agent: str) -> int:
        """Read the documents of a day anew from the evidence and return how many there are.

        Documents whose journal is not there stay as they are.
        """
        from lenovo_desk.store.cases import day_log as daylog

        place = self._places[REAL]
        rows = list(place.evidence(day, agent))
        if rows:
            target = place.layout.day_file(day, agent)
            broken = daylog.insert_documents(
                target, place.layout.access, rows, self._aside(), tuple, again=True
            )
            if broken:
                self._notice((Reason("log_rebuilt", target.name, detail=broken),))
        return len(rows)

    def forget(self, case: str) -> bool:
        """Delete the key of a case that is on no screen; its outcome stays, the person is gone."""
        found = False
        for place in self._places.values():
            if place.layout.journal(checked_case_id(case)).exists():
                lock = place.locked(case)
                try:
                    found = evidence.forget_case(place, case) or found
                finally:
                    lock.release(remove=True)
            else:
                found = evidence.forget_case(place, case) or found
        return found

    def _aside(self) -> str:
        return f"broken-{datetime.fromtimestamp(self.clock.now().utc, UTC):%Y%m%dT%H%M%S%f}"

    def _notice(self, reasons: Iterable[Reason]) -> None:
        self.notices += [reason for reason in reasons if reason not in self.notices]
