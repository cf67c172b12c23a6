"""A quiz: one question at a time, why its answer is right, and its source."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from rich.style import Style
from textual import events
from textual.app import ComposeResult
from textual.strip import Strip

from lenovo_desk.core.time.moments import iso
from lenovo_desk.core.wording.books import time_text
from lenovo_desk.core.wording.language_formats import formats_of
from lenovo_desk.core.wording.sentences import filled, pair
from lenovo_desk.training.model.quiz import Quiz, QuizAnswer
from lenovo_desk.training.quiz.sitting import QuizCard, Sitting
from lenovo_desk.training.quiz.spaced_repetition import next_quiz_time
from lenovo_desk.tui.digits import digit
from lenovo_desk.tui.kit.base_screen import BaseModal
from lenovo_desk.tui.kit.cursor_list import window_top
from lenovo_desk.tui.kit.edges import MEASURE, SIGN_AT, TEXT_AT, edged
from lenovo_desk.tui.kit.lines import Lines, line, repaint
from lenovo_desk.tui.kit.text_layout import fit, wrap
from lenovo_desk.tui.kit.theme import inks
from lenovo_desk.tui.shell import Shell

KNEW, MISSED = 1, 2
"""The digits with which trainees judge their own answer."""


def show_quiz(shell: Shell, quiz: Quiz, back: Callable[[], object] | None = None) -> None:
    """Ask the due questions of a quiz; `back` is called when the trainee leaves it.

    Raises `StoreProblem` when earlier answers cannot be read.
    """
    answers = shell.training.calls.answers(shell.settings.current.agent.id)

    def left(_: None) -> None:
        if back:
            back()

    shell.push_screen(QuizScreen(shell, quiz, answers), left)


class QuizRow(NamedTuple):
    """A line of the quiz, with the sign that hangs before it."""

    text: str
    style: Style
    sign: tuple[str, Style] | None = None


class QuizScreen(BaseModal[None], scope="quiz"):
    """Digits answer, Enter continues; each answer is saved before the next question."""

    CSS_PATH = Path(__file__).with_suffix(".tcss")

    def __init__(self, shell: Shell, quiz: Quiz, answers: tuple[QuizAnswer, ...]) -> None:
        super().__init__()
        self._shell, self._quiz, self._before = shell, quiz, answers
        self._clock, self._words = shell.training.calls.clock, shell.words
        self._sitting = Sitting(quiz, answers, self._clock.now().utc)
        self._idle = self._sitting.card is None
        """Whether nothing is due and the trainee has not asked for all questions either."""
        self._picked = 0
        """The digit that answered the current question; 0 before that."""
        self._answer: QuizAnswer | None = None
        """The answer to the current question, as it was saved."""
        self._revealed = False
        """Whether the answer to a question without options is shown."""
        self._top = 0

    def compose(self) -> ComposeResult:
        yield Lines(self._draw, id="quiz")
        yield self.message_row()
        yield self.keys_row()

    @property
    def card(self) -> QuizCard | None:
        """The current question; None at the end, and when nothing is due."""
        return self._sitting.card

    # --- keys

    def on_key(self, event: events.Key) -> None:
        """Answer with a digit."""
        number = digit(event.character)
        if number is not None:
            event.stop()
            self.answer(number)

    def answer(self, number: int) -> None:
        """Answer the current question, unless it is answered already."""
        card = self._sitting.card
        if card is None or self._picked or (not card.options and not self._revealed):
            return
        if number > (len(card.options) or MISSED):
            return
        right = number - 1 == card.right if card.options else number == KNEW
        answer = self._sitting.answer(right, self._clock.now().utc)
        shell = self._shell
        calls, agent = shell.training.calls, shell.settings.current.agent.id
        self.message, self.alert = shell.refusal(lambda: calls.answered(agent, answer)), True
        if not self.message:
            self._picked, self._answer = number, answer
            if not card.options:  # the reason was read with the answer
                self._next()
        self._paint()

    def action_go_on(self) -> None:
        """Show the answer, the next question, or all questions when none was due."""
        card = self._sitting.card
        if self._idle:
            now = self._clock.now().utc
            self._sitting, self._idle = Sitting(self._quiz, self._before, now, whole=True), False
            self._began()
        elif card is None:
            self.action_leave()
        elif self._picked:
            self._next()
        elif not card.options:
            self._revealed = True
        self._paint()

    def _next(self) -> None:
        assert self._answer is not None, "the question in front was answered"
        self._sitting.go_on(self._answer)
        self._began()

    def _began(self) -> None:
        self._picked, self._revealed, self._top = 0, False, 0

    def action_scroll(self, step: int) -> None:
        """Scroll by half a screen, when a question is longer than the window."""
        self._top += step * max(1, self.size.height // 2)
        self._paint()

    def action_leave(self) -> None:
        """Close the quiz; answers are already saved."""
        if self.is_active:  # a second key may come in the same moment
            self.dismiss(None)

    # --- drawing

    def _paint(self) -> None:
        repaint(*self.query(Lines))

    def _draw(self, width: int, height: int) -> list[Strip]:
        ink, card, words = inks(self.app), self._sitting.card, self._words
        room = max(10, min(width - TEXT_AT - SIGN_AT, MEASURE))
        place = ""
        if card is not None:
            number, of = self._sitting.place
            place = f"{number}/{of}"
        head = [
            (" " * SIGN_AT + fit(self._quiz.title, width - 12), ink.status_strong),
            ("  ", ink.status),
        ]
        rows = self._rows(card, room)
        body = height - 2
        self._top = window_top(self._top, len(rows), body)
        window = rows[self._top : self._top + body]
        more = words["quiz.more"] if self._top + body < len(rows) else ""
        head.append((place + (f"  ↓ {more}" if more else ""), ink.status))
        blank = line([], width, ink.plain)
        strips = [edged(row.sign, [(row.text, row.style)], ink, width) for row in window]
        return [line(head, width, ink.status), blank, *strips, *[blank] * (body - len(strips))]

    def _rows(self, card: QuizCard | None, room: int) -> list[QuizRow]:
        if self._idle:
            return self._nothing(room)
        return self._end(room) if card is None else self._question(card, room)

    def _question(self, card: QuizCard, room: int) -> list[QuizRow]:
        ink, words, question = inks(self.app), self._words, card.question
        rows = [QuizRow(part, ink.strong) for part in wrap(question.ask, room)] + [
            QuizRow("", ink.plain)
        ]
        for index, option in enumerate(card.options):
            rows += self._option(card, index, option, room)
        if not (self._picked or self._revealed):
            key = "choose" if card.options else "recall"
            return [
                *rows,
                *([QuizRow("", ink.plain)] if card.options else []),
                QuizRow(self.with_keys(words[f"quiz.{key}"]), ink.dim),
            ]
        if not card.options:
            rows += [QuizRow(part, ink.phrase) for part in wrap(question.right, room)]
        if self._picked or self._revealed:
            if self._picked:
                right = self._picked - 1 == card.right
                rows += [
                    QuizRow("", ink.plain),
                    QuizRow(words[f"quiz.{'right' if right else 'wrong'}"], ink.title),
                ]
            rows.append(QuizRow("", ink.plain))
            rows += [QuizRow(part, ink.plain) for part in wrap(question.why, room) if question.why]
            source = pair(words, words["quiz.source"], question.source)
            rows += [QuizRow(part, ink.dim) for part in wrap(source, room)]
        if self._revealed:
            rows += [QuizRow("", ink.plain), QuizRow(words["quiz.judge"], ink.key)]
        return rows

    def _option(self, card: QuizCard, index: int, text: str, room: int) -> list[QuizRow]:
        """Return the rows of an option; after the answer, marked as picked and as right."""
        ink, words = inks(self.app), self._words
        style, mark = ink.plain, ""
        if self._picked:
            style = ink.strong if index == card.right else ink.dim
            notes = [words["quiz.right_one"]] if index == card.right else []
            notes += [words["quiz.yours"]] if index == self._picked - 1 else []
            mark = f"  ({', '.join(notes)})" if notes else ""
        sign = (str(index + 1), ink.locked if self._picked else ink.key)
        if self._picked and index == card.right:
            sign = ("✓", ink.dim)
        parts = wrap(text + mark, room)
        return [QuizRow(part, style, sign if n == 0 else None) for n, part in enumerate(parts)]

    def _nothing(self, room: int) -> list[QuizRow]:
        ink, words = inks(self.app), self._words
        at = next_quiz_time(self._quiz, self._before, self._clock.now().utc)
        all_the_same = self.with_keys(words["quiz.all_the_same"])
        text = filled(words["quiz.nothing_due"], {"time": self._moment(at)})
        return [
            *(QuizRow(part, ink.strong) for part in wrap(text, room)),
            QuizRow("", ink.plain),
            *(QuizRow(part, ink.plain) for part in wrap(all_the_same, room)),
        ]

    def _end(self, room: int) -> list[QuizRow]:
        ink, words, first = inks(self.app), self._words, self._sitting.first()
        right_count = sum(first.values())
        counts = {"right": str(right_count), "wrong": str(len(first) - right_count)}
        rows: list[QuizRow] = [QuizRow(filled(words["quiz.done"], counts), ink.title)]
        asks = {question.id: question.ask for question in self._quiz.questions}
        back = self._sitting.comes_back()
        for key, answered_right in (("missed", False), ("known", True)):
            names = [name for name, right in first.items() if right is answered_right]
            if names:
                rows += [QuizRow("", ink.plain), QuizRow(words[f"quiz.{key}"], ink.title)]
            rows += [
                QuizRow(fit(f"{self._moment(back[name])}  {asks[name]}", room), ink.plain)
                for name in names
            ]
        return rows

    def _moment(self, at: float) -> str:
        now = self._clock.now().utc
        if at <= now:
            return self._words["quiz.at_once"]
        zone = self._shell.settings.current.zone
        same_day = iso(at, zone)[:10] == iso(now, zone)[:10]
        part = "time" if same_day else "date"
        return time_text(formats_of(self._shell.words), at, zone, part, now)
