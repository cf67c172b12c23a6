"""Plots as inline SVG that print in black: shapes and words instead of colours."""

from collections.abc import Iterator, Sequence

from lenovo_desk.core.named_tuple import NamedTuple
from lenovo_desk.printing.html import element, tag

_WIDTH, _HEIGHT = 240, 130
_LEFT, _RIGHT, _TOP, _BOTTOM = 30, 34, 10, 18
_BAR, _LABEL, _LONG = 18, 280, 700
_CELLS = 56
"""The width of a label beside a bar; a Chinese character takes two cells."""
_MOST_TICKS = 10
PLOT_STYLE = """\
svg.plot { font-size: 9px; fill: #000; stroke: none; overflow: visible; max-width: 100%; }
svg.plot .axis, svg.plot .way { fill: none; stroke: #000; stroke-width: 1; }
svg.plot .way { stroke-width: 1.4; }
svg.plot .mark { fill: none; stroke: #000; stroke-width: 1; stroke-dasharray: 4 3; }
svg.plot .passed { fill: #000; stroke: #000; }
svg.plot .missed { fill: #fff; stroke: #000; stroke-width: 1.4; }
svg.plot .failed { fill: none; stroke: #000; stroke-width: 1.8; }
svg.plot .bar { fill: #bbb; stroke: #000; stroke-width: .6; }
"""
"""The CSS of plots, for the style of any page that shows one."""


class Point(NamedTuple):
    """One call of a trainee."""

    percent: float
    shape: str
    """`passed` (a full circle), `missed` (an empty one) or `failed` (a cross)."""
    title: str
    """Its description, shown under the mouse pointer and read by screen readers."""


class Bar(NamedTuple):
    """One row of a bar chart."""

    label: str
    share: float
    """Its length, from 0 to 1."""
    value: str
    """The text at its end."""


def percents_plot(points: Sequence[Point], mark: float, title: str) -> str:
    """Return a plot of percents from call to call; `mark` is the pass mark, a dashed line."""
    inner = [tag("title", title), *_frame(len(points), mark)]
    spots = [
        (_across(index, len(points)), _up(point.percent)) for index, point in enumerate(points)
    ]
    if len(spots) > 1:
        way = " ".join(f"{x:.1f},{y:.1f}" for x, y in spots)
        inner.append(element("polyline", "", "way", points=way))
    for (x, y), point in zip(spots, points, strict=True):
        inner.append(element("g", tag("title", point.title) + _shape(x, y, point.shape)))
    if points:
        x, y = spots[-1]
        inner.append(_text(x + 6, y + 3, f"{points[-1].percent:.0f}", "start"))
    return _svg("".join(inner), _WIDTH, _HEIGHT, title)


def bar_chart(rows: Sequence[Bar], title: str) -> str:
    """Return a chart of horizontal bars, each between its label and its value."""
    inner, room = [tag("title", title)], _LONG - _LABEL - 60
    for index, row in enumerate(rows):
        y, length = index * _BAR, max(0.0, min(1.0, row.share)) * room
        inner.append(_text(_LABEL - 6, y + 12, _cut(row.label), "end"))
        inner.append(_rect(_LABEL, y + 3, max(length, 0.6), _BAR - 6))
        inner.append(_text(_LABEL + length + 5, y + 12, row.value, "start"))
    return _svg("".join(inner), _LONG, max(1, len(rows)) * _BAR, title)


def plot_legend(words: Sequence[tuple[str, str]]) -> str:
    """Return the legend of a plot; `words` are pairs of a shape and its meaning."""
    parts = []
    for shape, text in words:
        sample = (
            element("line", "", "mark", x1="0", y1="6", x2="12", y2="6")
            if shape == "mark"
            else _shape(6, 6, shape)
        )
        box = element("svg", sample, "plot", width="12", height="12", viewBox="0 0 12 12")
        parts.append(element("span", f"{box} {tag('span', text)}"))
    return element("p", " \u2003".join(parts), "legend")


def _frame(count: int, mark: float) -> Iterator[str]:
    bottom, right = _up(0), _WIDTH - _RIGHT
    yield element("path", "", "axis", d=f"M{_LEFT} {_TOP}V{bottom:.1f}H{right}")
    for percent in (0, 50, 100):
        yield _text(_LEFT - 4, _up(percent) + 3, str(percent), "end")
    level = f"{_up(mark):.1f}"
    yield element("line", "", "mark", x1=str(_LEFT), y1=level, x2=str(right), y2=level)
    if all(abs(mark - percent) > 8 for percent in (0, 50, 100)):
        yield _text(_LEFT - 4, _up(mark) + 3, f"{mark:g}", "end")
    step = max(1, -(-count // _MOST_TICKS))
    for index in range(0, count, step):
        yield _text(_across(index, count), _HEIGHT - 5, str(index + 1), "middle")


def _across(index: int, count: int) -> float:
    room = _WIDTH - _LEFT - _RIGHT - 16
    return _LEFT + 8 + (room * index / (count - 1) if count > 1 else room / 2)


def _up(percent: float) -> float:
    room = _HEIGHT - _TOP - _BOTTOM
    return _TOP + room * (1 - max(0.0, min(100.0, percent)) / 100)


def _shape(x: float, y: float, shape: str) -> str:
    if shape == "failed":
        cross = f"M{x - 3:.1f} {y - 3:.1f}l6 6M{x + 3:.1f} {y - 3:.1f}l-6 6"
        return element("path", "", shape, d=cross)
    return element("circle", "", shape, cx=f"{x:.1f}", cy=f"{y:.1f}", r="3")


def _rect(x: float, y: float, width: float, height: float) -> str:
    return element(
        "rect", "", "bar", x=f"{x:g}", y=f"{y:g}", width=f"{width:.1f}", height=f"{height:g}"
    )


def _text(x: float, y: float, text: str, anchor: str) -> str:
    return tag("text", text, x=f"{x:.1f}", y=f"{y:.1f}", **{"text-anchor": anchor})


def _cut(label: str) -> str:
    """Return a label that fits beside its bar."""
    cells = 0
    for index, char in enumerate(label):
        cells += 2 if ord(char) >= 0x2E80 else 1
        if cells > _CELLS:
            return f"{label[: max(0, index - 1)]}…"
    return label


def _svg(inner: str, width: int, height: int, title: str) -> str:
    size = {"width": str(width), "height": str(height), "viewBox": f"0 0 {width} {height}"}
    return element("svg", inner, "plot", role="img", **size, **{"aria-label": title})
