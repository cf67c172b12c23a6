"""The closed mock calls of all trainees, for a trainer to mark."""

from itertools import islice

from lenovo_desk.core.wording.books import time_text
from lenovo_desk.core.wording.language_formats import formats_of
from lenovo_desk.training.model.call import Call
from lenovo_desk.training.training_ports import CallStore
from lenovo_desk.tui.kit.pages.picker import Picker
from lenovo_desk.tui.kit.pages.picker_rows import PickerRow
from lenovo_desk.tui.kit.times_and_ids import short_id
from lenovo_desk.tui.shell import Shell, ShowMessage

MOST = 200
"""The most calls that are listed, latest first."""


def show_closed_calls(shell: Shell, calls: CallStore, show: ShowMessage) -> None:
    """List the finished calls; Enter marks one. `show` says why that cannot be."""
    from lenovo_desk.tui.trainer.marking.marking_screen import mark_call

    words = shell.words
    closed = shell.attempt(lambda: list(islice(calls.closed(), MOST)), show)
    if closed is None:
        return
    rows = [_row(shell, call) for call in closed]
    if not rows:
        show(words["trainer.none_finished"], True)
        return

    def picked(case: str | None) -> None:
        if case is not None and (problem := mark_call(shell, case)):
            show(problem, True)

    shell.push_screen(
        Picker(words["trainer.finished_title"], rows, words["trainer.finished_hint"]), picked
    )


def _row(shell: Shell, call: Call) -> PickerRow[str]:
    """Return a call's row: when, who and what; its score is worked out when the row is in view."""
    from lenovo_desk.tui.trainer.call_watcher import check_worded
    from lenovo_desk.tui.trainer.marking.marking_view import MarkableCall

    zone = shell.settings.current.zone
    when = time_text(formats_of(shell.words), call.events[-1].at.utc, zone)
    marks = shell.words["trainer.marks"].format(n=len(call.marks)) if call.marks else ""

    def preview() -> str:
        problem = shell.refusal(lambda: check_worded(call, shell.library))
        return problem or MarkableCall(call, shell.library, shell.language, zone).sheet.verdict

    label = f"{when}  {call.agent}  {call.scenario.title}"
    return PickerRow(label, call.id, f"{marks}  {short_id(call.id)}".strip(), preview)
