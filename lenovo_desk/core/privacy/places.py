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
    """Return a text in which a neutral wording stands for each part that names somebody.

    With an empty wording the parts are left out, with the blanks and brackets around them.
    """
    parts, at = list[str](), 0
    for breach in places:
        parts += [text[at : breach.start], instead]
        at = breach.end
    joined = "".join([*parts, text[at:]])
    joined = re.sub(r"[(\[{«“]\s*[)\]}»”]", "", joined)
    return re.sub(r" +(?=[,.)\]])|(?<=[(\[]) +", "", re.sub(r"[ \u00a0]{2,}", " ", joined)).strip()
