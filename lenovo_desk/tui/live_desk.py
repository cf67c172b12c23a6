"""Opens cases on the screen, goes from one live case to another, and lets them go."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

from textual.screen import Screen

from lenovo_desk.core.engine.session import Session, StoreProblem
from lenovo_desk.core.model.intents import RecordFact, desk_of
from lenovo_desk.core.reasons import Reason
from lenovo_desk.core.wording.sentences import filled, pair, sentence
from lenovo_desk.tui.due_bell import Due, DueBell, due_in_case, due_in_waiting
from lenovo_desk.tui.home.home_screen import Home
from lenovo_desk.tui.kit.base_screen import BaseScreen
from lenovo_desk.tui.kit.hint_row import TimeUp
from lenovo_desk.tui.kit.lines import Lines, repaint
from lenovo_desk.tui.kit.times_and_ids import short_id
from lenovo_desk.tui.live_cases import MOST, LiveCase
from lenovo_desk.tui.shell import S, Shell


class LiveDesk:
    """What the app does with cases; the live ones are in `Shell.live`."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._bell = DueBell()
        self._begun = False
        """Whether the bell has rung for what had fallen due before."""

    # --- opening

    def start(self, flow: str, follows: str = "", facts: Iterable[RecordFact] = ()) -> str:
        """Begin a case with some facts and show it; `follows` is the case it continues.

        Return why it cannot be opened, having said so, or "".
        """
        shell = self._shell
        if problem := self._full() or self._stays():
            return problem
        opening = shell.opening(flow)._replace(follows=follows)
        return self._take(lambda: shell.store.open_case(shell.library, opening, facts))

    def resume(self, case: str) -> None:
        """Show a live case again, or open an unfinished one at the step it is at."""
        shell = self._shell
        if live := shell.live.named(case):
            self.show_live(live)
        elif not (self._full() or self._stays()):
            desk = desk_of(shell.opening(""))
            self._take(lambda: shell.store.resume(case, shell.library, desk))

    def _full(self) -> str:
        """Return that no more cases can be live, having said so; "" while there is room."""
        shell = self._shell
        if len(shell.live.cases) < MOST:
            return ""
        problem = filled(shell.words["live.full"], {"n": str(MOST)})
        shell.tell_home(problem, True)
        return problem

    def _stays(self) -> str:
        """Take the case in view out of it; return why that failed, having said so, or ""."""
        problem = self.turn_away()
        if problem and isinstance(self._shell.screen, BaseScreen):
            self._shell.screen.show(problem, alert=True)
        return problem

    def _take(self, open_session: Callable[[], Session]) -> str:
        from lenovo_desk.tui.desk.real_case_screen import Desk

        return self.show_case(
            open_session, Desk, lambda session: self._shell.store.release(session)
        )

    def show_case(
        self,
        open_session: Callable[[], S],
        desk: Callable[[S], Screen[Any]],
        release: Callable[[S], None],
    ) -> str:
        """Show a live case; return why it cannot be opened, which Home shows, or ""."""
        shell = self._shell
        try:
            session = open_session()
        except (StoreProblem, KeyError) as error:
            if isinstance(error, StoreProblem):
                problem = shell.readings.store_problem(error)
            else:
                problem = sentence(shell.words, None, Reason("unknown_flow", str(error.args[0])))
            shell.tell_home(problem, True)
            return problem
        shell.go_home()  # any page may ask for a case
        shell.live.add(LiveCase(session, partial(release, session), shell.settings.current))
        shell.push_screen(desk(session))
        return ""

    # --- from one to another

    def show_live(self, live: LiveCase) -> None:
        """Show a live case again, on a screen of its own."""
        from lenovo_desk.tui.desk.real_case_screen import Desk

        if live is self._shell.live.in_view or self._stays():
            return
        problem = self.turn_to(live)
        self._shell.go_home()
        desk = Desk(live.session)
        desk.hand, desk.message, desk.alert = live.hand, problem, bool(problem)
        self._shell.push_screen(desk)

    def turn_to(self, live: LiveCase) -> str:
        """Bring a live case into view; return what could not be written, or "".

        What was changed in the settings meanwhile is in force before the first key.
        """
        shell = self._shell
        if problem := shell.refusal(partial(shell.live.turn_to, live)):
            return problem
        current = shell.settings.current
        if live.settings is current:
            return ""
        problem = shell.refusal(lambda: live.session.do(desk_of(shell.opening(""))))
        if not problem:
            live.settings = current
        return problem

    def turn_away(self) -> str:
        """Take the case in view, if any, out of view as it is; return why that failed, or ""."""
        from lenovo_desk.tui.desk.case_screen import CaseScreen

        live = self._shell.live
        for screen in self._shell.screen.app.screen_stack if live.in_view else ():
            if isinstance(screen, BaseScreen) and (problem := screen.flush_draft()):
                return problem
            if live.in_view and isinstance(screen, CaseScreen):
                live.in_view.hand = screen.hand
        return self._shell.refusal(live.turn_away)

    def leave(self) -> str:
        """Take the case in view out of view and go to Home; return why that failed, or ""."""
        problem = self.turn_away()
        if not problem:
            self._shell.go_home()
            self._shell.tell_home()
        return problem

    def ring(self) -> None:
        """Ring once for whatever has fallen due, and say it on the screen in front.

        What had fallen due before the program began, Home says in its first message.
        """
        shell, front = self._shell, self._shell.screen
        texts = self._bell.ring(dict(self._fallen_due(front)))
        if texts and not isinstance(front, Home):  # another window may have been at the cases
            shell.readings.unfinished()
            still = dict(self._fallen_due(front)).values()
            texts = [text for text in texts if text in still]
        if texts:
            shell.bell()
            if isinstance(front, Home) and not self._begun:
                if isinstance(front.message, TimeUp):  # by now customers' names can be read
                    front.greet()
                    repaint(*front.query(Lines))
            elif isinstance(front, BaseScreen):
                front.show(TimeUp(" · ".join(texts)), alert=True)
        self._begun = True

    def _fallen_due(self, front: Screen[Any]) -> Iterator[tuple[Due, str]]:
        """Yield all that has fallen due, with whose it is unless the screen in front shows that."""
        shell, live = self._shell, self._shell.live
        words, now = shell.words, shell.store.clock.now().utc
        for each in live.cases:
            own = each is live.in_view and getattr(front, "session", None) is each.session
            for due, text in due_in_case(shell.readings.step(each.session), words):
                name = shell.readings.customer(each.session).name or short_id(each.id)
                yield due, text if own else pair(words, name, text)
        for case in shell.readings.waiting:
            if not live.named(case.id):
                name = case.customer or short_id(case.id)
                for due, text in due_in_waiting(case, now, shell.library, words, shell.language):
                    yield due, pair(words, name, text)

    # --- letting go

    def release_case(self, message: str) -> str:
        """Release the case in view and go to Home; return why it could not be saved, or ""."""
        refused = self._shell.refusal(self._shell.live.release)
        self._shell.go_home()
        self._shell.tell_home(refused or message, bool(refused))
        return refused
