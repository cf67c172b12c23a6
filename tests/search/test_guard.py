"""Forbidden wordings are found however they are typed, and ordinary sentences are left alone."""

import re
import time

import pytest

from lenovo_desk.core.model.wording_rules import Rule
from lenovo_desk.search.guard import Finding, guard
from tests.shipped_content import library

CHILD, MONEY, NEVER, ELSEWHERE = (
    "这种问题连小孩子都会",
    "你要知道，一分钱，一分货",
    "绝对不可能发生这种事",
    "你要去问别人，这不是我们的事",
)
UNKNOWN, RULES_SAY, READ, LATER, OFTEN, NORMAL = (
    "我不知道，不清楚",
    "公司的规定就是这样的",
    "你看不懂中文吗",
    "改天再和你联络",
    "这种问题我们见得多了",
    "这是常有的事",
)
ENFANT, CONTRAT, BIENTOT, PROBLEME, REGLE = (
    "Même un enfant saurait le faire",
    "Vous auriez dû lire le contrat",
    "On vous rappellera un de ces jours",
    "Ce n’est pas mon problème",
    "C’est le règlement, un point c’est tout",
)
SAYS = (CHILD, MONEY, NEVER, ELSEWHERE, UNKNOWN, RULES_SAY, READ, LATER, OFTEN, NORMAL,
        ENFANT, CONTRAT, BIENTOT, PROBLEME, REGLE)  # fmt: skip
NEAR = {
    CHILD: (("连小孩", "都会"),),
    LATER: (("改天", "联络"),),
    PROBLEME: (("pas", "notre problème"), ("voyez", "quelqu’un d’autre")),
}
RULES = tuple(
    Rule(
        f"r{n}",
        "habit" if says == NORMAL else "phrase",
        says,
        f"instead of {n}",
        NEAR.get(says, ()),
    )
    for n, says in enumerate(SAYS)
)


def like(text: str) -> list[str]:
    """Return the forbidden wordings that a text is like."""
    return [finding.says for finding in guard(text, RULES)]


@pytest.mark.parametrize("says", SAYS)
def test_the_very_words_are_found_alone_and_within_a_text(says: str) -> None:
    assert like(says) == [says]
    assert says in like(f"您好。{says}！请稍候。")
    assert says in like(says.replace("你", "您"))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("这种问题，连小孩子都会的！", CHILD),
        ("这 种 问 题 连小孩子 都会", CHILD),
        ("那种问题连小孩子都会", CHILD),
        ("这种问题连孩小子都会", CHILD),
        ("这种问题连小孩都会", CHILD),
        ("这种小问题连小孩子都会", CHILD),
        ("您要知道一分钱一分货啊", MONEY),
        ("绝对不可能再发生这种事", NEVER),
        ("您要去问别人,这不是我们的事情", ELSEWHERE),
        ("我不知道,也不清楚", UNKNOWN),
        ("我不知到，不清楚", UNKNOWN),
        ("公司规定就是这样的", RULES_SAY),
        ("公司的规矩就是这样的", RULES_SAY),
        ("您看不懂中文么", READ),
        ("改天再跟您联络", LATER),
        ("改天再和您联系", LATER),
        ("这种问题我们见多了", OFTEN),
        ("这是常有的事儿", NORMAL),
        ("MEME UN ENFANT SAURAIT LE FAIRE", ENFANT),
        ("même un enfan saurait le faire !", ENFANT),
        ("Même un enfant  saurait\u00a0le faire…", ENFANT),
        ("Vous auriez du lire le contra", CONTRAT),
        ("Vous auirez dû lire le contrat", CONTRAT),
        ("on vous rapelera un de ces jours", BIENTOT),
        ("Ce nest pas mon probleme", PROBLEME),
        ("c'est le reglement, un point c'est tout", REGLE),
    ],
)
def test_a_character_or_two_changed_added_or_swapped_is_no_way_round(text: str, says: str) -> None:
    assert like(text) == [says]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "。！？",
        "这个问题确实容易让人困惑，我跟您一起看一下。",
        "明天再和您联络",
        "今天再和您联系",
        "公司的规定不是这样的，我帮您查一下",
        "公司的规定就不是这样的",
        "您看得懂中文吗",
        "您看懂中文吗",
        "绝对可能发生这种事",
        "这种问题我们见得不多",
        "您要知道，我们很重视您的反馈",
        "我不清楚您的型号，请告诉我一下",
        "这不是您的错",
        "这件事由我来跟进",
        "我知道您很着急，我们会尽快给您答复",
        "Bonjour, nous regrettons ce désagrément.",
        "Un enfant de la famille utilise-t-il l’ordinateur ?",
        "Je vous rappelle demain à 10 h.",
        "Votre contrat est valable jusqu’au 3 mai.",
        "Je comprends votre problème et je m’en occupe.",
        "C’est le numéro de série, un point c’est tout ce qu’il nous faut ?",
    ],
)
def test_an_ordinary_sentence_is_left_alone(text: str) -> None:
    assert like(text) == []


def test_fragments_count_in_their_order_and_within_one_sentence() -> None:
    assert like("我说了，连小孩的玩具他们都会修") == [CHILD]
    assert like("他们都会修，连小孩的玩具") == []
    assert like("连小孩的玩具？他们都会修") == []
    assert like("连小孩的玩具\n他们都会修") == []
    assert like("改天吧，我们改天再跟您联络一次") == [LATER]


def test_a_fragment_of_letters_begins_where_a_word_begins() -> None:
    assert like("Voyez donc avec quelqu’un d’autre.") == [PROBLEME]
    assert like("Ce n’est vraiment pas notre problème.") == [PROBLEME]
    assert like("Il est reparti, mais notre problème, le trépas notre problème") == []


def found(text: str, *near: tuple[str, ...], unless: tuple[str, ...] = ()) -> bool:
    """Tell whether a rule with such fragments finds a text."""
    return bool(guard(text, (Rule("r", "habit", "一味的道歉", "x", near, unless),)))


def test_a_fragment_may_stand_at_the_beginning_or_at_the_end_of_a_sentence_only() -> None:
    assert found("您好。“肯定是您”自己弄的。", ("^肯定是您",))
    assert not found("不能肯定是您自己弄的。", ("^肯定是您",))
    assert found("您说的，不可能！！是吗", ("不可能$",))
    assert found("不可能？不可能啊，不可能", ("不可能$",))
    assert not found("不可能让您白跑", ("不可能$",))
    assert found("– Aucune idée !", ("^aucune idee$",))
    assert not found("Aucune idée d’où il vient.", ("^aucune idée$",))
    assert not found("Je n’ai aucune idée.", ("^aucune idée$",))
    assert not found("idée", ("^aucune idée$",))


def test_of_fragments_that_follow_one_another_the_first_and_the_last_may_be_held() -> None:
    assert found("Vu le prix, c’est normal.", ("^vu le prix", "normal$"))
    assert not found("Vu le prix, c’est normalement compris.", ("^vu le prix", "normal$"))
    assert not found("C’est, vu le prix, normal.", ("^vu le prix", "normal$"))
    assert not found("不清楚", ("^不清", "清楚$")), "what was read is not read again"


def test_a_held_fragment_of_letters_begins_where_a_word_begins_as_well() -> None:
    assert found("Allons, des idées", ("idées$",))
    assert not found("Plaidées", ("idées$",))


def test_one_fragment_is_enough_that_the_others_leave_a_sentence_alone() -> None:
    unless = ("不是您", "^如果", "吗$")
    assert found("是您自己的问题", ("您自己的问题",), unless=unless)
    assert not found("您自己的问题，不，不是您", ("您自己的问题",), unless=unless)
    assert not found("如果是您自己的问题", ("您自己的问题",), unless=unless)
    assert found("是您自己的问题，如果吗您", ("您自己的问题",), unless=unless)
    assert not found("是您自己的问题吗？", ("您自己的问题",), unless=unless)
    assert found("不是您。是您自己的问题", ("您自己的问题",), unless=unless), "in its sentence only"


def test_the_very_words_are_found_whatever_else_a_sentence_has() -> None:
    assert found("不是您，只是一味的道歉", unless=("不是您",))
    assert found("不是您，只是一昧的道歉", unless=("不是您",)), "and so is a near spelling"


def test_each_rule_is_found_once_and_in_the_order_of_the_text() -> None:
    text = f"{OFTEN}。{CHILD}。{OFTEN}！{NORMAL}"
    assert like(text) == [OFTEN, CHILD, NORMAL]
    assert guard(text, RULES)[2] == Finding("r9", "habit", NORMAL, "instead of 9")


def test_rules_of_one_id_in_two_languages_are_one_finding() -> None:
    rules = (Rule("child", "phrase", CHILD, "zh"), Rule("child", "phrase", ENFANT, "fr"))
    assert [one.instead for one in guard(f"{ENFANT}. {CHILD}。", rules)] == ["fr"]


def test_a_wording_of_two_sentences_is_found_across_them() -> None:
    rules = (Rule("r", "phrase", "这不是我们的事。你去问别人", "x"),)
    assert guard("这不是我们的事！您去问别人。", rules)
    assert not guard("这不是您的事。", rules)


def test_without_rules_nothing_is_found() -> None:
    assert guard(CHILD, ()) == ()


def test_no_shipped_phrase_breaks_a_shipped_rule_and_what_to_say_instead_breaks_none() -> None:
    rules = library().guard_rules()
    assert {rule.language for rule in rules} >= {"fr", "zh"}
    for rule in rules:
        assert rule.id in {one.rule for one in guard(rule.says, rules)}
        assert guard(rule.instead, rules) == ()
    for card in library().cards():
        for language in library().languages():
            for phrase in library().book(card.id, language).phrases.values():
                assert guard(phrase.text, rules) == (), f"{language} {card.id}.{phrase.id}"


ZH = (
    "您好，非常抱歉给您带来不便，我们已经收到您的反馈，会尽快安排工程师与您联系，请您保持电话畅通。"
)
FR = "Bonjour, nous regrettons ce désagrément et faisons le nécessaire : votre ordinateur revient. "
CLOSE = "这种问题我们见过，公司的规定是另外一种，我们一起看一下怎么做更好，这是我们应该做的事。"


@pytest.mark.parametrize("text", [ZH, FR, CLOSE, ZH + FR + CLOSE], ids=["zh", "fr", "close", "all"])
def test_it_takes_under_two_milliseconds(text: str) -> None:
    """500 characters and 30 rules; processor time, and the least of 25: what others do on this
    machine at the time can make any of them longer and none of them shorter."""
    rules = library().guard_rules()
    assert len(rules) == 30
    guard("", rules)
    spent = []
    for n in range(25):
        fresh = re.sub("[。，.]", rf"{n}\g<0>", text * 20)[:500]  # nothing is remembered of it
        began = time.process_time()
        guard(fresh, rules)
        spent.append(time.process_time() - began)
    assert min(spent) < 0.002
