"""A scripted customer: what they say, what they reveal when asked, and what a good call does."""

import re
from collections.abc import Mapping

from lenovo_desk.core.model.flow import Plain
from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.text import bare, folded

TYPES = ("easy", "emotional", "justice", "stubborn", "self_admiring", "prepared", "connected")
"""An easy customer, and the six of document 004, by the ids of their cards."""
CAUSES = ("repeat", "hold", "wording")
"""What makes a customer angrier: repeating an answer, a hold, words not for customers."""
_SHORT = 3
"""Characters of a value that may stand in another by chance, as a floor in a telephone number."""
MAX_MOOD = 10
"""A mood runs from 0, calm, to this."""


class Reveal(NamedTuple):
    """A fact that the customer knows."""

    fact: str
    """Its id in the flow, or `flow.fact` for one of another flow of the case."""
    value: str
    """What is right to record, as it would be typed."""
    says: str
    """What the customer says when asked."""
    asked_by: tuple[str, ...] = ()
    """Fragments of a copied phrase or a typed reply that ask for it."""
    unasked: bool = False
    """Whether the customer's first words say it already."""


class Interruption(NamedTuple):
    """What the customer says unasked, `after` seconds into the call or into each stay at a step."""

    after: int
    says: str
    at: str = ""
    """A step, `step` or `flow.step`; empty: into the call."""
    raises: int = 0
    """How much angrier the customer is then."""


class Persona(NamedTuple):
    """Who the customer is; read by trainers, not shown to the trainee."""

    name: str
    type: str
    about: str


class Scenario(NamedTuple):
    """A mock call in one language."""

    id: str
    language: str
    digest: str
    """Of its plain structure, like a flow's."""
    title: str
    about: str
    """What the trainee reads before the call."""
    flow: str
    persona: Persona
    goal: str
    """What the customer wants; for trainers."""
    target: int
    """Seconds that a good call takes at most."""
    opens: str
    """What the customer says first."""
    good: tuple[str, ...]
    """The moves of a good call, in the words of `core.moves`, from the first step to an end."""
    good_call: tuple[str, ...] = ()
    """What a good call does, in sentences, for coaching."""
    says: Mapping[str, tuple[str, ...]] = {}
    """By step (`step` or `flow.step`): what is said at each stay there; the last text again."""
    speaks_first: tuple[str, ...] = ()
    """Of these steps, where the customer speaks before the trainee."""
    reveals: tuple[Reveal, ...] = ()
    objections: Mapping[str, str] = {}
    """By id: what a trainer may throw in."""
    snaps: Mapping[str, tuple[str, ...]] = {}
    """By cause: what the customer says when it makes them angrier, one after the other."""
    interrupts: tuple[Interruption, ...] = ()
    calms: tuple[str, ...] = ()
    """Steps, `step.choice`, items and phrases that calm the customer, each once."""
    start: int = 3
    """The customer's mood when the call begins, 0 to `MAX_MOOD`."""
    limit: int = 0
    """The mood at which the customer hangs up; 0: never."""
    source: str = ""
    order: int = 100

    def briefs(self, value: str) -> bool:
        """Return whether what the trainee reads before the call, such as an order, says a value."""
        sought, about = bare(value), bare(self.about)
        if len(sought) > _SHORT:
            return sought in about
        alone = rf"(?<![0-9a-z]){re.escape(sought)}(?![0-9a-z])"
        return bool(sought) and re.search(alone, folded(self.about).lower()) is not None


def scenario_from_plain(plain: Plain, language: str, digest: str) -> Scenario:
    """Return the scenario of a plain structure that was checked when it was read."""
    temper = plain.get("temper", {})
    return Scenario(
        id=plain["scenario"],
        language=language,
        digest=digest,
        title=plain["title"],
        about=plain["about"],
        flow=plain["flow"],
        persona=Persona(**plain["persona"]),
        goal=plain["goal"],
        target=plain["target"],
        opens=plain["opens"],
        good=tuple(plain["good"]),
        good_call=tuple(plain.get("good_call", ())),
        says={step: tuple(texts) for step, texts in plain.get("says", {}).items()},
        speaks_first=tuple(plain.get("speaks_first", ())),
        reveals=tuple(
            Reveal(
                fact,
                reveal["value"],
                reveal["says"],
                tuple(reveal.get("asked_by", ())),
                reveal.get("told", False),
            )
            for fact, reveal in plain.get("reveals", {}).items()
        ),
        objections=dict(plain.get("objections", {})),
        snaps={cause: tuple(texts) for cause, texts in plain.get("snaps", {}).items()},
        interrupts=tuple(
            Interruption(
                interruption["after"],
                interruption["says"],
                interruption.get("at", ""),
                int(interruption.get("raises", "0")),
            )
            for interruption in plain.get("interrupts", ())
        ),
        calms=tuple(plain.get("calms", ())),
        start=int(temper.get("start", "3")),
        limit=int(temper.get("limit", "0")),
        source=plain.get("source", ""),
        order=int(plain.get("order", "100")),
    )
