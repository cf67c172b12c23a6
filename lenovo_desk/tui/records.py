"""Closed cases as rows of a list and as pages."""

from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING, Any

from lenovo_desk.tui.page import Paragraph
from lenovo_desk.tui.paint import clock
from lenovo_desk.tui.panes import short_id
from lenovo_desk.tui.pick import Row

if TYPE_CHECKING:
    from lenovo_desk.tui.app import DeskApp

MOST = 500
"""Closed cases listed at once, latest first."""


def closed_rows(app: "DeskApp") -> list[Row]:
    """Return the latest closed cases. Raises `StoreProblem`."""
    rows = []
    for document in islice(app.store.documents(), MOST):
        title, _ = app.titles(document["flow"], "")
        closed = str(document["closed"])[:16].replace("T", " ")
        end = disposition(app, document)
        time = clock(float(document["handled_seconds"]))
        label = f"{closed}  {short_id(document['case'])}  {title}"
        detail = f"{end}  {time}  {document['agent']}"
        notes = document.get("personal", {}).get("closing_notes", "")
        rows.append(Row(label, detail, str(notes), document))
    return rows


def disposition(app: "DeskApp", document: dict[str, Any]) -> str:
    """Return how a closed case ended, in words."""
    name = document["disposition"]
    if name == "abandoned":
        return app.words["ends.abandoned"]
    try:
        return app.library.book(document["flow"], app.language).ends[name]
    except KeyError:
        return str(name)


def record_page(app: "DeskApp", value: object) -> list[Paragraph]:
    """Return one closed case as a page."""
    document: dict[str, Any] = value  # type: ignore[assignment]
    page: list[Paragraph] = [
        (f"{short_id(document['case'])}  {app.titles(document['flow'], '')[0]}", "title"),
        (f"{document['case']}  {document['agent']}  {document['language']}", "dim"),
        (disposition(app, document), "strong"),
        ("", "plain"),
    ]
    for move in document["path"]:
        page.append((_move(app, move), "plain"))
    for key, facts in (("facts", document["facts"]), ("personal", document.get("personal"))):
        if facts:
            page += [("", "plain"), (app.words[f"log.{key}"], "title")]
            page += [(f"{name}: {_shown(fact)}", "plain") for name, fact in facts.items() if fact]
    if document.get("phrases"):
        page += [("", "plain"), (app.words["log.phrases"], "title")]
        for used in document["phrases"]:
            via = app.words.get(f"via.{used['via']}", used["via"])
            page.append((f"{via}: {used.get('text') or used['phrase']}", "plain"))
    return page


def _move(app: "DeskApp", move: dict[str, Any]) -> str:
    at = datetime.fromisoformat(move["at"]).strftime("%H:%M:%S")
    try:
        step = app.library.book(move["flow"], app.language).steps[move["step"]]
    except KeyError:
        return f"{at}  {move['step']} {move['choice']}"
    marks = {"<": app.words["log.back"], "(": app.words["log.into"], ")": app.words["log.out"]}
    return f"{at}  {step.title} → {marks.get(move['choice']) or step.choices[move['choice']]}"


def _shown(value: object) -> str:
    if isinstance(value, list | tuple):
        return "; ".join(_shown(part) for part in value)
    if isinstance(value, dict):
        return "  ".join(f"{key} {_shown(part)}" for key, part in value.items())
    return str(value)
