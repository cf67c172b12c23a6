"""The first start: at most five questions on one screen; nothing is written before the last."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from textual import events
from textual.app import ComposeResult
from textual.strip import Strip

from lenovo_desk.core.setting_uses import SettingUse
from lenovo_desk.core.text import clean_line
from lenovo_desk.core.wording.sentences import filled
from lenovo_desk.tui.digits import digit
from lenovo_desk.tui.kit.base_screen import BaseScreen
from lenovo_desk.tui.kit.edges import edged
from lenovo_desk.tui.kit.hint_row import KeyOffer
from lenovo_desk.tui.kit.input_line import Field, Keys, steps
from lenovo_desk.tui.kit.lines import Lines, repaint
from lenovo_desk.tui.kit.options import options_of
from lenovo_desk.tui.setup.first_answers import (
    QUESTIONS,
    first_flow,
    flow_title,
    needed_values,
    options_for,
    suggested,
    typed_answer,
    write_answers,
)
from lenovo_desk.tui.setup.first_painter import (
    ABOUT,
    GAP,
    Asked,
    asked_rows,
    ending_rows,
    option_rows,
    quiet_rows,
    value_rows,
)
from lenovo_desk.tui.setup.setting_forms import needed_by
from lenovo_desk.tui.shell import Shell

BEGIN, HOME = 1, 2
"""The ways on at the end."""


def show_first_start(shell: Shell, language: str = "") -> None:
    """Ask the questions of the first start; `language` is the one suggested."""
    shell.push_screen(FirstStart(shell, language))


class FirstStart(BaseScreen[None], scope="first"):
    """Asks one question after another; Esc goes back one and keeps what was typed."""

    CSS_PATH = Path(__file__).with_suffix(".tcss")
    MATTERS = ("first.go_on",)
    offers_help = False

    def __init__(self, shell: Shell, language: str) -> None:
        """Take what is there already as what is suggested."""
        super().__init__()
        self._answers = suggested(shell, language)
        self._typed = dict[str, str]()
        """What was typed for a question or a setting, until it is answered."""
        self._at = 0
        self._setting = ""
        """The setting that is asked for, within the last question."""
        self._leaving = False
        self._needed: Mapping[str, Sequence[SettingUse]] = {}
        """The settings that the last question asks for."""

    def compose(self) -> ComposeResult:
        keys: Keys = {
            **steps(self._move),
            **dict.fromkeys(self.key_parts("first.back"), self.action_back),
            **dict.fromkeys(self.key_parts("first.go_on"), self.action_go_on),
        }
        yield Lines(self._draw_above, id="first-above")
        self._field = Field(self.action_go_on, changed=self._changed, keys=keys)
        yield self._field
        yield Lines(self._draw_below, id="first-below")
        yield self.message_row()
        yield self.keys_row()

    def on_mount(self) -> None:
        """Ask the first question."""
        self._prefer(self._answers.language)
        self._ask(0)

    # --- where one is

    @property
    def _questions(self) -> tuple[str, ...]:
        """The questions that are asked: the last one only where something is needed."""
        return QUESTIONS if not self._answers.role or self._needed else QUESTIONS[:-1]

    @property
    def _question(self) -> str:
        """The question that is asked now; "" once all are answered."""
        return self._questions[self._at] if self._at < len(self._questions) else ""

    @property
    def typing(self) -> bool:
        """Whether typing enters text."""
        return bool(self._question)

    @property
    def _flow(self) -> str:
        """The title of the flow that one begins with."""
        return flow_title(self.shell, self._answers.role)

    def _ask(self, at: int, name: str = "") -> None:
        """Ask a question, with what was typed or answered before."""
        self._at, self.message, self._leaving = at, "", False
        if self._answers.role:
            self._needed = needed_values(self.shell, self._answers)
        question, answers, field = self._question, self._answers, self._field
        self._setting = ""
        options = options_for(self.shell, question)
        if question == "values":
            names = list(self._needed)
            self._setting = name if name in names else names[0]
            text = answers.values.get(self._setting, "")
        elif options:
            now = getattr(answers, question)
            text = options.get(now) or next(iter(options.values()))
        else:
            text = getattr(answers, question) if question else ""
        draft = self._typed.get(self._setting or question, text)
        field.display = bool(question)
        if question:
            whole = draft == text and bool(text)
            field.open(draft, whole, options_of(options) if options else None)
            self.set_focus(field)
        else:
            self.set_focus(None)
        self.on_resize()
        repaint(*self.query(Lines))

    def on_resize(self) -> None:
        """Give the question the rows that it needs at this width."""
        above = self.query_one("#first-above", Lines)
        above.styles.height = len(self._draw_above(self.app.size.width, 0))

    def _prefer(self, language: str) -> None:
        """Speak a language at once; the file is not changed."""
        self.shell.settings.prefer(language)
        self.shell.refresh_settings()

    def _changed(self) -> None:
        """Paint what is typed; the language under the cursor is spoken at once."""
        if not self.is_mounted or not self._question:
            return
        self._typed[self._setting or self._question] = self._field.value
        if self._question == "language" and (language := self._meant()):
            self._prefer(language)
        self.message, self._leaving = "", False
        repaint(*self.query(Lines))

    def _meant(self) -> str:
        """Return the value of the option that the line means; "" for none."""
        options, values = self._field.options, list(options_for(self.shell, self._question))
        index = options.meant(clean_line(self._field.value)) if options else None
        return "" if index is None else values[index]

    # --- keys

    def _move(self, step: int) -> None:
        """Go to the next option, or to the next setting of the last question."""
        if self._question == "values":
            self._keep()
            names = list(self._needed)
            self._ask(self._at, names[(names.index(self._setting) + step) % len(names)])
        elif options := options_for(self.shell, self._question):
            values, meant = list(options), self._meant()
            index = values.index(meant) + step if meant else 0
            name = options[values[index % len(values)]]
            self._field.open(name, True, options_of(options))

    async def on_key(self, event: events.Key) -> None:
        """Take the way on of a digit, once all questions are answered."""
        number = digit(event.character)
        if self._question and self.focused is None:
            await self._field.receive(event)
        elif not self._question and number in (BEGIN, HOME):
            event.stop()
            self._go(number)

    def action_go_on(self) -> None:
        """Take the answer and ask the next question; after the last one, write them all."""
        if not self._question:
            self._go(BEGIN)
            return
        if problem := self._keep():
            self.show(problem, alert=True)
            return
        names = list(self._needed) if self._question == "values" else []
        if names and self._setting != names[-1]:
            self._ask(self._at, names[names.index(self._setting) + 1])
            return
        if self._at + 1 == len(self._questions) and self._at > 1:
            if problem := self.shell.refusal(lambda: write_answers(self.shell, self._answers)):
                self.show(problem, alert=True)
                return
            self.shell.refresh_settings()
        self._ask(self._at + 1)

    def _keep(self) -> str:
        """Take the answer in the line; return why it is none, or ""."""
        question, text = self._question, clean_line(self._field.value)
        if self._field.options:
            value = self._meant()
            if not value:
                return self.words["first.choose"]
            if question == "language" and value != self._answers.language:
                self._typed.clear()  # the names of options are others now
            self._answers = self._answers.answered(question, value)
        else:
            answers = typed_answer(self.shell, self._answers, question, self._setting, text)
            if isinstance(answers, str):
                return answers
            self._answers = answers
        self._typed.pop(self._setting or question, None)
        if self._answers.role:
            self._needed = needed_values(self.shell, self._answers)
        return ""

    def action_back(self) -> None:
        """Go back one question; from the first one, asked twice, to Home."""
        if self._at:
            self._ask(self._at - 1)
        elif not self._leaving:
            self._leaving = True
            self.show(self.words["first.leave"])
        else:
            self._go(HOME, self.shell.refusal(lambda: write_answers(self.shell, self._answers)))

    def _go(self, way: int, problem: str = "") -> None:
        """Begin the first flow, or go to Home, where a problem is said."""
        if way == BEGIN:
            self.shell.start(first_flow(self.shell, self._answers.role).id)
        elif problem := self.shell.leave() or problem:
            self.shell.tell_home(problem, True)

    def offers(self) -> list[KeyOffer]:
        """Return what the keys do now."""
        words, question = self.words, self._question
        if not question:
            enter = filled(words["first.begin"], {"flow": self._flow})
        else:
            enter = words["first.go_on"]
        keys = [KeyOffer("enter", enter, lit=True, short=words["first.go_on"])]
        if question in ("language", "role", "country"):
            keys.append(KeyOffer("↑↓", words["pick.browse"]))
        before = self._questions[self._at - 1] if self._at else ""
        back = filled(words["first.back"], {"name": words[f"first.{before}"]}) if before else ""
        keys.append(KeyOffer("escape", back or words["first.later"]))
        return keys

    # --- drawing

    def _draw_above(self, width: int, height: int) -> list[Strip]:
        words, question, answers = self.words, self._question, self._answers
        count, zone = len(self._questions), self.shell.settings.current.zone
        now = Asked(
            self._at + 1 if question else 0,
            words[f"first.ask_{question}" if question else "first.ready"],
            filled(words[f"first.about_{question or 'ready'}"], {"flow": self._flow, "zone": zone}),
            f"{min(self._at + 1, count)}/{count}",
            {name: answers.text_of(self.shell, name) for name in self._questions[: self._at]},
        )
        return asked_rows(now, QUESTIONS, self.face, width)

    def _draw_below(self, width: int, height: int) -> list[Strip]:
        words, face, question = self.words, self.face, self._question
        if not question:
            texts = (
                filled(words["first.begin"], {"flow": self._flow}),
                words["first.home"],
            )
            return ending_rows(texts, face, width)
        blank = edged(None, [], face.ink, width)
        rows = [blank]
        if question == "values":
            needed = self._needed
            draft = {**self._answers.values, **self._typed}
            where = needed_by(self.shell, needed[self._setting]).partition("\n")[2].split("\n")
            rows += value_rows(needed, draft, self._setting, face, width)
            rows += [blank, *quiet_rows(where, face, width)[:ABOUT]]
        elif self._field.options:
            options = options_for(self.shell, question)
            meant = self._meant()
            current = list(options).index(meant) if meant else -1
            rows += option_rows(tuple(options.values()), current, face, width)
        else:
            name = clean_line(self._field.value)
            initials = self._answers._replace(name=name).initials or GAP
            rows += quiet_rows([filled(words["first.signs"], {"initials": initials})], face, width)
        ahead = [words[f"first.{name}"] for name in self._questions[self._at + 1 :]]
        return [*rows, blank, *quiet_rows(ahead, face, width, far=True)][:height]
