"""What is known of the terminal: its size, colours and characters, and where copies go."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lenovo_desk.tui.kit.clipboard import is_remote, multiplexer_tools, system_tools
from lenovo_desk.tui.kit.terminals.sign_widths import AUTO, GROUPS, ask_now, need_plain

SMALLEST = (80, 24)
"""The columns and rows that the screens are drawn for at least."""
_WAITS_LONG = 50
"""Milliseconds of tmux's `escape-time` from which Esc feels slow."""
_ANSWER_WITHIN = 0.5
"""Seconds the terminal may take to say how wide its signs are."""
_ASK = 2.0
"""Seconds tmux may take to answer."""


class Check(NamedTuple):
    """One thing looked at: its state, and what to do when it should be changed."""

    name: str
    state: str
    """Key of its state under `doctor` in interface.yaml."""
    detail: str = ""
    """Fills the state's blank `detail`."""
    advice: str = ""
    """Key of the advice under `doctor`; empty when all is well."""
    setting: str = ""
    """Fills the advice's blank `setting`: what to write or run, the same in every language."""


def tmux_option(*words: str) -> str:
    """Return what tmux answers to a command; empty without tmux or an answer."""
    try:
        answer = subprocess.run(
            ("tmux", *words), capture_output=True, text=True, timeout=_ASK, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return answer.stdout.strip() if answer.returncode == 0 else ""


def terminal_checks(
    env: Mapping[str, str], way: str, signs: str, own_signs: str
) -> Iterator[Check]:
    """Check the terminal.

    `way` is where the settings send copies, `signs` how they have signs painted; `own_signs` is
    what the environment says of that.
    """
    yield _window(env)
    if sys.stdout.isatty():
        yield _colours(env)
        yield _characters()
        yield _signs(signs, own_signs)
    yield from _copying(env, way)
    if env.get("TMUX"):
        yield _escape()


def _window(env: Mapping[str, str]) -> Check:
    name = env.get("TERM", "")
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return Check("terminal", "no_terminal")
    try:
        columns, rows = os.get_terminal_size(sys.stdout.fileno())
    except OSError:
        columns, rows = 0, 0
    size = f"{columns}x{rows}"
    if name in ("", "dumb") and sys.platform != "win32":
        return Check("terminal", "dumb", name or "-", "set_term", "export TERM=xterm-256color")
    if columns < SMALLEST[0] or rows < SMALLEST[1]:
        return Check("terminal", "window", size, "enlarge", "{}x{}".format(*SMALLEST))
    return Check("terminal", "window", size)


def _colours(env: Mapping[str, str]) -> Check:
    if env.get("NO_COLOR"):
        return Check("colours", "no_colours", "NO_COLOR")
    if env.get("COLORTERM") in ("truecolor", "24bit") or env.get("WT_SESSION"):
        return Check("colours", "all_colours")
    if env.get("TMUX"):
        setting = "set -as terminal-features ',*:RGB'; set-environment -g COLORTERM truecolor"
        return Check("colours", "some_colours", env.get("TERM", ""), "tmux_conf", setting)
    setting = "export COLORTERM=truecolor"
    return Check("colours", "some_colours", env.get("TERM", ""), "if_it_can", setting)


def _characters() -> Check:
    encoding = (sys.stdout.encoding or "").lower()
    if encoding.replace("-", "") == "utf8":
        return Check("characters", "all_characters")
    return Check("characters", "some_characters", encoding, "set_locale", "export LANG=C.UTF-8")


def _signs(setting: str, own: str) -> Check:
    """Return which signs are painted, and who says so."""
    if own and own != AUTO:
        return Check("signs", f"signs_{own}", f"LENOVO_DESK_SIGNS={own}")
    if not own and setting != AUTO:
        return Check("signs", f"signs_{setting}", f"signs: {setting}")
    cells = ask_now(_ANSWER_WITHIN)
    if not cells:
        return Check("signs", "signs_unsaid")
    if wide := " ".join(
        sign for (sign, _, _), width in zip(GROUPS, cells, strict=True) if width > 1
    ):
        return Check("signs", "signs_wide" if need_plain(AUTO, cells) else "texts_wide", wide)
    return Check("signs", "signs_narrow")


def _copying(env: Mapping[str, str], way: str) -> Iterator[Check]:
    if way == "off":
        yield Check("copying", "copying_off", advice="settings_line", setting="clipboard: auto")
        return
    system = system_tools(env) if way in ("auto", "system") else ()
    if system:
        yield Check("copying", "copied_by", system[0].name)
    elif missing := _missing_tool(env):
        state = "no_tool" if way == "system" else "by_terminal"
        yield Check("copying", state, "", "install", missing)
    if way == "system":
        if not system and not _missing_tool(env):
            yield Check("copying", "no_tool", "", "settings_line", "clipboard: auto")
        return
    if env.get("TMUX"):
        yield _in_tmux(env)
    elif env.get("STY"):
        yield Check("copying", "in_screen", "", "leave_screen", "tmux")
    elif not system and not _missing_tool(env):
        yield _by_terminal(env)


def _missing_tool(env: Mapping[str, str]) -> str:
    """Return the package that would fill the clipboard of this machine; empty if none is needed."""
    if is_remote(env) or system_tools(env) or sys.platform in ("darwin", "win32"):
        return ""
    if env.get("WAYLAND_DISPLAY"):
        return "wl-clipboard"
    return "xclip" if env.get("DISPLAY") else ""


def _in_tmux(env: Mapping[str, str]) -> Check:
    if not multiplexer_tools(env):
        return Check("copying", "tmux_missing", "", "tmux_conf", "set -g set-clipboard on")
    features = tmux_option("display-message", "-p", "#{client_termfeatures}")
    if "clipboard" not in features.split(","):
        setting = f"set -as terminal-features ',{_outer_terminal()}:clipboard'"
        return Check("copying", "tmux_keeps", "", "tmux_conf", setting)
    return Check("copying", "tmux_passes_on")


def _outer_terminal() -> str:
    """Return the kind of terminal that tmux runs in."""
    return tmux_option("display-message", "-p", "#{client_termname}") or "xterm-256color"


def _by_terminal(env: Mapping[str, str]) -> Check:
    """Return how well the terminal is known to take copies; most of them say nothing of it."""
    if env.get("TERM_PROGRAM") == "Apple_Terminal":
        return Check("copying", "by_terminal", "", "other_terminal", "Terminal.app")
    if env.get("TERM_PROGRAM") == "iTerm.app" or env.get("LC_TERMINAL") == "iTerm2":
        setting = "Settings > General > Selection > Applications in terminal may access clipboard"
        return Check("copying", "by_terminal", "", "iterm", setting)
    if env.get("VTE_VERSION"):
        return Check("copying", "by_terminal", "", "other_terminal", "GNOME Terminal (VTE)")
    if env.get("XTERM_VERSION"):
        setting = "XTerm*disallowedWindowOps: 20,21,SetXprop"
        return Check("copying", "by_terminal", "", "xresources", setting)
    return Check("copying", "by_terminal")


def _escape() -> Check:
    answer = tmux_option("show-options", "-sv", "escape-time")
    if answer.isdecimal() and int(answer) > _WAITS_LONG:
        return Check("escape", "escape_slow", answer, "tmux_conf", "set -s escape-time 10")
    return Check("escape", "escape_quick")
