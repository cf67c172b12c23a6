"""The file in which a trainer plays the customer: it can never damage the call."""

import errno
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lenovo_desk.core.engine.audit import first_unlawful
from lenovo_desk.core.engine.session import StoreProblem
from lenovo_desk.core.model import events as ev
from lenovo_desk.core.model import intents as it
from lenovo_desk.core.model.events import Event
from lenovo_desk.store.cases import evidence_files
from lenovo_desk.store.cases.case_folder import CaseFolder
from lenovo_desk.store.cases.case_store import CaseStore
from lenovo_desk.store.disk import append_log
from lenovo_desk.store.disk.file_access import PRIVATE_ACCESS
from lenovo_desk.store.disk.journal import chained_line
from lenovo_desk.store.mock.mock_store import MockStore
from lenovo_desk.store.mock.trainer_line import LockedTrainerLine
from lenovo_desk.training.mock_session import MockSession
from lenovo_desk.training.model.call import SpokenLine
from tests.full_disk import files_no_longer_than
from tests.hand_clock import START, HandClock
from tests.store.house import Shelf, died, leftovers
from tests.store.mockhouse import OVER, called

SAID = [
    ("line", "Who is there?"),
    ("objection", "软驱不读盘，\n我都打了两次了！"),
    ("line", "é" * 40),
]


class Desks:
    """A trainee and a trainer, each at a window of his own."""

    def __init__(self, data: Path) -> None:
        self.root = data / "mock"
        self.trainee = MockStore(self.root, HandClock())
        self.trainer = MockStore(self.root, HandClock(START + 30, "boot-t", 9.0))
        self.session = called(self.trainee, "m1")

    @property
    def file(self) -> Path:
        return self.root / "open" / "m1.customer.jsonl"

    def said(self) -> LockedTrainerLine:
        """Let the trainer say what he says."""
        line = self.trainer.line("m1")
        for kind, text in SAID:
            line.say(kind, text)
        return line

    def hear(self, session: MockSession | None = None) -> list[Event]:
        """Fold in what is new, as the screen does twice a second."""
        session = session or self.session
        heard = []
        for one in self.trainee.spoken("m1", session.case.heard):
            answer = session.do(it.HearCustomer(one.n, one.kind, one.text))
            assert isinstance(answer, Event), one
            heard.append(answer)
        return heard

    def goes_on(self) -> None:
        """Work the call to its end and find it whole."""
        for intent in OVER:
            assert isinstance(self.session.do(intent), Event)
        self.trainee.release(self.session)
        call = MockStore(self.root, HandClock()).call("m1")
        assert call.events == tuple(self.session.events)
        assert first_unlawful(call.flows, call.events) is None


@pytest.fixture
def desks(tmp_path: Path) -> Desks:
    return Desks(tmp_path)


def test_what_a_trainer_says_reaches_the_trainee_once(desks: Desks) -> None:
    assert desks.trainee.spoken("m1") == ()
    line = desks.trainer.line("m1")
    first = line.say("line", "Who is there?")
    assert first == SpokenLine(1, "line", "Who is there?", first.at)
    assert desks.trainee.spoken("m1") == (first,)
    assert len(desks.hear()) == 1
    assert desks.hear() == []
    second = line.say("objection", " 软驱\x1b[2J\u202e不读盘 ")
    assert second.text == "软驱[2J不读盘"
    assert desks.trainee.spoken("m1", 1) == (second,)
    line.say("hang_up", "")
    assert [one.act for one in desks.hear()] == [
        ev.CustomerSpoke(2, "objection", "软驱[2J不读盘"),
        ev.CustomerSpoke(3, "hang_up", ""),
    ]
    assert desks.session.case.hung_up
    line.close()
    assert not desks.trainee.notices
    desks.goes_on()


@pytest.mark.parametrize(
    ("kind", "text"),
    [("line", ""), ("objection", " \n\x00"), ("line", "\u200b\u3164"), ("sings", "la"), ("", "x")],
)
def test_nothing_said_is_refused(desks: Desks, kind: str, text: str) -> None:
    line = desks.trainer.line("m1")
    with pytest.raises(StoreProblem, match="nothing_said"):
        line.say(kind, text)
    with pytest.raises(StoreProblem, match="said_too_long"):
        line.say("line", "长" * 501)
    assert line.say("line", "长" * 500).text == "长" * 500
    assert desks.trainee.spoken("m1")[0].n == 1


def test_after_a_hang_up_nothing_is_said(desks: Desks) -> None:
    line = desks.trainer.line("m1")
    line.say("hang_up", "Goodbye.")
    line.close()
    with closing(desks.trainer.line("m1")) as again, pytest.raises(StoreProblem, match="hung_up"):
        again.say("line", "And another thing")


def test_one_trainer_plays_the_customer(desks: Desks) -> None:
    line = desks.trainer.line("m1")
    second = MockStore(desks.root, HandClock())
    for _ in range(2):
        with pytest.raises(StoreProblem) as refusal:
            second.line("m1")
        assert (refusal.value.code, refusal.value.detail) == ("customer_taken", "m1")
    line.say("line", "one")
    assert [one.text for one in second.spoken("m1")] == ["one"], "others may listen"
    line.close()
    assert second.line("m1").say("line", "two").n == 2


def test_a_call_that_is_over_or_unknown_is_not_played(desks: Desks) -> None:
    line = desks.said()
    with pytest.raises(StoreProblem, match="no_call"):
        desks.trainer.line("m9")
    with pytest.raises(StoreProblem, match="bad_case_id"):
        desks.trainer.line("../m1")
    desks.hear()
    desks.session.do(OVER[1])
    with pytest.raises(StoreProblem, match="closed"):
        MockStore(desks.root, HandClock()).line("m1")
    desks.trainee.release(desks.session)
    with pytest.raises(StoreProblem, match="closed"):
        line.say("line", "hello?")
    line.close()
    with pytest.raises(StoreProblem, match="closed"):
        desks.trainer.line("m1")
    assert not leftovers(desks.root)


def test_the_file_of_a_finished_call_lies_beside_its_journal(desks: Desks) -> None:
    desks.said().close()
    desks.hear()
    before = desks.trainee.spoken("m1")
    desks.goes_on()
    assert not desks.file.exists()
    assert (desks.root / "evidence" / "2026-11" / "m1.customer.jsonl").exists()
    assert desks.trainee.spoken("m1") == before
    assert desks.trainee.spoken("m1", 2) == before[2:]


def test_listening_is_a_look_at_the_file_unless_it_grew(
    desks: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = desks.said()
    said = desks.trainee.spoken("m1")
    opened: list[object] = []
    real = os.open

    def counted(path: object, *args: int) -> int:
        opened.append(path)
        return real(path, *args)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "open", counted)
    for _ in range(20):
        assert desks.trainee.spoken("m1") == said
    assert opened == []
    line.say("line", "more")
    for _ in range(20):
        assert len(desks.trainee.spoken("m1")) == len(said) + 1
    assert len(opened) == 1


# --- whatever lies in the file


def test_a_line_half_written_is_not_heard_until_it_is_whole(desks: Desks) -> None:
    desks.said().close()
    whole = desks.file.read_bytes()
    last = whole.rindex(b"\n", 0, -1) + 1
    for size in range(last, len(whole)):
        desks.file.write_bytes(whole[:size])
        assert len(desks.trainee.spoken("m1")) == len(SAID) - 1
        assert desks.file.stat().st_size == size, "readers never repair"
    desks.file.write_bytes(whole)
    assert len(desks.trainee.spoken("m1")) == len(SAID)
    assert not desks.trainee.notices
    desks.file.write_bytes(whole[:-5])
    with closing(desks.trainer.line("m1")) as line:
        assert line.say("line", "again").n == len(SAID)
    assert [one.text for one in desks.trainee.spoken("m1")][-1] == "again"
    assert not desks.trainer.notices


def test_a_changed_line_ends_what_is_heard_and_is_told_once(desks: Desks) -> None:
    desks.said().close()
    lines = desks.file.read_bytes().splitlines(keepends=True)
    desks.file.write_bytes(lines[0] + lines[1].replace(b"objection", b"line") + lines[2])
    for _ in range(3):
        assert [one.n for one in desks.trainee.spoken("m1")] == [1]
    assert [(one.code, one.id, one.detail) for one in desks.trainee.notices] == [
        ("customer_broken", "m1", "m1.customer.jsonl:2")
    ]
    desks.hear()
    with closing(desks.trainer.line("m1")) as line:
        (told,) = desks.trainer.notices
        assert (told.code, told.id) == ("ledger_rebuilt", "m1.customer.jsonl")
        assert desks.file.with_name(told.detail).exists()
        assert line.say("line", "as I said").n == 2
    assert [one.act for one in desks.hear()] == [ev.CustomerSpoke(2, "line", "as I said")]
    desks.goes_on()
    assert len(list(desks.root.glob("evidence/*/m1.customer.jsonl*"))) == 2
    assert not list(desks.root.glob("open/m1*"))


@pytest.mark.parametrize("loss", ["gone", "cut", "damaged"])
def test_what_was_heard_is_not_said_again_though_the_file_lost_it(desks: Desks, loss: str) -> None:
    desks.said().close()
    desks.hear()
    whole = desks.file.read_bytes()
    if loss == "gone":
        desks.file.unlink()
    else:
        cut = whole[: whole.index(b"\n") + 1]
        desks.file.write_bytes(cut if loss == "cut" else cut + whole[len(cut) + 5 :])
    assert desks.hear() == []
    with closing(desks.trainer.line("m1")) as line:
        assert line.say("line", "four").n == len(SAID) + 1
    assert [one.act for one in desks.hear()] == [ev.CustomerSpoke(4, "line", "four")]
    desks.goes_on()


def forged(name: str, *plains: object) -> bytes:
    """Return lines with right sums, as anybody can reckon them."""
    lines, last = [], name
    for plain in plains:
        assert isinstance(plain, dict)
        line, last = chained_line(plain, last)
        lines.append(line)
    return b"".join(lines)


RIGHT = {"n": 1, "kind": "line", "text": "x", "at": 1.5}


@pytest.mark.parametrize(
    ("content", "heard"),
    [
        (b"", 0),
        (b"\n\n\n", 0),
        (b"\x00" * 70_000, 0),
        (Random(5).randbytes(5000), 0),
        (b"[" * 100_000 + b'"}\n', 0),
        (b"x" * 6_000_000 + b"\n", 0),
        (forged("m2.customer", RIGHT), 0),
        (forged("m1.customer", RIGHT), 1),
        (forged("m1.customer", RIGHT, {**RIGHT, "n": 3}), 1),
        (forged("m1.customer", RIGHT, {**RIGHT, "n": 1}), 1),
        (forged("m1.customer", {**RIGHT, "n": 0}), 0),
        (forged("m1.customer", {**RIGHT, "n": True}), 0),
        (forged("m1.customer", {**RIGHT, "n": 1.0}), 0),
        (forged("m1.customer", {**RIGHT, "kind": "close"}), 0),
        (forged("m1.customer", {**RIGHT, "text": None}), 0),
        (forged("m1.customer", {**RIGHT, "text": ["x"]}), 0),
        (forged("m1.customer", {**RIGHT, "text": "\x00\x1b"}), 0),
        (forged("m1.customer", {**RIGHT, "at": "soon"}), 0),
        (forged("m1.customer", {**RIGHT, "at": float("nan")}), 0),
        (forged("m1.customer", {**RIGHT, "at": 10**400}), 0),
        (forged("m1.customer", {"n": 1}), 0),
        (forged("m1.customer", {**RIGHT, "text": "長" * 200_000}), 1),
        (forged("m1.customer", {**RIGHT, "text": "\ud800\u202e[/x]$(rm)"}), 1),
        (forged("m1.customer", {**RIGHT, "more": {"event": "CaseClosed"}}), 1),
        (forged("m1.customer", *({**RIGHT, "n": n} for n in range(1, 40_000))), -1),
    ],
    ids=lambda value: repr(value[:40]) if isinstance(value, bytes) else "",
)
def test_nothing_in_the_file_harms_the_call(desks: Desks, content: bytes, heard: int) -> None:
    desks.file.write_bytes(content)
    said = desks.trainee.spoken("m1")
    if heard >= 0:
        assert len(said) == heard
        desks.hear()
        assert desks.session.case.heard == heard
    assert len(desks.trainee.notices) <= 1
    with closing(desks.trainer.line("m1")) as line:
        assert line.say("line", "and on").n == len(said) + 1
    desks.goes_on()


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_whatever_happens_to_the_file_the_call_goes_on(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    desks = Desks(tmp_path_factory.mktemp("data"))
    desks.said().close()
    whole = desks.file.read_bytes()
    for _ in range(data.draw(st.integers(1, 3))):
        desks.file.write_bytes(data.draw(damage(whole)))
        before = desks.session.case
        desks.hear()
        assert before.heard <= desks.session.case.heard <= len(SAID)
        assert [
            e.act.text for e in desks.session.events if isinstance(e.act, ev.CustomerSpoke)
        ] == [text for _, text in SAID[: desks.session.case.heard]]
        assert desks.session.case._replace(heard=0, n=0, last=None, handled=0.0) == before._replace(
            heard=0, n=0, last=None, handled=0.0
        )
    with closing(desks.trainer.line("m1")) as line:
        said = line.say("line", "and on")
    assert said.n > desks.session.case.heard
    assert desks.hear()[-1].act == ev.CustomerSpoke(said.n, "line", "and on")
    desks.goes_on()


def damage(whole: bytes) -> st.SearchStrategy[bytes]:
    """Return what can become of a file: cut, changed, doubled, mixed, strange."""
    lines = whole.splitlines(keepends=True)
    spots = st.integers(0, len(whole) - 1)
    return st.one_of(
        st.binary(max_size=200),
        spots.map(lambda n: whole[:n]),
        spots.map(lambda n: whole[n:]),
        st.tuples(spots, st.integers(1, 255)).map(
            lambda at: whole[: at[0]] + bytes([whole[at[0]] ^ at[1]]) + whole[at[0] + 1 :]
        ),
        st.permutations(lines).map(b"".join),
        st.lists(st.sampled_from(lines), max_size=6).map(b"".join),
        st.binary(min_size=1, max_size=50).map(lambda rest: whole + rest),
        st.just(whole),
    )


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such pipes")
@pytest.mark.parametrize("kind", ["pipe", "folder", "link to nowhere", "link to itself"])
def test_what_is_no_file_is_not_waited_for(desks: Desks, kind: str) -> None:
    if kind == "pipe":
        os.mkfifo(desks.file)
    elif kind == "folder":
        desks.file.mkdir()
    else:
        desks.file.symlink_to(desks.file if "itself" in kind else desks.root / "nowhere")
    for _ in range(2):
        assert desks.trainee.spoken("m1") == ()
    assert len(desks.trainee.notices) <= 1
    desks.goes_on()


def test_a_file_that_cannot_be_read_is_a_notice(
    desks: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    desks.said().close()

    def refused(*args: object) -> int:
        raise OSError(errno.EIO, "no")

    with monkeypatch.context() as patch:
        patch.setattr(os, "open", refused)
        for _ in range(3):
            assert desks.trainee.spoken("m1") == ()
    assert [one.code for one in desks.trainee.notices] == ["disk_refused"]
    assert len(desks.trainee.spoken("m1")) == len(SAID)


@pytest.mark.parametrize("room", [0, 1, 30])
def test_a_full_disk_is_the_trainers_alone(desks: Desks, room: int) -> None:
    line = desks.said()
    size = desks.file.stat().st_size
    with files_no_longer_than(size + room), pytest.raises(StoreProblem, match="disk_full"):
        line.say("line", "too much of it, really")
    assert desks.file.stat().st_size == size, "the part that fitted is taken back"
    assert len(desks.hear()) == len(SAID)
    assert line.say("line", "now").n == len(SAID) + 1
    assert len(desks.hear()) == 1
    desks.goes_on()


def test_a_full_disk_at_the_first_word_leaves_the_call_alone(desks: Desks) -> None:
    with files_no_longer_than(0):
        line = desks.trainer.line("m1")
        with pytest.raises(StoreProblem, match="disk_full"):
            line.say("line", "hello")
    assert desks.hear() == []
    line.say("line", "hello")
    assert len(desks.hear()) == 1
    desks.goes_on()


# --- windows that die


def player(root: Path, *words: str) -> subprocess.Popen[str]:
    """Start a trainer who says numbers until he is killed."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.store.player", str(root), *words],
        stdout=subprocess.PIPE,
        text=True,
    )


def words_of(child: subprocess.Popen[str], count: int) -> Iterator[str]:
    assert child.stdout is not None
    for _ in range(count):
        yield child.stdout.readline()


def test_a_trainer_who_is_killed_loses_no_word_and_comes_back(desks: Desks) -> None:
    told = 0
    for n in (1, 7, 30):
        child = player(desks.root, "m1")
        told += len(list(words_of(child, n)))
        child.kill()
        rest, _ = child.communicate()
        told += len(rest.splitlines()) - (not rest.endswith("\n") and bool(rest))
        desks.hear()
        assert told <= desks.session.case.heard <= told + 1, "what he saw said was said"
        told = desks.session.case.heard
    texts = [e.act.text for e in desks.session.events if isinstance(e.act, ev.CustomerSpoke)]
    assert texts == [str(number) for number in range(1, told + 1)]
    desks.trainee.release(desks.session)
    assert desks.trainee.recover() == ()
    assert not leftovers(desks.root)
    desks.session = desks.trainee.resume("m1", Shelf())
    desks.goes_on()


def test_a_trainee_who_dies_while_the_trainer_speaks_comes_back_to_every_word(
    desks: Desks,
) -> None:
    child = player(desks.root, "m1")
    list(words_of(child, 3))
    desks.hear()
    died(desks.trainee, "m1")
    list(words_of(child, 5))
    assert desks.trainee.recover() == (), "the trainer's window is not disturbed"
    desks.session = desks.trainee.resume("m1", Shelf())
    last = [*words_of(child, 5)][-1]
    desks.hear()
    assert desks.session.case.heard >= int(last)
    child.kill()
    child.communicate()
    desks.hear()
    texts = [e.act.text for e in desks.session.events if isinstance(e.act, ev.CustomerSpoke)]
    assert texts == [str(number) for number in range(1, len(texts) + 1)]
    desks.goes_on()
    MockStore(desks.root, HandClock()).recover()
    assert not leftovers(desks.root)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows has no fork")
@pytest.mark.parametrize("part", range(2))
def test_a_trainer_killed_at_any_call_to_the_disk_leaves_a_file_to_go_on_with(
    tmp_path: Path, part: int
) -> None:
    command = [sys.executable, "-m", "tests.store.killed", str(tmp_path), str(part + 1), "2"]
    subprocess.run([*command, "play"], check=True)
    runs = sorted(tmp_path.glob("*.told"))
    assert len(runs) > 5, "the calls of a trainer"
    for path in runs:
        root = tmp_path / path.stem / "mock"
        told = [int(line) for line in path.read_text().splitlines()]
        calls = MockStore(root, HandClock())
        calls.recover()
        said = calls.spoken("20261122-a")
        assert [one.n for one in said] == [*range(1, len(said) + 1)]
        assert len(told) <= len(said) <= len(told) + 1
        assert not leftovers(root)
        assert calls.line("20261122-a").say("line", "and on").n == len(said) + 1
        assert not calls.notices


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows has no fork")
@pytest.mark.parametrize("part", range(4))
def test_a_trainee_killed_at_any_call_to_the_disk_loses_nothing(tmp_path: Path, part: int) -> None:
    command = [sys.executable, "-m", "tests.store.killed", str(tmp_path), str(part + 1), "4"]
    subprocess.run([*command, "call"], check=True)
    runs = sorted(tmp_path.glob("*.told"))
    assert len(runs) > 10, "the calls of a trainee"
    for path in runs:
        root = tmp_path / path.stem / "mock"
        told = [int(line) for line in path.read_text().splitlines()]
        calls = MockStore(root, HandClock())
        calls.recover()
        assert not leftovers(root)
        assert not calls.notices
        if evidence_files.journal_path(CaseFolder(root, PRIVATE_ACCESS), "20261122-a") is None:
            assert not told, "only a call of which nothing was accepted is taken away"
            continue
        call = calls.call("20261122-a")
        assert len(call.events) >= 2, "a call is never without its scenario"
        assert (told or [0])[-1] <= len(call.events) <= (told or [2])[-1] + 2
        assert first_unlawful(call.flows, call.events) is None
        if isinstance(call.events[-1].act, ev.CaseClosed):
            assert [one.id for one in calls.closed()] == ["20261122-a"]
            assert not list(root.glob("open/2*"))
            assert len(calls.spoken("20261122-a")) == 2
        else:
            calls.release(calls.resume("20261122-a", Shelf()))


def test_what_killed_programs_left_of_the_trainers_is_swept(desks: Desks, tmp_path: Path) -> None:
    desks.said().close()
    lock = desks.root / "open" / "m1.customer.lock"
    lock.touch()
    desks.session.do(OVER[1])
    died(desks.trainee, "m1")
    assert CaseStore(tmp_path, HandClock()).recover() == ("m1",)
    assert not list(desks.root.glob("open/*"))
    (desks.root / "open" / "m1.customer.jsonl").write_bytes(b"late")
    (desks.root / "open" / "m7.customer.jsonl").write_bytes(b"of no call")
    (desks.root / "open" / "m7.customer.lock").touch()
    assert CaseStore(tmp_path, HandClock()).recover() == ()
    assert not list(desks.root.glob("open/*"))


def test_a_ledger_is_never_read_beyond_what_it_can_be(
    desks: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    desks.said().close()
    whole = desks.file.read_bytes()
    monkeypatch.setattr(append_log, "LARGEST", len(whole) - 3)
    assert len(desks.trainee.spoken("m1")) == len(SAID) - 1
    assert json.loads(whole.splitlines()[0])["n"] == 1


@pytest.mark.parametrize("heard_first", [True, False])
@pytest.mark.parametrize("how", ["taken away", "emptied", "overwritten", "another in its place"])
def test_a_file_that_is_spoiled_while_it_is_written_loses_no_line(
    desks: Desks, how: str, heard_first: bool
) -> None:
    line = desks.said()
    if heard_first:
        assert len(desks.hear()) == len(SAID)
    whole = desks.file.read_bytes()
    if how == "taken away":
        desks.file.unlink()
    elif how == "emptied":
        desks.file.write_bytes(b"")
    elif how == "overwritten":
        desks.file.write_bytes(b"x" * len(whole) + b"\n")
    else:
        desks.file.unlink()
        desks.file.write_bytes(b'{"n":1}\n')
    line.say("line", "still here")
    desks.hear()
    line.say("line", "and again")
    desks.hear()
    line.close()
    heard = [one.act for one in desks.session.events if isinstance(one.act, ev.CustomerSpoke)]
    said = [*SAID, ("line", "still here"), ("line", "and again")]
    assert [(one.kind, one.text) for one in heard] == said
    desks.goes_on()


def test_two_trainers_at_one_file_follow_each_other_when_its_lock_was_removed(
    desks: Desks,
) -> None:
    first = desks.trainer.line("m1")
    first.say("line", "one")
    (desks.root / "open" / "m1.customer.lock").unlink()
    second = MockStore(desks.root, HandClock()).line("m1")
    assert second.say("line", "two").n == 2
    assert first.say("line", "three").n == 3
    assert second.say("line", "four").n == 4
    assert [one.text for one in desks.trainee.spoken("m1")] == ["one", "two", "three", "four"]
    first.close()
    second.close()
