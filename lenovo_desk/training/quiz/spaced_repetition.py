"""When a question is asked again: boxes after Leitner, kept as nothing but the answers given.

A question that was answered right goes one box further and comes back after more and more days;
one that was missed goes back to the first, comes again after a few others in the same sitting, and
once it is known again the next day.
"""

from collections.abc import Iterable

from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.training.model.quiz import Question, Quiz, QuizAnswer

DAY = 86400.0
DAYS = (1, 3, 7, 16, 35)
"""By box, from 1: the days after which a question comes back. One known at once starts in 2."""
EARLY = 9 * 3600.0
"""Seconds by which it comes back early: what was asked from 9 to 17 is due the next morning."""
OTHERS = 3
"""Other questions that are answered before a missed one comes again."""


class QuestionStanding(NamedTuple):
    """How well a question is known."""

    box: int
    """0: missed and not known again since, or new; then one of `DAYS`, the last for good."""
    due: float
    """Seconds since 1970 UTC when it is asked again; 0 for a new or a missed one."""
    answered: int = 0
    """How often it was answered."""
    missed: int = 0
    """How often wrong."""
    others: int = 0
    """How many others must still be answered before a missed one comes again."""


_NEW = QuestionStanding(0, 0.0)


def standings(quiz: Quiz, answers: Iterable[QuizAnswer]) -> dict[str, QuestionStanding]:
    """Return how each question of a quiz stands by its answers, earliest first; others are left."""
    by_question = {question.id: _NEW for question in quiz.questions}
    for answer in answers:
        if answer.question not in by_question:
            continue
        for name, standing in by_question.items():
            if standing.others and name != answer.question:
                by_question[name] = standing._replace(others=standing.others - 1)
        by_question[answer.question] = _answered(by_question[answer.question], answer)
    return by_question


def _answered(standing: QuestionStanding, answer: QuizAnswer) -> QuestionStanding:
    count = standing.answered + 1
    if not answer.right:
        return QuestionStanding(0, 0.0, count, standing.missed + 1, OTHERS)
    if standing.box and answer.at < standing.due:  # asked before its time: it proves nothing new
        return standing._replace(answered=count)
    box = 2 if not standing.answered else min(standing.box + 1, len(DAYS))
    return QuestionStanding(box, answer.at + DAYS[box - 1] * DAY - EARLY, count, standing.missed)


def due_questions(quiz: Quiz, answers: Iterable[QuizAnswer], now: float) -> tuple[Question, ...]:
    """Return what is asked now, in order; ask the first, keep the answer, and ask this again.

    Missed ones whose turn has come are first, then those whose day has come, the longest overdue
    first, then new ones; a missed one whose turn is to come stands behind as many others as it has
    to wait for, or last.
    """
    by_question = standings(quiz, answers)
    missed = [
        question
        for question in quiz.questions
        if by_question[question.id].missed and not by_question[question.id].box
    ]
    order = [question for question in missed if not by_question[question.id].others]
    due = [
        question
        for question in quiz.questions
        if by_question[question.id].box and by_question[question.id].due <= now
    ]
    order += sorted(due, key=lambda question: by_question[question.id].due)
    order += [question for question in quiz.questions if not by_question[question.id].answered]
    for question in sorted(missed, key=lambda question: by_question[question.id].others):
        if by_question[question.id].others:
            order.insert(by_question[question.id].others, question)
    return tuple(order)


def next_quiz_time(quiz: Quiz, answers: Iterable[QuizAnswer], now: float) -> float:
    """Return from when on there is something to ask, `now` at the earliest; 0 for an empty quiz."""
    by_question = standings(quiz, answers).values()
    return max(now, min(standing.due for standing in by_question)) if by_question else 0.0
