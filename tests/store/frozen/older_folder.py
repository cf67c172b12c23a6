"""A data folder as the version before consents held fast left it, and what that version read in it.

`before_values.tar.xz` was written by that version itself (its store, its screen, its mock calls)
and is never to be written anew. It holds `data`; `handed.handover`, the file of the case `handed`;
and `reading.json`: for each case that was left in the middle, what the older version showed when it
opened the case, the moves by which it went on to an end, and the events that it wrote on the way.

`random_before_values.jsonl.xz` was made with that version too: its flows, then 72 journals of
agents who left a good way somewhere for a random one, each with what it showed at their end.
"""

import json
import lzma
import tarfile
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from lenovo_desk.core.engine.gates import Verdict
from lenovo_desk.core.engine.step_lines import (
    shown_choices,
    shown_facts,
    shown_items,
    shown_lines,
)
from lenovo_desk.core.model.case import Case, standing
from lenovo_desk.core.model.event_codec import event_to_plain
from lenovo_desk.core.model.events import Event
from lenovo_desk.core.model.flow import Flow, Flows
from lenovo_desk.core.model.structure import flow_from_plain
from lenovo_desk.core.time.clock import Stamp

PACKED = Path(__file__).with_name("before_values.tar.xz")
RANDOM = PACKED.with_name("random_before_values.jsonl.xz")
PASSPHRASE = "nine geese fly"
CLOSED = (
    *("closed-visit", "closed-depot", "closed-wireless", "closed-crisis", "closed-8d"),
    *("closed-callback", "closed-complaint", "handed", "given-up"),
)
LEFT_ON_A_SCREEN = "20261122-090000-case0"
CLOSED_CALL, LIVE_CALL = "20261122-090000-mock0", "20261122-090000-mock1"


class Reading(NamedTuple):
    """What the older version made of a case."""

    left: float
    """When it was left, in seconds since 1970 UTC; the seconds since boot were `up`."""
    up: float
    reading: dict[str, Any]
    moves: list[str]
    events: list[dict[str, Any]]
    """Those after it was opened again."""


def unpacked(folder: Path) -> Path:
    """Unpack all of it into a folder; return its data folder."""
    with tarfile.open(PACKED) as packed:
        packed.extractall(folder, filter="data")
    data = folder / "data"
    data.chmod(0o700)
    return data


@cache
def readings() -> dict[str, Reading]:
    """Return what the older version made of the cases it left, by case."""
    with tarfile.open(PACKED) as packed:
        file = packed.extractfile("reading.json")
        assert file is not None
        return {case: Reading(**plain) for case, plain in json.load(file).items()}


class RandomCase(NamedTuple):
    """A random case of the older version, and what that showed at its end."""

    seed: int
    at: list[Any]
    """The stamp of the end."""
    lines: list[dict[str, Any]]
    """Its journal."""
    reading: dict[str, Any]
    values: dict[str, Any]
    """The values that counted, derived ones included, by `flow.fact`."""
    dues: dict[str, float]
    """When its promises were due, in seconds since 1970 UTC."""


def random_cases() -> tuple[dict[str, Flow], list[RandomCase]]:
    """Return the older version's flows, and random cases of them."""
    with lzma.open(RANDOM, "rt", encoding="utf-8") as file:
        structures = json.loads(next(file))["structures"]
        cases = [RandomCase(**json.loads(line)) for line in file]
    flows = {
        name: flow_from_plain(plain, f"digest of {name}") for name, plain in structures.items()
    }
    return flows, cases


def reading_of(flows: Flows, case: Case, at: Stamp) -> dict[str, Any]:
    """Return what this version shows of a case, in the form of `Reading.reading`."""
    shown = {
        "step": f"{case.here.top.flow}.{case.here.top.step}",
        "status": case.status,
        "facts": standing(case),
        "ticks": sorted(f"{serial}/{item}" for serial, item in case.ticks),
        "drafts": dict(case.drafts),
        "choices": [[one.id, _reasons(verdict)] for one, verdict in shown_choices(flows, case, at)],
        "phrases": [
            [line.phrase, line.via, _reasons(verdict)]
            for line, verdict in shown_lines(flows, case, at)
        ],
        "items": [
            [box.item.id, _reasons(box.verdict), box.ticked is not None]
            for box in shown_items(flows, case, at)
        ],
        "fields": [
            [field.spec.id, _reasons(field.verdict), field.value]
            for field in shown_facts(flows, case, at)
        ],
        "promises": {name: [promise.state] for name, promise in case.promises.items()},
    }
    plain: dict[str, Any] = json.loads(json.dumps(shown))
    return plain


def _reasons(verdict: Verdict) -> list[list[Any]]:
    return [list(reason)[:2] for reason in verdict.reasons]


def what_happened(lines: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return lines of a journal without what only one of the two versions writes.

    Who acts and which settings filled a blank are new, a reason says more than it did, and phrases
    are in the words of today.
    """
    new = ("by", "sum", "settings", "text", "authority")
    acts = []
    for line in lines:
        words = line["event"] == "PhraseCopied"
        act = {key: value for key, value in line.items() if key not in (new if words else new[:2])}
        if line["event"] == "GateTried":
            act["reasons"] = [reason[:2] for reason in line["reasons"]]
        acts.append(act)
    return acts


def lines_of(events: Iterable[Event]) -> list[dict[str, Any]]:
    """Return events as lines of a journal, unsealed."""
    return [json.loads(json.dumps(event_to_plain(one, lambda value: value))) for one in events]
