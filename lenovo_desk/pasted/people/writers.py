"""Find by what name whoever wrote a message calls themselves."""

import re
from collections.abc import Iterator
from functools import lru_cache

from lenovo_desk.core.privacy.name_words import AFTER_TITLE, NOT_GREETED
from lenovo_desk.pasted.people.person_words import (
    Writer,
    is_whole_name,
    may_be_whole,
    name_at,
    small_name_at,
)

_INTRODUCED = (
    r"(?<![a-z])(?:je m'?[ ]?app?elle?|je mapp?elle?|j'?m'?app?el(?:le)?"
    r"|je soussignee?,?|je, soussignee?,|je me nomme"
    r"|mon nom (?:est|c'est)|mon nom[ ]?:|moi c'est"
    r"|(?:my )?name(?:'s| is)|i'?m called"
    r"|this is|i am|i'm|je suis|ici|c'est|c(?=[ ])|c'|chui|speaking[ ]?:|au nom d(?:e |')"
    r"|under the name(?: of)?"
    r"|(?:contacte|ecris|appelle|adresse|sollicite|write|writing|contacting|calling|message)"
    r"[^.\n!?;]{0,16}[ ](?:pour|de la part de|au nom de|on behalf of|for)[ ](?:(?:mon|ma|notre|my"
    r"|our)[ ](?:[a-z]{4,12}-)?[a-z]{3,12},?))[ ]+"
    r"|(?<![a-z])(?:mp|dm|message(?: prive)?|commentaire|post|tweet|mail|courriel|avis|appel"
    r"|demande|reclamation|plainte|review|comment|complaint|e-mail|email|call)"
    r"(?:[ ][a-z]{1,12}){0,2}[ ](?:(?:d'un client|d'une cliente|de|from|by)[ ]+|d'(?!un))"
)
_SURE = (
    "je m",
    "jm",
    "j'm",
    "je s",
    "je,",
    "mon nom",
    "moi c",
    "my name",
    "name",
    "i'm called",
    "im called",
    "au nom",
    "under",
)
_REPORTED = (" de ", " from ", " by ", " d'")
"""How the words end that report who wrote."""
_INTRODUCED_CN = (
    r"(?:我姓?名?叫|我叫|本人叫?|我的名字(?:是|叫)|我名叫|我姓名是|名字叫"
    r"|我是[^,。;!?\s]{2,14}的|我是|(?:机主|用户|报修人"
    r"|联系人)(?:是|叫))[ ]?"
)


def writers_in(text: str, low: str) -> Iterator[Writer]:
    """Yield the names by which whoever wrote a text is called in it."""
    introduced, introduced_cn = _patterns()
    for match in introduced.finditer(low):
        sure = match[0].startswith(_SURE)
        if match[0].endswith(_REPORTED):
            writer = name_at(text, low, match.end(), _line_end(low, match.end()))
            name = text[writer.start : writer.end] if writer else ""
            sure = sure or may_be_whole(name) or name.startswith(("d'", "D'"))
        writer = _introduced(text, low, match.end(), sure)
        if writer:
            yield writer._replace(sure=3, by=match[0].strip())
    for match in introduced_cn.finditer(low):
        if match[0].startswith("我是") and low[max(0, match.start() - 1) : match.start()] in (
            "让",
            "给",
        ):
            continue
        writer = _introduced_cn(text, low, match)
        if writer:
            yield writer._replace(by=match[0].strip())


def _introduced(text: str, low: str, at: int, sure: bool) -> Writer | None:
    line_end = _line_end(low, at)
    writer = name_at(text, low, at, line_end)
    if writer and (sure or writer.title or is_whole_name(text[writer.start : writer.end])):
        first = re.split(r"[ \-']", low[writer.start : writer.end])[0]
        return writer if sure or first not in AFTER_TITLE | NOT_GREETED else None
    return small_name_at(low, at, line_end) if sure else None


def _introduced_cn(text: str, low: str, match: re.Match[str]) -> Writer | None:
    writer = name_at(text, low, match.end(), _line_end(low, match.end()))
    if writer is None or writer.start != match.end() or text[writer.start] < "\u3400":
        return None
    return writer._replace(sure=3)


def _line_end(low: str, at: int) -> int:
    end = low.find("\n", at)
    return end if end >= 0 else len(low)


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(_INTRODUCED), re.compile(_INTRODUCED_CN)
