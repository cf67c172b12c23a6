"""The finished mock calls of everybody, for a trainer to mark; those that wait for ears say so."""

from collections.abc import Callable
from itertools import islice
from typing import TYPE_CHECKING

from lenovo_desk.core.engine.session import StoreProblem
from lenovo_desk.core.wording.books import show_time
from lenovo_desk.training.model.call import Call
from lenovo_desk.training.training_ports import CallStore
from lenovo_desk.tui.desk.side_panes import short_id
from lenovo_desk.tui.kit.picker import Pick, Row

if TYPE_CHECKING:
    from lenovo_desk.tui.app import DeskApp

MOST = 200
"""Calls listed at once, latest first."""


def show_finished(app: "DeskApp", calls: CallStore, show: Callable[[str, bool], object]) -> None:
    """List the finished calls; Enter marks one. `show` says why that cannot be."""
    from lenovo_desk.tui.trainer.marking import mark_call

    words = app.words
    try:
        rows = [_row(app, call) for call in islice(calls.closed(), MOST)]
    except StoreProblem as problem:
        show(app.store_problem(problem), True)
        return
    if not rows:
        show(words["trainer.none_finished"], True)
        return

    def picked(row: Row | None) -> None:
        if row is not None:
            assert isinstance(row.value, str), "a row carries the id of its call"
            if problem := mark_call(app, row.value):
                show(problem, True)

    app.push_screen(
        Pick(words["trainer.finished_title"], rows, words["trainer.finished_hint"]), picked
    )


def _row(app: "DeskApp", call: Call) -> Row:
    """Return a call: when, whose and what; how it went is worked out when the row is in view."""
    from lenovo_desk.tui.trainer.call_watcher import worded
    from lenovo_desk.tui.trainer.marking_view import Marked

    zone = app.settings.current.zone
    when = show_time(app.language, call.events[-1].at.utc, zone)
    marks = app.words["trainer.marks"].format(n=len(call.marks)) if call.marks else ""

    def preview() -> str:
        try:
            worded(call, app.library)
        except StoreProblem as problem:
            return app.store_problem(problem)
        return Marked(call, app.library, app.language, zone).told.verdict

    label = f"{when}  {call.agent}  {call.scenario.title}"
    return Row(label, f"{marks}  {short_id(call.id)}".strip(), preview, call.id)
