"""What the find box finds in the step at hand, and in the case around it."""

from functools import partial

from lenovo_desk.core.model.intents import CopyPhrase
from lenovo_desk.core.step_parts import ChoiceView, PhraseView
from lenovo_desk.core.wording.books import Phrase, fill_phrase
from lenovo_desk.core.wording.sentences import filled
from lenovo_desk.tui.desk.case_on_screen import CaseOnScreen
from lenovo_desk.tui.finding.content_rows import FoundRow
from lenovo_desk.tui.kit.pages.page import Page, Paragraph
from lenovo_desk.tui.kit.pages.picker_rows import PickerRow


def here_rows(case: CaseOnScreen) -> list[FoundRow]:
    """Return the ways, ticks, facts and phrases of the step; finding one puts it in view."""
    words, view = case.words, case.view
    group, shows = words["find.here"], words["find.shows"]
    rows: list[FoundRow] = []
    for offer in view.offers:
        show, detail = partial(_show_offer, case, offer), offer.locked or offer.target
        rows.append(
            PickerRow(
                offer.title, show, detail, "", words["find.way"], group, shows, bool(offer.locked)
            )
        )
    for fact in view.facts:
        ask = partial(case.ask_fact, fact.id)
        rows.append(_fact_row(case, fact.title, fact.text, ask, group))
    for item in view.items:
        tell = partial(_tell, case, item.title)
        rows.append(PickerRow(item.title, tell, "", "", words["find.tick"], group, shows))
    for number, phrase in enumerate(view.phrases):
        show = partial(_show_phrase, case, number)
        rows.append(_phrase_row(case, phrase, show, group, shows))
    return rows


def fact_rows(case: CaseOnScreen, group: str) -> list[FoundRow]:
    """Return the facts of the open flows that the step does not ask for; Enter opens the line."""
    asked_here = {fact.id for fact in case.view.facts}
    rows: list[FoundRow] = []
    keys_listed = {case.view.flow.key(name) for name in asked_here}
    for frame in reversed(case.session.case.here.stack):
        flow = case.session.flows[frame.flow]
        book = case.shell.library.book(flow.id, case.shell.language)
        for name, spec in flow.facts.items():
            if not (spec.derive or spec.chosen) and flow.key(name) not in keys_listed:
                keys_listed.add(flow.key(name))
                ask = partial(case.ask_fact, name)
                rows.append(_fact_row(case, book.facts[name], book.title, ask, group))
    return rows


def filled_phrases(case: CaseOnScreen, name: str, group: str) -> list[FoundRow]:
    """Return the phrases of a flow of the case, filled, but for those of the step at hand."""
    shell, session = case.shell, case.session
    book = shell.library.book(name, session.case.language)
    in_step = {phrase.id for phrase in case.view.phrases} if name == case.view.flow.id else ()
    rows: list[FoundRow] = []
    for phrase in book.phrases.values():
        if phrase.id not in in_step:
            text = fill_phrase(phrase, book, session.flows[name], session.case).text
            read = partial(_read_phrase, case, name, phrase)
            rows.append(_phrase_row_of(case, phrase.authority, text, read, group))
    return rows


def _fact_row(
    case: CaseOnScreen, title: str, detail: str, ask: "partial[None]", group: str
) -> FoundRow:
    words = case.words
    return PickerRow(title, ask, detail, "", words["find.fact"], group, words["find.records"])


def _phrase_row(
    case: CaseOnScreen, phrase: PhraseView, show: "partial[None]", group: str, does: str
) -> FoundRow:
    row = _phrase_row_of(case, phrase.authority, phrase.text, show, group)
    return row._replace(does=does)


def _phrase_row_of(
    case: CaseOnScreen, authority: str, text: str, read: "partial[None]", group: str
) -> FoundRow:
    words = case.words
    origin, preview = words[f"authority.{authority}"], partial(str, text)
    does = words["find.reads"]
    return PickerRow(text, read, origin, preview, words["find.phrase"], group, does)


def _show_offer(case: CaseOnScreen, offer: ChoiceView) -> None:
    """Put the cursor on a way on; it is not taken."""
    case.hand = case.hand._replace(cursor=offer.number)
    _tell(case, offer.title)


def _show_phrase(case: CaseOnScreen, number: int) -> None:
    case.hand = case.hand._replace(phrase=number)
    case.say(case.words["find.phrase_shown"])


def _tell(case: CaseOnScreen, name: str) -> None:
    case.say(filled(case.words["find.shown"], {"name": name}))


def _read_phrase(case: CaseOnScreen, flow: str, phrase: Phrase) -> None:
    """Show a phrase of another step in full; it is copied if the engine allows it here."""
    session, words = case.session, case.words
    book = case.shell.library.book(flow, session.case.language)
    whole = fill_phrase(phrase, book, session.flows[flow], session.case)
    page: list[Paragraph] = [
        (words[f"authority.{phrase.authority}"], "dim"), ("", "plain"), (whole.text, "strong")
    ]  # fmt: skip

    def copy() -> tuple[str, bool]:
        intent = CopyPhrase(
            phrase.id, book.language, whole.text, phrase.authority, whole.missing, whole.blanks
        )
        outcome = case.do(intent)
        if outcome.event is None:
            return outcome.problem, True
        return case.shell.copy(whole.text), False

    case.shell.push_screen(Page(page, True, copy))
