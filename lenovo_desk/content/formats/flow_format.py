"""The formats of flows, scripts and shared facts."""

from lenovo_desk.content.yaml.collections import Either, ListOf, MapOf, RecordOf, Required
from lenovo_desk.content.yaml.scalars import Duration, Number, PromiseTerm, Shape, Text, Word, YesNo
from lenovo_desk.core.model.derivations import DERIVATIONS
from lenovo_desk.core.model.flow import KINDS, MATTERS, VIAS
from lenovo_desk.core.wording.books import AUTHORITIES

_VALUE = Word("A value of the fact.", free=True)
WHEN = MapOf(
    Either(
        "The value the fact must have, a list of which it must have one, or {known: yes|no}.",
        text=_VALUE,
        list=ListOf(_VALUE, "The fact must have one of these values."),
        map=RecordOf(
            {"known": Required(YesNo("Whether the fact must be recorded (yes) or not (no)."))},
            "Whether the fact is recorded at all.",
        ),
    ),
    "Hides the line unless every fact named here matches; asks for a fact not yet recorded.",
    Word("A fact of this flow, or `result` at a step that runs another flow."),
)
NEEDS = ListOf(
    Word("A fact, item or wait."),
    "Locks the line, visibly, until these facts, items and waits are there.",
)
GATE: dict[str, Shape | Required] = {"when": WHEN, "needs": NEEDS}

COVERS = ListOf(
    Word("A fact."), "What it consents to: it falls when one of these facts differs afterwards."
)
_ITEM_GATE: dict[str, Shape | Required] = {**GATE, "covers": COVERS}
_BOUNDS: dict[str, Shape | Required] = {
    "past": YesNo("Whether it has happened: a date or moment that cannot lie ahead."),
    "future": YesNo("Whether it is promised or proposed: a date or moment still to come."),
    "not_before": Word("A date or datetime fact that it cannot precede."),
    "not_after": Word("A date or datetime fact that it cannot follow."),
}

_KIND = Word("What the fact holds.", KINDS)
_OPTIONS = ListOf(Word("A possible value."), "The possible values of a choice.")
_COLUMN = Either(
    "A column: its type, or a mapping with type and what else a fact of that type may have.",
    text=_KIND,
    map=RecordOf(
        {
            "type": Required(_KIND),
            "options": _OPTIONS,
            "unit": Text("The unit of a number."),
            "min": Number("The least number."),
            "max": Number("The greatest number."),
            "past": _BOUNDS["past"],
            "future": _BOUNDS["future"],
        },
        "A column of rows.",
    ),
)
_OWN: dict[str, Shape | Required] = {
    "type": _KIND,
    "options": _OPTIONS,
    "unit": Text("The unit of a number."),
    "min": Number("The least number."),
    "max": Number("The greatest number."),
    "personal": YesNo("Whether it is personal data: sealed, and never said in public."),
    "public": YesNo("Whether it is public by nature, as a handle is, though it is sealed."),
    "plain": YesNo("Whether a text never names anybody; other texts are personal data."),
    "matters": Word("Money, data or consent: a signature or decision must cover it.", MATTERS),
    "short": YesNo("Whether it may be a short service number, such as 3900 or 10086."),
    **_BOUNDS,
    "none": YesNo("Whether one can record that there is none, by typing 0."),
    "many": YesNo("Whether it holds several values."),
    "rows": MapOf(_COLUMN, "A table: its columns, each with its type."),
}
FACT = RecordOf(
    {
        **_OWN,
        "derive": Word("Follows from other facts by this function.", tuple(DERIVATIONS)),
        "of": ListOf(Word("A fact."), "The facts that derive reads, in its order."),
        "chosen": YesNo("Whether only choices record it, so that nobody can type it."),
        **GATE,
    },
    "A fact to record. Without a type it names one of facts.yaml.",
)

_FACT_USES = Either(
    "Names, or a mapping from each name to its when and needs.",
    list=ListOf(Word("A name."), "Names."),
    map=MapOf(RecordOf(GATE, "When it is shown and what it needs."), "Names with their gates."),
)
_DIALLED = Either(
    "Whom the agent calls here, the first number that is known: names, or each with its when.",
    list=ListOf(Word("A fact that is a phone number, or a number of the settings."), "Names."),
    map=MapOf(RecordOf({"when": WHEN}, "When it is dialled."), "Names with their gates."),
)
_ITEM_USES = Either(
    "Names, or a mapping from each name to its when, needs and covers.",
    list=ListOf(Word("A name."), "Names."),
    map=MapOf(
        RecordOf(_ITEM_GATE, "When it is shown, what it needs and what it covers."),
        "Names with their gates.",
    ),
)
_LINE = RecordOf(
    {
        "phrase": Required(Word("A phrase of the scripts.")),
        "via": Required(Word("The medium it goes by.", VIAS)),
        **GATE,
    },
    "A phrase to say, send or post here.",
)
_CHOICE = RecordOf(
    {
        "label": Text("The choice in English."),
        "goto": Required(Word("The step it leads to.")),
        **GATE,
        "covers": ListOf(Word("A fact."), "What it decides: these facts hold fast after it."),
        "set": MapOf(
            Word("A value; `now` for the moment of the choice.", free=True),
            "Facts that this choice records.",
        ),
        "again": ListOf(Word("A fact."), "Facts to record anew after this choice."),
        "park": Duration("The choice parks the case for this long."),
    },
    "A way out of the step.",
)
_MOMENT = Word("A fact, item, step or choice (`step.choice`).", dotted=True)
STEP = RecordOf(
    {
        "stage": Word("The stage it belongs to."),
        "title": Text("What this step is, in English."),
        "do": Text("What the agent does, in English.", lines=True),
        "caution": Text("A warning to be seen before acting, in English.", lines=True),
        "say": ListOf(_LINE, "Phrases, in the order they are offered."),
        "items": _ITEM_USES,
        "facts": _FACT_USES,
        "wait": RecordOf(
            {
                "id": Required(Word("Its name, for needs.")),
                "for": Required(Duration("How long from entering the step.")),
            },
            "No earlier than.",
        ),
        "due": RecordOf(
            {
                "before": Word("A date or datetime fact."),
                "after": Word("A date or datetime fact."),
                "by": Duration("How long before or after it."),
                "within": Duration("How long from entering the step."),
            },
            "No later than.",
        ),
        "dial": _DIALLED,
        "run": Word("Another flow, worked inside this step; its end is the result."),
        "then": MapOf(Word("A step."), "Where results lead by themselves, without a choice."),
        "choices": MapOf(_CHOICE, "The ways out, in the order of their numbers."),
        "end": Word("The case ends here, with this disposition or result."),
    },
    "One screen of the flow.",
)
_DEADLINE = RecordOf(
    {
        "within": PromiseTerm("No later than this after from."),
        "every": PromiseTerm("Again and again, no later than this after the last time."),
        "from": Required(_MOMENT),
        "until": Required(_MOMENT),
        "when": WHEN,
        "clock": Word(
            "work: over working time, as the desk's calendar has it.", ("work", "always")
        ),
        "pause": ListOf(Word("A step."), "Steps at which the clock stands still."),
    },
    "A promise: until happens no later than so long after from.",
)
_FORM = RecordOf(
    {
        "fields": Required(ListOf(Word("A fact or an item."), "What it asks for, in its order.")),
        "sign": Either(
            "The signers, or a mapping from each to the item that is their signature.",
            list=ListOf(Word("A signer."), "The signers."),
            map=MapOf(
                Either(
                    "The item that is this signature, or by_hand.",
                    text=Word("The item that is this signature; by_hand for one on paper only."),
                    list=ListOf(Word("An item."), "Items of which any is this signature."),
                ),
                "Signers with their items.",
            ),
        ),
    },
    "A form to fill in and print.",
)
_EMBARGO = RecordOf(
    {
        "via": Required(ListOf(Word("A medium.", VIAS), "The media that are locked.")),
        "until": Required(ListOf(Word("A fact."), "The facts of which any lifts it.")),
    },
    "Media locked in the whole case, from this flow on until a fact is recorded.",
)

_PRIORITY = RecordOf(
    {
        "danger": WHEN,
        "urgent": WHEN,
        "first": WHEN,
    },
    "What makes a case of this flow come first on Home and the board: what its facts must be.",
)
_LABEL = Text("The words for it.")
_FACT_KEY = Word("A fact, or `fact.column`.", dotted=True)
_CUES = MapOf(
    ListOf(Text("A word."), "Words of this language."),
    "Words that announce a fact in a pasted message, or as fact.value tell its value.",
    Word("A fact, or `fact.value`.", dotted=True),
)
WORDS: dict[str, Shape | Required] = {
    "stages": MapOf(_LABEL, "The stages."),
    "facts": MapOf(_LABEL, "The facts, and the columns of rows as fact.column.", _FACT_KEY),
    "options": MapOf(MapOf(_LABEL, "The values."), "The values of each fact.", _FACT_KEY),
    "items": MapOf(_LABEL, "The items to tick."),
    "waits": MapOf(_LABEL, "The waits."),
    "ends": MapOf(_LABEL, "The dispositions and results."),
    "deadlines": MapOf(_LABEL, "The deadlines."),
    "forms": MapOf(_LABEL, "The forms."),
    "signers": MapOf(_LABEL, "Who signs forms."),
    "cues": _CUES,
}

_AUTHORITY = Word("How binding the wording is.", AUTHORITIES, instead="proposed")

_STEP_WORDS = RecordOf(
    {
        "title": Text("What this step is."),
        "do": Text("What the agent does.", lines=True),
        "caution": Text("A warning to be seen before acting.", lines=True),
        "choices": MapOf(_LABEL, "The choices."),
    },
    "The words of a step.",
)
RETIRED = MapOf(_STEP_WORDS, "Words of steps and choices that only older cases still have.")

FLOW = RecordOf(
    {
        "flow": Required(Word("The name of the flow, the same as of its file.")),
        "title": Text("The title in English."),
        "source": Text("The document it comes from."),
        "roles": ListOf(Word("A role."), "Who works it; such flows come first on Home."),
        "order": Number("Where it stands in lists: flows with a smaller number come first."),
        "start": YesNo("Whether it is started from Home; no for a flow that others run."),
        "stages": ListOf(Word("A stage."), "The chapters, in order."),
        "facts": MapOf(FACT, "The facts it records."),
        "deadlines": MapOf(_DEADLINE, "Its promises."),
        "forms": MapOf(_FORM, "Its forms."),
        "embargo": _EMBARGO,
        "priority": _PRIORITY,
        "steps": Required(MapOf(STEP, "The steps; the first is where it begins.")),
        "retired": RETIRED,
        "words": RecordOf(WORDS, "English words where the names do not read well."),
    },
    "A guided flow: structure and English guidance.",
)
FACTS = RecordOf(
    {
        "facts": Required(
            MapOf(RecordOf(_OWN, "A shared fact."), "Facts that several flows share.")
        ),
        "words": RecordOf(
            {k: WORDS[k] for k in ("facts", "options", "cues")}, "Their English words."
        ),
    },
    "Facts that a case knows by one name in all its flows.",
)
SCRIPT = RecordOf(
    {
        "flow": Word("The name of the flow, the same as of the file."),
        "title": Text("The title of the flow."),
        "stages": WORDS["stages"],
        "steps": MapOf(_STEP_WORDS, "The steps."),
        "retired": RETIRED,
        **{key: shape for key, shape in WORDS.items() if key != "stages"},
        "phrases": MapOf(
            RecordOf(
                {
                    "authority": Required(_AUTHORITY),
                    "source": Text("The document it comes from."),
                    "text": Required(Text("The words, with {fact} and {fact:part}.", lines=True)),
                },
                "A wording to say, send or post.",
            ),
            "The phrases.",
        ),
    },
    "The words of a flow, or of the shared facts, in one language.",
)
