"""Hand an unfinished case to another desk: it goes into one encrypted file and is closed here."""

import os
from argparse import Namespace

from lenovo_desk.cli.arguments import CommandParser
from lenovo_desk.cli.cases.case_names import no_case
from lenovo_desk.cli.exits import FAILED, MISUSED, Stop
from lenovo_desk.cli.output import Output
from lenovo_desk.cli.passphrase import NOTE, ask_line, read_passphrase
from lenovo_desk.cli.services import Services
from lenovo_desk.core.engine.session import Session, StoreProblem
from lenovo_desk.core.model.events import Refusal
from lenovo_desk.core.model.intents import desk_of
from lenovo_desk.core.wording.sentences import filled, sentence


def arguments(parser: CommandParser) -> None:
    """Add the arguments of the command."""
    parser.epilog = f"{NOTE}\n{parser.epilog}"
    parser.add_argument("case", metavar="ID", help="the case, as in: lenovo-desk board")
    parser.add_argument("file", metavar="FILE", help="the file to write; it must not be there yet")
    parser.add_argument("--reason", metavar="TEXT", help="why; asked for, unless given")
    parser.add_argument("--json", action="store_true", help="write JSON")


def run(options: Namespace, services: Services, out: Output) -> int:
    """Write the file, then close the case; if anything fails, the case goes on unchanged."""
    words = services.library.words(services.wording)
    session = _reached(options.case, services)
    try:
        reason = options.reason or ask_line(words, "handover.reason")
        if not reason.strip():
            raise Stop("a reason is needed; give --reason", MISUSED)
        secret = read_passphrase(words, twice=True)
        answer = services.store.hand_over(session, reason, options.file, secret)
        if isinstance(answer, Refusal):
            raise Stop(sentence(words, None, answer.reasons[0]), FAILED)
    finally:
        services.store.release(session)
    path = os.path.abspath(options.file)
    if options.json:
        out.json({"case": options.case, "file": path})
    else:
        out.line(filled(words["handover.done"], {"detail": path}))
    return 0


def _reached(case: str, services: Services) -> Session:
    try:
        return services.store.reach(
            case, services.library, desk_of(services.opening("", "", "real"))
        )
    except StoreProblem as problem:
        if problem.code not in ("unknown_case", "bad_case_id"):
            raise
        raise no_case(case, services, "board") from None
