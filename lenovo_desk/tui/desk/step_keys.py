"""Which keys matter at a step now, and in which order the others are offered.

Pure: it reads a view of the step. What has to be done comes in the order in which the screen shows
it, what a locked way waits for before all else; once nothing is left to do, the ways themselves.
"""

from lenovo_desk.core.model.flow import WRITTEN
from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.step_parts import PhraseView
from lenovo_desk.core.step_view import StepView

COPY, FILL, TICK, WAYS = "desk.copy", "desk.fill", "desk.tick", "ways"
"""Commands of a case; `WAYS` stands for the digits of the ways on."""
WRAP_UP_KEY = "desk.wrap_up"
MOST = 2
"""How many keys can matter at once."""
_WAITING_FOR = {"needs_fact": FILL, "needs_fact_when": FILL, "needs_item": TICK}
"""The command that does away with a reason, by its code."""


class KeyInTurn(NamedTuple):
    """A key that has something to do at the step."""

    id: str
    """A command, or `WAYS`."""
    name: str = ""
    """What it does that to: a fact, an item, the only way; empty when there is no one thing."""


def setting_gaps(view: StepView, shown_phrase: int, passed: str) -> tuple[str, ...]:
    """Return the settings that fill the gaps of the phrase in view, if the key fills those next.

    A fact of the step that the phrase or a locked way waits for comes first: what is typed for it
    without looking must not land in a setting. `passed` is what was left unfilled at this step,
    `settings` or `facts`: the other comes next. A mock call has values to practise with.
    """
    if passed == "settings" or view.mock or not view.phrases:
        return ()
    missing, awaited = view.phrases[shown_phrase % len(view.phrases)].missing, _awaited(view)
    for fact in view.facts if passed != "facts" else ():
        if fact.open and fact.value is None and (fact.id in missing or (FILL, fact.id) in awaited):
            return ()
    return tuple(name for name in missing if name not in view.flow.facts)


def keys_in_turn(view: StepView, shown_phrase: int, passed: str = "") -> tuple[KeyInTurn, ...]:
    """Return the keys with something left to do at a step, the most urgent first.

    `shown_phrase` counts the phrases from 0, round the end; `passed` is as in `setting_gaps`.
    """
    phrase = view.phrases[shown_phrase % len(view.phrases)] if view.phrases else None
    gaps = setting_gaps(view, shown_phrase, passed)
    facts = [fact for fact in view.facts if fact.open and fact.value is None]
    items = [item for item in view.items if item.open and item.ticked is None]
    keys = []
    own = [name for name in phrase.missing if name in view.flow.facts] if phrase else []
    if phrase and not phrase.locked and (gaps or own):
        keys.append(KeyInTurn(FILL, view.blank_title((*gaps, *own)[0])))
    elif phrase and to_copy(phrase, view):
        keys.append(KeyInTurn(COPY))
    awaited = _awaited(view)
    open_facts = KeyInTurn(FILL, facts[0].title) if facts else None
    open_items = KeyInTurn(TICK, items[0].title) if items else None
    needed = any((FILL, fact.id) in awaited for fact in facts)
    owed = any(item.again or (TICK, item.id) in awaited for item in items)
    for key in (needed and open_facts, owed and open_items, open_facts, open_items):
        if key and key.id not in {each.id for each in keys}:
            keys.append(key)
    open_ways = [offer.title for offer in view.offers if offer.open]
    if open_ways and not waits(view):
        keys.append(KeyInTurn(WAYS, open_ways[0] if len(open_ways) == 1 else ""))
    return tuple(keys)


def matter_now(view: StepView, shown_phrase: int, passed: str = "") -> tuple[KeyInTurn, ...]:
    """Return the keys that matter at a step now: one, or two that ways on wait for."""
    keys = keys_in_turn(view, shown_phrase, passed)
    awaited = {id for id, _ in _awaited(view)}
    return keys[: MOST if {key.id for key in keys[:MOST]} <= awaited else 1]


def waits(view: StepView) -> bool:
    """Return whether a wait is still running at a step."""
    return view.wait is not None and view.wait.left > 0


def _awaited(view: StepView) -> set[tuple[str, str]]:
    """Return what locked ways wait for: commands, each with the fact or item it would do."""
    return {
        (_WAITING_FOR[reason.code], reason.id)
        for choice in view.choices
        for reason in choice.reasons
        if reason.code in _WAITING_FOR
    }


def likely(view: StepView, live: int) -> tuple[str, ...]:
    """Return the other commands, the likeliest at a step first; `live` counts the live cases."""
    written = any(phrase.via in WRITTEN for phrase in view.phrases)
    waiting = waits(view)
    order: list[tuple[str, bool]] = [
        (WRAP_UP_KEY, view.case.hung_up),
        (WAYS, True),
        ("mock.ask", bool(view.facts)),
        ("mock.clock", waiting),
        (COPY, True),
        ("desk.next_phrase", True),
        (FILL, bool(view.facts)),
        (TICK, any(item.ticked is None for item in view.items)),
        ("desk.tick_all", True),
        ("desk.reply", written),
        ("desk.note", True),
        ("desk.park", waiting),
        ("desk.home", waiting or live > 1),
        ("desk.back", True),
        ("desk.hold", not written and view.hold is not None),
        ("desk.find", True),
        ("desk.paste", written and not view.known),
        ("desk.hold", not written),
        ("desk.park", True),
        ("desk.cards", True),
        ("desk.summary", True),
        (WRAP_UP_KEY, True),
    ]
    return tuple(dict.fromkeys(id for id, likely in order if likely))


def to_copy(phrase: PhraseView, view: StepView) -> bool:
    """Return whether a phrase is still to be copied: what is spoken need not be, except in a call
    with a scripted customer, who hears nothing else.
    """
    if phrase.locked or phrase.missing or not (phrase.via in WRITTEN or view.mock):
        return False
    since, case = view.case.here.entered.utc, view.case
    copied = any(used.text == phrase.text and used.at.utc >= since for used in case.used)
    return not copied and not any(reply.at.utc >= since for reply in case.replies)
