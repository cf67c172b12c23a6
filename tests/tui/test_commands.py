"""The table of commands: every key comes from it, and any can be moved."""

import pkgutil
import re
from collections.abc import Mapping
from importlib import import_module
from inspect import signature
from pathlib import Path
from typing import Any

import pytest
from textual.binding import BindingsMap

import lenovo_desk.tui
from lenovo_desk.content.settings import YamlSettings
from lenovo_desk.core.ports import Settings
from lenovo_desk.tui.app import DeskApp
from lenovo_desk.tui.command_words import key_table, label
from lenovo_desk.tui.commands import (
    APP,
    BY_ID,
    COMMANDS,
    SCOPES,
    KeyCommand,
    key_parts,
    of_scope,
)
from lenovo_desk.tui.key_clashes import DIGITS, Clash, clashes
from lenovo_desk.tui.kit.base_screen import BaseModal, BaseScreen, bindings_of
from tests.shipped_content import library
from tests.tui.driver import SETTINGS, desk
from tests.tui.scenes import DELAYED

pytestmark = pytest.mark.slow

BLANK = re.compile(r"\{\w+\}")
ROOT = Path(__file__).parents[2]


def screens() -> list[type[BaseScreen[Any]]]:
    """Return every screen of the program."""
    for module in pkgutil.walk_packages(lenovo_desk.tui.__path__, "lenovo_desk.tui."):
        import_module(module.name)
    found: list[type[BaseScreen[Any]]] = []
    waiting: list[type[BaseScreen[Any]]] = [BaseScreen]
    while waiting:
        classes = waiting.pop().__subclasses__()
        found += [one for one in classes if one.__module__.startswith("lenovo_desk.")]
        waiting += classes
    return [one for one in found if one is not BaseModal]


def ids(bindings: BindingsMap) -> set[str | None]:
    """Return the ids of bindings that are not Textual's own."""
    stock = BindingsMap(BaseScreen.__mro__[1].__dict__["BINDINGS"])
    return {
        binding.id
        for key, some in bindings.key_to_bindings.items()
        for binding in some
        if binding not in stock.key_to_bindings.get(key, [])
    }


def test_every_binding_of_every_screen_is_of_the_table() -> None:
    for screen in screens():
        bound = screen.__dict__.get("BINDINGS", [])
        assert bound == (bindings_of(screen.SCOPE) if "SCOPE" in screen.__dict__ else [])
        assert ids(screen._merged_bindings or BindingsMap()) <= set(BY_ID), screen
    assert bindings_of(APP) == DeskApp.BINDINGS


def test_every_scope_is_of_one_screen() -> None:
    owned = [one.SCOPE for one in screens() if "SCOPE" in one.__dict__]
    assert sorted(owned) == sorted({*SCOPES} - {APP})


def test_ids_stand_once() -> None:
    assert len(BY_ID) == len(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_what_a_command_runs_is_there(command: KeyCommand) -> None:
    module, colon, name = command.run.partition(":")
    if colon:
        function = getattr(import_module(f"lenovo_desk.tui.{module}"), name)
        assert len(signature(function).parameters) >= 1
        return
    action = f"action_{command.run.partition('(')[0]}"
    owners: list[type] = [one for one in screens() if one.SCOPE in command.scopes]
    owners += [DeskApp] if APP in command.scopes else []
    assert owners
    for owner in owners:
        assert callable(getattr(owner, action)), owner


@pytest.mark.parametrize("scope", SCOPES)
def test_no_two_commands_of_a_screen_share_a_key(scope: str) -> None:
    keys = [key for command in of_scope(scope) for key in key_parts(command.keys)]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("language", ["zh", "fr", "en"])
def test_every_command_has_a_word_in_every_language(language: str) -> None:
    words = library().words(language)
    for command in COMMANDS:
        assert not command.word or label(command.word, words), command


def test_the_readme_lists_the_keys_as_the_table_has_them() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    table = readme.partition("<!-- keys -->\n")[2].partition("\n<!-- /keys -->")[0]
    assert table == key_table(library().words("en"))


def test_a_key_that_is_free_clashes_with_nothing() -> None:
    assert clashes({"desk.copy": "j,f2"}) == ()
    assert clashes({"desk.copy": "v,f2", "desk.next_phrase": "c,f3"}) == ()


@pytest.mark.parametrize(
    ("remapped", "clash"),
    [
        ({"desk.copy": "v"}, Clash("desk.copy", "desk.next_phrase", "v")),
        ({"desk.copy": "?"}, Clash("desk.copy", "app.help", "question_mark")),
        ({"desk.copy": "/"}, Clash("desk.copy", "desk.find", "slash")),
        ({"app.blank": "v"}, Clash("app.blank", "desk.next_phrase", "v")),
        ({"desk.copy": "3"}, Clash("desk.copy", DIGITS, "3")),
        ({"desk.copy": "-"}, Clash("desk.copy", DIGITS, "minus")),
        ({"desk.copy": "j", "desk.zoom": "f12, j"}, Clash("desk.copy", "desk.zoom", "j")),
    ],
)
def test_two_commands_of_one_screen_clash_on_a_key(
    remapped: Mapping[str, str], clash: Clash
) -> None:
    assert clash in clashes(remapped)


def test_a_key_that_the_table_shares_may_stay_shared() -> None:
    assert clashes({"app.help": "f1"}) == ()


def test_a_key_of_another_screen_is_free() -> None:
    assert clashes({"home.agent": "c"}) == ()


async def test_a_remapped_key_is_the_one_that_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stock = YamlSettings.current
    keys = {"desk.hold": "j,f2", "desk.copy": "c", "home.board": "?", "app.help": "f1"}

    def current(file: YamlSettings) -> Settings:
        settings: Settings = stock.__get__(file)
        return settings._replace(keys=keys)

    monkeypatch.setattr(YamlSettings, "current", property(current))
    async with desk(tmp_path, size=(140, 40)) as d:
        d.shows("? délais", "F1 toutes les touches")
        await d.press(*DELAYED, "h")
        assert d.case.holding is None
        await d.press("j")
        assert d.case.holding is not None
        await d.press("f2")
        assert d.case.holding is None
        await d.press("f1")
        d.shows("j F2 Faire patienter le client")
        await d.press("escape", "slash")
        await d.type("patienter")
        d.shows("patienter", "j")


async def test_keys_of_the_settings_file_work_and_are_named(tmp_path: Path) -> None:
    keys = "keys:\n  desk.hold: j,ctrl+y\n  desk.copy: v\n  app.help: f1\n"
    keys += "  desk.note: '!, f24'\n"
    async with desk(tmp_path, size=(140, 40), settings=SETTINGS + keys) as d:
        [problem] = d.app.settings.problems
        assert "settings.yaml:" in problem
        assert '"v" is also a key of "desk.next_phrase"' in problem
        await d.press(*DELAYED)
        assert "! note" in d.keys_row
        assert "c copier" in d.keys_row, "what clashes is as if unset"
        assert "F1 toutes les touches" in d.last_row
        await d.press("h")
        assert d.case.holding is None
        await d.press("j")
        assert d.case.holding is not None
        await d.press("ctrl+y")
        assert d.case.holding is None
        await d.press("f1")
        d.shows("j ^Y Faire patienter le client", "c F2")
        await d.press("escape", "exclamation_mark")
        await d.type("rappel")
        await d.press("enter")
        assert [note.text for note in d.case.notes] == ["rappel"]


async def test_hints_name_the_keys_of_the_settings(tmp_path: Path) -> None:
    keys = "keys:\n  page.close: w\n  page.copy: y\n  pick.close: f9\n  form.close: f8\n"
    keys += "  qr.next: n\n"
    async with desk(tmp_path, size=(140, 40), settings=SETTINGS + keys) as d:
        await d.press("slash")
        assert "F9 retour à l’accueil" in d.keys_row
        await d.press("escape")
        assert "F9 retour à l’accueil" in d.keys_row, "what is remapped no longer does it"
        await d.press("f9", *DELAYED, "z")
        assert d.keys_row.startswith("y copier w retour au dossier")
        await d.press("w", "p")
        assert d.keys_row.startswith("Entrée ligne suivante F8 retour au dossier")
        await d.press("f8", "q")
        assert "Échap retour au dossier" in d.keys_row


@pytest.mark.parametrize("scope", SCOPES)
def test_a_blank_for_a_key_means_one_command_of_a_screen(scope: str) -> None:
    names = [command.id.partition(".")[2] for command in of_scope(scope)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("language", ["zh", "fr", "en"])
def test_no_word_of_a_key_names_a_key(language: str) -> None:
    words = library().words(language)
    for name, text in words.items():
        own = name.rpartition(".")[2]
        if own in ("hint", "enter", "leave") or own.startswith("enter_"):
            assert not BLANK.search(text.replace("{value}", "").replace("{name}", "")), name


async def test_keys_follow_settings_that_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys: dict[str, str] = {}
    stock = YamlSettings.current
    monkeypatch.setattr(
        YamlSettings, "current", property(lambda file: stock.__get__(file)._replace(keys=keys))
    )
    async with desk(tmp_path) as d:
        keys["home.agent"] = "j"
        d.app.set_up("theme", "light")
        await d.settle()
        assert "j conseiller" in d.last_row
        await d.press("j")
        assert "a conseiller" not in d.last_row


def test_commands_are_read_without_textual() -> None:
    import subprocess
    import sys

    code = "import sys, lenovo_desk.tui.commands, lenovo_desk.tui.command_words; "
    code += "print(any(name.partition('.')[0] in ('textual', 'rich') for name in sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"


def test_no_key_of_a_case_waits_for_an_import(tmp_path: Path) -> None:
    import subprocess
    import sys

    code = (
        "import asyncio, sys; from pathlib import Path; from tests.tui.driver import desk;"
        "from tests.tui.scenes import ESCALATION;"
        "from lenovo_desk.tui.commands import of_scope\n"
        "async def run():\n"
        "    assert 'phonenumbers' not in sys.modules, 'the start waits for it'\n"
        "    async with desk(Path(sys.argv[1])) as d:\n"
        "        await d.seconds(2)\n"
        "        await d.press(*ESCALATION, 'f')\n"
        "        await d.seconds(3)\n"
        "        modules = {c.run.partition(':')[0] for c in of_scope('desk') if ':' in c.run}\n"
        "        names = {'phonenumbers', *(f'lenovo_desk.tui.{m}' for m in modules)}\n"
        "        print(sorted(names - sys.modules.keys()))\n"
        "asyncio.run(run())\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "[]"
