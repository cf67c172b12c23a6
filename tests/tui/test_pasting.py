"""A pasted message: what is read in it is proposed, and only what is ticked is recorded."""

from pathlib import Path

import pytest

from lenovo_desk.core.model import intents as it
from lenovo_desk.tui.desk.pasting.paste_screen import PasteScreen
from tests.full_disk import full_disk
from tests.tui.driver import Driver, desk
from tests.tui.left_case import leave
from tests.tui.mock_call import FLOPPY, begin, the_desk
from tests.tui.pasted_messages import MESSAGE, SIX, UNSAID, WORK_ORDER
from tests.tui.scenes import ESCALATION, PUBLIC

pytestmark = pytest.mark.slow
FR = MESSAGE["fr"]


def recorded(d: Driver) -> dict[str, object]:
    """The values of the six facts that are recorded."""
    return {name: value for name in SIX if (value := d.fact(name)) is not None}


def underlined(d: Driver) -> str:
    """The words of the screen that are underlined."""
    parts = [part for strip in d.strips for part in strip if part.style and part.style.underline]
    return " ".join(part.text for part in parts)


@pytest.mark.parametrize("language", ["fr", "zh"])
async def test_six_facts_are_proposed_and_taken_by_one_key(tmp_path: Path, language: str) -> None:
    async with desk(tmp_path, language=language) as d:
        await d.press(*ESCALATION)
        before = len(d.events())
        await d.paste(MESSAGE[language])
        assert isinstance(d.app.screen, PasteScreen)
        assert recorded(d) == {}
        d.shows(MESSAGE[language], "4100238871")
        assert "4100238871" in underlined(d)
        assert UNSAID[language] not in underlined(d)
        await d.press("enter")
        assert not isinstance(d.app.screen, PasteScreen)
        assert set(recorded(d)) == set(SIX)
        assert len(d.events()) == before + 6, "each has its event"
        d.shows({"fr": "Noté d’après le message : 6", "zh": "已从消息记录6项"}[language])


async def test_the_message_itself_is_kept_nowhere(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*ESCALATION, "y")
        await d.type(FR[:400])
        await d.press("ctrl+s", "enter", "n")
        await d.paste("fini")
        await d.press("enter", "1")
        assert recorded(d) == SIX
        drafts = [*d.case.drafts.values(), *(note.text for note in d.case.notes)]
        assert drafts == ["fini"]
    files = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    assert not any(UNSAID["fr"].encode() in data for data in files)


async def test_digits_space_and_the_mouse_take_out_and_back_in(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*ESCALATION)
        await d.paste(FR)
        d.shows("noter (6)")
        await d.press("1", "3", "down", "space", "1", "9")
        d.shows("noter (4)", "☐ Téléphone", "☐ Numéro de modèle", "✓ Nom")
        row = next(n for n, text in enumerate(d.rows) if "E-mail" in text)
        await d._pilot.click(offset=(10, row))
        await d.settle()
        d.shows("☐ E-mail")
        await d.press("enter")
        assert recorded(d) == {
            name: SIX[name] for name in ("customer_name", "product_line", "customer_service_number")
        }


async def test_escape_records_nothing(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*ESCALATION)
        await d.paste(FR)
        await d.press("escape")
        assert d.app.screen is d.desk
        assert recorded(d) == {}
        await d.paste(FR)
        await d.press(*"123456", "enter")
        assert d.app.screen is d.desk
        assert recorded(d) == {}


async def test_a_value_is_put_right_before_it_is_recorded(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*ESCALATION)
        await d.paste(FR)
        await d.press("3", "e")
        await d.type("99")
        await d.press("enter")
        d.shows("n’est pas un numéro de téléphone")
        await d.press("backspace", "backspace", "backspace", "6", "enter")
        d.shows("✓ Téléphone", "06 39 98 12 46")
        await d.press("down", "down", "e")
        d.shows("2 Idea")
        await d.press("2", "enter")
        await d.press("up", "up", "up", "up", "e")
        await d.press("x", "escape")
        await d.press("1", "1", "e", "ctrl+u", "enter")
        d.shows("☐ Nom")
        await d.press("enter")
        assert recorded(d) == {
            **{name: value for name, value in SIX.items() if name != "customer_name"},
            "customer_phone": "+33639981246",
            "product_line": "idea",
        }


async def test_what_is_recorded_is_said_and_what_would_replace_it(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*ESCALATION, "f")
        for text in ("Hugo Durand", "hugo.durand@example.fr", "06 39 98 77 10"):
            await d.type(text)
            await d.press("enter")
        await d.press("escape")
        before = len(d.events())
        await d.paste(FR)
        d.shows("= Nom Hugo Durand déjà noté", "✓ Téléphone 06 39 98 12 45 remplace 06 39 98 77 10")
        await d.press("1")
        d.shows("Cette valeur est déjà notée.")
        await d.press("enter")
        assert recorded(d) == SIX
        assert len(d.events()) == before + 4


async def test_a_value_that_a_consent_covers_is_not_replaced_unasked(tmp_path: Path) -> None:
    async with desk(tmp_path, language="fr") as d:
        moves = """
            came_by=phone
            accepted
            complaint_problem=软驱不读盘
            customer_demand=上门修好
            contact_by=phone
            +recapped
            +heard_out
            recorded
            no
            handler=李静
            +handler_agreed
        """
        leave(d.data.parent, d.clock, "case1", "complaint", moves)
        d.app.home.show()
        await d.press("up", "enter")
        await d.paste("Référent : 王强")
        d.shows("☐ Référent", "remplace 李静 ; à confirmer de nouveau :")
        await d.press("1", "enter")
        assert d.fact("complaint.handler") == "王强"


async def test_what_is_in_doubt_is_named_and_not_recorded(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press("1", "2")
        await d.paste("acheté en mars, 06 39 98 12 45")
        d.shows("– Date d’achat « en mars » : le jour manque, à demander")
        await d.press("enter")
        assert d.fact("purchase_date") is None


async def test_nothing_personal_is_proposed_in_public(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*PUBLIC)
        await d.paste(FR)
        d.shows("Nom, E-mail, Téléphone", "À renseigner d’abord : Canal.", "✓ Gamme")
        await d.press("escape")
        assert d.app.session is not None
        d.app.session.do(it.RecordFact("channel", "public"))
        await d.paste(FR)
        d.shows("Nom, E-mail, Téléphone", "ne se note pas maintenant", "✓ Gamme")
        await d.press("enter")
        assert recorded(d) == {"product_line": "think"}


async def test_a_refusal_of_some_loses_nothing_of_the_others(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*ESCALATION)
        await d.paste(FR)
        assert d.app.session is not None
        d.app.session.do(it.RecordFact("channel", "public"))
        await d.press("enter")
        assert isinstance(d.app.screen, PasteScreen)
        d.shows("= Gamme", "☐ Nom", "« Nom »")
        assert recorded(d) == {"product_line": "think"}
        d.app.session.do(it.RecordFact("channel", "private"))
        await d.press("1", "2", "3", "4", "6", "enter")
        assert recorded(d) == SIX


async def test_on_a_full_disk_the_proposals_stay(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*ESCALATION)
        await d.paste(FR)
        with full_disk():
            await d.press("enter")
            assert isinstance(d.app.screen, PasteScreen)
            d.shows("!", "✓ Nom")
            assert recorded(d) == {}
        await d.press("enter")
        assert recorded(d) == SIX


async def test_typed_ahead_it_is_what_it_is_typed_slowly(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*ESCALATION)
        d.clock.forward(1)
        d.send_paste(FR)
        await d.mash("4", "enter", "n", *"abc", "enter")
        assert recorded(d) == {name: SIX[name] for name in SIX if name != "model_number"}
        assert d.case.notes[-1].text == "abc"


async def test_a_paste_between_two_equal_keys_makes_them_two(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press("down")
        await d.at_once("enter")
        d.send_paste(WORK_ORDER)
        await d.at_once("enter")
        assert d.fact("customer_name") == "Zoé L’Hermite"


async def test_a_paste_with_the_key_before_it_goes_into_the_line(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*ESCALATION)
        d._send("f")
        await d.paste("Zoé L’Hermite")
        assert d.desk.entry.text == "Zoé L’Hermite"
        await d.press("escape")
        d._send("slash")
        await d.paste("patienter")
        assert d.app.screen is not d.desk
        d.shows("patienter")


async def test_the_box_takes_a_message_line_by_line(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*ESCALATION, "y", "f2")
        step = d.step
        d.shows("Il n’y a pas de texte à lire.")
        await d.mash(*"Nom : Zoé", "enter", *"Gamme : IdeaPad", "f2")
        d.shows("✓ Nom", "✓ Gamme Idea d’après « IdeaPad »")
        await d.press("escape")
        d.shows("Gamme : IdeaPad")
        await d.press("ctrl+s", "enter")
        assert d.app.screen is d.desk
        assert recorded(d) == {"customer_name": "Zoé", "product_line": "idea"}
        await d.mash("y", *"nouveau")
        d.shows("nouveau")
        await d.press("escape")
        assert d.app.screen is d.desk
        assert d.step == step


async def test_a_case_begins_with_a_message_pasted_on_home(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        d.send_paste(WORK_ORDER)
        await d.mash("2", "enter")
        assert d.case.flow == "field_visit"
        assert d.fact("customer_name") == "Zoé L’Hermite"
        assert d.fact("customer_phone") == "+33612345678"
        assert d.fact("model_number") == "21HMCTO1WW"
        assert len(d.case.ledger) == 6
        d.shows("Noté d’après le message : 6")


async def test_what_is_pasted_on_home_begins_nothing_unless_it_is_taken(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press("y")
        await d.type("Nom : Zoé L’Hermite")
        await d.press("ctrl+s")
        d.shows("Quelle procédure", "1 Messages des réseaux sociaux", "2 Visite sur site")
        await d.press("down", "enter")
        d.shows("✓ Nom", "ouvrir le dossier (1)")
        await d.press("escape")
        d.shows("Quelle procédure")
        await d.press("escape", "escape")
        assert d.app.screen is d.app.home
        assert not list(d.data.glob("open/*"))


async def test_a_case_that_cannot_begin_leaves_the_message_in_view(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.paste(WORK_ORDER)
        await d.press("2")
        with full_disk():
            await d.press("enter")
            assert isinstance(d.app.screen, PasteScreen)
            d.shows("!", "✓ Nom")
        await d.press("enter")
        assert d.fact("customer_name") == "Zoé L’Hermite"


async def test_another_paste_takes_the_place_of_the_first(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await d.press(*ESCALATION)
        await d.paste(FR)
        await d.paste("Nom : Zoé")
        d.hides("Durand")
        await d.press("enter")
        assert recorded(d) == {"customer_name": "Zoé"}


@pytest.mark.parametrize("size", [(40, 10), (60, 18), (80, 24)])
@pytest.mark.parametrize("length", [1, 200])
async def test_proposals_stay_in_view_however_small_the_window(
    tmp_path: Path, size: tuple[int, int], length: int
) -> None:
    async with desk(tmp_path, size=size) as d:
        await d.press(*ESCALATION)
        await d.paste(f"{FR}\n" + "Une autre ligne sans rien.\n" * length)
        for _ in range(6):
            assert d.cursor_row.strip()[0].isdigit(), d.screen_text()
            await d.press("down")
        await d.press("e")
        d.shows("Nom")
        await d.press("escape", "enter")
        assert recorded(d) == SIX


@pytest.mark.parametrize(
    "text", ["", " \n\t ", "\x1b[31m\x07", "[/x] [@click=app.quit]", "‮‮", "x" * 200_000]
)
async def test_a_paste_of_no_message_does_no_harm(tmp_path: Path, text: str) -> None:
    async with desk(tmp_path) as d:
        await d.press(*ESCALATION)
        before = len(d.events())
        await d.paste(text)
        assert d.app._exception is None
        assert not set(d.screen_text()) & set("\x1b\x07\u202e")
        await d.press("escape")
        assert d.app.screen is d.desk
        assert len(d.events()) == before


async def test_no_message_is_read_in_a_mock_call(tmp_path: Path) -> None:
    async with desk(tmp_path) as d:
        await begin(d, FLOPPY)
        await d.paste(FR)
        assert d.app.screen is the_desk(d)
        d.shows("Aucun message n’est lu dans un appel d’entraînement")
        await d.press("escape", "y")
        d.shows("Aucun message n’est lu dans un appel d’entraînement")
