"""Invitations from a manager's chat: link, square, sheet; taken back; who is not reached."""

import re

import pytest
from sqlmodel import select

from bot.records import invitations
from bot.records.invitations import Invitation
from bot.records.people import Person
from tests.clock import melbourne
from tests.practice import Cast, Someone

LINK = re.compile(r"https://t\.me/\w+\?start=\w+")


@pytest.fixture
def dora(welcomed: Cast) -> Person:
    """A client whom nobody has invited."""
    return welcomed.practice.add_client("Dora Young", welcomed.okafor_row)


def opens_page(someone: Someone, label: str) -> None:
    someone.types("/clients")
    someone.taps(label)


def invites(maria: Someone) -> str:
    """The link that Maria sees."""
    opens_page(maria, "Dora Y.")
    maria.hears()
    maria.taps("Invite")
    text = next(each for each in maria.hears() if "https" in each)
    found = LINK.search(text)
    assert found, text
    return found[0]


def test_link_square_and_sheet_come_and_go_in_a_day(welcomed: Cast, dora: Person) -> None:
    maria = welcomed.maria
    link = invites(maria)
    first, square, sheet = maria.account.screen[-3:]
    assert first.text == (
        "The link for Dora Y.: it works once, until Monday 14 December. Please give it to nobody "
        f"else.\n\n{link}"
    )
    assert not first.protected, "it is to be passed on"
    assert square.photo is not None
    assert sheet.document is not None and link.encode() in sheet.document.data
    assert b"Dora Y." in sheet.document.data and b"Young" not in sheet.document.data
    welcomed.practice.wait(hours=25)
    maria.sees_nothing_of("https")
    assert all(each.photo is None and each.document is None for each in maria.account.screen)
    account = welcomed.practice.account("Dora")
    account.account.follows(link)
    welcomed.practice.settle()
    account.sees("Hello Dora.")
    opens_page(maria, "Dora Y.")
    maria.sees("Opened the link on Tuesday 1 December, and hasn't said yes to reminders yet.")
    for label in ("Yes, it's just me", "Just reminders", "That's fine"):
        account.taps(label)
    opens_page(maria, "Dora Y.")
    maria.sees("Connected since Tuesday 1 December.")


def test_invite_tapped_twice_says_that_the_first_link_still_works(
    welcomed: Cast, dora: Person
) -> None:
    maria = welcomed.maria
    link = invites(maria)
    maria.taps("Invite")
    assert maria.last == (
        "A link for Dora Y. was made on Monday 30 November, 10:00 am and works until "
        "Monday 14 December. A new one takes its place."
    )
    maria.taps("Leave it")
    assert maria.last == "All right. No new link was made."
    account = welcomed.practice.account("Dora")
    account.account.follows(link)
    welcomed.practice.settle()
    account.sees("Hello Dora.")


def test_a_new_link_ends_the_old_one_and_two_taps_make_one(welcomed: Cast, dora: Person) -> None:
    maria = welcomed.maria
    old = invites(maria)
    maria.taps("Invite")
    maria.taps("Make a new link")
    asked = maria.sees("A new one takes its place.")
    maria.taps("Make a new link", bubble=asked)
    assert maria.last.startswith("A link for Dora Y. was made on")
    with welcomed.practice.look() as db:
        theirs = db.exec(select(Invitation).where(Invitation.person_id == dora.id)).all()
    assert [each.revoked_at is None for each in theirs] == [False, True]
    stranger = welcomed.practice.account("Stranger")
    stranger.account.follows(old)
    welcomed.practice.settle()
    stranger.sees_nothing_of("Dora")


def test_a_link_taken_back_works_no_longer(welcomed: Cast, dora: Person) -> None:
    maria = welcomed.maria
    link = invites(maria)
    maria.taps("Take the link back")
    assert maria.last == "Taken back. The link for Dora Y. works no longer."
    maria.taps("Take the link back")
    assert maria.last == "That link for Dora Y. works no longer anyway."
    stranger = welcomed.practice.account("Stranger")
    stranger.account.follows(link)
    welcomed.practice.settle()
    stranger.sees_nothing_of("Dora")
    opens_page(maria, "Dora Y.")
    maria.sees("The link of Monday 30 November was taken back.")


def test_a_link_that_was_opened_cannot_be_taken_back(welcomed: Cast, dora: Person) -> None:
    link = invites(welcomed.maria)
    welcomed.practice.account("Dora").account.follows(link)
    welcomed.practice.settle()
    welcomed.maria.taps("Take the link back")
    assert welcomed.maria.last == (
        "Dora Y. has opened that link already, so there is nothing to take back."
    )


def test_the_link_of_somebody_else_is_not_found_under_this_name(
    welcomed: Cast, dora: Person
) -> None:
    invites(welcomed.maria)
    with welcomed.practice.look() as db:
        invitation = invitations.latest(db, dora.id)
    assert invitation is not None
    data = f"1:client_invitations:revoke:{welcomed.ben_row.id}:{invitation.id}"
    welcomed.maria.presses_data(data)
    assert welcomed.maria.last == "I don't find that link any more."
    with welcomed.practice.look() as db:
        kept = invitations.latest(db, dora.id)
        assert kept is not None and kept.revoked_at is None


def test_a_new_telephone_says_first_what_happens_to_the_old_chat(welcomed: Cast) -> None:
    maria = welcomed.maria
    opens_page(maria, "Anna B.")
    maria.taps("New telephone")
    assert maria.last.startswith("Anna B. gets a link for another telephone.")
    assert "told that it isn't connected any more" in maria.last
    maria.taps("Make a new link")
    opens_page(maria, "Anna B.")
    maria.sees("A link for a new telephone works until Monday 14 December.")
    found = next(each for each in maria.account.screen if LINK.search(each.text))
    link = LINK.search(found.text)
    assert link
    new = welcomed.practice.account("Anna's new one")
    new.account.follows(link[0])
    welcomed.practice.settle()
    new.sees("Hello Anna.")
    welcomed.anna.sees("This chat is no longer connected.")


# --- who can't be reached


def test_who_cannot_be_reached_and_since_when(welcomed: Cast, dora: Person) -> None:
    practice, maria = welcomed.practice, welcomed.maria
    maria.types("/unreachable")
    assert maria.last == (
        "Everybody who was invited can be reached here.\n1 client has no invitation yet."
    )
    practice.invite(dora)
    edda = practice.add_client("Edda Young", welcomed.okafor_row)
    practice.invite(edda)
    practice.wait_until(melbourne("2026-12-08 10:00"))
    practice.invite(edda)
    practice.wait_until(melbourne("2026-12-15 10:00"))
    welcomed.anna.account.blocks_bot()
    welcomed.ben.types("STOP")
    practice.settle()
    maria.types("/unreachable")
    assert maria.last == (
        "Ben C.: wants no messages since Tuesday 15 December\n"
        "Anna B.: blocked or gone since Tuesday 15 December\n"
        "Dora Y.: the link was never opened, and ended on Monday 14 December\n"
        "Edda Y.: invited on Tuesday 8 December, not opened yet"
    )
    maria.taps("Anna B.")
    maria.sees("Can't be reached here since Tuesday 15 December, 10:00 am")
    maria.types("/unreachable")
    maria.taps("Ben C.")
    maria.sees("Wants no messages here since Tuesday 15 December. Please phone instead.")
    assert "Pause messages" not in maria.labels
    maria.types("/unreachable")
    maria.taps("Dora Y.")
    maria.sees("The link of Monday 30 November was not opened and works no longer.")


def test_many_are_shown_by_pages(welcomed: Cast) -> None:
    for letter in "abcdefghi":
        row = welcomed.practice.add_client(f"Zoe{letter} Young", welcomed.okafor_row)
        welcomed.practice.invite(row)
    welcomed.maria.types("/unreachable")
    assert welcomed.maria.last.endswith("9 in all, page 1 of 2.")
    welcomed.maria.taps("Older")
    assert welcomed.maria.labels == ["Zoea Y.", "Newer"]
    welcomed.maria.taps("Newer")
    assert len(welcomed.maria.labels) == 9


def test_a_link_opened_by_somebody_else_is_said_on_the_page(welcomed: Cast, dora: Person) -> None:
    someone = welcomed.practice.join(dora, "Somebody")
    someone.taps("I'm not Dora")
    opens_page(welcomed.maria, "Dora Y.")
    welcomed.maria.sees("The link of Monday 30 November was opened by somebody else.")


def test_who_opened_the_link_and_went_no_further(welcomed: Cast, dora: Person) -> None:
    welcomed.practice.join(dora, "Dora")
    welcomed.maria.types("/unreachable")
    assert welcomed.maria.last == (
        "Dora Y.: opened the link on Monday 30 November, no yes to reminders yet"
    )
    welcomed.maria.taps("Dora Y.")
    welcomed.maria.sees("Opened the link on Monday 30 November, and hasn't said yes to reminders")
