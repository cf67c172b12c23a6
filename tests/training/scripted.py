"""A scenario of the tests' own, on the shipped flow of complaints, and variations on it."""

from typing import Any

from lenovo_desk.core.model import intents as it
from lenovo_desk.core.model.event_codec import sealed_fields
from lenovo_desk.core.model.events import Event
from lenovo_desk.training.model.call import Call
from lenovo_desk.training.model.scenario import Interruption, Persona, Reveal, Scenario
from tests.training.trainee import Trainee

SCRIPT = Scenario(
    id="scripted",
    language="fr",
    digest="scripted",
    title="Une disquette",
    about="Vous êtes Denis, au service réclamations.",
    flow="complaint",
    persona=Persona("Odile Morel", "emotional", "pour le formateur"),
    goal="des excuses",
    target=600,
    opens="C’est la deuxième fois que j’appelle !",
    says={
        "receive": ("Alors ?",),
        "listen": ("Voilà.", "Encore.", "Toujours."),
        "safety": ("Non.",),
    },
    reveals=(
        Reveal("customer_name", "Odile Morel", "Odile Morel.", ("votre nom",)),
        Reveal("customer_phone", "0199001734", "Le 01 99 00 17 34."),
        Reveal("complaint_problem", "un lecteur qui ne lit plus", "Il ne lit plus.", (), True),
        Reveal("complaint.contact_by", "phone", "Par téléphone.", ("quel canal",)),
    ),
    snaps={"repeat": ("Je l’ai dit.", "Encore ?"), "hold": ("Vous êtes là ?", "Enfin !")},
    interrupts=(
        Interruption(90, "Alors, ça vient ?", "", 1),
        Interruption(20, "Vous notez ?", "listen"),
    ),
    calms=("recapped", "listen.recorded", "apologise", "calm"),
    start=4,
    limit=8,
    good=(
        "came_by=phone",
        "accepted",
        "customer_name=Odile Morel",
        "customer_phone=0199001734",
        "complaint_problem=le lecteur de disquettes ne lit plus rien du tout, ni ancien ni neuf",
        "+heard_out",
        "customer_demand=que quelqu’un vienne remettre le lecteur en état, et des excuses",
        "+recapped",
        "contact_by=phone",
        "recorded",
        "no",
        "handler=Denis",
        "myself",
        "findings=rien n’a été proposé",
        "ours",
        "remedy=un technicien passe",
        "+apologised",
        "remedied",
        "inside",
        "proposal=nettoyage sur place",
        "agreed",
        "agreement=nettoyage sur place",
        "+done_as_agreed",
        "done",
        "satisfied",
        "cause=pas de disquette",
        "cause_kind=poor_service",
        "work_quality",
        "responsible_person=l’accueil",
        "nature=cliente renvoyée",
        "found",
        "root=petit matériel non suivi",
        "measure=disquettes en réserve",
        "measure_kind=process",
        "measure_owner=le responsable",
        "+measure_in_place",
        "in_place",
        "customer_handling=excuses",
        "closed",
        "=closed",
    ),
)


def script(**changes: Any) -> Scenario:
    """Return the scenario with some of it changed."""
    return SCRIPT._replace(**changes)


def at_listening(**changes: Any) -> Trainee:
    """Return a trainee who has come to the step at which he listens, in no time."""
    trainee = Trainee(script(**changes))
    assert trainee.do(it.RecordFact("came_by", "phone"))
    assert trainee.do(it.MakeChoice("accepted"))
    return trainee


def forgotten(call: Call) -> Call:
    """Return a call as it is read when its key is gone."""
    return call._replace(events=tuple(map(_forgotten, call.events)))


def _forgotten(event: Event) -> Event:
    act: Any = event.act
    secrets = [name for name in sealed_fields(act) if getattr(act, name)]
    return event._replace(act=act._replace(**dict.fromkeys(secrets, "[forgotten]")))
