"""A printed form shows what was signed, what stands there now, and what is not signed."""

import pytest

from lenovo_desk.core.walking.moves import parse_move
from lenovo_desk.core.wording.wording import Wording
from lenovo_desk.report.case_record import case_record
from lenovo_desk.report.printed_forms import PrintedForm
from lenovo_desk.report.record_chapters import FactAnswer, ItemTick
from lenovo_desk.report.record_html import printed_record
from lenovo_desk.report.record_text import record_text
from tests.memory_journal import MemoryJournal
from tests.printing.html_tree import parsed
from tests.report.transcript_records import form, told, walked
from tests.shipped_content import library

STATEMENT = "field_visit/statement_changed_after_it_was_signed.walk"
FEE = "field_visit/fee_changed_after_it_was_signed.walk"
QUOTE = "depot_repair/quote_changed_after_it_was_signed.walk"
PLAIN = "field_visit/home_mobile_paid_solved.walk"
CASH = "crisis/level_1_cash_and_closed.walk"
ARRIVED = "2026-11-23 09:55:00"


def line(sheet: PrintedForm, title: str) -> FactAnswer:
    return next(one for one in sheet.lines if isinstance(one, FactAnswer) and one.title == title)


def box(sheet: PrintedForm, title: str) -> ItemTick:
    return next(one for one in sheet.lines if isinstance(one, ItemTick) and one.title == title)


def test_a_value_changed_after_the_signature_stands_beside_what_was_signed() -> None:
    sheet = told(STATEMENT, "zh", "!normal")[0].forms[0]
    data = line(sheet, "数据情况")
    assert (data.value, data.at) == ("放弃数据", ARRIVED)
    assert data.stood == (f"客户已签字（{ARRIVED}）：自行保管",)
    assert ("自行保管", ARRIVED) in data.earlier
    signed, before = box(sheet, "客户已签字"), sheet.signers[0]
    assert signed.note == before.note
    assert before.note == "未签字 · 需重新签字：当时“数据情况”为自行保管，现为放弃数据"
    assert (before.name, before.at) == ("客户（维修前）", "")


@pytest.mark.parametrize(
    ("language", "owed", "earlier"),
    [
        ("zh", "未签字 · 需重新签字：当时“数据情况”为自行保管，现为放弃数据", "此前：自行保管"),
        ("fr", "Non signé · à faire signer de nouveau", "auparavant\u00a0: Gardées par le client"),
    ],
)
def test_the_page_and_the_text_say_it_too(language: str, owed: str, earlier: str) -> None:
    record, wording = told(STATEMENT, language, "!normal")
    page = printed_record(record, wording)
    sheet = page[page.index('<section class="form">') :]
    text = record_text(record, wording)
    for place in (sheet, text[text.rindex("## ") :]):
        assert place.count(owed) == 2
        assert earlier in place


def test_signed_again_both_signatures_are_printed_and_nothing_is_owed() -> None:
    sheet = told(STATEMENT, "zh")[0].forms[0]
    assert line(sheet, "数据情况").stood == (
        f"客户已签字（{ARRIVED}）：自行保管",
        f"客户已签字（{ARRIVED}）：放弃数据",
        f"客户已签字（{ARRIVED}）：已备份",
    )
    assert [signer.at for signer in sheet.signers] == [ARRIVED, ARRIVED, ""]
    assert not any(signer.note for signer in sheet.signers)


def test_a_name_corrected_after_the_signature_is_printed_with_what_stood_before() -> None:
    name = line(told(STATEMENT, "zh")[0].forms[0], "客户姓名")
    assert (name.value, name.at) == ("王建国", ARRIVED)
    assert [value for value, _ in name.earlier] == ["张伟"]
    assert name.stood == ()


def test_a_value_put_back_is_signed_for_again_without_a_word() -> None:
    sheet = told(STATEMENT, "zh", "reproduced")[0].forms[0]
    assert line(sheet, "数据情况").value == "自行保管"
    assert not box(sheet, "客户已签字").note
    assert sheet.signers[0].at == ARRIVED


def test_what_nobody_changed_has_no_times() -> None:
    sheet = told(PLAIN, "zh")[0].forms[0]
    assert line(sheet, "客户姓名").at == line(sheet, "故障原因").at == ""
    assert not any(one.earlier for one in sheet.lines if isinstance(one, FactAnswer))
    assert line(sheet, "数据情况").stood == (f"客户已签字（{ARRIVED}）：自行保管",)


def test_every_price_that_was_signed_is_on_the_sheet() -> None:
    stood = " ".join(line(told(FEE, "fr")[0].forms[0], "Prix").stood)
    for price in ("200", "900", "850", "800"):
        assert f": {price}" in stood


def test_a_list_signed_for_other_things_says_which() -> None:
    sheet = form(told(QUOTE, "fr")[0].forms, "Inventaire")
    property_line = next(one for one in sheet.lines if isinstance(one, FactAnswer) and one.rows)
    assert len(property_line.stood) >= 2
    assert property_line.stood[0] != property_line.stood[-1]


def test_a_form_signed_by_hand_alone_shows_every_earlier_value() -> None:
    record, wording = told("crisis/refused_then_approved.walk", "zh")
    request = form(record.forms, "投诉处理资源申请表")
    changed = [one for one in request.lines if isinstance(one, FactAnswer) and one.earlier]
    assert changed
    page = printed_record(record, wording)
    assert all(value in page for one in changed for value, _ in one.earlier)


def test_before_anybody_signs_a_correction_is_nothing_to_print() -> None:
    sheet = told(QUOTE, "zh", "+list_checked")[0].forms[0]
    assert not any(one.at for one in sheet.lines if isinstance(one, FactAnswer))
    assert not any(signer.at or signer.note for signer in sheet.signers)


def test_the_pages_stay_whole() -> None:
    for name in (STATEMENT, FEE, QUOTE, CASH):
        record, wording = told(name, "zh")
        page = parsed(printed_record(record, wording))
        assert not page.open
        assert "未签字" not in page.text


def test_what_was_asked_anew_after_the_signature_is_not_signed() -> None:
    asked = "field_visit/formatting_decided_then_asked_anew.walk"
    before, after = (
        told(asked, "zh", move)[0].forms[0] for move in ("new_cause", "cause=硬盘损坏")
    )
    title = "客户已在维修单上确认费用"
    assert box(before, title).note == ""
    note = box(after, title).note
    assert note.startswith("未签字 · ")
    assert "200" in note


@pytest.mark.parametrize(
    ("language", "title", "note"),
    [
        ("zh", "信件已逐字审定", "不再有效，之后重新问过：给客户的方案"),
        ("fr", "Lettre validée mot pour mot", "ne vaut plus, redemandé depuis\u00a0: "),
    ],
)
def test_what_was_asked_anew_and_is_the_same_again_is_over_and_not_owed(
    language: str, title: str, note: str
) -> None:
    record, wording = told(CASH, language)
    ticks = [tick for chapter in record.chapters for tick in chapter.ticks if tick.title == title]
    assert [tick.note.startswith(note) for tick in ticks] == [True]
    assert f"[ ] {title}" in record_text(record, wording)


def sheet_after(name: str, stop: str, *moves: str) -> PrintedForm:
    """Return the first form of a transcript before a move, after some others."""
    journal = MemoryJournal()
    session, walker = walked(name, "zh", stop, 1, journal)
    for move in moves:
        assert not walker.take(parse_move(move)), move
    return case_record(session.flows, journal.events, Wording(library(), "zh")).forms[0]


FEE_BOX, FEE_SIGNED = "客户已在维修单上确认费用", "+field_visit.fee_signed"


def test_a_second_signature_taken_back_leaves_what_the_first_was_for() -> None:
    sheet = sheet_after(FEE, "fee=900", "fee=900", FEE_SIGNED, "-field_visit.fee_signed")
    [stood] = line(sheet, "费用").stood
    assert "200" in stood
    ticked = box(sheet, FEE_BOX)
    assert ticked.at == ()
    assert "当时“费用”为200元，现为900元" in ticked.note


def test_with_the_first_value_put_back_it_is_not_signed_either() -> None:
    moves = ("fee=900", FEE_SIGNED, "-field_visit.fee_signed", "fee=200")
    sheet = sheet_after(FEE, "fee=900", *moves)
    assert box(sheet, FEE_BOX).note == "未签字 · 需重新确认"
    assert not box(sheet_after(FEE, "fee=900", *moves, FEE_SIGNED), FEE_BOX).note


def test_a_signer_whose_second_signature_was_taken_back_has_no_date() -> None:
    moves = ("data_statement=given_up", "+field_visit.signed_before")
    before = sheet_after(STATEMENT, "!normal", *moves).signers[0]
    assert before.at == ARRIVED
    after = sheet_after(STATEMENT, "!normal", *moves, "-field_visit.signed_before").signers[0]
    assert (after.name, after.at) == ("客户（维修前）", "")
    assert after.note.startswith("未签字 · 需重新签字：当时“数据情况”为自行保管")


def test_a_first_signature_taken_back_was_none() -> None:
    sheet = sheet_after(PLAIN, "+fee_signed", "+fee_signed", "-fee_signed")
    assert line(sheet, "费用").stood == ()
    assert (box(sheet, FEE_BOX).at, box(sheet, FEE_BOX).note) == ((), "")
