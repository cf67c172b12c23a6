"""Lay words over other words, and check the words of the interface."""

from collections.abc import Mapping

from lenovo_desk.content.yaml.problems import TOP, Report, nearest
from lenovo_desk.core.model.flow import Plain
from lenovo_desk.core.wording.books import BLANK
from lenovo_desk.core.wording.language_formats import is_format


def laid_over(below: Plain, above: Plain) -> Plain:
    """Return words with those of `above` laid over them, at any depth."""
    merged = dict(below)
    for key, words in above.items():
        under = merged.get(key)
        if isinstance(words, dict) and isinstance(under, dict):
            merged[key] = laid_over(under, words)
        else:
            merged[key] = words
    return merged


def language_key(language: str) -> str:
    """Return the key of a language's name; a language may name itself."""
    return f"language.{language}"


def check_interface(
    words: Mapping[str, str], english: Mapping[str, str], language: str, report: Report
) -> None:
    """Report interface words that a language lacks, unknown ones, other blanks, bad formats."""
    for name, text in words.items():
        if name not in english and name == language_key(language):
            continue
        if name not in english:
            report.add("unknown-word", name, nearest(name, english), name=name)
            continue
        blanks = sorted({match[0] for match in BLANK.finditer(english[name])})
        if blanks != sorted({match[0] for match in BLANK.finditer(text)}):
            names = ", ".join(blanks) or "none"
            report.add("word-blanks", text, name=name, wanted=names)
        elif name.startswith("format.") and not is_format(name.removeprefix("format."), text):
            report.add("bad-format", text, name=name, text=text, english=english[name])
    for name, text in english.items():
        if name not in words:
            report.add("missing-word", TOP, name=name, language=language, english=text)
