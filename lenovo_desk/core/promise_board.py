"""The board: every time that matters in the unfinished cases, overdue times first."""

from collections.abc import Iterable, Mapping

from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.ports import CaseSummary, DueTime, Library
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.wording.books import humanise
from lenovo_desk.core.wording.sentences import sentence


class BoardEntry(NamedTuple):
    """One line of the board."""

    case: CaseSummary
    due: DueTime | None
    """None for a case without any due time."""

    def come(self, now: float) -> bool:
        """Return whether its time has come by `now`, in seconds since 1970 UTC.

        The time of a paused promise never comes.
        """
        return self.due is not None and self.due.state != "paused" and self.due.at <= now

    def overdue(self, now: float) -> bool:
        """Return whether it is overdue at `now`; a wait that is over is not."""
        return self.due is not None and self.due.state != "waiting" and self.come(now)

    def words(self, now: float) -> str:
        """Return the key of the interface words for its state at `now`."""
        if self.due is None:
            return "cli.not_due"
        if self.due.state == "paused":
            return "cli.paused"
        if self.due.state == "waiting":
            return "cli.wait_over" if self.come(now) else "cli.wait"
        return "cli.overdue" if self.come(now) else "cli.due"


def board_entries(cases: Iterable[CaseSummary]) -> tuple[BoardEntry, ...]:
    """Return the lines by due time, then paused promises, then cases without any time."""
    entries = [BoardEntry(case, due) for case in cases for due in (case.dues or (None,))]
    return tuple(sorted(entries, key=_order))


def _order(entry: BoardEntry) -> tuple[int, float, str]:
    if entry.due is None:
        return 2, entry.case.last, entry.case.id
    return int(entry.due.state == "paused"), entry.due.at, entry.case.id


def damage_text(words: Mapping[str, str], case: CaseSummary) -> str:
    """Return the sentence that says why a case cannot be read."""
    code, _, detail = case.damage.partition(" ")
    return sentence(words, None, Reason(code, detail=detail))


def due_title(library: Library, words: Mapping[str, str], language: str, name: str) -> str:
    """Return the title of a due time: the name of a promise, or the title of a due step.

    `name` is that of a `DueTime`.
    """
    if name == "park":
        return words["board.park"]
    flow, _, rest = name.partition(".")
    if flow == "wait":
        return words["board.wait"]
    try:
        book, steps = library.book(flow, language), library.flow(flow).steps
    except KeyError:  # the content no longer has this flow
        return humanise(rest)
    return book.steps[rest].title if rest in steps else book.deadlines[rest]
