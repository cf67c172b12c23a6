"""Where a text for the public names somebody, and how it reads without."""

import re

from lenovo_desk.core.named_tuple import NamedTuple


class Breach(NamedTuple):
    """A part of a text that names somebody."""

    kind: str
    """A kind of `hits.KINDS`, or the id of the fact whose value it is."""
    start: int
    end: int


def without(text: str, places: tuple[Breach, ...], instead: str) -> str:
    """Return a text without the parts that name somebody.

    A neutral wording stands for numbers and addresses; a name is left out, with the blanks and
    brackets around it.
    """
    parts, at = list[str](), 0
    for breach in places:
        name = not re.search(r"[\d@/]", text[breach.start : breach.end])
        parts += [text[at : breach.start], "" if name else instead]
        at = breach.end
    joined = "".join([*parts, text[at:]])
    joined = re.sub(r"[(\[{«“]\s*[)\]}»”]", "", joined)
    return re.sub(r" +(?=[,.)\]])|(?<=[(\[]) +", "", re.sub(r"[ \u00a0]{2,}", " ", joined)).strip()
