"""Somebody outside the practice stands beside every step of a concern about a wrong-doing."""

from tests.clock import melbourne
from tests.conversations.concerns import CONDUCT, LINDQVIST, OUTSIDE, alert, write
from tests.practice import Cast


def test_from_the_choice_who_hears_it_to_what_follows_when_nobody_looks(welcomed: Cast) -> None:
    write(welcomed, CONDUCT)
    assert welcomed.anna.labels == ["Dr Lindqvist first", "Only Maria", OUTSIDE, "Don't send"]
    welcomed.anna.taps("Only Maria")
    welcomed.anna.taps("Send")
    assert welcomed.anna.labels == ["Take it back", OUTSIDE]
    welcomed.practice.wait(days=2)
    welcomed.anna.sees("Nobody has taken your message on yet.")
    assert welcomed.anna.labels == ["Wait", "Let Dr Lindqvist read it", OUTSIDE]
    welcomed.anna.taps(OUTSIDE)
    welcomed.anna.sees("This isn't the practice. I pass nothing on")


def test_where_nobody_else_can_be_asked_it_stands_there_too(welcomed: Cast) -> None:
    welcomed.maria.account.blocks_bot()
    welcomed.practice.wait_until(melbourne("2026-12-01 09:00"))
    alert(welcomed, to=LINDQVIST)
    welcomed.practice.wait_until(melbourne("2026-12-02 15:10"))
    bubble = welcomed.anna.sees("Nobody has taken your message on yet.")
    assert OUTSIDE in bubble.labels or OUTSIDE in welcomed.anna.labels
