"""Training reads what its files say, keeps it compiled, and costs nothing before it is asked."""

import subprocess
import sys
from pathlib import Path

import pytest

from lenovo_desk.content.checks.blanks import SETTINGS
from lenovo_desk.content.folders import shipped
from lenovo_desk.content.library import ContentLibrary
from lenovo_desk.content.practice_values import practice_values
from lenovo_desk.content.training_library import ContentMaterials
from lenovo_desk.core.model.flow import FactSpec
from lenovo_desk.core.model.structure import structure_digest
from lenovo_desk.core.time.clock import Stamp
from lenovo_desk.core.values.parse_value import Entry, parse_value
from lenovo_desk.training.model.scenario import Interruption, Reveal
from lenovo_desk.training.model.scorecard import MEASURES
from lenovo_desk.training.training_ports import Materials
from tests.content.settings_file import settings_file
from tests.content.training import CARD, CARD_WORDS, QUIZ, SCENARIO, materials, trained


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The small content with its training."""
    return trained(tmp_path / "content")


def test_it_is_what_training_is_handed(content: Path) -> None:
    handed: Materials = materials(content)
    assert handed.scenarios("fr")


def test_a_scenario_says_what_its_file_says(content: Path) -> None:
    (one,) = materials(content).scenarios("fr")
    assert (one.id, one.language, one.flow, one.order) == ("short", "fr", "talk", 2)
    assert (one.title, one.source, one.target) == ("Un appel court", "004.txt", 600)
    assert (one.start, one.limit) == (4, 9)
    assert one.persona == ("Mme Martin", "emotional", "Elle est pressée.")
    assert one.opens == "Allô ?\nIl y a quelqu’un ?"
    assert one.says == {
        "greet": ("Enfin !",),
        "talk.waiting": ("J’attends.", "J’attends encore."),
    }
    assert one.reveals == (
        Reveal("customer", "Martin", "Martin."),
        Reveal("phone", "06 39 98 00 01", "Le 06 39 98 00 01.", ("numéro",), True),
    )
    assert one.interrupts == (
        Interruption(90, "Alors ?", "", 2),
        Interruption(20, "Vous êtes là ?", "waiting"),
    )
    assert one.snaps == {"hold": ("Encore ?",), "repeat": ("Je l’ai dit.",)}
    assert one.calms == ("listened", "greet.go_on", "more", "talk.goodbye")
    assert one.good[:2] == ("customer=Martin", "phone=0639980001")
    assert one.good_call == ("Écouter d’abord.",)


def test_a_scenario_of_few_words_is_one(tmp_path: Path) -> None:
    few = "".join(
        line
        for line in SCENARIO.splitlines(keepends=True)
        if not line.startswith(("order", "source", "temper", "objections", "snaps", "calms"))
    )
    start, end = few.index("says:\n"), few.index("good_call:")
    few = few[:start] + few[end:]
    root = trained(
        tmp_path, scripts_fr__mock_calls__short=few.replace("phone=0639980001", "at=now")
    )
    assert materials(root).scenarios("fr") == ()  # the good call needs the number
    root = trained(tmp_path, scripts_fr__mock_calls__short=few)
    (one,) = materials(root).scenarios("fr")
    assert (one.start, one.limit, one.order, one.says, one.reveals) == (3, 0, 100, {}, ())


def test_scenarios_and_quizzes_come_in_their_order(tmp_path: Path) -> None:
    root = trained(
        tmp_path,
        scripts_fr__mock_calls__late=SCENARIO.replace(": short", ": late").replace(
            "order: 2", "order: 10"
        ),
        scripts_fr__mock_calls__any=SCENARIO.replace(": short", ": any").replace("order: 2\n", ""),
        scripts_fr__mock_calls__zero=SCENARIO.replace(": short", ": zero"),
        scripts_fr__quiz__first=QUIZ.replace(": times", ": first").replace("order: 3", "order: 1"),
    )
    shelf = materials(root)
    assert [one.id for one in shelf.scenarios("fr")] == ["short", "zero", "late", "any"]
    assert [one.id for one in shelf.quizzes("fr")] == ["first", "times"]
    assert (shelf.scenarios("xx"), shelf.quizzes("xx")) == ((), ())


def test_a_quiz_says_what_its_file_says(content: Path) -> None:
    (quiz,) = materials(content).quizzes("fr")
    assert (quiz.id, quiz.language, quiz.title, quiz.order) == ("times", "fr", "Les délais", 3)
    wait, recalled = quiz.questions
    assert wait.id == "times.wait"
    assert (wait.right, wait.wrong) == ("Cinq minutes", ("Dix minutes", "Une heure"))
    assert (recalled.wrong, recalled.why, recalled.source) == ((), "", "003.txt")


def test_the_scorecard_speaks_the_language_and_english_fills_gaps(tmp_path: Path) -> None:
    words = CARD_WORDS.replace("path: Chemin, ", "").replace("work: Travail, ", "")
    shelf = materials(trained(tmp_path, scripts_fr__scorecard=words))
    french, english = shelf.scorecard("fr"), shelf.scorecard("en")
    assert [section.title for section in french.sections] == ["Work", "Voix"]
    assert [line.title for line in french.lines()] == ["Path", "Ton"]
    assert [line.title for line in english.lines()] == ["Path", "Tone"]
    assert [failure.title for failure in english.failures] == ["Left early", "Law", "In public"]
    path, tone = french.lines()
    assert (path.points, path.each, path.allowed) == (60, 2.5, 1)
    assert (tone.measure, tone.points, tone.each) == ("ears", 40, 0)
    assert (french.pass_mark, french.certified, french.of) == (80, 2, 3)
    early, law, public = french.failures
    assert (early.gates, law.stated, public.posted) == (("talk.waited", "listened"), True, True)
    assert shelf.scorecard("xx") == english


def test_statements_are_of_their_failure_and_language(content: Path) -> None:
    (rule,) = materials(content).scorecard("fr").statements
    assert (rule.id, rule.kind, rule.language) == ("law.no_right", "statement", "fr")
    assert (rule.near, rule.unless) == ((("aucun droit",),), ("pas vrai que",))
    assert materials(content).scorecard("en").statements == ()


def test_a_structure_is_found_by_its_digest(content: Path) -> None:
    shelf = materials(content)
    (one,) = shelf.scenarios("fr")
    for digest in (one.digest, shelf.scorecard("fr").digest, shelf.scorecard("en").digest):
        assert structure_digest(shelf.structure(digest)) == digest
    assert shelf.structure(shelf.scorecard("fr").digest)["statements"]["no_right"]["near"]
    with pytest.raises(KeyError):
        shelf.structure("0" * 32)


def test_other_words_of_the_scorecard_are_another_scorecard(tmp_path: Path) -> None:
    first = materials(trained(tmp_path)).scorecard("fr").digest
    words = CARD_WORDS.replace("Chemin", "Parcours")
    assert materials(trained(tmp_path, scripts_fr__scorecard=words)).scorecard("fr").digest != first


def test_a_folder_of_ones_own_is_laid_over(content: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    calls = own / "scripts_de" / "mock_calls"
    calls.mkdir(parents=True)
    (calls / "kurz.yaml").write_text(
        SCENARIO.replace(": short", ": kurz").replace("  - copy:more\n", "")
    )
    french = own / "scripts_fr" / "mock_calls"
    french.mkdir(parents=True)
    (french / "short.yaml").write_text(SCENARIO.replace("Un appel court", "Le mien"))
    shelf = ContentMaterials(ContentLibrary([content, own]), [content, own])
    assert [one.title for one in shelf.scenarios("fr")] == ["Le mien"]
    assert [one.id for one in shelf.scenarios("de")] == ["kurz"]


@pytest.mark.slow
def test_a_broken_scorecard_laid_over_the_shipped_one_leaves_that_in_its_place(
    tmp_path: Path,
) -> None:
    own = tmp_path / "flows"
    own.mkdir()
    (own / "scorecard.yaml").write_text(CARD.replace("pass: 80", "pass: soon"))
    roots: list[str | Path] = [shipped(), tmp_path]
    shelf = ContentMaterials(ContentLibrary(roots), roots)
    assert "bad-number" in {one.code for one in shelf.problems()}
    assert shelf.scorecard("fr") == ContentMaterials(ContentLibrary()).scorecard("fr")


def test_without_a_scorecard_nothing_is_judged(tmp_path: Path) -> None:
    shelf = materials(trained(tmp_path, flows__scorecard=None, scripts_fr__scorecard=None))
    assert shelf.scorecard("fr").lines() == ()
    assert shelf.problems() == []


def compiled(cache: Path) -> list[Path]:
    """Return the compiled folders of training."""
    return sorted((cache / "training").iterdir())


def test_what_was_compiled_is_read_again_without_yaml(content: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    first = materials(content, cache)
    told = (first.scenarios("fr"), first.quizzes("fr"), first.scorecard("fr"))
    code = f"""
import sys
from lenovo_desk.content.library import ContentLibrary
from lenovo_desk.content.training_library import ContentMaterials
shelf = ContentMaterials(ContentLibrary([{str(content)!r}], {str(cache)!r}), [{str(content)!r}],
                         {str(cache)!r})
print(shelf.scenarios("fr")[0].digest, shelf.scorecard("fr").digest, len(shelf.quizzes("fr")))
assert "yaml" not in sys.modules
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == [told[0][0].digest, told[2].digest, "1"]


@pytest.mark.parametrize("file", ["scripts_fr/mock_calls/short", "flows/talk", "scripts_fr/talk"])
def test_a_change_of_any_file_it_was_made_from_is_noticed(
    file: str, content: Path, tmp_path: Path
) -> None:
    cache = tmp_path / "cache"
    materials(content, cache).scenarios("fr")
    path = content / f"{file}.yaml"
    path.write_text(path.read_text() + "# another byte\n")
    materials(content, cache).scenarios("fr")
    assert len(compiled(cache)) == 2


def test_a_flow_that_changes_takes_its_scenario_away(content: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    assert materials(content, cache).scenarios("fr")
    path = content / "flows" / "talk.yaml"
    path.write_text(path.read_text().replace("for: 5m", "for: 6m"))
    assert materials(content, cache).scenarios("fr") == ()


def test_training_and_the_library_keep_their_own(content: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    settings = tmp_path / "settings.yaml"
    settings.write_text("language: fr\n")
    assert settings_file(settings, cache).current.language == "fr"
    for number in range(6):  # more than either keeps
        path = content / "scripts_fr" / "mock_calls" / "short.yaml"
        path.write_text(SCENARIO + "#" * number)
        materials(content, cache).scenarios("fr")
    assert len(compiled(cache)) == 4
    assert len([one for one in cache.iterdir() if one.name.startswith("of-")]) == 1
    for number in range(6):
        path = content / "flows" / "talk.yaml"
        path.write_text(path.read_text() + "#" * (number + 1))
        ContentLibrary([content], cache)
    assert len(compiled(cache)) == 4
    assert (cache / "settings").is_dir()


def test_nothing_of_it_is_read_before_it_is_asked(content: Path, tmp_path: Path) -> None:
    code = f"""
import builtins, os, sys
from lenovo_desk.content.library import ContentLibrary
from lenovo_desk.core.ports import Library
opened = []
sys.addaudithook(lambda name, args: opened.append(str(args[0])) if name == "open" else None)
library = ContentLibrary([{str(content)!r}], {str(tmp_path / "cache")!r})
library.cards(), library.book("talk", "fr"), library.words("fr"), library.guard_rules()
assert not [one for one in opened if "mock_calls" in one or "quiz" in one or "scorecard" in one]
"""
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
    again = code + 'assert not [one for one in sys.modules if "training" in one]\n'
    subprocess.run([sys.executable, "-c", again], check=True, capture_output=True)


def test_every_setting_has_a_value_to_practise_with() -> None:
    for language in ("en", "fr", "zh", "xx"):
        values = practice_values(language)
        assert values.keys() == SETTINGS.keys() - {"agent_name"}
        for name, value in values.items():
            kind = name.rpartition("_")[2]
            spec = FactSpec(name, {"link": "url", "phone": "phone"}.get(kind, "text"))
            assert isinstance(parse_value(spec, value, Entry(Stamp(0.0, "", 0.0), "UTC")), str), (
                value
            )
            assert not name.endswith("_link") or value.startswith("https://lenovo.example/")
    assert practice_values("xx") == practice_values() == practice_values("en")


def test_the_shipped_scorecard_measures_everything_once() -> None:
    shelf = ContentMaterials(ContentLibrary([shipped()]))
    for language in ("en", "zh", "fr"):
        card = shelf.scorecard(language)
        measured = [line.measure for line in card.lines() if line.measure != "ears"]
        assert sorted(measured) == sorted(MEASURES)
        assert [line.id for line in card.lines() if line.measure == "ears"] == [
            "tone",
            "spoken_wording",
            "silence",
        ]
        assert sum(section.points for section in card.sections) == 100
        assert (card.pass_mark, card.certified, card.of) == (85, 4, 5)
