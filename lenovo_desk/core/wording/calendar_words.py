"""The working week in words: days with the same hours are named together."""

from itertools import groupby

from lenovo_desk.core.time.calendar import WEEKDAYS
from lenovo_desk.core.wording.language_formats import Formats


def week_text(formats: Formats, calendar: str) -> str:
    """Return the hours of a working week, as `Monday-Friday 9:00-18:00`; "" without any.

    `calendar` is a text that `core.time.calendar` reads; its single dates are left out.
    """
    hours = {}
    for part in calendar.split(";"):
        day, _, text = part.strip().partition(" ")
        if day in WEEKDAYS:
            hours[day] = text
    names = dict(zip(WEEKDAYS, formats.weekdays.split(), strict=True))
    texts = []
    for text, group in groupby(WEEKDAYS, key=lambda day: hours.get(day, "")):
        days = [names[day] for day in group]
        if text:
            span = days[0] if len(days) == 1 else f"{days[0]}-{days[-1]}"
            texts.append(f"{span} {text}")
    return formats.separator.join(texts)
