"""Read numbers spelled in words, French, Chinese or English, and digits that look like letters."""

import re

from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.privacy.readings import Reading, Swap, swapped

_UNITS = {
    **dict.fromkeys(("zero", "zeros", "oh", "nought"), 0),
    **dict.fromkeys(("un", "une", "one"), 1),
    **dict.fromkeys(("deux", "two"), 2),
    **dict.fromkeys(("trois", "three"), 3),
    **dict.fromkeys(("quatre", "four"), 4),
    **dict.fromkeys(("cinq", "five"), 5),
    **dict.fromkeys(("six",), 6),
    **dict.fromkeys(("sept", "seven"), 7),
    **dict.fromkeys(("huit", "eight"), 8),
    **dict.fromkeys(("neuf", "nine"), 9),
}
_TEENS = {
    **dict.fromkeys(("dix", "ten"), 10),
    **dict.fromkeys(("onze", "eleven"), 11),
    **dict.fromkeys(("douze", "twelve"), 12),
    **dict.fromkeys(("treize", "thirteen"), 13),
    **dict.fromkeys(("quatorze", "fourteen"), 14),
    **dict.fromkeys(("quinze", "fifteen"), 15),
    **dict.fromkeys(("seize", "sixteen"), 16),
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
}
_TENS = {
    **dict.fromkeys(("vingt", "vingts", "twenty"), 20),
    **dict.fromkeys(("trente", "thirty"), 30),
    **dict.fromkeys(("quarante", "forty", "fourty"), 40),
    **dict.fromkeys(("cinquante", "fifty"), 50),
    **dict.fromkeys(("soixante", "sixty"), 60),
    **dict.fromkeys(("septante", "seventy"), 70),
    **dict.fromkeys(("huitante", "octante", "eighty"), 80),
    **dict.fromkeys(("nonante", "ninety"), 90),
}
_HUNDREDS = ("cent", "cents", "hundred")
_THOUSANDS = ("mille", "thousand")
_TIMES = {"double": 2, "triple": 3}
_ALL = {**_UNITS, **_TEENS, **_TENS, **dict.fromkeys(_HUNDREDS, 100), **_TIMES}
_ALL.update(dict.fromkeys(_THOUSANDS, 1000))
_CHINESE = dict(
    zip("零〇一二三四五六七八九幺两壹贰叁肆伍陆柒捌玖", "0012345678912123456789", strict=True)
)
_DIGIT_CN = f"[{''.join(_CHINESE)}]"
_PLACES = {"千": 1000, "百": 100, "十": 10}
_COUNTED_CN = (
    "[一二三四五六七八九两](?:[千百十](?:[零〇]?[一二三四五六七八九两])?)+|十[一二三四五六七八九]"
)
_WORD = re.compile(r"[a-z]+")
_JOINS = ("-", " ", " et ", "-et-", " and ", "'")
_AS_DIGITS = re.compile(r"(?<![^\W_])(?!i[3579](?![^\W_]))(?=[oil|]*\d)[\doil|]+(?![^\W_])")
_NUMBER_WORDS = "|".join((*_UNITS, *_TEENS, *_TENS))
_O = re.compile(
    r"o(?![^\W_])(?:(?<=\d[ .\-]o)|(?<![^\W_]o)(?:[ .\-,]{1,2}o){0,8}"
    rf"(?=[ .\-,]{{0,2}}(?:\d|(?:{_NUMBER_WORDS})(?![^\W_]))))"
)
"""The letter where digits or number words follow it."""
_LETTERS = str.maketrans("oil|", "0111")
_ARTICLES = ("un", "une", "one")
"""Number words that are articles where no other number stands beside them."""
_NUMBER_NEAR = rf"(?:\d|(?:{'|'.join((*_ALL, 'et', 'and', 'puis', 'then'))})(?![a-z]))"
_AFTER_ARTICLE = re.compile(rf"[\W_]{{0,4}}{_NUMBER_NEAR}")
_BEFORE_ARTICLE = re.compile(rf"(?:\d|(?<![a-z]){_NUMBER_NEAR})[\W_]{{0,4}}$")


def spoken(reading: Reading) -> Reading:
    """Return a reading in which digits stand for number words and for letters like O and l."""
    swaps = [*_words(reading.low), *_letters(reading.low), *_characters(reading.low)]
    return swapped(reading, sorted(swaps))


def _letters(low: str) -> list[Swap]:
    return [
        Swap(match.start(), match.end(), match[0].translate(_LETTERS))
        for pattern in (_AS_DIGITS, _O)
        for match in pattern.finditer(low)
        if not match[0].isdigit()
    ]


def _characters(low: str) -> list[Swap]:
    if low.isascii():
        return []
    counted = [
        Swap(match.start(), match.end(), _counted(match[0]))
        for match in re.finditer(_COUNTED_CN, low)
    ]
    inside = {at for start, end, _ in counted for at in range(start, end)}
    return counted + [
        Swap(match.start(), match.end(), _CHINESE[match[0]])
        for match in re.finditer(_DIGIT_CN, low)
        if match.start() not in inside
    ]


def _counted(text: str) -> str:
    """Return a Chinese number that counts in thousands, hundreds and tens, in digits."""
    total = digit = 0
    for char in text:
        if char in _PLACES:
            total, digit = total + (digit or 1) * _PLACES[char], 0
        else:
            digit = int(_CHINESE[char])
    return str(total + digit)


class _Number(NamedTuple):
    """A number being read from words."""

    start: int
    end: int
    value: int
    """-1 as long as only `double` or `triple` was read."""
    last: str
    times: int = 1

    def with_word(self, word: str, end: int) -> "_Number | None":
        """Return the number with one more word; None when a new number begins."""
        more, rest = _ALL[word], self.value % 100
        value = -1
        if word in _TIMES:
            return None
        if self.value < 0:
            value = more
        elif self.times > 1:
            return None
        elif word in _HUNDREDS:
            value = self.value + self.value % 10 * 99 if 1 < self.value % 1000 < 10 else -1
        elif word in _THOUSANDS:
            value = self.value * 1000 if 1 < self.value < 1000 else -1
        elif self.value >= 1000 and self.value % 1000 == 0:
            value = self.value + more
        elif more == 20 and self.value == 4 and self.last == "quatre":
            value = 80
        elif (
            (self.value >= 100 and rest == 0 < more)
            or (rest >= 20 and rest % 10 == 0 < more < 10)
            or (rest in (60, 80) and 9 < more < 20)
            or (self.last == "dix" and more in (7, 8, 9))
        ):
            value = self.value + more
        return self._replace(end=end, value=value, last=word) if value >= 0 else None


def _words(low: str) -> list[Swap]:
    numbers = list[_Number]()
    for match in _WORD.finditer(low):
        word = match[0]
        if word not in _ALL:
            continue
        if numbers and low[numbers[-1].end : match.start()] in _JOINS:
            longer = numbers[-1].with_word(word, match.end())
            if longer:
                numbers[-1] = longer
                continue
        times = _TIMES.get(word, 1)
        value = _ALL[word] if times == 1 else -1
        numbers.append(_Number(match.start(), match.end(), value, word, times))
    return [
        Swap(n.start, n.end, str(n.value) * n.times)
        for n in numbers
        if n.value >= 0 and not _is_article(low, n)
    ]


def _is_article(low: str, number: _Number) -> bool:
    """Return whether a number word stands alone before a thing: `un port`, not `zéro un`."""
    return low[number.start : number.end] in _ARTICLES and not (
        _AFTER_ARTICLE.match(low, number.end)
        or _BEFORE_ARTICLE.search(low[max(0, number.start - 14) : number.start])
    )
