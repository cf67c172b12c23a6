"""A sitting with a quiz: the current question and the order of its options."""

from collections.abc import Iterable, Mapping
from random import Random

from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.training.model.quiz import Question, Quiz, QuizAnswer
from lenovo_desk.training.quiz.spaced_repetition import due_questions, standings

MAX_OPTIONS = 9
"""The most options of a question: one digit each."""


class QuizCard(NamedTuple):
    """A question with its options in the order of this time."""

    question: Question
    options: tuple[str, ...]
    """Empty for a question without wrong answers: trainees judge themselves."""
    right: int
    """The index of the right option."""


def quiz_card(question: Question, times_asked: int) -> QuizCard:
    """Return a question with its options shuffled; `times_asked` decides the order."""
    if not question.wrong:
        return QuizCard(question, (), 0)
    options = [question.right, *question.wrong[: MAX_OPTIONS - 1]]
    Random(f"{question.id} {times_asked}").shuffle(options)
    return QuizCard(question, tuple(options), options.index(question.right))


class Sitting:
    """Asks questions one after another, in the order of `spaced_repetition.due_questions`."""

    def __init__(
        self, quiz: Quiz, answers: Iterable[QuizAnswer], now: float, whole: bool = False
    ) -> None:
        """Begin a sitting at `now`, in seconds since 1970 UTC.

        `answers` are the trainee's earlier ones; `whole` asks questions that are not due as well.
        """
        self.quiz = quiz
        self._before = [answer for answer in answers if answer.question.startswith(f"{quiz.id}.")]
        self.answered: list[QuizAnswer] = []
        self._whole = whole
        self._line_up(now)

    def _line_up(self, now: float) -> None:
        """Work out which questions are still to be asked, and make the first one current."""
        answers = (*self._before, *self.answered)
        self._left = list(due_questions(self.quiz, answers, now))
        if self._whole:
            excluded = {question.id for question in self._left}
            excluded |= {answer.question for answer in self.answered}
            self._left += [
                question for question in self.quiz.questions if question.id not in excluded
            ]
        self.card = None
        for question in self._left[:1]:
            times_asked = sum(1 for answer in answers if answer.question == question.id)
            self.card = quiz_card(question, times_asked)

    @property
    def place(self) -> tuple[int, int]:
        """The number of the current question, from 1, and how many there are at present."""
        done = len(self.answered)
        return done + 1, done + len(self._left)

    def answer(self, right: bool, at: float) -> QuizAnswer:
        """Return the answer to the current question, which stays current until `go_on`."""
        assert self.card is not None, "a question is in front"
        return QuizAnswer(self.card.question.id, right, at)

    def go_on(self, answer: QuizAnswer) -> None:
        """Take an answer that was saved, and make the next question current."""
        self.answered.append(answer)
        self._line_up(answer.at)

    def first(self) -> Mapping[str, bool]:
        """Return whether each question was known the first time it came in this sitting."""
        first_answers: dict[str, bool] = {}
        for answer in self.answered:
            first_answers.setdefault(answer.question, answer.right)
        return first_answers

    def comes_back(self) -> Mapping[str, float]:
        """Return by question when it is due, in seconds since 1970 UTC; 0 for at once."""
        by_question = standings(self.quiz, (*self._before, *self.answered))
        return {name: standing.due for name, standing in by_question.items()}
