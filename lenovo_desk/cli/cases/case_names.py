"""The cases there are, for a word that should have named one."""

from lenovo_desk.cli.exits import FAILED, Stop, guess
from lenovo_desk.cli.services import Services


def no_case(name: str, services: Services, where: str = "log") -> Stop:
    """Return the end of a command that names a case that is not there; `where` lists those."""
    known = [one.id for one in services.store.unfinished(reasons=False)]
    if where == "log":
        known += [one["case"] for one in services.store.documents(personal=False)]
    hint = guess(name, known) or f" See lenovo-desk {where}."
    return Stop(f'there is no case "{name}".{hint}', FAILED)
