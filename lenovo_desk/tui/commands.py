"""The table of screen commands: id, keys, word, function and scopes.

Bindings, the last row, help, the palette and the README's key table are readings of `COMMANDS`.
This module imports no screen, so that `check` can read it.
"""

from collections.abc import Mapping

from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.tui.key_names import key_parts as key_parts

APP = "app"
"""The scope of commands that every screen has."""
CASE = ("desk", "mock")
"""The scopes of a case, real or mock."""
_LISTS = ("home", *CASE, "paste", "begin", "class", "calls", "trainer", "marking")
_READ = ("page", "spoken", "closed", "score")
_PAGES = (*_READ, "briefing")


class KeyCommand(NamedTuple):
    """A command that a key, the last row, help or the palette offers."""

    id: str
    keys: str
    """Textual's key names, separated by commas; the first one is displayed."""
    word: str
    """Key of its word and tip in interface.yaml; empty for keys that only move."""
    run: str
    """`folder.module:function` below `lenovo_desk.tui`, imported at first use, or the name of an
    action of the screen. A function takes the screen; in `SHELL_SCOPES` it takes the shell."""
    scopes: tuple[str, ...]
    """The screens that have it."""
    when: str = ""
    """A condition of the screen's `holds` without which the last row does not offer it."""
    priority: bool = False
    """Whether it takes precedence over what an input does with the key."""


SHELL_SCOPES = (APP, "home")
COMMANDS = (
    # --- Home
    KeyCommand("home.agent", "a,f6", "agent", "setup.settings_list:next_agent", ("home",)),
    KeyCommand("home.log", "g,f7", "log", "log.log_screen:show_log", ("home",)),
    KeyCommand("home.settings", "s,f8", "settings", "setup.settings_list:show_settings", ("home",)),
    KeyCommand("home.board", "d,f9", "board", "home.board_screen:show_board", ("home",)),
    KeyCommand("home.find", "slash,ctrl+p", "find", "finding.find_box:find_from_home", ("home",)),
    KeyCommand(
        "home.training", "m,f3", "mock.training", "training_coordinator:show_menu", ("home",)
    ),
    KeyCommand("home.take_over", "t,f5", "take_over", "desk.hand_over_dialog:take_over", ("home",)),
    KeyCommand("home.live", "tab", "live_case", "live_case", ("home",), "live"),
    KeyCommand("home.paste", "y", "paste", "desk.pasting.paste_commands:home_box", ("home",)),
    KeyCommand("home.right", "right", "", "column(1)", ("home",)),
    KeyCommand("home.left", "left", "", "column(-1)", ("home",)),
    KeyCommand("home.choose", "enter", "open", "choose_cursor", ("home",)),
    # --- a case, real or mock
    KeyCommand("mock.ask", "k", "mock.ask", "training.mock_commands:ask_customer", ("mock",)),
    KeyCommand(
        "mock.clock", "w", "mock.clock", "training.mock_commands:switch_clock", ("mock",), "clock"
    ),
    KeyCommand("desk.copy", "c,f2", "copy", "desk.case_commands:copy_phrase", CASE, "phrase"),
    KeyCommand(
        "desk.next_phrase",
        "v,f3",
        "next_phrase",
        "desk.case_commands:show_next_phrase",
        CASE,
        "phrases",
    ),
    KeyCommand(
        "desk.language", "l,f4", "language", "desk.case_commands:switch_language", CASE, "phrase"
    ),
    KeyCommand("desk.zoom", "z,f5", "zoom", "desk.dialogs:zoom", CASE, "phrase"),
    KeyCommand("desk.tick", "space,f6", "tick", "desk.ticking:tick_item", CASE, "items"),
    KeyCommand("desk.fill", "f,f7", "fill", "desk.gap_filling:fill_gap", CASE, "facts"),
    KeyCommand("desk.note", "n,f8", "note", "desk.case_commands:write_note", CASE),
    KeyCommand("desk.back", "b,f9", "back", "desk.case_commands:go_back", CASE),
    KeyCommand("desk.tick_all", "A", "tick_all", "desk.ticking:tick_all", CASE, "many_items"),
    KeyCommand("desk.hold", "h", "hold", "desk.case_commands:toggle_hold", CASE),
    KeyCommand("desk.find", "slash,ctrl+p", "find", "finding.find_box:find_from_case", CASE),
    KeyCommand("desk.open_flow", "plus", "open_flow", "desk.dialogs:pick_flow", CASE),
    KeyCommand("desk.park", "p", "park", "desk.dialogs:park", CASE),
    KeyCommand("desk.wrap_up", "x,f10", "wrap_up", "desk.wrap_up:wrap_up", CASE),
    KeyCommand("desk.qr", "q", "qr", "desk.qr.qr_screen:show_code", CASE),
    KeyCommand("desk.record", "e", "record", "desk.dialogs:show_record_of", ("desk",)),
    KeyCommand("desk.summary", "s", "summary", "desk.dialogs:show_summary", CASE),
    KeyCommand("desk.reply", "r", "reply", "desk.case_commands:write_reply", CASE),
    KeyCommand("desk.cards", "i", "cards", "desk.cards_page:show_cards", CASE),
    KeyCommand("desk.hand_over", "o", "hand_over", "desk.hand_over_dialog:hand_over", ("desk",)),
    KeyCommand("desk.home", "g", "home", "desk.live_commands:go_home", ("desk",)),
    KeyCommand("desk.paste", "y", "paste", "desk.pasting.paste_commands:open_box", ("desk",)),
    KeyCommand(
        "desk.next", "tab", "next_customer", "desk.live_commands:next_customer", ("desk",), "never"
    ),
    KeyCommand(
        "desk.previous",
        "shift+tab",
        "",
        "desk.live_commands:previous_customer",
        ("desk",),
        "never",
    ),
    KeyCommand(
        "desk.choose", "enter", "choose", "desk.case_commands:choose_under_cursor", CASE, "never"
    ),
    KeyCommand("mock.not_here", "e,o", "", "training.mock_commands:say_not_here", ("mock",)),
    KeyCommand("mock.alone", "g,tab,shift+tab", "", "training.mock_commands:say_alone", ("mock",)),
    KeyCommand("mock.no_paste", "y", "", "training.mock_commands:say_no_paste", ("mock",)),
    KeyCommand("mock.talk", "t", "mock.talk", "training.mock_commands:show_talk", ("mock",)),
    KeyCommand("paste.take", "enter,f2", "pasted.take", "take", ("paste",)),
    KeyCommand("paste.edit", "e,f3", "pasted.edit", "edit", ("paste",)),
    KeyCommand("paste.tick", "space,f6", "pasted.tick", "tick", ("paste",)),
    KeyCommand("paste.drop", "escape,f10", "pasted.drop", "drop", ("paste", "begin", "message")),
    KeyCommand("paste.flow", "enter", "choose", "choose", ("begin",)),
    KeyCommand("message.read", "ctrl+s,f2", "pasted.read", "read", ("message",)),
    # --- wrap-up
    KeyCommand("wrap.copy", "f2,ctrl+y", "copy_summary", "copy_summary", ("wrap",), priority=True),
    KeyCommand("wrap.record", "f3", "record", "record", ("wrap",)),
    KeyCommand("wrap.language", "f4", "language", "language", ("wrap",), priority=True),
    KeyCommand("wrap.close", "enter", "close_case", "close", ("wrap",)),
    KeyCommand("wrap.leave", "escape,f9", "leave", "leave", ("wrap",)),
    # --- QR codes
    KeyCommand("qr.close", "escape,enter,q,f10", "close", "close", ("qr",)),
    KeyCommand("qr.copy", "c,f2", "copy", "copy", ("qr",)),
    KeyCommand("qr.next", "v,f3,space,right,down", "qr.next", "next(1)", ("qr",), "more"),
    KeyCommand("qr.previous", "left,up", "", "next(-1)", ("qr",)),
    # --- pages, lists to pick from, forms
    KeyCommand(
        "page.close",
        "escape,enter,q,z,f5,f10,f1,question_mark",
        "close",
        "dismiss_page",
        _READ,
    ),
    KeyCommand("page.language", "l,f4", "language", "language", ("spoken",)),
    KeyCommand("page.copy", "c,f2", "copy", "copy_text", _READ, "copy"),
    KeyCommand("closed.record", "e,f3", "record", "record", ("closed",)),
    KeyCommand("closed.follow", "f,f4", "follow", "follow", ("closed",)),
    KeyCommand("score.report", "e,f4", "mock.report", "report", ("score",)),
    KeyCommand("score.coaching", "r,f6", "mock.coaching", "coaching", ("score",)),
    KeyCommand("score.again", "n,f7", "mock.again", "again", ("score",)),
    KeyCommand("score.evidence", "a,f3", "mock.evidence", "evidence", ("score",)),
    KeyCommand("briefing.begin", "enter,f2", "mock.begin", "begin", ("briefing",)),
    KeyCommand(
        "briefing.close",
        "escape,q,z,f5,f10,f1,question_mark",
        "close",
        "dismiss_page",
        ("briefing",),
    ),
    KeyCommand("page.down", "down,space,pagedown", "scroll", "scroll_by(1)", _PAGES, "longer"),
    KeyCommand("page.up", "up,pageup", "", "scroll_by(-1)", _PAGES),
    KeyCommand("pick.close", "escape,f10", "close", "dismiss_pick", ("pick",)),
    KeyCommand("form.close", "escape,f10", "close", "leave", ("form",)),
    # --- the first start
    KeyCommand("first.go_on", "enter,f2", "first.go_on", "go_on", ("first",)),
    KeyCommand("first.back", "escape,f10", "first.back", "back", ("first",)),
    # --- training
    KeyCommand("quiz.go_on", "enter,space", "quiz.go_on", "go_on", ("quiz",)),
    KeyCommand("quiz.close", "escape,q,f10", "close", "leave", ("quiz",)),
    KeyCommand("quiz.down", "down,pagedown", "", "scroll(1)", ("quiz",)),
    KeyCommand("quiz.up", "up,pageup", "", "scroll(-1)", ("quiz",)),
    KeyCommand("coaching.again", "enter,s,f2", "mock.from_here", "again", ("coaching",)),
    KeyCommand("coaching.close", "escape,q,f10", "close", "leave", ("coaching",)),
    KeyCommand("coaching.down", "down,j", "", "move(1)", ("coaching",)),
    KeyCommand("coaching.up", "up,k", "", "move(-1)", ("coaching",)),
    KeyCommand("coaching.read_on", "pagedown,space", "", "read(1)", ("coaching",)),
    KeyCommand("coaching.read_back", "pageup", "", "read(-1)", ("coaching",)),
    # --- the trainer
    KeyCommand("class.calls", "enter", "class.calls", "calls", ("class",)),
    KeyCommand("class.export", "e,f3", "class.export", "export", ("class",)),
    KeyCommand("class.close", "escape,q,f10", "close", "leave", ("class",)),
    KeyCommand("calls.open", "enter", "trainer.open", "open", ("calls",)),
    KeyCommand("calls.finished", "m,f7", "trainer.finished", "finished", ("calls",)),
    KeyCommand("calls.leave", "escape,f10", "trainer.leave_list", "leave", ("calls",)),
    KeyCommand("trainer.say", "enter", "trainer.say", "say_cursor", ("trainer",), "speaking"),
    KeyCommand(
        "trainer.objections", "o,f2", "trainer.objections", "objections", ("trainer",), "speaking"
    ),
    KeyCommand("trainer.type", "t,f3", "trainer.type", "type", ("trainer",), "speaking"),
    KeyCommand(
        "trainer.hang_up",
        "h,f4",
        "trainer.hang_up",
        "trainer.window_dialogs:hang_up",
        ("trainer",),
        "speaking",
    ),
    KeyCommand(
        "trainer.find", "slash,ctrl+p,f5", "find", "trainer.window_dialogs:find_line", ("trainer",)
    ),
    KeyCommand(
        "trainer.score",
        "g,f6",
        "trainer.score",
        "trainer.window_dialogs:show_score_so_far",
        ("trainer",),
    ),
    KeyCommand(
        "trainer.mark",
        "m,f7",
        "trainer.mark",
        "trainer.window_dialogs:mark_watched_call",
        ("trainer",),
    ),
    KeyCommand(
        "trainer.person",
        "p,f8",
        "trainer.person",
        "trainer.window_dialogs:show_person",
        ("trainer",),
    ),
    KeyCommand("trainer.leave", "escape,f10", "trainer.leave", "leave", ("trainer",)),
    KeyCommand("trainer.next_block", "tab", "", "block(1)", ("trainer",)),
    KeyCommand("trainer.last_block", "shift+tab", "", "block(-1)", ("trainer",)),
    KeyCommand("marking.mark", "enter,f2", "trainer.give", "mark", ("marking",)),
    KeyCommand("marking.remark", "n,f3", "trainer.remark", "remark", ("marking",)),
    KeyCommand("marking.ears", "tab,f4", "trainer.next_ears", "ears", ("marking",)),
    KeyCommand("marking.whole", "z,f5", "trainer.whole", "whole", ("marking",)),
    KeyCommand("marking.leave", "escape,f10", "trainer.leave_list", "leave", ("marking",)),
    # --- moving a cursor
    KeyCommand("cursor.down", "down", "", "cursor(1)", _LISTS),
    KeyCommand("cursor.up", "up", "", "cursor(-1)", _LISTS),
    KeyCommand("class.page_down", "pagedown", "", "cursor(10)", ("class",)),
    KeyCommand("class.page_up", "pageup", "", "cursor(-10)", ("class",)),
    KeyCommand("cursor.page_down", "pagedown", "", "cursor(8)", ("trainer", "marking")),
    KeyCommand("cursor.page_up", "pageup", "", "cursor(-8)", ("trainer", "marking")),
    # --- every screen
    KeyCommand("app.help", "question_mark,f1", "help", "kit.pages.help_page:show_help", (APP,)),
    KeyCommand("app.blank", "ctrl+l,f11", "blank", "kit.pages.blank_screen:show_blank", (APP,)),
    KeyCommand("app.quit", "ctrl+q,f12", "quit", "quit", (APP,), priority=True),
)
BY_ID: Mapping[str, KeyCommand] = {command.id: command for command in COMMANDS}
SCOPES = tuple(dict.fromkeys(scope for command in COMMANDS for scope in command.scopes))


def of_scope(scope: str) -> tuple[KeyCommand, ...]:
    """Return the commands of one kind of screen, in display order."""
    return tuple(command for command in COMMANDS if scope in command.scopes)


def keys_of(id: str, remapped: Mapping[str, str]) -> str:
    """Return the keys of a command: those in the settings, else its own."""
    return remapped.get(id) or BY_ID[id].keys
