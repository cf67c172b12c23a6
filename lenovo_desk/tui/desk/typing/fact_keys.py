"""What the keys do now while a fact is on the line."""

from lenovo_desk.core.wording.sentences import filled
from lenovo_desk.tui.desk.case_on_screen import CaseOnScreen
from lenovo_desk.tui.desk.typing import fact_entry
from lenovo_desk.tui.kit.hint_row import KeyOffer


def fact_keys(case: CaseOnScreen, value: str) -> list[KeyOffer]:
    """Return the keys of the last row; `value` is the recorded value as it can be edited."""
    words, entry = case.words, case.entry
    text, options, index = entry.text, entry.input.options, entry.meant
    leave = KeyOffer("escape", words["entry.leave"], short=words["commands.close"])
    keys = [leave, KeyOffer("tab", words["entry.next"])]
    if options and not (text and index is None):
        keys.insert(0, KeyOffer(f"1-{len(options.names)}", words["entry.choose"], index is None))
    if not text and value:
        keys.insert(0, KeyOffer("ctrl+z", words["entry.bring_back"]))
        enter = words["entry.enter_emptied"]
    elif text and text == value:
        keys.append(KeyOffer(words["entry.typing"], words["entry.replace"]))
        enter = words["entry.enter_value"]
    elif options and index is not None:
        enter = filled(words["entry.enter_chosen"], {"value": options.names[index]})
    elif text:
        enter = words["entry.enter"]
    else:
        enter = _going_on(case)
    at = 1 if not text and options and not value else 0
    return [*keys[:at], KeyOffer("enter", enter, not at), *keys[at:]]


def _going_on(case: CaseOnScreen) -> str:
    """Return what Enter does in an empty line."""
    words, field = case.words, case.entry.field
    if fact_entry.takes_several(case.session, field):
        return words["entry.done"]
    return words["entry.skip" if fact_entry.field_after(case.view.facts, field) else "entry.close"]
