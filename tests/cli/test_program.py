"""What holds for every command: help, exit status, one line on standard error, quiet ends."""

import os
import shlex
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from lenovo_desk import __version__
from lenovo_desk.cli.commands import COMMANDS
from tests.cli.cases import THANKED, put
from tests.cli.program import ROOT, Program

pytestmark = pytest.mark.slow


def test_help_names_every_command(desk: Program) -> None:
    told = desk("--help")
    assert told.status == 0
    assert all(command.usage in told.out for command in COMMANDS.values())
    assert desk("--version").out == f"lenovo-desk {__version__}\n"


def test_the_readme_names_every_command() -> None:
    told = (ROOT / "README.md").read_text("utf-8")
    usages = [command.usage.replace("...", "…") for command in COMMANDS.values()]
    assert [
        one for one in usages if f"lenovo-desk {one}`" not in told and f"`{one}`" not in told
    ] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(desk: Program, name: str) -> None:
    told = desk(*name.split(), "--help")
    assert told.status == 0
    assert told.out.startswith(f"usage: lenovo-desk {name}")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_refuses_what_it_does_not_know(desk: Program, name: str) -> None:
    told = desk(*name.split(), "--nonsense")
    assert told.status == 2
    assert f"lenovo-desk {name}" in told.one_line()


def test_an_unknown_command_is_bad_usage_with_a_guess(desk: Program) -> None:
    told = desk("wolk")
    assert told.status == 2
    assert 'Did you mean "walk"?' in told.one_line()


def test_options_stand_before_or_after_the_command(desk: Program) -> None:
    other = str(desk.folder / "other")
    put(Path(other), "first", *THANKED)
    for words in (("--data", other, "log", "--json"), ("log", "--json", f"--data={other}")):
        assert [one["case"] for one in desk(*words).json()] == ["first"]
    assert desk("log", "--json").json() == []


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="writes what root cannot")
def test_a_data_folder_that_cannot_be_written_hides_no_content(desk: Program) -> None:
    for words in (("flows",), ("walk", "social_triage", "public_positive"), ("board",), ("log",)):
        told = desk(*words, "--data", "/proc/nothing")
        assert (told.status, told.err) == (0, "")


def test_a_data_folder_that_is_a_file_is_one_line(desk: Program) -> None:
    desk.data.write_text("", "utf-8")
    assert desk("walk", "social_triage", "public_positive").status == 0
    for words in (("log",), ("board",)):
        told = desk(*words)
        assert told.status in (0, 1)
        assert len(told.err.splitlines()) <= 1
        assert "Traceback" not in told.err


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of its own")
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
@pytest.mark.parametrize("words", ["board", "log --json", "flows", "--help"])
def test_a_stream_closed_from_the_start_takes_all_and_says_nothing(
    desk: Program, words: str, closed: str
) -> None:
    line = f"{shlex.join(desk.command())} {words} {closed}"
    done = subprocess.run(line, shell=True, env=desk.env, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert bool(done.stdout) == (closed == "2>&-")
    assert not (desk.data / "crashes").exists()


def test_a_closed_pipe_is_quiet(desk: Program) -> None:
    reader, writer = os.pipe()
    os.close(reader)  # before the program starts: nothing it writes can fit in the pipe
    try:
        done = subprocess.run(
            desk.command("walk", "social_triage", "public_positive", "--json"),
            stdout=writer,
            stderr=subprocess.PIPE,
            env=desk.env,
            cwd=desk.folder,
            check=False,
        )
    finally:
        os.close(writer)
    assert (done.returncode, done.stderr) == (1, b"")


def test_ctrl_c_is_quiet(desk: Program) -> None:
    code = (
        "import os, signal; from lenovo_desk.cli import main, commands;"
        "main.open_streams = lambda: None;"
        # whoever runs the tests in the background may have had it ignored
        "signal.signal(signal.SIGINT, signal.default_int_handler);"
        f"commands.run_words = lambda *_: os.kill(os.getpid(), {signal.SIGINT:d});"
        "raise SystemExit(main.main(['flows']))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, env=desk.env, cwd=ROOT)
    assert (done.returncode, done.stderr) == (130, b"")


def test_what_nobody_expected_is_one_line_and_a_report_without_values(desk: Program) -> None:
    code = (
        "from lenovo_desk.cli import main; from lenovo_desk.cli.walk import walk;"
        "def fail(options, services, out): raise ValueError('Jeanne Dupont')\n"
    ).replace(";def", "\ndef")
    code += "walk.run = fail\nraise SystemExit(main.main(['walk', 'social_triage', 'note:Jeanne']))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, env=desk.env, cwd=ROOT)
    assert done.returncode == 1
    (line,) = done.stderr.decode().splitlines()
    (report,) = (desk.data / "crashes").iterdir()
    assert str(report) in line
    assert "Jeanne" not in line + report.read_text("utf-8")
    assert "ValueError" in report.read_text("utf-8")
    assert report.stat().st_mode & 0o077 == 0 or os.name == "nt"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is always full")
def test_output_that_cannot_be_written_is_one_line(desk: Program) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            desk.command("flows"), stdout=full, stderr=subprocess.PIPE, env=desk.env, cwd=ROOT
        )
    assert done.returncode == 1
    (line,) = done.stderr.decode().splitlines()
    assert "the output" in line
    assert not (desk.data / "crashes").exists()


def test_a_broken_settings_file_is_told_and_counts_as_unset(desk: Program) -> None:
    desk.data.mkdir()
    (desk.data / "settings.yaml").write_text("agents: []\nphrases: fr\nthem: dark\n", "utf-8")
    told = desk("walk", "social_triage", "public_positive")
    assert told.status == 0
    assert "settings.yaml:3:1" in told.one_line()
    told = desk("check")
    assert told.status == 1
    assert "settings.yaml:3:1" in told.out


def test_a_clash_of_keys_is_a_problem_with_its_line(desk: Program) -> None:
    desk.data.mkdir()
    (desk.data / "settings.yaml").write_text("keys:\n  desk.copy: j\n  desk.hold: j\n", "utf-8")
    told = desk("check")
    assert told.status == 1
    assert 'settings.yaml:3:14 key-clash "j" is also a key of "desk.copy" (line 2)' in told.out
    told = desk("walk", "social_triage", "public_positive")
    assert told.status == 0
    assert "settings.yaml:3:14 key-clash" in told.one_line()
