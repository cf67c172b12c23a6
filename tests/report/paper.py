"""How much paper a record takes: as its style sheet lays it out, and as a browser prints it."""

import re
import shutil
import subprocess
from math import ceil
from pathlib import Path

from rich.cells import cell_len

from tests.printing.html_tree import parsed

PAGE = 273.0
"""Millimetres of an A4 page between the margins of a record."""
LINE, CELLS = 3.85, 120
"""Millimetres of a line of 8.5 pt, and the cells of text that fit in one of 182 mm."""
_FORM = '<section class="form">'
_BLOCK = re.compile(r"<(h1|dl|li|h2|table|section)\b[^>]*>")
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")


def without_forms(page: str) -> str:
    """Return a printed record without the forms that follow it on pages of their own."""
    return page.partition(_FORM)[0] + "</body></html>"


def height(page: str) -> float:
    """Return about how many millimetres of paper a printed record takes, without its forms."""
    body = without_forms(page).partition("<body>")[2]
    head, _, rest = body.partition("</dl>")
    rows = ceil(head.count("<dt>") / 2)
    total = 10.0 + rows * (LINE + 0.4)
    blocks = re.split(r"(?=<section|<li>|<li |<tr>)", rest)
    for block in blocks:
        text = parsed(re.sub(r"</?(section|ol|ul|table|body|html|li|tr|dl|div)\b[^>]*>", "", block))
        if words := " ".join(text.text.split()):
            total += ceil(cell_len(words) / CELLS) * LINE + 0.8
    return total + 12.0 * rest.count('class="signatures"')


def browser() -> str | None:
    """Return a browser that prints without a window, or None."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)


def printed_pages(page: str, folder: Path) -> int:
    """Return how many pages a browser prints."""
    source, target = folder / "record.html", folder / "record.pdf"
    source.write_text(page, "utf-8")
    command = [browser() or BROWSERS[0], "--headless", "--no-sandbox", "--disable-gpu"]
    command += [f"--user-data-dir={folder / 'browser'}", f"--print-to-pdf={target}", str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return len(re.findall(rb"/Type */Page\b", target.read_bytes()))
