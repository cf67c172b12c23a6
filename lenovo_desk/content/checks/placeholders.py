"""What flows and phrases want of the settings: values to fill in, terms of known deadlines."""

from lenovo_desk.content.settings_fields import SECTIONS
from lenovo_desk.content.yaml.problems import TOP, FilePlace, Problem, Report, nearest
from lenovo_desk.content.yaml.tree import Entries, Node, decode, parse_yaml
from lenovo_desk.core.ports import Library, Settings

_STATION = ("station_name", "station_phone")


def check_settings(path: str, settings: Settings, library: Library) -> list[Problem]:
    """Return what is still to be filled in, terms of no deadline, languages there are not.

    A setting that does not stand in the file is reported at its top.
    """
    report, places = Report(path), _places(path)
    flows = [card.id for card in library.cards() if not card.problems]
    for name, wanting in _wanting(flows, library).items():
        if not settings.values[name]:
            place = places.get(name, TOP)
            report.add("placeholder", place, name=name, flows=", ".join(wanting))
    deadlines = [f"{flow}.{line.id}" for flow in flows for line in library.flow(flow).deadlines]
    for name in settings.times:
        if name not in deadlines:
            place = places.get(name, TOP)
            report.add("unknown-term", place, nearest(name, deadlines), name=name)
    languages = library.languages()
    screens = tuple(sorted(library.interface_languages()))
    for key, known in (("language", screens), ("phrases", languages)):
        name = getattr(settings, key)
        if name not in known:
            place, guess = places.get(key, TOP), nearest(name, known)
            report.add("unknown-language", place, guess, name=name, known=", ".join(known))
    return sorted(report.problems, key=lambda one: (one.line, one.column))


def _wanting(flows: list[str], library: Library) -> dict[str, list[str]]:
    """Return by setting the flows that have a phrase with it."""
    names = [name for section in SECTIONS.values() for name in section]
    found: dict[str, list[str]] = {name: [] for name in (*_STATION, *names)}
    for flow in flows:
        books = [library.book(flow, language) for language in library.languages()]
        said = {blank for b in books for phrase in b.phrases.values() for blank in phrase.blanks()}
        for name in said & found.keys() - library.flow(flow).facts.keys():
            found[name].append(flow)
    return {name: wanting for name, wanting in found.items() if wanting}


def _places(path: str) -> dict[str, FilePlace]:
    """Return where the keys of a settings file stand, whatever they stand in."""
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError:
        return {}
    report = Report(path)
    text = decode(data, report)
    node = parse_yaml(text, report) if text is not None else None
    found: dict[str, FilePlace] = {}

    def collect(node: Node | None) -> None:
        for key, value in node.entries if isinstance(node, Entries) else ():
            found.setdefault(key.text, key)
            collect(value)

    collect(node)
    return found
