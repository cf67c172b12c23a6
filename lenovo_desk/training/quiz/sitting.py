"""A sitting with a quiz: which question is in front, in which order its answers stand."""

from collections.abc import Iterable, Mapping
from random import Random

from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.training.model.quiz import Question, Quiz, QuizAnswer
from lenovo_desk.training.quiz.spaced_repetition import due_questions, standings

MAX_OPTIONS = 9
"""Answers that digits can choose from."""


class QuizCard(NamedTuple):
    """A question as it is asked this time."""

    question: Question
    options: tuple[str, ...]
    """Empty for one that is recalled freely: trainees judge themselves."""
    right: int
    """Which option is right, counted from 0."""


def quiz_card(question: Question, times_asked: int) -> QuizCard:
    """Return a question as it is asked after `times_asked` answers: each time in another order."""
    if not question.wrong:
        return QuizCard(question, (), 0)
    options = [question.right, *question.wrong[: MAX_OPTIONS - 1]]
    Random(f"{question.id} {times_asked}").shuffle(options)
    return QuizCard(question, tuple(options), options.index(question.right))


class Sitting:
    """Questions one after the other, as `spacing.due_questions` orders them."""

    def __init__(
        self, quiz: Quiz, answers: Iterable[QuizAnswer], now: float, whole: bool = False
    ) -> None:
        """`answers` are the earlier ones of the trainee; `whole` asks what is not due as well."""
        self.quiz = quiz
        self._before = [answer for answer in answers if answer.question.startswith(f"{quiz.id}.")]
        self.answered: list[QuizAnswer] = []
        self._whole = whole
        self._line_up(now)

    def _line_up(self, now: float) -> None:
        """Find what is still to be asked, the first in front."""
        answers = (*self._before, *self.answered)
        self._left = list(due_questions(self.quiz, answers, now))
        if self._whole:
            out = {question.id for question in self._left}
            out |= {answer.question for answer in self.answered}
            self._left += [question for question in self.quiz.questions if question.id not in out]
        self.card = None
        for question in self._left[:1]:
            times_asked = sum(1 for answer in answers if answer.question == question.id)
            self.card = quiz_card(question, times_asked)

    @property
    def place(self) -> tuple[int, int]:
        """Which question this is, counted from 1, and how many there are as it looks now."""
        done = len(self.answered)
        return done + 1, done + len(self._left)

    def answer(self, right: bool, at: float) -> QuizAnswer:
        """Return the answer to the question in front, which stays there until `go_on`."""
        assert self.card is not None, "a question is in front"
        return QuizAnswer(self.card.question.id, right, at)

    def go_on(self, answer: QuizAnswer) -> None:
        """Take an answer that was kept, and put the next question in front."""
        self.answered.append(answer)
        self._line_up(answer.at)

    def first(self) -> Mapping[str, bool]:
        """Return whether each question was known when it came first in this sitting."""
        first_answers: dict[str, bool] = {}
        for answer in self.answered:
            first_answers.setdefault(answer.question, answer.right)
        return first_answers

    def comes_back(self) -> Mapping[str, float]:
        """Return when each question is due, in seconds since 1970 UTC; 0 for at once."""
        by_question = standings(self.quiz, (*self._before, *self.answered))
        return {name: standing.due for name, standing in by_question.items()}
