"""Candidates behind a label: whatever kind of value its fact has."""

import re
from collections.abc import Iterator

from lenovo_desk.core.model.flow import FactSpec
from lenovo_desk.core.privacy.readings import read
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.text import clean_line
from lenovo_desk.core.values.parse_value import parse_value
from lenovo_desk.pasted.by_shape import number_behind, numbered_fact, timely_value
from lenovo_desk.pasted.labelled_cells import Cell
from lenovo_desk.pasted.message_reading import LABEL, NO_DAY, SEVERAL, Candidate
from lenovo_desk.pasted.message_text import LABELLED, LED, MessageText
from lenovo_desk.pasted.others_words import of_others

_SAYS_NOTHING = (
    *("", "-", "--", "/", "n/a", "na", "nc", "n.c", "?", "xxx", "无", "未知", "暂无", "空"),
    *("inconnu", "inconnue", "unknown", "none", "aucun", "aucune", "null", "不详", "不清楚"),
)
_NO = ("无", "否", "没", "丢失", "遗失", "已丢失", "丢了")
"""What a Chinese form says for what is not there."""
_POINTS = re.compile(r"\d{1,2}(?=[ ]?分(?:[^钟]|$))")
_MACHINES_BEHIND = re.compile(r"[ ]*(?:[,(][^\n]{2,}|共?[ ]?\d{1,3}[ ]?[台套部]).*")
"""What a cell says behind the name of a machine: how many there are, a remark."""
_ASIDE = re.compile(
    r"[ ]?[(](?:s/?n|序列|编号)?[: ]?[a-z]{2}[a-z\d]{5,6}[)]"
    r"|[ ]?(?:一体机|台式机|笔记本)(?:电脑)?$"
)
"""What a cell says of a machine behind its name: its number, what kind of machine it is."""
_OF_KINDS = (
    "type",
    "machine type",
    "产品",
    "设备",
    "机器",
    "machine",
    "produit",
    "appareil",
    "product",
    "device",
)
"""Labels of machines that are labels of all else as well, of which nothing has a number."""
_HANDLE = re.compile(r"@?[\w.\-]*\w")
_NEAR = 14
"""How many characters may stand between a label and the day that it announces."""


def labelled(text: MessageText, person: str) -> Iterator[Candidate]:
    """Yield what stands behind labels; `person` is the fact of the name, which is read apart."""
    for cell in text.cells:
        if of_others(text.low, cell.label[0]):
            continue
        if cell.forename:
            continue
        for fact in cell.facts:
            spec = text.cues.specs[fact]
            candidate = None if fact == person else _of_cell(text, spec, cell)
            if candidate and (fact == cell.facts[-1] or _fits(text, cell.facts, candidate)):
                yield candidate
                break


def _fits(text: MessageText, facts: tuple[str, ...], candidate: Candidate) -> bool:
    """Return whether words are for the first fact of a label that announces several."""
    spec = text.cues.specs[candidate.fact]
    if spec.kind == "serial":
        return numbered_fact(text, facts, read(candidate.text).low) == spec.id
    if spec.kind in ("date", "datetime") and not candidate.doubt:
        return not isinstance(timely_value(spec, candidate.text, text.entry), Reason)
    return True


def _of_cell(text: MessageText, spec: FactSpec, cell: Cell) -> Candidate | None:
    label = text.words(*cell.label)
    rank = LABELLED if cell.bounded else LED
    doubt = SEVERAL if cell.rows > 1 else ""
    answer = text.low[cell.start : cell.end].strip(" ?.")
    if answer in _NO and spec.kind == "choice" and "没有" in text.cues.answers.get(spec.id, {}):
        value = text.cues.answers[spec.id]["没有"]
        return Candidate(spec.id, value, (text.span(cell.start, cell.end),), rank, LABEL, label)
    if answer in _SAYS_NOTHING:
        return None
    if spec.kind in ("date", "datetime"):
        return _of_day(text, spec, cell, rank)
    if spec.kind == "serial":
        span = number_behind(text, cell.start, cell.end)
        return text.candidate(spec.id, span, rank, LABEL, label, doubt) if span else None
    if spec.kind in ("choice", "yes_no"):
        return _of_answer(text, spec, cell, rank)
    if spec.kind == "number" and (points := _POINTS.match(text.low, cell.start, cell.end)):
        return text.candidate(spec.id, points.span(), rank, LABEL, label, doubt)
    end = cell.end
    if spec.id == "model_number":
        aside = _ASIDE.search(text.low, cell.start + 2, cell.end)
        end = aside.start() if aside else end
        behind = _MACHINES_BEHIND.search(text.low, cell.start + 2, cell.end)
        end = behind.start() if behind and re.search("[\u3400-\u9fff]", behind[0]) else end
    words = clean_line(text.words(cell.start, cell.end))
    if spec.kind == "number" and not isinstance(parse_value(spec, words, text.entry), Reason):
        return text.candidate(spec.id, (cell.start, cell.end), rank, LABEL, label, doubt)
    if spec.kind == "text" and "@" in text.cues.spelled(spec.id):
        handle = _HANDLE.match(text.low, cell.start, cell.end)
        name = " " in text.low[cell.start : cell.end] and text.text[cell.start].isupper()
        mail = handle and text.low[handle.end() : handle.end() + 1] == "@"
        handle = None if name or mail else handle
        return text.candidate(spec.id, handle.span(), rank, LABEL, label, doubt) if handle else None
    if spec.kind == "text" and cell.bounded:
        if label.lower() in _OF_KINDS and not any(map(str.isdigit, words)):
            return None
        return text.candidate(spec.id, (cell.start, end), rank, LABEL, label, doubt)
    return None  # a phone number, a mail or a link is told by its shape


def _of_day(text: MessageText, spec: FactSpec, cell: Cell, rank: int) -> Candidate | None:
    day = next((day for day in text.days if cell.start <= day.start < cell.end), None)
    if day is None or day.start - cell.start > _NEAR:
        return None
    label = text.words(*cell.label)
    if not day.whole:
        return text.candidate(spec.id, (day.start, day.end), rank, LABEL, label, NO_DAY)
    end = day.until if spec.kind == "datetime" else day.end
    return text.candidate(spec.id, (day.start, end), rank, LABEL, label)


def _of_answer(text: MessageText, spec: FactSpec, cell: Cell, rank: int) -> Candidate | None:
    answer = text.low[cell.start : cell.end]
    answers = text.cues.answers.get(spec.id, {})
    matches = [
        words for words in answers if re.match(rf"{re.escape(words)}(?![a-z\d])", answer) and words
    ]
    words = max(matches, key=len, default="")
    holding = {value for title, value in answers.items() if answer in title}
    if not words and len(answer) > 1 and answer[0] >= "\u3400" and len(holding) == 1:
        place = text.span(cell.start, cell.end)
        return Candidate(spec.id, holding.pop(), (place,), rank, LABEL, text.words(*cell.label))
    goes_on = re.match(r"[ ]?[,(;/]", answer[len(words) :])
    if not words or not (goes_on or len(answer) <= 3 * len(words) + 10):
        return None
    span = text.span(cell.start, cell.start + len(words))
    return Candidate(spec.id, answers[words], (span,), rank, LABEL, text.words(*cell.label))
