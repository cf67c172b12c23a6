"""Convert events to the plain structures that the journal writes, and back."""

import math
from collections.abc import Callable
from types import UnionType
from typing import Any, Union, get_args, get_origin

from lenovo_desk.core.model import events as ev
from lenovo_desk.core.model.events import ACTS, Act, ConsentMark, DeadlineMark, Event
from lenovo_desk.core.model.flow import Plain
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.time.clock import Stamp

Seal = Callable[[Any], Any]
"""Returns the sealed form of a JSON value."""
Unseal = Callable[[Any], Any]
"""Returns the JSON value of a sealed form, or whatever a forgotten value reads as."""

_ADDED = {
    ev.CaseOpened: ("country", "local"),
    ev.DeskChanged: ("country", "local"),
    ev.FactRecorded: ("why",),
    ev.PhraseCopied: ("settings",),
    ev.ReplyWritten: ("settings",),
}
"""Fields of acts that older journals lack; they are left out while they are empty."""


def _tuples(value: Any) -> Any:
    """Return a JSON value with its lists as tuples, the form that acts hold."""
    if isinstance(value, list):
        return tuple(_tuples(item) for item in value)
    return value


def sealed_fields(act: Act) -> tuple[str, ...]:
    """Return the names of the fields that hold personal data or words of the agent's own."""
    if isinstance(act, ev.FactRecorded):
        return ("value", "why") if act.personal else ("why",)
    if isinstance(act, ev.PhraseCopied):
        return ("text",) if act.personal else ()
    if isinstance(act, ev.FieldDrafted | ev.NoteAdded | ev.ReplyWritten | ev.ReplyBarred):
        return ("text",)
    if isinstance(act, ev.CaseParked):
        return ("reason",)
    return ("notes",) if isinstance(act, ev.CaseClosed) else ()


def event_to_plain(event: Event, seal: Seal) -> Plain:
    """Return an event as JSON values, its personal fields passed through `seal`."""
    fields = event.act._asdict()
    for secret in sealed_fields(event.act):
        if fields[secret]:
            fields[secret] = seal(fields[secret])
    for name in _ADDED.get(type(event.act), ()):
        if not fields[name]:
            del fields[name]
    plain: Plain = {
        "n": event.n,
        "utc": event.at.utc,
        "boot": event.at.boot,
        "up": event.at.up,
        "event": type(event.act).__name__,
        **fields,
    }
    if event.marks:
        plain["marks"] = [list(mark) for mark in event.marks]
    if event.consents:
        plain["consents"] = [list(consent) for consent in event.consents]
    if event.by:
        plain["by"] = event.by
    return plain


def _listed(kind: Any, plain: Any) -> Any:
    """Return a mark of an event from the list of its fields."""
    mark = kind(*_tuples(plain)) if isinstance(plain, list) else None
    if not mark or not all(map(_fits, mark, kind.__annotations__.values())):
        raise TypeError(f"a mark lists the fields of `{kind.__name__}`")
    return mark


def _fits(value: Any, kind: Any) -> bool:
    """Return whether a value has the declared type of a field."""
    if get_origin(kind) in (Union, UnionType):
        return any(_fits(value, option) for option in get_args(kind))
    if get_origin(kind) is tuple:
        inner = get_args(kind)
        if not isinstance(value, tuple):
            return False
        if inner[-1] is Ellipsis:
            return all(_fits(item, inner[0]) for item in value)
        return len(value) == len(inner) and all(map(_fits, value, inner))
    if kind is float:
        return isinstance(value, float | int) and not isinstance(value, bool)
    return isinstance(value, kind)


def event_from_plain(plain: Plain, unseal: Unseal) -> Event:
    """Return the event that a plain structure describes.

    `unseal` receives what `seal` returned. Raises `ValueError` when the structure is no event.
    """
    try:
        fields = dict(plain)
        at = Stamp(float(fields.pop("utc")), str(fields.pop("boot")), float(fields.pop("up")))
        if not (math.isfinite(at.utc) and math.isfinite(at.up)):
            raise ValueError("not an event: a clock value is not finite")
        n, kind = int(fields.pop("n")), ACTS[fields.pop("event")]
        marks = tuple(_listed(DeadlineMark, mark) for mark in fields.pop("marks", ()))
        consents = tuple(_listed(ConsentMark, mark) for mark in fields.pop("consents", ()))
        by = str(fields.pop("by", ""))
        fields_of_act = {
            key: _tuples(value) for key, value in fields.items() if key in kind._fields
        }
        act = kind(**fields_of_act)
        if kind is ev.GateTried:
            act = act._replace(reasons=tuple(Reason(*reason) for reason in act.reasons))
        secrets = sealed_fields(act)
        for field, value in act._asdict().items():
            if field not in secrets and not _fits(value, kind.__annotations__[field]):
                raise ValueError(f"not an event: {kind.__name__}.{field} is {value!r}")
        for secret in secrets:
            if getattr(act, secret):
                act = act._replace(**{secret: _tuples(unseal(getattr(act, secret)))})
        return Event(n, at, act, marks, consents, by)
    except (KeyError, TypeError, AttributeError, OverflowError) as error:
        raise ValueError(f"not an event: {error}") from error
