"""The forms of a case, filled in with what is recorded."""

from collections import Counter

from lenovo_desk.core.engine.history import CaseHistory
from lenovo_desk.core.model.flow import Flow, FlowForm, Flows
from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.wording.wording import Wording
from lenovo_desk.report.record_chapters import ChapterReader, FactAnswer, ItemTick
from lenovo_desk.report.signed_values import PrintedSigner


class PrintedForm(NamedTuple):
    """A form, ready for layout; its lines are in the order of the form."""

    title: str
    lines: tuple[FactAnswer | ItemTick, ...]
    signers: tuple[PrintedSigner, ...]


def printed_forms(history: CaseHistory, flows: Flows, wording: Wording) -> tuple[PrintedForm, ...]:
    """Return the forms of worked flows with at least one line filled in.

    A line that several forms share does not count.
    """
    worked = {frame.flow for visit in history.visits.values() for frame in visit.stack}
    forms: list[PrintedForm] = []
    for name in history.case.digests:
        if name in worked:
            forms += _of_flow(history, flows, flows[name], wording)
    return tuple(forms)


def _of_flow(history: CaseHistory, flows: Flows, flow: Flow, wording: Wording) -> list[PrintedForm]:
    reader, book = ChapterReader(history, flows, flow, wording), wording.book(flow.id)
    fields = Counter(field for form in flow.forms for field in form.fields)
    forms = []
    for form in flow.forms:
        lines = {
            field: _as_signed(reader, field, form) if field in flow.facts else reader.tick(field)
            for field in form.fields
        }
        # A field that several forms share does not show which of them was begun.
        own = [line for field, line in lines.items() if fields[field] == 1]
        if any(line.value if isinstance(line, FactAnswer) else line.at for line in own):
            signers = reader.signed.signers(form)
            forms.append(PrintedForm(book.forms[form.id], tuple(lines.values()), signers))
    return forms


def _as_signed(reader: ChapterReader, fact: str, form: FlowForm) -> FactAnswer:
    """Return a fact with what stood at each signature, and the values that have changed since.

    A value that nobody has signed and that never changed has no times.
    """
    answer = reader.answer(fact)
    stood, earlier = reader.signed.stood(fact, form), reader.signed.earlier(fact, form)
    at = answer.at if stood or earlier else ""
    return answer._replace(at=at, stood=stood, earlier=earlier)
