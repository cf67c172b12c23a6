"""A wait at the door that the agent declares: from the first key to log, record and export."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from lenovo_desk.core.engine.session import Session
from lenovo_desk.core.model.intents import OpenCase
from lenovo_desk.core.walking.moves import parse_move
from lenovo_desk.core.walking.walker import WalkClock, Walker
from lenovo_desk.core.wording.consent_words import CaseSentences
from lenovo_desk.store.cases.case_store import CaseStore
from tests.cli.program import Program
from tests.printing.html_tree import parsed
from tests.shipped_content import library

DOOR = (
    *("made", "ready", "identified", "appointment=10:40", "phone_kind=mobile"),
    *("+own_number_told", "agreed_mobile", "address=12 rue X", "place=home", "+address_confirmed"),
    *("+route_confirmed", "send_text", "+intro_sms_sent", "sent", "set_out", "no_answer"),
    *("arrived", "nobody", "no_answer", "declared"),
)
"""The way to the declaration; the clock stands until the customer is not there."""
SENT = ("+no_show_sms_sent", "left", "no_reply", "=no_show")


class DeclaredVisit:
    """A visit on the real store; the engineer arrives at 10:40 in Paris on 22 November 2026."""

    def __init__(self, data: Path) -> None:
        self.clock = WalkClock(1795340400.0)
        self.store = CaseStore(data, self.clock)
        opening = OpenCase("visit", "field_visit", "ana", "engineer", "fr", "Europe/Paris", ())
        self.session: Session = self.store.open_case(library(), opening)
        self.walker = Walker(library(), self.session, self.clock)
        assert self.sentence(*DOOR) == ""

    def sentence(self, *moves: str, language: str = "en") -> str:
        """Make moves; return the sentence of the refusal of the last one, or an empty text."""
        for number, move in enumerate(moves, start=1):
            if reasons := self.walker.take(parse_move(move)):
                assert number == len(moves), (move, reasons)
                return self.wording(language).sentence(reasons[0])
        return ""

    def wording(self, language: str) -> CaseSentences:
        """Return what words the refusals of the case in a language."""
        content, session = library(), self.session
        words = content.words(language)
        return CaseSentences(
            session.flows, session.case, words, lambda flow: content.book(flow, language)
        )


@pytest.fixture
def visit(desk: Program) -> Iterator[DeclaredVisit]:
    """A visit at its declaration, on the disk of the program."""
    visit = DeclaredVisit(desk.data)
    yield visit
    visit.store.release(visit.session)


@pytest.mark.parametrize(
    ("moves", "parts"),
    [
        (["declared_from=2026-11-21 10:00"], ("Declared wait from", "before Arrived at, ")),
        (["declared_from=10:00"], ("Declared wait from", "before Arrived at, 10:40")),
        (["declared_from=2026-11-22T17:20+08:00"], ("10:20 is before Arrived at, 10:40",)),
        (["declared_from=2026-11-22T09:20Z"], ("10:20 is before Arrived at, 10:40",)),
        (["wait:1h", "declared_from=10:39"], ("Declared wait from", "before Arrived at, 10:40")),
        (
            ["declared_from=10:40", "declared_to=19:15"],
            ("Declared wait until", "has not come yet", "10:40"),
        ),
        (
            ["declared_from=10:40", "wait:14m", "declared_to=10:55"],
            ("Declared wait until", "has not come yet", "10:54"),
        ),
        (
            ["wait:20m", "declared_from=10:50", "declared_to=10:45"],
            ("Declared wait until", "before Declared wait from, 10:50"),
        ),
        (
            [
                *("wait:1h", "declared_from=10:40", "declared_to=10:54", "declared_why=x"),
                "declare_mobile",
            ],
            ("Declare; text the customer", "Declared wait of fifteen minutes"),
        ),
        (
            [
                *("arrived_at=", "wait:20m", "declared_from=9:00", "declared_to=9:30"),
                *("declared_why=x", "declare_mobile"),
            ],
            ('Record "Arrived at" first.',),
        ),
        (
            [
                *("wait:20m", "declared_from=10:40", "declared_to=10:56", "declared_why=x"),
                *("declare_mobile", "declared_to=10:45"),
            ],
            ("Declared wait until", "is decided", "10:56"),
        ),
    ],
)
def test_what_nobody_can_have_waited_is_refused_in_words(
    visit: DeclaredVisit, moves: list[str], parts: tuple[str, ...]
) -> None:
    sentence = visit.sentence(*moves)
    for part in parts:
        assert part in sentence


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("en", '"Declared wait of fifteen minutes"'),
        ("fr", "«\u00a0Attente déclarée d’au moins quinze minutes\u00a0»"),
        ("zh", "“申报的等待满15分钟”"),
    ],
)
def test_a_wait_declared_too_short_says_what_is_lacking(
    visit: DeclaredVisit, language: str, name: str
) -> None:
    moves = ("wait:20m", "declared_from=10:41", "declared_to=10:55", "declared_why=x")
    assert visit.sentence(*moves) == ""
    assert name in visit.sentence("declare_mobile", language=language)


def test_an_arrival_that_moves_takes_the_declaration_with_it(visit: DeclaredVisit) -> None:
    moves = ("wait:20m", "declared_from=10:40", "declared_to=10:56", "declared_why=x")
    assert visit.sentence(*moves, "arrived_at=10:50") == ""
    assert visit.sentence("declare_mobile") == 'Record "Declared wait from" first.'
    assert visit.sentence("arrived_at=10:40", "declare_mobile") == ""


DECLARED = ("wait:20m", "declared_from=10:40", "declared_to=10:56", "declared_why=x")


@pytest.mark.parametrize("arrival", ["arrived_at=10:50", "arrived_at=10:30", "arrived_at="])
def test_after_the_declaration_the_arrival_is_decided_too(
    visit: DeclaredVisit, arrival: str
) -> None:
    sentence = visit.sentence(*DECLARED, "declare_mobile", arrival)
    assert "Arrived at" in sentence
    assert "is decided" in sentence
    assert visit.sentence(*SENT) == ""


def test_the_arrival_is_corrected_behind_the_declaration_which_is_then_made_anew(
    visit: DeclaredVisit,
) -> None:
    assert visit.sentence(*DECLARED, "declare_mobile", "back", "arrived_at=10:50") == ""
    assert visit.sentence("declare_mobile") == 'Record "Declared wait from" first.'
    assert visit.sentence("declared_from=10:50") == ""
    assert "Declared wait of fifteen minutes" in visit.sentence("declare_mobile")
    assert visit.sentence("wait:10m", "declared_to=11:06", "declare_mobile", *SENT) == ""


def test_a_moment_that_is_held_fast_holds_the_one_that_bounds_it() -> None:
    """Else the other moves, and what was consented to counts as not recorded behind the consent."""
    pairs = 0
    for card in library().cards():
        flow = library().flow(card.id)
        for step in flow.steps.values():
            consents = [use.covers for use in step.items] + [c.covers for c in step.choices]
            for covers in consents:
                for spec in (flow.facts[name] for name in covers):
                    limits = {spec.not_before, spec.not_after} - {""}
                    pairs += len(limits)
                    assert limits <= set(covers), (flow.id, step.id, spec.id)
    assert pairs >= 4


def test_a_declared_wait_is_called_so_in_log_record_and_export(
    visit: DeclaredVisit, desk: Program
) -> None:
    moves = ("wait:20m", "declared_from=10:41", "declared_to=10:57", "declared_why=portable éteint")
    assert visit.sentence(*moves, "declare_mobile", *SENT) == ""
    visit.store.release(visit.session)
    document = desk("log", "show", "visit", "--json").json()
    assert document["disposition"] == "no_show"
    assert [
        (row["proof"], row["seconds"], row["started"][11:16], row["left"][11:16])
        for row in document["waits"]
        if row["counts"]
    ] == [("boot", 0.0, "10:40", "10:40"), ("declared", 960.0, "10:41", "10:57")]
    (row,) = csv.DictReader(io.StringIO(desk("log", "export").out))
    assert (float(row["waited_measured"]), float(row["waited_declared"])) == (0.0, 960.0)

    proofs = {
        "en": "declared, not measured",
        "fr": "déclarée, non mesurée",
        "zh": "自行申报，并非实测",
    }
    for language, proof in proofs.items():
        assert proof in desk("log", "show", "visit", "--lang", language).out
        page = parsed(desk("log", "show", "visit", "--html", "-", "--lang", language).out).text
        assert proof in page
        assert library().book("field_visit", language).facts["full_wait"] in page
    assert "portable éteint" in desk("log", "show", "visit", "--lang", "fr").out


def test_an_arrival_that_was_corrected_is_printed_beside_the_declared_wait(
    visit: DeclaredVisit, desk: Program
) -> None:
    moves = ("arrived_at=10:20", "declared_from=10:20", "declared_to=10:36", "declared_why=x")
    assert visit.sentence(*moves, "declare_mobile", *SENT) == ""
    visit.store.release(visit.session)
    page = parsed(desk("log", "show", "visit", "--html", "-", "--lang", "en").out).text
    arrival = page[page.index("Arrived at") :][:200]
    assert "10:20" in arrival
    assert "10:40" in arrival
