"""Copying: keys never wait for it, and it is said as far as it is known."""

import asyncio
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.shipped_content import copy_compiled
from tests.tui.driver import SETTINGS, Driver, desk
from tests.tui.scenes import DELAYED

pytestmark = pytest.mark.slow

AUTO = SETTINGS.replace("clipboard: terminal", "clipboard: auto")
TAKES = 'cat > "{folder}/{name}.taken"'
FAILS = "cat > /dev/null; exit 1"
HANGS = "exec sleep 30"


@pytest.fixture
def tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """Put clipboard tools of one's own on the path; return the folder of what they took."""

    def put(**scripts: str) -> Path:
        folder = tmp_path / "bin"
        folder.mkdir()
        for name, script in scripts.items():
            name = name.replace("_", "-").replace("-exe", ".exe")
            path = folder / name
            path.write_text("#!/bin/sh\n" + script.format(folder=folder, name=name) + "\n")
            path.chmod(0o755)
        for name in ("cat", "sleep"):
            path = folder / name
            path.symlink_to(shutil.which(name) or name)
        monkeypatch.setenv("PATH", str(folder))
        return folder

    return put


async def said(d: Driver, text: str, seconds: float = 30.0) -> None:
    """Wait until the last row has said a text."""
    end = time.monotonic() + seconds
    while text not in d.last_row and time.monotonic() < end:
        await asyncio.sleep(0.05)
        await d.settle()
    d.shows(text)


async def test_a_tool_that_hangs_keeps_no_key_waiting(
    tmp_path: Path, tools: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    tools(wl_copy=HANGS)
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    async with desk(tmp_path, settings=AUTO) as d:
        await d.press(*DELAYED)
        began = time.monotonic()
        await d.press("c")
        d.shows("Copie en cours…")
        await d.press("b")
        assert time.monotonic() - began < 2.0, "the tool has four seconds of its own"
        assert d.step == "complaint"
        await said(d, "Envoyé au terminal seulement")
        assert d.last_row.startswith("!")
        d.shows("wl-copy")
        assert d.clipboard.startswith("Bonjour")


async def test_copied_is_said_once_a_tool_has_taken_the_text(
    tmp_path: Path, tools: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tools(wl_copy=FAILS, xclip=TAKES)
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    monkeypatch.setenv("DISPLAY", ":0")
    async with desk(tmp_path, settings=AUTO) as d:
        await d.press(*DELAYED, "c")
        await said(d, "Copié.")
        assert not d.last_row.startswith("!")
        assert (folder / "xclip.taken").read_text() == d.clipboard


async def test_in_wsl_the_clipboard_of_windows_is_filled(
    tmp_path: Path, tools: Callable[..., Path]
) -> None:
    folder = tools(clip_exe=TAKES)
    async with desk(tmp_path, settings=AUTO) as d:
        await d.press(*DELAYED, "c")
        await said(d, "Copié.")
        assert (folder / "clip.exe.taken").read_bytes().decode("utf-16-le") == d.clipboard


async def test_the_second_of_two_copies_counts(
    tmp_path: Path, tools: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tools(xclip=f"sleep 0.6; {TAKES}")
    monkeypatch.setenv("DISPLAY", ":0")
    async with desk(tmp_path, settings=AUTO) as d:
        await d.press(*DELAYED, "c", "v", "c")
        second = d.clipboard
        await said(d, "Copié.")
        await asyncio.sleep(0.8)
        assert (folder / "xclip.taken").read_text() == second


async def test_over_ssh_nothing_claims_to_be_copied(
    tmp_path: Path, tools: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tools(xclip=TAKES)
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("SSH_CONNECTION", "10.0.0.2 50000 10.0.0.1 22")
    async with desk(tmp_path, settings=AUTO) as d:
        await d.press(*DELAYED, "c")
        d.shows("Envoyé au terminal.").hides("Copié")
        assert not (folder / "xclip.taken").exists()


@pytest.mark.parametrize("scripts", [{}, {"xsel": FAILS}], ids=["none", "fails"])
async def test_without_the_terminal_a_copy_that_failed_says_so(
    tmp_path: Path,
    tools: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
    scripts: dict[str, str],
) -> None:
    tools(**scripts)
    monkeypatch.setenv("DISPLAY", ":0")
    only = SETTINGS.replace("clipboard: terminal", "clipboard: system")
    async with desk(tmp_path, settings=only) as d:
        await d.press(*DELAYED, "c")
        await said(d, "Rien n’est copié")
        assert d.clipboard == ""


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[Callable[..., str]]:
    """Run a tmux server of one's own."""

    def run(*words: str) -> str:
        command = ("tmux", "-S", str(tmp_path / "socket"), "-f", "/dev/null", *words)
        done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=30)
        return done.stdout

    yield run
    subprocess.run(("tmux", "-S", str(tmp_path / "socket"), "kill-server"), check=False)


@pytest.mark.parametrize("setting", ["external", "off", "on"])
def test_tmux_keeps_a_copy_whatever_it_does_with_the_terminal(
    tmp_path: Path, tmux: Callable[..., str], setting: str
) -> None:
    data = tmp_path / "data"
    data.mkdir(mode=0o700)
    (data / "settings.yaml").write_text(AUTO)
    copy_compiled(data)
    desk_command = f"{sys.executable} -m lenovo_desk --data {data} --lang fr start social_triage"
    tmux("new-session", "-d", "-x", "100", "-y", "30", f"cd {os.getcwd()}; {desk_command}")
    tmux("set-option", "-g", "set-clipboard", setting)
    tmux("set-buffer", "le client d’avant")

    def wait_for(text: str) -> None:
        end = time.monotonic() + 30
        while text not in (screen := tmux("capture-pane", "-p")):
            assert time.monotonic() < end, screen
            time.sleep(0.1)

    wait_for("Lire tout")
    for key in (*DELAYED[1:], "c"):
        tmux("send-keys", key)
        time.sleep(0.4)
    wait_for("tmux le garde aussi")
    assert tmux("show-buffer").startswith("Bonjour")
