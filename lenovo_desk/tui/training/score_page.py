"""The score of a mock call, shown when it ends; leads to its report and to coaching."""

from collections.abc import Callable

from lenovo_desk.core.wording.sentences import filled, pair
from lenovo_desk.core.wording.wording import Wording
from lenovo_desk.training.model.call import Call
from lenovo_desk.training.reports.score_sheet import (
    ScoreSheet,
    SheetFailure,
    SheetLine,
    score_sheet,
)
from lenovo_desk.tui.command_words import with_keys
from lenovo_desk.tui.kit.pages.page import Page, Paragraph
from lenovo_desk.tui.shell import Shell
from lenovo_desk.tui.training_messages import PlayAgain

SHORT = 3
"""From this number of texts on, the evidence of what was right is only counted."""
MANY = 5
"""The most faults of a line that are shown at first."""


class ScorePage(Page, scope="score"):
    """The verdict, what fails the call, each section with its lines, and remarks."""

    leaves_to = "training"
    MATTERS = ("score.coaching",)

    def __init__(self, shell: Shell, call: Call, problem: str, back: Callable[[], object]) -> None:
        """Show the score of a call.

        `problem` is shown as a message; `back` is called when the page is left.
        """
        self._shell, self._back = shell, back
        self.call = call
        self._sheet = score_sheet(call, shell.library, Wording(shell.library, shell.language))
        self._written = ""
        self._whole = False
        """Whether all evidence is shown."""
        paragraphs = score_paragraphs(self._sheet, shell, self._whole)
        super().__init__(paragraphs)
        self.message, self.alert = problem, bool(problem)

    def action_dismiss_page(self) -> None:
        """Go back to where the page was opened from."""
        if self.is_active:  # a second key may come in the same moment
            self.dismiss(None)
            self._back()

    def action_report(self) -> None:
        """Write the score as an HTML page and show its file's name."""
        from lenovo_desk.training.reports.score_html import printed_score

        shell = self._shell
        wording = Wording(shell.library, shell.language)
        calls = shell.training.calls

        def write() -> None:
            call = calls.call(self.call.id)  # a trainer may have marked it since
            page = printed_score(score_sheet(call, shell.library, wording), wording)
            written = calls.keep_report(call.id, page)
            self._written = filled(shell.words["mock.written"], {"detail": written})

        if problem := shell.refusal(write):
            self.show(problem, alert=True)
        else:
            self._show()

    def action_coaching(self) -> None:
        """Show the call beside the good call."""
        from lenovo_desk.tui.training.coaching import Coaching

        self.app.push_screen(Coaching(self._shell, self.call))

    def action_evidence(self) -> None:
        """Switch between all evidence and a summary: some faults, and counts."""
        self._whole = not self._whole
        self._show()

    def _show(self) -> None:
        """Show the score again, below the name of the written report if there is one."""
        written: list[Paragraph] = [("", "plain"), (self._written, "strong")]
        paragraphs = score_paragraphs(self._sheet, self._shell, self._whole)
        self._paragraphs = [*written, *paragraphs] if self._written else paragraphs
        self._top = 0 if self._written else self._top
        self.show()

    def action_again(self) -> None:
        """Play the same scenario again."""
        scenario = self.call.scenario
        if problem := self._shell.go(PlayAgain(scenario.id, scenario.language)):
            self.show(problem, alert=True)


def score_paragraphs(sheet: ScoreSheet, shell: Shell, whole: bool = True) -> list[Paragraph]:
    """Return a score as paragraphs, failures first; with `whole`, all evidence."""
    words = shell.words
    page: list[Paragraph] = [
        ("", "plain"),
        (f"{words['mock.score_title']} · {sheet.title}", "title"),
        (sheet.verdict, "strong" if sheet.passed else "warn"),
        (tuple(pair(words, *name_value) for name_value in sheet.head if name_value[1]), "dim"),
    ]
    if sheet.failures:
        page += [("", "plain"), (words["class.sheet.failures"], "pane")]
    for failure in sheet.failures:
        page += _failure(failure)
    for section in sheet.sections:
        page += [("", "plain"), (f"{section.title}  {section.points}/{section.of}", "pane")]
        for line in section.lines:
            page += _line(line, shell, whole)
    if sheet.remarks:
        page += [("", "plain"), (words["class.sheet.remarks"], "pane")]
        page += [(remark, "plain") for remark in sheet.remarks]
    return page


def _failure(failure: SheetFailure) -> list[Paragraph]:
    mark = "[-]" if failure.pardoned else "[!]"
    page: list[Paragraph] = [(f"{mark} {failure.title}", "dim" if failure.pardoned else "warn")]
    page += [(f"    − {text}", "plain") for text in failure.evidence]
    return page + ([(f"    {failure.marked}", "dim")] if failure.marked else [])


def _filled(shell: Shell, text: str, number: str) -> str:
    """Return words with a number and the keys of the page in their blanks."""
    words = filled(shell.words[text], {"n": number})
    return with_keys(words, ScorePage.SCOPE, shell.settings.current.keys, shell.words)


def _line(line: SheetLine, shell: Shell, whole: bool) -> list[Paragraph]:
    points = f"{line.points or '–'}/{line.of}"
    state = f"  ({line.state_text})" if line.state != "measured" else ""
    page: list[Paragraph] = [
        (f"{points:>7}  {line.title}{state}", "strong" if line.lost else "plain")
    ]
    faults = line.faults if whole or len(line.faults) <= MANY else line.faults[: MANY - 1]
    page += [(f"         − {text}", "plain") for text in faults]
    if len(faults) < len(line.faults):
        left = str(len(line.faults) - len(faults))
        page.append((f"         − {_filled(shell, 'mock.more_faults', left)}", "plain"))
    count = _filled(shell, "mock.right", str(len(line.right)))
    right = line.right if whole or len(line.right) < SHORT else (count,)
    page += [(f"         + {text}", "dim") for text in right]
    return page + ([(f"         {line.marked}", "dim")] if line.marked else [])
