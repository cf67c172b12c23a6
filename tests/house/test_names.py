"""A stranger finds every line: no folder too full, no name twice, no value named by having it."""

from collections import defaultdict

from tests.house.plan import (
    Class,
    ancestors,
    classes,
    height,
    modules,
    public_names,
    value_names,
)

FULL = 20
"""Files that a folder may hold, style sheets included."""
TALL, WIDE = 3, 25
"""Classes of ours above a class; its methods, inherited ones of ours among them."""
SCREEN = "BaseScreen"
"""The screen that all others are: its methods count for none of them."""

FILES_TWICE = {
    "commands.py": "the one table of commands of its room: of the program, of its screens"
}
"""File names that stand twice, each with the reason."""

NAMES_TWICE: dict[str, str] = {
    "arguments": "every command adds its arguments under this name: the table calls it",
    "run": "every command is run under this name: the table calls it",
}
"""Public classes and functions that stand twice, each with the reason."""

NO_NAMES = frozenset(
    (
        *("found", "told", "known", "made", "one", "shown", "said", "given", "kept", "here"),
        *("seen", "wanted", "asked", "listed", "held", "heard", "tried", "gone", "typed"),
        *("drawn", "taken", "put", "got"),
    )
)
"""These say that one has a value, not what it is."""

NAMES_KEPT = {
    "core/model/case.py": {"heard": "the field of the journals that it folds"},
    "core/model/flow.py": {"known": "the word of authors: `{known: false}`"},
    "core/model/mock_acts.py": {"heard": "a field of journals"},
}
"""Names of that kind that are on disk, by module, each with the reason."""


def test_no_folder_holds_more_files_than_one_can_read_at_a_glance() -> None:
    folders = {module.path.parent for module in modules()}
    counts = {folder: sum(path.is_file() for path in folder.iterdir()) for folder in folders}
    assert {str(folder): count for folder, count in counts.items() if count > FULL} == {}


def test_no_file_name_stands_twice_but_for_a_reason() -> None:
    places: dict[str, list[str]] = defaultdict(list)
    for module in modules():
        if not module.path.name.startswith("__"):
            places[module.path.name].append(module.place)
    twice = {name: where for name, where in places.items() if len(where) > 1}
    assert {name: twice[name] for name in twice.keys() - FILES_TWICE.keys()} == {}
    assert FILES_TWICE.keys() <= twice.keys(), "a reason that is needed no more"


def test_no_public_name_stands_twice_but_for_a_reason() -> None:
    places: dict[str, list[str]] = defaultdict(list)
    for module in modules():
        for name in public_names(module):
            places[name].append(module.place)
    twice = {name: where for name, where in places.items() if len(where) > 1}
    assert {name: twice[name] for name in twice.keys() - NAMES_TWICE.keys()} == {}
    assert NAMES_TWICE.keys() <= twice.keys(), "a reason that is needed no more"


def test_a_value_is_named_by_what_it_is() -> None:
    named = [
        f"{module.place}:{line} {name}"
        for module in modules()
        for name, line in value_names(module)
        if name.strip("_") in NO_NAMES and name not in NAMES_KEPT.get(module.place, ())
    ]
    assert named == []


def test_no_class_is_a_tower() -> None:
    towers = {
        str(child): (height(child), methods)
        for child in classes()
        if (methods := _methods(child)) > WIDE or height(child) > TALL
    }
    assert towers == {}


def _methods(child: Class) -> int:
    above = [parent for parent in ancestors(child) if parent.name != SCREEN]
    return child.methods + sum(parent.methods for parent in above)
