"""Help: the keys of the screen in front and what each does."""

from lenovo_desk.tui.command_words import key_names, label
from lenovo_desk.tui.kit.base_screen import BaseScreen
from lenovo_desk.tui.kit.pages.page import Page, Paragraph
from lenovo_desk.tui.kit.text_layout import pad
from lenovo_desk.tui.shell import Shell


def show_help(shell: Shell) -> None:
    """Show the commands of the screen in front with their keys."""
    screen = shell.screen
    if isinstance(screen, Page) or not isinstance(screen, BaseScreen):
        return
    words = shell.words
    page: list[Paragraph] = [("", "plain"), (words["help.title"], "title"), ("", "plain")]
    for command in screen.commands():
        keys, word = screen.keys_of(command.id), command.word
        tip = screen.with_keys(label(word, words, "tips")) or label(word, words) or word
        page.append((f"{pad(key_names(keys, words), 14)} \t{tip}", "plain"))
    extra = screen.with_keys(words.get(screen.HELP, ""))
    page += [("", "plain"), (extra, "dim")] if extra else []
    shell.push_screen(Page(page))
