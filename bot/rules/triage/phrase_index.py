"""Finds many ways of saying in one text quickly: at each word only those are tried that can begin so."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Generic, TypeVar

_LENGTH = 4  # letters by which ways of saying are told apart
_MANY = 60  # more beginnings than this count as any
_WORD_START = re.compile(r"(?<!\w)\w")
_QUANTIFIER = re.compile(r"\?|\*|\+|\{\d*,?\d*\}")

Of = TypeVar("Of")


class PhraseIndex(Generic[Of]):
    """Ways of saying, each with what it stands for. Nothing is made ready before a text asks for it."""

    def __init__(self, ways: Sequence[tuple[Of, str]]) -> None:
        self._ways = ways

    def found_in(self, text: str) -> Iterator[tuple[Of, re.Match[str]]]:
        """What is said at each word, in the order of the text and then of the lists."""
        for word in _WORD_START.finditer(text):
            start = word.start()
            for of, pattern in self._candidates(text[start : start + _LENGTH]):
                match = pattern.match(text, start)
                if match is not None:
                    yield of, match

    def _candidates(self, beginning: str) -> Sequence[tuple[Of, re.Pattern[str]]]:
        """Kept by as much of the beginning as the ways have: of other letters there is no end."""
        shorter = (beginning[:length] for length in range(len(beginning), 0, -1))
        part = next((each for each in shorter if each in self._numbers), "")
        known = self._by_beginning.get(part)
        if known is None:
            numbers = sorted(
                {
                    number
                    for length in range(len(part) + 1)
                    for number in self._numbers.get(part[:length], ())
                }
            )
            known = [self._compiled(number) for number in numbers]
            self._by_beginning[part] = known
        return known

    def _compiled(self, number: int) -> tuple[Of, re.Pattern[str]]:
        if number not in self._patterns:
            of, way = self._ways[number]
            self._patterns[number] = (of, re.compile(rf"(?:{way})\b"))
        return self._patterns[number]

    @cached_property
    def _patterns(self) -> dict[int, tuple[Of, re.Pattern[str]]]:
        return {}

    @cached_property
    def _numbers(self) -> dict[str, list[int]]:
        numbers: dict[str, list[int]] = {}
        for number, (_of, way) in enumerate(self._ways):
            for beginning in beginnings(way):
                numbers.setdefault(beginning, []).append(number)
        return numbers

    @cached_property
    def _by_beginning(self) -> dict[str, Sequence[tuple[Of, re.Pattern[str]]]]:
        return {}


def beginnings(way: str) -> frozenset[str]:
    """The first letters that a text must have here for this expression to match; «» stands for any.

    It understands what the word lists use; what it doesn't understand may begin with anything.
    """
    try:
        begun, rest = _either(way, 0)
    except (_NotUnderstood, IndexError, ValueError):
        return frozenset({""})
    if rest != len(way) or not 0 < len(begun) <= _MANY * _LENGTH:
        return frozenset({""})
    return frozenset(letters for letters, _is_over in begun)


class _NotUnderstood(Exception):
    """Something in an expression that may begin with anything."""


# Beginnings, each with whether no more is known behind it.
_Begun = frozenset[tuple[str, bool]]
_NOTHING: _Begun = frozenset({("", False)})
_ANYTHING: _Begun = frozenset({("", True)})
_DIGIT: _Begun = frozenset((each, False) for each in "0123456789")
_CLASSES = {"w": _ANYTHING, "d": _DIGIT}


def _either(way: str, at: int) -> tuple[_Begun, int]:
    begun: _Begun = frozenset()
    while True:
        one, at = _sequence(way, at)
        begun |= one
        if at >= len(way) or way[at] != "|":
            return begun, at
        at += 1


def _sequence(way: str, at: int) -> tuple[_Begun, int]:
    begun = _NOTHING
    while at < len(way) and way[at] not in "|)":
        item, at = _item(way, at)
        quantifier = _QUANTIFIER.match(way, at)
        if quantifier:
            at = quantifier.end()
            if at < len(way) and way[at] in "?+":  # lazy or possessive
                at += 1
            item = item if quantifier[0] == "?" else _over(item)
            if quantifier[0] != "+":
                item |= _NOTHING
        begun = _joined(begun, item)
    return begun, at


def _item(way: str, at: int) -> tuple[_Begun, int]:
    char = way[at]
    if char == "(":
        return _group(way, at)
    if char == "[":
        end = way.index("]", at)
        return frozenset((each, False) for each in way[at + 1 : end]), end + 1
    if char == "\\":
        return _CLASSES.get(way[at + 1], _NOTHING), at + 2
    if char in "^$":
        return _NOTHING, at + 1
    if not (char.isalnum() or char == " "):
        raise _NotUnderstood
    return frozenset({(char, False)}), at + 1


def _group(way: str, at: int) -> tuple[_Begun, int]:
    looks = next((each for each in ("(?!", "(?<!", "(?=", "(?<=") if way.startswith(each, at)), "")
    opening = looks or ("(?:" if way.startswith("(?:", at) else "(")
    begun, end = _either(way, at + len(opening))
    if way[end] != ")":
        raise _NotUnderstood
    return (_NOTHING if looks else begun), end + 1


def _over(begun: _Begun) -> _Begun:
    return frozenset((letters, True) for letters, _is_over in begun)


def _joined(first: _Begun, then: _Begun) -> _Begun:
    joined = set()
    for letters, is_over in first:
        if is_over or len(letters) >= _LENGTH:
            joined.add((letters, is_over))
        else:
            for more, over in then:
                both = letters + more
                joined.add((both[:_LENGTH], over and len(both) < _LENGTH))
    if len(joined) > 2000:
        raise _NotUnderstood
    return frozenset(joined)
