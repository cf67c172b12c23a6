"""Evidence as sentences, in the interface's words and with the names in the flow's book."""

from collections.abc import Iterable, Mapping

from lenovo_desk.core.model.wording_rules import Rule
from lenovo_desk.core.ports import Library
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.text import clean_line
from lenovo_desk.core.wording.books import Book, humanise
from lenovo_desk.core.wording.language_formats import formats_of
from lenovo_desk.core.wording.sentences import filled, sentence, span
from lenovo_desk.training.scoring.call_reading import BACK, INTO, OUT, Place
from lenovo_desk.training.scoring.evidence import FREE, Evidence

DETAIL_PARTS: Mapping[str, tuple[str, ...]] = {
    "step": ("choice",),
    "other_choice": ("choice", "ideal_choice"),
    "detour": ("choice",),
    "missed": ("choice",),
    "gate": ("choice", "code", "id", "left", "detail"),
    "gate_again": ("choice", "code", "id", "left", "detail"),
    "ticked": ("item",),
    "not_ticked": ("item",),
    "end": ("end",),
    "end_other": ("end", "ideal_end"),
    "end_left": ("end", "reason"),
    "end_gone": ("end", "reason"),
    "wording": ("rule", "text"),
    "clean_reply": ("text",),
    "hold": ("time",),
    "hold_more": ("n", "allowed", "time"),
    "hold_long": ("time", "limit"),
    "repeat": ("fact",),
    "asked": ("fact",),
    "in_time": ("time", "target"),
    "over_time": ("time", "target"),
    "fact": ("fact",),
    "fact_missing": ("fact",),
    "fact_missing_value": ("fact", "ideal"),
    "value": ("fact", "value"),
    "fact_wrong": ("fact", "value", "ideal"),
    "gone": ("fact",),
    "said": ("phrase", "text", "seen", "need"),
    "not_said": ("phrase", "text", "seen", "need"),
    "not_seen": ("phrase", "text"),
    "copied": ("phrase", "text"),
    "not_copied": ("phrase", "text"),
    "copied_foreign": ("phrase", "text"),
    "verbatim": ("phrase", "text"),
    "altered": ("phrase", "ideal", "value"),
    "stated": ("rule", "text"),
    "barred": ("fact", "text"),
    "posted": ("fact", "text"),
    "trainer": ("reason",),
}
"""The names of the parts of a detail, by the code of the evidence."""
MOST = 80
"""The most characters of a text that are quoted; the evidence has the whole text."""
WHOLE = 400
"""The most characters quoted of a text that is itself the fault: a public post is shorter."""
_FAULT_TEXTS = ("wording", "stated", "barred", "posted")
"""The codes whose quoted text is itself the fault."""
_BEFORE = 12
_SPANS = ("time", "limit", "target")
_QUOTED = ("text", "value", "ideal")
_DECIMAL = ("seen", "need")
"""The parts that are seconds with a decimal."""


def evidence_text(
    evidence: Evidence, library: Library, language: str, statements: Iterable[Rule] = ()
) -> str:
    """Return what evidence shows, without its place; `statements` are the scorecard's."""
    words, code = library.words(language), evidence.code
    if code.startswith(FREE):
        what = evidence_text(
            evidence._replace(code=code.removeprefix(FREE)), library, language, statements
        )
        return filled(words["score.free"], {"what": what})
    parts = dict(zip(DETAIL_PARTS.get(code, ()), evidence.parts, strict=False))
    book = _book(library, evidence.flow, language)
    values = {**parts, **_named(parts, evidence, library, language)}
    for name in _SPANS:
        if name in parts:
            values[name] = span(words, float(parts[name]))
    decimal = formats_of(words).decimal
    values |= {name: parts[name].replace(".", decimal) for name in _DECIMAL if name in parts}
    if "rule" in parts:
        values["rule"] = _rule(parts["rule"], (*library.guard_rules(), *statements), language)
    if code in ("gate", "gate_again"):
        reason = Reason(parts.get("code", ""), parts.get("id", ""), _seconds(parts.get("left", "")))
        reason = reason._replace(detail=parts.get("detail", ""))
        values["reason"] = sentence(words, book, reason)
    if code == "altered":
        skipped = _common_start(values["ideal"], values["value"])
        values = {**values, **{name: _from(values[name], skipped) for name in ("ideal", "value")}}
    most = WHOLE if code in _FAULT_TEXTS else MOST
    quoted = {name: _quoted(value, most) for name, value in values.items() if name in _QUOTED}
    return filled(words.get(f"score.{code}", code), {**values, **quoted})


def evidence_place(evidence: Evidence, library: Library, language: str) -> str:
    """Return the time and step of evidence in words; empty when it has no step."""
    book = _book(library, evidence.flow, language)
    if not evidence.step:
        return ""
    template = library.words(language)["score.at"]
    step = _step_title(book, evidence.step)
    return filled(template, {"time": call_time(evidence.at), "step": step})


def departure_text(library: Library, language: str, place: Place, choice: str) -> str:
    """Return how a step was left, such as `Greet → The customer himself`.

    Just the step's title when `choice` is empty.
    """
    title = _step_title(_book(library, place[0], language), place[1])
    return f"{title} → {_choice_title(library, language, place, choice)}" if choice else title


def _step_title(book: Book | None, step: str) -> str:
    return book.steps[step].title if book else humanise(step)


def call_time(seconds: float) -> str:
    """Return seconds into a call as a clock: `2:05`, `1:02:05`."""
    minutes, second = divmod(int(seconds), 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02d}:{second:02d}" if hours else f"{minute}:{second:02d}"


def _choice_title(library: Library, language: str, place: Place, choice: str) -> str:
    """Return how a step was left, in words: a choice, back, into a flow or out of one."""
    words, (flow, step) = library.words(language), place
    book = _book(library, flow, language)
    if choice in (BACK, OUT):
        return words["score.back" if choice == BACK else "score.out"]
    if choice.startswith(INTO):
        inner = _book(library, choice[1:], language)
        title = inner.title if inner else humanise(choice[1:])
        return filled(words["score.into"], {"flow": title})
    return book.steps[step].choices[choice] if book else humanise(choice)


def _named(
    parts: Mapping[str, str], evidence: Evidence, library: Library, language: str
) -> dict[str, str]:
    """Return the titles of the ids among the parts."""
    place, named = (evidence.flow, evidence.step), dict[str, str]()
    book, words = _book(library, evidence.flow, language), library.words(language)
    for name, key in (("choice", "choice"), ("ideal_choice", "ideal")):
        if name in parts:
            named[key] = _choice_title(library, language, place, parts[name])
    if "item" in parts:
        named["item"] = book.items[parts["item"]] if book else humanise(parts["item"])
    for name, key in (("end", "end"), ("ideal_end", "ideal")):
        if name in parts:
            own = words.get(f"ends.{parts[name]}")
            named[key] = own or (book.ends[parts[name]] if book else humanise(parts[name]))
    if "fact" in parts:
        flow, dot, fact = parts["fact"].rpartition(".")
        of = _book(library, flow, language) if dot else book
        shape = words.get(f"reasons.field.{fact}")
        named["fact"] = shape or (of.facts[fact] if of else humanise(fact))
        options = of.options.get(fact, {}) if of else {}
        for name in {"value", "ideal"} & parts.keys():
            several = [options.get(option, option) for option in parts[name].split("; ")]
            named[name] = "; ".join(several)
    return named


def _book(library: Library, flow: str, language: str) -> Book | None:
    try:
        return library.book(flow, language) if flow else None
    except KeyError:
        return None


def _rule(flag: str, rules: Iterable[Rule], language: str) -> str:
    """Return the wording that a rule is about, if possible in the language; else its name."""
    same_id = [rule for rule in rules if rule.id == flag]
    own = next(
        (rule for rule in same_id if rule.language == language), same_id[0] if same_id else None
    )
    return own.says if own else humanise(flag.rpartition(".")[2])


def _seconds(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0


def _common_start(text: str, other: str) -> int:
    """Return how many characters two texts have in common at their start."""
    pairs = enumerate(zip(text, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(text), len(other)))


def _from(text: str, skipped: int) -> str:
    """Return a text from shortly before the place where it differs."""
    return text if skipped < MOST // 2 else f"…{text[skipped - _BEFORE :]}"


def _quoted(text: str, most: int) -> str:
    line = clean_line(text)
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"
