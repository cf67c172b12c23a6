"""Figures of a program on a terminal: when it can be used, how fast it answers, what it holds."""

import random
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tests.bench.terminal import Terminal

Key = tuple[str, str]  # a key, and the pattern that the screen shows after it; "" for whatever


@dataclass(frozen=True)
class Subject:
    """A program and the keys it is driven with."""

    command: tuple[str, ...]
    early: Key  # typed while the program starts; when its pattern shows, the program is usable
    keys: tuple[Key, ...]
    lead: tuple[Key, ...] = ()  # pressed first and not timed: the way to where the keys begin
    env: tuple[tuple[str, str], ...] = ()
    size: tuple[int, int] = (120, 40)

    def with_env(self, **names: str) -> "Subject":
        """The same with more in its environment."""
        return replace(self, env=(*self.env, *names.items()))


@dataclass(frozen=True)
class Figures:
    """Milliseconds to the first usable screen and from key to paint (median, 95th); megabytes."""

    start: float
    key: float
    slow_key: float
    memory: float


def there_and_back(there: str, back: str, pattern: str, count: int) -> list[Key]:
    """Keys that walk places 1 to `count` and back, each with the pattern of the place reached."""
    ahead = [(there, pattern.format(place)) for place in range(2, count + 1)]
    return ahead + [(back, pattern.format(place)) for place in range(count - 1, 0, -1)]


def percentile(values: Iterable[float], share: float) -> float:
    """The value that this share of the values does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def measure(subject: Subject) -> Figures:
    """Start the subject once, press its keys, and take its figures."""
    with Terminal(subject.command, size=subject.size, env=dict(subject.env)) as terminal:
        terminal.idle(0.05)
        key, pattern = subject.early
        terminal.type(key)
        start = (terminal.wait_for(pattern) - terminal.began) * 1e3
        terminal.settle(0.3)
        press_all(terminal, subject.lead)
        shown = press_all(terminal, subject.keys)
        return Figures(
            start, statistics.median(shown), percentile(shown, 0.95), terminal.peak_memory()
        )


def press_all(terminal: Terminal, keys: Iterable[Key]) -> list[float]:
    """Milliseconds from each key to what it shows; the pauses vary, not to meet a timer's beat."""
    shown = []
    for key, pattern in keys:
        terminal.idle(random.uniform(0.02, 0.05))
        shown.append(terminal.press(key, pattern).shown)
    return shown


def compare(one: Subject, other: Subject, rounds: int) -> Figures:
    """The figures of one by those of the other, the median of rounds in which they take turns."""
    pairs = [(measure(one), measure(other)) for _ in range(rounds)]

    return Figures(
        start=statistics.median(a.start / b.start for a, b in pairs),
        key=statistics.median(a.key / b.key for a, b in pairs),
        slow_key=statistics.median(a.slow_key / b.slow_key for a, b in pairs),
        memory=statistics.median(a.memory / b.memory for a, b in pairs),
    )


def drift(subject: Subject, keys: Sequence[Key], count: int) -> float:
    """The median of the last 200 of so many keys by that of the first 200, in processor time.

    Over minutes the wall clock follows whatever else the machine does.

    The keys are pressed round and round: they begin and end where the lead leads.
    """
    with Terminal(subject.command, size=subject.size, env=dict(subject.env)) as terminal:
        terminal.idle(0.05)
        terminal.type(subject.early[0])
        terminal.wait_for(subject.early[1])
        terminal.settle(0.3)
        press_all(terminal, subject.lead)
        press_all(terminal, keys)  # the first time round fills the caches
        times = []
        for number in range(count):
            terminal.idle(random.uniform(0.02, 0.05))
            times.append(terminal.press(*keys[number % len(keys)]).cpu)
    return statistics.median(times[-200:]) / statistics.median(times[:200])
