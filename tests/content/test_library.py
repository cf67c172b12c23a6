"""The library reads what the files say, keeps it compiled, and notices every change."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from lenovo_desk.content.folders import shipped
from lenovo_desk.content.library import ContentLibrary
from lenovo_desk.core.model.flow import VALUE_RULES
from lenovo_desk.core.model.structure import structure_digest
from lenovo_desk.core.ports import Library
from tests.content.folder import FLOW_HEAD, SCRIPT, SCRIPT_HEAD, VISIT, written

FULL = """# yaml-language-server: $schema=./flow.schema.json
flow: visit
title: A visit
source: 003.txt
roles: [field]
start: no
stages: [door]
facts:
  channel: {when: {at: {known: no}}}
  at: {type: datetime}
  then: {type: datetime}
  on_time: {derive: not_after, of: [at, then]}
  tries: {rows: {at: datetime, kind: {type: choice, options: [sms, call]}}, many: no}
deadlines:
  contact: {within: 4h, clock: always, from: at, until: done, when: {channel: public}, pause: [knock]}
  again: {every: 20m, from: knock, until: knock.opened}
  days: {within: 5d, from: at, until: done}
  nights: {within: 5d, clock: always, from: at, until: done}
forms:
  sheet: {fields: [at, shoes], sign: [customer]}
embargo: {via: [sms, public], until: [then]}
steps:
  knock:
    stage: door
    say:
      - {phrase: hello, via: public, when: {channel: [public, private]}}
    items: [shoes]
    facts: {at: {needs: [shoes]}, channel: {}}
    wait: {id: waited, for: 15m}
    due: {before: at, by: 5m}
    choices:
      opened: {label: He opens, goto: done, needs: [waited], set: {at: now}, again: [then], park: 1d}
  done: {stage: door, due: {within: 20m}, end: finished}
words: {items: {shoes: Shoe covers}, facts: {tries.kind: How}}
"""  # noqa: E501


def library(root: Path, cache: Path | None = None) -> ContentLibrary:
    """Return the library of a test folder."""
    return ContentLibrary([root], cache)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The small content folder."""
    return written(tmp_path / "content")


def test_a_structure_is_what_core_takes(tmp_path: Path) -> None:
    shelf = library(written(tmp_path, flows__visit=FULL))
    assert shelf.structure("visit") == {
        "flow": "visit",
        "rules": VALUE_RULES,
        "source": "003.txt",
        "roles": ["field"],
        "start": False,
        "stages": ["door"],
        "facts": {
            "channel": {
                "type": "choice",
                "options": ["public", "private"],
                "shared": True,
                "when": {"at": {"known": False}},
            },
            "at": {"type": "datetime"},
            "then": {"type": "datetime"},
            "on_time": {
                "derive": "not_after",
                "of": ["at", "then"],
                "type": "yes_no",
                "options": ["yes", "no"],
            },
            "tries": {
                "rows": {
                    "at": {"type": "datetime"},
                    "kind": {"type": "choice", "options": ["sms", "call"]},
                },
                "many": False,
            },
        },
        "deadlines": {
            "contact": {
                "seconds": 14400,
                "from": "at",
                "until": "done",
                "when": {"channel": ["public"]},
                "pause": ["knock"],
            },
            "again": {
                "seconds": 1200,
                "work": True,
                "from": "knock",
                "until": "knock.opened",
                "every": True,
            },
            "days": {"seconds": 0, "days": 5, "work": True, "from": "at", "until": "done"},
            "nights": {"seconds": 432000, "from": "at", "until": "done"},
        },
        "forms": {"sheet": {"fields": ["at", "shoes"], "sign": ["customer"]}},
        "embargo": {"via": ["sms", "public"], "until": ["then"]},
        "steps": {
            "knock": {
                "stage": "door",
                "say": [
                    {
                        "phrase": "hello",
                        "via": "public",
                        "when": {"channel": ["public", "private"]},
                    }
                ],
                "items": {"shoes": {}},
                "facts": {"at": {"needs": ["shoes"]}, "channel": {}},
                "wait": {"id": "waited", "for": 900},
                "due": {"seconds": -300, "anchor": "at"},
                "choices": {
                    "opened": {
                        "goto": "done",
                        "needs": ["waited"],
                        "set": {"at": "now"},
                        "again": ["then"],
                        "park": 86400,
                    }
                },
            },
            "done": {"stage": "door", "due": {"seconds": 1200}, "end": "finished"},
        },
    }
    flow = shelf.flow("visit")
    assert flow.digest == structure_digest(shelf.structure("visit"))
    assert flow.steps["knock"].choices[0].park == 86400


def test_words_are_laid_over_one_another(tmp_path: Path) -> None:
    shelf = library(written(tmp_path, flows__visit=FULL))
    english, french = shelf.book("visit", "en"), shelf.book("visit", "fr")
    assert english.items["shoes"] == "Shoe covers"
    assert english.facts["tries.kind"] == "How"
    assert english.steps["knock"].choices["opened"] == "He opens"
    assert not english.phrases
    assert french.facts["channel"] == "Canal"
    assert french.items["shoes"] == "Shoe covers", "what French lacks is the English"
    assert french.steps["knock"].title == "Frapper"
    assert french.phrases["hello"].text == "Bonjour."
    assert shelf.book("visit", "xx").title == "A visit"


def test_screens_speak_every_language_with_words_of_its_own_and_it_may_name_itself(
    tmp_path: Path,
) -> None:
    english = "# $schema=./interface.schema.json\nlanguage: {fr: French, en: English}\n"
    french = "# $schema=../flows/interface.schema.json\nlanguage: {fr: français, en: anglais}\n"
    german = french.replace("{fr: français", "{de: Deutsch, it: Italiano, fr: Französisch")
    root = written(
        tmp_path,
        flows__interface=english,
        scripts_fr__interface=french,
        scripts_de__interface=german,
        scripts_it__visit="",
    )
    library = ContentLibrary([root])
    assert library.languages() == ("de", "fr", "it")
    assert library.interface_languages() == ("fr", "de", "en")
    names = [library.words(language)["language.de"] for language in ("en", "fr", "de")]
    assert names == ["Deutsch"] * 3
    unknown = [one for one in library.problems() if one.code == "unknown-word"]
    assert ["language.it" in one.text for one in unknown] == [True]


def test_yes_and_no_are_words_of_the_interface(tmp_path: Path) -> None:
    words = "# $schema=../flows/interface.schema.json\nvalue: {yes: Oui, no: Non}\n"
    english = "# $schema=./interface.schema.json\nvalue: {yes: 'Yes', no: 'No'}\na: {b: C}\n"
    root = written(
        tmp_path, flows__visit=FULL, flows__interface=english, scripts_fr__interface=words
    )
    shelf = library(root)
    assert shelf.book("visit", "fr").options["on_time"] == {"yes": "Oui", "no": "Non"}
    assert shelf.words("fr")["a.b"] == "C", "English fills gaps"
    assert shelf.words("xx")["value.yes"] == "Yes"


def test_a_card_says_what_home_shows(content: Path) -> None:
    (card,) = library(content).cards()
    assert card.titles == {"en": "A visit", "fr": "Une visite"}
    assert (card.steps, card.phrases, card.languages) == (2, 1, ("fr",))
    assert (card.on_home, card.problems) == (True, 0)


def test_a_broken_flow_has_a_card_but_cannot_be_started(tmp_path: Path) -> None:
    other = VISIT.replace("flow: visit", "flow: other")
    shelf = library(
        written(tmp_path, flows__visit=VISIT.replace("goto: inside", "goto: x"), flows__other=other)
    )
    assert {card.id: bool(card.problems) for card in shelf.cards()} == {
        "visit": True,
        "other": False,
    }
    for ask in (shelf.flow, shelf.structure, shelf.closure):
        with pytest.raises(KeyError):
            ask("visit")
    with pytest.raises(KeyError):
        shelf.book("visit", "fr")
    with pytest.raises(KeyError):
        shelf.flow("nothing")
    assert shelf.flow("other").id == "other"


def test_a_flow_that_runs_a_broken_one_cannot_be_started(tmp_path: Path) -> None:
    host = f"""{FLOW_HEAD}flow: host
steps:
  first: {{run: visit, choices: {{a: {{goto: last}}}}}}
  last: {{end: done}}
"""
    root = written(tmp_path, flows__host=host)
    assert set(library(root).closure("host")) == {"host", "visit"}
    root = written(tmp_path, flows__host=host, flows__visit=VISIT.replace("via: public", "via: x"))
    with pytest.raises(KeyError):
        library(root).flow("host")


def test_a_phrase_that_would_tell_a_name_in_public_is_left_out(tmp_path: Path) -> None:
    text = SCRIPT.replace("text: Bonjour.", "text: 'Bonjour {customer}'")
    assert not library(written(tmp_path, scripts_fr__visit=text)).book("visit", "fr").phrases


def test_a_folder_laid_over_replaces_files_and_adds_languages(
    content: Path, tmp_path: Path
) -> None:
    own = tmp_path / "own"
    (own / "flows").mkdir(parents=True)
    (own / "flows" / "visit.yaml").write_text(VISIT.replace("title: A visit", "title: Ours"))
    (own / "scripts_de").mkdir()
    (own / "scripts_de" / "visit.yaml").write_text(f"{SCRIPT_HEAD}title: Besuch\n")
    shelf = ContentLibrary([content, own])
    assert shelf.languages() == ("de", "fr")
    assert shelf.cards()[0].titles == {"en": "Ours", "fr": "Une visite", "de": "Besuch"}


def test_a_folder_that_is_not_there_has_no_files(content: Path, tmp_path: Path) -> None:
    shelf: Library = ContentLibrary([content, tmp_path / "nowhere"])
    assert [card.id for card in shelf.cards()] == ["visit"]


class TestCache:
    """The compiled form on disk."""

    def test_it_says_what_the_files_say(self, content: Path, tmp_path: Path) -> None:
        first = library(content, tmp_path / "cache")
        again = library(content, tmp_path / "cache")
        assert again.cards() == first.cards()
        assert again.flow("visit") == first.flow("visit") == library(content).flow("visit")
        assert again.book("visit", "fr") == first.book("visit", "fr")
        assert again.problems() == first.problems()

    def test_a_hit_imports_no_yaml(self, tmp_path: Path) -> None:
        code = (
            "import sys; from lenovo_desk.content.library import ContentLibrary;"
            "shelf = ContentLibrary(cache=sys.argv[1]); shelf.cards(); shelf.words('fr');"
            "shelf.closure('escalation'); shelf.book('escalation', 'zh');"
            "print('yaml' in sys.modules, 'lenovo_desk.content.compile.read_flows' in sys.modules)"
        )
        seen = []
        for _ in range(2):
            done = subprocess.run(
                [sys.executable, "-c", code, str(tmp_path)],
                capture_output=True,
                text=True,
                check=True,
                cwd=shipped(),
            )
            seen.append(done.stdout.split())
        assert seen == [["True", "True"], ["False", "False"]]

    def test_a_change_of_content_is_noticed(self, content: Path, tmp_path: Path) -> None:
        cache = tmp_path / "cache"
        library(content, cache)
        path = content / "flows" / "visit.yaml"
        before = path.stat()
        path.write_text(VISIT.replace("A visit", "B visit"))
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
        assert library(content, cache).cards()[0].titles["en"] == "B visit"

    @pytest.mark.parametrize("damage", [b"", b"{}", b"\xff\x00", b'{"languages": []}'])
    def test_damage_is_repaired(self, damage: bytes, content: Path, tmp_path: Path) -> None:
        cache = tmp_path / "cache"
        whole = library(content, cache).book("visit", "fr")
        for path in cache.glob("*/*.json"):
            path.write_bytes(damage)
        assert library(content, cache).book("visit", "fr") == whole
        assert all(json.loads(p.read_bytes().split(b"\n")[-1]) for p in cache.glob("*/index.json"))

    def test_one_flipped_byte_is_noticed(self, content: Path, tmp_path: Path) -> None:
        cache = tmp_path / "cache"
        library(content, cache)
        (path,) = cache.glob("*/book.fr.visit.json")
        path.write_bytes(path.read_bytes().replace(b"Bonjour", b"Bonsoir"))
        assert library(content, cache).book("visit", "fr").phrases["hello"].text == "Bonjour."

    def test_a_folder_swept_away_under_a_running_program_is_no_harm(
        self, content: Path, tmp_path: Path
    ) -> None:
        cache = tmp_path / "cache"
        library(content, cache)
        shelf = library(content, cache)
        for path in cache.glob("*/*.json"):
            path.unlink()
        assert shelf.book("visit", "fr").title == "Une visite"

    def test_a_cache_that_cannot_be_written_is_no_error(
        self, content: Path, tmp_path: Path
    ) -> None:
        (tmp_path / "file").write_text("in the way")
        shelf = library(content, tmp_path / "file" / "cache")
        assert shelf.flow("visit").id == "visit"

    def test_old_folders_go_and_nothing_is_left_half_written(
        self, content: Path, tmp_path: Path
    ) -> None:
        cache = tmp_path / "cache"
        for title in "ABCDEFG":
            written(content, flows__visit=VISIT.replace("A visit", title))
            library(content, cache)
        assert len(list(cache.iterdir())) == 4
        assert {path.suffix for path in cache.glob("*/*")} == {".json"}

    @pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
    def test_it_is_for_its_owner_only(self, content: Path, tmp_path: Path) -> None:
        cache = tmp_path / "cache"
        library(content, cache)
        assert {path.stat().st_mode & 0o077 for path in cache.glob("*/*")} == {0}
