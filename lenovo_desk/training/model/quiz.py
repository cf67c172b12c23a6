"""Quizzes: questions that each name their source, and answers to them."""

from lenovo_desk.core.model.flow import Plain
from lenovo_desk.core.named_tuple import NamedTuple


class Question(NamedTuple):
    """A question of a quiz."""

    id: str
    """The quiz and the question: `quiz.name`."""
    ask: str
    right: str
    wrong: tuple[str, ...]
    """Wrong answers to choose from; if none, trainees judge for themselves whether they knew."""
    why: str
    """Why the right answer is right; may be empty."""
    source: str
    """The document, or another place, that the answer comes from."""


class Quiz(NamedTuple):
    """A set of questions in one language."""

    id: str
    language: str
    title: str
    questions: tuple[Question, ...]
    order: int = 100


class QuizAnswer(NamedTuple):
    """A trainee's answer to a question."""

    question: str
    right: bool
    at: float
    """Seconds since 1970 UTC."""


def quiz_from_plain(plain: Plain, language: str) -> Quiz:
    """Return the quiz of a plain structure, which was checked when it was read."""
    name = plain["quiz"]
    return Quiz(
        name,
        language,
        plain["title"],
        tuple(
            Question(
                f"{name}.{key}",
                question["ask"],
                question["right"],
                tuple(question.get("wrong", ())),
                question.get("why", ""),
                question["source"],
            )
            for key, question in plain["questions"].items()
        ),
        int(plain.get("order", "100")),
    )
