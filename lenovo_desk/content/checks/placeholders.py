"""Check the settings against the content: empty values, deadlines, languages."""

from lenovo_desk.content.yaml.problems import TOP, FilePlace, Problem, Report, nearest
from lenovo_desk.content.yaml.tree import Entries, Node, decode, parse_yaml
from lenovo_desk.core.ports import Library, Settings
from lenovo_desk.core.setting_uses import setting_uses
from lenovo_desk.core.time.calendar import days_off_and_on, holidays_end


def check_settings(path: str, settings: Settings, library: Library, today: str) -> list[Problem]:
    """Return the problems of empty values, the calendar, unknown deadlines and languages.

    They are in the order of the file; a setting missing from it is reported at its top. `today` is
    the date of the desk as `YYYY-MM-DD`.
    """
    report, places = Report(path), _places(path)
    flows = [card.id for card in library.cards() if not card.problems]
    for name, uses in setting_uses(library).items():
        if not settings.values.get(name, name):
            users = dict.fromkeys(use.flow for use in uses)
            report.add("placeholder", places.get(name, TOP), name=name, flows=", ".join(users))
    deadlines = [f"{flow}.{line.id}" for flow in flows for line in library.flow(flow).deadlines]
    for name in settings.times:
        if name not in deadlines:
            place = places.get(name, TOP)
            report.add("unknown-term", place, nearest(name, deadlines), name=name)
    for day in days_off_and_on(settings.calendar):
        report.add("day-off-and-on", places.get("workdays", TOP), day=day)
    if year := holidays_end(settings.calendar, today):
        report.add("holidays-end", places.get("holidays", TOP), year=year)
    languages = library.languages()
    screens = tuple(sorted(library.interface_languages()))
    for key, names in (("language", screens), ("phrases", languages)):
        name = getattr(settings, key)
        if name not in names:
            place, guess = places.get(key, TOP), nearest(name, names)
            report.add("unknown-language", place, guess, name=name, known=", ".join(names))
    return sorted(report.problems, key=lambda problem: (problem.line, problem.column))


def _places(path: str) -> dict[str, FilePlace]:
    """Return the places of all keys of a settings file, at any depth."""
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError:
        return {}
    report = Report(path)
    text = decode(data, report)
    node = parse_yaml(text, report) if text is not None else None
    places: dict[str, FilePlace] = {}

    def collect(node: Node | None) -> None:
        for key, value in node.entries if isinstance(node, Entries) else ():
            places.setdefault(key.text, key)
            collect(value)

    collect(node)
    return places
