"""A call compared with its good call: what all measures need of both."""

from collections.abc import Container

from lenovo_desk.core.model.case import Case
from lenovo_desk.core.model.events import CaseOpened
from lenovo_desk.core.model.flow import Flow
from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.ports import Library
from lenovo_desk.core.walking.walker import LibraryFlows
from lenovo_desk.core.wording.books import Book, FilledPhrase, fill_phrase
from lenovo_desk.training.customer.customer import Customer, customer
from lenovo_desk.training.model.call import Call
from lenovo_desk.training.scoring.alignment import StepPair, align_ways
from lenovo_desk.training.scoring.call_reading import INTO, CallReading, Departure, Place, read_call
from lenovo_desk.training.scoring.evidence import Evidence, detail
from lenovo_desk.training.scoring.good_call import GoodCalls


class Measurement(NamedTuple):
    """The result of a measure."""

    expected: float
    """How much there was to do right; 0 for nothing to judge."""
    faults: tuple[Evidence, ...] = ()
    right: tuple[Evidence, ...] = ()


class Comparison(NamedTuple):
    """A call and its good call."""

    call: Call
    library: Library
    flows: LibraryFlows
    """The flows of the call, and those that only the good call opens."""
    good: CallReading
    """The whole good call; for a `short` call only as far as the trainee can have come."""
    trainee: CallReading
    pairs: tuple[StepPair, ...]
    customer: Customer
    """The customer at the last event of the call."""

    @property
    def live(self) -> bool:
        """Whether the call is still going on."""
        return not self.trainee.closed

    @property
    def short(self) -> bool:
        """Whether the call is live or was cut short: nothing is expected after its end."""
        return self.live or cut_short(self.trainee.case)

    def evidence(self, n: int, code: str, *parts: object) -> Evidence:
        """Return evidence from event `n` of the call, with the parts of its detail."""
        return Evidence(n, self.trainee.at[n], *self.trainee.place[n], code, detail(*parts))

    def missing_evidence(self, place: Place, code: str, *parts: object) -> Evidence:
        """Return evidence of something not done at a step.

        Its time is when the trainee last left the step, or the end of the call.
        """
        left = self.trainee.left.get(place)
        n, at = (left.n, left.at) if left else (0, round(self.trainee.seconds, 3))
        return Evidence(n, at, *place, code, detail(*parts))

    def book(self, flow: str, language: str) -> Book | None:
        """Return the wording of a flow; None when the library no longer has the flow."""
        try:
            return self.library.book(flow, language)
        except KeyError:
            return None

    def filled(self, flow: Flow, phrase: str, case: Case) -> FilledPhrase | None:
        """Return a phrase filled for a case; None when the library no longer has its wording."""
        book = self.book(flow.id, case.language)
        words = book.phrases.get(phrase) if book else None
        return fill_phrase(words, book, flow, case) if book and words else None


def compare_call(
    call: Call, library: Library, good_calls: GoodCalls | None = None
) -> Comparison | None:
    """Compare a call with its good call; None for a call that has not begun.

    `good_calls` is a cache of the library's good calls, for scoring many calls.
    """
    if not call.events or not isinstance(call.events[0].act, CaseOpened):
        return None
    opening = call.events[0].act
    flows = LibraryFlows(library)
    flows.update({name: call.flows[name] for name in _flows_of(call) if name in call.flows})
    ideal = (good_calls or GoodCalls(library)).good_call(call.scenario, opening, call.flows)
    good = read_call(flows, ideal.events)
    trainee = _detours_spared(read_call(flows, call.events), good)
    short = not trainee.closed or cut_short(trainee.case)
    pairs = align_ways(good.departures, trainee.departures, short)
    if short:
        upto = max((pair.ideal.n for pair in pairs if pair.ideal), default=2)
        good = read_call(flows, good.events[:upto])
    person = customer(call, call.events[-1].at)
    return Comparison(call, library, flows, good, trainee, pairs, person)


def _detours_spared(trainee: CallReading, good: CallReading) -> CallReading:
    """Return a reading that spares departures in flows that the good call does not open."""
    opened = {
        departure.choice for departure in good.departures if departure.choice.startswith(INTO)
    }
    spared = (
        departure._replace(spared=departure.spared or _in_detour(departure, opened))
        for departure in trainee.departures
    )
    return trainee._replace(departures=tuple(spared))


def _in_detour(departure: Departure, opened: Container[str]) -> bool:
    return bool(departure.inside) and INTO + departure.inside not in opened


def cut_short(case: Case) -> bool:
    """Return whether the call ended because a trainer had the customer hang up."""
    return case.status == "closed" and case.hung_up and not case.completed


def _flows_of(call: Call) -> list[str]:
    """Return the ids of the flows that a call opened."""
    digests = (getattr(event.act, "digests", ()) for event in call.events)
    return list(dict.fromkeys(name for pairs in digests for name, _ in pairs))
