"""The cards on customers over a live case: a list by group, and one whole. Nothing moves."""

from typing import TYPE_CHECKING

from lenovo_desk.core.model.card import CustomerCard
from lenovo_desk.core.wording.sentences import pair
from lenovo_desk.tui.kit.page import Page, Paragraph
from lenovo_desk.tui.kit.picker import Picker, PickerRow

if TYPE_CHECKING:
    from lenovo_desk.tui.desk.desk_screen import Desk


def show_cards(desk: "Desk") -> None:
    """List the cards, the advice below; Enter shows one whole, and Esc leads back."""
    shell, words = desk.shell, desk.words
    cards = shell.library.customer_cards(shell.language)
    if not cards:
        desk.show(words["cards.none"], alert=True)
        return
    rows = [_row(card, desk) for card in cards]

    def picked(card: CustomerCard | None) -> None:
        if card is not None:
            page = Page(_page(card, desk), words["page.hint"])
            shell.push_screen(page, lambda _: show_list(card))

    def show_list(first: CustomerCard | None) -> None:
        shell.push_screen(Picker(words["cards.title"], rows, words["cards.hint"], first), picked)

    show_list(None)


def _row(card: CustomerCard, desk: "Desk") -> PickerRow[CustomerCard]:
    return PickerRow(card.title, card, _origin(card, desk), "\n".join(_texts(card, desk)))


def _origin(card: CustomerCard, desk: "Desk") -> str:
    """Return the group of a card and whose words they are."""
    return f"{card.group} · {desk.words[f'authority.{card.authority}']}"


def _texts(card: CustomerCard, desk: "Desk") -> list[str]:
    signs = [pair(desk.words, desk.words["cards.signs"], card.signs)] if card.signs else []
    return [*signs, card.advice]


def _page(card: CustomerCard, desk: "Desk") -> list[Paragraph]:
    page: list[Paragraph] = [
        ("", "plain"), (card.title, "title"), (_origin(card, desk), "dim")
    ]  # fmt: skip
    for text in _texts(card, desk):
        page += [("", "plain"), (text, "plain")]
    return page
