"""The pages for people point at what is there."""

import re
from pathlib import Path

import pytest

from lenovo_desk.cli.commands import COMMANDS

ROOT = Path(__file__).parent.parent
PAGES = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", ".readme/manual.md", "flows/README.md")
MAP = (ROOT / "CONTRIBUTING.md").read_text("utf-8")


@pytest.mark.parametrize("name", PAGES)
def test_every_link_of_a_page_leads_to_a_file(name: str) -> None:
    page = ROOT / name
    links = re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_the_manual_describes_every_command() -> None:
    page = (ROOT / ".readme" / "manual.md").read_text("utf-8")
    rows = [line for line in page.splitlines() if line.startswith("| `")]
    usages = [command.usage.replace("...", "…") for command in COMMANDS.values()]
    missing = [
        one for one in usages if not any(re.search(rf"[` ]{re.escape(one)}`", r) for r in rows)
    ]
    assert missing == []


@pytest.mark.parametrize(("name", "most"), [("README.md", 120), ("CONTRIBUTING.md", 200)])
def test_a_page_stays_short(name: str, most: int) -> None:
    assert len((ROOT / name).read_text("utf-8").splitlines()) <= most


@pytest.mark.parametrize(
    "path", sorted(set(re.findall(r"`([\w./]+(?:/|\.\w+))(?::[\w.]+)?`", MAP)))
)
def test_the_map_names_files_and_folders_that_exist(path: str) -> None:
    path = path.replace("scripts_xx", "scripts_fr")
    if path not in (".tcss", "interface.yaml"):
        assert (ROOT / path).exists() or (ROOT / "lenovo_desk" / path).exists()


@pytest.mark.parametrize(("path", "name"), sorted(set(re.findall(r"`([\w/]+\.py):([\w.]+)`", MAP))))
def test_the_map_names_functions_that_are_in_their_files(path: str, name: str) -> None:
    code = (ROOT / "lenovo_desk" / path).read_text("utf-8")
    for part in name.split("."):
        assert re.search(rf"^\s*(?:async )?(?:def|class) {part}\b|^{part}\b.* =", code, re.M)


def test_the_modules_that_the_map_runs_are_there() -> None:
    names = set(re.findall(r"python -m (tests[\w.]+)", MAP))
    paths = [ROOT / name.replace(".", "/") for name in sorted(names)]
    assert names
    assert [one for one in paths if not (one.with_suffix(".py").exists() or one.is_dir())] == []


def test_the_map_names_every_folder_of_the_program() -> None:
    packages = (path.parent for path in (ROOT / "lenovo_desk").rglob("__init__.py"))
    folders = {path.relative_to(ROOT / "lenovo_desk").as_posix() for path in packages} - {"."}
    rooms = {name for name in folders if "/" not in name}
    assert {name for name in folders - rooms if f"`{name}/`" not in MAP} == set()
    assert {name for name in rooms if not re.search(rf"\b{name}\b", MAP)} == set()
