"""The summary of an unfinished case that Home shows: made from its journal, cached beside it."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from lenovo_desk.core.case_rows import CaseSummary, DueTime
from lenovo_desk.core.engine.gates import valid_facts
from lenovo_desk.core.engine.priority import priority_of
from lenovo_desk.core.engine.session import StoreProblem
from lenovo_desk.core.model.case import Case, effective
from lenovo_desk.core.model.events import CaseParked, CaseTakenOver
from lenovo_desk.core.model.flow import Flows
from lenovo_desk.core.model.values import FORGOTTEN
from lenovo_desk.store.cases.case_folder import CaseFolder, ReplayedCase
from lenovo_desk.store.disk.append_log import file_stamp
from lenovo_desk.store.disk.journal import JournalReading, parse_journal
from lenovo_desk.store.disk.sealing import Sealer

_SEALED = ("reason", "customer", "problem")
"""The fields of a summary that may be sealed."""
Token = tuple[str, Any]
"""The place in the case that a value was sealed for, and the sealed value."""


_Stamp = tuple[int, ...]


class SealedSummary(NamedTuple):
    """A summary whose personal fields are still sealed."""

    summary: CaseSummary
    tokens: Mapping[str, Token] = {}
    """What is sealed, by field: some of `_SEALED`."""

    def unsealed(self, folder: CaseFolder) -> CaseSummary:
        """Return the summary with what can be unsealed.

        A reason that cannot is `FORGOTTEN`; a customer who cannot is left out.
        """
        if not self.tokens:
            return self.summary
        sealer = folder.keys.reader(self.summary.id)
        texts = {
            field: str(sealer.unseal(token, place)) for field, (place, token) in self.tokens.items()
        }
        customer, problem = (
            "" if texts.get(field) == FORGOTTEN else texts.get(field, "")
            for field in ("customer", "problem")
        )
        reason = texts.get("reason", self.summary.reason)
        return self.summary._replace(reason=reason, customer=customer, problem=problem)


class WaitingCases:
    """The unfinished cases of a folder as lists show them; a journal is read once."""

    def __init__(self, folder: CaseFolder, mode: str) -> None:
        self._folder, self._mode = folder, mode
        self._sealed: dict[str, tuple[_Stamp, SealedSummary | None]] = {}
        """By case, each with the stamp of its journal."""
        self._unsealed: dict[str, tuple[tuple[_Stamp, _Stamp], CaseSummary]] = {}
        """By case, each with the stamps of its journal and its key."""

    def summaries(self, unsealed: bool) -> Iterator[CaseSummary]:
        """Yield the summaries of the unfinished cases; never raises.

        Without `unsealed` no key is read, and what is sealed is left out. A case that is closed
        meanwhile is left out. A case that cannot be read gets a summary whose `damage` says why.
        """
        cases = self._folder.layout.cases()
        for case in (self._sealed.keys() | self._unsealed.keys()) - set(cases):
            self._sealed.pop(case, None)
            self._unsealed.pop(case, None)
        for case in cases:
            if summary := self.summary(case, unsealed):
                yield summary

    def summary(self, case: str, unsealed: bool = True) -> CaseSummary | None:
        """Return the summary of an unfinished case; None for one that is closed or gone."""
        path = self._folder.layout.journal(case)
        journal = file_stamp(path)
        if case not in self._sealed or self._sealed[case][0] != journal:
            try:
                self._sealed[case] = journal, _summary_of(self._folder, path, self._mode)
            except OSError:  # another window closed it after the folder was listed
                return None
        sealed = self._sealed[case][1]
        if sealed is None or not unsealed:
            return sealed and sealed.summary
        stamps = journal, file_stamp(self._folder.layout.keys / case)
        if case not in self._unsealed or self._unsealed[case][0] != stamps:
            self._unsealed[case] = stamps, sealed.unsealed(self._folder)
        return self._unsealed[case][1]


def _summary_of(folder: CaseFolder, path: Path, mode: str) -> SealedSummary | None:
    """Return the summary of the unfinished case with this journal, cached if that fits it.

    None for a case that is closed or was never accepted. Raises OSError when it cannot be read.
    """
    case, data = path.stem, path.read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    with suppress(OSError, ValueError, TypeError, KeyError):
        plain = json.loads(folder.layout.card(case).read_bytes())
        if plain["journal"] == digest and plain["fields"] == list(CaseSummary._fields):
            dues = tuple(DueTime(*due) for due in plain["summary"].pop("dues"))
            summary = CaseSummary(**plain["summary"], dues=dues)
            tokens = {
                field: plain["tokens"][field] for field in _SEALED if field in plain["tokens"]
            }
            if all(isinstance(place, str) for place, _ in tokens.values()):
                return SealedSummary(summary, tokens)
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
            "tokens": sealed.tokens,
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
    tokens = _tokens(replayed, reading)
    last = next(e for e in reversed(replayed.events) if _parks(e.act) or e is replayed.events[0])
    if replayed.case.status == "parked" and isinstance(last.act, CaseParked):
        tokens["reason"] = str(last.n), reading.plains[last.n - 1]["reason"]
    return SealedSummary(
        summary._replace(reason="" if "reason" in tokens else summary.reason), tokens
    )


def _tokens(replayed: ReplayedCase, reading: JournalReading) -> dict[str, Token]:
    """Return who the customer is and what they report, sealed as the journal has them."""
    from lenovo_desk.search.customer_marks import customer_key, problem_key

    case, flows = replayed.case, [replayed.flows[name] for name in replayed.case.digests]
    facts = valid_facts(replayed.flows, case)
    tokens: dict[str, Token] = {}
    for field, find_key in (("customer", customer_key), ("problem", problem_key)):
        entry = effective(case, find_key(flows, facts))
        value = reading.plains[entry.n - 1].get("value") if entry else None
        if entry and isinstance(value, dict):
            tokens[field] = str(entry.n), value
    return tokens


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
