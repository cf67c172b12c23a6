"""Read what identifies: e-mail addresses, serial numbers and links."""

import re

from lenovo_desk.core.model.flow import FactSpec
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.text import folded
from lenovo_desk.core.values.entry import Entry
from lenovo_desk.core.values.phone_numbers import DASHES

# Kept as text: `re` compiles a pattern at its first use and caches it; few walks use them all.
_ATOM = r"(?:[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]|[^\x00-\x7f])+"
_SIGN = r"(?:[A-Za-z0-9]|[^\x00-\x7f])"
_LABEL = rf"{_SIGN}(?:(?:{_SIGN}|-){{0,61}}{_SIGN})?"
_EMAIL = rf"{_ATOM}(?:\.{_ATOM})*@(?:{_LABEL}\.)+(?=[^\W\d_][^.]){_LABEL}"
_DOTS = str.maketrans("。．｡", "...")
_SERIAL = r"[A-Z0-9][A-Z0-9-]{3,29}"
_TWO_LINKS = "(?i)[;,，；、|]https?://"
_LABEL_INSIDE = r"S/?N|P/?N|MTM?|IMEI|NO|QTY|SERIAL"
"""What announces a second number behind the first."""
_URL = r"(?i)https?://([\w]([\w-]*[\w])?\.)+([^\W\d_]{2,}|xn--[\w-]+)(:\d{1,5})?([/?#]\S*)?"


def parse_email(spec: FactSpec, text: str, entry: Entry) -> str | Reason:
    """Return a typed e-mail address, its domain in lower case; else why not."""
    local, _, domain = text.rpartition("@")
    address = folded(f"{local.rstrip()}@{domain.lstrip().translate(_DOTS).lower()}")
    if len(address) > 254 or len(local) > 64 or not re.fullmatch(_EMAIL, address):
        return Reason("not_email")
    return address if address.isascii() or _in_words(address) else Reason("not_email")


def _in_words(text: str) -> bool:
    """Return whether all that is not ASCII in a text is a letter, a mark of one, or a digit."""
    from unicodedata import category

    return all(char.isascii() or category(char)[0] in "LMN" for char in text)


def parse_serial(spec: FactSpec, text: str, entry: Entry) -> str | Reason:
    """Return a typed serial number in upper case without spaces; else why not.

    Beside a word, a label or another whole number, a space does not group the signs of one number.
    What has no digit is a word, such as `inconnu`.
    """
    plain = text.translate(DASHES)
    if entry.rules > 1 and not (plain.isascii() and any(map(str.isdecimal, plain))):
        return Reason("not_serial")
    groups = plain.upper().split()
    serial = "".join(groups)
    whole = sum(len(group) > 7 for group in groups)
    word = any(group.isalpha() for group in groups)
    words = re.match(r"[^\W\d_]{3,}\s", text) or whole > 1 or (word and whole > 0)
    labels = any(re.fullmatch(_LABEL_INSIDE, group) for group in groups[1:])
    if words or labels or not re.fullmatch(_SERIAL, serial):
        return Reason("not_serial")
    return serial


def parse_url(spec: FactSpec, text: str, entry: Entry) -> str | Reason:
    """Return a typed link as it was pasted, but its host in plain characters; else why not."""
    head = re.match("[^/?#]*//[^/?#]*", text)
    if head and not head[0].isascii():
        text = folded(head[0]).translate(_DOTS) + text[head.end() :]
    if re.search(_TWO_LINKS, text) or not re.fullmatch(_URL, text):
        return Reason("not_url")
    return text
