"""Times of a record as short as they can be read: a day only where it changes, no minute twice."""


class BriefTimes:
    """Shortens moments in the order in which they stand on a page."""

    def __init__(self) -> None:
        self._day = self._minute = ""

    def brief(self, moment: str) -> str:
        """Return a moment, as `Wording.moment` writes it, to the minute.

        Without its day where that of the last one is the same; empty where its minute is.
        """
        day, _, time = moment.rpartition(" ")
        minute = time.rpartition(":")[0]
        if (day, minute) == (self._day, self._minute):
            return ""
        text = minute if day == self._day else f"{day} {minute}"
        self._day, self._minute = day, minute
        return text
