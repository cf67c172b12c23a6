"""Judge what is typed for a setting before it is written: the file would count it as not set."""

import re

from lenovo_desk.core.model.flow import FactSpec
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.text import clean_line, is_blank, without_invisible
from lenovo_desk.core.values.parse_value import MAX_TEXT, Entry, parse_value
from lenovo_desk.core.wording.sentences import filled
from lenovo_desk.tui.shell import Shell

_KINDS = {"link": "url", "phone": "phone"}
"""The type of fact that a setting must fit, by the end of its name."""
_DIALLED = r"(?a)[\d\s().+\-/]+"


def setting_value(
    shell: Shell, name: str, label: str, text: str, country: str = ""
) -> str | Reason:
    """Return a setting without what nobody sees or what was pasted around it; else why not.

    The reason has `label` for its id. A phone number is one of `country`, else of the desk's.
    """
    text = "" if is_blank(text) else clean_line(without_invisible(text))
    if len(text) > MAX_TEXT:
        return Reason("too_long", label, detail=str(MAX_TEXT))
    kind = _KINDS.get(name.rpartition("_")[2])
    if not text or not kind:
        return text
    spec, current = FactSpec(label, kind, short=True), shell.settings.current
    place = country or current.country
    entry = Entry(shell.store.clock.now(), current.zone, shell.language, place)
    value = parse_value(spec, text, entry)
    if isinstance(value, Reason) and not (country or current.country_set):
        value = parse_value(spec, text, entry._replace(country=""))
    if isinstance(value, Reason):
        return value
    if kind == "phone" and not re.fullmatch(_DIALLED, text):
        from lenovo_desk.core.values.phone_numbers import phone_text

        return phone_text(str(value), place)
    return text if kind == "phone" else str(value)


def refused_setting(shell: Shell, reason: Reason) -> str:
    """Return the sentence that refuses a setting."""
    words = shell.words
    return filled(words[f"reasons.{reason.code}"], {"name": reason.id, "detail": reason.detail})
