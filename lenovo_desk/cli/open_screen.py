"""The screen, handed its rooms."""

import time
from typing import TYPE_CHECKING

from lenovo_desk.cli.paths import new_case_id
from lenovo_desk.cli.services import Rooms

if TYPE_CHECKING:
    from collections.abc import Callable

    from lenovo_desk.training.training_ports import Training
    from lenovo_desk.tui.shell import Shell


def run_trainer(rooms: Rooms, case: str = "") -> int:
    """Open the screen with the live mock calls, straight in the trainer's window on one of them.

    A call that is not there is said on the list. No lock of a call is taken, not even to finish
    what a killed program left half done: that is for the trainees' desks.
    """

    def first(shell: "Shell") -> None:
        from lenovo_desk.tui.trainer.live_calls import show_calls

        show_calls(shell, case)

    return run_screen(rooms, first, recover=False)


def run_screen(
    rooms: Rooms,
    first: "Callable[[Shell], object] | None" = None,
    recover: bool = True,
) -> int:
    """Open the screen; `first` is done as soon as Home is there.

    `recover` finishes mock calls that were left half done.
    """
    import gc

    gc.disable()  # the app turns it on again once it is ready: what is made until then stays
    from lenovo_desk.tui.app import run

    settings = rooms.settings_file
    if rooms.language:
        settings.prefer(rooms.language)
    return run(
        rooms.library,
        rooms.store,
        settings,
        lambda flow: rooms.opening(flow, new_case_id(time.time()), "real"),
        first,
        _recovered(rooms),
        lambda: _training(rooms, recover),
    )


def _training(rooms: Rooms, recover: bool) -> "Training":
    from lenovo_desk.cli.training_services import TrainingRooms

    return TrainingRooms(rooms, recover=recover)


def _recovered(rooms: Rooms) -> str:
    """Bring what a killed program left into the log; return what the agent should be told."""
    from lenovo_desk.core.engine.session import StoreProblem
    from lenovo_desk.core.reasons import Reason
    from lenovo_desk.core.wording.sentences import filled, listed, sentence

    words = rooms.library.words(rooms.settings_file.current.language)
    try:
        done = rooms.store.recover()
    except StoreProblem as problem:
        return sentence(words, None, Reason(problem.code, problem.detail, detail=problem.detail))
    told = [sentence(words, None, notice) for notice in rooms.store.notices]
    told += rooms.settings_file.problems
    wrong = sum(not one.warning for one in rooms.library.problems()) if len(rooms.roots) > 1 else 0
    if wrong:  # a flow says so on Home; cards and rules of wording would be missed by nobody
        told.append(filled(words["home.broken_content"], {"n": str(wrong)}))
    if done:
        told.append(filled(words["home.recovered"], {"names": listed(words, done)}))
    return "  ".join(told)
