"""docs/alliance.png: what the simulation found, at a glance and at a telephone's width."""

import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tests.slow.alliance_clients import Spread, falls
from tests.slow.alliance_counting import Cell, Measured
from tests.slow.alliance_page import (
    ALL_STEADY,
    AT_LEAST,
    AT_MOST,
    FEW_MEANS,
    KNOWN,
    RULE_NAMES,
    by_spread,
)
from tests.slow.alliance_rivals import AS_IT_STOOD, FIELD, OURS

if TYPE_CHECKING:
    from matplotlib.axes import Axes

PICTURE = Path(__file__).parents[2] / "docs" / "alliance.png"
# Told apart by people who see few colours, and in grey: Okabe and Ito, with marks of their own.
_LINES = {
    OURS: ("#0072B2", "o", "-"),
    AS_IT_STOOD: ("#E69F00", "s", "--"),
    FIELD: ("#222222", "^", ":"),
}
_INK, _RULE, _BOUND = "#444444", "#DDDDDD", "#D55E00"
_TYPE = 13  # points, at 1080 pixels' width: a telephone shows a third of it
_SIZES = (1.0, 1.5, 2.0, 2.5, 3.0, 3.5)
_LOW, _HIGH = Spread(0.54), Spread(0.70)  # the published range of retest

_SIZED = {size: Cell(falls(8, size, KNOWN), rules=RULE_NAMES) for size in _SIZES}
_BAND = {
    spread: {size: Cell(falls(8, size, KNOWN), spread) for size in _SIZES}
    for spread in (_LOW, _HIGH)
}


def cells() -> Iterator[Cell]:
    yield from _SIZED.values()
    for band in _BAND.values():
        yield from band.values()


def draw(measured: Mapping[Cell, Measured]) -> bytes:
    """A PNG: above, steady clients by their mean; below, falls by their size."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(5.4, 8.1), dpi=200, facecolor="white", layout="constrained")
    FigureCanvasAgg(figure)
    above, below = figure.subplots(2, 1)
    bands = [by_spread(spread)[0] for spread in (_LOW, _HIGH)]
    _fill(above, FEW_MEANS, *(_concern(measured, band) for band in bands))
    _draw_lines(above, measured, ALL_STEADY)
    _label(
        above, "Nothing has changed:\nconcern within 20 check-ins", "Mean of the client's answers"
    )
    _bound(above, AT_MOST, below_it=False)
    above.set_xticks(range(2, 10))
    above.set_xlim(1.6, 10.4)
    _fill(below, _SIZES, *(_concern(measured, list(band.values())) for band in _BAND.values()))
    _draw_lines(below, measured, _SIZED)
    below.set_xticks(_SIZES, [f"{size:g}" for size in _SIZES])
    _label(
        below, "Fallen from 8, and it stays:\nconcern within 3 check-ins", "Size of the fall, of 10"
    )
    _bound(below, AT_LEAST, below_it=True)
    figure.legend(*above.get_legend_handles_labels(), loc="outside upper left", ncols=1,
                  frameon=False, fontsize=_TYPE, labelcolor=_INK)  # fmt: skip
    picture = io.BytesIO()
    figure.savefig(picture, format="png", metadata={"Software": None})
    return picture.getvalue()


def _concern(
    measured: Mapping[Cell, Measured], of: Sequence[Cell], rule: str = OURS
) -> list[float]:
    return [100 * measured[cell][rule].concern for cell in of]


def _draw_lines(axes: "Axes", measured: Mapping[Cell, Measured], by: Mapping[float, Cell]) -> None:
    for rule, (colour, mark, line) in _LINES.items():
        axes.plot(list(by), _concern(measured, list(by.values()), rule), color=colour, marker=mark,
                  linestyle=line, linewidth=2.2, markersize=6, label=rule, clip_on=False)  # fmt: skip


def _fill(
    axes: "Axes", places: Sequence[float], one: Sequence[float], other: Sequence[float]
) -> None:
    colour = _LINES[OURS][0]
    axes.fill_between(places, one, other, color=colour, alpha=0.25, linewidth=0,
                      label="this rule, retest .54 to .70")  # fmt: skip


def _bound(axes: "Axes", share: float, *, below_it: bool) -> None:
    """What is asked for; the number stands at the right, where no line is."""
    axes.axhline(100 * share, color=_BOUND, linewidth=1.6, linestyle=(0, (6, 3)), label="asked for")
    axes.text(1.0, 100 * share + (-2 if below_it else 1), f"{100 * share:.0f} %", color=_BOUND,
              fontsize=_TYPE, ha="right", va="top" if below_it else "bottom",
              transform=axes.get_yaxis_transform())  # fmt: skip


def _label(axes: "Axes", title: str, below: str) -> None:
    axes.set_title(title, fontsize=_TYPE, color=_INK, loc="left", pad=12)
    axes.set_xlabel(below, fontsize=_TYPE, color=_INK)
    axes.set_ylim(0, 100)
    axes.set_yticks(range(0, 101, 25), [f"{each} %" for each in range(0, 101, 25)])
    axes.tick_params(labelsize=_TYPE, labelcolor=_INK, length=0, pad=6)
    axes.grid(axis="y", color=_RULE, linewidth=1)
    axes.set_axisbelow(True)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(_RULE)
