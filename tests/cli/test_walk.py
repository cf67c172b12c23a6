"""`walk`, as a process."""

from pathlib import Path

import pytest

from tests.cli.program import Answer, Program
from tests.tui.left_case import OWED

TRIAGE = ("walk", "social_triage")


def test_it_tells_each_step_and_where_it_stops(desk: Program) -> None:
    told = desk(*TRIAGE, "public_positive", "--lang", "fr")
    assert told.status == 0
    assert told.err == ""
    assert "Remercier le client" in told.out
    assert "[social_triage.positive]" in told.out
    assert "[no_media]" in told.out


def test_json_gives_steps_facts_and_choices(desk: Program) -> None:
    walk = desk(*TRIAGE, "4", "--lang", "fr", "--json").json()
    assert walk["flow"] == "social_triage"
    assert walk["language"] == "fr"
    assert [step["id"] for step in walk["steps"]] == ["read_post", "positive"]
    (phrase,) = [one for one in walk["steps"][-1]["phrases"] if one["via"] == "public"]
    assert phrase["id"] == "thanks"
    assert phrase["authority"] in ("standard", "reference", "proposed")
    assert phrase["text"]
    assert walk["facts"] == {"channel": "public"}
    assert "no_media" in [one["id"] for one in walk["choices"] if one["open"]]
    assert walk["disposition"] is None
    assert walk["refusal"] is None


def test_what_is_to_be_confirmed_again_is_listed_with_the_box_that_does_it(desk: Program) -> None:
    words = ("walk", "complaint", *OWED.split(), "--lang", "fr")
    walk = desk(*words, "--json").json()
    (owed,) = walk["owed"]
    assert owed["id"] == "complaint.handler_agreed"
    assert "李静" in owed["text"]
    assert "王强" in owed["text"]
    told = desk(*words, "+handler_briefed", "+name_told", "taken")
    assert told.status == 1
    assert "+complaint.handler_agreed" in told.out
    assert "李静" in told.one_line()
    again = desk(*words, "+complaint.handler_agreed", "+handler_briefed", "+name_told", "taken")
    assert again.status == 0
    assert desk("walk", "complaint", "--json").json()["owed"] == []


def test_a_case_that_comes_to_its_end_is_closed(desk: Program) -> None:
    walk = desk(*TRIAGE, "public_positive", "no_media", "--json").json()
    assert walk["disposition"] == "thanked"
    assert walk["status"] == "closed"
    assert walk["choices"] == []


def test_a_refused_move_stops_it_and_says_why_and_what_is_possible(desk: Program) -> None:
    told = desk(*TRIAGE, "public_positiv", "no_media")
    assert told.status == 1
    line = told.one_line()
    for part in (
        '"public_positiv"',
        '"read_post"',
        'Did you mean "public_positive"?',
        "1 public_complaint",
        "4 public_positive",
    ):
        assert part in line


def test_a_locked_choice_names_what_it_needs(desk: Program) -> None:
    words = ("public_query", "information", "on_website", "given", "--json")
    told = desk(*TRIAGE, *words)
    assert told.status == 1
    refusal = told.json()["refusal"]
    assert refusal["move"] == "given"
    assert [(one["code"], one["id"]) for one in refusal["reasons"]] == [("needs_fact", "page_link")]
    (given,) = [one for one in told.json()["choices"] if one["id"] == "given"]
    assert not given["open"]
    assert given["reasons"][0]["text"]


def test_a_recorded_fact_fills_the_phrase(desk: Program) -> None:
    words = ("public_query", "information", "on_website", "page_link=https://example.com/a")
    step = desk(*TRIAGE, *words, "--lang", "fr", "--json").json()["steps"][-1]
    assert any("https://example.com/a" in one["text"] for one in step["phrases"])


def test_a_value_that_is_none_is_refused(desk: Program) -> None:
    told = desk(*TRIAGE, "channel=private", "customer_email=nobody")
    assert told.status == 1
    assert "e-mail" in told.one_line()


def test_a_parked_case_takes_nothing_but_resume(desk: Program) -> None:
    parked = desk(*TRIAGE, "park:lunch@+1h")
    assert parked.status == 0
    assert "parked" in parked.out
    told = desk(*TRIAGE, "park:lunch@+1h", "public_complaint")
    assert told.status == 1
    assert "resume" in told.one_line()
    assert desk(*TRIAGE, "park:lunch@+1h", "wait:1h", "resume", "public_complaint").status == 0


def test_leaving_early_is_abandoned(desk: Program) -> None:
    walk = desk(*TRIAGE, "abandon:the customer hung up", "--json").json()
    assert walk["disposition"] == "abandoned"


def test_another_flow_can_be_opened_and_left(desk: Program) -> None:
    words = (
        "channel=public",
        "open:escalation",
        "@ask",
        "leave",
        "@read_post",
        "note:changed his mind",
        "hold",
    )
    assert desk(*TRIAGE, *words).status == 0
    told = desk(*TRIAGE, "open:escalatio")
    assert told.status == 1
    assert 'Did you mean "escalation"?' in told.one_line()


def test_a_reply_is_written_and_never_says_in_public_what_is_personal(desk: Program) -> None:
    words = (
        "channel=private",
        "customer_name=Jeanne Dupont",
        "reply:private:Bonjour Jeanne Dupont",
    )
    assert desk(*TRIAGE, *words).status == 0
    told = desk(*TRIAGE, *words, "reply:public:Bonjour Jeanne DUPONT")
    assert told.status == 1
    assert '"Jeanne DUPONT" (Name) is personal and is not said in a public post.' in told.one_line()
    assert desk(*TRIAGE, *words, "!reply:public:merci jeanne dupont !").status == 0


def test_stepping_back_tells_the_step_again(desk: Program) -> None:
    walk = desk(*TRIAGE, "public_query", "back", "public_complaint", "--json").json()
    assert [one["id"] for one in walk["steps"]] == [
        "read_post", "query", "read_post", "complaint"
    ]  # fmt: skip


def test_an_unknown_flow_is_bad_usage_with_a_guess(desk: Program) -> None:
    told = desk("walk", "social_triag")
    assert told.status == 2
    assert 'Did you mean "social_triage"?' in told.one_line()


@pytest.mark.parametrize("word", ["wait:soon", "park:lunch", "reply:hello", "+", "!@root", "@", ""])
def test_a_word_that_is_no_move_is_bad_usage(desk: Program, word: str) -> None:
    told = desk(*TRIAGE, word)
    assert told.status == 2
    assert told.out == ""
    told.one_line()


def test_taking_back_a_tick_is_a_move_and_no_option(desk: Program) -> None:
    told = desk(*TRIAGE, "-hold_item", "--lang", "fr")
    assert told.status == 1
    assert "-hold_item" in told.one_line()


def test_a_transcript_is_read_and_its_line_named(desk: Program) -> None:
    file = desk.folder / "a.walk"
    file.write_text(
        "# a comment\n\nchannel=public\n@read_post\n!nothing_like_it\npublic_positive\n@queue\n",
        "utf-8",
    )
    told = desk(*TRIAGE, "--from", str(file))
    assert told.status == 1
    assert f"{file}:7:" in told.one_line()
    file.write_text("public_positive\nno_media\n=thanked\n", "utf-8")
    assert desk(*TRIAGE, "--from", str(file)).status == 0


@pytest.mark.parametrize("data", [b"\xff\xfe", b"public\nwait:soon\n"])
def test_a_transcript_that_cannot_be_read_is_bad_usage(desk: Program, data: bytes) -> None:
    file = desk.folder / "a.walk"
    file.write_bytes(data)
    told = desk(*TRIAGE, "--from", str(file))
    assert told.status == 2
    assert str(file) in told.one_line()
    assert str(desk.folder / "none") in desk(*TRIAGE, "--from", f"{desk.folder}/none").one_line()


def test_language_comes_from_the_option_or_the_environment(desk: Program) -> None:
    french = desk(*TRIAGE, "--lang", "fr").out
    assert desk("--lang", "fr", *TRIAGE).out == french
    assert desk(*TRIAGE, LENOVO_DESK_LANG="fr").out == french
    assert desk(*TRIAGE, LENOVO_DESK_LANG="zh").out != french
    told = desk(*TRIAGE, "--lang", "xx")
    assert told.status == 2
    assert '"xx"' in told.one_line()


def test_output_to_a_pipe_is_utf8_whatever_the_locale(desk: Program) -> None:
    told = desk(*TRIAGE, "--lang", "zh", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert told.status == 0
    assert any("一" <= char <= "鿿" for char in told.out)


def test_settings_fill_blanks(desk: Program) -> None:
    desk.data.mkdir()
    (desk.data / "settings.yaml").write_text(
        "agents: [{id: camille, name: Camille Martin, initials: ZQ, role: social}]\n"
        "agent: camille\n"
        "phrases: fr\n",
        "utf-8",
    )
    walk = desk(*TRIAGE, "public_positive", "--json").json()
    assert walk["language"] == "fr"
    assert "^ZQ" in walk["steps"][-1]["phrases"][0]["text"]


def test_it_loads_nothing_heavy(desk: Program) -> None:
    import subprocess
    import sys

    words = ["public_complaint", "bad_experience", "not_satisfied", "--lang", "fr"]
    desk(*TRIAGE, *words)  # fills the cache of the content
    code = (
        "import sys; from lenovo_desk.cli.main import main;"
        f"main({[*TRIAGE, *words]!r});"
        "print(sorted({name.split('.')[0] for name in sys.modules}), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, env=desk.env, cwd=desk.folder, check=True
    )
    loaded = set(eval(done.stderr.decode()))
    heavy = {"yaml", "textual", "rich", "tinydb", "dataclasses", "pathlib", "difflib", "asyncio"}
    needless = {"hashlib", "datetime", "zoneinfo", "decimal", "phonenumbers"}
    assert not loaded & (heavy | needless)


def test_the_same_walk_twice_is_the_same(desk: Program, tmp_path: Path) -> None:
    words = ("--at", "2026-11-22T09:30", "channel=private", "purchase_date=yesterday", "--json")
    walk = desk(*TRIAGE, *words).json()
    assert walk["facts"]["purchase_date"] == "2026-11-21"
    assert desk(*TRIAGE, *words).json() == walk
    assert desk(*TRIAGE, "--at", "soon").status == 2


MEASURED = Path(__file__).parents[1] / "walks/transcripts/field_visit/mains_measured_again.walk"
VOLTS = ("line_neutral", "line_earth", "neutral_earth")


def measured(desk: Program, country: str, *volts: str, zone: str = "Asia/Shanghai") -> Answer:
    """Walk a French visit to the mains, measure them, and make the moves that follow."""
    lines = MEASURED.read_text("utf-8").split("@measure_mains")[0].splitlines()
    lines = [line.replace("phone=1", "phone=+861") for line in lines]
    moves = [line for line in lines if not line.startswith(("copy:", "!"))]
    (desk.folder / "to_the_mains.walk").write_text("\n".join(moves), "utf-8")
    typed = [f"{name}={value}" for name, value in zip(VOLTS, volts, strict=False)]
    words = ["--lang", "fr", "--at", "2026-11-22T09:00", "--from", "to_the_mains.walk", "--json"]
    words += ["--country", country] if country else []
    return desk("walk", "field_visit", *words, "@measure_mains", *typed, *volts[3:], TZ=zone)


@pytest.mark.parametrize(
    ("country", "volts", "choice", "limit"),
    [
        ("", ("240", "239", "1"), "out", "198 à 235,4"),  # the desk is in Shanghai
        ("fr", ("205", "204", "1"), "out", "207 à 253"),
        ("CN", ("240", "239", "1"), "out", "198 à 235,4"),
        ("CN", ("205", "204", "1"), "normal", "198 à 235,4"),
        ("GB", ("250", "1", "249"), "out", "216,2 à 253"),
    ],
)
def test_mains_are_judged_by_the_country_and_its_limits_are_told(
    desk: Program, country: str, volts: tuple[str, ...], choice: str, limit: str
) -> None:
    walk = measured(desk, country, *volts).json()
    assert walk["country"] == (country.upper() or "CN")
    step = walk["steps"][-1]
    assert step["id"] == "measure_mains"
    assert limit in step["do"].replace("\u00a0", " ")
    assert [one["id"] for one in walk["choices"] if one["open"]] == [choice]


@pytest.mark.parametrize(("country", "limit"), [("FR", "253 V"), ("CN", "235,4 V")])
def test_the_customer_is_told_the_limit_of_the_country(
    desk: Program, country: str, limit: str
) -> None:
    step = measured(desk, country, "255", "254", "1", "out").json()["steps"][-1]
    texts = " ".join(one["text"] for one in step["phrases"])
    assert f"il ne faut pas dépasser {limit}" in texts.replace("\u00a0", " ")


def test_swapped_wires_are_told_as_such(desk: Program) -> None:
    step = measured(desk, "FR", "231", "2", "229", "out").json()["steps"][-1]
    texts = " ".join(one["text"] for one in step["phrases"])
    assert "la phase et le neutre sont inversés" in texts
    assert "pas reliée à la terre" not in texts


def test_a_country_that_there_is_not_is_named(desk: Program) -> None:
    told = desk("walk", "field_visit", "--country", "XX")
    assert told.status == 2
    assert 'there is no country "XX"; known are CN, FR,' in told.one_line()


def test_without_a_country_the_mains_ask_for_the_setting(desk: Program) -> None:
    volts = ("230", "229", "1", "normal")
    told = measured(desk, "", *volts, zone="Antarctica/Troll")
    assert told.status == 1
    assert "Pays du poste" in told.one_line()
    assert measured(desk, "FR", *volts, zone="Antarctica/Troll").status == 0


@pytest.mark.parametrize(("answer", "way"), [("yes", "by_system"), ("no", "send_text")])
def test_what_a_company_answers_once_is_not_asked_at_every_visit(
    desk: Program, answer: str, way: str
) -> None:
    desk.data.mkdir(exist_ok=True)
    (desk.data / "settings.yaml").write_text(f"sms_by_system: {answer}\n", "utf-8")
    moves = [
        "made",
        "ready",
        "identified",
        "appointment=+2h",
        "phone_kind=mobile",
        "+own_number_told",
        "agreed_mobile",
        "+address_confirmed",
        "+route_confirmed",
        "address=X",
        "place=home",
        "!sms_by_system=yes",
    ]
    other = {"by_system": "!send_text", "send_text": "!by_system"}[way]
    walked = desk("walk", "field_visit", *moves, other, way, "--lang", "zh")
    assert (walked.status, walked.err) == (0, "")
