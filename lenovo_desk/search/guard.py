"""Find wordings that customers should not hear in a text while it is typed.

Each sentence is compared without spaces, accents and punctuation. A rule matches its wording, near
spellings of it, and fragments of other ways to say the same, unless the sentence also has a
fragment that makes it harmless.
"""

import re
from functools import lru_cache
from itertools import accumulate

from lenovo_desk.core.model.wording_rules import FIRST, LAST, Rule
from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.text import plain_words
from lenovo_desk.search.nearness import Grams, Pattern, grams, is_latin

_ENDS = re.compile("[。．｡！？.!?；;\n]+")


class Finding(NamedTuple):
    """A wording to avoid that a text contains, and what to say instead."""

    rule: str
    kind: str
    says: str
    instead: str


def guard(text: str, rules: tuple[Rule, ...]) -> tuple[Finding, ...]:
    """Return a finding for each rule that a text breaks, by sentence."""
    return _guardian(rules).read(text)


def places(text: str, rules: tuple[Rule, ...]) -> tuple[tuple[Finding, int, int], ...]:
    """Return the findings of `guard`, each with where the first words that broke it start and end.

    Of a wording of several sentences, and where folding changes too much, that is the whole text.
    """
    return _guardian(rules).places(text)


@lru_cache(maxsize=4)
def _guardian(rules: tuple[Rule, ...]) -> "_Guardian":
    return _Guardian(rules)


class _Fragment(NamedTuple):
    """A part of a sentence, folded for comparison."""

    text: str
    first: bool
    """Whether the sentence must begin with it."""
    last: bool
    """Whether the sentence must end with it."""


class _Sentence(NamedTuple):
    """A sentence, folded for comparison, and the indexes at which its words begin."""

    text: str
    starts: frozenset[int]

    def find(self, needle: str, at: int = 0) -> int:
        """Return the index of a text that starts at the start of a word; -1 when there is none.

        It may end anywhere, so that a stem matches its forms. A Chinese word may start anywhere.
        """
        at = self.text.find(needle, at)
        while at > 0 and not self._begins(at):
            at = self.text.find(needle, at + 1)
        return at

    def has(self, fragments: tuple[_Fragment, ...]) -> bool:
        """Return whether the sentence contains all fragments in order, without overlap."""
        return self.where(fragments) is not None

    def where(self, fragments: tuple[_Fragment, ...]) -> tuple[int, int] | None:
        """Return where fragments that follow one another start and end; None when one is absent."""
        at, start = 0, -1
        for fragment in fragments:
            at = self._place(fragment, at)
            if at < 0:
                return None
            start = at if start < 0 else start
            at += len(fragment.text)
        return max(0, start), at

    def _place(self, fragment: _Fragment, at: int) -> int:
        """Return the index of a fragment, as its marks require; -1 when there is none."""
        if fragment.last:
            at = max(at, len(self.text) - len(fragment.text))
        at = self.find(fragment.text, at)
        return -1 if fragment.first and at else at

    def _begins(self, at: int) -> bool:
        return at in self.starts or not (is_latin(self.text[at - 1]) and is_latin(self.text[at]))


def _plain(text: str) -> _Sentence:
    words = plain_words(text)
    return _Sentence("".join(words), frozenset(accumulate(map(len, words), initial=0)))


class _Ready(NamedTuple):
    """A rule prepared for comparison."""

    finding: Finding
    says: Pattern
    near: tuple[tuple[_Fragment, ...], ...]
    unless: tuple[_Fragment, ...]
    whole: str
    """A wording of several sentences, searched for in the whole text; else empty."""


class _Guardian:
    """Rules prepared for comparison; findings are cached by sentence while someone types."""

    def __init__(self, rules: tuple[Rule, ...]) -> None:
        self._rules = tuple(map(_ready, rules))
        self._whole = any(rule.whole for rule in self._rules)
        self._in = lru_cache(maxsize=256)(self._sentence)

    def read(self, text: str) -> tuple[Finding, ...]:
        """Return a finding for each rule that a text breaks."""
        findings: dict[str, Finding] = {}
        for part in _ENDS.split(text):
            for number in self._in(part) if part.strip() else ():
                finding = self._rules[number].finding
                findings.setdefault(finding.rule, finding)
        if self._whole:
            joined = _plain(text)
            for rule in self._rules:
                if rule.whole and joined.find(rule.whole) >= 0:
                    findings.setdefault(rule.finding.rule, rule.finding)
        return tuple(findings.values())

    def places(self, text: str) -> tuple[tuple[Finding, int, int], ...]:
        """Return the findings in a text, each with where its words start and end."""
        spots: dict[str, tuple[int, int]] = {}
        start = 0
        for part in re.split(f"({_ENDS.pattern})", text):
            for number in self._in(part) if part.strip() and not _ENDS.fullmatch(part) else ():
                rule = self._rules[number]
                if rule.finding.rule not in spots:
                    first, last = _words_at(part, rule)
                    spots[rule.finding.rule] = (start + first, start + last)
            start += len(part)
        return tuple(
            (finding, *spots.get(finding.rule, (0, len(text)))) for finding in self.read(text)
        )

    def _sentence(self, text: str) -> tuple[int, ...]:
        """Return the indexes of the rules that a sentence breaks."""
        sentence = _plain(text)
        runs = grams(sentence.text)
        return tuple(
            number for number, rule in enumerate(self._rules) if _breaks(sentence, runs, rule)
        )


def _words_at(part: str, rule: _Ready) -> tuple[int, int]:
    """Return where the words of a sentence that break a rule start and end, whole words."""
    shorn = len(part) - len(part.lstrip())
    whole = (shorn, len(part.rstrip()))
    sentence, origin = _plain(part), [at for at, char in enumerate(part) for _ in _letters(char)]
    if len(origin) != len(sentence.text) or not origin:
        return whole
    spot = _spot(sentence, rule)
    if spot is None:
        return whole
    start, end = origin[spot[0]], origin[min(spot[1], len(origin)) - 1] + 1
    while start and _joined(part[start - 1], part[start]):
        start -= 1
    while end < len(part) and _joined(part[end - 1], part[end]):
        end += 1
    return start, end


def _letters(char: str) -> str:
    return "".join(plain_words(char))


def _joined(left: str, right: str) -> bool:
    """Return whether two characters belong to one word of an alphabet."""
    return left.isalnum() and right.isalnum() and is_latin(left) and is_latin(right)


def _spot(sentence: _Sentence, rule: _Ready) -> tuple[int, int] | None:
    """Return where a folded sentence breaks a rule: its own words, like ones, or its fragments."""
    text, says = sentence.text, rule.says.text
    if (at := sentence.find(says)) >= 0:
        return at, at + len(says)
    if rule.says.near(text, grams(text)):
        start, end = 0, len(text)
        while rule.says.near(text[start + 1 : end], grams(text[start + 1 : end])):
            start += 1
        while rule.says.near(text[start : end - 1], grams(text[start : end - 1])):
            end -= 1
        return start, end
    for fragments in rule.near:
        if (spots := sentence.where(fragments)) is not None:
            return spots
    return None


def _ready(rule: Rule) -> _Ready:
    says = _plain(rule.says).text
    sentences = [part for part in _ENDS.split(rule.says) if plain_words(part)]
    return _Ready(
        Finding(rule.id, rule.kind, rule.says, rule.instead),
        Pattern(says),
        tuple(tuple(map(_fragment, fragments)) for fragments in rule.near),
        tuple(map(_fragment, rule.unless)),
        says if len(sentences) > 1 else "",
    )


def _fragment(text: str) -> _Fragment:
    return _Fragment(_plain(text).text, text.startswith(FIRST), text.endswith(LAST))


def _breaks(sentence: _Sentence, runs: Grams, rule: _Ready) -> bool:
    if sentence.find(rule.says.text) >= 0 or rule.says.near(sentence.text, runs):
        return True
    text = sentence.text  # a quick `in` rules out most lists by their first fragment
    matches = any(fragments[0].text in text and sentence.has(fragments) for fragments in rule.near)
    return matches and not any(sentence.has((fragment,)) for fragment in rule.unless)
