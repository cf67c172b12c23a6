"""The commands of mock calls, as processes."""

import os
import re
import sys

import pytest

from tests.cli.calls import FLOPPY, SUNDAY, careless, played, scenario
from tests.cli.cases import THANKED, put
from tests.cli.program import Program
from tests.cli.terminal import leave, terminal
from tests.printing.html_tree import NASTY, loads_nothing, parsed

pytestmark = pytest.mark.slow


def fill(desk: Program) -> Program:
    """Put closed mock calls and an unfinished one into a desk."""
    mock = desk.data / "mock"
    played(mock, "sound", at=SUNDAY)
    played(mock, "faulty", make=careless(10), language="fr", at=SUNDAY + 3600)
    played(mock, "bos", agent="bo", at=SUNDAY + 7200)
    played(mock, "left", agent="cy", at=SUNDAY, moves=scenario().good[:2], close=False)
    return desk


@pytest.fixture
def own(desk: Program) -> Program:
    """A desk with mock calls, for one test."""
    return fill(desk)


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Program:
    """A desk with mock calls, which tests only read."""
    return fill(Program(tmp_path_factory.mktemp("room")))


def test_scenarios_and_unfinished_calls_are_listed(room: Program) -> None:
    told = room("mock", "--lang", "zh")
    assert (told.status, told.err) == (0, "")
    assert FLOPPY in told.out
    assert "软驱读不了盘" in told.out
    assert "left" in told.out
    assert "sound" not in told.out
    listed = room("mock", "--json", "--lang", "fr").json()
    assert [one["case"] for one in listed["unfinished"]] == ["left"]
    assert {one["language"] for one in listed["scenarios"]} == {"fr"}
    assert FLOPPY in {one["id"] for one in listed["scenarios"]}


def test_closed_calls_are_listed_newest_first_with_their_scores(room: Program) -> None:
    listed = room("mock", "calls", "--json").json()
    assert [one["case"] for one in listed] == ["bos", "faulty", "sound"]
    assert [one["passed"] for one in listed] == [True, False, True]
    assert listed[0]["percent"] == 100
    assert listed[1]["percent"] < 85
    told = room("mock", "calls", "--trainee", "bo", "--lang", "fr")
    assert "bos" in told.out
    assert "sound" not in told.out
    assert "100\u00a0%" in told.out
    assert room("mock", "calls", "--scenario", "nope", "--lang", "en").out == (
        "No closed mock calls.\n"
    )


def test_a_score_is_shown_with_its_evidence(room: Program) -> None:
    told = room("mock", "score", "faulty", "--lang", "fr")
    assert (told.status, told.err) == (0, "")
    plain = room("mock", "score", "faulty", "--json", "--lang", "fr").json()
    faults = [fault for line in plain["lines"] for fault in line["faults"]]
    assert faults
    assert all(fault["text"] in told.out for fault in faults)
    assert not plain["passed"]
    judged = [one for one in plain["lines"] if one["state"] == "measured"]
    assert sum(one["points"] for one in judged) == pytest.approx(plain["points"], abs=0.1)


def test_a_score_is_written_as_a_page_for_its_reader_only(room: Program) -> None:
    path = room.folder / "score.html"
    told = room("mock", "score", "faulty", "--html", str(path), "--lang", "zh")
    assert (told.status, told.err) == (0, "")
    assert str(path) in told.out
    text = path.read_text("utf-8")
    loads_nothing(text)
    assert 'lang="zh-Hans"' in text
    if sys.platform != "win32":
        assert path.stat().st_mode & 0o777 == 0o600
    assert room("mock", "score", "faulty", "--html", "-").out.startswith("<!DOCTYPE html>")


def test_marks_and_remarks_are_kept_and_counted(own: Program) -> None:
    before = own("mock", "score", "faulty", "--json").json()
    line = next(one for one in before["lines"] if one["faults"])
    told = own("mock", "mark", "faulty", line["id"], str(line["of"]), "panne", "--lang", "fr")
    assert (told.status, told.err) == (0, "")
    assert own("mock", "remark", "faulty", NASTY, "\u202etxt.exe", "\x1b[2J").status == 0
    after = own("mock", "score", "faulty", "--json").json()
    changed = next(one for one in after["lines"] if one["id"] == line["id"])
    assert (changed["state"], changed["points"]) == ("overruled", line["of"])
    assert changed["measured"] == line["points"]
    assert changed["mark"]["reason"] == "panne"
    assert after["percent"] > before["percent"]
    page = own("mock", "score", "faulty", "--html", "-").out
    loads_nothing(page)
    assert f"{NASTY} txt.exe [2J" in parsed(page).text


def test_a_line_for_ears_takes_a_mark_without_a_reason(own: Program) -> None:
    plain = own("mock", "score", "sound", "--json").json()
    ears = next(one for one in plain["lines"] if one["state"] == "ears")
    assert own("mock", "mark", "sound", ears["id"], "1,5").status == 0
    after = own("mock", "score", "sound", "--json").json()["lines"]
    marked = next(one for one in after if one["id"] == ears["id"])
    assert (marked["state"], marked["points"]) == ("marked", 1.5)


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("mock", "ply", FLOPPY), 2, 'Did you mean "play"?'),
        (("mock", "play"), 2, "SCENARIO"),
        (("mock", "play", "flopy_drive"), 2, 'Did you mean "floppy_drive"?'),
        (("mock", "score", "sund"), 1, 'Did you mean "sound"?'),
        (("mock", "score", "../sound"), 1, "there is no mock call"),
        (("mock", "mark", "sound", "pth", "1", "x"), 2, 'Did you mean "path"?'),
        (("mock", "mark", "sound", "path", "many", "x"), 2, "points, not many"),
        (("mock", "mark", "sound", "path", "99", "x"), 2, "takes 0 to"),
        (("mock", "mark", "sound", "path", "nan", "x"), 2, "takes 0 to"),
        (("mock", "mark", "sound", "path", "1"), 2, "REASON"),
        (("mock", "mark", "sound", "path", "1", " "), 2, "REASON"),
        (("mock", "remark", "sound", " "), 2, "TEXT"),
        (("mock", "remark", "sound"), 2, "TEXT"),
        (("mock", "customer", "nobody"), 1, "there is no mock call"),
        (("mock", "score", "sound", "--html", "none/x.html"), 1, "No such file"),
        (("mock", "share"), 2, "DIR"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_a_slip_is_one_line(room: Program, words: tuple[str, ...], status: int, said: str) -> None:
    told = room(*words, "--lang", "zh")
    assert told.status == status
    assert said in told.one_line()
    assert told.out == ""


def test_real_cases_know_nothing_of_mock_calls(desk: Program) -> None:
    put(desk.data, "first", *THANKED)
    before = desk("log", "export").out, desk("log", "--json").out, desk("board", "--json").out
    kept = {path: path.read_bytes() for path in desk.data.rglob("*") if path.is_file()}
    played(desk.data / "mock", "sound")
    played(desk.data / "mock", "left", moves=scenario().good[:2], close=False)
    assert desk("mock", "calls").status == 0
    assert desk("mock", "mark", "sound", "path", "1", "x").status == 0
    assert desk("mock", "class", "--csv").out.count("\n") == 2
    assert before == (
        desk("log", "export").out,
        desk("log", "--json").out,
        desk("board", "--json").out,
    )
    assert all(path.read_bytes() == data for path, data in kept.items())


def test_a_damaged_call_is_told_and_the_others_are_listed(own: Program) -> None:
    [path] = (own.data / "mock" / "evidence").rglob("sound.jsonl")
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([lines[0], b"nonsense\n", *lines[2:]]))
    told = own("mock", "calls", "--json")
    assert told.status == 0
    assert [one["case"] for one in told.json()] == ["bos", "faulty"]
    assert "damaged" in told.one_line()


class TestSharing:
    """A folder for a room of trainees."""

    def test_it_says_who_can_read_it_and_what_lies_there(self, desk: Program) -> None:
        told = desk("mock", "share", "class", "--lang", "fr")
        assert (told.status, told.err) == (0, "")
        folder = desk.folder / "class"
        for part in (str(folder), "Qui peut lire", "Les clés sont à côté", "--class"):
            assert part in told.out
        if sys.platform != "win32":
            assert (folder / "mock").stat().st_mode & 0o777 == 0o700

    @pytest.mark.skipif(sys.platform == "win32", reason="the system has no groups of this kind")
    def test_a_group_is_named_with_its_members(self, desk: Program) -> None:
        import grp

        group = grp.getgrgid(os.getegid()).gr_name
        told = desk("mock", "share", "class", "--group", group, "--lang", "en")
        assert told.status == 0
        assert f"every member of the group {group}" in told.out
        shared = desk("mock", "share", "class", "--group", group, "--json").json()
        assert shared["group"] == group
        assert shared["folder"] == str(desk.folder / "class")
        assert (desk.folder / "class" / "mock").stat().st_mode & 0o2070 == 0o2070

    def test_real_cases_are_never_shared(self, desk: Program) -> None:
        put(desk.data, "first", *THANKED)
        told = desk("mock", "share", str(desk.data), "--lang", "en")
        assert told.status == 1
        assert str(desk.data) in told.one_line()

    @pytest.mark.parametrize("way", ["option", "environment", "settings"])
    def test_mock_calls_of_a_class_lie_in_its_folder(self, desk: Program, way: str) -> None:
        assert desk("mock", "share", "class").status == 0
        folder = desk.folder / "class"
        played(folder / "mock", "ours")
        played(desk.data / "mock", "alone")
        words, env = ["mock", "calls", "--json"], {}
        if way == "option":
            words += ["--class", str(folder)]
        elif way == "environment":
            env["LENOVO_DESK_CLASS"] = str(folder)
        else:
            (desk.data / "settings.yaml").write_text(f'classroom: "{folder}"\n', "utf-8")
        assert [one["case"] for one in desk(*words, **env).json()] == ["ours"]

    def test_a_class_that_nobody_made_takes_no_calls(self, desk: Program) -> None:
        words = ("--class", str(desk.folder / "clas"))
        told = desk(*words, "mock", "--lang", "en")
        assert told.status == 1
        assert f"There is no class in {desk.folder / 'clas'}" in told.one_line()
        assert desk(*words, "mock", "play", FLOPPY, "--lang", "zh").status == 1
        with terminal(desk.data, (80, 24), "en", *words) as at:
            at.wait_for("all keys")
            at.type("m")
            at.wait_for("There is no class in")
            leave(at)
        assert not (desk.folder / "clas").exists()
        assert not (desk.data / "mock").exists()


class TestOnTheScreen:
    """`mock play` and `mock customer` open the screen where they say."""

    def test_a_mock_call_is_opened_behind_its_briefing(self, desk: Program) -> None:
        with terminal(desk.data, (100, 30), "zh", "mock", "play", FLOPPY) as at:
            at.wait_for(scenario().about[:8])
            assert desk("mock", "--json").json()["unfinished"] == []
            at.type("\r")
            at.wait_for(scenario().opens[:5])
            leave(at)
        unfinished = desk("mock", "--json").json()["unfinished"]
        assert [one["flow"] for one in unfinished] == [scenario().flow]
        assert desk("board", "--json").json() == []

    def test_the_newest_live_call_is_opened_for_a_trainer(self, own: Program) -> None:
        with terminal(own.data, (100, 30), "zh", "mock", "customer") as at:
            at.wait_for(scenario().persona.name)
            leave(at)
        assert len(own("mock", "--json").json()["unfinished"]) == 1


def test_no_command_of_mock_calls_leaks_a_path_of_the_program(room: Program) -> None:
    for words in (("mock",), ("mock", "calls"), ("mock", "class"), ("mock", "score", "sound")):
        assert not re.search(r"\.py\b|Traceback", room(*words).out)
