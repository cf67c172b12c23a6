"""The functions that derive facts from other facts: a short, closed list."""

from collections.abc import Callable, Mapping

from lenovo_desk.core.model.values import Value
from lenovo_desk.core.named_tuple import NamedTuple


class Derivation(NamedTuple):
    """A function of recorded facts, called once all of them are recorded."""

    takes: tuple[str, ...]
    """The kinds of the facts it reads, in order."""
    kind: str
    options: tuple[str, ...]
    compute: Callable[..., str | None]
    """Returns the derived value; None when the values it receives allow none."""
    local: tuple[str, ...] = ()
    """Names of what it reads of the case's country, after the facts."""
    older: Mapping[str, str] = {}
    """By an option that older flows lack, the one that they had instead."""


def _gap(first: str, second: str) -> float | None:
    """Return the seconds from one moment to another; None for text that is no moment."""
    from lenovo_desk.core.time.moments import seconds_of

    a, b = seconds_of(first, "UTC"), seconds_of(second, "UTC")
    return None if a is None or b is None else b - a


def _not_after(first: str, second: str) -> str | None:
    """Return `yes` when the first moment is no later than the second, else `no`."""
    gap = _gap(first, second)
    return None if gap is None else "yes" if gap >= 0 else "no"


def _quarter_hour(first: str, second: str) -> str | None:
    """Return `yes` when the second moment is 15 minutes after the first or later, else `no`.

    An engineer waits that long for an absent customer (003).
    """
    gap = _gap(first, second)
    return None if gap is None else "yes" if gap >= 900 else "no"


def _mains(
    line_neutral: str, line_earth: str, neutral_earth: str, low: str, high: str
) -> str | None:
    """Return the verdict on three mains voltages in volts, by the limits of the case's country.

    Line and neutral are swapped when neutral has the voltage to earth and line has almost none.
    The limits from neutral to earth (2 V and 5 V) are our default: no document of the manufacturer
    gives any.
    """
    from decimal import Decimal

    ln, le, ne = Decimal(line_neutral), Decimal(line_earth), Decimal(neutral_earth)
    if ln < Decimal(low):
        return "low"
    if ln > Decimal(high):
        return "high"
    if le < ln * Decimal("0.1") and ne > ln * Decimal("0.9"):
        return "swapped"
    if le < ln * Decimal("0.7"):
        return "no_earth"
    if ne > 5:
        return "neutral_stop"
    return "neutral_note" if ne > 2 else "ok"


_LEVEL_ONE = {"injury", "national_media", "lawsuit", "group"}
_LEVEL_TWO = {"local_media", "authority", "lawyer", "large_claim", "extreme_behaviour", "vip"}


def _crisis_level(triggers: Value) -> str | None:
    """Return the level of a crisis, `l1` to `l3`, from its triggers.

    The levels are our default: no document gives any.
    """
    named = {triggers} if isinstance(triggers, str) else set(triggers)
    if named & _LEVEL_ONE:
        return "l1"
    return "l2" if named & _LEVEL_TWO else "l3"


def _compensation(rent: str, days: str) -> str | None:
    """Return the compensation in yuan, to the cent: rent / 30 x days without signal (004)."""
    from decimal import ROUND_HALF_UP, Decimal, localcontext

    with localcontext(prec=60):
        amount = Decimal(rent) * Decimal(days) / 30
        return format(amount.quantize(Decimal("0.01"), ROUND_HALF_UP), "f")


def _low_score(score: str) -> str | None:
    """Return `yes` when a score from 1 to 10 is below 8, else `no`.

    The threshold is our default: no document gives one.
    """
    from decimal import Decimal

    return "yes" if Decimal(score) < 8 else "no"


def _not_above(amount: str, limit: str) -> str | None:
    """Return `yes` when an amount is at most a limit, else `no`."""
    from decimal import Decimal

    return "yes" if Decimal(amount) <= Decimal(limit) else "no"


def _days_between(days: str, first: str, last: str) -> str | None:
    """Return `yes` when there are so many days from a date to a moment, both days counted."""
    from datetime import date
    from decimal import Decimal

    try:
        begin, end = date.fromisoformat(first[:10]), date.fromisoformat(last[:10])
    except ValueError:
        return None
    return "yes" if Decimal(days) <= (end - begin).days + 1 else "no"


_APPROVALS, _REFUSALS = {"approved", "yes"}, {"refused", "returned", "no"}


def _none_refused(rows: Value) -> str | None:
    """Return `yes` when every row says `approved` or `yes`, else `no`.

    A row with a `refused`, `returned` or `no` does not approve, nor does one that says nothing yet.
    """
    return "yes" if all(map(_approves, rows)) else "no"


def _approves(row: str | tuple[str, ...]) -> bool:
    cells = {row} if isinstance(row, str) else set(row)
    return bool(cells & _APPROVALS) and not cells & _REFUSALS


SETTING = "setting"
"""The derivation of a fact that no other fact tells but the desk's setting of its name."""


def _setting() -> str | None:
    """Return None: `gates.value_of` reads the setting from the case."""
    return None


DERIVATIONS = {
    "not_after": Derivation(("datetime", "datetime"), "yes_no", ("yes", "no"), _not_after),
    "quarter_hour": Derivation(("datetime", "datetime"), "yes_no", ("yes", "no"), _quarter_hour),
    "mains_verdict": Derivation(
        ("number", "number", "number"),
        "choice",
        ("ok", "low", "high", "no_earth", "swapped", "neutral_note", "neutral_stop"),
        _mains,
        ("mains_low", "mains_high"),
        {"swapped": "no_earth"},
    ),
    "crisis_level": Derivation(("choice",), "choice", ("l1", "l2", "l3"), _crisis_level),
    "low_score": Derivation(("number",), "yes_no", ("yes", "no"), _low_score),
    "not_above": Derivation(("number", "number"), "yes_no", ("yes", "no"), _not_above),
    "days_between": Derivation(
        ("number", "date", "datetime"), "yes_no", ("yes", "no"), _days_between
    ),
    "compensation": Derivation(("number", "number"), "number", (), _compensation),
    "none_refused": Derivation(("rows",), "yes_no", ("yes", "no"), _none_refused),
    SETTING: Derivation((), "yes_no", ("yes", "no"), _setting),
}
