"""Turn spoken times into figures, without the courtesies around: half past nine, please."""

import re

from lenovo_desk.core.time import words_of_time as words

_DAY_NAMES = "|".join(sorted((*words.WEEKDAYS, *words.DAYS), key=len, reverse=True))
_NUMBERS = words.NUMBERS | {"treize": 13, "quatorze": 14, "seize": 16, "dix-sept": 17}
_NUMBERS |= {"dix-huit": 18, "dix-neuf": 19, "quarante-cinq": 45, "quarante": 40, "cinquante": 50}
_NUMBERS |= {"vingt-cinq": 25, "twenty-five": 25}
NUMBER = "|".join(sorted((re.escape(name) for name in _NUMBERS if name), key=len, reverse=True))
"""A regular expression for any number in words that a time can have."""
_PART = "morning|afternoon|evening|night|matin|soir|apres-midi"
_PHRASES: tuple[tuple[str, str], ...] = (
    *((rf"(?<![a-z\d])(?:{slips})(?![a-z\d])", name) for name, slips in words.SLIPS.items()),
    (r"^(?:pour|rdv|rendez-vous|jusqu'a|au|for|until|by|约|预约|请于|请在)(?: |(?<=[^a-z])) *", ""),
    (rf"^d'ici (?=(?:a |au )?(?:{_DAY_NAMES}|midi|ce)\b)", ""),
    (r"^(?:s'il vous plait|svp|please),? ", ""),
    (r",? ?(?:s'il vous plait|svp|merci|please|thanks|thank you|precises?|pile|sharp|左右)$", ""),
    (r"^过(.*(?:小时|分钟|钟头))$", r"\1后"),
    (r"([今昨明])夜(?!里)", r"\1晚"),
    (r"\blast night\b", "yesterday evening"),
    (r"\btonight\b", "today evening"),
    (r"\b12 (?=noon\b|midnight\b)", ""),
    (r"\b(\d{1,2})\.(\d{2})(?= ?[ap]\.?m\b)", r"\1:\2"),
    (rf"\b({_PART}) at (\d{{1,2}})$", r"\1 at \2:00"),
)
"""What a text may have around a day and a time, and what stands for it."""
_PAST = (
    r"\b(half|(?:a )?quarter|(?:five|ten|twenty|twenty-five|\d{1,2})(?: minutes?)?) (past|to) "
    rf"(\d{{1,2}}|{NUMBER})\b(?! ?:)"
)
_PLAIN_TO = r"(?:five|ten|\d{1,2}|half)"
"""What before `to` is rather the beginning of a stretch of time."""
_HOURS = rf"\b({NUMBER}|\d{{1,2}}) heures?(?: ({NUMBER})(?! heure))?(?![a-z])"
_TO_THE_HOUR = r"差(\d{1,2})(刻|分钟?)到?(\d{1,2})点钟?|(\d{1,2})点钟?[差欠](\d{1,2})(刻|分)钟?"


def in_figures(text: str) -> str:
    """Return a text in lower case without accents with its spoken times in figures."""
    for pattern, figures in _PHRASES:
        text = re.sub(pattern, figures, text)
    text = re.sub(_PAST, _past, text)
    return re.sub(rf"(?<!dans )(?<!d'ici )(?<!il y a ){_HOURS}", _hours, text)


def to_the_hour(text: str) -> str:
    """Return a text whose Chinese minutes to the hour, in figures, are minutes past one."""
    return re.sub(_TO_THE_HOUR, _before, text.replace("点过", "点"))


def number_said(text: str) -> int:
    """Return a number in figures or in words."""
    return int(text) if text.isdigit() else _NUMBERS[text]


def _before(match: re.Match[str]) -> str:
    count, unit, hour = match.group(1, 2, 3) if match[1] else match.group(5, 6, 4)
    minutes = int(hour) * 60 - int(count) * (15 if unit == "刻" else 1)
    return f"{minutes // 60 or 12}点{minutes % 60:02}分" if minutes >= 0 else match[0]


def _past(match: re.Match[str]) -> str:
    if match[2] == "to" and re.fullmatch(_PLAIN_TO, match[1]):
        return match[0]
    word = match[1].removesuffix("s").removesuffix(" minute").removeprefix("a ")
    past = {"half": 30, "quarter": 15}.get(word) or number_said(word)
    minutes = number_said(match[3]) * 60 + (past if match[2] == "past" else -past)
    return f"{minutes // 60 or 12} o'clock {minutes % 60:02}"


def _hours(match: re.Match[str]) -> str:
    minutes = f" {number_said(match[2]):02}" if match[2] else ""
    return f"{number_said(match[1])} heures{minutes}"
