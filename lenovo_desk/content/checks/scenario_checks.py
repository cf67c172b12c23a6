"""Check scenarios: every name exists, and the good call can be made."""

from collections.abc import Mapping, Sequence

from lenovo_desk.content.checks.good_call_run import GoodMove, Recorded, rehearse
from lenovo_desk.content.checks.scenario_names import CaseNames
from lenovo_desk.content.formats.documents import ParsedFile
from lenovo_desk.content.yaml.problems import Placed, Report, nearest
from lenovo_desk.core.model.flow import FactSpec, Plain
from lenovo_desk.core.model.values import Value, as_typed
from lenovo_desk.core.ports import Library
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.time.clock import Stamp
from lenovo_desk.core.time.moments import seconds_of
from lenovo_desk.core.values.parse_value import Entry, parse_value
from lenovo_desk.core.walking.moves import parse_move
from lenovo_desk.core.wording.sentences import sentence
from lenovo_desk.training.scoring.good_call import DAY

_SOME_DAY = Stamp(seconds_of(DAY, "UTC") or 0.0, "", 0.0)
"""The day of the good calls, from which a customer counts too."""
_CONTACT_KINDS = ("phone", "email")
_LOOSE = ("text", "date", "datetime")
"""Types of facts whose value people may put in other words."""


def check_scenario(sheet: ParsedFile, library: Library) -> Plain | None:
    """Report the problems of a scenario; return it, or None when it has errors."""
    plain, report, file = sheet.plain, sheet.report, sheet.source.name
    if plain.get("scenario", file) != file:
        report.add("file-name", plain["scenario"], file, name=plain["scenario"], file=file)
    temper = plain.get("temper", {})
    limit = int(temper.get("limit", "0"))
    if limit and limit <= int(temper.get("start", "3")):
        report.add("hangs-up-at-once", temper["limit"], limit=limit)
    good = _moves(plain, report)
    if "flow" in plain and _known_flow(plain["flow"], library, report):
        opened = [entry.move.name for entry in good if entry.move.kind == "open"]
        names = CaseNames(library, plain["flow"], opened)
        _names(plain, names, report)
        answers = _reveals(plain, names, report)
        if good and len(good) == len(plain["good"]):
            recorded = rehearse(plain, sheet.source.language, good, names, report)
            _compare(answers, recorded, names, report)
    _target(plain, good, report)
    return None if report.errors else plain


def _moves(plain: Plain, report: Report) -> list[GoodMove]:
    """Return the moves of the good call that can be parsed."""
    if "good" in plain and not plain["good"]:
        report.add("no-good-call", next(key for key in plain if key == "good"))
    good = []
    for word in plain.get("good", ()):
        try:
            good.append(GoodMove(word, parse_move(word)))
        except ValueError as error:
            report.add("bad-move", word, why=str(error))
    return good


def _known_flow(name: Placed, library: Library, report: Report) -> bool:
    cards = {card.id: card.problems for card in library.cards()}
    if name not in cards:
        report.add("unknown-flow", name, nearest(name, cards), name=name)
    elif cards[name]:
        report.add("flow-has-problems", name, name=name, count=cards[name])
    return not cards.get(name, 1)


def _target(plain: Plain, good: Sequence[GoodMove], report: Report) -> None:
    waits = sum(int(entry.move.value) for entry in good if entry.move.kind == "wait")
    if plain.get("target", waits) < waits:
        place = next(key for key in plain if key == "target")
        report.add("short-target", place, target=plain["target"], waits=waits)


def _names(plain: Plain, names: CaseNames, report: Report) -> None:
    """Report names that the flows of the call do not have."""
    places = [interrupt["at"] for interrupt in plain.get("interrupts", ()) if "at" in interrupt]
    for step in (*plain.get("says", ()), *places):
        if step not in names.steps:
            report.add("unknown-step", step, nearest(step, names.steps), name=step)
    says = plain.get("says", {})
    for step in plain.get("speaks_first", ()):
        if step not in says:
            report.add("nothing-said", step, nearest(step, says), name=step)
    calming = names.calming()
    for name in plain.get("calms", ()):
        if name not in calming:
            report.add("unknown-calm", name, nearest(name, calming), name=name)


def _reveals(plain: Plain, names: CaseNames, report: Report) -> dict[str, Value]:
    """Report facts that a customer cannot reveal; return the answers by fact key."""
    answers: dict[str, Value] = {}
    entry = Entry(_SOME_DAY, "UTC", country=plain.get("country", ""))
    for name, reveal in plain.get("reveals", {}).items():
        spec = names.facts.get(name)
        if spec is None:
            report.add("unknown-fact-of-call", name, nearest(name, names.facts), name=name)
        elif spec.derive:
            report.add("derived-fact", name, name=name, done="revealed")
        elif spec.chosen:
            report.add("chosen-revealed", name, name=name)
        elif "value" in reveal:
            value = _value(spec, reveal["value"], entry, names, report)
            if value is not None:
                answers[names.key(name)] = value
    return answers


def _value(
    spec: FactSpec, raw: Placed, entry: Entry, names: CaseNames, report: Report
) -> Value | None:
    value = parse_value(spec, raw, entry)
    if not isinstance(value, Reason):
        return value
    why = sentence(names.words, None, value)
    report.add("bad-reveal", raw, nearest(raw, spec.options), value=raw, name=spec.id, why=why)
    return None


def _compare(
    answers: Mapping[str, Value],
    recorded: Mapping[str, Recorded],
    names: CaseNames,
    report: Report,
) -> None:
    """Report where the good call records something other than the customer's answer.

    It must not record a phone number or e-mail address that the customer never reveals: only
    customers give them, never a public post.
    """
    for key, (value, word) in recorded.items():
        spec = names.specs[key]
        if key not in answers and spec.personal and spec.kind in _CONTACT_KINDS:
            report.add("not-revealed", word, name=key)
        elif key in answers and value != answers[key] and spec.kind not in _LOOSE:
            report.add("recorded-otherwise", word, name=key, value=as_typed(value))
