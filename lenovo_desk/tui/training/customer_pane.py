"""The pane of a mock call's customer: their mood and what they say."""

from collections.abc import Mapping

from rich.cells import cell_len
from rich.style import Style
from textual.strip import Strip

from lenovo_desk.core.wording.sentences import filled
from lenovo_desk.training.customer.customer import Customer, mood_name
from lenovo_desk.training.model.scenario import MAX_MOOD
from lenovo_desk.training.reports.event_text import utterance_text
from lenovo_desk.tui.kit.face import Face
from lenovo_desk.tui.kit.lines import line
from lenovo_desk.tui.kit.pages.page import Paragraph
from lenovo_desk.tui.kit.text_layout import fit, wrap
from lenovo_desk.tui.kit.times_and_ids import clock_text

Words = Mapping[str, str]
MEASURE = 90
"""The widest line of text that is still easy to read, in cells."""
TIME_WIDTH = 8
"""Width in cells of the time before an utterance."""


def mood_strip(person: Customer, face: Face, named: bool) -> Strip:
    """Return the mood as a word and a small scale; with `named`, after the word "customer"."""
    words, ink = face.words, face.ink
    name = mood_name(person.mood)
    high = name in ("angry", "furious") or person.hung_up
    parts: list[tuple[str, Style]] = [
        (f" {words['mock.customer']}  " if named else " ", ink.status),
        (words[f"mock.mood.{name}"], ink.status_warn if high else ink.status_strong),
        (f"  {mood_scale(person.mood)} ", ink.status_warn if high else ink.status),
    ]
    if person.next:
        turn = (f" {words['mock.your_turn']} ", ink.status)
        parts.insert(len(parts) if named else -1, turn)  # on a narrow screen the scale is cut
    return line(parts, sum(cell_len(text) for text, _ in parts), ink.status)


def customer_rows(
    person: Customer, face: Face, size: tuple[int, int], indent: int = 0
) -> list[Strip]:
    """Return the latest utterances that fit, the newest at the bottom.

    `size` is width and height in cells, `indent` the cells left blank at the left.
    """
    (width, height), ink = size, face.ink
    left = (" " * indent, ink.status)
    rows = []
    for when, text, newest in _latest(
        person, face, height, min(MEASURE, width - indent - TIME_WIDTH)
    ):
        style = ink.status_strong if newest else ink.status
        style = ink.cursor if newest and person.hung_up else style
        cells = [left, (f" {when:>{TIME_WIDTH - 3}}  ", ink.status), (text, style)]
        rows.append(line(cells, width, ink.status))
    return rows + [line([], width, ink.status)] * (height - len(rows))


def mood_scale(mood: int) -> str:
    """Return a mood as a bar of `MAX_MOOD` cells."""
    return "█" * mood + "░" * (MAX_MOOD - mood)


def _latest(person: Customer, face: Face, height: int, room: int) -> list[tuple[str, str, bool]]:
    """Return the last rows of utterances: a time, a text, and whether it is the newest.

    The newest utterance gets room first; a text that is cut ends with a mark.
    """
    words = face.words
    if not person.utterances:
        return [("", fit(words["mock.silent"], room), False)]
    rows: list[tuple[str, str, bool]] = []
    for utterance in reversed(person.utterances):
        free = height - len(rows)
        if not free:
            break
        texts = wrap(utterance_text(utterance, words), room)
        if len(texts) > free:
            more = filled(words["mock.more"], {"talk": face.key("mock.talk")})
            last = fit(texts[free - 1], room - cell_len(more) - 1)
            cut = last.removesuffix("…")
            texts = [*texts[: free - 1], f"{cut}{more}" if cut != last else f"{last} {more}"]
        newest = utterance is person.utterances[-1]
        rows = [
            (clock_text(utterance.at) if not n else "", text, newest)
            for n, text in enumerate(texts)
        ] + rows
    return rows


def talk_paragraphs(person: Customer, briefing: list[Paragraph], words: Words) -> list[Paragraph]:
    """Return everything the customer said as paragraphs, below the briefing."""
    page: list[Paragraph] = [*briefing, ("", "plain"), (words["mock.talk_title"], "title")]
    for utterance in person.utterances:
        why = words.get(f"mock.why.{utterance.why}", "")
        page.append((f"{clock_text(utterance.at)}  {why}".rstrip(), "dim"))
        page.append(
            (
                utterance_text(utterance, words),
                "strong" if utterance is person.utterances[-1] else "plain",
            )
        )
    if not person.utterances:
        page.append((words["mock.silent"], "dim"))
    now = f"{words[f'mock.mood.{mood_name(person.mood)}']}  {mood_scale(person.mood)}"
    return [*page, ("", "plain"), (now, "strong")]
