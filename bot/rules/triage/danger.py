"""Danger in a text: whose it is, how sure it is, and which words of which list decided."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from bot.rules.triage import (
    danger_context,
    danger_hints,
    words_in_german,
    words_in_other_languages,
    words_in_spanish,
    words_of_harm_to_others,
    words_of_intent,
    words_of_others,
    words_of_plans,
    words_of_weariness,
)
from bot.rules.triage.danger_kinds import Danger, DangerKind, Judged, Sayings, Tier
from bot.rules.triage.normalising import normal
from bot.rules.triage.phrase_index import PhraseIndex
from bot.rules.triage.sentences import Passage, passage_of

__all__ = ["Danger", "DangerKind", "Tier", "danger_in", "is_danger"]


@dataclass(frozen=True)
class _Found:
    """One way of saying that stands, with whose danger it is and how sure."""

    kind: DangerKind
    tier: Tier
    sayings: Sayings
    match: re.Match[str]

    @property
    def why(self) -> str:
        return f"{self.sayings.layer}: {self.match[0]}"


def danger_in(text: str) -> Danger | None:
    """The danger in a text, None if there is none. In doubt there is: showing help is the smaller fault.

    Danger from oneself goes before danger from others, and that before danger to others.
    """
    passage = passage_of(normal(text))
    found = list(_all_found(passage))
    if not found:
        return _hinted(passage)
    decides = min(found, key=_order)
    tier = Tier.HIGH if _is_high(found) else Tier.POSSIBLE
    hurt_by_others = any(each.kind is DangerKind.FROM_OTHERS for each in found)
    return Danger(decides.kind, decides.why, hurt_by_others, tier)


def _hinted(passage: Passage) -> Danger | None:
    hinted = danger_hints.hinted_danger(passage)
    if hinted is None:
        return None
    kind, hints = hinted
    words = f"{danger_hints.LAYER}: {hints}"
    return Danger(kind, words, kind is DangerKind.FROM_OTHERS, Tier.POSSIBLE)


def is_danger(text: str) -> bool:
    return danger_in(text) is not None


_KINDS = list(DangerKind)


def _order(found: _Found) -> tuple[bool, int, bool]:
    """«I can't take it any more» beside a blow is said of the blow."""
    is_said_of_something_else = found.sayings.may_be_task
    return is_said_of_something_else, _KINDS.index(found.kind), found.tier is not Tier.HIGH


def _is_high(found: Sequence[_Found]) -> bool:
    """Something said outright, or half said in two different ways."""
    if any(each.tier is Tier.HIGH for each in found):
        return True
    hints = [
        each
        for each in found
        if each.kind is DangerKind.SELF and each.sayings is not words_of_weariness.SUBJECT
    ]
    return any(
        one.sayings is not other.sayings and not _overlap(one.match, other.match)
        for one, other in combinations(hints, 2)
    )


def _overlap(one: re.Match[str], other: re.Match[str]) -> bool:
    return one.start() < other.end() and other.start() < one.end()


def _all_found(passage: Passage) -> Iterator[_Found]:
    for sayings, match in _WAYS.found_in(passage.plain):
        kind = _JUDGES[sayings.judged](passage, match, sayings)
        if kind is not None:
            yield _Found(kind, _tier(passage, match, sayings, kind), sayings, match)


def _tier(passage: Passage, match: re.Match[str], sayings: Sayings, kind: DangerKind) -> Tier:
    if sayings.judged is Judged.OWN and kind is DangerKind.TO_OTHERS:
        return sayings.tier_of_another
    if sayings.may_be_figure and danger_context.is_joking(passage, match):
        return Tier.POSSIBLE
    is_urgent = kind is DangerKind.SELF and danger_context.is_urgent(passage, match)
    return (
        Tier.HIGH
        if is_urgent and sayings.layer != words_of_weariness.SUBJECT.layer
        else sayings.tier
    )


# --- one judge for each way of judging: whose danger it is, None for none


def _own(passage: Passage, match: re.Match[str], sayings: Sayings) -> DangerKind | None:
    """«kill myself»: not where it is denied, long past, a figure of speech, a film or a subject."""
    if danger_context.is_denied(passage, match) or danger_context.is_past(passage, match):
        return None
    if danger_context.is_figure(passage, match, sayings):
        return None
    if sayings.may_be_subject and danger_context.is_at_work(passage, match):
        return None
    is_bereavement = danger_context.is_bereavement(passage, match)
    if danger_context.is_about_another(passage, match):
        is_told = is_bereavement or _is_told(passage, match)
        return None if is_told else DangerKind.TO_OTHERS
    return None if is_bereavement else DangerKind.SELF


def _from_others(passage: Passage, match: re.Match[str], sayings: Sayings) -> DangerKind | None:
    if danger_context.is_denied(passage, match) or danger_context.is_past(passage, match):
        return None
    if danger_context.is_figure(passage, match, sayings):
        return None
    return DangerKind.FROM_OTHERS


def _from_a_person(passage: Passage, match: re.Match[str], sayings: Sayings) -> DangerKind | None:
    is_person = danger_context.has_person_before(passage, match)
    return _from_others(passage, match, sayings) if is_person else None


def _to_others(passage: Passage, match: re.Match[str], sayings: Sayings) -> DangerKind | None:
    if danger_context.is_denied(passage, match) or danger_context.is_past(passage, match):
        return None
    if danger_context.is_figure(passage, match, sayings) or _is_told(passage, match):
        return None
    return DangerKind.TO_OTHERS


def _is_told(passage: Passage, match: re.Match[str]) -> bool:
    """Of a film, or of somebody whom the writer nurses."""
    return danger_context.is_story(passage, match) or danger_context.is_at_work(passage, match)


def _of_another(passage: Passage, match: re.Match[str], sayings: Sayings) -> DangerKind | None:
    if danger_context.is_bereavement(passage, match):
        return None
    return _to_others(passage, match, sayings)


_Judge = Callable[[Passage, re.Match[str], Sayings], DangerKind | None]
_JUDGES: dict[Judged, _Judge] = {
    Judged.OWN: _own,
    Judged.FROM_OTHERS: _from_others,
    Judged.FROM_A_PERSON: _from_a_person,
    Judged.TO_OTHERS: _to_others,
    Judged.OF_ANOTHER: _of_another,
}
_SAYINGS = (
    *words_of_intent.SAYINGS,
    *words_of_plans.SAYINGS,
    *words_of_weariness.SAYINGS,
    *words_of_others.SAYINGS,
    *words_of_harm_to_others.SAYINGS,
    *words_in_german.SAYINGS,
    *words_in_spanish.SAYINGS,
    *words_in_other_languages.SAYINGS,
)
_WAYS = PhraseIndex([(sayings, way) for sayings in _SAYINGS for way in sayings.ways])
