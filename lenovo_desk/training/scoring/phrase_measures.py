"""Measures of phrases: said, copied, and written word for word where that is ordered."""

from lenovo_desk.core.engine.fold import apply
from lenovo_desk.core.model import events as ev
from lenovo_desk.core.model.case import Case
from lenovo_desk.core.model.events import Event
from lenovo_desk.core.model.flow import WRITTEN
from lenovo_desk.core.model.values import FORGOTTEN
from lenovo_desk.core.text import folded
from lenovo_desk.core.wording.language_formats import Formats
from lenovo_desk.training.model.scorecard import ScoreLine
from lenovo_desk.training.scoring.call_reading import Item
from lenovo_desk.training.scoring.comparison import Comparison, Measurement
from lenovo_desk.training.scoring.evidence import Evidence


def phrases_said(both: Comparison, line: ScoreLine) -> Measurement:
    """Measure whether spoken phrases were in view long enough to be said."""
    judged = [item for item in (_phrase_said(both, phrase) for phrase in both.good.phrases) if item]
    right = tuple(item for item in judged if item.code == "said")
    faults = tuple(item for item in judged if item.code != "said")
    return Measurement(len(judged), faults, right)


def _phrase_said(both: Comparison, item: Item) -> Evidence | None:
    flow, step, phrase = item
    case = both.trainee.phrase_cases.get(item, both.good.phrase_cases[item])
    book, filled = both.book(flow, case.language), both.filled(both.flows[flow], phrase, case)
    if filled is None or book is None:
        return None
    text = filled.text.strip()
    need = seconds_to_say(text, book.formats)
    if item not in both.trainee.phrase_cases:
        return both.missing_evidence((flow, step), "not_seen", phrase, text)
    in_view = both.trainee.seconds_in_view.get(item, 0.0)
    code = "said" if in_view >= need else "not_said"
    return both.missing_evidence((flow, step), code, phrase, text, f"{in_view:.1f}", f"{need:.1f}")


def seconds_to_say(text: str, formats: Formats) -> float:
    """Return the fewest seconds that it takes to say a text in a language."""
    return round(len(text) / formats.characters_a_second, 1)


def phrases_copied(both: Comparison, line: ScoreLine) -> Measurement:
    """Measure which of the good call's written phrases were copied or used in a reply.

    A phrase copied in another language than the customer's counts as not sent.
    """
    sent, foreign = dict[tuple[str, str], int](), dict[tuple[str, str], Event]()
    for event in both.trainee.events:
        act = event.act
        if isinstance(act, ev.PhraseCopied | ev.ReplyWritten) and act.phrase:
            key = both.trainee.place[event.n][0], act.phrase
            if isinstance(act, ev.PhraseCopied) and act.language != both.call.scenario.language:
                foreign.setdefault(key, event)
            else:
                sent.setdefault(key, event.n)
    faults, right = [], []
    for event in both.good.events:
        act = event.act
        if not isinstance(act, ev.PhraseCopied) or act.via not in WRITTEN:
            continue
        flow, step = both.good.place[event.n]
        n, other = sent.get((flow, act.phrase)), foreign.get((flow, act.phrase))
        if n is None and other and isinstance(other.act, ev.PhraseCopied):
            faults.append(both.evidence(other.n, "copied_foreign", act.phrase, other.act.text))
        elif n is None:
            faults.append(both.missing_evidence((flow, step), "not_copied", act.phrase, act.text))
        else:
            right.append(both.evidence(n, "copied", act.phrase, act.text))
    return Measurement(len(faults) + len(right), tuple(faults), tuple(right))


def phrases_altered(both: Comparison, line: ScoreLine) -> Measurement:
    """Compare replies based on a phrase of authority `standard` with its exact words.

    The words are the library's current ones; a phrase that it no longer has is not judged.
    """
    faults, right, case = [], [], Case()
    for event in both.trainee.events:
        act = event.act
        if isinstance(act, ev.ReplyWritten) and act.phrase and act.text != FORGOTTEN:
            flow = both.flows[case.here.top.flow]
            book, filled = both.book(flow.id, act.language), both.filled(flow, act.phrase, case)
            if book and filled and book.phrases[act.phrase].authority == "standard":
                if _same(act.text, filled.text):
                    right.append(both.evidence(event.n, "verbatim", act.phrase, act.text))
                else:
                    words = act.phrase, filled.text, act.text
                    faults.append(both.evidence(event.n, "altered", *words))
        case = apply(both.flows, case, event)
    return Measurement(len(faults) + len(right), tuple(faults), tuple(right))


def _same(text: str, ordered: str) -> bool:
    """Return whether two texts have the same words, ignoring white space and full width."""
    return "".join(folded(text).split()) == "".join(folded(ordered).split())
