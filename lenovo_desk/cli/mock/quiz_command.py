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
    """List the quizzes, count what is due, or ask."""
    decks = {one.id: one for one in services.materials.quizzes(practice_language(services))}
    if options.deck and options.deck not in decks:
        known = guess(options.deck, decks) or f" There are: {', '.join(decks)}."
        raise Stop(f'there is no quiz "{options.deck}".{known}', MISUSED)
    chosen = [decks[options.deck]] if options.deck else list(decks.values())
    if options.deck and not (options.due or options.json):
        status = _ask(chosen[0], options.all, services, out)
    else:
        status = _list(chosen, options, services, out)
    tell_call_notices(services)
    return status


def _list(decks: list[Quiz], options: Namespace, services: Services, out: Output) -> int:
    words, now = services.library.words(services.wording), services.calls.clock.now().utc
    answers = services.calls.answers(services.settings.agent.id)
    counts = {one.id: len(due_questions(one, answers, now)) for one in decks}
    if options.json:
        out.json(
            [
                {
                    "id": one.id,
                    "title": one.title,
                    "language": one.language,
                    "questions": [question._asdict() for question in one.questions],
                    "due": counts[one.id],
                    "next": iso(next_quiz_time(one, answers, now), services.settings.zone),
                }
                for one in decks
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
                    one.id,
                    one.title,
                    filled(words["quiz.questions"], {"n": str(len(one.questions))}),
                    filled(words["quiz.due"], {"n": str(counts[one.id])})
                    if counts[one.id]
                    else words["quiz.none_due"],
                )
                for one in decks
            ]
        )
    return 0


def _ask(quiz: Quiz, whole: bool, services: Services, out: Output) -> int:
    """Ask until nothing is left, the input ends or `q` is said; every answer is kept at once."""
    words, clock, agent = (
        services.library.words(services.wording),
        services.calls.clock,
        services.settings.agent,
    )
    answers = services.calls.answers(agent.id)
    sitting = Sitting(quiz, answers, clock.now().utc, whole)
    out.line(quiz.title)
    if sitting.card is None:
        again = next_quiz_time(quiz, answers, clock.now().utc)
        when = time_text(formats_of(words), again, services.settings.zone)
        out.line(filled(words["quiz.nothing_due"], {"time": when}))
    while sitting.card is not None:
        right = _put(sitting.card, sitting.place, services, out)
        if right is None:
            break
        given = sitting.answer(right, clock.now().utc)
        services.calls.answered(agent.id, given)
        sitting.go_on(given)
    first = sitting.first()
    if first:
        known = sum(first.values())
        counts = {"right": str(known), "wrong": str(len(first) - known)}
        out.line()
        out.line(filled(words["quiz.done"], counts))
    return 0


def _put(card: QuizCard, place: tuple[int, int], services: Services, out: Output) -> bool | None:
    """Ask one question and tell what is right; None when the trainee stops."""
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
    elif _said(words["quiz.reveal"], out) in (None, *_STOP):
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


def _number(asked: str, most: int, wrong: str, out: Output) -> int | None:
    """Return a number from 1 to `most`; None when the input ends or the trainee stops."""
    while True:
        said = _said(asked, out)
        if said is None or said in _STOP:
            return None
        if said.isascii() and said.isdigit() and 1 <= int(said) <= most:
            return int(said)
        out.line(filled(wrong, {"n": str(most)}))


def _said(asked: str, out: Output) -> str | None:
    """Return a typed line with full-width digits made plain; None when the input ends."""
    out.text(asked)
    sys.stdout.flush()
    line = sys.stdin.readline()
    if not sys.stdin.isatty():
        out.line()
    return folded(line) if line else None
