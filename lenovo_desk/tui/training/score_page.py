"""The score of a mock call: opened the moment it ends, kept as a page, the way to coaching."""

from collections.abc import Callable

from lenovo_desk.core.engine.session import StoreProblem
from lenovo_desk.core.wording.sentences import filled, pair
from lenovo_desk.core.wording.wording import Wording
from lenovo_desk.training.model.call import Call
from lenovo_desk.training.reports.score_sheet import (
    ScoreSheet,
    SheetFailure,
    SheetLine,
    score_sheet,
)
from lenovo_desk.tui.kit.lines import Lines
from lenovo_desk.tui.kit.page import Page, Paragraph
from lenovo_desk.tui.shell import Shell
from lenovo_desk.tui.training_messages import PlayAgain

SHORT = 3
"""So many pieces of evidence of what was right are told by their number only."""
MANY = 5
"""So many faults of a line are told at first."""


class ScorePage(Page, scope="score"):
    """Verdict, what fails the call, each section with its lines, remarks."""

    def __init__(self, shell: Shell, call: Call, problem: str, back: Callable[[], object]) -> None:
        """`problem` is said in the last row; `back` is what leaving the page shows again."""
        self._shell, self._back = shell, back
        self.call = call
        self._sheet = score_sheet(call, shell.library, Wording(shell.library, shell.language))
        self._written = ""
        self._whole = False
        """Whether all evidence is shown."""
        hint = problem or shell.words["mock.score_hint"]
        super().__init__(score_paragraphs(self._sheet, shell, self._whole), hint)

    def action_dismiss_page(self) -> None:
        """Go back to where the page was opened from."""
        if self.is_active:  # a second key may come in the same moment
            self.dismiss(None)
            self._back()

    def action_report(self) -> None:
        """Write the score as a page."""
        from lenovo_desk.training.reports.score_html import printed_score

        shell = self._shell
        wording = Wording(shell.library, shell.language)
        try:
            # a trainer may have marked the call since
            call = shell.training.calls.call(self.call.id)
            written = shell.training.calls.keep_report(
                call.id, printed_score(score_sheet(call, shell.library, wording), wording)
            )
            self._written = filled(shell.words["mock.written"], {"detail": written})
            self._show()
        except StoreProblem as problem:
            self.tell(f"! {shell.store_problem(problem)}")

    def action_coaching(self) -> None:
        """Show the call beside the good call."""
        from lenovo_desk.tui.training.coaching import Coaching

        self.app.push_screen(Coaching(self._shell, self.call))

    def action_evidence(self) -> None:
        """Show all evidence, or what was wrong first and how much there was."""
        self._whole = not self._whole
        self._show()

    def _show(self) -> None:
        """Tell the score anew, below where its report was written."""
        written: list[Paragraph] = [("", "plain"), (self._written, "strong")]
        told = score_paragraphs(self._sheet, self._shell, self._whole)
        self._paragraphs = [*written, *told] if self._written else told
        self._top = 0 if self._written else self._top
        self.query_one(Lines).redraw()

    def action_again(self) -> None:
        """Play the same scenario once more."""
        scenario = self.call.scenario
        if problem := self._shell.go(PlayAgain(scenario.id, scenario.language)):
            self.tell(f"! {problem}")

    def tell(self, text: str) -> None:
        """Say something in the last row."""
        self._hint = text
        self.query_one(Lines).redraw()


def score_paragraphs(told: ScoreSheet, shell: Shell, whole: bool = True) -> list[Paragraph]:
    """Return a score as paragraphs: what fails the call first; all evidence if it is `whole`."""
    words = shell.words
    page: list[Paragraph] = [
        ("", "plain"),
        (f"{words['mock.score_title']} · {told.title}", "title"),
        (told.verdict, "strong" if told.passed else "warn"),
        (tuple(pair(words, *one) for one in told.head if one[1]), "dim"),
    ]
    if told.failures:
        page += [("", "plain"), (words["class.sheet.failures"], "title")]
    for failure in told.failures:
        page += _failure(failure)
    for section in told.sections:
        page += [("", "plain"), (f"{section.title}  {section.points}/{section.of}", "title")]
        for one in section.lines:
            page += _line(one, shell, whole)
    if told.remarks:
        page += [("", "plain"), (words["class.sheet.remarks"], "title")]
        page += [(remark, "plain") for remark in told.remarks]
    return page


def _failure(one: SheetFailure) -> list[Paragraph]:
    mark = "[-]" if one.pardoned else "[!]"
    found: list[Paragraph] = [(f"{mark} {one.title}", "dim" if one.pardoned else "warn")]
    found += [(f"    − {text}", "plain") for text in one.evidence]
    return found + ([(f"    {one.marked}", "dim")] if one.marked else [])


def _line(one: SheetLine, shell: Shell, whole: bool) -> list[Paragraph]:
    points = f"{one.points or '–'}/{one.of}"
    said = f"  ({one.state_text})" if one.state != "measured" else ""
    found: list[Paragraph] = [
        (f"{points:>7}  {one.title}{said}", "strong" if one.lost else "plain")
    ]
    faults = one.faults if whole or len(one.faults) <= MANY else one.faults[: MANY - 1]
    found += [(f"         − {text}", "plain") for text in faults]
    if len(faults) < len(one.faults):
        left = str(len(one.faults) - len(faults))
        found.append(
            (f"         − {filled(shell.words['mock.more_faults'], {'n': left})}", "plain")
        )
    count = filled(shell.words["mock.right"], {"n": str(len(one.right))})
    right = one.right if whole or len(one.right) < SHORT else (count,)
    found += [(f"         + {text}", "dim") for text in right]
    return found + ([(f"         {one.marked}", "dim")] if one.marked else [])
