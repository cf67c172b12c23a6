"""Shapes that contain other shapes: lists, mappings and records."""

from collections.abc import Mapping
from typing import Any

from lenovo_desk.content.yaml.problems import FilePlace, Placed, Report, nearest
from lenovo_desk.content.yaml.scalars import Shape, Word, wrong_shape
from lenovo_desk.content.yaml.tree import Entries, Items, Node, Scalar
from lenovo_desk.core.model.flow import Plain
from lenovo_desk.core.named_tuple import NamedTuple


class ListOf(NamedTuple):
    """A list."""

    item: Shape
    about: str
    twice: bool = False
    """Whether the same item may occur more than once."""

    def read(self, node: Node, owner: FilePlace | str, report: Report) -> list[Any] | None:
        """Return the items that can be read, without repeated ones unless `twice`."""
        if not isinstance(node, Items):
            wrong_shape(node, "a list", owner, report)
            return None
        values: list[Any] = []
        earlier: set[str] = set()
        for item in node.items:
            # The owner's name without its place: a missing key is reported at the item.
            value = self.item.read(item, str(owner) if isinstance(owner, str) else item, report)
            if isinstance(value, str) and value in earlier and not self.twice:
                report.add("listed-twice", item, text=value)
            elif value is not None:
                values.append(value)
            if isinstance(value, str):
                earlier.add(value)
        return values

    def schema(self) -> Plain:
        """Return its JSON Schema."""
        return {"type": "array", "items": self.item.schema(), "description": self.about}


class MapOf(NamedTuple):
    """A mapping whose keys the author chooses."""

    value: Shape
    about: str
    key: Word = Word("A name.")

    def read(self, node: Node, owner: FilePlace | str, report: Report) -> dict[str, Any] | None:
        """Return the entries that can be read."""
        if not isinstance(node, Entries):
            wrong_shape(node, "a mapping", owner, report)
            return None
        values: dict[str, Any] = {}
        for key, value in node.entries:
            name = self.key.read(key, owner, report)
            if name is not None:
                plain = self.value.read(value, name, report)
                if plain is not None:
                    values[name] = plain
        return values

    def schema(self) -> Plain:
        """Return its JSON Schema."""
        return {
            "type": "object",
            "additionalProperties": self.value.schema(),
            "propertyNames": {"pattern": self.key.schema().get("pattern", "")},
            "description": self.about,
        }


class Required(NamedTuple):
    """The shape of a field that a record must have."""

    shape: Shape


class RecordOf(NamedTuple):
    """A mapping with fixed keys."""

    fields: Mapping[str, Shape | Required]
    about: str

    def read(self, node: Node, owner: FilePlace | str, report: Report) -> dict[str, Any] | None:
        """Return the fields that can be read; even a required field may be missing."""
        if not isinstance(node, Entries):
            wrong_shape(node, "a mapping", owner, report)
            return None
        values: dict[str, Any] = {}
        for key, value in node.entries:
            if key.text not in self.fields and isinstance(value, Scalar) and value.bare:
                report.add("comma-in-value", key, key=key.text)
                continue
            if key.text not in self.fields:
                guess = nearest(key.text, self.fields)
                names = ", ".join(self.fields)
                report.add("unknown-key", key, guess, key=key.text, known=names)
                continue
            field = self.fields[key.text]
            shape = field.shape if isinstance(field, Required) else field
            name = Placed(key.text, key.line, key.column)
            plain = shape.read(value, name, report)
            if plain is not None:
                values[name] = plain
        written = {key.text for key, _ in node.entries}
        for field_name, field in self.fields.items():
            if isinstance(field, Required) and field_name not in written:
                place = owner if isinstance(owner, Placed) else node
                report.add("missing-key", place, key=field_name, about=field.shape.about)
        return values

    def schema(self) -> Plain:
        """Return its JSON Schema."""
        shapes = {k: f.shape if isinstance(f, Required) else f for k, f in self.fields.items()}
        plain: Plain = {
            "type": "object",
            "properties": {key: shape.schema() for key, shape in shapes.items()},
            "additionalProperties": False,
            "description": self.about,
        }
        needed = [key for key, field in self.fields.items() if isinstance(field, Required)]
        return plain | ({"required": needed} if needed else {})


class Either(NamedTuple):
    """One of several shapes; whether the node is a text, a list or a mapping decides which."""

    about: str
    text: Shape | None = None
    list: ListOf | None = None
    map: RecordOf | MapOf | None = None

    def read(self, node: Node, owner: FilePlace | str, report: Report) -> Any:
        """Return what the matching shape reads."""
        if isinstance(node, Scalar):
            shape: Shape | None = self.text
        else:
            shape = self.list if isinstance(node, Items) else self.map
        if shape is None:
            kinds = {"a text": self.text, "a list": self.list, "a mapping": self.map}
            expected = " or ".join(kind for kind, shape in kinds.items() if shape)
            wrong_shape(node, expected, owner, report)
            return None
        return shape.read(node, owner, report)

    def schema(self) -> Plain:
        """Return its JSON Schema."""
        shapes: tuple[Shape | None, ...] = (self.text, self.list, self.map)
        return {
            "anyOf": [shape.schema() for shape in shapes if shape is not None],
            "description": self.about,
        }
