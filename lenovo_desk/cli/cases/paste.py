"""Read a message from standard input for the facts of a flow, or measure how well that is done."""

import os
from argparse import Namespace
from typing import TYPE_CHECKING

from lenovo_desk.cli.arguments import CommandParser
from lenovo_desk.cli.exits import FAILED, MISUSED, PROGRAM, Stop
from lenovo_desk.cli.output import Output, complain
from lenovo_desk.cli.services import Services

if TYPE_CHECKING:
    from lenovo_desk.core.model.flow import Plain
    from lenovo_desk.pasted.evaluating import ReadingScore


def arguments(parser: CommandParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument(
        "flow", metavar="FLOW", nargs="?", help="the flow, as in: lenovo-desk flows"
    )
    parser.add_argument(
        "--evaluate",
        metavar="FILE",
        help="measure instead: JSON lines with lang, flow, text and facts (id to value)",
    )
    parser.add_argument("--json", action="store_true", help="write JSON")


def run(options: Namespace, services: Services, out: Output) -> int:
    """Print what the message says, or the recall and precision over a file of messages."""
    if bool(options.flow) == bool(options.evaluate):
        raise Stop("name a flow for a message on standard input, or --evaluate FILE", MISUSED)
    if options.evaluate:
        return _evaluate(options, services, out)
    return _propose(options, services, out)


def _propose(options: Namespace, services: Services, out: Output) -> int:
    from lenovo_desk.cli.cases.paste_reading import message_on_input, reading_here

    flow = services.flow(options.flow)
    reading = reading_here(services, flow, message_on_input())
    language = services.wording
    book = services.library.book(flow.id, language)
    if options.json:
        out.json(
            {
                "proposals": [proposal._asdict() for proposal in reading.proposals],
                "doubts": [doubt._asdict() for doubt in reading.doubts],
            }
        )
        return 0
    words = services.library.words(language)
    rows = [(book.facts[p.fact], p.text, p.by) for p in reading.proposals]
    rows += [
        (f"? {book.facts[d.fact]}", d.text, words[f"paste.doubt.{d.reason}"])
        for d in reading.doubts
    ]
    out.table(rows)
    return 0


def _evaluate(options: Namespace, services: Services, out: Output) -> int:
    from lenovo_desk.cli.cases.paste_reading import BadSample, samples_of, verdicts_on
    from lenovo_desk.pasted.evaluating import reading_score

    path = options.evaluate
    if not os.path.isfile(path):
        raise Stop(f"{path}: there is no such file; --evaluate names JSON lines", MISUSED)
    all_verdicts, misses, wrong, messages, bad = [], [], [], 0, 0
    for number, sample in samples_of(path, services):
        if isinstance(sample, BadSample):
            bad += 1
            complain(PROGRAM, f"{path}:{number}: {sample.what}")
            continue
        messages += 1
        for name, code in sample.refused.items():
            what = f'the value of "{name}" cannot be typed for it ({code}); it counts as missed'
            complain(PROGRAM, f"{path}:{number}: {what}")
        for verdict in verdicts_on(sample, services):
            all_verdicts.append(verdict)
            place = {"line": number, "fact": verdict.fact}
            if verdict.expected and not verdict.correct:
                misses.append(place)
            if verdict.proposed and not (verdict.correct or verdict.unjudged):
                wrong.append(place)
    total = reading_score(all_verdicts)
    if options.json:
        out.json({"messages": messages, **_figures(total), "misses": misses, "wrong": wrong})
        return FAILED if bad else 0
    out.line(f"{messages} message{'' if messages == 1 else 's'}")
    rows = [("", "recall", "precision", "facts", "proposed", "correct"), _row("all", total)]
    for language in sorted({verdict.language for verdict in all_verdicts}):
        rows.append(
            _row(language, reading_score(v for v in all_verdicts if v.language == language))
        )
    for fact in sorted({verdict.fact for verdict in all_verdicts}):
        rows.append(_row(fact, reading_score(v for v in all_verdicts if v.fact == fact)))
    out.table(rows)
    if total.unjudged:
        out.line(
            f"not counted: {total.unjudged} proposed behind a label as prose (a fault, an address),"
            " of which the file says nothing"
        )
    for title, places in (("missed", misses), ("wrong", wrong)):
        for place in places:
            out.line(f"{title}: line {place['line']}, {place['fact']}")
    return FAILED if bad else 0


def _figures(score: "ReadingScore") -> "Plain":
    return {
        "recall": round(score.recall, 4),
        "precision": round(score.precision, 4),
        **score._asdict(),
    }


def _row(name: str, score: "ReadingScore") -> tuple[str, ...]:
    rates = (f"{100 * rate:.1f} %" for rate in (score.recall, score.precision))
    return (name, *rates, str(score.facts), str(score.proposed), str(score.correct))
