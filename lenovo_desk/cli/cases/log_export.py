"""Write closed cases as CSV or JSON lines: outcome and figures, no personal data unless asked."""

import csv
import io
import json
from argparse import Namespace

from lenovo_desk.cli.arguments import CommandParser
from lenovo_desk.cli.cases.log import add_filters, agents_of, filtered_cases
from lenovo_desk.cli.output import Output
from lenovo_desk.cli.services import Services
from lenovo_desk.core.model.flow import Plain
from lenovo_desk.printing.csv_cells import harmless_cell

FIELDS = (
    "case", "mode", "flow", "agent", "role", "language", "zone", "follows",
    "opened", "closed", "disposition", "completed",
)  # fmt: skip
FIGURES = (
    "handled", "held", "holds", "steps_back", "gates_tried", "phrases", "parked", "resumed",
    "crashed", "kept", "missed", "dropped", "replies", "flagged",
)  # fmt: skip
WAITED = ("waited_measured", "waited_declared")
"""Seconds of the waits that count, told apart by what proves them: the clocks or the agent."""
AGENTS = "agents"
"""All who acted, in order; `agent` is who closed it."""


def arguments(parser: CommandParser) -> None:
    """Add the arguments of the command."""
    add_filters(parser)
    parser.add_argument(
        "--format", choices=("csv", "jsonl"), default="csv", help="csv, unless given"
    )
    parser.add_argument(
        "--with-personal", action="store_true", help="with facts, notes and phrases of customers"
    )


def run(options: Namespace, services: Services, out: Output) -> int:
    """Write the cases, latest first."""
    personal: bool = options.with_personal
    header = (*FIELDS, *FIGURES, *WAITED, AGENTS, *(("facts", "notes") if personal else ()))
    if options.format == "csv":
        out.text(_row(header))
    for case in filtered_cases(options, services, personal):
        if options.format == "csv":
            out.text(
                _row([harmless_cell(value) for value in case_figures(case, personal).values()])
            )
        elif personal:
            out.text(json.dumps(case, ensure_ascii=False) + "\n")
        else:
            out.text(json.dumps(case_figures(case, False), ensure_ascii=False) + "\n")
    services.tell_notices()
    return 0


def case_figures(case: Plain, personal: bool) -> Plain:
    """Return a row for a spreadsheet; the case's texts are included only with `personal`."""
    row: Plain = {key: case.get(key, "") for key in FIELDS}
    row |= {key: case["figures"].get(key, 0) for key in FIGURES}
    row |= {name: _waited(case, name == "waited_declared") for name in WAITED}
    row[AGENTS] = " ".join(agents_of(case))
    if personal:
        row["facts"] = json.dumps(case["facts"], ensure_ascii=False)
        notes = [note["text"] for note in case["notes"]]
        row["notes"] = "\n".join([*notes, case["closing_notes"]]).strip()
    return row


def _waited(case: Plain, declared: bool) -> float:
    rows = [row for row in case["waits"] if row["counts"]]
    seconds = (float(row["seconds"]) for row in rows if (row["proof"] == "declared") == declared)
    return round(sum(seconds), 3)


def _row(cells: tuple[str, ...] | list[object]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue()
