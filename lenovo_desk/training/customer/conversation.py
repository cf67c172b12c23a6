"""The conversation of a mock call, worked out from its events and their times."""

from collections.abc import Iterator
from math import inf

from lenovo_desk.core.engine.fold import apply
from lenovo_desk.core.engine.gates import Verdict
from lenovo_desk.core.engine.step_lines import shown_lines
from lenovo_desk.core.model import events as ev
from lenovo_desk.core.model.case import Case, Frame, step_here
from lenovo_desk.core.model.events import Event
from lenovo_desk.core.model.flow import WRITTEN, Flows, PhraseLine
from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.text import bare
from lenovo_desk.core.time.clock import Stamp, elapsed
from lenovo_desk.training.model.call import Call
from lenovo_desk.training.model.scenario import MAX_MOOD, Interruption, Reveal, Scenario

MINUTE = 60.0
"""Seconds of a hold after each of which the customer's mood rises by one."""
LISTENS = 6.0
"""Seconds that the customer gives the trainee to say a step's phrase before answering.

They start again when something is typed or recorded, since a blank is filled before its phrase is
said, and when a call is resumed after a crash. A step whose phrases are written is answered only
after the trainee has moved on: nobody answers a message before it is sent.
"""
MOMENT = 2.0
"""Seconds within which a trainer's line may repeat what the customer has just said unprompted."""
_PUTS_OFF = (ev.FieldDrafted, ev.FactRecorded, ev.CaseResumed, ev.CustomerSpoke)
"""The acts that start `LISTENS` again: entering something, coming back, a trainer's line."""
_OWN = "ticket"
"""The medium of the trainee's own notes, which no customer reads."""
_ANSWERS = -1
"""The index that stands for the customer's answer among the interruptions to come."""


class Utterance(NamedTuple):
    """Something the customer said or did."""

    at: float
    """Seconds into the call; time parked or away is not counted."""
    why: str
    """`opens`, `says`, `reveal`, `repeat`, `snap`, `interrupt`, `line`, `objection`, `hang_up`,
    or `unknown` when the trainee asked for what the script does not know."""
    text: str
    """Empty for `unknown`, and for a hang-up without words."""
    n: int
    """The event that led to it, or the last one before it when only time passed."""


def fact_key(flows: Flows, scenario: Scenario, fact: str) -> str:
    """Return the case's key for a fact as a scenario names it: `fact` or `flow.fact`."""
    flow, dot, name = fact.rpartition(".")
    flow_id = flow if dot else scenario.flow
    if flow_id in flows and name in flows[flow_id].facts:
        return flows[flow_id].key(name)
    return fact


class Conversation:
    """The state of a conversation, advanced event by event."""

    def __init__(self, flows: Flows, scenario: Scenario) -> None:
        self.flows, self.scenario = flows, scenario
        self.events: tuple[Event, ...] = ()
        self.case = Case()
        self.at = 0.0
        self.utterances: list[Utterance] = []
        self.mood = scenario.start
        self.revealed: set[str] = set()
        self.hung_up = False
        self.next = ""
        self._answers = inf
        self._came = 0
        self._since = 0.0
        self._minutes = 0
        self._hold_began = 0.0
        self._stays: set[int] = set()
        self._counts: dict[str, int] = {}
        self._interrupted: set[tuple[int, int]] = set()
        self._calms = set(scenario.calms)

    def copy(self) -> "Conversation":
        """Return a copy that can wait without changing this one."""
        other = Conversation.__new__(Conversation)
        other.__dict__.update(self.__dict__)
        other.utterances, other._counts = [*self.utterances], {**self._counts}
        other._interrupted = {*self._interrupted}
        return other

    def is_of(self, call: Call) -> bool:
        """Return whether it belongs to this call: the same script, on the same flow structures."""
        if self.flows is not call.flows:  # each reading of a watched call makes its flows again
            for name in self.case.digests:
                if self.flows[name].digest != call.flows[name].digest:
                    return False
        return self.scenario is call.scenario or self.scenario == call.scenario

    def second(self, at: Stamp) -> float:
        """Return how many seconds into the call a moment is."""
        if self.case.last is None or self.case.status != "open":
            return self.at
        return self.case.handled + elapsed(self.case.last, at).seconds

    def take(self, event: Event) -> None:
        """Advance by one event."""
        before, act = self.case, event.act
        after = apply(self.flows, before, event)
        self.wait_until(after.handled)
        if isinstance(act, ev.CustomerSpoke) and act.text == self.next:
            self.next = ""
        elif isinstance(act, _PUTS_OFF):
            self._answers = max(self._answers, self.at + LISTENS)
        elif not isinstance(act, ev.MockCallBegun):
            self._speak()
        self.case = after
        if self.hung_up:
            return
        match act:
            case ev.CaseOpened():
                self.revealed = {key for key, reveal in self._reveals() if reveal.unasked}
                self._say("opens", self.scenario.opens)
            case ev.ChoiceMade():
                flow = before.here.top.flow
                self._calm(f"{act.step}.{act.choice}", f"{flow}.{act.step}.{act.choice}")
            case ev.ItemTicked(on=True):
                self._calm(act.item, f"{before.here.top.flow}.{act.item}")
            case ev.PhraseCopied():
                self._calm_by_phrase(act.phrase)
                self._hear(act.text)
            case ev.ReplyWritten():
                self._calm_by_phrase(act.phrase)
                self._hear(act.text)
                if act.flags:
                    self._anger("wording", 2)
            case ev.HoldStarted():
                self._hold_began, self._minutes = self.at, 0
                self._anger("hold")
            case ev.HoldEnded() if self._minutes:
                self._snap("hold")
            case ev.CustomerAsked():
                self._answer(act.fact)
            case ev.CustomerSpoke() if not self._just_said(act):
                self._say(act.kind, act.text)
                self.hung_up = act.kind == "hang_up"
        if not self.hung_up and self.case.status == "open":
            self._arrive()

    def _arrive(self) -> None:
        """Begin a new stay with what the script has for it; the step may calm the customer."""
        visit, top = self.case.here, self.case.here.top
        if visit.came != self._came:
            self._came, self._since = visit.came, self.at
            self._calm(top.step, f"{top.flow}.{top.step}")
            names = self._names(top)
            name = next((name for name in names if name in self.scenario.says), "")
            if name and visit.serial not in self._stays:
                self.next = self._next(f"says {name}", self.scenario.says[name])
                media = {line.via for line, _ in self._phrase_lines()} - {_OWN}
                self._answers = inf if media <= {*WRITTEN} else self.at + LISTENS
                if not media or name in self.scenario.speaks_first:
                    self._speak()
            self._stays.add(visit.serial)
        lines = step_here(self.flows, self.case).say if self._calms else ()
        calming = (name for line in lines for name in (line.phrase, f"{top.flow}.{line.phrase}"))
        if not self._calms.isdisjoint(calming):
            in_view = (line.phrase for line, verdict in self._phrase_lines() if verdict.open)
            self._calm_by_phrase(next(in_view, ""))

    def wait_until(self, second: float) -> None:
        """Advance to a second of the call, with all the customer says meanwhile."""
        while not self.hung_up and self.case.status == "open":
            if self.case.holding is not None:
                due = self._hold_began + MINUTE * (self._minutes + 1)
                if due > second:
                    break
                self.at, self._minutes = due, self._minutes + 1
                self._raise(1)
                continue
            coming = min(self._coming(), default=None)
            if coming is None or coming[0] > second:
                break
            self.at = max(self.at, coming[0])
            if coming[1] == _ANSWERS:
                self._speak()
                continue
            interruption = self.scenario.interrupts[coming[1]]
            self._interrupted.add(coming[1:])
            self._say("interrupt", interruption.says)
            self._raise(interruption.raises)
        self.at = max(self.at, second)

    def _coming(self) -> Iterator[tuple[float, int, int]]:
        """Yield what is to come: when, which interruption or `_ANSWERS`, and for which visit."""
        if self.next:
            yield self._answers, _ANSWERS, 0
        for index, interruption in enumerate(self.scenario.interrupts):
            stay = self.case.here.serial if interruption.at else 0
            if (index, stay) not in self._interrupted and self._is_there(interruption):
                yield (self._since if interruption.at else 0.0) + interruption.after, index, stay

    def _phrase_lines(self) -> tuple[tuple[PhraseLine, Verdict], ...]:
        return shown_lines(self.flows, self.case, self.case.last or Stamp(0.0, "", 0.0))

    def _is_there(self, interruption: Interruption) -> bool:
        return not interruption.at or interruption.at in self._names(self.case.here.top)

    def _names(self, top: Frame) -> tuple[str, ...]:
        """Return the names that a scenario may use for a step, the longer one first."""
        full = f"{top.flow}.{top.step}"
        return (full, top.step) if top.flow == self.scenario.flow else (full,)

    def _reveals(self) -> list[tuple[str, Reveal]]:
        reveals = self.scenario.reveals
        return [(fact_key(self.flows, self.scenario, reveal.fact), reveal) for reveal in reveals]

    def _answer(self, fact: str) -> None:
        reveal = dict(self._reveals()).get(fact)
        if reveal is None:
            return self._say("unknown", "")
        if fact not in self.revealed:
            self.revealed = {*self.revealed, fact}
            return self._say("reveal", reveal.says)
        self._anger("repeat")
        if not self.hung_up:
            self._say("repeat", reveal.says)
        return None

    def _hear(self, text: str) -> None:
        """Reveal the facts that a copied phrase or a reply asks for."""
        words = bare(text)
        for key, reveal in self._reveals():
            asks = any(_within(fragment, words) for fragment in reveal.asked_by)
            if asks and key not in self.revealed:
                self.revealed = {*self.revealed, key}
                self._say("reveal", reveal.says)

    def _say(self, why: str, text: str) -> None:
        self.utterances.append(Utterance(round(self.at, 3), why, text, self.case.n))

    def _speak(self) -> None:
        """Say the answer that was waiting for the trainee's phrase."""
        if self.next and not self.hung_up:
            self._say("says", self.next)
            self.next = ""

    def _just_said(self, act: ev.CustomerSpoke) -> bool:
        """Return whether a trainer's line repeats what the customer has just said unprompted."""
        since = self.at - MOMENT * self.case.rate
        recent_texts = [
            utterance.text
            for utterance in self.utterances
            if utterance.why == "says" and utterance.at > since
        ]
        return act.kind == "line" and act.text in recent_texts

    def _next(self, name: str, texts: tuple[str, ...]) -> str:
        """Return the next text for an occasion; the last one is repeated."""
        count = self._counts.get(name, 0)
        self._counts[name] = count + 1
        return texts[min(count, len(texts) - 1)]

    def _snap(self, cause: str) -> None:
        texts = self.scenario.snaps.get(cause, ())
        if texts:
            self._say("snap", self._next(f"snap {cause}", texts))

    def _anger(self, cause: str, by: int = 1) -> None:
        self._snap(cause)
        self._raise(by)

    def _raise(self, by: int) -> None:
        self.mood = min(MAX_MOOD, self.mood + by)
        if by and 0 < self.scenario.limit <= self.mood:
            self._say("hang_up", "")
            self.hung_up = True

    def _calm(self, *names: str) -> None:
        for name in names:
            if name in self._calms:
                self._calms = self._calms - {name}
                self.mood = max(0, self.mood - 1)

    def _calm_by_phrase(self, phrase: str) -> None:
        if phrase:
            self._calm(phrase, f"{self.case.here.top.flow}.{phrase}")


def _within(fragment: str, words: str) -> bool:
    search_text = bare(fragment)
    return bool(search_text) and search_text in words
