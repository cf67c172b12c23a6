"""Change a settings file in place, with all comments kept."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from lenovo_desk.content.yaml.problems import Report
from lenovo_desk.content.yaml.tree import Entries, Items, Node, Scalar, parse_yaml
from lenovo_desk.core.text import clean_line

_BARE = re.compile(r"[a-z][a-z0-9_]*")
_TRICKY = {"yes", "no", "on", "off", "true", "false", "null", "y", "n"}


def change(text: str, path: Sequence[str], value: str | Mapping[str, str] | None) -> str:
    """Return the text of a settings file with only one value changed.

    `path` has the keys that lead to the value; in a list, the `id` of an item. None removes an item
    of a list. Raises `ValueError` when the text is broken or cannot be changed in place.
    """
    if isinstance(value, Mapping):
        value = {key: clean_line(part) for key, part in value.items()}
        if _find(_tree(text), path) is not None:
            for key, part in value.items():
                if key != "id":
                    text = change(text, (*path, key), part)
            return text
    elif value is not None:
        value = clean_line(value)
    before = _plain(_tree(text))
    changed = _changed(text, path, value)
    if _plain(_tree(changed)) != _intended(before, path, value):
        raise ValueError(f"{'.'.join(path)} cannot be changed in this file")
    return changed


def add_dates(text: str, path: Sequence[str], dates: Sequence[str]) -> str:
    """Return the text of a settings file with dates added to the list at `path`.

    Dates that it has stay as they are. Raises `ValueError` when the text is broken, or the list
    cannot be changed in place.
    """
    root = _tree(text)
    node = _find(root, path)
    if isinstance(node, Scalar) and not node.bare:
        raise ValueError(f"{'.'.join(path)} is no list")
    there = _texts(node)
    new = [date for date in dates if date not in there]
    if not new:
        return text
    rows = [", ".join(new[first : first + 7]) for first in range(0, len(new), 7)]
    end = "\r\n" if "\r\n" in text else "\n"
    joined = f",{end}      ".join(rows)
    if isinstance(node, Items) and node.items and text[node.start] == "[":
        at = node.items[-1].end
        changed = f"{text[:at]}, {joined}{text[at:]}"
    elif isinstance(node, Items) and node.items:
        at, indent = _line_end(text, node.items[-1].end), " " * (node.column - 1)
        changed = text[:at] + "".join(f"{end}{indent}- {date}" for date in new) + text[at:]
    elif isinstance(node, Items):
        changed = f"{text[: node.start]}[{joined}]{text[node.end :]}"
    elif node is not None:
        at = _colon(text, root, path)
        changed = f"{text[:at]} [{joined}]{text[at:]}"
    else:
        added = _added(text, root, path, "")
        empty = _find(_tree(added), path)
        assert isinstance(empty, Scalar), "an empty text was added"
        changed = f"{added[: empty.start]}[{joined}]{added[empty.end :]}"
    if set(_texts(_find(_tree(changed), path))) != {*there, *new}:
        raise ValueError(f"{'.'.join(path)} cannot be changed in this file")
    return changed


def _texts(node: Node | None) -> list[str]:
    """Return the single values of a list."""
    items = node.items if isinstance(node, Items) else ()
    return [item.text for item in items if isinstance(item, Scalar)]


def _tree(text: str) -> Node:
    report = Report("settings.yaml")
    node = parse_yaml(text, report)
    if node is None or report.errors:
        first = report.problems[0]
        raise ValueError(f"line {first.line}: {first.text.rstrip('.')}")
    return node


def _plain(node: Node) -> Any:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Items):
        return [_plain(item) for item in node.items]
    return {key.text: _plain(value) for key, value in node.entries}


def _intended(plain: Any, path: Sequence[str], value: str | Mapping[str, str] | None) -> Any:
    """Return the plain content that a file must have after a change."""
    name, rest = path[0], path[1:]
    if isinstance(plain, list):
        items = [item for item in plain if item.get("id") != name]
        if len(items) == len(plain):
            return [*plain, value]
        if rest:
            return [_intended(i, rest, value) if i.get("id") == name else i for i in plain]
        return items
    under = plain.get(name)
    if rest:
        empty: Any = [] if name == "agents" else {}
        return {**plain, name: _intended(under or empty, rest, value)}
    return {**plain, name: value}


def _find(node: Node, path: Sequence[str]) -> Node | None:
    """Return the node that a path leads to; None when there is none."""
    for name in path:
        if isinstance(node, Entries):
            child = next((value for key, value in node.entries if key.text == name), None)
        elif isinstance(node, Items):
            child = next((item for item in node.items if _id(item) == name), None)
        else:
            return None
        if child is None:
            return None
        node = child
    return node


def _id(node: Node) -> str:
    value = _find(node, ("id",)) if isinstance(node, Entries) else None
    return value.text if isinstance(value, Scalar) else ""


def _changed(text: str, path: Sequence[str], value: str | Mapping[str, str] | None) -> str:
    root = _tree(text)
    node = _find(root, path)
    if value is None:
        parent = _find(root, path[:-1])
        if node is None or not isinstance(parent, Items):
            raise ValueError(f"there is no {'.'.join(path)}")
        return _without(text, parent, node)
    if isinstance(node, Scalar) and not node.bare:
        end = "\n" if text[node.start : node.end].endswith("\n") else ""
        return text[: node.start] + _yaml(value) + end + text[node.end :]
    if node is not None and not isinstance(node, Scalar):
        raise ValueError(f"{'.'.join(path)} is no single value")
    if node is not None:  # an empty value is written after the colon of its key
        at = _colon(text, root, path)
        return f"{text[:at]} {_yaml(value)}{text[at:]}"
    return _added(text, root, path, value)


def _colon(text: str, root: Node, path: Sequence[str]) -> int:
    parent = _find(root, path[:-1])
    assert isinstance(parent, Entries), "a key stands in a mapping"
    key = next(key for key, _ in parent.entries if key.text == path[-1])
    return text.index(":", key.end) + 1


def _added(text: str, root: Node, path: Sequence[str], value: str | Mapping[str, str]) -> str:
    """Return the text with a value added at a path that has none."""
    parent = _find(root, path[:-1])
    line = _yaml(value) if isinstance(value, Mapping) else f"{path[-1]}: {_yaml(value)}"
    dash = "- " if isinstance(value, Mapping) else ""
    if parent is None:
        gap = "" if text.endswith("\n") else "\n"
        return f"{text}{gap}{path[0]}:\n  {dash}{line}\n"
    if isinstance(parent, Scalar):
        if not parent.bare:
            raise ValueError(f"{'.'.join(path[:-1])} is a single value")
        at = _line_end(text, _colon(text, root, path[:-1]))
        return f"{text[:at]}\n  {dash}{line}{text[at:]}"
    in_flow_style = text[parent.end - 1] in "]}" and text[parent.start] in "[{"
    count = len(parent.items) if isinstance(parent, Items) else len(parent.entries)
    if in_flow_style and not count:
        before = text[: parent.start].rstrip(" ")
        return f"{before}\n  {dash}{line}{text[parent.end :]}"
    if in_flow_style:
        at = parent.end - 1
        return f"{text[:at].rstrip()}, {line}{text[at:]}"
    at = _line_end(text, parent.end)
    return f"{text[:at]}\n{' ' * (parent.column - 1)}{dash}{line}{text[at:]}"


def _without(text: str, parent: Items, node: Node) -> str:
    """Return the text without one item of a list."""
    if len(parent.items) == 1:
        indent = " " if parent.column == 1 else ""
        return f"{text[: parent.start]}{indent}[]{text[parent.end :]}"
    if text[parent.start] == "[":
        place = parent.items.index(node)
        if place:
            return text[: parent.items[place - 1].end] + text[node.end :]
        return text[: node.start] + text[parent.items[1].start :]
    start = text.rfind("\n", 0, node.start) + 1
    end = min(_line_end(text, node.end) + 1, len(text))
    return text[:start] + text[end:]


def _line_end(text: str, index: int) -> int:
    end = text.find("\n", index)
    end = len(text) if end < 0 else end
    return end - 1 if text[end - 1 : end] == "\r" else end


def _yaml(value: str | Mapping[str, str]) -> str:
    """Return a value as YAML that is valid in block and flow style."""
    if isinstance(value, Mapping):
        fields = (f"{_yaml(key)}: {_yaml(part)}" for key, part in value.items())
        return "{" + ", ".join(fields) + "}"
    if _BARE.fullmatch(value) and value not in _TRICKY:
        return value
    return json.dumps(value, ensure_ascii=False)
