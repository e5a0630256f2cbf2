"""The questions of a check-in: our own four, or the practice's, read from its file."""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from functools import cached_property
from hashlib import sha256
from typing import Any

FEWEST, MOST = 2, 5
_LONGEST_NAME, _LONGEST_WORDS = 20, 120
_ITEM_KEYS = frozenset({"name", "sentence", "topic", "lowest", "highest"})
_FILE_KEYS = frozenset({"lowest", "highest", "items"})


@dataclass(frozen=True)
class Item:
    """One question, answered from 0 to 10.

    `name` stays when only the wording changes: by it answers are compared with earlier ones.
    """

    name: str
    sentence: str  # «I felt heard and respected», without a full stop
    topic: str  # «being heard»: what it is about, within a sentence
    lowest: str = "not at all"  # what 0 means
    highest: str = "completely"  # what 10 means


@dataclass(frozen=True)
class Questionnaire:
    """The items of a check-in, in the order of asking."""

    items: tuple[Item, ...]

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(item.name for item in self.items)

    def item(self, name: str) -> Item:
        return next(item for item in self.items if item.name == name)

    def as_json(self) -> str:
        return json.dumps([asdict(item) for item in self.items], ensure_ascii=False)

    @classmethod
    def of_json(cls, text: str) -> "Questionnaire":
        return cls(tuple(Item(**item) for item in json.loads(text)))

    @cached_property
    def version(self) -> str:
        """Names this wording: the same words are the same version."""
        return sha256(self.as_json().encode()).hexdigest()[:12]


# SRS, ORS, WAI and their kin are licensed (FIELD §2.1), so these are our own.
OUR_OWN = Questionnaire(
    (
        Item("heard", "I felt heard and respected", "being heard"),
        Item("matters", "We worked on what matters to me", "working on what matters to you"),
        Item("fits", "The way we work suits me", "the way you work together"),
        Item("open", "I could be open about what's on my mind", "being open"),
    )
)


def parse_questionnaire(text: str) -> Questionnaire:
    """Read the practice's file (TOML). ValueError with a sentence that says what to change."""
    try:
        given = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"it can't be read as TOML: {error}") from None
    _only_known(given, _FILE_KEYS, "the file")
    items = given.get("items")
    if not isinstance(items, list) or not FEWEST <= len(items) <= MOST:
        raise ValueError(f"it needs {FEWEST} to {MOST} questions, each under [[items]]")
    anchors: dict[str, Any] = {key: given[key] for key in given.keys() & {"lowest", "highest"}}
    read = tuple(_item(each, anchors, number) for number, each in enumerate(items, 1))
    for what in ("name", "sentence"):
        values = [getattr(item, what).casefold() for item in read]
        if len(set(values)) < len(values):
            raise ValueError(f"two questions have the same {what}")
    return Questionnaire(read)


def _item(given: object, anchors: Mapping[str, Any], number: int) -> Item:
    where = f"question {number}"
    if not isinstance(given, dict):
        raise ValueError(f"{where} must stand under [[items]]")
    _only_known(given, _ITEM_KEYS, where)
    values = {**anchors, **given}
    for key in ("name", "sentence", "topic"):
        if key not in values:
            raise ValueError(f"{where} has no {key}")
    for key, value in values.items():
        _check_words(value, f"{where}: its {key}")
    item = Item(**{key: value.strip() for key, value in values.items()})
    if not item.name.isidentifier() or len(item.name) > _LONGEST_NAME:
        raise ValueError(f"{where}: its name must be one short word, such as heard")
    return replace(item, sentence=item.sentence.rstrip("."))


def _check_words(value: object, what: str) -> None:
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"{what} must be words in quotation marks")
    if len(value) > _LONGEST_WORDS or "\n" in value.strip():
        raise ValueError(f"{what} must fit on one line of at most {_LONGEST_WORDS} letters")


def _only_known(given: Mapping[str, Any], known: frozenset[str], where: str) -> None:
    unknown = sorted(given.keys() - known)
    if unknown:
        raise ValueError(f"{where} has «{unknown[0]}», which means nothing here")
