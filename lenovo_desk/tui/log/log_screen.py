"""The log: the list of closed cases, one in full, and a follow-up case."""

from lenovo_desk.tui.kit.pages.page import Page, Paragraph
from lenovo_desk.tui.kit.pages.picker import Picker
from lenovo_desk.tui.kit.pages.picker_rows import PickerRow
from lenovo_desk.tui.log.closed_cases import Document, closed_rows, record_page
from lenovo_desk.tui.log.record_page import show_record
from lenovo_desk.tui.shell import Shell


def show_log(shell: Shell) -> None:
    """List closed cases, latest first; Enter shows one in full."""
    words = shell.words
    rows = shell.attempt(lambda: closed_rows(shell), shell.tell_home)
    if rows is None:
        return

    def picked(document: Document | None) -> None:
        if document is not None:
            page = ClosedPage(record_page(shell, document), document["case"], shell)
            shell.push_screen(page, lambda _: show_list(document))

    def show_list(first: Document | None) -> None:
        shell.push_screen(Picker(words["log.title"], rows, words["log.hint"], first), picked)

    show_list(None)


class ClosedPage(Page, scope="closed"):
    """A closed case, with keys for its record and for a follow-up case."""

    leaves_to = "log"

    def __init__(self, paragraphs: list[Paragraph], case: str, shell: Shell) -> None:
        super().__init__(paragraphs)
        self._shell = shell
        self._case = case

    def action_follow(self) -> None:
        """Pick a flow and begin a follow-up case in it."""
        pick_following(self._shell, self._case)

    def action_record(self) -> None:
        """Write the record of the case and show it."""
        show_record(self._shell, self._case, self.show)


def pick_following(shell: Shell, case: str) -> None:
    """Pick a flow and begin a case in it that follows another one."""
    rows = [
        PickerRow(card.titles.get(shell.language, card.titles["en"]), card.id)
        for card in shell.library.cards()
        if card.on_home and not card.problems
    ]

    def picked(flow: str | None) -> None:
        if flow is not None:
            shell.follow(case, flow)

    shell.push_screen(Picker(shell.words["follow.title"], rows, shell.words["pick.hint"]), picked)
