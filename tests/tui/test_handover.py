"""A case goes to another desk and comes from one; a case follows another: by keys."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from lenovo_desk.core.model.intents import TakeOver
from tests.full_disk import full_disk
from tests.hand_clock import HandClock
from tests.tui.driver import CASE, START, Driver, desk, desk_clock
from tests.tui.scenes import DELAYED, ESCALATION, FILE, PERSON, THANKED, at_home

pytestmark = pytest.mark.slow

SECRET = "neuf oies volent"


@pytest.fixture(autouse=True)
def home(tmp_path: Path) -> Iterator[Path]:
    """A user with a folder for documents."""
    folder = tmp_path / "ana"
    (folder / "Documents").mkdir(parents=True)
    with at_home(str(folder)):
        yield folder


def elsewhere() -> HandClock:
    """The clock of another machine, a quarter of an hour later."""
    clock = desk_clock(START + 900)
    clock.boot, clock.up = "boot-2", 40.0
    return clock


async def entered(d: Driver, *texts: str) -> None:
    for text in texts:
        await d.type(text)
        await d.press("enter")


async def handed_over(d: Driver, reason: str = "fin de service") -> Path:
    """Hand the live case over into the file that is proposed."""
    await d.press("o")
    await entered(d, reason)
    await d.press("enter")
    await entered(d, SECRET, SECRET)
    (file,) = Path(os.environ["HOME"], "Documents").glob("*.handover")
    return file


@pytest.mark.parametrize(
    ("language", "done", "ended", "waits"),
    [
        ("fr", "Transmis. Fichier à envoyer", "Transmis", "reçu d’un autre poste"),
        ("zh", "已转交，请发送这个文件", "已转交", "接手的个案"),
    ],
)
async def test_a_case_goes_on_at_another_desk_at_the_very_step(
    tmp_path: Path, language: str, done: str, ended: str, waits: str
) -> None:
    async with desk(tmp_path / "a", language=language) as d:
        await d.press(*ESCALATION, "f")
        await entered(d, PERSON[language], FILE[0])
        await d.press("escape")
        step, before = d.step, d.case
        file = await handed_over(d)
        assert d.app.session is None
        d.shows(done, f"~/Documents/{file.name}")
        (row,) = d.log()
        assert (row["disposition"], row["completed"]) == ("handed_over", False)
        await d.press("g")
        d.shows(ended)
    async with desk(tmp_path / "b", language=language, clock=elsewhere()) as d:
        await d.press("a", "t")
        await entered(d, str(file), SECRET)
        assert d.step == step
        assert (d.case.agent, d.case.follows) == ("bo", CASE.format(0))
        assert d.case.ledger == before.ledger
        d.shows(PERSON[language])
    async with desk(tmp_path / "b", language=language, clock=elsewhere()) as d:
        await d.press("t")
        await entered(d, str(file), SECRET)
        assert d.app.session is None
        d.shows("已在这里接手" if language == "zh" else "déjà été pris en charge")


async def test_until_it_is_taken_up_it_waits_with_its_reason(tmp_path: Path) -> None:
    async with desk(tmp_path / "a") as d:
        await d.press(*DELAYED)
        file = await handed_over(d)
    async with desk(tmp_path / "b", clock=elsewhere(), size=(100, 30)) as d:
        d.app.store.take_over(str(file), SECRET, TakeOver("bo", "hotline"))
        d.app.home.show()
        d.shows("reçu d’un autre poste", "Messages des réseaux sociaux")


async def test_the_passphrase_is_never_shown(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*DELAYED, "o")
        await entered(d, "fin")
        await d.press("enter")
        await entered(d, SECRET)
        await d.type(SECRET)
        d.hides(SECRET).shows("•" * len(SECRET))


async def test_a_slip_is_said_and_what_was_typed_stays(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*DELAYED, "o")
        await entered(d, "fin de service")
        await d.press("enter")
        await entered(d, SECRET, f"{SECRET}!")
        d.shows("Les deux phrases secrètes sont différentes", "fin de service")
        assert d.case.status == "open"
        await d.press("backspace", "enter")
        assert d.log()[0]["disposition"] == "handed_over"


async def test_a_short_passphrase_no_reason_or_no_file_is_said(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*DELAYED, "o")
        await d.press("enter", "enter")
        await entered(d, "court", "court")
        d.shows("Motif : rien n’a été saisi")
        await entered(d, "fin")  # the cursor stands where the fault is
        await d.press("enter", "enter", "enter")
        d.shows("au moins 8 caractères")
        await d.press("up", "ctrl+u", "enter", "enter", "enter")
        d.shows("Fichier : rien n’a été saisi")
        await d.press("escape")
        assert d.case.status == "open"
        assert d.step == "delayed_support"


async def test_what_is_half_typed_goes_along(tmp_path: Path) -> None:
    async with desk(tmp_path / "a") as d:
        await d.press(*DELAYED, "n")
        await d.type("rappeler à 18 h")
        await d.press("escape")
        file = await handed_over(d)
    async with desk(tmp_path / "b", clock=elsewhere()) as d:
        await d.press("t")
        await entered(d, str(file), SECRET)
        await d.press("n")
        d.shows("rappeler à 18 h")


async def test_on_a_full_disk_the_case_goes_on(tmp_path: Path, home: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*DELAYED, "o")
        await entered(d, "fin")
        await d.press("enter")
        await entered(d, SECRET)
        await d.type(SECRET)
        with full_disk():
            await d.press("enter")
            d.shows("Disque plein", "fin")
        assert not list((home / "Documents").iterdir())
        assert d.case.status == "open"
        await d.press("enter", "enter", "enter", "enter")  # from the file, where the fault was
        assert d.log()[0]["disposition"] == "handed_over"


async def test_a_wrong_passphrase_keeps_the_form_and_starts_nothing(tmp_path: Path) -> None:
    async with desk(tmp_path / "a") as d:
        await d.press(*DELAYED)
        file = await handed_over(d)
    async with desk(tmp_path / "b", clock=elsewhere()) as d:
        await d.press("t", "enter", "enter")
        d.shows("Fichier : rien n’a été saisi")
        await d.paste(f"'{file}'")
        await d.press("enter")
        await entered(d, "neuf oies nagent")
        d.shows("n’ouvre pas")
        assert d.app.session is None
        await d.press("ctrl+u")
        await entered(d, SECRET)
        assert d.step == "delayed_support"


async def test_both_are_in_the_palette(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press("slash")
        await d.type("recevoir")
        await d.press("enter")
        d.shows("Prendre un dossier en charge")
        await d.press("escape", *DELAYED, "slash")
        await d.type("transmettre")
        await d.press("enter")
        d.shows("Transmettre le dossier", "La même phrase secrète")


# --- a case that follows another


@pytest.mark.parametrize("language", ["fr", "zh"])
async def test_a_case_that_follows_is_begun_from_the_log(tmp_path: Path, language: str) -> None:
    async with desk(tmp_path, language=language) as d:
        await d.press(*ESCALATION, "f")
        await entered(d, PERSON[language])
        await d.press("escape", "x")
        await entered(d, "fini")
        await d.press("g", "enter")
        d.shows({"fr": "f suite", "zh": "f 后续"}[language])
        await d.press("f")
        d.shows({"fr": "Dossier qui fait suite à celui-ci", "zh": "新开后续个案"}[language])
        await d.type({"fr": "visite", "zh": "上门"}[language])
        await d.press("enter")
        assert (d.case.flow, d.case.follows) == ("field_visit", CASE.format(0))
        assert d.fact("customer_name") == PERSON[language]
        assert len(d.app.screen_stack) == 2, "nothing of the log is left below the desk"
        await d.press("e")
        d.shows(CASE.format(0))


async def test_leaving_the_list_of_flows_comes_back_to_the_closed_case(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*THANKED, "enter", "g", "enter", "f", "escape")
        d.shows("f suite")
        assert d.app.session is None
        await d.press("escape")
        d.shows("Dossiers clos")


async def test_a_case_that_cannot_be_followed_is_said_on_home(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*THANKED, "enter", "g", "enter", "f")
        with full_disk():
            await d.press("enter")
            assert d.app.session is None
            assert d.last_row.startswith("!")
        d.shows("Nouveau dossier")
