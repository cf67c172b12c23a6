"""Reads the day log: each file is a TinyDB, read here as plain JSON."""

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from lenovo_desk.core.case_rows import DayFigures
from lenovo_desk.core.model.flow import Plain

TABLE = "_default"
"""TinyDB's default table."""


class BrokenDay(Exception):
    """A day file that is not a TinyDB."""


def day_tables(path: Path) -> dict[str, Plain] | None:
    """Return the tables of a day file; None when the file does not exist.

    Raises OSError, and `BrokenDay` when it is not a TinyDB.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None
    try:
        content = json.loads(data)
    except ValueError:
        raise BrokenDay(path.name) from None
    if not isinstance(content, dict) or not all(_is_table(table) for table in content.values()):
        raise BrokenDay(path.name)
    return content


def _is_table(table: object) -> bool:
    return isinstance(table, dict) and all(
        key.isdecimal() and isinstance(row, dict) for key, row in table.items()
    )


def day_documents(path: Path) -> list[Plain]:
    """Return the stored documents of a day file, earliest first. Raises like `day_tables`."""
    return list((day_tables(path) or {}).get(TABLE, {}).values())


def log_days(folder: Path) -> Iterator[tuple[str, list[Path]]]:
    """Yield each day of a log with its files, latest day first."""
    files: dict[str, list[Path]] = {}
    if folder.is_dir():
        for path in folder.iterdir():
            if path.suffix == ".json" and not path.name.startswith("."):
                files.setdefault(path.name[:10], []).append(path)
    for day in sorted(files, reverse=True):
        yield day, sorted(files[day])


def closing_moment(row: Plain) -> float:
    """Return when a stored document's case was closed, in seconds since 1970 UTC; 0 if unknown."""
    try:
        return datetime.fromisoformat(row["closed"]).timestamp()
    except (KeyError, TypeError, ValueError, OSError, OverflowError):
        return 0.0


def day_figures(rows: Sequence[Plain]) -> DayFigures:
    """Return the figures of the stored documents of one day."""
    handled = sorted(row.get("figures", {}).get("handled", 0.0) for row in rows)
    middle = handled[(len(handled) - 1) // 2 : len(handled) // 2 + 1]
    ends = [mark.get("state") for row in rows for mark in row.get("deadlines", ())]
    return DayFigures(
        len(rows),
        sum(bool(row.get("completed")) for row in rows),
        sum(handled),
        sum(middle) / len(middle) if middle else 0.0,
        ends.count("kept"),
        ends.count("kept") + ends.count("missed"),
    )
