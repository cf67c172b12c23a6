"""What a customer is found again by: the marks of a case, and those that a typed text may mean.

A mark is `kind:text`, its text in one form however it was typed, so that the same digits as an
order and as a phone number are two marks. Which facts give marks is told by their kind and how they
are marked: phone numbers, addresses, serial numbers and personal links by their kind, handles as
public, references as one word with a digit, names by their id, which ends in `name`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from lenovo_desk.core.model.flow import FactSpec, Flow, flow_keeping
from lenovo_desk.core.model.values import NONE
from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.text import bare, clean_line, folded, has_content, plain_words
from lenovo_desk.core.time.clock import Stamp
from lenovo_desk.core.values.parse_value import Entry, parse_value

_PROBLEMS = ("problem", "fault", "symptom")
"""How the ids of facts end that say what the customer reports."""
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
_MOST_WORDS = 6
"""The most words of a name."""
_TRACKING = frozenset(
    (
        *("fbclid", "gclid", "igsh", "igshid", "mibextid", "ref", "ref_src", "ref_url", "s", "t"),
        *("share", "share_id", "si", "spm", "feature", "from", "source", "xhsshare", "apptime"),
        *("xsec_source", "xsec_token", "app_platform"),
    )
)
"""What apps add to a link that is shared; it names who shares it, not what."""
_POST_ID = re.compile(r"\d{8}")
"""A post with such a number in its path needs nothing behind the `?`."""
_SAME_HOSTS = {"twitter.com": "x.com", "fb.com": "facebook.com"}


class Meaning(NamedTuple):
    """What a typed text may mean: a case that has all these marks is meant."""

    kind: str
    marks: tuple[str, ...]


def customer_key(flows: Iterable[Flow], keys: Iterable[str]) -> str:
    """Return the key of the fact that says who the customer is: a name, else a handle; or ""."""
    facts = [(key, spec) for key, spec in _specs(flows, keys) if spec.personal]
    names = (key for key, spec in facts if _is_name(spec))
    handles = (key for key, spec in facts if _is_handle(spec))
    return next(names, "") or next(handles, "")


def problem_key(flows: Iterable[Flow], keys: Iterable[str]) -> str:
    """Return the key of the fact that says what the customer reports; or ""."""
    texts = ((key, spec) for key, spec in _specs(flows, keys) if spec.kind == "text")
    return next((key for key, spec in texts if spec.id.endswith(_PROBLEMS)), "")


def marks_of(flows: Iterable[Flow], facts: Mapping[str, Any], country: str) -> frozenset[str]:
    """Return the marks of a case, from its facts by key.

    `country` is that of the case, for older phone numbers that lack their country code. Values may
    have any form: a document may have been written by anybody.
    """
    return frozenset(
        mark
        for key, spec in _specs(flows, facts)
        for cell, value in _cells(spec, facts[key])
        for mark in _marks(cell, value, country)
    )


def meanings_of(text: str, country: str = "") -> tuple[Meaning, ...]:
    """Return everything that a typed text may mean; nothing for an empty one.

    A phone number without its country code is read as one of `country`, and as one of the countries
    that `core.values.phone_numbers` tries where none is named.
    """
    text = clean_line(text)
    names = [[f"name:{part}" for part in sorted(parts)] for parts in _names_asked(text)]
    phone = FactSpec("phone", "phone")
    read: tuple[tuple[str, Iterable[str]], ...] = (
        *(("phone", _marks(phone, text, home)) for home in (country, "")),
        ("email", _marks(FactSpec("email", "email"), text, country)),
        ("serial", _marks(FactSpec("serial", "serial"), text, country)),
        ("link", _marks(FactSpec("link", "url", personal=True), _with_scheme(text), country)),
        ("handle", _handle_marks(text)),
        *(("name", marks) for marks in names),
    )
    meanings = (Meaning(kind, tuple(marks)) for kind, marks in read)
    return tuple(dict.fromkeys(meaning for meaning in meanings if meaning.marks))


def _specs(flows: Iterable[Flow], keys: Iterable[str]) -> Iterator[tuple[str, FactSpec]]:
    flows = tuple(flows)
    for key in keys:
        if place := flow_keeping(flows, key):
            yield key, place[1]


def _cells(spec: FactSpec, value: Any) -> Iterator[tuple[FactSpec, str]]:
    """Yield the single values of a fact; those in rows only where their kind tells a customer."""
    for part in value if isinstance(value, list | tuple) else (value,):
        if isinstance(part, str):
            if not spec.rows:
                yield spec, part
        elif isinstance(part, list | tuple):
            for column, cell in zip(spec.rows, part, strict=False):
                if isinstance(cell, str) and column.kind in ("phone", "email", "serial"):
                    yield column, cell


def _marks(spec: FactSpec, value: str, country: str) -> Iterator[str]:
    if not value or (spec.none and value == NONE):
        return
    if spec.kind in ("phone", "email", "serial"):
        yield from _canonical(spec.kind, value, country)
    elif spec.kind == "url" and spec.personal:
        if link := _link(value):
            yield f"link:{link}"
    elif spec.kind == "text" and spec.personal:
        if _is_name(spec):
            yield from (f"name:{part}" for part in _name_parts(value))
        elif _is_handle(spec):
            yield from _handle_marks(value)
        elif not re.search(r"\s", value.strip()):
            yield from _canonical("serial", value, country)


def _canonical(kind: str, value: str, country: str) -> Iterator[str]:
    """Yield the mark of a number or address; nothing when the value is none."""
    if kind == "phone" and re.fullmatch(r"(?a)\+\d{8,15}(?:x\d+)?", value):
        yield f"phone:{value.partition('x')[0]}"
        return
    entry = Entry(Stamp(0.0, "", 0.0), "UTC", country=country)
    plain = parse_value(FactSpec(kind, kind), value, entry)
    if isinstance(plain, Reason) or not isinstance(plain, str):
        return
    if kind == "phone":
        yield f"phone:{plain.partition('x')[0]}"
    elif kind == "email":
        yield f"email:{plain.lower()}"
    else:
        yield f"serial:{bare(plain)}"


def _is_name(spec: FactSpec) -> bool:
    return spec.kind == "text" and spec.id.endswith("name") and not spec.rows


def _is_handle(spec: FactSpec) -> bool:
    return spec.kind == "text" and spec.public


def _handle_marks(value: str) -> Iterator[str]:
    """Yield the mark of a handle, or of the profile that a link leads to."""
    text = folded(value)
    if "://" in text:
        path = _link(text).partition("/")[2]
        text = "" if "/" in path or "?" in path else path
    text = text.removeprefix("@").casefold()
    if has_content(text) and not re.search(r"[\s@/]", text):
        yield f"handle:{text}"


def _with_scheme(text: str) -> str:
    """Return a link with its scheme, which people leave out."""
    return f"https://{text}" if re.match(r"(?i)[\w.-]+\.[a-z]{2,}/\S", text) else text


def _link(value: str) -> str:
    """Return a link as it leads to the same page, without scheme and tracking; "" for none."""
    from urllib.parse import parse_qsl, urlencode, urlsplit

    plain = parse_value(FactSpec("link", "url"), value, Entry(Stamp(0.0, "", 0.0), "UTC"))
    if not isinstance(plain, str):
        return ""
    try:
        parts = urlsplit(plain)
    except ValueError:
        return ""
    host = re.sub(r"^(?:www|m|mobile)\.", "", (parts.hostname or "").lower())
    path = parts.path.rstrip("/")
    if _POST_ID.search(path):
        query = ""
    else:
        pairs = parse_qsl(parts.query, keep_blank_values=True)
        query = urlencode(sorted(pair for pair in pairs if not _tracks(pair[0])))
    return f"{_SAME_HOSTS.get(host, host)}{path}{'?' if query else ''}{query}".lower()


def _tracks(name: str) -> bool:
    return name.lower() in _TRACKING or name.lower().startswith("utm_")


def _name_parts(name: str) -> frozenset[str]:
    """Return the parts that each find a recorded name: words; in Chinese the whole and surname."""
    from lenovo_desk.core.privacy.chinese_words import COMPOUND

    parts = {word for words in _spellings(name) for word in words}
    chinese = [word for word in parts if _is_han(word)]
    surnames = {w[: 2 if re.match(COMPOUND, w) and len(w) > 2 else 1] for w in chinese}
    return frozenset(parts | surnames)


def _names_asked(text: str) -> Iterator[frozenset[str]]:
    """Yield sets of parts, of one of which a name must have all; none when the text is no name.

    Initials, and particles such as `de`, are asked for only where the name is nothing else.
    """
    from lenovo_desk.core.privacy.name_words import PARTICLES

    if any(map(str.isdigit, text)) or "@" in text or "/" in text:
        return
    for words in _spellings(text):
        if len(words) <= _MOST_WORDS:
            long = [word for word in words if _is_han(word) or len(word) > 1]
            yield frozenset([word for word in long if word not in PARTICLES] or words)


def _spellings(name: str) -> Iterator[list[str]]:
    """Yield the words of a name, folded, without forms of address, in each way to write them.

    `Müller` is also `Mueller`, `Jean-Pierre` and `O’Brien` are written as one word as well, and a
    Chinese name is one word whether there is a blank in it or not.
    """
    from lenovo_desk.core.privacy.chinese_people import HAN
    from lenovo_desk.core.values.labels import bare_name

    name = re.sub(f"(?<=[{HAN}])[\\s·]+(?=[{HAN}])", "", bare_name(name))
    for text in dict.fromkeys((name, name.lower().translate(_UMLAUTS))):
        for chunks in (plain_words(text), [bare(chunk) for chunk in text.split()]):
            pieces = [piece for word in chunks for piece in _one_script(word)]
            words = [_without_title(piece) if _is_han(piece) else piece for piece in pieces]
            yield [word for word in words if word not in _titles()] or words


def _one_script(word: str) -> list[str]:
    """Split a word where Chinese meets other letters."""
    from lenovo_desk.core.privacy.chinese_people import HAN

    return re.findall(f"[{HAN}]+|[^{HAN}]+", word)


@cache
def _titles() -> frozenset[str]:
    from lenovo_desk.core.privacy.name_words import FRENCH_TITLES

    return frozenset(plain_words(FRENCH_TITLES.replace("|", " ")))


def _without_title(name: str) -> str:
    """Return a Chinese name without its form of address; a short one only behind a surname."""
    from lenovo_desk.core.privacy.chinese_words import COMPOUND, KNOWN_TITLES_CN

    plain = re.sub(f"(?:{KNOWN_TITLES_CN})$", "", name)
    surname = len(plain) == 1 or re.fullmatch(COMPOUND, plain)
    return plain if surname or len(name) - len(plain) > 1 else name


def _is_han(word: str) -> bool:
    return "\u3400" <= word[:1] <= "\u9fff"
