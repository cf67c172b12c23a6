"""The log, the records and the values of the version before consents held fast."""

from pathlib import Path

import pytest

from lenovo_desk.core.engine.fold import apply
from lenovo_desk.core.model.case import Case
from lenovo_desk.core.model.intents import OpenCase
from lenovo_desk.core.step_view import StepView
from lenovo_desk.core.wording.wording import Wording
from lenovo_desk.report.case_record import case_record
from lenovo_desk.report.record_html import printed_record
from lenovo_desk.report.record_text import record_text
from lenovo_desk.store.cases.case_store import CaseStore
from lenovo_desk.store.cases.pinned_flows import CaseFlows
from tests.hand_clock import HandClock
from tests.shipped_content import library
from tests.store.frozen.older_folder import CLOSED, readings, unpacked

NEW = {"agents", "country", "currency"}
"""What documents have since; those of the older version lack it."""
DECLARED = "closed-visit"
"""The case with a declared wait: older documents did not list those among the waits."""


@pytest.fixture
def store(tmp_path: Path) -> CaseStore:
    """The store of the older folder, some hours after it was left."""
    return CaseStore(unpacked(tmp_path), HandClock(1795500000.0))


def test_documents_made_again_from_older_journals_say_the_same(store: CaseStore) -> None:
    before = {row["case"]: row for row in store.documents()}
    for day, agent in {(row["closed"][:10], row["agent"]) for row in before.values()}:
        assert store.rebuild(day, agent)
    after = {row["case"]: row for row in store.documents()}
    assert before.keys() == after.keys() == set(CLOSED)
    for case, older in before.items():
        new = after[case]
        assert new.keys() - older.keys() == NEW
        changed = {key for key in older if older[key] != new[key]} - {"schema", "sealed"}
        assert changed == ({"waits"} if case == DECLARED else set())
    [*measured, declared] = after[DECLARED]["waits"]
    assert measured == before[DECLARED]["waits"]
    assert (declared["proof"], declared["seconds"]) == ("declared", 960.0)
    assert not store.notices


@pytest.mark.parametrize("language", ["fr", "zh", "en"])
def test_older_cases_are_shown_and_printed_in_every_language(
    store: CaseStore, language: str
) -> None:
    wording, words = Wording(library(), language), library().words(language)
    for case in (*CLOSED, *readings()):
        flows, events = store.history(case)
        record = case_record(flows, events, wording)
        assert record_text(record, wording)
        assert printed_record(record, wording)
        known, folded = CaseFlows(flows, library()), Case()
        for event in events:
            folded = apply(known, folded, event)
            if event.n % 5 == 0:
                view = StepView(known, folded, event.at, library(), words, language)
                shown = (view.title, view.do, view.items, view.facts, view.phrases, view.known)
                assert view.offers or view.end or folded.status == "closed"
                assert shown[0]


def test_what_no_case_would_take_today_is_not_carried_into_the_next(store: CaseStore) -> None:
    opening = OpenCase("next", "social_triage", "ana", "social", "fr", "Europe/Paris", ())
    session = store.open_case(library(), opening._replace(follows="escalation-half"))
    values = {key: entries[-1].value for key, entries in session.case.ledger.items()}
    assert values == {"channel": "private", "customer_email": "jean@example.com"}


def test_older_numbers_are_carried_on_as_numbers_of_the_country(store: CaseStore) -> None:
    opening = OpenCase("next", "callback", "ana", "hotline", "zh", "Asia/Shanghai", ())
    session = store.open_case(library(), opening._replace(follows=DECLARED))
    assert session.case.ledger["customer_phone"][-1].value == "+861062345678"


def test_an_older_case_is_forgotten(store: CaseStore) -> None:
    assert store.forget("closed-depot")
    document = store.document("closed-depot")
    assert document is not None
    assert document["facts"]["customer_name"] == "[forgotten]"
    assert document["facts"]["depot_repair.fee"] == "300"
    flows, events = store.history("closed-depot")
    wording = Wording(library(), "zh")
    assert "张伟" not in record_text(case_record(flows, events, wording), wording)
