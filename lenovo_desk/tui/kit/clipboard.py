"""Copying: the terminal is asked at once, the tools of the system work beside the keys.

Only a tool that ends well is known to have taken a text. Whether a terminal took it, no program can
tell: multiplexers and remote connections may drop the request.
"""

import asyncio
import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import NamedTuple

TIMEOUT = 4.0
"""Seconds a clipboard tool may take; the keys do not wait for it."""


class ClipboardTool(NamedTuple):
    """A command that takes a text from its standard input."""

    command: tuple[str, ...]
    encoding: str = "utf-8"

    @property
    def name(self) -> str:
        """The name of its program."""
        return self.command[0]


_DISPLAYED = (
    ("WAYLAND_DISPLAY", ("wl-copy",)),
    ("DISPLAY", ("xclip", "-selection", "clipboard")),
    ("DISPLAY", ("xsel", "--clipboard", "--input")),
)
_WINDOWS = ClipboardTool(("clip.exe",), "utf-16-le")
_REMOTE = ("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY")


def is_remote(env: Mapping[str, str]) -> bool:
    """Return whether the session came over ssh: the machine's clipboard is not the agent's."""
    return any(env.get(name) for name in _REMOTE)


def system_tools(env: Mapping[str, str]) -> tuple[ClipboardTool, ...]:
    """Return the tools that fill the clipboard of this machine, the surest first."""
    if is_remote(env):
        return ()
    if sys.platform == "darwin":
        return (ClipboardTool(("pbcopy",)),)
    path = env.get("PATH", os.defpath)
    tools = [ClipboardTool(cmd) for name, cmd in _DISPLAYED if env.get(name)]
    if sys.platform == "win32" or shutil.which(_WINDOWS.name, path=path):  # the latter in WSL
        tools.insert(0, _WINDOWS)
    return tuple(each for each in tools if shutil.which(each.name, path=path))


def multiplexer_tools(env: Mapping[str, str]) -> tuple[ClipboardTool, ...]:
    """Return tmux's own command: by default tmux drops what a program asks of the terminal.

    The second one is for tmux before 3.2.
    """
    if not env.get("TMUX") or not shutil.which("tmux", path=env.get("PATH", os.defpath)):
        return ()
    return tuple(ClipboardTool(("tmux", "load-buffer", *more, "-")) for more in (("-w",), ()))


async def fill(tools: Sequence[ClipboardTool], text: str) -> bool:
    """Hand text to the first tool that takes it; return whether one did."""
    for each in tools:
        if await _taken(each, text):
            return True
    return False


async def _taken(tool: ClipboardTool, text: str) -> bool:
    """Return whether a tool took the text; one that hangs is killed, with what it started."""
    silent = asyncio.subprocess.DEVNULL
    try:
        process = await asyncio.create_subprocess_exec(
            *tool.command, stdin=asyncio.subprocess.PIPE, stdout=silent, stderr=silent
        )
    except OSError:
        return False
    try:
        async with asyncio.timeout(TIMEOUT):
            await process.communicate(text.encode(tool.encoding))
    except (TimeoutError, OSError):
        return False
    finally:
        if process.returncode is None:
            with suppress(ProcessLookupError):
                process.kill()
    return process.returncode == 0
