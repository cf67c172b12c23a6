"""A sitting with a quiz: the order of answers, what was missed, when it comes back."""

from lenovo_desk.training.model.quiz import Question, Quiz, QuizAnswer
from lenovo_desk.training.quiz.sitting import MAX_OPTIONS, Sitting, quiz_card

NOW = 1_795_338_000.0
DAY = 86400.0


def question(name: str, wrong: int = 3) -> Question:
    others = tuple(f"{name}{index}" for index in range(wrong))
    return Question(f"deck.{name}", f"{name}?", "right", others, "why", "003")


DECK = Quiz("deck", "fr", "Deck", tuple(question(name) for name in "abcde"))


def test_answers_stand_in_another_order_each_time_and_the_same_for_everybody() -> None:
    orders = {quiz_card(DECK.questions[0], asked).options for asked in range(12)}
    assert len(orders) > 3
    assert quiz_card(DECK.questions[0], 4) == quiz_card(DECK.questions[0], 4)
    for asked in range(12):
        found = quiz_card(DECK.questions[0], asked)
        assert found.options[found.right] == "right"
        assert sorted(found.options) == ["a0", "a1", "a2", "right"]


def test_the_right_answer_is_among_those_that_digits_can_choose() -> None:
    for asked in range(20):
        found = quiz_card(question("many", wrong=15), asked)
        assert len(found.options) == MAX_OPTIONS
        assert found.options[found.right] == "right"


def test_a_card_without_wrong_answers_is_recalled_freely() -> None:
    assert quiz_card(question("free", wrong=0), 1).options == ()


def test_what_was_missed_comes_again_in_the_same_sitting_until_it_is_known() -> None:
    sitting, asked = Sitting(DECK, (), NOW), list[str]()
    while sitting.card is not None:
        name = sitting.card.question.id
        sitting.go_on(sitting.answer(asked.count(name) == (2 if name == "deck.b" else 0), NOW))
        asked.append(name)
    assert asked.count("deck.b") == 3
    assert sorted(set(asked)) == [one.id for one in DECK.questions]
    assert len(asked) == 7
    assert not sitting.first()["deck.b"]
    assert all(known for name, known in sitting.first().items() if name != "deck.b")


def test_what_was_missed_comes_back_before_what_was_known() -> None:
    sitting = Sitting(DECK, (), NOW)
    while sitting.card is not None:
        missed = not any(one.question == "deck.a" for one in sitting.answered)
        sitting.go_on(sitting.answer(not (missed and sitting.card.question.id == "deck.a"), NOW))
    back = sitting.comes_back()
    assert NOW < back["deck.a"] < min(at for name, at in back.items() if name != "deck.a")


def test_a_sitting_with_nothing_due_has_no_card_unless_all_is_asked() -> None:
    known = [QuizAnswer(one.id, True, NOW) for one in DECK.questions]
    assert Sitting(DECK, known, NOW + 60).card is None
    whole = Sitting(DECK, known, NOW + 60, whole=True)
    assert whole.place == (1, 5)
    while whole.card is not None:
        whole.go_on(whole.answer(True, NOW + 60))
    assert len(whole.answered) == 5


def test_answers_to_other_decks_do_not_count() -> None:
    other = [QuizAnswer("other.a", True, NOW)] * 9
    assert Sitting(DECK, other, NOW).place == (1, 5)
