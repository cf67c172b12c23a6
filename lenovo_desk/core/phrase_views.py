"""Phrases as a step shows them and as they are copied, their blanks filled."""

from lenovo_desk.core.engine.session import Session
from lenovo_desk.core.model.case import Case, flow_here
from lenovo_desk.core.model.flow import Flow
from lenovo_desk.core.model.intents import CopyPhrase
from lenovo_desk.core.ports import Library
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.step_parts import PhraseView
from lenovo_desk.core.wording.books import Book, Phrase, fill_phrase


def phrase_view(
    phrase: Phrase,
    case_book: Book,
    flow: Flow,
    case: Case,
    via: str = "",
    reasons: tuple[Reason, ...] = (),
    locked: str = "",
) -> PhraseView:
    """Return a phrase of a book as a step shows it, its blanks filled."""
    text, missing, blanks = fill_phrase(phrase, case_book, flow, case)
    language, authority = case_book.language, phrase.authority
    return PhraseView(phrase.id, language, authority, via, text, missing, reasons, locked, blanks)


def copy_intent(library: Library, session: Session, phrase: str) -> CopyPhrase:
    """Return the intent to copy a phrase; its text is empty when the case's language lacks it."""
    case, flow = session.case, flow_here(session.flows, session.case)
    case_book = library.book(flow.id, case.language)
    if phrase not in case_book.phrases:
        return CopyPhrase(phrase, case.language, "", "")
    return phrase_view(case_book.phrases[phrase], case_book, flow, case).copy_intent()
