"""The bare Textual app that the figures are taken against: header, footer, list of ten, a pane."""

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widgets import Footer, Header, Label, ListItem, ListView, Static

TEXT = "Thank the customer, say who you are, and ask what happened before the fault. "


class Bare(App[None]):
    """Moving down the list shows another text in the pane, by the list's own message."""

    TITLE = "Bare"
    CSS = "ListView { width: 30; } #pane { width: 1fr; padding: 1 2; }"
    BINDINGS: ClassVar[list[BindingType]] = [("q", "quit", "Quit")]

    def compose(self) -> ComposeResult:
        yield Header()
        with Horizontal():
            yield ListView(*(ListItem(Label(f"Item {n}")) for n in range(1, 11)))
            yield Static(id="pane")
        yield Footer()

    def on_list_view_highlighted(self, event: ListView.Highlighted) -> None:
        number = (event.list_view.index or 0) + 1
        self.query_one("#pane", Static).update(f"Pane {number}.\n\n" + TEXT * (3 + number % 3))


if __name__ == "__main__":
    Bare().run()
