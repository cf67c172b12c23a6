"""The settings as a list: what is still needed first, then the groups; picking one changes it."""

from collections.abc import Callable, Sequence

from lenovo_desk.core.wording.sentences import filled
from lenovo_desk.search.ranking import SearchIndex
from lenovo_desk.tui.kit.base_screen import BaseScreen
from lenovo_desk.tui.kit.pages.picker import Picker
from lenovo_desk.tui.kit.pages.picker_rows import PickerRow
from lenovo_desk.tui.setup.first_start import show_first_start
from lenovo_desk.tui.setup.setting_forms import Then, edit_agent
from lenovo_desk.tui.setup.setting_rows import GROUPS, SettingRow, by_need, setting_rows
from lenovo_desk.tui.shell import Shell

GAP = "____"
NEEDED = 6
"""How many settings that are still needed are listed before the groups."""
GROUP = "group:"
"""Begins the value of a row that opens a group."""


def show_settings(shell: Shell, back: Callable[[], object] = tuple) -> None:
    """List what is still needed and the groups of settings; `back` is called on leaving."""
    shell.refresh_settings()
    _show(shell, "", "", back)


def _show(shell: Shell, group: str, at: str, back: Callable[[], object]) -> None:
    """List the settings of a group, else what is needed and the groups; `at` is under the cursor.

    Esc leads from a group to the groups, from there to where one came from.
    """
    words, rows = shell.words, [*setting_rows(shell), _first_start(shell)]
    if group:
        own = [row for row in rows if row.group == group]
        titled = f"{words['settings.title']} › {words[f'settings.groups.{group}']}"
        lines = _lines(shell, own)
    else:
        needed = by_need(shell, [row for row in rows if row.gap])
        phrases = {use for row in needed for use in row.waiting}
        counts = {"n": str(len(needed)), "phrases": str(len(phrases))}
        titled = words["settings.title"]
        lines = [PickerRow(problem, None) for problem in shell.settings.problems]
        lines += _lines(shell, needed[:NEEDED], filled(words["settings.needed"], counts))
        lines += _lines(
            shell, [_group_row(shell, name, rows) for name in GROUPS], words["settings.all"]
        )
    index = SearchIndex([(row.label, row.value) for row in rows])

    def seek(text: str) -> Sequence[PickerRow[str]]:
        return _lines(shell, [rows[hit.number] for hit in index.search(text)[0]])

    def choose(name: str | None) -> None:
        if name is None and group:
            _show(shell, "", GROUP + group, back)
        elif name is None:
            back()
        elif name.startswith(GROUP):
            _show(shell, name.removeprefix(GROUP), "", back)
        else:
            row = next(row for row in rows if row.id == name)
            place = "" if not group and any(each.value == name for each in lines) else row.group
            (row.change or _leave)(lambda changed: _show(shell, place, name, back))
            _lead_back(shell)

    picker: Picker[str] = Picker(
        titled, lines, words["settings.hint"], at or None, seek=None if group else seek
    )
    shell.push_screen(picker, choose)
    if group:
        _lead_back(shell)


def _first_start(shell: Shell) -> SettingRow:
    """Return the row that asks the questions of the first start again."""
    label = shell.words["first.again"]
    return SettingRow("first", "you", label, "", change=lambda then: show_first_start(shell))


def _lead_back(shell: Shell) -> None:
    """Let the last row of the screen in front say that Esc leads to the settings."""
    if isinstance(shell.screen, BaseScreen):
        shell.screen.leaves_to = "settings"


def _leave(then: Then) -> None:
    """Stay in the list: only the file changes the setting."""
    then(False)


def _group_row(shell: Shell, group: str, rows: Sequence[SettingRow]) -> SettingRow:
    """Return the row of a group: what stands in it, and how much of it is needed."""
    words, own = shell.words, [row for row in rows if row.group == group]
    gaps, agents = sum(row.gap for row in own), len(shell.settings.current.agents)
    value = " · ".join(row.value for row in own[:3] if row.value)
    if group in ("desk", "times"):
        value = own[0].value
    elif group == "numbers":
        filled_in = str(sum(bool(row.value) for row in own))
        value = filled(words["settings.filled_in"], {"n": filled_in, "most": str(len(own))})
    elif group == "team":
        value = filled(words["settings.agents"], {"n": str(agents)})
    state = filled(words["settings.gaps"], {"n": str(gaps)}) if gaps else ""
    about = "\n".join(row.label for row in own)
    return SettingRow(f"{GROUP}{group}", "", words[f"settings.groups.{group}"], value, state,
                      about=about)  # fmt: skip


def _lines(shell: Shell, rows: Sequence[SettingRow], heading: str = "") -> list[PickerRow[str]]:
    """Return settings as rows of a list, in three columns: label, value, state."""
    words = shell.words

    def row_of(row: SettingRow) -> PickerRow[str]:
        value = (row.value or GAP, "key") if row.gap else (row.value or "–", "plain")
        fields = ((row.label, "plain"), value, (row.state, "dim"))
        about = "\n".join(text for text in (row.label, row.value, row.about) if text)
        detail = f"{row.value or words['settings.placeholder']} {row.state}"
        return PickerRow(row.label, row.id, detail, about, group=heading, fields=fields)

    return [row_of(row) for row in rows]


def next_agent(shell: Shell) -> None:
    """Switch to the next agent; ask for a new one if there is no other."""
    current = shell.settings.current
    ids = [agent.id for agent in current.agents]
    if len(ids) < 2:
        edit_agent(shell, None, lambda changed: None)
        return
    index = ids.index(current.agent.id) if current.agent.id in ids else -1
    shell.set_up("agent", ids[(index + 1) % len(ids)])
