"""Combine the words of every flow in every language from its scripts."""

from collections.abc import Iterable, Mapping

from lenovo_desk.content.checks.consent_checks import check_consent_blanks
from lenovo_desk.content.checks.interface_words import laid_over
from lenovo_desk.content.checks.phrase_checks import check_phrases, media
from lenovo_desk.content.checks.translations import check_script, check_shared_script
from lenovo_desk.content.compile.flow_structure import more_cues, shared_words
from lenovo_desk.content.folders import FLOWS, SCRIPTS
from lenovo_desk.content.formats.documents import APART, SHARED, ParsedFile, ParsedFlow
from lenovo_desk.content.yaml.problems import TOP, nearest
from lenovo_desk.core.model.flow import Plain

ENGLISH = "en"


class ScriptBooks:
    """Combines and checks the books of parsed flows."""

    def __init__(
        self,
        flows: Mapping[str, ParsedFlow],
        sheets: Mapping[tuple[str, str], ParsedFile],
        facts: Plain | None,
    ) -> None:
        """Read nothing yet; `facts` are the shared facts, None when their file cannot be read.

        `sheets` are the parsed files by folder and name.
        """
        self._flows = flows
        self._sheets = sheets
        self._facts = facts

    def books(
        self, languages: Iterable[str]
    ) -> tuple[dict[tuple[str, str], Plain], dict[str, tuple[str, ...]]]:
        """Return the words by language and flow, and the languages of phrases by flow."""
        books = {(ENGLISH, name): flow.english for name, flow in self._flows.items()}
        spoken: dict[str, tuple[str, ...]] = dict.fromkeys(self._flows, ())
        for (folder, name), sheet in self._sheets.items():
            if folder != FLOWS and name not in (*APART, *self._flows):
                sheet.report.add("script-of-nothing", TOP, nearest(name, self._flows), name=name)
        for language in languages:
            common = self._common(language)
            for name, flow in self._flows.items():
                book = self._book(flow, name, language, common)
                books[language, name] = book
                if media(flow.structure).keys() & book.get("phrases", {}).keys():
                    spoken[name] = (*spoken[name], language)
        return books, spoken

    def _common(self, language: str) -> Plain:
        """Return the words of shared facts in a language."""
        sheet = self._sheets.get((f"{SCRIPTS}{language}", SHARED))
        if sheet is None:
            if self._facts:
                file = f"{SCRIPTS}{language}/{SHARED}.yaml"
                self._sheets[FLOWS, SHARED].report.add("no-script", TOP, file=file)
            return {}
        if self._facts is not None:
            check_shared_script(sheet.plain, self._facts, language, sheet.report)
        return sheet.plain

    def _book(self, flow: ParsedFlow, name: str, language: str, common: Plain) -> Plain:
        words = {
            kind: shared_words(common.get(kind, {}), flow.structure)
            for kind in ("facts", "options", "cues")
        }
        book = laid_over(flow.english, words)
        script = self._sheets.get((f"{SCRIPTS}{language}", name))
        if script is None:
            file = f"{SCRIPTS}{language}/{name}.yaml"
            flow.sheet.report.add("no-script", TOP, file=file)
            return book
        book = laid_over(book, script.plain)
        book["cues"] = more_cues(words["cues"], script.plain.get("cues", {}))
        phrases = script.plain.get("phrases", {})
        barred: set[str] = set()
        if flow.checkable:
            check_script(script.plain, flow.structure, flow.english, language, script.report)
            check_consent_blanks(phrases, flow.structure, script.report)
            barred = check_phrases(phrases, flow.structure, book["options"], script.report)
        book["phrases"] = {
            key: phrase
            for key, phrase in phrases.items()
            if {"text", "authority"} <= phrase.keys() and key not in barred
        }
        return book
