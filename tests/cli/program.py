"""The program as a process, with a data folder of its own."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

from tests.shipped_content import copy_compiled

ROOT = Path(__file__).parents[2]
OURS = "LENOVO_DESK_"
"""What the settings of whoever runs the tests are called: his class is not ours."""
HANGS = 300.0
"""Seconds after which a command hangs: the longest takes six, and more on a busy machine."""


class Answer(NamedTuple):
    """What a process answered."""

    status: int
    out: str
    err: str

    def one_line(self) -> str:
        """Return the one line on standard error."""
        lines = self.err.splitlines()
        assert len(lines) == 1, self.err
        assert "Traceback" not in self.err
        return lines[0]

    def json(self) -> Any:
        """Return what was written as JSON."""
        import json

        return json.loads(self.out)


class Program:
    """Runs `lenovo-desk` in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.data = folder / "data"
        self.env = {
            **{name: text for name, text in os.environ.items() if not name.startswith(OURS)},
            "LENOVO_DESK_DATA": str(self.data),
            "LENOVO_DESK_LANG": "",
            "PYTHONPATH": str(ROOT),
            "PYTHONIOENCODING": "",
            "TZ": "Europe/Paris",
        }

    def command(self, *words: str) -> list[str]:
        """Return the command line of some words, the content compiled where it looks for it."""
        if not self.data.is_file() and not (self.data / "cache").exists():
            copy_compiled(self.data)
        return [sys.executable, "-m", "lenovo_desk", *words]

    def __call__(self, *words: str, **env: str) -> Answer:
        done = subprocess.run(
            self.command(*words),
            capture_output=True,
            cwd=self.folder,
            env={**self.env, **env},
            timeout=HANGS,
            check=False,
        )
        return Answer(done.returncode, done.stdout.decode(), done.stderr.decode())
