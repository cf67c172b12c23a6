"""When a question is asked again: Leitner's boxes, worked out from the answers alone.

A question answered right moves one box on and comes back after more days. A missed one goes back to
box 0, comes again after a few others in the same sitting, and the next day once it is known.
"""

from collections.abc import Iterable

from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.training.model.quiz import Question, Quiz, QuizAnswer

DAY = 86400.0
DAYS = (1, 3, 7, 16, 35)
"""Days after which a question comes back, by box from 1. One known at once starts in box 2."""
EARLY = 9 * 3600.0
"""Seconds by which it comes back early: one asked between 9 and 17 is due the next morning."""
OTHERS = 3
"""How many other questions are answered before a missed one comes again."""


class QuestionStanding(NamedTuple):
    """How well the trainee knows a question."""

    box: int
    """0 for a new or a missed question, else its box, counted from 1; the last one is final."""
    due: float
    """When it is asked again, in seconds since 1970 UTC; 0 for a new or a missed one."""
    answered: int = 0
    """How often it was answered."""
    missed: int = 0
    """How often it was answered wrong."""
    others: int = 0
    """How many other questions must still be answered before a missed one comes again."""


_NEW = QuestionStanding(0, 0.0)


def standings(quiz: Quiz, answers: Iterable[QuizAnswer]) -> dict[str, QuestionStanding]:
    """Return the standing of each question of a quiz, by question id.

    `answers` are in order, earliest first; those to other quizzes are ignored.
    """
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
    if standing.box and answer.at < standing.due:  # asked before it was due: no proof
        return standing._replace(answered=count)
    box = 2 if not standing.answered else min(standing.box + 1, len(DAYS))
    return QuestionStanding(box, answer.at + DAYS[box - 1] * DAY - EARLY, count, standing.missed)


def due_questions(quiz: Quiz, answers: Iterable[QuizAnswer], now: float) -> tuple[Question, ...]:
    """Return the questions to ask now, in order; call it again after each answer.

    First come missed ones whose turn has come, then due ones, the longest overdue first, then new
    ones. A missed one that still has to wait comes after as many others as it waits for, or last.
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
    """Return when a question is next due, in seconds since 1970 UTC, at least `now`.

    0 for a quiz without questions.
    """
    by_question = standings(quiz, answers).values()
    return max(now, min(standing.due for standing in by_question)) if by_question else 0.0
