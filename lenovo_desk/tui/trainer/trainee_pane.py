"""The call as the trainer sees it: status, step, phrase, records, conversation."""

from collections.abc import Mapping, Sequence

from rich.cells import cell_len
from rich.style import Style
from textual.strip import Strip

from lenovo_desk.core.step_parts import KnownFact
from lenovo_desk.core.step_view import StepView
from lenovo_desk.core.time.clock import elapsed
from lenovo_desk.core.wording.sentences import filled, pair
from lenovo_desk.training.customer.customer import Customer, mood_name
from lenovo_desk.training.model.call import Call, SpokenLine
from lenovo_desk.tui.desk.painters.item_and_fact_rows import entry_rows
from lenovo_desk.tui.desk.painters.phrase_panel import say_label
from lenovo_desk.tui.kit.face import Face
from lenovo_desk.tui.kit.lines import line
from lenovo_desk.tui.kit.text_layout import fit, wrap
from lenovo_desk.tui.kit.times_and_ids import clock_text, short_id
from lenovo_desk.tui.trainer.call_transcript import CUSTOMER, TranscriptLine
from lenovo_desk.tui.trainer.call_watcher import CallWatcher

Words = Mapping[str, str]
Parts = list[tuple[str, Style]]
LOW = 14
"""The height in rows up to which the phrase has one row and the facts are folded."""
STAMP = 6


def call_status_rows(
    watch: CallWatcher, call: Call, customer: Customer, face: Face, width: int
) -> list[Strip]:
    """Return the two rows at the top.

    The first has the call and its time, the second the customer and the time since the last event.
    """
    case, scenario = watch.case, call.scenario
    words, ink = face.words, face.ink
    hold = ""
    if case.holding:
        hold = f" {words['desk.hold']} {clock_text(elapsed(case.holding, watch.now()).seconds)} "
    fast = f" {words['trainer.fast']} " if case.rate > 1 else ""
    head: Parts = [
        (f" {clock_text(watch.seconds)}", ink.status_strong),
        (f"  {short_id(case.id)} ", ink.status),
        (f" {words['desk.mock']} ", ink.status_warn),
        (hold, ink.cursor),
        (fast, ink.status_warn),
    ]
    room = width - 1 - sum(cell_len(text) for text, _ in head)
    head.append((fit(f" {case.agent} · {scenario.title}", room), ink.status_strong))
    mood = filled(
        words["trainer.temper"],
        {
            "name": scenario.persona.name,
            "mood": words[f"mock.mood.{mood_name(customer.mood)}"],
            "n": str(customer.mood),
        },
    )
    news = fit(_news(watch, words), width - 4)
    second: Parts = [
        (" " + fit(mood, width - 4 - cell_len(news)), ink.status_strong),
        (f"  {news}", ink.status_warn if watch.stopped or watch.problem else ink.status),
    ]
    return [line(head, width, ink.status), line(second, width, ink.status)]


def _news(watch: CallWatcher, words: Words) -> str:
    """Return how long ago the last event was; for a parked or closed call, which it is."""
    if watch.case.status in ("parked", "closed"):
        return words[f"trainer.is_{watch.case.status}"]
    key = "stopped" if watch.stopped else "news"
    return filled(words[f"trainer.{key}"], {"time": clock_text(watch.quiet)})


def trainee_rows(
    view: StepView,
    lines: Sequence[TranscriptLine],
    pending: Sequence[SpokenLine],
    face: Face,
    size: tuple[int, int],
) -> list[Strip]:
    """Return the current step and, below it, the conversation so far.

    `pending` are lines that the trainee's desk has not taken in yet; `size` is width and height in
    cells.
    """
    (width, height), words, ink = size, face.words, face.ink
    low = height <= LOW
    rows = _step(view, face, width, 1 if low else 4)
    if low:
        rows += _folded(view, face, width)
    else:
        entries = entry_rows(view, face, width)
        short = len(entries) <= height // 3
        rows += entries if short else _folded(view, face, width)
        rows += _fact_rows(view.known, face, width, max(1, height // 6))
        rows.append(line([], width, ink.plain))
    talk = [
        strip
        for transcript_line in lines[-height:]
        for strip in _line_rows(transcript_line, face, width, 2 if low else 4)
    ]
    for spoken in pending:
        text = filled(words["trainer.pending"], {"text": spoken.text or words["mock.hung_up"]})
        parts: Parts = [(f"{'…':>{STAMP - 1}}  ", ink.warn), (fit(text, width - 8), ink.warn)]
        talk.append(line(parts, width, ink.plain))
    return [*rows, *talk[-max(1, height - len(rows)) :]]


def _step(view: StepView, face: Face, width: int, keep: int) -> list[Strip]:
    words, ink = face.words, face.ink
    where = " › ".join(dict.fromkeys((*view.crumbs, view.stage, view.title)))
    rows = [line([(f" {_tail(where, width - 2)}", ink.title)], width, ink.plain)]
    if view.end:
        rows.append(line([(f" {words['trainer.at_end']} {view.end}", ink.warn)], width, ink.plain))
    if not view.phrases:
        return rows
    phrase = view.phrases[0]
    more = f" (+{len(view.phrases) - 1})" if len(view.phrases) > 1 else ""
    label = f" {say_label(phrase, words)}{more}"
    texts = wrap(phrase.text, max(8, width - 4))
    if len(texts) > keep:
        texts = [*texts[: keep - 1], fit(f"{texts[keep - 1]} …", width - 4)]
    bar = ("▌", ink.bar)
    panel: list[Parts] = [[bar, (f" {text}", ink.phrase)] for text in texts]
    if keep > 1:
        panel.insert(0, [bar, (fit(label, width - 3), ink.on_panel)])
    for parts in panel:
        card = line(parts, width - 1, ink.on_panel)
        rows.append(Strip.join([line([], 1, ink.plain), card]))
    return rows


def _folded(view: StepView, face: Face, width: int) -> list[Strip]:
    """Return one row that counts the step's facts and ticks and shows its wait."""
    parts = []
    for key, done in (
        ("facts_done", [fact.value is not None for fact in view.facts]),
        ("ticks_done", [item.ticked is not None for item in view.items]),
    ):
        if done:
            values = {"done": str(sum(done)), "total": str(len(done))}
            parts.append(filled(face.words[f"trainer.{key}"], values))
    if view.wait:
        parts.append(f"{view.wait.title} {clock_text(view.wait.left)}")
    text = fit("   ".join(parts), width - 1)
    return [line([(f" {text}", face.ink.dim)], width, face.ink.plain)] if parts else []


def _tail(text: str, width: int) -> str:
    """Return the end of a path of titles that is too wide: its last one, the step, matters most."""
    crumbs = text.split(" › ")
    while len(crumbs) > 1 and cell_len(" › ".join(crumbs)) > width - 4:
        crumbs.pop(0)
    end = " › ".join(crumbs)
    return fit(end if end == text else f"… › {end}", width)


def _fact_rows(facts: Sequence[KnownFact], face: Face, width: int, keep: int) -> list[Strip]:
    """Return the recorded facts in at most `keep` rows; the latest stay."""
    words, ink = face.words, face.ink
    texts = [pair(words, fact.title, fact.text) for fact in facts]
    if not texts:
        return []
    rows = [
        line([(f" {row}", ink.dim)], width, ink.plain)
        for row in wrap(f"{words['desk.facts']} · {' · '.join(texts)}", width - 2)
    ]
    return rows[-keep:]


def _line_rows(transcript_line: TranscriptLine, face: Face, width: int, keep: int) -> list[Strip]:
    """Return one line of the conversation in at most `keep` rows.

    The customer's words are strong, alerts are marked.
    """
    words, ink = face.words, face.ink
    who = words["trainer.played" if transcript_line.trainer else "trainer.customer"]
    lead = f"{clock_text(transcript_line.at):>{STAMP}} "
    if transcript_line.who == CUSTOMER:
        style, head = ink.strong, f"{who} "
    else:
        style, head = (
            (ink.warn if transcript_line.alert else ink.plain),
            ("! " if transcript_line.alert else "  "),
        )
    texts = wrap(transcript_line.text, max(8, width - cell_len(lead) - cell_len(head) - 1))
    if len(texts) > keep:
        texts = [
            *texts[: keep - 1],
            fit(f"{texts[keep - 1]} …", width - STAMP - cell_len(head) - 2),
        ]
    blank = " " * cell_len(lead + head)
    first: Parts = [(lead, ink.dim), (head, ink.key), (texts[0] if texts else "", style)]
    rest: list[Parts] = [[(blank, ink.plain), (text, style)] for text in texts[1:]]
    return [line(parts, width, ink.plain) for parts in (first, *rest)]
