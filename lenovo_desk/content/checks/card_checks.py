"""Customer cards with their words, and what can be wrong with them."""

from collections.abc import Iterable, Mapping

from lenovo_desk.content.folders import FLOWS, SCRIPTS
from lenovo_desk.content.formats.documents import CARDS, ParsedFile
from lenovo_desk.content.yaml.problems import TOP, FilePlace, Placed, Report, nearest
from lenovo_desk.core.model.flow import Plain
from lenovo_desk.core.wording.books import humanise

ENGLISH, SPOKEN = "en", "zh"
"""The language of flows/cards.yaml, and that of the documents: theirs alone can be a reference."""
_PROPOSED = "proposed"


def read_cards(
    sheets: Mapping[tuple[str, str], ParsedFile], languages: Iterable[str]
) -> dict[str, list[Plain]]:
    """Return the cards by language, in the order of their groups; every problem is noted."""
    main = sheets.get((FLOWS, CARDS))
    own = main.plain if main else {}
    if main:
        _check(own, main.report)
    cards = {ENGLISH: _worded(own, {}, ENGLISH)}
    for language in languages:
        script = sheets.get((f"{SCRIPTS}{language}", CARDS))
        if script and "cards" in script.plain and ("cards" in own or not main):
            _check_script(script.plain, own, language, script.report)
        elif main and not script:
            main.report.add("no-script", TOP, file=f"{SCRIPTS}{language}/{CARDS}.yaml")
        cards[language] = _worded(own, script.plain if script else {}, language)
    return cards


def _check(plain: Plain, report: Report) -> None:
    groups = plain.get("groups", {})
    used = {card.get("group") for card in plain.get("cards", {}).values()}
    for name, card in plain.get("cards", {}).items():
        if "group" in card and card["group"] not in groups:
            group = card["group"]
            report.add("unknown-group", group, nearest(group, groups), name=group)
        if card.get("authority") == "reference" and "source" not in card:
            report.add("no-source", name, name=name)
    for group in groups:
        if group not in used:
            report.add("unused-group", group, name=group)


def _check_script(plain: Plain, own: Plain, language: str, report: Report) -> None:
    """Note words of cards that are missing in a language, or of cards there are none of."""
    for kind, code in (("cards", "unknown-card"), ("groups", "unknown-group")):
        known, given = own.get(kind, {}), plain.get(kind, {})
        for name in given:
            if name not in known:
                report.add(code, name, nearest(name, known), name=name)
        for name in known:
            if name not in given:
                what = f'The {kind[:-1]} "{name}"'
                report.add("missing-words", _place(plain, kind), what=what, language=language)
    for name, card in plain.get("cards", {}).items():
        if "signs" in own.get("cards", {}).get(name, {}) and "signs" not in card:
            what = f'The signs of card "{name}"'
            report.add("missing-words", name, what=what, language=language)


def _place(plain: Plain, key: str) -> FilePlace:
    return next((name for name in plain if name == key and isinstance(name, Placed)), TOP)


def _worded(own: Plain, words: Plain, language: str) -> list[Plain]:
    """Return the cards with the words of a language, English ones where it has none.

    What is not the wording of the document itself is a proposal.
    """
    groups, found = {**own.get("groups", {}), **words.get("groups", {})}, []
    order = {group: number for number, group in enumerate(groups)}
    cards = own.get("cards", {}).items()
    for name, card in sorted(cards, key=lambda one: order.get(one[1].get("group"), len(order))):
        given = words.get("cards", {}).get(name, {})
        text = given if {"title", "advice"} <= given.keys() else card
        if not {"title", "advice"} <= text.keys():
            continue
        the_source_s = language == SPOKEN and text is given
        group = card.get("group", "")
        found.append(
            {
                "id": name,
                "group": groups.get(group, humanise(group)),
                "title": text["title"],
                "signs": text.get("signs", ""),
                "advice": text["advice"],
                "authority": card.get("authority", _PROPOSED) if the_source_s else _PROPOSED,
                "source": card.get("source", ""),
            }
        )
    return found
