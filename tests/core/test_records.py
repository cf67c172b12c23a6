"""Our `NamedTuple` against that of `typing`: whatever one does, the other does."""

import copy
import pickle
import typing
from collections.abc import Callable
from typing import Any

import pytest

from lenovo_desk.core import named_tuple


class Ours(named_tuple.NamedTuple):
    """A class with all there is to one."""

    name: str
    size: int = 1
    parts: tuple[str, ...] = ()
    """A documented field."""

    @property
    def long(self) -> bool:
        """Whether there is more than one."""
        return self.size > 1


class Theirs(typing.NamedTuple):
    """A class with all there is to one."""

    name: str
    size: int = 1
    parts: tuple[str, ...] = ()
    """A documented field."""

    @property
    def long(self) -> bool:
        """Whether there is more than one."""
        return self.size > 1


class Bare(named_tuple.NamedTuple):
    """A class without fields."""


DEEDS: dict[str, Callable[[Any], Any]] = {
    "all by position": lambda made: made("a", 2, ("b",)),
    "all by name": lambda made: made(parts=("b",), size=2, name="a"),
    "some by name": lambda made: made("a", parts=("b",)),
    "defaults": lambda made: made("a"),
    "nothing": lambda made: made(),
    "too much": lambda made: made("a", 2, (), 4),
    "too much by name": lambda made: made("a", 2, (), size=2),
    "twice": lambda made: made("a", name="b"),
    "unknown": lambda made: made("a", colour="b"),
    "a field missing between": lambda made: made(size=2),
    "replaced": lambda made: made("a")._replace(size=3),
    "replaced by an unknown": lambda made: made("a")._replace(colour=3),
    "made": lambda made: made._make(["a", 2, ()]),
    "made of too little": lambda made: made._make(["a"]),
    "plain": lambda made: made("a")._asdict(),
    "fields": lambda made: made._fields,
    "annotations": lambda made: dict(made.__annotations__),
    "documentation": lambda made: made.__doc__,
    "shown": lambda made: repr(made("a", parts=("b",))).replace(made.__name__, ""),
    "read": lambda made: (made("a").name, made("a").size, made("a", 2).long, made("a")[0]),
    "taken apart": lambda made: [*made("a")],
    "a tuple": lambda made: (made("a") == ("a", 1, ()), hash(made("a")), made("a") < made("b")),
    "a field changed": lambda made: setattr(made("a"), "name", "b"),
    "a field dropped": lambda made: delattr(made("a"), "name"),
    "a field added": lambda made: setattr(made("a"), "colour", "b"),
    "matched": lambda made: _matched(made),
    "copied": lambda made: [copy.copy(made("a", 2)), copy.deepcopy(made("a", 2))],
    "pickled": lambda made: pickle.loads(pickle.dumps(made("a", 2))),
}


def _matched(made: Any) -> Any:
    match made("a", 2):
        case made(name, size):
            return name, size


def outcome(deed: Callable[[Any], Any], made: Any) -> Any:
    """Return what a deed gives, or the kind of error it ends with."""
    try:
        return deed(made)
    except (TypeError, ValueError, AttributeError) as error:
        return type(error)


@pytest.mark.parametrize("name", DEEDS)
def test_it_does_what_typing_does(name: str) -> None:
    assert outcome(DEEDS[name], Ours) == outcome(DEEDS[name], Theirs)


def test_a_class_without_fields() -> None:
    assert Bare() == ()
    assert repr(Bare()) == "Bare()"
