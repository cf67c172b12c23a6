"""Quizzes: questions that each name their source, and when which one is asked again."""

from lenovo_desk.core.model.flow import Plain
from lenovo_desk.core.named_tuple import NamedTuple


class Question(NamedTuple):
    """One card."""

    id: str
    """`quiz.name`."""
    ask: str
    right: str
    wrong: tuple[str, ...]
    """Other answers to choose from; none: trainees judge for themselves whether they knew."""
    why: str
    source: str
    """The document, or where else it stands."""


class Quiz(NamedTuple):
    """A deck in one language."""

    id: str
    language: str
    title: str
    questions: tuple[Question, ...]
    order: int = 100


class QuizAnswer(NamedTuple):
    """A question answered."""

    question: str
    right: bool
    at: float
    """Seconds since 1970 UTC."""


def quiz_from_plain(plain: Plain, language: str) -> Quiz:
    """Return the quiz of a plain structure that was checked when it was read."""
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
