"""The board: every time that matters in the unfinished cases, the overdue first."""

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
    """None for a case in which nothing is due."""

    def come(self, now: float) -> bool:
        """Return whether its time has come; what is paused has none."""
        return self.due is not None and self.due.state != "paused" and self.due.at <= now

    def overdue(self, now: float) -> bool:
        """Return whether something should have been done by now; a wait that is over never is."""
        return self.due is not None and self.due.state != "waiting" and self.come(now)

    def words(self, now: float) -> str:
        """Return the key of the words that tell its time."""
        if self.due is None:
            return "cli.not_due"
        if self.due.state == "paused":
            return "cli.paused"
        if self.due.state == "waiting":
            return "cli.wait_over" if self.come(now) else "cli.wait"
        return "cli.overdue" if self.come(now) else "cli.due"


def board_entries(cases: Iterable[CaseSummary]) -> tuple[BoardEntry, ...]:
    """Return the lines by due time, then those paused, then cases without any time."""
    entries = [BoardEntry(case, due) for case in cases for due in (case.dues or (None,))]
    return tuple(sorted(entries, key=_order))


def _order(entry: BoardEntry) -> tuple[int, float, str]:
    if entry.due is None:
        return 2, entry.case.last, entry.case.id
    return int(entry.due.state == "paused"), entry.due.at, entry.case.id


def damage_text(words: Mapping[str, str], case: CaseSummary) -> str:
    """Return why a case cannot be read, in words."""
    code, _, detail = case.damage.partition(" ")
    return sentence(words, None, Reason(code, detail=detail))


def due_title(library: Library, words: Mapping[str, str], language: str, name: str) -> str:
    """Return what is due, in words: a promise by its name, a step that is due by its title."""
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
