"""Text with HTML tags as Telegram reads it (tdlib, MessageEntity.cpp, parse_html)."""

import re
from html import unescape

from bot.simulator.bubbles import Json
from bot.simulator.entities import utf16_length
from bot.simulator.refusals import NotCarriedOut, cannot_parse_entities

KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "span": "spoiler",
    "tg-spoiler": "spoiler",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
KNOWN_TO_TELEGRAM_ONLY = frozenset({"tg-emoji", "tg-time"})
TAG = re.compile(r"<(/?)([^\s>]*)([^>]*)(>?)")
HREF = re.compile(r"""href\s*=\s*["']?([^"'\s>]*)""")
# Telegram knows these names only, and numbers.
NAMED_CHARACTER = re.compile(r"&(?:lt|gt|amp|quot|#\d+|#x[0-9a-fA-F]+);")


def parse_html(source: str) -> tuple[str, tuple[Json, ...]]:
    """The text without its tags, and what they mark; raise Telegram's refusal if they don't fit."""
    text = ""
    entities: list[Json] = []
    open_tags: list[tuple[str, str, int]] = []
    place = 0
    for tag in TAG.finditer(source):
        text += _plain(source[place : tag.start()])
        place = tag.end()
        closing, name = tag.group(1), tag.group(2).lower()
        offset = len(source[: tag.start()].encode())
        if closing:
            _close(open_tags, entities, (tag, name, offset), text)
        else:
            _check_start(tag, name, offset)
            open_tags.append((name, tag.group(3), utf16_length(text)))
    if open_tags:
        name = open_tags[-1][0]
        raise cannot_parse_entities(f'Can\'t find end tag corresponding to start tag "{name}"')
    return text + _plain(source[place:]), tuple(sorted(entities, key=lambda each: each["offset"]))


def _plain(source: str) -> str:
    return NAMED_CHARACTER.sub(lambda match: unescape(match.group()), source)


def _check_start(tag: re.Match[str], name: str, offset: int) -> None:
    is_closed, attributes = bool(tag.group(4)), tag.group(3)
    if not is_closed and not attributes:
        raise cannot_parse_entities(f"Unclosed start tag at byte offset {offset}")
    if name in KNOWN_TO_TELEGRAM_ONLY:
        raise NotCarriedOut(f"the tag {name}")
    if name not in KINDS:
        raise cannot_parse_entities(f'Unsupported start tag "{name}" at byte offset {offset}')
    if not is_closed:
        raise cannot_parse_entities(f'Unclosed start tag "{name}" at byte offset {offset}')
    if name == "span" and "tg-spoiler" not in attributes:
        raise cannot_parse_entities(
            f'Tag "span" must have class "tg-spoiler" at byte offset {offset}'
        )


def _close(
    open_tags: list[tuple[str, str, int]],
    entities: list[Json],
    end: tuple[re.Match[str], str, int],
    text: str,
) -> None:
    tag, name, offset = end
    if not open_tags:
        raise cannot_parse_entities(f"Unexpected end tag at byte offset {offset}")
    if not tag.group(4) or tag.group(3).strip():
        raise cannot_parse_entities(f"Unclosed end tag at byte offset {offset}")
    opened, attributes, begin = open_tags.pop()
    if name and name != opened:
        raise cannot_parse_entities(
            f'Unmatched end tag at byte offset {offset}, expected "</{opened}>", found "</{name}>"'
        )
    length = utf16_length(text) - begin
    link = HREF.search(attributes)
    if not length or (opened == "a" and link is None):
        return
    entity: Json = {"type": KINDS[opened], "offset": begin, "length": length}
    if opened == "a" and link is not None:
        entity["url"] = unescape(link.group(1))
    entities.append(entity)
