"""The summary that is pasted elsewhere says what stands: no way taken back, no fallen consent."""

import pytest

from lenovo_desk.core.summary import summary
from lenovo_desk.core.walking.moves import parse_move
from tests.report.transcript_records import walked
from tests.shipped_content import library

FEE = "field_visit/fee_changed_after_it_was_signed.walk"
CASH = "crisis/more_than_was_approved.walk"


def summed_up(name: str, language: str, stop: str, *moves: str) -> list[str]:
    """Return the lines of the summary of a transcript before a move, after some others."""
    session, walker = walked(name, "fr", stop)
    for move in moves:
        assert not walker.take(parse_move(move)), move
    return summary(session, library(), library().words(language), language).split("\n")


@pytest.mark.parametrize(
    ("language", "title", "line"),
    [
        (
            "en",
            "Consents:",
            "- Fee confirmed on the sheet: "
            "to be confirmed again: Fee was 200 yuan then, now 900 yuan",
        ),
        ("fr", "Accords\u00a0:", "Prix (200"),
        ("zh", "确认与签字：", "当时“费用”为200元，现为900元"),
    ],
)
def test_a_fallen_consent_is_told_with_both_values(language: str, title: str, line: str) -> None:
    lines = summed_up(FEE, language, "fee=900", "fee=900")
    [at] = [number for number, text in enumerate(lines) if line in text]
    assert lines[at - 1] == title


def test_signed_again_or_put_back_it_is_told_no_more() -> None:
    for moves in (("fee=900", "+field_visit.fee_signed"), ("fee=900", "fee=200"), ()):
        lines = summed_up(FEE, "en", "fee=900", *moves)
        assert not any("again" in text or text == "Consents:" for text in lines)


def test_inside_another_flow_what_its_host_is_owed_is_told() -> None:
    lines = summed_up(FEE, "en", "fee=900", "fee=900", "open:complaint")
    assert any("to be confirmed again: Fee was 200 yuan" in text for text in lines)


def test_a_choice_that_was_stepped_back_from_is_no_way_that_was_taken() -> None:
    signed = "- The payment voucher → Signed"
    assert signed in summed_up(CASH, "en", "paid")
    assert signed not in summed_up(CASH, "en", "paid", "back")
    lines = summed_up(CASH, "en", "paid", "back", "unpaid")
    assert [text for text in lines if text.startswith("- The payment voucher")] == [
        "- The payment voucher → Cannot be paid; back"
    ]


def test_the_way_through_another_flow_is_told_as_before() -> None:
    lines = summed_up("field_visit/depot_repaired_and_collected.walk", "en", "carry_on")
    lines += summed_up("field_visit/depot_repaired_and_collected.walk", "en", "=solved_at_depot")
    assert sum(text.startswith("- Back at the station → ") for text in lines) == 1
    assert "- The repair at the station is over → Solved" in lines
    assert any(text.startswith("- Write back and close the order → ") for text in lines)


def test_what_counts_comes_first_and_the_way_last() -> None:
    session, _ = walked("complaint/a_defect_into_8d.walk", "fr", "recorded")
    key = session.flows["complaint"].key
    first = (key("customer_name"), key("complaint_problem"))
    lines = summary(session, library(), library().words("fr"), "fr", first).split("\n")
    assert lines[0].startswith("Dossier")
    assert [line.split("\u00a0:")[0] for line in lines[2:4]] == [
        "Nom",
        "Problème exposé par le client",
    ]
    headings = [line.rstrip("\u00a0:") for line in lines if line.endswith("\u00a0:")]
    order = ["Engagements en cours", "Dit ou envoyé", "Informations", "Notes", "Parcours"]
    assert headings == [each for each in order if each in headings]
    assert {"Dit ou envoyé", "Parcours"} <= {*headings}
    assert sum("张伟" in line and "Nom" in line for line in lines) == 1
