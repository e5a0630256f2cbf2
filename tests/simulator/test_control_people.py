"""Another program takes up the people's telephones: files, single messages, what cannot be done."""

from collections.abc import AsyncIterator, Callable
from typing import Any

import httpx
import pytest

from bot.simulator.person import PIXEL, Person
from bot.simulator.telegram import Telegram

Call = Callable[..., Any]
Http = Callable[..., httpx.Response]
PassTime = Callable[..., None]

Ask = Callable[..., httpx.Response]

TWO_SAME = {
    "inline_keyboard": [
        [{"text": "Yes", "callback_data": "first"}, {"text": "Yes", "callback_data": "second"}],
        [{"text": "Map", "url": "https://example.org/map"}],
    ]
}


@pytest.fixture
def ask(http: Http, anna: Person) -> Ask:
    """Posts to an endpoint of Anna's telephone."""

    def post(what: str, json: Any = None, **details: Any) -> httpx.Response:
        return http("POST", f"/simulator/people/{anna.id}/{what}", json=json, **details)

    return post


def test_opening_from_outside(
    telegram: Telegram, call: Call, ask: Ask, anna: Person, pass_time: PassTime
) -> None:
    pass_time(minutes=2)
    call("sendMessage", chat_id=anna.id, text="news")
    line = anna.lock_screen
    assert line is not None and line.text == "news"
    assert ask("open").json() == {}
    assert anna.lock_screen is None
    assert telegram.pending == 0


def test_replying_and_deleting_from_outside(call: Call, ask: Ask, anna: Person) -> None:
    sent = call("sendMessage", chat_id=anna.id, text="Fine?")["result"]["message_id"]
    reply = ask("type", {"text": "Yes", "reply_to": sent}).json()
    assert (reply["text"], reply["reply_to"]) == ("Yes", sent)
    wrong = ask("type", {"text": "Yes", "reply_to": "1"}).json()
    assert wrong == {"error": "reply_to must be a number"}
    assert ask("delete", {"message_id": sent}).json() == {}
    assert [each.text for each in anna.screen] == ["/start", "Yes"]
    gone = {"error": "This message is no longer on the screen of Anna"}
    assert ask("delete", {"message_id": sent}).json() == gone


def test_tapping_one_of_two_equal_buttons_from_outside(call: Call, ask: Ask, anna: Person) -> None:
    sent = call("sendMessage", chat_id=anna.id, text="?", reply_markup=TWO_SAME)["result"]
    tap = {"label": "Yes", "message_id": sent["message_id"]}
    assert ask("tap", tap).json() == {}
    assert ask("tap", tap | {"place": [0, 1]}).json() == {}
    data = [update["callback_query"]["data"] for update in call("getUpdates")["result"]]
    assert data == ["first", "second"]
    for place in ("0,1", [0], [0, "1"]):
        refused = ask("tap", tap | {"place": place})
        assert refused.json() == {"error": "place must be row and column, counted from 0"}


def test_tapping_a_key_from_outside(call: Call, ask: Ask, anna: Person) -> None:
    call("sendMessage", chat_id=anna.id, text="keys", reply_markup={"keyboard": [["Menu"]]})
    assert ask("tap", {"label": "Menu", "message_id": None, "place": None}).json() == {}
    assert anna.screen[-1].text == "Menu"


def test_a_button_that_leads_elsewhere_says_where(
    telegram: Telegram, call: Call, ask: Ask, anna: Person
) -> None:
    call("sendMessage", chat_id=anna.id, text="?", reply_markup=TWO_SAME)
    assert ask("tap", {"label": "Map"}).json() == {"opens": "https://example.org/map"}
    assert anna.opened_links == ["https://example.org/map"]
    assert telegram.pending == 0


def test_a_document_from_outside(http: Http, call: Call, ask: Ask, anna: Person) -> None:
    files = {"file": ("notes.txt", b"words", "text/plain")}
    sent = ask("document", data={"caption": "for Tuesday"}, files=files).json()
    assert (sent["media"], sent["text"]) == ("document", "for Tuesday")
    message = call("getUpdates")["result"][0]["message"]
    assert message["caption"] == "for Tuesday"
    assert message["document"]["file_name"] == "notes.txt"
    path = call("getFile", file_id=message["document"]["file_id"])["result"]["file_path"]
    assert http("GET", f"/file/bot1000000:simulator/{path}").content == b"words"


def test_a_picture_from_outside(call: Call, ask: Ask, anna: Person) -> None:
    files = {"file": ("room.png", PIXEL, "application/octet-stream")}
    assert ask("photo", data={"caption": "my room"}, files=files).json()["text"] == "my room"
    message = call("getUpdates")["result"][0]["message"]
    assert message["photo"][0]["file_size"] == len(PIXEL)
    photo = anna.screen[-1].photo
    assert photo is not None and photo.mime_type == "image/png"
    refused = ask("photo", files={"file": ("notes.txt", b"words", "image/png")})
    assert refused.status_code == 400
    assert refused.json() == {
        "error": "Only a PNG or a JPEG can be sent as a photo here; send anything else as a document"
    }


@pytest.mark.parametrize("size", [20 * 1024 * 1024 + 1, 22 * 1024 * 1024])
def test_what_is_larger_than_20_mb_is_refused(ask: Ask, anna: Person, size: int) -> None:
    refused = ask("document", files={"file": ("large.bin", bytes(size), "x/y")})
    assert refused.status_code == 400
    assert refused.json() == {"error": "A file may have 20 MB at most"}
    assert len(anna.screen) == 1
    assert ask("document", files={"file": ("fits.bin", bytes(20 * 1024 * 1024), "x/y")}).is_success


def test_forms_that_are_none(ask: Ask, anna: Person) -> None:
    empty = ask("document", files={"file": ("empty.txt", b"", "text/plain")})
    assert empty.json() == {"error": "«empty.txt» is empty: Telegram sends no empty files"}
    no_file = {"error": "file must be a file in a multipart form"}
    assert ask("document", {"file": "words"}).json() == no_file
    assert ask("document").json() == no_file
    text = ask("type", files={"text": ("a.txt", b"words", "text/plain")})
    assert text.json() == {"error": "text must be a text"}
    for kind in ("multipart/form-data", "multipart/form-data; boundary=x"):
        broken = ask("document", content=b"nonsense", headers={"Content-Type": kind})
        assert broken.status_code == 400
        assert broken.json()["error"].startswith("the form cannot be read: ")

    async def in_pieces() -> AsyncIterator[bytes]:
        yield b"--x--"

    form = {"Content-Type": "multipart/form-data; boundary=x"}
    endless = ask("document", content=in_pieces(), headers=form)
    assert endless.json() == {"error": "a form must say its Content-Length"}
    assert len(anna.screen) == 1


@pytest.mark.parametrize(
    ("data", "mime_type", "served_as", "is_shown"),
    [
        (PIXEL, "image/png", "image/png", True),
        (PIXEL, "text/html", "image/png", True),
        (b"GIF89a...", "image/gif", "image/gif", True),
        (b"RIFF....WEBPVP8 ", "image/webp", "image/webp", True),
        (b"<script>", "image/png", "image/png", False),
        (b"<svg/>", "image/svg+xml", "image/svg+xml", False),
        (b"%PDF-1.7", "application/pdf", "application/pdf", False),
        (b"BEGIN:VCALENDAR", "text/calendar; x=y", "application/octet-stream", False),
        (b"RIFF....WAVE", "audio/wav", "audio/wav", False),
    ],
)
def test_only_what_is_a_picture_is_shown_in_place(
    http: Http, anna: Person, data: bytes, mime_type: str, served_as: str, is_shown: bool
) -> None:
    document = anna.sends_document(data, "a.b", mime_type=mime_type).document
    assert document is not None
    served = http("GET", f"/simulator/files/{document.unique_id}/a.b")
    assert served.content == data
    assert served.headers["Content-Type"] == served_as
    assert served.headers["X-Content-Type-Options"] == "nosniff"
    disposition = served.headers.get("Content-Disposition")
    assert disposition == (None if is_shown else "attachment; filename*=utf-8''a.b")


def test_a_file_that_nobody_sent(http: Http) -> None:
    assert http("GET", "/simulator/files/AQAD00000099/a.b").status_code == 404


@pytest.mark.parametrize(
    ("what", "body", "sentence"),
    [
        ("tap", {"label": "No"}, "Anna sees no button «No»"),
        ("type", {"text": "x" * 100_001}, "Nobody types 100000 characters at once"),
        ("follow", {"link": "http://[t.me"}, "http://[t.me is not an address"),
        ("follow", {"link": "example.org"}, "example.org does not lead into Telegram"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(
    ask: Ask, anna: Person, what: str, body: Any, sentence: str
) -> None:
    refused = ask(what, body)
    assert refused.status_code == 400
    assert refused.json() == {"error": sentence}


def test_half_a_character_is_not_taken(ask: Ask, anna: Person) -> None:
    refused = ask("type", content=rb'{"text": "\ud83d"}')
    assert refused.json() == {"error": "text has half a character in it"}
    assert ask("type", content=rb'{"text": "\ud83d\ude42"}').json()["text"] == "🙂"


def test_who_has_blocked_the_bot_reads_why_nothing_goes_out(call: Call, ask: Ask) -> None:
    assert ask("block").is_success
    again = ask("block").json()
    assert again == {"error": "Anna has no open chat with the bot that could be blocked"}
    blocked = {"error": "Anna has blocked the bot and must unblock it first"}
    assert ask("type", {"text": "hello"}).json() == blocked
    assert ask("photo").json() == blocked
