"""What holds for every test."""

import os
from collections.abc import Iterator
from compileall import compile_dir
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.shipped_content import compiled_folder

# How long an example takes says what else the machine does; a limit on it fails at random.
settings.register_profile(
    "steady", settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
)
settings.load_profile("steady")
# Named before the workers start, so that they share it.
compiled_folder()
if "PYTEST_XDIST_WORKER" not in os.environ:
    # Where none may be written, each of hundreds of processes would compile the product again.
    compile_dir(Path(__file__).parents[1] / "lenovo_desk", quiet=1)


def pytest_xdist_auto_num_workers() -> int:
    """Return one worker more than there are cores: tests of real terminals mostly wait."""
    return (os.cpu_count() or 1) + 1


@pytest.fixture(autouse=True, scope="session")
def _no_power_cut() -> Iterator[None]:
    """Let the system write to the disk when it likes.

    What a test reads back it reads from the same system; waiting for the disk took most of the time
    of every test that works a case. Processes that tests start and kill do wait, and
    `store/test_journal` counts the waiting.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda handle: None)
        yield
