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
    if problem := _put_down(case) or case.shell.leave():
        case.show(problem, alert=True)


def _go(case: CaseScreen, step: int) -> None:
    live = case.shell.live
    if len(live.cases) < 2:
        case.show(case.with_keys(case.words["live.alone"]))
    elif target := _other(case, step):
        problem = case.shell.turn_to(target)
        case.session, case.hand = target.session, target.hand
        case.show(problem, alert=bool(problem))


def _other(case: CaseScreen, step: int) -> LiveCase | None:
    """Take the case in view out of it; return the other one, or None if that fails."""
    live = case.shell.live
    problem = _put_down(case) or case.shell.refusal(live.turn_away)
    if problem:
        case.show(problem, alert=True)
        return None
    return live.neighbour(step)


def _put_down(case: CaseScreen) -> str:
    """Keep what the agent has under the hand; return why the draft could not be saved, or ""."""
    if live := case.shell.live.in_view:
        live.hand = case.hand
    return case.flush_draft()
