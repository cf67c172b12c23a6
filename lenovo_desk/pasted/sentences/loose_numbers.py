"""Candidates written as few people write them, or announced by words that announce much else."""

import re
from collections.abc import Iterator
from functools import lru_cache

from lenovo_desk.core.text import clean_line
from lenovo_desk.pasted.message_reading import CUE, SHAPE, Candidate
from lenovo_desk.pasted.message_text import BARE, LABELLED, LED, MessageText
from lenovo_desk.pasted.others_words import denied, of_others

_CASE_NUMBER = (
    r"(?<![a-z])(?P<by>(?:ref(?:erence|s)?|numero|number|no)\b|n°)(?P<between>[^\n\d;]{0,44}?)"
    r"(?<![\w+.\-])(?P<value>\d{4}[ ]?\d{3}[ ]?\d{3})(?![ ]?\d|[\w\-/@])"
)
_FIRST_NUMBER = r"(?m)^[ ]*(?P<value>40\d{8})(?=[ ]?[\-–|/;,:])"
"""A number of a case that begins a line of what there is to say of it."""
_OF_CASE = r"(?<![\w+.\-/@])40\d\d[ ]?\d{3}[ ]?\d{3}(?![ ]?\d|[\w\-@])"
_OF_ORDER = r"(?<![\w+.\-/@])(?:fr|gb|uk)?45\d{8}(?![ ]?\d|[\w\-@])"
"""How the numbers of cases and of orders begin, where nothing says what they are."""
_OTHER_NUMBER = re.compile(
    r"command|cde|order|factur|invoice|fru|piece|part|seri|colis|suivi|track|tel|phone|portable"
    r"|mobile|serie|client|customer|produit|product|model|machine|transac|virement|devis|siret"
    r"|rcs|fixe|joindre|rappel|\bcom\b|call|reach|fax|contrat|contract|outil|tool"
)
_TOOL = r"(?<![a-z\d\-])eet-?\d{4}-\d{3,8}(?![a-z\d\-])"
_SHORT_PHONE = (
    r"(?:(?:tel|telephone|portable|mobile|numero|gsm|joignable|joindre|rappele[rz]|appele[rz])"
    r"[^\n\d]{0,20}?)(?<![\d+.,])(?<!\d )(?P<value>[67]\d{8}|[67](?:[ .\-]\d\d){4})(?![ .\-]?\d)"
)
_SPACED_MAIL = (
    r"(?<![\w.+\-@])(?P<name>[a-z\d][a-z\d_.+\-]{1,63})"
    r"(?:[ ]{1,2}@[ ]{1,2}|@[ ]|[ ]?[(\[](?:at|arobase|@)[)\]][ ]?|[ ]arobase[ ])"
    r"(?P<host>[a-z\d][a-z\d\-]*(?:\.[a-z\d\-]+)*\.[a-z]{2,6})(?![\w@])"
)
_X_HANDLE = r"(?<![\w@./])(?P<x>x)(?:[ ]?[:\-–—|][ ]?|[ ])(?=@[a-z\d_])"
_PRESS = (
    r"\b(?:journaliste|reporter|redact(?:eur|rice)|journalist|pigiste|correspondante?)"
    r"(?:[ ][a-z]{3,12})?[ ](?:pour|a|chez|de|for|at|with|from)[ ]"
)
_MEDIUM = re.compile(
    r"(?P<value>(?:(?:l'|la |le |les |the )?[A-Z\u00c0-\u00de][\w'&\-]*"
    r"(?:[ ](?:(?:du|de|de la|des|d'|la|le|of|the|et|&)[ ])?(?:d'|l')?[A-Z\u00c0-\u00de][\w&\-]*)"
    r"{0,4}))(?=[ ]?(?:[,.;:!\n(]|et |and |- |$|[a-z]))"
)


def loose_numbers(text: MessageText) -> Iterator[Candidate]:
    """Yield numbers, addresses and names that only their surroundings tell."""
    yield from _numbers(text)
    yield from _contacts(text)
    yield from _press(text)


def speaks_for_press(text: MessageText) -> bool:
    """Return whether whoever writes is a journalist, not a customer."""
    return "media_name" in text.cues.specs and bool(
        re.search(r"(?:je suis|suis|i am a|i'm a|,)[ ]?(?:un |une |a )?journalist", text.low)
        or re.search(
            r"\b(?:interview|reportage|(?:service|contact) presse|presse a"
            r"|redact(?:eur|rice) (?:au|a|chez|pour)"
            r"|press (?:office|team|enquir\w+))\b"
            r"|(?:prepare|ecris|redige|working on|writing) (?:une?|an?)"
            r" (?:article|sujet|papier|piece)",
            text.low,
        )
        or re.search(r"journaliste?[ ](?:pour|a|au|chez|for|at|with)[ ]", text.low)
    )


def _numbers(text: MessageText) -> Iterator[Candidate]:
    case, tool, x_handle = _patterns()[:3]
    first = _patterns()[6]
    if "customer_service_number" in text.cues.specs:
        for match in case.finditer(text.low):
            before = text.low[max(0, match.start() - 14) : match.start()]
            before = re.split(r"[\n.;!?:]", before)[-1]
            if _OTHER_NUMBER.search(f"{before} {match['between']}") or match["value"][0] == "0":
                continue
            if not denied(text.low, match.start()):
                place, by = match.span("value"), text.words(*match.span("by"))
                yield text.candidate("customer_service_number", place, BARE, CUE, by)
    if {"customer_service_number"} == {*text.cues.specs} & {
        "customer_service_number",
        "order_number",
    }:
        for match in first.finditer(text.low):
            yield text.candidate("customer_service_number", match.span("value"), BARE, SHAPE, "")
    for fact, pattern in zip(
        ("customer_service_number", "order_number"), _patterns()[7:], strict=True
    ):
        for match in pattern.finditer(text.low) if fact in text.cues.specs else ():
            before = text.low[max(0, match.start() - 20) : match.start()]
            if not _OTHER_NUMBER.search(re.split(r"[\n.;:,/|]", before)[-1].replace("command", "")):
                yield text.candidate(fact, match.span(), BARE - 5, SHAPE, "")
    if "tool_reference" in text.cues.specs:
        for match in tool.finditer(text.low):
            yield text.candidate("tool_reference", match.span(), LABELLED + 5, SHAPE, "")
    if "x" in text.cues.answers.get("network", {}).values():
        for match in x_handle.finditer(text.low):
            yield Candidate("network", "x", (text.span(*match.span("x")),), BARE, CUE, "X")


def _contacts(text: MessageText) -> Iterator[Candidate]:
    short, mail = _patterns()[3:5]
    phone, email = text.first("phone"), text.first("email")
    for match in short.finditer(text.low) if phone and text.entry.country == "FR" else ():
        span, figures = text.span(*match.span("value")), f"0{match['value']}"
        if phone and not of_others(text.low, match.start()):
            yield Candidate(phone.id, figures, (span,), LED, CUE, "")
    for match in mail.finditer(text.low) if email else ():
        if email and not of_others(text.low, match.start()) and "lenovo" not in match[0]:
            address = f"{match['name']}@{match['host']}"
            yield Candidate(email.id, address, (text.span(*match.span()),), BARE, SHAPE)


def _press(text: MessageText) -> Iterator[Candidate]:
    if "media_name" not in text.cues.specs:
        return
    for match in _patterns()[5].finditer(text.low):
        name = _MEDIUM.match(text.text, match.end())
        if name and clean_line(name["value"]):
            by = text.words(*match.span())
            yield text.candidate("media_name", name.span("value"), LED, CUE, by.strip())


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(
        map(
            re.compile,
            (
                _CASE_NUMBER,
                _TOOL,
                _X_HANDLE,
                _SHORT_PHONE,
                _SPACED_MAIL,
                _PRESS,
                _FIRST_NUMBER,
                _OF_CASE,
                _OF_ORDER,
            ),
        )
    )
