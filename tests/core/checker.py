"""An independent reader of journals: it knows the raw lines and the flows' plain structures only.

It imports nothing from the product. Fed the lines of a case one by one, it works out by its own
simple logic where the case stands and what is met, and raises `Gap` where a line got past a gate
that was not, or where a gate was said to be shut that was open.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from fractions import Fraction
from typing import Any, NamedTuple

from tests.core.moment_checker import Promises, by_clock, fits, moment_of

Line = dict[str, Any]
Gate = dict[str, Any]


class Gap(AssertionError):
    """A line of the journal that the flow does not allow."""


def seen(value: Any) -> Any:
    """Return a value as people see it: one kind of space, and nothing that no line shows."""
    if isinstance(value, str):
        shown = "".join(char for char in value if not re.match("[\u00ad\u200b\u2060\ufeff]", char))
        return " ".join(shown.split())
    return [seen(part) for part in value] if isinstance(value, list | tuple) else value


def names_plainly(text: str) -> bool:
    """Tell whether a text has an e-mail address or a long number, with nothing hidden in it."""
    return bool(re.search(r"[a-z]@[a-z]+\.[a-z]{2}", text) or re.search(r"0[1-7]\d{8}", text))


def names_somebody(text: str) -> bool:
    """Tell whether a text may name somebody: a sign of an address, digits, a name with a title."""
    greeted = re.search(r"(?:Dear|Bonjour|M\.|Mme|Mr) [A-Z]", text)
    return "@" in text or sum(map(str.isdigit, text)) > 6 or bool(greeted)


def tells(text: str) -> bool:
    """Tell whether a text is more than a few ordinary words: it has digits, a sign, capitals."""
    words = text.split()
    return sum(map(str.isalnum, text)) >= 4 and (
        any(char.isdigit() or char == "@" for char in text)
        or any(word[0].isupper() for word in words[1:])
    )


class Level(NamedTuple):
    """An open flow."""

    flow: str
    step: str
    by: str
    working: str


Stack = tuple[Level, ...]


class Signed(NamedTuple):
    """What an item was ticked for, when, and from where."""

    n: int
    place: "Place"
    values: dict[str, Any]


@dataclass(eq=False)
class Stay:
    """A visit to a step."""

    stack: Stack
    since: Line
    result: str
    ticks: set[str] = field(default_factory=set)
    signed: dict[str, Signed] = field(default_factory=dict)
    ways: dict[object, tuple["Place", int]] = field(default_factory=dict)
    """Ways on from here that were stepped back from, and when."""


@dataclass(eq=False)
class Place:
    """A stay as it stands on the way to here."""

    stay: Stay
    came: int
    way: object
    asked: dict[str, int] = field(default_factory=dict)
    maker: Level | None = None
    """Where the choice was made that led here; None when none did."""
    needed: list[tuple[Stay, str]] = field(default_factory=list)
    """The items that the choice needed, with the stays that have them."""
    holds: dict[str, Any] = field(default_factory=dict)
    """The facts that the choice decided, with their values."""
    anew: list[str] = field(default_factory=list)
    """The facts that the choice asked for again."""


class Checker:
    """Follows one case."""

    def __init__(self, structures: dict[str, Any]) -> None:
        self.flows = structures
        self.places: list[Place] = []
        self.facts: list[tuple[str, Any, int, int]] = []
        self.status = "new"
        self.away = False
        self.handled = 0.0
        """Seconds that the case was in view."""
        self.last: Line | None = None
        self.worked: set[str] = set()
        self.stays: list[Stay] = []
        self.end = ""
        self.count = 0
        self.mode = ""
        self.agent = ""
        self.script = ""
        self.heard = 0
        self.gone = False
        self.rate = 1.0
        self.settings: dict[str, str] = {}
        self.mains: tuple[str, ...] = ()
        """The lowest and the highest mains voltage of the country; () while it is unknown."""
        self.zone = "UTC"
        self.promises = Promises(structures)

    @property
    def stack(self) -> Stack:
        """The open flows, innermost last."""
        return self.places[-1].stay.stack

    def step(self) -> dict[str, Any]:
        """Return the structure of the step the case is at."""
        top = self.stack[-1]
        found: dict[str, Any] = self.flows[top.flow]["steps"][top.step]
        return found

    def key(self, flow: str, fact: str) -> str:
        """Return under which name the case keeps a fact."""
        return fact if self.flows[flow]["facts"][fact].get("shared") else f"{flow}.{fact}"

    def value(self, flow: str, fact: str, above: tuple[str, ...] = ()) -> Any:
        """Return what a fact is now, None when it is not recorded or its `when` is false."""
        if fact == "result":
            return self.places[-1].stay.result or None
        spec = self.flows[flow]["facts"].get(fact)
        if spec is None:
            return None
        if self.flows[flow].get("rules", 1) > 1 and fact not in above:
            for name, wanted in spec.get("when", {}).items():
                other = self.value(flow, name, (*above, fact))
                if isinstance(wanted, dict):
                    if (other is None) == wanted["known"]:
                        return None
                elif other is not None and not set(wanted) & set(
                    [other] if isinstance(other, str) else other
                ):
                    return None
        if "derive" in spec:
            return self.derived(flow, spec, above)
        value, came = self.entry(self.key(flow, fact))
        reading = (*above, fact)
        if (
            value is not None
            and came == 0
            and not fits(spec, value, self.zone, lambda name: self.limit(flow, name, reading))
        ):
            return None
        return value

    def limit(self, flow: str, fact: str, reading: tuple[str, ...]) -> Any:
        """Return a bounding fact, None when it is itself being read for what it bounds."""
        return None if fact in reading else self.value(flow, fact, reading)

    def derived(self, flow: str, spec: dict[str, Any], above: tuple[str, ...]) -> Any:
        """Return what a derived fact is now."""
        if spec["derive"] == "setting":
            names = [name for name, one in self.flows[flow]["facts"].items() if one is spec]
            return self.settings.get(names[0]) or "no"
        values = [self.value(flow, name, above) for name in spec["of"]]
        if None in values or (spec["derive"] == "mains_verdict" and not self.mains):
            return None
        limits = self.mains if spec["derive"] == "mains_verdict" else ()
        worked_out = DERIVED[spec["derive"]](*values, *limits)
        if worked_out == "swapped" and "swapped" not in spec.get("options", ["swapped"]):
            return "no_earth"
        return worked_out

    def kept(self, key: str) -> Any:
        """Return the last value of a fact that no choice taken back has set; None for none."""
        return self.entry(key)[0]

    def entry(self, key: str) -> tuple[Any, int]:
        """Return that value, and the choice that set it; 0 for one that was typed."""
        on_the_way = {place.came for place in self.places}
        for name, value, _, came in reversed(self.facts):
            if name == key and (came == 0 or came in on_the_way):
                return value, came
        return None, 0

    def met(self, flow: str, gate: Gate, line: Line) -> bool:
        """Tell whether a gate of a flow is open at the time of a line."""
        for fact, wanted in gate.get("when", {}).items():
            value = self.value(flow, fact)
            if isinstance(wanted, dict):
                if (value is None) == wanted["known"]:
                    return False
            elif value is None or not set(wanted) & set(
                [value] if isinstance(value, str) else value
            ):
                return False
        return all(self.has(flow, need, line) for need in gate.get("needs", ()))

    def has(self, flow: str, need: str, line: Line) -> bool:
        """Tell whether a fact is recorded, an item ticked, a wait over."""
        if need in self.flows[flow]["facts"]:
            return self.value(flow, need) is not None
        working = [level.working for level in self.stack if level.flow == flow][-1]
        for place in reversed(self.places):
            stay, top = place.stay, place.stay.stack[-1]
            if top.flow != flow:
                continue
            step = self.flows[flow]["steps"][top.step]
            if need in step.get("items", {}):
                return top.working == working and self.holds_good(stay, need)
            if step.get("wait", {}).get("id") == need:
                return top.working == working and passed(stay.since, line) >= step["wait"]["for"]
        return False

    def read(self, line: Line) -> None:
        """Take the next line of the journal."""
        self.count += 1
        self.demand(line["n"] == self.count, line, "a line is missing")
        kind = line["event"]
        allowed = {
            "new": {"CaseOpened"},
            "parked": {"CaseResumed", "CaseClosed", "CaseTakenOver", "DeskChanged"},
            "closed": set(),
        }
        if self.away:
            back = {"CaseReturned", "CaseResumed", "CaseClosed", "CaseTakenOver"}
            self.demand(kind in back, line, "the agent is with another customer")
            self.demand(not line.get("completed"), line, "completed out of view")
        self.demand(self.away or kind != "CaseReturned", line, "it was never left")
        if self.last and self.status == "open" and not self.away and kind != "CaseResumed":
            self.handled += max(0.0, passed(self.last, line))
        if kind == "CaseTakenOver":
            self.handled = 0.0
        self.away, self.last = kind == "CaseLeft", line
        if self.status in allowed:
            self.demand(kind in allowed[self.status], line, f"the case is {self.status}")
        else:
            self.demand(kind != "CaseOpened", line, "opened twice")
        if kind in ("CaseOpened", "CaseTakenOver", "DeskChanged"):
            self.agent = line["agent"]
        if kind in ("CaseOpened", "DeskChanged"):
            self.settings = dict(line.get("settings", ()))
            self.live_in(line)
        if kind == "CaseTakenOver":
            self.settings = dict(line.get("settings", ()))
        if line.get("by") and kind != "CaseResumed":
            self.demand(line["by"] == self.agent, line, "another agent acts")
        reader = getattr(self, f"read_{kind}", None)
        before = self.judged()
        if reader:
            reader(line)
        told = [tuple(mark) for mark in line.get("consents", ())]
        wanted = self.turns(before, self.judged())
        self.demand([(a, b, list(c)) for a, b, c in told] == wanted, line, f"consents: {wanted}")
        recorded = {key for key, _ in line["sets"]} if kind == "ChoiceMade" else set()
        recorded |= {line["fact"]} if kind == "FactRecorded" else set()
        self.promises.read(line, recorded, self.start, self.demand)

    def start(self, flow: str, fact: str) -> float | None:
        """Return the moment of a fact that counts in seconds since 1970 UTC; None without one."""
        value = self.value(flow, fact)
        return moment_of(value, self.zone) if isinstance(value, str) else None

    def live_in(self, line: Line) -> None:
        """Take the limits of the country a case is worked in; without any, those of China."""
        if line["event"] == "CaseOpened" and not line.get("country"):
            self.mains = ("198", "235.4")
        elif line.get("country"):
            local = dict(line.get("local", ()))
            self.mains = tuple(local[name] for name in ("mains_low", "mains_high") if name in local)

    # --- what was consented to and decided

    def bases(self, flow: str, names: list[str]) -> list[str]:
        """Return the keys of covered facts; for a derived one, of what it is derived from."""
        keys: list[str] = []
        for name in names:
            spec = self.flows[flow]["facts"][name]
            reads = "derive" in spec
            keys += self.bases(flow, spec.get("of", [])) if reads else [self.key(flow, name)]
        return sorted(set(keys), key=keys.index)

    def holds_good(self, stay: Stay, item: str) -> bool:
        """Tell whether a ticked item still says what it said, by its facts and the way since."""
        if item not in stay.ticks:
            return False
        return item not in stay.signed or not (self.differs(stay, item) or self.spent(stay, item))

    def differs(self, stay: Stay, item: str) -> list[str]:
        """Return the covered facts that are not what they were at the tick."""
        signed = stay.signed[item].values.items()
        return [key for key, value in signed if seen(self.kept(key)) != seen(value)]

    def spent(self, stay: Stay, item: str) -> list[str]:
        """Return the covered facts that a choice since the tick has asked anew."""
        signed = stay.signed[item]
        ticked = [at for at, place in enumerate(self.places) if place is signed.place]
        own = [at for at, place in enumerate(self.places) if place.stay is stay]
        if not (ticked or own):
            return []
        since = self.places[(ticked or own)[-1] + 1 :]
        return [key for key in signed.values if any(key in place.anew for place in since)]

    def owed(self) -> list[tuple[Stay, str]]:
        """Return what the innermost working owes: relied on, not superseded, good no more."""
        working, owed = self.stack[-1].working, list[tuple[Stay, str]]()
        for at, place in enumerate(self.places):
            for stay, item in place.needed:
                if stay.stack[-1].working != working or (stay, item) in owed:
                    continue
                again = any(
                    later.stay.stack[-1].working == working and item in self.items(later.stay)
                    for later in self.places[at:]
                )
                good = self.holds_good(stay, item) or bool(self.spent(stay, item))
                if not again and not good:
                    owed.append((stay, item))
        return owed

    def items(self, stay: Stay) -> dict[str, Any]:
        """Return the items of the step of a stay."""
        top = stay.stack[-1]
        items: dict[str, Any] = self.flows[top.flow]["steps"][top.step].get("items", {})
        return items

    def locking(self, choice: Gate) -> list[tuple[str, list[str]]]:
        """Return the items owed that keep a choice shut, with the facts that differ."""
        top = self.stack[-1]
        if choice.get("goto") == top.step:
            return []
        anew = {self.key(top.flow, fact) for fact in choice.get("again", ())}
        debts = [(item, self.differs(stay, item)) for stay, item in self.owed()]
        covered = {item: stay.signed[item].values for stay, item in self.owed()}
        return [(item, keys) for item, keys in debts if not anew & set(keys or covered[item])]

    def decided(self, key: str, value: Any) -> bool:
        """Tell whether a choice on the way has decided that a fact is another than a value."""
        held = self.held(key)
        return bool(held) and seen(value) not in (seen(held[0][1]), seen(self.kept(key)))

    def asked_here(self, key: str) -> bool:
        """Tell whether this step decided a fact before the step that holds it ever did."""
        holder, here = self.held(key)[0][0], self.stack[-1]
        for place in self.places:
            made = place.maker if key in place.holds else None
            if made and made[1:] == holder[1:]:
                return False
            if made and made[1:] == here[1:]:
                return True
        return False

    def strayed(self, choice: Gate) -> list[str]:
        """Return the facts that are not what was decided and keep a choice or an end shut."""
        top = self.stack[-1]
        if choice.get("goto") == top.step:
            return []
        anew = {self.key(top.flow, fact) for fact in choice.get("again", ())}
        return [
            key
            for key in sorted({key for place in self.places for key in place.holds})
            for maker, value in self.held(key)[:1]
            if maker.working == top.working
            and seen(value) != seen(self.kept(key))
            and key not in anew
            and choice.get("goto") != maker.step
        ]

    def held(self, key: str) -> list[tuple[Level, Any]]:
        """Return who decided a fact, and as what, the latest first, while it holds."""
        holding = list[tuple[Level, Any]]()
        open_now = {level.working for level in self.stack}
        for at, place in enumerate(self.places):
            maker = place.maker
            if key not in place.holds or maker is None or maker.working not in open_now:
                continue
            later = self.places[at:]
            back = any(
                (level.working, level.step) == (maker.working, maker.step)
                for one in later
                for level in one.stay.stack
            )
            if not back and not any(key in one.anew for one in later):
                holding.insert(0, (maker, place.holds[key]))
        return holding

    def overruled(self, flow: str, choice: Gate) -> list[str]:
        """Return the decided facts that a choice would set to another value."""
        return [
            fact
            for fact, raw in choice.get("set", {}).items()
            if fact not in choice.get("again", ()) and self.decided(self.key(flow, fact), raw)
        ]

    def judged(self) -> dict[str, tuple[bool, list[str]]]:
        """Return for each item whether its last tick is good, and what differs."""
        latest: dict[str, tuple[int, Stay, str]] = {}
        for stay in self.stays:
            for item, signed in stay.signed.items():
                name = f"{stay.stack[-1].flow}.{item}"
                if signed.n > latest.get(name, (0,))[0]:
                    latest[name] = (signed.n, stay, item)
        return {
            name: (
                self.holds_good(stay, item),
                [
                    key
                    for key in stay.signed[item].values
                    if key in self.differs(stay, item) or key in self.spent(stay, item)
                ],
            )
            for name, (_, stay, item) in latest.items()
            if item in stay.ticks
        }

    def turns(
        self,
        before: dict[str, tuple[bool, list[str]]],
        after: dict[str, tuple[bool, list[str]]],
    ) -> list[tuple[str, str, list[str]]]:
        """Return what changes between two judgements."""
        return [
            (name, "stands" if good else "fell", keys)
            for name, (good, keys) in sorted(after.items())
            if name in before and before[name][0] != good
        ]

    def demand(self, holds: bool, line: Line, what: str) -> None:
        """Raise `Gap` when something that must hold does not."""
        if not holds:
            raise Gap(f"line {line['n']} {line['event']}: {what}")

    def read_CaseOpened(self, line: Line) -> None:
        self.status, self.mode, self.zone = "open", line["mode"], line["zone"]
        first = next(iter(self.flows[line["flow"]]["steps"]))
        self.arrive((Level(line["flow"], first, "start", "1"),), line, "", "")

    def read_ChoiceMade(self, line: Line) -> None:
        top, step = self.stack[-1], self.step()
        self.demand(top.step == line["step"], line, f"the case is at {top.step}")
        choice = step.get("choices", {}).get(line["choice"])
        self.demand(choice is not None, line, "no such choice")
        self.demand(self.met(top.flow, choice, line), line, "the gate was shut")
        self.demand(not self.locking(choice), line, "shut: a consent is owed")
        self.demand(not self.overruled(top.flow, choice), line, "shut: it was decided")
        self.demand(not self.strayed(choice), line, "shut: not as it was decided")
        needed = [pair for need in choice.get("needs", ()) for pair in self.owners(top.flow, need)]
        self.worked.add(top.flow)
        sets = dict(line["sets"])
        wanted = {self.key(top.flow, fact): raw for fact, raw in choice.get("set", {}).items()}
        self.demand(sets.keys() == wanted.keys(), line, "it set other facts")
        for key, raw in wanted.items():
            self.demand(raw in ("now", sets[key]), line, f"it set {key} otherwise")
        again = [self.key(top.flow, fact) for fact in choice.get("again", ())]
        self.demand(again == list(line["again"]), line, "it asked other facts anew")
        stack = (*self.stack[:-1], top._replace(step=choice["goto"]))
        left = self.arrive(stack, line, f"{top.step} {line['choice']}", "")
        place = self.places[-1]
        place.maker, place.needed, place.anew = top, needed, again
        for key, value in line["sets"]:
            self.facts.append((key, value, line["n"], place.came))
        decides = self.bases(top.flow, choice.get("covers", ()))
        place.holds = {key: self.kept(key) for key in decides}
        for key in again:
            since = place.asked.get(key)
            told = (n for name, _, n, came in self.facts if name == key and came == 0)
            if since is None or not any(since < n < left for n in told):
                self.facts.append((key, None, line["n"], place.came))
                place.asked[key] = line["n"]
        parks = choice.get("park", 0)
        self.demand(bool(parks) == bool(line["park_until"]), line, "parking")
        if parks:
            self.park()

    def read_FactRecorded(self, line: Line) -> None:
        self.typable(line)
        self.demand(bool(line["value"]), line, "no value")
        held = self.decided(line["fact"], line["value"]) and not self.asked_here(line["fact"])
        self.demand(not held, line, "it was decided")
        self.possible(line)
        self.facts.append((line["fact"], line["value"], line["n"], 0))

    def possible(self, line: Line) -> None:
        """Demand that a new value is possible at the line's time and beside the other facts."""
        before = self.kept(line["fact"])
        flow, fact = next(
            (level.flow, fact)
            for level in reversed(self.stack)
            for fact in self.flows[level.flow]["facts"]
            if self.key(level.flow, fact) == line["fact"]
        )
        facts = self.flows[flow]["facts"]
        exact = any(fact in spec.get("of", ()) for spec in facts.values())
        spec, value = facts[fact], line["value"]
        self.demand(
            by_clock(spec, value, before, line, self.zone, exact), line, "it cannot lie there"
        )
        beside = fits(spec, value, self.zone, lambda name: self.limit(flow, name, (fact,)))
        self.demand(value == before or beside, line, "it does not fit the facts that bound it")

    def read_FactCleared(self, line: Line) -> None:
        self.typable(line)
        value = self.kept(line["fact"])
        self.demand(value is not None, line, "there was nothing to take out")
        held = self.decided(line["fact"], None) and not self.asked_here(line["fact"])
        self.demand(not held, line, "it was decided")
        self.facts.append((line["fact"], None, line["n"], 0))

    def typable(self, line: Line) -> None:
        """Demand that an open flow lets the fact be typed here and now."""
        known = False
        for level in self.stack:
            for fact, spec in self.flows[level.flow]["facts"].items():
                if self.key(level.flow, fact) == line["fact"]:
                    known = True
                    self.demand(not spec.get("derive"), line, "it is derived")
                    self.demand(not spec.get("chosen"), line, "choices alone record it")
                    self.demand(self.met(level.flow, spec, line), line, "the fact's gate was shut")
                    if "personal" in line:
                        none = bool(spec.get("none")) and line["value"] == "none"
                        personal = bool(spec.get("personal")) and not none
                        self.demand(personal == line["personal"], line, "personal")
        self.demand(known, line, "no open flow knows the fact")
        top = self.stack[-1]
        for fact, gate in self.step().get("facts", {}).items():
            if self.key(top.flow, fact) == line["fact"]:
                self.demand(self.met(top.flow, gate, line), line, "the step's gate was shut")

    def read_ItemTicked(self, line: Line) -> None:
        top, place = self.stack[-1], self.places[-1]
        flow, _, item = line["item"].rpartition(".")
        if flow:
            self.demand(flow == top.flow, line, "another flow is the innermost")
            [(stay, _)] = self.owners(flow, item)
            gate = {"needs": self.items(stay)[item].get("needs", ())}
            if line["on"]:
                self.demand((stay, item) in self.owed(), line, "it is not owed")
                self.demand(self.fits_still(stay, item, line), line, "not as it was demanded")
            else:
                self.demand(stay.signed[item].place is place, line, "ticked elsewhere")
                gate = {}
        else:
            stay = place.stay
            self.demand(item in self.items(stay), line, "no such item")
            gate = self.items(stay)[item]
        self.demand(self.met(top.flow, gate, line), line, "the item's gate was shut")
        self.demand(self.holds_good(stay, item) != line["on"], line, "nothing changed")
        if not line["on"]:
            stay.ticks.remove(item)
            return
        stay.ticks.add(item)
        covers = self.bases(top.flow, self.items(stay)[item].get("covers", ()))
        if covers:
            values = {key: self.kept(key) for key in covers}
            stay.signed[item] = Signed(line["n"], place, values)

    def fits_still(self, stay: Stay, item: str, line: Line) -> bool:
        """Tell whether what is signed for again still allows each choice that relied on it.

        Another choice that leads to the same step may take it, but for signatures to give again.
        """
        for place in self.places:
            if (stay, item) not in place.needed or place.maker is None:
                continue
            name = place.maker.flow
            choices = self.flows[name]["steps"][place.maker.step]["choices"]
            made = choices[str(place.way[0]).partition(" ")[2]]  # type: ignore[index]
            signed = set(stay.signed[item].values)
            when = {
                fact: wanted
                for fact, wanted in made.get("when", {}).items()
                if fact in self.flows[name]["facts"] and signed & set(self.bases(name, [fact]))
            }
            others = [way for way in choices.values() if way["goto"] == made["goto"]]
            if not self.met(name, {"when": when}, line) and not any(
                self.would_lead(name, way, line) for way in others
            ):
                return False
        return True

    def would_lead(self, flow: str, choice: Gate, line: Line) -> bool:
        """Tell whether a choice is open but for signatures that are to be given again."""
        owing = [
            need
            for need in choice.get("needs", ())
            for stay, item in self.owners(flow, need)
            if item in stay.ticks and self.differs(stay, item) and not self.spent(stay, item)
        ]
        needs = [need for need in choice.get("needs", ()) if need not in owing]
        return self.met(flow, {"when": choice.get("when", {}), "needs": needs}, line)

    def owners(self, flow: str, item: str) -> list[tuple[Stay, str]]:
        """Return the latest stay of a flow with an item that covers something, if it has any."""
        for place in reversed(self.places):
            items = self.items(place.stay) if place.stay.stack[-1].flow == flow else {}
            if item in items:
                return [(place.stay, item)] if items[item].get("covers") else []
        return []

    def says(self) -> list[dict[str, Any]]:
        """Return the phrases of this step, then those of the steps whose items are owed."""
        says = list(self.step().get("say", ()))
        for stay, _ in self.owed():
            top = stay.stack[-1]
            says += self.flows[top.flow]["steps"][top.step].get("say", ())
        return says

    def read_PhraseCopied(self, line: Line) -> None:
        said = [
            one
            for one in self.says()
            if (one["phrase"], one["via"]) == (line["phrase"], line["via"])
        ]
        self.demand(bool(said), line, "no such phrase")
        flow = self.stack[-1].flow
        self.demand(any(self.met(flow, one, line) for one in said), line, "its gate was shut")
        self.permit(line)

    def read_ReplyWritten(self, line: Line) -> None:
        self.demand(bool(line["text"].strip()), line, "no text")
        self.demand(line["via"] in ("sms", "public", "private", "ticket"), line, "not written")
        phrases = {one["phrase"] for one in self.says()}
        self.demand(line["phrase"] in {*phrases, ""}, line, "no such phrase")
        said = [value for value in self.personal() if value.lower() in line["text"].lower()]
        said += [line["text"]] if names_plainly(line["text"]) else []
        self.demand(not said or line["via"] != "public", line, "personal in public")
        self.permit(line)

    def permit(self, line: Line) -> None:
        """Demand that no flow worked in, or on the way to here, has an embargo on a medium."""
        on_the_way = {level.flow for place in self.places for level in place.stay.stack}
        for flow in on_the_way | self.worked:
            barred = self.flows[flow].get("embargo", {})
            if line["via"] in barred.get("via", ()):
                lifted = any(self.value(flow, fact) is not None for fact in barred["until"])
                self.demand(lifted, line, f"the embargo of {flow} stands")

    def personal(self) -> list[str]:
        """Return the texts recorded as personal that tell more than ordinary words do."""
        found = []
        for flow in self.flows.values():
            for fact, spec in flow["facts"].items():
                key = self.key(flow["flow"], fact)
                values = [value for name, value, *_ in self.facts if name == key]
                if spec.get("public"):
                    continue
                if spec.get("personal") and spec.get("type", "text") in ("text", "email"):
                    texts = [one for one in values if isinstance(one, str)]
                    texts = [one for one in texts if not (spec.get("none") and one == "none")]
                    found += [one for one in texts if tells(one)]
        return found

    def could_name(self, text: str) -> bool:
        """Tell whether a text has a word in common with anything recorded as personal."""
        words = set(re.findall(r"\w+", text.lower()))
        return any(
            words & set(re.findall(r"\w+", str(value).lower()))
            for flow in self.flows.values()
            for fact, spec in flow["facts"].items()
            if spec.get("personal")
            for name, value, *_ in self.facts
            if name == self.key(flow["flow"], fact)
        )

    def read_GateTried(self, line: Line) -> None:
        choice = self.step().get("choices", {}).get(line["choice"])
        self.demand(choice is not None, line, "no such choice")
        flow = self.stack[-1].flow
        locking, overruled = self.locking(choice), self.overruled(flow, choice)
        strayed = [key.removeprefix(f"{flow}.") for key in self.strayed(choice)]
        shut = not self.met(flow, choice, line) or locking or overruled or strayed
        self.demand(bool(shut), line, "the gate was open")
        self.demand(bool(line["reasons"]), line, "no reason")
        for code, name, _, detail in line["reasons"]:
            if code == "decided":
                self.demand(name in [*overruled, *strayed], line, "nothing was decided")
            if code == "signed_otherwise":
                own = [
                    (item, self.differs(stay, item))
                    for need in choice.get("needs", ())
                    for stay, item in self.owners(flow, need)
                    if item in stay.ticks and not self.spent(stay, item)
                ]
                keys = detail.split(", ") if detail else []
                self.demand((name, keys) in [*locking, *own], line, "nothing is owed")

    def read_SteppedBack(self, line: Line) -> None:
        self.demand(len(self.places) > 1, line, "nothing to step back from")
        self.demand(self.stack[-1].step == line["step"], line, "another step")
        gone = self.places.pop()
        self.places[-1].stay.ways[gone.way] = (gone, line["n"])

    def read_FlowEntered(self, line: Line) -> None:
        first = next(iter(self.flows[line["flow"]]["steps"]))
        inside = self.runs(line["flow"])
        self.demand(not inside & {level.flow for level in self.stack}, line, "open already")
        level = Level(line["flow"], first, "agent", f"{line['n']}/{len(self.stack)}")
        self.demand(len(self.stack) > 1 or "end" not in self.step(), line, "the case is at its end")
        self.arrive((*self.stack, level), line, f"({line['flow']}", "")

    def read_FlowLeft(self, line: Line) -> None:
        stack = self.stack
        if line["result"]:
            self.demand(not self.owed(), line, "a consent is owed")
            self.demand(not self.strayed({}), line, "not as it was decided")
            self.demand(self.has_evidence(line), line, "what it needed was taken out")
            self.demand(len(stack) > 1, line, "there is no flow to leave")
            self.demand(self.step().get("end") == line["result"], line, "that end was not reached")
        while not line["result"] and stack[-1].by == "run":
            stack = stack[:-1]
        self.demand(stack[-1].by != "start", line, "the case's own flow is not left")
        self.demand(stack[-1].flow == line["flow"], line, "another flow")
        self.leave(stack, line, f"){line['flow']}", line["result"])

    def has_evidence(self, line: Line) -> bool:
        """Tell whether every fact that the choice to this end needed is recorded still."""
        place = self.places[-1]
        name, chosen = self.stack[-1].flow, str(place.way[0]).partition(" ")[2]  # type: ignore[index]
        if self.flows[name].get("rules", 1) < 2 or place.maker is None:
            return True
        maker = self.flows[name]["steps"].get(place.maker.step, {})  # none when a result led on
        choice = maker.get("choices", {}).get(chosen, {})
        needs = [need for need in choice.get("needs", ()) if need in self.flows[name]["facts"]]
        return self.met(name, {"needs": needs}, line)

    def read_CaseParked(self, line: Line) -> None:
        self.park()

    def read_CaseLeft(self, line: Line) -> None:
        self.demand(self.mode != "mock", line, "a mock call is not left")

    def read_CaseResumed(self, line: Line) -> None:
        self.status = "open"

    def read_CaseClosed(self, line: Line) -> None:
        self.status = "closed"
        at_end = len(self.stack) == 1 and "end" in self.step()
        if line["completed"]:
            self.demand(at_end, line, "completed before an end")
            self.demand(not self.owed(), line, "a consent is owed")
            self.demand(not self.strayed({}), line, "not as it was decided")
            self.demand(self.has_evidence(line), line, "what it needed was taken out")
            self.demand(line["disposition"] == self.step()["end"], line, "another end")
        else:
            self.demand(
                line["disposition"] in ("abandoned", "handed_over"), line, "no end of a case"
            )
            self.demand(bool(line["notes"]), line, "left without a reason")

    def read_CaseTakenOver(self, line: Line) -> None:
        self.park()

    def read_MockCallBegun(self, line: Line) -> None:
        self.demand(self.mode == "mock" and line["n"] == 2, line, "it is a real case")
        self.script = line["scenario"]

    def scripted(self, line: Line) -> None:
        """Demand a customer who is played."""
        self.demand(bool(self.script), line, "the customer is a real one")

    def read_CustomerAsked(self, line: Line) -> None:
        self.scripted(line)
        flows = {level.flow for level in self.stack}
        known = {self.key(flow, fact) for flow in flows for fact in self.flows[flow]["facts"]}
        self.demand(line["fact"] in known, line, "no open flow knows the fact")

    def read_CustomerSpoke(self, line: Line) -> None:
        self.scripted(line)
        self.demand(not self.gone, line, "he has hung up")
        self.demand(line["heard"] == self.heard + 1, line, "not what comes next")
        self.demand(line["kind"] in ("line", "objection", "hang_up"), line, "nothing he can do")
        self.heard, self.gone = line["heard"], line["kind"] == "hang_up"

    def read_ClockSet(self, line: Line) -> None:
        self.scripted(line)
        self.demand({self.rate, line["rate"]} == {1.0, 15.0}, line, "no other rate of the two")
        wait, since = self.step().get("wait"), self.places[-1].stay.since
        runs = wait is not None and passed(since, line) < wait["for"]
        self.demand(line["rate"] == 1.0 or runs, line, "no wait runs")
        self.rate = line["rate"]

    def read_ReplyBarred(self, line: Line) -> None:
        self.scripted(line)
        shaped = self.could_name(line["text"]) or names_somebody(line["text"])
        self.demand(shaped and line["via"] == "public", line, "nothing personal in public")
        self.permit(line)

    def park(self) -> None:
        """Put the case aside: what was stepped back from before is begun anew after it."""
        self.status = "parked"
        for stay in self.stays:
            stay.ways.clear()

    def runs(self, flow: str) -> set[str]:
        """Return a flow and all that it runs."""
        steps = self.flows[flow]["steps"].values()
        return {flow}.union(*(self.runs(step["run"]) for step in steps if step.get("run")))

    def arrive(self, stack: Stack, line: Line, via: str, result: str) -> int:
        """Come to the top of a stack; return when it had been stepped back from, 0 for never."""
        top = stack[-1]
        step = self.flows[top.flow]["steps"][top.step]
        if result in step.get("then", {}) and not self.ends_at_once(step["run"]):
            top = top._replace(step=step["then"][result])
            return self.arrive((*stack[:-1], top), line, via, "")
        if step.get("run") and not result:
            first = next(iter(self.flows[step["run"]]["steps"]))
            level = Level(step["run"], first, "run", f"{line['n']}/{len(stack)}")
            return self.arrive((*stack, level), line, via, "")
        bare = not any(step.get(part) for part in ("say", "items", "facts"))
        if step.get("end") and bare and len(stack) > 1:
            return self.leave(stack, line, via, step["end"])
        return self.stay(Stay(stack, line, result), line, via)

    def ends_at_once(self, flow: str) -> bool:
        """Tell whether a flow begins with an end."""
        return "end" in next(iter(self.flows[flow]["steps"].values()))

    def leave(self, stack: Stack, line: Line, via: str, result: str) -> int:
        """Leave the innermost flow of a stack."""
        if stack[-1].by == "run":
            return self.arrive(stack[:-1], line, via, result)
        hosts = [place.stay for place in self.places if place.stay.stack == stack[:-1]]
        return self.stay(hosts[-1], line, via)

    def stay(self, stay: Stay, line: Line, via: str) -> int:
        """Stand at a stay, or at the one that was reached by the same way before."""
        way = (via, stay.result, tuple(level[:3] for level in stay.stack))
        ways = self.places[-1].stay.ways if self.places else {}
        place, left = ways.pop(way, (Place(stay, line["n"], way), 0))
        self.places.append(place)
        self.stays.append(place.stay)
        return left


def spans(first: str, second: str) -> float:
    """Return the seconds between two moments as a case keeps them."""
    return (datetime.fromisoformat(second) - datetime.fromisoformat(first)).total_seconds()


def mains(*texts: str) -> str:
    """Return what three voltages say, by the lowest and the highest that are normal."""
    neutral, earth, between, low, high = map(float, texts)
    if not low <= neutral <= high:
        return "low" if neutral < low else "high"
    if earth < 0.1 * neutral and between > 0.9 * neutral:
        return "swapped"
    if earth < 0.7 * neutral:
        return "no_earth"
    return "ok" if between <= 2 else "neutral_note" if between <= 5 else "neutral_stop"


def level(triggers: list[str]) -> str:
    """Return how grave a crisis with these triggers is."""
    if {"injury", "national_media", "lawsuit", "group"} & set(triggers):
        return "l1"
    return "l2" if GRAVE & set(triggers) else "l3"


GRAVE = {"local_media", "authority", "lawyer", "large_claim", "extreme_behaviour", "vip"}


def owing(rent: str, days: str) -> str:
    """Return a month's rent divided by thirty, times the days, to the cent, half of one up."""
    cents = Fraction(rent) * Fraction(days) * 100 / 30
    whole = int(cents + Fraction(1, 2))
    return f"{whole // 100}.{whole % 100:02}"


def said(holds: bool) -> str:
    """Return a truth as a fact has it."""
    return "yes" if holds else "no"


DERIVED: dict[str, Callable[..., str]] = {
    "not_after": lambda first, second: said(spans(first, second) >= 0),
    "quarter_hour": lambda first, second: said(spans(first, second) >= 15 * 60),
    "mains_verdict": mains,
    "crisis_level": level,
    "low_score": lambda score: said(float(score) < 8),
    "not_above": lambda amount, limit: said(Fraction(amount) <= Fraction(limit)),
    "compensation": owing,
    "days_between": lambda days, first, last: said(
        spans(first[:10], last[:10]) / 86_400 >= float(days) - 1
    ),
    "none_refused": lambda rows: said(
        all(
            {"approved", "yes"} & set(row) and not {"refused", "returned", "no"} & set(row)
            for row in rows
        )
    ),
}
"""What derived facts say, by the name of their derivation."""


def passed(start: Line, end: Line) -> float:
    """Return the seconds between two lines that can be proven."""
    wall: float = end["utc"] - start["utc"]
    if start["boot"] == end["boot"]:
        wall = min(wall, end["up"] - start["up"])
    return wall
