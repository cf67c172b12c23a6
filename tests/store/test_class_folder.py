"""A folder of mock calls for a room of trainees: who can read it, and who cannot."""

import os
import stat
import sys
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from lenovo_desk.core.engine.session import StoreProblem
from lenovo_desk.disk_files import GROUP, PRIVATE
from lenovo_desk.store.cases.case_store import CaseStore
from lenovo_desk.store.disk.file_access import access_below
from lenovo_desk.store.mock.class_folder import FolderSharing, folder_sharing, share_folder
from lenovo_desk.store.mock.mock_store import MockStore
from lenovo_desk.training.model.call import TrainerMark
from lenovo_desk.training.model.quiz import QuizAnswer
from tests.store.house import Shelf, opening, worked
from tests.store.mockhouse import OVER, called

if sys.platform == "win32":
    pytest.skip("Windows has no modes", allow_module_level=True)

import grp

from tests.hand_clock import START, HandClock

MARK = TrainerMark("remark", "", 0.0, "well listened", "trainer", START)


@pytest.fixture
def group() -> str:
    """A group this user may give a folder to, another than his first where there is one."""
    if os.geteuid() == 0:
        return next(one.gr_name for one in grp.getgrall() if one.gr_gid not in (0, 65534))
    gids = [gid for gid in os.getgroups() if gid != os.getegid()] or [os.getegid()]
    return grp.getgrgid(gids[0]).gr_name


@pytest.fixture(params=[0o000, 0o077], ids=["umask 000", "umask 077"])
def umask(request: pytest.FixtureRequest) -> Iterator[None]:
    before = os.umask(request.param)
    yield
    os.umask(before)


def modes(root: Path) -> tuple[set[int], set[int]]:
    """Return the modes of all folders and of all files below a folder, itself with them."""
    found = [root, *root.rglob("*")]
    kinds: tuple[set[int], set[int]] = set(), set()
    for path in found:
        kinds[path.is_file()].add(stat.S_IMODE(path.stat().st_mode))
    return kinds


def a_day_of(calls: MockStore) -> None:
    """Do all that writes: two calls, a trainer, marks, answers, reports, recovery."""
    session = called(calls, "m1")
    line = calls.line("m1")
    line.say("line", "hello")
    calls.release(session)
    line.close()
    session = calls.resume("m1", Shelf())
    for intent in OVER:
        session.do(intent)
    calls.release(session)
    calls.mark("m1", MARK)
    calls.answered("li", QuizAnswer("prices.q1", True, START))
    calls.keep_report("m1", "<p>85 %</p>")
    open_one = called(calls, "m2")
    calls.line("m2").say("line", "hello")
    assert open_one.case.status == "open"
    calls.recover()


@pytest.mark.usefixtures("umask")
def test_what_lies_in_a_shared_folder_is_the_groups(tmp_path: Path, group: str) -> None:
    folder = tmp_path / "room"
    share_folder(str(folder), group)
    a_day_of(MockStore(folder / "mock", HandClock()))
    assert modes(folder) == ({0o2770}, {0o660})
    gid = grp.getgrnam(group).gr_gid
    assert {path.stat().st_gid for path in folder.rglob("*")} == {gid}


@pytest.mark.usefixtures("umask")
def test_everything_else_stays_this_users(tmp_path: Path, group: str) -> None:
    share_folder(str(tmp_path / "room"), group)
    MockStore(tmp_path / "room" / "mock", HandClock())
    data = tmp_path / "data"
    worked(CaseStore(data, HandClock()), "c1")
    a_day_of(MockStore(data / "mock", HandClock()))
    assert modes(data) == ({0o700}, {0o600})
    real = CaseStore(tmp_path / "room", HandClock())
    worked(real, "c2")
    own = [p for p in (tmp_path / "room").rglob("*") if "mock" not in p.relative_to(tmp_path).parts]
    assert {stat.S_IMODE(p.stat().st_mode) for p in own} == {0o700, 0o600}, "real cases, even there"


def test_a_folder_without_a_group_is_this_users_alone(tmp_path: Path) -> None:
    folder = tmp_path / "room"
    told = share_folder(str(folder))
    assert (told.folder, told.group, told.members, told.closed) == (str(folder), "", (), "")
    assert told.owner
    a_day_of(MockStore(folder / "mock", HandClock()))
    assert modes(folder) == ({0o700}, {0o600})


def test_who_can_read_it_is_told(tmp_path: Path, group: str) -> None:
    folder = tmp_path / "room"
    tmp_path.chmod(0o755)
    told = share_folder(str(folder), group)
    assert isinstance(told, FolderSharing)
    assert (told.folder, told.group, told.modes) == (str(folder), group, True)
    assert set(grp.getgrnam(group).gr_mem) <= set(told.members)
    calls = MockStore(folder / "mock", HandClock())
    assert calls.sharing == told == folder_sharing(str(folder / "mock"))
    tmp_path.chmod(0o700)
    assert calls.sharing.closed == str(tmp_path), "nobody of the group comes through there"
    own = MockStore(tmp_path / "data" / "mock", HandClock())
    (tmp_path / "data").mkdir(mode=0o700)
    assert own.sharing.group == ""


def test_a_folder_can_be_given_to_another_group_and_taken_back(tmp_path: Path, group: str) -> None:
    folder = tmp_path / "room"
    share_folder(str(folder))
    calls = MockStore(folder / "mock", HandClock())
    a_day_of(calls)
    link = folder / "mock" / "link"
    outside = tmp_path / "outside"
    outside.write_text("not ours")
    outside.chmod(0o600)
    link.symlink_to(outside)
    share_folder(str(folder), group)
    link.unlink()
    assert modes(folder) == ({0o2770}, {0o660})
    assert stat.S_IMODE(outside.stat().st_mode) == 0o600
    calls.release(called(MockStore(folder / "mock", HandClock()), "m3", *OVER))
    share_folder(str(folder))
    calls.release(called(calls, "m4", *OVER))
    assert modes(folder) == ({0o700}, {0o600})
    assert share_folder(str(folder)) == share_folder(str(folder))


def real_cases(folder: Path) -> None:
    store = CaseStore(folder, HandClock())
    store.release(store.open_case(Shelf(), opening("c1")))


def closed_cases(folder: Path) -> None:
    worked(CaseStore(folder, HandClock()), "c1")
    for name in ("open", "keys", "flows"):
        for path in (folder / name).iterdir():
            path.unlink()
        (folder / name).rmdir()


@pytest.mark.parametrize(
    ("prepared", "code"),
    [
        (real_cases, "real_cases_here"),
        (closed_cases, "real_cases_here"),
        (lambda folder: (folder / "evidence").mkdir(parents=True), "real_cases_here"),
        (lambda folder: (folder / "photos").mkdir(parents=True), "not_empty"),
        (lambda folder: (folder.mkdir(), (folder / ".profile").touch()), "not_empty"),
        (lambda folder: (folder.mkdir(), (folder / "mock").symlink_to("/")), "not_empty"),
        (lambda folder: folder.touch(), "file_exists"),
        (lambda folder: folder.symlink_to(folder.parent / "nowhere"), "file_exists"),
    ],
    ids=["a real case", "closed ones", "evidence", "photos", "a home", "a link", "a file", "lost"],
)
@pytest.mark.parametrize("given", [True, False], ids=["to a group", "to nobody"])
def test_a_folder_with_anything_else_is_never_shared(
    tmp_path: Path, prepared: Callable[[Path], object], code: str, given: bool, group: str
) -> None:
    folder = tmp_path / "room"
    prepared(folder)
    before = {path: path.lstat()[:6] for path in (folder, *folder.rglob("*"))}
    with pytest.raises(StoreProblem) as refusal:
        share_folder(str(folder), group if given else "")
    assert (refusal.value.code, refusal.value.detail) == (code, str(folder))
    assert {path: path.lstat()[:6] for path in (folder, *folder.rglob("*"))} == before


def test_the_mock_calls_of_a_data_folder_are_not_shared_by_a_slip(
    tmp_path: Path, group: str
) -> None:
    calls = MockStore(tmp_path / "data" / "mock", HandClock())
    calls.release(called(calls, "m1", *OVER))
    with pytest.raises(StoreProblem, match="real_cases_here"):
        share_folder(str(tmp_path / "data" / "mock"), group)


@pytest.mark.parametrize(
    ("folder", "group_", "code"),
    [
        ("nowhere/room", "", "no_folder"),
        ("room", "no such group", "no_group"),
        ("room", "", "disk_refused"),
    ],
)
def test_what_cannot_be_shared_is_said_and_nothing_is_made(
    tmp_path: Path, folder: str, group_: str, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if code == "disk_refused":

        def refused(*args: object) -> None:
            raise PermissionError(1, "no")

        monkeypatch.setattr(os, "chmod", refused)
        group_ = grp.getgrgid(os.getegid()).gr_name
    with pytest.raises(StoreProblem) as refusal:
        share_folder(str(tmp_path / folder), group_)
    assert refusal.value.code == code
    assert list(tmp_path.iterdir()) == []


def test_only_a_member_shares_with_a_group(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 4321)
    monkeypatch.setattr(os, "getegid", lambda: 4321)
    monkeypatch.setattr(os, "getgroups", list)
    name = grp.getgrall()[0].gr_name
    with pytest.raises(StoreProblem) as refusal:
        share_folder(str(tmp_path / "room"), name)
    assert (refusal.value.code, refusal.value.detail) == ("not_in_group", name)


def test_a_system_without_groups_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    with pytest.raises(StoreProblem, match="no_groups"):
        share_folder(str(tmp_path / "room"), "users")
    told = share_folder(str(tmp_path / "room"))
    assert (told.modes, told.group, told.owner) == (False, "", "")
    assert (tmp_path / "room" / "mock").is_dir()


def test_a_folder_no_longer_shared_is_forgotten(tmp_path: Path, group: str) -> None:
    folder = tmp_path / "room"
    share_folder(str(folder), group)
    assert access_below(folder / "mock").permissions == GROUP
    (folder / "mock").chmod(0o755)
    assert access_below(folder / "mock").permissions == PRIVATE
    assert access_below(folder / "nowhere").permissions == PRIVATE
    calls = MockStore(folder / "mock", HandClock())
    calls.release(called(calls, "m1", *OVER))
    assert {p.stat().st_mode & 0o077 for p in (folder / "mock").rglob("*")} == {0}


# --- two users


def as_user(uid: int, gid: int, work: Callable[[], None]) -> int:
    """Do something as another user; return how it ended."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            os.setgroups([gid])
            os.setgid(uid)
            os.setuid(uid)
            os.umask(0o077)
            work()
            status = 0
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@pytest.mark.skipif(os.geteuid() != 0, reason="only root is other users")
def test_trainee_and_trainer_are_two_users_of_one_group(tmp_path: Path, group: str) -> None:
    folder = tmp_path / "room"
    for path in (tmp_path, *tmp_path.parents):
        if path.stat().st_uid == os.geteuid() and not path.stat().st_mode & 0o001:
            path.chmod(path.stat().st_mode | 0o011)
    gid = grp.getgrnam(group).gr_gid
    share_folder(str(folder), group)
    a_day_of(MockStore(tmp_path / "own", HandClock()))  # others may not read where Python lies

    def trainee() -> None:
        calls = MockStore(folder / "mock", HandClock())
        calls.release(called(calls, "m1"))
        calls.answered("li", QuizAnswer("prices.q1", True, START))

    def trainer() -> None:
        calls = MockStore(folder / "mock", HandClock())
        assert calls.recover() == ()
        assert calls.call("m1").events
        line = calls.line("m1")
        line.say("line", "hello")
        line.close()
        calls.mark("m1", MARK)
        calls.answered("li", QuizAnswer("prices.q2", True, START))

    def trainee_again() -> None:
        calls = MockStore(folder / "mock", HandClock())
        assert [one.text for one in calls.spoken("m1")] == ["hello"]
        calls.mark("m1", MARK)
        session = calls.resume("m1", Shelf())
        for intent in OVER:
            session.do(intent)
        calls.release(session)
        assert [len(call.marks) for call in calls.closed()] == [2]
        assert len(calls.answers("li")) == 2

    def stranger() -> None:
        calls = MockStore(folder / "mock", HandClock())
        for ask in (
            calls.live,
            lambda: calls.call("m1"),
            lambda: calls.resume("m1", Shelf()),
            lambda: calls.line("m1"),
            lambda: called(calls, "m5"),
            lambda: calls.mark("m1", MARK),
        ):
            with pytest.raises(StoreProblem) as refusal:
                ask()
            assert refusal.value.code in ("disk_refused", "data_folder")
        assert calls.spoken("m1") == ()
        assert calls.recover() == ()

    for uid, work in ((4001, trainee), (4002, trainer), (4001, trainee_again)):
        assert as_user(uid, gid, work) == 0, work.__name__
    assert as_user(4003, 4003, stranger) == 0, "who is not of the group is told so"
    assert modes(folder) == ({0o2770}, {0o660})
