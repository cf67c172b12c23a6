"""The phrase to say on its stage: who will read it, its length, its words."""

from collections.abc import Mapping

from rich.cells import cell_len
from rich.style import Style
from textual.strip import Strip

from lenovo_desk.core.step_parts import PhraseView
from lenovo_desk.core.step_view import StepView
from lenovo_desk.core.wording.books import GAP
from lenovo_desk.core.wording.message_length import post_weight, sms_segments
from lenovo_desk.core.wording.sentences import filled, name_list
from lenovo_desk.tui.desk.step_keys import setting_gaps
from lenovo_desk.tui.kit.edges import MEASURE, TEXT_AT, THICK, THIN, heading, risen, staged
from lenovo_desk.tui.kit.face import Face
from lenovo_desk.tui.kit.lines import line
from lenovo_desk.tui.kit.text_layout import fit, wrap, wrap_within
from lenovo_desk.tui.kit.theme import Inks

Words = Mapping[str, str]
POST_LIMIT = 280
MAX_LINES = 99
NOTE_ROWS = 4
"""The most lines of why a phrase cannot be said; one while the phrase itself is cut."""
_FEWEST = 2
"""The fewest lines in which a phrase that is not in turn is worth beginning."""


def phrase_panel(
    view: StepView, number: int, face: Face, width: int, padded: bool = True, keep: int = MAX_LINES
) -> list[Strip]:
    """Return a phrase of the step on its stage: padded, or its label and `keep` lines.

    `number` counts the phrases from 0, round the end; no rows for a step without a phrase.
    """
    if not view.phrases:
        return []
    ink, number = face.ink, number % len(view.phrases)
    phrase = view.phrases[number]
    room = max(8, min(MEASURE, width - TEXT_AT - 1))
    bar = THICK if phrase.via == "public" else THIN

    def stage(parts: list[tuple[str, Style]]) -> Strip:
        return staged(parts, ink, width, bar)

    note = phrase.locked or _missing(phrase, view, face)
    texts = cut(wrap(phrase.text, room), keep, room)
    strips = [stage(_gaps(text, ink)) for text in texts]
    if padded:
        strips = [stage([]), *strips, stage([])]
        if note:
            strips.pop()
    if note and keep > 1:
        most = NOTE_ROWS if keep == MAX_LINES else 1
        strips += [stage([(text, ink.gap_note)]) for text in wrap_within(note, room, most)]
    if keep > 1:
        count = ""
        if len(view.phrases) > 1:
            count = f"{number + 1}/{len(view.phrases)} {face.key('desk.next_phrase')}"
        strips.insert(0, stage(_label(phrase, count, face, width - TEXT_AT - 1)))
    return strips


def other_phrases(view: StepView, number: int, face: Face, width: int, height: int) -> list[Strip]:
    """Return the phrases of a step that are not in turn, in theirs, in at most `height` lines.

    What does not fit ends in an ellipsis; no rows when none can be begun.
    """
    ink, count = face.ink, len(view.phrases)
    room = max(8, min(MEASURE, width - TEXT_AT - 1))
    title = face.words["desk.other_phrases"]
    rows = [heading(" " * TEXT_AT + title, face, width, "desk.next_phrase")]

    def rise(parts: list[tuple[str, Style]]) -> Strip:
        return risen(parts, ink, width)

    for step in range(1, count):
        phrase = view.phrases[(number + step) % count]
        keep = height - len(rows) - 4
        if keep < _FEWEST:
            break
        blank = [] if step == 1 else [line([], width, ink.plain)]
        texts = cut(wrap(phrase.text, room), keep - len(blank), room)
        label = rise(_risen_label(phrase, view, face, width - TEXT_AT - 1))
        rows += [*blank, label, rise([]), *(rise([(text, ink.status)]) for text in texts), rise([])]
    return rows if len(rows) > 1 else []


def _risen_label(
    phrase: PhraseView, view: StepView, face: Face, room: int
) -> list[tuple[str, Style]]:
    """Return the medium, then why the phrase waits or whose words it is; its length."""
    words, ink = face.words, face.ink
    size = message_size(phrase.text, phrase.via, words)
    note = phrase.locked or _missing(phrase, view, face) or words[f"authority.{phrase.authority}"]
    left = fit(f"{words[f'via.{phrase.via}']}  {note}", max(0, room - cell_len(size) - 2))
    gap = " " * max(1, room - cell_len(left) - cell_len(size))
    return [(left, ink.status), (gap, ink.status), (size, ink.status)]


def _label(phrase: PhraseView, count: str, face: Face, room: int) -> list[tuple[str, Style]]:
    """Return who reads the phrase and whose words it is; at the right its length."""
    words, ink = face.words, face.ink
    name, authority = words[f"via.{phrase.via}"], words[f"authority.{phrase.authority}"]
    if reader := words.get(f"read_by.{phrase.via}", ""):
        chip = (
            f" {words[f'chips.{phrase.via}']} ",
            ink.chip if phrase.via == "public" else ink.cursor,
        )
        left = [chip, (f"  {reader} · {authority}", ink.on_panel)]
    else:
        left = [(name, ink.stage_half), (f"  {authority}", ink.on_panel)]
    right = "  ".join(
        part for part in (message_size(phrase.text, phrase.via, words), count) if part
    )
    used = sum(cell_len(text) for text, _ in left)
    if used + 2 + cell_len(right) > room:
        left[-1] = (
            fit(left[-1][0], max(0, room - 2 - cell_len(right) - used + cell_len(left[-1][0]))),
            left[-1][1],
        )
        used = sum(cell_len(text) for text, _ in left)
    return [
        *left,
        (" " * max(1, room - used - cell_len(right)), ink.on_panel),
        (right, ink.on_panel),
    ]


def say_label(phrase: PhraseView, words: Words) -> str:
    """Return the label of a phrase as text: its medium and authority."""
    authority = words[f"authority.{phrase.authority}"]
    return f"{words['desk.say']} · {words[f'via.{phrase.via}']} · {authority}"


def message_size(text: str, via: str, words: Words) -> str:
    """Return a text's length in a medium: weight of a post, SMS segments, or ""."""
    if via == "public":
        return filled(
            words["desk.post_size"], {"n": str(post_weight(text)), "most": str(POST_LIMIT)}
        )
    if via == "sms":
        segments = sms_segments(text)
        sizes = {"n": str(segments.count), "units": str(segments.units)}
        return filled(words["desk.sms_size"], sizes)
    return ""


def cut(lines: list[str], keep: int, width: int) -> list[str]:
    """Return the first `keep` lines, with a mark if the text was cut."""
    if len(lines) <= keep or not keep:
        return lines[:keep]
    return [*lines[: keep - 1], fit(lines[keep - 1] + " …", width)]


def _gaps(text: str, ink: Inks) -> list[tuple[str, Style]]:
    parts: list[tuple[str, Style]] = []
    for number, part in enumerate(text.split(GAP)):
        if number:
            parts.append((GAP, ink.gap))
        parts.append((part, ink.phrase))
    return parts


def _missing(phrase: PhraseView, view: StepView, face: Face) -> str:
    if not phrase.missing:
        return ""
    names = name_list(face.words, map(view.blank_title, phrase.missing))
    text = filled(face.words["desk.fill_first"], {"names": names})
    own = view.flow.facts.keys() & set(phrase.missing)
    in_turn = own or setting_gaps(view, view.phrases.index(phrase), "")
    return f"{text}  {face.key('desk.fill')}" if in_turn else text
