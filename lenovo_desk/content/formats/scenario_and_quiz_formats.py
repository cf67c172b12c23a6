"""The formats of scenarios and quizzes."""

from typing import Any

from lenovo_desk.content.countries import COUNTRIES
from lenovo_desk.content.yaml.collections import Either, ListOf, MapOf, RecordOf, Required
from lenovo_desk.content.yaml.problems import FilePlace, Report
from lenovo_desk.content.yaml.scalars import Duration, Text, Typed, Within, Word, YesNo
from lenovo_desk.content.yaml.tree import Node
from lenovo_desk.core.model.flow import Plain
from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.training.model.scenario import CAUSES, MAX_MOOD, TYPES


class Several(NamedTuple):
    """A text or a list of texts, read as a list."""

    about: str

    def _shape(self) -> Either:
        text = Text(self.about, lines=True)
        return Either(self.about, text=text, list=ListOf(text, self.about, twice=True))

    def read(self, node: Node, owner: FilePlace | str, report: Report) -> list[Any] | None:
        """Return the texts."""
        texts = self._shape().read(node, owner, report)
        return [texts] if isinstance(texts, str) else texts

    def schema(self) -> Plain:
        """Return its JSON Schema."""
        return self._shape().schema()


_ORDER = Within("Where it stands in lists: a smaller number comes first.", 0, 9999)
_STEP = Word("A step: `step`, or `flow.step` of another flow of the case.", dotted=True)
_TEMPER = Within(f"A temper, from 0 (calm) to {MAX_MOOD} (furious).", 0, MAX_MOOD)
_REVEAL = RecordOf(
    {
        "value": Required(Typed("What is right to record, as it would be typed.")),
        "says": Required(Text("What he says when he is asked.", lines=True)),
        "asked_by": ListOf(
            Text("A few characters."),
            "Fragments of a copied phrase or a typed reply that ask him for it.",
        ),
        "told": YesNo("Whether his first words say it already."),
    },
    "A fact that the customer knows.",
)
_INTERRUPT = RecordOf(
    {
        "after": Required(Duration("How long into the call, or into each stay at the step.")),
        "says": Required(Text("What he says.", lines=True)),
        "at": _STEP,
        "raises": Within("How much angrier he is then.", 0, MAX_MOOD),
    },
    "Something he says unasked.",
)
SCENARIO = RecordOf(
    {
        "scenario": Required(Word("Its name, the same as of its file.")),
        "title": Required(Text("Its title.")),
        "about": Required(Text("What the trainee is told before the call.", lines=True)),
        "order": _ORDER,
        "source": Text("The document it comes from."),
        "country": Word(
            "Where it happens; the country of the desk, unless given.", tuple(COUNTRIES)
        ),
        "flow": Required(Word("The flow that the call is worked by.")),
        "persona": Required(
            RecordOf(
                {
                    "name": Required(Text("Who he is.")),
                    "type": Required(Word("Easy, or a difficult type of document 004.", TYPES)),
                    "about": Required(
                        Text("What a trainer who plays him should know.", lines=True)
                    ),
                },
                "The customer.",
            )
        ),
        "goal": Required(Text("What he wants; for trainers.", lines=True)),
        "target": Required(Duration("How long a good call takes at most.")),
        "temper": RecordOf(
            {"start": _TEMPER, "limit": Within("At this he hangs up; 0: never.", 0, MAX_MOOD)},
            "How angry he is when he calls, and when he hangs up.",
        ),
        "opens": Required(Text("What he says first.", lines=True)),
        "says": MapOf(
            Several("What he says there, or a list for the first, second … stay."),
            "What he says at a step, once the trainee had time to say its phrase.",
            _STEP,
        ),
        "speaks_first": ListOf(_STEP, "Of these steps, where he speaks before the trainee."),
        "reveals": MapOf(
            _REVEAL,
            "What he tells when he is asked, by fact: `fact`, or `flow.fact` of another flow.",
            Word("A fact.", dotted=True),
        ),
        "objections": MapOf(Text("What he says.", lines=True), "What a trainer may throw in."),
        "snaps": MapOf(
            Several("What he says, one after the other."),
            "What he says when something makes him angrier.",
            Word("What does.", CAUSES),
        ),
        "interrupts": ListOf(_INTERRUPT, "What he says unasked."),
        "calms": ListOf(
            Word("A step, `step.choice`, item or phrase, of another flow as `flow.…`.", free=True),
            "What calms him, each once.",
        ),
        "good_call": ListOf(
            Text("A sentence.", lines=True), "What a good call does, for coaching."
        ),
        "good": Required(
            ListOf(
                Text("A move, as of the command walk.", lines=True),
                "The moves of a good call, from the first step to an end.",
                twice=True,
            )
        ),
    },
    "A mock call in one language.",
)
QUIZ = RecordOf(
    {
        "quiz": Required(Word("Its name, the same as of its file.")),
        "title": Required(Text("Its title.")),
        "order": _ORDER,
        "questions": Required(
            MapOf(
                RecordOf(
                    {
                        "ask": Required(Text("The question.", lines=True)),
                        "right": Required(Typed("The right answer.")),
                        "wrong": ListOf(
                            Typed("A wrong answer."),
                            "Answers to choose from beside the right one; without them the card "
                            "is recalled freely.",
                        ),
                        "why": Text("Why it is right, shown after the answer.", lines=True),
                        "source": Required(
                            Text("Where it stands: a document, or a public source.")
                        ),
                    },
                    "A card.",
                ),
                "The questions.",
            )
        ),
    },
    "A deck of questions in one language.",
)
