"""The facts that a new case begins with: from the command line, and as JSON from standard input."""

import json
import re
import sys
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import partial
from typing import Any, NoReturn

from lenovo_desk.cli.exits import MISUSED, Stop, guess
from lenovo_desk.cli.services import Services
from lenovo_desk.core.engine.follow_up import RefusedFact, carry_over, record_all
from lenovo_desk.core.engine.gates import open_fact
from lenovo_desk.core.engine.session import NoJournal, Session
from lenovo_desk.core.model.flow import FactSpec
from lenovo_desk.core.model.intents import OpenCase, RecordFact
from lenovo_desk.core.model.values import Value
from lenovo_desk.core.text import clean_line
from lenovo_desk.core.walking.walker import LibraryFlows, WalkClock
from lenovo_desk.core.wording.consent_words import CaseSentences

MOST = 1 << 20
"""The most bytes of standard input."""
_QUOTING = frozenset(
    (
        *("hour_missing", "hour_skipped", "hour_twice", "other_weekday", "ambiguous_number"),
        *("moment_either", "moment_ahead", "moment_behind", "before_other", "after_other"),
    )
)
"""Codes of reasons whose sentence has the value in it."""
_SEPARATORS = "[;；|｜\n]"
"""What separates the values and the cells of a fact where they are typed."""
_LONGEST = 30
"""The most digits before or behind the point of a number."""


class StartFacts:
    """Facts for a new case of one flow, checked before anything of the case exists."""

    def __init__(self, services: Services, opening: OpenCase, earlier: Mapping[str, Value]) -> None:
        """Take how the case will be opened, and the facts of the case that it follows."""
        self._services = services
        self._session = Session(
            LibraryFlows(services.library), NoJournal(), WalkClock(services.store.clock.now().utc)
        )
        self._session.do(opening)
        carry_over(self._session, earlier)
        self._intents: dict[str, RecordFact] = {}
        self._private = False

    def take_words(self, pairs: Iterable[str]) -> None:
        """Take `name=value` words of the command line. Raises `Stop`, as for a personal one."""
        for pair in pairs:
            name, equals, raw = pair.partition("=")
            name = name.strip()
            if not equals or not name:
                raise Stop(f'--fact "{clean_line(pair)}": write it as name=value', MISUSED)
            spec = self._spec("--fact", name)
            if spec.personal or any(column.personal for column in spec.rows):
                why = "it is personal and would stand in the list of processes"
                raise Stop(f"--fact {name}: {why}; pass it to --stdin", MISUSED)
            self._add("--fact", spec, name, raw)

    def take_json(self, data: bytes) -> None:
        """Take a JSON object of facts. Raises `Stop`, without a word of what it holds."""
        self._private = True
        for name, value in _read_object(data).items():
            spec = self._spec("--stdin", name)
            self._add("--stdin", spec, name, _typed(spec, name, value))

    def checked(self) -> tuple[RecordFact, ...]:
        """Return the intents that record the facts. Raises `Stop` when one would be refused."""
        intents = tuple(self._intents.values())
        if refused := record_all(self._session, intents):
            raise Stop("; ".join(map(self._sentence, refused)), MISUSED)
        return intents

    def _spec(self, where: str, name: str) -> FactSpec:
        """Return the fact of a name. Raises `Stop` when the flow has none that can be typed."""
        session = self._session
        match = open_fact(session.flows, session.case, name)
        if match:
            return match[1]
        flows = [session.flows[frame.flow] for frame in session.case.here.stack]
        specs = (spec for flow in flows for spec in flow.facts.values())
        names = {spec.id for spec in specs if not (spec.derive or spec.chosen)}
        word = clean_line(name)[:40]
        hint = guess(word, names) or f" There are: {', '.join(sorted(names))}."
        raise Stop(f'{where}: the flow has no fact "{word}".{hint}', MISUSED)

    def _add(self, where: str, spec: FactSpec, name: str, raw: str) -> None:
        earlier = self._intents.get(spec.id)
        if earlier and not (spec.many or spec.rows):
            raise Stop(f"{where} {name}: this fact is there twice", MISUSED)
        raw = f"{earlier.raw}; {raw}" if earlier else raw
        self._intents[spec.id] = RecordFact(name, raw)

    def _sentence(self, refused: RefusedFact) -> str:
        """Return why a fact is refused; no value from standard input is repeated."""
        name, reason = refused.intent.fact, refused.reason
        if self._private and reason.code in _QUOTING:
            return f"{name}: this value is refused ({reason.code})"
        services, session = self._services, self._session
        words = services.library.words(services.wording)
        book = partial(services.library.book, language=services.wording)
        sentences = CaseSentences(session.flows, session.case, words, book)
        return f"{name}: {sentences.sentence(reason)}"


def read_stdin() -> bytes:
    """Return standard input. Raises `Stop` when it has more than `MOST` bytes."""
    data = sys.stdin.buffer.read(MOST + 1) if sys.stdin else b""
    if len(data) > MOST:
        raise Stop(f"--stdin: more than {MOST >> 20} MiB", MISUSED)
    return data


def _read_object(data: bytes) -> dict[str, Any]:
    try:
        value = json.loads(
            data.decode("utf-8-sig"),
            parse_int=Decimal,
            parse_float=Decimal,
            parse_constant=_no_constant,
            object_pairs_hook=_unique,
        )
    except UnicodeDecodeError as error:
        raise Stop(f"--stdin: this is not UTF-8 text (byte {error.start + 1})", MISUSED) from None
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise Stop(f"--stdin: this is not JSON ({place})", MISUSED) from None
    except RecursionError:
        raise Stop("--stdin: this is nested too deeply", MISUSED) from None
    if not isinstance(value, dict):
        raise Stop('--stdin: write a JSON object, {"name": "value"}', MISUSED)
    return value


def _no_constant(name: str) -> NoReturn:
    raise Stop(f"--stdin: {name} is no number", MISUSED)


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name, value in pairs:
        if name in values:
            raise Stop(f'--stdin: "{clean_line(name)[:40]}" is there twice', MISUSED)
        values[name] = value
    return values


def _typed(spec: FactSpec, name: str, value: Any) -> str:
    """Return a JSON value as it would be typed for a fact. Raises `Stop`."""
    if not isinstance(value, list):
        return _one_typed(name, value)
    if spec.rows:
        cells = [part if isinstance(part, list) else [part] for part in value]
        return "; ".join(" | ".join(_part(name, cell) for cell in row) for row in cells)
    if not spec.many:
        raise Stop(f"--stdin {name}: this fact has one value, not a list", MISUSED)
    return "; ".join(_part(name, part) for part in value)


def _part(name: str, value: Any) -> str:
    text = _one_typed(name, value)
    if re.search(_SEPARATORS, text):
        raise Stop(f"--stdin {name}: a value of a list has no ; no | and no line break", MISUSED)
    return text


def _one_typed(name: str, value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Decimal):
        return _number(name, value)
    raise Stop(f"--stdin {name}: write a text, a number, true or false, or a list", MISUSED)


def _number(name: str, number: Decimal) -> str:
    """Return a number so that no mark in it can be taken for one of thousands."""
    if abs(number.adjusted()) > _LONGEST or len(number.as_tuple().digits) > _LONGEST:
        raise Stop(f"--stdin {name}: this number has too many digits", MISUSED)
    text = format(number, "f")
    return f"{text}0" if len(text.partition(".")[2]) == 3 else text
