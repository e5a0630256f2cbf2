"""How the four questions of a check-in, its answers and what follows from them are worded."""

from bot.records.check_ins import CheckIn, CheckInState
from bot.rules.alliance import HIGHEST, Item, Judgement, Reason
from bot.texts import _
from bot.turn import Turn

COUNT = len(Item)


def asked(item: Item) -> str:
    """The sentence that is answered with a number."""
    return {
        Item.HEARD: _("I felt heard and respected"),
        Item.MATTERS: _("We worked on what matters to me"),
        Item.FITS: _("The way we work suits me"),
        Item.OPEN: _("I could be open about what's on my mind"),
    }[item]


def answers_in_words(row: CheckIn) -> list[str]:
    """«I felt heard and respected: 4 of 10», one for each answer; nothing if it wasn't finished."""
    if row.state is not CheckInState.ANSWERED:
        return []
    return [
        _("{sentence}: {value} of {highest}").format(
            sentence=asked(item), value=value, highest=HIGHEST
        )
        for item, value in row.answers.items()
        if value is not None
    ]


def why(turn: Turn, judgement: Judgement, *, is_of_today: bool) -> str:
    """What was noticed about the answers, as one sentence that is true."""
    if len(judgement.low) == COUNT:
        return _("All four were low today.") if is_of_today else _("All four were low last time.")
    if judgement.low:
        return _low(turn, judgement.low, is_of_today=is_of_today)
    if Reason.FALLEN in judgement.reasons:
        if is_of_today:
            return _("Your answers are lower today than they usually are.")
        return _("Your answers are lower for last time than they usually are.")
    if is_of_today:
        return _("Your answers are rather low today.")
    return _("Your answers are rather low for last time.")


def _low(turn: Turn, low: tuple[Item, ...], *, is_of_today: bool) -> str:
    names = turn.words.listed([_noun(item) for item in low])
    if len(low) == 1:
        pattern = _("{item} was low today.") if is_of_today else _("{item} was low last time.")
        sentence = pattern.format(item=names)
    else:
        pattern = _("{items} were low today.") if is_of_today else _("{items} were low last time.")
        sentence = pattern.format(items=names)
    begins = next(place for place, char in enumerate(sentence) if char.isalpha())
    return sentence[:begins] + sentence[begins].upper() + sentence[begins + 1 :]


def _noun(item: Item) -> str:
    return {
        Item.HEARD: _("being heard"),
        Item.MATTERS: _("working on what matters to you"),
        Item.FITS: _("the way you work together"),
        Item.OPEN: _("being open"),
    }[item]
