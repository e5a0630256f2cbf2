"""What kind of concern it is: it follows from the sentences tapped, then from the client's own words."""

from collections.abc import Sequence

from bot.rules.routing import Kind
from bot.rules.triage.topics import CONCERNS, Label, Topic

# How it is approached is told by a sentence alone: no word list knows it.
_KIND_OF_WORDS = {
    Label.CONDUCT: Kind.CONDUCT,
    Label.CHANGE_REQUEST: Kind.CHANGE,
    Label.RELATIONSHIP_CONCERN: Kind.RELATIONSHIP,
    Label.LOGISTICS: Kind.PRACTICAL,
}


def kind_of_words(label: Label) -> Kind:
    """What own words of this label are about; OTHER where they decide nothing."""
    return _KIND_OF_WORDS.get(label, Kind.OTHER)


def concern_in(topic: Topic) -> Label | None:
    """The concern that a message holds, the gravest first; also one that stands behind other topics."""
    return next((each for each in Label if each in CONCERNS and each in topic.labels), None)


def kind_of_topic(topic: Topic) -> Kind:
    """What own words are about: a concern in them goes before whatever else they say."""
    return kind_of_words(concern_in(topic) or topic.label)


def kind_after(was: Kind, sentences: Sequence[Kind], words: Kind = Kind.OTHER) -> Kind:
    """The kind of a concern of kind `was`, now that these sentences and these words are in it.

    Conduct wins, and nothing that is said later undoes it. Else the first sentence that says
    something decides; without one the first words that do.
    """
    if Kind.CONDUCT in (was, *sentences, words):
        return Kind.CONDUCT
    said = (*sentences, was, words)
    return next((each for each in said if each is not Kind.OTHER), Kind.OTHER)
