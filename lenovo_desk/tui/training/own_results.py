"""The results of this desk's agent in mock calls, scored once and cached."""

from collections.abc import Iterator, Mapping

from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.wording.books import time_text
from lenovo_desk.core.wording.language_formats import formats_of
from lenovo_desk.core.wording.sentences import filled
from lenovo_desk.training.model.call import Call
from lenovo_desk.tui.kit.times_and_ids import clock_text, short_id
from lenovo_desk.tui.shell import Shell


class BestResult(NamedTuple):
    """The best call of a scenario."""

    percent: float
    passed: bool


def own_calls(shell: Shell) -> Iterator[Call]:
    """Yield the closed calls of this desk's agent, latest first. Raises `StoreProblem`."""
    return shell.training.calls.closed(shell.settings.current.agent.id)


def best_results(shell: Shell) -> dict[str, BestResult]:
    """Return the best result by scenario id; a passed call beats any failed one.

    Raises `StoreProblem` like `own_calls`.
    """
    best_by_scenario: dict[str, BestResult] = {}
    for call in own_calls(shell):
        attempt = shell.training.results.attempt(call)
        if not attempt.whole:  # begun from the middle of another call, or cut short
            continue
        best = BestResult(attempt.percent, attempt.passed)
        before = best_by_scenario.get(attempt.scenario, best)
        best_by_scenario[attempt.scenario] = max(
            before, best, key=lambda each: (each.passed, each.percent)
        )
    return best_by_scenario


def result_text(words: Mapping[str, str], best: BestResult | None) -> str:
    """Return the best result in words; None is a scenario that was not played yet."""
    if best is None:
        return words["mock.row.new"]
    percent = filled(words["mock.row.best"], {"percent": f"{best.percent:.0f}"})
    return f"{percent}  {words['mock.row.passed' if best.passed else 'mock.row.not_passed']}"


def own_call_rows(shell: Shell) -> Iterator[tuple[str, tuple[str, str, str]]]:
    """Yield each closed call's id, with its row's label, detail and preview.

    Raises `StoreProblem` like `own_calls`.
    """
    words, now = shell.words, shell.store.clock.now().utc
    for call in own_calls(shell):
        attempt = shell.training.results.attempt(call)
        zone = shell.settings.current.zone
        when = time_text(formats_of(shell.words), attempt.at, zone, now=now)
        passed = words["mock.row.passed" if attempt.passed else "mock.row.not_passed"]
        passed = words["class.hung_up"] if attempt.cut_short else passed
        label = f"{when}  {call.scenario.title}"
        detail = (
            f"{attempt.percent:.0f} %  {passed}  {clock_text(attempt.seconds)}  {short_id(call.id)}"
        )
        yield call.id, (label, detail, call.scenario.about)
