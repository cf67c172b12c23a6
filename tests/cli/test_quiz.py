"""`quiz` on plain lines: it works in a pipe, and every answer is kept at once."""

import subprocess

import pytest

from tests.cli.program import HANGS, Answer, Program
from tests.shipped_content import materials

pytestmark = pytest.mark.slow


def ask(desk: Program, said: str, *words: str) -> Answer:
    """Run a quiz with these lines on its standard input."""
    done = subprocess.run(
        desk.command("quiz", *words),
        input=said.encode(),
        capture_output=True,
        cwd=desk.folder,
        env=desk.env,
        timeout=HANGS,
        check=False,
    )
    return Answer(done.returncode, done.stdout.decode(), done.stderr.decode())


def due(desk: Program, language: str = "fr") -> int:
    return int(desk("quiz", "--due", "--lang", language).out)


@pytest.mark.parametrize("language", ["zh", "fr"])
def test_decks_are_listed_with_what_is_due(desk: Program, language: str) -> None:
    told = desk("quiz", "--lang", language)
    assert (told.status, told.err) == (0, "")
    decks = materials().quizzes(language)
    assert all(deck.id in told.out and deck.title in told.out for deck in decks)
    assert due(desk, language) == sum(len(deck.questions) for deck in decks)


def test_json_has_every_question_with_its_source(desk: Program) -> None:
    [deck] = desk("quiz", "shop", "--json", "--lang", "zh").json()
    assert deck["id"] == "shop"
    assert deck["due"] == len(deck["questions"])
    assert all(one["source"] and one["right"] for one in deck["questions"])


def test_an_answer_shows_what_is_right_why_and_where_it_stands(desk: Program) -> None:
    told = ask(desk, "1\n", "shop", "--lang", "fr")
    assert (told.status, told.err) == (0, "")
    first = materials().quizzes("fr")
    question = next(
        one for deck in first if deck.id == "shop" for one in deck.questions if one.ask in told.out
    )
    for part in (question.right, *question.wrong, question.why, question.source):
        assert part in told.out
    assert told.out.count("C’est juste.") + told.out.count("Ce n’est pas la bonne réponse.") == 1


def test_answers_are_kept_when_the_input_ends_or_it_is_stopped(desk: Program) -> None:
    before = due(desk)
    knew = {"1": 0, "2": 0, "3": 0, "4": 0}
    for digit in knew:
        ask(desk, f"{digit}\n", "shop", "--lang", "fr")
    assert before - 4 <= due(desk) <= before
    told = ask(desk, "q\n", "shop", "--lang", "fr")
    assert told.status == 0
    assert "Terminé" not in told.out


def test_what_is_no_number_is_asked_again_and_costs_nothing(desk: Program) -> None:
    told = ask(desk, "oui\n0\n7\n\nq\n", "shop", "--lang", "fr")
    assert told.out.count("Répondez par un numéro de 1 à 4.") == 4
    assert not (desk.data / "mock" / "quiz").exists()


def test_full_width_digits_answer(desk: Program) -> None:
    told = ask(desk, "１\n", "shop", "--lang", "zh")
    assert "请输入" not in told.out
    assert "出处：" in told.out


def test_a_deck_that_is_known_asks_nothing_until_asked_to(desk: Program) -> None:
    deck = next(one for one in materials().quizzes("fr") if one.id == "shop")
    for _ in range(60):
        told = ask(desk, "1\n" * 30, "shop", "--lang", "fr")
        if "revient" in told.out:
            break
    assert "Rien à revoir" in told.out
    assert deck.questions[0].ask not in told.out
    again = ask(desk, "1\n", "shop", "--all", "--lang", "fr")
    assert "[1/" in again.out


def test_a_slip_is_one_line(desk: Program) -> None:
    told = desk("quiz", "shp", "--lang", "zh")
    assert told.status == 2
    assert 'Did you mean "shop"?' in told.one_line()
    assert "Traceback" not in desk("quiz", "--help").err
