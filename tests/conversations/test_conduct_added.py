"""Words about a wrong-doing, added to a message that was about something else."""

from bot.rules.routing import Kind
from tests.clock import melbourne
from tests.conversations.absent import set_away
from tests.conversations.concerns import ALERT, alert, answer, case_of, hear, readers_of, take
from tests.practice import Cast

WORSE = "she put her hand on my knee and left it there"
OFFER = "Dr Lindqvist can hear this too, if you wish."


def adds(cast: Cast, text: str = WORSE) -> None:
    cast.anna.taps("Something isn't right")
    cast.anna.taps("Add to it")
    cast.anna.types(text)


def test_it_has_a_quarter_of_the_time_and_rings_with_the_new_one(welcomed: Cast) -> None:
    alert(welcomed)
    welcomed.maria.sees(ALERT)
    hear(welcomed)
    adds(welcomed)
    assert case_of(welcomed.practice).kind is Kind.CONDUCT
    assert welcomed.maria.hears() == [
        "Something for you. First look by Wednesday 2 December, 9:15 am."
    ]
    assert OFFER in welcomed.anna.last
    welcomed.anna.taps("Let Dr Lindqvist read it")
    welcomed.anna.sees("I've asked Dr Lindqvist. First look by tomorrow, 9:15 am.")
    welcomed.lindqvist.sees("Something for you. First look by Wednesday 2 December, 9:15 am.")


def test_nobody_else_reads_it_without_a_tap(welcomed: Cast) -> None:
    alert(welcomed)
    adds(welcomed)
    hear(welcomed)
    welcomed.practice.wait_until(melbourne("2026-12-02 09:14"))
    assert welcomed.lindqvist.hears() == []
    assert [each.person_id for each in readers_of(welcomed.practice)] == [welcomed.maria_row.id]


def test_whoever_looks_after_it_answers_sooner_and_goes_on_looking_after_it(
    welcomed: Cast,
) -> None:
    take(welcomed)
    adds(welcomed)
    welcomed.maria.sees("C-1001: an answer is in.")
    case = case_of(welcomed.practice)
    assert case.answer_by == case.due_at
    assert case.answer_by is not None and case.answer_by < melbourne("2026-12-02 12:00")
    hear(welcomed)
    welcomed.anna.taps("Let Dr Lindqvist read it")
    welcomed.anna.sees("I've asked Dr Lindqvist to read it. Maria looks after it as before.")
    assert welcomed.maria.hears() == ["C-1001: Dr Lindqvist may read it too now."]
    assert welcomed.lindqvist.hears() == ["Something for you to read."]
    assert case_of(welcomed.practice).taken_by == welcomed.maria_row.id


def test_what_was_answered_before_is_owed_by_the_sooner_time(welcomed: Cast) -> None:
    take(welcomed)
    answer(welcomed, "Dear Anna")
    adds(welcomed)
    due_at = case_of(welcomed.practice).due_at
    assert due_at is not None and due_at < melbourne("2026-12-02 12:00")


def test_while_who_was_asked_is_away_it_waits_as_the_client_was_told(welcomed: Cast) -> None:
    set_away(welcomed, welcomed.maria_row)
    alert(welcomed)
    before = case_of(welcomed.practice).due_at
    adds(welcomed)
    assert case_of(welcomed.practice).due_at == before
    assert OFFER in welcomed.anna.last


def test_other_words_change_nothing(welcomed: Cast) -> None:
    alert(welcomed)
    hear(welcomed)
    adds(welcomed, "it was worse on tuesday")
    assert OFFER not in welcomed.anna.last
    assert case_of(welcomed.practice).due_at == melbourne("2026-12-02 15:00")
    assert welcomed.maria.hears() == []
