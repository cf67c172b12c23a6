"""Cards on customers stand over the live case: found, read, left, and nothing has moved."""

from pathlib import Path

import pytest

from tests.tui.driver import Driver, desk
from tests.tui.own_words import own_library
from tests.tui.scenes import DELAYED

pytestmark = pytest.mark.slow


def listed(d: Driver) -> list[str]:
    """Return the titles listed, in order."""
    titles = ("Bruyant", "Sûr de lui", "Rester calme")
    rows = [(at, one) for one in titles for at, row in enumerate(d.rows[1:-8]) if one in row]
    return [one for _, one in sorted(rows)]


async def test_i_lists_the_cards_by_group_with_the_advice_and_whose_it_is(tmp_path: Path) -> None:
    async with desk(tmp_path, content=own_library()) as d:
        await d.press(*DELAYED, "i")
        assert listed(d) == ["Rester calme", "Bruyant", "Sûr de lui"], "as the groups stand"
        d.shows("Conseils face au client", "Habitudes · proposition", "Respirez.")
        await d.press("down")
        d.shows("À quoi le reconnaître : Il crie.", "Écoutez.", "Puis parlez.")


@pytest.mark.parametrize(("language", "words"), [("fr", "Clients · proposition"),
                                                 ("zh", "难于应付的客户 · 参考"),
                                                 ("en", "Customers · proposed")])  # fmt: skip
async def test_only_the_document_s_own_language_says_it_is_its_model(
    tmp_path: Path, language: str, words: str
) -> None:
    async with desk(tmp_path, content=own_library(), language=language) as d:
        await d.press(*DELAYED, "i")
        d.shows(words)


async def test_typing_narrows_and_enter_shows_one_whole(tmp_path: Path) -> None:
    async with desk(tmp_path, content=own_library()) as d:
        await d.press(*DELAYED)
        count = len(d.events())
        await d.mash("i", *"approuvez", "enter")
        d.shows("Sûr de lui", "Clients · proposition", "Approuvez [d’abord].").hides("Respirez")
        await d.press("escape")
        assert len(listed(d)) == 3, "Esc leads back to the list"
        await d.press("escape")
        assert d.app.screen is d.desk
        d.shows("Client satisfait")
        assert (len(d.events()), d.step) == (count, "delayed_support"), "nothing moved"


async def test_a_card_is_read_while_the_clock_runs_and_the_draft_is_kept(tmp_path: Path) -> None:
    async with desk(tmp_path, content=own_library()) as d:
        await d.press(*DELAYED, "n")
        await d.type("i")
        assert d.desk.entry.text == "i", "in a note it is a letter"
        await d.press("escape", "i", "enter", "escape", "escape", "n")
        assert d.desk.entry.text == "i"


async def test_the_palette_leads_to_the_cards(tmp_path: Path) -> None:
    async with desk(tmp_path, content=own_library()) as d:
        await d.press(*DELAYED, "ctrl+p")
        await d.type("conseils")
        await d.press("enter")
        d.shows("Conseils face au client", "Rester calme")


async def test_a_desk_without_cards_says_so(tmp_path: Path) -> None:
    class Without:
        def __getattr__(self, name: str) -> object:
            return getattr(own_library(), name)

        def customer_cards(self, language: str) -> tuple[()]:
            return ()

    async with desk(tmp_path, content=Without()) as d:  # type: ignore[arg-type]  # by delegation
        await d.press(*DELAYED, "i")
        assert d.app.screen is d.desk
        assert d.last_row == "! Aucun conseil disponible."


async def test_the_list_is_asked_for_in_the_turn_of_the_key(tmp_path: Path) -> None:
    async with desk(tmp_path, content=own_library()) as d:
        await d.press(*DELAYED)
        d.desk.action_command("desk.cards")
        assert d.app.screen is not d.desk
        await d.settle()
