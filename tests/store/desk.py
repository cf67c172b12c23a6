"""A program that works cases until it is done or killed.

`python -m tests.store.desk FOLDER NAME COUNT` works COUNT cases NAME-0, NAME-1 ... into
the log and prints a line for each accepted event. `hold` instead of COUNT opens one case, says so
and waits for its input to end; `owe` signs a fee of one case, changes it and signs it again until
it is killed.
"""

import sys
from pathlib import Path

from lenovo_desk.core.model.events import Event
from lenovo_desk.store.cases.case_store import CaseStore
from tests.hand_clock import HandClock
from tests.store.house import Shelf, fingerprint, opening, worked
from tests.store.signing import CHANGED, SIGNED_AGAIN, signed


def main(root: Path, name: str, count: str) -> None:
    """Work the cases."""
    store = CaseStore(root, HandClock())
    if count == "hold":
        store.open_case(Shelf(), opening(name))
        print("held", flush=True)
        sys.stdin.read()
        return
    if count == "owe":
        session = signed(store, name)
        while True:
            for intent in (*CHANGED[:2], *SIGNED_AGAIN[:4]):
                session.do(intent)
                print(session.case.n, flush=True)
    for number in range(int(count)):
        case = f"{name}-{number}"

        def tell(event: Event, case: str = case) -> None:
            print(case, event.n, fingerprint(event), flush=True)

        worked(store, case, tell)
        print(case, "logged", "-", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
