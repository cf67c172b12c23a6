"""A text names somebody sooner or later: it is personal unless the flow says that it is plain."""

from pathlib import Path

import pytest

from lenovo_desk.content.library import ContentLibrary
from lenovo_desk.core.model.flow import FactSpec
from tests.content.folder import SCRIPT, VISIT, problems, written
from tests.shipped_content import library

FACTS = """facts:
  words: {type: text}
  open_words: {type: text, plain: yes}
  said_so: {type: text, personal: yes}
  not_so: {type: text, personal: no}
  calls: {rows: {at: datetime, note: text}}
  parts: {rows: {part: text, number: serial}, plain: yes}
  numbers: {rows: {at: datetime, number: phone}}
  many_words: {type: text, many: yes}
  number: {type: serial}
"""


def _facts(root: Path) -> dict[str, FactSpec]:
    folder = written(root, flows__visit=VISIT.replace("facts:\n", FACTS, 1))
    return dict(ContentLibrary([folder]).flow("visit").facts)


@pytest.mark.parametrize(
    ("fact", "personal"),
    [
        ("words", True),
        ("open_words", False),
        ("said_so", True),
        ("not_so", True),
        ("calls", True),
        ("parts", False),
        ("numbers", False),
        ("many_words", True),
        ("number", False),
    ],
)
def test_a_text_is_personal_unless_it_is_plain(tmp_path: Path, fact: str, personal: bool) -> None:
    assert _facts(tmp_path)[fact].personal is personal


@pytest.mark.parametrize(("fact", "codes"), [("words", ["personal-in-public"]), ("open_words", [])])
def test_a_text_is_not_said_in_public_unless_it_is_plain(
    tmp_path: Path, fact: str, codes: list[str]
) -> None:
    flow = VISIT.replace("facts:\n", FACTS, 1)
    script = SCRIPT.replace("text: Bonjour.", f"text: 'Bonjour {{{fact}}}'")
    found = problems(written(tmp_path, flows__visit=flow, scripts_fr__visit=script))
    assert [problem.code for problem in found if problem.code == "personal-in-public"] == codes


NAMES = {
    "social_triage": ("consent_proof", "judgement", "approver", "mail_reference", "media_name"),
    "complaint": ("handler", "superior", "approved_by", "measure_owner", "cause"),
    "crisis": ("spokesperson", "approver", "approvals", "legal_person", "reporter"),
    "eight_d": ("team", "team_leader", "champion", "responsible", "five_whys"),
    "wireless_complaint": ("decision", "wait_reason"),
    "field_visit": ("declared_why", "unsolved_reason", "mains_advice"),
    "escalation": ("tool_reference",),
}


@pytest.mark.parametrize("flow", NAMES)
def test_shipped_texts_that_name_people_are_sealed(flow: str) -> None:
    facts = library().flow(flow).facts
    assert [name for name in NAMES[flow] if not facts[name].personal] == []


def test_shipped_texts_that_are_plain_hold_no_sentence() -> None:
    plain = {
        f"{flow.id}.{spec.id}"
        for flow in map(library().flow, (card.id for card in library().cards()))
        for spec in flow.facts.values()
        if spec.kind == "text" and not spec.rows and not spec.personal and not spec.shared
    }
    assert plain == {
        "crisis.region",
        "depot_repair.fee_makeup",
        "depot_repair.product",
        "depot_repair.queue_number",
        "depot_repair.suspected_part",
        "field_visit.fee_makeup",
        "field_visit.order_level",
        "field_visit.order_nature",
        "field_visit.part_prices",
        "field_visit.product",
        "field_visit.suspected_part",
        "hotline_inbound.fee_makeup",
        "hotline_inbound.part_prices",
        "hotline_outbound.fee_makeup",
        "hotline_outbound.part_prices",
        "hotline_outbound.product",
        "wireless_complaint.equipment",
    }
    assert not library().flow("depot_repair").facts["model_number"].personal
