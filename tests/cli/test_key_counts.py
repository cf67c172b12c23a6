"""How many keys the commonest jobs cost: each is played in a real terminal, and its acts read."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from lenovo_desk.core.model import events as ev
from tests.bench.terminal import Terminal
from tests.cli.cases import put
from tests.cli.terminal import leave, press, terminal
from tests.store.house import events_of
from tests.walks.stored_walks import DESKS, text_of

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such terminals"),
]

SIX = (
    *("customer_name=Zoé L’Hermite", "customer_email=zoe@example.com"),
    *("customer_phone=06 39 98 12 45", "model_number=ThinkPad T14", "product_line=think"),
    "customer_service_number=CS-1234567",
)
ESCALATED = ("private_complaint", "bad_experience", "not_satisfied", "in_private", *SIX)
LINKS = "links: {privacy_link: https://example.com/privacy}\n"
"""Where this gap is filled, `f` opens the first fact and not the setting."""
TAKEN_UP = ("up", "enter")
"""From Home to the case that waits; not counted."""


class Job(NamedTuple):
    """A job of an agent, and what it may cost."""

    keys: tuple[str, ...]
    """Keys that are counted; what is typed into a field is a text, which is not."""
    most: int
    done: Callable[[list[ev.Act]], bool]
    """Whether the acts of the case it was done in show that it is done."""
    moves: tuple[str, ...] = ()
    """What was done before, in a case that waits on Home."""
    texts: tuple[str, ...] = ()
    """Which of the keys are texts."""
    flow: str = "social_triage"


def up_to(name: str, choice: str) -> tuple[str, ...]:
    """Return what a transcript does before the last time that it makes a choice."""
    lines = text_of(name).split("\n")
    last = max(at for at, line in enumerate(lines) if line == choice)
    no_moves = ("@", "!", "#", "copy:")
    return tuple(line for line in lines[:last] if line and not line.startswith(no_moves))


def copied(phrase: str) -> Callable[[list[ev.Act]], bool]:
    """Return what finds a phrase copied."""
    return lambda acts: any(
        isinstance(act, ev.PhraseCopied) and act.phrase == phrase for act in acts
    )


def closed_as(disposition: str) -> Callable[[list[ev.Act]], bool]:
    """Return what finds the case closed with a disposition."""
    return lambda acts: any(
        isinstance(act, ev.CaseClosed) and act.disposition == disposition for act in acts
    )


def recorded(count: int) -> Callable[[list[ev.Act]], bool]:
    """Return what finds so many facts recorded."""
    return lambda acts: len({a.fact for a in acts if isinstance(a, ev.FactRecorded)}) >= count


VALUES = ("Zoé", "zoe@example.com", "0639981245", "ThinkPad T14", "CS-1234567", "EMEA-1")
JOBS = {
    "first phrase, triage in public": Job(("1", "1", "1", "c"), 4, copied("web_store")),
    "first phrase, triage in private": Job(
        ("1", "5", "3", "c"), 4, copied("bad_experience_private")
    ),
    "thanks, triage": Job(("1", "4", "c"), 3, copied("thanks")),
    "first phrase, incoming call": Job(("4", "c"), 2, copied("greet")),
    "first phrase, crisis": Job(("9", "c"), 2, copied("on_the_line")),
    "first phrase, complaint about a phone": Job(("8", "2", "c"), 3, copied("accepted")),
    "first phrase, complaint": Job(("7", "c"), 2, copied("accept")),
    "six facts and the reference by hand": Job(
        (
            *("f", VALUES[0], "enter", VALUES[1], "enter", VALUES[2], "enter", VALUES[3], "enter"),
            *("1", "enter", VALUES[4], "enter", VALUES[5], "enter"),
        ),
        9,
        recorded(7),
        ESCALATED[:4],
        VALUES,
    ),
    "all noted to closed": Job(
        ("1", "enter"), 2, closed_as("escalated"), (*ESCALATED, "tool_reference=EMEA-1")
    ),
    "complaint inside a callback to closed": Job(
        ("4", "enter"),
        2,
        closed_as("complaint_abnormal"),
        up_to("callback/complaint_abnormal.walk", "abnormal_nobody"),
        flow="callback",
    ),
    "crisis in a complaint in a guidance in a call to closed": Job(
        ("1", "enter"),
        2,
        closed_as("crisis"),
        up_to("hotline_inbound/guided_danger_complaint_into_crisis.walk", "handed"),
        flow="hotline_inbound",
    ),
    "sent on from the station, of a visit, to closed": Job(
        ("1", "enter"),
        2,
        closed_as("sent_on_from_depot"),
        up_to("field_visit/depot_sent_on.walk", "sent"),
        flow="field_visit",
    ),
    "thanked to closed": Job(("1", "enter"), 2, closed_as("thanked"), ("public_positive",)),
}


def acts_of(data: Path) -> list[ev.Act]:
    """Return the acts of the one case of a folder."""
    (path,) = [*data.glob("open/*.jsonl"), *data.glob("evidence/*/*.jsonl")]
    return [event.act for event in events_of(data, path.stem)]


def play(at: Terminal, job: Job) -> None:
    """Press the keys of a job, as a hand does that reads each step."""
    for key in job.keys:
        press(at, key)
        at.settle(0.3, limit=3.0)


@pytest.mark.parametrize("name", JOBS)
def test_a_job_costs_no_more_keys_than_this(tmp_path: Path, name: str) -> None:
    job = JOBS[name]
    assert len(job.keys) - len(job.texts) == job.most
    if job.moves:
        desk = DESKS[job.flow]
        put(tmp_path, "waits", *job.moves, at=desk.begin, flow=job.flow, zone=desk.zone)
    (tmp_path / "settings.yaml").write_text(LINKS)
    with terminal(tmp_path, (80, 24), "fr") as at:
        at.wait_for("Nouveau dossier")
        if job.moves:
            press(at, *TAKEN_UP)
            at.settle(0.5)
        before = acts_of(tmp_path) if job.moves else []
        assert not job.done(before), "it is not done before the keys"
        play(at, job)
        at.wait_until(lambda: job.done(acts_of(tmp_path)))
        leave(at)


def test_the_next_waiting_customer_costs_one_key(tmp_path: Path) -> None:
    with terminal(tmp_path, (80, 24), "fr") as at:
        at.wait_for("Nouveau dossier")
        press(at, "1")
        at.wait_for("Lire tout l’échange")
        press(at, "1")
        at.wait_for("Quel type de réclamation")
        press(at, "g")
        at.wait_for("En cours")
        press(at, "4")
        at.wait_for("Décrocher")
        press(at, "tab")
        at.wait_for("Quel type de réclamation")
        leave(at)
