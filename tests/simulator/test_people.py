"""What people see and do on their telephones."""

from collections.abc import Callable
from typing import Any

import pytest

from bot.simulator.person import Person
from bot.simulator.telegram import Telegram

Call = Callable[..., Any]

YES = {"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]}


def test_a_name_is_one_account(telegram: Telegram) -> None:
    assert telegram.person("Anna") is telegram.person("Anna")
    assert telegram.person("Anna").id != telegram.person("Ben").id
    # Accounts have long left 32 bits behind; a program that stores them so must notice.
    assert telegram.person("Anna").id > 2**32


def test_the_screen_shows_both_sides_in_order(call: Call, anna: Person) -> None:
    call("sendMessage", chat_id=anna.id, text="Welcome")
    asked = anna.types("When is my session?")
    call(
        "sendMessage",
        chat_id=anna.id,
        text="Tuesday",
        reply_parameters={"message_id": asked.message_id},
    )
    assert [(each.by_bot, each.text) for each in anna.screen] == [
        (False, "/start"),
        (True, "Welcome"),
        (False, "When is my session?"),
        (True, "Tuesday"),
    ]
    assert anna.screen[-1].reply_to == asked.message_id


def test_how_a_message_came_is_seen(call: Call, anna: Person) -> None:
    quiet = {"disable_notification": True, "protect_content": True}
    call("sendMessage", chat_id=anna.id, text="quiet", **quiet)
    call("sendMessage", chat_id=anna.id, text="loud")
    assert (anna.sees("quiet").silent, anna.sees("quiet").protected) == (True, True)
    assert (anna.sees("loud").silent, anna.sees("loud").protected) == (False, False)


def test_unread_is_what_arrived_or_changed(call: Call, anna: Person) -> None:
    first = call("sendMessage", chat_id=anna.id, text="first")["result"]
    call("sendMessage", chat_id=anna.id, text="second")
    anna.types("my own words")
    assert [each.text for each in anna.unread()] == ["first", "second"]
    assert anna.unread() == []
    call("editMessageText", chat_id=anna.id, message_id=first["message_id"], text="changed")
    (changed,) = anna.unread()
    assert (changed.text, changed.edited) == ("changed", True)


def test_new_buttons_are_news_but_no_edited_words(call: Call, anna: Person) -> None:
    sent = call("sendMessage", chat_id=anna.id, text="first")["result"]
    anna.unread()
    edit = {"chat_id": anna.id, "message_id": sent["message_id"], "reply_markup": YES}
    call("editMessageReplyMarkup", **edit)
    (changed,) = anna.unread()
    assert (changed.edited, changed.labels) == (False, ["Yes"])


def test_an_edit_without_buttons_takes_them_away(call: Call, anna: Person) -> None:
    sent = call("sendMessage", chat_id=anna.id, text="first", reply_markup=YES)["result"]
    call("editMessageText", chat_id=anna.id, message_id=sent["message_id"], text="changed")
    assert anna.sees("changed").buttons == []


def test_what_is_not_there_is_said_with_the_whole_screen(call: Call, anna: Person) -> None:
    call("sendMessage", chat_id=anna.id, text="Is Tuesday fine?\nTell me.", reply_markup=YES)
    anna.sends_photo(caption="my room")
    with pytest.raises(AssertionError) as error:
        anna.sees("Wednesday")
    assert str(error.value) == (
        "Anna does not see «Wednesday»\n"
        "--- the screen of Anna ---\n"
        "Anna: /start\n"
        "Simulated bot: Is Tuesday fine?\n"
        "    Tell me.\n"
        "    [Yes]\n"
        "Anna: (photo) my room"
    )


def test_what_must_not_be_seen(call: Call, anna: Person) -> None:
    call("sendMessage", chat_id=anna.id, text="a secret")
    anna.types("a wish")
    anna.sees_nothing_of("a wish")
    with pytest.raises(AssertionError, match="Anna should not see «secret»"):
        anna.sees_nothing_of("secret")


def test_a_missing_button_is_said_with_those_that_are_there(call: Call, anna: Person) -> None:
    keys = {"keyboard": [["Menu", {"text": "Help"}]], "resize_keyboard": True}
    call("sendMessage", chat_id=anna.id, text="keys", reply_markup=keys)
    call("sendMessage", chat_id=anna.id, text="buttons", reply_markup=YES)
    with pytest.raises(
        AssertionError, match=r"no button «No»\nThere are: \['Yes', 'Menu', 'Help'\]"
    ):
        anna.taps("No")


def test_the_newest_of_two_equal_buttons_is_tapped_unless_one_is_meant(
    call: Call, anna: Person
) -> None:
    for data in ("old", "new"):
        button = {"text": "Yes", "callback_data": data}
        call(
            "sendMessage", chat_id=anna.id, text=data, reply_markup={"inline_keyboard": [[button]]}
        )
    anna.taps("Yes")
    anna.taps("Yes", bubble=anna.sees("old"))
    taps = [update["callback_query"] for update in call("getUpdates")["result"]]
    assert [(tap["data"], tap["message"]["text"]) for tap in taps] == [
        ("new", "new"),
        ("old", "old"),
    ]


def test_a_button_that_was_taken_away_cannot_be_tapped(call: Call, anna: Person) -> None:
    sent = call("sendMessage", chat_id=anna.id, text="first", reply_markup=YES)["result"]
    before = anna.sees("first")
    call("deleteMessage", chat_id=anna.id, message_id=sent["message_id"])
    with pytest.raises(AssertionError, match="sees no button"):
        anna.taps("Yes", bubble=before)


def test_a_link_opens_and_the_bot_hears_nothing(
    telegram: Telegram, call: Call, anna: Person
) -> None:
    link = {"inline_keyboard": [[{"text": "Map", "url": "https://example.org"}]]}
    call("sendMessage", chat_id=anna.id, text="where", reply_markup=link)
    anna.taps("Map")
    assert anna.opened_links == ["https://example.org"]
    assert telegram.pending == 0


def test_a_key_for_the_telephone_number_sends_it(call: Call, anna: Person) -> None:
    keys = {"keyboard": [[{"text": "My number", "request_contact": True}]]}
    call("sendMessage", chat_id=anna.id, text="call?", reply_markup=keys)
    anna.taps("My number")
    (update,) = call("getUpdates")["result"]
    assert update["message"]["contact"]["user_id"] == anna.id
    call("sendMessage", chat_id=anna.id, text="ok", reply_markup={"remove_keyboard": True})
    assert anna.keyboard == []


def test_only_another_keyboard_or_its_removal_takes_a_keyboard_away(
    call: Call, anna: Person
) -> None:
    call("sendMessage", chat_id=anna.id, text="keys", reply_markup={"keyboard": [["Menu"]]})
    call("sendMessage", chat_id=anna.id, text="buttons", reply_markup=YES)
    call("sendMessage", chat_id=anna.id, text="answer me", reply_markup={"force_reply": True})
    call("sendMessage", chat_id=anna.id, text="plain", reply_markup={"inline_keyboard": [[]]})
    assert anna.keyboard == ["Menu"]
    assert anna.sees("plain").buttons == []
    call("sendMessage", chat_id=anna.id, text="keys", reply_markup={"keyboard": [["Help"]]})
    assert anna.keyboard == ["Help"]


@pytest.mark.parametrize(
    ("link", "complaint"),
    [
        ("https://t.me/other_bot?start=x", "not to this bot"),
        ("https://example.org/simulated_bot?start=x", "does not lead into Telegram"),
        ("https://t.me/simulated_bot?start=a.b", "does not pass on the code"),
        ("https://t.me/simulated_bot?start=" + "x" * 65, "does not pass on the code"),
    ],
)
def test_a_broken_link_is_noticed(ben: Person, link: str, complaint: str) -> None:
    with pytest.raises(AssertionError, match=complaint):
        ben.follows(link)


def test_a_link_starts_the_bot(call: Call, ben: Person) -> None:
    ben.follows("https://t.me/Simulated_Bot?start=CODE_1")
    (update,) = call("getUpdates")["result"]
    assert update["message"]["text"] == "/start CODE_1"
    assert call("sendMessage", chat_id=ben.id, text="welcome")["ok"]


def test_what_is_too_long_for_one_message_comes_as_several(call: Call, anna: Person) -> None:
    last = anna.types("x" * 5000)
    lengths = [len(each["message"]["text"]) for each in call("getUpdates")["result"]]
    assert lengths == [4096, 904]
    assert last.text == "x" * 904


def test_what_a_telephone_does_not_allow(call: Call, anna: Person) -> None:
    call("sendMessage", chat_id=anna.id, text="hello", reply_markup=YES)
    with pytest.raises(AssertionError, match="empty"):
        anna.types("  ")
    with pytest.raises(AssertionError, match="can change only what Anna wrote"):
        anna.edits(anna.sees("hello"), "changed")
    with pytest.raises(AssertionError, match="has not blocked"):
        anna.unblocks_bot()
    anna.blocks_bot()
    with pytest.raises(AssertionError, match="must unblock it first"):
        anna.types("hello")
    with pytest.raises(AssertionError, match="must unblock it first"):
        anna.taps("Yes")
    anna.deletes_account()
    with pytest.raises(AssertionError, match="no Telegram account"):
        anna.types("hello")


def test_the_bot_is_not_told_of_what_telegram_does_not_tell(
    telegram: Telegram, call: Call, anna: Person
) -> None:
    call("sendMessage", chat_id=anna.id, text="hello")
    own = anna.types("words")
    telegram.exchange.updates.clear()
    anna.deletes(own)
    assert [each.text for each in anna.screen] == ["/start", "hello"]
    anna.forgets()
    assert anna.screen == []
    assert telegram.pending == 0
    call("sendMessage", chat_id=anna.id, text="still there?")
    assert [each.text for each in anna.screen] == ["still there?"]
    anna.deletes_account()
    assert telegram.pending == 0


def test_a_sticker_and_a_voice_message_arrive(call: Call, anna: Person) -> None:
    anna.sends_sticker("🙂")
    anna.sends_voice(seconds=7)
    sticker, voice = (update["message"] for update in call("getUpdates")["result"])
    assert sticker["sticker"]["emoji"] == "🙂"
    assert voice["voice"]["duration"] == 7
    assert "text" not in sticker
