"""What is read in pasted messages: the values that are there, and no others."""

import subprocess
import sys
import time
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lenovo_desk.core.values.parse_value import parse_value
from lenovo_desk.pasted.evaluating import FactVerdict, reading_score, verdicts
from lenovo_desk.pasted.message_reading import MessageReading
from lenovo_desk.pasted.read_message import read_message
from tests.pasted.messages import books, entry, proposed, reading_of, samples
from tests.shipped_content import library

ESCALATION = (
    "Bonjour, je m’appelle Hugo Durand, voici ce que vous demandez : hugo.durand@example.fr, "
    "06 39 98 12 45. C’est un ThinkPad X1 Carbon Gen 11, 21HMCTO1WW, acheté en mars. Le service "
    "client m’a donné le dossier 4100238871, mais personne ne me rappelle. J’en ai vraiment assez."
)
LEAST_RECALL, LEAST_PRECISION = 0.95, 0.99
FLOWS = [card.id for card in library().cards()]


def all_verdicts() -> Iterator[FactVerdict]:
    for sample in samples():
        flow = library().flow(sample["flow"])
        here = entry(sample["lang"], flow)
        expected = {}
        for name, words in sample["facts"].items():
            value = parse_value(flow.facts[name], words, here)
            assert isinstance(value, str), (sample["text"], name, value)
            expected[name] = value
        reading = reading_of(sample["lang"], sample["flow"], sample["text"])
        yield from verdicts(sample["lang"], flow, expected, reading)


def test_messages_in_three_languages_are_read_nearly_whole_and_nearly_without_a_mistake() -> None:
    judged = [*all_verdicts()]
    for language in ("fr", "zh", "en"):
        score = reading_score(each for each in judged if each.language == language)
        assert score.recall >= LEAST_RECALL, (language, score)
        assert score.precision >= LEAST_PRECISION, (language, score)


def test_the_message_of_the_picture_fills_six_facts_and_asks_for_the_day() -> None:
    reading = reading_of("fr", "social_triage", ESCALATION)
    assert {each.fact: each.text for each in reading.proposals} == {
        "customer_name": "Hugo Durand",
        "customer_email": "hugo.durand@example.fr",
        "customer_phone": "06 39 98 12 45",
        "model_number": "21HMCTO1WW",
        "product_line": "think",
        "customer_service_number": "4100238871",
    }
    line = next(each for each in reading.proposals if each.fact == "product_line")
    assert line.by == "ThinkPad"
    assert [(d.fact, d.text, d.reason) for d in reading.doubts] == [
        ("purchase_date", "en mars", "no_day")
    ]


def test_nothing_is_read_for_a_fact_that_may_not_be_recorded_now() -> None:
    flow = library().flow("escalation")
    reading = read_message(
        ESCALATION, flow, books(flow.id), entry("fr", flow), {"customer_name", "product_line"}
    )
    assert {each.fact for each in reading.proposals} == {"customer_name", "product_line"}
    assert reading.doubts == ()


def test_two_phone_numbers_that_are_alike_are_asked_back() -> None:
    text = "Mes numéros : 06 39 98 12 45 ou 06 39 98 77 10. Merci"
    reading = reading_of("fr", "escalation", text)
    assert "customer_phone" not in {each.fact for each in reading.proposals}
    assert ("customer_phone", "several") in {(d.fact, d.reason) for d in reading.doubts}


def well_made(text: str, flow: str, language: str, reading: MessageReading) -> None:
    """Assert that spans lie in the message and that every value is typed by its own words."""
    own = library().flow(flow)
    for each in reading.proposals:
        assert parse_value(own.facts[each.fact], each.text, entry(language, own)) == each.value
        for start, end in each.spans:
            assert 0 <= start < end <= len(text)
    for doubt in reading.doubts:
        assert 0 <= doubt.span[0] < doubt.span[1] <= len(text)
    names = [each.fact for each in reading.proposals] + [each.fact for each in reading.doubts]
    assert len(names) == len(set(names))


PIECES = st.sampled_from(
    [word for sample in samples() for word in sample["text"].split(" ")]
    + [
        "\n",
        "\t",
        "|",
        ";",
        ":",
        "：",
        ">",
        "> ",
        "\r\n",
        "@",
        "N°",
        "\x00",
        "é",
        "😀",
        "\u200b",
        "，",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(PIECES, st.text(max_size=6)), max_size=60), st.sampled_from(FLOWS))
def test_any_text_is_read_without_an_error_and_every_proposal_holds(
    pieces: list[str], flow: str
) -> None:
    for language, glue in (("fr", " "), ("zh", "")):
        text = glue.join(pieces)
        well_made(text, flow, language, reading_of(language, flow, text))


@pytest.mark.parametrize("flow", FLOWS)
def test_every_sample_is_well_read_for_every_flow(flow: str) -> None:
    for sample in samples():
        reading = reading_of(sample["lang"], flow, sample["text"])
        well_made(sample["text"], flow, sample["lang"], reading)


LONG = {
    "a mail": ESCALATION + "\n",
    "digits": "06 12 34 56 78 ",
    "one run of digits": "1",
    "spaces": " ",
    "lines": "\n",
    "Chinese": "您好，我叫李娜，电话13800138000，去年3月5号买的ThinkPad。",
    "labels": "Nom : ",
    "letters": "a",
    "capitals": "Ab ",
    "signs": "@",
    "quotes": "> De : Hugo\n",
    "rows": "Nom;Téléphone\n",
    "a chat": "张伟 10:21\n您好\n",
    "dots": "a.",
    "brackets": "((",
}


@pytest.mark.parametrize("flow", ["field_visit", "social_triage"])
@pytest.mark.parametrize("name", LONG)
def test_a_long_text_takes_time_in_proportion(name: str, flow: str) -> None:
    piece = LONG[name]
    text = (piece * (20_000 // len(piece) + 1))[:20_000]
    reading_of("fr", flow, text[:200])
    begin = time.process_time()
    reading_of("fr", flow, text)
    assert time.process_time() - begin < 0.5


def test_the_shortest_texts_say_nothing() -> None:
    for text in ("", " ", "\n", ":", "Bonjour", "您好"):
        assert proposed("fr", "hotline_inbound", text) == {}


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("Canal : privé", "private"),
        ("Channel: public", "public"),
        ("沟通渠道：公开", "public"),
        ("Mon adresse est un chemin privé", None),
        ("C’est le jardin public d’à côté", None),
    ],
)
def test_a_word_for_labels_alone_tells_nothing_elsewhere(text: str, channel: str | None) -> None:
    assert proposed("fr", "social_triage", text).get("channel") == channel


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("fr", "Hello, please call my mobile, it is 07700 900321", "+447700900321"),
        ("fr", "Ring me on 020 7946 0123, I am in the UK", "+442079460123"),
        ("fr", "tél 06 39 98 112 2", "+33639981122"),
        ("fr", "tel : 0 6 3 9 9 8 1 1 2 2", "+33639981122"),
        ("zh", "电话 138.0013.8054 派单2026-11-29 18:02", "+8613800138054"),
        ("zh", "电话 13 8001 38 047", "+8613800138047"),
        ("zh", "备用 13800138001 手机 13800138000", "+8613800138000"),
    ],
)
def test_a_number_is_read_however_it_is_grouped_and_from_wherever_it_is(
    language: str, text: str, number: str
) -> None:
    assert proposed(language, "escalation", text)["customer_phone"] == number


def test_prose_behind_a_label_of_which_a_sample_says_nothing_is_no_mistake() -> None:
    flow = library().flow("field_visit")
    reading = reading_of("zh", flow.id, "故障：开机黑屏\n电话：13800138021")
    judged = verdicts("zh", flow, {"customer_phone": "+8613800138021"}, reading)
    score = reading_score(judged)
    assert (score.facts, score.proposed, score.correct, score.unjudged) == (1, 1, 1, 1)
    wrong = verdicts("zh", flow, {"reported_fault": "没声音"}, reading)
    assert [(v.fact, v.correct, v.unjudged) for v in wrong if v.expected] == [
        ("reported_fault", False, False)
    ]


def test_what_was_warmed_is_not_loaded_by_the_first_message() -> None:
    script = (
        "import sys, time\n"
        "from lenovo_desk.tui.desk.pasting.proposed_facts import warm_reader\n"
        "warm_reader('FR')\n"
        "before = set(sys.modules)\n"
        "from lenovo_desk.pasted.read_message import warm_patterns\n"
        "begin = time.process_time()\n"
        "warm_patterns('FR')\n"
        "assert time.process_time() - begin < 0.05\n"
        "assert not {m for m in set(sys.modules) - before if 'phonenumbers' in m}\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
