"""The rows of Home's flows to start, and what Enter does with a row."""

from rich.cells import cell_len
from textual.strip import Strip

from lenovo_desk.core.ports import CaseSummary, FlowCard
from lenovo_desk.core.wording.sentences import filled
from lenovo_desk.tui.digits import number_key
from lenovo_desk.tui.kit.edges import SIGN_AT, TEXT_AT
from lenovo_desk.tui.kit.face import Face
from lenovo_desk.tui.kit.lists.rows import MARGIN, Cell, list_row
from lenovo_desk.tui.kit.text_layout import fit, wrap_within
from lenovo_desk.tui.shell import Shell


def card_titles(card: FlowCard, face: Face, width: int, most: int) -> list[str]:
    """Return the title of a flow in at most so many lines; what is cut has a mark."""
    room = width - TEXT_AT - SIGN_AT - cell_len(_problem(card, face))
    return wrap_within(card.titles.get(face.language, card.titles["en"]), max(8, room), most)


def card_rows(
    card: FlowCard, number: int, face: Face, width: int, current: bool, most: int
) -> list[Strip]:
    """Return the rows of a flow: its number and title, and whether it has problems."""
    ink = face.ink
    name = ink.strong if current else ink.plain
    strips = []
    for line, title in enumerate(card_titles(card, face, width, most)):
        key = f"{number_key(number + 1)} " if not line else "    "
        parts: list[Cell] = [(key, ink.key), (title, name)]
        if not line:
            parts.append((fit(_problem(card, face), width // 2), ink.warn))
        strips.append(list_row(parts, ink, width, current, MARGIN))
    return strips


def enter_text(shell: Shell, row: FlowCard | CaseSummary) -> str:
    """Return what Enter does with a row of Home, in words."""
    if isinstance(row, FlowCard):
        name = row.titles.get(shell.language, row.titles["en"])
        return filled(shell.words["home.enter_flow"], {"name": name})
    name = row.customer or shell.readings.titles(row.flow, row.step)[0]
    return filled(shell.words["home.enter_case"], {"name": name})


def _problem(card: FlowCard, face: Face) -> str:
    return f"  {face.words['home.broken_flow']}" if card.problems else ""
