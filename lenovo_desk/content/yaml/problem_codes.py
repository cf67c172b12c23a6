"""All problem codes of content, each with its level and its sentence."""

from lenovo_desk.core.named_tuple import NamedTuple

WARNING = "warning"
ERROR = "error"


class ProblemRule(NamedTuple):
    """The level and the sentence of a code."""

    level: str
    says: str
    """The sentence, as a format string with named values."""


def _errors(**sentences: str) -> dict[str, ProblemRule]:
    return {code.replace("_", "-"): ProblemRule(ERROR, says) for code, says in sentences.items()}


def _warnings(**sentences: str) -> dict[str, ProblemRule]:
    return {code.replace("_", "-"): ProblemRule(WARNING, says) for code, says in sentences.items()}


FILE = _errors(
    unreadable="This file cannot be read: {why}.",
    too_big="This file is larger than {limit} kB; split it into several.",
    not_utf8="This byte is not UTF-8; save the file as UTF-8.",
    empty_file="This file is empty.",
    bad_yaml="This is not YAML: {why}.",
    harmful_character="The invisible character {name} has no place here; delete it.",
    anchor="Anchors (&{name}) are not used here; write the value out.",
    alias="Aliases (*{name}) are not used here; write the value out.",
    merge_key="Merge keys (<<) are not used here; write the values out.",
    tag="Tags ({name}) are not used here; leave it out, every value is read as it stands.",
    duplicate_key='"{key}" stands here a second time; the first is in line {first}.',
    key_not_text="A key must be a plain word.",
    many_documents="A file holds one document; remove this --- and all that follows.",
    too_deep="This is nested deeper than {limit} levels.",
)
SHAPE = _errors(
    wrong_shape="{what} must be {wanted}, not {given}.",
    unknown_key='"{key}" is not known here; known are: {known}.',
    comma_in_value='"{key}" was read as a key; a text with a comma before it must stand in quotes.',
    missing_key='"{key}" is missing: {about}',
    no_value="{what} is left empty; give {wanted} or remove the line.",
    bad_id='"{text}" cannot be a name: use small letters, digits and _, a letter first.',
    not_among='"{text}" is not possible for {what}; possible are: {known}.',
    bad_duration='"{text}" is no length of time; write it like 15m, 4h, 1d or 20s.',
    bad_number='"{text}" is no number; write it like 198 or 0.5.',
    out_of_range='"{text}" must be a {kind} from {least} to {most}.',
    not_yes_no='"{text}" is neither yes nor no.',
    listed_twice='"{text}" stands in this list twice.',
)
NAMES = _errors(
    flow_name='The flow is called "{name}", its file "{file}"; both must be the same.',
    flow_twice='The flow "{name}" is already in {file}; that one counts.',
    unknown_step='There is no step "{name}".',
    unknown_stage='There is no stage "{name}"; add it to stages.',
    unknown_fact='There is no fact "{name}" in this flow; add it to facts.',
    unknown_shared='"{name}" has no type, so it must be one of facts.yaml, but is not there.',
    unknown_flow='There is no flow "{name}".',
    unknown_field='There is no fact or item "{name}" in this flow.',
    unknown_need='There is no fact, item or wait "{name}" in this flow.',
    unknown_moment='"{name}" is no fact, item, step or choice of this flow.',
    reserved_fact='"{name}" is how a flow inside a step ended; choose another name for the fact.',
    id_clash='"{name}" is a {kind} here and a {other} elsewhere; facts, items and waits share '
    "their names.",
    fact_is_shared='facts.yaml has a fact "{name}" already; drop the type to use it, or rename.',
    narrow_only='"{key}" of the shared fact "{name}" stands in facts.yaml; only when and needs '
    "can be given here.",
)
FACTS = _errors(
    no_options='The choice "{name}" needs options.',
    odd_key='"{key}" means nothing for a fact of type {kind}.',
    odd_range="min is greater than max.",
    plain_and_personal='"{name}" cannot be plain and personal at once; a text that is not plain is '
    "personal without saying so.",
    derive_and_type='"{name}" gives {wanted}, so its type cannot be {kind}.',
    derive_arguments='"{name}" reads {count} facts ({kinds}); {given} given.',
    derive_argument_kind='"{name}" reads a {wanted} here, but "{fact}" is a {kind}.',
    unknown_number='"{name}" is neither a fact of this flow nor a number of the settings.',
    not_a_phone='Only a phone number can be dialled, but "{name}" is {kind}.',
    dial_in_public="A step with a public phrase shows no number to dial: the call is another step.",
    unknown_setting='The settings have no yes-or-no question "{name}".',
    derive_cycle='"{name}" is derived from itself.',
    derived_fact='"{name}" is derived; it cannot be {done}.',
    not_a_moment='"{name}" is a {kind}; a due time or a bound needs a date or datetime.',
    chosen_asked='"{name}" is recorded by choices alone; no step can ask for it.',
    never_chosen='"{name}" is said to be chosen, but no choice sets it.',
    bad_set='"{value}" is no value of "{name}"{known}.',
    set_many='"{name}" holds several values; a choice cannot set it.',
    past_and_future='"{name}" cannot have happened and be still to come; keep past or future.',
    bound_circle='"{name}" cannot precede itself: {way}; take one of these bounds out.',
) | _warnings(
    start_unbounded='"{name}" starts "{promise}" and may lie anywhere, so one slip moves that '
    "out of sight; give it past or future.",
)
GATES = _errors(
    when_personal='"{name}" is personal; a when may only ask {{known: yes}} or {{known: no}}.',
    when_value='"{value}" is no value of "{name}"; possible are: {known}.',
    when_no_options='"{name}" is a {kind}: a when can only ask {{known: yes}} or {{known: no}}.',
    when_empty="This when names no value, so it never matches; give one or remove it.",
    known_misplaced="known stands inside a fact: when: {{fact: {{known: yes}}}}.",
    result_without_run="Only a step that runs another flow has a result.",
    result_unhandled='"{flow}" can end in "{end}", but no choice here takes that result.',
    gate_on_itself='"{name}" waits for itself.',
)
CONSENTS = _errors(
    unknown_item='There is no item "{name}" in this flow.',
    signs_nothing='"{name}" is a signature, but it covers nothing; give it covers with the facts '
    "that are signed.",
    not_covered='"{name}" matters ({matters}), but no item or choice covers it: it could change '
    "after the signature.",
    covers_nothing_yet='Nothing that "{name}" covers need be recorded by then; let it need '
    '"{fact}", or another of them.',
    consent_not_needed='No choice needs "{name}", so nothing is locked when it falls.',
    consent_undone='This choice needs "{name}" and sets "{fact}", which "{name}" covers: it would '
    "fall at once.",
    said_unconsented='"{name}" says "{fact}" after it was agreed to; let its line in the flow need '
    '"{item}".',
) | _warnings(
    never_asked_anew='"{name}" is decided here once and for all: no choice asks it anew or comes '
    "back to this step.",
    shared_covered='"{name}" is shared: another flow of the case may change it.',
)
PATHS = _errors(
    no_steps="A flow needs steps.",
    no_way_out="This step has no choices and does not end; give it choices or an end.",
    end_and_choices="This step ends and has choices as well; keep one of the two.",
    end_and_run="This step runs a flow and ends as well; give it choices instead.",
    unreachable="No choice leads to this step.",
    no_end_ahead="From this step no end can be reached.",
    run_cycle="This runs {way}, which leads back here.",
    due_form="A due time is {{before: fact, by: 5m}}, {{after: fact, by: 5m}} or {{within: 20m}}.",
    deadline_form="A deadline has either within or every.",
    reserved_choice='"{name}" is a move of its own; choose another name for this choice.',
    abandoned_end='"abandoned" is kept for cases left early; choose another name for this end.',
    handed_over_end='"handed_over" is kept for cases that go to another desk; choose another name '
    "for this end.",
)
PHRASES = _errors(
    bad_blank='"{blank}" is no blank; write it as {{fact}} or {{fact:part}}.',
    unknown_blank="The blank {{{name}}} is neither a fact of the flow nor a setting.",
    bad_part="The blank {{{name}:{part}}} has no such part; there are: {known}.",
    part_of_no_moment='"{name}" is a {kind}; only a date or datetime has parts.',
    personal_in_public='This phrase is posted in public but says "{name}", which is personal.',
    named_in_public='This phrase is posted in public but "{words}" names somebody.',
    post_too_long="A public post may weigh 280; this one weighs about {weight}.",
    unknown_phrase='The phrase "{name}" has no text in {language}; add it to phrases.',
) | _warnings(
    unused_phrase='No step of the flow uses the phrase "{name}".',
)
SCRIPTS = _errors(
    no_script="There is no {file} to go with this file.",
    script_of_nothing='There is no flow "{name}" for this script.',
    script_name='This script says it is of "{name}", its file is "{file}".',
    missing_words="{what} has no words in {language}.",
    unknown_words='The flow has no {what} "{name}".',
    not_retired='"{name}" is retired but the flow still has it; its words stand in the step.',
    unknown_word='flows/interface.yaml has no "{name}".',
    missing_word='The interface has no "{name}" in {language}: {english}',
    word_blanks='"{name}" must have the same blanks as in English: {wanted}.',
    bad_format='"{text}" cannot be "{name}"; write it like the English {english}.',
) | _warnings(
    no_schema="The first line should be: # yaml-language-server: $schema={schema}",
    unused_stage='No step stands in the stage "{name}".',
)
APART = _errors(
    unknown_card='flows/cards.yaml has no card "{name}".',
    unknown_group='There is no group "{name}"; add it to groups in flows/cards.yaml.',
    no_source='"{name}" is a reference, so it needs the source it is from.',
    empty_near='A near of "{name}" names nothing, so it would always match; give it fragments.',
    misplaced_mark='"{text}" has a mark out of place: ^ can only stand before the first '
    "fragment of a sentence, $ after the last.",
    nothing_to_compare='"{text}" has no letter or digit that could be compared.',
) | _warnings(
    unused_group='No card stands in the group "{name}".',
)
SETTINGS = _errors(
    bad_setting='"{text}" is no valid {kind}.',
    agent_twice='The agent "{name}" stands here a second time.',
    unknown_language='There is no language "{name}"; known are: {known}.',
    unknown_agent='There is no agent "{name}" among agents.',
    unknown_command='There is no command "{name}".',
    bad_key='"{text}" is no key; write it like y, f2, ctrl+y or space, several with commas.',
    key_of_text='"{text}" is typed as text where "{name}" is used; write it like f2 or ctrl+y.',
    key_clash='"{key}" is also a key of {owner} on the same screen; "{name}" keeps its own keys.',
    unknown_term='There is no deadline "{name}", so it has no time to set.',
) | _warnings(
    placeholder='"{name}" is still empty: no phrase with it can be copied ({flows}).',
    day_off_and_on="{day} is both a holiday and a workday; it counts as worked.",
    holidays_end="The holidays end with {year}: lenovo-desk calendar fill COUNTRY YEAR adds more.",
)
TRAINING = _errors(
    file_name='This is called "{name}", its file "{file}"; both must be the same.',
    flow_has_problems='The flow "{name}" has problems of its own ({count}); put them right first.',
    unknown_fact_of_call='No flow that this call comes to has a fact "{name}".',
    unknown_calm='"{name}" is no step, step.choice, item or phrase that this call comes to.',
    chosen_revealed='"{name}" is recorded by choices alone; nobody can be told it.',
    bad_reveal='"{value}" is no value of "{name}": {why}',
    short_target="{target} seconds is less than the waits of the good call: {waits} seconds.",
    hangs_up_at_once="He hangs up at {limit}, and is as angry when he calls.",
    nothing_said='He says nothing at "{name}", so he cannot speak first there.',
    no_good_call="A scenario needs a good call: the moves from the first step to an end.",
    bad_move="This is no move: {why}.",
    good_refused="The good call stops here{when}: {why}",
    good_unfinished='The good call comes to no end{when}: it stands at "{step}".',
    no_questions="A quiz needs questions.",
    right_among_wrong='"{text}" is the right answer and stands among the wrong ones.',
    odd_certification="{passed} passed calls cannot be found among the last {of}.",
    no_lines="A scorecard needs lines.",
    line_twice='The line "{name}" stands here a second time; the first is in line {first}.',
    unknown_gate='No flow has a fact, item or wait "{name}".',
    unknown_failure='The scorecard has no failure "{name}".',
    not_stated='The failure "{name}" is not "stated: yes", so this would never count.',
    unknown_title='The scorecard has no {what} "{name}".',
) | _warnings(
    not_revealed='The good call records "{name}", but the customer has none to reveal.',
    recorded_otherwise='The good call records "{value}" for "{name}"; the customer says otherwise.',
    asked_twice='This question is asked in "{first}" already.',
    points_sum="The points come to {sum}, not to {whole}: a point is no longer a percent.",
    idle_failure='Nothing brings "{name}" about; it needs tried, stated or posted.',
)
RULES = (
    FILE
    | SHAPE
    | NAMES
    | FACTS
    | GATES
    | CONSENTS
    | PATHS
    | PHRASES
    | SCRIPTS
    | APART
    | SETTINGS
    | TRAINING
)
"""All codes."""
