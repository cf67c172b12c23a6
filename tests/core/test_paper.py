"""The frame of every printed page: escaped, in its language, with nothing from outside."""

import re

from lenovo_desk.printing.html import LIST_STYLE, PAPER_STYLE, element, page_opening, tag


def test_a_text_and_an_attribute_never_become_markup() -> None:
    assert tag("p", '<b> & "') == "<p>&lt;b&gt; &amp; &quot;</p>"
    assert element("p", "<b>x</b>", title='"><i>') == '<p title="&quot;&gt;&lt;i&gt;"><b>x</b></p>'


def test_a_page_begins_with_its_language_its_policy_and_its_title() -> None:
    head = "\n".join(page_opening("zh-Hans", "</title><script>", PAPER_STYLE, "case-1"))
    assert head.startswith('<!DOCTYPE html>\n<html lang="zh-Hans">')
    assert "default-src 'none'" in head
    assert "<script" not in head
    assert '@top-left { content: "case-1"; }' in head


def test_what_stands_at_the_top_of_a_sheet_cannot_leave_its_quotes() -> None:
    head = "\n".join(page_opening("fr", "x", "", '1"; } body { display: none; } /*'))
    assert '@top-left { content: "1bodydisplaynone"; }' in head


def test_the_look_loads_nothing() -> None:
    assert not re.search(r"url\(|@import|https?://", PAPER_STYLE + LIST_STYLE)
