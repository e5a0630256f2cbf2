"""A telephone that lies locked, buttons that spin, and a bot that is typing."""

from collections.abc import Callable
from typing import Any

import pytest

from bot.simulator.person import PIXEL, Person
from bot.simulator.telegram import Telegram

Call = Callable[..., Any]
PassTime = Callable[..., None]

TWO_SAME = {
    "inline_keyboard": [
        [{"text": "Yes", "callback_data": "first"}],
        [{"text": "No", "callback_data": "no"}, {"text": "Yes", "callback_data": "second"}],
    ]
}


def locked_line(person: Person) -> tuple[str, int] | None:
    line = person.lock_screen
    return None if line is None else (line.text, line.more)


def test_a_telephone_locks_a_minute_after_its_owner_last_used_it(
    call: Call, anna: Person, pass_time: PassTime
) -> None:
    pass_time(seconds=59)
    call("sendMessage", chat_id=anna.id, text="seen at once")
    assert locked_line(anna) is None
    pass_time(seconds=1)
    call("sendMessage", chat_id=anna.id, text="Tuesday, 11:00\nRoom 2")
    assert locked_line(anna) == ("Tuesday, 11:00", 0)
    call("sendMessage", chat_id=anna.id, text="One more thing", disable_notification=True)
    line = anna.lock_screen
    assert line is not None
    assert (line.text, line.bubble.silent, line.more) == ("One more thing", True, 1)


@pytest.mark.parametrize(
    "act",
    [
        lambda anna: anna.opens(),
        lambda anna: anna.types("hello"),
        lambda anna: anna.taps("No"),
        lambda anna: anna.taps("Map"),
        lambda anna: anna.edits(anna.screen[0], "changed"),
        lambda anna: anna.deletes(anna.screen[0]),
        lambda anna: anna.sends_photo(),
        lambda anna: anna.blocks_bot(),
        lambda anna: anna.forgets(),
    ],
    ids=[
        "opens",
        "types",
        "taps",
        "follows_a_button",
        "edits",
        "deletes",
        "sends",
        "blocks",
        "forgets",
    ],
)
def test_whatever_its_owner_does_unlocks_it(
    call: Call, anna: Person, pass_time: PassTime, act: Callable[[Person], object]
) -> None:
    rows = [*TWO_SAME["inline_keyboard"], [{"text": "Map", "url": "https://example.org"}]]
    markup = {"inline_keyboard": rows}
    pass_time(minutes=2)
    call("sendMessage", chat_id=anna.id, text="news", reply_markup=markup)
    assert locked_line(anna) == ("news", 0)
    act(anna)
    assert anna.lock_screen is None
    pass_time(seconds=60)
    assert anna.lock_screen is None


def test_opening_a_telephone_tells_the_bot_nothing_and_the_page_something(
    telegram: Telegram, anna: Person
) -> None:
    before = telegram.change.count
    anna.opens()
    assert telegram.pending == 0
    assert telegram.change.count > before


def test_a_deleted_message_takes_its_line_away_and_an_edit_makes_none(
    call: Call, anna: Person, pass_time: PassTime
) -> None:
    read = call("sendMessage", chat_id=anna.id, text="read")["result"]["message_id"]
    pass_time(minutes=2)
    call("editMessageText", chat_id=anna.id, message_id=read, text="changed")
    assert anna.lock_screen is None
    first, second = (
        call("sendMessage", chat_id=anna.id, text=each)["result"]["message_id"]
        for each in ("first", "second")
    )
    call("deleteMessage", chat_id=anna.id, message_id=second)
    assert locked_line(anna) == ("first", 0)
    call("deleteMessage", chat_id=anna.id, message_id=first)
    assert anna.lock_screen is None


def test_a_line_about_a_file_names_it(call: Call, anna: Person, pass_time: PassTime) -> None:
    photo = anna.sends_photo(data=PIXEL).photo
    document = anna.sends_document(b"words", "homework.txt").document
    assert photo is not None and document is not None
    pass_time(minutes=2)
    call("sendPhoto", chat_id=anna.id, photo=photo.file_id)
    assert locked_line(anna) == ("Photo", 0)
    call("sendDocument", chat_id=anna.id, document=document.file_id)
    assert locked_line(anna) == ("homework.txt", 1)
    call("sendDocument", chat_id=anna.id, document=document.file_id, caption="For Tuesday")
    assert locked_line(anna) == ("For Tuesday", 2)


def test_the_bot_is_typing_for_five_seconds(
    call: Call, anna: Person, ben: Person, pass_time: PassTime
) -> None:
    assert call("sendChatAction", chat_id=anna.id, action="typing")["ok"]
    assert not call("sendChatAction", chat_id=ben.id, action="typing")["ok"]
    anna.types("are you there?")
    seen = [(anna.chat.bot_is_typing, ben.chat.bot_is_typing)]
    for seconds in (4, 1):
        pass_time(seconds=seconds)
        seen.append((anna.chat.bot_is_typing, ben.chat.bot_is_typing))
    assert seen == [(True, False), (True, False), (False, False)]


def test_the_bots_next_message_ends_its_typing(call: Call, anna: Person) -> None:
    call("sendChatAction", chat_id=anna.id, action="upload_document")
    call("sendMessage", chat_id=anna.id, text="done")
    assert not anna.chat.bot_is_typing


def test_of_two_equal_buttons_in_one_bubble_the_place_says_which(call: Call, anna: Person) -> None:
    call("sendMessage", chat_id=anna.id, text="Well?", reply_markup=TWO_SAME)
    bubble = anna.sees("Well?")
    anna.taps("Yes", bubble=bubble)
    anna.taps("Yes", bubble=bubble, place=(1, 1))
    data = [update["callback_query"]["data"] for update in call("getUpdates")["result"]]
    assert data == ["first", "second"]
    with pytest.raises(AssertionError, match="sees no button «Yes»"):
        anna.taps("Yes", bubble=bubble, place=(1, 0))


def test_a_button_spins_until_it_is_answered_or_cannot_be_any_more(
    call: Call, anna: Person, pass_time: PassTime
) -> None:
    call("sendMessage", chat_id=anna.id, text="Well?", reply_markup=TWO_SAME)
    anna.taps("Yes")
    anna.taps("No")
    assert [tap.label for tap in anna.spinning] == ["Yes", "No"]
    query = call("getUpdates")["result"][0]["callback_query"]
    call("answerCallbackQuery", callback_query_id=query["id"])
    assert [tap.label for tap in anna.spinning] == ["No"]
    pass_time(seconds=15)
    assert [tap.label for tap in anna.spinning] == ["No"]
    pass_time(seconds=1)
    assert anna.spinning == []
    assert anna.unanswered_taps == ["No"]


@pytest.mark.parametrize(
    ("act", "sentence"),
    [
        (lambda anna: anna.edits(anna.screen[0], " "), "Anna cannot send an empty message"),
        (lambda anna: anna.edits(anna.screen[0], "x" * 4097), "has room for 4096 characters"),
        (lambda anna: anna.sends_photo(caption="x" * 1025), "has room for 1024 characters"),
        (lambda anna: anna.sends_photo(data=b"GIF89a"), "Only a PNG or a JPEG"),
        (lambda anna: anna.follows("http://[t.me"), "is not an address"),
        (lambda anna: anna.taps("Pay"), "can't do what the button «Pay» is for"),
    ],
)
def test_a_telephone_says_what_it_cannot_do(
    call: Call, anna: Person, act: Callable[[Person], object], sentence: str
) -> None:
    markup = {"inline_keyboard": [[{"text": "Pay", "pay": True}]]}
    call("sendMessage", chat_id=anna.id, text="Pay?", reply_markup=markup)
    before = anna.screen
    with pytest.raises(AssertionError, match=sentence):
        act(anna)
    assert anna.screen == before


def test_a_link_may_be_pasted_as_people_write_it(call: Call, ben: Person) -> None:
    ben.follows(" t.me/simulated_bot?start=CODE \n")
    (update,) = call("getUpdates")["result"]
    assert update["message"]["text"] == "/start CODE"
