"""A terminal that is gone: the program ends as it does when its window is closed."""

import os
import select
import signal
import sys

from textual.app import App

EVERY = 5.0
"""Seconds after which the terminal is looked for again."""


def watch(app: App[None]) -> None:
    """End the program once its terminal is gone; what was done is on the disk.

    Mostly it is told so. Where it is not, as under `nohup`, it would wait for keys for ever, at
    the full cost of a processor, and keep its case from every other window.
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
