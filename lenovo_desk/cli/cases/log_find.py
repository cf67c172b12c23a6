"""Find cases again by a name, a phone number, an e-mail address, an order or serial number, a post.

What to look for is asked at a terminal, or is the first line of standard input.
"""

import sys
import time
from argparse import SUPPRESS, Namespace

from lenovo_desk.cli.arguments import CommandParser
from lenovo_desk.cli.exits import FAILED, MISUSED, PROGRAM, Stop
from lenovo_desk.cli.output import Output, complain
from lenovo_desk.cli.services import Services
from lenovo_desk.cli.titles import CaseTitles
from lenovo_desk.core.case_rows import CaseHit
from lenovo_desk.core.model.flow import Plain
from lenovo_desk.core.time.moments import iso
from lenovo_desk.core.wording.books import time_text
from lenovo_desk.core.wording.language_formats import formats_of
from lenovo_desk.core.wording.sentences import filled, name_list

_LONGEST = 4096
"""The most bytes of a line that is read."""
_PATIENCE = 20
"""How often in a row no file can be indexed, a tenth of a second apart, before it is given up."""


def arguments(parser: CommandParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("text", nargs="*", help=SUPPRESS)
    parser.add_argument("--json", action="store_true", help="write JSON")


def run(options: Namespace, services: Services, out: Output) -> int:
    """List the cases, waiting ones first, then closed ones, the latest first."""
    if options.text:
        raise Stop(
            "what is looked for is no argument, since others see those in the list of processes and"
            " the shell keeps them: type it when asked, or pass it as the first line of standard"
            " input",
            MISUSED,
        )
    titles = CaseTitles(services.library, services.wording)
    text = _asked(titles.words["cli.find.prompt"])
    _index_all(services, titles.words["cli.find.indexing"])
    hits = services.store.find(text, services.settings.country)
    if options.json:
        out.json([_plain(hit) for hit in hits.cases])
    elif hits.cases:
        now = services.store.clock.now().utc
        out.table([_row(hit, titles, now) for hit in hits.cases])
    if hits.cases:
        return 0
    if not hits.kinds:
        raise Stop(titles.words["cli.find.nothing"], FAILED)
    kinds = [titles.words[f"cli.find.{kind}"] for kind in hits.kinds]
    names = {"kinds": name_list(titles.words, kinds)}
    raise Stop(filled(titles.words["cli.find.none"], names), FAILED)


def _asked(prompt: str) -> str:
    """Return the line that is typed, or the first one of standard input."""
    if sys.stdin is None:
        return ""
    if sys.stdin.isatty():
        # Not on standard output, which may go to a program.
        print(prompt, end=" ", file=sys.stderr, flush=True)
        return sys.stdin.readline()
    return sys.stdin.buffer.readline(_LONGEST).decode("utf-8-sig", "replace")


def _index_all(services: Services, sentence: str) -> None:
    """Index what is not indexed yet, and say how far it is when that takes longer than a moment."""
    total = left = services.store.find("", seconds=0.5).unread
    idle = 0
    while left and idle < _PATIENCE:
        complain(PROGRAM, filled(sentence, {"done": str(total - left), "total": str(total)}))
        before, left = left, services.store.find("", seconds=2.0).unread
        if left >= before:  # another window is at it
            idle += 1
            time.sleep(0.1)
        else:
            idle = 0


def _row(hit: CaseHit, titles: CaseTitles, now: float) -> tuple[str, ...]:
    words, case = titles.words, hit.summary
    if case is None:
        when = iso(hit.when, hit.zone)[:16].replace("T", " ") if hit.when else "-"
        place = titles.end(hit.flow, hit.disposition)
    else:
        when = time_text(formats_of(words), case.due or case.last, hit.zone, now=now)
        place = titles.step(hit.flow, hit.step)
    state = words[f"cli.state_{hit.status}"]
    return hit.id, state, when, titles.flow(hit.flow), place, hit.customer or "-"


def _plain(hit: CaseHit) -> Plain:
    case = hit.summary
    return {
        "case": hit.id,
        "status": hit.status,
        "when": iso(hit.when, hit.zone) if hit.when else None,
        "due": iso(case.due, hit.zone) if case and case.due else None,
        "flow": hit.flow,
        "step": hit.step,
        "disposition": hit.disposition,
        "agent": hit.agent,
        "customer": hit.customer,
        "problem": hit.problem,
        "kinds": list(hit.kinds),
    }
