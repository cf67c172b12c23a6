"""How screens write durations, distances in time and ids of cases."""

from collections.abc import Mapping

from lenovo_desk.core.wording.sentences import span

DAY = 86400.0
"""Seconds from which a distance is given in days."""


def clock_text(seconds: float) -> str:
    """Return seconds as `m:ss` or `h:mm:ss`."""
    whole = int(seconds + 0.999) if seconds > 0 else 0
    minutes, rest = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"


def away(words: Mapping[str, str], seconds: float) -> str:
    """Return how far off a moment is: `h:mm:ss` within a day, else days and hours."""
    return clock_text(seconds) if seconds < DAY else span(words, seconds)


def short_id(case: str) -> str:
    """Return the part of a case id that people read out."""
    return case.rpartition("-")[2].upper()
