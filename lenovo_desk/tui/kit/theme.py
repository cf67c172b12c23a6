"""Colours of the desk by role, in three themes; one hue has one meaning.

Blue is the hand: what can be pressed now. Amber is time. Coral is harm. What is done, public or
private has no hue: a word, a shape, a weight. `tests/tui/test_theme.py` measures the contrasts.
"""

from collections.abc import Mapping
from typing import NamedTuple, Protocol

from rich.style import Style
from textual.theme import Theme


class Tokens(NamedTuple):
    """The colours of a theme: five surfaces, four weights of text, three hues."""

    ground: str
    """The screen."""
    rise: str
    """The rows at the edges, phrases not in turn."""
    stage: str
    """The phrase, and what is being written."""
    lit: str
    """The row under the cursor, the first key."""
    line: str
    """Rules and bars; never text."""
    base: str
    """The phrase, typed text, the row under the cursor."""
    half: str
    """Titles of steps, ways, facts of the step."""
    quiet: str
    """Guidance, titles of panes, older facts, reasons."""
    faint: str
    """What is locked or done; on ground and rise only."""
    hand: str
    time: str
    harm: str
    """Never on lit."""


TOKENS = {
    "dark": Tokens(
        ground="#0f1318",
        rise="#161c23",
        stage="#1f2934",
        lit="#2a3745",
        line="#35424f",
        base="#f7fafd",
        half="#c3cdd7",
        quiet="#97a3b0",
        faint="#7b8895",
        hand="#7db8ff",
        time="#ffc25c",
        harm="#f37168",
    ),
    "light": Tokens(
        ground="#f4f4f0",
        rise="#eaebe7",
        stage="#ffffff",
        lit="#d5e2f1",
        line="#c3c8cc",
        base="#0d1218",
        half="#36424e",
        quiet="#525e69",
        faint="#606c76",
        hand="#0b57a4",
        time="#8a5700",
        harm="#a32931",
    ),
    "contrast": Tokens(
        ground="#000000",
        rise="#000000",
        stage="#14181d",
        lit="#2a3440",
        line="#8a949e",
        base="#ffffff",
        half="#f0f3f6",
        quiet="#d3dae1",
        faint="#b4bec8",
        hand="#a9d3ff",
        time="#ffd65c",
        harm="#ff8d85",
    ),
}


def _theme(name: str, tokens: Tokens) -> Theme:
    """Return a theme of Textual whose variables are our tokens, and its own names filled."""
    return Theme(
        name=f"desk-{name}",
        primary=tokens.hand,
        secondary=tokens.quiet,
        accent=tokens.hand,
        warning=tokens.time,
        error=tokens.harm,
        success=tokens.half,
        foreground=tokens.half,
        background=tokens.ground,
        surface=tokens.rise,
        panel=tokens.stage,
        dark=name != "light",
        variables={
            **tokens._asdict(),
            "input-cursor-background": tokens.hand,
            "input-cursor-foreground": tokens.ground,
            "input-selection-background": tokens.lit,
        },
    )


THEMES = tuple(_theme(name, tokens) for name, tokens in TOKENS.items())


class Inks(NamedTuple):
    """The styles of the screens; no state is shown by colour alone."""

    plain: Style
    """Ways, facts of the step."""
    dim: Style
    """Guidance, reasons, what is older."""
    strong: Style
    """What one looks for in a list: a name, a title."""
    title: Style
    pane: Style
    """The title of a pane or a group."""
    rule: Style
    """The rule behind it."""
    focus: Style
    """The title of the pane that has the cursor, and the rule behind it."""
    focus_rule: Style
    key: Style
    """A digit or a key that can be pressed now."""
    phrase: Style
    """The phrase to say, on its own stage."""
    on_panel: Style
    gap: Style
    """An unfilled blank in a phrase: `f` fills it."""
    gap_note: Style
    """What such a blank needs."""
    chip: Style
    """Who reads a phrase that everybody reads."""
    stage_half: Style
    stage_title: Style
    """The length of what is being written."""
    written: Style
    caret: Style
    doubted: Style
    """Words that should not go out as they stand."""
    meter: Style
    """The filled part of a hairline; the rest; what is over."""
    meter_rest: Style
    meter_over: Style
    sentence: Style
    """A sentence that can take the place of another."""
    sentence_key: Style
    guard: Style
    """Why a text should not go out as it stands."""
    warn: Style
    """What would do harm, or did: cautions, damage, faults."""
    due: Style
    """Time presses: within the hour."""
    late: Style
    """Time is up: within the minute, or past."""
    locked: Style
    cursor: Style
    lit: Style
    """A quiet text in the row under the cursor."""
    lit_plain: Style
    lit_due: Style
    lit_key: Style
    lit_label: Style
    """What the key that matters now does."""
    bar: Style
    risen_mark: Style
    """Words of the customer that were read."""
    risen_bar: Style
    """The bar of a phrase that is not in turn."""
    status: Style
    status_half: Style
    status_base: Style
    """What a customer has just said."""
    turn: Style
    """That it is the agent's turn."""
    status_key: Style
    status_strong: Style
    status_due: Style
    status_late: Style
    status_warn: Style


_SPECS = {
    "plain": "$half on $ground",
    "dim": "$quiet on $ground",
    "strong": "bold $base on $ground",
    "title": "bold $half on $ground",
    "pane": "$quiet on $ground",
    "rule": "$line on $ground",
    "focus": "bold $base on $ground",
    "focus_rule": "$hand on $ground",
    "key": "bold $hand on $ground",
    "phrase": "bold $base on $stage",
    "on_panel": "$quiet on $stage",
    "gap": "bold underline $hand on $stage",
    "gap_note": "$hand on $stage",
    "chip": "bold $ground on $half",
    "stage_half": "$half on $stage",
    "stage_title": "bold $half on $stage",
    "written": "$base on $stage",
    "caret": "$ground on $hand",
    "doubted": "underline $harm on $stage",
    "meter": "$half on $stage",
    "meter_rest": "$line on $stage",
    "meter_over": "$harm on $stage",
    "sentence": "$base on $rise",
    "sentence_key": "bold $hand on $rise",
    "guard": "$harm on $stage",
    "warn": "$harm on $ground",
    "due": "$time on $ground",
    "late": "bold $ground on $time",
    "locked": "$faint on $ground",
    "cursor": "bold $base on $lit",
    "lit": "$quiet on $lit",
    "lit_plain": "$half on $lit",
    "lit_due": "$time on $lit",
    "lit_key": "bold $hand on $lit",
    "lit_label": "$base on $lit",
    "bar": "$half on $stage",
    "risen_mark": "underline $half on $rise",
    "risen_bar": "$line on $rise",
    "status": "$quiet on $rise",
    "status_half": "$half on $rise",
    "status_base": "$base on $rise",
    "turn": "bold $ground on $hand",
    "status_key": "bold $hand on $rise",
    "status_strong": "bold $half on $rise",
    "status_due": "bold $time on $rise",
    "status_late": "bold $ground on $time",
    "status_warn": "bold $harm on $rise",
}


class Themed(Protocol):
    """Something that has a theme: the app."""

    @property
    def theme(self) -> str:
        """Its name."""


def inks(app: Themed) -> Inks:
    """Return the styles of the app's theme."""
    name = app.theme
    if name not in _INKS:
        tokens = TOKENS.get(name.removeprefix("desk-"), TOKENS["dark"])._asdict()
        _INKS[name] = Inks(**{key: _style(spec, tokens) for key, spec in _SPECS.items()})
    return _INKS[name]


def _style(spec: str, tokens: Mapping[str, str]) -> Style:
    """Return the style of a spec such as "bold $base on $stage"."""
    return Style.parse(" ".join(tokens.get(word.removeprefix("$"), word) for word in spec.split()))


_INKS: dict[str, Inks] = {}
"""By theme; the colours of a theme never change."""
