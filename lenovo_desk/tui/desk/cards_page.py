"""The customer cards over a live case: a list by group, and one in full."""

from collections.abc import Mapping

from lenovo_desk.core.model.card import CustomerCard
from lenovo_desk.core.wording.sentences import pair
from lenovo_desk.tui.desk.case_on_screen import CaseOnScreen
from lenovo_desk.tui.kit.pages.page import Page, Paragraph
from lenovo_desk.tui.kit.pages.picker import Picker
from lenovo_desk.tui.kit.pages.picker_rows import PickerRow


def show_cards(case: CaseOnScreen, first: CustomerCard | None = None) -> None:
    """List the cards with their advice; Enter shows one in full, Esc goes back.

    With `first`, that card is shown, and the list behind it stands at it.
    """
    shell, words = case.shell, case.words
    cards = shell.library.customer_cards(shell.language)
    if not cards:
        case.show(words["cards.none"], alert=True)
        return
    rows = [_row(card, words) for card in cards]

    def picked(card: CustomerCard | None) -> None:
        if card is not None:
            case.hand = case.hand._replace(card=card.id)
            page = Page(card_paragraphs(card, words))
            shell.push_screen(page, lambda _: show_list(card))

    def show_list(first: CustomerCard | None) -> None:
        shell.push_screen(Picker(words["cards.title"], rows, words["cards.hint"], first), picked)

    if first is None:
        show_list(None)
    else:
        picked(first)


def _row(card: CustomerCard, words: Mapping[str, str]) -> PickerRow[CustomerCard]:
    return PickerRow(card.title, card, _origin(card, words), "\n".join(_texts(card, words)))


def _origin(card: CustomerCard, words: Mapping[str, str]) -> str:
    """Return the group and the authority of a card."""
    return f"{card.group} · {words[f'authority.{card.authority}']}"


def _texts(card: CustomerCard, words: Mapping[str, str]) -> list[str]:
    signs = [pair(words, words["cards.signs"], card.signs)] if card.signs else []
    return [*signs, card.advice]


def card_paragraphs(card: CustomerCard, words: Mapping[str, str]) -> list[Paragraph]:
    """Return a card in full, as a page."""
    page: list[Paragraph] = [
        ("", "plain"), (card.title, "title"), (_origin(card, words), "dim")
    ]  # fmt: skip
    for text in _texts(card, words):
        page += [("", "plain"), (text, "plain")]
    return page
