"""Times to choose from: none suits, one is taken meanwhile, and who must not choose."""

from bot.records.therapy_sessions import SessionState
from bot.records.time_requests import RequestState
from tests.clock import melbourne
from tests.conversations.requesting import (
    TUESDAY,
    asks,
    minute_of,
    offers,
    request_of,
    session_of,
)
from tests.practice import Cast

THURSDAY_4 = melbourne("2026-12-03 16:00")


def test_none_suits_and_the_office_looks_again(welcomed: Cast) -> None:
    request_id = offers(welcomed, "3:30 pm")
    assert welcomed.anna.last.startswith("A time for you to look at.")
    welcomed.anna.taps("Not this one")
    assert welcomed.anna.last.startswith(
        "All right, none of these. Tuesday 8 December, 11:00 am stays yours.\n\nWhen could you"
    )
    assert request_of(welcomed).state is RequestState.OPEN
    welcomed.practice.wait(minutes=3)
    assert welcomed.maria.hears() == ["Anna B. can't come at any of the times offered."]
    welcomed.anna.types("friday")
    welcomed.maria.presses_data(f"1:requests:open:{request_id}")
    assert welcomed.maria.last == "Anna B. has taken it back."  # a new wish took its place
    welcomed.practice.wait(minutes=3)
    welcomed.maria.taps("Requests")
    assert "«friday»" in welcomed.maria.last
    assert "thursday" not in welcomed.maria.last


def test_a_time_that_somebody_else_got_meanwhile(welcomed: Cast) -> None:
    offers(welcomed, "3:30 pm", "4:00 pm")
    welcomed.practice.book(welcomed.ben_row, melbourne("2026-12-03 16:20"))
    welcomed.anna.taps("4:00 pm")
    assert welcomed.anna.last == "I'm sorry, that time was taken just now. Here is what is left:"
    assert welcomed.anna.labels == ["3:30 pm", "Not this one"]
    welcomed.practice.book(welcomed.ben_row, melbourne("2026-12-03 15:00"))
    welcomed.anna.taps("3:30 pm")
    assert welcomed.anna.last.startswith("I'm sorry, these times were taken by now.")
    assert session_of(welcomed).starts_at == TUESDAY
    welcomed.practice.wait(minutes=3)
    assert welcomed.maria.hears() == ["None of the times offered to Anna B. is free any more."]


def test_an_offered_time_that_has_begun_is_not_booked(welcomed: Cast) -> None:
    asks(welcomed, "today 4pm")
    welcomed.maria.taps("Find a time")
    for label in ("3:30 pm", "4:00 pm", "Show what goes out", "Send"):
        welcomed.maria.taps(label)
    welcomed.practice.wait_until(melbourne("2026-11-30 15:40"))
    welcomed.anna.taps("3:30 pm")
    assert welcomed.anna.labels == ["4:00 pm", "Not this one"]
    assert session_of(welcomed).starts_at == TUESDAY


def test_a_second_tap_on_a_chosen_time_books_nothing_more(welcomed: Cast) -> None:
    offers(welcomed, "3:30 pm", "4:00 pm")
    offer = welcomed.anna.sees("Two times to choose from.")
    welcomed.anna.taps("4:00 pm", bubble=offer)
    welcomed.anna.taps("3:30 pm", bubble=offer)
    assert welcomed.anna.last == "You have a time already. «My times» shows what is booked."
    assert session_of(welcomed).starts_at == THURSDAY_4


# --- who must not


def test_wrong_people_decide_nothing_and_learn_nothing(welcomed: Cast) -> None:
    request_id = asks(welcomed)
    stranger = welcomed.practice.account("Somebody")
    stranger.types("hello")
    minute = minute_of("2026-12-03 16:00")
    taps = [
        f"1:requests:open:{request_id}",
        f"1:requests:accept:{request_id}:{minute}",
        f"1:requests:decline:{request_id}",
        f"1:requests:no:{request_id}",
        f"1:request_times:pick:{request_id}:{minute}",
        f"1:request_times:preview:{request_id}",
        f"1:request_times:send:{request_id}",
        f"1:moving:move:{welcomed.session_id}",
        f"1:moving:cancel:{welcomed.session_id}",
        f"1:moving:cancelled:{welcomed.session_id}:{minute_of('2026-12-08 11:00')}",
        f"1:moving:moved:{welcomed.session_id}:{minute_of('2026-12-08 11:00')}:{minute}",
    ]
    wrong = (welcomed.okafor, welcomed.lindqvist, welcomed.anna, welcomed.ben, stranger)
    for someone in wrong:
        someone.hears()
        for tap in (*taps, "/requests", "Requests"):
            someone.types(tap) if tap in ("/requests", "Requests") else someone.presses_data(tap)
            for text in someone.hears():
                assert "thursday" not in text.lower(), tap
                assert "8 December" not in text, tap
    request = request_of(welcomed)
    assert (request.state, request.offered) == (RequestState.OPEN, [])
    row = session_of(welcomed)
    assert (row.state, row.starts_at) == (SessionState.BOOKED, TUESDAY)


def test_nobody_else_chooses_from_annas_offer(welcomed: Cast) -> None:
    request_id = offers(welcomed, "3:30 pm")
    minute = minute_of("2026-12-03 15:30")
    stranger = welcomed.practice.account("Somebody")
    stranger.types("hello")
    for someone in (welcomed.ben, welcomed.okafor, welcomed.maria, stranger):
        someone.hears()
        for tap in (f"choose:{request_id}:{minute}", f"neither:{request_id}", "choose:999:1"):
            someone.presses_data(f"1:time_offers:{tap}")
        assert len(set(someone.hears())) == 1  # «not there» and «not yours» alike
    welcomed.anna.presses_data(f"1:time_offers:choose:{request_id}:{minute + 30}")
    assert welcomed.anna.last == "That time is no longer open."
    assert request_of(welcomed).state is RequestState.OFFERED
    assert session_of(welcomed).starts_at == TUESDAY
