"""A customer is found again by anything that is known of them, and by nothing that is on disk."""

from pathlib import Path

import pytest

from lenovo_desk.store.cases.case_store import CaseStore
from tests.cli.cases import put
from tests.hand_clock import HandClock

FRENCH, CHINESE, POSTED = "20261122-090000-fr01", "20261122-090500-cn02", "20261122-091000-po03"
LINK = "https://x.com/marc_d/status/1790000000000000001?s=20&t=AbC"
ASKED = (
    *(
        "channel=private",
        "in_private",
        "customer_name=Jeanne-Élise Lefèvre",
        "customer_phone=06 39 98 12 45",
    ),
    *("customer_email=Jeanne.Lefevre@Example.fr", "customer_service_number=SO-4007 1122"),
)


def cases(data: Path) -> CaseStore:
    """Return a store with three customers: two cases closed or left, one on the way."""
    put(data, FRENCH, *ASKED, flow="escalation")
    put(
        data,
        CHINESE,
        "channel=private",
        "in_private",
        "customer_name=欧阳小明先生",
        flow="escalation",
    )
    put(data, POSTED, "handle=@Marc_D", f"post_link={LINK}", "private")
    return CaseStore(data, HandClock())


@pytest.mark.parametrize(
    ("text", "case"),
    [
        ("Jeanne-Élise Lefèvre", FRENCH),
        ("LEFEVRE", FRENCH),
        ("Mme Lefèvre", FRENCH),
        ("lefèvre jeanne", FRENCH),
        ("ＬＥＦＥＶＲＥ", FRENCH),
        ("J. Lefevre", FRENCH),
        ("06 39 98 12 45", FRENCH),
        ("+33639981245", FRENCH),
        ("0033 6 39 98 12 45", FRENCH),
        ("Tél. : 06.39.98.12.45", FRENCH),
        ("jeanne.lefevre@example.FR", FRENCH),
        ("SO40071122", FRENCH),
        ("N° SO-4007-1122", FRENCH),
        ("欧阳小明", CHINESE),
        ("欧阳女士", CHINESE),
        ("欧阳", CHINESE),
        ("客户：欧阳小明", CHINESE),
        ("@marc_d", POSTED),
        ("Marc_D", POSTED),
        ("https://twitter.com/marc_d", POSTED),
        (LINK, POSTED),
        ("x.com/Marc_D/status/1790000000000000001", POSTED),
        ("https://mobile.twitter.com/marc_d/status/1790000000000000001?utm_source=a#b", POSTED),
        (POSTED, POSTED),
        ("PO03", POSTED),
    ],
)
def test_a_case_is_found_by_whatever_the_caller_says(tmp_path: Path, text: str, case: str) -> None:
    store = cases(tmp_path)
    store.find("", seconds=60.0)
    assert [hit.id for hit in store.find(text, "FR").cases] == [case]


@pytest.mark.parametrize(
    "text", ["Durand", "Jeanne Durand", "小明", "06 39 98 12 46", "4007", "@marc", "", "  ", "?"]
)
def test_nobody_else_is_found(tmp_path: Path, text: str) -> None:
    store = cases(tmp_path)
    store.find("", seconds=60.0)
    assert store.find(text, "FR").cases == ()
