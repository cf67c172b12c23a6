"""The printed score and the printed class: sound pages that tell all there is."""

import csv
import io
import re
from functools import cache

import pytest

from lenovo_desk.core.wording.language_formats import Formats
from lenovo_desk.core.wording.wording import Wording
from lenovo_desk.training.model.call import Call, TrainerMark
from lenovo_desk.training.reports.class_export import class_csv, export_columns
from lenovo_desk.training.reports.class_html import printed_class
from lenovo_desk.training.reports.classroom import Classroom, classroom, percent_blocks
from lenovo_desk.training.reports.score_html import printed_score
from lenovo_desk.training.reports.score_sheet import ScoreSheet, points_text, score_sheet
from lenovo_desk.training.reports.score_text import score_text
from lenovo_desk.training.scoring.score import score
from tests.printing.html_tree import NASTY, loads_nothing, parsed
from tests.shipped_content import library, materials
from tests.training.trainee import Careless, Trainee

LANGUAGES = ("zh", "fr", "en")
AT = 1_795_338_000.0


@cache
def careless(language: str = "fr") -> Call:
    """A call with faults and with lines for ears."""
    scenario = next(one for one in materials().scenarios(language) if one.id == "floppy_drive")
    trainee = Careless(scenario, 10)
    trainee.plays()
    return trainee.call()


@cache
def perfect() -> Call:
    return Trainee(materials().scenarios("fr")[0]).plays().call()


def marked(*marks: TrainerMark) -> Call:
    return careless()._replace(marks=marks)


def told(call: Call, language: str) -> tuple[ScoreSheet, Wording]:
    wording = Wording(library(), language)
    return score_sheet(call, library(), wording), wording


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_a_score_shows_every_line_and_every_piece_of_evidence(language: str) -> None:
    one, wording = told(careless(), language)
    text = printed_score(one, wording)
    loads_nothing(text)
    shown = parsed(text).text
    assert one.verdict in shown
    assert one.sections
    for section in one.sections:
        for line in section.lines:
            assert line.title in shown
            assert all(evidence in shown for evidence in (*line.faults, *line.right))
    assert all(step.mine in shown and step.theirs in shown for step in one.path)
    assert all(sentence in shown for sentence in one.good_call)


def test_the_text_of_a_score_says_what_the_page_says() -> None:
    one, wording = told(careless(), "fr")
    shown = score_text(one, wording)
    for section in one.sections:
        for line in section.lines:
            assert all(evidence in shown for evidence in (*line.faults, *line.right))
    assert one.verdict in shown
    assert "Ce que fait un bon appel" in shown


def test_points_of_sections_add_up_to_the_score() -> None:
    one, _ = told(careless(), "en")
    scored = score(careless(), library())
    assert sum(float(section.points) for section in one.sections) == pytest.approx(
        scored.points, abs=0.1 * len(one.sections)
    )
    assert sum(float(section.of) for section in one.sections) == pytest.approx(scored.judged)


def test_an_overruled_line_names_both_points_the_reason_and_who() -> None:
    line = next(one for one in score(careless(), library()).lines if one.faults)
    call = marked(
        TrainerMark("line", line.line.id, line.line.points, "panne du casque", "prof", AT)
    )
    one, wording = told(call, "fr")
    shown = parsed(printed_score(one, wording)).text
    assert f"Mesuré\u00a0: {points_text(line.measured, Formats(decimal=','))}." in shown
    assert "panne du casque – prof, 22/11/2026" in shown
    assert "corrigé par un formateur" in shown


def test_a_failure_said_by_a_trainer_and_its_pardon_are_told() -> None:
    failure = careless().scorecard.failures[0]
    said = TrainerMark("failure", failure.id, 0.0, "vu de mes yeux", "prof", AT)
    one, wording = told(marked(said), "fr")
    assert one.verdict.startswith("Éliminé")
    assert "vu de mes yeux – prof" in parsed(printed_score(one, wording)).text
    pardoned = TrainerMark("pardon", failure.id, 0.0, "erreur de ma part", "prof", AT + 1)
    one, wording = told(marked(said, pardoned), "fr")
    assert not one.verdict.startswith("Éliminé")
    text = printed_score(one, wording)
    assert "erreur de ma part – prof" in parsed(text).text
    assert 'class="pardoned"' in text


def test_a_line_for_ears_waits_for_its_mark() -> None:
    one, wording = told(careless(), "fr")
    assert "à l’oreille" in one.verdict
    ears = [x.line for x in score(careless(), library()).lines if x.state == "ears"]
    marks = (TrainerMark("line", line.id, line.points, "", "prof", AT) for line in ears)
    one, wording = told(marked(*marks), "fr")
    assert "à l’oreille" not in one.verdict
    assert "sans motif – prof" in score_text(one, wording)


def test_no_text_becomes_markup() -> None:
    scenario = careless().scenario._replace(title=NASTY, good_call=(NASTY,))
    call = marked(TrainerMark("remark", "", 0.0, NASTY, NASTY, AT))._replace(scenario=scenario)
    text = printed_score(*told(call, "fr"))
    loads_nothing(text)
    assert parsed(text).text.count(NASTY) >= 4
    room = classroom([call], library(), call.scorecard)
    text = printed_class(room, Wording(library(), "fr"), AT, NASTY)
    loads_nothing(text)
    assert parsed(text).text.count(NASTY) >= 3
    assert "<script" not in text.lower()


@cache
def group() -> Classroom:
    calls = [careless(), perfect(), careless()._replace(id="again")]
    return classroom(calls, library(), materials().scorecard("fr"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_a_class_has_its_trainees_its_plots_and_its_weak_places(language: str) -> None:
    wording = Wording(library(), language)
    text = printed_class(group(), wording, AT)
    loads_nothing(text)
    tree = parsed(text)
    assert "camille" in tree.text
    assert tree.tags.count("svg") == 4 + 1 + 2
    assert tree.tags.count("polyline") == 1
    for weak in group().progress.weak_lines:
        title = next(x.title for x in group().scorecard.lines() if x.id == weak.where)
        assert title in tree.text


def test_plots_are_told_apart_without_colours() -> None:
    text = printed_class(group(), Wording(library(), "fr"), AT)
    assert {"#000", "#bbb", "#fff", "#333"} >= set(re.findall(r"#[0-9a-f]{3,6}\b", text))
    kinds = re.findall(r'<circle class="(\w+)"', text)
    assert {"passed", "missed"} == set(kinds)
    assert text.count("<title>") >= 6, "every point says what it is"


def test_a_class_of_one_scenario_leaves_the_others_out() -> None:
    name = "floppy_drive"
    other = next(one for one in materials().scenarios("fr") if one.id != name)
    calls = [careless(), Trainee(other).plays().call()]
    only = classroom(calls, library(), materials().scorecard("fr"), name)
    assert {one.scenario for x in only.progress.trainees for one in x.attempts} == {name}


def test_a_table_reads_back_what_was_written() -> None:
    wording = Wording(library(), "fr")
    read = list(csv.DictReader(io.StringIO(class_csv(group(), wording))))
    assert [*read[0]] == [*export_columns(group())]
    assert {one["case"] for one in read} == {"call", "again"}
    passed = {one["percent"]: one["passed"] for one in read}
    assert passed["100.0"] == "yes"
    assert set(passed.values()) == {"yes", "no"}
    for one in read:
        lost = sum(float(value or 0) for name, value in one.items() if name.startswith("lost."))
        assert (lost == 0) is (one["percent"] == "100.0")


def test_a_page_of_nobody_says_so() -> None:
    room = classroom([], library(), materials().scorecard("fr"))
    text = printed_class(room, Wording(library(), "fr"), AT)
    assert "Aucun appel d’entraînement" in parsed(text).text


def test_blocks_grow_with_the_percent_and_show_the_last_calls() -> None:
    assert percent_blocks((0, 50, 100), 8) == "▁▅█"
    assert percent_blocks((0, 50, 100), 2) == "▅█"
    assert percent_blocks((-5, 140), 8) == "▁█"
    assert percent_blocks((), 8) == ""
