"""What a picture of check-ins shows, and all of it in words for those who can't see it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from bot.rules.alliance import HIGHEST, LOWEST, Answers, mean_of
from bot.rules.questionnaire import Item, Questionnaire
from bot.rules.quoting import isolated
from bot.rules.splitting import shortened
from bot.texts import TimeWords, _
from bot.trend_charts import MOST_LINES, Change, Line, Trend
from conversations.check_in_words import in_reader_s_language

LONGEST_CAPTION = 1024  # characters (FACTS §1)
_LETTERS = (120, 90, 70, 55, 45, 36, 28, 20, 12)  # of a question in the words, as many as fit
_LONGEST_ANCHOR = 30
_SECONDS_OF_DAY = 86400


@dataclass(frozen=True)
class Seen:
    """One check-in as its reader may see it; `at` is when the session began that it is about."""

    at: datetime
    answers: Answers
    questionnaire: Questionnaire
    psychologist_id: int  # whose session it was
    psychologist: str  # as the reader calls them

    @property
    def mean(self) -> Fraction | None:
        return mean_of(self.answers)


@dataclass(frozen=True)
class Shown:
    """Check-ins of a picture, the oldest first, and what is said around them.

    `head` is about one {day}; `head_of_several` says {count}, {first} and {last}; both may say {name}.
    """

    seen: Sequence[Seen]
    head: str
    head_of_several: str
    foot: str
    session_label: str
    name: str = ""  # the client's, for others
    leaves_earlier_out: bool = False


# --- what goes into the picture


def fitting(seen: Sequence[Seen]) -> list[Seen]:
    """The newest, as far back as their questions are few enough for one picture."""
    names: set[str] = set()
    kept: list[Seen] = []
    for each in reversed(seen):
        names |= set(each.questionnaire.names)
        if len(names) > MOST_LINES:
            break
        kept.insert(0, each)
    return kept


def drawn(words: TimeWords, shown: Shown, sessions: Sequence[datetime], now: datetime) -> Trend:
    seen = shown.seen
    first = seen[0].at
    last_mean = seen[-1].mean
    return Trend(
        days=tuple(_days(each.at, first) for each in seen),
        labels=tuple(words.short_days([each.at for each in seen], now)),
        lines=tuple(
            Line(
                label=_("{number}. {question}").format(
                    number=number, question=in_reader_s_language(item.sentence)
                ),
                instead=_("{number}. See the words below").format(number=number),
                values=tuple(each.answers.get(item.name) for each in seen),
            )
            for number, item in enumerate(_items(seen), 1)
        ),
        means=tuple(None if each.mean is None else float(each.mean) for each in seen),
        mean_label=_("The average"),
        last_mean="" if last_mean is None else words.number(last_mean),
        sessions=tuple(_days(each, first) for each in sessions),
        session_label=shown.session_label,
        changes=tuple(_changes(seen)),
    )


def _days(instant: datetime, first: datetime) -> float:
    return (instant - first).total_seconds() / _SECONDS_OF_DAY


def _items(seen: Sequence[Seen]) -> list[Item]:
    """Each question once, in its latest words; those that are asked now come first."""
    items = [item for each in reversed(seen) for item in each.questionnaire.items]
    latest: dict[str, Item] = {}
    for item in items:
        latest.setdefault(item.name, item)
    return list(latest.values())


def _changes(seen: Sequence[Seen]) -> list[Change]:
    """A mean goes on only among the same questions, and an answer only about the same two people."""
    found = []
    for place in range(1, len(seen)):
        before, after = seen[place - 1], seen[place]
        if after.psychologist_id != before.psychologist_id:
            label = _("From here on with {name}").format(name=after.psychologist)
            found.append(Change(place, label, is_whole=True))
        elif set(after.questionnaire.names) != set(before.questionnaire.names):
            found.append(Change(place, _("From here on other questions"), is_whole=False))
    return found


# --- in words


def caption(words: TimeWords, shown: Shown, now: datetime) -> str:
    """All that the picture shows but the way between: never longer than may stand under one.

    The psychologist's names and the practice's questions have any length: what doesn't fit is cut.
    """
    said = ""
    for letters in _LETTERS:
        said = _caption(words, shown, now, letters)
        if len(said) <= LONGEST_CAPTION:
            return said
    return said[: LONGEST_CAPTION - 1] + "…"


def _caption(words: TimeWords, shown: Shown, now: datetime, letters: int) -> str:
    seen = shown.seen
    days = dict(
        zip([each.at for each in seen], words.short_days([each.at for each in seen], now),
            strict=True)
    )  # fmt: skip

    def day(each: Seen) -> str:
        return days[each.at]

    about = (shown.head if len(seen) == 1 else shown.head_of_several).format(
        day=day(seen[-1]),
        count=len(seen),
        first=day(seen[0]),
        last=day(seen[-1]),
        name=shown.name,
    )
    head = [about, *([_("Earlier ones aren't in it.")] if shown.leaves_earlier_out else [])]
    lines = [
        _item_line(seen, item, number, letters, day) for number, item in enumerate(_items(seen), 1)
    ]
    paragraphs = [
        " ".join([*head, _scale(seen)]),
        "\n".join(filter(None, [_last_change(seen, day), _average(words, seen, day)])),
        "\n".join([*lines, *([_gap()] if _has_gap(seen) else [])]),
        shown.foot,
    ]
    return "\n\n".join(filter(None, paragraphs))


def _scale(seen: Sequence[Seen]) -> str:
    anchors = {(item.lowest, item.highest) for item in _items(seen)}
    lowest, highest = (in_reader_s_language(each) for each in next(iter(anchors)))
    if len(anchors) > 1 or len(lowest + highest) > _LONGEST_ANCHOR:
        return _("Each from {lowest} to {highest}.").format(lowest=LOWEST, highest=HIGHEST)
    return _("{lowest} is {lowest_words}, {highest} is {highest_words}.").format(
        lowest=LOWEST, lowest_words=lowest, highest=HIGHEST, highest_words=highest
    )


def _last_change(seen: Sequence[Seen], day: Callable[[Seen], str]) -> str:
    changes = _changes(seen)
    if not changes:
        return ""
    first = seen[changes[-1].place]
    text = (
        _("From {day} on with {name}.")
        if changes[-1].is_whole
        else _("From {day} on with other questions.")
    )
    return text.format(day=day(first), name=first.psychologist)


def _average(words: TimeWords, seen: Sequence[Seen], day: Callable[[Seen], str]) -> str:
    """Of those that can be compared: since the last change."""
    changes = _changes(seen)
    since = changes[-1].place if changes else 0
    means = [(mean, each) for each in seen[since:] if (mean := each.mean) is not None]
    if not means:
        return ""
    last, at = means[-1]
    lowest = min(means, key=lambda pair: pair[0])
    highest = max(means, key=lambda pair: pair[0])
    if len(means) == 1:
        text = _("On average: {value} on {day}.")
    elif lowest[0] == highest[0]:
        text = _("On average: {value} each time, last on {day}.")
    else:
        text = _(
            "On average: {value} on {day}, lowest {lowest} on {lowest_day}, "
            "highest {highest} on {highest_day}."
        )
    return text.format(
        value=words.number(last),
        day=day(at),
        lowest=words.number(lowest[0]),
        lowest_day=day(lowest[1]),
        highest=words.number(highest[0]),
        highest_day=day(highest[1]),
    )


def _item_line(
    seen: Sequence[Seen], item: Item, number: int, letters: int, day: Callable[[Seen], str]
) -> str:
    given = [(each, value) for each in seen if (value := each.answers.get(item.name)) is not None]
    if not given:
        text, at, last = _("{number}. {question}: not answered"), seen[-1], 0
    else:
        at, last = given[-1]
        text = (
            _("{number}. {question}: {value}")
            if len(given) == 1
            else _("{number}. {question}: {value}, lowest {lowest}, highest {highest}")
            if at is seen[-1]
            else _("{number}. {question}: {value} on {day}, lowest {lowest}, highest {highest}")
        )
        if len(given) == 1 and at is not seen[-1]:
            text = _("{number}. {question}: {value} on {day}")
    values = [value for _each, value in given] or [0]
    return text.format(
        number=number,
        question=isolated(shortened(in_reader_s_language(item.sentence), letters)),
        value=last,
        day=day(at),
        lowest=min(values),
        highest=max(values),
    )


def _has_gap(seen: Sequence[Seen]) -> bool:
    return any(value is None for each in seen for value in each.answers.values())


def _gap() -> str:
    return _("Where a line has a gap, that question was skipped.")
