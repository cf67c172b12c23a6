"""Forms are printed with the fields in their own order, boxes for items, places to sign."""

import pytest

from lenovo_desk.report.record_chapters import FactAnswer, ItemTick
from lenovo_desk.report.record_html import printed_record
from lenovo_desk.report.record_text import record_text
from tests.report.transcript_records import form, told
from tests.walks.stored_walks import names_of

CASH = "crisis/level_1_cash_and_closed.walk"
NO_CASH = "crisis/level_2_no_cash_nobody_responsible.walk"


def test_the_escalation_form_asks_in_the_documents_order() -> None:
    name = next(name for name in names_of("social_triage") if name.endswith("entered.walk"))
    sheets = told(name, "fr")[0].forms
    titles = [line.title for line in form(sheets, "Fiche d’escalade EMEA").lines]
    assert titles == [
        "Nom",
        "E-mail",
        "Téléphone",
        "Numéro de modèle",
        "Gamme",
        "Numéro de dossier du service client",
        "Référence dans l’outil",
    ]


def test_the_four_forms_of_a_crisis_stand_in_the_order_of_the_attachments() -> None:
    titles = [sheet.title for sheet in told(CASH, "zh")[0].forms]
    assert titles == ["投诉危机事件报警表", "投诉处理资源申请表", "支出凭单", "现金收条"]


def test_a_form_that_was_never_begun_is_not_printed() -> None:
    titles = [sheet.title for sheet in told(NO_CASH, "zh")[0].forms]
    assert "现金收条" not in titles
    assert "投诉危机事件报警表" in titles


def test_a_form_has_its_values_its_boxes_and_its_signers() -> None:
    receipt = form(told(CASH, "zh")[0].forms, "现金收条")
    filled = [line for line in receipt.lines if isinstance(line, FactAnswer) and line.value]
    ticked = [line for line in receipt.lines if isinstance(line, ItemTick) and line.at]
    assert filled
    assert ticked
    assert len(receipt.signers) == 2


@pytest.mark.parametrize("language", ["zh", "fr"])
def test_a_form_is_printed_on_a_page_of_its_own_and_read_as_text(language: str) -> None:
    found, wording = told(CASH, language)
    shown, text = printed_record(found, wording), record_text(found, wording)
    assert shown.count('<section class="form">') == len(found.forms) == 4
    for sheet in found.forms:
        assert sheet.title in text
        for who in sheet.signers:
            assert who.name in shown


def test_a_visit_prints_its_service_sheet() -> None:
    sheets = told("field_visit/home_mobile_paid_solved.walk", "zh")[0].forms
    assert len(sheets) == 1
    assert len(sheets[0].signers) == 3
