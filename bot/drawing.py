"""How pictures are drawn: with matplotlib, loaded when the first is, in one thread that keeps little memory."""

import asyncio
import ctypes
import gc
import io
import json
import os
import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.figure import Figure

DOTS = 200  # to the inch
INK, RULE = "#444444", "#DDDDDD"
TYPE = 13  # points: a telephone shows a picture a third as wide, where this is as tall as its own

DRAWING = "drawing"  # what the thread that draws is called

_PACKING = 1  # of 9: Telegram packs a picture anew

_DRAWING = Lock()  # matplotlib's type and settings are the process's
# One, because each thread that draws keeps some megabytes of memory of its own.
_THREAD = ThreadPoolExecutor(max_workers=1, thread_name_prefix=DRAWING)
_FONTS = {"DejaVuSans.ttf": 400, "DejaVuSans-Bold.ttf": 700}  # come with matplotlib
_LIST_VERSION = "3.11.0"  # of its list of typefaces; another makes its own, which takes longer


async def in_a_thread(draw: Callable[[], bytes]) -> bytes:
    """What `draw` gives, while the loops go on."""
    return await asyncio.get_running_loop().run_in_executor(_THREAD, draw)


def picture(draw: Callable[["Figure"], None], inches: tuple[float, float]) -> bytes:
    """A PNG of what `draw` puts on a white figure. Same figure, same bytes."""
    with _DRAWING:
        _load()
        png = _drawn(draw, inches)
        _give_back_memory()
    return png


def _drawn(draw: Callable[["Figure"], None], inches: tuple[float, float]) -> bytes:
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure
    from PIL import Image

    figure = Figure(figsize=inches, dpi=DOTS, facecolor="white")
    canvas = FigureCanvasAgg(figure)
    draw(figure)
    canvas.draw()  # type: ignore[no-untyped-call]  # matplotlib's types have gaps
    width, height = canvas.get_width_height()
    drawn = canvas.buffer_rgba()  # type: ignore[no-untyped-call]
    dots = Image.frombuffer("RGBA", (width, height), drawn, "raw", "RGBA", 0, 1)
    png = io.BytesIO()
    dots.convert("RGB").save(png, "png", compress_level=_PACKING)
    return png.getvalue()


def _load() -> None:
    """Load matplotlib, if it isn't yet. It takes most of a second that no command should wait for.

    Its folder is ours for as long as that takes, because a service may have no home to write to.
    Nothing of it ever becomes garbage (bot/process.py): looking for some meanwhile, and ever after,
    would hold up every loop.
    """
    if "matplotlib.figure" in sys.modules:
        return
    collects = gc.isenabled()
    gc.disable()
    try:
        with tempfile.TemporaryDirectory() as folder, _configured_in(folder):
            import matplotlib.backends.backend_agg
            import matplotlib.figure
            import PIL.PngImagePlugin  # noqa: F401  # loaded here, used where it is drawn
        # By itself it looks for a dozen typefaces for each word.
        matplotlib.rcParams["font.family"] = "DejaVu Sans"
        gc.freeze()
    finally:
        if collects:
            gc.enable()


class _configured_in:  # noqa: N801  # reads as a statement: with _configured_in(folder)
    """Within this block matplotlib, if it isn't loaded yet, finds its settings and writes in here."""

    def __init__(self, folder: str) -> None:
        self._folder = folder

    def __enter__(self) -> None:
        folder = Path(self._folder)
        (folder / "matplotlibrc").write_text("")
        (folder / f"fontlist-v{_LIST_VERSION}.json").write_text(json.dumps(_font_list()))
        self._before = {name: os.environ.get(name) for name in ("MPLCONFIGDIR", "MATPLOTLIBRC")}
        os.environ.update(dict.fromkeys(self._before, self._folder))

    def __exit__(self, *_error: object) -> None:
        for name, value in self._before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def _font_list() -> dict[str, object]:
    """The list of typefaces as matplotlib would keep it, with its own alone: looking through all of
    a machine's takes seconds where there are many, and another machine's draw another picture."""
    plain = {"style": "normal", "variant": "normal", "stretch": "normal", "size": "scalable"}
    return {
        "__class__": "FontManager",
        "_version": _LIST_VERSION,
        "_FontManager__default_weight": "normal",
        "default_size": None,
        "defaultFamily": {"ttf": "DejaVu Sans", "afm": "Helvetica"},
        "afmlist": [],
        "ttflist": [
            {
                "__class__": "FontEntry",
                "fname": f"fonts/ttf/{file}",
                "name": "DejaVu Sans",
                "weight": weight,
                **plain,
            }
            for file, weight in _FONTS.items()
        ],
    }


def _give_back_memory() -> None:
    """A figure refers to itself in circles and is large: without this each picture adds half a
    megabyte until some day somebody collects, and the system never sees it again."""
    gc.collect()
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # of the GNU library
    if trim is not None:
        trim(0)
