"""A scripted customer: what they say, what they reveal when asked, how a good call goes."""

import re
from collections.abc import Mapping

from lenovo_desk.core.model.flow import Plain
from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.text import bare, folded

TYPES = ("easy", "emotional", "justice", "stubborn", "self_admiring", "prepared", "connected")
"""An easy customer, and the six difficult types of document 004, by the ids of their cards."""
CAUSES = ("repeat", "hold", "wording")
"""What makes a customer angrier: repeating an answer, a hold, words not meant for customers."""
_SHORT = 3
"""Characters up to which a value may be part of another by chance: a floor in a phone number."""
MAX_MOOD = 10
"""The angriest mood; 0 is calm."""


class Reveal(NamedTuple):
    """A fact that the customer knows."""

    fact: str
    """Its id in the flow, or `flow.fact` for one of another flow of the case."""
    value: str
    """The right value to record, as an agent would type it."""
    says: str
    """What the customer says when asked."""
    asked_by: tuple[str, ...] = ()
    """Fragments of a copied phrase or a typed reply that ask for it."""
    unasked: bool = False
    """Whether the customer's first words say it already."""


class Interruption(NamedTuple):
    """Something the customer says unasked after some time."""

    after: int
    """Seconds into the call, or into each stay at the step `at`."""
    says: str
    at: str = ""
    """The step, as `step` or `flow.step`; empty to count from the beginning of the call."""
    raises: int = 0
    """By how much it raises the customer's mood."""


class Persona(NamedTuple):
    """Who the customer is; trainers read it, trainees do not."""

    name: str
    type: str
    about: str


class Scenario(NamedTuple):
    """A mock call in one language."""

    id: str
    language: str
    digest: str
    """The digest of its plain structure, like a flow's."""
    title: str
    about: str
    """The briefing: what the trainee reads before the call."""
    flow: str
    persona: Persona
    goal: str
    """What the customer wants; for trainers."""
    target: int
    """The most seconds that a good call takes."""
    opens: str
    """The customer's first words."""
    good: tuple[str, ...]
    """The moves of a good call as `core.walking.moves` reads them, from first step to an end."""
    good_call: tuple[str, ...] = ()
    """What a good call does, in sentences, for coaching."""
    says: Mapping[str, tuple[str, ...]] = {}
    """By step (`step` or `flow.step`): a text for each stay there; the last one is repeated."""
    speaks_first: tuple[str, ...] = ()
    """Those of these steps at which the customer speaks before the trainee."""
    reveals: tuple[Reveal, ...] = ()
    objections: Mapping[str, str] = {}
    """By id: objections that a trainer may add."""
    snaps: Mapping[str, tuple[str, ...]] = {}
    """By cause: texts that the customer says in turn when it makes them angrier."""
    interrupts: tuple[Interruption, ...] = ()
    calms: tuple[str, ...] = ()
    """Steps, `step.choice`, items and phrases that calm the customer, each once."""
    start: int = 3
    """The customer's mood when the call begins, 0 to `MAX_MOOD`."""
    limit: int = 0
    """The mood at which the customer hangs up; 0 for never."""
    source: str = ""
    order: int = 100
    country: str = ""
    """Where it happens, as a code of two letters; empty for the country of the desk."""

    def briefs(self, value: str) -> bool:
        """Return whether the briefing, which may be an order, contains a value."""
        search_text, about = bare(value), bare(self.about)
        if len(search_text) > _SHORT:
            return search_text in about
        pattern = rf"(?<![0-9a-z]){re.escape(search_text)}(?![0-9a-z])"
        return bool(search_text) and re.search(pattern, folded(self.about).lower()) is not None


def scenario_from_plain(plain: Plain, language: str, digest: str) -> Scenario:
    """Return the scenario of a plain structure, which was checked when it was read."""
    mood = plain.get("temper", {})
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
        start=int(mood.get("start", "3")),
        limit=int(mood.get("limit", "0")),
        source=plain.get("source", ""),
        order=int(plain.get("order", "100")),
        country=plain.get("country", ""),
    )
