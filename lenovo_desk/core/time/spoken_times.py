"""Turn spoken times into figures, without the courtesies around: half past nine, please."""

import re

from lenovo_desk.core.time import words_of_time as words

_DAY_NAMES = "|".join(sorted((*words.WEEKDAYS, *words.DAYS), key=len, reverse=True))
_NUMBERS = words.NUMBERS | {"treize": 13, "quatorze": 14, "seize": 16, "dix-sept": 17}
_NUMBERS |= {"dix-huit": 18, "dix-neuf": 19, "quarante-cinq": 45, "quarante": 40, "cinquante": 50}
_NUMBER = "|".join(sorted((re.escape(name) for name in _NUMBERS if name), key=len, reverse=True))
_PART = "morning|afternoon|evening|night|tonight|matin|soir|apres-midi"
_PHRASES: tuple[tuple[str, str], ...] = (
    (r"^(?:pour|rdv|rendez-vous|jusqu'a|au|for|until|by|约|预约|请于|请在)(?: |(?<=[^a-z])) *", ""),
    (rf"^d'ici (?=(?:a |au )?(?:{_DAY_NAMES}|midi|ce)\b)", ""),
    (r"^(?:s'il vous plait|svp|please),? ", ""),
    (r",? ?(?:s'il vous plait|svp|merci|please|thanks|thank you|precises?|pile|sharp|左右)$", ""),
    (r"^过(.*(?:小时|分钟|钟头))$", r"\1后"),
    (r"\blast night\b", "yesterday night"),
    (r"\b12 (?=noon\b)", ""),
    (r"\b(\d{1,2})\.(\d{2})(?= ?[ap]\.?m\b)", r"\1:\2"),
    (rf"\b({_PART}) at (\d{{1,2}})$", r"\1 at \2:00"),
)
"""What a text may have around a day and a time, and what stands for it."""
_PAST = rf"\b(half|(?:a )?quarter) (past|to) (\d{{1,2}}|{_NUMBER})\b"
_HOURS = rf"\b({_NUMBER}) heures?(?: ({_NUMBER})(?! heure))?(?![a-z])"


def in_figures(text: str) -> str:
    """Return a text in lower case without accents with its spoken times in figures."""
    for pattern, figures in _PHRASES:
        text = re.sub(pattern, figures, text)
    text = re.sub(_PAST, _past, text)
    return re.sub(rf"(?<!dans )(?<!d'ici )(?<!il y a ){_HOURS}", _hours, text)


def _number(text: str) -> int:
    return int(text) if text.isdigit() else _NUMBERS[text]


def _past(match: re.Match[str]) -> str:
    minutes = _number(match[3]) * 60
    quarter = 15 if match[2] == "past" else -15
    if match[1] == "half" and match[2] == "to":
        return match[0]
    minutes += 30 if match[1] == "half" else quarter
    return f"{minutes // 60}:{minutes % 60:02}"


def _hours(match: re.Match[str]) -> str:
    minutes = f"{_number(match[2]):02}" if match[2] else ""
    return f"{_number(match[1])}h{minutes}"
