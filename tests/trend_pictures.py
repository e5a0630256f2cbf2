"""Makes docs/trend.png: the pictures of several made-up people's answers side by side, to be looked at.

`python -m tests.trend_pictures` writes it anew.
"""

import io
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import click
from PIL import Image, ImageColor

from bot.rules.questionnaire import OUR_OWN, Item, Questionnaire
from bot.texts import TimeWords
from bot.trend_charts import COLOURS, Trend, draw_trend
from conversations.trend_words import Seen, Shown, drawn
from tests.clock import MELBOURNE, melbourne

PICTURE = Path(__file__).parents[1] / "docs" / "trend.png"
FIRST = melbourne("2026-06-02 11:00")
WEEK = timedelta(days=7)
TELEPHONE = 390  # points: how wide a telephone shows it
_BETWEEN, _AROUND, _STEPS = 24, "#E7E7E7", 20

FIVE = Questionnaire((
    *OUR_OWN.items[:3],
    Item("pace", "Темп мне подходит 🙂", "темп"),
    Item("safe", "我觉得安全", "安全"),
))  # fmt: skip
TWO = Questionnaire((OUR_OWN.items[0], Item("useful", "Today was useful to me", "use")))
Numbers = Sequence[int | None]


def seen_of(
    rows: Sequence[Numbers], questionnaire: Questionnaire = OUR_OWN, *, start: int = 0,
    psychologist: str = "Dr Okafor",
) -> list[Seen]:  # fmt: skip
    """The first three sessions, then every third, as check-ins are asked."""
    weeks = [start + (number if number < 3 else 3 * number - 4) for number in range(len(rows))]
    return [
        Seen(
            at=FIRST + week * WEEK,
            answers=dict(zip(questionnaire.names, row, strict=True)),
            questionnaire=questionnaire,
            psychologist_id=len(psychologist),
            psychologist=psychologist,
        )
        for week, row in zip(weeks, rows, strict=True)
    ]


STEADY = seen_of([(8, 7, 8, 7), (8, 8, 8, 8), (9, 7, None, 8), (8, 8, 9, 8), (9, 8, 8, 8)])
REPAIRED = seen_of(
    [
        (8, 7, 8, 8),
        (9, 8, 8, 7),
        (8, 8, 8, 8),
        (5, 6, 6, 4),
        (4, 5, 6, 2),
        (7, 7, 6, 6),
        (9, 8, 8, 8),
    ]
)
ONE = seen_of([(8, 7, 8, 9)])
TWENTY = seen_of(
    [(7 + number % 3, 6 + (number * 5) % 4, 8 - number % 2, 5 + (number * 3) % 5)
     for number in range(20)]
)  # fmt: skip
CHANGED = [
    *seen_of([(8, 7, 8, 8), (9, 8, 8, 7), (8, 6, 7, 8)]),
    *seen_of([(9, 7), (8, 8)], TWO, start=5),
    *seen_of([(6, 6), (7, 8), (9, 8)], TWO, start=9, psychologist="Dr Lindqvist"),
]
OTHER_SCRIPTS = seen_of([(8, 7, 8, 6, 9), (9, 8, 8, 7, 9), (8, 8, 9, 7, 10)], FIVE)


def trend_of(seen: Sequence[Seen], weeks_after: int = 1) -> Trend:
    words = TimeWords("en", "AU", MELBOURNE)
    last = seen[-1].at + weeks_after * WEEK
    count = (last - seen[0].at) // WEEK + 1
    shown = Shown(
        seen=seen,
        head="{day}",
        head_of_several="{count}",
        foot="",
        session_label="One of your times",
    )
    return drawn(words, shown, [seen[0].at + number * WEEK for number in range(count)], last)


def all_pictures() -> bytes:
    """As a telephone shows them, half as fine again."""
    pictures = [
        Image.open(io.BytesIO(draw_trend(trend_of(seen))))
        for seen in (STEADY, REPAIRED, ONE, TWENTY, CHANGED, OTHER_SCRIPTS)
    ]
    width = TELEPHONE * 3 // 2
    small = [
        each.resize((width, each.height * width // each.width), Image.Resampling.LANCZOS)
        for each in pictures
    ]
    height = max(each.height for each in small)
    columns = 3
    page = Image.new(
        "RGB",
        (columns * (width + _BETWEEN) + _BETWEEN, 2 * (height + _BETWEEN) + _BETWEEN),
        _AROUND,
    )
    for number, each in enumerate(small):
        row, column = divmod(number, columns)
        page.paste(
            each, (_BETWEEN + column * (width + _BETWEEN), _BETWEEN + row * (height + _BETWEEN))
        )
    png = io.BytesIO()
    page.quantize(palette=_palette(), dither=Image.Dither.NONE).save(png, "png", optimize=True)
    return png.getvalue()


def _palette() -> Image.Image:
    """What is drawn is one of these colours, or on its way from it to white: the file is small so."""
    colours = [ImageColor.getrgb(each)[:3] for each in (*COLOURS, "#111111", "#444444", "#DDDDDD")]
    steps = range(_STEPS + 1)
    blends = [
        255 + (part - 255) * step // _STEPS
        for colour in colours for step in steps for part in colour
    ]  # fmt: skip
    palette = Image.new("P", (1, 1))
    palette.putpalette([*blends, *ImageColor.getrgb(_AROUND)[:3]])
    return palette


if __name__ == "__main__":
    PICTURE.write_bytes(all_pictures())
    click.echo(f"docs/{PICTURE.name}: {PICTURE.stat().st_size // 1000} kB")
