"""The forms for handing a case over and taking one over."""

import os
from functools import partial

from lenovo_desk.core.engine.session import StoreProblem
from lenovo_desk.core.model import intents as it
from lenovo_desk.core.wording.sentences import filled
from lenovo_desk.tui.desk.case_on_screen import (
    LEAVE_REASON,
    CaseOnScreen,
    drafted,
    keep_draft,
    outcome_of,
)
from lenovo_desk.tui.kit.pages.form import Ask, Form, Wrong
from lenovo_desk.tui.shell import Shell

REASON, FILE, PASSPHRASE, AGAIN = range(4)
"""The lines of the form for handing over."""


def hand_over(case: CaseOnScreen) -> None:
    """Ask for reason, file and passphrase, then hand the case over."""
    case.flush_draft()
    words, shell = case.words, case.shell
    written = [""]

    def check(answers: list[str]) -> str | Wrong:
        reason, file, secret, again = answers
        file = _path(file)
        if not file:
            return Wrong(_empty(shell), FILE)
        if secret != again:
            return Wrong(words["handover.differs"], AGAIN)
        outcome = outcome_of(
            case, lambda: shell.store.hand_over(case.session, reason, file, secret)
        )
        written[0] = file
        short = outcome.store_code == "passphrase_short"
        return Wrong(outcome.problem, REASON if outcome.code else PASSPHRASE if short else FILE)

    def done(handed: bool | None) -> None:
        if handed:
            message = filled(words["handover.done"], {"detail": _short(written[0])})
            case.release_case(message)

    asks = [
        Ask(words["handover.reason"], drafted(case, LEAVE_REASON), draft=LEAVE_REASON),
        Ask(words["handover.file"], shell.store.handover_file(case.session.case.id)),
        Ask(words["handover.passphrase"], "", words["handover.at_least"], secret=True),
        Ask(words["handover.again"], secret=True),
    ]
    title, text = words["handover.title"], words["handover.text"]
    form = Form(title, asks, check, words["handover.enter"], text, partial(keep_draft, case))
    shell.push_screen(form, done)


def take_over(shell: Shell) -> None:
    """Ask for a file and its passphrase, then open the case."""
    words = shell.words
    case_id = [""]

    def check(answers: list[str]) -> str | Wrong:
        file = _path(answers[0])
        if not file:
            return Wrong(_empty(shell), 0)
        opening = shell.opening("")
        intent = it.TakeOver(opening.agent, opening.role, opening.settings)

        def take() -> None:
            case_id[0] = shell.store.take_over(file, answers[1], intent)

        try:
            take()
        except StoreProblem as problem:
            at = 1 if problem.code == "passphrase_wrong" else 0
            return Wrong(shell.readings.store_problem(problem), at)
        return ""

    def done(arrived: bool | None) -> None:
        if arrived:
            shell.resume(case_id[0])

    asks = [Ask(words["handover.file"]), Ask(words["handover.passphrase"], secret=True)]
    form = Form(
        words["handover.take_title"],
        asks,
        check,
        words["handover.enter_take"],
        words["handover.take_text"],
    )
    shell.push_screen(form, done)


def _empty(shell: Shell) -> str:
    return filled(shell.words["reasons.empty"], {"name": shell.words["handover.file"]})


def _path(text: str) -> str:
    """Return a path without the quotes that terminals add to a dropped file."""
    quoted = len(text) > 1 and text[0] == text[-1] and text[0] in "'\""
    return text[1:-1] if quoted else text


def _short(path: str) -> str:
    """Shorten a path by `~`, so that its end fits."""
    home = os.path.expanduser("~")
    return f"~{path[len(home) :]}" if path.startswith(home + os.sep) else path
