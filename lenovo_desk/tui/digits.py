"""Digits however they are typed: number pad, full-width, the unshifted AZERTY row."""

TEN = 10
_DIGITS = {
    **{str(n % TEN): n for n in range(1, TEN + 1)},
    **{chr(0xFF10 + n % TEN): n for n in range(1, TEN + 1)},
    **dict(zip("&é\"'(-è_çà", range(1, TEN + 1), strict=True)),
}
DIGIT_CHARACTERS = tuple(_DIGITS)
"""Every character that stands for a digit."""


def digit(character: str | None) -> int | None:
    """Return the number (1 to 10) that a character stands for, or None; 0 stands for 10."""
    return _DIGITS.get(character or "")


def number_key(number: int) -> str:
    """Return the number in the three cells where a list shows it; the tenth as its key, 0."""
    return f"{0 if number == TEN else number:>2} "
