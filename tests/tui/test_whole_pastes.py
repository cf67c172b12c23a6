"""A paste arrives as one message, in its order, whatever control characters stand in it."""

from pathlib import Path

import pytest
from textual import events

from lenovo_desk.core.model import events as ev
from lenovo_desk.tui.kit.whole_pastes import WholePastes
from tests.cli.terminal import leave, press, terminal
from tests.store.house import events_of

START, END = "\x1b[200~", "\x1b[201~"
B25 = "avant \x1b[31mrouge apres"


def read(*chunks: str) -> list[str]:
    """What is read of chunks: pastes in brackets, keys by their names."""
    parser = WholePastes()
    messages = [message for chunk in chunks for message in parser.feed(chunk)]
    return [
        f"[{one.text}]" if isinstance(one, events.Paste) else one.key
        for one in messages
        if isinstance(one, events.Paste | events.Key)
    ]


@pytest.mark.parametrize(
    ("pasted", "arrives"),
    [
        (B25, "avant rouge apres"),
        ("\x1bdébut", "début"),
        ("fin\x1b", "fin"),
        ("a\x1b[200~b", "ab"),
        ("\x1b" * 40 + "x" * 60, "x" * 60),
        ("a\x1b" + "bcdefghij" * 10, "a" + "bcdefghij" * 10),
        ("王\x1b]52;c;AAAA\x07明", "王明"),
        ("\x1b[2;3Rrow\r\nline", "row\r\nline"),
        ("", ""),
    ],
)
def test_a_paste_is_one_message(pasted: str, arrives: str) -> None:
    assert read(START + pasted + END) == [f"[{arrives}]"]
    assert read("f", START + pasted + END + "x") == ["f", f"[{arrives}]", "x"]


@pytest.mark.parametrize("size", [1, 2, 3, 5, 7])
def test_it_is_the_same_in_pieces(size: int) -> None:
    sent = f"a{START}{B25}{END}{START}deux\x1b{END}\x1b[A" + "b"
    pieces = [sent[at : at + size] for at in range(0, len(sent), size)]
    assert read(*pieces) == ["a", "[avant rouge apres]", "[deux]", "up", "b"]


def test_keys_are_read_as_before() -> None:
    assert read("\x1b[A\x1b[20~é1\r\x1bOP") == ["up", "f9", "é", "1", "enter", "f1"]


@pytest.mark.slow
def test_in_a_terminal_nothing_of_it_is_a_key(tmp_path: Path) -> None:
    with terminal(tmp_path, (80, 24), "fr", "start", "social_triage") as at:
        at.wait_for("Lire tout l’échange")
        press(at, "n")
        at.type(START + B25 + "x" * 60 + END)
        at.wait_for("avant")
        press(at, "enter")
        leave(at)
    (journal,) = (tmp_path / "open").glob("*.jsonl")
    acts = [event.act for event in events_of(tmp_path, journal.stem)]
    assert [act.text for act in acts if isinstance(act, ev.NoteAdded)] == [
        "avant rouge apres" + "x" * 60
    ]


@pytest.mark.parametrize(
    ("chunks", "keys"),
    [
        (["\x1b\r"], ["escape", "enter"]),
        (["\x1b", "\r"], ["escape", "enter"]),
        (["\x1b1\x1b2"], ["escape", "1", "escape", "2"]),
        (["a\x1b", "1b"], ["a", "escape", "1", "b"]),
        (["\x1b é"], ["escape", "space", "é"]),
        (["\x1b/\x1b[A\x1bOP"], ["escape", "slash", "up", "f1"]),
        (["\x1b", "[B"], ["down"]),
        (["\x1b[", "B1"], ["down", "1"]),
        (["\x1b\x11"], ["escape", "ctrl+q"]),
    ],
)
def test_what_is_typed_right_after_escape_is_a_key_of_its_own(
    chunks: list[str], keys: list[str]
) -> None:
    assert read(*chunks) == keys
