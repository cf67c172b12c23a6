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


def board_entries(cases: Iterable[CaseSummary], now: float) -> tuple[BoardEntry, ...]:
    """Return the lines of the board at `now`, in seconds since 1970 UTC.

    Danger and urgent cases come before what is overdue, cases marked as first after it. Among
    equals they come by due time, then paused promises, then cases without any time.
    """
    entries = [BoardEntry(case, due) for case in cases for due in (case.dues or (None,))]
    return tuple(sorted(entries, key=lambda entry: (_urgency(entry, now), _order(entry))))


def by_urgency(cases: Iterable[CaseSummary], now: float) -> tuple[CaseSummary, ...]:
    """Return cases in the order of their most urgent lines; among equals they stay in order."""
    return tuple(sorted(cases, key=lambda case: _urgency(board_entries([case], now)[0], now)))


_URGENCY = {"danger": 0, "urgent": 1, "first": 3}
_OVERDUE, _OTHERS = 2, 4


def _urgency(entry: BoardEntry, now: float) -> int:
    urgency = _URGENCY.get(entry.case.priority, _OTHERS)
    return min(urgency, _OVERDUE) if entry.overdue(now) else urgency


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
