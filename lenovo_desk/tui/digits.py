"""Digits however they are typed: number pad, full-width, the unshifted AZERTY row."""

_DIGITS = {
    **{str(n): n for n in range(1, 10)},
    **{chr(0xFF10 + n): n for n in range(1, 10)},
    **dict(zip("&é\"'(-è_ç", range(1, 10), strict=True)),
}
DIGIT_CHARACTERS = tuple(_DIGITS)
"""Every character that stands for a digit."""


def digit(character: str | None) -> int | None:
    """Return the number (1 to 9) that a character stands for, or None."""
    return _DIGITS.get(character or "")
