"""Combine customer cards with their words, and check both."""

from collections.abc import Iterable, Mapping

from lenovo_desk.content.folders import FLOWS, SCRIPTS
from lenovo_desk.content.formats.documents import CARDS, ParsedFile
from lenovo_desk.content.yaml.problems import TOP, FilePlace, Placed, Report, nearest
from lenovo_desk.core.model.flow import Plain
from lenovo_desk.core.wording.books import humanise

ENGLISH, SPOKEN = "en", "zh"
"""The language of `flows/cards.yaml`, and that of the source documents."""
_PROPOSED = "proposed"


def read_cards(
    sheets: Mapping[tuple[str, str], ParsedFile], languages: Iterable[str]
) -> dict[str, list[Plain]]:
    """Return the cards by language, ordered by group, and report their problems.

    `sheets` are the parsed files by folder and name.
    """
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
    """Report missing words of cards and groups, and words of unknown ones."""
    for kind, code in (("cards", "unknown-card"), ("groups", "unknown-group")):
        names, words = own.get(kind, {}), plain.get(kind, {})
        for name in words:
            if name not in names:
                report.add(code, name, nearest(name, names), name=name)
        for name in names:
            if name not in words:
                what = f'The {kind[:-1]} "{name}"'
                report.add("missing-words", _place(plain, kind), what=what, language=language)
    for name, card in plain.get("cards", {}).items():
        if "signs" in own.get("cards", {}).get(name, {}) and "signs" not in card:
            what = f'The signs of card "{name}"'
            report.add("missing-words", name, what=what, language=language)


def _place(plain: Plain, key: str) -> FilePlace:
    return next((name for name in plain if name == key and isinstance(name, Placed)), TOP)


def _worded(own: Plain, words: Plain, language: str) -> list[Plain]:
    """Return the cards with the words of a language; English fills gaps.

    Only the wording of the source document (004), in its own language, can be a reference.
    """
    groups, cards_in_order = {**own.get("groups", {}), **words.get("groups", {})}, []
    order = {group: number for number, group in enumerate(groups)}
    cards = own.get("cards", {}).items()
    for name, card in sorted(cards, key=lambda entry: order.get(entry[1].get("group"), len(order))):
        own_words = words.get("cards", {}).get(name, {})
        text = own_words if {"title", "advice"} <= own_words.keys() else card
        if not {"title", "advice"} <= text.keys():
            continue
        is_document_wording = language == SPOKEN and text is own_words
        group = card.get("group", "")
        cards_in_order.append(
            {
                "id": name,
                "group": groups.get(group, humanise(group)),
                "title": text["title"],
                "signs": text.get("signs", ""),
                "advice": text["advice"],
                "authority": card.get("authority", _PROPOSED) if is_document_wording else _PROPOSED,
                "source": card.get("source", ""),
            }
        )
    return cards_in_order
