"""One case as a page: everything in order, the file apart, long ones over several messages."""

from tests.clock import melbourne
from tests.conversations.concerns import IF_AWAY, WORDS, alert, answer, case_of, close, take
from tests.practice import Cast, Someone

LONG = "clock " * 660  # close to 4,000 characters


def test_everything_is_told_in_order_with_its_day_and_time(welcomed: Cast) -> None:
    anna, maria, practice = welcomed.anna, welcomed.maria, welcomed.practice
    alert(welcomed, by=IF_AWAY)
    practice.wait(minutes=4)
    maria.taps("I'm away")
    welcomed.lindqvist.taps("Open")
    welcomed.lindqvist.taps("I'll take it")
    practice.wait_until(melbourne("2026-12-02 09:30"))
    welcomed.lindqvist.presses_data("1:cases:open:1")
    welcomed.lindqvist.taps("Note for the file")
    welcomed.lindqvist.types("Rang her, no answer.")
    welcomed.lindqvist.taps("Offer times to talk")
    welcomed.lindqvist.types("Could we talk?")
    welcomed.lindqvist.taps("Thursday 3 December")
    welcomed.lindqvist.taps("12:30 pm")
    welcomed.lindqvist.taps("Send")
    practice.wait_until(melbourne("2026-12-02 10:00"))
    anna.taps("Choose a time")
    anna.taps("Thursday 3 December, 12:30 pm")
    anna.types("0400 000 000")
    practice.wait_until(melbourne("2026-12-03 13:00"))
    welcomed.lindqvist.presses_data("1:case_closing:close:1")
    welcomed.lindqvist.taps("Talked, carries on with Dr Okafor")
    welcomed.lindqvist.taps("Close without a line")
    practice.wait_until(melbourne("2026-12-04 10:00"))
    anna.taps("Open it again")
    anna.types("it happened again")
    welcomed.lindqvist.presses_data("1:cases:open:1")
    shown = welcomed.lindqvist.last.split("\n\n")
    assert shown[1].splitlines() == [
        "Tuesday 1 December",
        "3:05 pm, Anna wrote:",
        f"«{WORDS}»",
        "3:06 pm, Maria was asked.",
        "3:10 pm, Maria couldn't look after it.",
        "3:10 pm, Dr Lindqvist was asked.",
        "3:10 pm, Dr Lindqvist took it on.",
        "Wednesday 2 December",
        "9:30 am, Dr Lindqvist wrote: «Could we talk?» Thursday 3 December, 12:30 pm",
        "10:00 am, Anna wrote:",
        "Please call: «Thursday 3 December, 12:30 pm: 0400 000 000»",
        "Thursday 3 December",
        "1:00 pm, Dr Lindqvist closed it.",
        "Friday 4 December",
        "10:00 am, Anna wrote:",
        "«it happened again»",
        "10:00 am, Anna opened it again.",
    ]
    assert shown[2] == (
        "For the file; Anna would see it in a copy of their data:\n"
        "Wednesday 2 December, 9:30 am, Dr Lindqvist: «Rang her, no answer.»"
    )


def pieces(someone: Someone) -> list[str]:
    return [bubble.text for bubble in someone.account.screen if bubble.protected]


def opens_a_long_one(cast: Cast) -> None:
    take(cast, LONG)
    cast.anna.taps("Something isn't right")
    cast.anna.taps("Add to it")
    for number in range(20):
        cast.anna.types(f"more {number} " + "and so on " * 20)
    answer(cast, "Dear Anna")
    cast.practice.wait(minutes=11)
    cast.maria.presses_data("1:cases:open:1")


def test_a_long_case_is_shown_whole_each_piece_protected_and_buttons_under_the_last(
    welcomed: Cast,
) -> None:
    opens_a_long_one(welcomed)
    shown = [bubble for bubble in welcomed.maria.account.screen if bubble.protected]
    assert len(shown) >= 3
    whole = "\n".join(bubble.text for bubble in shown)
    assert whole.count("clock") == 660
    assert all(f"«more {number} " in whole for number in range(20))
    assert "Maria wrote: «Dear Anna»" in whole
    assert [bool(bubble.buttons) for bubble in shown] == [False] * (len(shown) - 1) + [True]
    welcomed.practice.wait(minutes=10)
    assert pieces(welcomed.maria) == []


def test_hide_takes_all_of_it_away(welcomed: Cast) -> None:
    opens_a_long_one(welcomed)
    assert len(pieces(welcomed.maria)) >= 3
    welcomed.maria.taps("Hide")
    assert pieces(welcomed.maria) == []
    welcomed.practice.wait(minutes=15)
    assert welcomed.practice.telegram.violations == []


def test_old_buttons_of_a_closed_case_change_nothing(welcomed: Cast) -> None:
    take(welcomed)
    welcomed.maria.presses_data("1:cases:open:1")
    opened = welcomed.maria.sees("C-1001 · sent")
    labels = [label for label in opened.labels if label != "Hide"]
    close(welcomed)
    before = case_of(welcomed.practice).model_dump()
    welcomed.anna.hears()
    for label in labels:
        welcomed.maria.taps(label, bubble=opened)
        assert "closed" in welcomed.maria.last
    assert case_of(welcomed.practice).model_dump() == before
    assert welcomed.anna.hears() == welcomed.lindqvist.hears() == welcomed.okafor.hears() == []


def test_an_answer_of_four_thousand_characters_arrives_whole(welcomed: Cast) -> None:
    take(welcomed)
    answer(welcomed, "word " * 790)
    assert "".join(welcomed.anna.hears()).count("word") == 790
    assert welcomed.anna.labels == ["Write back"]
