"""The moves of a walk: what an agent does, and what must hold after it."""

import re

from lenovo_desk.core.engine.gates import open_fact
from lenovo_desk.core.model import intents as it
from lenovo_desk.core.model.case import Case, step_here
from lenovo_desk.core.model.flow import Flows
from lenovo_desk.core.model.intents import Intent
from lenovo_desk.core.named_tuple import NamedTuple

GRAMMAR = """\
moves, applied in the order they are written:
  complaint, 2          a choice, by its id or number
  channel=private       record a fact; channel= takes it out again
  due=14:00 why:REASON  record a time that makes a promise end later
  +sms_sent  -sms_sent  tick an item, take the tick back
  wait:15m              let time pass (s, m, h, d)
  copy:thanks           take a phrase
  back                  step back
  open:escalation       open another flow inside the case
  leave                 come back from it
  park:REASON@WHEN      put the case aside; resume takes it up again
  hold                  put the customer on hold, or come back
  note:TEXT             write something down
  reply:VIA:TEXT        write a reply of one's own (public, private, sms, ticket)
  abandon:REASON        close the case before its end
what must hold, or the walk stops:
  @complaint            the case is at this step
  =escalated            the case has come to this end; it is closed
  !escalated            this move is refused now
"""
UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
_FACT = re.compile(r"([a-z][a-z0-9_.]*)=(.*)", re.DOTALL)
_WAIT = r"(\d{1,7})([smhd])"
_PLAIN = ("back", "leave", "resume", "hold")
_VALUED = ("wait", "copy", "open", "park", "abandon", "note", "reply")
_MARKS = {"+": "tick", "-": "untick", "@": "at", "=": "end", "!": "refused"}


class WalkMove(NamedTuple):
    """One word of a walk: a move, or a condition that must hold."""

    text: str
    """The word as it was written."""
    kind: str
    name: str = ""
    value: str = ""
    line: int = 0
    """Its line in the transcript, from 1; 0 outside a transcript."""


def parse_move(text: str, line: int = 0) -> WalkMove:
    """Return the move that a word stands for.

    Raises `ValueError` with a sentence for the user when it stands for none.
    """
    word = text.strip()
    if word in _PLAIN:
        return WalkMove(word, word, line=line)
    if kind := _MARKS.get(word[:1]):
        return _marked(word, kind, line)
    if fact := _FACT.fullmatch(word):
        return WalkMove(word, "fact", fact[1], fact[2], line)
    kind, colon, value = word.partition(":")
    if colon and kind in _VALUED:
        return _valued(word, kind, value, line)
    if not word:
        raise ValueError("an empty word is no move")
    return WalkMove(word, "choice", word, line=line)


def _marked(word: str, kind: str, line: int) -> WalkMove:
    name = word[1:].strip()
    if not name:
        raise ValueError(f'"{word}" lacks what it is about')
    if kind == "refused" and parse_move(name).kind in ("at", "end", "refused", "wait"):
        raise ValueError(f'"{word}": only a move can be refused')
    return WalkMove(word, kind, name, line=line)


def _valued(word: str, kind: str, value: str, line: int) -> WalkMove:
    if kind == "wait":
        span = re.fullmatch(_WAIT, value)
        if not span:
            raise ValueError(f'"{word}" is no length of time; write wait:90s, wait:15m or wait:1d')
        return WalkMove(word, kind, value=str(int(span[1]) * UNITS[span[2]]), line=line)
    if kind == "park":
        reason, at, when = value.rpartition("@")
        if not at:
            raise ValueError(f'"{word}" lacks a time; write park:REASON@WHEN')
        return WalkMove(word, kind, reason, when, line)
    if kind == "reply":
        via, colon, text = value.partition(":")
        if not colon:
            raise ValueError(f'"{word}" lacks a medium; write reply:private:TEXT')
        return WalkMove(word, kind, via.strip(), text.strip(), line)
    return WalkMove(word, kind, value.strip(), line=line)


def transcript_moves(text: str) -> list[WalkMove]:
    """Return the moves of a transcript, which has one on each line.

    Empty lines and lines with `#` are skipped. Raises `ValueError`, with the line's number first,
    when a line is no move.
    """
    moves = []
    for number, line in enumerate(text.split("\n"), 1):
        word = line.strip()
        if word and not word.startswith("#"):
            try:
                moves.append(parse_move(word, number))
            except ValueError as error:
                raise ValueError(f"{number}: {error}") from None
    return moves


def _recording(move: WalkMove, flows: Flows, case: Case) -> Intent:
    """Return the intent to record a fact; only a date or time is followed by why it moves."""
    place = open_fact(flows, case, move.name) if case.trail else None
    value, why = move.value, ""
    if place and place[1].kind in ("date", "datetime"):
        value, _, why = move.value.partition(" why:")
    return it.RecordFact(move.name, value, why.strip())


def move_intent(move: WalkMove, flows: Flows, case: Case) -> Intent:
    """Return the intent of a move; a number stands for the choice with that number."""
    match move.kind:
        case "fact":
            if not move.value.strip():
                return it.ClearFact(move.name)
            return _recording(move, flows, case)
        case "tick" | "untick":
            return it.TickItem(move.name, move.kind == "tick")
        case "back":
            return it.StepBack()
        case "open":
            return it.EnterFlow(move.name)
        case "leave":
            return it.LeaveFlow()
        case "park":
            return it.ParkCase(move.name, move.value)
        case "resume":
            return it.ResumeCase()
        case "abandon":
            return it.AbandonCase(move.name)
        case "hold":
            return it.ToggleHold()
        case "note":
            return it.AddNote(move.name)
        case "reply":
            return it.WriteReply(move.value, move.name)
    name = move.name
    if name.isdecimal() and case.trail:
        choices = step_here(flows, case).choices
        if 1 <= int(name) <= len(choices):
            name = choices[int(name) - 1].id
    return it.MakeChoice(name)
