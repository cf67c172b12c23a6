"""Marks in a public text what names somebody, and offers the text without it."""

from typing import TYPE_CHECKING

from lenovo_desk.core.reasons import Reason
from lenovo_desk.tui.desk.case_on_screen import CaseOnScreen, reason_text

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
    """Judges the text on the line while it is typed, if it goes out in public."""

    def __init__(self, case: CaseOnScreen) -> None:
        self._case = case
        self._places: tuple[Breach, ...] = ()

    def heed(self, text: str, public: bool) -> None:
        """Mark on the line what names somebody in a text, if that is public."""
        self._places = self._named(text) if public else ()
        self._case.entry.mark(tuple((place.start, place.end) for place in self._places))

    def _named(self, text: str) -> "tuple[Breach, ...]":
        from lenovo_desk.core.privacy.case_knowledge import personal_in  # at the first public text

        return personal_in(self._case.session.flows, self._case.session.case, text)

    def warning(self, text: str) -> str:
        """Return what is named first, in words; empty when the text names nobody."""
        if not self._places:
            return ""
        place = self._places[0]
        words = " ".join(text[place.start : place.end].split())
        reason = Reason("personal_in_public", place.kind, detail=words)
        return reason_text(self._case, reason)

    def hint(self) -> str:
        """Return how to go on without, in words; empty when the text names nobody."""
        return self._case.words["reply.without"] if self._places else ""

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
