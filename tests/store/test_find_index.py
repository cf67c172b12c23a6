"""What cases are found by tells nothing without the key, costs nothing twice, and can be lost."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tinydb import TinyDB, where

from lenovo_desk.core.case_rows import CaseHits
from lenovo_desk.core.model.intents import ClearFact, CloseCase, MakeChoice, RecordFact, TakeOver
from lenovo_desk.core.text import has_content
from lenovo_desk.store.cases.case_finder import MOST
from lenovo_desk.store.cases.case_store import CaseStore
from lenovo_desk.store.cases.index_rows import RowReader
from tests.cli.cases import put
from tests.hand_clock import HandClock
from tests.shipped_content import library
from tests.store.frozen.older_folder import unpacked
from tests.store.house import PASSPHRASE, files_below
from tests.store.many_cases import customer, many_closed, phone

NAME, PHONE, ORDER, MAIL = "Inès Kovalenko", "06 39 98 12 45", "SO40071122", "ines.k@example.fr"
KNOWN = (
    *("channel=private", "in_private", f"customer_name={NAME}", f"customer_phone={PHONE}"),
    *(f"customer_email={MAIL}", f"customer_service_number={ORDER}"),
)
CLOSED = (*KNOWN[:-1], "no_number", "=no_number")
POST = (
    "handle=@Ines_K",
    "post_link=https://x.com/ines_k/status/1790000000000000001",
    "private_positive",
)
PLANTED = (
    *("Kovalenko", "kovalenko", "Inès", "ines.k", "39981245", "SO40071122", "so40071122"),
    *("ines_k", "Ines_K", "1790000000000000001"),
)


def desk(data: Path) -> CaseStore:
    """Return a store in which every case is indexed."""
    store = CaseStore(data, HandClock())
    assert store.find("", seconds=60.0).unread == 0
    return store


def ids(hits: CaseHits) -> list[str]:
    return [hit.id for hit in hits.cases]


def index_of(data: Path) -> Path:
    return data / "find" / "index"


def test_what_is_looked_for_and_found_stands_in_clear_in_no_file(tmp_path: Path) -> None:
    put(tmp_path, "c1", *CLOSED, flow="escalation")
    put(tmp_path, "c2", *KNOWN, flow="escalation")
    put(tmp_path, "c3", *POST)
    store = desk(tmp_path)
    for text, case in ((NAME, "c1"), (PHONE, "c2"), (ORDER, "c2"), ("@ines_k", "c3")):
        assert case in ids(store.find(text, "FR"))
    paths = list(files_below(tmp_path))
    assert index_of(tmp_path) in paths
    for path in paths:
        data = path.read_bytes()
        for word in PLANTED:
            for form in (word.encode(), ascii(word)[1:-1].encode(), word.encode("utf-16-le")):
                assert form not in data, f"{word} in {path.name}"


def test_the_index_says_in_clear_what_the_log_does_and_no_more(tmp_path: Path) -> None:
    put(tmp_path, "c1", *CLOSED, flow="escalation")
    desk(tmp_path)
    head, row, stamp = index_of(tmp_path).read_text("ascii").splitlines()
    assert head.startswith("lenovo-desk index 1 ")
    source, case, closed, zone, flow, end, agent, digests, token, dot = row.split("\t")
    assert (source, case, zone, flow, end, agent, dot) == (
        *("2026-11-22.ana.json", "c1", "Europe/Paris", "escalation", "no_number", "ana", "."),
    )
    assert closed.startswith("2026-11-22T")
    assert [len(digest) for digest in digests.split()] == [12] * 4, "two words, phone, address"
    assert token
    assert stamp.split("\t")[0] == source
    if os.name != "nt":
        assert index_of(tmp_path).stat().st_mode & 0o777 == 0o600
        assert index_of(tmp_path).parent.stat().st_mode & 0o777 == 0o700


def test_two_folders_digest_one_name_differently(tmp_path: Path) -> None:
    rows = []
    for name in ("a", "b"):
        put(tmp_path / name, "c1", *CLOSED, flow="escalation")
        desk(tmp_path / name)
        rows.append(index_of(tmp_path / name).read_text("ascii").splitlines()[1].split("\t"))
    assert not set(rows[0][7].split()) & set(rows[1][7].split())


def test_an_index_of_another_key_is_made_anew(tmp_path: Path) -> None:
    put(tmp_path / "a", "c1", *CLOSED, flow="escalation")
    put(tmp_path / "b", "c2", *POST)
    desk(tmp_path / "a"), desk(tmp_path / "b")
    index_of(tmp_path / "a").write_bytes(index_of(tmp_path / "b").read_bytes())
    assert ids(desk(tmp_path / "a").find(NAME)) == ["c1"]
    assert desk(tmp_path / "a").find("@ines_k").cases == ()


@pytest.mark.parametrize(
    "damage",
    [b"", b"nonsense", b"\xff\xfe\x00" * 99, b"\t.\n" * 99, b"lenovo-desk index 2 x\n"],
)
def test_a_damaged_index_costs_only_time(tmp_path: Path, damage: bytes) -> None:
    put(tmp_path, "c1", *CLOSED, flow="escalation")
    desk(tmp_path)
    index_of(tmp_path).write_bytes(damage)
    assert ids(desk(tmp_path).find(NAME)) == ["c1"]


def test_a_torn_index_goes_on_behind_its_last_whole_line(tmp_path: Path) -> None:
    put(tmp_path, "c1", *CLOSED, flow="escalation")
    put(tmp_path, "c2", *KNOWN, flow="escalation")
    desk(tmp_path)
    whole = index_of(tmp_path).read_bytes()
    for size in range(0, len(whole), 7):
        index_of(tmp_path).write_bytes(whole[:size])
        assert set(ids(desk(tmp_path).find(NAME))) == {"c1", "c2"}
        lines = index_of(tmp_path).read_text("ascii").splitlines()
        assert {line.split("\t")[0] for line in lines[1:]} == {"2026-11-22.ana.json", "c2.jsonl"}
        assert all(line.endswith("\t.") for line in lines[1:]), "what was torn is gone"


def test_a_forgotten_customer_is_found_by_nothing_but_the_id(tmp_path: Path) -> None:
    put(tmp_path, "c1", *CLOSED, flow="escalation")
    put(tmp_path, "c2", *KNOWN, flow="escalation")
    put(tmp_path, "c3", *KNOWN, flow="escalation")
    store, other = desk(tmp_path), desk(tmp_path)
    before = {row[1]: row[7] for row in rows_on_disk(tmp_path)}
    assert store.forget("c1")
    assert store.forget("c2")
    for at in (store, other, desk(tmp_path)):
        for text in (NAME, PHONE, MAIL, ORDER):
            assert ids(at.find(text, "FR")) == ["c3"]
    data = index_of(tmp_path).read_text("ascii")
    assert not any(digest in row[7] for row in rows_on_disk(tmp_path) if row[1] != "c3"
                   for digest in before["c1"].split())  # fmt: skip
    assert "c1" in data
    index_of(tmp_path).unlink()
    assert ids(desk(tmp_path).find(NAME)) == ["c3"]


def rows_on_disk(data: Path) -> list[list[str]]:
    lines = index_of(data).read_text("ascii").splitlines()
    return [cells for line in lines if len(cells := line.split("\t")) == 10]


def test_a_case_whose_key_is_lost_is_listed_without_its_name(tmp_path: Path) -> None:
    for case in ("c1", "c2"):
        put(tmp_path, case, *(CLOSED if case == "c1" else KNOWN), flow="escalation")
    desk(tmp_path)
    for case in ("c1", "c2"):
        (tmp_path / "keys" / case).unlink()
    hits = CaseStore(tmp_path, HandClock()).find(NAME)
    assert [(hit.id, hit.customer) for hit in hits.cases] == [("c2", ""), ("c1", "")]
    index_of(tmp_path).unlink()
    assert desk(tmp_path).find(NAME).cases == ()
    put(tmp_path, "20261122-lost", *CLOSED, flow="escalation")
    (tmp_path / "keys" / "20261122-lost").unlink()
    assert [(hit.id, hit.customer) for hit in desk(tmp_path).find("LOST").cases] == [
        ("20261122-lost", "")
    ]


def test_without_the_key_of_the_folder_cases_are_found_by_id_alone(tmp_path: Path) -> None:
    put(tmp_path, "20261122-aaaa", *CLOSED, flow="escalation")
    desk(tmp_path)
    key = tmp_path / "keys" / "folder.key"
    key.rename(tmp_path / "kept.key")
    assert desk(tmp_path).find(NAME).cases == ()
    assert ids(desk(tmp_path).find("aaaa")) == ["20261122-aaaa"]
    (tmp_path / "kept.key").rename(key)
    assert ids(desk(tmp_path).find(NAME)) == ["20261122-aaaa"]


def test_a_case_taken_over_is_found_where_it_goes_on(tmp_path: Path) -> None:
    there, here = tmp_path / "there", tmp_path / "here"
    put(there, "c1", *KNOWN, flow="escalation")
    store = CaseStore(there, HandClock())
    session = store.reach("c1", library())
    file = str(tmp_path / "file")
    store.hand_over(session, "my shift ends", file, PASSPHRASE)
    store.release(session)
    case = desk(here).take_over(file, PASSPHRASE, TakeOver("bo", "hotline", ()))
    (hit,) = desk(here).find(NAME).cases
    assert (hit.id, hit.status, hit.customer) == (case, "parked", NAME)
    (old,) = desk(there).find(NAME).cases
    assert (old.id, old.status, old.disposition) == ("c1", "closed", "handed_over")


def test_a_case_on_the_screen_of_another_window_is_found_as_it_stands_now(tmp_path: Path) -> None:
    put(tmp_path, "c1", "channel=private", "in_private", flow="escalation")
    window, other = desk(tmp_path), desk(tmp_path)
    session = window.resume("c1", library())
    assert other.find(NAME).cases == ()
    session.do(RecordFact("customer_name", NAME))
    session.do(RecordFact("customer_phone", PHONE))
    for text in (NAME, PHONE):
        (hit,) = other.find(text, "FR").cases
        assert (hit.id, hit.status, hit.customer) == ("c1", "open", NAME)
    session.do(ClearFact("customer_name"))
    assert other.find(NAME).cases == ()
    session.do(RecordFact("customer_name", "Ali Kovalenko"))
    assert ids(other.find("Kovalenko")) == ids(other.find(PHONE, "FR")) == ["c1"]
    session.do(MakeChoice("no_number"))
    session.do(CloseCase())
    assert other.document("c2") is None
    for released in (False, True):
        for at in (window, other, desk(tmp_path)):
            for text in ("Kovalenko", PHONE):
                (hit,) = at.find(text, "FR").cases
                assert (hit.status, hit.disposition, hit.summary) == ("closed", "no_number", None)
                assert (hit.id, hit.flow, hit.customer) == ("c1", "escalation", "Ali Kovalenko")
            document = at.document("c1")
            assert document
            assert document["facts"]["customer_name"] == "Ali Kovalenko"
        if not released:
            window.release(session)


def test_a_case_that_is_forgotten_while_it_is_closed_on_a_screen_keeps_its_id(
    tmp_path: Path,
) -> None:
    put(tmp_path, "20261122-090000-abc", *KNOWN[:-1], flow="escalation")
    window, other = desk(tmp_path), desk(tmp_path)
    session = window.resume("20261122-090000-abc", library())
    session.do(MakeChoice("no_number"))
    session.do(CloseCase())
    (hit,) = other.find(NAME).cases
    (tmp_path / "keys" / "20261122-090000-abc").unlink()
    for at in (other, desk(tmp_path)):
        (hit,) = at.find("abc").cases
        assert (hit.status, hit.customer, hit.problem) == ("closed", "", "")


def test_a_mock_call_is_never_found_among_real_cases(tmp_path: Path) -> None:
    data = unpacked(tmp_path)
    calls = {path.stem for path in data.glob("mock/*/**/*.jsonl")}
    assert calls
    store = desk(data)
    for case in calls:
        assert store.find(case).cases == ()
    rows = rows_on_disk(data)
    assert not calls & {row[1] for row in rows}
    assert not (data / "mock" / "find").exists()


def test_cases_of_an_older_version_are_found(tmp_path: Path) -> None:
    data = unpacked(tmp_path)
    before = {path: path.read_bytes() for path in files_below(data)}
    store = desk(data)
    names = found = 0
    for document in [*store.documents()]:
        for key, value in document["facts"].items():
            if key in ("customer_name", "customer_phone", "work_order", "serial_number"):
                names += 1
                found += document["case"] in ids(store.find(str(value), "CN"))
    assert names == found > 5
    for case in store.unfinished():
        if has_content(case.customer):
            assert case.id in ids(store.find(case.customer))
    changed = {path for path, data in before.items() if path.read_bytes() != data}
    assert changed == set(), "looking for somebody changes nothing"


def test_documents_of_others_and_copies_of_a_day_break_nothing(tmp_path: Path) -> None:
    put(tmp_path, "c1", *CLOSED, flow="escalation")
    (day,) = (tmp_path / "log").glob("*.json")
    for name in ("2026-11-22.ana (1).json", "2026-11-22.ana.sync-conflict-1.json"):
        (tmp_path / "log" / name).write_bytes(day.read_bytes())
    with TinyDB(day) as log:
        log.insert({"foo": "bar"})
        for junk in (7, None, "../c1", "x\ty", ["c1"], "odd"):
            log.insert({"case": junk, "facts": junk, "digests": junk, "sealed": junk, "closed": 1})
        log.insert(
            {"case": "odd2", "facts": {"customer_name": {"a": [1]}}, "digests": {"a": "../x"}}
        )
        log.insert({"case": "odd3", "mode": "mock", "facts": {}})
    (tmp_path / "log" / "2026-11-23.broken.json").write_bytes(b"{")
    (tmp_path / "log" / "2026-11-24.a\tb.json").write_bytes(day.read_bytes())
    (tmp_path / "open" / "torn.jsonl").write_bytes(b'{"n":1')
    store = desk(tmp_path)
    assert ids(store.find(NAME)) == ["c1"]
    assert ids(store.find("odd3")) == []
    with TinyDB(day) as log:
        assert len(log.all()) == 10, "a stock TinyDB reads it as before"


def test_what_is_taken_out_of_the_log_is_found_no_more_and_leaves_nothing(tmp_path: Path) -> None:
    for days, case in enumerate(("c1", "c2", "c3")):
        at = 1795312800.0 + 86400 * (days // 2)
        put(tmp_path, case, *CLOSED, flow="escalation", at=at)
    assert ids(desk(tmp_path).find(NAME)) == ["c3", "c1", "c2"]
    first, second = sorted((tmp_path / "log").glob("*.json"))
    with TinyDB(first) as log:
        log.remove(where("case") == "c1")
    assert ids(desk(tmp_path).find(NAME)) == ["c3", "c2"]
    second.unlink()
    copy = first.with_name("2026-11-22.ana (1).json")
    first.rename(copy)
    window = desk(tmp_path)
    assert ids(window.find(NAME)) == ["c2"]
    assert [row[:2] for row in rows_on_disk(tmp_path)] == [[copy.name, "c2"]]
    copy.unlink()
    assert window.find(NAME).cases == ()
    assert rows_on_disk(tmp_path) == []


def test_a_case_that_cannot_be_read_is_found_by_its_id(tmp_path: Path) -> None:
    put(tmp_path, "20261122-hurt", *KNOWN, flow="escalation")
    journal = tmp_path / "open" / "20261122-hurt.jsonl"
    lines = journal.read_bytes().splitlines(keepends=True)
    journal.write_bytes(b"".join([lines[0].replace(b"ana", b"eve"), *lines[1:]]))
    (hit,) = desk(tmp_path).find("hurt").cases
    assert hit.summary is not None
    assert hit.summary.damage.startswith("damaged")


def test_closed_cases_are_read_once_and_in_small_pieces(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = many_closed(tmp_path, 120)
    reads: list[str] = []
    closed = RowReader.closed

    def counted(self: RowReader, source: str, case: str, document: dict[str, object]) -> object:
        reads.append(case)
        return closed(self, source, case, document)

    monkeypatch.setattr(RowReader, "closed", counted)
    rounds = 0
    while CaseStore(tmp_path, HandClock()).find("", seconds=0.001).unread:
        rounds += 1
    assert rounds > 3, "each leaves the rest to the next"
    assert len(reads) == len(set(reads)) == 120
    assert ids(desk(tmp_path).find(customer(119)))
    assert ids(store.find(phone(3)))
    assert len(reads) == 120


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_in_a_folder_that_cannot_be_written_one_finds_all_the_same(tmp_path: Path) -> None:
    put(tmp_path, "c1", *CLOSED, flow="escalation")
    tmp_path.chmod(0o500)
    try:
        assert ids(desk(tmp_path).find(NAME)) == ["c1"]
    finally:
        tmp_path.chmod(0o700)


def test_where_the_index_cannot_be_written_one_finds_all_the_same(tmp_path: Path) -> None:
    put(tmp_path, "c1", *CLOSED, flow="escalation")
    (tmp_path / "find").write_bytes(b"a file where the folder should be")
    assert ids(desk(tmp_path).find(NAME)) == ["c1"]


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows has no fork")
def test_killed_at_any_call_to_the_disk_indexing_goes_on(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.store.killed", str(tmp_path), "1", "1", "find"]
    subprocess.run(command, check=True)
    runs = sorted(tmp_path.glob("*.told"))
    assert len(runs) > 12
    for path in runs:
        root = tmp_path / path.stem
        CaseStore(root, HandClock()).recover()
        store = desk(root)
        assert all(len(store.find(customer(number)).cases) == 1 for number in range(130))


@pytest.mark.slow
def test_two_windows_index_at_once_and_both_find_everybody(tmp_path: Path) -> None:
    many_closed(tmp_path, 400)
    code = (
        "import sys; from pathlib import Path\n"
        "from lenovo_desk.store.cases.case_store import CaseStore\n"
        "from tests.hand_clock import HandClock\n"
        "from tests.store.many_cases import customer\n"
        "store = CaseStore(Path(sys.argv[1]), HandClock())\n"
        "while store.find('', seconds=0.005).unread: pass\n"
        "print(sum(len(store.find(customer(n)).cases) for n in range(400)))\n"
    )
    command = [sys.executable, "-c", code, str(tmp_path)]
    programs = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    assert [program.communicate()[0].strip() for program in programs] == ["400"] * 3
    rows = [row[1] for row in rows_on_disk(tmp_path)]
    assert len(rows) == len(set(rows)) == 400


@pytest.mark.slow
def test_among_ten_thousand_closed_cases_one_is_found_at_once(tmp_path: Path) -> None:
    store = many_closed(tmp_path, 10_000)
    while store.find("", "FR", seconds=1.0).unread:
        pass
    window = CaseStore(tmp_path, HandClock())
    window.find("", "FR")  # reads the index, as when the box to type in opens
    for text, hits in ((customer(77), 1), (phone(4321), 1), ("Camille", MOST), ("Nobody", 0)):
        times = []
        for _ in range(5):
            began = time.process_time()
            assert len(window.find(text, "FR").cases) == hits
            times.append(time.process_time() - began)
        assert sorted(times)[2] < 0.05, f"{text}: {times}"
