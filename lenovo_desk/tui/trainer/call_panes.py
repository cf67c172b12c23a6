"""The panes of a watched call: its status, the trainee's step, the script."""

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
    """Reads a watched call and draws it.

    Every `up` is a moment of the trainer's clock, in seconds since boot.
    """

    def __init__(self, shell: Shell, watcher: CallWatcher) -> None:
        assert watcher.call is not None, "a call that cannot be read is not shown"
        self._shell, self._watcher = shell, watcher
        self.wording = Wording(shell.library, shell.language)
        self.customer = Customer((), 0, frozenset(), False)
        self.cursor = ScriptCursor()
        self.side_by_side = False
        """Whether the script is shown beside the step instead of below it."""
        self.digits: dict[int, int] = {}
        """The index of a script line by the digit shown before it."""
        self.rows: dict[int, int] = {}
        """The index of a script line by the row it is drawn in."""
        self._trainee: tuple[TranscriptLine, ...] = ()
        self._transcript: list[TranscriptLine] = []
        self._serial = 0
        self._status = ""

    @property
    def call(self) -> Call:
        """The call as last read."""
        assert self._watcher.call is not None, "it was read before the window opened"
        return self._watcher.call

    def read(self, up: float) -> str:
        """Update the panes from the call; return a message if it has just ended, else ""."""
        call, case, end_message = self.call, self._watcher.case, ""
        self._trainee = trainee_lines(call, self.wording)
        self._hear()
        moved_on = case.here.serial != self._serial or case.status != self._status
        if case.status == "closed" and self._status != "closed":
            text = self.wording.fill("trainer.over", end=end_text(case, self.wording))
            shell = self._shell
            end_message = with_keys(text, "trainer", shell.settings.current.keys, shell.words)
        self._serial, self._status = case.here.serial, case.status
        lines = script_lines(call.scenario, case, self.wording)
        self.cursor.follow(lines, self.said(), moved_on, up)
        return end_message

    def pass_time(self, up: float) -> None:
        """Update what the customer has said by now; nothing new was read."""
        self._hear()
        self.cursor.go_on(self.said(), up)

    def _hear(self) -> None:
        self.customer = self._watcher.customer()
        self._transcript = transcript(self._trainee, self.customer.utterances, self.wording)

    def said(self) -> frozenset[str]:
        """Return the customer's texts, with those that the trainee's desk has yet to take in."""
        pending = {spoken.text for spoken in self._watcher.pending()}
        return frozenset({utterance.text for utterance in self.customer.utterances} | pending)

    # --- drawing

    @property
    def _face(self) -> Face:
        shell = self._shell
        return Face(shell.words, shell.language, self._watcher.case.zone, inks(shell))

    def draw_status(self, width: int, height: int) -> list[Strip]:
        """Return the status rows: which call it is, its time and the customer's mood."""
        return call_status_rows(self._watcher, self.call, self.customer, self._face, width)

    def draw_step(self, width: int, height: int) -> list[Strip]:
        """Return the rows of the trainee's step and of the conversation."""
        watcher, shell = self._watcher, self._shell
        view = StepView(
            self.call.flows, watcher.case, watcher.now(), shell.library, shell.words, shell.language
        )
        size = (width, height)
        return trainee_rows(view, self._transcript, watcher.pending(), self._face, size)

    def draw_script(self, width: int, height: int) -> list[Strip]:
        """Return the rows of the script around the cursor."""
        ink, words = inks(self._shell), self._shell.words
        heading = [] if self.side_by_side else [_rule(width, ink.dim)]
        # the line that the customer will say unprompted, and those already said
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
