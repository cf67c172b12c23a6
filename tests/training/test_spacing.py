"""When which question of a quiz is asked again."""

from hypothesis import given
from hypothesis import strategies as st

from lenovo_desk.training.model.quiz import Question, Quiz, QuizAnswer
from lenovo_desk.training.quiz.spaced_repetition import (
    DAY,
    DAYS,
    OTHERS,
    due_questions,
    next_quiz_time,
    standings,
)

NAMES = "abcdefgh"
QUIZ = Quiz("q", "fr", "Q", tuple(Question(f"q.{n}", "?", "!", (), "", "004") for n in NAMES))
MORNING = 1_795_500_000.0
"""When a sitting begins; a question takes ten seconds."""


def asked(answers: list[QuizAnswer], now: float) -> str:
    return "".join(one.id[2:] for one in due_questions(QUIZ, answers, now))


def sitting(answers: str, begin: float = MORNING) -> list[QuizAnswer]:
    """Return answers by letter, ten seconds apart; a capital is a wrong one."""
    return [
        QuizAnswer(f"q.{one.lower()}", one.islower(), begin + 10 * n)
        for n, one in enumerate(answers)
    ]


def test_new_questions_are_asked_in_their_order() -> None:
    assert asked([], MORNING) == NAMES
    assert asked(sitting("ab"), MORNING + 60) == "cdefgh"


def test_a_missed_one_comes_again_after_a_few_others() -> None:
    for answers, order in (
        ("A", "bcdaefgh"),
        ("Ab", "cdaefgh"),
        ("Abc", "daefgh"),
        ("Abcd", "aefgh"),
        ("AbcdA", "efgah"),
        ("AB", "cdabefgh"),
    ):
        assert asked(sitting(answers), MORNING + 100) == order


def test_when_nothing_else_is_left_a_missed_one_comes_at_once() -> None:
    assert asked(sitting("abcdefgH"), MORNING + 100) == "h"


def test_what_was_missed_and_is_known_comes_again_the_next_day() -> None:
    answers = sitting("abcdefgHh")
    assert asked(answers, MORNING + 200) == ""
    assert asked(answers, MORNING + DAY) == "h"
    evening = sitting("abcdefgHh", MORNING + 8 * 3600)
    assert asked(evening, MORNING + DAY) == "h"


def test_what_is_known_comes_after_more_and_more_days_and_what_is_missed_begins_anew() -> None:
    first = Quiz("q", "fr", "Q", QUIZ.questions[:1])
    answers, now = sitting("Aa"), MORNING
    for days in DAYS:
        assert not due_questions(first, answers, now + (days - 0.5) * DAY)
        now += days * DAY + 60
        assert due_questions(first, answers, now)
        answers.append(QuizAnswer("q.a", True, now))
    assert standings(first, answers)["q.a"].box == len(DAYS)
    assert not due_questions(first, answers, now + (DAYS[-1] - 1) * DAY)
    answers.append(QuizAnswer("q.a", False, now + 100 * DAY))
    assert standings(first, answers)["q.a"].box == 0


def test_one_known_at_once_comes_later_than_one_that_was_missed() -> None:
    answers = sitting("aBcdeb")
    stand = standings(QUIZ, answers)
    assert stand["q.a"].due > stand["q.b"].due > MORNING


def test_an_answer_before_its_time_proves_nothing_new() -> None:
    once, often = sitting("a"), sitting("aaaa")
    assert standings(QUIZ, often)["q.a"].due == standings(QUIZ, once)["q.a"].due
    assert standings(QUIZ, often)["q.a"].box == standings(QUIZ, once)["q.a"].box


def test_the_longest_overdue_come_before_new_ones() -> None:
    answers = [*sitting("a"), *sitting("b", MORNING + DAY)]
    assert asked(answers, MORNING + 30 * DAY) == "abcdefgh"
    assert asked([*sitting("b"), *sitting("a", MORNING + DAY)], MORNING + 30 * DAY)[:2] == "ba"


def test_it_says_when_there_is_something_to_ask_again() -> None:
    answers = sitting(NAMES)
    later = next_quiz_time(QUIZ, answers, MORNING + 100)
    assert later > MORNING + DAY
    assert not due_questions(QUIZ, answers, later - 1)
    assert due_questions(QUIZ, answers, later)
    assert next_quiz_time(QUIZ, [], MORNING) == MORNING
    assert next_quiz_time(Quiz("e", "fr", "E", ()), [], MORNING) == 0.0


def test_answers_of_other_quizzes_are_left_alone() -> None:
    assert asked([QuizAnswer("other.a", False, MORNING)], MORNING) == NAMES


@given(st.lists(st.tuples(st.sampled_from(NAMES), st.booleans(), st.floats(0, 10 * DAY))))
def test_each_is_asked_once_and_a_missed_one_never_stays_away(
    given_: list[tuple[str, bool, float]],
) -> None:
    answers, now = list[QuizAnswer](), MORNING
    for name, right, passed in given_:
        now += passed
        answers.append(QuizAnswer(f"q.{name}", right, now))
    order = [one.id for one in due_questions(QUIZ, answers, now)]
    assert len(order) == len(set(order))
    last = {one.question: one.right for one in answers}
    for question in QUIZ.questions:
        if not last.get(question.id, False):
            assert question.id in order
    for name, one in standings(QUIZ, answers).items():
        assert 0 <= one.others <= OTHERS
        assert one.missed <= one.answered == sum(1 for each in answers if each.question == name)
