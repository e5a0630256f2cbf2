"""The practice's pictures of numbers, drawn when they are sent; what they show stands beside them in words."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from bot.drawing import INK, RULE, TYPE, picture

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_INCHES = (5.4, 3.6)  # 1080 × 720 pixels
# Told apart by people who see few colours, and in grey: Okabe and Ito.
_SENT, _CLOSED, _OPEN = "#0072B2", "#E69F00", "#222222"


@dataclass(frozen=True)
class WeeksOfCases:
    """Numbers by week, the oldest first, with the words that stand in the picture."""

    labels: tuple[str, ...]
    sent: tuple[int, ...]
    closed: tuple[int, ...]
    open: tuple[int, ...]
    names: tuple[str, str, str]  # of sent, closed and open

    def as_file(self) -> dict[str, str]:
        """As an outbox row keeps it."""
        return {"weeks": json.dumps(asdict(self))}

    @classmethod
    def of_file(cls, file: Mapping[str, str]) -> "WeeksOfCases":
        kept = {name: tuple(value) for name, value in json.loads(file["weeks"]).items()}
        return cls(**kept)


def draw_weeks(weeks: WeeksOfCases) -> bytes:
    """A PNG: bars for what was sent and closed, a line for what stood open. Same numbers, same bytes."""
    return picture(lambda figure: _draw(figure, weeks), _INCHES)


def _draw(figure: "Figure", weeks: WeeksOfCases) -> None:
    figure.set_layout_engine("constrained")
    axes = figure.add_subplot()
    places = range(len(weeks.labels))
    sent, closed, still_open = weeks.names
    axes.bar([each - 0.2 for each in places], weeks.sent, 0.36, color=_SENT, label=sent)
    axes.bar([each + 0.2 for each in places], weeks.closed, 0.36, color=_CLOSED, label=closed)
    axes.plot(
        places, weeks.open, color=_OPEN, linewidth=1.6, marker="o", markersize=5,
        label=still_open, clip_on=False,
    )  # fmt: skip
    _label(axes, weeks)
    line, *bars = axes.get_legend_handles_labels()[0]
    figure.legend(handles=[*bars, line], loc="outside upper left", ncols=3, frameon=False,
                  fontsize=TYPE, handlelength=1.2, columnspacing=1.2, labelcolor=INK)  # fmt: skip


def _label(axes: "Axes", weeks: WeeksOfCases) -> None:
    """Few marks in large type: every third week, and whole numbers only."""
    highest = max(*weeks.sent, *weeks.closed, *weeks.open, 1)
    step = max(1, -(-highest // 4))
    axes.set_yticks(range(0, highest + step, step))
    axes.set_ylim(0, highest + 0.5)
    last = len(weeks.labels) - 1
    shown = [place for place in range(last + 1) if (last - place) % 3 == 0]
    axes.set_xticks(shown, [weeks.labels[place] for place in shown])
    axes.tick_params(labelsize=TYPE, labelcolor=INK, length=0, pad=6)
    axes.grid(axis="y", color=RULE, linewidth=1)
    axes.set_axisbelow(True)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(RULE)
