"""Which phrases wait for a setting: those with a blank that no fact of their flow fills."""

from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.ports import Library
from lenovo_desk.core.wording.books import COUNTRY_BLANKS


class SettingUse(NamedTuple):
    """A phrase that a setting fills."""

    flow: str
    phrase: str
    steps: tuple[str, ...]
    """The steps that say it."""


def setting_uses(library: Library) -> dict[str, tuple[SettingUse, ...]]:
    """Return the phrases that each setting fills, in any language, by its name.

    They are in the order of the flows; a flow with problems uses nothing.
    """
    uses: dict[str, dict[tuple[str, str], SettingUse]] = {}
    for card in library.cards():
        if card.problems:
            continue
        flow = library.flow(card.id)
        for language in library.languages():
            for phrase in library.book(flow.id, language).phrases.values():
                for blank in phrase.blanks():
                    name = "country" if blank in COUNTRY_BLANKS else blank
                    if name not in flow.facts:
                        steps = tuple(
                            step.id
                            for step in flow.steps.values()
                            if any(line.phrase == phrase.id for line in step.say)
                        )
                        use = SettingUse(flow.id, phrase.id, steps)
                        uses.setdefault(name, {}).setdefault((flow.id, phrase.id), use)
    return {name: tuple(each.values()) for name, each in uses.items()}
