"""The customer cards over a live case: a list by group, and one in full."""

from lenovo_desk.core.model.card import CustomerCard
from lenovo_desk.core.wording.sentences import pair
from lenovo_desk.tui.desk.case_on_screen import CaseOnScreen
from lenovo_desk.tui.kit.pages.page import Page, Paragraph
from lenovo_desk.tui.kit.pages.picker import Picker, PickerRow


def show_cards(case: CaseOnScreen) -> None:
    """List the cards with their advice; Enter shows one in full, Esc goes back."""
    shell, words = case.shell, case.words
    cards = shell.library.customer_cards(shell.language)
    if not cards:
        case.show(words["cards.none"], alert=True)
        return
    rows = [_row(card, case) for card in cards]

    def picked(card: CustomerCard | None) -> None:
        if card is not None:
            page = Page(_page(card, case), words["page.hint"])
            shell.push_screen(page, lambda _: show_list(card))

    def show_list(first: CustomerCard | None) -> None:
        shell.push_screen(Picker(words["cards.title"], rows, words["cards.hint"], first), picked)

    show_list(None)


def _row(card: CustomerCard, case: CaseOnScreen) -> PickerRow[CustomerCard]:
    return PickerRow(card.title, card, _origin(card, case), "\n".join(_texts(card, case)))


def _origin(card: CustomerCard, case: CaseOnScreen) -> str:
    """Return the group and the authority of a card."""
    return f"{card.group} · {case.words[f'authority.{card.authority}']}"


def _texts(card: CustomerCard, case: CaseOnScreen) -> list[str]:
    signs = [pair(case.words, case.words["cards.signs"], card.signs)] if card.signs else []
    return [*signs, card.advice]


def _page(card: CustomerCard, case: CaseOnScreen) -> list[Paragraph]:
    page: list[Paragraph] = [
        ("", "plain"), (card.title, "title"), (_origin(card, case), "dim")
    ]  # fmt: skip
    for text in _texts(card, case):
        page += [("", "plain"), (text, "plain")]
    return page
