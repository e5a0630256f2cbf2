"""The picture of a client's check-ins, drawn when it is sent: each question faint, the mean strong."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from bot.drawing import DOTS, INK, RULE, TYPE, picture
from bot.drawn_words import drawable, in_lines, width

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

LOWEST, HIGHEST = 0, 10
MOST_LINES = 8

_WIDTH, _PLOT, _ABOVE, _BELOW = 1080, 640, 36, 96  # pixels: the figure, and its parts by height
_LEFT, _RIGHT = 84, 96
_LINE_HEIGHT, _LEGEND_EDGE, _HANDLE = 46, 20, 100
# Okabe and Ito's, which people who see few colours tell apart, without their red: nothing here warns.
# Shapes and strokes differ as well.
_COLOURS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#8C6D31", "#5B5B9E", "#7F7F7F")
_SHAPES = ("o", "s", "^", "D", "v", "P", "X", "*")
_STROKES: tuple[Any, ...] = ("-", (0, (5, 2)), (0, (2, 1.5)), (0, (6, 2, 1.5, 2)))
_FAINT = 0.6
_MEAN, _SESSION = "#111111", "#767676"
# Answers are often the same number: each line lies a hair's breadth beside the next.
_BESIDE = 0.11
_ASIDE = 0.4  # of that, in days: a single answer has no line by which to tell it from the mean
_EDGE = 0.03  # of the axis, left and right of the first and last
_ROOM = 0.04  # of the axis, between two dates


@dataclass(frozen=True)
class Line:
    """One question. `values` are None where it was skipped or not asked."""

    label: str  # «1. I felt heard and respected»
    instead: str  # where the typeface can't write that: says by its number where the words stand
    values: tuple[int | None, ...]


@dataclass(frozen=True)
class Change:
    """What is new from a place on. Where `is_whole`, lines don't go on beyond it; else the mean's."""

    place: int
    label: str
    is_whole: bool


@dataclass(frozen=True)
class Trend:
    """Check-ins, the oldest first, with the words that stand in the picture."""

    days: tuple[float, ...]  # of each, counted from the first
    labels: tuple[str, ...]  # its date
    lines: tuple[Line, ...]
    means: tuple[float | None, ...]
    mean_label: str
    last_mean: str  # the number at the end of its line
    sessions: tuple[float, ...]  # days
    session_label: str
    changes: tuple[Change, ...] = ()

    def as_file(self) -> dict[str, str]:
        """As an outbox row keeps it."""
        return {"trend": json.dumps(asdict(self))}

    @classmethod
    def of_file(cls, file: Mapping[str, str]) -> "Trend":
        kept: dict[str, Any] = json.loads(file["trend"])
        lines = tuple(Line(**{**each, "values": tuple(each["values"])}) for each in kept["lines"])
        changes = tuple(Change(**each) for each in kept["changes"])
        as_tuples = {name: tuple(value) for name, value in kept.items() if isinstance(value, list)}
        return cls(**{**kept, **as_tuples, "lines": lines, "changes": changes})


def draw_trend(trend: Trend) -> bytes:
    """A PNG, 1080 pixels wide and as tall as its legend wants. Same numbers, same bytes."""
    return picture(lambda figure: _draw(figure, trend), (_WIDTH / DOTS, _PLOT / DOTS))


def _draw(figure: "Figure", trend: Trend) -> None:
    legend = [
        _legend_label(trend.mean_label),
        *(_legend_label(each.label, each.instead) for each in trend.lines),
    ]
    legend += [_legend_label(label) for label in _unlike(trend.changes)]
    if trend.sessions:
        legend.append(_legend_label(trend.session_label))
    legend_height = sum(map(len, legend)) * _LINE_HEIGHT + _LEGEND_EDGE
    height = _ABOVE + _PLOT + _BELOW + legend_height
    figure.set_size_inches(_WIDTH / DOTS, height / DOTS)
    axes = figure.add_axes((
        _LEFT / _WIDTH, (legend_height + _BELOW) / height,
        (_WIDTH - _LEFT - _RIGHT) / _WIDTH, _PLOT / height,
    ))  # fmt: skip
    _frame(axes, trend)
    handles = _put_lines(axes, trend)
    _put_legend(figure, handles, legend, height)


# --- the lines


def _put_lines(axes: "Axes", trend: Trend) -> list["Artist"]:
    """Draws them; what stands for each in the legend, in its order."""
    from matplotlib.lines import Line2D

    wholly = {change.place for change in trend.changes if change.is_whole}
    items: list[Artist] = []
    for index, line in enumerate(trend.lines):
        look: dict[str, Any] = {
            "color": _COLOURS[index % len(_COLOURS)],
            "marker": _SHAPES[index % len(_SHAPES)],
            "linestyle": _STROKES[index % len(_STROKES)],
            "linewidth": 1.5,
            "markersize": 5.5,
            "markeredgewidth": 0,
            "alpha": _FAINT,
        }
        beside = (index - (len(trend.lines) - 1) / 2) * _BESIDE
        aside = beside * _ASIDE if len(trend.days) == 1 else 0
        for run in _runs(trend, line.values, wholly):
            axes.plot([day + aside for day, _value in run], [value + beside for _day, value in run],
                      clip_on=False, zorder=2, **look)  # fmt: skip
        items.append(Line2D([], [], **look))
    mean: dict[str, Any] = {"color": _MEAN, "marker": "o", "linewidth": 2.6, "markersize": 6.5}
    for run in _runs(trend, trend.means, {change.place for change in trend.changes}):
        axes.plot(*zip(*run, strict=True), clip_on=False, zorder=3, **mean)
    _put_last_mean(axes, trend)
    stroke: dict[str, Any] = {"color": _SESSION, "linewidth": 1.2, "linestyle": (0, (1, 2))}
    for change in trend.changes:
        before = (trend.days[change.place - 1] + trend.days[change.place]) / 2
        axes.axvline(before, zorder=1, **stroke)
    changed = [Line2D([], [], **stroke) for _label in _unlike(trend.changes)]
    mark: dict[str, Any] = {"color": _SESSION, "marker": "|", "linestyle": "", "markersize": 7}
    if trend.sessions:
        axes.plot(trend.sessions, [LOWEST - 0.75] * len(trend.sessions), clip_on=False, zorder=1,
                  markeredgewidth=1.4, **mark)  # fmt: skip
    sessions = [Line2D([], [], markeredgewidth=1.4, **mark)] if trend.sessions else []
    return [Line2D([], [], **mean), *items, *changed, *sessions]


def _unlike(changes: Sequence[Change]) -> list[str]:
    """Their labels, each once."""
    return list(dict.fromkeys(change.label for change in changes))


def _put_last_mean(axes: "Axes", trend: Trend) -> None:
    if trend.means[-1] is None:
        return
    axes.annotate(
        trend.last_mean, (trend.days[-1], trend.means[-1]), xytext=(9, 0),
        textcoords="offset points", va="center", fontsize=TYPE, fontweight="bold",
        color=_MEAN, parse_math=False, annotation_clip=False,
    )  # fmt: skip


def _runs(
    trend: Trend, values: Sequence[float | None], breaks: set[int]
) -> list[list[tuple[float, float]]]:
    """What is joined by a line, as (day, value): it breaks where there is no value, and at breaks."""
    runs: list[list[tuple[float, float]]] = [[]]
    for place, (day, value) in enumerate(zip(trend.days, values, strict=True)):
        if value is None or place in breaks:
            runs.append([])
        if value is not None:
            runs[-1].append((day, value))
    return [run for run in runs if run]


# --- what stands around them


def _frame(axes: "Axes", trend: Trend) -> None:
    first, last = min(*trend.days, *trend.sessions, 0), max(*trend.days, *trend.sessions, 0)
    edge = max((last - first) * _EDGE, 0.5)
    axes.set_xlim(first - edge, last + edge)
    axes.set_ylim(LOWEST - 1.1, HIGHEST + 0.4)
    axes.set_yticks(range(LOWEST, HIGHEST + 1, 2))
    shown = _dates_that_fit(trend, first - edge, last + edge)
    axes.set_xticks([trend.days[each] for each in shown], [trend.labels[each] for each in shown])
    axes.tick_params(labelsize=TYPE, labelcolor=INK, length=0, pad=7)
    for label in (*axes.get_xticklabels(), *axes.get_yticklabels()):
        label.set_parse_math(False)
    axes.grid(axis="y", color=RULE, linewidth=1)
    axes.set_axisbelow(True)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(RULE)


def _dates_that_fit(trend: Trend, first: float, last: float) -> list[int]:
    """The last one's, the first one's, and of those between what has room, from the right."""
    scale = (_WIDTH - _LEFT - _RIGHT) / (last - first)
    halves = [width(label) / 2 for label in trend.labels]
    middles = [(day - first) * scale for day in trend.days]
    room = _ROOM * _WIDTH

    def fits(place: int, shown: list[int]) -> bool:
        return all(
            abs(middles[place] - middles[each]) >= halves[place] + halves[each] + room
            for each in shown
        )

    shown: list[int] = []
    for place in (len(trend.days) - 1, 0, *range(len(trend.days) - 2, 0, -1)):
        if fits(place, shown):
            shown.append(place)
    return sorted(shown)


def _legend_label(words: str, instead: str = "") -> list[str]:
    text = drawable(words) or drawable(instead)
    return in_lines(text, _WIDTH - _LEGEND_EDGE - _HANDLE - _LEGEND_EDGE)


def _put_legend(
    figure: "Figure", handles: Sequence["Artist"], labels: Sequence[Sequence[str]], height: int
) -> None:
    from matplotlib.lines import Line2D

    at = sum(map(len, labels)) * _LINE_HEIGHT + _LEGEND_EDGE / 2
    for handle, lines in zip(handles, labels, strict=True):
        assert isinstance(handle, Line2D), "what stands in the legend is drawn as a line is"
        middle = (at - _LINE_HEIGHT / 2) / height
        left, right = _LEGEND_EDGE / _WIDTH, (_LEGEND_EDGE + _HANDLE - 20) / _WIDTH
        handle.set_data([left, (left + right) / 2, right], [middle] * 3)
        handle.set_markevery([1])
        handle.set_transform(figure.transFigure)
        figure.add_artist(handle)
        for line in lines:
            figure.text(
                (_LEGEND_EDGE + _HANDLE) / _WIDTH, (at - _LINE_HEIGHT / 2) / height, line,
                fontsize=TYPE, color=INK, va="center_baseline", parse_math=False,
            )  # fmt: skip
            at -= _LINE_HEIGHT
