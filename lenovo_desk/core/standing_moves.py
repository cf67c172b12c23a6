"""The way that stands, read from a stored path: without what was stepped back from."""

from collections.abc import Iterable, Mapping
from typing import Any

BACK, OUT = "<", ")"
"""How a path marks a step back, and the way out of a flow."""


def standing_moves(path: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Return the moves of a path that nobody stepped back from, in order.

    A move has `at` and `choice`. A way out of a flow goes with the choice of the same moment.
    """
    stays: list[list[Mapping[str, Any]]] = []
    for move in path:
        if move["choice"] == BACK:
            del stays[-1:]
        elif move["choice"] == OUT and stays and stays[-1][-1]["at"] == move["at"]:
            stays[-1].append(move)
        else:
            stays.append([move])
    return [move for stay in stays for move in stay]
