"""How the four questions of a check-in, its answers and what follows from them are worded."""

from sqlmodel import Session

from bot.records import check_ins
from bot.records.check_ins import CheckIn, CheckInState
from bot.rules.alliance import HIGHEST, Judgement, Reason
from bot.rules.questionnaire import Item
from bot.texts import _
from bot.turn import Turn


def in_reader_s_language(words: str) -> str:
    """Our own items are translated; a practice's are as it wrote them."""
    our_own = {
        "I felt heard and respected": _("I felt heard and respected"),
        "We worked on what matters to me": _("We worked on what matters to me"),
        "The way we work suits me": _("The way we work suits me"),
        "I could be open about what's on my mind": _("I could be open about what's on my mind"),
        "being heard": _("being heard"),
        "working on what matters to you": _("working on what matters to you"),
        "the way you work together": _("the way you work together"),
        "being open": _("being open"),
        "not at all": _("not at all"),
        "completely": _("completely"),
    }
    return our_own.get(words, words)


def asked(item: Item) -> str:
    """The sentence that is answered with a number."""
    return in_reader_s_language(item.sentence)


def answers_in_words(db: Session, row: CheckIn) -> list[str]:
    """«I felt heard and respected: 4 of 10», one for each answer; nothing if it wasn't finished."""
    if row.state is not CheckInState.ANSWERED:
        return []
    questionnaire = check_ins.questionnaire_of(db, row)
    return [
        _("{sentence}: {value} of {highest}").format(
            sentence=asked(questionnaire.item(name)), value=value, highest=HIGHEST
        )
        for name, value in row.answers.items()
        if value is not None
    ]


def why(turn: Turn, row: CheckIn, judgement: Judgement, *, is_of_today: bool) -> str:
    """What was noticed about the answers, as one sentence that is true."""
    items = check_ins.questionnaire_of(turn.db, row)
    if len(judgement.low) == len(items.items) == 4:
        return _("All four were low today.") if is_of_today else _("All four were low last time.")
    if judgement.low:
        low = tuple(items.item(name) for name in judgement.low)
        return _low(turn, low, is_of_today=is_of_today)
    if Reason.FALLEN in judgement.reasons:
        if is_of_today:
            return _("Your answers are lower today than they usually are.")
        return _("Your answers are lower for last time than they usually are.")
    if Reason.DROPPED in judgement.reasons:
        if is_of_today:
            return _("Your answers are lower today than they were before.")
        return _("Your answers are lower for last time than they were before.")
    if Reason.LASTING in judgement.reasons:
        return _("Your answers have been lower lately than they used to be.")
    if is_of_today:
        return _("Your answers are rather low today.")
    return _("Your answers are rather low for last time.")


def _low(turn: Turn, low: tuple[Item, ...], *, is_of_today: bool) -> str:
    names = turn.words.listed([in_reader_s_language(item.topic) for item in low])
    if len(low) == 1:
        pattern = _("{item} was low today.") if is_of_today else _("{item} was low last time.")
        sentence = pattern.format(item=names)
    else:
        pattern = _("{items} were low today.") if is_of_today else _("{items} were low last time.")
        sentence = pattern.format(items=names)
    begins = next(place for place, char in enumerate(sentence) if char.isalpha())
    return sentence[:begins] + sentence[begins].upper() + sentence[begins + 1 :]
