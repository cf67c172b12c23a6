"""What a case knows, what its desk may say, and where it matters: replies, phrases, mock calls."""

import pytest

from lenovo_desk.core.engine.audit import first_unlawful
from lenovo_desk.core.model import events as ev
from lenovo_desk.core.model import intents as it
from lenovo_desk.core.model.events import Event, Refusal
from lenovo_desk.core.model.flow import Plain
from tests.core.machine import Machine

FLOW: Plain = {
    "flow": "talk",
    "facts": {
        "customer_name": {"personal": True},
        "handle": {"personal": True, "public": True},
        "post_link": {"type": "url", "personal": True, "public": True},
        "reported_fault": {"personal": True},
        "approver": {"personal": True},
        "mail": {"type": "email", "personal": True},
        "page": {"type": "url"},
        "reference": {"personal": True, "none": True},
    },
    "steps": {
        "talk": {"say": [{"phrase": "told", "via": "public"}], "choices": {"on": {"goto": "over"}}},
        "over": {"end": "done"},
    },
}
SETTINGS = (
    ("hotline_phone", "09 70 12 34 56"),
    ("support_link", "https://support.lenovo.com/fr"),
    ("station_address", "12 rue de la République, 69002 Lyon"),
    ("agent_name", "Camille Martin"),
    ("agent_phone", "+33699887766"),
    ("legal_contact", "Service juridique, juridique@lenovo.example"),
)


@pytest.fixture
def machine() -> Machine:
    """A case of a desk that has its own numbers."""
    case = Machine({"talk": FLOW})
    opening = it.OpenCase("case", "talk", "agent", "social", "fr", "UTC", settings=SETTINGS)
    case.do(opening)
    return case


def named(machine: Machine, text: str) -> str:
    """Return what a public reply gives away; empty for one that is accepted."""
    answer = machine.do(it.WriteReply(text, "public"))
    return answer.reasons[0].id if isinstance(answer, Refusal) else ""


KNOWN = [
    ("Jean Dupont", "Bonjour M. Dupont"), ("Jean Dupont", "bonjour jean"),
    ("DUPONT Jean", "merci à Jean Dupont"), ("Jean Dupont", "J.DUPONT"),
    ("Jean Dupont", "d-u-p-o-n-t"), ("Jean Dupont", "dup0nt jean"),
    ("Jean Dupont", "jeandupont"), ("Jean Dupont", "Dupont, Jean"),
    ("Marie-Claire Lefèvre", "Mme Lefevre"), ("Marie-Claire Lefèvre", "marie claire"),
    ("Marie-Claire Lefèvre", "lefèvre"), ("Jürgen Müller", "herr mueller"),
    ("Paul Petit", "merci M. petit"), ("Paul Petit", "Merci Petit"), ("Paul Petit", "petit paul"),
    ("Anne de La Tour", "Mme de La Tour"), ("Łukasz Nowak", "lukasz"),
    ("王伟", "王先生您好"), ("王伟", "小王您好"), ("王伟", "王 伟"), ("王伟", "王女士"),
    ("王伟", "王总好"), ("王伟先生", "王先生"), ("張偉", "张伟"), ("高强", "高先生"),
    ("欧阳娜娜", "欧阳女士"), ("欧阳娜娜", "娜娜您好"), ("诸葛亮", "诸葛先生"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text"), KNOWN)
def test_a_name_is_known_by_any_of_its_parts(machine: Machine, name: str, text: str) -> None:
    assert machine.record("customer_name", name)
    assert named(machine, text) in ("customer_name", "any_person")


ORDINARY = [
    ("Paul Petit", "Un petit souci ? Petit rappel : tout est en ligne."),
    ("Claire Blanc", "C’est clair : l’écran blanc, ou plus claire encore."),
    ("Rose Leroy", "Le clavier rose est en stock."),
    ("Jean Roy", "le roi du jeu, les jeans et les royaumes"),
    ("Marc Long", "C’est long, nous en sommes désolés."),
    ("王伟", "国王的电脑，伟大的产品"),
    ("高强", "提高速度，高清屏"),
    ("白雪", "白屏怎么办，小白用户也会用"),
    ("程亮", "小程序里可以查"),
    ("Tom Grant", "We will mark it and grant access."),
]


@pytest.mark.parametrize(("name", "text"), ORDINARY)
def test_a_name_that_is_a_word_is_one_in_a_sentence(machine: Machine, name: str, text: str) -> None:
    assert machine.record("customer_name", name)
    assert named(machine, text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Appelez-nous au 09 70 12 34 56.",
        "Appelez le 0970123456 ou le +33 9 70 12 34 56.",
        "Tout est sur https://support.lenovo.com/fr",
        "Voir https://support.lenovo.com/fr.",
        "Notre atelier : 12 rue de la République, 69002 Lyon.",
        "Camille Martin vous répond.",
        "Camille, votre conseillère, vous répond.",
        "Votre conseillère Camille vous répond.",
    ],
)
def test_what_the_desk_gives_out_itself_is_free(machine: Machine, text: str) -> None:
    assert named(machine, text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Appelez le 09 70 12 34 57.",
        "https://support.lenovo.com/fr?email=jean@mail.fr",
        "https://support.lenovo.com/fr/order/4001234567",
        "12 rue de la République chez M. Dupont",
        "Écrivez à juridique@lenovo.example",
        "Appelez Camille au 06 99 88 77 66",
        "Bruno, votre conseiller, vous répond.",
        "M. Martin vous répond.",
    ],
)
def test_what_only_begins_like_it_is_not(machine: Machine, text: str) -> None:
    assert named(machine, text) != ""


def test_the_handle_and_the_public_post_are_free(machine: Machine) -> None:
    machine.record("handle", "jean.dupont75")
    machine.record("customer_name", "Jean Dupont")
    machine.record("post_link", "https://x.com/jean.dupont75/status/1853123456789012345")
    assert named(machine, "Merci @jean.dupont75 pour ce message !") == ""
    assert named(machine, "Suite de https://x.com/jean.dupont75/status/1853123456789012345") == ""
    assert named(machine, "Merci Jean !") == "customer_name"


def test_ordinary_words_that_were_recorded_may_be_said_again(machine: Machine) -> None:
    machine.record("reported_fault", "écran noir")
    assert named(machine, "Désolés pour cet écran noir.") == ""
    machine.record("reported_fault", "écran noir depuis que Léa Morin l’a ouvert")
    assert named(machine, "écran noir depuis que Léa Morin l’a ouvert") == "reported_fault"


def test_that_there_is_none_names_nobody(machine: Machine) -> None:
    machine.record("reference", "0")
    assert named(machine, "none, aucune, 0") == ""


@pytest.mark.parametrize(
    "text", ["Votre adresse lucie.garnier84 est notée.", "Tout part vers atelier-morin point fr."]
)
def test_a_part_of_a_recorded_address_is_not_said(machine: Machine, text: str) -> None:
    assert named(machine, text) == ""
    assert machine.record("mail", "lucie.garnier84@atelier-morin.fr")
    assert named(machine, text) == "mail"


def test_whoever_approved_is_named_by_the_name_too(machine: Machine) -> None:
    machine.record("approver", "Nadia Benhaddou")
    assert named(machine, "Nadia est d’accord") == "approver"


def test_a_public_phrase_with_a_number_in_its_blank_is_not_copied(machine: Machine) -> None:
    text = "La réponse est ici : https://lenovo.com/?tel=0612345678"
    answer = machine.do(it.CopyPhrase("told", "fr", text, "proposed", (), ("page",)))
    assert isinstance(answer, Refusal)
    assert (answer.reasons[0].code, answer.reasons[0].id) == ("personal_in_public", "any_link")
    assert answer.attempt is None
    assert not machine.case.used
    free = text.partition("?")[0]
    assert isinstance(
        machine.do(it.CopyPhrase("told", "fr", free, "proposed", (), ("page",))), Event
    )


def test_the_reason_quotes_the_place_and_a_real_case_keeps_nothing_of_it(machine: Machine) -> None:
    count = len(machine.lines)
    answer = machine.do(it.WriteReply("Bonjour M. Dupont, au zéro six douze 34 56 78", "public"))
    assert isinstance(answer, Refusal)
    assert answer.reasons[0].detail in ("M. Dupont", "zéro six douze 34 56 78")
    assert len(machine.lines) == count


def test_a_mock_call_keeps_the_attempt_to_copy(machine: Machine) -> None:
    mock = Machine({"talk": FLOW}).begin_mock()
    answer = mock.do(it.CopyPhrase("told", "fr", "M. Dupont, 06 12 34 56 78", "proposed", (), ()))
    assert isinstance(answer, Refusal)
    assert answer.attempt is not None
    assert isinstance(answer.attempt.act, ev.ReplyBarred)
    assert answer.attempt.act.via == "public"
    assert first_unlawful(mock.flows, mock.events) is None


def test_a_journal_of_before_that_says_more_is_lawful_still(machine: Machine) -> None:
    machine.record("customer_name", "Jean Dupont")
    machine.do(it.WriteReply("Bonjour", "public"))
    *before, last = machine.events
    assert isinstance(last.act, ev.ReplyWritten)
    old = last._replace(act=last.act._replace(text="Bonjour M. Dupont, au 06 12 34 56 78"))
    assert first_unlawful(machine.flows, [*before, old]) is None
