"""The record of a case says what was done, when, and what proves it."""

import pytest

from lenovo_desk.core.model import intents as it
from lenovo_desk.report.case_record import CaseRecord
from lenovo_desk.report.record_chapters import Chapter, FactAnswer
from lenovo_desk.report.record_text import record_text
from tests.report.visits import BEGIN, Visit

NOBODY = "nobody_landline"


def chapter(record: CaseRecord, title: str) -> Chapter:
    return next(one for one in record.chapters if one.title == title)


def answer(record: CaseRecord, title: str) -> FactAnswer:
    found = [one for part in record.chapters for one in part.answers if one.title == title]
    assert len(found) == 1, [one.title for part in record.chapters for one in part.answers]
    return found[0]


def test_the_facts_stand_by_stage_in_the_order_of_the_flow() -> None:
    record, _ = Visit().through(NOBODY).told("zh")
    titles = [part.title for part in record.chapters]
    assert titles == ["首次联系", "上门前确认", "到达现场", "敲门进门", "初步检验", "维修", "交付"]
    first = [one.title for one in record.chapters[0].answers]
    assert first[:4] == ["维修单号", "维修单级别", "维修单性质", "客户姓名"]
    assert answer(record, "客户姓名").value == "张伟"
    assert answer(record, "约定时间").value == "2026-11-23 10:00"
    assert answer(record, "路线").value == ""


def test_every_fact_of_an_unfinished_visit_has_its_place_once() -> None:
    visit = Visit().through(NOBODY, "@knock")
    record, wording = visit.told("zh")
    flow = visit.session.flows["field_visit"]
    book = wording.book("field_visit")
    shown = [one.title for part in record.chapters for one in part.answers]
    derived = {book.facts[name] for name, spec in flow.facts.items() if spec.derive}
    hidden = {book.facts["dispatched_at"]} - set(shown)
    assert len(shown) == len(set(shown))
    assert {book.facts[name] for name in flow.facts} - derived - hidden <= set(shown)


def test_a_stage_that_a_closed_visit_never_came_to_asks_for_nothing() -> None:
    record, wording = Visit().through(NOBODY).told("zh")
    repair = chapter(record, "维修")
    assert (repair.reached, repair.answers, repair.ticks) == (False, (), ())
    assert "未到这一阶段：初步检验 · 维修 · 交付" in record_text(record, wording)


def test_items_are_ticked_with_their_time_or_left_empty() -> None:
    record, wording = Visit().through(NOBODY, "+tools_ready").told("fr")
    ticks = {one.title: one.at for one in chapter(record, "Arrivée").ticks}
    assert ticks["Outils"] == ("23/11/2026 09:00:00",)
    assert ticks["Petit cadeau"] == ()
    text = record_text(record, wording)
    assert "\n23/11/2026 09:00  [x] Solution · [x] Outils · " in text
    assert " · [ ] Petit cadeau" in text


def test_earlier_appointments_are_kept_beside_the_one_that_counts() -> None:
    visit = Visit().through(NOBODY, "@waiting")
    visit.take("not_at_home", "appointment=明天14:00")
    appointment = answer(visit.told("zh")[0], "约定时间")
    assert appointment.value == "2026-11-24 14:00"
    assert [value for value, _ in appointment.earlier] == ["2026-11-23 10:00"]


def test_a_measured_wait_says_so() -> None:
    (wait,) = Visit().through(NOBODY).told("en")[0].waits
    assert (wait.started, wait.ended) == ("2026-11-23 09:55:00", "2026-11-23 10:10:00")
    assert wait.lasted == "15 min (900 s)"
    assert (wait.proof, wait.measured, wait.enough) == ("measured", True, True)


def test_a_wait_across_a_restart_rests_on_the_wall_clock() -> None:
    visit = Visit().through(NOBODY, "@waiting")
    visit.clock.restart()
    visit.clock.forward(950.5)
    (wait,) = visit.take("over_landline").told("en")[0].waits
    assert wait.lasted.endswith("(950 s)")
    assert (wait.proof, wait.measured, wait.enough) == (
        "across a restart or another computer, by the clocks alone", False, True,
    )  # fmt: skip


@pytest.mark.parametrize(("leap", "sentence"), [(3600, "forward by 1 h"), (-3600, "back by 1 h")])
def test_a_clock_that_jumped_is_told_and_gains_nothing(leap: int, sentence: str) -> None:
    visit = Visit().through(NOBODY, "@waiting")
    visit.clock.forward(60)
    visit.clock.utc += leap
    record, wording = visit.take("note:x").told("en")
    (wait,) = record.waits
    assert wait.ended == ""
    assert not wait.enough
    assert wait.lasted == ("1 min (60 s)" if leap > 0 else "0 s")
    assert wait.proof == "the clock jumped; the shorter time counts"
    assert sentence in record.jumps[0]
    assert "still running" in record_text(record, wording)


def test_a_declared_wait_is_marked_as_declared() -> None:
    measured, declared = Visit().through("nobody_declared_mobile").told("zh")[0].waits
    assert (measured.enough, measured.measured) == (False, True)
    assert not declared.measured
    assert declared.proof.startswith("自行申报，并非实测")
    assert (declared.started, declared.ended) == ("2026-11-23 10:20:00", "2026-11-23 10:36:00")
    assert declared.remark == "电脑没电，等的时候没开"


def test_a_declaration_of_an_earlier_day_stays() -> None:
    visit = Visit().through("nobody_declared_mobile", "declare_mobile")
    visit.take("not_at_home", "appointment=明天14:00", "today")
    assert [wait.measured for wait in visit.told("zh")[0].waits] == [True, False]


def test_deadlines_are_kept_or_missed() -> None:
    record, _ = Visit().through(NOBODY).told("fr")
    assert [(one.state, one.missed) for one in record.promises] == [("à temps", False)] * 2
    late = Visit().take("to_make", "dispatched_at=3:00", "greeted")
    (contact,) = late.told("fr")[0].promises
    assert contact.missed
    assert contact.due == "22/11/2026 07:00:00"


def test_phrases_carry_their_authority_and_very_words() -> None:
    record, _ = Visit().through(NOBODY).told("zh")
    assert record.phrases[0].authority == "标准"
    assert record.phrases[0].text == "您好，我是联想服务海淀站。请问您是张伟先生吗？"
    assert {one.authority for one in record.phrases} == {"标准", "参考", "建议"}


def test_a_reply_of_ones_own_stands_with_the_phrases_in_the_order_of_time() -> None:
    visit = Visit().take("reply:sms:我在楼下等您")
    visit.clock.forward(1)
    record, wording = visit.through(NOBODY).told("zh")
    reply = record.phrases[0]
    assert (reply.via, reply.authority, reply.text) == ("短信", "自拟", "我在楼下等您")
    assert record.phrases[1].authority == "标准"
    assert "短信 · 自拟 · zh\n  2026-11-22 09:00  我在楼下等您" in record_text(record, wording)


def test_customer_and_engineer_sign_where_they_met() -> None:
    record, _ = Visit().through(NOBODY).told("en")
    assert record.signatures == ("Customer", "Engineer Camille Martin")


def test_a_record_says_how_it_stands_and_when_it_began() -> None:
    open_one, _ = Visit().told("en")
    head = dict(open_one.head)
    assert head["Closed"] == ""
    assert head["Opened"] == "2026-11-22 09:00:00"
    closed, _ = Visit().through(NOBODY).told("en")
    assert dict(closed.head)["Outcome"] == "Nobody there"
    assert BEGIN == 1795309200.0


def test_what_was_stepped_back_from_is_not_on_the_way_and_does_not_count() -> None:
    visit = Visit().take("+order_read", "to_make", "back")
    assert visit.told("en")[0].path == ()
    record, _ = visit.take("to_make").told("en")
    assert [move.detail for move in record.path] == ["I make the first call"]
    ticks = {one.title: one.at for one in record.chapters[0].ticks}
    assert len(ticks["Order read"]) == 1


def test_the_record_says_who_did_what_when_the_agent_changes() -> None:
    visit = Visit().through(NOBODY, "@knock")
    first = visit.session.case.agent
    visit.take("wait:1m", "park:lunch@+1h")
    visit.session.do(it.ResumeCase("luc"))
    visit.session.do(it.UseDesk("luc", "field", (("agent_name", "Luc Petit"),)))
    visit.take("wait:1m", "back")
    record, wording = visit.told("fr")
    agents = dict(record.head)[wording.word("record.engineer")]
    assert first in agents.split(" · ")[0]
    assert agents.endswith(" · Luc Petit (luc)")
    assert record.signatures[1].endswith("Luc Petit")
    texts = [moment.text for moment in record.path]
    assert texts[-1] == "Luc Petit (luc) prend la suite"
