"""What a message is about, in nine labels, so that it can be pointed to its route. No judgement on people.

Danger is looked for before and elsewhere (danger.py). A word list is wrong now and then: what follows from a
label is an offer or a sentence, never something that is done.
"""

import enum
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.rules.triage import (
    topics_in_german,
    topics_in_spanish,
    words_of_boundaries,
    words_of_change,
    words_of_conduct,
    words_of_homework,
    words_of_people,
    words_of_praise,
    words_of_relationship,
    words_of_sessions,
)
from bot.rules.triage.normalising import normal
from bot.rules.triage.phrase_index import PhraseIndex
from bot.rules.triage.phrases import whole_words
from bot.rules.triage.plain_words import plain_words
from bot.rules.triage.signs import People, Signs

_CLAUSE_ENDS = re.compile(r"[.!?;:,…()\n]+|\s[-–—]+\s")
_TURNS = re.compile(
    r"\b(?:but|though|although|however|yet|whereas|aber|obwohl|doch|pero|aunque|sin embargo)\b"
)


class Label(enum.Enum):
    """What a message is about, in the order in which one is chosen if several fit."""

    CONDUCT = "conduct"
    CHANGE_REQUEST = "change_request"
    RELATIONSHIP_CONCERN = "relationship_concern"
    LOGISTICS = "logistics"
    HOMEWORK = "homework"
    TOPIC_BOUNDARY = "topic_boundary"
    POSITIVE = "positive"
    OTHER = "other"


CONCERNS = frozenset({Label.CONDUCT, Label.CHANGE_REQUEST, Label.RELATIONSHIP_CONCERN})


def _in_all_languages(english: Signs, name: str) -> Signs:
    german, spanish = getattr(topics_in_german, name), getattr(topics_in_spanish, name)
    assert isinstance(german, Signs) and isinstance(spanish, Signs)
    return english + german + spanish


_SIGNS: Mapping[Label, Signs] = {
    Label.CONDUCT: _in_all_languages(words_of_conduct.CONDUCT, "CONDUCT"),
    Label.CHANGE_REQUEST: _in_all_languages(words_of_change.CHANGE_REQUEST, "CHANGE_REQUEST"),
    Label.RELATIONSHIP_CONCERN: _in_all_languages(
        words_of_relationship.RELATIONSHIP_CONCERN, "RELATIONSHIP_CONCERN"
    ),
    Label.LOGISTICS: _in_all_languages(words_of_sessions.LOGISTICS, "LOGISTICS"),
    Label.HOMEWORK: _in_all_languages(words_of_homework.HOMEWORK, "HOMEWORK"),
    Label.TOPIC_BOUNDARY: _in_all_languages(words_of_boundaries.TOPIC_BOUNDARY, "TOPIC_BOUNDARY"),
    Label.POSITIVE: _in_all_languages(words_of_praise.POSITIVE, "POSITIVE"),
}


class _Counts(enum.Enum):
    """Where words count: always, unless somebody else is spoken of, or only beside therapy."""

    ALWAYS = enum.auto()
    UNLESS_SOMEBODY_ELSE = enum.auto()
    ABOUT_THERAPY = enum.auto()


_WAYS = PhraseIndex(
    [
        ((label, counts), way)
        for label, signs in _SIGNS.items()
        for counts, ways in (
            (_Counts.ALWAYS, signs.certain),
            (_Counts.UNLESS_SOMEBODY_ELSE, signs.unless_somebody_else),
            (_Counts.ABOUT_THERAPY, signs.about_therapy),
        )
        for way in ways
    ]
)
_PEOPLE: tuple[People, ...] = (
    words_of_people.PEOPLE,
    topics_in_german.PEOPLE,
    topics_in_spanish.PEOPLE,
)
_PSYCHOLOGIST = whole_words(way for each in _PEOPLE for way in each.psychologist)
_SOMEBODY_ELSE = whole_words(way for each in _PEOPLE for way in each.somebody_else)
_THERAPY = whole_words(way for each in _PEOPLE for way in each.therapy)
_DENIES = re.compile(rf"\b(?:{'|'.join(way for each in _PEOPLE for way in each.denies)}) $")
_DENIES_DENIAL = re.compile(words_of_people.DENIES_DENIAL)
_BEGINS_WITH_DENIAL = re.compile(words_of_people.BEGINS_WITH_DENIAL)
_GOES_ON_TO_SOMEBODY_ELSE = re.compile(
    r"\s(?:\w+ ){0,2}(?:by|with|at|from|of|to|around|near|my|trust|von|bei|con|de|por) (?:my |mi |meine[mnr]? )?"
    + f"(?:{_SOMEBODY_ELSE.pattern})"
)


@dataclass(frozen=True)
class Topic:
    """What a message is about: the label that comes first, all that fit, and the words that decided."""

    label: Label
    labels: tuple[Label, ...]
    words: tuple[str, ...]


def topic_of(text: str) -> Topic:
    found: dict[Label, str] = {}
    clauses = list(_clauses(normal(text)))
    names_therapy = any(_THERAPY.search(clause) for clause in clauses)
    speaks_of_somebody_else = False
    for clause in clauses:
        for (label, counts), match in _WAYS.found_in(clause):
            if label in found or (counts is _Counts.ABOUT_THERAPY and not names_therapy):
                continue
            if counts is not _Counts.ALWAYS and _is_of_somebody_else(
                clause, match, speaks_of_somebody_else
            ):
                continue
            if _SIGNS[label].counts_denied or not _is_denied(clause, match):
                found[label] = match[0]
        speaks_of_somebody_else = _speaks_of_somebody_else(clause, speaks_of_somebody_else)
    labels = tuple(label for label in Label if label in found) or (Label.OTHER,)
    return Topic(labels[0], labels, tuple(found[label] for label in labels if label in found))


def _clauses(text: str) -> Iterator[str]:
    """The parts of a text within which words belong together, each as plain words."""
    for part in _CLAUSE_ENDS.split(text):
        yield from filter(None, (each.strip() for each in _TURNS.split(plain_words(part))))


def _is_of_somebody_else(clause: str, match: re.Match[str], before: bool) -> bool:
    """«My husband never listens», «I feel judged by my husband»."""
    if _speaks_of_somebody_else(clause[: match.start()], before):
        return True
    return _GOES_ON_TO_SOMEBODY_ELSE.match(clause[match.end() :]) is not None


def _speaks_of_somebody_else(words: str, before: bool) -> bool:
    """Whether whoever was named last is not the psychologist."""
    others, ours = _last_end(_SOMEBODY_ELSE, words), _last_end(_PSYCHOLOGIST, words)
    return before if others == ours == -1 else others >= ours


def _last_end(pattern: re.Pattern[str], words: str) -> int:
    return max((each.end() for each in pattern.finditer(words)), default=-1)


def _is_denied(clause: str, match: re.Match[str]) -> bool:
    before = clause[: match.start()]
    if _DENIES_DENIAL.search(before):
        return True
    if _BEGINS_WITH_DENIAL.match(match[0]):
        return False
    return _DENIES.search(before) is not None
