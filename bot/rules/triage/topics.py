"""What a message is about, in nine labels, so that it can be pointed to its route. No judgement on people.

Danger is looked for before and elsewhere (danger.py). A word list is wrong now and then: what follows from a
label is an offer or a sentence, never something that is done.
"""

import enum
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from bot.rules.triage import topic_words
from bot.rules.triage.plain_words import plain_words
from bot.rules.triage.topic_words import Signs

_CLAUSE_ENDS = re.compile(r"[.!?;:,…()\n]+|\s[-–—]+\s")
_TURNS = re.compile(r"\b(?:but|though|although|however|yet|whereas)\b")


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
_SIGNS: Mapping[Label, Signs] = {
    Label.CONDUCT: topic_words.CONDUCT,
    Label.CHANGE_REQUEST: topic_words.CHANGE_REQUEST,
    Label.RELATIONSHIP_CONCERN: topic_words.RELATIONSHIP_CONCERN,
    Label.LOGISTICS: topic_words.LOGISTICS,
    Label.HOMEWORK: topic_words.HOMEWORK,
    Label.TOPIC_BOUNDARY: topic_words.TOPIC_BOUNDARY,
    Label.POSITIVE: topic_words.POSITIVE,
}


@dataclass(frozen=True)
class Topic:
    """What a message is about: the label that comes first, all that fit, and the words that decided."""

    label: Label
    labels: tuple[Label, ...]
    words: tuple[str, ...]


def topic_of(text: str) -> Topic:
    found: dict[Label, str] = {}
    clauses = list(_clauses(text))
    names_therapy = any(_any_of(topic_words.THERAPY).search(clause) for clause in clauses)
    speaks_of_somebody_else = False
    for clause in clauses:
        for label, signs in _SIGNS.items():
            words = _sign_in(clause, signs, speaks_of_somebody_else, names_therapy=names_therapy)
            if words is not None:
                found.setdefault(label, words)
        speaks_of_somebody_else = _speaks_of_somebody_else(clause, speaks_of_somebody_else)
    labels = tuple(label for label in Label if label in found) or (Label.OTHER,)
    return Topic(labels[0], labels, tuple(found[label] for label in labels if label in found))


def _clauses(text: str) -> Iterator[str]:
    """The parts of a text within which words belong together, each as plain words."""
    for part in _CLAUSE_ENDS.split(text):
        yield from filter(None, (each.strip() for each in _TURNS.split(plain_words(part))))


def _sign_in(
    clause: str, signs: Signs, speaks_of_somebody_else: bool, *, names_therapy: bool
) -> str | None:
    """The first words of this label that stand, undenied and about whom they would have to be."""
    for match in _any_of(signs.certain).finditer(clause):
        if signs.counts_denied or not _is_denied(clause, match):
            return match[0]
    careful = (*signs.unless_somebody_else, *(signs.about_therapy if names_therapy else ()))
    for match in _any_of(careful).finditer(clause):
        if (
            not _speaks_of_somebody_else(clause[: match.start()], speaks_of_somebody_else)
            and not _goes_on_to_somebody_else(clause, match)
            and not _is_denied(clause, match)
        ):
            return match[0]
    return None


def _speaks_of_somebody_else(words: str, before: bool) -> bool:
    """Whether whoever was named last is not the psychologist."""
    others = [each.end() for each in _any_of(topic_words.SOMEBODY_ELSE).finditer(words)]
    ours = [each.end() for each in _any_of(topic_words.THE_PSYCHOLOGIST).finditer(words)]
    if not others and not ours:
        return before
    return max(others, default=-1) >= max(ours, default=-1)


def _goes_on_to_somebody_else(clause: str, match: re.Match[str]) -> bool:
    """«I feel judged by my husband»: whom it is about stands right behind."""
    behind = rf"\s(?:\w+ ){{0,2}}(?:by|with|at|from|of|to|around|near|my|trust) (?:my )?{_either(topic_words.SOMEBODY_ELSE)}\b"
    return re.match(behind, clause[match.end() :]) is not None


def _is_denied(clause: str, match: re.Match[str]) -> bool:
    before = clause[: match.start()]
    if re.search(topic_words.DENIES_DENIAL, before):
        return True
    if re.match(topic_words.BEGINS_WITH_DENIAL, match[0]):
        return False
    return re.search(topic_words.DENIES, before) is not None


def _either(phrases: Sequence[str]) -> str:
    return "(?:" + "|".join(phrases) + ")"


@cache
def _any_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the phrases as whole words; nothing matches where there are none."""
    return re.compile(rf"\b{_either(phrases)}\b" if phrases else r"(?!)")
