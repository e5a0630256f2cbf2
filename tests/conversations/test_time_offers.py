"""Times to choose from: none suits, one is taken meanwhile, and who must not choose."""

from bot.records.people import Role
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


def test_plain_messages_get_a_new_message_for_each_time_picked(welcomed: Cast) -> None:
    with welcomed.practice.database.transaction() as db:
        db.merge(welcomed.maria_row).plain_messages = True
    asks(welcomed)
    welcomed.maria.taps("Find a time")
    welcomed.maria.hears()
    welcomed.maria.taps("3:30 pm")
    assert "To offer: Thursday 3 December, 3:30 pm." in welcomed.maria.hears()[0]
    welcomed.maria.types("4:00 pm")
    welcomed.maria.taps("Start again")
    assert request_of(welcomed).offered == []


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


def test_on_a_shared_telephone_an_offer_is_days_and_times_alone(cast: Cast) -> None:
    for label in ("Others can see it", "Only day and time", "That's fine"):
        cast.anna.taps(label)
    request_id = asks(cast, "thursday 4pm", link="https://x.example")
    for label in ("Find a time", "4:00 pm", "Show what goes out", "Send"):
        cast.maria.taps(label)
    offer = cast.anna.last
    assert not {"Okafor", "Maria", "Room"} & set(offer.split())
    cast.anna.taps("4:00 pm")
    assert cast.anna.last.startswith("Booked: Thursday 3 December, 4:00 pm.")
    assert "\n" not in cast.anna.last
    assert request_of(cast).id == request_id


def test_who_comes_second_in_the_office_reads_who_was_first(welcomed: Cast) -> None:
    bob = welcomed.practice.join(welcomed.practice.add_staff("Bob Hill", Role.MANAGER), "Bob")
    asks(welcomed, "thursday 4pm")
    for someone in (welcomed.maria, bob):
        someone.taps("Find a time")
    welcomed.maria.taps("Accept")
    welcomed.anna.hears()
    for label in ("Accept", "Not possible", "4:00 pm", "Other times"):
        bob.taps(label, bubble=bob.sees("Read as: Thursday 3 December, 4:00 pm."))
        assert bob.last == "Maria has answered it already."
    assert welcomed.anna.hears() == []


def test_what_was_offered_is_not_answered_a_second_time(welcomed: Cast) -> None:
    request_id = offers(welcomed, "3:30 pm")
    welcomed.anna.hears()
    for tap in (f"requests:no:{request_id}", f"request_times:send:{request_id}"):
        welcomed.maria.presses_data(f"1:{tap}")
        assert welcomed.maria.last.startswith("You have answered it already.\nAnna B. · has Tue")
    assert welcomed.anna.hears() == []
    assert request_of(welcomed).state is RequestState.OFFERED


def test_a_line_that_is_too_late_says_nothing_to_the_client(welcomed: Cast) -> None:
    """Maria is writing why not while Anna takes her wish back."""
    asks(welcomed)
    for label in ("Find a time", "Not possible"):
        welcomed.maria.taps(label)
    welcomed.anna.taps("My times")
    welcomed.anna.taps("I'll be there")
    welcomed.anna.hears()
    welcomed.maria.types("Thursdays are full.")
    assert welcomed.maria.last == "Anna B. has taken it back."
    assert welcomed.anna.hears() == []
