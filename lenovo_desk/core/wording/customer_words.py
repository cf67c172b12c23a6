"""Who the customer of a case is, in a word or two: for a row of several customers."""

from collections.abc import Callable

from lenovo_desk.core.engine.gates import value_of
from lenovo_desk.core.model.case import Case
from lenovo_desk.core.model.flow import Flows
from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.wording.books import Book

NAMES, CHANNELS = ("handle", "customer_name"), ("network", "channel")
"""The facts that name a customer, and those that say where they are met, the nearest first."""


class WhoAndWhere(NamedTuple):
    """A customer as far as recorded, in the words of the interface."""

    name: str
    """Their handle or name; empty while none is recorded."""
    channel: str
    """The network or the channel; empty while none is recorded."""


def who_and_where(flows: Flows, case: Case, book_of: Callable[[str], Book]) -> WhoAndWhere:
    """Return the customer of a case, as its open flows know them; `book_of` takes a flow's id."""

    def first(facts: tuple[str, ...]) -> str:
        for fact in facts:
            for frame in case.here.stack:
                value = value_of(flows[frame.flow], case, fact)
                if isinstance(value, str):
                    return book_of(frame.flow).options.get(fact, {}).get(value, value)
        return ""

    return WhoAndWhere(first(NAMES), first(CHANNELS))
