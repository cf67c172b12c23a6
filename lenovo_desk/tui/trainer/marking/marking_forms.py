"""The forms in which a trainer marks a scored call; a refused form keeps its texts."""

from collections.abc import Callable

from lenovo_desk.core.wording.language_formats import formats_of
from lenovo_desk.core.wording.sentences import filled
from lenovo_desk.training.model.call import TrainerMark
from lenovo_desk.training.model.scorecard import MANUAL, Failure
from lenovo_desk.training.reports.score_sheet import points_text
from lenovo_desk.training.scoring.score import FailureScore, LineScore
from lenovo_desk.tui.kit.pages.form import Ask, Check, Form, Wrong
from lenovo_desk.tui.shell import Shell

Done = Callable[[str], object]
"""Takes the message to show once a mark is saved."""


class MarkingForms:
    """Saves marks of one call in the name of this desk's agent."""

    def __init__(self, shell: Shell, case: str, done: Done) -> None:
        self._app, self._case, self._done = shell, case, done

    def line(self, score: LineScore, draft: str = "") -> None:
        """Ask for a line's points, and for a reason if the line was measured.

        `draft` is what is already typed of the points.
        """
        words, most = self._app.words, score.line.points
        manual = score.line.measure == MANUAL

        def wrong(text: str) -> str:
            if score.line.read(text) is None:
                return filled(words["trainer.bad_points"], {"most": self._number(most)})
            return ""

        def check(answers: list[str]) -> str | Wrong:
            text, reason = answers
            if problem := wrong(text):
                return Wrong(problem, 0)
            if not (reason or manual):
                return Wrong(words["trainer.needs_reason"], 1)
            return self._keep("line", score.line.id, score.line.read(text) or 0.0, reason)

        measured = (
            "" if manual else filled(words["trainer.measured"], {"n": self._number(score.measured)})
        )
        earlier = self._number(score.mark.points) if score.mark else ""
        asks = [
            Ask(
                filled(words["trainer.points"], {"most": self._number(most)}),
                draft or earlier,
                measured,
                wrong=wrong,
                begun=bool(draft),
            ),
            Ask(
                words["trainer.reason_may" if manual else "trainer.reason"],
                self._reason(score.mark),
                begun=True,
            ),
        ]
        self._ask(score.line.title, asks, check, "trainer.kept_points")

    def failure(self, failure: Failure, failed: FailureScore | None) -> None:
        """Ask why something fails the call, or why it does not, if it does so far."""
        pardon = failed is not None and failed.pardon is None
        what = "pardon" if pardon else "failure"
        title = filled(self._app.words[f"trainer.{what}_title"], {"name": failure.title})
        self._reasoned(title, what, failure.id)

    def remark(self) -> None:
        """Ask for a remark on the whole call."""
        self._reasoned(self._app.words["trainer.remark_title"], "remark", "")

    def _reasoned(self, title: str, what: str, name: str) -> None:
        words = self._app.words

        def check(answers: list[str]) -> str:
            if not answers[0]:
                return words["trainer.needs_text" if what == "remark" else "trainer.needs_reason"]
            return self._keep(what, name, 0.0, answers[0])

        label = words["trainer.remark" if what == "remark" else "trainer.reason"]
        self._ask(title, [Ask(label)], check, f"trainer.kept_{what}")

    def _ask(self, title: str, asks: list[Ask], check: Check, kept_word: str) -> None:
        words = self._app.words

        def done(entered: bool | None) -> None:
            if entered:
                self._done(words[kept_word])

        form = Form(title, asks, check, words["form.hint"], about=self._case)
        self._app.push_screen(form, done)

    def _keep(self, what: str, name: str, points: float, reason: str) -> str:
        """Save a mark; return why it cannot be saved, or an empty string."""
        shell = self._app
        calls = shell.training.calls
        by, at = shell.settings.current.agent.id, calls.clock.now().utc
        mark = TrainerMark(what, name, points, reason, by, at)
        return shell.refusal(lambda: calls.mark(self._case, mark))

    def _number(self, points: float) -> str:
        return points_text(points, formats_of(self._app.words))

    @staticmethod
    def _reason(mark: TrainerMark | None) -> str:
        return mark.reason if mark else ""
