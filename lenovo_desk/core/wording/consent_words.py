"""Word why something is locked in a case, with what was consented to and what stands there now."""

from collections.abc import Callable, Mapping

from lenovo_desk.core.engine.consents import decision_on, recorded_value, tick_key
from lenovo_desk.core.engine.gates import worded_by
from lenovo_desk.core.model.case import Case, Consent, fact_of, step_here
from lenovo_desk.core.model.country import place_of
from lenovo_desk.core.model.events import ConsentMark
from lenovo_desk.core.model.flow import Flow, Flows
from lenovo_desk.core.model.values import Value
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.wording.books import Book, value_text
from lenovo_desk.core.wording.sentences import filled, name_list, pair, sentence

BookOf = Callable[[str], Book]
"""Returns the book of a flow by its id, in the language of the words."""


class CaseSentences:
    """Words reasons in a case, its values among them."""

    def __init__(self, flows: Flows, case: Case, words: Mapping[str, str], book_of: BookOf) -> None:
        self._flows, self._case = flows, case
        self._words, self._book_of = words, book_of

    def sentence(self, reason: Reason) -> str:
        """Return the sentence of a reason, in the words of its flow."""
        flow, detail = self._flows[worded_by(self._flows, self._case, reason)], ""
        if reason.code == "signed_otherwise":
            key = tick_key(self._flows, self._case, f"{flow.id}.{reason.id}")
            if consent := self._case.consents.get(key):
                keys = tuple(reason.detail.split(", ")) if reason.detail else ()
                detail = self.again(consent, keys)
        elif reason.code == "decided" and reason.id in flow.facts:
            detail = self._decision(flow.key(reason.id), reason.detail)
        return sentence(self._words, self._book_of(flow.id), reason, detail)

    def _decision(self, key: str, way: str) -> str:
        """Return what was decided on a fact, what it is when that differs, and the way out."""
        decision, now = decision_on(self._case, key), recorded_value(self._case, key)
        value = decision.value if decision else now
        texts = {"value": self._text(key, value), "now": self._text(key, now)}
        word = "decided" if value == now else "strayed"
        return filled(self._words[f"consent.{word}"], {**texts, "way": self._way(way)})

    def again(self, consent: Consent, keys: tuple[str, ...]) -> str:
        """Return that a consent is owed: what stood there at its tick and what does now.

        `keys` are those of the facts that differ; none when the tick was taken back.
        """
        kind = "signed" if _is_signature(self._flows[consent.flow], consent.item) else "confirmed"
        words, then = self._words, dict(consent.values)
        texts = [
            filled(
                words["consent.change"],
                {
                    "name": self._title(key),
                    "was": self._text(key, then.get(key)),
                    "now": self._text(key, recorded_value(self._case, key)),
                },
            )
            for key in keys
        ]
        again = words[f"consent.{kind}"]
        return pair(words, again, name_list(words, texts)) if texts else again

    def spent(self, keys: tuple[str, ...]) -> str:
        """Return that a consent is over, because these facts were asked anew since."""
        names = name_list(self._words, map(self._title, keys))
        return filled(self._words["consent.spent"], {"names": names})

    def mark(self, mark: ConsentMark) -> tuple[str, str]:
        """Return the title of a mark's item and what became of its consent, without values."""
        flow, _, item = mark.item.rpartition(".")
        text = self._words[f"consent.{mark.what}"]
        if mark.facts:
            names = name_list(self._words, map(self._title, mark.facts))
            text = filled(text, {"names": names})
        return self._book_of(flow).items.get(item, item), text

    def _way(self, choice: str) -> str:
        """Return how a fact is decided anew: by a choice of this step, or else by stepping back."""
        step = step_here(self._flows, self._case)
        titles = self._book_of(self._case.here.top.flow).steps[step.id].choices
        return titles.get(choice) or self._words["consent.step_back"]

    def _title(self, key: str) -> str:
        keeper = fact_of(self._flows, self._case, key)
        return self._book_of(keeper[0].id).facts[keeper[1].id] if keeper else key

    def _text(self, key: str, value: Value | None) -> str:
        keeper = fact_of(self._flows, self._case, key)
        if value is None or keeper is None:
            return self._words["consent.nothing"]
        flow, spec = keeper
        return value_text(
            self._book_of(flow.id),
            spec,
            value,
            place_of(self._case),
        )


def _is_signature(flow: Flow, item: str) -> bool:
    return any(item == signature for form in flow.forms for _, signature in form.signatures)
