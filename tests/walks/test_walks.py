"""Every transcript holds: run straight, replayed from its events, and through the disk."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from lenovo_desk.core.engine.fold import replay
from lenovo_desk.core.engine.gates import valid_facts, value_of
from lenovo_desk.core.engine.session import Session
from lenovo_desk.core.walking.moves import WalkMove, transcript_moves
from lenovo_desk.core.walking.walker import LibraryFlows, Walker
from lenovo_desk.store.cases.case_store import CaseStore
from tests.memory_journal import MemoryJournal
from tests.shipped_content import library
from tests.walks.stored_walks import (
    DESKS,
    LANGUAGES,
    STORED,
    clock_of,
    flow_of,
    follow,
    moves_of,
    names_of,
    opening,
    straight,
)

every_flow = pytest.mark.parametrize("flow", DESKS)
in_both_languages = pytest.mark.parametrize("language", LANGUAGES)


@pytest.mark.slow
@in_both_languages
@every_flow
def test_a_walk_ends_where_its_transcript_says_and_replays_the_same(
    flow: str, language: str, subtests: pytest.Subtests
) -> None:
    for name in names_of(flow):
        with subtests.test(name):
            ends_as_said_and_replays(name, language)


def ends_as_said_and_replays(name: str, language: str) -> None:
    session, events = straight(name, language)
    ends = [move.name for move in moves_of(name) if move.kind == "end"]
    assert session.case.status == "closed"
    assert [session.case.disposition] == ends
    assert replay(session.flows, events) == session.case
    half = len(events) // 2
    rest = replay(session.flows, events[:half])
    assert rest.n == half


@pytest.mark.slow
@in_both_languages
@every_flow
def test_a_walk_survives_the_disk(
    flow: str, language: str, tmp_path: Path, subtests: pytest.Subtests
) -> None:
    for number, name in enumerate(names_of(flow)):
        with subtests.test(name):
            survives_the_disk(name, language, tmp_path / str(number))


def survives_the_disk(name: str, language: str, data: Path) -> None:
    in_memory, _ = straight(name, language)
    clock = clock_of(name)
    first, *rest = parts(moves_of(name))
    store = CaseStore(data, clock)
    session = store.open_case(library(), opening(name, language))
    follow(Walker(library(), session, clock), first)
    store.release(session)

    for part in rest:
        store = CaseStore(data, clock)
        assert [one.id for one in store.unfinished()] == ["walk"]
        session = store.resume("walk", library())
        follow(Walker(library(), session, clock), part)
        store.release(session)

    assert store.unfinished() == ()
    (document,) = CaseStore(data, clock).documents()
    case = in_memory.case
    assert document == CaseStore(data, clock).document("walk")
    assert (document["disposition"], document["completed"]) == (case.disposition, True)
    assert document["language"] == language
    steps = [(one["flow"], one["step"], one["choice"]) for one in document["path"]]
    assert steps == [(one.flow, one.step, one.choice) for one in case.path]
    facts = valid_facts(in_memory.flows, case)
    for name in case.digests:
        flow = in_memory.flows[name]
        # What follows from personal facts is no more in the log than they are.
        derived = {
            spec.id: value_of(flow, case, spec.id)
            for spec in flow.facts.values()
            if not any(flow.facts[source].personal for source in spec.of)
        }
        facts |= {flow.key(fact): v for fact, v in derived.items() if flow.facts[fact].derive and v}
    assert json.loads(json.dumps(document["facts"])) == json.loads(json.dumps(facts))


def test_every_stored_transcript_belongs_to_a_flow() -> None:
    assert {flow_of(name) for name in STORED} <= DESKS.keys()


def parts(moves: list[WalkMove]) -> list[list[WalkMove]]:
    """Return the moves cut where a parked case is resumed, or in the middle."""
    cuts = [n for n, move in enumerate(moves) if move.kind == "resume"]
    if not cuts:
        half = len(moves) // 2
        return [moves[:half], moves[half:]]
    starts = [0, *(cut + 1 for cut in cuts)]
    return [moves[start:cut] for start, cut in zip(starts, [*cuts, len(moves)], strict=True)]


def test_a_transcript_that_lies_is_caught() -> None:
    lies: dict[str, Callable[[list[WalkMove]], list[WalkMove]]] = {
        "expected_step": lambda moves: [*moves[:1], *transcript_moves("@nowhere")],
        "expected_end": lambda moves: [*moves[:3], *transcript_moves("=resolved")],
        "expected_refusal": lambda moves: [*moves[:1], *transcript_moves("!public_query")],
    }
    first = names_of("social_triage")[0]
    for code, lie in lies.items():
        clock = clock_of(first)
        session = Session(LibraryFlows(library()), MemoryJournal(), clock)
        session.do(opening(first, "fr"))
        walker = Walker(library(), session, clock)
        answers = [walker.take(move) for move in lie(moves_of(first))]
        assert [reason.code for reason in answers[-1]] == [code]
