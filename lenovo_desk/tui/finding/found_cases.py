"""Cases in the find box: waiting ones by what Home shows, all by what is known of the customer."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from lenovo_desk.core.case_rows import CaseHit, CaseHits, CaseSummary
from lenovo_desk.core.wording.sentences import filled, name_list
from lenovo_desk.tui.finding.content_rows import FoundRow
from lenovo_desk.tui.home.waiting_rows import waiting_row
from lenovo_desk.tui.kit.pages.page import Page
from lenovo_desk.tui.kit.pages.picker_rows import PickerRow
from lenovo_desk.tui.kit.times_and_ids import near_moment, short_id
from lenovo_desk.tui.log.closed_cases import disposition, record_page
from lenovo_desk.tui.log.log_screen import ClosedPage
from lenovo_desk.tui.shell import Shell, ShowMessage

MOMENT, WHILE = 0.002, 0.02
"""Seconds for which a key, and the time between keys, reads files that are not indexed yet."""


@dataclass(frozen=True)
class TakeUp:
    """Takes up an unfinished case; rows that do the same are equal."""

    shell: Shell
    case: str

    def __call__(self) -> None:
        """Take it up."""
        self.shell.resume(self.case)


def waiting_cases(shell: Shell, but: str = "") -> list[FoundRow]:
    """Return the unfinished cases, except the one at hand; Enter takes one up."""
    return [_waiting(shell, case) for case in shell.readings.unfinished() if case.id != but]


def seek_cases(
    shell: Shell, tell: ShowMessage, but: str = "", within: bool = False
) -> Callable[[str], list[FoundRow]]:
    """Return a search for cases by what is known of the customer, closed ones among them.

    `within` says that a case is at hand, which a closed one does not take the place of.
    """

    def seek(text: str) -> list[FoundRow]:
        country = shell.settings.current.country
        hits = shell.attempt(lambda: shell.store.find(text, country, MOMENT), tell) or CaseHits(())
        rows = [_found(shell, hit, within) for hit in hits.cases if hit.id != but]
        if hits.unread:
            label = filled(shell.words["find.unread"], {"n": str(hits.unread)})
            rows.append(PickerRow(label, None, group=shell.words["find.cases"], quiet=True))
        return rows

    return seek


def read_ahead(shell: Shell) -> bool:
    """Read on in files that are not indexed yet; return whether there are more of them."""
    hits = shell.attempt(lambda: shell.store.find("", seconds=WHILE), lambda *_: None)
    return bool(hits and hits.unread)


def _found(shell: Shell, hit: CaseHit, within: bool) -> FoundRow:
    words, now = shell.words, shell.store.clock.now().utc
    if hit.summary:
        row = _waiting(shell, hit.summary)
    else:
        row = PickerRow(
            " · ".join(part for part in (hit.customer, hit.problem) if part) or short_id(hit.id),
            partial(_read_closed, shell, hit.id, within),
            near_moment(words, hit.when, hit.zone, now) if hit.when else "",
            _place(shell, hit),
            words["find.closed"],
            words["find.cases"],
            words["find.reads"],
        )
    kinds = name_list(words, [words[f"cli.find.{kind}"] for kind in hit.kinds])
    return row._replace(preview=f"{row.preview}\n{filled(words['find.by'], {'kinds': kinds})}")


def _place(shell: Shell, hit: CaseHit) -> str:
    flow = shell.readings.titles(hit.flow, "")[0]
    end = disposition(shell, {"flow": hit.flow, "disposition": hit.disposition})
    return f"{short_id(hit.id)}  {flow} › {end}"


def _waiting(shell: Shell, case: CaseSummary) -> FoundRow:
    words = shell.words
    now = shell.store.clock.now().utc
    row = waiting_row(shell, case, now)
    moment = row.when if case.due else near_moment(words, case.last, case.zone, now)
    state = "live" if shell.live.named(case.id) else case.state
    label = row.damage or " · ".join(part for part in (row.customer, row.reason) if part)
    place = " › ".join(part for part in (row.flow, row.step) if part)
    return PickerRow(
        label, TakeUp(shell, case.id), moment, f"{row.id}  {place}",
        words[f"home.status_{state}"], words["find.cases"], words["find.resumes"],
        quiet=bool(row.damage),
    )  # fmt: skip


def _read_closed(shell: Shell, case: str, within: bool) -> None:
    """Show a closed case; beside a case at hand without the key that begins another one."""
    document = shell.attempt(lambda: shell.store.document(case), shell.tell_home)
    if document is None:
        return
    paragraphs = record_page(shell, document)
    page = Page(paragraphs) if within else None
    shell.push_screen(page or ClosedPage(paragraphs, case, shell))
