"""Marks in a public text what names somebody; loads what typing will need."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.time.clock import Stamp
from lenovo_desk.tui.desk.case_on_screen import CaseOnScreen, reason_text
from lenovo_desk.tui.desk.wording_guard import FREE, REPLY

if TYPE_CHECKING:
    from lenovo_desk.core.privacy.places import Breach

_OF_ALL_KINDS = "1 é 您 a@b www."
"""A text that every rule looks at."""
_ROUNDS = 3
"""How often what is left of a text is looked at again: a part may name somebody alone."""


def warm_public_guard() -> None:
    """Compile what a public text is searched for before the first key is checked."""
    from lenovo_desk.core.privacy.public_text import breaches

    breaches(_OF_ALL_KINDS)


class PublicGuard:
    """Judges a text that goes out in public, while it is typed."""

    def __init__(self, case: CaseOnScreen) -> None:
        self._case = case

    def spans(self, text: str) -> tuple[tuple[int, int], ...]:
        """Return where a text names somebody, by index."""
        return tuple((place.start, place.end) for place in self._named(text))

    def _named(self, text: str) -> "tuple[Breach, ...]":
        from lenovo_desk.core.privacy.case_knowledge import personal_in  # at the first public text

        return personal_in(self._case.session.flows, self._case.session.case, text)

    def warning(self, text: str) -> str:
        """Return what is named first, in words; empty when the text names nobody."""
        places = self._named(text)
        if not places:
            return ""
        place = places[0]
        words = " ".join(text[place.start : place.end].split())
        reason = Reason("personal_in_public", place.kind, detail=words)
        return reason_text(self._case, reason)

    def without(self, text: str) -> str:
        """Return the text without what names somebody; the same when it names nobody."""
        from lenovo_desk.core.privacy.rewriting import Instead, without

        words = self._case.shell.library.words(self._case.session.case.language)
        instead = Instead(*(words[f"reply.{name}"] for name in Instead._fields))
        for _ in range(_ROUNDS):
            places = self._named(text)
            if not places:
                break
            text = without(text, places, instead)
        return text


class AheadOfTyping:
    """Loads readers of numbers and moments, and rules of texts, when a step needs them."""

    def __init__(self, case: CaseOnScreen, later: Callable[[float, Callable[[], None]], object]):
        """Take how something is done so many seconds `later`."""
        self._case, self._later = case, later
        self._loaded: set[str] = set()

    def load(self) -> None:
        """Load what the line that has just opened will need, once this key is painted."""
        self._later(0.02, self._load)

    def _load(self) -> None:
        """Load each part once; it costs 20 to 90 ms."""
        specs = [fact.spec for fact in self._case.view.facts]
        kinds = {spec.kind for spec in (*specs, *(cell for spec in specs for cell in spec.rows))}
        if kinds & {"date", "datetime"} and self._first("moments"):
            from lenovo_desk.core.time.typed_moments import Sense, typed_datetime

            typed_datetime("lundi 9h", Sense(Stamp(0.0, "", 0.0), "UTC"))  # compiles its patterns
        if "phone" in kinds and self._first("phones"):
            from lenovo_desk.core.values.phone_numbers import warm_phone_numbers

            warm_phone_numbers(self._case.shell.settings.current.country)
        field = self._case.entry.field
        if field in FREE and self._first(field):
            self._case.guard.warm(field)
            if field == REPLY:
                warm_public_guard()

    def _first(self, part: str) -> bool:
        """Return whether a part is not loaded yet, and take note that it is."""
        first = part not in self._loaded
        self._loaded.add(part)
        return first
