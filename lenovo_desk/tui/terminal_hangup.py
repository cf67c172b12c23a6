"""Ends the program when its terminal is gone."""

import os
import select
import signal
import sys

from textual.app import App

EVERY = 5.0
"""Seconds between two checks for the terminal."""


def watch(app: App[None]) -> None:
    """End the program once its terminal is gone; everything is already on disk.

    Usually a signal does that. Without one, as under `nohup`, the program would wait for keys
    forever at full processor load and lock its case against every other window.
    """
    if sys.platform == "win32" or sys.__stdin__ is None:
        return
    terminal = select.poll()
    terminal.register(sys.__stdin__.fileno(), 0)

    def look() -> None:
        if any(state & select.POLLHUP for _, state in terminal.poll(0)):
            signal.signal(signal.SIGHUP, signal.SIG_DFL)
            os.kill(os.getpid(), signal.SIGHUP)

    app.set_interval(EVERY, look)
