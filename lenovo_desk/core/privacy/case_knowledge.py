"""What a case knows about people: every personal value that was ever recorded."""

from collections.abc import Iterator

from lenovo_desk.core.model.case import Case
from lenovo_desk.core.model.flow import FactSpec, Flows
from lenovo_desk.core.model.values import NONE, Value
from lenovo_desk.core.privacy.person_names import person_of
from lenovo_desk.core.privacy.places import Breach
from lenovo_desk.core.privacy.public_text import Knowledge, breaches
from lenovo_desk.core.privacy.recorded_values import searchable

_KINDS = ("text", "email", "serial", "url", "phone")
"""The kinds that are searched for: an option, a number or a date identifies nobody."""
_INTERNAL = ("_contact", "agent_phone")
"""How the settings end that are whom to notify, and whose number: for the desk, not the public."""
_NAMING = ("name", "payee", "approver", "handler", "owner", "recipient", "signer")
"""How the ids of facts end whose text is the name of a person, whatever it looks like."""


def personal_in(flows: Flows, case: Case, text: str) -> tuple[Breach, ...]:
    """Return what in a text for the public names somebody, recorded or not."""
    return breaches(text, knowledge_of(flows, case))


def knowledge_of(flows: Flows, case: Case) -> Knowledge:
    """Return what a case knows that bears on its public texts.

    Every value ever recorded counts. Free are what the desk gives out and what is public by nature.
    """
    people, values = [], []
    free = [text for name, text in case.settings.items() if text and not name.endswith(_INTERNAL)]
    for spec, value in _personal(flows, case):
        if spec.public:
            free.append(value)
            continue
        person = person_of(spec.id, value) if _names_somebody(spec, value) else None
        if person:
            people.append(person)
        if not (person and spec.id.endswith(_NAMING)):
            values.extend(searchable(spec.id, spec.kind, value))
    return Knowledge(tuple(people), tuple(values), tuple(free))


def _names_somebody(spec: FactSpec, value: str) -> bool:
    """Return whether a text is a person's name: its fact says so, or it is written as one."""
    if spec.kind != "text":
        return False
    if spec.id.endswith(_NAMING):
        return True
    words = value.replace("-", " ").split()
    return 1 < len(words) < 5 and all(word.isalpha() and word.istitle() for word in words)


def _personal(flows: Flows, case: Case) -> Iterator[tuple[FactSpec, str]]:
    """Yield the personal values of a case, each with its fact.

    The fact of a cell has the `kind` of its column.
    """
    for name in case.digests:
        flow = flows[name]
        for spec in flow.facts.values():
            if spec.personal:
                for entry in case.ledger.get(flow.key(spec.id), ()):
                    if entry.value != NONE or not spec.none:
                        yield from _single(spec, entry.value)


def _single(spec: FactSpec, value: Value | None) -> Iterator[tuple[FactSpec, str]]:
    for part in (value,) if isinstance(value, str) else value or ():
        if isinstance(part, str):
            cells = [(spec.kind, part)]
        else:
            cells = [(column.kind, cell) for column, cell in zip(spec.rows, part, strict=False)]
        for kind, cell in cells:
            if kind in _KINDS:
                yield spec._replace(kind=kind), cell
