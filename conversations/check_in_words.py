"""How the questions of a check-in and its answers are worded; why it is noticed: check_in_why."""

from sqlmodel import Session

from bot.records import check_ins
from bot.records.check_ins import CheckIn, CheckInState
from bot.rules.alliance import HIGHEST
from bot.rules.questionnaire import FEWEST, Item, Questionnaire
from bot.rules.typed_numbers import number_typed
from bot.texts import _


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


def opening(count: int, *, is_of_today: bool) -> str:
    pattern = (
        _("{count} short questions about today. They take half a minute.")
        if is_of_today
        else _("{count} short questions about your last time. They take half a minute.")
    )
    return pattern.format(count=(_("Two"), _("Three"), _("Four"), _("Five"))[count - FEWEST])


def all_skipped(count: int) -> str:
    return (
        _("You skipped both, and that's fine."),
        _("You skipped all three, and that's fine."),
        _("You skipped all four, and that's fine."),
        _("You skipped all five, and that's fine."),
    )[count - FEWEST]


def question(items: Questionnaire, number: int) -> str:
    """The one with this number, counted from 1, and what its numbers mean."""
    item = items.items[number - 1]
    # The practice may have written a whole question.
    pattern = (
        _("{number} of {count}. {sentence}")
        if _ends(item.sentence)
        else _("{number} of {count}. {sentence}.")
    )
    asked = pattern.format(
        number=number, count=len(items.items), sentence=in_reader_s_language(item.sentence)
    )
    scale = _("0 is {lowest}, 10 is {highest}. Tap or type a number.").format(
        lowest=in_reader_s_language(item.lowest), highest=in_reader_s_language(item.highest)
    )
    return f"{asked}\n{scale}"


def answers_in_words(db: Session, row: CheckIn) -> list[str]:
    """«I felt heard and respected: 4 of 10», one for each answer; nothing if it wasn't finished."""
    if row.state is not CheckInState.ANSWERED:
        return []
    questionnaire = check_ins.questionnaire_of(db, row)
    return [
        _answer(questionnaire.item(name), value)
        for name, value in row.answers.items()
        if value is not None
    ]


def _answer(item: Item, value: int) -> str:
    pattern = (
        _("{sentence} {value} of {highest}")
        if _ends(item.sentence)
        else _("{sentence}: {value} of {highest}")
    )
    sentence = in_reader_s_language(item.sentence)
    return pattern.format(sentence=sentence, value=value, highest=HIGHEST)


def _ends(sentence: str) -> bool:
    """Whether it needs no other stop."""
    return sentence.endswith((".", "?", "!", "…", "؟", "。", "？"))


# --- typed


def numbers_in_words() -> tuple[str, ...]:
    """From zero to ten."""
    return (
        _("zero"), _("one"), _("two"), _("three"), _("four"), _("five"),
        _("six"), _("seven"), _("eight"), _("nine"), _("ten"),
    )  # fmt: skip


def number_meant(text: str) -> int | None:
    """The answer that was typed; None if it isn't plain."""
    words = {word.casefold(): value for value, word in enumerate(numbers_in_words())}
    return number_typed(text, words)
