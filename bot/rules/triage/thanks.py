"""Words that say thank you and nothing else: nobody owes an answer to them."""

from bot.rules.triage.plain_words import plain_words

_THANKS = frozenset({"thanks", "thank", "thx", "ta", "cheers", "tysm", "thankyou"})
_BESIDES = frozenset(
    [
        "ok",
        "okay",
        "k",
        "you",
        "u",
        "so",
        "much",
        "very",
        "many",
        "again",
        "a",
        "lot",
        "lots",
        "ever",
        "really",
        "for",
        "that",
        "this",
        "it",
        "your",
        "the",
        "to",
        "reply",
        "answer",
        "message",
        "time",
        "kind",
        "kindly",
        "great",
        "good",
        "lovely",
        "perfect",
        "fine",
        "alright",
        "all",
        "right",
        "i",
        "am",
        "im",
        "grateful",
        "appreciate",
        "appreciated",
    ]
)


# «Help» alone may ask for it; these only name what somebody is thankful for.
_FOR_HELP = ("your help", "the help", "all help")


def is_only_thanks(text: str) -> bool:
    """Whether a short text says thank you, and nothing that would want an answer."""
    plain = plain_words(text)
    for thankful_for in _FOR_HELP:
        plain = plain.replace(thankful_for, "")
    words = plain.split()
    return (
        0 < len(words) <= 12
        and any(word in _THANKS for word in words)
        and all(word in _THANKS or word in _BESIDES for word in words)
    )
