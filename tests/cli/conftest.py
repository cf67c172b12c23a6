"""What the tests of the commands share."""

from pathlib import Path

import pytest

from tests.cli.program import Program


@pytest.fixture
def desk(tmp_path: Path) -> Program:
    """The program with an empty data folder."""
    return Program(tmp_path)
