"""How the screens look: a file for each scene and language, a frame in it for each size."""

from pathlib import Path

FOLDER = Path(__file__).parent


def path(name: str, language: str) -> Path:
    """Return where the snapshot of a scene is kept."""
    return FOLDER / f"{name}.{language}.txt"
