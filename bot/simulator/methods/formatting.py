"""Text as a bot sends it: parse mode, entities, limits."""

from dataclasses import dataclass

from bot.simulator.bubbles import Json
from bot.simulator.entities import found_in
from bot.simulator.html import parse_html
from bot.simulator.parameters import Parameters
from bot.simulator.refusals import NotCarriedOut, Sentence, bad_request

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
LARGEST_RAW_TEXT = 1 << 15


@dataclass(frozen=True)
class Formatted:
    text: str
    entities: tuple[Json, ...]


def message_text(parameters: Parameters) -> Formatted:
    if not parameters.text("text"):
        raise bad_request(Sentence.TEXT_EMPTY)
    formatted = _formatted(parameters, "text", "entities")
    if not formatted.text:
        raise bad_request(Sentence.TEXT_BLANK)
    return formatted


def caption(parameters: Parameters) -> Formatted:
    return _formatted(parameters, "caption", "caption_entities")


def check_length(formatted: Formatted, *, is_caption: bool) -> None:
    if len(formatted.text) > (LONGEST_CAPTION if is_caption else LONGEST_TEXT):
        raise bad_request(Sentence.CAPTION_TOO_LONG if is_caption else Sentence.TEXT_TOO_LONG)


def _formatted(parameters: Parameters, name: str, entities_name: str) -> Formatted:
    raw = parameters.text(name)
    if len(raw.encode()) > LARGEST_RAW_TEXT:
        raise bad_request(Sentence.TEXT_FAR_TOO_LONG)
    match parameters.text("parse_mode").lower():
        case "" | "none":
            text, given = raw, tuple(parameters.get(entities_name) or ())
        case "html":
            text, given = parse_html(raw)
        case "markdown" | "markdownv2":
            raise NotCarriedOut("Markdown")
        case _:
            raise bad_request(Sentence.PARSE_MODE)
    return _trimmed(text, given)


def _trimmed(text: str, given: tuple[Json, ...]) -> Formatted:
    """Telegram cuts white space off both ends, at the front only where no entity begins."""
    text = text.rstrip()
    if given:
        return Formatted(text, given)
    text = text.lstrip(" \n")
    return Formatted(text, found_in(text))
