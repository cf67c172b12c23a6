"""Settings are read with problems, and changed in place with every comment kept."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lenovo_desk.content.checks.blanks import SETTINGS
from lenovo_desk.content.checks.placeholders import check_settings
from lenovo_desk.content.formats.settings_format import read_settings
from lenovo_desk.content.formats.settings_keys import KeyTable
from lenovo_desk.content.settings import YamlSettings, template
from lenovo_desk.content.settings_fields import DOCUMENTED, NUMBERS, SECTIONS, values_in
from lenovo_desk.content.yaml.edit_in_place import add_dates, change
from lenovo_desk.content.yaml.problem_codes import RULES
from lenovo_desk.core.engine.session import StoreProblem
from lenovo_desk.core.ports import Agent, Settings
from lenovo_desk.core.text import clean_line, is_blank
from lenovo_desk.core.time.calendar import parse_calendar
from lenovo_desk.tui import commands, key_clashes
from tests.content.settings_file import ACCOUNT, from_plain, settings_file
from tests.shipped_content import library

TODAY = "2026-11-22"
ANN = {"id": "ann", "name": "Ann Li", "initials": "AL", "role": "social"}


def read(text: str) -> Settings:
    """Return the settings of a text that has no problems."""
    plain, problems = read_settings(text.encode(), "settings.yaml", "UTC", lambda: key_clashes)
    assert problems == []
    return from_plain(plain)


def comments(text: str) -> list[str]:
    """Return the lines that are notes."""
    return [line for line in text.splitlines() if line.lstrip().startswith("#")]


def test_the_template_says_the_defaults() -> None:
    assert read(template()) == from_plain({})


def test_every_setting_that_fills_a_blank_is_known_to_phrases() -> None:
    assert {name for names in SECTIONS.values() for name in names} <= set(SETTINGS)


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("links: {support_link: nowhere}\n", "bad-setting", 1, 23),
        ("station_phone: call me\n", "bad-setting", 1, 16),
        ("agent: bob\n", "unknown-agent", 1, 8),
        ("agents:\n- {id: a, name: A}\n- {id: a, name: B}\n", "agent-twice", 3, 8),
        ("agents:\n- {id: a}\n", "missing-key", 2, 3),
        ("langauge: fr\n", "unknown-key", 1, 1),
        ("calendar: {mon: 9-12}\n", "bad-setting", 1, 17),
        ("calendar: {holidays: [soon]}\n", "bad-setting", 1, 23),
        ("calendar: {holidays: [1/10/2026]}\n", "bad-setting", 1, 23),
        ("calendar: {holidays: [2026/10/01]}\n", "bad-setting", 1, 23),
        ("calendar: {workdays: [明天]}\n", "bad-setting", 1, 23),
        ("calendar: {moon: '9:00-12:00'}\n", "unknown-key", 1, 12),
        ("times: {eight_d.d4: soon}\n", "bad-setting", 1, 21),
        ("numbers: {hotline_phone: call us}\n", "bad-setting", 1, 26),
        ("theme: drak\n", "not-among", 1, 8),
        ("language: [fr\n", "bad-yaml", 2, 1),
        ("agents: nobody\n", "wrong-shape", 1, 9),
        ("keys: {desk.copi: y}\n", "unknown-command", 1, 8),
        ("keys: {desk.copy: return}\n", "bad-key", 1, 19),
        ("keys: {desk.copy: 'y,f99'}\n", "bad-key", 1, 19),
        ("keys: {desk.copy: shift+y}\n", "bad-key", 1, 19),
        ("keys: {desk.copy: ','}\n", "bad-key", 1, 19),
        ("keys: {app.quit: y}\n", "key-of-text", 1, 18),
        ("keys: {pick.close: 'q,f10'}\n", "key-of-text", 1, 20),
        ("keys: {desk.copy: v}\n", "key-clash", 1, 19),
        ("keys: {desk.copy: 1}\n", "key-clash", 1, 19),
        ("keys: {desk.copy: ３}\n", "key-clash", 1, 19),
        ("keys: {desk.copy: '&'}\n", "key-clash", 1, 19),
        ("keys: {desk.copy: ctrl+q}\n", "key-clash", 1, 19),
        ("keys: {Desk.Copy: y}\n", "bad-id", 1, 8),
        ("keys: {desk.copy: [y, f2]}\n", "wrong-shape", 1, 19),
    ],
)
def test_a_mistake_is_a_problem_and_the_rest_holds(
    text: str, code: str, line: int, column: int, tmp_path: Path
) -> None:
    assert code in RULES
    (tmp_path / "settings.yaml").write_text(text, "utf-8")
    for _ in range(2):
        file = settings_file(tmp_path / "settings.yaml", tmp_path / "cache")
        assert [(p.code, p.line, p.column) for p in file.findings] == [(code, line, column)]
        assert file.current.phrases == "fr"


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    file = settings_file(tmp_path / "none.yaml")
    assert (file.current, file.findings) == (from_plain({}), [])


@given(st.binary(max_size=120))
def test_no_bytes_raise(data: bytes) -> None:
    plain, _ = read_settings(data, "settings.yaml", "UTC", lambda: key_clashes)
    from_plain(plain)


class TestChange:
    """One value in place."""

    def test_only_the_value_changes(self) -> None:
        before = template()
        after = change(before, ("language",), "zh")
        assert after == before.replace("language: en", "language: zh")

    def test_every_single_value_can_be_changed(self) -> None:
        text = template()
        for path in (("agent",), ("theme",), ("links", "shop_link"), ("station_name",)):
            text = change(text, path, "dark" if path == ("theme",) else "https://x.fr/a#b: c")
        assert comments(text) == comments(template())

    @pytest.mark.parametrize(
        "text", ["agent:\n", "agent: # nobody\n", "theme: dark", "links: {}\n"]
    )
    def test_a_value_that_is_not_there_is_added(self, text: str) -> None:
        assert (
            read(change(text, ("station_name",), "no: # [x]")).values["station_name"] == "no: # [x]"
        )
        links = change(text, ("links", "shop_link"), "https://x.fr")
        assert read(links).values["shop_link"] == "https://x.fr"
        assert comments(links) == comments(text)

    def test_a_note_behind_a_value_is_kept(self) -> None:
        text = "station_name: Here # where we are\nagent: # who\n"
        changed = change(change(text, ("station_name",), "There"), ("agent",), "ann")
        assert changed == 'station_name: "There" # where we are\nagent: ann # who\n'

    def test_a_value_over_several_lines_is_replaced_whole(self) -> None:
        text = "station_name: |\n  Here\n  and there\nagent: ''\n"
        assert change(text, ("station_name",), "x") == "station_name: x\nagent: ''\n"

    def test_windows_line_ends_are_kept(self) -> None:
        text = template().replace("\n", "\r\n")
        assert change(text, ("language",), "zh").count("\r\n") == text.count("\r\n")

    @pytest.mark.parametrize("value", ["a\nb", "\x1b[2J", "“x”\u202e", 'it\'s "quoted" \\ \t'])
    def test_what_is_written_is_clean_and_quoted(self, value: str) -> None:
        settings = read(change(template(), ("station_name",), value))
        assert settings.values["station_name"] == clean_line(value)

    @given(st.text(max_size=60))
    def test_any_text_comes_back_as_it_is(self, value: str) -> None:
        text = change(template(), ("station_name",), value)
        visible = "" if is_blank(value) else clean_line(value)
        assert read(text).values["station_name"] == visible
        assert comments(text) == comments(template())

    @pytest.mark.parametrize("text", ["language: [fr", "- a\n", "x: &a b\n"])
    def test_a_broken_file_is_left_alone(self, text: str) -> None:
        with pytest.raises(ValueError, match=r"line|cannot"):
            change(text, ("language",), "zh")

    def test_a_mapping_is_not_overwritten_by_a_value(self) -> None:
        with pytest.raises(ValueError, match="no single value"):
            change(template(), ("links",), "x")


class TestAgents:
    """Adding, changing and removing who works here."""

    def test_agents_are_added_one_after_another(self) -> None:
        text = change(template(), ("agents", "ann"), ANN)
        text = change(text, ("agents", "bo"), {"id": "bo", "name": "Bo: 'x'"})
        text = change(text, ("agent",), "bo")
        settings = read(text)
        assert settings.agents == (Agent(**ANN), Agent("bo", "Bo: 'x'"))
        assert settings.agent == settings.agents[1]
        assert comments(text) == comments(template())

    @pytest.mark.parametrize(
        "text",
        [
            "agents:\n  # first\n  - {id: ann, name: A}  # hers\n  - {id: bo, name: Bo}\n\n",
            "agents:\n# first\n- id: ann\n  # her name\n  name: A\n- id: bo\n  name: Bo\n\n",
            "agents: [{id: ann, name: A}, {id: bo, name: Bo}] # all\nagent: ''\n",
        ],
    )
    def test_an_agent_is_changed_added_and_removed_where_he_stands(self, text: str) -> None:
        changed = change(text, ("agents", "ann"), ANN)
        assert read(changed).agents == (Agent(**ANN), Agent("bo", "Bo"))
        assert comments(changed) == comments(text)
        assert changed.count("#") == text.count("#")
        more = change(changed, ("agents", "cy"), {"id": "cy", "name": "Cy"})
        assert [one.id for one in read(more).agents] == ["ann", "bo", "cy"]
        assert more.count("#") == text.count("#")
        fewer = change(change(more, ("agents", "bo"), None), ("agents", "ann"), None)
        assert [one.id for one in read(fewer).agents] == ["cy"]
        none = change(fewer, ("agents", "cy"), None)
        assert read(none).agents == ()
        assert read(change(none, ("agents", "ann"), ANN)).agents == (Agent(**ANN),)

    def test_an_agent_that_is_not_there_cannot_be_removed(self) -> None:
        with pytest.raises(ValueError, match="no agents"):
            change(template(), ("agents", "ann"), None)


class TestFile:
    """The file in the data folder."""

    def test_it_is_written_when_first_changed(self, tmp_path: Path) -> None:
        file = settings_file(tmp_path / "data" / "settings.yaml", tmp_path / "cache")
        assert file.current.agent == ACCOUNT
        file.change("support_link", "https://support.example.fr")
        file.change_all({}, Agent(**ANN))
        file.change("agent", "ann")
        assert not file.findings
        assert (file.current.agent.name, file.current.agent.initials) == ("Ann Li", "AL")
        assert file.current.values["support_link"] == "https://support.example.fr"
        assert comments(Path(file.path).read_text()) == comments(template())
        assert [path.name for path in (tmp_path / "data").iterdir()] == ["settings.yaml"]
        if os.name != "nt":
            assert Path(file.path).stat().st_mode & 0o077 == 0

    def test_reading_it_again_imports_no_yaml(self, tmp_path: Path) -> None:
        file = settings_file(tmp_path / "settings.yaml", tmp_path / "cache")
        file.change("language", "zh")
        assert file.current.language == "zh"
        code = (
            "import sys; from lenovo_desk.content.settings import YamlSettings;"
            "from lenovo_desk.core.ports import Agent;"
            "file = YamlSettings(*sys.argv[1:], 'UTC', lambda: Agent('', ''), sys.exit);"
            "print(file.current.language, 'yaml' in sys.modules)"
        )
        done = subprocess.run(
            [sys.executable, "-c", code, file.path, str(tmp_path / "cache")],
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stdout.split() == ["zh", "False"]

    def test_a_change_by_hand_is_noticed(self, tmp_path: Path) -> None:
        file = settings_file(tmp_path / "settings.yaml", tmp_path / "cache")
        file.change("language", "zh")
        assert file.current.language == "zh"
        Path(file.path).write_text("language: fr\n")
        again = settings_file(tmp_path / "settings.yaml", tmp_path / "cache")
        assert again.current.language == "fr"

    def test_it_is_read_once_until_it_is_changed(self, tmp_path: Path) -> None:
        file = settings_file(tmp_path / "settings.yaml", tmp_path / "cache")
        before = file.current
        assert file.current is before
        file.change("theme", "light")
        assert file.current == before._replace(theme="light")

    def test_a_preferred_language_holds_until_one_is_chosen(self, tmp_path: Path) -> None:
        file = settings_file(tmp_path / "settings.yaml", tmp_path / "cache")
        assert (file.current.language, file.current.phrases) == ("en", "fr")
        file.prefer("zh")
        assert (file.current.language, file.current.phrases) == ("zh", "zh")
        file.change("language", "fr")
        assert (file.current.language, file.current.phrases) == ("fr", "zh")

    def test_a_file_that_cannot_be_read_is_a_problem(self, tmp_path: Path) -> None:
        file = settings_file(tmp_path)
        assert file.current == from_plain({})
        assert [problem.code for problem in file.findings] == ["unreadable"]


class TestKeys:
    """Keys of one's own."""

    def test_they_are_read_as_the_screens_name_them(self) -> None:
        keys = read("keys:\n  desk.copy: j, f2\n  desk.open_flow: '?'\n  app.help: f1\n").keys
        assert keys == {"desk.copy": "j,f2", "desk.open_flow": "question_mark", "app.help": "f1"}

    @pytest.mark.parametrize(
        ("keys", "usable", "told"),
        [
            (
                ["desk.copy: j", "desk.zoom: f24,j"],
                {"desk.copy": "j"},
                [(3, 14, '"j" is also a key of "desk.copy" (line 2) on the same screen; '
                  '"desk.zoom" keeps its own keys.')],
            ),
            (
                ["desk.zoom: j", "desk.copy: j"],
                {"desk.zoom": "j"},
                [(3, 14, '"j" is also a key of "desk.zoom" (line 2) on the same screen; '
                  '"desk.copy" keeps its own keys.')],
            ),
            (
                ["desk.copy: '?'"],
                {},
                [(2, 14, '"?" is also a key of "app.help" on the same screen; '
                  '"desk.copy" keeps its own keys.')],
            ),
            (
                ["desk.copy: 3"],
                {},
                [(2, 14, '"3" is also a key of the numbered choices on the same screen; '
                  '"desk.copy" keeps its own keys.')],
            ),
            (  # without its own key the second one is again where the first one would go
                ["desk.copy: v", "desk.next_phrase: 3"],
                {},
                [
                    (3, 21, '"3" is also a key of the numbered choices on the same screen; '
                     '"desk.next_phrase" keeps its own keys.'),
                    (2, 14, '"v" is also a key of "desk.next_phrase" on the same screen; '
                     '"desk.copy" keeps its own keys.'),
                ],
            ),
            (["desk.copy: v", "desk.next_phrase: c"], {"desk.copy": "v", "desk.next_phrase": "c"},
             []),
            (["home.agent: c"], {"home.agent": "c"}, []),
        ],
    )  # fmt: skip
    def test_a_clash_is_named_with_its_line_and_is_as_if_unset(
        self,
        keys: list[str],
        usable: dict[str, str],
        told: list[tuple[int, int, str]],
        tmp_path: Path,
    ) -> None:
        path = tmp_path / "settings.yaml"
        path.write_text("keys:\n" + "".join(f"  {line}\n" for line in keys), "utf-8")
        for _ in range(2):  # the second time from the cache
            file = settings_file(path, tmp_path / "cache")
            assert file.current.keys == usable
            assert [(one.line, one.column, one.text) for one in file.findings] == told

    def test_a_misspelt_command_or_key_has_a_guess(self, tmp_path: Path) -> None:
        path = tmp_path / "settings.yaml"
        path.write_text("keys: {desk.copi: y, desk.zoom: Ctrl+Y}\n", "utf-8")
        guesses = [problem.guess for problem in settings_file(path).findings]
        assert guesses == ["desk.copy", "ctrl+y"]

    def test_the_commands_are_read_only_where_there_are_keys(self) -> None:
        def never() -> KeyTable:
            raise AssertionError("nobody asked for keys")

        assert read_settings(template().encode(), "settings.yaml", "UTC", never)[1] == []

    def test_the_template_names_the_commands_of_a_case_and_of_home(self) -> None:
        words = set(re.findall(r"[a-z]+\.[a-z_]+", template()))
        ids = {one.id for one in commands.COMMANDS if one.word and not one.id.endswith(".choose")}
        assert {id for id in ids if id.startswith(("desk.", "mock.", "home.", "app."))} <= words

    def test_every_key_of_the_program_is_one_that_settings_can_have(self) -> None:
        for command in commands.COMMANDS:
            keys = commands.key_parts(command.keys)
            assert all(map(key_clashes.is_key, keys)), command
            assert key_clashes.takes_characters(command.id) or not any(
                map(key_clashes.is_character, keys)
            )


CALENDAR = """\
calendar:
  mon: 9:00-12:00 13:00-18:00
  sat: ""
  holidays: [2026-10-01, 2026-10-02]
  workdays: [2026-10-10]
times: {eight_d.d4: 8d}
"""


def test_the_calendar_of_a_file_is_one_text_that_core_reads() -> None:
    settings = read(CALENDAR)
    assert settings.calendar == (
        "mon 9:00-12:00 13:00-18:00; off 2026-10-01 2026-10-02; on 2026-10-10"
    )
    calendar = parse_calendar(settings.calendar)
    assert calendar is not None
    assert calendar.hours("2026-10-10", 5) == ((540, 720), (780, 1080))
    assert settings.times == {"eight_d.d4": "8d"}


def test_without_a_calendar_of_its_own_a_desk_works_on_weekdays() -> None:
    calendar = parse_calendar(from_plain({}).calendar)
    assert calendar is not None
    assert [bool(hours) for hours in calendar.week] == [True] * 5 + [False] * 2


def test_the_numbers_of_the_documents_are_there_unless_others_are_given() -> None:
    assert numbers("country: CN\n") == DOCUMENTED
    own = numbers('country: CN\nnumbers: {commercial_phone: "400 810 8888"}\n')
    assert own == {**DOCUMENTED, "commercial_phone": "400 810 8888"}


@pytest.mark.parametrize("country", ["FR", "DE", '""'])
def test_the_numbers_of_the_documents_are_said_in_china_only(country: str) -> None:
    assert numbers(f"country: {country}\n") == {}
    assert numbers(f"{template()}\n".replace('country: ""', f"country: {country}")) == {}
    own = "numbers: {commercial_phone: +86 400 810 6666}"
    assert numbers(f"country: {country}\n{own}\n") == {"commercial_phone": "+86 400 810 6666"}
    assert values_in("CN", numbers(f"country: {country}\n")) == DOCUMENTED
    assert values_in(country, DOCUMENTED) == dict.fromkeys(DOCUMENTED, "")


def numbers(text: str) -> dict[str, str]:
    """Return the telephone numbers of a settings file that are filled in."""
    values = read(text).values
    return {name: values[name] for name in NUMBERS if values[name]}


def test_what_is_still_a_placeholder_is_named_where_it_stands(tmp_path: Path) -> None:
    file = tmp_path / "settings.yaml"
    file.write_text('links:\n  forum_link: ""\ntimes: {field_visit.contract: 4h}\n', "utf-8")
    found = check_settings(str(file), settings_file(file).current, library(), TODAY)
    rows = {(one.code, one.line): one for one in found}
    assert rows["placeholder", 2].text.startswith('"forum_link" is still empty')
    assert "social_triage" in rows["placeholder", 2].text
    assert rows["unknown-term", 3].guess == "field_visit.contact"
    names = [one.text.split('"')[1] for one in found if one.code == "placeholder"]
    assert {"station_name", "privacy_link"} <= set(names)
    assert all(one.warning for one in found if one.code == "placeholder")


def test_a_language_that_nothing_is_written_in_is_named(tmp_path: Path) -> None:
    file = tmp_path / "settings.yaml"
    file.write_text("theme: dark\nlanguage: de\nphrases: fe\n", "utf-8")
    found = check_settings(str(file), settings_file(file).current, library(), TODAY)
    rows = {one.line: one for one in found if one.code == "unknown-language"}
    assert rows[2].text == 'There is no language "de"; known are: en, fr, zh.'
    assert rows[3].text == 'There is no language "fe"; known are: fr, zh.'
    assert not any(one.warning for one in rows.values())


def test_a_setting_that_is_filled_in_is_no_placeholder() -> None:
    links = dict.fromkeys(SECTIONS["links"], "https://example.com")
    found = check_settings("none", from_plain({"links": links}), library(), TODAY)
    assert not {one.text.split('"')[1] for one in found} & set(SECTIONS["links"])


def test_the_country_is_set_or_suggested_by_the_time_zone(tmp_path: Path) -> None:
    for text, zone, country in (
        ("country: FR\n", "Asia/Shanghai", ("FR", True)),
        ("theme: dark\n", "Asia/Shanghai", ("CN", False)),
        ('country: ""\n', "Europe/Brussels", ("BE", False)),
        ("language: fr\nphrases: fr\n", "Africa/Abidjan", ("", False)),
        ("country: ch\n", "Europe/Paris", ("CH", True)),
        ("country: Suisse\n", "Europe/Paris", ("FR", False)),
    ):
        path = tmp_path / "settings.yaml"
        path.write_text(text, "utf-8")
        file = YamlSettings(path, None, zone, lambda: Agent("a", "A"), lambda: key_clashes)
        assert (file.current.country, file.current.country_set) == country, text
        assert [problem.code for problem in file.findings] == (
            ["bad-setting"] if "Suisse" in text else []
        )


def test_a_country_is_set_in_place(tmp_path: Path) -> None:
    path = tmp_path / "settings.yaml"
    path.write_text("# ours\nlanguage: fr  # for all\n", "utf-8")
    settings_file(path).change("country", "FR")
    assert settings_file(path).current.country == "FR"
    assert path.read_text("utf-8").startswith("# ours\nlanguage: fr  # for all\n")


HOLIDAYS = ["2027-01-01", "2027-02-06"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "calendar:  # ours\n  holidays: []  # none yet\n",
            "calendar:  # ours\n  holidays: [2027-01-01, 2027-02-06]  # none yet\n",
        ),
        (
            "calendar:\n  holidays: [2026-12-25]  # Noël\n",
            "calendar:\n  holidays: [2026-12-25, 2027-01-01, 2027-02-06]  # Noël\n",
        ),
        (
            "calendar:\n  holidays:\n    # the fair\n    - 2027-01-01\n  workdays: []\n",
            "calendar:\n  holidays:\n    # the fair\n    - 2027-01-01\n    - 2027-02-06\n"
            "  workdays: []\n",
        ),
        (
            "calendar:\n  holidays:\n  workdays: []\n",
            "calendar:\n  holidays: [2027-01-01, 2027-02-06]\n  workdays: []\n",
        ),
        (
            "calendar: {mon: '9:00-12:00'}\n",
            "calendar: {mon: '9:00-12:00', holidays: [2027-01-01, 2027-02-06]}\n",
        ),
        (
            "calendar:\n  mon: '9:00-12:00'\n",
            "calendar:\n  mon: '9:00-12:00'\n  holidays: [2027-01-01, 2027-02-06]\n",
        ),
    ],
)
def test_dates_are_added_to_a_list_in_place_and_once(before: str, after: str) -> None:
    path = ("calendar", "holidays")
    assert add_dates(before, path, HOLIDAYS) == after
    assert add_dates(after, path, HOLIDAYS) == after


def test_a_list_that_is_none_is_not_changed() -> None:
    with pytest.raises(ValueError, match="no list"):
        add_dates("calendar: {holidays: soon}\n", ("calendar", "holidays"), HOLIDAYS)


def test_a_file_without_a_calendar_keeps_its_hours_when_days_are_added(tmp_path: Path) -> None:
    path = tmp_path / "settings.yaml"
    path.write_text("language: fr  # ours\n", "utf-8")
    week = parse_calendar(settings_file(path).current.calendar)
    settings_file(path).add_days(HOLIDAYS, ["2027-02-13"])
    calendar = parse_calendar(settings_file(path).current.calendar)
    assert week
    assert calendar == week._replace(off=frozenset(HOLIDAYS), on=frozenset(["2027-02-13"]))
    assert path.read_text("utf-8").startswith("language: fr  # ours\n")


@pytest.mark.parametrize("lists", [("holidays",), ("workdays",), ("holidays", "workdays")])
def test_days_alone_are_exceptions_of_the_usual_week(lists: tuple[str, ...]) -> None:
    plain = {name: ["2027-05-06"] for name in lists}
    calendar, week = (
        parse_calendar(from_plain(settings).calendar) for settings in ({"calendar": plain}, {})
    )
    assert calendar
    assert week
    assert calendar.week == week.week
    assert (bool(calendar.off), bool(calendar.on)) == ("holidays" in lists, "workdays" in lists)


@pytest.mark.parametrize(
    ("text", "line"), [("agents: [{\n", 2), ("language: fr\n\n- a\n", 3), ("a: b: c\n", 1)]
)
def test_a_broken_file_is_not_changed_and_named_with_its_line(
    tmp_path: Path, text: str, line: int
) -> None:
    path = tmp_path / "settings.yaml"
    path.write_text(text, "utf-8")
    settings = settings_file(path)
    acts: list[Callable[[], None]] = [
        lambda: settings.add_days(HOLIDAYS, []),
        lambda: settings.change("theme", "light"),
    ]
    for act in acts:
        with pytest.raises(StoreProblem) as broken:
            act()
        assert broken.value.detail.startswith(f"{path}: line {line}")
    assert path.read_text("utf-8") == text


@pytest.mark.parametrize(
    ("lists", "today", "codes"),
    [
        ("holidays: [2024-10-01]", "2026-11-22", ["holidays-end"]),
        ("holidays: [2026-10-01]", "2026-11-30", []),
        ("holidays: [2026-10-01]", "2026-12-01", ["holidays-end"]),
        ("holidays: [2026-10-01, 2027-01-01]", "2026-12-24", []),
        ("holidays: []", "2026-12-24", []),
        ("holidays: [2027-05-01], workdays: [2027-05-01]", "2026-11-22", ["day-off-and-on"]),
        ("holidays: [2027-05-01], workdays: [2027-05-02]", "2026-11-22", []),
    ],
)
def test_a_list_that_has_run_out_and_a_day_in_both_lists_are_named(
    lists: str, today: str, codes: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "settings.yaml"
    path.write_text(f"calendar: {{mon: '9:00-12:00', {lists}}}\n", "utf-8")
    problems = check_settings(str(path), settings_file(path).current, library(), today)
    found = [problem for problem in problems if problem.code != "placeholder"]
    assert [problem.code for problem in found] == codes
    assert all(problem.warning and problem.line == 1 and problem.column > 1 for problem in found)


@pytest.mark.parametrize(("text", "answer"), [("yes", "yes"), ("no", ""), (None, "")])
def test_a_question_answered_once_is_a_value_like_the_others(text: str | None, answer: str) -> None:
    settings = read(f"sms_by_system: {text}\n" if text else "agents: []\n")
    assert settings.values["sms_by_system"] == answer
    assert read(template()).values["sms_by_system"] == ""


@pytest.mark.parametrize(
    ("text", "zone", "codes"),
    [
        ("station_phone: 030 123456\n", "Europe/Berlin", []),
        ("station_phone: 030 123456\n", "Europe/Paris", ["bad-setting"]),
        ("country: DE\nstation_phone: 030 123456\n", "Europe/Paris", []),
        ("country: GB\nnumbers: {hotline_phone: 0161 496 0018}\n", "UTC", []),
        ("numbers: {hotline_phone: 0161 496 0018}\n", "UTC", ["bad-setting"]),
        ("agents: [{id: a, name: A, phone: 0664 1234567}]\n", "Europe/Vienna", []),
        ("agents: [{id: a, name: A, phone: 0664 1234567}]\n", "Asia/Shanghai", ["bad-setting"]),
        ("agents: [{id: a, name: A, phone: +43 664 1234567}]\n", "Asia/Shanghai", []),
        ("country: FR\nnumbers: {commercial_phone: 400-810-6666}\n", "Europe/Paris", []),
        ("country: FR\nnumbers: {hotline_phone: 400-810-6666}\n", "UTC", ["bad-setting"]),
        ("country: FR\nstation_phone: 06 12 34 56 7\n", "Europe/Paris", ["bad-setting"]),
        ("station_phone: 010 6234 5678\n", "Europe/Paris", []),
        ("country: FR\nstation_phone: 010 6234 5678\n", "Asia/Shanghai", ["bad-setting"]),
    ],
)
def test_the_numbers_of_a_desk_are_those_of_its_country(
    text: str, zone: str, codes: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "settings.yaml"
    path.write_text(text, "utf-8")
    for cache in (None, tmp_path / "cache", tmp_path / "cache"):
        file = YamlSettings(path, cache, zone, lambda: Agent("a", "A"), lambda: key_clashes)
        assert [problem.code for problem in file.findings] == codes
        assert file.current.agent.phone == "" or not codes
        assert file.current.values["station_phone"] == "" or not codes


@pytest.mark.parametrize("broken", ["", "agents: [{", "- a\n", "just words\n", "\x00", "a: b: c\n"])
def test_what_was_read_before_holds_while_nothing_of_a_changed_file_can_be_read(
    tmp_path: Path, broken: str
) -> None:
    path = tmp_path / "settings.yaml"
    path.write_text("agents: [{id: ann, name: Ann}]\nagent: ann\nlanguage: fr\n", "utf-8")
    settings = settings_file(path)
    whole = settings.current
    assert (whole.agent.name, whole.language, settings.problems) == ("Ann", "fr", ())
    path.write_text(broken, "utf-8")
    settings.reread()
    assert settings.current == whole
    assert settings.problems
    assert settings_file(path).current.agent == ACCOUNT, "a program that starts has none before"
    path.write_text("language: zh\n", "utf-8")
    settings.reread()
    assert (settings.current.agent, settings.current.language) == (ACCOUNT, "zh")
    path.unlink()
    settings.reread()
    assert settings.current == from_plain({})
