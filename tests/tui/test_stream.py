"""A mock call told as a conversation: by the trainer's window, and step by step for coaching."""

import random

import pytest

from lenovo_desk.core.model import intents as it
from lenovo_desk.core.wording.wording import Wording
from lenovo_desk.training.customer.customer import customer
from lenovo_desk.training.model.call import Call
from lenovo_desk.training.reports.event_text import utterance_text
from lenovo_desk.training.scoring.way_comparison import compare_ways
from lenovo_desk.tui.trainer.call_transcript import TranscriptLine, trainee_lines, transcript
from lenovo_desk.tui.training.step_events import StepEvents
from tests.shipped_content import library, materials
from tests.training.scripted import at_listening
from tests.training.trainee import Random


def told(call: Call) -> list[TranscriptLine]:
    heard = customer(call, call.events[-1].at).utterances
    wording = Wording(library(), "fr")
    return transcript(trainee_lines(call, wording), heard, wording)


def by_steps(call: Call) -> list[tuple[float, str, bool]]:
    """What happened, as coaching tells it from row to row."""
    happened, before, found = StepEvents(call, library(), "fr"), None, []
    for row in compare_ways(call, library()):
        if row.n:
            found += happened.at(before, row)
            before = row
    return found


def held_over_an_interruption() -> Call:
    trainee = at_listening(limit=0)
    trainee.passes(10.0)
    trainee.do(it.ToggleHold())
    trainee.passes(30.0)
    trainee.do(it.ToggleHold())
    trainee.passes(1.0)
    trainee.do(it.AddNote("pressée"))
    return trainee.call()


def test_what_he_kept_during_a_hold_is_told_after_the_hold() -> None:
    call = held_over_an_interruption()
    after = [one.text for one in told(call)][-3:]
    assert after == ["reprend le client après 30\xa0s", "Vous notez ?", "Note\xa0: pressée"]
    assert [text for _, text, _ in by_steps(call)][-3:-1] == [
        "Le client patiente 0:30",
        "Vous notez ?",
    ]


def test_coaching_tells_the_last_thing_of_a_call_that_is_not_over() -> None:
    trainee = at_listening()
    trainee.do(it.AskCustomer("customer_name"))
    assert by_steps(trainee.call())[-1][1:] == ("Odile Morel.", True)


@pytest.mark.parametrize("seed", range(6))
def test_what_was_told_stands_where_it_was_told_and_nothing_is_lost(seed: int) -> None:
    chance = random.Random(seed)
    scenario = chance.choice([*materials().scenarios("fr"), *materials().scenarios("zh")])
    trainee = Random(scenario, seed)
    for _ in range(80):
        trainee.moves_once()
        if trainee.case.status == "open" and chance.random() < 0.3:
            text = trainee.customer().next or "Allô ?"
            trainee.do(it.HearCustomer(trainee.case.heard + 1, "line", text))
    call, before = trainee.call(), list[TranscriptLine]()
    for count in range(1, len(call.events) + 1):
        now = told(call._replace(id=str(count), events=call.events[:count]))
        assert now[: len(before)] == before
        before = now
    heard = customer(call, call.events[-1].at).utterances
    words = library().words("fr")
    assert [text for _, text, said in by_steps(call) if said] == [
        utterance_text(x, words) for x in heard
    ]
