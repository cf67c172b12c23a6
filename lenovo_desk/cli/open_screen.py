"""The screen, handed the services."""

import time
from typing import TYPE_CHECKING

from lenovo_desk.cli.paths import new_case_id
from lenovo_desk.cli.services import Services

if TYPE_CHECKING:
    from collections.abc import Callable

    from lenovo_desk.training.training_ports import Training
    from lenovo_desk.tui.shell import Shell


def run_trainer(services: Services, case: str = "") -> int:
    """Open the screen with the live mock calls, straight in the trainer's window on one of them.

    For a call that is not there, the list says so. No lock of a call is taken, not even to finish
    what a killed program left half done: that is for the trainees' desks.
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
    """Open the screen; `first` is done as soon as Home is there.

    `recover` finishes mock calls that were left half done.
    """
    import gc

    gc.disable()  # the app turns it on again once it is ready: what is made until then stays
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
    )


def _training(services: Services, recover: bool) -> "Training":
    from lenovo_desk.cli.services import TrainingServices

    return TrainingServices(services, recover=recover)


def _recovered(services: Services) -> str:
    """Bring what a killed program left into the log; return what the agent should read."""
    from lenovo_desk.core.engine.session import StoreProblem
    from lenovo_desk.core.reasons import Reason
    from lenovo_desk.core.wording.sentences import filled, name_list, sentence

    words = services.library.words(services.settings_file.current.language)
    try:
        cases = services.store.recover()
    except StoreProblem as problem:
        return sentence(words, None, Reason(problem.code, problem.detail, detail=problem.detail))
    lines = [sentence(words, None, notice) for notice in services.store.notices]
    lines += services.settings_file.problems
    errors = 0
    if len(services.roots) > 1:
        errors = sum(not problem.warning for problem in services.library.problems())
    if errors:  # a flow says so on Home; cards and rules of wording would be missed by nobody
        lines.append(filled(words["home.broken_content"], {"n": str(errors)}))
    if cases:
        lines.append(filled(words["home.recovered"], {"names": name_list(words, cases)}))
    return "  ".join(lines)
