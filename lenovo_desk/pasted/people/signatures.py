"""Find how a message is signed."""

import re
from collections.abc import Iterator
from functools import lru_cache

from lenovo_desk.core.privacy.name_words import AFTER_TITLE, NOT_GREETED
from lenovo_desk.pasted.people.given_names import GIVEN_NAMES
from lenovo_desk.pasted.people.person_words import (
    Writer,
    is_all_chinese,
    is_whole_name,
    name_at,
    small_name_at,
)

_CLOSING = (
    r"^[ ]*(?:(?:bien |tres )?cordialement|bien a (?:vous|toi)|(?:sinceres |meilleures |mes "
    r"|avec mes )?salutations(?: distinguees| sinceres)?"
    r"|(?:tres )?(?:respectueusement|sincerement)|cdlt|cdt|bonne (?:journee|soiree"
    r"|reception)(?: a vous)?|(?:d'avance )?merci(?: d'avance| beaucoup| par avance"
    r"| pour .{0,40}| bien| a vous| de .{0,40})?"
    r"|(?:kind |best |warm |many )?regards|(?:yours )?(?:sincerely|faithfully|truly)"
    r"|best(?: wishes)?|thanks(?: in advance| again| a lot| so much)?|thank you(?: .{0,30})?"
    r"|many thanks|cheers"
    r"|此致|敬礼|祝好|谢谢[您你]?|顺祝.{0,6}|祝.{0,8}|多谢|感谢|拜托了?|敬上|盼复"
    r"|期待.{0,8}回复)[ ]*[,.!，。！~]*[ ]*$"
)
_CLOSING_INLINE = (
    r"(?:cordialement|salutations(?: distinguees)?|bien a vous|regards|sincerely|cdlt|cdt"
    r"|merci(?: d'avance)?|thanks|thank you"
    r"|谢谢)[ ]*[,.!，。！]?[ ]*[\-–—]?[ ]*(?=[^\n]{2,40}$)"
)
_COLLEAGUE = (
    r"@(?:[\w\-]+\.)*lenovo\.|\bsupport n ?\d|\bn[123] support|\bservice client lenovo"
    r"|\b(?:l|level )[123] (?:support|agent)|\bsupport agent|\blenovo (?:emea|france|uk)$"
    r"|\bteam lead|\bequipe sav\b|\b(?:lenovo )?(?:emea|care) support"
    r"|superviseu(?:r|se)|conseill(?:er|ere) (?:clientele|sav|lenovo)"
)


def signed_names(text: str, low: str) -> Iterator[Writer]:
    """Yield whoever signs: behind a closing, or in the last lines."""
    closing, inline = _patterns()[:2]
    lines = _written_lines(low)
    colleague = _of_colleague(low, lines)
    for number, (start, end) in enumerate(lines):
        if closing.match(low[start:end].rstrip("\r")):
            for begin, stop in () if colleague else lines[number + 1 : number + 4]:
                bare = not re.search(r"[^\W\d_]", low[begin:stop])
                if bare or closing.match(low[begin:stop].rstrip("\r")):
                    continue
                writer = _alone(text, low, begin, stop)
                if writer:
                    yield writer._replace(sure=2, by=low[start:end].strip())
                break
        elif number >= len(lines) - 3:
            for match in inline.finditer(low, start, end):
                writer = _alone(text, low, match.end(), end) or _small(low, match.end(), end)
                if writer:
                    yield writer._replace(sure=2, by=match[0].strip())
    if len(lines) > 1 and not colleague:
        for number in (len(lines) - 1, len(lines) - 2):
            start, end = lines[number]
            writer = _alone(text, low, start, end)
            if (
                number
                and writer
                and (
                    is_whole_name(text[writer.start : writer.end])
                    or is_all_chinese(text[writer.start : writer.end])
                )
            ):
                yield writer._replace(sure=2)
                break


def _written_lines(low: str) -> list[tuple[int, int]]:
    """Return where the lines stand in which something is in sight."""
    return [
        match.span()
        for match in re.finditer(r"[^\n]+", low)
        if low[slice(*match.span())].strip(" \t\x00\r")
    ]


def foot_of_colleague(low: str) -> int:
    """Return where the foot of a mail begins that somebody of the maker signs; else its end."""
    lines = _written_lines(low)
    return lines[-4:][0][0] if lines and _of_colleague(low, lines) else len(low)


def names_at_end(text: str, low: str) -> Iterator[Writer]:
    """Yield a name with an initial that ends a message, and one that its address of mail spells."""
    end = len(text.rstrip(" \n\r.!"))
    ending = _patterns()[2].search(text, max(0, end - 40), end)
    if ending:
        yield Writer(*ending.span("name"), "", 2)
    spelled = {re.sub("[^a-z]", "", match[1]) for match in _patterns()[3].finditer(low)}
    for match in _patterns()[4].finditer(low) if spelled else ():
        if re.sub("[^a-z]", "", match["name"]) in spelled:
            yield Writer(*match.span("name"), "", 2)


def _small(low: str, start: int, end: int) -> Writer | None:
    """Return two words without capitals that are all that is left of a line behind a closing."""
    writer = small_name_at(low, start, end)
    whole = writer and " " in low[writer.start : writer.end]
    return writer if writer and whole and not low[writer.end : end].strip(" .!\r") else None


def _of_colleague(low: str, lines: list[tuple[int, int]]) -> bool:
    """Return whether whoever signs works for the maker: the foot of the mail says so."""
    foot = low[lines[-3][0] if len(lines) > 3 else len(low) :]
    return bool(re.search(_COLLEAGUE, foot))


def _alone(text: str, low: str, start: int, end: int) -> Writer | None:
    """Return the name that is all of a line, beside a title, a dash or a post behind a comma."""
    writer = name_at(text, low, start, end)
    if writer is None:
        return None
    rest = low[writer.end : end].strip(" \r\t.,!。，")
    if rest and not re.match(r"[,(/|\-–—+\d]|敬上|上$|先生|女士|小姐|tel|port", rest):
        return None
    name = text[writer.start : writer.end]
    parts = name.split()
    if (
        re.search(r"[a-z]", low[writer.start : writer.end])
        and len(parts) == 1
        and low[writer.start : writer.end] not in GIVEN_NAMES
    ):
        return writer if writer.title else None
    if any(part.lower() in NOT_GREETED or part.lower() in AFTER_TITLE for part in parts[:1]):
        return None
    return writer


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], ...]:
    return (
        re.compile(_CLOSING),
        re.compile(_CLOSING_INLINE),
        re.compile(
            r"(?:^|\n|[ ]{2}|[.!,;)] ?|[\-–—] ?)[ ]*(?P<name>[A-Z](?:\.|-[A-Z]\.)[ ]?[A-Z][a-z]+"
            r"(?:[ '\-][A-Z][a-z]+)?)$"
        ),
        re.compile(r"(?<![\w.+\-])([a-z][a-z.\-_]{3,40})\d{0,4}(?:@|\(at\)|[ ]@)"),
        re.compile(r"(?m)^[ ]*(?P<name>[a-z][.]?[ ]?[a-z]{3,20}|[a-z]{3,20}[ .][a-z]{3,20})[ ]*$"),
    )
