"""The error for a word that names no case."""

from lenovo_desk.cli.exits import FAILED, Stop, guess
from lenovo_desk.cli.services import Services


def no_case(name: str, services: Services, where: str = "log") -> Stop:
    """Return the `Stop` for a case that does not exist.

    It suggests a case when one is close. `where` is the command that lists the cases: `log` or
    `board`.
    """
    cases = [case.id for case in services.store.unfinished(reasons=False)]
    if where == "log":
        cases += [case["case"] for case in services.store.documents(personal=False)]
    hint = guess(name, cases) or f" See lenovo-desk {where}."
    return Stop(f'there is no case "{name}".{hint}', FAILED)
