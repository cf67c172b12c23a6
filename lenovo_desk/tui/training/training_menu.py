"""The training menu: scenarios, quizzes, unfinished calls and results so far."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from lenovo_desk.core.ports import CaseSummary
from lenovo_desk.core.wording.sentences import filled, sentence, span
from lenovo_desk.training.model.quiz import Quiz
from lenovo_desk.training.model.scenario import Scenario
from lenovo_desk.training.quiz.spaced_repetition import due_questions
from lenovo_desk.tui.kit.pages.picker import Picker
from lenovo_desk.tui.kit.pages.picker_rows import Act, PickerRow, act
from lenovo_desk.tui.kit.times_and_ids import short_id
from lenovo_desk.tui.shell import Shell
from lenovo_desk.tui.training.own_results import (
    BestResult,
    best_results,
    own_call_rows,
    result_text,
)
from lenovo_desk.tui.training_messages import (
    ResumeCall,
    ShowBriefing,
    ShowClass,
    ShowLiveCalls,
    ShowScore,
)

if TYPE_CHECKING:
    from collections.abc import Callable


def show_training(shell: Shell) -> None:
    """Show the training menu; Enter opens the row under the cursor."""
    words = shell.words
    rows = shell.attempt(lambda: _settled_rows(shell), shell.tell_home)
    if rows is None:
        return
    others = [
        PickerRow(words[f"mock.row.{name}"], show, group=words["mock.groups.others"])
        for name, show in _others(shell)
    ]
    menu = Picker(words["mock.title"], [*others, *rows], words["mock.hint"], rows[0].value)
    menu.message = _notices_text(shell)
    menu.alert = bool(menu.message)
    shell.push_screen(menu, act)


def _notices_text(shell: Shell) -> str:
    """Return the notices of the store of mock calls as one text, and clear them."""
    notices = shell.training.calls.notices
    texts = [sentence(shell.words, None, notice) for notice in notices]
    notices.clear()
    return "  ".join(texts)


def _settled_rows(shell: Shell) -> list[PickerRow[Act]]:
    shell.training.calls.settle()
    return list(_rows(shell))


def _rows(shell: Shell) -> Iterator[PickerRow[Act]]:
    words, training = shell.words, shell.training
    agent, language = shell.settings.current.agent.id, shell.settings.current.phrases
    for summary in training.calls.live():
        if summary.agent == agent:
            yield _unfinished(shell, summary)
    best = best_results(shell)
    scenarios = training.materials.scenarios(language)
    for scenario in scenarios:
        yield _scenario(shell, scenario, best.get(scenario.id))
    if not scenarios:
        yield PickerRow(words["mock.nothing"], partial(show_training, shell))
    yield from _quizzes(shell)


def _others(shell: Shell) -> "Iterator[tuple[str, Callable[[], object]]]":
    """Yield the rows above the list: the key of each word, and what opens it."""
    yield "calls", partial(show_own_calls, shell)
    yield "class", partial(shell.go, ShowClass())
    yield "trainer", partial(shell.go, ShowLiveCalls())


def _quizzes(shell: Shell) -> Iterator[PickerRow[Act]]:
    """Yield a row per quiz of the language, with the number of questions due now."""
    calls, agent = shell.training.calls, shell.settings.current.agent.id
    quizzes = shell.training.materials.quizzes(shell.settings.current.phrases)
    answers = calls.answers(agent) if quizzes else ()
    for quiz in quizzes:
        count = str(len(due_questions(quiz, answers, calls.clock.now().utc)))
        yield PickerRow(
            filled(shell.words["mock.row.quiz"], {"name": quiz.title}),
            partial(_ask, shell, quiz),
            filled(shell.words["mock.row.due"], {"n": count}),
            group=shell.words["mock.groups.quizzes"],
        )


def _ask(shell: Shell, quiz: Quiz) -> None:
    from lenovo_desk.tui.training.quiz_screen import show_quiz

    back = partial(show_training, shell)
    shell.attempt(lambda: show_quiz(shell, quiz, back), shell.tell_home)


def _unfinished(shell: Shell, summary: CaseSummary) -> PickerRow[Act]:
    words = shell.words
    flow, step = shell.readings.titles(summary.flow, summary.step)
    detail = summary.damage and shell.words["reasons.damaged"].replace("{detail}", summary.damage)
    return PickerRow(
        filled(words["mock.row.resume"], {"name": flow}),
        partial(shell.go, ResumeCall(summary.id)),
        f"{short_id(summary.id)}  {detail or step}",
        filled(words["mock.row.left"], {"step": step}),
        group=words["home.waiting"],
    )


def _scenario(shell: Shell, scenario: Scenario, best: BestResult | None) -> PickerRow[Act]:
    words = shell.words
    flow, _ = shell.readings.titles(scenario.flow, "")
    target = filled(words["mock.row.target"], {"time": span(words, scenario.target)})
    return PickerRow(
        scenario.title,
        partial(shell.go, ShowBriefing(scenario)),
        result_text(words, best),
        f"{flow} · {target}\n{scenario.about}",
        group=words["mock.groups.calls"],
    )


def show_own_calls(shell: Shell) -> None:
    """List the closed mock calls of this desk's agent; Enter shows the score of one."""
    words = shell.words
    calls = shell.attempt(lambda: list(own_call_rows(shell)), shell.tell_home)
    if calls is None:
        return
    rows = [PickerRow(texts[0], call, *texts[1:]) for call, texts in calls]
    if not rows:
        shell.tell_home(words["mock.no_calls"])
        return

    def picked(call: str | None) -> None:
        if call is not None:
            shell.go(ShowScore(call, lambda: show_list(call)))
        else:
            show_training(shell)

    def show_list(first: str | None) -> None:
        picker = Picker(words["mock.calls_title"], rows, words["mock.calls_hint"], first)
        shell.push_screen(picker, picked)

    show_list(None)
