"""Read answers to closed questions: an option of a choice, yes or no."""

from collections.abc import Mapping

from lenovo_desk.core.model.flow import FactSpec
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.text import folded
from lenovo_desk.core.values.entry import Entry

_YES = {"yes", "y", "true", "1", "oui", "o", "vrai", "是", "有", "对", "是的"}
_NONE = {"0", "none", "aucun", "aucune", "néant", "无", "無", "没有", "沒有"}
_NO = {"no", "n", "false", "0", "2", "non", "faux", "否", "没有", "无", "不是", "不"}
CORRECTIONS = 3
"""The most digits of which the last one may correct those before: more are no option's number."""


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


def option_meant(text: str, labels: Mapping[str, str], kind: str = "choice") -> str:
    """Return the option that is being typed, or "" while it is none or may be several.

    An option is typed as its id, its number, its label or the beginning of no other label; of
    digits that are no number of an option the last ones count, as those that correct the others.
    """
    answer = folded(text).casefold()
    if not answer:
        return ""
    options = tuple(labels)
    if kind == "yes_no":
        if answer in _YES or answer in _NO:
            return "yes" if answer in _YES else "no"
    else:
        names = {option.casefold(): option for option in options}
        if exact := names.get(answer.replace(" ", "_")):
            return exact
    begun = []
    for option, label in labels.items():
        name = folded(label).casefold()
        if name == answer:
            return option
        if name.startswith(answer):
            begun.append(option)
    digits = answer if answer.isdecimal() and len(answer) <= CORRECTIONS else ""
    if digits and 1 <= int(digits) <= len(options):
        return options[int(digits) - 1]
    if len(begun) == 1:
        return begun[0]
    return option_meant(digits[1:], labels, kind)


def is_none(text: str) -> bool:
    """Return whether a typed text says that there is none: a lone 0, or the word."""
    return text.lower() in _NONE
