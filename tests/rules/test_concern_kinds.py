"""What kind of concern it is, from sentences and words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.concern_kinds import kind_after, kind_of_words
from bot.rules.routing import Kind
from bot.rules.triage.topics import Label, topic_of

KINDS = st.sampled_from(Kind)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("he put his hand on my leg and i froze", Kind.CONDUCT),
        ("can i see another psychologist please", Kind.CHANGE),
        ("i dont feel heard by her", Kind.RELATIONSHIP),
        ("what time is my session tomorrow", Kind.PRACTICAL),
        ("maybe its me", Kind.OTHER),
    ],
)
def test_own_words_say_what_it_is_about(words: str, kind: Kind) -> None:
    assert kind_of_words(topic_of(words).label) is kind


def test_every_label_has_a_kind() -> None:
    for label in Label:
        assert isinstance(kind_of_words(label), Kind)


@pytest.mark.parametrize(
    ("was", "sentences", "words", "kind"),
    [
        (Kind.OTHER, [], Kind.OTHER, Kind.OTHER),
        (Kind.OTHER, [], Kind.CHANGE, Kind.CHANGE),
        (Kind.CHANGE, [], Kind.PRACTICAL, Kind.CHANGE),  # the first words decide
        (Kind.CHANGE, [Kind.APPROACH], Kind.OTHER, Kind.APPROACH),  # a sentence before words
        (Kind.OTHER, [Kind.OTHER, Kind.APPROACH, Kind.CHANGE], Kind.OTHER, Kind.APPROACH),
        (Kind.CHANGE, [Kind.OTHER], Kind.OTHER, Kind.CHANGE),  # «I can't put it into words»
        (Kind.APPROACH, [Kind.APPROACH], Kind.CONDUCT, Kind.CONDUCT),
        (Kind.RELATIONSHIP, [Kind.RELATIONSHIP, Kind.CONDUCT], Kind.OTHER, Kind.CONDUCT),
    ],
)
def test_sentences_come_before_words(
    was: Kind, sentences: list[Kind], words: Kind, kind: Kind
) -> None:
    assert kind_after(was, sentences, words) is kind


@given(st.lists(KINDS), KINDS)
def test_nothing_that_is_said_later_undoes_conduct(sentences: list[Kind], words: Kind) -> None:
    assert kind_after(Kind.CONDUCT, sentences, words) is Kind.CONDUCT


@given(KINDS, st.lists(KINDS), KINDS)
def test_conduct_comes_from_somewhere(was: Kind, sentences: list[Kind], words: Kind) -> None:
    is_conduct = kind_after(was, sentences, words) is Kind.CONDUCT
    assert is_conduct == (Kind.CONDUCT in (was, *sentences, words))
