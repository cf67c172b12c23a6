"""Work a flow without a screen: every step with its phrases, and where it stops or how it ends."""

import time
from argparse import Namespace

from lenovo_desk.cli.arguments import CommandParser
from lenovo_desk.cli.exits import FAILED, MISUSED, PROGRAM, Stop, guess
from lenovo_desk.cli.output import Output, complain
from lenovo_desk.cli.services import Services
from lenovo_desk.cli.walk.walk_output import as_json, refusal, tell
from lenovo_desk.cli.walk.walk_session import Walk
from lenovo_desk.content.countries import COUNTRIES
from lenovo_desk.core.time.clock import Stamp
from lenovo_desk.core.walking.moves import GRAMMAR, WalkMove, parse_move, transcript_moves


def arguments(parser: CommandParser) -> None:
    """Add the arguments of the command."""
    parser.epilog = f"{GRAMMAR}\n{parser.epilog}"
    parser.add_argument("flow", metavar="FLOW", help="the flow, as in: lenovo-desk flows")
    parser.add_argument("moves", metavar="MOVE", nargs="*", help="what is done, see below")
    parser.add_argument("--from", dest="source", metavar="FILE", help="a transcript: a move a line")
    parser.add_argument("--at", metavar="TIME", help="when the walk begins; now, unless given")
    parser.add_argument(
        "--country", metavar="XX", help="the country it happens in; the desk's, unless given"
    )
    parser.add_argument("--json", action="store_true", help="write JSON")


def run(options: Namespace, services: Services, out: Output) -> int:
    """Walk and write the result; return 1 when a move is refused or a condition does not hold."""
    moves = _moves(options)
    flow = services.flow(options.flow)
    opening = services.opening(flow.id, "walk", "walk", services.language, _country(options))
    walk = Walk(services.library, opening, _begin(options.at, opening.zone), services.wording)
    walk.run(moves)
    if options.json:
        out.json(as_json(walk))
    else:
        tell(walk, out)
    if walk.stopped is None:
        return 0
    complain(PROGRAM, refusal(walk, options.source or ""))
    return FAILED


def _country(options: Namespace) -> str:
    """Return the country that the options name; empty for none. Raises `Stop`."""
    country = (options.country or "").upper()
    if country and country not in COUNTRIES:
        hint = f"known are {', '.join(COUNTRIES)}.{guess(country, COUNTRIES)}"
        raise Stop(f'there is no country "{options.country}"; {hint}', MISUSED)
    return country


def _moves(options: Namespace) -> list[WalkMove]:
    """Return the moves of the transcript, then those of the command line. Raises `Stop`."""
    moves: list[WalkMove] = []
    if options.source:
        try:
            with open(options.source, encoding="utf-8-sig") as file:
                moves += transcript_moves(file.read())
        except UnicodeDecodeError:
            raise Stop(f"{options.source}: this is not UTF-8 text", MISUSED) from None
        except OSError as error:
            raise Stop(f"{options.source}: {error.strerror}", MISUSED) from None
        except ValueError as error:
            raise Stop(f"{options.source}:{error}", MISUSED) from None
    try:
        return moves + [parse_move(word) for word in options.moves]
    except ValueError as error:
        raise Stop(str(error), MISUSED) from None


def _begin(text: str | None, zone: str) -> float:
    """Return the moment at which a walk begins, in seconds since 1970 UTC. Raises `Stop`."""
    now = time.time()
    if not text:
        return now
    from lenovo_desk.core.time.moments import seconds_of
    from lenovo_desk.core.time.typed_moments import Sense, typed_datetime

    value = typed_datetime(text, Sense(Stamp(now, "walk", 0.0), zone))
    moment = seconds_of(value, zone) if isinstance(value, str) else None
    if moment is None:
        raise Stop(f'--at: "{text}" is no date and time; write 2026-11-22T14:00', MISUSED)
    return moment
