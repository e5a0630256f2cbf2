"""The picture of one's answers: a client's own, and what of it a psychologist may see."""

from datetime import timedelta

import pytest
from sqlmodel import col, select

from bot.records import people
from bot.records.audit import AuditEntry
from bot.records.outbox import OutboxRow, OutboxState
from bot.records.people import Person, Telephone
from bot.rules.questionnaire import OUR_OWN, Item, Questionnaire
from bot.simulator.bubbles import Bubble
from bot.trend_charts import Trend
from tests.clock import melbourne
from tests.conversations.answered import (
    FIRST,
    WEEK,
    answer,
    answer_all,
    forget,
    go_over,
    keep_private,
    meet,
    revoke,
    share,
)
from tests.practice import Cast, Someone

THREE = ((8, 7, 8, 9), (6, 5, None, 6), (9, 9, 8, 8))
OTHERS = Questionnaire((OUR_OWN.items[0], Item("useful", "It was useful", "whether it was useful")))
NOTHING = "There is nothing to show"
OF_ANNA = "Answers as a picture"


def shown(someone: Someone) -> Bubble:
    """The newest picture that came."""
    found = [each for each in someone.account.screen if each.by_bot and each.photo]
    assert found, someone.last
    return found[-1]


def drawn(cast: Cast) -> Trend:
    """What the newest picture was drawn from."""
    with cast.practice.look() as db:
        rows = db.exec(select(OutboxRow).order_by(col(OutboxRow.id).desc())).all()
        file = next(row.body.file for row in rows if row.body.file is not None)
    return Trend.of_file(file)


def opens_page(cast: Cast, someone: Someone | None = None) -> list[str]:
    (someone or cast.okafor).presses_data(f"1:client_page:open:{cast.anna_row.id}")
    return (someone or cast.okafor).labels


def sees_anna(cast: Cast) -> Bubble:
    """Dr Okafor opens Anna's page and the picture."""
    assert OF_ANNA in opens_page(cast)
    cast.okafor.taps(OF_ANNA)
    return shown(cast.okafor)


# --- the client's own


def test_without_an_answer_it_says_how_one_comes_about(questioned: Cast) -> None:
    questioned.anna.types("/trend")
    assert questioned.anna.last == (
        "There is nothing to show yet. After some of your times I can ask a few short questions about "
        "how it was for you. Once you've answered some, this is a picture of how that went.\n"
        "/settings says whether I ask."
    )


def test_it_is_a_covered_picture_with_all_of_it_in_words(questioned: Cast) -> None:
    answer_all(questioned, *THREE)
    questioned.anna.types("/trend")
    picture = shown(questioned.anna)
    assert picture.media is not None and picture.media.covered and not picture.protected
    assert picture.photo is not None and picture.photo.data.startswith(b"\x89PNG")
    assert picture.text == (
        "What you answered: 3 times, about 15 Sept to 29 Sept. 0 is not at all, 10 is completely.\n\n"
        "On average: 8.5 on 29 Sept, lowest 5.67 on 22 Sept, highest 8.5 on 29 Sept.\n\n"
        "1. I felt heard and respected: 9, lowest 6, highest 9\n"
        "2. We worked on what matters to me: 9, lowest 5, highest 9\n"
        "3. The way we work suits me: 8, lowest 8, highest 8\n"
        "4. I could be open about what's on my mind: 8, lowest 6, highest 9\n"
        "Where a line has a gap, that question was skipped.\n\n"
        "Only you see this."
    )


def test_one_answered_check_in_is_a_picture_too(questioned: Cast) -> None:
    answer_all(questioned, (8, 7, 8, 9))
    questioned.anna.types("/trend")
    text = shown(questioned.anna).text
    assert text.startswith("What you answered about 15 Sept.")
    assert "On average: 8 on 15 Sept.\n" in text
    assert "1. I felt heard and respected: 8\n" in text
    assert "lowest" not in text and "gap" not in text


def test_a_question_skipped_last_is_told_with_its_day(questioned: Cast) -> None:
    answer_all(questioned, (8, 7, 8, 9), (7, None, None, 5))
    questioned.anna.types("/trend")
    text = shown(questioned.anna).text
    assert "2. We worked on what matters to me: 7 on 15 Sept\n" in text
    assert "On average: 8 on 15 Sept." in text, "two of four are too few for one"
    assert drawn(questioned).means == (8.0, None)


def test_twenty_are_shown_and_it_says_that_there_are_earlier_ones(questioned: Cast) -> None:
    first = melbourne("2025-10-14 11:00")
    for number in range(21):
        answer(questioned, meet(questioned, first + number * WEEK), (5, 6, 7, number % 11))
    questioned.anna.types("/trend")
    text = shown(questioned.anna).text
    assert text.startswith(
        "What you answered: 20 times, about 21 Oct 2025 to 3 Mar 2026. Earlier ones aren't in it."
    )
    assert len(drawn(questioned).days) == 20


def test_sessions_are_marked_from_the_first_shown_to_the_last_held(questioned: Cast) -> None:
    meet(questioned, FIRST - WEEK)
    answer_all(questioned, *THREE)
    meet(questioned, FIRST + 3 * WEEK)
    meet(questioned, questioned.practice.hand.now() + WEEK)
    questioned.anna.types("/trend")
    assert [round(day) for day in drawn(questioned).sessions] == [0, 7, 14, 21]


def test_other_questions_begin_a_new_average_and_keep_the_lines_of_those_that_stay(
    questioned: Cast,
) -> None:
    answer_all(questioned, (8, 7, 8, 9), (6, 6, 6, 6))
    answer(questioned, meet(questioned, FIRST + 2 * WEEK), (9, 2), questionnaire=OTHERS)
    questioned.anna.types("/trend")
    text, trend = shown(questioned.anna).text, drawn(questioned)
    assert "From 29 Sept on with other questions.\nOn average: 5.5 on 29 Sept.\n" in text
    assert "1. I felt heard and respected: 9, lowest 6, highest 9\n2. It was useful: 2\n" in text
    assert [line.values for line in trend.lines][:3] == [(8, 6, 9), (None, None, 2), (7, 6, None)]
    assert [(each.place, each.is_whole) for each in trend.changes] == [(2, False)]


def test_a_former_psychologist_s_are_in_one_s_own_and_marked(questioned: Cast) -> None:
    answer_all(questioned, *THREE)
    lindqvist = questioned.lindqvist_row
    go_over(questioned, lindqvist)
    answer(questioned, meet(questioned, FIRST + 3 * WEEK, whom=lindqvist.id), (7, 7, 7, 7))
    questioned.anna.types("/trend")
    assert (
        "From 6 Oct on with Dr Lindqvist.\nOn average: 7 on 6 Oct." in shown(questioned.anna).text
    )
    change = drawn(questioned).changes[0]
    assert (change.place, change.is_whole) == (3, True)


def test_it_says_who_else_sees_answers(questioned: Cast) -> None:
    answer_all(questioned, *THREE)
    share(questioned)
    questioned.anna.types("/trend")
    last = shown(questioned.anna).text.splitlines()[-1]
    assert last == "Dr Okafor sees those answers that you share, and nobody else does."
    revoke(questioned)
    questioned.anna.types("/trend")
    assert shown(questioned.anna).text.splitlines()[-1] == "Only you see this."


def test_where_others_see_the_telephone_it_goes_after_ten_minutes(questioned: Cast) -> None:
    answer_all(questioned, *THREE)
    with questioned.practice.database.transaction() as db:
        people.get(db, questioned.anna_row.id).telephone = Telephone.SHARED
    questioned.anna.types("/trend")
    picture = shown(questioned.anna)
    assert picture.protected and picture.text.endswith("In ten minutes this goes again.")
    questioned.practice.wait(minutes=11)
    assert not [each for each in questioned.anna.account.screen if each.photo]


def test_ben_and_staff_see_nothing_of_hers_by_the_command(questioned: Cast) -> None:
    answer_all(questioned, *THREE)
    share(questioned)
    for someone in (questioned.ben, questioned.okafor, questioned.maria, questioned.lindqvist):
        someone.types("/trend")
        someone.presses_data("1:trends:show")
        assert not [each for each in someone.account.screen if each.photo]
    questioned.ben.sees(NOTHING)
    questioned.okafor.sees("What a client shows you of their answers is on their page")
    questioned.maria.sees("That is for clients")


# --- the psychologist's


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
        "Anna shows you these answers: 3 times, about 15 Sept to 29 Sept. "
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
    assert "2 times, about 22 Sept to 29 Sept" in sees_anna(questioned).text
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
    with questioned.practice.look() as db:
        chat = db.exec(select(Person).where(Person.id == adler.id)).one()
    assert chat.telegram_id is not None
    hers = questioned.practice.account("Dr Adler")
    assert OF_ANNA not in opens_page(questioned, hers)
    answer(questioned, meet(questioned, FIRST + 3 * WEEK, whom=adler.id), (7, 7, 7, 7))
    assert OF_ANNA in opens_page(questioned, hers)
    hers.taps(OF_ANNA)
    assert shown(hers).text.startswith("Anna shows you these answers, about 6 Oct.")
    assert drawn(questioned).sessions == (0.0,)
    assert OF_ANNA not in opens_page(questioned)


def add_psychologist(cast: Cast) -> Person:
    from bot.records.people import Role

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
        rows = db.exec(select(OutboxRow).where(col(OutboxRow.shows_client_id).is_not(None))).all()
        assert [(row.shows_client_id, row.state) for row in rows] == [
            (cast.anna_row.id, OutboxState.SENT)
        ]
        rows[0].state = OutboxState.QUEUED  # as if it were still to go
        rows[0].due_at = cast.practice.hand.now() + timedelta(minutes=5)
        before = rows[0].id
    revoke(cast)
    cast.practice.wait(minutes=6)
    with cast.practice.look() as db:
        row = db.get(OutboxRow, before)
        assert row is not None and row.state is OutboxState.WITHDRAWN


def test_a_locked_screen_asks_for_the_code_first(questioned: Cast) -> None:
    from conversations.trends import CONVERSATION

    assert "of" in CONVERSATION.behind_code
