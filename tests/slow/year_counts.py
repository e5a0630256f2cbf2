"""What is counted after the simulated year: what came, held against what should have come."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from tests.slow.year_clock import LocalClock, Outages
from tests.slow.year_notices import notices
from tests.slow.year_oracle import NOTICE, REMINDER, SAYS_LATE, Expected, Life, reminders
from tests.slow.year_people import ClientStory
from tests.slow.year_town import Sent
from tests.slow.year_unasked import A_DAY, A_WEEK, unasked
from tests.slow.year_wishes import CHECK_IN, HOMEWORK, OFFER, WEEK

SOON = timedelta(seconds=60)
LATE = "comes late"
_OPENS = re.compile(r"1:homework:open:(\d+)$")
_A_DAY = timedelta(days=1)
KINDS = (reminders, notices, unasked)
UNASKED = (CHECK_IN, HOMEWORK, OFFER)
Key = tuple[str, int]


@dataclass
class Counted:
    """All of `faults` should be empty."""

    expected: Counter[str] = field(default_factory=Counter)  # by kind
    once: Counter[str] = field(default_factory=Counter)  # sent once, in time, by why
    expired: Counter[str] = field(default_factory=Counter)  # through outages, by kind
    others: Counter[str] = field(default_factory=Counter)  # not judged here, by how they begin
    telegram: str = ""  # what the gateway did
    silently: int = 0  # about sessions, in quiet hours: nobody should set out in vain
    came_late: int = 0
    said_late: int = 0
    slowest: timedelta = timedelta()
    faults: dict[str, list[str]] = field(
        default_factory=lambda: {
            "twice": [],
            "missing": [],
            "not at its time": [],
            "nobody expects it": [],
            "late without saying so": [],
            "says late and isn't": [],
            "after use": [],
            "in quiet hours": [],
            "beyond the measure": [],
        }
    )

    def __str__(self) -> str:
        def listed(counts: Counter[str]) -> str:
            return ", ".join(f"{name} {number}" for name, number in sorted(counts.items()))

        faults = "; ".join(f"{name} {len(found)}" for name, found in self.faults.items())
        return (
            f"should exist: {self.expected.total()} ({listed(self.expected)})\n"
            f"sent exactly once and within {SOON.seconds} s: {self.once.total()} "
            f"({listed(self.once)}), the slowest after {self.slowest.total_seconds():.1f} s\n"
            f"later than {SAYS_LATE.seconds // 60} minutes: {self.came_late}, "
            f"of which say so: {self.said_late}\n"
            f"rightly not sent, because an outage outlasted their use: {self.expired.total()} "
            f"({listed(self.expired)})\n"
            f"without a sound in quiet hours, because they can't wait: {self.silently}\n"
            f"{faults}\n"
            f"{self.telegram}\n"
            f"others that came by themselves: {listed(self.others) or 'none'}"
        )


@dataclass(frozen=True)
class Came:
    """A message that came to a client by itself, as what it is."""

    key: Key
    sent: Sent


def count(
    clients: Mapping[int, ClientStory],
    sent: Sequence[Sent],
    sessions_of_check_ins: Mapping[int, int],
    outages: Outages,
    end: datetime,
) -> Counted:
    """`end`: what should come later, or a minute before, isn't judged."""
    counted = Counted()
    by_chat: dict[int, list[Sent]] = defaultdict(list)
    for each in sent:
        if each.by_itself and each.chat in clients:
            by_chat[each.chat].append(each)
    for chat, client in clients.items():
        life = Life(client, LocalClock(client.zone, client.quiet), outages)
        came = list(_known(by_chat[chat], sessions_of_check_ins, counted))
        _judge(counted, life, came, end)
    return counted


def _known(
    sent: Sequence[Sent], sessions_of_check_ins: Mapping[int, int], counted: Counted
) -> Iterator[Came]:
    for each in sent:
        table, _, row = each.topic.partition(":")
        if each.topic.endswith((":notice", ":notices")):
            yield Came((NOTICE, each.chat), each)
        elif table == "therapy_session" and row.isdecimal():
            yield Came((REMINDER, int(row)), each)
        elif table == "homework":
            yield Came((HOMEWORK, int(row)), each)
        elif table == "check_in":
            yield Came((CHECK_IN, sessions_of_check_ins[int(row)]), each)
        elif table == "relationship_offer":
            yield Came((OFFER, each.chat), each)
        elif pieces := _merged(each):
            yield from (Came((HOMEWORK, piece), each) for piece in pieces)
        else:
            counted.others[each.text.partition("\n")[0][:40]] += 1


def _merged(sent: Sent) -> list[int]:
    """The pieces of homework that came as one message, by its buttons."""
    found = (_OPENS.match(data) for _label, data in sent.buttons)
    return [int(each[1]) for each in found if each]


def _judge(counted: Counted, life: Life, came: Sequence[Came], end: datetime) -> None:
    everything = [each for kind in KINDS for each in kind(life)]
    expected: dict[Key, list[Expected]] = defaultdict(list)
    for each in everything:
        if each.lapsed and each.at < end:
            counted.expired[each.kind] += 1
        elif not each.lapsed and each.at < end - SOON:
            expected[each.kind, each.about].append(each)
            counted.expected[each.kind] += 1
    got: dict[Key, list[Sent]] = defaultdict(list)
    for one in came:
        if one.sent.at < end - SOON:
            got[one.key].append(one.sent)
    for key in expected.keys() | got.keys():
        _match(counted, life, expected[key], got[key], key)
    _quiet(counted, life, came)
    _measure(counted, life, [each for each in came if each.key[0] in UNASKED])


def _match(
    counted: Counted, life: Life, expected: list[Expected], got: list[Sent], key: Key
) -> None:
    """Each that should be there takes the one that came at its time; what is left is a fault."""
    where = f"{key[0]} {key[1]} of client {life.client.id} ({life.client.zone.key})"
    left = sorted(got, key=lambda each: each.at)
    unmet: list[Expected] = []
    met: list[Expected] = []
    for each in sorted(expected, key=lambda wanted: wanted.at):
        found = next((one for one in left if timedelta() <= one.at - each.at <= SOON), None)
        with_another = next((one for one in left if _merged(one) and one.at < each.at), None)
        if found is None and with_another is not None and each.at - with_another.at <= _A_DAY:
            left.remove(with_another)  # it came with what it would have yielded to
            counted.once["with another of its day"] += 1
            continue
        if found is None:
            unmet.append(each)
            continue
        left.remove(found)
        met.append(each)
        _note_once(counted, each, found, where)
    for each, one in zip(unmet, left, strict=False):
        counted.faults["not at its time"].append(f"{where}: {one.at} and not {each.at}")
    for each in unmet[len(left) :]:
        counted.faults["missing"].append(f"{where}: {each.at}, {each.why}")
    for one in left[len(unmet) :]:
        if _merged(one):  # alone it would have yielded until it was of no use
            counted.once["with another of its day"] += 1
            continue
        is_again = any(abs(one.at - each.at) <= SAYS_LATE for each in met)
        counted.faults["twice" if is_again else "nobody expects it"].append(f"{where}: {one.at}")


def _note_once(counted: Counted, each: Expected, found: Sent, where: str) -> None:
    counted.once[each.why] += 1
    counted.slowest = max(counted.slowest, found.at - each.at)
    if found.at >= each.until:
        counted.faults["after use"].append(f"{where}: {found.at}, until {each.until}")
    says_late = LATE in found.text
    if each.is_late:
        counted.came_late += 1
        counted.said_late += says_late
    if says_late != each.is_late:
        kind = "says late and isn't" if says_late else "late without saying so"
        counted.faults[kind].append(f"{where}: {found.at}")
    if found.is_silent != each.is_silent:
        counted.faults["in quiet hours"].append(f"{where}: {found.at}, silent {found.is_silent}")


def _quiet(counted: Counted, life: Life, came: Sequence[Came]) -> None:
    for each in came:
        if not life.clock.is_quiet(each.sent.at):
            continue
        if each.sent.is_silent and each.key[0] == NOTICE:
            counted.silently += 1
        else:
            counted.faults["in quiet hours"].append(f"{each.key} at {each.sent.at}")


def _measure(counted: Counted, life: Life, came: Sequence[Came]) -> None:
    """By the client's own days; a week is any seven days."""
    instants = sorted({(each.sent.at, each.sent.text): each.sent.at for each in came}.values())
    of_day = Counter(life.clock.day(each) for each in instants)
    too_many = [f"{day}" for day, number in of_day.items() if number > A_DAY]
    for first, last in zip(instants, instants[A_WEEK:], strict=False):
        if (
            last - first < WEEK - timedelta(hours=1) - SOON
        ):  # a week by the wall, where clocks change
            too_many.append(f"{first} to {last}")
    counted.faults["beyond the measure"] += [f"client {life.client.id}: {x}" for x in too_many]
