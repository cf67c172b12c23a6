"""The shipped content, compiled once for a whole run of the tests, whatever the workers."""

import atexit
import os
import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from lenovo_desk.content.folders import shipped
from lenovo_desk.content.library import ContentLibrary
from lenovo_desk.content.training_library import ContentMaterials

COMPILED = "DESK_TESTS_COMPILED"
"""The variable that names the folder of the compiled content to the workers of a run."""


@cache
def compiled_folder() -> Path:
    """Return the folder of the compiled content; the process that makes it takes it away."""
    if COMPILED not in os.environ:
        os.environ[COMPILED] = mkdtemp(prefix="desk-tests-")
        atexit.register(shutil.rmtree, os.environ[COMPILED], ignore_errors=True)
    return Path(os.environ[COMPILED])


@cache
def library() -> ContentLibrary:
    """Return the shipped content."""
    return ContentLibrary([shipped()], compiled_folder())


@cache
def materials() -> ContentMaterials:
    """Return the shipped scenarios, quizzes and scorecard."""
    return ContentMaterials(library(), [shipped()], compiled_folder())


def copy_compiled(folder: Path) -> None:
    """Put the compiled content where the program looks for it in a data folder."""
    materials().scorecard("en")
    shutil.copytree(compiled_folder(), folder / "cache", dirs_exist_ok=True)
