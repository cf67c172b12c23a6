"""The scripted customer: what he says, when, and what makes him angry."""

from lenovo_desk.core.model import intents as it
from lenovo_desk.training.customer.conversation import LISTENS, MOMENT, Utterance
from lenovo_desk.training.customer.customer import Customer, customer, mood_name
from lenovo_desk.training.model.call import Call
from tests.shipped_content import materials
from tests.training.scripted import SCRIPT, at_listening, script
from tests.training.trainee import FAST, Random, Trainee


def said(one: Customer, *whys: str) -> list[str]:
    return [heard.text for heard in one.utterances if not whys or heard.why in whys]


def test_he_opens_and_then_listens() -> None:
    now = Trainee(SCRIPT).customer()
    assert now.utterances == (Utterance(0.0, "opens", SCRIPT.opens, 1),)
    assert now.next == "Alors ?"
    assert now.revealed == {"complaint_problem"}
    assert now.mood == 4
    assert not now.hung_up


def test_he_speaks_at_a_step_once_its_phrase_could_be_said() -> None:
    trainee = Trainee(SCRIPT)
    trainee.passes(LISTENS - 0.1)
    assert said(trainee.customer(), "says") == []
    trainee.passes(0.1)
    assert trainee.customer().utterances[-1] == Utterance(LISTENS, "says", "Alors ?", 2)
    assert trainee.customer().next == ""


def test_he_speaks_when_the_trainee_goes_on_but_not_because_of_what_a_trainer_does() -> None:
    trainee = Trainee(SCRIPT)
    trainee.passes(2)
    trainee.do(it.HearCustomer(1, "line", "Ça vient ?"))
    trainee.passes(LISTENS - 1)
    assert said(trainee.customer(), "says") == []
    trainee.do(it.AddNote("fâchée"))
    assert trainee.customer().utterances[-1] == Utterance(7.0, "says", "Alors ?", 3)


def test_what_a_trainer_has_him_say_is_not_said_again() -> None:
    trainee = Trainee(SCRIPT)
    trainee.do(it.HearCustomer(1, "line", "Alors ?"))
    assert trainee.customer().next == ""
    trainee.passes(2 * LISTENS)
    assert said(trainee.customer())[1:] == ["Alors ?"]


def test_a_line_that_came_by_itself_as_the_key_was_pressed_is_said_once() -> None:
    trainee = Trainee(SCRIPT)
    trainee.passes(LISTENS + 0.5)
    trainee.do(it.HearCustomer(1, "line", "Alors ?"))
    assert said(trainee.customer())[1:] == ["Alors ?"]
    trainee.passes(MOMENT)
    trainee.do(it.HearCustomer(2, "line", "Alors ?"))
    assert said(trainee.customer())[1:] == ["Alors ?", "Alors ?"], "said again on purpose"
    gone = Trainee(SCRIPT)
    gone.passes(LISTENS)
    gone.do(it.HearCustomer(1, "hang_up", "Alors ?"))
    assert gone.customer().hung_up


def test_such_a_line_is_said_once_whatever_came_between_and_however_fast_the_clock_runs() -> None:
    asked = at_listening()
    assert asked.customer().next == "Voilà."
    asked.do(it.AskCustomer("customer_name"))
    asked.do(it.HearCustomer(1, "line", "Voilà."))
    assert said(asked.customer())[-2:] == ["Voilà.", "Odile Morel."]
    door = next(one for one in materials().scenarios("fr") if one.id == "nobody_home")
    fast = Trainee(door._replace(interrupts=()))
    fast.plays(door.good[: [*door.good].index("wait:15m")])
    assert fast.case.here.top.step == "waiting"
    assert fast.do(it.SetClock(FAST))
    fast.passes(0.5)
    fast.do(it.HearCustomer(1, "line", door.says["waiting"][0]))
    assert said(fast.customer()).count(door.says["waiting"][0]) == 1


def test_a_short_value_is_in_the_briefing_only_where_it_stands_alone() -> None:
    told = SCRIPT._replace(about="客户电话010-8888 6021，6楼，R2026")
    values = ("6", "010 8888-6021", "r2026", "02", "8", "")
    assert [value for value in values if told.briefs(value)] == ["6", "010 8888-6021", "r2026"]


def test_he_leaves_time_to_fill_the_blanks_of_a_phrase_and_then_to_say_it() -> None:
    trainee = Trainee(SCRIPT)
    trainee.passes(LISTENS - 1)
    trainee.do(it.DraftField("came_by", "pho"))
    trainee.passes(LISTENS - 1)
    trainee.plays(["came_by=phone"])
    trainee.passes(LISTENS - 0.1)
    assert trainee.customer().next == "Alors ?"
    trainee.passes(0.1)
    assert said(trainee.customer(), "says") == ["Alors ?"]


def test_he_leaves_that_time_anew_to_whoever_comes_back_after_a_crash() -> None:
    trainee = Trainee(SCRIPT)
    trainee.passes(LISTENS - 1)
    trainee.do(it.ResumeCase())
    assert trainee.case.status == "open"
    trainee.passes(LISTENS - 0.1)
    assert trainee.customer().next == "Alors ?"
    trainee.passes(0.1)
    assert said(trainee.customer(), "says") == ["Alors ?"]


def test_he_does_not_wait_where_he_speaks_first_nor_where_nothing_is_to_be_said() -> None:
    assert said(Trainee(script(speaks_first=("receive",))).customer()) == [SCRIPT.opens, "Alors ?"]
    silent = Trainee(script(says={"name_handler": ("À qui ?",)}, interrupts=()))
    silent.plays(SCRIPT.good[:11])
    assert silent.case.here.top.step == "name_handler"
    assert said(silent.customer())[-1] == "À qui ?"


def test_nobody_answers_what_was_not_sent() -> None:
    post = next(one for one in materials().scenarios("fr") if one.id == "angry_post")
    step = "delayed_support"
    trainee = Trainee(post._replace(interrupts=()))
    trainee.plays(post.good[: [*post.good].index(step) + 1])
    assert trainee.case.here.top.step == step
    trainee.passes(600)
    trainee.do(it.DraftField("reply", "Bonj"))
    assert trainee.customer().next == post.says[step][0]
    trainee.plays(["copy:delayed_support"])
    assert said(trainee.customer())[-1] == post.says[step][0]


def test_a_hang_up_takes_the_words_out_of_his_mouth() -> None:
    trainee = Trainee(SCRIPT)
    trainee.do(it.HearCustomer(1, "hang_up", ""))
    trainee.passes(2 * LISTENS)
    assert said(trainee.customer(), "says") == []
    assert trainee.customer().next == ""


def test_he_reveals_what_he_is_asked_for_once_and_minds_being_asked_again() -> None:
    trainee = at_listening()
    before = trainee.customer().mood
    trainee.do(it.AskCustomer("customer_name"))
    assert trainee.customer().utterances[-1][1:] == ("reveal", "Odile Morel.", trainee.case.n)
    assert "customer_name" in trainee.customer().revealed
    assert trainee.customer().mood == before
    trainee.do(it.AskCustomer("customer_name"))
    assert said(trainee.customer())[-2:] == ["Je l’ai dit.", "Odile Morel."]
    assert [one.why for one in trainee.customer().utterances[-2:]] == ["snap", "repeat"]
    assert trainee.customer().mood == before + 1
    for _ in range(2):
        trainee.do(it.AskCustomer("complaint_problem"))
    assert said(trainee.customer(), "snap") == ["Je l’ai dit.", "Encore ?", "Encore ?"]


def test_what_his_script_does_not_know_he_does_not_know() -> None:
    trainee = at_listening()
    for _ in range(2):
        trainee.do(it.AskCustomer("customer_email"))
        assert trainee.customer().utterances[-1][1:] == ("unknown", "", trainee.case.n)
    assert trainee.customer().mood == at_listening().customer().mood


def test_a_fact_of_the_flow_is_revealed_by_its_whole_name_and_by_words_that_ask_for_it() -> None:
    trainee = at_listening()
    assert trainee.writes("Par quel canal puis-je vous joindre ? Et quel est VOTRE  nom ?")
    now = trainee.customer()
    assert said(now, "reveal") == ["Odile Morel.", "Par téléphone."]
    assert {"customer_name", "complaint.contact_by"} <= now.revealed
    trainee.writes("Quel canal ?")
    assert said(trainee.customer(), "reveal", "repeat") == ["Odile Morel.", "Par téléphone."]


def test_a_hold_and_each_full_minute_of_it_make_him_angrier() -> None:
    trainee = at_listening(limit=0, interrupts=())
    before = trainee.customer().mood
    trainee.do(it.ToggleHold())
    assert trainee.customer().mood == before + 1
    assert said(trainee.customer(), "snap") == ["Vous êtes là ?"]
    trainee.passes(59.0)
    assert trainee.customer().mood == before + 1
    trainee.passes(1.5)
    assert trainee.customer().mood == before + 2
    trainee.passes(60.0)
    trainee.do(it.ToggleHold())
    trainee.passes(600.0)
    assert trainee.customer().mood == before + 3
    assert said(trainee.customer(), "snap") == ["Vous êtes là ?", "Enfin !"]


def test_forbidden_wording_makes_him_twice_as_angry() -> None:
    trainee = at_listening()
    before = trainee.customer().mood
    trainee.do(it.WriteReply("…", "private", "", ("not_my_job", "calm_down")))
    assert trainee.customer().mood == before + 2


def test_he_interrupts_by_the_clock_of_the_call_and_of_each_stay() -> None:
    trainee = at_listening()
    before = trainee.customer().mood
    trainee.passes(20.0)
    assert trainee.customer().utterances[-1] == Utterance(20.0, "interrupt", "Vous notez ?", 4)
    trainee.passes(69.9)
    assert said(trainee.customer(), "interrupt") == ["Vous notez ?"]
    trainee.passes(0.2)
    assert trainee.customer().utterances[-1] == Utterance(90.0, "interrupt", "Alors, ça vient ?", 4)
    assert trainee.customer().mood == before + 1
    trainee.passes(500.0)
    assert len(said(trainee.customer(), "interrupt")) == 2


def test_on_hold_and_put_aside_he_interrupts_nobody() -> None:
    trainee = at_listening(limit=0)
    trainee.do(it.ToggleHold())
    trainee.passes(30.0)
    assert not said(trainee.customer(), "interrupt")
    trainee.do(it.ToggleHold())
    assert trainee.customer().utterances[-1][:3] == (30.0, "interrupt", "Vous notez ?")
    trainee.do(it.ParkCase("demain", "+1h"))
    trainee.passes(3600.0)
    assert said(trainee.customer(), "interrupt") == ["Vous notez ?"]
    trainee.do(it.ResumeCase())
    trainee.passes(59.0)
    assert said(trainee.customer(), "interrupt") == ["Vous notez ?"]
    trainee.passes(1.0)
    assert trainee.customer().utterances[-1][:3] == (90.0, "interrupt", "Alors, ça vient ?")


def test_he_is_calmed_once_by_each_thing_that_calms_him() -> None:
    trainee = Trainee(script(start=9, limit=0)).plays(SCRIPT.good[:2])
    assert trainee.customer().mood == 8, "the phrase that calms is shown first"
    trainee.do(it.TickItem("recapped"))
    assert trainee.customer().mood == 7
    trainee.do(it.TickItem("recapped", on=False))
    trainee.do(it.TickItem("recapped"))
    assert trainee.customer().mood == 7
    trainee.plays(SCRIPT.good[2:7] + SCRIPT.good[8:10])
    assert trainee.customer().mood == 6, "a choice of the step"
    trainee.plays(SCRIPT.good[10:15])
    assert trainee.case.here.top.step == "apologise"
    assert trainee.customer().mood == 5, "the step itself"


def test_his_temper_stays_within_its_bounds() -> None:
    trainee = at_listening(start=0, limit=0)
    assert trainee.customer().mood == 0
    for _ in range(20):
        trainee.do(it.ToggleHold())
    assert trainee.customer().mood == 10


def test_he_hangs_up_at_his_limit_and_says_nothing_more() -> None:
    trainee = at_listening()
    for _ in range(5):
        trainee.do(it.AskCustomer("complaint_problem"))
    now = trainee.customer()
    assert now.hung_up
    assert now.mood == SCRIPT.limit
    assert now.utterances[-1].why == "hang_up"
    trainee.do(it.AskCustomer("customer_name"))
    trainee.do(it.HearCustomer(1, "line", "Allô ?"))
    trainee.passes(1000.0)
    assert trainee.customer() == now


def test_without_a_limit_he_never_hangs_up() -> None:
    trainee = at_listening(limit=0)
    for _ in range(20):
        trainee.do(it.AskCustomer("complaint_problem"))
    assert not trainee.customer().hung_up


def test_a_trainer_speaks_for_him_and_can_hang_up() -> None:
    trainee = at_listening()
    trainee.passes(3.0)
    trainee.do(it.HearCustomer(1, "objection", "Et la disquette ?"))
    trainee.do(it.HearCustomer(2, "hang_up", "Ça suffit."))
    assert [one[:3] for one in trainee.customer().utterances[-2:]] == [
        (3.0, "objection", "Et la disquette ?"),
        (3.0, "hang_up", "Ça suffit."),
    ]
    assert trainee.customer().hung_up


def test_a_step_worked_again_has_its_next_words_and_stepping_back_has_none() -> None:
    says = {"contact": ("Un.", "Deux.")}
    trainee = Trainee(script(says=says, speaks_first=("contact",), interrupts=()))
    trainee.plays([*SCRIPT.good[:12], "myself_later"])
    assert said(trainee.customer())[-1] == "Un."
    for expected in ("Deux.", "Deux."):
        trainee.plays(["not_reached", "again"])
        assert said(trainee.customer())[-1] == expected
    before = trainee.customer().utterances
    trainee.do(it.StepBack())
    trainee.do(it.StepBack())
    assert trainee.customer().utterances == before


def test_his_moods_have_names() -> None:
    names = ["calm"] * 3 + ["tense"] * 3 + ["angry"] * 3 + ["furious"] * 2
    assert [mood_name(temper) for temper in range(11)] == names


def test_it_makes_no_difference_whether_he_was_read_before() -> None:
    scenario = materials().scenarios("zh")[0]
    trainee = Random(scenario, 7)
    for _ in range(120):
        trainee.moves_once()
        live = trainee.customer()
        call = trainee.session.call
        again = Call(f"again {call.id}", dict(call.flows), call.events, scenario, call.scorecard)
        assert customer(again, trainee.session.now()) == live
    whole = trainee.session.call
    for count in (1, 40, 80, 3, len(whole.events)):
        call = whole._replace(events=whole.events[:count])
        at = call.events[-1].at
        assert customer(call, at) == customer(call._replace(id=f"call {count}"), at)


def test_another_script_under_the_same_id_is_another_customer() -> None:
    trainee = at_listening()
    call = trainee.session.call
    assert customer(call, trainee.session.now()).utterances[0].text == SCRIPT.opens
    other = call._replace(scenario=script(opens="Bonjour."))
    assert customer(other, trainee.session.now()).utterances[0].text == "Bonjour."
