"""Cells of CSV files that people open in spreadsheets."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def harmless_cell(value: object) -> object:
    """Return a cell that no spreadsheet reads as a formula.

    A truth value becomes `yes` or `no`.
    """
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return ("yes" if value else "no") if isinstance(value, bool) else value
