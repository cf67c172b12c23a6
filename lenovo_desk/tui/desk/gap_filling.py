"""Fills the gap of the phrase in view: `f` opens the fact or the setting that it waits for."""

from lenovo_desk.core.engine.gates import fact_verdict, open_fact
from lenovo_desk.core.setting_uses import setting_uses
from lenovo_desk.core.step_parts import PhraseView
from lenovo_desk.core.wording.sentences import filled, name_list
from lenovo_desk.tui.desk.case_screen import CaseScreen
from lenovo_desk.tui.desk.settings_now import take_settings
from lenovo_desk.tui.desk.step_keys import setting_gaps
from lenovo_desk.tui.setup.setting_forms import edit_settings


def fill_gap(case: CaseScreen) -> None:
    """Open what the phrase in view waits for: a fact of this step first, then a setting.

    Without such a gap, and after its form has been left unfilled at this step, the facts of the
    step are asked for: nobody who lacks a number is kept from them.
    """
    view = case.view
    phrase = view.phrases[case.hand.phrase % len(view.phrases)] if view.phrases else None
    empty = [fact.id for fact in view.facts if fact.open and fact.value is None]
    if settings := setting_gaps(view, case.hand.phrase, case.hand.passed):
        _fill_settings(case, settings)
    elif not empty and phrase and (fact := _fact_missing(case, phrase)):
        case.ask_fact(fact)
    else:
        case.line.facts.fill()


def _fact_missing(case: CaseScreen, phrase: PhraseView) -> str:
    """Return the first fact that a phrase waits for and that can be recorded; "" for none.

    In public nothing personal is asked for.
    """
    flows, live, now = case.session.flows, case.session.case, case.session.now()
    for name in phrase.missing:
        place = open_fact(flows, live, name)
        if place is None or place[1].derive or (phrase.via == "public" and place[1].personal):
            continue
        if fact_verdict(flows, live, name, now).open:
            return name
    return ""


def _fill_settings(case: CaseScreen, names: tuple[str, ...]) -> None:
    """Open the form of settings; once filled in they are in force in the case at once."""
    shell = case.shell

    def back(changed: bool) -> None:
        if not changed:
            case.hand = case.hand._replace(passed="settings")
        outcome = take_settings(case) if changed else None
        problem = (outcome.notice or outcome.problem) if outcome and not outcome.event else ""
        texts = map(case.view.blank_title, names)
        done = filled(shell.words["settings.filled_gap"], {"names": name_list(shell.words, texts)})
        case.show(problem or (done if changed else ""), alert=bool(problem))

    edit_settings(shell, names, back, setting_uses(shell.library))
