"""The picture of a client's answers as their psychologist sees it: what is shared, and no sign of the rest."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlmodel import col, select

from bot.records.audit import AuditEntry
from bot.records.outbox import OutboxRow, OutboxState
from bot.records.people import Person, Role, RoleHeld
from bot.simulator.bubbles import Bubble
from tests.conversations.answered import (
    FIRST,
    THREE,
    WEEK,
    answer,
    answer_all,
    drawn,
    forget,
    go_over,
    keep_private,
    meet,
    revoke,
    share,
    shown,
)
from tests.practice import Cast, Someone

OF_ANNA = "Answers as a picture"


def opens_page(cast: Cast, someone: Someone | None = None) -> list[str]:
    (someone or cast.okafor).presses_data(f"1:client_page:open:{cast.anna_row.id}")
    return (someone or cast.okafor).labels


def sees_anna(cast: Cast) -> Bubble:
    """Dr Okafor opens Anna's page and the picture."""
    assert OF_ANNA in opens_page(cast)
    cast.okafor.taps(OF_ANNA)
    return shown(cast.okafor)


def test_nothing_is_offered_before_anything_is_shared(questioned: Cast) -> None:
    answer_all(questioned, *THREE)
    assert OF_ANNA not in opens_page(questioned)
    questioned.okafor.presses_data(f"1:trends:of:{questioned.anna_row.id}")
    assert questioned.okafor.last == "There is nothing to see here."


def test_what_is_shared_is_shown_protected_goes_again_and_is_audited(questioned: Cast) -> None:
    answer_all(questioned, *THREE)
    share(questioned)
    picture = sees_anna(questioned)
    assert picture.text.startswith(
        "Anna shows you these answers: 3 times, from 15 Sept to 29 Sept. "
    )
    assert picture.protected and picture.labels == ["Hide"]
    with questioned.practice.look() as db:
        actions = [each.action for each in db.exec(select(AuditEntry)).all()]
    assert "see trend" in actions
    questioned.practice.wait(minutes=11)
    assert not [each for each in questioned.okafor.account.screen if each.photo]


def test_hide_takes_it_away_at_once(questioned: Cast) -> None:
    answer_all(questioned, *THREE)
    share(questioned)
    sees_anna(questioned)
    questioned.okafor.taps("Hide")
    assert not [each for each in questioned.okafor.account.screen if each.photo]


def test_only_what_was_answered_since_the_yes_covers_it(questioned: Cast) -> None:
    answer_all(questioned, *THREE)
    share(questioned, covers_from=FIRST + WEEK)
    assert "2 times, from 22 Sept to 29 Sept" in sees_anna(questioned).text
    assert min(drawn(questioned).sessions) == 0, "no session before the first that is seen"


@pytest.mark.parametrize("place", [0, 1, 2])
def test_one_kept_private_and_one_never_answered_are_the_same_picture(
    questioned: Cast, place: int
) -> None:
    ids = answer_all(questioned, *THREE)
    share(questioned)
    keep_private(questioned, ids[place])
    withheld = sees_anna(questioned)
    forget(questioned, ids[place])
    unanswered = sees_anna(questioned)
    assert withheld.photo is not None and unanswered.photo is not None
    assert withheld.message_id != unanswered.message_id
    assert withheld.photo.data == unanswered.photo.data
    assert withheld.text == unanswered.text
    assert "2 times" in withheld.text


def test_all_kept_private_looks_like_nothing_answered(questioned: Cast) -> None:
    ids = answer_all(questioned, *THREE)
    share(questioned)
    labels = opens_page(questioned)
    for each in ids:
        keep_private(questioned, each)
    withheld = opens_page(questioned)
    for each in ids:
        forget(questioned, each)
    assert OF_ANNA in labels
    assert OF_ANNA not in withheld and withheld == opens_page(questioned)


def test_a_new_psychologist_sees_nothing_of_the_former_one_s_and_he_nothing_any_more(
    questioned: Cast,
) -> None:
    answer_all(questioned, *THREE)
    share(questioned)
    adler = add_psychologist(questioned)
    go_over(questioned, adler)
    share(questioned, whom=adler)
    hers = questioned.practice.account("Dr Adler")
    assert OF_ANNA not in opens_page(questioned, hers)
    answer(questioned, meet(questioned, FIRST + 3 * WEEK, whom=adler.id), (7, 7, 7, 7))
    assert OF_ANNA in opens_page(questioned, hers)
    hers.taps(OF_ANNA)
    assert shown(hers).text.startswith("Anna shows you these answers, of 6 Oct.")
    assert drawn(questioned).sessions == (0.0,)
    assert OF_ANNA not in opens_page(questioned)


def test_who_manages_too_sees_no_mark_of_sessions_with_somebody_else(questioned: Cast) -> None:
    """They find those in the schedule; beside answers they would be read as not answered."""
    answer_all(questioned, *THREE)
    meet(questioned, FIRST + WEEK + timedelta(days=2), whom=add_psychologist(questioned).id)
    with questioned.practice.database.transaction() as db:
        db.add(RoleHeld(person_id=questioned.okafor_row.id, role=Role.MANAGER))
    share(questioned)
    sees_anna(questioned)
    assert drawn(questioned).sessions == (0.0, 7.0, 14.0)


def add_psychologist(cast: Cast) -> Person:
    row = cast.practice.add_staff("Dr Adler", Role.PSYCHOLOGIST)
    cast.practice.join(row, "Dr Adler")
    return row


def test_a_picture_that_waits_is_not_sent_after_a_revocation(questioned: Cast) -> None:
    cast = questioned
    answer_all(cast, *THREE)
    share(cast)
    opens_page(cast)
    cast.practice.telegram.person("Dr Okafor").taps(OF_ANNA)  # the loops haven't run yet
    revoke(cast)
    cast.practice.settle()
    assert cast.okafor.last == "There is nothing to see here."


def test_a_picture_in_the_outbox_goes_with_the_yes(questioned: Cast) -> None:
    cast = questioned
    answer_all(cast, *THREE)
    share(cast)
    sees_anna(cast)
    with cast.practice.database.transaction() as db:
        said = db.exec(select(OutboxRow).where(col(OutboxRow.shows_client_id).is_not(None))).all()
        (picture,) = (row for row in said if row.body.file is not None)
        assert (picture.shows_client_id, picture.state) == (cast.anna_row.id, OutboxState.SENT)
        picture.state = OutboxState.QUEUED  # as if it were still to go
        picture.due_at = cast.practice.hand.now() + timedelta(minutes=5)
        before = picture.id
    revoke(cast)
    cast.practice.wait(minutes=6)
    with cast.practice.look() as db:
        row = db.get(OutboxRow, before)
        assert row is not None and row.state is OutboxState.WITHDRAWN


def test_a_locked_screen_asks_for_a_code_first(welcomed_with: Callable[..., Cast]) -> None:
    cast = welcomed_with(staff_lock="15m")
    answer_all(cast, *THREE)
    share(cast)
    cast.okafor.presses_data(f"1:trends:of:{cast.anna_row.id}")
    assert cast.okafor.last.startswith("Choose a code of 4 digits.")
    cast.okafor.sees_nothing_of("Anna shows you")
