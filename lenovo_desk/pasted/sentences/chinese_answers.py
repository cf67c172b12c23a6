"""Candidates that Chinese messages tell in their own way: spelled numbers, marks, phones."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from lenovo_desk.core.privacy.readings import read
from lenovo_desk.pasted.message_reading import CUE, SHAPE, Candidate
from lenovo_desk.pasted.message_text import BARE, LED, MessageText
from lenovo_desk.pasted.others_words import denied, of_others, told_of_others

_FIGURES = str.maketrans("零〇一幺二两三四五六七八九", "0011223456789")
_SPELLED = (
    r"(?<![一二三四五六七八九零〇幺\d])[一幺][三四五六七八九]"
    r"(?:[ \-]?[零〇一幺二两三四五六七八九]){9}"
)
_NOT_FURTHER = r"(?![零〇一幺二两三四五六七八九十百千万])"
_KINDS = (("mobile", re.compile("手机|移动电话")), ("landline", re.compile("座机|固定|固话")))
_REMARK = re.compile(r"[ ]?[(]([^()]{2,5})[)]")
"""What stands in brackets behind a number."""
_CUSTOMERS_WORDS = re.compile(r"我的?(?:手机|座机|固话)")
"""How customers announce their number: it is no label of a form."""
_MARKED = (
    r"(?:给|打了?|评分|打分|得分|满意度|评价)"
    r"[^\n\d,。]{0,4}(?P<mark>\d{1,2})[ ]?分(?![钟之]|给)"
)


def spelled_phones(text: MessageText) -> Iterator[Candidate]:
    """Yield mobile numbers whose figures are written as words."""
    spec = text.first("phone")
    for match in _patterns()[0].finditer(text.low) if spec else ():
        at = match.start()
        if denied(text.low, at) or of_others(text.low, at) or told_of_others(text.low, at):
            continue
        figures = re.sub(r"[ \-]", "", match[0]).translate(_FIGURES)
        if spec:
            yield Candidate(spec.id, figures, (text.span(*match.span()),), BARE + 5, SHAPE)


def phone_kinds(text: MessageText, phones: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yield which kind of phone the Chinese label of a number says that it is of."""
    if "phone_kind" not in text.cues.specs:
        return
    for phone in phones:
        end = phone.spans[-1][1]
        remark = _REMARK.match(read(text.message[end : end + 8]).low)
        before = text.message[max(0, phone.spans[0][0] - 9) : phone.spans[0][0]]
        label = "" if _CUSTOMERS_WORDS.search(before) else read(phone.by).low
        for kind, pattern in _KINDS:
            if not phone.doubt and pattern.search(remark[1] if remark else label):
                yield phone._replace(fact="phone_kind", text=kind)


def marks_given(text: MessageText) -> Iterator[Candidate]:
    """Yield the mark that a customer gives: `给6分`."""
    if "score" not in text.cues.specs:
        return
    for match in _patterns()[1].finditer(text.low):
        yield text.candidate("score", match.span("mark"), LED, CUE, text.words(*match.span()))


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], ...]:
    return re.compile(_SPELLED + _NOT_FURTHER), re.compile(_MARKED)
