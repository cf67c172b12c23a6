"""What the find box finds in the content: steps and what is in them, phrases, results, cards."""

from collections.abc import Iterator
from functools import partial

from lenovo_desk.core.model.card import CustomerCard
from lenovo_desk.core.model.flow import Flow
from lenovo_desk.core.wording.books import BLANK, GAP, Book
from lenovo_desk.tui.desk.cards_page import card_paragraphs
from lenovo_desk.tui.kit.pages.page import Page, Paragraph
from lenovo_desk.tui.kit.pages.picker_rows import Act, PickerRow
from lenovo_desk.tui.shell import Shell

FoundRow = PickerRow[Act]


def step_rows(
    shell: Shell, flow: Flow, book: Book, group: str, at: str | None = None
) -> list[FoundRow]:
    """Return the steps of a flow, their ways on and ticks, and the flow's results.

    Enter shows the step. If the case is in this flow, its step `at` is left out: what is in it is
    found otherwise; and the flow needs no naming.
    """
    words = shell.words
    does, kinds = words["find.reads"], {
        name: words[f"find.{name}"] for name in ("step", "way", "tick", "result")
    }  # fmt: skip
    rows: list[FoundRow] = []
    ends: set[str] = set()
    for step in flow.steps.values():
        texts = book.steps[step.id]
        read = partial(_read_step, shell, flow, book, step.id)
        title = book.ends.get(step.end, step.end)
        if title not in ("", texts.title, *ends):
            ends.add(title)
            rows.append(PickerRow(title, read, book.title, "", kinds["result"], group, does))
        if step.id == at:
            continue
        rows.append(PickerRow(texts.title, read, book.title, texts.do, kinds["step"], group, does))
        place = f"{book.title} › {texts.title}" if at is None else texts.title
        preview = partial(_preview, texts.title, texts.do)
        labels = [("way", texts.choices[choice.id]) for choice in step.choices]
        labels += [("tick", book.items[use.id]) for use in step.items]
        rows += [
            PickerRow(label, read, place, preview, kinds[kind], group, does)
            for kind, label in labels
        ]
    return rows


def phrase_rows(shell: Shell, book: Book, group: str) -> list[FoundRow]:
    """Return the phrases of a flow with their blanks open; Enter shows one in full."""
    kind, does = shell.words["find.phrase"], shell.words["find.reads"]
    rows: list[FoundRow] = []
    for phrase in book.phrases.values():
        text = BLANK.sub(GAP, phrase.text)
        origin = shell.words[f"authority.{phrase.authority}"]
        read = partial(_read, shell, [(origin, "dim"), ("", "plain"), (text, "strong")])
        rows.append(PickerRow(text, read, origin, partial(str, text), kind, group, does))
    return rows


def card_row_of(shell: Shell, card: CustomerCard, value: Act | None = None) -> FoundRow:
    """Return the row of a card; Enter shows it in full unless `value` does something else."""
    words = shell.words
    read = value or partial(_read, shell, card_paragraphs(card, words))
    advice = "\n".join(part for part in (card.signs, card.advice) if part)
    return PickerRow(
        card.title, read, card.group, advice, words["find.card"], words["find.cards"],
        words["find.reads"],
    )  # fmt: skip


def flow_titles(shell: Shell) -> Iterator[tuple[str, str]]:
    """Yield the id and title of each flow that can be started."""
    for card in shell.library.cards():
        if card.on_home and not card.problems:
            yield card.id, card.titles.get(shell.language, card.titles["en"])


def _preview(title: str, do: str) -> str:
    return f"{title}\n{do}"


def _read(shell: Shell, page: list[Paragraph]) -> None:
    shell.push_screen(Page(page))


def _read_step(shell: Shell, flow: Flow, book: Book, step: str) -> None:
    """Show the text of a step and its ways on."""
    texts = book.steps[step]
    page: list[Paragraph] = [("", "plain"), (texts.title, "title"), (book.title, "dim")]
    for text in (texts.do, texts.caution):
        page += [("", "plain"), (text, "plain")] if text else []
    numbers = flow.steps[step].numbers
    ways = [f"  {number}  {texts.choices[choice]}" for choice, number in numbers.items()]
    page += [("", "plain")] if ways else []
    page += [(way, "plain") for way in ways]
    end = flow.steps[step].end
    if end:
        page += [("", "plain"), (book.ends.get(end, end), "strong")]
    _read(shell, page)
