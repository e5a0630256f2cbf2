"""The telephones of a story: what came to each person since the last look, and to nobody else."""

from zoneinfo import ZoneInfo

from tests.clock import melbourne
from tests.practice import Cast, Practice, Someone

MELBOURNE = ZoneInfo("Australia/Melbourne")
Told = str | tuple[str, ...]


class Telephones:
    """All of a practice, so that who heard nothing is asserted with every message that came."""

    def __init__(self, practice: Practice, **people: Someone) -> None:
        self.practice = practice
        self.people = people
        self._seen = dict.fromkeys(people, 0)
        for who in people:
            self._came(who)

    @classmethod
    def of(cls, cast: Cast, **others: Someone) -> "Telephones":
        """Those of the five, and of these others."""
        return cls(
            cast.practice,
            anna=cast.anna,
            ben=cast.ben,
            okafor=cast.okafor,
            maria=cast.maria,
            lindqvist=cast.lindqvist,
            **others,
        )

    def _came(self, who: str) -> list[str]:
        screen = self.people[who].account.screen
        new = [each for each in screen if each.by_bot and each.message_id > self._seen[who]]
        self._seen[who] = max((each.message_id for each in screen), default=0)
        return [each.text for each in new]

    def heard(self, **said: Told) -> None:
        """Exactly these messages came, in this order; whoever isn't named heard nothing.

        «…» at the end of a message stands for the rest of it. A message that was changed where it
        stands rings nowhere, and doesn't count.
        """
        assert said.keys() <= self.people.keys()
        for who in self.people:
            told = said.get(who, ())
            wanted = [told] if isinstance(told, str) else list(told)
            came = self._came(who)
            cut = [_as_far_as(*pair) for pair in zip(came, wanted, strict=False)]
            got = cut + came[len(wanted) :]
            assert got == wanted, f"{who}, {self._clock()}\ngot    {got}\nwanted {wanted}"

    def until(self, instant: str, **said: Told) -> None:
        """Let time pass to this instant in Melbourne; these messages came on the way."""
        self.practice.wait_until(melbourne(instant))
        self.heard(**said)

    def never_reached(self, words: str, *people: str) -> None:
        """Not on these screens now, nor in anything that ever arrived there."""
        for who in people:
            someone = self.people[who]
            someone.sees_nothing_of(words)
            for method in ("sendMessage", "sendPhoto", "editMessageText"):
                for call in self.practice.telegram.calls_of(method):
                    if call.params.get("chat_id") == someone.account.id:
                        said = call.params.get("text") or call.params.get("caption")
                        assert words not in str(said), who

    def _clock(self) -> str:
        return self.practice.hand.now().astimezone(MELBOURNE).strftime("%a %d %b, %H:%M")


def _as_far_as(came: str, wanted: str) -> str:
    """As much of what came as was asked about."""
    return f"{came[: len(wanted) - 1]}…" if wanted.endswith("…") else came


def says(someone: Someone, *words: str) -> None:
    """Taps what is a button on the newest message or below the chat, and types the rest."""
    for each in words:
        if each in someone.labels or each in (someone.account.keyboard or []):
            someone.taps(each)
        else:
            someone.types(each)


def connect_operator(practice: Practice) -> Someone:
    """Somebody with a telephone to whom alarms go."""
    operator = practice.account("Operator")
    operator.types("/start")
    changed = {"operator_chat": operator.account.id}
    practice.settings = practice.settings.model_copy(update=changed)
    practice.start()
    return operator
