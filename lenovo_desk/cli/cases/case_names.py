"""The cases there are, for a word that names none of them."""

from lenovo_desk.cli.exits import FAILED, Stop, guess
from lenovo_desk.cli.services import Services


def no_case(name: str, services: Services, where: str = "log") -> Stop:
    """Return the end of a command that names a case that is not there.

    `where` is the command that lists those there are.
    """
    cases = [case.id for case in services.store.unfinished(reasons=False)]
    if where == "log":
        cases += [case["case"] for case in services.store.documents(personal=False)]
    hint = guess(name, cases) or f" See lenovo-desk {where}."
    return Stop(f'there is no case "{name}".{hint}', FAILED)
