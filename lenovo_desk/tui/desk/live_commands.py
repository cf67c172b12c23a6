"""The commands of an agent with several customers: the next one, the previous one, Home."""

from lenovo_desk.tui.desk.case_screen import CaseScreen
from lenovo_desk.tui.kit.live_row import customer_at, live_customers
from lenovo_desk.tui.live_cases import LiveCase


def next_customer(case: CaseScreen) -> None:
    """Show the next live case in place."""
    _go(case, 1)


def previous_customer(case: CaseScreen) -> None:
    """Show the previous live case in place."""
    _go(case, -1)


def go_home(case: CaseScreen) -> None:
    """Go to Home and keep the case live."""
    if problem := case.shell.leave():
        case.show(problem, alert=True)


def show_customer_at(case: CaseScreen, cell: int, width: int) -> None:
    """Show in place the customer at a cell of the row of live ones; the one in view stays."""
    live, view, face = case.shell.live, case.panes.read(), case.panes.face
    customers = live_customers(case.shell, view, face)
    number = customer_at(customers, face, width, cell, filled=not view.phrases)
    if number is not None and live.cases[number] is not live.in_view:
        _show(case, live.cases[number])


def _go(case: CaseScreen, step: int) -> None:
    live = case.shell.live
    if len(live.cases) < 2:
        case.show(case.with_keys(case.words["live.alone"]))
        return
    _show(case, live.neighbour(step))


def _show(case: CaseScreen, target: LiveCase) -> None:
    problem = case.shell.turn_away()
    if not problem:
        problem = case.shell.turn_to(target)
        case.session, case.hand = target.session, target.hand
    case.show(problem, alert=bool(problem))
