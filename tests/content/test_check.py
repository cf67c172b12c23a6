"""`check` takes folders and files, and answers for them alone."""

from pathlib import Path

import pytest

from lenovo_desk.content.all_problems import check
from tests.content.folder import SCRIPT, VISIT, written


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content folder with one mistake in its flow and one in its script."""
    return written(
        tmp_path / "content",
        flows__visit=VISIT.replace("goto: inside", "goto: insid"),
        scripts_fr__visit=SCRIPT.replace("{opened: ", "{openned: "),
    )


def names(paths: list[Path], root: Path) -> set[tuple[str, str]]:
    """Return what `check` finds, as folder and code."""
    found = check(paths, [root])
    return {(Path(one.path).parent.name, one.code) for one in found}


def test_without_a_path_everything_is_checked(content: Path) -> None:
    assert {"flows", "scripts_fr"} == {folder for folder, _ in names([], content)}


def test_a_single_file_answers_for_itself(content: Path) -> None:
    assert names([content / "flows" / "visit.yaml"], content) == {("flows", "unknown-step")}


def test_a_folder_of_the_content_can_be_named(content: Path) -> None:
    found = names([content / "scripts_fr"], content)
    assert found == {("scripts_fr", "missing-words"), ("scripts_fr", "unknown-words")}


def test_a_folder_of_ones_own_is_laid_over_the_content(content: Path, tmp_path: Path) -> None:
    own = tmp_path / "own" / "flows"
    own.mkdir(parents=True)
    (own / "visit.yaml").write_text(VISIT)
    assert names([own.parent], content) == set()


def test_a_file_from_anywhere_is_taken_for_a_flow(content: Path, tmp_path: Path) -> None:
    path = tmp_path / "visit.yaml"
    path.write_text(VISIT.replace("via: public", "via: publik"))
    (found,) = check([path], [content])
    assert (found.path, found.code, found.guess) == (str(path), "not-among", "public")


def test_a_path_that_is_not_there_is_a_problem(content: Path) -> None:
    (found,) = check([content / "nothing.yaml"], [content])
    assert found.code == "unreadable"
    assert "no such file" in found.text
