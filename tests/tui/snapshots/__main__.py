"""`python -m tests.tui.snapshots [NAME…]`: takes the snapshots anew, all or those named."""

import asyncio
import sys

from tests.tui.scenes import LANGUAGES, SCENES, taken
from tests.tui.snapshots import FOLDER, path


def main(names: list[str]) -> None:
    """Write the files."""
    if not names:
        for old in FOLDER.glob("*.txt"):
            old.unlink()
    for name in names or SCENES:
        for language in LANGUAGES:
            text = asyncio.run(taken(name, language))
            path(name, language).write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
