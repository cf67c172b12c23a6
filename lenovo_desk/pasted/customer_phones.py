"""Candidates for the customer's phone number, of whatever country it is."""

import re
from collections.abc import Iterator
from functools import lru_cache

from lenovo_desk.core.model.flow import FactSpec
from lenovo_desk.core.privacy.readings import read
from lenovo_desk.core.text import clean_line
from lenovo_desk.core.values.entry import Entry
from lenovo_desk.core.values.parse_value import parse_value
from lenovo_desk.pasted.desk_words import written_by_desk
from lenovo_desk.pasted.message_reading import LABEL, SHAPE, UNSURE, Candidate, Span
from lenovo_desk.pasted.message_text import BARE, MessageText
from lenovo_desk.pasted.others_words import not_theirs, of_others
from lenovo_desk.pasted.written_shapes import is_service_number, phones_in

_SECOND = "mobile_phone"
"""The fact of a mobile number beside a landline."""
_MOBILE = re.compile(r"\+(?:33[67]|861[3-9]|447[1-57-9]|324[5-9]|417[5-9]|491[5-7]|3538)")
_OR = re.compile(r"[ ]?(?:[/,;、]|ou|or|或|和|et|and)?[ ]?")
"""What stands between two numbers of one label."""
_FIXED = re.compile("fixe|bureau|office|home|landline|domicile|座机|固定|办公|家庭")
"""What announces a number where somebody is reached less surely than on a mobile phone."""
_CUSTOMERS = re.compile("客户|用户|customer|client")
"""What announces the number that is the customer's before any other."""
_HINTS = (
    ("44", r"\buk\b|\.uk\b|united kingdom|england|scotland|wales|\blondon\b|£|\bgbp\b|\bcurrys\b"),
    ("353", r"\bireland\b|\bdublin\b|\.ie\b"),
    ("32", r"\bbelgi|\.be\b|bruxelles|\bliege\b|\bnamur\b|\bgand\b"),
    ("41", r"\bsuisse\b|\bswitzerland\b|\.ch\b|\bchf\b|\bgeneve\b|\blausanne\b"),
    ("352", r"\bluxembourg\b|\.lu\b"),
    ("49", r"\bgermany\b|\ballemagne\b|\.de\b"),
    ("31", r"\bnetherlands\b|\bpays-bas\b|\.nl\b"),
    ("33", r"\bfrance\b|\.fr\b|\bparis\b|\blyon\b"),
)
"""What tells from which country somebody writes, by its dialling code."""
_ENGLISH = (
    r"\b(?:the|my|is|has|been|have|please|with|was|your|thanks|hello|hi|and|this|phone|regards|for"
    r"|of|it|ring|call)\b"
)


def phones(text: MessageText, used: list[Span]) -> Iterator[Candidate]:
    """Yield the phone numbers that may be the customer's; mobile ones come first."""
    spec = text.first("phone")
    if spec is None:
        return
    own: list[tuple[Candidate, bool]] = []
    former, led = 0, (SHAPE, "", BARE)
    codes, by_desk = _codes_hinted(text), written_by_desk(text.low)
    for written in phones_in(text.low):
        span = text.span(*written)
        if any(start < span[1] and span[0] < end for start, end in used):
            continue
        service = is_service_number(text.low[written.start : written.end])
        if service or of_others(text.low, written.start):
            continue
        joined = former and _OR.fullmatch(text.low, former, written.start)
        way, by, rank = led = led if joined else text.led_to(written, "phone")
        former = written.end
        ours = by_desk and way != LABEL
        doubt = UNSURE if ours or not_theirs(text.low, written.start, way == LABEL) else ""
        candidate = text.candidate(spec.id, written, rank, way, by, doubt)
        words_typed, value = _typed(spec, candidate.text, text.entry, codes)
        mobile = bool(_MOBILE.match(value))
        rank = BARE + 2 if _FIXED.search(read(by).low) else rank
        rank += 6 if way != SHAPE and _CUSTOMERS.search(read(by).low) else 0
        rank += (5 if mobile else 0) - (3 if _in_foot(text.low, written.start) else 0)
        own.append((candidate._replace(text=words_typed, rank=rank), mobile))
    yield from (candidate for candidate, _ in own)
    sure = sorted((each for each in own if not each[0].doubt), key=lambda each: -each[0].rank)
    if _SECOND in text.cues.specs and len(sure) == 2 and not sure[0][1] and sure[1][1]:
        yield sure[1][0]._replace(fact=_SECOND)


def _typed(spec: FactSpec, words: str, entry: Entry, codes: list[str]) -> tuple[str, str]:
    """Return how a number is typed at this desk, and its canonical value; that is empty for none.

    A number of another country is told by where the message comes from.
    """
    home = [words]
    digits = re.sub(r"[^\d]", "", words)
    abroad = []
    if digits.startswith("0") and not digits.startswith("00"):
        bare = re.sub(r"^[(]?0[)]?", "", clean_line(words)).replace(")", "", 1)
        abroad = [f"+{code} {bare.strip()}" for code in codes]
    for words_typed in (*home, *abroad) if entry.country else (*abroad, *home):
        value = parse_value(spec, words_typed, entry)
        if isinstance(value, str):
            return words_typed, value
    return words, ""


def _codes_hinted(text: MessageText) -> list[str]:
    """Return the dialling codes of the countries that a message may come from."""
    english, *hints = _patterns()
    codes = [code for (code, _), hint in zip(_HINTS, hints, strict=True) if hint.search(text.low)]
    spoken = text.entry.language == "en" or len({*english.findall(text.low, 0, 2000)}) > 2
    return [*codes, *(("44", "353") if spoken and "33" not in codes else ())]


def _in_foot(low: str, at: int) -> bool:
    """Return whether a place is in the foot of a mail, whose parts are in one line."""
    line = low[low.rfind("\n", 0, at) + 1 : at]
    return line.count("|") > 1 and not low[at : at + 200].count("\n") > 3


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], ...]:
    return (re.compile(_ENGLISH), *(re.compile(hint) for _, hint in _HINTS))
