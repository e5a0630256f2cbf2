"""What a web page learns of the telephones, each thing once."""

from collections.abc import Callable
from typing import Any

from bot.simulator.person import Person
from bot.simulator.phone_view import PhonesView
from bot.simulator.telegram import Telegram

Call = Callable[..., Any]
PassTime = Callable[..., None]

YES = {"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]}


def only_bubble(view: PhonesView) -> Any:
    (entry,) = view.changes()
    (bubble,) = entry["bubbles"]
    return bubble


def deliveries(view: PhonesView) -> list[tuple[int, str | None]]:
    bubbles = [bubble for entry in view.changes() for bubble in entry["bubbles"]]
    return [(each["message_id"], each["delivery"]) for each in bubbles]


PLAIN: dict[str, Any] = {
    "date": 1772560800,
    "media": None,
    "buttons": [],
    "reply_to": None,
    "edited": False,
    "silent": False,
    "protected": False,
    "revision": 0,
}


def test_the_first_look_shows_everything(telegram: Telegram, call: Call, anna: Person) -> None:
    help_ = {"command": "help", "description": "what I can do"}
    call("setMyCommands", commands=[help_])
    call("setMyDescription", description="Reminds of sessions")
    call("setMyDescription", description="Erinnert", language_code="de")
    call("setMyName", name="Termine", language_code="de")
    telegram.person("Carla", language="de")
    keys = {
        "keyboard": [["My times", {"text": "Help"}], ["Settings"]],
        "input_field_placeholder": "Write to us",
    }
    call("sendMessage", chat_id=anna.id, text="<b>Hello</b>", parse_mode="HTML", reply_markup=keys)
    first, second = PhonesView(telegram).changes()
    assert first | {"bubbles": []} == {
        "id": anna.id,
        "name": "Anna",
        "access": "open",
        "keyboard": [["My times", "Help"], ["Settings"]],
        "placeholder": "Write to us",
        "commands": [help_],
        "bot": {"name": "Simulated bot", "description": "Reminds of sessions"},
        "typing": False,
        "lock_screen": None,
        "spinning": [],
        "bubbles": [],
        "gone": [],
        "toasts": [],
    }
    command = {"type": "bot_command", "offset": 0, "length": 6}
    bold = {"type": "bold", "offset": 0, "length": 5}
    start = {"message_id": 1, "mine": True, "text": "/start", "entities": [command]}
    hello = {"message_id": 2, "mine": False, "text": "Hello", "entities": [bold]}
    assert first["bubbles"] == [
        PLAIN | start | {"delivery": "taken"},
        PLAIN | hello | {"delivery": None},
    ]
    assert (second["name"], second["access"], second["bubbles"]) == ("Carla", "never_started", [])
    assert second["bot"] == {"name": "Termine", "description": "Erinnert"}
    assert (second["keyboard"], second["placeholder"]) == ([], None)


def test_each_thing_is_told_once_and_only_of_whom_it_concerns(
    telegram: Telegram, call: Call, anna: Person, ben: Person, view: PhonesView
) -> None:
    view.changes()
    assert view.changes() == []
    sent = call("sendMessage", chat_id=anna.id, text="Fine?", reply_markup=YES)["result"]
    (entry,) = view.changes()
    assert (entry["id"], [each["text"] for each in entry["bubbles"]]) == (anna.id, ["Fine?"])
    assert entry["bubbles"][0]["buttons"] == [[{"label": "Yes", "can_be_pressed": True}]]
    assert view.changes() == []
    where = {"chat_id": anna.id, "message_id": sent["message_id"]}
    call("editMessageText", **where, text="Fine.")
    edited = only_bubble(view)
    assert (edited["text"], edited["edited"], edited["buttons"]) == ("Fine.", True, [])
    call("deleteMessage", **where)
    (entry,) = view.changes()
    assert (entry["bubbles"], entry["gone"]) == ([], [sent["message_id"]])
    assert view.changes() == []
    telegram.person("Dora")
    (entry,) = view.changes()
    assert (entry["name"], entry["access"]) == ("Dora", "never_started")


def test_two_pages_each_learn_everything(telegram: Telegram, anna: Person) -> None:
    one = PhonesView(telegram)
    one.changes()
    anna.types("hello")
    other = PhonesView(telegram)
    assert [len(entry["bubbles"]) for entry in one.changes()] == [1]
    assert [len(entry["bubbles"]) for entry in other.changes()] == [2]


def test_access_is_told(anna: Person, view: PhonesView) -> None:
    told = []
    for act in (anna.blocks_bot, anna.unblocks_bot, anna.deletes_account):
        act()
        told += [entry["access"] for entry in view.changes()]
    assert told == ["blocked", "open", "deactivated"]


def test_a_message_is_taken_once_the_bot_has_confirmed_it(
    telegram: Telegram, call: Call, anna: Person, view: PhonesView
) -> None:
    own = anna.types("hello").message_id
    assert deliveries(view) == [(own, "sent")]
    telegram.faults.down = True
    assert deliveries(view) == [(own, "waiting")]
    telegram.faults.down = False
    assert deliveries(view) == [(own, "sent")]
    (update,) = call("getUpdates")["result"]
    assert view.changes() == []
    call("getUpdates", offset=update["update_id"] + 1)
    assert deliveries(view) == [(own, "taken")]


def test_a_message_that_waited_too_long_is_never_taken(
    telegram: Telegram, call: Call, anna: Person, view: PhonesView, pass_time: PassTime
) -> None:
    own = anna.types("hello").message_id
    assert deliveries(view) == [(own, "sent")]
    pass_time(hours=25)
    assert call("getUpdates")["result"] == []
    assert view.changes() == []


def test_an_edit_of_an_own_message_is_seen(call: Call, anna: Person, view: PhonesView) -> None:
    own = anna.types("hello")
    (update,) = call("getUpdates")["result"]
    call("getUpdates", offset=update["update_id"] + 1)
    view.changes()
    anna.edits(own, "hello again")
    bubble = only_bubble(view)
    assert (bubble["text"], bubble["edited"], bubble["delivery"]) == ("hello again", True, "taken")


def test_a_chat_that_its_owner_deleted_is_empty(call: Call, anna: Person, view: PhonesView) -> None:
    call("sendMessage", chat_id=anna.id, text="keys", reply_markup={"keyboard": [["Menu"]]})
    (entry,) = view.changes()
    assert entry["keyboard"] == [["Menu"]]
    anna.forgets()
    (entry,) = view.changes()
    assert (entry["gone"], entry["bubbles"], entry["keyboard"]) == ([1, 2], [], [])
    call("sendMessage", chat_id=anna.id, text="still there?")
    assert only_bubble(view)["text"] == "still there?"


def test_a_press_spins_and_its_answer_pops_up_once(
    telegram: Telegram, call: Call, anna: Person, view: PhonesView
) -> None:
    sent = call("sendMessage", chat_id=anna.id, text="Fine?", reply_markup=YES)["result"]
    view.changes()
    anna.taps("Yes")
    (entry,) = view.changes()
    assert entry["spinning"] == [{"message_id": sent["message_id"], "label": "Yes"}]
    query = call("getUpdates")["result"][-1]["callback_query"]
    call("answerCallbackQuery", callback_query_id=query["id"], text="Noted", show_alert=True)
    (entry,) = view.changes()
    assert entry["spinning"] == []
    assert entry["toasts"] == [{"text": "Noted", "alert": True}]
    assert view.changes() == []
    (late,) = PhonesView(telegram).changes()
    assert late["toasts"] == []


def test_typing_and_the_lock_screen_are_told_as_time_passes(
    call: Call, anna: Person, view: PhonesView, pass_time: PassTime
) -> None:
    call("sendChatAction", chat_id=anna.id, action="typing")
    assert [entry["typing"] for entry in view.changes()] == [True]
    pass_time(seconds=6)
    assert [entry["typing"] for entry in view.changes()] == [False]
    pass_time(minutes=1)
    _first, second = (
        call("sendMessage", chat_id=anna.id, text=each)["result"]["message_id"]
        for each in ("first\nline", "second")
    )
    (entry,) = view.changes()
    line = {"text": "second", "silent": False, "more": 1}
    assert entry["lock_screen"] == line
    call("deleteMessage", chat_id=anna.id, message_id=second)
    (entry,) = view.changes()
    assert entry["lock_screen"] == line | {"text": "first", "more": 0}
    anna.opens()
    (entry,) = view.changes()
    assert (entry["lock_screen"], entry["bubbles"]) == (None, [])


def test_which_buttons_a_telephone_can_press(call: Call, anna: Person, view: PhonesView) -> None:
    row = [{"text": "Map", "url": "https://example.org"}, {"text": "Pay", "pay": True}]
    call("sendMessage", chat_id=anna.id, text="?", reply_markup={"inline_keyboard": [row]})
    assert only_bubble(view)["buttons"] == [
        [
            {"label": "Map", "can_be_pressed": True},
            {"label": "Pay", "can_be_pressed": False},
        ]
    ]
