"""The program: runs a command and turns its outcome into an exit status and a line."""

import errno
import gc
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from lenovo_desk.cli.exits import FAILED, PROGRAM, Stop
from lenovo_desk.cli.output import complain, open_streams

if TYPE_CHECKING:  # imported in `main`, after `entry` has tuned the garbage collector
    from lenovo_desk.cli.services import Services

INTERRUPTED = 130
"""The exit status that shells give Ctrl+C."""
_OUTPUT = (errno.ENOSPC, errno.EIO, errno.EINVAL)
"""The errors of writing output to a full disk or a lost terminal; they name no file."""


def entry() -> None:
    """Run the program and end the process with its exit status."""
    # A command creates many objects and drops few: looking for garbage, and tearing the
    # interpreter down at the end, would be a fifth of the time of a walk.
    gc.set_threshold(50_000, 20, 50)
    status = main()
    if "threading" in sys.modules:  # a thread may have to be waited for
        sys.exit(status)
    with suppress(OSError, ValueError):
        sys.stderr.flush()
    os._exit(status)


def main(argv: list[str] | None = None) -> int:
    """Run a command; return its exit status: 0 done, 1 problems or a refusal, 2 bad usage.

    `argv` are the words after the program's name; without it, those of the process.
    """
    from lenovo_desk.cli.services import Services

    open_streams()
    services = Services()
    try:
        return _run(sys.argv[1:] if argv is None else argv, services)
    except Stop as stop:
        program = f"{PROGRAM} {services.command}".strip()
        complain(program, stop.line)
        return stop.status
    except BrokenPipeError:
        # The reader of the output has closed it. What is still buffered must not fail at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        complain(PROGRAM, _explained(error, services))
        return FAILED


def _run(argv: list[str], services: "Services") -> int:
    from lenovo_desk.cli.commands import run_words

    try:
        return run_words(argv, services)
    except SystemExit as end:  # argparse has printed the help or the version
        return int(end.code or 0)
    finally:
        sys.stdout.flush()


def _explained(error: Exception, services: "Services") -> str:
    """Return the line for an error; an unexpected one is also reported in a file."""
    from lenovo_desk.core.engine.session import StoreProblem

    if isinstance(error, StoreProblem):
        from lenovo_desk.core.reasons import Reason
        from lenovo_desk.core.wording.sentences import sentence

        words = services.library.words(services.language or "en")
        return sentence(words, None, Reason(error.code, error.detail, detail=error.detail))
    if isinstance(error, OSError) and (error.filename or error.errno in _OUTPUT):
        return f"{error.filename or 'the output'}: {error.strerror}"
    from lenovo_desk.cli.crash import write_crash_report

    path = write_crash_report(error, services.data, services.command)
    where = f"a report is in {path}" if path else "and no report could be written"
    return f"something went wrong that should not ({type(error).__name__}); {where}"
