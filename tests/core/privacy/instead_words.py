"""The words that stand for what names somebody, as the shipped languages have them."""

from pathlib import Path

import yaml

from lenovo_desk.core.privacy.rewriting import Instead

ROOT = Path(__file__).parents[3]


def instead_of(folder: str) -> Instead:
    """Return the words of a folder of the content."""
    interface = yaml.safe_load((ROOT / folder / "interface.yaml").read_text(encoding="utf-8"))
    return Instead(*(interface["reply"][name] for name in Instead._fields))


INSTEAD = {
    "en": instead_of("flows"),
    "fr": instead_of("scripts_fr"),
    "zh": instead_of("scripts_zh"),
}
