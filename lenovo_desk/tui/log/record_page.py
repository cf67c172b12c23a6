"""The record of a case: written as a page to print, shown as text to copy."""

from lenovo_desk.core.engine.session import StoreProblem
from lenovo_desk.core.wording.sentences import filled
from lenovo_desk.tui.kit.pages.page import Paragraph
from lenovo_desk.tui.kit.pages.translated_page import SpokenPage
from lenovo_desk.tui.shell import Shell, ShowMessage


def show_record(shell: Shell, case: str, tell: ShowMessage) -> None:
    """Write and show the record of a case, or tell why that fails."""
    from lenovo_desk.core.wording.wording import Wording
    from lenovo_desk.report.case_record import case_record
    from lenovo_desk.report.record_html import printed_record
    from lenovo_desk.report.record_text import record_text

    history = shell.attempt(lambda: shell.store.history(case), tell)
    if history is None:
        return

    def render(language: str) -> tuple[list[Paragraph], str]:
        wording = Wording(shell.library, language)
        the_record = case_record(*history, wording)
        text = record_text(the_record, wording)
        written: Paragraph
        try:
            path = shell.store.keep_record(case, printed_record(the_record, wording))
            written = (filled(shell.words["record.written"], {"detail": path}), "strong")
        except StoreProblem as problem:
            written = (shell.readings.store_problem(problem), "warn")
        return [written, ("", "plain"), *_paragraphs(text)], text

    shell.push_screen(SpokenPage(shell, render))


def _paragraphs(text: str) -> list[Paragraph]:
    return [
        (line.removeprefix("## "), "pane" if line.startswith("## ") else "plain")
        for line in text.split("\n")
    ]
