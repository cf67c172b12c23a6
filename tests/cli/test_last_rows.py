"""In a real terminal: messages stand in a row of their own, and the keys never give way to them."""

from pathlib import Path

import pytest

from lenovo_desk.core.model import events as ev
from tests.bench.terminal import Terminal
from tests.cli.terminal import terminal
from tests.store.house import events_of

pytestmark = pytest.mark.slow

HOME = "Nouveau dossier"
SETTINGS = """\
language: fr
phrases: fr
agent: cm
agents: [{id: cm, name: Claire Martin, initials: CM, role: social}]
links:
  support_link: https://support.example.com
"""
LIT = "2a3745"
"""The surface of a key that matters now, in the dark theme."""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a folder whose settings fill the phrases of the triage."""
    (tmp_path / "settings.yaml").write_text(SETTINGS, "utf-8")
    return tmp_path


def press(at: Terminal, *keys: str) -> None:
    """Press keys one after the other, and wait until the screen rests."""
    for key in keys:
        at.type(key)
        at.idle(0.05)
    at.settle(0.4)


def rows(at: Terminal) -> list[str]:
    return [row.rstrip() for row in at.text.split("\n")]


def lit(at: Terminal) -> str:
    """Return what stands on the surface of the keys that matter, in the last row."""
    return "".join(text for text, _, back in at.painted[-1] if back == LIT).strip()


def test_a_message_and_the_keys_are_in_view_together(data: Path) -> None:
    with terminal(data, (80, 24), "fr") as at:
        at.wait_for(HOME)
        press(at, *"1121")
        assert lit(at) == "c copier"
        press(at, "c")
        assert rows(at)[-2].startswith("     Envoyé au terminal")
        assert "? toutes les touches" in rows(at)[-1]
        assert lit(at) != "c copier", "it is copied"
        press(at, "9")
        assert rows(at)[-2].startswith("  !  Aucune suite ne porte ici le numéro 9")
        assert "1-" in rows(at)[-1]


def test_the_keys_follow_the_work_of_a_step(data: Path) -> None:
    with terminal(data, (80, 24), "fr") as at:
        at.wait_for(HOME)
        at.settle(0.4)
        assert lit(at).startswith("Entrée ouvrir")
        press(at, "1")
        assert lit(at) == "f Réseau"
        press(at, "f")
        assert lit(at) == "1-7 choisir"
        press(at, "2")
        assert lit(at) == "Entrée noter Facebook"
        press(at, "enter")
        assert "Échap sortir, saisie gardée" in rows(at)[-1]
        press(at, "escape")
        assert lit(at) == "f Compte du client"


def test_a_long_message_takes_rows_upwards_and_the_keys_stay(data: Path) -> None:
    with terminal(data, (60, 24), "fr") as at:
        at.wait_for(HOME)
        press(at, *"1121", "c")
        keys = rows(at)[-1]
        press(at, "9", *"p", *"x", "enter", *"jamais de la vie, nulle part", "enter")
        assert rows(at)[-1].lstrip("> ").startswith("Entrée mettre en attente")
        assert rows(at)[-3].startswith("  !  ") or rows(at)[-2].startswith("  !  ")
        press(at, "escape")
        assert rows(at)[-1] == keys


def test_a_message_does_not_move_the_line_under_the_hand(data: Path) -> None:
    with terminal(data, (60, 24), "fr") as at:
        at.wait_for(HOME)
        press(at, *"1", "f", "3", "enter", *"@moi", "enter", *"nulle part, en vérité")
        (before,) = [n for n, row in enumerate(rows(at)) if "nulle part, en vérité" in row]
        press(at, "enter")
        shown = rows(at)
        assert [n for n, row in enumerate(shown) if "nulle part, en vérité" in row] == [before]
        assert any(row.startswith("  !  ") for row in shown[:before])
        assert shown[-1].lstrip("> ").startswith("Entrée valider")


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (140, 45)])
def test_lists_pages_and_forms_say_what_enter_does_and_where_esc_goes(
    data: Path, size: tuple[int, int]
) -> None:
    with terminal(data, size, "fr") as at:
        at.wait_for(HOME)
        for keys, enter, esc in (
            ("s", "Entrée modifier", "Échap retour à l’accueil"),
            ("g", "Échap retour à l’accueil", "F1 toutes les touches"),
            ("t", "Entrée ligne suivante", "Échap retour à l’accueil"),
            ("1/", "Entrée montrer", "Échap retour au dossier"),
            ("p", "Entrée ligne suivante", "Échap retour au dossier"),
            ("s", "c copier", "Échap retour au dossier"),
        ):
            press(at, *keys)
            last = rows(at)[-1]
            assert enter in last, last
            assert esc in last, last
            press(at, "escape")


def test_a_key_that_is_dropped_in_a_form_or_a_list_is_told_there(data: Path) -> None:
    with terminal(data, (80, 24), "fr") as at:
        at.wait_for(HOME)
        press(at, "s", *"forum")
        at.type_at_once("enter", "enter")
        at.wait_for("trop vite")
        assert "trop vite" in at.text
        assert "Entrée enregistrer" in rows(at)[-1]
        at.idle(1.0)
        press(at, "x")
        assert "trop vite" not in at.text, "it is gone with the next key"
        press(at, "escape", *"pays")
        at.type_at_once("enter", "enter")
        at.wait_for("trop vite")
        assert "Entrée modifier" in rows(at)[-1]
        at.idle(1.0)
        press(at, "up")
        assert "trop vite" not in at.text


def stepped_back(data: Path) -> int:
    (path,) = data.glob("open/*.jsonl")
    return sum(isinstance(event.act, ev.SteppedBack) for event in events_of(data, path.stem))


@pytest.mark.parametrize("gap", [0.0, 0.03, 0.08, 0.2], ids="{}s".format)
def test_escape_and_b_or_f_right_after_it_are_two_keys(data: Path, gap: float) -> None:
    with terminal(data, (80, 24), "fr") as at:
        at.wait_for(HOME)
        press(at, *"11", "z")
        for keys in (("escape", "b"), ("z", "escape", "f")):
            if gap:
                for key in keys:
                    at.type(key)
                    at.idle(gap)
            else:
                at.type_at_once(*keys)
            at.idle(0.3)
            press(at, *(("1", "1") if keys[-1] == "b" else ("escape",)))
        assert stepped_back(data) == 1


@pytest.mark.parametrize("gap", [0.03, 0.08, 0.2], ids="{}s".format)
def test_escape_out_of_a_field_and_b_right_after_it_are_two_keys(data: Path, gap: float) -> None:
    with terminal(data, (80, 24), "fr") as at:
        at.wait_for(HOME)
        press(at, *"11", "n", *"abc")
        for key in ("escape", "b"):
            at.type(key)
            at.idle(gap)
        at.idle(0.3)
        assert stepped_back(data) == 1


def test_what_a_mac_sends_for_alt_and_an_arrow_moves_by_words_in_a_field(data: Path) -> None:
    with terminal(data, (80, 24), "fr") as at:
        at.wait_for(HOME)
        press(at, *"1", "n", *"un deux")
        at.type_at_once("escape", "b")
        at.idle(0.3)
        press(at, "x")
        assert "un xdeux" in at.text
        at.type_at_once("escape", "f")
        at.idle(0.3)
        press(at, "y")
        assert "un xdeuxy" in at.text


def test_what_is_typed_in_a_form_is_there_again(data: Path) -> None:
    with terminal(data, (80, 24), "fr") as at:
        at.wait_for(HOME)
        press(at, "t", *"/tmp/recu.desk", "enter", *"secret", "escape", "t")
        assert "/tmp/recu.desk" in at.text
        assert rows(at)[-2].strip() == "Votre saisie précédente est reprise."
        assert "••" not in at.text, "the passphrase is not"
