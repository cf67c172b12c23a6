"""The language of the settings file, and its reading with problems."""

import json
from typing import Any

from lenovo_desk.content.blanks import LINKS
from lenovo_desk.content.compounds import ListOf, Must, Record
from lenovo_desk.content.nodes import Node, Scalar, decode, parse
from lenovo_desk.content.problems import Place, Problem, Report
from lenovo_desk.content.shapes import Shape, Text, Word
from lenovo_desk.core.clock import Stamp
from lenovo_desk.core.flow import FactSpec, Plain
from lenovo_desk.core.records import NamedTuple
from lenovo_desk.core.values import parse_value

_SOME_DAY = Stamp(0.0, "", 0.0)


class Maybe(NamedTuple):
    """A value that may be left empty; `kind` is a type of fact it must be fit for."""

    shape: Shape
    kind: str = ""

    @property
    def about(self) -> str:
        """What it is for."""
        return self.shape.about

    def read(self, node: Node, owner: Place | str, report: Report) -> Any:
        """Return the value, empty text when there is none."""
        if isinstance(node, Scalar) and not node.text.strip():
            return ""
        value = self.shape.read(node, owner, report)
        if value and self.kind:
            fit = parse_value(FactSpec("it", self.kind), value, _SOME_DAY, "UTC")
            if not isinstance(fit, str):
                report.add("bad-setting", node, text=value, kind=self.kind)
                return ""
        return value

    def schema(self) -> Plain:
        """Return its JSON Schema."""
        return {"anyOf": [self.shape.schema(), {"type": "string", "maxLength": 0}]}


_LANGUAGE = Word("A language, as in scripts_xx.")
SETTINGS = Record(
    {
        "agents": ListOf(
            Record(
                {
                    "id": Must(Word("Their short name.")),
                    "name": Must(Text("Their name, as customers are told it.")),
                    "initials": Maybe(Text("Their initials, to sign a post.")),
                    "role": Maybe(Word("Their role.")),
                    "phone": Maybe(Text("Their number, as customers are told it."), "phone"),
                },
                "Someone who works at this desk.",
            ),
            "Who works at this desk.",
        ),
        "agent": Maybe(Word("Who is at the desk now.")),
        "language": _LANGUAGE,
        "phrases": _LANGUAGE,
        "theme": Word("The colours.", ("dark", "light", "contrast")),
        "clipboard": Word("Where copies go.", ("auto", "terminal", "system", "off")),
        "links": Record(
            {name: Maybe(Text("An address."), "url") for name in LINKS}, "Links of phrases."
        ),
        "station_name": Maybe(Text("The station's name.")),
        "station_phone": Maybe(Text("The station's number."), "phone"),
        "content": Maybe(Text("A folder of own flows and scripts.")),
    },
    "The settings of the desk.",
)


def read_settings(data: bytes, path: str) -> tuple[Plain, list[Problem]]:
    """Return the settings that can be read, as plain values, and what is wrong."""
    report = Report(path)
    text = decode(data, report)
    node = parse(text, report) if text is not None else None
    plain: Any = SETTINGS.read(node, "the file", report) if node is not None else None
    plain = plain or {}
    agents, seen = [], set()
    for agent in plain.get("agents", ()):
        if "id" in agent and "name" in agent and agent["id"] not in seen:
            agents.append(agent)
        elif "id" in agent and "name" in agent:
            report.add("agent-twice", agent["id"], name=agent["id"])
        seen.add(agent.get("id"))
    if "agents" in plain:
        plain["agents"] = agents
    if plain.get("agent") and plain["agent"] not in seen:
        report.add("unknown-agent", plain["agent"], name=plain["agent"])
    return json.loads(json.dumps(plain)), report.problems
