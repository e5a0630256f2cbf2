"""The questions of a check-in: our own four, or the practice's, read from its file."""

import json
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cached_property
from hashlib import sha256
from typing import Any

FEWEST, MOST = 2, 5
_LONGEST_NAME, _LONGEST_WORDS = 20, 120
_ITEM_KEYS = frozenset({"name", "sentence", "topic", "lowest", "highest"})
_ANCHORS = ("lowest", "highest")
_FILE_KEYS = frozenset({*_ANCHORS, "items"})
_BREAKS = frozenset({"Cc", "Zl", "Zp", "Cs"})  # line ends and what is no letter at all


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
    except RecursionError:
        raise ValueError("it can't be read as TOML: too many brackets") from None
    _only_known(given, _FILE_KEYS, "the file")
    anchors = {key: _words(given[key], key) for key in _ANCHORS if key in given}
    items = given.get("items")
    if not isinstance(items, list) or not FEWEST <= len(items) <= MOST:
        raise ValueError(f"it needs {FEWEST} to {MOST} questions, each under [[items]]")
    read = tuple(_item(each, anchors, number) for number, each in enumerate(items, 1))
    for what in ("name", "sentence", "topic"):
        values = [getattr(item, what).casefold() for item in read]
        if len(set(values)) < len(values):
            raise ValueError(f"two questions have the same {what}")
    return Questionnaire(read)


def _item(given: object, anchors: Mapping[str, str], number: int) -> Item:
    where = f"question {number}"
    if not isinstance(given, dict):
        raise ValueError(f"{where} must stand under [[items]]")
    _only_known(given, _ITEM_KEYS, where)
    for key in ("name", "sentence", "topic"):
        if key not in given:
            raise ValueError(f"{where} has no {key}")
    own = {key: _words(value, f"{where}: its {key}") for key, value in given.items()}
    item = Item(**{**anchors, **own})
    if not item.name.isidentifier() or len(item.name) > _LONGEST_NAME:
        raise ValueError(f"{where}: its name must be one short word, such as heard")
    if item.lowest.casefold() == item.highest.casefold():
        raise ValueError(f"{where}: 0 and 10 mean the same; change lowest or highest")
    return item


def _words(value: object, what: str) -> str:
    """One line, without the full stop that the sentence around it brings."""
    words = value.strip() if isinstance(value, str) else ""
    if not words.rstrip(". "):
        raise ValueError(f"{what} must be words in quotation marks")
    if len(words) > _LONGEST_WORDS or any(unicodedata.category(char) in _BREAKS for char in words):
        raise ValueError(f"{what} must fit on one line of at most {_LONGEST_WORDS} letters")
    return words if words.endswith("...") else words.rstrip(". ")


def _only_known(given: Mapping[str, Any], known: frozenset[str], where: str) -> None:
    unknown = sorted(given.keys() - known)
    if unknown:
        name = " ".join(unknown[0].split())[:_LONGEST_NAME]
        raise ValueError(f"{where} has «{name}», which means nothing here")
