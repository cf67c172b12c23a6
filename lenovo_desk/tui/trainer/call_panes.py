"""What a trainer sees of a call that is watched: its status, the trainee's step, the script."""

from rich.style import Style
from textual.strip import Strip

from lenovo_desk.core.step_view import StepView
from lenovo_desk.core.wording.wording import Wording
from lenovo_desk.training.customer.customer import Customer
from lenovo_desk.training.model.call import Call
from lenovo_desk.training.reports.event_text import end_text
from lenovo_desk.tui.command_words import with_keys
from lenovo_desk.tui.kit.face import Face
from lenovo_desk.tui.kit.lines import line
from lenovo_desk.tui.kit.theme import inks
from lenovo_desk.tui.shell import Shell
from lenovo_desk.tui.trainer.call_transcript import TranscriptLine, trainee_lines, transcript
from lenovo_desk.tui.trainer.call_watcher import CallWatcher
from lenovo_desk.tui.trainer.script_cursor import ScriptCursor
from lenovo_desk.tui.trainer.script_pane import DrawnScript, draw_script, script_lines
from lenovo_desk.tui.trainer.trainee_pane import call_status_rows, trainee_rows


class CallPanes:
    """Reads the call and draws it; `up` is the moment by the trainer's clock, in seconds."""

    def __init__(self, shell: Shell, watcher: CallWatcher) -> None:
        assert watcher.call is not None, "a call that cannot be read is not shown"
        self._shell, self._watcher = shell, watcher
        self.wording = Wording(shell.library, shell.language)
        self.customer = Customer((), 0, frozenset(), False)
        self.cursor = ScriptCursor()
        self.side_by_side = False
        """Whether the script stands beside the step, not below it."""
        self.digits: dict[int, int] = {}
        """The lines of the script by the digits before them."""
        self.rows: dict[int, int] = {}
        """The lines of the script by the rows they are drawn in."""
        self._trainee: tuple[TranscriptLine, ...] = ()
        self._transcript: list[TranscriptLine] = []
        self._serial = 0
        self._status = ""

    @property
    def call(self) -> Call:
        """The call as it was read last."""
        assert self._watcher.call is not None, "it was read before the window opened"
        return self._watcher.call

    def read(self, up: float) -> str:
        """Read the call again; return that it is over, in words, when it has just ended."""
        call, case, over = self.call, self._watcher.case, ""
        self._trainee = trainee_lines(call, self.wording)
        self._hear()
        moved_on = case.here.serial != self._serial or case.status != self._status
        if case.status == "closed" and self._status != "closed":
            over = self.wording.fill("trainer.over", end=end_text(case, self.wording))
            shell = self._shell
            over = with_keys(over, "trainer", shell.settings.current.keys, shell.words)
        self._serial, self._status = case.here.serial, case.status
        lines = script_lines(call.scenario, case, self.wording)
        self.cursor.follow(lines, self.said(), moved_on, up)
        return over

    def pass_time(self, up: float) -> None:
        """Hear what the customer says as time passes."""
        self._hear()
        self.cursor.go_on(self.said(), up)

    def _hear(self) -> None:
        self.customer = self._watcher.customer()
        self._transcript = transcript(self._trainee, self.customer.utterances, self.wording)

    def said(self) -> frozenset[str]:
        """Return all that the customer said, also what the trainee's desk has not taken in."""
        pending = {spoken.text for spoken in self._watcher.pending()}
        return frozenset({utterance.text for utterance in self.customer.utterances} | pending)

    # --- drawing

    @property
    def _face(self) -> Face:
        shell = self._shell
        return Face(shell.words, shell.language, self._watcher.case.zone, inks(shell))

    def draw_status(self, width: int, height: int) -> list[Strip]:
        """Return which call it is, its time and the customer's mood."""
        return call_status_rows(self._watcher, self.call, self.customer, self._face, width)

    def draw_step(self, width: int, height: int) -> list[Strip]:
        """Return the trainee's step and the conversation."""
        watcher, shell = self._watcher, self._shell
        view = StepView(
            self.call.flows, watcher.case, watcher.now(), shell.library, shell.words, shell.language
        )
        size = (width, height)
        return trainee_rows(view, self._transcript, watcher.pending(), self._face, size)

    def draw_script(self, width: int, height: int) -> list[Strip]:
        """Return the lines around the cursor."""
        ink, words = inks(self._shell), self._shell.words
        heading = [] if self.side_by_side else [_rule(width, ink.dim)]
        # what to say of the line that comes by itself, and of those that were said
        marks = {self.customer.next: words["trainer.coming"]}
        marks |= dict.fromkeys(self.said(), words["trainer.said"])
        lines, number = self.cursor.lines, self.cursor.number
        size = (width, height - len(heading))
        drawing: DrawnScript = draw_script(lines, number, marks, self.wording, ink, size)
        self.rows = {row + len(heading): n for row, n in drawing.rows.items()}
        self.digits = dict(drawing.digits)
        return [*heading, *drawing.strips]


def _rule(width: int, style: Style) -> Strip:
    return line([("─" * width, style)], width, style)
