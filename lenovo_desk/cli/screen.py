"""The screen, handed its rooms."""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from lenovo_desk.cli.place import new_case_id
from lenovo_desk.cli.rooms import Rooms

if TYPE_CHECKING:
    from lenovo_desk.training.ports import Training
    from lenovo_desk.tui.app import DeskApp


def run_screen(rooms: Rooms, first: "Callable[[DeskApp], object] | None" = None) -> int:
    """Open the screen; `first` is done as soon as Home is there."""
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
        lambda: _training(rooms),
    )


def _training(rooms: Rooms) -> "Training":
    from lenovo_desk.cli.training import TrainingRooms

    return TrainingRooms(rooms)


def _recovered(rooms: Rooms) -> str:
    """Bring what a killed program left into the log; return what the agent should be told."""
    from lenovo_desk.core.reasons import Reason
    from lenovo_desk.core.sentences import filled, sentence
    from lenovo_desk.core.session import StoreProblem

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
        told.append(filled(words["home.recovered"], {"names": ", ".join(done)}))
    return "  ".join(told)
