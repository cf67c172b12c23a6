"""How somebody is named whom one may ask for, or of whom is said what only people do."""

import re
from functools import lru_cache

_FIRST = r"(?P<first>[A-Z][a-z]+(?:-[A-Z]?[a-z]+)?)"
_LAST = r"(?P<last> (?:(?:de la|de|du|des|le|la|van der|van|von|ben|el|d') ?)?[A-Z][\w'\-]+)"
_HUMAN = (
    r"(?:pass(?:er|e (?:vous|chez|prendre|demain))"
    r"|viendr|s'occup|occup|pri[st] en charge|sign|rec[ue]|suiv|suit|traite|gere|rappel"
    r"|appel|contact|repon|depos|livr|intervi|install|repar|remplac|handl"
    r"|answer|deliver|visit|repair|meet|pick|collect|repl"
    r"|call|wrote|ecri|dem|parl|accueil|come by|coming)"
)
_DOER = (
    rf"(?P<name>{_FIRST}{_LAST}),? (?:qui|who|that) "
    rf"(?:(?:va|a|est|vous|nous|has|is|will|l'|ne|will be|vient de|avait|y) ?){{0,3}}{_HUMAN}"
)
_ASKED = (
    rf"(?P<name>{_FIRST}{_LAST}?)"
    r"(?=,| (?:a l'|a la|au|aux|at|in|on|en|upon|quand|when|sur|des|pour)\b|[.!?;]|$)"
)
_MAKERS = r" (?!(?:lenovo|motorola|google|microsoft|intel|amd|nvidia)(?![a-z]))"
NAMED_CUES = (
    re.compile(rf"(?:c'est|c'etait|ce sera|it's|it is|it was|this is|it will be){_MAKERS}"),
    re.compile(
        r"(?:demande[rz](?: apres| a parler a| a voir)?|(?:passe[rz]|venez) voir"
        r"|v(?:oyez|oir) (?:ca |cela )?avec|adresse[rz]-vous a|ask for"
        r"|(?:speak|talk) (?:to|with)|interphone(?: ?:| au nom de)|(?:sonne[rz]|frappez) chez"
        rf"|sonnette(?: ?:| au nom de)|buzzer(?: ?:| named)){_MAKERS}"
    ),
)
"""What leads to such a name, in a reading in lower case."""
AT_A_DOOR = ("interphone", "sonn", "frapp", "buzzer")
"""How those begin behind which a family's name stands alone."""


@lru_cache(maxsize=1)
def named_patterns() -> tuple[re.Pattern[str], ...]:
    """Return the names behind each of `NAMED_CUES`, in a reading as it was written."""
    return re.compile(_DOER), re.compile(_ASKED)
