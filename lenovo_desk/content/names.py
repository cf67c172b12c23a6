"""The names that a scenario can use: those of every flow its call can come to."""

from collections.abc import Callable, Iterable, Iterator

from lenovo_desk.content.library import ContentLibrary
from lenovo_desk.core.flow import FactSpec, Flow, closure
from lenovo_desk.core.walker import LibraryFlows


class CaseNames:
    """Names of steps, facts, choices, items and phrases, each as `name` and as `flow.name`."""

    def __init__(self, library: ContentLibrary, flows: Iterable[str]) -> None:
        """Take the flows, and all they can run; one that is not known has no names."""
        self.library = library
        self.flows = LibraryFlows(library)
        self.words = library.words("en")
        self._of_case: dict[str, Flow] = {}
        for name in flows:
            if name in self.flows:
                self._of_case |= closure(self.flows, name)
        self.steps = dict.fromkeys(self._both(lambda flow: flow.steps))
        self.facts: dict[str, FactSpec] = {}
        self._keys: dict[str, str] = {}
        for flow in self._of_case.values():
            for name, spec in flow.facts.items():
                for one in (name, f"{flow.id}.{name}"):
                    self.facts.setdefault(one, spec)
                    self._keys.setdefault(one, flow.key(name))

    def key(self, fact: str) -> str:
        """Return the name under which a case keeps a fact."""
        return self._keys[fact]

    def calming(self) -> dict[str, None]:
        """Return what can calm a customer: steps, `step.choice`, items and phrases."""
        found = self.steps | dict.fromkeys(self._both(_items)) | dict.fromkeys(self._both(_phrases))
        for flow in self._of_case.values():
            for step in flow.steps.values():
                found |= dict.fromkeys(f"{step.id}.{choice.id}" for choice in step.choices)
        return found

    def _both(self, named: Callable[[Flow], Iterable[str]]) -> Iterator[str]:
        for flow in self._of_case.values():
            for name in named(flow):
                yield name
                yield f"{flow.id}.{name}"


def _items(flow: Flow) -> Iterator[str]:
    return (use.id for step in flow.steps.values() for use in step.items)


def _phrases(flow: Flow) -> Iterator[str]:
    return (line.phrase for step in flow.steps.values() for line in step.say)
