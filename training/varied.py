"""The same message as it might as well have been typed: slips, no capitals, in the middle of more."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from training.material import Message

_QUIET = frozenset({"other", "logistics", "homework", "positive"})


def varied(messages: Sequence[Message], random: Random) -> list[Message]:
    """One epoch's messages: most as they are, some with slips, some beside others of their voice."""
    by_voice: dict[str, list[Message]] = {}
    for each in messages:
        by_voice.setdefault(each.voice, []).append(each)
    return [_varied(each, by_voice[each.voice], random) for each in messages]


def _varied(message: Message, voice: Sequence[Message], random: Random) -> Message:
    chance = random.random()
    if chance < 0.15 and len(message.text) < 160:
        return _among_others(message, voice, random)
    if chance < 0.40:
        return replace(message, text=_mistyped(message.text, random))
    return message


def _among_others(message: Message, voice: Sequence[Message], random: Random) -> Message:
    """What a person says between everyday news. Its labels are those of what stands out."""
    quiet = [each for each in voice if each.label in _QUIET and not each.is_danger]
    if not quiet or (message.label in _QUIET and message.label != "other"):
        return message
    if message.label == "other":
        quiet = [each for each in quiet if each.label == "other"] or quiet[:1]
        if quiet[0].label != "other":
            return message
    around = [random.choice(quiet) for _count in range(random.choice((1, 1, 2)))]
    texts = [each.text for each in around]
    texts.insert(random.randrange(len(texts) + 1), message.text)
    also = {label for each in around for label in each.labels} - {"other", message.label}
    return replace(
        message,
        text=random.choice((". ", " ", ", ", "\n")).join(texts),
        also=tuple(sorted({*message.also, *also})),
    )


def _mistyped(text: str, random: Random) -> str:
    """A slip or two of the thumb; or without its commas, full stops and apostrophes."""
    if random.random() < 0.4:
        return "".join(char for char in text if char not in "’',.!?;:")
    chars = list(text)
    for _count in range(1 + len(chars) // 60):
        at = random.randrange(len(chars))
        if at + 1 < len(chars) and chars[at].isalpha() and chars[at + 1].isalpha():
            slip = random.random()
            if slip < 0.4:
                chars[at], chars[at + 1] = chars[at + 1], chars[at]
            elif slip < 0.75:
                chars[at] = ""
            else:
                chars[at] *= 2
            chars = list("".join(chars))
    return "".join(chars)
