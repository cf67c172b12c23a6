"""Parse one content file in the format that its folder and name require."""

from typing import Any

from lenovo_desk.content.folders import FLOWS, Source
from lenovo_desk.content.formats.card_and_rule_formats import CARD_FILE, CARD_SCRIPT, GUARD_FILE
from lenovo_desk.content.formats.flow_format import FACTS, FLOW, SCRIPT
from lenovo_desk.content.yaml.collections import RecordOf
from lenovo_desk.content.yaml.problems import FilePlace, Placed, Report, Spot
from lenovo_desk.content.yaml.scalars import Text
from lenovo_desk.content.yaml.tree import Entries, Node, decode, parse_yaml
from lenovo_desk.core.model.flow import Plain
from lenovo_desk.core.named_tuple import NamedTuple

SHARED = "facts"
INTERFACE = "interface"
CARDS = "cards"
GUARD = "guard"
APART = (SHARED, INTERFACE, CARDS, GUARD)
"""The names of files that do not belong to one flow."""
_WORDS = Text("The words of the interface.", lines=True)


class ParsedFile(NamedTuple):
    """The content of a file with its problems."""

    source: Source
    plain: Plain
    """Empty when the file cannot be read."""
    report: Report


class ParsedFlow(NamedTuple):
    """A parsed flow with its structure and its English words."""

    sheet: ParsedFile
    structure: Plain
    english: Plain
    checkable: bool
    """Whether its names can be checked: its steps and the facts it shares were read."""


def read_sheet(source: Source, data: bytes | OSError) -> ParsedFile:
    """Return a parsed file of flows or scripts, with its problems."""
    return read_by(source, data, *_shape(source))


def read_by(
    source: Source, data: bytes | OSError, shape: RecordOf | None, schema: str
) -> ParsedFile:
    """Return a file parsed by a shape, with its problems.

    Without a shape the file has nested words. `schema` is the path of the JSON Schema that its
    first line should name.
    """
    report = Report(source.path)
    if isinstance(data, OSError):
        report.add("unreadable", Spot(), why=data.strerror or "the system refuses")
        return ParsedFile(source, {}, report)
    text = decode(data, report)
    node = parse_yaml(text, report) if text is not None else None
    if text is None or node is None:
        return ParsedFile(source, {}, report)
    first = text.partition("\n")[0]
    if not (first.startswith("#") and first.rstrip().endswith(schema.rpartition("/")[2])):
        report.add("no-schema", Spot(), schema=schema)
    if shape is None:
        return ParsedFile(source, _interface(node, report), report)
    plain: Any = shape.read(node, "the file", report)
    return ParsedFile(source, plain or {}, report)


def _shape(source: Source) -> tuple[RecordOf | None, str]:
    up = "." if source.folder == FLOWS else f"../{FLOWS}"
    if source.name == INTERFACE:
        return None, f"{up}/interface.schema.json"
    if source.name == GUARD:
        return GUARD_FILE, f"{up}/guard.schema.json"
    if source.name == CARDS:
        return CARD_FILE if source.folder == FLOWS else CARD_SCRIPT, f"{up}/cards.schema.json"
    if source.folder != FLOWS:
        return SCRIPT, f"../{FLOWS}/script.schema.json"
    if source.name == SHARED:
        return FACTS, "./facts.schema.json"
    return FLOW, "./flow.schema.json"


def _interface(node: Node, report: Report) -> dict[str, str]:
    """Return the words of nested mappings by dotted key; the parser limits their depth."""
    words: dict[str, str] = {}

    def collect(node: Node, owner: FilePlace | str, prefix: str) -> None:
        if not isinstance(node, Entries):
            text = _WORDS.read(node, owner, report)
            if text is not None:
                words[Placed(prefix, getattr(owner, "line", 1), getattr(owner, "column", 1))] = text
            return
        for key, value in node.entries:
            name = Placed(key.text, key.line, key.column)
            collect(value, name, f"{prefix}.{key.text}" if prefix else key.text)

    collect(node, "the file", "")
    return words
