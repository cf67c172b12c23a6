"""In a real terminal: a reply that is being written keeps to a window that changes its width."""

from pathlib import Path

import pytest

from tests.bench.terminal import Terminal
from tests.cli.terminal import press, terminal

pytestmark = pytest.mark.slow

TEXTS = {
    "fr": "Bonjour, nous sommes vraiment désolés de lire cela, merci de nous écrire en privé afin "
    "que nous puissions vous aider au plus vite et au mieux.",
    "zh": "您好,非常抱歉给您带来不便,请您通过私信把订单号发给我们,我们会尽快为您核实并处理,"
    "谢谢您的理解与支持,祝您生活愉快,有任何问题欢迎随时联系我们的服务团队。",
    "en": "Hello, we are truly sorry to read this; please write to us in a private message so that "
    "we can help you as soon and as well as possible.",
}
SIZES = ((60, 18), (140, 45), (50, 20), (100, 30), (80, 24))


def written(at: Terminal) -> str:
    """Return what stands on the stage, without blanks."""
    return "".join("".join(row.partition("▌")[2] for row in at.text.split("\n")).split())


@pytest.mark.parametrize("language", TEXTS)
def test_a_reply_is_whole_in_every_width_of_the_window(tmp_path: Path, language: str) -> None:
    text = TEXTS[language]
    with terminal(tmp_path, (80, 24), language) as at:
        at.wait_for("1-9|11 ")
        press(at, "1", "1", "r")
        at.type_at_once(*text)
        at.settle(0.4)
        for size in SIZES:
            at.resize(*size)
            at.settle(0.5)
            assert "".join(text.split()) in written(at), size
        assert written(at).count("".join(text.split())[-8:]) == 1
