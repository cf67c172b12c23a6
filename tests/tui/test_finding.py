"""The find box: what is found, in which order, what Enter does with it, and what is said if not."""

import time
from pathlib import Path

import pytest

from tests.cli.cases import THANKED, put
from tests.full_disk import full_disk
from tests.tui.driver import Driver, desk
from tests.tui.mock_call import begin
from tests.tui.parking import parked
from tests.tui.scenes import DELAYED, PUBLIC

pytestmark = pytest.mark.slow

WIDE = (140, 45)


async def look_for(d: Driver, text: str) -> list[str]:
    """Type a text into the find box of the screen in front; return the rows found."""
    await d.press("slash")
    await d.type(text)
    return [row for row in d.rows[2:] if row.strip()]


def place_of(rows: list[str], text: str) -> int:
    return next(n for n, row in enumerate(rows) if text in row)


@pytest.mark.parametrize("keys", [(), PUBLIC, ("2",)])
async def test_a_whole_word_comes_before_a_longer_one(
    tmp_path: Path, keys: tuple[str, ...]
) -> None:
    async with desk(tmp_path, size=WIDE) as d:
        await d.press(*keys)
        rows = await look_for(d, "cher")
        below = [n for n, row in enumerate(rows) if "Chercher la panne" in row]
        assert place_of(rows, "C’est trop cher") < min(below, default=len(rows))
        assert "trop cher" in d.cursor_row


@pytest.mark.parametrize("text", ["colère", "vidéo clip", "zzzzqqqq"])
async def test_nothing_is_said_in_a_sentence_with_what_to_try(tmp_path: Path, text: str) -> None:
    async with desk(tmp_path) as d:
        await look_for(d, text)
        d.shows(f"Rien ne correspond à « {text} ».", "Essayez moins de lettres")
        d.hides("coller l’étiquette")
        await d.press("enter", "down", "up", "pagedown")
        d.shows(text)
        await d.press("escape")
        d.shows("Nouveau dossier")


@pytest.mark.parametrize(
    ("language", "text", "label"),
    [
        ("fr", "vidéo", "Il a créé une vidéo"),
        ("zh", "联系不上", "打了几次都联系不上"),
        ("zh", "lxbs", "打了几次都联系不上"),
        ("en", "too expensive", "It is too expensive"),
    ],
)
async def test_the_labels_of_ways_on_are_found(
    tmp_path: Path, language: str, text: str, label: str
) -> None:
    async with desk(tmp_path, language=language, size=WIDE) as d:
        await look_for(d, text)
        d.shows(label)


async def test_a_way_on_of_this_step_is_put_under_the_cursor_and_nothing_moves(
    tmp_path: Path,
) -> None:
    async with desk(tmp_path) as d:
        await d.press(*PUBLIC)
        count = len(d.events())
        rows = await look_for(d, "positive")
        assert rows[0].split("─")[0].strip() == "Cette étape"
        await d.press("enter")
        number = d.desk.hand.number(d.desk.view.offers)
        titles = {offer.number: offer.title for offer in d.desk.view.offers}
        assert titles[number] == "En public\u00a0: expérience positive"
        row = d.last_row.replace("\u00a0", " ")
        assert "Dans cette étape : En public : expérience positive" in row
        assert len(d.events()) == count
        await d.press("enter")
        assert d.step == "positive"


async def test_a_locked_way_is_shown_too_with_its_reason(tmp_path: Path) -> None:
    async with desk(tmp_path, size=WIDE) as d:
        await d.press(*DELAYED)
        await look_for(d, "insatisfait")
        assert "À renseigner d’abord" in d.cursor_row
        await d.press("enter")
        assert d.step == "delayed_support"
        number = d.desk.hand.number(d.desk.view.offers)
        assert not next(way for way in d.desk.view.offers if way.number == number).open


async def test_a_step_shows_its_text_and_moves_nothing(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*DELAYED)
        count = len(d.events())
        await look_for(d, "commentaire explosif est")
        d.shows("À vous de juger")
        await d.press("enter")
        d.shows("À vous de juger", "S’excuser seulement")
        await d.press("escape")
        d.shows("Obtenir le numéro de dossier")
        assert len(d.events()) == count


async def test_a_fact_of_another_step_is_recorded(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*DELAYED, "ctrl+p")
        await d.type("compte du client")
        await d.press("enter")
        await d.type("zoe_lh")
        await d.press("enter")
        assert d.fact("social_triage.handle") == "zoe_lh"
        assert d.step == "delayed_support"


async def test_a_command_is_run(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*DELAYED)
        await look_for(d, "patienter")
        await d.press("enter")
        assert d.case.holding is not None


async def test_a_card_opens_the_cards_at_it(tmp_path: Path) -> None:
    async with desk(tmp_path, size=WIDE) as d:
        await d.press(*DELAYED)
        card = d.app.library.customer_cards("fr")[3]
        await look_for(d, card.title)
        await d.press("enter")
        d.shows(card.title, card.advice[:40])
        await d.press("escape")
        assert card.title in d.cursor_row


async def test_a_card_is_read_from_home(tmp_path: Path) -> None:
    async with desk(tmp_path, language="zh") as d:
        card = d.app.library.customer_cards("zh")[0]
        await look_for(d, card.title)
        await d.press("enter")
        d.shows(card.title, card.advice[:20])


async def test_a_phrase_of_this_step_is_shown_and_copied_there(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*DELAYED)
        await look_for(d, "nous regrettons que votre demande")
        await d.press("enter", "c")
        assert "regrettons" in d.clipboard
        assert d.events()[-1]["event"] == "PhraseCopied"


async def test_a_phrase_of_another_step_is_read_and_the_engine_decides_about_its_copy(
    tmp_path: Path,
) -> None:
    async with desk(tmp_path) as d:
        await d.press(*DELAYED)
        await look_for(d, "hors garantie constructeur")
        await d.press("enter")
        d.shows("Hors garantie constructeur")
        await d.press("c")
        assert d.clipboard == ""
        assert [event["event"] for event in d.events()].count("PhraseCopied") == 0
        assert d.last_row


async def test_a_flow_is_shown_among_those_to_open(tmp_path: Path) -> None:
    async with desk(tmp_path, size=WIDE) as d:
        await d.press(*DELAYED)
        await look_for(d, "appel de satisfaction")
        await d.press("enter")
        assert "Appel de satisfaction" in d.cursor_row
        assert len(d.case.here.stack) == 1


async def test_a_waiting_case_is_found_by_its_reason_and_taken_up(tmp_path: Path) -> None:
    async with desk(tmp_path, size=WIDE) as d:
        await d.press(*DELAYED)
        await parked(d, "Attend la facture du vendeur", "demain 9h")
        await look_for(d, "facture vendeur")
        assert "Dossiers" in d.screen_text()
        await d.press("enter")
        assert d.step == "delayed_support"
        assert d.case.status == "open"


async def test_what_matches_is_marked_by_weight(tmp_path: Path) -> None:
    async with desk(tmp_path, size=WIDE) as d:
        await look_for(d, "garant")
        marked = [
            segment.text
            for strip in (strip.crop(0, 60) for strip in d.strips[4:20])
            for segment in strip
            if segment.style and segment.style.bold and segment.text.strip()
        ]
        assert marked
        assert {text.lower() for text in marked} == {"garant"}


async def test_a_match_far_behind_in_a_long_phrase_is_in_view(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*PUBLIC)
        rows = await look_for(d, "bien vous orienter")
        row = next(row for row in rows if "phrase" in row)
        assert "bien vous orienter" in row.replace("\u00a0", " ")


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (60, 18)])
async def test_a_list_that_goes_on_says_so(tmp_path: Path, size: tuple[int, int]) -> None:
    async with desk(tmp_path, size=size) as d:
        await look_for(d, "client")
        assert "↓" in d.rows[0]
        await d.press(*["pagedown"] * 30)
        assert "↑" in d.rows[0]


@pytest.mark.parametrize("language", ["fr", "zh"])
async def test_a_key_in_the_box_is_not_felt(tmp_path: Path, language: str) -> None:
    """16 ms is the aim; a machine that does much else may take three times that."""
    async with desk(tmp_path, language=language, size=WIDE) as d:
        await d.press(*DELAYED, "slash")
        for text in ("garantie", "zzzzqqqq", "mon ordinateur ne", "保修期", "lxbsq"):
            spent = []
            for key in text:
                before = time.process_time()
                await d.mash(key)
                spent.append(time.process_time() - before)
            assert min(spent) < 0.016 or sorted(spent)[len(spent) // 2] < 0.05, spent
            await d.press("ctrl+u")


NAME, PHONE, ORDER = "Jeanne-Élise Lefèvre", "06 39 98 12 45", "SO-4007 1122"
KNOWN = (
    *("channel=private", "in_private", f"customer_name={NAME}", f"customer_phone={PHONE}"),
    f"customer_service_number={ORDER}",
)
WAITING, CLOSED = "20261122-080000-wait1", "20261121-080000-clos1"


@pytest.fixture
def customers(tmp_path: Path) -> Path:
    """A customer whose case waits, and another whose case is closed."""
    put(tmp_path / "data", WAITING, *KNOWN, flow="escalation")
    put(tmp_path / "data", CLOSED, *THANKED)
    return tmp_path


@pytest.mark.parametrize("keys", [(), PUBLIC], ids=["home", "case"])
@pytest.mark.parametrize("text", ["lefèvre", "0639981245", "SO-4007 1122", "WAIT1", "lefev"])
async def test_a_waiting_customer_is_found_and_taken_up(
    customers: Path, keys: tuple[str, ...], text: str
) -> None:
    async with desk(customers, size=WIDE) as d:
        await d.press(*keys)
        rows = await look_for(d, text)
        current = d.cursor_row
        assert "Jeanne-Élise Lefèvre" in current
        assert sum("Lefèvre" in row for row in rows) == 1
        await d.press("enter")
        assert d.case.id == WAITING


async def test_a_closed_case_is_found_and_read(customers: Path) -> None:
    async with desk(customers, size=WIDE) as d:
        await look_for(d, "jeanne")
        await d.seconds(3)
        d.shows("clos", "Trouvé par : nom")
        rows = [row for row in d.rows if "Jeanne" in row]
        assert len(rows) == 2
        await d.press(*["down"] * next(n for n, row in enumerate(rows) if "clos" in row), "enter")
        d.shows(CLOSED)
        await d.press("escape")
        d.shows("Nouveau dossier")


async def test_home_and_the_board_show_the_customer(customers: Path) -> None:
    async with desk(customers) as d:
        d.shows("Jeanne-Élise Lefèvre", "WAIT1")
        await d.press("d")
        d.shows("Jeanne-Élise Lefèvre")


@pytest.mark.parametrize("keys", [(), PUBLIC], ids=["home", "case"])
async def test_a_search_in_vain_is_counted_once_and_a_mended_one_is_not(
    tmp_path: Path, keys: tuple[str, ...]
) -> None:
    async with desk(tmp_path) as d:
        await d.press(*keys)
        await look_for(d, "garantie")
        await d.press("escape")
        await look_for(d, "zzzzqqqq")
        await d.press(*["backspace"] * 8)
        await d.type("garantie")
        await d.press("escape")
        assert d.app.store.misses.counts() == ()
        await look_for(d, "zzzzqqqq")
        await d.press("enter", "escape")
        [miss] = d.app.store.misses.counts()
        assert miss.times == 1
        assert (miss.place, miss.flow) == (("case", "social_triage") if keys else ("home", ""))


async def test_a_search_in_vain_that_cannot_be_counted_keeps_nobody_from_going_on(
    tmp_path: Path,
) -> None:
    async with desk(tmp_path) as d:
        await look_for(d, "zzzzqqqq")
        with full_disk():
            await d.press("escape")
        d.shows("Nouveau dossier")
        await d.press("1")
        assert d.step == "open_thread" or d.case.flow == "social_triage"


async def test_a_mock_call_finds_no_customer_and_counts_nothing(customers: Path) -> None:
    async with desk(customers, size=WIDE) as d:
        await begin(d, "floppy_drive")
        rows = await look_for(d, "lefèvre")
        assert not [row for row in rows if "Jeanne" in row]
        await d.press("escape")
        assert d.app.store.misses.counts() == ()
