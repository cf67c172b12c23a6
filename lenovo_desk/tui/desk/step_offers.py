"""The row of keys at a step, in words: what matters now, then the other commands."""

from collections.abc import Mapping, Sequence

from lenovo_desk.core.step_view import StepView
from lenovo_desk.core.wording.sentences import filled
from lenovo_desk.tui.command_words import label
from lenovo_desk.tui.commands import BY_ID, KeyCommand, keys_of
from lenovo_desk.tui.desk.step_keys import COPY, TICK, WAYS, KeyInTurn, likely
from lenovo_desk.tui.digits import TEN
from lenovo_desk.tui.kit.hint_row import KeyOffer

Words = Mapping[str, str]


def step_offers(
    view: StepView,
    matter: Sequence[KeyInTurn],
    commands: Sequence[KeyCommand],
    live: int,
    words: Words,
    remapped: Mapping[str, str],
) -> list[KeyOffer]:
    """Return the keys that `matter`, then `commands`, the likeliest first.

    `live` counts the live cases.
    """
    offers = [_in_turn(key, view, words, remapped) for key in matter]
    others = {command.id: command for command in commands}
    rank = {id: place for place, id in enumerate(likely(view, live))}
    ids = sorted((*others, WAYS), key=lambda id: rank.get(id, len(rank)))
    for id in ids:
        if id in {key.id for key in matter} or (id == WAYS and not view.offers):
            continue
        text = words["commands.choose"] if id == WAYS else label(others[id].word, words)
        keys = _digits(view) if id == WAYS else keys_of(id, remapped)
        offers.append(KeyOffer(keys, text))
    return [offer for offer in offers if offer.keys]


def _in_turn(key: KeyInTurn, view: StepView, words: Words, remapped: Mapping[str, str]) -> KeyOffer:
    short = words["commands.choose"] if key.id == WAYS else label(BY_ID[key.id].word, words)
    keys = keys_of(key.id, remapped) if key.id != WAYS else _digits(view, only=bool(key.name))
    if key.id == TICK and key.name:
        return KeyOffer(keys, filled(words["step_keys.tick"], {"item": key.name}), True, short)
    if key.id == COPY and view.mock:
        return KeyOffer(keys, words["step_keys.say"], True, short)
    return KeyOffer(keys, key.name or short, True, short)


def _digits(view: StepView, only: bool = False) -> str:
    """Return the digits of the ways on as they are shown, those of the open ones with `only`."""
    numbers = [offer.number for offer in view.offers if offer.open or not only]
    numbers = [number for number in numbers if number <= TEN]
    ends = [str(number % TEN) for number in dict.fromkeys(numbers[:1] + numbers[-1:])]
    return "-".join(ends)
