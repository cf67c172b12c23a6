"""Opens the screen with the services that it needs."""

import os
import sys
import time
from typing import TYPE_CHECKING

from lenovo_desk.cli.exits import MISUSED, Stop
from lenovo_desk.cli.paths import new_case_id
from lenovo_desk.cli.services import Services

if TYPE_CHECKING:
    from collections.abc import Callable

    from lenovo_desk.training.training_ports import Training
    from lenovo_desk.tui.shell import Shell


def run_trainer(services: Services, case: str = "") -> int:
    """Open the screen with the list of live mock calls; return the exit status.

    With `case`, the trainer's window on that call is opened as well; the list says so when there is
    no such call. No lock of a call is taken, not even for recovery: the trainees' desks do that.
    """

    def first(shell: "Shell") -> None:
        from lenovo_desk.tui.trainer.live_calls import show_live_calls

        show_live_calls(shell, case)

    return run_screen(services, first, recover=False)


def run_screen(
    services: Services,
    first: "Callable[[Shell], object] | None" = None,
    recover: bool = True,
) -> int:
    """Open the screen; return the exit status. Raises `Stop` without a terminal.

    `first` is called as soon as Home is shown. With `recover`, mock calls that a killed program
    left half done are finished.
    """
    output = sys.__stdout__ if sys.platform == "win32" else sys.__stderr__  # as Textual does
    if not all(stream and stream.isatty() for stream in (sys.__stdin__, output)):
        raise _no_terminal()
    import gc

    gc.disable()  # the app enables it again once it is ready; what is created before that stays
    from lenovo_desk.tui.app import run_app

    settings = services.settings_file
    if services.language:
        settings.prefer(services.language)
    return run_app(
        services.library,
        services.store,
        settings,
        lambda flow: services.opening(flow, new_case_id(time.time()), "real"),
        first,
        _recovered(services),
        lambda: _training(services, recover),
        services.own_signs,
    )


def take_terminal() -> None:
    """Make the terminal standard input again, once what came through a pipe is read.

    Raises `Stop` when there is none.
    """
    try:
        terminal = os.open("CONIN$" if sys.platform == "win32" else "/dev/tty", os.O_RDWR)
    except OSError:
        raise _no_terminal() from None
    os.dup2(terminal, 0)
    os.close(terminal)


def _no_terminal() -> Stop:
    return Stop("there is no terminal to open the screen in", MISUSED)


def _training(services: Services, recover: bool) -> "Training":
    from lenovo_desk.cli.services import TrainingServices

    return TrainingServices(services, recover=recover)


def _recovered(services: Services) -> str:
    """Recover what a killed program left; return what the agent should read about it."""
    from lenovo_desk.core.engine.session import StoreProblem
    from lenovo_desk.core.reasons import Reason
    from lenovo_desk.core.time.calendar import holidays_end
    from lenovo_desk.core.wording.sentences import filled, name_list, sentence

    words = services.library.words(services.settings_file.current.language)
    try:
        cases = services.store.recover()
    except StoreProblem as problem:
        return sentence(words, None, Reason(problem.code, problem.detail, detail=problem.detail))
    lines = [sentence(words, None, notice) for notice in services.store.notices]
    lines += services.settings_file.problems
    if year := holidays_end(services.settings_file.current.calendar, services.today):
        lines.append(filled(words["calendar.ends"], {"year": year}))
    errors = 0
    if len(services.roots) > 1:
        errors = sum(not problem.warning for problem in services.library.problems())
    if errors:  # Home shows problems of a flow, but nobody would miss a broken card or rule
        lines.append(filled(words["home.broken_content"], {"n": str(errors)}))
    if cases:
        lines.append(filled(words["home.recovered"], {"names": name_list(words, cases)}))
    return "  ".join(lines)
