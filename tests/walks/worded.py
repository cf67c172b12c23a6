"""`python -m tests.walks.worded`: takes the words of the worded transcripts again.

A worded transcript is one whole path of a flow in one language, with the words that its steps show:
a line `"text` demands that the step where the walk stands shows this line, as a title, guidance, a
phrase as it is filled, a fact, an item or a choice. It is kept: a change of it is read before it is
kept. A flow or a language that has none yet gets the path with the most steps.
"""

from collections.abc import Iterator
from pathlib import Path

from lenovo_desk.core.engine.session import Session
from lenovo_desk.core.step_view import StepView
from lenovo_desk.core.walking.moves import parse_move
from lenovo_desk.core.walking.walker import LibraryFlows, Walker
from tests.memory_journal import MemoryJournal
from tests.shipped_content import library
from tests.walks.stored_walks import (
    DESKS,
    LANGUAGES,
    clock_of,
    names_of,
    opening,
    straight,
    text_of,
)

FOLDER = Path(__file__).with_name("worded")
SAYS = '"'


class WordedWalk:
    """A walk of a flow that knows what its step shows."""

    def __init__(self, flow: str, language: str) -> None:
        self.language, self.clock = language, clock_of(f"{flow}/")
        self.session = Session(LibraryFlows(library()), MemoryJournal(), self.clock)
        self.session.do(opening(f"{flow}/", language))
        self.walker = Walker(library(), self.session, self.clock)

    def take(self, line: str) -> None:
        """Make the move of a line, or check what it demands."""
        if line.startswith(SAYS):
            assert line.removeprefix(SAYS) in self.shown(), self.step
            return
        reasons = self.walker.take(parse_move(line))
        assert not reasons, f"{line}: {reasons}"

    def shown(self) -> list[str]:
        """Return every line that the step shows, in order; nothing once the case is closed."""
        case = self.session.case
        if case.status == "closed":
            return []
        words = library().words(self.language)
        flows, now = self.session.flows, self.clock.now()
        view = StepView(flows, case, now, library(), words, self.language)
        texts = [
            *(view.title, view.do, view.caution),
            *(phrase.text for phrase in view.phrases),
            *(fact.title for fact in view.facts),
            *(item.title for item in view.items),
            *(choice.title for choice in view.choices),
            view.end,
        ]
        return [line for text in texts for line in text.split("\n") if line.strip()]

    @property
    def step(self) -> str:
        """The step where the walk stands."""
        return self.session.case.here.top.step

    @property
    def place(self) -> object:
        """What changes with every change of the step."""
        case = self.session.case
        return case.here, len(case.trail), case.status == "closed"


def lines_of(text: str) -> list[str]:
    """Return the lines of a transcript that say something."""
    lines = (line.strip() for line in text.split("\n"))
    return [line for line in lines if line and not line.startswith("#")]


def worded(flow: str, language: str, text: str) -> str:
    """Return a transcript with every word that its steps show on arrival and on leaving."""
    head = [line for line in text.split("\n") if line.startswith("#")]
    return "\n".join([*head, *_with_words(WordedWalk(flow, language), lines_of(text))]) + "\n"


def _with_words(walk: WordedWalk, lines: list[str]) -> Iterator[str]:
    moves = [line for line in lines if not line.startswith((SAYS, "@"))]
    demanded = walk.shown()
    yield from _arrival(walk)
    for line in moves:
        place, before = walk.place, walk.shown()
        walk.take(line)
        if walk.place == place:
            yield line
            continue
        yield from (SAYS + text for text in before if text not in demanded)
        yield line
        demanded = walk.shown()
        if demanded:
            yield from _arrival(walk)


def _arrival(walk: WordedWalk) -> list[str]:
    return ["", f"@{walk.step}", *(SAYS + text for text in walk.shown())]


def longest(flow: str) -> str:
    """Return the transcript of a flow that comes to the most steps."""

    def steps(name: str) -> int:
        return len({(step.flow, step.step) for step in straight(name, LANGUAGES[0])[0].case.path})

    return text_of(max(names_of(flow), key=steps))


def path_of(flow: str, language: str) -> Path:
    """Return where a worded transcript stands."""
    return FOLDER / f"{flow}.{language}.walk"


def main() -> None:
    """Take the words of every flow in every language again."""
    for flow in DESKS:
        for language in library().languages():
            path = path_of(flow, language)
            text = path.read_text("utf-8") if path.exists() else longest(flow)
            path.parent.mkdir(exist_ok=True)
            path.write_text(worded(flow, language, text), "utf-8", newline="\n")


if __name__ == "__main__":
    main()
