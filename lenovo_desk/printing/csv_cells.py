"""Cells of tables that go to spreadsheets."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def harmless_cell(value: object) -> object:
    """Return a cell that no spreadsheet takes for a formula; yes and no as words."""
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return ("yes" if value else "no") if isinstance(value, bool) else value
