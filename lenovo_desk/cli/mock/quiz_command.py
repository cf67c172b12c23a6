"""Ask the questions of a quiz that are due, a line each; numbers answer."""

import sys
from argparse import Namespace

from lenovo_desk.cli.arguments import CommandParser
from lenovo_desk.cli.exits import MISUSED, Stop, guess
from lenovo_desk.cli.mock.mock_names import practice_language, tell_call_notices
from lenovo_desk.cli.output import Output
from lenovo_desk.cli.services import Services
from lenovo_desk.core.text import folded
from lenovo_desk.core.time.moments import iso
from lenovo_desk.core.wording.books import time_text
from lenovo_desk.core.wording.language_formats import formats_of
from lenovo_desk.core.wording.sentences import filled, pair
from lenovo_desk.training.model.quiz import Quiz
from lenovo_desk.training.quiz.sitting import QuizCard, Sitting
from lenovo_desk.training.quiz.spaced_repetition import due_questions, next_quiz_time

_STOP = ("q", "Q")


def arguments(parser: CommandParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("deck", metavar="DECK", nargs="?", default="", help="none: list them")
    parser.add_argument("--due", action="store_true", help="count what is due, and ask nothing")
    parser.add_argument("--all", action="store_true", help="ask what is not due as well")
    parser.add_argument("--json", action="store_true", help="write JSON, and ask nothing")


def run(options: Namespace, services: Services, out: Output) -> int:
    """List the quizzes, count the due questions, or ask them."""
    decks = {quiz.id: quiz for quiz in services.materials.quizzes(practice_language(services))}
    if options.deck and options.deck not in decks:
        hint = guess(options.deck, decks) or f" There are: {', '.join(decks)}."
        raise Stop(f'there is no quiz "{options.deck}".{hint}', MISUSED)
    quizzes = [decks[options.deck]] if options.deck else list(decks.values())
    if options.deck and not (options.due or options.json):
        status = _ask(quizzes[0], options.all, services, out)
    else:
        status = _list(quizzes, options, services, out)
    tell_call_notices(services)
    return status


def _list(decks: list[Quiz], options: Namespace, services: Services, out: Output) -> int:
    words, now = services.library.words(services.wording), services.calls.clock.now().utc
    answers = services.calls.answers(services.settings.agent.id)
    counts = {quiz.id: len(due_questions(quiz, answers, now)) for quiz in decks}
    if options.json:
        out.json(
            [
                {
                    "id": quiz.id,
                    "title": quiz.title,
                    "language": quiz.language,
                    "questions": [question._asdict() for question in quiz.questions],
                    "due": counts[quiz.id],
                    "next": iso(next_quiz_time(quiz, answers, now), services.settings.zone),
                }
                for quiz in decks
            ]
        )
    elif options.due:
        out.line(str(sum(counts.values())))
    elif not decks:
        out.line(words["quiz.empty"])
    else:
        out.table(
            [
                (
                    quiz.id,
                    quiz.title,
                    filled(words["quiz.questions"], {"n": str(len(quiz.questions))}),
                    filled(words["quiz.due"], {"n": str(counts[quiz.id])})
                    if counts[quiz.id]
                    else words["quiz.none_due"],
                )
                for quiz in decks
            ]
        )
    return 0


def _ask(quiz: Quiz, whole: bool, services: Services, out: Output) -> int:
    """Ask until no question is left, the input ends or `q` is typed; save each answer at once."""
    words, clock, agent = (
        services.library.words(services.wording),
        services.calls.clock,
        services.settings.agent,
    )
    answers = services.calls.answers(agent.id)
    sitting = Sitting(quiz, answers, clock.now().utc, whole)
    out.line(quiz.title)
    if sitting.card is None:
        next_time = next_quiz_time(quiz, answers, clock.now().utc)
        when = time_text(formats_of(words), next_time, services.settings.zone, now=clock.now().utc)
        out.line(filled(words["quiz.nothing_due"], {"time": when}))
    while sitting.card is not None:
        right = _ask_question(sitting.card, sitting.place, services, out)
        if right is None:
            break
        answer = sitting.answer(right, clock.now().utc)
        services.calls.answered(agent.id, answer)
        sitting.go_on(answer)
    first = sitting.first()
    if first:
        right_count = sum(first.values())
        counts = {"right": str(right_count), "wrong": str(len(first) - right_count)}
        out.line()
        out.line(filled(words["quiz.done"], counts))
    return 0


def _ask_question(
    card: QuizCard, place: tuple[int, int], services: Services, out: Output
) -> bool | None:
    """Ask a question and show what is right; return whether it was known, None to stop."""
    words = services.library.words(services.wording)
    out.line()
    out.line(f"[{place[0]}/{place[1]}] {card.question.ask}")
    for index, option in enumerate(card.options, start=1):
        out.line(f"  {index}  {option}")
    if card.options:
        number = _number(words["quiz.answer"], len(card.options), words["quiz.not_number"], out)
        if number is None:
            return None
        right = number - 1 == card.right
        out.line(words[f"quiz.{'right' if right else 'wrong'}"])
        if not right:
            out.line(filled(words["quiz.right_is"], {"text": card.question.right}))
    elif _read_line(words["quiz.reveal"], out) in (None, *_STOP):
        return None
    else:
        out.line(card.question.right)
    if card.question.why:
        out.line(card.question.why)
    out.line(pair(words, words["quiz.source"], card.question.source))
    if not card.options:
        number = _number(words["quiz.knew"], 2, words["quiz.not_number"], out)
        return None if number is None else number == 1
    return right


def _number(prompt: str, most: int, wrong: str, out: Output) -> int | None:
    """Return a number typed, from 1 to `most`; None when the input ends or `q` is typed.

    `wrong` is the message for anything else.
    """
    while True:
        word = _read_line(prompt, out)
        if word is None or word in _STOP:
            return None
        if word.isascii() and word.isdigit() and 1 <= int(word) <= most:
            return int(word)
        out.line(filled(wrong, {"n": str(most)}))


def _read_line(prompt: str, out: Output) -> str | None:
    """Return a typed line, full-width digits made plain; None when the input ends."""
    out.text(prompt)
    sys.stdout.flush()
    line = sys.stdin.readline()
    if not sys.stdin.isatty():
        out.line()
    return folded(line) if line else None
