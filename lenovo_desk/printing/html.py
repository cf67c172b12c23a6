"""Pages to print: elements around escaped text, and how black and white A4 looks."""

import re
from collections.abc import Iterator
from html import escape

POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""Nothing is loaded and nothing runs, even if a text should slip through as markup."""
PAPER_STYLE = """\
@page { size: A4; margin: 16mm 14mm; @bottom-right { content: counter(page) " / " counter(pages);
  } }
:root { color: #000; background: #fff; }
body { font: 10pt/1.35 "Segoe UI", "Helvetica Neue", Arial, "Noto Sans", sans-serif;
  max-width: 182mm; margin: 0 auto; }
:lang(zh) { font-family: "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC",
  "Source Han Sans SC", "WenQuanYi Micro Hei", "SimSun", sans-serif; }
h1 { font-size: 15pt; margin: 0 0 3mm; border-bottom: 0.6mm solid #000; }
h2 { font-size: 11.5pt; margin: 5mm 0 1.5mm; border-bottom: 0.2mm solid #000; break-after: avoid;
  }
small, .when { font-size: 8pt; font-weight: normal; color: #333; }
dl { margin: 0; }
dl.head, dl.facts { display: grid; grid-template-columns: 1fr 1fr; column-gap: 6mm; }
dl.head > div, dl.facts > div { display: grid; grid-template-columns: 38mm 1fr; padding: 0.6mm 0;
  break-inside: avoid; }
dl > div { align-content: start; }
dt { grid-column: 1; grid-row: 1 / span 4; padding-right: 2mm; color: #333; }
dd { grid-column: 2; margin: 0; font-weight: 600; overflow-wrap: anywhere; white-space: pre-line;
  }
dd.when { font-weight: normal; }
.line { border-bottom: 0.2mm solid #000; min-height: 5mm; }
table { width: 100%; border-collapse: collapse; margin: 1.5mm 0; }
caption { text-align: left; color: #333; }
tr { break-inside: avoid; }
th, td { border: 0.2mm solid #000; padding: 0.8mm 1.5mm; text-align: left; vertical-align: top;
  white-space: pre-line; overflow-wrap: anywhere; }
th { font-weight: 600; }
"""
LIST_STYLE = """\
li { break-inside: avoid; overflow-wrap: anywhere; }
ol { margin: 0; padding-left: 6mm; }
.said { white-space: pre-line; }
"""


def tag(name: str, text: str, kind: str = "", **attributes: str) -> str:
    """Return an element around a text, which is escaped here."""
    return element(name, escape(text), kind, **attributes)


def element(name: str, inner: str, kind: str = "", **attributes: str) -> str:
    """Return an element around markup; its attributes are escaped here."""
    classes = {"class": kind, **attributes} if kind else attributes
    written = "".join(f' {key}="{escape(value)}"' for key, value in classes.items())
    return f"<{name}{written}>{inner}</{name}>"


def page_opening(language_tag: str, title: str, style: str, running: str) -> Iterator[str]:
    """Yield a page up to its body; `running` stands at the top of every sheet, if it is an id.

    `language_tag` is that of BCP 47, as `Wording.tag` returns it.
    """
    name = re.sub(r"[^\w-]", "", running, flags=re.ASCII)
    yield "<!DOCTYPE html>"
    yield f'<html lang="{escape(language_tag)}">'
    yield '<head><meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    yield '<meta name="viewport" content="width=device-width">'
    yield tag("title", title)
    yield f'<style>\n{style}@page {{ @top-left {{ content: "{name}"; }} }}\n</style></head>'
    yield "<body>"
