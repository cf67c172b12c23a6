"""The generated transcripts are all the ways through the triage: found here by the engine alone.

The generator reads the YAML and knows nothing of the engine; this explores with `decide` and knows
nothing of the YAML. What both find is what the flow offers.
"""

from collections.abc import Iterator

from lenovo_desk.core.engine.engine import decide
from lenovo_desk.core.engine.fold import apply
from lenovo_desk.core.engine.step_lines import shown_choices
from lenovo_desk.core.model import intents as it
from lenovo_desk.core.model.case import Case, at_end, step_here
from lenovo_desk.core.model.events import Refusal
from lenovo_desk.core.time.clock import Stamp
from lenovo_desk.core.walking.walker import LibraryFlows
from tests.shipped_content import library
from tests.walks.triage_ways import FLOW, VALUES, choices_of, transcripts

NOW = Stamp(1795312800.0, "walk", 0.0)
Way = tuple[str, ...]
FLOWS = LibraryFlows(library())


def does(case: Case, intent: it.Intent) -> Case | Refusal:
    answer = decide(FLOWS, case, intent, NOW)
    return answer if isinstance(answer, Refusal) else apply(FLOWS, case, answer)


def must(case: Case, intent: it.Intent) -> Case:
    after = does(case, intent)
    assert isinstance(after, Case), after
    return after


def chosen(case: Case, choice: str) -> Case:
    """Make a choice, recording what it asks for: nothing more than the engine says."""
    after = does(case, it.MakeChoice(choice))
    while isinstance(after, Refusal):
        fact = after.reasons[0].id
        recorded = does(case, it.RecordFact(fact, VALUES[fact]))
        if isinstance(recorded, Refusal):
            case = must(case, it.RecordFact("channel", "private"))
        else:
            case = recorded
        after = does(case, it.MakeChoice(choice))
    return must(after, it.ResumeCase()) if after.status == "parked" else after


def place(case: Case) -> tuple[str, ...]:
    return tuple(frame.step for frame in case.here.stack)


def explore() -> Iterator[tuple[Way, bool]]:
    """Yield every way, and whether its last choice came back to a step that it had left."""
    opening = it.OpenCase("c", FLOW, "a", "social", "fr", "UTC")
    todo: list[tuple[Case, Way, frozenset[tuple[str, ...]]]] = [
        (must(Case(), opening), (), frozenset())
    ]
    while todo:
        case, way, seen = todo.pop()
        if at_end(FLOWS, case):
            yield way, False
            continue
        for choice, _ in shown_choices(FLOWS, case, NOW):
            after = chosen(case, choice.id)
            if place(after) in seen | {place(case)}:
                yield (*way, f"{step_here(FLOWS, case).id}.{choice.id}"), True
            else:
                todo.append((after, (*way, choice.id), seen | {place(case)}))


LOOPS = f"{FLOW}/loops/"


def test_every_way_has_its_transcript_and_no_transcript_is_stale() -> None:
    ways = {way for way, loop in explore() if not loop}
    texts = [text for name, text in transcripts().items() if not name.startswith(LOOPS)]
    assert sorted(map(choices_of, texts)) == sorted(ways)


def test_every_loop_is_shown_once() -> None:
    edges = {way[-1] for way, loop in explore() if loop}
    heads = [text.split("\n")[0] for name, text in transcripts().items() if name.startswith(LOOPS)]
    assert sorted(head.split()[3].rstrip(",") for head in heads) == sorted(edges)
