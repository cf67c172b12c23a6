"""Shapes of single values; each reads a node and has a JSON Schema."""

import re
from typing import Any, Protocol

from lenovo_desk.content.yaml.problems import FilePlace, Placed, Report, nearest
from lenovo_desk.content.yaml.tree import Entries, Items, Node, Scalar
from lenovo_desk.core.model.flow import Plain
from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.text import clean_line, is_blank

_ID = re.compile(r"[a-z][a-z0-9_]{0,59}")
_DOTTED = re.compile(r"[a-z][a-z0-9_]{0,59}(\.[a-z][a-z0-9_]{0,59})?")
_DURATION = re.compile(r"([0-9]{1,5})(s|m|h|d)")
_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,6})?")
_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400}


class Shape(Protocol):
    """The shape of a value at one place of a file."""

    @property
    def about(self) -> str:
        """The description for authors."""
        ...

    def read(self, node: Node, owner: FilePlace | str, report: Report) -> Any:
        """Return the node as plain values; None after reporting that it has the wrong shape.

        `owner` is the key that the node belongs to. Names and texts come back as `Placed`.
        """
        ...

    def schema(self) -> Plain:
        """Return its JSON Schema."""
        ...


def text_of(node: Node, expected: str, owner: FilePlace | str, report: Report) -> str | None:
    """Return the text of a scalar; None after reporting that it is empty or no scalar."""
    if not isinstance(node, Scalar):
        wrong_shape(node, expected, owner, report)
        return None
    if is_blank(node.text):
        report.add("no-value", node, what=_named(owner), wanted=expected)
        return None
    return node.text


def wrong_shape(node: Node, expected: str, owner: FilePlace | str, report: Report) -> None:
    """Report that a node is empty or not what is `expected`."""
    if isinstance(node, Scalar) and node.bare:
        report.add("no-value", node, what=_named(owner), wanted=expected)
        return
    actual = {Scalar: "a text", Items: "a list", Entries: "a mapping"}[type(node)]
    report.add("wrong-shape", node, what=_named(owner), wanted=expected, given=actual)


def _named(owner: FilePlace | str) -> str:
    return f'"{owner}"' if isinstance(owner, str) else "this"


class Text(NamedTuple):
    """A text for people."""

    about: str
    lines: bool = False
    """Whether line breaks are kept; otherwise the text becomes one line."""

    def read(self, node: Node, owner: FilePlace | str, report: Report) -> Placed | None:
        """Return the text without white space around it."""
        text = text_of(node, "a text", owner, report)
        if text is None:
            return None
        return Placed(text.strip() if self.lines else clean_line(text), node.line, node.column)

    def schema(self) -> Plain:
        """Return its JSON Schema."""
        return {"type": "string", "description": self.about}


class Word(NamedTuple):
    """A name."""

    about: str
    among: tuple[str, ...] = ()
    """The possible names; empty for any."""
    free: bool = False
    """Whether it may be any text, such as a value to compare with a fact."""
    dotted: bool = False
    """Whether it may have the form `flow.name`."""
    instead: str = ""
    """The name that replaces an impossible one; by default the most similar of `among`.

    The replacement keeps one slip from causing further problems.
    """

    def read(self, node: Node, owner: FilePlace | str, report: Report) -> Placed | None:
        """Return the name."""
        text = text_of(node, "a name", owner, report)
        if text is None:
            return None
        if self.among and text not in self.among:
            possible, guess = ", ".join(self.among), nearest(text, self.among)
            report.add("not-among", node, guess, text=text, what=_named(owner), known=possible)
            return Placed(self.instead or guess or self.among[0], node.line, node.column)
        pattern = _DOTTED if self.dotted else _ID
        if not self.among and not self.free and not pattern.fullmatch(text):
            odd = r"[^\w.]+" if self.dotted else r"\W+"
            report.add("bad-id", node, re.sub(odd, "_", text.strip()).lower(), text=text)
            return None
        return Placed(text, node.line, node.column)

    def schema(self) -> Plain:
        """Return its JSON Schema."""
        plain: Plain = {"type": "string", "description": self.about}
        if self.among:
            plain["enum"] = list(self.among)
        elif not self.free:
            plain["pattern"] = f"^{(_DOTTED if self.dotted else _ID).pattern}$"
        return plain


class Duration(NamedTuple):
    """A length of time such as `15m`, read in seconds."""

    about: str

    def read(self, node: Node, owner: FilePlace | str, report: Report) -> int | None:
        """Return the seconds."""
        text = text_of(node, "a length of time like 15m", owner, report)
        if text is None:
            return None
        match = _DURATION.fullmatch(text)
        if match is None or not int(match[1]):
            report.add("bad-duration", node, text=text)
            return None
        return int(match[1]) * _SECONDS[match[2]]

    def schema(self) -> Plain:
        """Return its JSON Schema."""
        about = f"{self.about} Written as 20s, 15m, 4h or 1d."
        return {"type": "string", "pattern": f"^{_DURATION.pattern}$", "description": about}


class PromiseTerm(NamedTuple):
    """The term of a promise, read as text: working days have no fixed length."""

    about: str

    def read(self, node: Node, owner: FilePlace | str, report: Report) -> Placed | None:
        """Return the text, such as `4h` or `5d`."""
        if Duration(self.about).read(node, owner, report) is None or not isinstance(node, Scalar):
            return None
        return Placed(node.text, node.line, node.column)

    def schema(self) -> Plain:
        """Return its JSON Schema."""
        return Duration(self.about).schema()


class Number(NamedTuple):
    """A number, read as text."""

    about: str

    def read(self, node: Node, owner: FilePlace | str, report: Report) -> Placed | None:
        """Return the number as text."""
        text = text_of(node, "a number", owner, report)
        if text is None:
            return None
        if not _NUMBER.fullmatch(text):
            report.add("bad-number", node, text=text)
            return None
        return Placed(text, node.line, node.column)

    def schema(self) -> Plain:
        """Return its JSON Schema."""
        return {"type": "number", "description": self.about}


_TRUTH = {"yes": True, "true": True, "no": False, "false": False}


class YesNo(NamedTuple):
    """`yes` or `no`; `true` and `false` are accepted as well."""

    about: str

    def read(self, node: Node, owner: FilePlace | str, report: Report) -> bool | None:
        """Return True for yes and False for no."""
        text = text_of(node, "yes or no", owner, report)
        if text is None:
            return None
        if text not in _TRUTH:
            guess = {"on": "yes", "y": "yes", "off": "no", "n": "no"}.get(text.lower(), "")
            report.add("not-yes-no", node, guess or nearest(text.lower(), _TRUTH), text=text)
            return None
        return _TRUTH[text]

    def schema(self) -> Plain:
        """Return its JSON Schema; editors that read YAML 1.1 see `yes` as a truth value."""
        return {"enum": ["yes", "no", True, False], "description": self.about}


class Within(NamedTuple):
    """A number from `least` to `most`, read as text."""

    about: str
    least: int
    most: int
    broken: bool = False
    """Whether it may have decimals."""

    def read(self, node: Node, owner: FilePlace | str, report: Report) -> Placed | None:
        """Return the number as text."""
        text = Number(self.about).read(node, owner, report)
        if text is None:
            return None
        whole = text.removeprefix("-").isdecimal()
        if not (whole or self.broken) or not self.least <= float(text) <= self.most:
            kind = "number" if self.broken else "whole number"
            limits: dict[str, Any] = {"least": self.least, "most": self.most}
            report.add("out-of-range", node, text=text, kind=kind, **limits)
            return None
        return text

    def schema(self) -> Plain:
        """Return its JSON Schema."""
        kind = "number" if self.broken else "integer"
        limits = {"minimum": self.least, "maximum": self.most}
        return {"type": kind, **limits, "description": self.about}


class Typed(NamedTuple):
    """A value as people type it; editors may read a number or truth value."""

    about: str

    def read(self, node: Node, owner: FilePlace | str, report: Report) -> Placed | None:
        """Return the value as text."""
        return Text(self.about).read(node, owner, report)

    def schema(self) -> Plain:
        """Return its JSON Schema."""
        return {"type": ["string", "number", "boolean"], "description": self.about}
