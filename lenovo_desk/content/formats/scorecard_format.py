"""The format of the scorecard."""

from lenovo_desk.content.formats.card_and_rule_formats import STATEMENT
from lenovo_desk.content.yaml.collections import Either, ListOf, MapOf, RecordOf, Required
from lenovo_desk.content.yaml.scalars import Text, Within, Word, YesNo
from lenovo_desk.training.model.scorecard import MANUAL, MEASURES

_LINE = RecordOf(
    {
        "title": Text("The line in English."),
        "measure": Required(
            Word(f"What is measured, or {MANUAL}: a trainer marks it.", (*MEASURES, MANUAL))
        ),
        "points": Required(Within("What it weighs.", 0, 1000, broken=True)),
        "each": Within(
            "Points that each fault costs; else its share of all there was to do.",
            0,
            1000,
            broken=True,
        ),
        "allowed": Within("Faults that cost nothing.", 0, 1000),
    },
    "A line.",
)
_SECTION = RecordOf(
    {"title": Text("The section in English."), "lines": Required(MapOf(_LINE, "Its lines."))},
    "Lines that belong together.",
)
_FAILURE = RecordOf(
    {
        "title": Text("It in English."),
        "tried": ListOf(
            Word("A fact, item or wait: `id` or `flow.id`.", dotted=True),
            "A gate tried while one of these was missing is one; facts and items when tried again.",
        ),
        "stated": YesNo("Whether a statement of it in a written reply is one."),
        "posted": YesNo("Whether something personal of the customer in a public text is one."),
    },
    "What fails a call whatever its points.",
)
SCORECARD = RecordOf(
    {
        "pass": Required(Within("Percent of the points that pass a call.", 0, 100, broken=True)),
        "certification": Required(
            RecordOf(
                {
                    "passed": Required(Within("So many passed calls certify …", 1, 100)),
                    "of": Required(Within("… among so many last ones.", 1, 100)),
                },
                "What certifies a trainee.",
            )
        ),
        "sections": Required(MapOf(_SECTION, "The sections.")),
        "failures": MapOf(_FAILURE, "The failures."),
    },
    "How mock calls are scored, with English words.",
)
_TITLE = Text("The words for it.")
SCORECARD_SCRIPT = RecordOf(
    {
        "sections": Required(MapOf(_TITLE, "The sections.")),
        "lines": Required(MapOf(_TITLE, "The lines.")),
        "failures": MapOf(_TITLE, "The failures."),
        "statements": MapOf(STATEMENT, "Wordings that fail a call."),
    },
    "The words of the scorecard in one language.",
)
SCORECARD_ANYWHERE = RecordOf(
    {
        **{
            key: shape.shape if isinstance(shape, Required) else shape
            for key, shape in {**SCORECARD.fields, **SCORECARD_SCRIPT.fields}.items()
        },
        "sections": Required(
            MapOf(Either("A section, or its title.", text=_TITLE, map=_SECTION), "The sections.")
        ),
        "failures": MapOf(
            Either("A failure, or its title.", text=_TITLE, map=_FAILURE), "The failures."
        ),
    },
    "The scorecard; all but titles and statements stands in flows/scorecard.yaml alone.",
)
"""The format for editors, which accepts both kinds of scorecard files."""
