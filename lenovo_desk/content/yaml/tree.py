"""Parse YAML text to a tree of nodes with their places; every scalar stays text."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

import yaml

from lenovo_desk.content.yaml.problems import Report, Spot
from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.text import clean

MAX_BYTES = 1_000_000
MAX_DEPTH = 20
_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that YAML allows nowhere."""
_TOO_DEEP = "maximum nesting depth"
"""Part of the message that libyaml gives from version 0.2.6 on."""
_REPORTED = 50
"""The most harmful characters that are reported: a file full of them is not text."""
_STAND_IN = "\u2060"
"""Replaces a forbidden character, so that places stay right, until `clean` removes it."""
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Scalar(NamedTuple):
    """A single value, as text."""

    text: str
    line: int
    column: int
    start: int
    """The index of its first character in the source, including quotes."""
    end: int
    """The index after its last character."""
    bare: bool
    """Whether the source has nothing there, not even quotes."""


class Items(NamedTuple):
    """A list."""

    items: tuple["Node", ...]
    line: int
    column: int
    start: int
    end: int


class Entries(NamedTuple):
    """A mapping; keys are unique."""

    entries: tuple[tuple[Scalar, "Node"], ...]
    line: int
    column: int
    start: int
    end: int


Node = Scalar | Items | Entries


class _Stop(Exception):
    """Raised when the rest of the file cannot be read."""


class _Open:
    """A list or mapping whose end is not parsed yet."""

    def __init__(self, event: Any) -> None:
        self.mapping = isinstance(event, yaml.MappingStartEvent)
        self.event = event
        self.children: list[Node] = []

    def close(self, event: Any, report: Report) -> Node:
        mark = self.event.start_mark
        end = event.end_mark.index
        if not self.event.flow_style:
            # The parser ends a block collection only where the next token begins.
            end = self.children[-1].end if self.children else mark.index
        place = (mark.line + 1, mark.column + 1, mark.index, end)
        if not self.mapping:
            return Items(tuple(self.children), *place)
        return Entries(tuple(_entries(self.children, report)), *place)


def _entries(children: list[Node], report: Report) -> Iterator[tuple[Scalar, Node]]:
    lines: dict[str, int] = {}
    for key, value in zip(children[::2], children[1::2], strict=True):
        if not isinstance(key, Scalar) or key.bare:
            report.add("key-not-text", key)
        elif key.text == "<<":
            report.add("merge-key", key)
        elif key.text in lines:
            report.add("duplicate-key", key, key=key.text, first=lines[key.text])
        else:
            lines[key.text] = key.line
            yield key, value


def decode(data: bytes, report: Report) -> str | None:
    """Return the text of a file's bytes; None after reporting that they are not usable text.

    Bytes are not usable when they are more than `MAX_BYTES` or not UTF-8.
    """
    if len(data) > MAX_BYTES:
        report.add("too-big", Spot(), limit=MAX_BYTES // 1000)
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        line = before.count("\n") + 1
        report.add("not-utf8", Spot(line, len(before) - (before.rfind("\n") + 1) + 1))
        return None


def parse_yaml(text: str, report: Report) -> Node | None:
    """Return the tree of a YAML text; None after reporting why it has none."""
    if not text.strip():
        report.add("empty-file", Spot())
        return None
    problems_before = len(report.problems)
    text = _without_forbidden(text, report)
    try:
        root = _build(yaml.parse(text, Loader=_LOADER), report)
    except _Stop:
        return None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        spot = Spot(mark.line + 1, mark.column + 1) if mark else Spot()
        problem = error.problem or error.context or ""
        if _TOO_DEEP in problem:  # a newer parser looks ahead and stops before `_build` does
            report.add("too-deep", spot, limit=MAX_DEPTH)
        else:
            report.add("bad-yaml", spot, why=_why(problem, text, spot))
        return None
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        report.add("bad-yaml", Spot(), why=str(error).replace("\n", " "))
        return None
    if root is None or (isinstance(root, Scalar) and root.bare):
        if len(report.problems) == problems_before:
            report.add("empty-file", Spot())
        return None
    return root


def _without_forbidden(text: str, report: Report) -> str:
    harmful = {char for char in set(text) if not clean(char)} | set(_FORBIDDEN.findall(text))
    harmful.discard("\n")
    if not harmful:
        return text
    matches = re.finditer("[" + re.escape("".join(sorted(harmful))) + "]", text)
    for match in islice(matches, _REPORTED):
        line = text.count("\n", 0, match.start()) + 1
        column = match.start() - (text.rfind("\n", 0, match.start()) + 1) + 1
        report.add("harmful-character", Spot(line, column), name=f"U+{ord(match[0]):04X}")
    return _FORBIDDEN.sub(_STAND_IN, text).replace("\ufeff", _STAND_IN)


def _build(events: Iterator[Any], report: Report) -> Node | None:
    opened: list[_Open] = []
    root: Node | None = None
    documents = 0
    for event in events:
        node: Node | None = None
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                report.add("many-documents", _spot(event))
                break
        elif isinstance(event, yaml.AliasEvent):
            report.add("alias", _spot(event), name=event.anchor)
            node = Scalar("", *_span(event), bare=True)
        elif isinstance(event, yaml.ScalarEvent):
            _plainness(event, report)
            node = _scalar(event, report)
        elif isinstance(event, yaml.CollectionStartEvent):
            _plainness(event, report)
            opened.append(_Open(event))
            if len(opened) > MAX_DEPTH:
                report.add("too-deep", _spot(event), limit=MAX_DEPTH)
                raise _Stop
        elif isinstance(event, yaml.CollectionEndEvent):
            node = opened.pop().close(event, report)
        if node is not None:
            if opened:
                opened[-1].children.append(node)
            elif documents == 1:
                root = node
    return root


def _spot(event: Any) -> Spot:
    return Spot(event.start_mark.line + 1, event.start_mark.column + 1)


def _span(event: Any) -> tuple[int, int, int, int]:
    start, end = event.start_mark, event.end_mark
    return start.line + 1, start.column + 1, start.index, end.index


def _plainness(event: Any, report: Report) -> None:
    if event.anchor:
        report.add("anchor", _spot(event), name=event.anchor)
    if event.tag:
        report.add("tag", _spot(event), name=event.tag)


def _scalar(event: Any, report: Report) -> Scalar:
    written: str = event.value
    if event.style == '"':  # an escape can produce a character that the source does not show
        for char in sorted({char for char in written if not clean(char)}):
            if char != _STAND_IN:
                report.add("harmful-character", _spot(event), name=f"U+{ord(char):04X}")
    return Scalar(clean(written), *_span(event), bare=not written and not event.style)


_WHY = (
    ("cannot start any token", "this character cannot begin a value; put the value in quotes"),
    ("mapping values are not allowed", "a value that contains a colon must stand in quotes"),
    ("could not find expected ':'", "a key without its colon"),
    ("',' or '}'", "a comma or } is missing, or a value with a comma or colon needs quotes"),
    ("',' or ']'", "a comma or ] is missing, or a value with a comma or colon needs quotes"),
    ("block end", "this line is not indented like those before it"),
    ("expected key", "this line is not indented like those before it"),
    ("unexpected end of stream", "a quote is opened and never closed"),
    ("undefined alias", "aliases are not used here"),
)


def _why(problem: str, text: str, spot: Spot) -> str:
    lines = text.splitlines()
    line = lines[spot.line - 1] if spot.line <= len(lines) else ""
    if "\t" in line[: spot.column]:
        return "a tab stands where YAML wants spaces"
    for part, says in _WHY:
        if part in problem:
            return says
    return problem or "it cannot be read from here on"
