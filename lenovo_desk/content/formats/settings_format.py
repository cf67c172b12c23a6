"""The format of the settings file, and how to read it with its problems."""

from collections.abc import Callable
from typing import Any

from lenovo_desk.content.countries import COUNTRIES
from lenovo_desk.content.formats.settings_keys import KeyTable, usable_keys
from lenovo_desk.content.settings_fields import ADDRESSES, CONTACTS, DOCUMENTED, LINKS, NUMBERS
from lenovo_desk.content.yaml.collections import ListOf, MapOf, RecordOf, Required
from lenovo_desk.content.yaml.problems import FilePlace, Placed, Problem, Report, plain_text
from lenovo_desk.content.yaml.scalars import Shape, Text, Word, YesNo
from lenovo_desk.content.yaml.tree import Node, Scalar, decode, parse_yaml
from lenovo_desk.core.model.country import COUNTRY_BY_ZONE
from lenovo_desk.core.model.flow import FactSpec, Plain
from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.ports import SIGNS
from lenovo_desk.core.text import is_blank
from lenovo_desk.core.time.calendar import WEEKDAYS, parse_hours, parse_term
from lenovo_desk.core.time.clock import Stamp
from lenovo_desk.core.values.parse_value import Entry, parse_value

_ENTRY = Entry(Stamp(0.0, "", 0.0), "UTC")


class MayBeEmpty(NamedTuple):
    """A value that may be left empty."""

    shape: Shape
    kind: str = ""
    """The type of fact that the value must fit; empty for any value."""

    @property
    def about(self) -> str:
        """The description of the setting."""
        return self.shape.about

    def read(self, node: Node, owner: FilePlace | str, report: Report) -> Any:
        """Return the value; an empty text when it is empty or does not fit."""
        if isinstance(node, Scalar) and is_blank(node.text):
            return ""
        value = self.shape.read(node, owner, report)
        if value and self.kind:
            fit = parse_value(FactSpec("it", self.kind, short=True), value, _ENTRY)
            if not isinstance(fit, str):
                report.add("bad-setting", node, text=value, kind=self.kind)
                return ""
        return value

    def schema(self) -> Plain:
        """Return its JSON Schema."""
        return {"anyOf": [self.shape.schema(), {"type": "string", "maxLength": 0}]}


class CheckedText(NamedTuple):
    """A text that a parser of core must accept."""

    about: str
    kind: str
    """Its name in a problem."""
    reader: Callable[[str], object]
    """Returns a false value for a text that it does not accept."""

    def read(self, node: Node, owner: FilePlace | str, report: Report) -> Placed | None:
        """Return the text; None after reporting that the parser does not accept it."""
        text = Text(self.about).read(node, owner, report)
        if text is not None and not self.reader(text):
            report.add("bad-setting", node, text=text, kind=self.kind)
            return None
        return text

    def schema(self) -> Plain:
        """Return its JSON Schema."""
        return Text(self.about).schema()


def _date(text: str) -> bool:
    """Return whether a text is a date as `YYYY-MM-DD`, which `core.time.calendar` reads."""
    return parse_value(FactSpec("it", "date"), text, _ENTRY) == text.strip()


def _check_phones(plain: dict[str, Any], zone: str, report: Report) -> None:
    """Report and empty the telephone numbers that are none in the desk's country.

    Where a time zone only suggests the country, those that can be read without one count as well.
    """
    country = plain.get("country", "").upper()
    countries = [country] if country else [COUNTRY_BY_ZONE.get(zone, ""), ""]
    numbers = plain.get("numbers", {})
    places = [(plain, "station_phone"), *((numbers, name) for name in numbers)]
    for owner, name in (*places, *((agent, "phone") for agent in plain.get("agents", ()))):
        text, spec = owner.get(name), FactSpec("it", "phone", short=True)
        if not text or text == DOCUMENTED.get(name):
            continue
        readings = [parse_value(spec, text, _ENTRY._replace(country=code)) for code in countries]
        if not any(isinstance(reading, str) for reading in readings):
            report.add("bad-setting", text, text=text, kind="phone")
            owner[name] = ""


_HOURS = CheckedText(
    "Working hours, such as 9:00-12:00 13:00-18:00.",
    "working time (as in 9:00-12:00 13:00-18:00; a night is two: 22:00-24:00, then 0:00-6:00 the "
    "next day)",
    parse_hours,
)
_DAY = CheckedText("A day, such as 2026-10-01.", "date (as in 2026-10-01)", _date)
_COUNTRY = CheckedText(
    "The desk's country, such as CN or FR.",
    f"country (known are {', '.join(COUNTRIES)})",
    lambda text: text.upper() in COUNTRIES,
)
_LANGUAGE = Word("A language, as in scripts_xx.")
SETTINGS = RecordOf(
    {
        "agents": ListOf(
            RecordOf(
                {
                    "id": Required(Word("Their short name.")),
                    "name": Required(Text("Their name, as customers are told it.")),
                    "initials": MayBeEmpty(Text("Their initials, to sign a post.")),
                    "role": MayBeEmpty(Word("Their role.")),
                    "phone": MayBeEmpty(Text("Their number, as customers are told it.")),
                },
                "Someone who works at this desk.",
            ),
            "Who works at this desk.",
        ),
        "agent": MayBeEmpty(Word("Who is at the desk now.")),
        "language": _LANGUAGE,
        "phrases": _LANGUAGE,
        "country": MayBeEmpty(_COUNTRY),
        "theme": Word("The colours.", ("dark", "light", "contrast")),
        "signs": Word("How lines, arrows and ticks are painted.", SIGNS),
        "clipboard": Word("Where copies go.", ("auto", "terminal", "system", "off")),
        "links": RecordOf(
            {name: MayBeEmpty(Text("An address."), "url") for name in LINKS}, "Links of phrases."
        ),
        "numbers": RecordOf(
            {name: MayBeEmpty(Text("A telephone number.")) for name in NUMBERS}, "Numbers."
        ),
        "addresses": RecordOf(
            {name: MayBeEmpty(Text("An address.")) for name in ADDRESSES}, "Addresses."
        ),
        "contacts": RecordOf(
            {name: MayBeEmpty(Text("Whom to call, and how.")) for name in CONTACTS},
            "Whom to notify.",
        ),
        "station_name": MayBeEmpty(Text("The station's name.")),
        "station_phone": MayBeEmpty(Text("The station's number.")),
        "sms_by_system": YesNo("Whether a system texts customers who comes, before a visit."),
        "calendar": RecordOf(
            {
                **{day: MayBeEmpty(_HOURS) for day in WEEKDAYS},
                "holidays": ListOf(_DAY, "Days that are not worked."),
                "workdays": ListOf(_DAY, "Days that are worked all the same."),
            },
            "The working time of this desk.",
        ),
        "times": MapOf(
            CheckedText(
                "A length of time, such as 48h, 5d or 1h work.",
                "length of time (as in 48h, 5d or 1h work)",
                parse_term,
            ),
            "Terms of deadlines, set for this desk.",
            Word("A flow and its deadline, such as eight_d.d4.", dotted=True),
        ),
        "keys": MapOf(
            Text("Keys, parted by commas, such as y,f2."),
            "Keys of commands.",
            Word("A command, such as desk.copy.", dotted=True),
        ),
        "content": MayBeEmpty(Text("A folder of own flows and scripts.")),
        "classroom": MayBeEmpty(Text("The folder of a class, where mock calls go.")),
    },
    "The settings of the desk.",
)


def read_settings(
    data: bytes, path: str, zone: str, key_table: Callable[[], KeyTable]
) -> tuple[Plain, list[Problem]]:
    """Return the usable settings as plain values, and every problem of the file.

    `data` is the content of the file, `path` its name in problems; the time zone `zone` suggests
    the country where the file sets none. `key_table` is called only when the file sets keys.
    """
    report = Report(path)
    text = decode(data, report)
    node = parse_yaml(text, report) if text is not None else None
    plain: Any = SETTINGS.read(node, "the file", report) if node is not None else None
    plain = plain or {}
    agents, ids = [], set()
    for agent in plain.get("agents", ()):
        if "id" in agent and "name" in agent and agent["id"] not in ids:
            agents.append(agent)
        elif "id" in agent and "name" in agent:
            report.add("agent-twice", agent["id"], name=agent["id"])
        ids.add(agent.get("id"))
    if "agents" in plain:
        plain["agents"] = agents
    if plain.get("agent") and plain["agent"] not in ids:
        report.add("unknown-agent", plain["agent"], name=plain["agent"])
    _check_phones(plain, zone, report)
    if plain.get("keys"):
        plain["keys"] = usable_keys(plain["keys"], key_table(), report)
    return plain_text(plain), report.problems
