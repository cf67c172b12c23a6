"""Tell whether a message was written by the desk to the customer, not by the customer."""

import re
from functools import lru_cache

_OURS = (
    r"\b(?:nous (?:avons bien|accusons|vous (?:informons|confirmons|remercions|invitons|prions))"
    r"|votre (?:demande|reclamation|dossier|reparation|appareil|ordinateur|commande) (?:a ete|est"
    r"|sera)|merci d'avoir contacte|your (?:\w+ ){1,4}(?:has been|is ready|was received|will be)"
    r"|thank you for (?:contacting|reaching|choosing|your (?:order|purchase))"
    r"|we (?:have received|are pleased|are sorry to hear)|how can i help|how may i help)\b"
    r"|我们(?:已|将|会|的工程师|这边)|(?:关于|针对)[您你](?:\d|反映|的|上)|感谢您(?:的来电|联系|选择|致电)"
    r"|这里是联想|联想客服|客服专员"
)
"""What only the desk writes to a customer."""
_CUSTOMERS = (
    r"\b(?:mon|ma|mes|my|je|i|i'm|i've|our)\b|\bj'|我的|我家|本人|我买|我这|我想|我要"
    r"|我用|我昨|我今"
)
"""How a customer speaks of what is theirs."""


def written_by_desk(low: str) -> bool:
    """Return whether the desk writes to the customer, not the customer to the desk."""
    ours, theirs = _patterns()
    return bool(ours.search(low)) and not theirs.search(low)


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(_OURS), re.compile(_CUSTOMERS)
