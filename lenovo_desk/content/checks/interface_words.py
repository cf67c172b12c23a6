"""Words laid over words, and the words of the interface."""

from collections.abc import Mapping

from lenovo_desk.content.yaml.problems import TOP, Report, nearest
from lenovo_desk.core.model.flow import Plain
from lenovo_desk.core.wording.books import BLANK


def laid_over(below: Plain, above: Plain) -> Plain:
    """Return words with others in their place where there are such, at any depth."""
    merged = dict(below)
    for key, words in above.items():
        under = merged.get(key)
        if isinstance(words, dict) and isinstance(under, dict):
            merged[key] = laid_over(under, words)
        else:
            merged[key] = words
    return merged


def language_key(language: str) -> str:
    """Return the key of a language's name; a language may name itself where English has no name."""
    return f"language.{language}"


def check_interface(
    words: Mapping[str, str], english: Mapping[str, str], language: str, report: Report
) -> None:
    """Note words of the interface that a language lacks, or that nothing uses."""
    for name, text in words.items():
        if name not in english and name == language_key(language):
            continue
        if name not in english:
            report.add("unknown-word", name, nearest(name, english), name=name)
            continue
        wanted = sorted({match[0] for match in BLANK.finditer(english[name])})
        if wanted != sorted({match[0] for match in BLANK.finditer(text)}):
            shown = ", ".join(wanted) or "none"
            report.add("word-blanks", text, name=name, wanted=shown)
    for name, text in english.items():
        if name not in words:
            report.add("missing-word", TOP, name=name, language=language, english=text)
