"""Scenes of a class and of a quiz."""

from lenovo_desk.tui.trainer.class_screen import show_class
from lenovo_desk.tui.training.quiz_screen import QuizScreen, show_quiz
from tests.cli.calls import careless, played
from tests.tui.driver import START, Driver

DAY = 86400.0


async def class_screen(d: Driver, language: str) -> None:
    """Three trainees, one of them certified."""
    fill(d, language)
    show_class(d.app)
    await d.press("down")


def fill(d: Driver, language: str) -> None:
    """Let three trainees have played."""
    folder = d.data / "mock"
    for number in range(5):
        at = START - (9 - number) * DAY
        played(folder, f"call-ana-{number}", "ana", at=at, language=language, heard=1.0)
    for number, seed in enumerate((10, 11)):
        at = START - (5 - number) * DAY
        maker = careless(seed)
        played(folder, f"call-bo-{number}", "bo", make=maker, at=at, language=language, heard=0.5)
    hurried = ("accepted", "abandon:no time")
    played(folder, "call-chen-0", "chen", at=START - DAY, language=language, moves=hurried)


async def quiz(d: Driver, language: str) -> None:
    """The first question of a deck."""
    deck = next(one for one in d.app.training.materials.quizzes(language) if one.id == "shop")
    show_quiz(d.app, deck)
    await d.settle()


async def quiz_answered(d: Driver, language: str) -> None:
    """A wrong answer, or a right one; why, and the source."""
    await quiz(d, language)
    await d.press("1")


async def quiz_end(d: Driver, language: str) -> None:
    """The first question missed, then every one answered right until none is left."""
    await quiz(d, language)
    screen = d.app.screen
    assert isinstance(screen, QuizScreen)
    missed = False
    while (card := screen.card) is not None:
        right = str(card.right + 1)
        await d.press(right if missed else "12"[card.right == 0], "enter")
        missed = True


CLASS_SCENES = {
    "class": class_screen,
    "quiz": quiz,
    "quiz-answered": quiz_answered,
    "quiz-end": quiz_end,
}
