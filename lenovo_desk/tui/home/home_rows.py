"""The rows of Home's flows to start."""

from rich.cells import cell_len
from textual.strip import Strip

from lenovo_desk.core.ports import FlowCard
from lenovo_desk.tui.digits import number_key
from lenovo_desk.tui.kit.lines import line
from lenovo_desk.tui.kit.text_layout import fit
from lenovo_desk.tui.kit.theme import inks
from lenovo_desk.tui.shell import Shell


def card_row(shell: Shell, card: FlowCard, number: int, current: bool, width: int) -> Strip:
    """Return the row of a flow: number, title and, if they fit, the languages of its phrases."""
    words, ink, room = shell.words, inks(shell), width - 7
    title = card.titles.get(shell.language, card.titles["en"])
    key = number_key(number + 1)
    mark = "> " if current else "  "
    more, style = f"  {' '.join(card.languages)}", ink.dim
    if card.problems:
        more, style = f"  {words['home.broken_flow']}", ink.warn
        title = fit(title, max(room // 2, room - cell_len(more)))
    elif cell_len(title) + cell_len(more) > room:
        more = ""
    parts = [(mark, ink.key), (key, ink.cursor if current else ink.key)]
    parts += [(f" {fit(title, room)}", ink.strong), (more, style)]
    return line(parts, width, ink.plain)
