"""Read answers to closed questions: an option of a choice, yes or no."""

from lenovo_desk.core.model.flow import FactSpec
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.values.entry import Entry

_YES = {"yes", "y", "true", "1", "oui", "o", "vrai", "是", "有", "对", "是的"}
_NONE = {"0", "none", "aucun", "aucune", "néant", "无", "無", "没有", "沒有"}
_NO = {"no", "n", "false", "0", "non", "faux", "否", "没有", "无", "不是", "不"}


def parse_option(spec: FactSpec, text: str, entry: Entry) -> str | Reason:
    """Return a typed option, typed as itself or as its number; else why not."""
    name = text.lower().replace(" ", "_")
    for option in spec.options:
        if option.lower() == name:
            return option
    if text.isdecimal() and 1 <= int(text) <= len(spec.options):
        return spec.options[int(text) - 1]
    return Reason("not_option", detail=", ".join(spec.options))


def parse_yes_no(spec: FactSpec, text: str, entry: Entry) -> str | Reason:
    """Return a typed yes or no, in several languages; else why not."""
    answer = text.lower()
    if answer in _YES:
        return "yes"
    return "no" if answer in _NO else Reason("not_yes_no")


def is_none(text: str) -> bool:
    """Return whether a typed text says that there is none: a lone 0, or the word."""
    return text.lower() in _NONE
