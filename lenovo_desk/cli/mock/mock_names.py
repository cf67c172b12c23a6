"""Finds the scenarios and calls that the commands of mock calls name."""

from lenovo_desk.cli.exits import FAILED, MISUSED, PROGRAM, Stop, guess
from lenovo_desk.cli.output import complain
from lenovo_desk.cli.services import Services
from lenovo_desk.core.engine.session import StoreProblem
from lenovo_desk.training.model.call import Call
from lenovo_desk.training.model.scenario import Scenario


def practice_language(services: Services) -> str:
    """Return the language of practice: the command line's, else that of the phrases.

    English on the command line counts as none, since it is only a language of the interface.
    """
    return services.language if services.language not in ("", "en") else services.settings.phrases


def named_scenario(name: str, services: Services) -> Scenario:
    """Return a scenario in the language of practice. Raises `Stop` when there is none."""
    language = practice_language(services)
    scenarios = {scenario.id: scenario for scenario in services.materials.scenarios(language)}
    if name not in scenarios:
        hint = guess(name, scenarios) or " See lenovo-desk mock."
        raise Stop(f'there is no scenario "{name}" in {language}.{hint}', MISUSED)
    return scenarios[name]


def named_call(name: str, services: Services) -> Call:
    """Return a mock call, live or closed. Raises `Stop` when there is none."""
    try:
        return services.calls.call(name)
    except StoreProblem as problem:
        if problem.code not in ("no_call", "bad_case_id"):
            raise
        calls = [call.id for call in services.calls.closed()] + [
            call.id for call in services.calls.live()
        ]
        hint = guess(name, calls) or " See lenovo-desk mock, mock calls."
        raise Stop(f'there is no mock call "{name}".{hint}', FAILED) from None


def tell_call_notices(services: Services) -> None:
    """Write the notices of the store of mock calls to standard error."""
    from lenovo_desk.core.wording.sentences import sentence

    words = services.library.words(services.wording)
    for notice in services.calls.notices:
        complain(PROGRAM, sentence(words, None, notice))
