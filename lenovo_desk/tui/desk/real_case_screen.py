"""The desk: a real case on the screen."""

from lenovo_desk.tui.desk.case_screen import CaseScreen


class Desk(CaseScreen, scope="desk"):
    """Has every command of a real case."""

    HELP = "help.desk"
