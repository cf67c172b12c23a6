"""The system clipboard, filled by its own tool where the session is local."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping

_TOOLS = (
    ("WAYLAND_DISPLAY", ("wl-copy",)),
    ("DISPLAY", ("xclip", "-selection", "clipboard")),
    ("DISPLAY", ("xsel", "--clipboard", "--input")),
)
TIMEOUT = 1.0
"""Seconds a clipboard tool may take."""


def tool(env: Mapping[str, str] = os.environ) -> tuple[str, ...]:
    """Return the command that fills the system clipboard; empty if there is none."""
    if "SSH_CONNECTION" in env:
        return ()
    if sys.platform == "darwin":
        return ("pbcopy",)
    if sys.platform == "win32":
        return ("clip.exe",)
    for variable, command in _TOOLS:
        if env.get(variable) and shutil.which(command[0]):
            return command
    return ()


def fill_system(text: str) -> bool:
    """Put text on the system clipboard; return whether that worked."""
    command = tool()
    if not command:
        return False
    encoding = "utf-16-le" if sys.platform == "win32" else "utf-8"
    try:
        done = subprocess.run(
            command,
            input=text.encode(encoding),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=TIMEOUT,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
