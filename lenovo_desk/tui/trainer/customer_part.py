"""The customer's part in a watched call; the lock of a file gives it to one trainer."""

from contextlib import suppress

from lenovo_desk.core.engine.session import StoreProblem
from lenovo_desk.training.model.call import SpokenLine
from lenovo_desk.training.training_ports import CallStore, TrainerLine
from lenovo_desk.tui.trainer.call_watcher import CallWatcher


class CustomerPart:
    """Writes the customer's lines; nothing else of the call is ever written."""

    def __init__(self, calls: CallStore, watcher: CallWatcher) -> None:
        self._calls, self._watcher = calls, watcher
        self.line: TrainerLine | None = None
        """The trainer's file; None while another trainer has it or the call is closed."""

    def take(self) -> StoreProblem | None:
        """Open the trainer's file unless it is open; return the problem if it cannot be opened."""
        if self.line is not None or self._watcher.case.status == "closed":
            return None
        try:
            self.line = self._calls.line(self._watcher.id)
        except StoreProblem as problem:
            return problem
        return None

    def release(self) -> None:
        """Close the trainer's file, so that another trainer can play the customer."""
        line, self.line = self.line, None
        if line is not None:
            with suppress(StoreProblem):
                line.close()

    def say(self, kind: str, text: str) -> SpokenLine:
        """Have the customer say or do something. Raises `StoreProblem` like `TrainerLine.say`."""
        assert self.line is not None, "who may speak has the file"
        return self.line.say(kind, text)
