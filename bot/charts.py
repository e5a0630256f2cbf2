"""Pictures of numbers, drawn when they are sent; what they show stands beside them in words."""

import io
import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# 1080 × 720 pixels: a telephone shows it a third as wide, where this type is as tall as its own.
_INCHES, _DOTS = (5.4, 3.6), 200
_TYPE = 13  # points
# Told apart by people who see few colours, and in grey: Okabe and Ito.
_SENT, _CLOSED, _OPEN, _INK, _RULE = "#0072B2", "#E69F00", "#222222", "#444444", "#DDDDDD"
_DRAWING = Lock()  # matplotlib's type and settings are the process's


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
    with _DRAWING:
        figure = _blank()
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
                      fontsize=_TYPE, handlelength=1.2, columnspacing=1.2, labelcolor=_INK)  # fmt: skip
        return _png(figure)


def _label(axes: "Axes", weeks: WeeksOfCases) -> None:
    """Few marks in large type: every third week, and whole numbers only."""
    highest = max(*weeks.sent, *weeks.closed, *weeks.open, 1)
    step = max(1, -(-highest // 4))
    axes.set_yticks(range(0, highest + step, step))
    axes.set_ylim(0, highest + 0.5)
    last = len(weeks.labels) - 1
    shown = [place for place in range(last + 1) if (last - place) % 3 == 0]
    axes.set_xticks(shown, [weeks.labels[place] for place in shown])
    axes.tick_params(labelsize=_TYPE, labelcolor=_INK, length=0, pad=6)
    axes.grid(axis="y", color=_RULE, linewidth=1)
    axes.set_axisbelow(True)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(_RULE)


def _blank() -> "Figure":
    # Here, for it takes a second that no command should wait for; and its folder is ours for as
    # long as it loads, because a service may have no home to write to.
    with tempfile.TemporaryDirectory() as folder, _configured_in(folder):
        import matplotlib
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure

    matplotlib.rcdefaults()
    figure = Figure(figsize=_INCHES, dpi=_DOTS, facecolor="white", layout="constrained")
    FigureCanvasAgg(figure)
    return figure


class _configured_in:  # noqa: N801  # reads as a statement: with _configured_in(folder)
    """Within this block matplotlib, if it isn't loaded yet, finds its settings and writes in here."""

    def __init__(self, folder: str) -> None:
        self._folder = folder

    def __enter__(self) -> None:
        (Path(self._folder) / "matplotlibrc").write_text("")
        self._before = {name: os.environ.get(name) for name in ("MPLCONFIGDIR", "MATPLOTLIBRC")}
        os.environ.update(dict.fromkeys(self._before, self._folder))

    def __exit__(self, *_error: object) -> None:
        for name, value in self._before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def _png(figure: "Figure") -> bytes:
    picture = io.BytesIO()
    figure.savefig(picture, format="png", metadata={"Software": None})
    return picture.getvalue()
