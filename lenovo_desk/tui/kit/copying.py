"""Copying a text: asked of the terminal at once, of the system's tools beside the keys."""

import asyncio
import os
from collections.abc import Sequence

from textual.app import App

from lenovo_desk.core.wording.sentences import filled
from lenovo_desk.tui.kit.base_screen import BaseScreen
from lenovo_desk.tui.kit.clipboard import ClipboardTool, fill, multiplexer_tools, system_tools
from lenovo_desk.tui.shell import Shell


def copy_text(app: App[None], shell: Shell, text: str) -> str:
    """Copy text; return what is known of that, in words.

    What a tool says later takes the place of these words in the screen in front. Of two copies in
    a row the second one counts: the first one's tool is stopped.
    """
    way, words = shell.settings.current.clipboard, shell.words
    system = system_tools(os.environ) if way in ("auto", "system") else ()
    multiplexer = multiplexer_tools(os.environ) if way in ("auto", "terminal") else ()
    if way in ("auto", "terminal"):
        app.copy_to_clipboard(text)
    if system or multiplexer:
        filling = _fill(app, shell, text, (system, multiplexer))
        app.run_worker(filling, group="clipboard", exclusive=True)
        return words["desk.copying"]
    if way == "system":
        return words["desk.no_clipboard"]
    return words["desk.copied_off" if way == "off" else "desk.copied_terminal"]


async def _fill(
    app: App[None], shell: Shell, text: str, tools: tuple[Sequence[ClipboardTool], ...]
) -> None:
    """Hand text to the tools, and say in the screen in front which one took it."""
    system = tools[0]
    in_system, in_multiplexer = await asyncio.gather(*(fill(each, text) for each in tools))
    words, failed = shell.words, bool(system) and not in_system
    if in_system:
        outcome = words["desk.copied_system"]
    elif failed and shell.settings.current.clipboard == "system":
        outcome = filled(words["desk.not_copied"], {"tool": system[0].name})
    elif failed:
        outcome = filled(words["desk.copied_not_here"], {"tool": system[0].name})
    else:
        outcome = words["desk.copied_tmux" if in_multiplexer else "desk.copied_terminal"]
    front, pending = app.screen, words["desk.copying"]
    if isinstance(front, BaseScreen) and (failed or pending in front.message):
        message = front.message.replace(pending, outcome) if pending in front.message else outcome
        front.show(message, alert=failed or front.alert)
