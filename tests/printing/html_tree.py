"""A printed page, parsed strictly."""

import re
from html.parser import HTMLParser

VOID = {"meta", "br", "rect", "path"}
"""What holds no text: SVG may close it or not."""
NASTY = '<script>alert(1)</script> [x] & "q" </dd>'


class Tree(HTMLParser):
    """Holds that every element is closed where it was opened, and collects what is there."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[-1:] != ["style"]:
            self.text += data


def parsed(text: str) -> Tree:
    """Return the tree of a page; every element is closed where it was opened."""
    tree = Tree()
    tree.feed(text)
    tree.close()
    assert tree.open == []
    return tree


def loads_nothing(text: str) -> None:
    """Check that a page runs nothing and needs nothing from outside; links in it may lead out."""
    tree = parsed(text)
    assert not {"script", "link", "img", "iframe", "object", "base"} & set(tree.tags)
    names = {name for name, _ in tree.attributes}
    assert not {"src", "href", "style"} & names
    assert not any(name.startswith("on") for name in names)
    assert "default-src 'none'" in text
    assert not re.search(r"url\(|@import|https?://(?!lenovo\.example)", text)
