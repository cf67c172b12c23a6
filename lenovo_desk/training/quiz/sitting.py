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
    """Empty for one that is recalled freely: the trainee judges himself."""
    right: int
    """Which option is right, counted from 0."""


def quiz_card(question: Question, asked: int) -> QuizCard:
    """Return a question that was answered so many times before: each time in another order."""
    if not question.wrong:
        return QuizCard(question, (), 0)
    options = [question.right, *question.wrong[: MAX_OPTIONS - 1]]
    Random(f"{question.id} {asked}").shuffle(options)
    return QuizCard(question, tuple(options), options.index(question.right))


class Sitting:
    """Questions one after the other, as `spacing.due_questions` orders them."""

    def __init__(
        self, quiz: Quiz, answers: Iterable[QuizAnswer], now: float, whole: bool = False
    ) -> None:
        """`answers` are the earlier ones of the trainee; `whole` asks what is not due as well."""
        self.quiz = quiz
        self._before = [one for one in answers if one.question.startswith(f"{quiz.id}.")]
        self.given: list[QuizAnswer] = []
        self._whole = whole
        self._line_up(now)

    def _line_up(self, now: float) -> None:
        """Find what is still to be asked, the first in front."""
        answers = (*self._before, *self.given)
        self._left = list(due_questions(self.quiz, answers, now))
        if self._whole:
            out = {*(one.id for one in self._left), *(one.question for one in self.given)}
            self._left += [one for one in self.quiz.questions if one.id not in out]
        first = self._left[:1]
        asked = sum(1 for one in answers for x in first if one.question == x.id)
        self.card = quiz_card(first[0], asked) if first else None

    @property
    def place(self) -> tuple[int, int]:
        """Which question this is, counted from 1, and how many there are as it looks now."""
        done = len(self.given)
        return done + 1, done + len(self._left)

    def answer(self, right: bool, at: float) -> QuizAnswer:
        """Return the answer to the question in front, which stays there until `go_on`."""
        assert self.card is not None, "a question is in front"
        return QuizAnswer(self.card.question.id, right, at)

    def go_on(self, answer: QuizAnswer) -> None:
        """Take an answer that was kept, and put the next question in front."""
        self.given.append(answer)
        self._line_up(answer.at)

    def first(self) -> Mapping[str, bool]:
        """Return whether each question was known when it came first in this sitting."""
        found: dict[str, bool] = {}
        for one in self.given:
            found.setdefault(one.question, one.right)
        return found

    def comes_back(self) -> Mapping[str, float]:
        """Return when each question is due, in seconds since 1970 UTC; 0 for at once."""
        found = standings(self.quiz, (*self._before, *self.given))
        return {name: one.due for name, one in found.items()}
