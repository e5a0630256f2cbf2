"""Hours on duty that Maria asks Dr Okafor for, as far as a test needs them."""

from bot.records import duties
from bot.records.duties import DutyRow
from tests.conversations.concerns import hear
from tests.practice import Cast, Practice

TYPED = "Mon-Fri 17:00-22:00"
EVENINGS = "Monday to Friday, 5:00 pm to 10:00 pm"
ASKED = (
    f"Maria Santos asks you to be there for urgent messages: {EVENINGS}.\n"
    "In these hours one rings for you at once. Nothing counts before your yes."
)
NOBODY = (
    "Nobody is on duty by name: urgent messages ring for managers and senior colleagues in "
    "practice hours."
)


def propose(cast: Cast, hours: str = TYPED, name: str = "Dr Okafor") -> None:
    cast.maria.types("/duty")
    cast.maria.taps("Ask somebody to be there")
    cast.maria.taps(name)
    cast.maria.types(hours)


def asks(cast: Cast, hours: str = TYPED, name: str = "Dr Okafor") -> None:
    propose(cast, hours, name)
    cast.maria.taps("Yes, ask")


def agreed(cast: Cast, hours: str = TYPED) -> None:
    asks(cast, hours)
    cast.okafor.taps("Yes, I'll be there")
    hear(cast)


def rows(practice: Practice) -> list[DutyRow]:
    with practice.look() as db:
        return list(duties.not_ended(db))
