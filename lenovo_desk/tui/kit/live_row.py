"""The row of the live customers: who is in view, who waits and since when, whose time presses."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.style import Style
from textual.strip import Strip

from lenovo_desk.core.step_view import StepView
from lenovo_desk.core.time.clock import elapsed
from lenovo_desk.core.wording.customer_words import WhoAndWhere
from lenovo_desk.tui.command_words import key_name
from lenovo_desk.tui.commands import keys_of
from lenovo_desk.tui.kit.edges import SIGN_AT
from lenovo_desk.tui.kit.face import Face
from lenovo_desk.tui.kit.lines import line
from lenovo_desk.tui.kit.lists.rows import MARGIN
from lenovo_desk.tui.kit.text_layout import fit
from lenovo_desk.tui.kit.theme import Inks
from lenovo_desk.tui.kit.times_and_ids import away, clock_text, short_id
from lenovo_desk.tui.kit.urgency import HOUR, Urgency, time_ink, urgency, wait_urgency
from lenovo_desk.tui.shell import Shell

LONG = 28
"""Cells from which it is not said what presses: the other customers need the room."""
TABBED = 100
"""Cells from which the key's word stands beside it."""


class LiveCustomer(NamedTuple):
    """What the row says of one customer."""

    name: str
    channel: str
    time: str
    """In view, how long it has been handled; else since when the customer waits."""
    due: str = ""
    """What presses, with its time, in place of `time`; empty when nothing does."""
    short_due: str = ""
    """The same without what it is."""
    urgency: Urgency = Urgency.LATER
    """How much that presses."""
    current: bool = False


class Pressing(NamedTuple):
    """What presses most in a case: its next promise within the hour, or its wait."""

    urgency: Urgency
    left: float
    """Seconds; negative once it is past."""
    text: str
    short: str
    """The same without what it is."""


class _Room(NamedTuple):
    """How much is said of each customer."""

    name: int
    """Cells for a name."""
    channel: bool
    due: bool
    """Whether it is said what presses."""


_ROOMS = (
    _Room(24, True, True),
    _Room(20, False, True),
    _Room(16, False, False),
    _Room(10, False, False),
)


def live_customer(view: StepView, who: WhoAndWhere, face: Face, current: bool) -> LiveCustomer:
    """Return what the row says of the customer of a case."""
    name = who.name or short_id(view.case.id)
    if current:
        return LiveCustomer(name, who.channel, clock_text(view.seconds), current=True)
    since = view.case.away_since or view.at
    waits = clock_text(elapsed(since, view.at).seconds)
    due = pressing(view, face)
    if due is None:
        return LiveCustomer(name, who.channel, waits)
    text = due.text if cell_len(due.text) <= LONG else due.short
    return LiveCustomer(name, who.channel, waits, text, due.short, due.urgency)


def live_customers(shell: Shell, view: StepView, face: Face) -> list[LiveCustomer]:
    """Return what the row says of the live customers; nothing of a single one.

    `view` is that of the case in view.
    """
    customers: list[LiveCustomer] = []
    for each in shell.live.cases if len(shell.live.cases) > 1 else ():
        current = each is shell.live.in_view
        step = view if current else shell.readings.step(each.session)
        who = shell.readings.customer(each.session)
        customers.append(live_customer(step, who, face, current))
    return customers


def pressing(view: StepView, face: Face) -> Pressing | None:
    """Return what presses most in a case; None when nothing does."""
    words, times = face.words, list[Pressing]()
    if view.wait:
        left = view.wait.left
        text = words["home.wait_left" if left > 0 else "home.wait_over"]
        text = text.format(time=clock_text(left))
        times.append(Pressing(wait_urgency(left), left, text, text))
    for deadline in view.deadlines:
        left = deadline.due - view.at.utc
        if deadline.state == "running" and left < HOUR:
            text = words["home.late" if left < 0 else "home.soon"]
            text = text.format(time=away(words, abs(left)))
            times.append(Pressing(urgency(left), left, f"{deadline.title} {text}", text))
    return min(times, key=lambda time: (-time.urgency, time.left), default=None)


def live_row(
    customers: Sequence[LiveCustomer], face: Face, width: int, filled: bool = True
) -> Strip:
    """Return the row of at least two customers; what does not fit is counted.

    `filled` is whether another customer's time may be filled: not beside a phrase.
    """
    ink = face.ink
    key, word = _key(face, width)
    detail, fitting = _layout(customers, face, width)
    parts: list[tuple[str, Style]] = [(" " * MARGIN, ink.status)]
    for number in fitting:
        parts += [*_parts(customers[number], detail, ink, filled), (" ", ink.status)]
    if left_out := len(customers) - len(fitting):
        parts.append((f" +{left_out}", ink.status_strong))
    used = sum(cell_len(text) for text, _ in parts)
    parts += [(" " * max(1, width - used - cell_len(key + word) - SIGN_AT), ink.status)]
    parts += [(key, ink.status_key), (word, ink.status)]
    return line(parts, width, ink.status)


def customer_at(
    customers: Sequence[LiveCustomer], face: Face, width: int, cell: int, filled: bool = True
) -> int | None:
    """Return which customer stands at a cell of that row; None beside them all."""
    detail, fitting = _layout(customers, face, width)
    at = MARGIN
    for number in fitting:
        parts = _parts(customers[number], detail, face.ink, filled)
        end = at + sum(cell_len(text) for text, _ in parts)
        if at <= cell < end:
            return number
        at = end + 1
    return None


def _key(face: Face, width: int) -> tuple[str, str]:
    """Return the key that goes to the next customer, and what it does where there is room."""
    key = key_name(keys_of("desk.next", face.remapped), face.words)
    return key, f" {face.words['commands.next_customer']}" if width >= TABBED else ""


def _layout(customers: Sequence[LiveCustomer], face: Face, width: int) -> tuple[_Room, list[int]]:
    """Return how much is said of each customer, and which of them fit."""
    room = width - cell_len("".join(_key(face, width))) - MARGIN - 2 * SIGN_AT
    detail = next((each for each in _ROOMS if _cells(customers, each) <= room), _ROOMS[-1])
    return detail, _fitting(customers, detail, room)


def _text(customer: LiveCustomer, room: _Room) -> tuple[str, str]:
    """Return the name with the channel, and the time."""
    channel = f" {customer.channel}" if customer.channel and room.channel else ""
    due = customer.due if room.due else customer.short_due
    return fit(customer.name, room.name) + channel, due or customer.time


def _parts(customer: LiveCustomer, room: _Room, ink: Inks, filled: bool) -> list[tuple[str, Style]]:
    """Return a name and a time with a blank at either side; the one in view is lit."""
    name, time = _text(customer, room)
    if customer.current:
        return [(f" {name} ", ink.cursor), (f"{time} ", ink.lit)]
    if not customer.due:
        return [(f" {name} ", ink.status_half), (f"{time} ", ink.status)]
    style = time_ink(ink, customer.urgency, edge=True, filled=filled)
    if style is ink.status_late:
        return [(f" {name} ", ink.status_half), (f" {time} ", style)]
    return [(f" {name} ", ink.status_half), (f"{time} ", style)]


def _cells(customers: Iterable[LiveCustomer], room: _Room) -> int:
    """Return the cells of customers: name, time, a blank around each and between them."""
    return sum(cell_len("".join(_text(customer, room))) + 5 for customer in customers)


def _fitting(customers: Sequence[LiveCustomer], detail: _Room, room: int) -> list[int]:
    """Return who fits, in order: the one in view, those whose time presses, then the others."""
    order = sorted(
        range(len(customers)), key=lambda n: (not customers[n].current, -customers[n].urgency, n)
    )
    fitting: list[int] = []
    for number in order:
        trial = sorted([*fitting, number])
        rest = 0 if len(trial) == len(customers) else len(" +9")
        if _cells([customers[n] for n in trial], detail) + rest > room and fitting:
            break
        fitting = trial
    return fitting
