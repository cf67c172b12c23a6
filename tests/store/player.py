"""A trainer who says numbers until he is killed: `python -m tests.store.player FOLDER CASE`.

He prints each one when it is said.
"""

import sys
from pathlib import Path

from lenovo_desk.store.mock.mock_store import MockStore
from tests.hand_clock import HandClock


def main(root: Path, case: str) -> None:
    """Speak."""
    calls = MockStore(root, HandClock())
    line = calls.line(case)
    number = len(calls.spoken(case))
    while True:
        number += 1
        said = line.say("line", str(number))
        print(said.n, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
