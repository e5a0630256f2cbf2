"""Telegram's refusals, word for word (FACTS, section 1)."""

from collections.abc import Callable
from typing import Any

import pytest

from bot.simulator.person import Person
from bot.simulator.telegram import Telegram

Call = Callable[..., Any]

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly "
    "the same as a current content and reply markup of the message"
)
NO_ACTION = "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"


def bad_request(sentence: str) -> dict[str, object]:
    return {"ok": False, "error_code": 400, "description": f"Bad Request: {sentence}"}


def forbidden(sentence: str) -> dict[str, object]:
    return {"ok": False, "error_code": 403, "description": f"Forbidden: {sentence}"}


def inline(*buttons: dict[str, str]) -> dict[str, object]:
    return {"inline_keyboard": [[button] for button in buttons]}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "message text is empty"),
        (" \n ", "text must be non-empty"),
        ("x" * 4097, "message is too long"),
        ("🙂" * 4097, "message is too long"),
        ("x" * 32769, "text is too long"),
    ],
)
def test_a_text_that_does_not_fit_is_refused(
    call: Call, anna: Person, text: str, sentence: str
) -> None:
    assert call("sendMessage", chat_id=anna.id, text=text) == bad_request(sentence)
    assert anna.unread() == []


def test_the_longest_text_fits(call: Call, anna: Person) -> None:
    assert call("sendMessage", chat_id=anna.id, text="🙂" * 4096)["ok"]


def test_a_caption_has_its_own_limit(call: Call, anna: Person) -> None:
    photo = anna.sends_photo().photo
    assert photo is not None
    fits = call("sendPhoto", chat_id=anna.id, photo=photo.file_id, caption="x" * 1024)
    too_long = call("sendPhoto", chat_id=anna.id, photo=photo.file_id, caption="x" * 1025)
    assert fits["ok"]
    assert too_long == bad_request("message caption is too long")


@pytest.mark.parametrize(
    ("markup", "sentence"),
    [
        (inline({"text": "Yes"}), NO_ACTION),
        (inline({"text": "Yes", "callback_data": ""}), NO_ACTION),
        (inline({"text": "Yes", "callback_data": "x" * 65}), "BUTTON_DATA_INVALID"),
        (inline({"text": "Yes", "callback_data": "é" * 33}), "BUTTON_DATA_INVALID"),
        (
            inline({"text": "", "callback_data": "y"}),
            "inline keyboard button text must be non-empty",
        ),
        (inline(*[{"text": "x", "callback_data": "y"}] * 101), "reply markup is too long"),
        (inline(*[{"text": "x" * 200, "callback_data": "y"}] * 50), "reply markup is too long"),
        ({"keyboard": [[{"text": ""}]]}, "keyboard button text must be non-empty"),
        ({"keyboard": [[{"text": "x"}]] * 301}, "reply markup is too long"),
    ],
)
def test_buttons_that_telegram_refuses(
    call: Call, anna: Person, markup: dict[str, object], sentence: str
) -> None:
    refused = call("sendMessage", chat_id=anna.id, text="hello", reply_markup=markup)
    assert refused == bad_request(sentence)
    assert anna.unread() == []


def test_the_largest_buttons_fit(call: Call, anna: Person) -> None:
    markup = inline(*[{"text": "x", "callback_data": "x" * 64}] * 100)
    assert call("sendMessage", chat_id=anna.id, text="hello", reply_markup=markup)["ok"]


@pytest.mark.parametrize(
    ("method", "details"),
    [("sendMessage", {"text": "hello"}), ("sendChatAction", {"action": "typing"})],
)
def test_nobody_can_be_written_to_against_their_will(
    telegram: Telegram, call: Call, anna: Person, method: str, details: dict[str, str]
) -> None:
    ben = telegram.person("Ben")
    never_started = call(method, chat_id=ben.id, **details)
    unknown = call(method, chat_id=12345, **details)
    by_name = call(method, chat_id="@anna", **details)
    anna.blocks_bot()
    blocked = call(method, chat_id=anna.id, **details)
    anna.deletes_account()
    deleted = call(method, chat_id=anna.id, **details)
    assert never_started == forbidden("bot can't initiate conversation with a user")
    assert unknown == by_name == bad_request("chat not found")
    assert blocked == forbidden("bot was blocked by the user")
    assert deleted == forbidden("user is deactivated")


def test_an_edit_that_changes_nothing_is_refused(call: Call, anna: Person) -> None:
    markup = inline({"text": "Yes", "callback_data": "y"})
    sent = call("sendMessage", chat_id=anna.id, text="hello", reply_markup=markup)["result"]
    same = {"chat_id": anna.id, "message_id": sent["message_id"], "reply_markup": markup}
    assert call("editMessageText", text="hello", **same) == bad_request(NOT_MODIFIED)
    assert call("editMessageText", text=" hello\n", **same) == bad_request(NOT_MODIFIED)
    assert call("editMessageReplyMarkup", **same) == bad_request(NOT_MODIFIED)
    assert call("editMessageText", text="hello you", **same)["ok"]


def test_what_cannot_be_edited(call: Call, anna: Person) -> None:
    own = anna.types("mine").message_id
    keys = {"keyboard": [[{"text": "Menu"}]]}
    with_keys = call("sendMessage", chat_id=anna.id, text="hello", reply_markup=keys)["result"]
    removing = {"remove_keyboard": True}
    without = call("sendMessage", chat_id=anna.id, text="hello", reply_markup=removing)["result"]
    uneditable = bad_request("message can't be edited")
    for message_id in (own, with_keys["message_id"], without["message_id"]):
        edit = {"chat_id": anna.id, "message_id": message_id, "text": "new"}
        assert call("editMessageText", **edit) == uneditable
    missing = call("editMessageText", chat_id=anna.id, message_id=999, text="new")
    assert missing == bad_request("message to edit not found")


def test_texts_and_captions_are_not_the_same(call: Call, anna: Person) -> None:
    photo = anna.sends_photo().photo
    assert photo is not None
    picture = call("sendPhoto", chat_id=anna.id, photo=photo.file_id)["result"]["message_id"]
    text = call("sendMessage", chat_id=anna.id, text="hello")["result"]["message_id"]
    no_text = call("editMessageText", chat_id=anna.id, message_id=picture, text="new")
    no_caption = call("editMessageCaption", chat_id=anna.id, message_id=text, caption="new")
    assert no_text == bad_request("there is no text in the message to edit")
    assert no_caption == bad_request("there is no caption in the message to edit")
    assert call("editMessageCaption", chat_id=anna.id, message_id=picture, caption="new")["ok"]
    assert anna.sees("new").photo is not None


def test_a_reply_to_nothing_is_refused_unless_it_may_go_without(call: Call, anna: Person) -> None:
    gone = {"message_id": 999}
    refused = call("sendMessage", chat_id=anna.id, text="hello", reply_parameters=gone)
    lenient = gone | {"allow_sending_without_reply": True}
    sent = call("sendMessage", chat_id=anna.id, text="hello", reply_parameters=lenient)
    assert refused == bad_request("message to be replied not found")
    assert "reply_to_message" not in sent["result"]


def test_a_message_is_deleted_within_two_days(
    call: Call, anna: Person, pass_time: Callable[..., None]
) -> None:
    theirs = anna.types("delete me too").message_id
    first = call("sendMessage", chat_id=anna.id, text="first")["result"]["message_id"]
    assert call("deleteMessage", chat_id=anna.id, message_id=theirs)["ok"]
    pass_time(hours=47, minutes=59)
    second = call("sendMessage", chat_id=anna.id, text="second")["result"]["message_id"]
    assert call("deleteMessage", chat_id=anna.id, message_id=second)["ok"]
    again = call("deleteMessage", chat_id=anna.id, message_id=second)
    assert again == bad_request("message to delete not found")
    pass_time(minutes=1)
    too_old = call("deleteMessage", chat_id=anna.id, message_id=first)
    assert too_old == bad_request("message can't be deleted for everyone")
    assert anna.sees("first")


def test_many_messages_are_deleted_at_once_and_missing_ones_skipped(
    call: Call, anna: Person
) -> None:
    sent = [call("sendMessage", chat_id=anna.id, text=f"{n}")["result"] for n in range(3)]
    message_ids = [each["message_id"] for each in sent]
    assert call("deleteMessages", chat_id=anna.id, message_ids=[*message_ids[:2], 999])["ok"]
    assert [bubble.text for bubble in anna.unread()] == ["2"]
    none = call("deleteMessages", chat_id=anna.id, message_ids=[])
    too_many = call("deleteMessages", chat_id=anna.id, message_ids=list(range(1, 102)))
    assert none == bad_request("message identifiers are not specified")
    assert too_many == bad_request("too many message identifiers specified")


def test_a_tap_can_be_answered_for_fifteen_seconds(
    telegram: Telegram, call: Call, anna: Person, pass_time: Callable[..., None]
) -> None:
    markup = inline({"text": "Yes", "callback_data": "y"})
    call("sendMessage", chat_id=anna.id, text="hello", reply_markup=markup)
    anna.taps("Yes")
    anna.taps("Yes")
    queries = [each["callback_query"]["id"] for each in call("getUpdates")["result"]]
    too_old = bad_request("query is too old and response timeout expired or query ID is invalid")
    long_text = call("answerCallbackQuery", callback_query_id=queries[0], text="x" * 201)
    assert long_text == bad_request("MESSAGE_TOO_LONG")
    pass_time(seconds=15)
    alert = {"text": "Noted", "show_alert": True}
    assert call("answerCallbackQuery", callback_query_id=queries[0], **alert)["ok"]
    pass_time(seconds=1)
    assert call("answerCallbackQuery", callback_query_id=queries[1], text="late") == too_old
    assert call("answerCallbackQuery", callback_query_id="77") == too_old
    assert [(toast.text, toast.alert) for toast in anna.toasts] == [("Noted", True)]
    assert anna.unanswered_taps == ["Yes"]


def test_only_the_first_answer_to_a_tap_is_shown(call: Call, anna: Person) -> None:
    markup = inline({"text": "Yes", "callback_data": "y"})
    call("sendMessage", chat_id=anna.id, text="hello", reply_markup=markup)
    anna.taps("Yes")
    (update,) = call("getUpdates")["result"]
    query_id = update["callback_query"]["id"]
    assert call("answerCallbackQuery", callback_query_id=query_id)["ok"]
    assert call("answerCallbackQuery", callback_query_id=query_id, text="too late")["ok"]
    assert (anna.toasts, anna.unanswered_taps) == ([], [])


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("é<b>x</i>", 'Unmatched end tag at byte offset 6, expected "</b>", found "</i>"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<div>x</div>", 'Unsupported start tag "div" at byte offset 0'),
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ("x <b", "Unclosed start tag at byte offset 2"),
        ("<b class='x'", 'Unclosed start tag "b" at byte offset 0'),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_unbalanced_html_is_refused(call: Call, anna: Person, text: str, sentence: str) -> None:
    refused = call("sendMessage", chat_id=anna.id, text=text, parse_mode="HTML")
    assert refused == bad_request(f"can't parse entities: {sentence}")


def test_html_arrives_as_text_with_marks(call: Call, anna: Person) -> None:
    text = 'A <b>bold 🙂</b> &lt;word&gt; and <a href="https://example.org">a link</a>'
    sent = call("sendMessage", chat_id=anna.id, text=text, parse_mode="HTML")["result"]
    assert sent["text"] == "A bold 🙂 <word> and a link"
    assert sent["entities"] == [
        {"type": "bold", "offset": 2, "length": 7},
        {"type": "text_link", "offset": 21, "length": 6, "url": "https://example.org"},
    ]


def test_html_that_marks_nothing(call: Call, anna: Person) -> None:
    text = '<b></b><a>plain</a> <span class="tg-spoiler">hidden</span> <code>x &nbsp;</code>'
    sent = call("sendMessage", chat_id=anna.id, text=text, parse_mode="html")["result"]
    assert sent["text"] == "plain hidden x &nbsp;"
    assert [each["type"] for each in sent["entities"]] == ["spoiler", "code"]


def test_entities_may_be_given_instead(call: Call, anna: Person) -> None:
    bold = {"type": "bold", "offset": 0, "length": 4}
    sent = call("sendMessage", chat_id=anna.id, text="bold /x", entities=[bold])["result"]
    assert sent["entities"] == [bold]


def test_an_unknown_parse_mode_is_refused(call: Call, anna: Person) -> None:
    refused = call("sendMessage", chat_id=anna.id, text="x", parse_mode="bbcode")
    assert refused == bad_request("unsupported parse_mode")


def test_an_activity_is_shown(call: Call, anna: Person) -> None:
    assert call("sendChatAction", chat_id=anna.id, action="typing") == {"ok": True, "result": True}


def test_an_edit_needs_a_chat(call: Call) -> None:
    assert call("editMessageText", message_id=1, text="x") == bad_request("chat_id is empty")


def test_an_unknown_activity_is_refused(call: Call, anna: Person) -> None:
    refused = call("sendChatAction", chat_id=anna.id, action="thinking")
    assert refused == bad_request("wrong parameter action in request")
