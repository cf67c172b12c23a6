"""The pane of a mock call's customer: their mood and what they say."""

from collections.abc import Mapping

from rich.cells import cell_len
from textual.strip import Strip

from lenovo_desk.core.wording.sentences import filled
from lenovo_desk.training.customer.customer import Customer, mood_name
from lenovo_desk.training.model.scenario import MAX_MOOD
from lenovo_desk.training.reports.event_text import utterance_text
from lenovo_desk.tui.kit.edges import SIGN_AT, TEXT_AT
from lenovo_desk.tui.kit.face import Face
from lenovo_desk.tui.kit.lines import line
from lenovo_desk.tui.kit.lists.rows import MARGIN, Cell
from lenovo_desk.tui.kit.pages.page import Paragraph
from lenovo_desk.tui.kit.text_layout import fit, wrap
from lenovo_desk.tui.kit.times_and_ids import clock_text

Words = Mapping[str, str]
MEASURE = 90
"""The widest line of text that is still easy to read, in cells."""
TIME_WIDTH = 7
"""Width in cells of the time before an utterance."""
MARK, BAR = "▌", "▏"
"""A mark of the mood; the thin bar before what the customer says."""


def mood_cells(person: Customer, face: Face, narrow: bool = False) -> list[Cell]:
    """Return the mood as ten marks and a word; when the agent is to speak, that too.

    If `narrow` the marks come last, where a row is cut.
    """
    words, ink = face.words, face.ink
    name = "furious" if person.hung_up else mood_name(person.mood)
    style = {
        "calm": ink.status,
        "tense": ink.status_half,
        "angry": ink.status_base,
        "furious": ink.status_warn,
    }[name]
    marks: list[Cell] = [
        (MARK * person.mood, style),
        (MARK * (MAX_MOOD - person.mood), ink.risen_bar),
        ("  ", ink.status),
    ]
    word: Cell = (words[f"mock.mood.{mood_name(person.mood)}"], style)
    turn: list[Cell] = [(f" {words['mock.your_turn']} ", ink.turn)] if person.next else []
    space: Cell = (" ", ink.status)
    return [word, space, *turn, space, *marks] if narrow else [*marks, word, space, *turn]


def customer_rows(
    person: Customer, face: Face, size: tuple[int, int], name: str = "", indent: int = 0
) -> list[Strip]:
    """Return the latest utterances that fit, the newest at the bottom; a thin bar before them.

    `size` is width and height in cells, `indent` the cells left blank at the left. With a `name`
    the first row has it, with the mood, at its end whose turn it is; a blank one follows.
    """
    (width, height), ink = size, face.ink
    bar: list[Cell] = [(" " * (indent + MARGIN), ink.plain), (BAR, ink.risen_bar)]
    start: list[Cell] = [*bar, (" " * (TEXT_AT - MARGIN - 1), ink.status)]
    inner = width - indent - TEXT_AT - SIGN_AT
    rows: list[list[Cell]] = []
    if name:
        cells: list[Cell] = [(f"{fit(name, inner // 3)}   ", ink.status_strong)]
        cells += mood_cells(person, face)
        if person.next:
            used = sum(cell_len(text) for text, _ in cells)
            cells.insert(-1, (" " * max(0, inner - used), ink.status))
        rows += [cells, []]
    for when, text, newest in _latest(
        person, face, height - len(rows), min(MEASURE, inner - TIME_WIDTH)
    ):
        style = ink.status_base if newest else ink.status
        style = ink.cursor if newest and person.hung_up else style
        rows.append([(f"{when:>{TIME_WIDTH - 2}}  ", ink.status), (text, style)])
    rows += [[]] * (height - len(rows))
    edge = line([], MARGIN, ink.plain)
    return [Strip.join([line([*start, *row], width - MARGIN, ink.status), edge]) for row in rows]


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
