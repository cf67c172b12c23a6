"""Find which parts of a pasted text are the customer's own words, and put the rest out of sight.

Older mails that are answered, what an agent wrote in a chat, the moments of a chat and the lines of
an envelope are blanked: the places of all other characters stay.
"""

import re
from functools import lru_cache

from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.privacy.readings import Reading

BLANK = "\x00"
"""What stands for a character that is out of sight."""
_OURS = (
    r"@(?:[\w\-]+\.)*(?:lenovo|motorola)\.|\b(?:support|sav|service[ \-]?client|servicedesk"
    r"|helpdesk"
    r"|no-?reply|ne-pas-repondre|assistance)\b|\blenovo\b|联想|客服"
)
_AGENT = (
    r"\b(?:agent|support|lenovo|conseill(?:er|ere)|sav|assistan(?:t|ce)|service client|hotline"
    r"|operat(?:or|eur|rice)|advisor|bot|helpdesk|technicien(?:ne)?)\b"
    r"|客服|联想|坐席|座席|工程师|技术支持|助手|小联|机器人|专员"
)
_FORWARDED = (
    r"forwarded message|message transfere|transfere par|begin forwarded|转发的?(?:邮件|消息)"
)
_ANSWERED = (
    r"^[ >]*-{2,}[ ]*(?:original (?:message|appointment)|message d'origine|message original"
    r"|messages? precedents?|原始邮件|原邮件)[ ]*-{2,}"
    r"|^[ ]*(?:le|on|el)\b[^\n]{6,120}(?:a ecrit|wrote)[ ]?:[ ]*$|^[^\n]{4,90}(?:写道"
    r"|来信)[ ]?:[ ]*$"
    r"|^[ ]*_{10,}[ ]*$"
)
_PASSED_ON = (
    r"\bje (?:vous|te) (?:transfere|transmets|fais suivre)|\bci-dessous|\bvoir plus bas"
    r"|\bpour (?:suite a donner|traitement)|\bsee below|\b(?:forwarding|passing) (?:this|on)"
    r"|\bfyi\b|转发|见下|请跟进"
)
"""How a colleague passes on what a customer wrote."""
_SHORT = 400
"""How many characters a colleague has for that."""
_HEADER = (
    r"(?P<key>de|from|a|to|cc|cci|bcc|objet|subject|date|envoye(?: le)?|sent|repondre a|reply-to"
    r"|发件人|收件人|抄送|主题|发送时间|发送日期|日期|时间|发自|importance|pieces? jointes?"
    r"|attachments?|附件)"
    r"[ ]*:[ ]*(?P<value>[^\n]*)"
)
_SENDER = ("de", "from", "发件人", "reply-to", "repondre a")
_RECEIVER = ("a", "to", "收件人")
_SUBJECT = ("objet", "subject", "主题")
_DAY = r"\d{1,4}[-/.年]\d{1,2}(?:[-/.月]\d{1,4}日?)?|昨天|今天|星期.|周."
_TIME = r"(?:上午|下午|晚上|早上|中午)?[ ]?\d{1,2}[:h]\d{2}(?::\d{2})?(?:[ ]?[ap]m)?"
_STAMP = rf"[\[(]?(?:(?:{_DAY}),?[ ]*(?:a )?)?{_TIME}[\])]?"
_SPOKEN = (
    rf"^[ ]{{0,4}}(?P<head>(?:\[?(?:{_DAY}),?[ ]{{0,4}}(?:a )?{_TIME}\]?|\[{_TIME}\])"
    rf"[ ]{{0,4}}(?:-[ ]+)?"
    r"(?P<who1>[^\n:]{1,30}):)[ ]"
    rf"|^[ ]{{0,4}}(?P<head2>(?P<who2>[^\s:][^\n:]{{0,23}}?)[ ]{{0,4}}{_STAMP}[ ]?:?)[ ]{{0,4}}$"
    rf"|^[ ]{{0,4}}(?P<head3>{_STAMP}[ ]{{1,4}}(?P<who3>[^\n:\d][^\n:]{{0,24}}):?)[ ]{{0,4}}$"
    r"|^[ ]{0,4}(?P<head4>(?P<who4>(?:客服|坐席|座席|工程师|联想|agent|conseill(?:er|ere)|support"
    r"|lenovo|sav"
    r"|客户|用户|顾客|customer|client|cliente|user)[^\n:]{0,14}?)[ ]?:)[ ]*(?=[^\n ])"
)
_POLITE = re.compile(r"[ ]*(?:您好|你好|亲|请问|bonjour|bonsoir|hello|hi\b|good )")
"""How somebody begins who speaks: a row of a work order does not."""
_NAMED = r"^[ ]{0,4}(?P<who>[^\W\d_][^\n:\d@,;]{1,28}?)[ ]{0,2}:(?!/)[ ]{0,3}(?=[^\n ])"
_SAID = re.compile(r"[^\n]*\?|[ ]*(?:merci|thank|d'accord|ok|tres bien|parfait|great|sure)\b")
"""What an agent says who does not greet: a question, or thanks."""
_WHO = ("who1", "who2", "who3")
_MOST_HEADS = 400
"""How many lines are looked at for those who speak."""


class Header(NamedTuple):
    """A line of the envelope of a mail."""

    key: str
    start: int
    end: int
    """Where its value stands."""


class OwnWords(NamedTuple):
    """A text of which only the customer's own words are in sight."""

    text: str
    low: str
    senders: tuple[tuple[int, int], ...]
    """Where the customer's address and name stand in an envelope, of whichever side."""
    chat: bool = False
    speakers: tuple[tuple[int, int], ...] = ()
    """Where the names of those stand who speak with an agent in a chat."""


def own_words(reading: Reading) -> OwnWords:
    """Return what the customer wrote in a text, everything else out of sight."""
    hidden: list[tuple[int, int]] = []
    senders: list[tuple[int, int]] = []
    parts = _parts(reading.low)
    for start, end, ours, headers in parts:
        if ours:
            quoting = _patterns()[3].search(reading.low, start, end)
            hidden.append((start, quoting.start() if quoting else end))
            continue
        from_desk = any(
            header.key in _SENDER and _is_ours(reading.low[header.start : header.end])
            for header in headers
        )
        for header in headers:
            line = reading.low.rfind("\n", 0, header.start) + 1
            if header.key in (_RECEIVER if from_desk else _SENDER):
                senders.append((header.start, header.end))
            hidden.append((line, header.start if header.key in _SUBJECT else header.end))
    quoted = [match.span() for match in _patterns()[3].finditer(reading.low)]
    answered = not parts[0][2]
    if answered and sum(end - start for start, end in quoted) < 0.8 * len(reading.low.strip()):
        hidden += quoted
    talk, speakers = _chat(reading.low)
    hidden += talk
    text, low = (_hide(value, hidden) for value in (reading.text, reading.low))
    return OwnWords(text, low, tuple(senders), bool(talk), speakers)


def _hide(text: str, spans: list[tuple[int, int]]) -> str:
    """Return a text of the same length with parts out of sight; its lines stay."""
    pieces, at = [], 0
    for start, end in sorted(spans):
        if end <= at:
            continue
        start = max(start, at)
        pieces.append(text[at:start])
        pieces.append(re.sub("[^\n]", BLANK, text[start:end]))
        at = end
    return "".join(pieces) + text[at:]


_Part = tuple[int, int, bool, list[Header]]


def _parts(low: str) -> list[_Part]:
    """Return the mails in a text: where each stands, whether it is not the customer's, its"
    " headers."""
    header_line, answered, forwarded = _patterns()[:3]
    bounds: list[tuple[int, str]] = [(0, "top")]
    headers: list[list[Header]] = [[]]
    last = -1
    lines = [(match.start(), match.end()) for match in re.finditer(r"[^\n]+", low)]
    for number, (start, end) in enumerate(lines):
        line = low[start:end]
        if forwarded.search(line):
            bounds.append((start, "forward"))
            headers.append([])
            last = number
        elif answered.match(line):
            bounds.append((start, "answer"))
            headers.append([])
            last = number
        elif match := header_line.match(line.lstrip(" >*")):
            shift = start + len(line) - len(line.lstrip(" >*"))
            key = match["key"]
            if (key in _SENDER and any(h.key in _SENDER for h in headers[-1])) or (
                key in _SENDER and number - last > 1 and number > 1 and not _is_top(low[:start])
            ):
                bounds.append((start, "block"))
                headers.append([])
            if key in _SENDER or headers[-1]:
                headers[-1].append(
                    Header(key, shift + match.start("value"), shift + match.end("value"))
                )
            last = number
    return _judged(low, bounds, headers)


def _is_top(before: str) -> bool:
    return not before.strip()


def _judged(low: str, bounds: list[tuple[int, str]], headers: list[list[Header]]) -> list[_Part]:
    ends = [start for start, _ in bounds[1:]] + [len(low)]
    parts: list[_Part] = []
    forwarding = False
    customer = empty_top = False
    for (start, how), end, own in zip(bounds, ends, headers, strict=True):
        values = {header.key: low[header.start : header.end] for header in own}
        sender = " ".join(values.get(key, "") for key in _SENDER)
        receiver = " ".join(values.get(key, "") for key in _RECEIVER)
        body_at = max([start, *(header.end for header in own)])
        empty = how == "top" and len(low[body_at:end].strip(" \n>-")) < 60
        empty_top = empty_top or (how == "top" and empty)
        if how == "top":
            ours = bool(sender) and _is_ours(sender) and len(bounds) > 1
            subject = " ".join(values.get(key, "") for key in _SUBJECT)
            passed_on = len(bounds) > 1 and _patterns()[6].search(low[:end][:_SHORT])
            ours = ours or bool(passed_on)
            forwarding = ours or empty or bool(re.match(r"(?:tr|fwd?|i|转发)[ ]?:", subject))
        elif sender:
            ours = _is_ours(sender) or (customer and not _is_ours(receiver) and how != "forward")
        else:
            ours = not (how == "forward" or (forwarding and not customer))
        if how == "top" and not own and len(bounds) > 1 and (bounds[1][1] == "forward"):
            ours = not empty or not low[start:end].strip()
        customer = customer or (not ours and not (how == "top" and empty))
        parts.append((start, end, ours, own))
    if all(ours or not low[start:end].strip(" \n>-") for start, end, ours, _ in parts) or (
        empty_top and all(ours for _, _, ours, _ in parts[1:])
    ):
        longest = max(parts, key=lambda part: part[1] - part[0])
        parts = [(*part[:2], part is not longest, part[3]) for part in parts]
    return parts


def _is_ours(who: str) -> bool:
    return bool(re.search(_OURS, who))


_Spans = list[tuple[int, int]]


def _chat(low: str) -> tuple[_Spans, tuple[tuple[int, int], ...]]:
    """Return what a chat has that the customer did not write, and the names of its customers.

    Moments, names and an agent's lines are not the customer's.
    """
    talk = _talk(low)
    if not talk:
        return _stamped_chat(low)
    hidden, names = [], []
    for head, end in zip(talk, [head.start() for head in talk[1:]] + [len(low)], strict=True):
        agent = _is_agent(head["who"])
        hidden.append((head.start(), end if agent else head.end()))
        if not agent:
            names.append(head.span("who"))
    return hidden, tuple(names)


def _talk(low: str) -> list[re.Match[str]]:
    """Return the heads of lines in which an agent and somebody speak by their names alone."""
    heads = [*_patterns()[5].finditer(low)]
    names = [head["who"] for head in heads]
    again = {name for name in names if names.count(name) > 1} if len(names) < _MOST_HEADS else set()
    talk = [head for head in heads if head["who"] in again or _speaks(head, low)]
    agents = [head for head in talk if _is_agent(head["who"])]
    return talk if agents and len(agents) < len(talk) else []


def _speaks(head: re.Match[str], low: str) -> bool:
    return bool(_POLITE.match(low, head.end())) or (
        _is_agent(head["who"]) and bool(_SAID.match(low, head.end()))
    )


def _stamped_chat(low: str) -> tuple[_Spans, tuple[tuple[int, int], ...]]:
    """Return what is not the customer's in a chat with moments, and the customers' names."""
    heads = [*_patterns()[4].finditer(low)]
    labels = [head["who4"] for head in heads if head["who4"]]
    spoken = len(set(labels)) < len(labels) or any(
        _POLITE.match(low, head.end()) for head in heads if head["who4"]
    )
    heads = [head for head in heads if spoken or not head["who4"]]
    if len(heads) < 2 and not any(_is_agent(_who(head)) for head in heads):
        return [], ()
    hidden, names = [], []
    ends = [head.start() for head in heads[1:]] + [len(low)]
    for head, end in zip(heads, ends, strict=True):
        name = next(key for key in ("head", "head2", "head3", "head4") if head[key] is not None)
        hidden.append((head.start(), end if _is_agent(_who(head)) else head.end(name)))
        names += [head.span(who) for who in _WHO if head[who] and not _is_agent(head[who])]
    return hidden, tuple(names)


def _who(head: re.Match[str]) -> str:
    return next((head[key] for key in (*_WHO, "who4") if head[key]), "")


def _is_agent(who: str) -> bool:
    return bool(re.search(_AGENT, who))


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], ...]:
    return (
        re.compile(_HEADER),
        re.compile(_ANSWERED),
        re.compile(_FORWARDED),
        re.compile(r"^[ ]*>[^\n]*", re.M),
        re.compile(_SPOKEN, re.M),
        re.compile(_NAMED, re.M),
        re.compile(_PASSED_ON),
    )
