"""A due time is told by its arithmetic: counted spans, pauses, what the desk set itself."""

import pytest

from lenovo_desk.core.model.flow import Plain
from lenovo_desk.core.wording.wording import Wording
from lenovo_desk.report.due_arithmetic import due_arithmetic
from tests.core.machine import Machine
from tests.core.working_time import CHINA, WEEK, promising
from tests.shipped_content import library


def told(machine: Machine, language: str = "en") -> str:
    lines = due_arithmetic(machine.flows, machine.events, Wording(library(), language))
    return "\n".join(lines[f"{machine.main}.reply"])


def accepted(moment: str, calendar: str, flow: dict[str, Plain], **times: str) -> Machine:
    machine = Machine(flow, zone="Asia/Shanghai").at_time(moment).begin(calendar, **times)
    machine.choose("taken")
    return machine


def test_day_and_night_is_said() -> None:
    machine = accepted("2026-11-27T17:30", WEEK, promising(seconds=24 * 3600))
    assert told(machine) == (
        "1 d from 2026-11-27 17:30:00, day and night: due 2026-11-28 17:30:00."
    )


def test_the_working_hours_counted_are_listed() -> None:
    machine = accepted("2026-11-27T17:30", WEEK, promising(seconds=3600, work=True))
    assert told(machine).split("\n") == [
        "1 h of working time from 2026-11-27 17:30:00: due 2026-11-30 09:30:00.",
        "Counted: Fri 11-27 17:30-18:00 · Mon 11-30 09:00-09:30 (in all 1 h).",
    ]


def test_working_days_are_told_in_days_and_many_spans_are_counted() -> None:
    machine = accepted("2026-09-30T17:00", CHINA, promising(days=3, work=True))
    first, second = told(machine).split("\n")
    assert first.startswith("3 working days from 2026-09-30 17:00:00")
    assert "due 2026-10-10 18:00:00" in first
    assert "Sat" not in second
    assert second.endswith("3 more (in all 25 h).")


def test_a_pause_says_from_when_at_which_step_and_by_how_much() -> None:
    machine = accepted("2026-11-27T16:00", WEEK, promising(seconds=4 * 3600, work=True))
    machine.at_time("2026-11-27T17:00").choose("ask")
    assert told(machine).endswith("Stands still since 2026-11-27 17:00:00: Customer.")
    machine.at_time("2026-11-30T15:30").choose("answered")
    assert told(machine).endswith("Goes on 2026-11-30 15:30:00, 22 h 30 min later: due "
                                  "2026-12-01 09:30:00.")  # fmt: skip


def test_a_term_of_the_desk_is_said_to_be_one() -> None:
    machine = accepted("2026-11-27T16:00", WEEK, promising(days=5, work=True), reply="2h")
    assert "set in the settings" in told(machine)
    assert "2 h of working time" in told(machine)


@pytest.mark.parametrize(("language", "says"), [("zh", "昼夜连续计算"), ("fr", "jour et nuit")])
def test_it_speaks_the_language_of_the_screen(language: str, says: str) -> None:
    machine = accepted("2026-11-27T17:30", WEEK, promising(seconds=3600))
    assert says in told(machine, language)


@pytest.mark.parametrize(
    ("language", "spans"),
    [
        ("en", "Thu 12-31 17:30-18:00 · Fri 2027-01-01 09:00-09:30"),
        ("fr", "jeu. 31/12 17:30-18:00 · ven. 01/01/2027 09:00-09:30"),
        ("zh", "12-31 17:30-18:00"),
    ],
)
def test_a_span_of_another_year_has_its_year(language: str, spans: str) -> None:
    machine = accepted("2026-12-31T17:30", WEEK, promising(seconds=3600, work=True))
    assert spans in told(machine, language).replace("\u00a0", " ")
    assert "2027" in told(machine, language).split("\n")[1]
