"""The script in docs/ is what the bot says, all of it, and it can be read by everybody."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.texts import _, speaking
from conversations import bring_up, privacy
from tests.script.grades import HIGHEST, grade
from tests.script.lines import Message
from tests.script.marks import CLOSES, OPENS, made_of, marked_language, plain, sentences
from tests.script.page import COMMAND, PAGE, page_of
from tests.script.theatre import Performance, perform

LONGEST_TEXT, LONGEST_POPUP = 4096, 200
MOST_LINES = 5  # before the buttons; a line is a paragraph or an item of a list
# First lines of messages with more lines, and why. TRANSCRIPTS makes the first of them so.
LONGER = {
    "Who sees what:": "consent is asked once, and what is agreed to stands above the question",
    "In danger, call 000.": "numbers to call, one a line, are looked through and not read",
    "In danger, call 112.": "the same for another country",
    "Your times and what you answer about them: Maria Santos and Dr Okafor.": (
        "who sees what, whole, for who asks for it: a line for each thing"
    ),
    "Your times and what you answer about them: the office and the person you see.": (
        "the same where others see the telephone"
    ),
    "What Dr Adler can see here, and nobody else:": (
        "a line for each thing that is shared, and that none of it can be seen now"
    ),
    "For next time:": "a list that was asked for, two lines a note",
    "Your next times:": "a list that was asked for, one time a line",
    "This is what Maria will get:": "the same of wishes for somebody else, and what may be told",
    "This is what Dr Okafor will get:": "what goes out is shown whole, each of the four answers too",
}
UNSPEAKABLE_ON_A_LOCK_SCREEN = ("therap", "psycholog", "riverside")
# Sentences that no take can show, and why.
NEVER_PLAYED = {
    "This changed a moment ago. Open it again.": (
        "staff's: a client would have to stop sharing between their tap and its answer"
    ),
    **dict.fromkeys(
        (
            "The average",
            "{number}. {question}",
            "{number}. See the words below",
            "From here on with {name}",
            "From here on other questions",
            "One of your times",
            "A session",
        ),
        "drawn in a picture, and the words below it say it too",
    ),
    "I can't find that time any more. Nothing was sent.": (
        "staff's: the session would have to be deleted while they write, which nothing does yet"
    ),
    **dict.fromkeys(
        ("In which language shall I write?", "From now on I write in {language}."),
        "said once a second language is offered",
    ),
    **dict.fromkeys(
        ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
        "understood when it is typed for a number, and never said",
    ),
    **dict.fromkeys(
        ("Stop", privacy._STOPS, privacy._STARTS, privacy._PAUSES, bring_up._WAYS_IN),
        "understood when it is typed, and never said",
    ),
}


@pytest.fixture(scope="module")
def performance() -> Performance:
    return perform()


def wrong(performance: Performance, reasons: Iterator[tuple[Message, object]]) -> list[str]:
    """What is wrong with which message, in words."""
    return [f"{reason}: «{plain(message.text)}»" for message, reason in reasons if reason]


def test_the_page_is_what_the_bot_says(performance: Performance) -> None:
    is_up_to_date = PAGE.exists() and PAGE.read_text("utf-8") == page_of(performance)
    assert is_up_to_date, f"docs/script.md is stale. Run `{COMMAND}`, read what changed, commit it."


def test_every_sentence_that_a_client_can_get_is_on_the_page(performance: Performance) -> None:
    """`_()` in the code, against what arrived: on the page for clients, or with staff in a take."""
    heard = performance.clients_read | performance.staff_read | NEVER_PLAYED.keys()
    missing = [
        f"{each.place}: «{each.text}»"
        for each in sentences()
        if each.is_for_clients and each.text not in heard
    ]
    assert missing == [], "play these in tests/script/scenes (how: tests/script/__init__.py)"


def test_what_is_said_to_never_be_played_is_a_sentence_and_is_never_played(
    performance: Performance,
) -> None:
    known = {each.text for each in sentences() if each.is_for_clients}
    heard = performance.clients_read | performance.staff_read
    assert {text for text in NEVER_PLAYED if text not in known or text in heard} == set()


def test_no_message_asks_for_more_than_seven_years_at_school(performance: Performance) -> None:
    grades = ((each, grade(each.text)) for each in performance.messages)
    hard = ((each, years > HIGHEST and years) for each, years in grades)
    assert wrong(performance, hard) == []


def test_no_message_and_no_button_has_an_exclamation_mark(performance: Performance) -> None:
    loud = ((each, "!" in each.whole) for each in performance.messages)
    assert wrong(performance, loud) == []


def test_telegram_takes_every_message(performance: Performance) -> None:
    long = (
        (each, len(plain(each.text)) > (LONGEST_POPUP if each.is_popup else LONGEST_TEXT))
        for each in performance.messages
    )
    assert wrong(performance, long) == []


def test_at_most_five_lines_stand_before_the_buttons(performance: Performance) -> None:
    long = [
        plain(each.text).splitlines()[0]
        for each in performance.messages
        if each.labels
        and len([line for line in plain(each.text).splitlines() if line]) > MOST_LINES
    ]
    assert set(long) == LONGER.keys(), "shorten it, or give the reason in LONGER"


def test_no_button_has_a_picture_in_it(performance: Performance) -> None:
    """Screen readers read emoji out."""
    labels = {plain(label) for each in performance.messages for label in (*each.labels, *each.menu)}
    assert [
        each for each in labels if any(unicodedata.category(char) == "So" for char in each)
    ] == []


def test_what_comes_by_itself_gives_nothing_away_on_a_lock_screen(
    performance: Performance,
) -> None:
    first_lines = [
        plain(each.text).splitlines()[0] for each in performance.messages if each.is_by_itself
    ]
    assert first_lines, "some messages come by themselves"
    shown = [
        line
        for line in first_lines
        if any(word in line.lower() for word in UNSPEAKABLE_ON_A_LOCK_SCREEN)
    ]
    assert shown == []


# --- that all of this can fail


def test_on_the_staffs_side_only_what_is_said_to_somebody_else_may_be_for_clients() -> None:
    for_clients = {each.text: each.is_for_clients for each in sentences()}
    assert for_clients["Your message is closed. You can open it again any time."]
    assert not for_clients["Dealt with"]


def test_a_message_tells_what_it_was_made_of_and_reads_as_without_marks(tmp_path: Path) -> None:
    with marked_language(tmp_path / "language"), speaking("en"):
        text = _("Good. See you on {when}.").format(when=_("the office"))
    assert made_of(text) == {"Good. See you on {when}.", "the office"}
    assert plain(text) == "Good. See you on the office."
    with speaking("en"):
        assert _("the office") == "the office"


@pytest.mark.parametrize(
    "text",
    [
        "Your appointment confirmation necessitates documentation.",
        "We will send what you wrote to the office and to whoever else at the practice has been "
        "asked to look at it, which as a rule is done by the end of the next day that is open.",
    ],
)
def test_long_words_and_long_sentences_are_graded_above_seven(text: str) -> None:
    assert grade(text) > HIGHEST


def test_neither_the_month_nor_what_somebody_wrote_makes_a_grade() -> None:
    assert grade("Saturday 28 November, 11:00 am. Room 2.") == grade(
        "Monday 4 May, 9:30 pm. Room 2."
    )
    assert grade("Here is the link:\nhttps://meet.example/a") == grade("Here is the link:\nhere.")
    quoted = f"I ask Maria: «{OPENS}uncharacteristically unavailable{CLOSES}»."
    assert grade(quoted) == grade("I ask Maria: it.")
