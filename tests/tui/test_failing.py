"""A failure nobody expected shows nothing personal and costs no step."""

import sys
from pathlib import Path
from typing import Any

import pytest

from lenovo_desk.cli import crash as reporting
from lenovo_desk.core.engine.session import Session
from tests.bench.terminal import Terminal
from tests.tui.driver import desk
from tests.tui.scenes import DELAYED

pytestmark = pytest.mark.slow

SECRET = "Zoé-L’Hermite-0612345678"


async def test_a_failing_handler_shows_no_traceback_and_keeps_the_case(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:

    def fail(self: Session, intent: Any) -> None:
        raise ValueError(SECRET)

    try:
        async with desk(tmp_path) as d:
            await d.press(*DELAYED)
            monkeypatch.setattr(Session, "do", fail)
            await d.press("1")
    except ValueError as error:  # as `run` passes it on
        failed = error
    assert not d.app._exit_renderables
    told = "".join(capfd.readouterr())
    assert "Traceback" not in told
    assert SECRET not in told
    monkeypatch.undo()
    path = reporting.write_crash_report(failed, str(tmp_path / "data"), "start")
    report = Path(path).read_text("utf-8")
    assert "ValueError" in report
    assert SECRET not in report
    assert str(tmp_path) not in report
    async with desk(tmp_path) as d:
        await d.press("up", "enter")
        assert d.step == "delayed_support"


def test_a_crash_of_the_screen_is_one_line_for_whoever_started_it(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from lenovo_desk.tui import app\n"
        "from lenovo_desk.cli import main\n"
        f"def fail(*given): raise ValueError({SECRET!r})\n"
        "app.run_app = fail\n"
        f"sys.exit(main.main(['--data', {str(tmp_path)!r}]))\n"
    )
    with Terminal((sys.executable, "-c", code)) as at:
        assert at.wait_for_end() == 1
        assert len(at.text.split()) > 1
        assert sum(bool(row.strip()) for row in at.text.splitlines()) <= 2, (
            "one line, maybe wrapped"
        )
        assert "Traceback" not in at.text
        assert SECRET not in at.text
