"""Read messages for the command: from standard input, and samples with what people read in them."""

import json
import sys
import time
from collections.abc import Iterator

from lenovo_desk.cli.exits import MISUSED, Stop
from lenovo_desk.cli.services import Services
from lenovo_desk.content.countries import local_values
from lenovo_desk.core.model.flow import Flow
from lenovo_desk.core.model.values import Value
from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.time.clock import Stamp
from lenovo_desk.core.time.moments import seconds_of
from lenovo_desk.core.values.entry import Entry
from lenovo_desk.core.values.parse_value import parse_value
from lenovo_desk.core.wording.books import Book
from lenovo_desk.pasted.cues import FlowCues
from lenovo_desk.pasted.evaluating import FactVerdict, verdicts
from lenovo_desk.pasted.message_reading import MessageReading
from lenovo_desk.pasted.read_message import MAX_MESSAGE, folded_text, read_message

_AT_HOME = {
    "fr": ("FR", "Europe/Paris"),
    "zh": ("CN", "Asia/Shanghai"),
    "en": ("GB", "Europe/London"),
}
"""Where people of a language are, for samples: their country and time zone."""
_TRUTH = {"True": "yes", "False": "no"}


class Sample(NamedTuple):
    """A message with what people read in it."""

    language: str
    flow: Flow
    text: str
    facts: dict[str, Value]
    entry: Entry
    refused: dict[str, str]
    """The facts whose value they cannot hold, with the code of the reason: they count as missed."""


class BadSample(NamedTuple):
    """Why a line is no sample, and what it must be."""

    what: str


def message_on_input() -> str:
    """Return the message on standard input. Raises `Stop` when it is not UTF-8 or too long."""
    try:
        text = sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Stop("the message on standard input is not UTF-8", MISUSED) from None
    if len(text) > MAX_MESSAGE:
        raise Stop(f"the message is longer than {MAX_MESSAGE} characters", MISUSED)
    return text


def books_of(services: Services, flow: str) -> list[Book]:
    """Return the words of a flow in all languages."""
    library = services.library
    return [library.book(flow, language) for language in library.interface_languages()]


def reading_here(services: Services, flow: Flow, text: str) -> MessageReading:
    """Return what a message says, read at this desk now."""
    settings = services.settings
    entry = _entry(settings.zone, services.wording, settings.country, time.time(), flow)
    return read_message(text, flow, books_of(services, flow.id), entry)


def verdicts_on(sample: Sample, services: Services) -> list[FactVerdict]:
    """Return what became of each fact of a sample."""
    books = books_of(services, sample.flow.id)
    reading = read_message(sample.text, sample.flow, books, sample.entry)
    proposed = {proposal.fact for proposal in reading.proposals}
    refused = [
        FactVerdict(sample.language, fact, True, fact in proposed, False)
        for fact in sample.flow.facts
        if fact in sample.refused
    ]
    others = verdicts(sample.language, sample.flow, sample.facts, reading)
    return [*(each for each in others if each.fact not in sample.refused), *refused]


def samples_of(path: str, services: Services) -> Iterator[tuple[int, Sample | BadSample]]:
    """Yield the samples of a file with their line numbers; blank lines are passed over."""
    with open(path, "rb") as file:
        for number, line in enumerate(file, 1):
            if line.strip():
                yield number, _sample(line, services)


def _sample(line: bytes, services: Services) -> Sample | BadSample:
    try:
        plain = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return BadSample("is no JSON; a line is an object with lang, flow, text and facts")
    if not isinstance(plain, dict):
        return BadSample("is no object; a line is an object with lang, flow, text and facts")
    for key in ("lang", "flow", "text"):
        if not isinstance(plain.get(key), str):
            return BadSample(f'"{key}" must be a text')
    if not isinstance(plain.get("facts"), dict):
        return BadSample('"facts" must be an object from the ids of facts to their values')
    try:
        flow = services.flow(plain["flow"])
    except Stop as problem:
        return BadSample(problem.line)
    country, zone = _AT_HOME.get(plain["lang"], (services.settings.country, services.settings.zone))
    at: float | None = time.time()
    if "at" in plain:
        at = seconds_of(str(plain["at"]), zone)
        if at is None:
            return BadSample('"at" must be a moment such as 2026-11-22T14:00+01:00')
    entry = _entry(zone, plain["lang"], country, at or 0.0, flow)
    facts: dict[str, Value] = {}
    refused: dict[str, str] = {}
    for name, answer in plain["facts"].items():
        if name not in flow.facts:
            return BadSample(
                f'"{flow.id}" has no fact "{name}"; see its facts in flows/{flow.id}.yaml'
            )
        value = _expected(services, flow, name, answer, entry)
        if isinstance(value, Reason):
            refused[name] = value.code
        else:
            facts[name] = value
    return Sample(plain["lang"], flow, plain["text"], facts, entry, refused)


def _expected(
    services: Services, flow: Flow, name: str, answer: object, entry: Entry
) -> Value | Reason:
    spec = flow.facts[name]
    parts = answer if isinstance(answer, list) else [answer]
    text = "; ".join(_TRUTH.get(part, part) for part in map(str, parts))
    value = parse_value(spec, text, entry)
    if isinstance(value, Reason):
        words = FlowCues(flow, books_of(services, flow.id)).answers.get(name, {})
        return words.get(folded_text(text), value)
    return value


def _entry(zone: str, language: str, country: str, at: float, flow: Flow) -> Entry:
    currency = dict(local_values(country)).get("currency", "")
    return Entry(Stamp(at, "", 0.0), zone, language, country, flow.rules, currency)
