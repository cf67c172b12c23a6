"""`lenovo-desk doctor`: what is seen of the terminal, the clipboard and the folder."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.bench.terminal import Terminal
from tests.shipped_content import copy_compiled

HERE = {"TMUX": "", "STY": "", "DISPLAY": "", "WAYLAND_DISPLAY": "", "SSH_CONNECTION": ""}
"""A plain terminal, whatever the tests run in."""


def seen(
    data: Path, size: tuple[int, int] = (80, 24), lang: str = "fr", **env: str
) -> tuple[int, str]:
    """Return the exit status and the screen of the doctor in a real terminal."""
    copy_compiled(data)
    command = (sys.executable, "-m", "lenovo_desk", "--data", str(data), "--lang", lang, "doctor")
    with Terminal(command, size=size, env=HERE | env) as at:
        status = at.wait_for_end()
        return status, at.text


@pytest.mark.parametrize(
    ("lang", "texts"),
    [
        ("en", ("Terminal: 80x24", "Copying: sent to the terminal")),
        ("fr", ("Terminal : 80x24", "Copie : envoyée au terminal")),
        ("zh", ("终端：80x24", "复制：发送到终端")),
    ],
)
def test_a_plain_terminal_needs_nothing(tmp_path: Path, lang: str, texts: tuple[str, ...]) -> None:
    status, screen = seen(tmp_path, lang=lang)
    squeezed = screen.replace("\u00a0", " ").replace(" ", "")
    assert all(text.replace(" ", "") in squeezed for text in texts), screen
    assert status == 0
    assert "!" not in screen


@pytest.mark.parametrize(
    ("env", "advice"),
    [
        ({"DISPLAY": ":0", "PATH": "/nowhere"}, "Installez : xclip"),
        ({"WAYLAND_DISPLAY": "wayland-0", "PATH": "/nowhere"}, "Installez : wl-clipboard"),
        ({"STY": "100.pts-1.desk"}, "tmux"),
        ({"TERM_PROGRAM": "iTerm.app"}, "Applications in terminal may access"),
        ({"LC_TERMINAL": "iTerm2", "SSH_CONNECTION": "a 1 b 22"}, "Applications in terminal may"),
        ({"XTERM_VERSION": "XTerm(379)"}, "disallowedWindowOps"),
    ],
)
def test_what_can_be_bettered_is_said_with_what_to_write(
    tmp_path: Path, env: dict[str, str], advice: str
) -> None:
    status, screen = seen(tmp_path, (120, 24), **env)
    assert status == 1
    assert advice in screen.replace("\u00a0", " "), screen


def test_over_ssh_no_tool_of_this_machine_is_asked_for(tmp_path: Path) -> None:
    status, screen = seen(tmp_path, DISPLAY=":0", SSH_CONNECTION="a 1 b 22", PATH="/nowhere")
    assert (status, "xclip" in screen) == (0, False), screen


def test_a_small_window_is_said(tmp_path: Path) -> None:
    status, screen = seen(tmp_path, (70, 20))
    assert status == 1
    assert "80x24 au moins" in screen


def test_a_folder_that_cannot_be_and_settings_that_are_wrong_are_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    status, screen = seen_json(tmp_path / "file" / "data")
    assert status == 1
    assert [row["state"] for row in screen if row["check"] == "folder"] == ["not_writable"]
    settled = tmp_path / "settled"
    settled.mkdir()
    (settled / "settings.yaml").write_text("theme: pink\n")
    _, screen = seen_json(settled)
    (row,) = [row for row in screen if row["check"] == "settings"]
    assert (row["state"], row["setting"]) == ("settings_wrong", "lenovo-desk check")
    assert "pink" in row["says"]


def seen_json(data: Path) -> tuple[int, list[dict[str, Any]]]:
    """Return the exit status and the checks as a program reads them."""
    import subprocess

    command = (sys.executable, "-m", "lenovo_desk", "--data", str(data), "doctor", "--json")
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr, done.stderr
    return done.returncode, json.loads(done.stdout)
