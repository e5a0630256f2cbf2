"""What Telegram marks in a text on its own: commands, addresses, mentions."""

import re

from bot.simulator.bubbles import Json

# The command pattern is tdlib's (td/telegram/MessageEntity.cpp, match_bot_commands).
FOUND_IN_TEXT = (
    (
        "bot_command",
        re.compile(r"(?<![\w/<>])/[a-zA-Z0-9_]{1,64}+(?:@[a-zA-Z0-9_]{3,32}+)?+(?![\w/<>@])"),
    ),
    ("url", re.compile(r"(?<!\w)https?://[^\s<>\"«»]*[^\s<>\"«».,:;!?')\]}]")),
    ("email", re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+(?![\w@])")),
    ("mention", re.compile(r"(?<![\w.+/-])@[a-zA-Z][a-zA-Z0-9_]{3,31}+(?![\w@])")),
)


def utf16_length(text: str) -> int:
    """Telegram counts offsets and lengths in UTF-16 units: an emoji is two."""
    return len(text.encode("utf-16-le")) // 2


def found_in(text: str) -> tuple[Json, ...]:
    found = [
        {
            "type": kind,
            "offset": utf16_length(text[: match.start()]),
            "length": utf16_length(match.group()),
        }
        for kind, pattern in FOUND_IN_TEXT
        for match in pattern.finditer(text)
    ]
    return tuple(sorted(_without_overlaps(found), key=lambda entity: entity["offset"]))


def _without_overlaps(entities: list[Json]) -> list[Json]:
    kept: list[Json] = []
    for entity in entities:
        begin, end = entity["offset"], entity["offset"] + entity["length"]
        if all(end <= each["offset"] or each["offset"] + each["length"] <= begin for each in kept):
            kept.append(entity)
    return kept
