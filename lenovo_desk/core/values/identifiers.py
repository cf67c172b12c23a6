"""Read what identifies: e-mail addresses, serial numbers and links."""

import re

from lenovo_desk.core.model.flow import FactSpec
from lenovo_desk.core.reasons import Reason

# Kept as text: `re` compiles a pattern at its first use and caches it; few walks use them all.
_EMAIL = (
    r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
    r"@([\w]([\w-]{0,61}[\w])?\.)+[^\W\d_][\w-]{0,61}[^\W_]"
)
_SERIAL = r"[A-Z0-9][A-Z0-9-]{3,29}"
_URL = r"(?i)https?://([\w]([\w-]*[\w])?\.)+[^\W\d_]{2,}(:\d{1,5})?([/?#]\S*)?"


def parse_email(spec: FactSpec, text: str) -> str | Reason:
    """Return a typed e-mail address, its domain in lower case; else why not."""
    local, _, domain = text.rpartition("@")
    if len(text) > 254 or len(local) > 64 or not re.fullmatch(_EMAIL, text):
        return Reason("not_email")
    return f"{local}@{domain.lower()}"


def parse_serial(spec: FactSpec, text: str) -> str | Reason:
    """Return a typed serial number in upper case without spaces; else why not."""
    serial = re.sub(r"\s", "", text).upper()
    return serial if re.fullmatch(_SERIAL, serial) else Reason("not_serial")


def parse_url(spec: FactSpec, text: str) -> str | Reason:
    """Return a typed link; else why not."""
    return text if re.fullmatch(_URL, text) else Reason("not_url")
