"""The app's own timers, held in hand: they go off when the clock in hand has moved, never alone.

A timer that counts real seconds goes off between any two lines of a test, sooner on a busy machine:
a desk would have heard what a trainer said before the test has looked whether it waits.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any
from unittest.mock import patch

from textual.timer import Timer

from lenovo_desk.core.time.clock import Clock


class HandTimers:
    """The timers of one app. Those of Textual itself go on as ever."""

    def __init__(self, app: object, clock: Clock) -> None:
        self._app, self._clock = app, clock
        self._due: dict[Timer, float] = {}

    @contextmanager
    def held(self) -> Iterator[None]:
        """Take the timers in hand that the app sets."""
        start = Timer._start

        def hold(timer: Timer) -> None:
            if _is_ours(timer) and _app_of(timer) is self._app:
                self._due[timer] = self._clock.now().up + timer._interval
            else:
                start(timer)

        with patch.object(Timer, "_start", hold):
            yield

    def go_off(self, ahead: float = 0.0) -> None:
        """Let go off, once each, what is due by now or so many seconds ahead."""
        now = self._clock.now().up + ahead
        for timer, due in sorted(self._due.items(), key=lambda one: one[1]):
            pump: Any = timer._target()
            alive = pump is not None and pump._running
            if alive and due > now:
                continue
            del self._due[timer]
            if alive:
                if timer._repeat is None:
                    self._due[timer] = now + timer._interval
                _callback_of(timer)()


def _callback_of(timer: Timer) -> Any:
    callback = timer._callback
    return callback.args[0] if isinstance(callback, partial) else callback  # as `set_timer` has it


def _is_ours(timer: Timer) -> bool:
    callback = _callback_of(timer)
    module = getattr(getattr(callback, "__func__", callback), "__module__", None) or ""
    return bool(module.split(".")[0] == "lenovo_desk")


def _app_of(timer: Timer) -> object:
    pump: Any = timer._target()
    while pump._parent is not None:
        pump = pump._parent
    return pump
