"""Whether this is the first start of a desk, and in which language it asks."""

import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from lenovo_desk.cli.services import Services

if TYPE_CHECKING:
    from lenovo_desk.tui.shell import Shell


def first_start(services: Services) -> "Callable[[Shell], object] | None":
    """Return what asks the questions of the first start; None where there is nothing to ask.

    A desk with settings or cases is no new one, and one that is told its language by an option or
    the environment is set up by somebody else.
    """
    begun = os.path.exists(services.settings_file.path) or os.path.isdir(
        os.path.join(services.data, "keys")
    )
    if begun or services.language:
        return None
    language = system_language(services.library.interface_languages())

    def ask(shell: "Shell") -> None:
        from lenovo_desk.tui.setup.first_start import show_first_start

        show_first_start(shell, language)

    return ask


def system_language(languages: Sequence[str]) -> str:
    """Return the language of this system among those that there are; "" for none of them."""
    for name in _locales():
        language = name.replace("-", "_").partition("_")[0].partition(".")[0].lower()
        if language in languages:
            return language
        if name and language not in ("c", "posix"):
            return "en" if "en" in languages else ""
    return ""


def _locales() -> list[str]:
    """Return the names of the locale by precedence, such as `fr_FR.UTF-8`."""
    names = [os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    names = [name for name in names if name]
    if names and names[0].partition(".")[0].upper() not in ("C", "POSIX"):
        names = [*os.environ.get("LANGUAGE", "").split(":"), *names]
    if sys.platform == "win32" and not names:
        import ctypes
        import locale

        code = ctypes.windll.kernel32.GetUserDefaultUILanguage()
        names = [locale.windows_locale.get(code, "")]
    return [name for name in names if name]
