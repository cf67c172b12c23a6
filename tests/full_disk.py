"""A disk that is full: the system itself refuses every write."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest


@contextmanager
def files_no_longer_than(size: int) -> Iterator[None]:
    """Let the system refuse every file that would grow beyond `size` bytes.

    Python ignores the signal that goes with it, so that a write fails with an error.
    """
    resource = pytest.importorskip("resource", reason="Windows has no limits")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def full_disk() -> AbstractContextManager[None]:
    """Let no file of this process grow."""
    return files_no_longer_than(0)
