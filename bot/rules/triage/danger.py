"""Words of danger: whether a text has some, whom they are about, and which words decided."""

import enum
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.rules.triage import danger_context as context
from bot.rules.triage import words_of_other_languages, words_of_others, words_of_self
from bot.rules.triage.sentences import Passage, passage_of


class DangerKind(enum.Enum):
    """Who may come to harm, and by whom: it decides which help is shown."""

    SELF = "self"  # the writer, by themselves
    FROM_OTHERS = "from others"  # the writer, by another person
    TO_OTHERS = "to others"  # another person, by the writer or by themselves


class Tier(enum.Enum):
    """How sure it is, and so what follows (DESIGN §5)."""

    HIGH = "high"  # help, and people are told at once
    POSSIBLE = "possible"  # help, and one direct question; people are told if it isn't answered


@dataclass(frozen=True)
class Danger:
    """Danger in a text. `words` decided; they are for staff and tests, never for the client.

    `from_others` is also true where words about oneself decided the kind and others hurt as well.
    """

    kind: DangerKind
    words: str
    from_others: bool = False
    tier: Tier = Tier.HIGH


_Found = tuple[DangerKind, str]


def danger_in(text: str) -> Danger | None:
    """The danger in a text, None if there is none. In doubt there is: showing help is the smaller fault.

    Danger from oneself goes before danger from others, and that before danger to others.
    """
    passage = passage_of(text)
    found = list(_all_found(passage))
    kinds = {kind for kind, _words in found}
    for kind in DangerKind:
        if kind in kinds:
            decided = next(said for each, said in found if each is kind)
            return Danger(kind, decided, DangerKind.FROM_OTHERS in kinds)
    return None


def is_danger(text: str) -> bool:
    return danger_in(text) is not None


def _all_found(passage: Passage) -> Iterator[_Found]:
    for pattern, judge in _JUDGES:
        for match in pattern.finditer(passage.plain):
            kind = judge(passage, match)
            if kind is not None:
                yield kind, match.group()


# --- one judge for each list of words: whose danger it is, None for none


def _own(passage: Passage, match: re.Match[str]) -> DangerKind | None:
    """«kill myself», «suicidal»: not where it is denied, long past, a figure of speech or a film."""
    if context.is_denied(passage, match):
        return None
    return _own_for_certain(passage, match)


def _own_for_certain(passage: Passage, match: re.Match[str]) -> DangerKind | None:
    """«don't want to live» has its own «not»; no other «not» takes it back."""
    if context.is_past(passage, match) or context.is_figure(passage, match):
        return None
    if context.is_study(passage, match):
        return None
    if context.is_about_another(passage, match):
        is_told = context.is_story(passage, match) or context.is_bereavement(passage, match)
        return None if is_told else DangerKind.TO_OTHERS
    if context.is_bereavement(passage, match):
        return None
    return DangerKind.SELF


def _from_others(passage: Passage, match: re.Match[str]) -> DangerKind | None:
    if context.is_denied(passage, match) or context.is_past(passage, match):
        return None
    return None if context.is_figure(passage, match) else DangerKind.FROM_OTHERS


def _from_a_person(passage: Passage, match: re.Match[str]) -> DangerKind | None:
    """«hit me»: a person does, not the news or the heat."""
    return _from_others(passage, match) if context.has_person_before(passage, match) else None


def _to_others(passage: Passage, match: re.Match[str]) -> DangerKind | None:
    if context.is_denied(passage, match) or context.is_past(passage, match):
        return None
    if context.is_figure(passage, match) or context.is_story(passage, match):
        return None
    return DangerKind.TO_OTHERS


def _compiled(phrases: Sequence[str]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(phrases) + r")\b")


_JUDGES = (
    (_compiled(words_of_self.OWN), _own),
    (_compiled(words_of_self.OWN_FOR_CERTAIN), _own_for_certain),
    (_compiled(words_of_other_languages.FROM_ONESELF), _own),
    (_compiled(words_of_others.FROM_OTHERS), _from_others),
    (_compiled(words_of_other_languages.FROM_OTHERS), _from_others),
    (_compiled(words_of_others.FROM_A_PERSON), _from_a_person),
    (_compiled(words_of_others.TO_OTHERS), _to_others),
)
