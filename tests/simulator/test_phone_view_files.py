"""Photos and documents as a web page shows them, from the bot's call to the bytes."""

from collections.abc import Callable

import httpx

from bot.simulator.person import Person
from bot.simulator.phone_view import PhonesView
from bot.simulator.telegram import Telegram
from tests.simulator.test_groups_and_files import jpeg, upload
from tests.simulator.test_phone_view import only_bubble

Http = Callable[..., httpx.Response]


def test_a_photo_of_the_bot_is_shown_from_its_address(
    http: Http, anna: Person, view: PhonesView
) -> None:
    data = jpeg(640, 480)
    assert upload(http, "sendPhoto", "photo", anna.id, data)["ok"]
    media = only_bubble(view)["media"]
    url = media.pop("url")
    assert media == {
        "kind": "photo",
        "name": "x.bin",
        "size": len(data),
        "width": 640,
        "height": 480,
    }
    picture = http("GET", url)
    assert (picture.status_code, picture.content) == (200, data)
    assert picture.headers["Content-Type"] == "image/jpeg"
    assert picture.headers["X-Content-Type-Options"] == "nosniff"
    assert "Content-Disposition" not in picture.headers


def test_a_document_of_the_bot_is_downloaded_from_its_address(
    http: Http, telegram: Telegram, anna: Person, view: PhonesView
) -> None:
    files = {"document": ("Über mich/1.html", b"<script>alert(1)</script>", "text/html")}
    path = f"/bot{telegram.token}/sendDocument"
    form = {"chat_id": str(anna.id), "caption": "yours"}
    assert http("POST", path, data=form, files=files).json()["ok"]
    bubble = only_bubble(view)
    media = bubble["media"]
    assert (bubble["text"], media["kind"], media["name"]) == (
        "yours",
        "document",
        "Über mich/1.html",
    )
    assert (media["size"], media["width"], media["height"]) == (25, None, None)
    document = http("GET", media["url"])
    assert document.content == b"<script>alert(1)</script>"
    assert document.headers["Content-Type"] == "text/html; charset=utf-8"
    assert document.headers["X-Content-Type-Options"] == "nosniff"
    assert document.headers["Content-Disposition"] == (
        "attachment; filename*=utf-8''%C3%9Cber%20mich%2F1.html"
    )


def test_what_people_send_besides_files(anna: Person, view: PhonesView) -> None:
    anna.sends_sticker("🙂")
    anna.sends_voice()
    anna.shares_contact("+15550100")
    (entry,) = view.changes()
    media = [each["media"] for each in entry["bubbles"]]
    assert [(each["kind"], each["name"], each["url"] is None) for each in media] == [
        ("sticker", "🙂", True),
        ("voice", "voice.oga", False),
        ("contact", "Anna, +15550100", True),
    ]
