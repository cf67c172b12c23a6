"""Law 8: nothing that names a person leaves by a public medium, however it is spelled."""

from collections.abc import Callable
from random import Random
from typing import Any

import pytest

from lenovo_desk.core.model import intents as it
from lenovo_desk.core.model.events import Event
from tests.core.machine import Machine

FLOW: dict[str, Any] = {
    "flow": "talk",
    "facts": {
        "channel": {"type": "choice", "options": ["public", "private"]},
        "customer_name": {"personal": True},
        "phone": {"type": "phone", "personal": True},
        "mail": {"type": "email", "personal": True},
        "machine": {"type": "serial", "personal": True},
    },
    "steps": {
        "talk": {"say": [{"phrase": "told", "via": "public"}], "choices": {"on": {"goto": "over"}}},
        "over": {"end": "done"},
    },
}
TEMPLATES = (
    "{}", "Bonjour, {} est bien noté.", "Nous avons vu {}, merci !", "您好，{}我们记下了。",
    "好的 {} 谢谢", "Thanks, {} is fine.", "( {} )", "Écrit le 12/03/2026 : {}. Version 1.2.3.",
    "... {} ?", "À 14:30, {}, pour 1 299,99 €",
)  # fmt: skip
UNITS = ("zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf")
UNITS_EN = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
TENS = (
    *("dix", "onze", "douze", "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit"),
    *("dix-neuf", "vingt", "vingt-et-un"),
)
HAN = "零一二三四五六七八九"
SEPARATORS = (
    *(" ", ".", "-", "/", " - ", "·", "_", " . ", " / ", ":", "|", "~", "•", "—", "…", "\\", "//"),
    *("+", "=", "'", ";"),
)
WIDE = {char: chr(ord(char) + 0xFEE0) for char in map(chr, range(0x21, 0x7F))}
INVISIBLE = ("\u200b", "\u00ad", "\u2060", "\ufe0f")
FIRST = ("Zoé", "Jérôme", "Anaïs", "Marie-Claude", "François", "Gaël", "Łukasz", "Søren", "Müge")
LAST = ("Lefèvre", "L’Hermite", "Garnier", "Müller", "Dupond", "Nguyen", "Håkansson", "García")
GIVEN = ("伟", "芳", "小明", "建军", "秀英", "国强")
SURNAME = ("王", "李", "张", "欧阳", "诸葛", "赵")

Spelling = Callable[[Random, str], str]


def bare(text: str) -> str:
    """Take the accents off, as people do who lack the keys."""
    from unicodedata import combining, normalize

    table = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "’": "'"})
    flat = normalize("NFD", text.translate(table))
    return "".join(char for char in flat if not combining(char))


SPELLINGS: tuple[Spelling, ...] = (
    lambda random, text: text,
    lambda random, text: "".join(WIDE.get(char, char) for char in text),
    lambda random, text: random.choice(INVISIBLE).join(text),
    lambda random, text: bare(text),
)
CASES: tuple[Spelling, ...] = (
    lambda random, text: text.lower(),
    lambda random, text: text.upper(),
    lambda random, text: text.title(),
)


def digits(random: Random, number: str) -> str:
    """Spell a number: in groups, words, signs between, other digits."""
    pairs = [number[at : at + 2] for at in range(0, len(number), 2)]
    way = random.randrange(10)
    if way == 0:
        return random.choice(SEPARATORS).join(pairs)
    if way == 1:
        return random.choice([" ", "-", ", "]).join(UNITS[int(char)] for char in number)
    if way == 2:
        return " ".join(UNITS_EN[int(char)] for char in number)
    if way == 3:
        return random.choice(["", " "]).join(HAN[int(char)] for char in number)
    if way == 4:
        return random.choice([" ", "🙂", " . ", "*"]).join(number)
    if way == 5:
        return " ".join(
            TENS[int(pair) - 10] if pair.isdigit() and 10 <= int(pair) < 22 else pair
            for pair in pairs
        )
    if way == 6:
        return "".join(f"{char}\ufe0f\u20e3" for char in number)
    if way == 7:
        return "".join(random.choice([char, HAN[int(char)]]) for char in number)
    if way == 8:
        at = random.randrange(3, len(number))
        return f"{number[:at]}{random.choice('x*•')}{number[at + 1 :]}"
    return number


def phone(random: Random) -> tuple[str, str]:
    """Return a phone number, and how it is spelled."""
    if random.random() < 0.5:
        number = f"0{random.choice('1234567')}{random.randrange(10**8):08}"
    else:
        number = f"1{random.choice('3578')}{random.randrange(10**9):09}"
    return number, digits(random, number)


def mail(random: Random) -> tuple[str, str]:
    """Return an e-mail address, and how it is spelled."""
    local = f"{random.choice(FIRST)}.{random.choice(LAST)}"
    local = bare(local).replace("'", "").lower()
    domain, end = (
        random.choice(["mail", "orange", "gmail", "exemple"]),
        random.choice(["fr", "com"]),
    )
    at = random.choice(["@", " @ ", "(at)", " [at] ", " arobase ", "＠", " 艾特 "])
    dot = random.choice([".", " point ", "(dot)", " dot ", "点"] if at != "@" else [".", "."])
    return f"{local}@{domain}.{end}", f"{local}{at}{domain}{dot}{end}"


def machine(random: Random) -> tuple[str, str]:
    """Return a serial number, and how it is spelled."""
    tail = "".join(random.choice("ABCDEFGHKLMNPQRSTVWXYZ0123456789") for _ in range(4))
    number = f"{random.choice(['PF', 'MP', 'PC', 'YD'])}{random.randrange(10)}{tail}K"
    spelled = random.choice(
        [number, number.lower(), f"{number[:2]}-{number[2:]}", " ".join(number)]
    )
    return number, f"{random.choice(['', 'SN ', 'machine '])}{spelled}"


def name(random: Random) -> tuple[str, str]:
    """Return a name, and how one of its parts is said."""
    if random.random() < 0.4:
        surname, given = random.choice(SURNAME), random.choice(GIVEN)
        return surname + given, random.choice(
            [surname + given, f"{surname} {given}", f"{surname}先生", f"{surname}女士"]
        )
    first, last = random.choice(FIRST), random.choice(LAST)
    said = random.choice(
        [first, last, f"{last} {first}", f"{first} {last}", f"{last.upper()} {first}", f"M. {last}",
         f"Mme {last}", f"{bare(first).lower()}-{bare(last).lower()}"]
    )  # fmt: skip
    return f"{first} {last}", random.choice([said, *(spell(random, said) for spell in CASES)])


THINGS = {"phone": phone, "mail": mail, "machine": machine, "customer_name": name}


@pytest.mark.parametrize("fact", THINGS)
@pytest.mark.parametrize("recorded", [True, False])
def test_law_8_nobody_is_named_in_public(fact: str, recorded: bool) -> None:
    if fact == "customer_name" and not recorded:
        pytest.skip("a name that nobody recorded and no title marks is any word")
    for seed in range(400):
        random = Random(f"{fact} {seed}")
        value, said = THINGS[fact](random)
        text = random.choice(TEMPLATES).format(random.choice(SPELLINGS)(random, said))
        case = Machine({"talk": FLOW}).begin()
        if recorded:
            assert case.record(fact, value), value
        for intent in (
            it.WriteReply(text, "public"),
            it.CopyPhrase("told", "fr", text, "proposed", (), ()),
        ):
            answer = case.do(intent)
            assert not isinstance(answer, Event), f"seed {seed}: {value!r} said as {text!r}"
            assert answer.reasons[0].code == "personal_in_public"
        assert isinstance(case.do(it.WriteReply(text, "private")), Event), "in private it is said"
