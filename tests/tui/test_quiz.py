"""A quiz on the screen: one question, a digit, why, and what comes back when."""

from pathlib import Path

import pytest

from lenovo_desk.training.model.quiz import Question, Quiz, QuizAnswer
from lenovo_desk.tui.training.quiz_screen import QuizScreen, show_quiz
from tests.tui.driver import Driver, desk

pytestmark = pytest.mark.slow

DECK = Quiz(
    "deck",
    "fr",
    "Un paquet [x]",
    (
        Question("deck.a", "Combien [/x] ?", "dix", ("neuf", "onze"), "Parce que dix.", "003"),
        Question("deck.b", "De mémoire ?", "la réponse entière", (), "Parce que.", "004"),
    ),
)


def screen(d: Driver) -> QuizScreen:
    assert isinstance(d.app.screen, QuizScreen)
    return d.app.screen


def right(d: Driver) -> str:
    card = screen(d).card
    assert card is not None
    return str(card.right + 1)


def kept(d: Driver) -> tuple[QuizAnswer, ...]:
    return d.app.training.calls.answers("ana")


async def begin(d: Driver) -> None:
    show_quiz(d.app, DECK)
    await d.settle()


async def test_a_digit_answers_once_and_shows_what_is_right_why_and_the_source(
    tmp_path: Path,
) -> None:
    async with desk(tmp_path) as d:
        await begin(d)
        d.shows("Un paquet [x]", "1/2", "Combien [/x] ?", "dix", "neuf", "onze")
        d.hides("Parce que")
        await d.press(right(d))
        d.shows("C’est juste.", "Parce que dix.", "Source\u00a0: 003")
        await d.press("1", "2", "3")
        assert kept(d) == (QuizAnswer("deck.a", True, kept(d)[0].at),)


async def test_a_wrong_answer_is_shown_beside_the_right_one_and_comes_again(
    tmp_path: Path,
) -> None:
    async with desk(tmp_path) as d:
        await begin(d)
        wrong = next(digit for digit in "12" if digit != right(d))
        await d.press(wrong)
        d.shows("Ce n’est pas la bonne réponse.", "(votre réponse)", "(juste)")
        await d.press("enter", "enter", "1")
        d.shows("Combien [/x] ?")
        await d.press(right(d), "enter")
        d.shows("Terminé", "1 sues d’emblée, 1 manquées", "23/11/2026 Combien")


async def test_a_card_to_recall_is_judged_by_the_trainee(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await begin(d)
        await d.press(right(d), "enter")
        d.shows("De mémoire ?")
        d.hides("la réponse entière")
        await d.press("1")
        assert len(kept(d)) == 1, "nothing can be judged before it was seen"
        await d.press("enter")
        d.shows("la réponse entière", "Parce que.", "1 je savais")
        await d.press("3")
        assert len(kept(d)) == 1
        await d.press("2")
        assert [one.right for one in kept(d)] == [True, False]


async def test_keys_typed_ahead_answer_the_next_question(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await begin(d)
        await d.press(right(d))
        await d.mash("enter", "enter", "1")
        assert len(kept(d)) == 2


async def test_what_is_known_is_not_asked_before_its_day(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await begin(d)
        await d.press(right(d), "enter", "enter", "1")
        d.shows("Terminé")
        await d.press("enter")
        await begin(d)
        d.shows("Rien à revoir", "25/11/2026")
        await d.press("1")
        assert len(kept(d)) == 2
        await d.press("enter")
        d.shows("Combien [/x] ?")
        await d.press("escape")
        d.clock.forward(4 * 86400.0)
        await begin(d)
        d.shows("1/2")


async def test_answers_are_those_of_who_is_at_the_desk(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await begin(d)
        await d.press(right(d), "escape", "a")
        await begin(d)
        d.shows("1/2")
        assert d.app.training.calls.answers("bo") == ()


async def test_an_answer_that_cannot_be_kept_is_said_and_not_taken(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await begin(d)
        folder = d.data / "mock" / "quiz"
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.write_text("in the way", "utf-8")
        await d.press(right(d))
        assert d.last_row.startswith("!")
        d.hides("Parce que dix.")
        folder.unlink()
        await d.press(right(d))
        d.shows("Parce que dix.")
        assert len(kept(d)) == 1


@pytest.mark.parametrize("character", ["１", "&"])
async def test_other_digits_answer_as_well(tmp_path: Path, character: str) -> None:
    async with desk(tmp_path) as d:
        await begin(d)
        await d.press(character)
        d.shows("Parce que dix.")


async def test_a_long_question_is_scrolled(tmp_path: Path) -> None:
    long = Question("long.a", "mot " * 400, "oui", ("non",), "fin", "003")
    async with desk(tmp_path, size=(60, 12)) as d:
        show_quiz(d.app, Quiz("long", "fr", "Long", (long,)))
        await d.settle()
        d.shows("suite")
        for _ in range(12):
            await d.press("down")
        d.shows("oui", "non")
        d.hides("suite")


async def test_a_quiz_is_left_to_the_menu_of_training(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press("m")
        await d.type("boutique")
        await d.press("enter")
        d.shows("En boutique", "1/11")
        await d.press("escape")
        d.hides("1/11")
        assert d.app.screen is not d.app.home
