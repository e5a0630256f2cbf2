"""What goes wrong between the bot and Telegram, and what people notice."""

from datetime import timedelta

import pytest

from bot.records.outbox import OutboxState
from bot.simulator.telegram import Webhook
from tests.loops.prepared import Town, run_in

SORRY = "Something went wrong here and I couldn't deal with your last message."
HELP = "Please call 000 now"
NO_TIMES = "No times are booked for you here."
ALARM = "Between Sessions needs you: parked:"
UNREACHABLE = "can't be reached here since"


# --- Telegram is away, slow, or lost on the way


def test_after_a_minute_without_telegram_everything_arrives_once_and_in_order(town: Town) -> None:
    for someone in (town.anna, town.ben):
        someone.account.types("/help")
        someone.account.types("My times")
    town.do("receive", "work")
    before = len(town.telegram.calls)
    town.telegram.faults.down = True
    town.let_run(seconds=30)
    town.anna.account.types("are you there?")
    town.let_run(seconds=30)
    refused = [call.method for call in town.telegram.calls[before:]]
    assert refused.count("sendMessage") <= 10 and refused.count("getUpdates") <= 10
    assert town.anna.hears() + town.ben.hears() == []

    town.telegram.faults.down = False
    town.let_run(seconds=40)
    beginnings = ["I'm a program. I remind you", NO_TIMES, "I'm a program and can't answer that."]
    for someone, count in ((town.anna, 3), (town.ben, 2)):
        heard = someone.hears()
        assert len(heard) == count
        assert all(map(str.startswith, heard, beginnings))


def test_a_message_is_still_sent_after_an_hour_of_trying(town: Town) -> None:
    row_id = town.queue(town.anna, "at last")
    town.spoil("UPDATE outbox SET tries = 70 WHERE id = :id", id=row_id)
    town.telegram.faults.down = True
    town.let_run(minutes=2)
    assert town.sent(row_id).tries > 70
    town.telegram.faults.down = False
    town.let_run(seconds=40)
    assert town.anna.hears() == ["at last"]


def test_what_waits_to_be_sent_is_not_taken_back_with_an_answer(town: Town) -> None:
    town.book(town.row_of(town.anna), town.hand.now() + timedelta(days=8))
    town.anna.account.types("My times")
    town.let_run(seconds=10)
    town.anna.account.taps("I'll be there")
    town.let_run(seconds=10)
    town.anna.hears()
    town.telegram.faults.down = True
    town.anna.account.types("My times")
    town.anna.account.taps("Undo")
    town.let_run(seconds=5)
    town.telegram.faults.down = False
    town.let_run(seconds=40)
    times, undone = town.anna.hears()
    assert "You said you'll be there." in times
    assert undone.startswith("Taken back, and nobody hears of it.")


@pytest.mark.parametrize(
    ("trouble", "copies"),
    [
        ("drop_before", 1),
        ("drop_after", 2),
        ("server_error", 1),
        ("bad_gateway", 1),
        ("too_many_requests", 1),
    ],
)
def test_a_message_whose_answer_was_lost_is_sent_again(
    town: Town, trouble: str, copies: int
) -> None:
    """Lost after delivery is the one case in which it comes twice."""
    town.telegram.faults.fail(trouble, method="sendMessage", chat_id=town.anna.account.id)
    town.queue(town.anna, "first")
    town.queue(town.anna, "second")
    town.let_run(seconds=5)
    assert town.anna.hears() == ["first"] * copies + ["second"]


def test_a_slow_answer_holds_up_nobody_else(town: Town) -> None:
    town.telegram.faults.fail("slow", chat_id=town.anna.account.id)
    slow, quick = town.queue(town.anna, "slow"), town.queue(town.ben, "quick")

    async def watch() -> None:
        while town.sent(quick).state is OutboxState.QUEUED:
            await town.app.send.step()
            town.hand.let_seconds_pass(0.04)
            await town.database.run(lambda _db: None)
        assert town.sent(slow).state is OutboxState.QUEUED
        town.answers_go.set()
        await town.app.send.drain()

    run_in(town, watch())
    assert (town.anna.hears(), town.ben.hears()) == (["slow"], ["quick"])


def test_when_telegram_asks_one_chat_for_patience_the_others_go_on(town: Town) -> None:
    faults, chat_id = town.telegram.faults, town.anna.account.id
    faults.fail("too_many_requests", method="sendMessage", chat_id=chat_id, retry_after=5)
    before = len(town.calls_to(town.anna))
    for text in ("one", "two"):
        town.queue(town.anna, text)
    town.queue(town.ben, "three")
    town.let_run(seconds=4.9)
    assert (town.anna.hears(), town.ben.hears()) == ([], ["three"])
    town.let_run(seconds=1)
    assert town.anna.hears() == ["one", "two"]
    assert town.calls_to(town.anna)[before:] == [False, True, True]


def test_when_telegram_asks_three_chats_for_patience_all_wait(town: Town) -> None:
    asked = (town.anna, town.ben, town.maria)
    for someone in asked:
        chat_id = someone.account.id
        town.telegram.faults.fail("too_many_requests", chat_id=chat_id, retry_after=5)
        town.queue(someone, "hello")
    town.let_run(seconds=0.5)
    town.queue(town.okafor, "hello")
    town.let_run(seconds=4)
    assert town.okafor.hears() == []
    town.let_run(seconds=2)
    assert [someone.hears() for someone in (*asked, town.okafor)] == [["hello"]] * 4


def test_an_update_that_telegram_hands_over_twice_is_answered_once(town: Town) -> None:
    town.anna.account.types("My times")
    town.do("receive")
    town.start()  # it never came to confirming what it had stored
    town.settle()
    assert len(town.anna.hears()) == 1


def test_updates_whose_answer_was_lost_are_asked_for_again(town: Town) -> None:
    town.telegram.faults.fail("drop_after", method="getUpdates", times=3)
    town.anna.types("My times")
    assert len(town.anna.hears()) == 1


def test_a_webhook_of_an_earlier_installation_is_taken_down(town: Town) -> None:
    town.telegram.webhook = Webhook(url="https://old.example/hook")
    town.anna.account.types("My times")
    town.start()
    town.settle()
    town.anna.sees(NO_TIMES)
