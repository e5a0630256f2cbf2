"""What a message is about: how people of many kinds put it, and what must not be taken for a concern."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.triage.topics import CONCERNS, Label, topic_of
from tests.rules.topic_examples import MISSED, TABLE

ROWS = [(text, label) for label, texts in TABLE.items() for text in texts]


@pytest.mark.parametrize(("text", "label"), ROWS)
def test_what_people_write_gets_its_label(text: str, label: Label) -> None:
    topic = topic_of(text)
    assert topic.label is label, topic


def test_the_table_is_varied() -> None:
    assert len(ROWS) == len({text for text, _label in ROWS}) >= 150


@pytest.mark.parametrize("text", MISSED)
def test_what_is_missed_gets_the_honest_answer(text: str) -> None:
    assert topic_of(text).label is Label.OTHER


@pytest.mark.parametrize(
    ("said", "denied"),
    [
        ("she doesn't listen", "not that she doesn't listen"),
        ("she doesn't listen", "I wouldn't say she doesn't listen"),
        ("I feel judged", "I don't feel judged"),
        ("I always felt rushed", "I never felt rushed"),
        ("he is cold", "not because he is cold"),
        ("he touched me", "he never touched me"),
        ("I don't trust her", "it's not that I don't trust her"),
        ("my psychologist is rude", "my psychologist isn't rude"),
        ("I'd like another psychologist", "I don't want another psychologist"),
    ],
)
def test_what_is_denied_is_no_concern(said: str, denied: str) -> None:
    assert topic_of(said).label in CONCERNS
    assert topic_of(denied).label not in CONCERNS


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("she never listens to me", "my mum never listens to me"),
        ("I feel judged", "I feel judged by my sister"),
        ("he shouted at me", "my boss shouted at me"),
        ("I can't open up to him", "I can't open up to my husband"),
        ("my therapist is cold", "my old therapist was cold"),
        ("He interrupts me all the time.", "It's my dad. He interrupts me all the time."),
    ],
)
def test_trouble_with_somebody_else_is_no_concern(ours: str, theirs: str) -> None:
    assert topic_of(ours).label in CONCERNS
    assert topic_of(theirs).label not in CONCERNS


def test_whoever_was_named_last_is_meant() -> None:
    assert (
        topic_of("I told my husband. My therapist says it's fine. She never listens").label
        in CONCERNS
    )
    assert topic_of("My therapist knows it. It's my mum. She never listens").label not in CONCERNS


def test_praise_beside_a_concern_does_not_hide_it() -> None:
    topic = topic_of("She's lovely, but I don't feel heard.")
    assert topic.labels == (Label.RELATIONSHIP_CONCERN, Label.POSITIVE)
    assert topic.words == ("dont feel heard", "shes lovely")


def test_a_concern_comes_before_what_is_practical() -> None:
    topic = topic_of("Can I move Thursday's session? I can't face him.")
    assert topic.labels == (Label.RELATIONSHIP_CONCERN, Label.LOGISTICS)
    assert topic_of("My session on Tuesday, can I have another psychologist?").label in CONCERNS
    assert topic_of("he kissed me. I want somebody else").label is Label.CONDUCT


def test_nothing_recognised_is_other_and_says_no_words() -> None:
    topic = topic_of("…")
    assert (topic.label, topic.labels, topic.words) == (Label.OTHER, (Label.OTHER,), ())
    assert topic.label not in CONCERNS


@pytest.mark.parametrize(
    "text", ["She Doesn’t LISTEN", "she does’nt — she doesnt listen", "shé doesn't listen"]
)
def test_case_accents_and_apostrophes_make_no_difference(text: str) -> None:
    assert topic_of(text).label is Label.RELATIONSHIP_CONCERN


@pytest.mark.parametrize(
    "words",
    ["she never ", "my therapist ", "I don't feel ", "not not not ", "aaaa ", "touched me "],
)
def test_the_longest_message_is_read_in_a_moment(words: str) -> None:
    topic_of("warm")
    began = time.process_time()  # what others do on this machine doesn't count
    topic_of((words * 4096)[:4096])
    assert time.process_time() - began < 0.5


@given(st.text(st.characters(codec=None), max_size=300))
def test_whatever_is_written_has_a_label(text: str) -> None:
    topic = topic_of(text)
    assert topic.label is topic.labels[0]
    assert len(topic.words) == len(topic.labels) - (topic.label is Label.OTHER)
