"""Files that a command writes at a path from the command line."""

from lenovo_desk.cli.output import Output
from lenovo_desk.core.wording.wording import Wording
from lenovo_desk.disk_files import write_private


def write_page(name: str, text: str, out: Output, wording: Wording) -> None:
    """Write a page into a file for this user only, since it names people; say where.

    The name `-` is standard output. Raises OSError.
    """
    if name == "-":
        out.text(text)
        return
    write_private(name, text.encode())
    out.line(wording.fill("class.cli.written", detail=name))
