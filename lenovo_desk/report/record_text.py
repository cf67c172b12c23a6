"""Lay out a record as plain text, to read or to paste elsewhere."""

from collections.abc import Iterable, Iterator

from lenovo_desk.core.wording.books import GAP
from lenovo_desk.core.wording.sentences import pair
from lenovo_desk.core.wording.wording import Wording
from lenovo_desk.report.case_record import CaseRecord
from lenovo_desk.report.record_chapters import Chapter, FactAnswer, ItemTick
from lenovo_desk.report.record_times import PromiseRecord, WaitRecord
from lenovo_desk.report.signed_values import PrintedSigner


def record_text(record: CaseRecord, wording: Wording) -> str:
    """Return the record as lines of text, with gaps for missing values."""
    return "\n".join(line.rstrip() for line in _lines(record, wording)) + "\n"


def _lines(record: CaseRecord, wording: Wording) -> Iterator[str]:
    yield f"{wording.word('record.title')} · {record.title}"
    for name, value in record.head:
        yield pair(wording.words, name, value or GAP)
    for chapter in record.chapters:
        yield ""
        yield from _chapter(chapter, wording)
    yield from _section("waits", [_waited(wait, wording) for wait in record.waits], wording)
    yield from record.jumps
    yield from _section(
        "deadlines", [_promised(promise, wording) for promise in record.promises], wording
    )
    path = [f"{move.at}  {move.text} → {move.detail}" for move in record.path]
    yield from _section("path", path, wording)
    consents = [
        f"{moment.at}  {pair(wording.words, moment.text, moment.detail)}"
        for moment in record.consents
    ]
    yield from _section("consents", consents, wording)
    phrases = [
        f"{used.at}  {used.via} · {used.authority} · {used.language}\n  {_indented(used.text)}"
        for used in record.phrases
    ]
    yield from _section("phrases", phrases, wording)
    parks = [f"{moment.at}  {moment.text}  {moment.detail}" for moment in record.parks]
    yield from _section("parks", parks, wording)
    yield from _section("notes", [f"{n.at}  {_indented(n.text)}" for n in record.notes], wording)
    yield from _signed(map(PrintedSigner, record.signatures), wording)
    for form in record.forms:
        yield from ("", f"## {pair(wording.words, wording.word('record.form'), form.title)}")
        for line in form.lines:
            yield from _answer(line, wording) if isinstance(line, FactAnswer) else [_tick(line)]
        yield from _signed(form.signers, wording)


def _signed(who: Iterable[PrintedSigner], wording: Wording) -> Iterator[str]:
    """Yield the lines for the signature of each signer."""
    for signer in who:
        yield ""
        yield pair(wording.words, wording.word("record.signature"), signer.name)
        yield pair(wording.words, wording.word("record.date"), signer.at or GAP)
        if signer.note:
            yield signer.note


def _section(name: str, lines: list[str], wording: Wording) -> list[str]:
    return ["", f"## {wording.word(f'record.{name}')}", *lines] if lines else []


def _chapter(chapter: Chapter, wording: Wording) -> Iterator[str]:
    mark = "" if chapter.reached else f" ({wording.word('record.not_reached')})"
    yield f"## {chapter.title}{mark}"
    for answer in chapter.answers:
        yield from _answer(answer, wording)
    yield from map(_tick, chapter.ticks)


def _answer(answer: FactAnswer, wording: Wording) -> Iterator[str]:
    at = f"  ({answer.at})" if answer.at else ""
    if answer.rows:
        yield pair(wording.words, answer.title, " | ".join(answer.columns)) + at
        yield from (f"  {' | '.join(row)}" for row in answer.rows)
    else:
        yield pair(wording.words, answer.title, answer.value or GAP) + at
    for value, when in answer.earlier:
        yield f"  {wording.fill('record.earlier', value=value, time=when)}"
    yield from (f"  {text}" for text in answer.stood)


def _tick(tick: ItemTick) -> str:
    times = ", ".join(text for text in (*tick.at, tick.note) if text)
    return f"[{'x' if tick.at and not tick.note else ' '}] {tick.title}  {times}"


def _waited(wait: WaitRecord, wording: Wording) -> str:
    ended = wait.ended or wording.word("record.running")
    parts = [f"{wait.started} – {ended}", wait.lasted]
    if wait.required:
        verdict = wording.word("record.enough" if wait.enough else "record.too_short")
        required = wording.fill("record.wanted", time=wait.required)
        parts.append(pair(wording.words, required, verdict))
    parts += [wait.proof, wait.remark]
    return pair(wording.words, wait.name, " · ".join(part for part in parts if part))


def _promised(promise: PromiseRecord, wording: Wording) -> str:
    due = wording.fill("record.due", time=promise.due)
    state = f"{promise.state} ({promise.at})" if promise.at else promise.state
    return pair(wording.words, promise.name, f"{due} · {state}")


def _indented(text: str) -> str:
    return text.replace("\n", "\n  ")
