"""Find flows, steps, phrases, facts and commands. Finding previews; it moves nothing."""

from typing import TYPE_CHECKING, Any

from lenovo_desk.core.wording.books import BLANK, GAP, fill
from lenovo_desk.tui.kit.hint_row import commands, key_name, label
from lenovo_desk.tui.kit.picker import Pick, Row

if TYPE_CHECKING:
    from lenovo_desk.tui.app import DeskApp
    from lenovo_desk.tui.desk.desk_screen import Desk


def find(app: "DeskApp", desk: "Desk | None") -> None:
    """List everything that can be found from here; Enter does what can be done with it."""
    screen: Any = app.screen
    rows = _commands(app, screen)
    rows += _facts(app, desk) if desk else []
    names = tuple(desk.session.case.digests) if desk else _startable(app)
    for name in names:
        rows += _steps(app, name) + _phrases(app, name, desk)
    rows += _flows(app)

    def picked(row: Row | None) -> None:
        if row is None:
            return
        assert isinstance(row.value, tuple)
        kind, value = row.value
        if kind == "command":
            screen.call_later(screen.run_action, value)
        elif kind == "fact" and desk:
            desk.ask_fact(value)
        elif kind == "flow" and desk is None:
            app.start(value)

    app.push_screen(Pick(app.words["find.title"], rows, app.words["find.hint"]), picked)


def _startable(app: "DeskApp") -> tuple[str, ...]:
    return tuple(card.id for card in app.library.cards() if not card.problems)


def _commands(app: "DeskApp", screen: Any) -> list[Row]:
    words = app.words
    return [
        Row(
            label(name, words) or name,
            f"{words['find.command']} {key_name(keys, words)}",
            label(name, words, "tips"),
            ("command", action if not hasattr(app, f"action_{action}") else f"app.{action}"),
        )
        for keys, action, name in commands(screen)
        if name != "find"
    ]


def _facts(app: "DeskApp", desk: "Desk") -> list[Row]:
    rows, seen = [], set()
    for frame in reversed(desk.session.case.here.stack):
        flow = desk.session.flows[frame.flow]
        book = app.library.book(flow.id, app.language)
        for name, spec in flow.facts.items():
            if not (spec.derive or spec.chosen) and flow.key(name) not in seen:
                seen.add(flow.key(name))
                rows.append(Row(book.facts[name], app.words["find.fact"], "", ("fact", name)))
    return rows


def _steps(app: "DeskApp", name: str) -> list[Row]:
    book = app.library.book(name, app.language)
    return [
        Row(step.title, f"{app.words['find.step']} {book.title}", step.do, ("step", key))
        for key, step in book.steps.items()
        if step.do
    ]


def _phrases(app: "DeskApp", name: str, desk: "Desk | None") -> list[Row]:
    language = desk.session.case.language if desk else app.settings.current.phrases
    book = app.library.book(name, language)
    rows = []
    for phrase in book.phrases.values():
        if desk:
            text = fill(phrase, book, desk.session.flows[name], desk.session.case).text
        else:
            text = BLANK.sub(GAP, phrase.text)
        kind = f"{app.words['find.phrase']} · {app.words[f'authority.{phrase.authority}']}"
        rows.append(Row(text, kind, text, ("phrase", phrase.id)))
    return rows


def _flows(app: "DeskApp") -> list[Row]:
    return [
        Row(
            card.titles.get(app.language, card.titles["en"]),
            app.words["find.flow"],
            "",
            ("flow", card.id),
        )
        for card in app.library.cards()
        if card.on_home and not card.problems
    ]
