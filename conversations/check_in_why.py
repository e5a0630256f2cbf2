"""Why a check-in's answers are noticed, in plain words that are true of these very answers."""

from collections.abc import Sequence
from fractions import Fraction
from math import floor
from unicodedata import category

from bot.rules.alliance import LOW_ITEM, Answers, Judgement, Reason
from bot.rules.questionnaire import Item, Questionnaire
from bot.texts import TimeWords, _
from conversations.check_in_words import in_reader_s_language

_WORTH_SAYING = 2  # steps; an answer that differs by one says the same
_WITH_NUMBERS = 2  # items at most: more numbers than that are a table and no sentence
_HALF = Fraction(1, 2)
_NOT_SHOWN = ("Cf", "Co")  # marks of direction, and for private use


def why(
    words: TimeWords,
    items: Questionnaire,
    answers: Answers,
    judgement: Judgement,
    *,
    is_of_today: bool,
) -> str:
    """One to three sentences; never none where the level isn't fine.

    Items that are low come first: those that were not before with both numbers, if they are few.
    That the whole has fallen is said unless these numbers say it.
    """
    low = [items.item(name) for name in judgement.low]
    fallen = [
        item
        for item in low
        if judgement.before.get(item.name, 0) > LOW_ITEM
        and judgement.before[item.name] - _value(answers, item) >= _WORTH_SAYING
    ]
    if len(low) > _WITH_NUMBERS:
        fallen = []
    still = [item for item in low if item not in fallen]
    parts = [
        *(
            _fall(item, judgement.before[item.name], _value(answers, item), is_of_today=is_of_today)
            for item in fallen
        ),
        _low(words, items, still, is_of_today=is_of_today),
        "" if fallen else _whole(judgement, is_of_today=is_of_today),
    ]
    return " ".join(filter(None, parts))


def _value(answers: Answers, item: Item) -> int:
    value = answers[item.name]
    assert value is not None, "what was skipped isn't low"
    return value


def _fall(item: Item, before: int, now: int, *, is_of_today: bool) -> str:
    pattern = (
        _("{item} was {before} and is {now}.")
        if is_of_today
        else _("{item} was {before} before and {now} last time.")
    )
    return _said_first(pattern, [item], _named(item), before=before, now=now)


def _low(words: TimeWords, items: Questionnaire, low: Sequence[Item], *, is_of_today: bool) -> str:
    if not low:
        return ""
    if len(low) == len(items.items) > _WITH_NUMBERS:
        return _all_low(len(low), is_of_today=is_of_today)
    names = words.listed([_named(item) for item in low])
    if len(low) == 1:
        pattern = _("{item} was low today.") if is_of_today else _("{item} was low last time.")
        return _said_first(pattern, low, names)
    pattern = _("{items} were low today.") if is_of_today else _("{items} were low last time.")
    return _said_first(pattern, low, names)


def _all_low(count: int, *, is_of_today: bool) -> str:
    today = (
        _("All three were low today."),
        _("All four were low today."),
        _("All five were low today."),
    )
    last_time = (
        _("All three were low last time."),
        _("All four were low last time."),
        _("All five were low last time."),
    )
    return (today if is_of_today else last_time)[count - _WITH_NUMBERS - 1]


def _whole(judgement: Judgement, *, is_of_today: bool) -> str:
    """What the mean says; empty where an item that is low says it."""
    if Reason.FALLEN in judgement.reasons:
        assert judgement.usual is not None and judgement.mean is not None, "what fell was known"
        pattern = (
            _("Your answers are usually about {usual}; today they are about {now}.")
            if is_of_today
            else _("Your answers are usually about {usual}; for last time they are about {now}.")
        )
        return pattern.format(usual=_about(judgement.usual), now=_about(judgement.mean))
    if Reason.DROPPED in judgement.reasons:
        if is_of_today:
            return _("Your answers are lower today than they were before.")
        return _("Your answers about last time are lower than they were before.")
    if Reason.LASTING in judgement.reasons:
        return _("Your answers have been lower lately than they used to be.")
    if judgement.low:
        return ""
    if is_of_today:
        return _("Your answers are rather low today.")
    return _("Your answers about last time are rather low.")


def _about(mean: Fraction) -> int:
    """A whole number, as people say it: a half goes up (`round` would take 8.5 down)."""
    return floor(mean + _HALF)


def _named(item: Item) -> str:
    return in_reader_s_language(item.topic)


def _said_first(pattern: str, items: Sequence[Item], names: str, **numbers: int) -> str:
    """The pattern with these names, as a sentence.

    «being heard» gets a capital; what the practice wrote in its own way («iCBT», «🙂») stays so.
    """
    sentence = pattern.format(item=names, items=names, **numbers)
    begins = next(at for at, char in enumerate(sentence) if category(char) not in _NOT_SHOWN)
    capital = sentence[begins].upper()
    if not _named(items[0]).split()[0].islower() or len(capital) > 1:
        return sentence
    return sentence[:begins] + capital + sentence[begins + 1 :]
