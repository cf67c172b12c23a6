"""The key commands of a case; each reads the step once and paints once."""

from lenovo_desk.core.model import intents as it
from lenovo_desk.core.model.taken_back import taken_back_choices
from lenovo_desk.tui.desk.case_on_screen import CHOOSE, CaseOnScreen
from lenovo_desk.tui.desk.case_screen import CaseScreen
from lenovo_desk.tui.desk.wording_guard import REPLY

NEAREST = 3
"""How many answers that no longer count are named."""


def copy_phrase(case: CaseOnScreen) -> None:
    """Copy the phrase in view; one that names somebody in public opens as a reply, marked."""
    view = case.view
    if not view.phrases:
        case.show(case.words["desk.no_phrase"], alert=True)
        return
    phrase = view.phrases[case.hand.phrase % len(view.phrases)]
    outcome = case.do(phrase.copy_intent())
    if outcome.event is None:
        if outcome.code == "personal_in_public" and not case.session.case.drafts.get(REPLY):
            case.write_reply()
        case.say(outcome.problem, alert=True)
    else:
        case.say(case.shell.copy(phrase.text))


def show_next_phrase(case: CaseOnScreen) -> None:
    """Show the next phrase of the step."""
    case.hand = case.hand._replace(phrase=case.hand.phrase + 1)
    case.paint("column")


def switch_language(case: CaseOnScreen) -> None:
    """Show the phrases in the next language."""
    languages = case.shell.library.languages()
    current = case.session.case.language
    index = languages.index(current) if current in languages else -1
    if languages:
        case.carry_out(it.SwitchLanguage(languages[(index + 1) % len(languages)]))


def go_back(case: CaseOnScreen) -> None:
    """Step back; recorded facts stay."""

    def lapsed() -> str:
        """Return which later answers no longer count, in words: the nearest, and how many more."""
        names = []
        for answer in taken_back_choices(case.session.flows, case.session.case):
            book = case.shell.library.book(answer.flow, case.shell.language)
            names.append(book.steps[answer.step].choices[answer.choice])
        more = f" (+{len(names) - NEAREST})" if len(names) > NEAREST else ""
        nearest = " · ".join(names[:NEAREST]) + more
        return case.words["desk.no_longer"].format(names=nearest) if names else ""

    case.move(it.StepBack(), tell=lapsed)


def toggle_hold(case: CaseOnScreen) -> None:
    """Put the customer on hold, or end the hold."""
    case.carry_out(it.ToggleHold())


def choose_under_cursor(case: CaseOnScreen) -> None:
    """Take the offer under the cursor; never by the Enter that has just closed the line."""
    if case.confirming == CHOOSE:
        case.say(case.words["desk.enter_spent"])
    else:
        case.choose(case.hand.number(case.view.offers))


def write_note(case: CaseScreen) -> None:
    """Open the line for a note; the phrase stays in view."""
    case.line.note()


def write_reply(case: CaseScreen) -> None:
    """Open the line for a reply in the agent's own words."""
    case.line.reply()
