"""What a rule finds in a reading."""

from lenovo_desk.core.named_tuple import NamedTuple

PHONE, EMAIL, SERIAL, REFERENCE = "any_phone", "any_email", "any_serial", "any_reference"
ACCOUNT, ADDRESS, LINK, PERSON = "any_account", "any_address", "any_link", "any_person"
KINDS = (PHONE, EMAIL, SERIAL, REFERENCE, ACCOUNT, ADDRESS, LINK, PERSON)
"""What is found by its shape; the interface has a word for each."""


class Hit(NamedTuple):
    """A part of a reading that names somebody."""

    kind: str
    """One of `KINDS`, or the id of the fact whose value it is."""
    start: int
    end: int


def blanked(text: str, spans: list[tuple[int, int]], mark: str = "\x00") -> str:
    """Return a text of the same length in which some parts are out of sight."""
    for start, end in spans:
        text = f"{text[:start]}{mark * (end - start)}{text[end:]}"
    return text
