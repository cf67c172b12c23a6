"""The mock calls of one trainee, each leading to its score."""

from lenovo_desk.core.wording.books import time_text
from lenovo_desk.core.wording.wording import Wording
from lenovo_desk.training.reports.classroom import (
    Classroom,
    attempt_verdict,
    failures_text,
    scenario_title,
)
from lenovo_desk.training.reports.progress import Trainee
from lenovo_desk.training.reports.score_sheet import percent_text
from lenovo_desk.tui.kit.pages.picker import Picker
from lenovo_desk.tui.kit.pages.picker_rows import PickerRow
from lenovo_desk.tui.kit.times_and_ids import clock_text
from lenovo_desk.tui.shell import Shell
from lenovo_desk.tui.training_messages import ShowScore


def show_trainee_calls(shell: Shell, room: Classroom, trainee: Trainee) -> None:
    """List the calls of a trainee, latest first; Enter shows the score of one."""
    words, zone = shell.words, shell.settings.current.zone
    wording = Wording(shell.library, shell.language)
    rows = []
    for attempt in reversed(trainee.attempts):
        when = time_text(wording.formats, attempt.at, zone)
        parts = [percent_text(attempt.percent, wording), attempt_verdict(attempt, wording)]
        title = scenario_title(attempt, room)
        rows.append(
            PickerRow(
                f"{when}  {title}",
                attempt.case,
                f"{'  '.join(parts)}  {clock_text(attempt.seconds)}",
                failures_text(attempt, room),
            )
        )

    def picked(case: str | None) -> None:
        if case is not None:
            shell.go(ShowScore(case, lambda: show_list(case)))

    def show_list(first: str | None) -> None:
        shell.push_screen(Picker(trainee.agent, rows, words["class.calls_hint"], first), picked)

    show_list(None)
