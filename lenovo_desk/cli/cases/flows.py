"""List the flows, with their languages and sizes."""

from argparse import Namespace

from lenovo_desk.cli.arguments import CommandParser
from lenovo_desk.cli.output import Output
from lenovo_desk.cli.services import Services
from lenovo_desk.core.ports import FlowCard
from lenovo_desk.core.wording.sentences import filled


def arguments(parser: CommandParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("--json", action="store_true", help="write JSON")


def run(options: Namespace, services: Services, out: Output) -> int:
    """List every flow, including those with problems."""
    language, words = services.wording, services.library.words(services.wording)
    cards = services.library.cards()
    if options.json:
        out.json([_plain(card, language) for card in cards])
        return 0
    for card in cards:
        values = {
            "languages": " ".join(card.languages) or "-",
            "steps": str(card.steps),
            "phrases": str(card.phrases),
            "problems": str(card.problems),
        }
        out.line(f"{card.id}  {_title(card, language)}")
        key = "cli.flow_problems" if card.problems else "cli.flow"
        out.line(f"  {filled(words[key], values)}")
    return 0


def _title(card: FlowCard, language: str) -> str:
    return card.titles.get(language, card.titles["en"])


def _plain(card: FlowCard, language: str) -> dict[str, object]:
    return {
        "id": card.id,
        "title": _title(card, language),
        "roles": card.roles,
        "languages": card.languages,
        "steps": card.steps,
        "phrases": card.phrases,
        "on_home": card.on_home,
        "problems": card.problems,
    }
