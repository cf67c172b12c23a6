"""A driver for the real app: real content, a real store in a folder of its own, a clock in hand.

async with desk(tmp_path, language="fr") as d:
    await d.press("1", "1")
    d.shows("Quel type de réclamation ?")
"""

import re
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from textual import events
from textual.drivers.headless_driver import HeadlessDriver
from textual.geometry import Size
from textual.keys import KEY_NAME_REPLACEMENTS, _character_to_key
from textual.pilot import Pilot
from textual.strip import Strip

from lenovo_desk.cli.desk_settings import desk_settings
from lenovo_desk.cli.services import Services, TrainingServices
from lenovo_desk.core.engine.mock_rules import MOCK
from lenovo_desk.core.model.case import Case
from lenovo_desk.core.model.flow import Plain
from lenovo_desk.core.ports import Library
from lenovo_desk.store.cases.case_store import CaseStore
from lenovo_desk.store.disk.journal import read_journal
from lenovo_desk.store.mock.mock_store import MockStore
from lenovo_desk.tui.app import DeskApp
from lenovo_desk.tui.desk.case_screen import CaseScreen
from lenovo_desk.tui.kit.theme import inks
from lenovo_desk.tui.live_cases import LiveCases
from tests.hand_clock import HandClock
from tests.shipped_content import library, materials
from tests.tui.timers import HandTimers

START = 1_795_338_000.0
"""2026-11-22 10:00 in Paris, a Sunday."""
ZONE = "Europe/Paris"
CASE, MOCK_CALL = "20261122-090000-case{}", "20261122-090000-mock{}"
SIZES = ((80, 24), (100, 30), (140, 45))
Size_ = tuple[int, int]

SETTINGS = """\
# Who works here.
language: {language}
phrases: {phrases}
theme: dark
clipboard: terminal  # nothing but the terminal
agents:
  - {{id: ana, name: Ana, initials: AL, role: social}}
  - {{id: bo, name: Bo, initials: BW, role: hotline}}
agent: ana
links:
  # Where customers find help.
  support_link: https://support.example.com
  forum_link: https://forum.example.com
  stores_link: https://stores.example.com
  shop_link: https://shop.example.com
  privacy_link: https://privacy.example.com
"""
"""A file somebody wrote by hand; the link to the status of a complaint is not filled in."""


def desk_clock(utc: float = START) -> HandClock:
    """Return a clock that stands at the desk's morning."""
    return HandClock(utc, "boot-1", tick=0.0)


class Driver:
    """Presses keys and reads the screen."""

    def __init__(
        self,
        app: DeskApp,
        pilot: Pilot[None],
        data: Path,
        clock: HandClock,
        timers: HandTimers,
    ) -> None:
        self.app = app
        self.data = data
        self.clock = clock
        self._pilot = pilot
        self._timers = timers

    # --- acting

    async def press(self, *keys: str) -> "Driver":
        """Press keys at leisure: a second passes before each, so that no guard is in the way."""
        for key in keys:
            self.clock.forward(1.0)
            await self.at_once(key)
        return self

    async def at_once(self, *keys: str) -> "Driver":
        """Press keys in no time."""
        for key in keys:
            self._send(key)
            await self.settle()
        return self

    async def mash(self, *keys: str) -> "Driver":
        """Press keys so fast that nothing is handled before the last one."""
        for key in keys:
            self._send(key)
        return await self.settle()

    async def type(self, text: str) -> "Driver":
        """Type a text, each character a key."""
        self.clock.forward(1.0)
        return await self.mash(*text)

    async def paste(self, text: str) -> "Driver":
        """Paste, as a terminal does it with brackets around."""
        self.send_paste(text)
        return await self.settle()

    def send_paste(self, text: str) -> None:
        """Paste without waiting for what comes of it."""
        self._driver.send_message(events.Paste(text.replace("\0", "")))

    async def resize(self, width: int, height: int) -> "Driver":
        """Give the terminal another size."""
        self._driver._size = Size(width, height)
        self.app.post_message(events.Resize(Size(width, height), Size(width, height)))
        await self.settle()
        self.app._check_resize()  # what a timer would do in a moment
        await self.settle()
        assert self.app._exception or self.app.screen.size == (width, height)
        return self

    async def seconds(self, count: int = 1) -> "Driver":
        """Let so many seconds pass, and the app's timers go off in each."""
        for _ in range(count):
            self.clock.forward(1.0)
            with self.app._context():  # another app may have started since
                self._timers.go_off()
        return await self.settle()

    async def started(self) -> "Driver":
        """Wait for the app, and for what it does in the moment after its start."""
        await self.settle()
        with self.app._context():
            self._timers.go_off(ahead=0.1)
        return await self.settle()

    async def settle(self) -> "Driver":
        """Wait until every message is handled and nothing waits to be painted."""
        quiet = 0
        while quiet < 2 and self.app._exception is None and self.app.is_running:
            screen = self.app.screen
            await self._pilot._wait_for_screen()
            if not self.app._running:
                break
            shown = [*self.app._background_screens, self.app.screen]  # a question lies over others
            for one in shown:
                if one is self.app.screen or one._layout_required:
                    one._on_timer_update()
            pumps = [
                self.app,
                *(pump for one in shown for pump in one.walk_children(with_self=True)),
            ]
            still = all(pump._message_queue.empty() for pump in pumps if pump._message_queue)
            quiet = quiet + 1 if still and screen is self.app.screen else 0
        return self

    @property
    def _driver(self) -> HeadlessDriver:
        driver = self.app._driver
        assert isinstance(driver, HeadlessDriver)
        return driver

    def _send(self, key: str) -> None:
        event = key_event(key)
        event.time = self.clock.now().up
        event.set_sender(self.app)
        self._driver.send_message(event)

    # --- reading

    @property
    def strips(self) -> list[Strip]:
        """The rows of the screen."""
        return self.app.screen._compositor.render_strips()

    @property
    def rows(self) -> list[str]:
        """The rows of the screen as text, without the blanks at their ends."""
        return [strip.text.rstrip() for strip in self.strips]

    @property
    def cursor_row(self) -> str:
        """The row under the cursor, all of it that is lit; "" without one."""
        lit = inks(self.app).lit.bgcolor
        texts = (
            "".join(part.text for part in strip if part.style and part.style.bgcolor == lit)
            for strip in self.strips
        )
        return next((text for text in texts if text.strip()), "")

    def screen_text(self) -> str:
        """The screen as text."""
        return "\n".join(self.rows)

    @property
    def flowing(self) -> str:
        """The screen as one line without bars and repeated blanks, for texts that wrap."""
        return " ".join(re.sub("[▌▏]", " ", self.screen_text()).split())

    def shows(self, *texts: str) -> "Driver":
        """Hold that the screen shows texts, wherever their lines break."""
        squeezed = _squeezed(self.flowing)
        for text in texts:
            assert _squeezed(text) in squeezed, f"{text!r} is not in view:\n{self.screen_text()}"
        return self

    def hides(self, *texts: str) -> "Driver":
        """Hold that the screen does not show texts."""
        squeezed = _squeezed(self.flowing)
        for text in texts:
            assert _squeezed(text) not in squeezed, f"{text!r} is in view:\n{self.screen_text()}"
        return self

    @property
    def keys_row(self) -> str:
        """What the row of keys says: the last row of every screen."""
        return " ".join(self.rows[-1].split())

    @property
    def message(self) -> str:
        """What the row of messages says; a long message takes several."""
        row = self.app.screen.query_one("#message").region
        return " ".join(" ".join(self.rows[row.y : row.bottom]).split())

    @property
    def last_row(self) -> str:
        """The message, else the keys."""
        return (self.app.screen.query("#message") and self.message) or self.keys_row

    @property
    def desk(self) -> CaseScreen:
        """The desk, also when another screen is in front of it."""
        return next(one for one in self.app.screen_stack if isinstance(one, CaseScreen))

    @property
    def case(self) -> Case:
        """The live case."""
        assert self.app.session is not None, f"no case is live:\n{self.screen_text()}"
        return self.app.session.case

    @property
    def step(self) -> str:
        """The step at which the live case stands."""
        return self.case.here.top.step

    def fact(self, key: str) -> object:
        """The value a fact of the live case has last been given, by its key; None for none."""
        entries = self.case.ledger.get(key, ())
        return entries[-1].value if entries else None

    @property
    def clipboard(self) -> str:
        """What the terminal was asked to put on the clipboard."""
        return self.app.clipboard

    def events(self, number: int = 0) -> list[Plain]:
        """The events in the journal of a case, as they are on disk; personal values sealed."""
        path = self.data / "open" / f"{CASE.format(number)}.jsonl"
        return list(read_journal(path).plains)

    def log(self) -> list[Plain]:
        """The closed cases in the day log, latest first."""
        return list(CaseStore(self.data, self.clock).documents())


def _squeezed(text: str) -> str:
    return "".join(text.split())


def key_event(key: str) -> events.Key:
    """Return the event of a key: a name like `ctrl+q` or `enter`, or any one character."""
    if len(key) > 1:
        name = KEY_NAME_REPLACEMENTS.get(key, key)
        return events.Key(name, _CHARACTERS.get(name))
    name = key if key.isalnum() else _character_to_key(key)
    return events.Key(name, key)


_CHARACTERS = {"enter": "\r", "tab": "\t", "escape": "\x1b", "space": " ", "backspace": "\x7f"}


@asynccontextmanager
async def desk(
    folder: Path,
    *,
    size: Size_ = (80, 24),
    language: str = "fr",
    phrases: str = "",
    start: str = "",
    clock: HandClock | None = None,
    content: Library | None = None,
    settings: str | None = SETTINGS,
    greeting: str = "",
) -> AsyncIterator[Driver]:
    """Run the app over a data folder; a second run over the same folder is a restart.

    `language` is the interface's, `phrases` another one for phrases; `settings` is written unless
    a file is there already; None writes none.
    """
    clock = clock or desk_clock()
    data = folder / "data"
    path = data / "settings.yaml"
    if settings is not None and not path.exists():
        data.mkdir(mode=0o700, parents=True, exist_ok=True)
        spoken = phrases or (language if language != "en" else "fr")
        path.write_text(settings.format(language=language, phrases=spoken), "utf-8")
    file = desk_settings(str(data), ZONE)
    store = CaseStore(data, clock)
    services, ids = Services(), _ids(data)
    mock_ids = _ids(data / MOCK, MOCK_CALL)
    services.__dict__.update(data=str(data), store=store, settings_file=file, language="")
    services.__dict__.update(library=content or library(), materials=materials())
    services.__dict__.update(calls=MockStore(data / MOCK, clock))
    app = DeskApp(
        services.library,
        store,
        file,
        lambda flow: services.opening(flow, next(ids), "real"),
        (lambda app: app.start(start)) if start else None,
        greeting,
        training=lambda: TrainingServices(services, lambda: next(mock_ids)),
    )
    timers = HandTimers(app, clock)
    with timers.held():
        async with app.run_test(size=size) as pilot:
            driver = Driver(app, pilot, data, clock, timers)
            await driver.started()
            yield driver


def _ids(data: Path, ids: str = CASE) -> Iterator[str]:
    """Yield ids that no earlier run over the folder gave."""
    used = [int(path.stem[20:]) for path in (data / "keys").glob(ids.format("*"))]
    for number in range(max(used, default=-1) + 1, 1000):
        yield ids.format(number)


def crash(driver: Driver) -> None:
    """Leave the cases as a killed program does: nothing is kept, only the locks fall."""
    cases, driver.app.live = driver.app.live.cases, LiveCases()
    assert cases
    store: Any = driver.app.store
    for live in cases:
        locked = store._open._locked.pop(live.id)
        locked.close_journal()
        locked.lock.release()
