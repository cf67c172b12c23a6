"""Short dialogs of a case: zoom, parking, another flow, record, summary."""

from functools import partial

from lenovo_desk.core.engine.mock_rules import MOCK
from lenovo_desk.core.engine.parking import parked_until, wished
from lenovo_desk.core.model import intents as it
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.summary import summary
from lenovo_desk.core.wording.sentences import dated_text, filled
from lenovo_desk.search.customer_marks import customer_key, problem_key
from lenovo_desk.tui.desk.case_commands import copy_phrase
from lenovo_desk.tui.desk.case_on_screen import (
    CaseOnScreen,
    drafted,
    keep_draft,
    outcome_of,
    parked_message,
    reason_text,
)
from lenovo_desk.tui.kit.pages.form import Ask, Form, Wrong
from lenovo_desk.tui.kit.pages.page import Page, Paragraph
from lenovo_desk.tui.kit.pages.picker import Picker
from lenovo_desk.tui.kit.pages.picker_rows import PickerRow
from lenovo_desk.tui.kit.pages.translated_page import SpokenPage
from lenovo_desk.tui.shell import ShowMessage


def zoom(case: CaseOnScreen) -> None:
    """Show the phrase in view alone, full screen."""
    from lenovo_desk.tui.desk.painters.phrase_panel import message_size, say_label

    words = case.words
    if not case.view.phrases:
        case.show(words["desk.no_phrase"], alert=True)
        return
    phrase = case.view.phrases[case.hand.phrase % len(case.view.phrases)]
    parts = (say_label(phrase, words), message_size(phrase.text, phrase.via, words))
    label = "  ".join(part for part in parts if part)
    page = [(label, "dim"), ("", "plain"), (phrase.text, "strong")]

    def copy() -> tuple[str, bool]:
        copy_phrase(case)
        return case.message, case.alert

    case.shell.push_screen(Page(page, True, copy))


def park(case: CaseOnScreen) -> None:
    """Ask for a reason and a time, then park the case."""
    case.flush_draft()
    words, shell = case.words, case.shell

    before, wish = case.session.case, None

    def check(answers: list[str]) -> str | Wrong:
        nonlocal wish
        intent = it.ParkCase(*answers)
        wish = wished(case.session.flows, before, intent, case.session.now())
        outcome = outcome_of(case, lambda: case.session.do(intent))
        return Wrong(outcome.problem, 0 if outcome.about == "reason" else 1)

    def parked(done: bool | None) -> None:
        if done:
            now = case.session.now().utc
            case.release_case(parked_message(words, case.session.case, wish, now))

    def read(text: str) -> str:
        flows, now = case.session.flows, case.session.now()
        moment = parked_until(flows, before, text, now) if text else Reason("empty")
        if isinstance(moment, Reason):
            return ""
        from lenovo_desk.core.time.moments import iso

        dated = dated_text(words, iso(moment, before.zone))
        return filled(words["park.read_as"], {"moment": dated})

    until = words["park.until_hint"]
    asks = [
        Ask(
            words["park.reason"],
            drafted(case, "park.reason"),
            draft="park.reason",
            wrong=lambda text: "" if text else reason_text(case, Reason("empty", "reason")),
        ),
        Ask(words["park.until"], drafted(case, "park.until"), until, draft="park.until", read=read),
    ]
    keep = partial(keep_draft, case)
    form = Form(words["park.title"], asks, check, words["park.enter"], keep=keep)
    shell.push_screen(form, parked)


def pick_flow(case: CaseOnScreen, first: str | None = None) -> None:
    """Open another flow inside the case, which returns to this step.

    The cursor is at the flow `first`, if it can be opened.
    """
    words, shell = case.words, case.shell
    opened = {frame.flow for frame in case.session.case.here.stack}
    role = shell.settings.current.agent.role
    cards = sorted(shell.library.cards(), key=lambda card: role not in card.roles)
    rows = [
        PickerRow(card.titles.get(shell.language, card.titles["en"]), card.id)
        for card in cards
        if card.id not in opened and not card.problems
    ]

    def picked(flow: str | None) -> None:
        if flow is not None:
            case.move(it.EnterFlow(flow))

    shell.push_screen(Picker(words["desk.open_flow"], rows, words["pick.hint"], first), picked)


def show_record_of(case: CaseOnScreen) -> None:
    """Write and show the record of the case."""
    case.flush_draft()
    write_record(case, case.show)


def write_record(case: CaseOnScreen, tell: ShowMessage) -> None:
    """Write and show the record of the case, or tell why that fails.

    A mock call has no record.
    """
    from lenovo_desk.tui.log.record_page import show_record

    if case.session.case.mode == MOCK:
        tell(case.words["mock.not_here"], True)
    else:
        show_record(case.shell, case.session.case.id, tell)


def summary_text(case: CaseOnScreen, language: str) -> str:
    """Return the summary of a case in a language, who the customer is and what for first."""
    session, library = case.session, case.shell.library
    flows, facts = session.flows.values(), session.case.ledger
    first = (customer_key(flows, facts), problem_key(flows, facts))
    return summary(session, library, library.words(language), language, first)


def show_summary(case: CaseOnScreen) -> None:
    """Show a summary of the case, ready to paste."""
    case.flush_draft()
    shell = case.shell

    def render(language: str) -> tuple[list[Paragraph], str]:
        words = shell.library.words(language)
        text = summary_text(case, language)
        lines: list[Paragraph] = [(line, "plain") for line in text.split("\n")]
        return [(words["summary.title"], "title"), ("", "plain"), *lines], text

    shell.push_screen(SpokenPage(shell, render))
