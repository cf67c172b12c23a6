"""What begins the reading of a message: a paste, or the box, at a case and on Home."""

from lenovo_desk.core.text import clean, has_content
from lenovo_desk.tui.desk.case_screen import CaseScreen
from lenovo_desk.tui.desk.pasting.paste_screen import PasteScreen
from lenovo_desk.tui.desk.pasting.paste_targets import CaseOnDesk
from lenovo_desk.tui.kit.base_screen import BaseScreen
from lenovo_desk.tui.shell import Shell


def read_at_case(case: CaseScreen, text: str) -> None:
    """Show what a pasted text says of the case; a paste goes into the open line."""
    if case.entry.active:
        case.entry.input.take_paste(text)
    elif has_content(clean(text)):
        case.shell.push_screen(PasteScreen(text, CaseOnDesk(case)))
    else:
        case.show(case.words["pasted.empty"], alert=True)


def read_at_home(home: BaseScreen[None], text: str) -> None:
    """Ask which flow a pasted text begins, and show what it says for it."""
    from lenovo_desk.tui.desk.pasting.flow_choice import FlowChoice

    shell = home.shell
    if not has_content(clean(text)):
        home.show(shell.words["pasted.empty"], alert=True)
        return
    role = shell.settings.current.agent.role
    cards = (card for card in shell.library.cards() if card.on_home and not card.problems)
    ordered = sorted(cards, key=lambda card: role not in card.roles)
    shell.push_screen(FlowChoice(text, tuple(ordered)))


def open_box(case: CaseScreen) -> None:
    """Open the box for a message to this case."""
    from lenovo_desk.tui.desk.pasting.message_box import MessageBox  # an editor loads slowly

    case.flush_draft()
    case.shell.push_screen(MessageBox(lambda text: read_at_case(case, text)))


def home_box(shell: Shell) -> None:
    """Open the box for a message that begins a case."""
    from lenovo_desk.tui.desk.pasting.message_box import MessageBox

    home = shell.screen
    assert isinstance(home, BaseScreen), "Home has the command"
    shell.push_screen(MessageBox(lambda text: read_at_home(home, text)))
