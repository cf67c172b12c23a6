"""What the keys do now while a fact is on the line, in words."""

from lenovo_desk.core.wording.sentences import filled
from lenovo_desk.tui.desk.case_on_screen import CaseOnScreen
from lenovo_desk.tui.desk.typing import fact_entry


def fact_hint(case: CaseOnScreen, value: str) -> str:
    """Return the keys of the last row; `value` is the recorded value as it can be edited."""
    words, entry = case.words, case.entry
    text, options, field = entry.text, entry.input.options, entry.field
    if not text and value:
        return words["entry.hint_emptied"]
    if text and text == value:
        return words["entry.hint_value"]
    index = entry.meant
    if options and index is not None:
        return filled(words["entry.hint_chosen"], {"value": options.names[index]})
    if text:
        return words["entry.hint"]
    if fact_entry.takes_several(case.session, field):
        going_on = words["entry.done"]
    else:
        after = fact_entry.field_after(case.view.facts, field)
        going_on = words["entry.skip" if after else "entry.close"]
    hint = "entry.hint_options" if options else "entry.hint_empty"
    count = str(len(options.names)) if options else ""
    return filled(words[hint], {"n": count, "going_on": going_on})
