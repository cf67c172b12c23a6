"""The rows of Home's flows to start, and what Enter does with a row."""

from textual.strip import Strip

from lenovo_desk.core.ports import CaseSummary, FlowCard
from lenovo_desk.core.wording.sentences import filled
from lenovo_desk.tui.digits import number_key
from lenovo_desk.tui.kit.edges import SIGN_AT, TEXT_AT
from lenovo_desk.tui.kit.face import Face
from lenovo_desk.tui.kit.lists.rows import MARGIN, Cell, list_row
from lenovo_desk.tui.kit.text_layout import fit
from lenovo_desk.tui.shell import Shell


def card_row(card: FlowCard, number: int, face: Face, width: int, current: bool) -> Strip:
    """Return the row of a flow: its number and title, and whether it has problems."""
    words, ink, room = face.words, face.ink, width - TEXT_AT - SIGN_AT
    title = card.titles.get(face.language, card.titles["en"])
    more = f"  {words['home.broken_flow']}" if card.problems else ""
    title = fit(title, max(room // 2, room - len(more)))
    name = ink.strong if current else ink.plain
    parts: list[Cell] = [(f"{number_key(number + 1)} ", ink.key), (title, name), (more, ink.warn)]
    return list_row(parts, ink, width, current, MARGIN)


def enter_text(shell: Shell, row: FlowCard | CaseSummary) -> str:
    """Return what Enter does with a row of Home, in words."""
    if isinstance(row, FlowCard):
        name = row.titles.get(shell.language, row.titles["en"])
        return filled(shell.words["home.enter_flow"], {"name": name})
    name = row.customer or shell.readings.titles(row.flow, row.step)[0]
    return filled(shell.words["home.enter_case"], {"name": name})
