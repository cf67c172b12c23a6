"""Colours of the desk: three themes, blue and amber, no red-green pair."""

from typing import NamedTuple

from rich.style import Style
from textual.theme import Theme

from lenovo_desk.tui.kit.lines import Themed, ink

THEMES = (
    Theme(
        name="desk-dark",
        primary="#7cb7ff",
        secondary="#9fb4cc",
        accent="#ffc15e",
        warning="#ffc15e",
        error="#ffc15e",
        success="#7cb7ff",
        foreground="#d5dde6",
        background="#10151b",
        surface="#161d25",
        panel="#1f2a36",
        dark=True,
    ),
    Theme(
        name="desk-light",
        primary="#0b5cad",
        secondary="#44586c",
        accent="#8a5200",
        warning="#8a5200",
        error="#8a5200",
        success="#0b5cad",
        foreground="#1d2731",
        background="#fbfbf9",
        surface="#f1f2f0",
        panel="#e2e7ec",
        dark=False,
    ),
    Theme(
        name="desk-contrast",
        primary="#9fd0ff",
        secondary="#ffffff",
        accent="#ffd34d",
        warning="#ffd34d",
        error="#ffd34d",
        success="#9fd0ff",
        foreground="#ffffff",
        background="#000000",
        surface="#000000",
        panel="#1a1a1a",
        dark=True,
    ),
)


class Inks(NamedTuple):
    """The styles of the screens; no state is shown by colour alone."""

    plain: Style
    dim: Style
    strong: Style
    title: Style
    key: Style
    phrase: Style
    """The phrase to say, on its own panel."""
    on_panel: Style
    gap: Style
    """An unfilled blank in a phrase."""
    warn: Style
    locked: Style
    cursor: Style
    bar: Style
    status: Style
    status_strong: Style
    status_warn: Style


_SPECS = {
    "plain": "$foreground on $background",
    "dim": "$secondary on $background",
    "strong": "bold $foreground on $background",
    "title": "bold $primary on $background",
    "key": "bold $accent on $background",
    "phrase": "bold $foreground on $panel",
    "on_panel": "$secondary on $panel",
    "gap": "bold $accent on $panel",
    "warn": "bold $warning on $background",
    "locked": "$secondary on $background",
    "cursor": "bold $background on $primary",
    "bar": "$accent on $panel",
    "status": "$secondary on $surface",
    "status_strong": "bold $foreground on $surface",
    "status_warn": "bold $warning on $surface",
}


def inks(app: Themed) -> Inks:
    """Return the styles of the app's theme."""
    name = app.theme
    if name not in _INKS:
        _INKS[name] = Inks(**{key: ink(app, spec) for key, spec in _SPECS.items()})
    return _INKS[name]


_INKS: dict[str, Inks] = {}
"""By theme; the colours of a theme never change."""
