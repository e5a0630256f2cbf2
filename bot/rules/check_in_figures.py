"""Check-ins in numbers: how often they were answered, and means; never one person's, nor by psychologist."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from zoneinfo import ZoneInfo

from bot.rules.check_in_times import OPEN_FOR
from bot.rules.due import day_of, start_of_day

# Of fewer, each would recognise their own weight in it, and so would who knows some of them (DESIGN §5).
FEWEST_CLIENTS = 10
# If more see one psychologist, the numbers would be that psychologist's: at least a third see others.
OTHERS_ONE_IN = 3
# How often it was asked is said in tens, how often it was answered in tenths, a mean in halves: what
# one client adds to ten hardly ever shows. At the ends a mean would say what everybody answered.
_TENS, _TENTHS, _PARTS_OF_A_POINT = 10, 10, 2
LOWEST_SAID, HIGHEST_SAID = 0.5, 9.5
_MONTHS_OF_QUARTER = 3


@dataclass(frozen=True)
class CountedCheckIn:
    """What of a check-in is counted. `answers` are empty where it was declined or lapsed."""

    client_id: int
    psychologist_id: int  # only so that no numbers are one psychologist's
    version: str  # of the wording
    answers: Mapping[str, int | None]

    @property
    def is_answered(self) -> bool:
        """What was skipped from the first item to the last wasn't."""
        return any(value is not None for value in self.answers.values())


@dataclass(frozen=True)
class ItemMean:
    version: str
    name: str
    mean: float  # in halves


@dataclass(frozen=True)
class Figures:
    """Of one period, each check-in in one period at most. `asked` is rounded down to tens."""

    asked: int
    answered_in_ten: int
    means: tuple[ItemMean, ...]


class Withheld(Enum):
    TOO_FEW = "too few"
    ONE_PSYCHOLOGIST = "one psychologist"


# Who answered, and about whom.
Pair = tuple[int, int]


def figures(check_ins: Sequence[CountedCheckIn]) -> Figures | Withheld:
    """What may be said of a period, or why nothing is."""
    answered = [each for each in check_ins if each.is_answered]
    reason = withheld(_pairs(answered))
    if reason is not None:
        return reason
    means = tuple(_means(answered))
    if not means:
        return Withheld.TOO_FEW
    return Figures(
        asked=len(check_ins) // _TENS * _TENS,
        answered_in_ten=_nearest(len(answered) * _TENTHS / len(check_ins)),
        means=means,
    )


def withheld(pairs: Collection[Pair]) -> Withheld | None:
    """Why numbers of these clients aren't shown; None if they are."""
    clients = {client for client, _psychologist in pairs}
    if len(clients) < FEWEST_CLIENTS:
        return Withheld.TOO_FEW
    seen_by: dict[int, set[int]] = defaultdict(set)
    for client, psychologist in pairs:
        seen_by[psychologist].add(client)
    # Who saw two in the period is counted to each, and so to nobody's others.
    largest = max(map(len, seen_by.values()))
    if OTHERS_ONE_IN * (len(clients) - largest) < len(clients):
        return Withheld.ONE_PSYCHOLOGIST
    return None


def _means(answered: Sequence[CountedCheckIn]) -> Iterator[ItemMean]:
    """Each item by itself, in each of its wordings: some are skipped more than others."""
    names = dict.fromkeys((each.version, name) for each in answered for name in each.answers)
    for version, name in names:
        given = [
            (each, value)
            for each in answered
            if each.version == version and (value := each.answers.get(name)) is not None
        ]
        if withheld(_pairs([each for each, _value in given])) is None:
            yield ItemMean(version, name, _mean([(each.client_id, value) for each, value in given]))


def _pairs(check_ins: Sequence[CountedCheckIn]) -> set[Pair]:
    return {(each.client_id, each.psychologist_id) for each in check_ins}


def _mean(given: Sequence[tuple[int, int]]) -> float:
    """The mean of each client's own mean: who comes twice a week weighs no more than others."""
    of_client: dict[int, list[int]] = defaultdict(list)
    for client, value in given:
        of_client[client].append(value)
    own = [sum(values) / len(values) for values in of_client.values()]
    mean = _nearest(sum(own) / len(own) * _PARTS_OF_A_POINT) / _PARTS_OF_A_POINT
    return min(max(mean, LOWEST_SAID), HIGHEST_SAID)


def _nearest(number: float) -> int:
    return int(number + 0.5)


# --- periods


def quarter_start(instant: datetime, zone: ZoneInfo) -> datetime:
    return start_of_day(_first_day(day_of(instant, zone)), zone)


def quarter_ends(begins: datetime, now: datetime, zone: ZoneInfo) -> Iterator[datetime]:
    """The ends of the whole quarters since, once nothing that was asked in them can be answered.

    Periods are made of these, and one that is over never changes: numbers over a window that moves
    would differ by what one client answered meanwhile.
    """
    day = _first_day(day_of(begins, zone))
    while True:
        day = _first_day(day, quarters_later=1)
        end = start_of_day(day, zone)
        if end + OPEN_FOR > now:
            return
        yield end


def _first_day(day: date, quarters_later: int = 0) -> date:
    quarter = day.year * 4 + (day.month - 1) // _MONTHS_OF_QUARTER + quarters_later
    return date(quarter // 4, quarter % 4 * _MONTHS_OF_QUARTER + 1, 1)
