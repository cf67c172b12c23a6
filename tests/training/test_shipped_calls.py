"""What the shipped mock calls and quizzes are about, in both languages."""

import pytest

from lenovo_desk.core.model.events import CaseOpened
from lenovo_desk.training.model.scenario import TYPES
from lenovo_desk.training.scoring.good_call import good_call
from tests.shipped_content import library, materials
from tests.training.trainee import Trainee

LANGUAGES = ("zh", "fr")
CASES = {
    "nobody_home",  # nobody at the door, with a landline
    "late_engineer",
    "backup_hurry",
    "angry_post",  # with a telephone number in it
    "journalist",
    "paid_repair",  # declined
    "lawyer_threat",
    "wireless_refund",
}
DOCUMENT_004 = "004_0d2927b68f8117d8.txt"


@pytest.mark.parametrize("language", LANGUAGES)
def test_ten_at_least_with_the_floppy_drive_of_004_first(language: str) -> None:
    scenarios = materials().scenarios(language)
    assert len(scenarios) >= 10
    assert (scenarios[0].id, scenarios[0].source) == ("floppy_drive", DOCUMENT_004)
    assert {one.id for one in scenarios} >= CASES


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_flow_and_every_type_of_customer_is_played(language: str) -> None:
    scenarios, worked = materials().scenarios(language), set[str]()
    for scenario in scenarios:
        opening = Trainee(scenario).call().events[0].act
        assert isinstance(opening, CaseOpened)
        good = good_call(scenario, library(), opening)
        assert not good.stopped
        worked |= {move.flow for move in good.case.path}
    assert worked == {card.id for card in library().cards()}
    assert {one.persona.type for one in scenarios} == set(TYPES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_names_a_source_and_the_shop_of_004_is_asked_about(language: str) -> None:
    quizzes = materials().quizzes(language)
    assert all(question.source.strip() for quiz in quizzes for question in quiz.questions)
    shop = next(quiz for quiz in quizzes if quiz.id == "shop")
    assert sum(question.source == DOCUMENT_004 for question in shop.questions) >= 5
