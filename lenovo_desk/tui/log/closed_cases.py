"""Closed cases as rows of a list and as pages."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import islice
from typing import Any

from lenovo_desk.core.model.country import Place, country_stated
from lenovo_desk.core.model.flow import flow_keeping
from lenovo_desk.core.standing_moves import standing_moves
from lenovo_desk.core.wording.books import value_text
from lenovo_desk.core.wording.language_formats import datetime_text, formats_of
from lenovo_desk.core.wording.sentences import pair
from lenovo_desk.tui.kit.lists.case_table import CaseRow
from lenovo_desk.tui.kit.pages.page import Paragraph
from lenovo_desk.tui.kit.pages.picker_rows import PickerRow
from lenovo_desk.tui.kit.times_and_ids import clock_text, near_moment, short_id
from lenovo_desk.tui.kit.urgency import Urgency
from lenovo_desk.tui.shell import Shell

Document = dict[str, Any]
"""A closed case as stored in the day log."""
MOST = 500
"""The most closed cases listed, latest first."""


def closed_rows(shell: Shell) -> list[PickerRow[Document]]:
    """Return the latest closed cases. Raises `StoreProblem` if the log cannot be read."""
    rows, now = [], shell.store.clock.now().utc
    for document in islice(shell.store.documents(), MOST):
        title, _ = shell.readings.titles(document["flow"], "")
        moment = datetime.fromisoformat(document["closed"])
        end, agents = disposition(shell, document), _agents(document)
        case = CaseRow(
            near_moment(shell.words, moment.timestamp(), document["zone"], now),
            Urgency.LATER,
            shell.readings.customer_of(document),
            end,
            title,
            agents,
            short_id(document["case"]),
        )
        closed = datetime_text(formats_of(shell.words), moment)
        time = clock_text(float(document["figures"]["handled"]))
        more = (end, title, f"{closed} · {time} · {agents}", document["closing_notes"])
        rows.append(
            PickerRow(
                " ".join((case.id, case.customer, end)),
                document,
                f"{moment:%Y-%m-%d %H:%M}",
                "\n".join(more),
                case=case,
            )
        )
    return rows


def _agents(document: Document) -> str:
    """Return the ids of all who acted in a case; older documents name only the last."""
    return " · ".join(document.get("agents") or [document["agent"]])


def disposition(shell: Shell, document: Document) -> str:
    """Return how a closed case ended, in words."""
    return shell.readings.ending(document["flow"], document["disposition"])


def record_page(shell: Shell, document: Document) -> list[Paragraph]:
    """Return one closed case as a page: what counts first, the way that stands last."""
    language = shell.words.get(f"language.{document['language']}", document["language"])
    title, _ = shell.readings.titles(document["flow"], "")
    page: list[Paragraph] = [
        (
            f"{short_id(document['case'])}  {title}",
            "title",
        ),
        (f"{document['case']}  {_agents(document)}  {language}", "dim"),
        (disposition(shell, document), "strong"),
    ]
    page += _block(shell, "facts", [pair(shell.words, *fact) for fact in _facts(shell, document)])
    for key in ("phrases", "replies"):  # the oldest documents have no replies
        page += _block(shell, key, [_said(shell, used) for used in document.get(key, ())])
    notes = [note["text"] for note in document["notes"]] + [document["closing_notes"]]
    page += _block(shell, "notes", notes)
    moves = standing_moves(document["path"])
    return page + _block(shell, "path", [_move(shell, move) for move in moves])


def _said(shell: Shell, used: dict[str, Any]) -> str:
    return pair(shell.words, shell.words.get(f"via.{used['via']}", used["via"]), used["text"])


def _block(shell: Shell, key: str, texts: list[str]) -> list[Paragraph]:
    """Return a heading and its paragraphs; nothing if there are no paragraphs."""
    paragraphs: list[Paragraph] = [(text, "plain") for text in texts if text]
    return [("", "plain"), (shell.words[f"log.{key}"], "pane"), *paragraphs] if paragraphs else []


def _facts(shell: Shell, document: Document) -> Iterator[tuple[str, str]]:
    """Yield the facts of a case in words; one unknown to today's flows keeps its key."""
    flows, where = shell.readings.flows_of(document), _place(document)
    for key, value in document["facts"].items():
        if place := flow_keeping(flows, key):
            flow, spec = place
            book = shell.library.book(flow.id, shell.language)
            yield (
                book.facts[spec.id],
                value_text(book, spec, value, where),
            )
        else:
            yield key, str(value)


def _place(document: Document) -> Place:
    """Return where a case was; older documents name neither its country nor its currency."""
    zone = document["zone"]
    country = country_stated(document.get("country", ""), document["mode"], zone)
    return Place(zone, country, document.get("currency", "CNY"))


def _move(shell: Shell, move: Mapping[str, Any]) -> str:
    at = datetime.fromisoformat(move["at"]).strftime("%H:%M:%S")
    try:
        step = shell.library.book(move["flow"], shell.language).steps[move["step"]]
    except KeyError:
        return f"{at}  {move['step']} {move['choice']}"
    marks = {
        "<": shell.words["log.back"],
        "(": shell.words["log.into"],
        ")": shell.words["log.out"],
    }
    return f"{at}  {step.title} → {marks.get(move['choice']) or step.choices[move['choice']]}"
