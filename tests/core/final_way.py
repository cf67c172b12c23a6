"""A second oracle on consents, which judges only the way as it stands.

It knows nothing of debts, snapshots or falls. It writes down every value at every line, and asks
of the way that a case has come: does each item that a choice on it relied on still say at its last
tick what is so now, and does each choice that decided something? It takes the way itself, the
visits and who made which choice, from the checker.
"""

from typing import Any

from tests.core.checker import Checker, Line, Place, Stay, seen


class FinalWay:
    """Follows one case beside a checker of its own."""

    def __init__(self, structures: dict[str, Any]) -> None:
        self.checker = Checker(structures)
        self.values: list[dict[str, Any]] = [{}]
        """All values at the end of each line, by its number."""
        self.ticked: list[tuple[int, Stay, str, Place]] = []
        """Every tick: the line, where it counts, the item, where it was given."""
        self.chosen: dict[int, int] = {}
        """The line of the last choice that led to each place, by what it is known by."""
        self.judged = 0
        """How many items and decisions have been judged."""

    def read(self, line: Line) -> None:
        """Take the next line; judge the way before it when the line relies on it."""
        checker = self.checker
        if self._relies(line):
            self.judge(line)
        checker.read(line)
        if line["event"] == "ItemTicked":
            item = line["item"].rpartition(".")[2]
            place = checker.places[-1]
            stay = place.stay
            if "." in line["item"]:
                stay = checker.owners(stay.stack[-1].flow, item)[0][0]
            self.ticked = [tick for tick in self.ticked if tick[1:3] != (stay, item)]
            if line["on"]:
                self.ticked.append((line["n"], stay, item, place))
        if line["event"] == "ChoiceMade":
            self.chosen[id(checker.places[-1])] = line["n"]
        keys = {key for key, *_ in checker.facts}
        self.values.append({key: checker.kept(key) for key in keys})

    def _relies(self, line: Line) -> bool:
        """Tell whether a line goes on, neither staying here nor asking for something anew."""
        if line["event"] == "ChoiceMade":
            choice = self.checker.step()["choices"][line["choice"]]
            return not choice.get("again") and choice["goto"] != line["step"]
        return bool(line.get("completed") or (line["event"] == "FlowLeft" and line["result"]))

    def judge(self, line: Line) -> None:
        """Demand that the innermost working has gone its way by what is so now."""
        places, working = self.checker.places, self.checker.stack[-1].working
        for at, place in enumerate(places):
            maker = place.maker
            if maker is None or maker.working != working:
                continue
            choice = self._choice(place)
            for need in choice.get("needs", ()):
                self._item(line, working, at, need)
            covers = self.checker.bases(maker.flow, choice.get("covers", []))
            back = any(
                (level.working, level.step) == (working, maker.step)
                for later in places[at:]
                for level in later.stay.stack
            )
            choice = self.checker.step().get("choices", {}).get(line.get("choice"), {})
            if not back and choice.get("goto") != maker.step:
                for key in covers:
                    if not any(key in later.anew for later in places[at:]):
                        then = self.values[self.chosen[id(place)]].get(key)
                        self._same(line, key, then, f"{maker.step}: decided")

    def _item(self, line: Line, working: str, at: int, item: str) -> None:
        checker, places = self.checker, self.checker.places
        stays = [
            (number, place.stay)
            for number, place in enumerate(places)
            if place.stay.stack[-1].working == working and item in checker.items(place.stay)
        ]
        if not stays or stays[-1][0] >= at:
            return
        number, stay = stays[-1]
        covers = checker.items(stay)[item].get("covers", [])
        keys = checker.bases(stay.stack[-1].flow, covers)
        ticks = [tick for tick in self.ticked if tick[1:3] == (stay, item)]
        if not keys:
            return
        checker.demand(bool(ticks), line, f"{item} is not ticked")
        n, *_, given = ticks[0]
        since = max([number, *(i for i, place in enumerate(places) if place is given)])
        if any(key in place.anew for place in places[since + 1 :] for key in keys):
            return
        for key in keys:
            self._same(line, key, self.values[n].get(key), f"{item} consents")

    def _same(self, line: Line, key: str, then: Any, what: str) -> None:
        self.judged += 1
        now = self.checker.kept(key)
        self.checker.demand(seen(then) == seen(now), line, f"{what} to {key} {then!r}, now {now!r}")

    def _choice(self, place: Place) -> dict[str, Any]:
        """Return the choice that led to a place."""
        assert place.maker is not None
        step = self.checker.flows[place.maker.flow]["steps"][place.maker.step]
        choice: dict[str, Any] = step["choices"][str(place.way[0]).partition(" ")[2]]  # type: ignore[index]
        return choice
