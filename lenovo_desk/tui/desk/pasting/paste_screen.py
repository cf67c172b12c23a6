"""What was read in a pasted message: taken by one key, or refused one by one."""

from pathlib import Path

from textual import events, on
from textual.app import ComposeResult
from textual.strip import Strip

from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.text import clean
from lenovo_desk.core.wording.sentences import filled
from lenovo_desk.tui.commands import BY_ID
from lenovo_desk.tui.desk.pasting.paste_column import (
    DIGITS,
    PaintedPaste,
    PasteLook,
    paint_paste,
)
from lenovo_desk.tui.desk.pasting.paste_targets import PasteTarget, Recording
from lenovo_desk.tui.desk.pasting.proposed_facts import ProposedFact, ReadMessage
from lenovo_desk.tui.digits import digit
from lenovo_desk.tui.kit.base_screen import BaseModal
from lenovo_desk.tui.kit.entry_bar import EntryBar
from lenovo_desk.tui.kit.hint_row import KeyOffer, entry_keys
from lenovo_desk.tui.kit.lines import Lines
from lenovo_desk.tui.kit.theme import inks


class PasteScreen(BaseModal[None], scope="paste"):
    """Proposes what was read in a message. The message itself is kept nowhere but here."""

    CSS_PATH = Path(__file__).with_suffix(".tcss")
    HELP = "help.paste"

    def __init__(self, text: str, target: PasteTarget) -> None:
        """Take a pasted text and the case that it is read for."""
        super().__init__()
        self._target = target
        self._text = ""
        self._reading = ReadMessage()
        self._cursor = 0
        self._painted = PaintedPaste([], {})
        self._read(text)

    def _read(self, text: str) -> None:
        self._text = clean(text).strip()
        self._reading, self._cursor = self._target.reader.read(self._text), 0

    def compose(self) -> ComposeResult:
        yield Lines(self._draw, id="paste")
        self.entry = EntryBar(self._edited, self._leave_entry, id="entry")
        yield self.message_row()
        yield self.entry
        yield self.keys_row()

    # --- painting

    @property
    def _facts(self) -> tuple[ProposedFact, ...]:
        return self._reading.facts

    @property
    def _ticked(self) -> list[ProposedFact]:
        return [fact for fact in self._facts if fact.ticked]

    def _draw(self, width: int, height: int) -> list[Strip]:
        count, words = len(self._facts), self.words
        title = filled(words["pasted.title" if count else "pasted.nothing"], {"n": str(count)})
        look = PasteLook(self._text, self._reading, self._cursor, title)
        self._painted = paint_paste(look, words, inks(self.app), width, height)
        return self._painted.strips

    def offers(self) -> list[KeyOffer]:
        """Return the keys of the open line, else those for the proposals."""
        words, count = self.words, len(self._facts)
        if self.entry.active:
            return entry_keys(words["entry.enter_value"], words, words["pasted.leave_line"])
        word = "begin_n" if self._target.begins else "take_n" if self._ticked else "nothing_taken"
        texts = {"n": str(len(self._ticked))}
        keys, text = self.keys_of("paste.take"), filled(words[f"pasted.{word}"], texts)
        offers = [KeyOffer(keys, text, lit=True)]
        if self._facts:
            keys = f"1-{DIGITS[min(count, len(DIGITS)) - 1]}" if count > 1 else "1"
            offers += [KeyOffer(keys, words["pasted.digits"])]
            edit = BY_ID["paste.edit"]
            offers += [KeyOffer(self.keys_of(edit.id), self.does(edit))]
        drop = BY_ID["paste.drop"]
        return [*offers, KeyOffer(self.keys_of(drop.id), self.does(drop))]

    # --- keys

    @property
    def typing(self) -> bool:
        """Whether a value is being put right."""
        return self.entry.active

    def on_key(self, event: events.Key) -> None:
        """Tick by a digit; all that is typed while the line is open is text."""
        number = digit(event.character)
        if number and not self.entry.active:
            event.stop()
            self._tick(number - 1)

    def on_paste(self, event: events.Paste) -> None:
        """Read another message in place of this one; a paste goes into the open line."""
        event.stop()
        if self.entry.active:
            self.entry.input.take_paste(event.text)
        else:
            self._read(event.text)
            self.show()

    @on(Lines.Picked, "#paste")
    def _clicked(self, event: Lines.Picked) -> None:
        number = self._painted.numbers.get(event.number)
        if number is not None and not self.entry.active:
            self._tick(number)

    def action_cursor(self, step: int) -> None:
        """Move the cursor over the proposals, round the ends."""
        self._cursor = (self._cursor + step) % max(1, len(self._facts))
        self.show()

    def action_tick(self) -> None:
        """Tick the proposal under the cursor, or take the tick back."""
        self._tick(self._cursor)

    def _tick(self, number: int) -> None:
        if number >= len(self._facts):
            return
        self._cursor, fact = number, self._facts[number]
        if fact.same:
            self.show(self.words["pasted.same_already"])
            return
        self._put(number, fact._replace(ticked=not fact.ticked))
        self.show()

    def _put(self, number: int, fact: ProposedFact) -> None:
        facts = list(self._facts)
        facts[number] = fact
        self._reading = self._reading._replace(facts=tuple(facts))

    # --- putting a value right

    def action_edit(self) -> None:
        """Open the line for the value under the cursor."""
        if self._facts:
            fact = self._facts[self._cursor]
            label, _, options = self._target.reader.prompt(fact.intent.fact)
            text = fact.value if options else fact.text
            self.entry.ask(fact.intent.fact, label, text, options, whole=bool(options))
            self.show()

    def _edited(self, field: str, text: str) -> None:
        """Take the value that was typed; one that the case refuses stays in the line."""
        reader, before = self._target.reader, self._facts[self._cursor]
        if not text:
            self._put(self._cursor, before._replace(ticked=False))
        else:
            fact = reader.judge(field, text)
            if isinstance(fact, Reason):
                self.show(reader.sentence(fact), alert=True)
                return
            self._put(self._cursor, fact._replace(ticked=not fact.same, spans=before.spans))
        self._leave_entry()

    def _leave_entry(self) -> None:
        self.entry.close()
        self.show()

    # --- leaving

    def action_take(self) -> None:
        """Record what is ticked; what is refused stays here with its reason."""
        if not self.is_active:  # a second key may arrive at the same moment
            return
        outcome = self._target.record([fact.intent for fact in self._ticked])
        if outcome.problem or outcome.refused:
            self._stay(outcome)

    def _stay(self, outcome: Recording) -> None:
        """Show what is recorded by now, and what is not with its reason."""
        refused = dict(outcome.refused)
        for number, fact in enumerate(self._facts):
            key = fact.intent.fact
            judged = self._target.reader.judge(key, fact.text) if fact.ticked else fact
            if key in refused:
                self._put(number, fact._replace(ticked=False, note=refused[key]))
            elif isinstance(judged, ProposedFact) and judged.same:
                self._put(number, judged._replace(spans=fact.spans))
        self.show(outcome.problem or "  ".join(refused.values()), alert=True)

    def action_drop(self) -> None:
        """Record nothing, and forget the message."""
        if self.is_active:
            self.dismiss(None)
