"""Scenes of a trainer: the live calls, his window, marking."""

from lenovo_desk.core.model import intents as it
from lenovo_desk.core.phrase_views import copy_intent
from lenovo_desk.core.walking.moves import move_intent, parse_move
from lenovo_desk.training.mock_session import MockSession
from lenovo_desk.tui.trainer.live_calls import show_live_calls
from lenovo_desk.tui.trainer.marking.marking_screen import mark_call
from tests.tui.driver import Driver
from tests.tui.room import looks

FLOPPY = "floppy_drive"
OWN = {"fr": "Vous êtes toujours là ?", "zh": "喂？您还在吗？"}
NOTE = {"fr": "Elle pleure.", "zh": "客户在哭。"}


def trainee(d: Driver, language: str) -> MockSession:
    """A call that has come to its second step: a gate tried, a note, the customer on hold."""
    training = d.app.training
    found = next(one for one in training.materials.scenarios(language) if one.id == FLOPPY)
    opening = training.opening(found.flow, language, found.country)
    scorecard = training.materials.scorecard(language)
    session = training.calls.begin(d.app.library, opening, found, scorecard, training.materials)
    for text in ("accepted", *found.good[:2]):
        d.clock.forward(7)
        move = parse_move(text)
        session.do(
            copy_intent(d.app.library, session, move.name)
            if move.kind == "copy"
            else move_intent(move, session.flows, session.case)
        )
    d.clock.forward(4)
    session.do(it.AddNote(NOTE[language]))
    session.do(it.ToggleHold())
    return session


async def watching(d: Driver, language: str) -> None:
    """A line said and taken in, another on its way."""
    session = trainee(d, language)
    show_live_calls(d.app, session.case.id)
    await d.settle()
    await looks(d)
    await d.press("o", "enter")
    said = d.app.training.calls.spoken(session.case.id)
    session.do(it.HearCustomer(said[0].n, said[0].kind, said[0].text))
    await looks(d)
    await d.press("t")
    await d.type(OWN[language])
    await d.press("enter")
    d.clock.forward(6)
    await looks(d)


async def hanging_up(d: Driver, language: str) -> None:
    """The question before a hang-up."""
    session = trainee(d, language)
    show_live_calls(d.app, session.case.id)
    await d.settle()
    await looks(d)
    await d.press("h")


async def person(d: Driver, language: str) -> None:
    """Who the customer is."""
    session = trainee(d, language)
    show_live_calls(d.app, session.case.id)
    await d.settle()
    await looks(d)
    await d.press("p")


async def marking(d: Driver, language: str) -> None:
    """A gate overruled."""
    session = trainee(d, language)
    mark_call(d.app, session.case.id)
    await d.settle()
    names = [one.name[1] for one in d.app.screen.marked.places]  # type: ignore[attr-defined]
    await d.press(*["down"] * names.index("gates"), "8", "enter")
    await d.type(NOTE[language])
    await d.press("enter")


TRAINER_SCENES = {
    "trainer-window": watching,
    "trainer-hang-up": hanging_up,
    "trainer-person": person,
    "trainer-marking": marking,
}
