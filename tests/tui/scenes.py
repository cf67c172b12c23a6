"""What the snapshots show: how to get there with keys, from an empty Home."""

import os
import tempfile
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from textual.strip import Strip

from lenovo_desk.core.model.events import Event
from lenovo_desk.core.model.intents import RecordFact
from lenovo_desk.tui.setup.first_start import show_first_start
from tests.tui.class_scenes import CLASS_SCENES
from tests.tui.driver import SIZES, Driver, crash, desk
from tests.tui.left_case import OWED, leave
from tests.tui.mock_scenes import MOCK_SCENES
from tests.tui.pasted_messages import MESSAGE
from tests.tui.trainer_scenes import TRAINER_SCENES
from tests.tui.visit_at_the_door import at_the_door

LANGUAGES = ("fr", "zh")
PERSON = {"fr": "Zoé L’Hermite", "zh": "王小明"}
NOTE = {"fr": "Rappeler après 18 h : « pas avant ».", "zh": "十八点以后再打，“不要提前”。"}
PARK = {"fr": ("Attend le client", "demain 9h"), "zh": ("等客户回复", "明天9点")}

NAMING = {
    "fr": "Bonjour M. Dupont, nous vous rappelons au 06 12 34 56 78 dès demain.",
    "zh": "王先生您好，工程师明天会打138-0013-8000给您。",
}

PUBLIC = ("1",)
"""The first step of the triage, whose first ways are public."""
DELAYED = (*PUBLIC, "1", "4")
ESCALATION = (*PUBLIC, "1", "3", "2", "1")
NO_WARRANTY = (*PUBLIC, "1", "2", "2")
THANKED = (*PUBLIC, "4", "1")
LINK = (*PUBLIC, "2", "3", "1")
FILE = ("zoe@example.com", "06 12 34 56 78", "ThinkPad T14", "1", "CS-1234567")

Scene = Callable[[Driver, str], Awaitable[object]]


async def _home(d: Driver, language: str) -> None:
    """Nothing has happened yet."""


async def _home_waiting(d: Driver, language: str) -> None:
    """A case that is done, one parked by the agent, one by a choice, one left by a crash."""
    await _closed(d, language)
    await _park(d, language)
    reason, until = PARK[language]
    await d.type(reason)
    await d.press("enter")
    await d.type(until)
    await d.press("enter")
    await d.press(*PUBLIC, "2", "1", "f", "0", "enter", "1", "2")
    await d.press(*NO_WARRANTY)
    crash(d)
    d.app.pop_screen()
    d.app.home.show()


async def _home_twelve(d: Driver, language: str) -> None:
    """Twelve cases that a crash left, some of them with a promise; days later."""
    for flow in (*"123456789", "7", "8", "9"):
        await d.press(flow)
        crash(d)
        d.app.pop_screen()
        d.app.home.show()
    await d.press("7", "f", "1", "enter", "1")
    crash(d)
    d.app.pop_screen()
    d.clock.forward(2 * 86400.0)
    d.app.home.show()
    await d.press("up", "up")


async def _first(d: Driver, language: str) -> None:
    await d.press("1")


async def _filling(d: Driver, language: str) -> None:
    await d.press("1", "f")


async def _locked(d: Driver, language: str) -> None:
    await d.press(*DELAYED)


async def _refused(d: Driver, language: str) -> None:
    await d.press(*DELAYED, "2")


async def _owed(d: Driver, language: str) -> None:
    """A consent that was given for another value comes along to the next step."""
    leave(d.data.parent, d.clock, "case1", "complaint", OWED)
    d.app.home.show()
    await d.press("up", "enter")


async def _blank(d: Driver, language: str) -> None:
    await d.press(*LINK)


async def _six(d: Driver, language: str) -> None:
    await d.press(*ESCALATION, "f")
    for text in (PERSON[language], *FILE[:2]):
        await d.type(text)
        await d.press("enter")
    await d.press("escape")


async def _wrong(d: Driver, language: str) -> None:
    await d.press(*ESCALATION, "f")
    await d.type(PERSON[language])
    await d.press("enter")
    await d.type("zoe@")
    await d.press("enter")


async def _caution(d: Driver, language: str) -> None:
    await d.press(*NO_WARRANTY)


async def _note(d: Driver, language: str) -> None:
    await d.press(*NO_WARRANTY, "n")
    await d.type(NOTE[language])


async def _flagged(d: Driver, language: str) -> None:
    """A note that is a forbidden phrase, while it is typed."""
    rules = d.app.library.guard_rules()
    await d.press(*NO_WARRANTY, "n")
    await d.type(next(rule.says for rule in rules if rule.language == language))


async def _reply(d: Driver, language: str) -> None:
    """A reply begun with the phrase in view."""
    await d.press(*DELAYED, "r")


async def _marked_reply(d: Driver, language: str) -> None:
    """A public reply that names somebody twice: marked, said in words, with the way without."""
    await d.press(*PUBLIC, "2", "3", "1", "r")
    await d.type(NAMING[language])
    await d.seconds(1)


async def _cards(d: Driver, language: str) -> None:
    await d.press(*DELAYED, "i", "down")


async def _end(d: Driver, language: str) -> None:
    await d.press(*THANKED, "escape")


async def _inside(d: Driver, language: str) -> None:
    """Another flow opened inside the case, a note written, the customer on hold."""
    await d.press(*THANKED[:1], "n")
    await d.type(NOTE[language])
    await d.press("enter", "h", "plus", "enter")


async def _wrap_up(d: Driver, language: str) -> None:
    await d.press(*THANKED[:2], "c", "1")


async def _abandon(d: Driver, language: str) -> None:
    await d.press(*DELAYED, "x")


async def _closed(d: Driver, language: str) -> None:
    await _six(d, language)
    await d.press("f")
    for text in FILE[2:]:
        await d.type(text)
        await d.press("enter")
    await d.press("0", "enter", "c", "1")
    await d.type(NOTE[language])
    await d.press("enter")


async def _log(d: Driver, language: str) -> None:
    await _closed(d, language)
    await d.press(*THANKED, "enter", "g")


async def _record(d: Driver, language: str) -> None:
    await _closed(d, language)
    await d.press("g", "enter")


async def _settings(d: Driver, language: str) -> None:
    await d.press("s")


async def _settings_group(d: Driver, language: str) -> None:
    words = d.app.library.words(language)
    await d.press("s")
    await d.type(words["settings.groups.numbers"])
    await d.press("enter")


async def _gap(d: Driver, language: str) -> None:
    """The phrase waits for a link of the settings."""
    d.app.settings.change("forum_link", "")
    await d.press(*NO_WARRANTY, "1")


async def _gap_form(d: Driver, language: str) -> None:
    await _gap(d, language)
    await d.press("f")


async def _first_start(d: Driver, language: str) -> None:
    show_first_start(d.app, language)
    await d.settle()


async def _first_country(d: Driver, language: str) -> None:
    await _first_start(d, language)
    await d.press("enter")
    await d.type(PERSON[language])
    await d.press("enter", "1", "enter")


async def _first_values(d: Driver, language: str) -> None:
    for name in ("support_link", "forum_link", "privacy_link"):
        d.app.settings.change(name, "")
    await _first_country(d, language)
    await d.press("enter")
    await d.type("https://support.example.com")
    await d.press("enter")


async def _first_end(d: Driver, language: str) -> None:
    await _first_values(d, language)
    await d.press("enter", "enter")


async def _help(d: Driver, language: str) -> None:
    await d.press(*DELAYED, "question_mark")


async def _find(d: Driver, language: str) -> None:
    await d.press(*DELAYED, "slash")
    await d.type({"fr": "garantie", "zh": "保修"}[language])


async def _find_nothing(d: Driver, language: str) -> None:
    """Words that nothing fits, near to some that are there."""
    await d.press(*DELAYED, "slash")
    await d.type({"fr": "colère", "zh": "不存在的词"}[language])


async def _find_customer(d: Driver, language: str) -> None:
    """From Home, a customer whose case waits, by a part of the name."""
    await _waiting_customer(d, language)
    await d.press("slash")
    await d.type(PERSON[language][:3])


async def _board(d: Driver, language: str) -> None:
    """A customer whose case waits, late, beside promises."""
    await _waiting_customer(d, language)
    await d.press("7", "f", "1", "1")
    crash(d)
    d.app.pop_screen()
    d.clock.forward(2 * 86400.0)
    d.app.home.show()
    await d.press("d")


async def _waiting_customer(d: Driver, language: str) -> None:
    await _six(d, language)
    await d.press("p")
    reason, until = PARK[language]
    await d.type(reason)
    await d.press("enter")
    await d.type(until)
    await d.press("enter")


async def _wait(d: Driver, language: str) -> None:
    """A visit at the door, half of its wait over."""
    at_the_door(d.data.parent, d.clock)
    d.app.home.show()
    await d.press("up", "enter")
    d.clock.forward(397)
    await d.seconds(1)


async def _wait_over(d: Driver, language: str) -> None:
    await _wait(d, language)
    d.clock.forward(600)
    await d.seconds(1)


async def _park(d: Driver, language: str) -> None:
    await d.press(*DELAYED, "p")


async def _hand_over(d: Driver, language: str) -> None:
    """A slip in the second passphrase."""
    with at_home("/home/ana"):
        await d.press(*DELAYED, "o")
    await d.type(PARK[language][0])
    await d.press("enter", "enter")
    for text in ("neuf oies", "neuf oie"):
        await d.type(text)
        await d.press("enter")


async def _take_over(d: Driver, language: str) -> None:
    """A file that is not there."""
    await d.press("t")
    await d.type("~/absent.handover")
    await d.press("enter")
    await d.type("neuf oies")
    with at_home("/home/ana"):
        await d.press("enter")


@contextmanager
def at_home(folder: str) -> Iterator[None]:
    """Let the user's own folder be another one."""
    before = dict(os.environ)
    os.environ.update(HOME=folder, USERPROFILE=folder)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


async def _code(d: Driver, language: str) -> None:
    """The second part of a phrase that is too long for one code at 80x24."""
    await d.press(*DELAYED, "q", "v")


async def _zoom(d: Driver, language: str) -> None:
    await d.press(*DELAYED, "z")


async def _live(d: Driver, language: str) -> None:
    """Three customers: one in view, one who waits, one whose time presses."""
    facts = {
        "1": {"network": "x", "handle": "@marc_lyon"},
        "9": {"noticed_at": "now", "customer_name": PERSON[language]},
        "4": {},
    }
    for flow, values in facts.items():
        await d.press(flow)
        for name, value in values.items():
            assert d.app.session is not None
            assert isinstance(d.app.session.do(RecordFact(name, value)), Event), name
        await d.press("g")
        d.clock.forward(1200)
    await d.press("tab", "tab")
    await d.seconds(150)


async def _home_live(d: Driver, language: str) -> None:
    """The same three, seen from Home, and one parked."""
    await _home_waiting(d, language)
    await _live(d, language)
    await d.press("g")
    await d.seconds(1)


async def _pasted(d: Driver, language: str) -> None:
    """What was read in a message, one value taken out; one replaces what is recorded."""
    await d.press(*ESCALATION, "f")
    await d.type("Hugo Durand")
    await d.press("enter", "escape")
    await d.paste(MESSAGE[language])
    await d.press("2")


async def _pasted_home(d: Driver, language: str) -> None:
    """Which flow a message begins."""
    await d.paste(MESSAGE[language])


SCENES: dict[str, Scene] = {
    "home": _home,
    "home-waiting": _home_waiting,
    "home-twelve": _home_twelve,
    "home-live": _home_live,
    "desk-live": _live,
    "desk-first": _first,
    "desk-filling": _filling,
    "desk-locked": _locked,
    "desk-refused": _refused,
    "desk-owed": _owed,
    "desk-blank": _blank,
    "desk-wait": _wait,
    "desk-wait-over": _wait_over,
    "desk-six-facts": _six,
    "desk-wrong": _wrong,
    "desk-caution": _caution,
    "desk-note": _note,
    "desk-flagged": _flagged,
    "desk-reply": _reply,
    "desk-marked-reply": _marked_reply,
    "cards": _cards,
    "desk-end": _end,
    "desk-inside": _inside,
    "wrap-up": _wrap_up,
    "abandon": _abandon,
    "log": _log,
    "record": _record,
    "settings": _settings,
    "settings-group": _settings_group,
    "desk-gap": _gap,
    "desk-gap-form": _gap_form,
    "first-start": _first_start,
    "first-country": _first_country,
    "first-values": _first_values,
    "first-end": _first_end,
    "help": _help,
    "find": _find,
    "find-nothing": _find_nothing,
    "find-customer": _find_customer,
    "board": _board,
    "park": _park,
    "hand-over": _hand_over,
    "take-over": _take_over,
    "code": _code,
    "zoom": _zoom,
    "pasted": _pasted,
    "pasted-home": _pasted_home,
    **CLASS_SCENES,
    **MOCK_SCENES,
    **TRAINER_SCENES,
}


def _drawn(strip: Strip) -> str:
    """Return a row as text; blanks that are painted, as in big digits, are blocks."""
    parts = (
        "█" * len(part.text)
        if part.text.isspace() and part.style and part.style.reverse
        else part.text
        for part in strip
    )
    return "".join(parts).rstrip()


async def taken(name: str, language: str) -> str:
    """Return a scene in a language as a text, one frame for each size."""
    with tempfile.TemporaryDirectory() as folder:
        async with desk(Path(folder), language=language) as d:
            await SCENES[name](d, language)
            frames = []
            for width, height in SIZES:
                await d.resize(width, height)
                rows = "\n".join(map(_drawn, d.strips))
                frames.append(f"=== {width}x{height}\n{rows}\n")
    return "".join(frames)
