"""Cards on customers and rules of wording: read, worded, compiled and laid over like the rest."""

from pathlib import Path

import jsonschema
import pytest

from lenovo_desk.content.compiled_parts import CompiledParts
from lenovo_desk.content.library import ContentLibrary
from lenovo_desk.core.model.card import CustomerCard
from lenovo_desk.core.model.wording_rules import Rule
from tests.content.folder import CARD_WORDS, CARDS, RULES, problems, written

CHINESE = """# yaml-language-server: $schema=../flows/cards.schema.json
cards:
  calm: {title: 保持镇定, advice: 深呼吸。}
  loud: {title: 感情用事者, signs: 或哭或闹。, advice: 先听。}
groups: {types: 客户, habits: 习惯}
"""
ALL = {"flows__cards": CARDS, "scripts_fr__cards": CARD_WORDS, "scripts_zh__cards": CHINESE}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Content with cards in English, French and Chinese, and a rule in French."""
    return written(tmp_path / "content", **ALL, scripts_fr__guard=RULES)


def test_cards_come_in_the_order_of_their_groups_in_the_words_of_a_language(root: Path) -> None:
    assert ContentLibrary([root]).customer_cards("fr") == (
        CustomerCard("loud", "Clients", "Bruyant", "Il crie.", "Écoutez.", "proposed", "004.txt"),
        CustomerCard("calm", "Habitudes", "Rester calme", "", "Respirez.", "proposed"),
    )
    loud, calm = ContentLibrary([root]).customer_cards("en")
    assert (loud.group, loud.title, loud.signs) == ("Customers", "Loud", "Shouts.")
    assert loud.advice == "Listen.\nThen speak.", "an advice may have several lines"
    assert calm.title == "Keep calm"
    assert ContentLibrary([root]).customer_cards("xx") == (loud, calm)


def test_only_the_language_of_the_document_can_be_a_reference(root: Path) -> None:
    shelf = ContentLibrary([root])
    told = {lang: [one.authority for one in shelf.customer_cards(lang)] for lang in ("zh", "fr")}
    assert told == {"zh": ["reference", "proposed"], "fr": ["proposed", "proposed"]}
    assert {one.authority for one in shelf.customer_cards("en")} == {"proposed"}


def test_a_card_that_a_language_lacks_is_english_and_proposed(tmp_path: Path) -> None:
    short = CHINESE.replace("  loud: {title: 感情用事者, signs: 或哭或闹。, advice: 先听。}\n", "")
    root = written(tmp_path, **{**ALL, "scripts_zh__cards": short})
    loud, calm = ContentLibrary([root]).customer_cards("zh")
    assert (loud.group, loud.title, loud.authority) == ("客户", "Loud", "proposed")
    assert calm.title == "保持镇定"


def test_a_broken_card_never_hides_the_others(tmp_path: Path) -> None:
    broken = CARDS.replace("    title: Loud\n", "").replace("group: habits", "group: habit")
    root = written(tmp_path, **{**ALL, "flows__cards": broken, "scripts_fr__cards": "cards: ["})
    shelf = ContentLibrary([root])
    assert [card.id for card in shelf.customer_cards("en")] == ["calm"]
    assert [card.group for card in shelf.customer_cards("en")] == ["Habit"]
    assert [card.id for card in shelf.customer_cards("zh")] == ["loud", "calm"]
    assert [card.title for card in shelf.customer_cards("fr")] == ["Keep calm"]
    assert {card.id for card in shelf.cards()} == {"visit"}, "a flow works all the same"
    assert shelf.flow("visit").id == "visit"


def test_content_without_cards_and_rules_has_none(tmp_path: Path) -> None:
    root = written(tmp_path)
    assert problems(root) == []
    shelf = ContentLibrary([root])
    assert shelf.customer_cards("fr") == ()
    assert shelf.guard_rules() == ()


def test_rules_of_all_languages_are_one_list(root: Path) -> None:
    chinese = RULES.replace("Même un enfant saurait le faire", "连小孩子都会")
    (root / "scripts_zh" / "guard.yaml").write_text(chinese, "utf-8")
    french, other = ContentLibrary([root]).guard_rules()
    assert french == Rule(
        "child_could",
        "phrase",
        "Même un enfant saurait le faire",
        "Regardons ensemble.",
        (("un enfant", "saurait"), ("pardon", "pardon")),
        ("^si", "pas un enfant"),
        "reference",
        "004.txt",
        "fr",
    )
    assert (other.id, other.language, other.says) == ("child_could", "zh", "连小孩子都会")


def test_a_rule_that_cannot_be_used_is_left_out(tmp_path: Path) -> None:
    broken = RULES.replace("says: Même un enfant saurait le faire", "says: '…'")
    assert ContentLibrary([written(tmp_path, scripts_fr__guard=broken)]).guard_rules() == ()


@pytest.mark.parametrize("unusable", ["'…'", "^", "$saurait", "sau^rait", "^saurait"])
def test_a_fragment_that_cannot_be_used_takes_what_it_belongs_to_with_it(
    unusable: str, tmp_path: Path
) -> None:
    broken = RULES.replace("[un enfant, saurait]", f"[un enfant, {unusable}]")
    broken = broken.replace("^si", unusable if unusable != "^saurait" else "^si$$")
    [rule] = ContentLibrary([written(tmp_path, scripts_fr__guard=broken)]).guard_rules()
    assert (rule.near, rule.unless) == ((("pardon", "pardon"),), ("pas un enfant",))


def test_a_near_that_would_always_match_is_left_out(tmp_path: Path) -> None:
    broken = RULES.replace("[un enfant, saurait]", "['…']").replace("[pardon, pardon]", "[]")
    [rule] = ContentLibrary([written(tmp_path, scripts_fr__guard=broken)]).guard_rules()
    assert rule.near == ()


def test_a_folder_of_ones_own_lies_over_the_cards_and_the_rules(root: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    for name, text in (
        ("scripts_fr/cards.yaml", CARD_WORDS.replace("Bruyant", "Tonitruant")),
        ("scripts_fr/guard.yaml", RULES.replace("child_could", "our_rule")),
    ):
        (own / name).parent.mkdir(parents=True, exist_ok=True)
        (own / name).write_text(text, "utf-8")
    shelf = ContentLibrary([root, own])
    assert shelf.customer_cards("fr")[0].title == "Tonitruant"
    assert shelf.customer_cards("zh")[0].title == "感情用事者"
    assert [rule.id for rule in shelf.guard_rules()] == ["our_rule"]


def test_cards_and_rules_are_read_from_the_cache(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = ContentLibrary([root], tmp_path / "cache")
    read = first.customer_cards("fr"), first.guard_rules()

    def never(_: object) -> None:
        raise AssertionError("compiled again")

    monkeypatch.setattr(CompiledParts, "_compile", never)
    again = ContentLibrary([root], tmp_path / "cache")
    assert (again.customer_cards("fr"), again.guard_rules()) == read
    monkeypatch.undo()
    (root / "scripts_fr" / "guard.yaml").write_text(RULES.replace("child", "kid"), "utf-8")
    assert ContentLibrary([root], tmp_path / "cache").guard_rules()[0].id == "kid_could"


@pytest.mark.parametrize("schema", ["cards.schema.json", "guard.schema.json"])
def test_an_editor_marks_what_the_program_refuses(schema: str) -> None:
    import json

    from lenovo_desk.content.formats.json_schema import schema_text

    validator = jsonschema.Draft202012Validator(json.loads(schema_text(schema)))
    good = {
        "cards.schema.json": {"cards": {"a": {"title": "A", "advice": "B"}}, "groups": {}},
        "guard.schema.json": {
            "rules": {"a": {"kind": "habit", "authority": "proposed", "says": "A", "instead": "B"}}
        },
    }[schema]
    assert validator.is_valid(good)
    assert not validator.is_valid({**good, "extra": 1})
    assert not validator.is_valid({next(iter(good)): {"a": {"title": "A"}}})
