"""The program as a process, with a data folder of its own."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parents[2]


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
            **os.environ,
            "LENOVO_DESK_DATA": str(self.data),
            "LENOVO_DESK_LANG": "",
            "PYTHONPATH": str(ROOT),
            "PYTHONIOENCODING": "",
            "TZ": "Europe/Paris",
        }

    def command(self, *words: str) -> list[str]:
        """Return the command line of some words."""
        return [sys.executable, "-m", "lenovo_desk", *words]

    def __call__(self, *words: str, **env: str) -> Answer:
        done = subprocess.run(
            self.command(*words),
            capture_output=True,
            cwd=self.folder,
            env={**self.env, **env},
            timeout=60,
            check=False,
        )
        return Answer(done.returncode, done.stdout.decode(), done.stderr.decode())
