"""Training: what can be practised here, what was left unfinished, and how it went so far."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from lenovo_desk.core.engine.session import StoreProblem
from lenovo_desk.core.ports import Summary
from lenovo_desk.core.wording.sentences import filled, sentence, span
from lenovo_desk.training.mock_session import MockSession
from lenovo_desk.training.model.quiz import Quiz
from lenovo_desk.training.model.scenario import Scenario
from lenovo_desk.training.quiz.spaced_repetition import due
from lenovo_desk.tui.desk.side_panes import short_id
from lenovo_desk.tui.kit.picker import Pick, Row
from lenovo_desk.tui.training.mock_desk import MockDesk
from lenovo_desk.tui.training.own_results import Best, bests, finished, result

if TYPE_CHECKING:
    from collections.abc import Callable

    from lenovo_desk.tui.app import DeskApp


def show_training(app: "DeskApp") -> None:
    """List what a trainee can do; Enter does it."""
    words = app.words
    try:
        app.training.calls.settle()
        rows = list(_rows(app))
        others = [Row(words[f"mock.row.{name}"], value=show) for name, show in _others(app)]
    except StoreProblem as problem:
        app.home.show(app.store_problem(problem), alert=True)
        return

    def picked(row: Row | None) -> None:
        if row is not None:
            assert callable(row.value), "a row of the menu carries what it does"
            row.value()

    hint = _told(app) or words["mock.hint"]
    app.push_screen(Pick(words["mock.title"], [*others, *rows], hint, rows[0]), picked)


def _told(app: "DeskApp") -> str:
    """Return what the store of mock calls has to tell once."""
    notices = app.training.calls.notices
    told = [sentence(app.words, None, notice) for notice in notices]
    notices.clear()
    return "  ".join(told)


def _rows(app: "DeskApp") -> Iterator[Row]:
    words, training = app.words, app.training
    agent, language = app.settings.current.agent.id, app.settings.current.phrases
    for summary in training.calls.live():
        if summary.agent == agent:
            yield _unfinished(app, summary)
    best = bests(app)
    scenarios = training.materials.scenarios(language)
    for scenario in scenarios:
        yield _scenario(app, scenario, best.get(scenario.id))
    if not scenarios:
        yield Row(words["mock.nothing"], value=partial(show_training, app))
    yield from _quizzes(app)


def _others(app: "DeskApp") -> "Iterator[tuple[str, Callable[[], object]]]":
    """Yield what else there is, each with its word: few rows, above a long list."""
    yield "calls", partial(show_own_calls, app)
    yield "class", partial(_show_class, app)
    yield "trainer", partial(_show_live, app)


def _show_class(app: "DeskApp") -> None:
    from lenovo_desk.tui.trainer.class_screen import show_class

    show_class(app, partial(show_training, app))


def _show_live(app: "DeskApp") -> None:
    from lenovo_desk.tui.trainer.live_calls import show_calls

    show_calls(app, back=partial(show_training, app))


def _quizzes(app: "DeskApp") -> Iterator[Row]:
    """Yield the decks of the language with how many questions are due now."""
    calls, agent = app.training.calls, app.settings.current.agent.id
    quizzes = app.training.materials.quizzes(app.settings.current.phrases)
    answers = calls.answers(agent) if quizzes else ()
    for quiz in quizzes:
        count = str(len(due(quiz, answers, calls.clock.now().utc)))
        yield Row(
            filled(app.words["mock.row.quiz"], {"name": quiz.title}),
            filled(app.words["mock.row.due"], {"n": count}),
            value=partial(_ask, app, quiz),
        )


def _ask(app: "DeskApp", quiz: Quiz) -> None:
    from lenovo_desk.tui.training.quiz_screen import show_quiz

    try:
        show_quiz(app, quiz, partial(show_training, app))
    except StoreProblem as problem:
        app.home.show(app.store_problem(problem), alert=True)


def _unfinished(app: "DeskApp", summary: Summary) -> Row:
    words = app.words
    flow, step = app.titles(summary.flow, summary.step)
    detail = summary.damage and app.words["reasons.damaged"].replace("{detail}", summary.damage)
    return Row(
        filled(words["mock.row.resume"], {"name": flow}),
        f"{short_id(summary.id)}  {detail or step}",
        filled(words["mock.row.left"], {"step": step}),
        partial(resume, app, summary.id),
    )


def _scenario(app: "DeskApp", scenario: Scenario, best: Best | None) -> Row:
    words = app.words
    flow, _ = app.titles(scenario.flow, "")
    target = filled(words["mock.row.target"], {"time": span(words, scenario.target)})
    return Row(
        scenario.title,
        result(words, best),
        f"{flow} · {target}\n{scenario.about}",
        partial(brief, app, scenario),
    )


def brief(app: "DeskApp", scenario: Scenario) -> None:
    """Tell what there is to know before a mock call; Enter begins it."""
    from lenovo_desk.tui.training.briefing import Briefing

    app.push_screen(Briefing(app, scenario))


def play(app: "DeskApp", scenario: Scenario) -> str:
    """Begin a mock call; return why that cannot be."""
    training = app.training

    def begun() -> MockSession:
        opening = training.opening(scenario.flow, scenario.language)
        scorecard = training.materials.scorecard(scenario.language)
        return training.calls.begin(app.library, opening, scenario, scorecard, training.materials)

    return _take(app, begun)


def play_again(app: "DeskApp", name: str, language: str) -> str:
    """Begin a call of a scenario as it is now; return why that cannot be."""
    for scenario in app.training.materials.scenarios(language):
        if scenario.id == name:
            return play(app, scenario)
    return app.words["mock.no_longer"]


def play_from(app: "DeskApp", case: str, upto: int) -> str:
    """Begin a new call that has gone as a closed one did up to one of its events.

    Returns why that cannot be.
    """
    training = app.training

    def begun() -> MockSession:
        call = training.calls.call(case)
        opening = training.opening(call.scenario.flow, call.scenario.language)
        return training.calls.begin_again(app.library, opening, call, upto, training.materials)

    return _take(app, begun)


def resume(app: "DeskApp", case: str) -> None:
    """Take up an unfinished mock call at the very step."""
    _take(app, lambda: app.training.calls.resume(case, app.library))


def _take(app: "DeskApp", begun: "Callable[[], MockSession]") -> str:
    training = app.training
    return app.take(begun, lambda session: MockDesk(session, training), training.calls.release)


def show_own_calls(app: "DeskApp") -> None:
    """List the closed mock calls of who is at the desk; Enter shows the score of one."""
    from lenovo_desk.tui.training.score_page import show_scored

    words = app.words
    try:
        rows = [Row(*texts, value=call) for call, texts in finished(app)]
    except StoreProblem as problem:
        app.home.show(app.store_problem(problem), alert=True)
        return
    if not rows:
        app.home.show(words["mock.no_calls"])
        return

    def picked(row: Row | None) -> None:
        if row is not None:
            show_scored(app, str(row.value), lambda: listed(row))
        else:
            show_training(app)

    def listed(here: Row | None) -> None:
        pick = Pick(words["mock.calls_title"], rows, words["mock.calls_hint"], here)
        app.push_screen(pick, picked)

    listed(None)
