"""Who says to be late, who answers a reminder, and what only looks like it."""

import pytest

from bot.rules.triage.answer_words import Said, answer_in
from bot.rules.triage.late_words import says_late

LATE = [
    "running 10 minutes late",
    "I'm running late",
    "im gonna be 10 mins late sorry",
    "Hi Dr Okafor, I’m running about 15 minutes late",
    "stuck in traffic",
    "Stuck in traffic, there in 10",
    "On my way!",
    "be there in 10",
    "I'll be there in five minutes",
    "just parking, with you in 2 mins",
    "my train is delayed",
    "the bus is late so I'll be late",
    "sorry, 20 minutes late",
    "10 min late",
    "I might be a bit late today",
    "held up at work",
    "won't be there on time",
    "running behind",
    "my son was sick so im running about 15 mins late",
    "I will be late to our session",
    "i cant get there until 11.15",
    "Late, sorry",
]
NOT_LATE = [
    "it's too late for me",
    "you were late",
    "are you running late?",
    "I'm in my late 20s",
    "see you later",
    "sooner or later",
    "the rent is late",
    "I'm late with the rent",
    "she is always late",
    "he is running late",
    "my husband is late again",
    "I'm always late",
    "I was late last week",
    "if i am late do I pay",
    "what happens when im late",
    "I'm late for work every day",
    "my period is late",
    "late at night I worry",
    "I am a late bloomer",
    "I feel stuck at work",
    "stuck in my marriage",
    "I was stuck in traffic yesterday",
    "on my way to getting better",
    "I want to be there in 10 years",
    "life is running behind",
    "im behind on my homework",
    "I hate being late",
    "they kept me late",
    "I will be late tomorrow",
    "running 10 minutes late " * 20,  # says more than that
    "",
    "🙂",
]


@pytest.mark.parametrize("words", LATE)
def test_who_says_plainly_to_be_late_is_understood(words: str) -> None:
    assert says_late(words) and says_late(words.upper())


@pytest.mark.parametrize("words", NOT_LATE)
def test_what_only_looks_like_being_late_goes_to_nobody(words: str) -> None:
    assert not says_late(words)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("I'll be there", Said.COMING),
        ("yep I'll be there thanks", Said.COMING),
        ("see you then", Said.COMING),
        ("See you on Tuesday", Said.COMING),
        ("can't make it", Said.CANT_COME),
        ("Sorry, can’t make it today. I'm sick", Said.CANT_COME),
        ("cannot come", Said.CANT_COME),
        ("need to cancel", Said.CANT_COME),
        ("Hi, I need to cancel my appointment please", Said.CANT_COME),
        ("i wont be there", Said.CANT_COME),
        ("can we move it?", Said.OTHER_TIME),
        ("can we reschedule my appointment please", Said.OTHER_TIME),
        ("another time", Said.OTHER_TIME),
        ("yes", None),  # to what?
        ("no", None),
        ("see you later", None),
        ("I can't make it through the day", None),
        ("I cant come to terms with it", None),
        ("I'll be there for my son", None),
        ("can we move on", None),
        ("I need to cancel my wedding", None),
    ],
)
def test_an_answer_is_understood_where_the_whole_message_is_one(
    words: str, said: Said | None
) -> None:
    assert answer_in(words) is said
