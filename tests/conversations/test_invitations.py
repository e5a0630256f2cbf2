"""A link in the wrong hands: a sentence, nothing learned, and it stays good where it should."""

import pytest

from bot.records import invitations
from bot.records.people import Person, Role
from tests.conversations.colleagues import STRANGER, adler_joins, row_of
from tests.practice import Cast, Someone

FAILS = (
    "This invitation doesn't work. It may be old or already used. "
    "Please ask whoever gave it to you for a new one."
)
ANOTHERS = "This chat is already somebody's. You can still open the link on another telephone."
STAFFS = "This invitation is for somebody else, and this account belongs to staff."


@pytest.fixture
def adler(cast: Cast) -> Person:
    """Dr Adler is added and not connected."""
    return cast.practice.add_staff("Dr Adler", Role.PSYCHOLOGIST, Role.MANAGER)


def opens_it_at_last(cast: Cast, code: str, name: str) -> None:
    rightful = cast.practice.account(name)
    rightful.types(f"/start {code}")
    rightful.sees(f"Hello {name}.")


def test_a_client_who_opens_a_staff_link_stays_a_client_and_it_stays_good(
    cast: Cast, adler: Person
) -> None:
    code = cast.practice.invite(adler)
    cast.anna.types(f"/start {code}")
    assert cast.anna.last == ANOTHERS
    cast.anna.sees_nothing_of("Adler")
    cast.anna.types("/staff")
    cast.anna.sees_nothing_of("Who works here")
    opens_it_at_last(cast, code, "Dr Adler")


def test_a_colleague_who_opens_another_s_link_stays_who_they_are(cast: Cast, adler: Person) -> None:
    code = cast.practice.invite(adler)
    for colleague in (cast.okafor, cast.lindqvist, cast.maria):
        colleague.types(f"/start {code}")
        assert colleague.last.startswith(STAFFS)
        colleague.sees_nothing_of("Adler")
    cast.okafor.types("/staff")
    cast.okafor.sees_nothing_of("Who works here")
    opens_it_at_last(cast, code, "Dr Adler")


def test_a_colleague_who_opens_the_new_link_of_one_with_a_chat_disconnects_nobody(
    cast: Cast,
) -> None:
    code = cast.practice.invite(cast.maria_row)
    cast.okafor.types(f"/start {code}")
    assert cast.okafor.last.startswith(STAFFS)
    cast.maria.sees_nothing_of("no longer connected")
    new = cast.practice.account("Maria's new telephone")
    new.types(f"/start {code}")
    new.sees("Hello Maria.")
    cast.maria.sees("This chat is no longer connected.")


def test_a_forwarded_link_that_was_used_is_worth_nothing_to_anybody(
    cast: Cast, adler: Person
) -> None:
    code = cast.practice.invite(adler)
    cast.practice.account("Dr Adler").types(f"/start {code}")
    stranger = cast.practice.account("Somebody")
    stranger.types(f"/start {code}")
    assert stranger.last == FAILS
    for known in (cast.anna, cast.maria):  # whom we know is shown what is theirs, and no more
        known.hears()
        known.types(f"/start {code}")
        known.sees_nothing_of("Adler")


def spoil(cast: Cast, person: Person, how: str) -> None:
    now = cast.practice.hand.now()
    if how == "expired":
        return cast.practice.wait(days=14)
    with cast.practice.database.transaction() as db:
        if how == "revoked":
            assert invitations.revoke(db, person, now)
        else:
            invitations.invite(db, person, now)


@pytest.mark.parametrize("how", ["expired", "revoked", "replaced"])
@pytest.mark.parametrize("who", ["staff", "client"])
def test_a_link_that_is_no_longer_good_says_the_same_whoever_s_it_was(
    cast: Cast, adler: Person, how: str, who: str
) -> None:
    person = adler if who == "staff" else cast.practice.add_client("Carla Diaz", cast.okafor_row)
    code = cast.practice.invite(person)
    spoil(cast, person, how)
    stranger = cast.practice.account("Somebody")
    stranger.types(f"/start {code}")
    assert stranger.hears() == [FAILS]
    assert row_of(cast.practice, person).telegram_id is None


def test_guessing_a_staff_link_ends_after_five_wrong_ones(cast: Cast, adler: Person) -> None:
    code = cast.practice.invite(adler)
    stranger = cast.practice.account("Somebody")
    for letter in "01ILO":  # of which no code is made
        stranger.types(f"/start {code[:-1]}{letter}")
    stranger.types(f"/start {code}")
    assert set(stranger.hears()) == {FAILS}
    opens_it_at_last(cast, code, "Dr Adler")  # others aren't held back by it


def test_a_leaver_s_link_is_worth_nothing(cast: Cast) -> None:
    row, adler = adler_joins(cast)
    code = cast.practice.invite(row)
    cast.maria.presses_data(f"1:leaving:now:{row.id}:0")
    adler.hears()
    for someone in (adler, cast.practice.account("Somebody")):
        someone.types(f"/start {code}")
        assert someone.last == FAILS
    adler.types("hello")
    assert adler.last.startswith(STRANGER)


def test_half_a_link_and_an_empty_one(cast: Cast, adler: Person) -> None:
    code = cast.practice.invite(adler)
    stranger: Someone = cast.practice.account("Somebody")
    stranger.types("/start")
    assert stranger.last.startswith(STRANGER)
    stranger.types(f"/start {code[:10]}")
    stranger.types(f"/start {code} {code}")
    assert stranger.hears()[-1] == FAILS
    opens_it_at_last(cast, code, "Dr Adler")
