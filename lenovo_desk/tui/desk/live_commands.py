"""The commands of an agent with several customers: the next one, the previous one, Home."""

from lenovo_desk.tui.desk.case_screen import CaseScreen
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


def show_customer(case: CaseScreen, number: int) -> None:
    """Show the live case of a number, from 0, in place; the one in view stays."""
    live = case.shell.live
    if live.cases[number] is not live.in_view:
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
