"""What the bot says about itself, and what its telephone menu offers."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
from telegram import Bot, InputProfilePhotoStatic

import bot
from bot.simulator.person import PIXEL, Person
from bot.simulator.telegram import Telegram

Call = Callable[..., Any]
Play = Callable[[Callable[[Bot], Awaitable[Any]]], Any]
PLAIN = (Path(bot.__file__).parent / "plain.jpg").read_bytes()
STATIC = '{"type": "static", "photo": "attach://picture"}'


def command(name: str, description: str = "does something") -> dict[str, str]:
    return {"command": name, "description": description}


def test_the_narrowest_commands_are_offered(telegram: Telegram, call: Call, anna: Person) -> None:
    private = {"type": "all_private_chats"}
    own = {"type": "chat", "chat_id": anna.id}
    assert telegram.commands_of(anna) == []
    call("setMyCommands", commands=[command("start")])
    assert telegram.commands_of(anna) == ["start"]
    call("setMyCommands", commands=[command("help")], scope=private)
    call("setMyCommands", commands=[command("hilfe")], scope=private, language_code="de")
    assert telegram.commands_of(anna) == ["help"]
    assert telegram.commands_of(telegram.person("Carla", language="de")) == ["hilfe"]
    call("setMyCommands", commands=[command("/cases")], scope=own)
    assert telegram.commands_of(anna) == ["cases"]
    assert call("getMyCommands", scope=own)["result"] == [command("cases")]
    call("deleteMyCommands", scope=own)
    assert telegram.commands_of(anna) == ["help"]
    assert call("getMyCommands", scope=own)["result"] == []


@pytest.mark.parametrize(
    ("commands", "sentence"),
    [
        ([command("")], "command must be non-empty"),
        ([command("x" * 33)], "command length must not exceed 32"),
        ([command("help", " ")], "command description must be non-empty"),
        ([command("help", "x" * 257)], "command description length must not exceed 256"),
        ([command("Help")], "BOT_COMMAND_INVALID"),
        ([command("check-in")], "BOT_COMMAND_INVALID"),
        ([command(f"c{number}") for number in range(101)], "BOT_COMMANDS_TOO_MUCH"),
    ],
)
def test_commands_that_telegram_refuses(
    call: Call, commands: list[dict[str, str]], sentence: str
) -> None:
    refused = call("setMyCommands", commands=commands)
    assert refused["description"] == f"Bad Request: {sentence}"
    assert call("getMyCommands")["result"] == []


def test_commands_for_a_chat_that_does_not_exist(call: Call) -> None:
    refused = call("setMyCommands", commands=[], scope={"type": "chat", "chat_id": 5})
    assert refused["description"] == "Bad Request: chat not found"


@pytest.mark.parametrize(
    ("what", "name", "longest"),
    [
        ("Name", "name", 64),
        ("Description", "description", 512),
        ("ShortDescription", "short_description", 120),
    ],
)
def test_names_and_descriptions(call: Call, what: str, name: str, longest: int) -> None:
    assert call(f"setMy{what}", **{name: "Practice"})["ok"]
    assert call(f"setMy{what}", **{name: "Praxis", "language_code": "de"})["ok"]
    assert call(f"getMy{what}")["result"] == {name: "Practice"}
    assert call(f"getMy{what}", language_code="de")["result"] == {name: "Praxis"}
    assert call(f"getMy{what}", language_code="fr")["result"] == {name: "Practice"}
    assert call(f"setMy{what}", **{name: "x" * longest})["ok"]
    assert not call(f"setMy{what}", **{name: "x" * (longest + 1)})["ok"]


def test_without_a_name_of_its_own_the_bot_has_that_of_its_account(call: Call) -> None:
    assert call("getMyName")["result"] == {"name": "Simulated bot"}


def test_the_real_library_gives_the_bot_a_picture_and_takes_it_away(
    telegram: Telegram, play: Play
) -> None:
    async def story(bot: Bot) -> None:
        assert await bot.set_my_profile_photo(InputProfilePhotoStatic(PLAIN))
        assert telegram.profile.photo is not None and telegram.profile.photo.data == PLAIN
        assert await bot.remove_my_profile_photo()

    play(story)
    assert telegram.profile.photo is None
    assert telegram.violations == []


@pytest.mark.parametrize(
    ("photo", "data", "sentence"),
    [
        (STATIC, PIXEL, "IMAGE_PROCESS_FAILED"),
        (STATIC, b"no picture", "IMAGE_PROCESS_FAILED"),
        (STATIC, PLAIN[:20], "IMAGE_PROCESS_FAILED"),
        ('{"type": "static", "photo": "attach://other"}', None, "photo isn't specified"),
        ('{"type": "static", "photo": "SimulatedPhoto00000001AgADAQADAgAD"}', None, "photo isn't specified"),
        ('{"type": "animated", "animation": "attach://picture"}', PLAIN, "photo isn't specified"),
    ],
)  # fmt: skip
def test_pictures_of_the_bot_that_telegram_refuses(
    telegram: Telegram,
    http: Callable[..., httpx.Response],
    photo: str,
    data: bytes | None,
    sentence: str,
) -> None:
    answer = http(
        "POST",
        f"/bot{telegram.token}/setMyProfilePhoto",
        data={"photo": photo},
        files={"picture": ("picture.jpg", data, "image/jpeg")} if data is not None else None,
    ).json()
    assert answer["description"] == f"Bad Request: {sentence}"
    assert telegram.profile.photo is None


def test_the_menu_button(call: Call, anna: Person) -> None:
    commands = {"type": "commands"}
    assert call("getChatMenuButton", chat_id=anna.id)["result"] == {"type": "default"}
    assert call("setChatMenuButton", menu_button=commands)["ok"]
    assert call("getChatMenuButton", chat_id=anna.id)["result"] == commands
    assert call("setChatMenuButton", chat_id=anna.id)["ok"]
    assert call("getChatMenuButton", chat_id=anna.id)["result"] == {"type": "default"}
    assert call("setChatMenuButton", chat_id=5)["error_code"] == 400


def test_logging_out_and_closing_are_agreed_to(call: Call) -> None:
    assert call("logOut") == call("close") == {"ok": True, "result": True}
