"""Find serial numbers and references whose letters are spelled by words: `P comme Pierre`."""

import re
from collections.abc import Iterator
from functools import lru_cache

from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.privacy.hits import SERIAL, Hit
from lenovo_desk.core.privacy.numbers.number_shapes import number_patterns

_HAN = "\u3400-\u9fff"
_ALPHABET = (
    "alpha|alfa|bravo|charlie|delta|echo|foxtrot|golf|hotel|india|juliett?e?|kilo|lima|mike|november"
    "|oscar|papa|quebec|romeo|sierra|tango|uniform|victor|whiske?y|x-?ray|yankee|zulu"
)
_LIKE = "comme|as in|as|like|for|pour|de"
_MARKED = "字母|大写|小写|英文"
_ITEM = (
    rf"(?:(?<![a-z\d])|(?<=[写母文][a-z])|(?=[大小字英数])|(?=[{_HAN}]{{1,4}}的 ?[a-z]))"
    r"(?:(?P<times>double|triple|deux fois|trois fois|twice) )?(?:"
    rf"(?P<like>[a-z]),? (?:{_LIKE}) (?P=like)[a-z'\-]+"
    rf"|(?P<word>{_ALPHABET})"
    rf"|(?:{_MARKED})? ?(?P<of>[a-z])(?:,?[是像]?[{_HAN}]{{1,6}}?[的那]个?(?P=of))"
    rf"|(?:{_MARKED}) ?(?P<marked>[a-z])"
    r"|\((?P<first>[a-z])\)[a-z]*"
    rf"|[{_HAN}]{{1,4}}的 ?(?P<named>[a-z])"
    r"|(?P<letter>[a-z])"
    r"|(?:数字 ?)?(?P<digits>\d{1,4}))(?:(?<=[写母文][a-z])|(?<=[写母文] [a-z])|(?![a-z\d]))"
)
_GAP = re.compile(r"(?:[^\w\x00]|_){0,4}(?:(?:puis|et|ensuite|then|and|然后|再)(?![a-z]) ?)?")
_CUE = (
    rf"(?<![a-z\d])(?:([a-z]),? (?:{_LIKE}) \1[a-z]"
    rf"|(?:{_ALPHABET})[ ,\-]{{1,2}}(?:{_ALPHABET}|\d|[a-z] )"
    rf"|(?:{_MARKED}) ?[a-z](?![a-z])|([a-z]),?[是像]?[{_HAN}]{{1,6}}?[的那]个?\2(?![a-z])"
    rf"|\([a-z]\)[a-z]+ \([a-z]\)|的 ?[a-z][,、 ]+[{_HAN}]{{1,4}}的 ?[a-z](?![a-z])"
    r"|[a-z][,、 .\-]{1,2}[a-z](?![a-z\d])[^\w\x00]{1,3}\d)"
)
"""What only stands where letters are spelled."""
_TIMES = {"double": 2, "triple": 3, "deux fois": 2, "trois fois": 3, "twice": 2}
_SHORTEST, _DIGITS = 7, 3


class _Spelled(NamedTuple):
    """Letters and digits that were read one after the other."""

    start: int
    end: int
    text: str = ""
    words: int = 0
    """Of how many of the letters a word says which they are."""
    alphabet: int = 0
    """How many of the letters are words of the alphabet of NATO."""


def spelled_numbers(low: str) -> Iterator[Hit]:
    """Yield serial numbers and references spelled letter by letter, digits read already."""
    item, cue = _patterns()
    if not cue.search(low):
        return
    run = _Spelled(0, 0)
    for match in item.finditer(low):
        if not run.text or not _GAP.fullmatch(low, run.end, match.start()):
            yield from _judged(run)
            run = _Spelled(match.start(), match.end())
        ways = ("like", "of", "marked", "first", "named", "letter")
        letter = next((match[way] for way in ways if match[way]), "")
        text = (match["digits"] or letter or match["word"][0]) * _TIMES.get(match["times"] or "", 1)
        words = run.words + bool(letter and not match["letter"])
        alphabet = run.alphabet + bool(match["word"])
        run = _Spelled(run.start, match.end(), run.text + text, words, alphabet)
    yield from _judged(run)


def _judged(run: _Spelled) -> Iterator[Hit]:
    """Yield a run that is a number of somebody."""
    digits = sum(map(str.isdigit, run.text))
    paired = re.search("[a-z]{2}", run.text)
    apart = run.words > 1 and re.match(r"[a-z]\d+[a-z]", run.text)
    shaped = any(pattern.fullmatch(run.text) for pattern in number_patterns()["machines"])
    spelled = ((run.words or run.alphabet > 1) and paired) or apart
    least = _SHORTEST - (run.alphabet > 0 or run.words > 2)
    if shaped or (spelled and digits >= _DIGITS and len(run.text) >= least):
        yield Hit(SERIAL, run.start, run.end)


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(_ITEM), re.compile(_CUE)
