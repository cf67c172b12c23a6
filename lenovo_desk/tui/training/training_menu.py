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
from lenovo_desk.training.quiz.spaced_repetition import due_questions
from lenovo_desk.tui.kit.formats import short_id
from lenovo_desk.tui.kit.picker import Pick, Row
from lenovo_desk.tui.shell import Shell
from lenovo_desk.tui.training.mock_desk import MockDesk
from lenovo_desk.tui.training.own_results import Best, bests, finished, result

if TYPE_CHECKING:
    from collections.abc import Callable


def show_training(shell: Shell) -> None:
    """List what a trainee can do; Enter does it."""
    words = shell.words
    try:
        shell.training.calls.settle()
        rows = list(_rows(shell))
        others = [Row(words[f"mock.row.{name}"], value=show) for name, show in _others(shell)]
    except StoreProblem as problem:
        shell.tell_home(shell.store_problem(problem), alert=True)
        return

    def picked(row: Row | None) -> None:
        if row is not None:
            assert callable(row.value), "a row of the menu carries what it does"
            row.value()

    hint = _told(shell) or words["mock.hint"]
    shell.push_screen(Pick(words["mock.title"], [*others, *rows], hint, rows[0]), picked)


def _told(shell: Shell) -> str:
    """Return what the store of mock calls has to tell once."""
    notices = shell.training.calls.notices
    told = [sentence(shell.words, None, notice) for notice in notices]
    notices.clear()
    return "  ".join(told)


def _rows(shell: Shell) -> Iterator[Row]:
    words, training = shell.words, shell.training
    agent, language = shell.settings.current.agent.id, shell.settings.current.phrases
    for summary in training.calls.live():
        if summary.agent == agent:
            yield _unfinished(shell, summary)
    best = bests(shell)
    scenarios = training.materials.scenarios(language)
    for scenario in scenarios:
        yield _scenario(shell, scenario, best.get(scenario.id))
    if not scenarios:
        yield Row(words["mock.nothing"], value=partial(show_training, shell))
    yield from _quizzes(shell)


def _others(shell: Shell) -> "Iterator[tuple[str, Callable[[], object]]]":
    """Yield what else there is, each with its word: few rows, above a long list."""
    yield "calls", partial(show_own_calls, shell)
    yield "class", partial(_show_class, shell)
    yield "trainer", partial(_show_live, shell)


def _show_class(shell: Shell) -> None:
    from lenovo_desk.tui.trainer.class_screen import show_class

    show_class(shell, partial(show_training, shell))


def _show_live(shell: Shell) -> None:
    from lenovo_desk.tui.trainer.live_calls import show_calls

    show_calls(shell, back=partial(show_training, shell))


def _quizzes(shell: Shell) -> Iterator[Row]:
    """Yield the decks of the language with how many questions are due now."""
    calls, agent = shell.training.calls, shell.settings.current.agent.id
    quizzes = shell.training.materials.quizzes(shell.settings.current.phrases)
    answers = calls.answers(agent) if quizzes else ()
    for quiz in quizzes:
        count = str(len(due_questions(quiz, answers, calls.clock.now().utc)))
        yield Row(
            filled(shell.words["mock.row.quiz"], {"name": quiz.title}),
            filled(shell.words["mock.row.due"], {"n": count}),
            value=partial(_ask, shell, quiz),
        )


def _ask(shell: Shell, quiz: Quiz) -> None:
    from lenovo_desk.tui.training.quiz_screen import show_quiz

    try:
        show_quiz(shell, quiz, partial(show_training, shell))
    except StoreProblem as problem:
        shell.tell_home(shell.store_problem(problem), alert=True)


def _unfinished(shell: Shell, summary: Summary) -> Row:
    words = shell.words
    flow, step = shell.readings.titles(summary.flow, summary.step)
    detail = summary.damage and shell.words["reasons.damaged"].replace("{detail}", summary.damage)
    return Row(
        filled(words["mock.row.resume"], {"name": flow}),
        f"{short_id(summary.id)}  {detail or step}",
        filled(words["mock.row.left"], {"step": step}),
        partial(resume, shell, summary.id),
    )


def _scenario(shell: Shell, scenario: Scenario, best: Best | None) -> Row:
    words = shell.words
    flow, _ = shell.readings.titles(scenario.flow, "")
    target = filled(words["mock.row.target"], {"time": span(words, scenario.target)})
    return Row(
        scenario.title,
        result(words, best),
        f"{flow} · {target}\n{scenario.about}",
        partial(brief, shell, scenario),
    )


def brief(shell: Shell, scenario: Scenario) -> None:
    """Tell what there is to know before a mock call; Enter begins it."""
    from lenovo_desk.tui.training.briefing import Briefing

    shell.push_screen(Briefing(shell, scenario))


def play(shell: Shell, scenario: Scenario) -> str:
    """Begin a mock call; return why that cannot be."""
    training = shell.training

    def begun() -> MockSession:
        opening = training.opening(scenario.flow, scenario.language)
        scorecard = training.materials.scorecard(scenario.language)
        return training.calls.begin(shell.library, opening, scenario, scorecard, training.materials)

    return _take(shell, begun)


def play_again(shell: Shell, name: str, language: str) -> str:
    """Begin a call of a scenario as it is now; return why that cannot be."""
    for scenario in shell.training.materials.scenarios(language):
        if scenario.id == name:
            return play(shell, scenario)
    return shell.words["mock.no_longer"]


def play_from(shell: Shell, case: str, upto: int) -> str:
    """Begin a new call that has gone as a closed one did up to one of its events.

    Returns why that cannot be.
    """
    training = shell.training

    def begun() -> MockSession:
        call = training.calls.call(case)
        opening = training.opening(call.scenario.flow, call.scenario.language)
        return training.calls.begin_again(shell.library, opening, call, upto, training.materials)

    return _take(shell, begun)


def resume(shell: Shell, case: str) -> None:
    """Take up an unfinished mock call at the very step."""
    _take(shell, lambda: shell.training.calls.resume(case, shell.library))


def _take(shell: Shell, begun: "Callable[[], MockSession]") -> str:
    training = shell.training
    return shell.take(begun, lambda session: MockDesk(session, training), training.calls.release)


def show_own_calls(shell: Shell) -> None:
    """List the closed mock calls of who is at the desk; Enter shows the score of one."""
    from lenovo_desk.tui.training.score_page import show_scored

    words = shell.words
    try:
        rows = [Row(*texts, value=call) for call, texts in finished(shell)]
    except StoreProblem as problem:
        shell.tell_home(shell.store_problem(problem), alert=True)
        return
    if not rows:
        shell.tell_home(words["mock.no_calls"])
        return

    def picked(row: Row | None) -> None:
        if row is not None:
            show_scored(shell, str(row.value), lambda: listed(row))
        else:
            show_training(shell)

    def listed(here: Row | None) -> None:
        pick = Pick(words["mock.calls_title"], rows, words["mock.calls_hint"], here)
        shell.push_screen(pick, picked)

    listed(None)
