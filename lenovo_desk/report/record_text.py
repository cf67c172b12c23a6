"""Lay out a record as plain text: what counts first, the way last and short."""

from collections.abc import Iterable, Iterator

from lenovo_desk.core.wording.books import GAP
from lenovo_desk.core.wording.sentences import pair
from lenovo_desk.core.wording.wording import Wording
from lenovo_desk.report.brief_times import BriefTimes
from lenovo_desk.report.case_record import CaseRecord, QuotedText, RecordMoment
from lenovo_desk.report.record_chapters import Chapter, FactAnswer, ItemTick
from lenovo_desk.report.record_times import PromiseRecord, WaitRecord
from lenovo_desk.report.signed_values import GivenConsent, PrintedSigner

BETWEEN = " · "


def record_text(record: CaseRecord, wording: Wording) -> str:
    """Return the record as lines of text, with gaps for missing values on its forms."""
    return "\n".join(line.rstrip() for line in _lines(record, wording)) + "\n"


def _lines(record: CaseRecord, wording: Wording) -> Iterator[str]:
    yield f"{wording.word('record.title')} · {record.title}"
    yield from (pair(wording.words, name, value or GAP) for name, value in record.head)
    first, others = record.chapters[:1], record.chapters[1:]
    for chapter in first:
        yield from _chapter(chapter, wording, record.closed)
    consents = [_given(consent, wording) for consent in record.signed]
    consents += [_happened(moment, wording) for moment in record.consents]
    yield from _section("consents", consents, wording)
    promises = [_promised(promise, wording) for promise in record.promises]
    yield from _section("deadlines", promises, wording)
    waits = [_waited(wait, wording) for wait in record.waits]
    yield from _section("waits", [*waits, *record.jumps], wording)
    for chapter in others:
        yield from _chapter(chapter, wording, record.closed)
    if passed_over := [chapter.title for chapter in record.chapters if not chapter.begun]:
        yield from ("", _run(wording.word("record.not_reached"), passed_over, wording))
    yield from _section("notes", [f"{n.at}  {_indented(n.text)}" for n in record.notes], wording)
    parks = [f"{moment.at}  {moment.text}  {moment.detail}" for moment in record.parks]
    yield from _section("parks", parks, wording)
    yield from _section("phrases", list(_quoted(record.phrases)), wording)
    yield from _section("path", list(_way(record.path)), wording)
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


def _chapter(chapter: Chapter, wording: Wording, closed: bool) -> Iterator[str]:
    """Yield what was recorded and ticked at a stage, run on, and what it still lacks."""
    if not chapter.begun:
        return
    yield from ("", f"## {chapter.title}")
    times = BriefTimes()
    answers = [_recorded(answer, times, wording) for answer in chapter.answers if answer.recorded]
    if answers:
        yield BETWEEN.join(answers)
    if chapter.ticks:
        yield BETWEEN.join(_brief_tick(tick, times) for tick in chapter.ticks)
    if chapter.missing and not closed:
        yield _run(wording.word("record.missing"), chapter.missing, wording)


def _run(title: str, texts: Iterable[str], wording: Wording) -> str:
    return pair(wording.words, title, BETWEEN.join(texts))


def _recorded(answer: FactAnswer, times: BriefTimes, wording: Wording) -> str:
    """Return a fact in one line, with its time where that has changed."""
    title, value = answer.title, answer.value or GAP
    if answer.rows:
        title = f"{title} ({' | '.join(answer.columns)})"
        value = "; ".join(" | ".join(row) for row in answer.rows)
    notes = [wording.fill("record.later", time=answer.at, why=answer.why)] if answer.why else []
    notes += [wording.fill("record.earlier", value=was, time=when) for was, when in answer.earlier]
    at = times.brief(answer.at) if answer.at else ""
    text = pair(wording.words, title, value) + "".join(f" ({note})" for note in notes)
    return f"{at}  {text}" if at else text


def _brief_tick(tick: ItemTick, times: BriefTimes) -> str:
    at = "".join(f"{brief}  " for moment in tick.at if (brief := times.brief(moment)))
    note = f" ({tick.note})" if tick.note else ""
    return f"{at}{_box(tick)} {tick.title}{note}"


def _given(consent: GivenConsent, wording: Wording) -> str:
    values = BETWEEN.join(pair(wording.words, *value) for value in consent.values)
    text = pair(wording.words, consent.name, values) if values else consent.name
    return f"{consent.at}  {text}" + (f" ({consent.note})" if consent.note else "")


def _happened(moment: RecordMoment, wording: Wording) -> str:
    return f"{moment.at}  {pair(wording.words, moment.text, moment.detail)}"


def _quoted(texts: Iterable[QuotedText]) -> Iterator[str]:
    """Yield the texts in order; how they went out stands above those that went out alike."""
    label, times = "", BriefTimes()
    for quoted in texts:
        how = BETWEEN.join((quoted.via, quoted.authority, quoted.language))
        if how != label:
            yield how
            label, times = how, BriefTimes()
        at = ", ".join(brief for moment in (quoted.at, *quoted.again)
                       if (brief := times.brief(moment)))  # fmt: skip
        yield f"  {at}  {_indented(quoted.text)}" if at else f"  {_indented(quoted.text)}"


def _way(path: Iterable[RecordMoment]) -> Iterator[str]:
    """Yield the choices run on, a line for each day."""
    times = BriefTimes()
    line: list[str] = []
    for move in path:
        at = times.brief(move.at)
        if " " in at and line:
            yield BETWEEN.join(line)
            line = []
        line.append(f"{at}  {move.detail or move.text}" if at else move.detail or move.text)
    if line:
        yield BETWEEN.join(line)


def _answer(answer: FactAnswer, wording: Wording) -> Iterator[str]:
    at = f"  ({answer.at})" if answer.at else ""
    if answer.why:
        at = f"  ({wording.fill('record.later', time=answer.at, why=answer.why)})"
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
    return f"{_box(tick)} {tick.title}  {times}"


def _box(tick: ItemTick) -> str:
    return "[x]" if tick.at and not tick.note else "[ ]"


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
