"""The summary of an unfinished case that Home shows: made from its journal, cached beside it."""

import hashlib
import json
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, NamedTuple

from lenovo_desk.core.engine.priority import priority_of
from lenovo_desk.core.engine.session import StoreProblem
from lenovo_desk.core.model.case import Case
from lenovo_desk.core.model.events import CaseParked, CaseTakenOver
from lenovo_desk.core.model.flow import Flows
from lenovo_desk.core.ports import CaseSummary, DueTime
from lenovo_desk.store.cases.case_folder import CaseFolder
from lenovo_desk.store.disk.journal import JournalReading, parse_journal
from lenovo_desk.store.disk.sealing import Sealer


class SealedSummary(NamedTuple):
    """A summary whose reason, if the agent typed it, is still sealed."""

    summary: CaseSummary
    place: str = ""
    """The place in the case that the reason was sealed for."""
    token: Any = None
    """The sealed reason; None when there is none."""

    def unsealed(self, folder: CaseFolder, reasons: bool) -> CaseSummary:
        """Return the summary with its reason; without `reasons` a sealed reason is empty."""
        if self.token is None:
            return self.summary
        sealer = folder.keys.reader(self.summary.id) if reasons else Sealer(self.summary.id, None)
        reason = sealer.unseal(self.token, self.place) if reasons else ""
        return self.summary._replace(reason=reason)


def unfinished_summaries(folder: CaseFolder, mode: str) -> Iterator[SealedSummary]:
    """Yield the summaries of the unfinished cases of a folder; never raises.

    A case that is closed meanwhile is left out. A case that cannot be read gets a summary whose
    `damage` says why.
    """
    for case in folder.layout.cases():
        try:
            summary = summary_of(folder, case, mode)
        except OSError:  # another window closed it after the folder was listed
            continue
        if summary is not None:
            yield summary


def summary_of(folder: CaseFolder, case: str, mode: str) -> SealedSummary | None:
    """Return the summary of an unfinished case, cached if that fits the journal.

    None for a case that is closed or was never accepted. Raises OSError when it cannot be read.
    """
    data = folder.layout.journal(case).read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    with suppress(OSError, ValueError, TypeError, KeyError):
        plain = json.loads(folder.layout.card(case).read_bytes())
        if plain["journal"] == digest and plain["fields"] == list(CaseSummary._fields):
            dues = tuple(DueTime(*due) for due in plain["summary"].pop("dues"))
            summary = CaseSummary(**plain["summary"], dues=dues)
            return SealedSummary(summary, plain["place"], plain["token"])
    return _worked_out(folder, parse_journal(case, data), mode)


def keep_summary(folder: CaseFolder, case: str, mode: str) -> None:
    """Cache the summary of a case being released, to spare the next start its replay.

    The caller holds the lock of the case. A summary that cannot be written is made again later, so
    errors of the disk are ignored.
    """
    with suppress(OSError, StoreProblem):
        data = folder.layout.journal(case).read_bytes()
        sealed = _worked_out(folder, parse_journal(case, data), mode)
        if sealed is None or sealed.summary.damage:
            return
        plain = {
            "fields": CaseSummary._fields,  # a summary by an older version is not used
            "journal": hashlib.sha256(data).hexdigest(),
            "summary": sealed.summary._asdict(),
            "place": sealed.place,
            "token": sealed.token,
        }
        folder.layout.access.write(folder.layout.card(case), json.dumps(plain).encode("ascii"))


def _worked_out(folder: CaseFolder, reading: JournalReading, mode: str) -> SealedSummary | None:
    if not reading.plains:
        if not reading.bad_line:
            return None
        return SealedSummary(_unknown(reading, mode, _damage("damaged", reading.where)))
    damage = _damage("damaged", reading.where) if reading.bad_line else ""
    try:
        # The state of a case does not depend on personal values, so none is unsealed.
        replayed = folder.replayed(reading._replace(bad_line=0), Sealer(reading.case, None))
    except StoreProblem as problem:
        return SealedSummary(
            _unknown(reading, mode, damage or _damage(problem.code, problem.detail))
        )
    if replayed.case.status == "closed":
        return None
    summary = summarise(replayed.flows, replayed.case, damage)
    last = next(e for e in reversed(replayed.events) if _parks(e.act) or e is replayed.events[0])
    if replayed.case.status == "parked" and isinstance(last.act, CaseParked):
        return SealedSummary(summary, str(last.n), reading.plains[last.n - 1]["reason"])
    return SealedSummary(summary)


def _damage(code: str, detail: str) -> str:
    """Return the text that `core.promise_board` puts into words."""
    return f"{code} {detail}"


def _parks(act: object) -> bool:
    return isinstance(act, CaseParked | CaseTakenOver) or bool(getattr(act, "park_until", 0.0))


def _unknown(reading: JournalReading, mode: str, damage: str) -> CaseSummary:
    """Return a summary of a case that cannot be replayed: what its first and last line say."""
    first = reading.plains[0] if reading.plains else {}
    last = reading.plains[-1] if reading.plains else {}
    return CaseSummary(
        id=reading.case,
        flow=str(first.get("flow", "")),
        stage="",
        step="",
        agent=str(first.get("agent", "")),
        language=str(first.get("language", "")),
        status="open",
        opened=float(first.get("utc", 0.0)),
        last=float(last.get("utc", 0.0)),
        due=0.0,
        due_name="",
        reason="",
        zone=str(first.get("zone", "UTC")),
        damage=damage,
        mode=mode,
    )


def summarise(flows: Flows, case: Case, damage: str = "") -> CaseSummary:
    """Return what Home shows of a case; its step is the one in the case's own flow."""
    frame = case.here.stack[0]
    dues = [
        DueTime(key, promise.state, promise.due)
        for key, promise in case.promises.items()
        if promise.state in ("running", "paused")
    ]
    if case.status == "parked" and case.park_until:
        dues.append(DueTime("park", "parked", case.park_until))
    if wait := flows[case.here.top.flow].steps[case.here.top.step].wait:
        dues.append(DueTime(f"wait.{wait.id}", "waiting", case.here.entered.utc + wait.seconds))
    running = ((each.at, each.name) for each in dues if each.state != "paused")
    due, name = min(running, default=(0.0, ""))
    return CaseSummary(
        id=case.id,
        flow=case.flow,
        stage=flows[frame.flow].steps[frame.step].stage,
        step=frame.step,
        agent=case.agent,
        language=case.language,
        status=case.status,
        opened=case.opened.utc if case.opened else 0.0,
        last=case.last.utc if case.last else 0.0,
        due=due,
        due_name=name,
        reason=case.park_reason,
        zone=case.zone,
        damage=damage,
        dues=tuple(dues),
        mode=case.mode,
        priority=priority_of(flows, case),
    )
