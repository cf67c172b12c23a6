"""The progress of a class as an HTML page; its plots print in black and white."""

from collections.abc import Iterable, Iterator, Sequence

from lenovo_desk.core.wording.wording import Wording
from lenovo_desk.printing.html import LIST_STYLE, PAPER_STYLE, PageLayout, element, tag
from lenovo_desk.printing.plot import PLOT_STYLE, Bar, Point, bar_chart, percents_plot, plot_legend
from lenovo_desk.training.reports.classroom import (
    Classroom,
    attempt_verdict,
    certification_text,
    failures_text,
    loss_text,
    plot_shape,
    scenario_title,
    weak_place_title,
    weak_share,
    whole_attempts,
)
from lenovo_desk.training.reports.evidence_text import call_time
from lenovo_desk.training.reports.progress import Attempt, Trainee, WeakPlace
from lenovo_desk.training.reports.score_sheet import percent_text, points_text

CLASSES = """\
.plots { display: grid; grid-template-columns: 1fr 1fr; gap: 4mm 6mm; }
figure { margin: 0; break-inside: avoid; }
figure svg.plot { width: 100%; height: auto; }
figcaption { font-weight: 600; }
figcaption small { display: block; }
.legend svg { vertical-align: -1mm; }
td.number { text-align: right; white-space: nowrap; }
"""
MOST = 12
"""The most weak lines, and the most weak steps, that are drawn."""
_SHAPES = ("passed", "missed", "failed", "mark")


def printed_class(room: Classroom, wording: Wording, at: float, place: str = "") -> str:
    """Return the class as an HTML page, every text in it escaped.

    `at` is the moment it shows, in seconds since 1970 UTC; `place` names the class.
    """
    return _ClassLayout(room, wording).page(at, place)


class _ClassLayout(PageLayout):
    WORDS, STYLE = "class", PAPER_STYLE + LIST_STYLE + PLOT_STYLE + CLASSES

    def __init__(self, room: Classroom, wording: Wording) -> None:
        super().__init__(wording)
        self._room = room

    def page(self, at: float, place: str) -> str:
        """Return the page of the class as of the moment `at`."""
        title = " · ".join(part for part in (self._word("title"), place) if part)
        return self._page(title, "", self._body(title, at))

    def _body(self, title: str, at: float) -> Iterator[str]:
        room = self._room
        yield tag("h1", title)
        yield tag("p", self._wording.fill("class.as_of", time=self._wording.moment(at)))
        yield from self._summary(room.progress.trainees)
        yield from self._plots(room.progress.trainees)
        yield from self._weak("weak_lines", room.progress.weak_lines)
        yield from self._weak("weak_steps", room.progress.weak_steps)
        for trainee in room.progress.trainees:
            yield from self._trainee(trainee)

    def _summary(self, trainees: Iterable[Trainee]) -> Iterator[str]:
        heads = ("trainee", "calls", "last", "best", "certification")
        rows = [
            (
                trainee.agent,
                str(len(trainee.attempts)),
                self._percent(trainee.attempts[-1].percent) if trainee.attempts else "",
                self._percent(max(trainee.best.values())) if trainee.best else "",
                certification_text(trainee, self._wording),
            )
            for trainee in trainees
        ]
        if not rows:
            yield tag("p", self._word("nobody"))
            return
        yield from self._table(heads, rows)

    def _plots(self, trainees: Iterable[Trainee]) -> Iterator[str]:
        figures = [self._figure(trainee) for trainee in trainees if whole_attempts(trainee)]
        if figures:
            legend = plot_legend([(name, self._legend(name)) for name in _SHAPES])
            plots = element("div", "\n".join(figures), "plots")
            yield from self._section("progress", [legend, plots])

    def _legend(self, name: str) -> str:
        mark = points_text(self._room.scorecard.pass_mark, self._wording.formats)
        return self._wording.fill(f"class.plot.{name}", mark=mark)

    def _figure(self, trainee: Trainee) -> str:
        points = [
            Point(
                attempt.percent,
                plot_shape(attempt),
                f"{self._scenario(attempt)} {self._percent(attempt.percent)}",
            )
            for attempt in whole_attempts(trainee)
        ]
        title = self._wording.fill("class.plot.title", name=trainee.agent)
        plot = percents_plot(points, self._room.scorecard.pass_mark, title)
        state = tag("small", certification_text(trainee, self._wording))
        return element("figure", element("figcaption", tag("span", trainee.agent) + state) + plot)

    def _weak(self, name: str, weak_places: Sequence[WeakPlace]) -> Iterator[str]:
        rows = [
            Bar(
                weak_place_title(place.where, self._room, self._wording),
                weak_share(place, weak_places),
                loss_text(place, self._wording),
            )
            for place in weak_places[:MOST]
        ]
        if rows:
            note = tag("p", self._word(f"{name}_note"))
            yield from self._section(name, [note, bar_chart(rows, self._word(name))])

    def _trainee(self, trainee: Trainee) -> Iterator[str]:
        heads = ("when", "scenario", "score", "verdict", "took", "failures")
        rows = [
            (
                self._wording.moment(attempt.at),
                self._scenario(attempt),
                self._percent(attempt.percent),
                attempt_verdict(attempt, self._wording),
                call_time(attempt.seconds),
                failures_text(attempt, self._room),
            )
            for attempt in trainee.attempts
        ]
        yield f"<section>{tag('h2', trainee.agent)}"
        yield from self._table(heads, rows)
        yield "</section>"

    def _scenario(self, attempt: Attempt) -> str:
        return scenario_title(attempt, self._room)

    def _percent(self, share: float) -> str:
        return percent_text(share, self._wording)

    def _table(self, heads: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
        lines = [self._row("th", (self._word(f"column.{head}") for head in heads))]
        lines += [self._row("td", row) for row in rows]
        yield element("table", "\n".join(lines))
