"""The trainer's cursor in the script, and how it follows the trainee's steps."""

from collections.abc import Collection

from lenovo_desk.tui.trainer.script_pane import ScriptLine, next_line

GUARD = 0.4
"""Seconds after the cursor moved by itself during which keys say nothing."""
AGAIN = 0.25
"""Seconds after a line during which keys say nothing, so that a held key says one line."""


class ScriptCursor:
    """A cursor over the lines of the script.

    Every `up` is a moment of the trainer's clock, in seconds since boot.
    """

    def __init__(self) -> None:
        self.lines: tuple[ScriptLine, ...] = ()
        self.number = 0
        self._by_hand = False
        """Whether the trainer put it where it is."""
        self._guard = 0.0

    @property
    def line(self) -> ScriptLine:
        """The line under the cursor."""
        return self.lines[self.number]

    def follow(
        self,
        lines: tuple[ScriptLine, ...],
        spoken_texts: Collection[str],
        moved_on: bool,
        up: float,
    ) -> None:
        """Replace the lines by those for the call's current step.

        `moved_on` says that the step is a new one.
        """
        before = self.lines[self.number] if self.number < len(self.lines) else None
        self.lines = lines
        if moved_on:
            self._arrive(before, spoken_texts, up)
        elif before in lines:
            self.number = lines.index(before)
        self.number = min(self.number, len(lines) - 1)
        self.go_on(spoken_texts, up)

    def _arrive(self, before: ScriptLine | None, spoken_texts: Collection[str], up: float) -> None:
        """Go to the next line of a new step, unless the trainer chose an unsaid one."""
        self._guard = up + GUARD
        fresh = {line.text: n for n, line in enumerate(self.lines) if line.text not in spoken_texts}
        if self._by_hand and before is not None and before.text in fresh:
            self.number = fresh[before.text]
        else:
            self.number, self._by_hand = next_line(self.lines, spoken_texts), False

    def go_on(self, spoken_texts: Collection[str], up: float) -> None:
        """Leave a line that the customer said unprompted, unless the trainer chose it."""
        if not self._by_hand and self.line.text in spoken_texts:
            number = next_line(self.lines, spoken_texts)
            if number != self.number:
                self.number, self._guard = number, up + GUARD

    def put(self, number: int) -> None:
        """Move the cursor to a line, as the trainer's choice."""
        self.number, self._by_hand = max(0, min(number, len(self.lines) - 1)), True

    def next_block(self, step: int, spoken_texts: Collection[str]) -> None:
        """Move `step` blocks on, wrapping round at the end."""
        blocks = list(dict.fromkeys(line.block for line in self.lines))
        self.to_block(blocks[(blocks.index(self.line.block) + step) % len(blocks)], spoken_texts)

    def to_block(self, block: str, spoken_texts: Collection[str]) -> bool:
        """Go to the first unsaid line of a block; return whether the block has any lines."""
        numbers = [n for n, line in enumerate(self.lines) if line.block == block]
        fresh = [n for n in numbers if self.lines[n].text not in spoken_texts]
        if numbers:
            self.put((fresh or numbers)[0])
        return bool(numbers)

    def may_say(self, number: int, up: float) -> bool:
        """Return whether a key may say line `number` at this moment."""
        return up >= self._guard and number < len(self.lines)

    def has_said(self, spoken_texts: Collection[str], up: float) -> None:
        """Move on after the trainer said a line."""
        self._guard, self._by_hand = up + AGAIN, False
        if self.line.text in spoken_texts:
            self.number = next_line(self.lines, spoken_texts)
