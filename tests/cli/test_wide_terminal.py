"""Columns stand in a terminal that gives two cells to é, ’ and →; elsewhere nothing changes."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from lenovo_desk.tui.kit.terminals.sign_widths import ANSWERS, FORMS
from tests.bench.terminal import Terminal
from tests.cli.terminal import press, read_from
from tests.cli.wide_terminal import AskedTerminal, WideTerminal
from tests.shipped_content import library
from tests.tui.driver import SETTINGS
from tests.tui.scenes import DELAYED

pytestmark = pytest.mark.slow

COMMAND = (sys.executable, "-m", "lenovo_desk")
STAGE, RISE = "1f2934", "161c23"


def terminal(
    data: Path, *, wide: bool = True, columns: int = 100, rows: int = 30, **env: str
) -> AskedTerminal:
    """Return the program in a terminal of wide characters, or in one of narrow ones."""
    own = {"LENOVO_DESK_DATA": str(data), "LENOVO_DESK_LANG": "fr"} | env
    kind = WideTerminal if wide else AskedTerminal
    return kind(COMMAND, size=(columns, rows), env=own)


def edges_of(screen: AskedTerminal, ground: str) -> Iterator[tuple[int, int]]:
    """Yield the first and the last column of a ground, for each row that has it."""
    for row in screen.painted:
        if columns := [x for x, (_, _, surface) in enumerate(row) if surface == ground]:
            yield min(columns), max(columns)


def to_a_phrase(screen: AskedTerminal) -> None:
    """Go from Home to the first phrase of the first flow."""
    screen.wait_for(r"^ ? ?Lenovo Desk|Lenovo Desk")
    screen.settle(0.3)
    for key in "13":
        screen.type(key)
        screen.settle(0.4)


@pytest.mark.parametrize("language", ["fr", "zh", "en"])
@pytest.mark.parametrize("columns", [80, 100, 140])
def test_columns_stand_where_accents_and_quotes_take_two_cells(
    tmp_path: Path, language: str, columns: int
) -> None:
    with terminal(tmp_path, columns=columns, LENOVO_DESK_LANG=language) as screen:
        to_a_phrase(screen)
        assert screen.asked == ANSWERS
        assert not set(FORMS) & set(screen.text), "every sign is in its plain form"
        assert "->" in screen.text
        stage = set(edges_of(screen, STAGE))
        assert len(stage) == 1, "the phrase has one left and one right edge"
        assert next(edges_of(screen, RISE))[1] == columns - 1


def test_accents_and_quotes_of_a_text_stay(tmp_path: Path) -> None:
    with terminal(tmp_path) as screen:
        to_a_phrase(screen)
        assert {"é", "’", "·"} <= set(screen.text)


def test_a_code_for_the_phone_is_read_where_half_blocks_do_not_stand(tmp_path: Path) -> None:
    (tmp_path / "settings.yaml").write_text(SETTINGS.format(language="fr", phrases="fr"), "utf-8")
    with terminal(tmp_path, columns=140, rows=45) as screen:
        screen.wait_for("Nouveau dossier")
        press(screen, *DELAYED, "q")
        screen.wait_for("Texte 1/4")
        screen.settle(0.3)
        assert not set("▀▄█") & set(screen.text)
        assert read_from(screen).startswith("Bonjour, nous regrettons que votre demande")


def test_a_terminal_of_narrow_signs_shows_them_all(tmp_path: Path) -> None:
    with terminal(tmp_path, wide=False) as screen:
        to_a_phrase(screen)
        assert screen.asked == ANSWERS
        assert {"→", "›", "─"} <= set(screen.text)
        assert len(set(edges_of(screen, STAGE))) == 1


@pytest.mark.parametrize("wide", [True, False])
def test_the_environment_has_plain_signs_painted_anywhere(tmp_path: Path, wide: bool) -> None:
    with terminal(tmp_path, wide=wide, LENOVO_DESK_SIGNS="plain") as screen:
        to_a_phrase(screen)
        assert not set(FORMS) & set(screen.text)
        assert len(set(edges_of(screen, STAGE))) == 1


def test_full_signs_are_never_asked_for(tmp_path: Path) -> None:
    with terminal(tmp_path, LENOVO_DESK_SIGNS="full") as screen:
        to_a_phrase(screen)
        assert not screen.asked
        assert "→" in screen.text


def test_the_setting_holds_where_the_environment_says_nothing(tmp_path: Path) -> None:
    (tmp_path / "settings.yaml").write_text("signs: plain\n", "utf-8")
    with terminal(tmp_path, wide=False) as screen:
        to_a_phrase(screen)
        assert not set(FORMS) & set(screen.text)


def test_keys_typed_before_the_answer_are_all_carried_out(tmp_path: Path) -> None:
    with terminal(tmp_path) as screen:
        screen.type_at_once("1", "3")
        screen.wait_for("->")
        screen.settle(0.3)
        assert len(set(edges_of(screen, STAGE))) == 1


def doctor(data: Path, *, wide: bool, lang: str = "en", **env: str) -> str:
    """Return what the doctor says in a terminal, in one line."""
    command = (*COMMAND, "--data", str(data), "--lang", lang, "doctor")
    with (WideTerminal if wide else AskedTerminal)(command, size=(140, 30), env=env) as screen:
        screen.wait_for(library().words(lang)["doctor.settings_right"])
        return screen.text


@pytest.mark.parametrize("lang", ["en", "fr", "zh"])
def test_the_doctor_says_which_signs_hold_and_why(tmp_path: Path, lang: str) -> None:
    words = library().words(lang)
    for wide, env, state, detail in (
        (True, {}, "signs_wide", "é “ № → ─ █ ●"),
        (False, {}, "signs_narrow", ""),
        (False, {"LENOVO_DESK_SIGNS": "plain"}, "signs_plain", "LENOVO_DESK_SIGNS=plain"),
        (True, {"LENOVO_DESK_SIGNS": "full"}, "signs_full", "LENOVO_DESK_SIGNS=full"),
    ):
        text = words[f"doctor.{state}"].replace("{detail}", detail)
        report = doctor(tmp_path, wide=wide, lang=lang, **env)
        assert "".join(text.split()) in "".join(report.split()), report
    (tmp_path / "settings.yaml").write_text("signs: plain\n", "utf-8")
    assert "signs: plain" in doctor(tmp_path, wide=True)


def test_the_doctor_waits_for_no_terminal_that_does_not_answer(tmp_path: Path) -> None:
    command = (*COMMAND, "--data", str(tmp_path), "--lang", "en", "doctor")
    with Terminal(command, size=(120, 30)) as screen:
        screen.wait_for_end()
        assert "does not say how wide" in screen.text


def test_an_unknown_way_is_refused_in_a_line(tmp_path: Path) -> None:
    with terminal(tmp_path, LENOVO_DESK_SIGNS="plan") as screen:
        assert screen.wait_for_end() == 2
        assert "plain" in screen.text
        assert "Traceback" not in screen.text
