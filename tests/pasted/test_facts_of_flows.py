"""What colleagues, work orders and forms call the facts of each flow, in three languages."""

import pytest

from tests.pasted.messages import proposed

TOLD = [
    ("fr", "field_visit", "sauvegarde faite par la cliente", {"data_statement": "backed_up"}),
    ("fr", "field_visit", "n’a plus la facture, devis accepté", {"invoice": "none"}),
    ("fr", "field_visit", "prix accepté par le client", {"fee_accepted": "yes"}),
    ("fr", "field_visit", "il refuse le devis", {"fee_accepted": "no"}),
    ("zh", "field_visit", "客户未开发票，同意报价", {"invoice": "none", "fee_accepted": "yes"}),
    ("en", "field_visit", "no invoice, customer gave up the data", {"data_statement": "given_up"}),
    ("en", "depot_repair", "Others: two people ahead of him", {"others_waiting": "yes"}),
    ("fr", "callback", "panne réglée, technicien en retard", {"solved": "yes", "on_time": "late"}),
    ("en", "callback", "charged more than quoted, rude", {"fee": "more", "attitude": "poor"}),
    ("fr", "wireless_complaint", "plus de réseau, les voisins aussi", {"symptom": "no_signal"}),
    ("en", "eight_d", "Root kind: measurement", {"root_kind": "measurement"}),
    ("en", "crisis", "consumer, amount claimed: 2500", {"customer_kind": "consumer"}),
]


@pytest.mark.parametrize(("language", "flow", "text", "values"), TOLD)
def test_a_colleague_tells_a_closed_fact_in_words_of_the_trade(
    language: str, flow: str, text: str, values: dict[str, str]
) -> None:
    read = proposed(language, flow, text)
    assert {name: read.get(name) for name in values} == values


NOT_TOLD = [
    ("fr", "phone_complaint", "je veux être remboursé", "remedy"),
    ("fr", "phone_complaint", "acheté en boutique le 3 mars", "came_by"),
    ("fr", "complaint", "on m’a mal parlé à l’accueil", "came_by"),
    ("fr", "crisis", "Appel reçu à 9h02", "receipt_number"),
    ("zh", "callback", "对上门服务很满意", "service_kind"),
    ("fr", "escalation", "ESCALADE – à saisir svp", "tool_reference"),
]


@pytest.mark.parametrize(("language", "flow", "text", "fact"), NOT_TOLD)
def test_words_that_only_look_like_a_cue_tell_nothing(
    language: str, flow: str, text: str, fact: str
) -> None:
    assert fact not in proposed(language, flow, text)


def test_a_word_for_a_value_cuts_no_text_that_holds_it() -> None:
    text = "Problème : plus aucun signal dans l’appartement\nDepuis : 20/11/2026"
    read = proposed("fr", "wireless_complaint", text)
    assert read["complaint_problem"] == "plus aucun signal dans l’appartement"


DAY = "2026-11-29T"
CLOCKS = [
    (
        "fr",
        "field_visit",
        "arrivé 10h12 le 29/11/2026, parti 11h40",
        "left_at",
        f"{DAY}11:40+01:00",
    ),
    (
        "en",
        "field_visit",
        "29 Nov 2026: arrived 9:05, left at 10:30",
        "left_at",
        f"{DAY}10:30+00:00",
    ),
    (
        "zh",
        "wireless_complaint",
        "11月29日15:10到现场，16:45恢复",
        "restored_at",
        f"{DAY}16:45+08:00",
    ),
    ("zh", "wireless_complaint", "11月29日报的，16:45恢复", "restored_at", f"{DAY}16:45+08:00"),
    ("fr", "field_visit", "le 28/11/2026 et le 29/11/2026, parti 11h40", "left_at", None),
    ("fr", "field_visit", "parti 11h40", "left_at", None),
]


@pytest.mark.parametrize(("language", "flow", "text", "fact", "moment"), CLOCKS)
def test_a_time_alone_is_on_the_one_day_of_the_note(
    language: str, flow: str, text: str, fact: str, moment: str | None
) -> None:
    assert proposed(language, flow, text).get(fact) == moment


SHAPED = [
    ("fr", "callback", "Note : 9/10", "score", "9"),
    ("fr", "callback", "Il met 3 sur 10", "score", "3"),
    ("zh", "callback", "故障解决了，8分，没意见", "score", "8"),
    ("en", "callback", "on 3/10/2026 at home", "score", None),
    ("fr", "depot_repair", "Pour l’OR-2026-3390 : rien", "work_order", "OR-2026-3390"),
    ("en", "depot_repair", "Job DR-20409, fine", "work_order", "DR-20409"),
    ("en", "callback", "Survey: WO-550871; late", "work_order", "WO-550871"),
    ("zh", "field_visit", "火零220 火地219 零地1.5", "neutral_earth", "1.5"),
    (
        "en",
        "field_visit",
        "customer shown the invoice no. INV-77120",
        "invoice_number",
        "INV-77120",
    ),
    ("en", "crisis", "consumer, claim 2,500 pounds", "claim_amount", "2500"),
]


@pytest.mark.parametrize(("language", "flow", "text", "fact", "value"), SHAPED)
def test_marks_volts_orders_and_amounts_are_told_by_their_look(
    language: str, flow: str, text: str, fact: str, value: str | None
) -> None:
    assert proposed(language, flow, text).get(fact) == value
