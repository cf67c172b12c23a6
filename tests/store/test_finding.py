"""A customer is found again by anything that is known of them, however it is written."""

from pathlib import Path

import pytest

from lenovo_desk.core.case_rows import CaseHits
from lenovo_desk.store.cases.case_store import CaseStore
from tests.cli.cases import put
from tests.hand_clock import HandClock

FRENCH, CHINESE, POSTED = "20261122-090000-fr01", "20261122-090500-cn02", "20261122-091000-po03"
LINK = "https://x.com/marc_d/status/1790000000000000001?s=20&t=AbC"
NAME, PHONE, MAIL, ORDER = (
    *("Jeanne-Élise Lefèvre", "06 39 98 12 45", "Jeanne.Lefevre@Example.fr"),
    "SO-4007 1122",
)
KNOWN = (
    *("channel=private", "in_private", f"customer_name={NAME}", f"customer_phone={PHONE}"),
    *(f"customer_email={MAIL}", f"customer_service_number={ORDER}"),
)


def desk(data: Path) -> CaseStore:
    """Return a store in which every case is indexed."""
    store = CaseStore(data, HandClock())
    assert store.find("", seconds=60.0).unread == 0
    return store


def ids(hits: CaseHits) -> list[str]:
    return [hit.id for hit in hits.cases]


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> CaseStore:
    """Three customers: one whose case is closed, two whose cases wait."""
    data = tmp_path_factory.mktemp("desk")
    put(data, FRENCH, *KNOWN, flow="escalation")
    put(
        data,
        CHINESE,
        "channel=private",
        "in_private",
        "customer_name=欧阳小明先生",
        flow="escalation",
    )
    put(data, POSTED, "handle=@Marc_D", f"post_link={LINK}", "private_positive")
    return desk(data)


@pytest.mark.parametrize(
    ("text", "case"),
    [
        (NAME, FRENCH),
        ("LEFEVRE", FRENCH),
        ("Mme Lefèvre", FRENCH),
        ("lefèvre jeanne", FRENCH),
        ("ＬＥＦＥＶＲＥ", FRENCH),
        ("J. Lefevre", FRENCH),
        (PHONE, FRENCH),
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
def test_a_case_is_found_by_whatever_the_caller_says(
    three: CaseStore, text: str, case: str
) -> None:
    assert ids(three.find(text, "FR")) == [case]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Durand",
            "Jeanne Durand",
            "小明",
            "06 39 98 12 46",
            "4007",
            "@marc",
            "欧",
            "",
            "  ",
            "?",
        ),
        *("x" * 4000, "\x1b[31m\ud800", "20261122-090000", "/etc/passwd", "😀"),
    ],
)
def test_nobody_else_is_found(three: CaseStore, text: str) -> None:
    assert three.find(text, "FR").cases == ()


def test_the_same_digits_as_order_and_as_phone_number_are_two_things(tmp_path: Path) -> None:
    number = "0639981245"
    order = (*KNOWN[:2], f"customer_service_number={number}")
    put(tmp_path, "a-order", *order, flow="escalation")
    put(tmp_path, "b-phone", *KNOWN[:2], f"customer_phone={number}", flow="escalation")
    hits = {hit.id: hit.kinds for hit in desk(tmp_path).find(number, "FR").cases}
    assert hits == {"a-order": ("serial",), "b-phone": ("phone",)}
    assert ids(desk(tmp_path).find("+33 6 39 98 12 45")) == ["b-phone"]


def test_what_waits_comes_first_by_its_due_time_then_what_is_closed_last(tmp_path: Path) -> None:
    named = ("channel=private", "in_private", "customer_name=Zoé Petit")
    for days, case in enumerate(("c0-shut", "c1-shut")):
        at = 1795312800.0 + days * 86400
        put(tmp_path, case, *named, "no_number", "=no_number", at=at, flow="escalation")
    put(tmp_path, "p-open", *named, flow="escalation")
    put(tmp_path, "p-late", *named, "park:waits@+5d", flow="escalation")
    put(tmp_path, "p-soon", *named, "park:waits@+1d", flow="escalation")
    hits = desk(tmp_path).find("Petit").cases
    assert [hit.id for hit in hits] == ["p-soon", "p-late", "p-open", "c1-shut", "c0-shut"]
    assert [hit.status for hit in hits] == ["parked", "parked", "open", "closed", "closed"]
    assert {hit.customer for hit in hits} == {"Zoé Petit"}
    assert hits[0].summary is not None
    assert hits[3].disposition == "no_number"


def test_home_has_the_customer_and_the_problem_of_what_waits(tmp_path: Path) -> None:
    put(tmp_path, "c1", *KNOWN, flow="escalation")
    put(tmp_path, "c2", "channel=private", "handle=@Marc_D")
    put(tmp_path, "c3", "private_complaint", "web_store", "problem=Le colis est vide")
    store = CaseStore(tmp_path, HandClock())
    people = {case.id: (case.customer, case.problem) for case in store.unfinished()}
    assert people == {"c1": (NAME, ""), "c2": ("@Marc_D", ""), "c3": ("", "Le colis est vide")}
    assert not any(case.customer or case.problem for case in store.unfinished(reasons=False))


@pytest.mark.parametrize(
    ("recorded", "asked"),
    [
        (
            "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
            "youtube.com/watch?v=dQw4w9WgXcQ&si=Zz&t=3",
        ),
        (
            "https://m.facebook.com/story.php?story_fbid=77&id=5",
            "fb.com/story.php?id=5&story_fbid=77",
        ),
        ("https://weibo.com/1234567890/Nabc", "https://weibo.com/1234567890/Nabc?from=page_100"),
        ("https://www.instagram.com/p/Cxyz/?igsh=MTc4", "instagram.com/p/Cxyz"),
    ],
)
def test_a_post_is_found_with_and_without_what_sharing_adds(
    tmp_path: Path, recorded: str, asked: str
) -> None:
    put(tmp_path, "c1", f"post_link={recorded}", "private_positive")
    put(tmp_path, "c2", "post_link=https://www.youtube.com/watch?v=another", "private_positive")
    assert ids(desk(tmp_path).find(asked)) == ["c1"]


def test_other_numbers_of_a_customer_and_references_in_words_find_too(tmp_path: Path) -> None:
    put(tmp_path, "c1", *KNOWN[:2], *KNOWN[2:], "model_number=X1", "product_line=think",
        "tool_reference=ESC-2026/118 A", flow="escalation")  # fmt: skip
    put(tmp_path, "c2", *KNOWN[:2], *KNOWN[2:], "model_number=X1", "product_line=think",
        "tool_reference=ESC-2026-119", flow="escalation")  # fmt: skip
    store = desk(tmp_path)
    assert ids(store.find("esc2026119")) == ["c2"]
    assert ids(store.find("ESC-2026-119")) == ["c2"]
    assert set(ids(store.find(NAME))) == {"c1", "c2"}


@pytest.mark.parametrize(
    ("recorded", "asked"),
    [
        ("Jürgen Müller", "Mueller"),
        ("Jürgen Mueller", "müller"),
        ("Sinéad O’Brien", "OBRIEN"),
        ("Sinead OBrien", "O'Brien"),
        ("Jean-Pierre Roy", "jeanpierre roy"),
        ("JeanPierre Roy", "Jean-Pierre ROY"),
        ("M. de la Tour", "La Tour"),
        ("Cœur", "coeur"),
        ("王 小明", "王小明"),
        ("王小明", "王 小明 先生"),
        ("陈总", "陈女士"),
        ("Li Wei 李伟", "李伟"),
        ("Li Wei 李伟", "wei li"),
        ("Ng", "ng"),
    ],
)
def test_a_name_is_found_however_it_is_spelled(tmp_path: Path, recorded: str, asked: str) -> None:
    named = ("channel=private", "in_private", f"customer_name={recorded}")
    put(tmp_path, "c1", *named, flow="escalation")
    put(tmp_path, "c2", *named[:2], "customer_name=Somebody Else", flow="escalation")
    assert ids(desk(tmp_path).find(asked)) == ["c1"]
