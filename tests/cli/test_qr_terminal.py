"""QR codes as a terminal gets them: read from its cells, at the smallest size, part by part."""

import sys
from pathlib import Path

import pytest

from lenovo_desk.store.cases.case_store import CaseStore
from lenovo_desk.store.disk.system_clock import SystemClock
from tests.cli.terminal import leave, press, read_from, terminal
from tests.shipped_content import library
from tests.tui.driver import SETTINGS
from tests.tui.scenes import DELAYED

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such terminals"),
]


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_a_phrase_in_parts_is_read_from_a_terminal_and_kept_as_used(
    tmp_path: Path, theme: str
) -> None:
    settings = SETTINGS.format(language="fr", phrases="fr").replace("dark", theme)
    (tmp_path / "settings.yaml").write_text(settings)
    texts: list[str] = []
    with terminal(tmp_path, (80, 24), "fr") as at:
        at.wait_for("Nouveau dossier")
        press(at, *DELAYED, "q")
        for part in (1, 2, 3):
            at.wait_for(f"Texte {part}/3")
            at.settle()
            texts.append(read_from(at))
            press(at, "v")
        press(at, "escape")
        at.settle()
        leave(at)
    store = CaseStore(tmp_path, SystemClock())
    (waiting,) = store.unfinished()
    used = store.resume(waiting.id, library()).case.used
    assert [phrase.text for phrase in used] == ["".join(texts)]
