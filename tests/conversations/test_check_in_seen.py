"""A client who shares her check-ins: who sees these answers is said before and after, and is hers."""

import pytest

from bot.records import access, people, sharings
from bot.records.access import Action
from bot.records.check_ins import CheckIn
from bot.records.people import Person, Role
from bot.records.sharings import SharedKind
from tests.conversations.checking_in import answers, ask, check_ins_of
from tests.practice import Cast

NOBODY = "Nobody sees your answers unless you show them."
UNLESS = "Dr Okafor can see your numbers before you meet, unless you keep them to yourself."
SEES = "Dr Okafor can see these numbers before you meet."
KEEP, LET, ADD = "Keep these to me", "Let Dr Okafor see them", "Add a few words"
OPENING = "Four short questions about today. They take half a minute."


def share(cast: Cast) -> None:
    with cast.practice.database.transaction() as db:
        anna, now = people.get(db, cast.anna_row.id), cast.practice.hand.now()
        yes = sharings.ask(db, anna, cast.okafor_row.id, SharedKind.CHECK_INS, "1", now)
        sharings.give(yes, now, None)


def revoke(cast: Cast) -> None:
    with cast.practice.database.transaction() as db:
        now = cast.practice.hand.now()
        sharings.revoke(db, cast.anna_row.id, SharedKind.CHECK_INS, now)


def okafor_may_see(cast: Cast) -> bool:
    row_id = check_ins_of(cast)[0].id
    with cast.practice.look() as db:
        okafor = people.get(db, cast.okafor_row.id)
        roles = {Role.PSYCHOLOGIST}
        return access.reach(db, okafor, roles, Action.SEE_CHECK_IN, CheckIn, row_id) is not None


def changes_of(cast: Cast) -> int:
    with cast.practice.look() as db:
        return db.get_one(Person, cast.anna_row.id).sharing_changes


@pytest.fixture
def shared(questioned: Cast) -> Cast:
    share(questioned)
    ask(questioned)
    return questioned


def test_who_sees_them_is_said_before_and_after(shared: Cast) -> None:
    assert shared.anna.last == f"{OPENING}\n\n{UNLESS}"
    answers(shared.anna, "Start", 9, 9, 9, 9)
    assert shared.anna.last == f"Thank you. That's all.\n\n{SEES}"
    assert shared.anna.labels == [ADD, KEEP]
    assert okafor_may_see(shared)


def test_who_does_not_share_reads_as_ever(questioned: Cast) -> None:
    ask(questioned)
    assert questioned.anna.last == f"{OPENING}\n\n{NOBODY}"
    answers(questioned.anna, "Start", 9, 9, 9, 9)
    questioned.anna.taps("No, only I see them")
    ask(questioned, "2026-12-08")
    assert questioned.anna.last == f"{OPENING}\n\n{NOBODY}"
    answers(questioned.anna, "Start", 9, 9, 9, 9)
    assert questioned.anna.last == "Thank you. That's all."
    assert questioned.anna.labels == [ADD, "See how it went so far"]
    assert not okafor_may_see(questioned)


def test_a_low_answer_s_words_are_true_where_it_is_seen(shared: Cast) -> None:
    answers(shared.anna, "Start", 9, 9, 9, 3)
    assert shared.anna.last == (
        "Thank you. Being open was low today. That happens, and you've done nothing wrong by "
        f"saying it.\n\n{SEES}\n\nWould you like to do something about it?"
    )
    assert shared.anna.labels[-2:] == [ADD, KEEP]


def test_at_concern_nothing_is_promised_that_isn_t_so(shared: Cast) -> None:
    answers(shared.anna, "Start", 2, 2, 2, 3)
    assert shared.anna.last.startswith(
        "Thank you. You're allowed to say this. Your times, your fees and how you're treated stay "
        "the same. Dr Okafor can see these numbers before you meet, and I tell nothing more unless "
        "you agree.\n\nAll four were low today."
    )
    shared.anna.sees_nothing_of("I won't tell Dr Okafor")


def test_kept_to_herself_and_shown_after_all(shared: Cast) -> None:
    answers(shared.anna, "Start", 9, 9, 9, 9)
    before = changes_of(shared)
    shared.anna.taps(KEEP)
    assert shared.anna.last == "From now on Dr Okafor can't see these numbers."
    assert shared.anna.labels == [LET]
    assert not okafor_may_see(shared)
    assert changes_of(shared) == before + 1  # what waits to be sent of them isn't sent
    shared.anna.taps(LET)
    assert (shared.anna.last, shared.anna.labels) == (SEES, [KEEP])
    assert okafor_may_see(shared)


def test_a_second_tap_keeps_them_once(shared: Cast) -> None:
    answers(shared.anna, "Start", 9, 9, 9, 9)
    row_id, before = check_ins_of(shared)[0].id, changes_of(shared)
    for _tap in range(2):
        shared.anna.presses_data(f"1:check_in:keep:{row_id}")
    assert changes_of(shared) == before + 1
    assert not okafor_may_see(shared)


def test_after_she_shares_no_more_the_old_buttons_show_nothing(shared: Cast) -> None:
    answers(shared.anna, "Start", 9, 9, 9, 9)
    shared.anna.taps(KEEP)
    kept = shared.anna.sees("From now on Dr Okafor can't see these numbers.")
    revoke(shared)
    shared.anna.taps(LET, bubble=kept)
    assert shared.anna.last == (
        "These aren't among the numbers that you share now, so nobody sees them."
    )
    share(shared)
    assert not okafor_may_see(shared)  # she had kept these


def test_revoked_on_the_way_nothing_is_said_of_whoever_would_have_seen_it(shared: Cast) -> None:
    shared.anna.taps("Start")
    revoke(shared)
    answers(shared.anna, 9, 9, 9, 9)
    assert shared.anna.last == "Thank you. That's all."
    shared.anna.presses_data(f"1:check_in:keep:{check_ins_of(shared)[0].id}")
    assert shared.anna.last == "These answers stay with you."


def test_what_is_not_answered_can_be_neither_kept_nor_shown(shared: Cast) -> None:
    row_id = check_ins_of(shared)[0].id
    shared.anna.taps("Not today")
    for tap in ("keep", "let_see"):
        shared.anna.presses_data(f"1:check_in:{tap}:{row_id}")
        assert shared.anna.last.startswith("These questions are closed")
        shared.ben.presses_data(f"1:check_in:{tap}:{row_id}")
        assert shared.ben.last == "I can't find those questions any more."


def test_her_comment_is_hers_whatever_she_shares(shared: Cast) -> None:
    answers(shared.anna, "Start", 9, 9, 9, 9, ADD)
    assert shared.anna.last == "Anything you'd like to add? Only you see it."
    shared.anna.types("the ticking clock")
    assert shared.anna.last == "Kept. Only you see it."
