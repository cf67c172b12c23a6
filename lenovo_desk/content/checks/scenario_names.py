"""The names that a scenario can use: those of all flows that its call can reach."""

from collections.abc import Iterable

from lenovo_desk.core.model.flow import FactSpec, Flow, closure
from lenovo_desk.core.ports import Library
from lenovo_desk.core.walking.walker import LibraryFlows


class CaseNames:
    """The names in all flows of a call, as `flow.name`.

    Names in the scenario's own flow, and shared facts, also stand as plain `name`.
    """

    def __init__(self, library: Library, own: str, opened: Iterable[str]) -> None:
        """Read the scenario's flow `own`, those `opened`, and all they can run.

        An unknown flow among those opened has no names.
        """
        self.library = library
        self.flows = LibraryFlows(library)
        self.words = library.words("en")
        self.steps: dict[str, None] = {}
        self.facts: dict[str, FactSpec] = {}
        self.specs: dict[str, FactSpec] = {}
        """Facts by their key in a case."""
        self._keys: dict[str, str] = {}
        self._of_call: dict[str, Flow] = {}
        for name in (own, *opened):
            if name in self.flows:
                self._of_call |= closure(self.flows, name)
        for flow in self._of_call.values():
            self.steps |= dict.fromkeys(f"{flow.id}.{step}" for step in flow.steps)
            for name, spec in flow.facts.items():
                self._know(f"{flow.id}.{name}", flow, spec)
                if flow.id == own or spec.shared:
                    self._know(name, flow, spec)
        self.steps |= dict.fromkeys(self.flows[own].steps)

    def _know(self, name: str, flow: Flow, spec: FactSpec) -> None:
        self.facts.setdefault(name, spec)
        self._keys.setdefault(name, flow.key(spec.id))
        self.specs.setdefault(flow.key(spec.id), spec)

    def key(self, fact: str) -> str:
        """Return the key under which a case keeps a fact. Raises `KeyError` for an unknown one."""
        return self._keys[fact]

    def calming(self) -> dict[str, None]:
        """Return the names of everything that can calm a customer.

        They are the steps, choices (`step.choice`), items and phrases of all flows of the call.
        """
        calming: dict[str, None] = {}
        for flow in self._of_call.values():
            for step in flow.steps.values():
                names = [step.id, *(f"{step.id}.{choice.id}" for choice in step.choices)]
                names += [use.id for use in step.items]
                names += [line.phrase for line in step.say]
                for name in names:
                    calming[name] = calming[f"{flow.id}.{name}"] = None
        return calming
