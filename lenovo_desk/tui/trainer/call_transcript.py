"""A mock call as a conversation: what the customer said and the trainee did, in order."""

from lenovo_desk.core.engine.fold import apply
from lenovo_desk.core.model import events as ev
from lenovo_desk.core.model.case import Case
from lenovo_desk.core.model.country import place_of
from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.wording.wording import Wording
from lenovo_desk.training.customer.conversation import Utterance
from lenovo_desk.training.model.call import Call
from lenovo_desk.training.reports.event_text import EventText, utterance_text

CUSTOMER, TRAINEE = "customer", "trainee"


class TranscriptLine(NamedTuple):
    """One thing said or done in a call, in words."""

    at: float
    """Seconds into the call, in the call's own time."""
    who: str
    """`CUSTOMER` or `TRAINEE`."""
    text: str
    alert: bool = False
    """Whether a trainer should notice it: a gate tried, a wording flagged, a reply barred."""
    trainer: bool = False
    """Whether a trainer had the customer say it."""
    n: int = 0
    """The number of its event, or of the event after which the customer said it."""


def transcript(
    trainee: tuple[TranscriptLine, ...], utterances: tuple[Utterance, ...], wording: Wording
) -> list[TranscriptLine]:
    """Return what the trainee did and the customer said, in order."""
    customer = [
        TranscriptLine(
            utterance.at,
            CUSTOMER,
            utterance_text(utterance, wording.words),
            alert=utterance.why == "hang_up",
            trainer=utterance.why in _BY_TRAINER,
            n=utterance.n,
        )
        for utterance in utterances
    ]
    return sorted((*trainee, *customer), key=lambda line: line.n)


_BY_TRAINER = ("line", "objection")


def trainee_lines(call: Call, wording: Wording) -> tuple[TranscriptLine, ...]:
    """Return what the trainee did, first event first, ending with a draft being typed."""
    case, lines, words = Case(), list[TranscriptLine](), EventText(call.flows, wording)
    for event in call.events:
        before, case = case, apply(call.flows, case, event)
        wording.place = place_of(case)
        lines += [
            TranscriptLine(case.handled, TRAINEE, text, alert, n=event.n)
            for text, alert in words.for_trainer(event, before, case)
            if text
        ]
        lines += [
            TranscriptLine(case.handled, TRAINEE, text, True, n=event.n)
            for text in words.fallen(event, case)
        ]
    last = call.events[-1].act
    if isinstance(last, ev.FieldDrafted) and last.text:
        draft = wording.fill("trainer.types", text=last.text)
        lines.append(TranscriptLine(case.handled, TRAINEE, draft, n=call.events[-1].n))
    return tuple(lines)
