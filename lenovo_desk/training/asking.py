"""A sitting with a quiz: which question is in front, in which order its answers stand."""

from collections.abc import Iterable
from random import Random

from lenovo_desk.core.records import NamedTuple
from lenovo_desk.training.quiz import Answer, Question

MOST = 9
"""Answers that digits can choose from."""


class Card(NamedTuple):
    """A question as it is asked this time."""

    question: Question
    options: tuple[str, ...]
    """Empty for one that is recalled freely: the trainee judges himself."""
    right: int
    """Which option is right."""


def card(question: Question, asked: int) -> Card:
    """Return a question that was answered so many times before: each time in another order."""
    if not question.wrong:
        return Card(question, (), 0)
    options = [question.right, *question.wrong[: MOST - 1]]
    Random(f"{question.id} {asked}").shuffle(options)
    return Card(question, tuple(options), options.index(question.right))


class Sitting:
    """Questions one after the other; those that were missed come once more at its end."""

    def __init__(self, questions: Iterable[Question], answers: Iterable[Answer]) -> None:
        """`answers` are the earlier ones of the trainee, of whichever quiz."""
        self._asked: dict[str, int] = {}
        for answer in answers:
            self._asked[answer.question] = self._asked.get(answer.question, 0) + 1
        self._left = list(questions)
        self.given: list[Answer] = []

    @property
    def card(self) -> Card | None:
        """The question in front; None at the end."""
        if not self._left:
            return None
        first = self._left[0]
        return card(first, self._asked.get(first.id, 0))

    @property
    def place(self) -> tuple[int, int]:
        """Which question this is, counted from 1, and how many there are."""
        done = len(self.given)
        return done + 1, done + len(self._left)

    def answer(self, right: bool, at: float) -> Answer:
        """Answer the question in front; it is still there until `go_on`."""
        return Answer(self._left[0].id, right, at)

    def go_on(self, answer: Answer) -> None:
        """Take an answer that was kept, and put the next question in front."""
        question = self._left.pop(0)
        missed_before = any(one.question == question.id for one in self.given)
        self.given.append(answer)
        self._asked[question.id] = self._asked.get(question.id, 0) + 1
        if not answer.right and not missed_before:
            self._left.append(question)

    @property
    def right(self) -> tuple[str, ...]:
        """The questions that were known at once."""
        return tuple(one for one, known in self._first().items() if known)

    @property
    def wrong(self) -> tuple[str, ...]:
        """The questions that were missed at first."""
        return tuple(one for one, known in self._first().items() if not known)

    def _first(self) -> dict[str, bool]:
        found: dict[str, bool] = {}
        for one in self.given:
            found.setdefault(one.question, one.right)
        return found
