"""The settings of now in a real case: what was changed since is in force without reopening it."""

import os

from lenovo_desk.core.model.intents import desk_of
from lenovo_desk.tui.desk.case_on_screen import CaseOnScreen, Outcome


def take_settings(case: CaseOnScreen) -> Outcome | None:
    """Put in force what was changed, here or in another window; None when nothing was.

    What a full disk refuses is tried again at the next call.
    """
    shell = case.shell
    shell.refresh_settings()
    live, current = shell.live.in_view, shell.settings.current
    if live is None or current is live.settings:
        return None
    outcome = case.do(desk_of(shell.opening("")))
    if outcome.event or outcome.code:
        live.settings = current
    return outcome


def settings_left(case: CaseOnScreen) -> None:
    """Show the case again with the settings of now, as one comes from them."""
    outcome = take_settings(case)
    problem = (outcome.notice or outcome.problem) if outcome and not outcome.event else ""
    case.show(problem, alert=bool(problem))


def settings_problem(case: CaseOnScreen) -> str:
    """Return the first problem of the settings file, by its line; "" for none."""
    settings = case.shell.settings
    if not settings.problems:
        return ""
    return settings.problems[0].removeprefix(os.path.dirname(settings.path)).lstrip(os.sep)
