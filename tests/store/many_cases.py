"""A folder of thousands of closed cases, each of another customer, made without working them."""

import copy
import json
import os
from datetime import date, timedelta
from pathlib import Path

from lenovo_desk.store.cases.case_store import CaseStore
from lenovo_desk.store.disk.layout import Layout
from lenovo_desk.store.disk.sealing import Sealer, _encrypt
from tests.cli.cases import put
from tests.hand_clock import HandClock

A_DAY = 50
"""Cases closed on a day."""


def customer(number: int) -> str:
    """Return the name of a customer; no two have the same surname."""
    letters = "".join(chr(ord("a") + int(digit)) for digit in f"{number:05}")
    return f"Camille Nom{letters}"


def phone(number: int) -> str:
    """Return a phone number of a customer, as it is kept."""
    return f"+3363998{number:04}" if number < 10_000 else f"+3319900{number - 10_000:04}"


def many_closed(data: Path, count: int) -> CaseStore:
    """Put closed cases into the log of a new folder: copies of one that was really worked."""
    put(
        data,
        "20260101-090000-seed",
        "channel=private",
        "no_number",
        "=no_number",
        flow="escalation",
    )
    layout = Layout(data)
    (seed,) = layout.log.glob("*.json")
    (document,) = json.loads(seed.read_bytes())["_default"].values()
    seed.unlink()
    (folder_key,) = (path.read_bytes() for path in layout.keys.glob("folder.key"))
    first = date(2026, 1, 1)
    for start in range(0, count, A_DAY):
        day = (first + timedelta(days=start // A_DAY)).isoformat()
        rows = {}
        for number in range(start, min(start + A_DAY, count)):
            case, key = f"{day.replace('-', '')}-090000-{number:05}", os.urandom(32)
            (layout.keys / case).write_bytes(_encrypt(folder_key, key, f"key/{case}"))
            row = copy.deepcopy(document)
            row |= {"case": case, "closed": f"{day}T10:00:00.000+01:00", "hidden": []}
            secret = {}
            for fact, value in (("name", customer(number)), ("phone", phone(number))):
                row["facts"][f"customer_{fact}"] = "[sealed]"
                row["hidden"].append(f"/facts/customer_{fact}")
                secret[f"/facts/customer_{fact}"] = value
            rows[str(number + 1)] = row | Sealer(case, key).seal(secret, "document")
        (layout.log / f"{day}.ana.json").write_text(json.dumps({"_default": rows}), "ascii")
    return CaseStore(data, HandClock())
