"""Carries out the requests of training screens, so that none imports another.

It sits above both rooms: the trainer's screens may import those of training, not the reverse.
"""

from collections.abc import Callable
from functools import partial

from lenovo_desk.core.wording.sentences import filled
from lenovo_desk.training.mock_session import MockSession
from lenovo_desk.training.model.call import Call
from lenovo_desk.training.model.scenario import Scenario
from lenovo_desk.tui import training_messages as msg
from lenovo_desk.tui.shell import Shell


def show_menu(shell: Shell) -> None:
    """Show the training menu."""
    from lenovo_desk.tui.training.training_menu import show_training

    show_training(shell)


def carry_out(shell: Shell, message: msg.TrainingMessage) -> str:
    """Carry out a request; return why it failed, in words, or ""."""
    match message:
        case msg.BeginCall(scenario):
            return _begin(shell, scenario)
        case msg.PlayAgain(scenario, language):
            return _play_again(shell, scenario, language)
        case msg.PlayFrom(call, event):
            return _play_from(shell, call, event)
        case msg.ResumeCall(call):
            return _take(shell, lambda: shell.training.calls.resume(call, shell.library))
        case msg.CallEnded(ended_call, problem):
            _show_score(shell, ended_call, problem, partial(show_menu, shell))
        case msg.ShowScore(call, back):
            _show_earlier_score(shell, call, back)
        case _:
            _show(shell, message)
    return ""


def _show(shell: Shell, message: msg.TrainingMessage) -> None:
    match message:
        case msg.ShowMenu():
            show_menu(shell)
        case msg.ShowBriefing(scenario):
            from lenovo_desk.tui.training.briefing import Briefing

            shell.push_screen(Briefing(shell, scenario))
        case msg.ShowClass():
            from lenovo_desk.tui.trainer.class_screen import show_class

            show_class(shell, partial(show_menu, shell))
        case msg.ShowLiveCalls():
            from lenovo_desk.tui.trainer.live_calls import show_live_calls

            show_live_calls(shell, back=partial(show_menu, shell))


def _begin(shell: Shell, scenario: Scenario) -> str:
    training = shell.training

    def new_session() -> MockSession:
        opening = training.opening(scenario.flow, scenario.language, scenario.country)
        scorecard = training.materials.scorecard(scenario.language)
        return training.calls.begin(shell.library, opening, scenario, scorecard, training.materials)

    return _take(shell, new_session)


def _play_again(shell: Shell, name: str, language: str) -> str:
    for scenario in shell.training.materials.scenarios(language):
        if scenario.id == name:
            return _begin(shell, scenario)
    return shell.words["mock.no_longer"]


def _play_from(shell: Shell, call_id: str, upto: int) -> str:
    training = shell.training

    def new_session() -> MockSession:
        call = training.calls.call(call_id)
        opening = training.opening(
            call.scenario.flow, call.scenario.language, call.scenario.country
        )
        return training.calls.begin_again(shell.library, opening, call, upto, training.materials)

    return _take(shell, new_session)


def _take(shell: Shell, open_session: Callable[[], MockSession]) -> str:
    from lenovo_desk.tui.training.mock_desk import MockDesk

    training = shell.training
    if live := len(shell.live.cases):  # a customer who waits is not practice
        problem = filled(shell.words["live.no_mock"], {"n": str(live)})
        shell.tell_home(problem, True)
        return problem
    return shell.show_case(
        open_session, lambda session: MockDesk(session, training), training.calls.release
    )


def _show_earlier_score(shell: Shell, call_id: str, back: Callable[[], object]) -> None:
    call = shell.attempt(lambda: shell.training.calls.call(call_id), shell.tell_home)
    if call is not None:
        _show_score(shell, call, "", back)


def _show_score(shell: Shell, call: Call, problem: str, back: Callable[[], object]) -> None:
    from lenovo_desk.tui.training.score_page import ScorePage

    shell.push_screen(ScorePage(shell, call, problem, back))
