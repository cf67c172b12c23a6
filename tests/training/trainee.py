"""Simulated trainees: they drive a mock session by the intents that the screen uses."""

import random
from collections.abc import Iterable

from lenovo_desk.content.countries import local_values
from lenovo_desk.content.practice_values import practice_values
from lenovo_desk.core.engine.gates import open_fact
from lenovo_desk.core.engine.session import NoJournal
from lenovo_desk.core.engine.step_lines import shown_choices, shown_facts, shown_items, shown_lines
from lenovo_desk.core.model import intents as it
from lenovo_desk.core.model.case import Case, at_end, flow_here
from lenovo_desk.core.model.events import Refusal
from lenovo_desk.core.phrase_views import copy_intent
from lenovo_desk.core.walking.moves import WalkMove, move_intent, parse_move
from lenovo_desk.core.walking.walker import LibraryFlows
from lenovo_desk.core.wording.books import fill_phrase
from lenovo_desk.search.guard import guard
from lenovo_desk.training.customer.conversation import fact_key
from lenovo_desk.training.customer.customer import Customer, customer
from lenovo_desk.training.customer.fast_clock import MockClock
from lenovo_desk.training.mock_session import MockSession
from lenovo_desk.training.model.call import Call, TrainerMark
from lenovo_desk.training.model.scenario import Scenario
from lenovo_desk.training.model.scorecard import Scorecard
from lenovo_desk.training.scoring.phrase_measures import seconds_to_say
from tests.hand_clock import HandClock
from tests.shipped_content import library, materials

ZONES = {"zh": "Asia/Shanghai", "fr": "Europe/Paris"}
BEGIN = 1_795_500_000.0
"""24 November 2026, 06:00 UTC."""
FAST = 15.0


def settings(language: str) -> tuple[tuple[str, str], ...]:
    """Return what fills the blanks of phrases."""
    desk = {"agent_name": "Camille Martin", "agent_initials": "CM", "agent_phone": "13812345678"}
    return tuple({**practice_values(language), **desk}.items())


class Trainee:
    """Somebody at a mock call; what he does follows, what he does not is a subclass's or a test's.

    Every move may be refused: `refused` keeps what was.
    """

    def __init__(self, scenario: Scenario, scorecard: Scorecard | None = None) -> None:
        language = scenario.language
        self.scenario = scenario
        self.base = HandClock(BEGIN + 1000.0, "boot", tick=0.0)
        self.session = MockSession(
            LibraryFlows(library()),
            NoJournal(),
            MockClock(self.base),
            scenario,
            scorecard or materials().scorecard(language),
            Case(),
        )
        self.refused: list[tuple[it.Intent, Refusal]] = []
        zone = ZONES.get(language, "UTC")
        opening = it.OpenCase(
            "call", scenario.flow, "camille", "hotline", language, zone, settings(language), "mock"
        )
        opening = opening._replace(country=scenario.country, local=local_values(scenario.country))
        self.do(opening)
        self.do(it.BeginMockCall(scenario.id, language, scenario.digest, "card"))

    # What he sees

    @property
    def case(self) -> Case:
        """The case as it stands."""
        return self.session.case

    def call(self, *marks: TrainerMark) -> Call:
        """Return the call up to now."""
        return self.session.call._replace(marks=marks)

    def customer(self) -> Customer:
        """Return the customer as he is now."""
        return customer(self.session.call, self.session.now())

    @property
    def over(self) -> bool:
        """Whether the case is closed."""
        return self.case.status == "closed"

    # What he does

    def do(self, intent: it.Intent) -> bool:
        """Do something; whether it was accepted."""
        answer = self.session.do(intent)
        if isinstance(answer, Refusal):
            self.refused.append((intent, answer))
            return False
        return True

    def passes(self, seconds: float) -> None:
        """Let time pass by the call's clock, looking each second as the screen does."""
        self.base.forward(seconds)
        self.session.tick()

    def waits(self, seconds: float) -> None:
        """Let a wait pass, fast where the clock can run fast."""
        if self.do(it.SetClock(FAST)):
            self.passes(seconds / FAST + 0.1)  # the clock is read to the millisecond
        else:
            self.refused.pop()
            self.passes(seconds)

    def says(self) -> None:
        """Stay as long as it takes to say the first phrase, if it is to be said."""
        for line, verdict in shown_lines(self.session.flows, self.case, self.session.now()):
            if verdict.open:
                if line.via in ("call", "in_person"):
                    formats = library().book(self.case.here.top.flow, self.case.language).formats
                    self.passes(seconds_to_say(self.phrase(line.phrase), formats) + 0.1)
                break

    def phrase(self, name: str) -> str:
        """Return a phrase of this step as the case says it."""
        flow = flow_here(self.session.flows, self.case)
        book = library().book(flow.id, self.case.language)
        return fill_phrase(book.phrases[name], book, flow, self.case).text.strip()

    def asks(self, fact: str) -> None:
        """Ask the customer for a fact that he knows and has not told."""
        found = open_fact(self.session.flows, self.case, fact)
        key = found[0].key(found[1].id) if found else fact
        known = {
            fact_key(self.session.flows, self.scenario, one.fact) for one in self.scenario.reveals
        }
        if key in known and key not in self.customer().revealed:
            self.do(it.AskCustomer(fact))

    def writes(self, text: str, via: str = "private", phrase: str = "") -> bool:
        """Write a reply; the guard reads it as it does on the screen."""
        rules = (*library().guard_rules(), *self.session.scorecard.statements)
        flags = tuple(finding.rule for finding in guard(text, rules))
        return self.do(it.WriteReply(text, via, phrase, flags))

    def moves(self, move: WalkMove) -> None:
        """Make one move of the good call as well as can be."""
        match move.kind:
            case "wait":
                self.waits(float(move.value))
            case "copy":
                self.do(copy_intent(library(), self.session, move.name))
            case "fact":
                self.asks(move.name)
                self.do(it.RecordFact(move.name, move.value))
            case "choice":
                self.says()
                self.do(move_intent(move, self.session.flows, self.case))
            case "reply":
                self.writes(move.name, move.value)
            case "end":
                self.closes()
            case "at" | "refused":
                pass
            case _:
                self.do(move_intent(move, self.session.flows, self.case))

    def closes(self) -> None:
        """Close the case at its end."""
        self.do(it.CloseCase())

    def plays(self, moves: Iterable[str] | None = None) -> "Trainee":
        """Work the good call, or other moves in its words."""
        for text in self.scenario.good if moves is None else moves:
            self.moves(parse_move(text))
        if not self.over and at_end(self.session.flows, self.case):
            self.closes()
        return self


class Careless(Trainee):
    """Forgets ticks, facts and phrases unless he is stopped, mistypes, and asks twice."""

    def __init__(self, scenario: Scenario, seed: int) -> None:
        super().__init__(scenario)
        self._chance = random.Random(seed)
        self._left_out: list[WalkMove] = []
        self._ticked: list[WalkMove] = []

    def moves(self, move: WalkMove) -> None:
        """Leave out every third thing until a gate asks for it; type every fifth fact wrong."""
        if move.kind in ("fact", "tick", "copy") and self._chance.random() < 0.35:
            self._left_out.append(move)
            return
        if move.kind == "fact" and self._chance.random() < 0.2:
            self.asks(move.name)
            self.do(it.AskCustomer(move.name))
            typed = self.case.n
            super().moves(move._replace(value=f"{move.value} 000"[:20]))
            if self.case.n > typed:
                return
        before = self.case.n, len(self.case.trail)
        super().moves(move)
        if move.kind in ("choice", "end") and len(self.case.trail) == before[1] and self._left_out:
            for one in self._left_out:
                super().moves(one)
            self._left_out = []
            super().moves(move)
            if move.kind == "choice" and len(self.case.trail) == before[1]:
                for one in self._ticked:  # what was ticked for another value has fallen
                    super().moves(one)
                super().moves(move)
        self._ticked = [*self._ticked, move] if move.kind == "tick" else self._ticked
        if len(self.case.trail) != before[1]:
            self._ticked = []


class Hasty(Trainee):
    """Tries the next step before anything else is done, says nothing, puts people on hold."""

    def plays(self, moves: Iterable[str] | None = None) -> "Hasty":
        """Try each choice first; do what it needs only then."""
        waiting: list[WalkMove] = []
        for text in self.scenario.good if moves is None else moves:
            move = parse_move(text)
            if move.kind != "choice":
                waiting.append(move)
                continue
            if not self.do(it.MakeChoice(move.name)):
                self.do(it.ToggleHold())
                self.passes(1.0)
                self.do(it.ToggleHold())
                for one in waiting:
                    self.moves(one)
                self.do(it.MakeChoice(move.name))
            waiting = []
        for one in waiting:
            self.moves(one)
        return self

    def says(self) -> None:
        """Say nothing."""


class Random(Trainee):
    """Does whatever can be done, and some of what cannot."""

    def __init__(self, scenario: Scenario, seed: int) -> None:
        super().__init__(scenario)
        self._chance = random.Random(seed)

    def moves_once(self) -> None:
        """Make one move, any."""
        chance, flows, now = self._chance, self.session.flows, self.session.now()
        if self.case.status == "parked":
            self.passes(chance.choice((1.0, 5000.0)))
            self.do(it.ResumeCase())
            return
        self.passes(chance.choice((0.0, 1.0, 7.0, 30.0)))
        choices = [choice.id for choice, _ in shown_choices(flows, self.case, now)]
        facts = [field.spec.id for field in shown_facts(flows, self.case, now)]
        items = [box.item.id for box in shown_items(flows, self.case, now)]
        lines = [line for line, _ in shown_lines(flows, self.case, now)]
        kind = chance.choice(("choice", "choice", "choice", "fact", "fact", "item", "item", "copy",
                              "reply", "ask", "back", "hold", "clock", "open", "leave", "note",
                              "park"))  # fmt: skip
        if kind == "choice" and choices:
            self.do(it.MakeChoice(chance.choice(choices)))
        elif kind == "fact" and facts:
            name = chance.choice(facts)
            self.do(it.RecordFact(name, self._value(name)))
        elif kind == "item" and items:
            self.do(it.TickItem(chance.choice(items), chance.random() < 0.8))
        elif kind == "copy" and lines:
            self.do(copy_intent(library(), self.session, chance.choice(lines).phrase))
        elif kind == "reply":
            known = [one.value for one in self.scenario.reveals] or ["x"]
            text = chance.choice((self.scenario.opens, chance.choice(known), "Bonjour"))
            self.writes(text, chance.choice(("public", "private", "sms")))
        elif kind == "ask" and self.scenario.reveals:
            self.do(it.AskCustomer(chance.choice(self.scenario.reveals).fact))
        elif kind == "back":
            self.do(it.StepBack())
        elif kind == "hold":
            self.do(it.ToggleHold())
        elif kind == "clock":
            self.do(it.SetClock(chance.choice((1.0, FAST))))
        elif kind == "open" and chance.random() < 0.3:
            self.do(it.EnterFlow(chance.choice(("escalation", "crisis", "callback"))))
        elif kind == "leave":
            self.do(it.LeaveFlow())
        elif kind == "note":
            self.do(it.AddNote("…"))
        elif kind == "park" and chance.random() < 0.2:
            self.do(it.ParkCase("later", "+1h"))

    def _value(self, name: str) -> str:
        found = open_fact(self.session.flows, self.case, name)
        assert found, "a fact that is shown is known"
        spec, chance = found[1], self._chance
        if spec.rows:
            return "|".join(_sample(column.kind, column.options, chance) for column in spec.rows)
        return _sample(spec.kind, spec.options, chance)


def _sample(kind: str, options: tuple[str, ...], chance: random.Random) -> str:
    if options:
        return chance.choice(options)
    return {
        "number": chance.choice(("0", "3", "220")),
        "yes_no": chance.choice(("yes", "no")),
        "date": "today",
        "datetime": chance.choice(("now", "+2h")),
        "phone": "0612345678",
        "email": "a@example.com",
        "serial": "PF0ABC12",
        "url": "https://example.com/x",
    }.get(kind, "something")
