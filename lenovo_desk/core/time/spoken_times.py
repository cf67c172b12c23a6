"""Turn spoken times into figures, without the courtesies around: half past nine, please."""

import re
from collections.abc import Callable

from lenovo_desk.core.time import words_of_time as words

_DAY_NAMES = "|".join(sorted((*words.WEEKDAYS, *words.DAYS), key=len, reverse=True))
_NUMBERS = words.NUMBERS | {"treize": 13, "quatorze": 14, "seize": 16, "dix-sept": 17}
_NUMBERS |= {"dix-huit": 18, "dix-neuf": 19, "quarante-cinq": 45, "quarante": 40, "cinquante": 50}
_NUMBERS |= {"vingt-cinq": 25, "twenty-five": 25}
_LIKE_A = ("a", "an")
_PART = "morning|afternoon|evening|night|matin|soir|apres-midi"
_PHRASES: tuple[tuple[str, str | Callable[[re.Match[str]], str]], ...] = (
    *((rf"(?<![a-z\d])(?:{slips})(?![a-z\d])", name) for name, slips in words.SLIPS.items()),
    (r"^(?:pour|rdv|rendez-vous|jusqu'a|au|for|until|by|约|预约|请于|请在)(?: |(?<=[^a-z])) *", ""),
    (rf"^d'ici (?=(?:a |au )?(?:{_DAY_NAMES}|midi|ce)\b)", ""),
    (r"^(?:s'il vous plait|svp|please),? ", ""),
    (r",? ?(?:s'il vous plait|svp|merci|please|thanks|thank you|precises?|pile|sharp|左右)$", ""),
    (r"^过(.*(?:小时|分钟|钟头))$", r"\1后"),
    (r"([今昨明])夜(?!里)", r"\1晚"),
    (r"([今明后昨前])儿个?|前(?=晚)", lambda day: f"{day[1] or '前'}天"),
    (r"\blast night\b", "yesterday evening"),
    (r"\btonight\b", "today evening"),
    (r"\b12 (?=noon\b|midnight\b)", ""),
    (r"\b(\d{1,2})\.(\d{2})(?= ?[ap]\.?m\b)", r"\1:\2"),
    (rf"\b({_PART}) at (\d{{1,2}})$", r"\1 at \2:00"),
)
"""What a text may have around a day and a time, and what stands for it."""
_WORD = r"[a-z-]+|\d{1,2}"
_PAST = rf"\b((?:a )?quarter|{_WORD})( minutes?)? (past|to) ({_WORD})\b(?! ?:)"
_PLAIN_TO = {"half", "five", "ten"}
"""What before `to` is rather the beginning of a stretch of time, like any figure."""
_HOURS = rf"\b({_WORD}) heures?(?: ([a-z-]+)(?! heure))?(?![a-z])"
_TO_THE_HOUR = r"差(\d{1,2})(刻|分钟?)到?(\d{1,2})点钟?|(\d{1,2})点钟?[差欠](\d{1,2})(刻|分)钟?"


def in_figures(text: str) -> str:
    """Return a text in lower case without accents with its spoken times in figures."""
    for pattern, figures in _PHRASES:
        text = re.sub(pattern, figures, text)
    text = re.sub(_PAST, _past, text)
    return re.sub(rf"(?<!dans )(?<!d'ici )(?<!il y a ){_HOURS}", _hours, text)


def to_the_hour(text: str) -> str:
    """Return a text whose Chinese minutes to the hour, in figures, are minutes past one."""
    return re.sub(_TO_THE_HOUR, _before, re.sub(r"点过(?=\d)", "点", text))


def number_said(text: str) -> int:
    """Return a number in figures or in words. Raises `ValueError` for another word."""
    if text in _NUMBERS and text not in _LIKE_A:
        return _NUMBERS[text]
    return int(text)


def _before(match: re.Match[str]) -> str:
    count, unit, hour = match.group(1, 2, 3) if match[1] else match.group(5, 6, 4)
    minutes = int(hour) * 60 - int(count) * (15 if unit == "刻" else 1)
    return f"{minutes // 60 or 12}点{minutes % 60:02}分" if minutes >= 0 else match[0]


def _past(match: re.Match[str]) -> str:
    word = match[1].removeprefix("a ")
    plain = not match[2] and (word in _PLAIN_TO or word.isdigit())
    try:
        past = {"half": 30, "quarter": 15}.get(word) or number_said(word)
        minutes = number_said(match[4]) * 60 + (past if match[3] == "past" else -past)
    except ValueError:
        return match[0]
    if match[3] == "to" and plain:
        return match[0]
    return f"{minutes // 60 or 12} o'clock {minutes % 60:02}"


def _hours(match: re.Match[str]) -> str:
    try:
        hour = number_said(match[1])
    except ValueError:
        return match[0]
    try:
        minutes = f" {number_said(match[2]):02}" if match[2] else ""
    except ValueError:
        minutes = f" {match[2]}"
    return f"{hour} heures{minutes}"
