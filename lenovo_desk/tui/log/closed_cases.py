"""Closed cases as rows of a list and as pages."""

from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING, Any

from lenovo_desk.core.model.dispositions import LEFT
from lenovo_desk.core.wording.books import show_value
from lenovo_desk.core.wording.sentences import pair
from lenovo_desk.tui.desk.side_panes import short_id
from lenovo_desk.tui.desk.step_entries import clock
from lenovo_desk.tui.kit.page import Paragraph
from lenovo_desk.tui.kit.picker import Row

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
        time = clock(float(document["figures"]["handled"]))
        label = f"{closed}  {short_id(document['case'])}  {end}"
        detail = f"{time}  {document['agent']}  {title}"
        rows.append(Row(label, detail, document["closing_notes"], document))
    return rows


def disposition(app: "DeskApp", document: dict[str, Any]) -> str:
    """Return how a closed case ended, in words."""
    name = document["disposition"]
    if name in LEFT:
        return app.words[f"ends.{name}"]
    try:
        return app.library.book(document["flow"], app.language).ends[name]
    except KeyError:
        return str(name)


def record_page(app: "DeskApp", value: object) -> list[Paragraph]:
    """Return one closed case as a page."""
    assert isinstance(value, dict), "a row of the log carries its document"
    document: dict[str, Any] = value
    language = app.words.get(f"language.{document['language']}", document["language"])
    page: list[Paragraph] = [
        (f"{short_id(document['case'])}  {app.titles(document['flow'], '')[0]}", "title"),
        (f"{document['case']}  {document['agent']}  {language}", "dim"),
        (disposition(app, document), "strong"),
        ("", "plain"),
    ]
    for move in document["path"]:
        page.append((_move(app, move), "plain"))
    page += _block(app, "facts", [pair(app.words, *fact) for fact in _facts(app, document)])
    for key in ("phrases", "replies"):  # the oldest documents have no replies
        page += _block(app, key, [_said(app, used) for used in document.get(key, ())])
    notes = [note["text"] for note in document["notes"]] + [document["closing_notes"]]
    return page + _block(app, "notes", notes)


def _said(app: "DeskApp", used: dict[str, Any]) -> str:
    return pair(app.words, app.words.get(f"via.{used['via']}", used["via"]), used["text"])


def _block(app: "DeskApp", key: str, texts: list[str]) -> list[Paragraph]:
    """Return a heading and its paragraphs, nothing when there are none."""
    shown: list[Paragraph] = [(text, "plain") for text in texts if text]
    return [("", "plain"), (app.words[f"log.{key}"], "title"), *shown] if shown else []


def _facts(app: "DeskApp", document: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the facts of a case in words; one that today's flows do not know keeps its key."""
    named = {}
    for flow_id in document["digests"]:
        try:
            flow, book = app.library.flow(flow_id), app.library.book(flow_id, app.language)
        except KeyError:
            continue
        named.update({flow.key(name): (spec, book) for name, spec in flow.facts.items()})
    for key, value in document["facts"].items():
        if key in named:
            spec, book = named[key]
            yield book.facts[spec.id], show_value(book, spec, value, document["zone"])
        else:
            yield key, str(value)


def _move(app: "DeskApp", move: dict[str, Any]) -> str:
    at = datetime.fromisoformat(move["at"]).strftime("%H:%M:%S")
    try:
        step = app.library.book(move["flow"], app.language).steps[move["step"]]
    except KeyError:
        return f"{at}  {move['step']} {move['choice']}"
    marks = {"<": app.words["log.back"], "(": app.words["log.into"], ")": app.words["log.out"]}
    return f"{at}  {step.title} → {marks.get(move['choice']) or step.choices[move['choice']]}"
