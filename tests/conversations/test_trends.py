"""The picture of a client's own answers, and all of it in words."""

from bot.records import people
from bot.records.people import Telephone
from bot.rules.questionnaire import OUR_OWN, Item, Questionnaire
from tests.clock import melbourne
from tests.conversations.answered import (
    FIRST,
    THREE,
    WEEK,
    answer,
    answer_all,
    drawn,
    go_over,
    meet,
    revoke,
    share,
    shown,
)
from tests.practice import Cast

OTHERS = Questionnaire((OUR_OWN.items[0], Item("useful", "It was useful", "whether it was useful")))
NOTHING = "There is nothing to show"


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
        "Your answers: 3 times, from 15 Sept to 29 Sept. 0 is not at all, 10 is completely.\n\n"
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
    assert text.startswith("Your answers of 15 Sept.")
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
        "Your answers: 20 times, from 21 Oct 2025 to 3 Mar 2026. Earlier ones aren't in it."
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
    assert last == "Dr Okafor can see the numbers that you share, and nobody else can."
    revoke(questioned)
    questioned.anna.types("/trend")
    assert shown(questioned.anna).text.splitlines()[-1] == "Only you see this."


def test_where_others_see_the_telephone_it_goes_after_ten_minutes(questioned: Cast) -> None:
    answer_all(questioned, *THREE)
    with questioned.practice.database.transaction() as db:
        people.get(db, questioned.anna_row.id).telephone = Telephone.SHARED
    questioned.anna.types("/trend")
    picture = shown(questioned.anna)
    assert picture.protected and picture.text.endswith("After ten minutes this goes away.")
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
