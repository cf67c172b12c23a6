"""Read phone numbers."""

import re

from lenovo_desk.core.model.flow import FactSpec
from lenovo_desk.core.reasons import Reason

_PHONE = r"(?a)\+[1-9]\d{7,14}|0\d{8,11}|1[3-9]\d{9}|[48]00\d{7}"
_TRUNK = r"(?a)^((?:\+|00)[\d\s.-]{1,5})\(0\)"
_EXTENSION = r"(?ai)(?:转|ext|poste|x)(\d{1,6})$"


def parse_phone(spec: FactSpec, text: str) -> str | Reason:
    """Return a typed phone number, an extension after `x`; else why not."""
    compact = re.sub(r"[\s().\-/–‐]", "", re.sub(_TRUNK, r"\1", text))
    extension = re.search(_EXTENSION, compact)
    number = compact[: extension.start()] if extension else compact
    number = re.sub(r"^00", "+", number)
    if not re.fullmatch(_PHONE, number):
        return Reason("not_phone")
    return f"{number}x{extension[1]}" if extension else number
