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
    found = {one.id: _NEW for one in quiz.questions}
    for answer in answers:
        if answer.question not in found:
            continue
        for name, one in found.items():
            if one.others and name != answer.question:
                found[name] = one._replace(others=one.others - 1)
        found[answer.question] = _answered(found[answer.question], answer)
    return found


def _answered(one: QuestionStanding, answer: QuizAnswer) -> QuestionStanding:
    count = one.answered + 1
    if not answer.right:
        return QuestionStanding(0, 0.0, count, one.missed + 1, OTHERS)
    if one.box and answer.at < one.due:  # asked before its time: it proves nothing new
        return one._replace(answered=count)
    box = 2 if not one.answered else min(one.box + 1, len(DAYS))
    return QuestionStanding(box, answer.at + DAYS[box - 1] * DAY - EARLY, count, one.missed)


def due_questions(quiz: Quiz, answers: Iterable[QuizAnswer], now: float) -> tuple[Question, ...]:
    """Return what is asked now, in order; ask the first, keep the answer, and ask this again.

    Missed ones whose turn has come are first, then those whose day has come, the longest overdue
    first, then new ones; a missed one whose turn is to come stands behind as many others as it has
    to wait for, or last.
    """
    stand = standings(quiz, answers)
    missed = [one for one in quiz.questions if stand[one.id].missed and not stand[one.id].box]
    order = [one for one in missed if not stand[one.id].others]
    known = [one for one in quiz.questions if stand[one.id].box and stand[one.id].due <= now]
    order += sorted(known, key=lambda one: stand[one.id].due)
    order += [one for one in quiz.questions if not stand[one.id].answered]
    for one in sorted(missed, key=lambda one: stand[one.id].others):
        if stand[one.id].others:
            order.insert(stand[one.id].others, one)
    return tuple(order)


def next_quiz_time(quiz: Quiz, answers: Iterable[QuizAnswer], now: float) -> float:
    """Return from when on there is something to ask, `now` at the earliest; 0 for an empty quiz."""
    stand = standings(quiz, answers).values()
    return max(now, min((one.due for one in stand), default=0.0)) if stand else 0.0
